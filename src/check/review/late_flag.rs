//! `report pus from day 3`: a warning sign that starts late leaves out the days before.

use std::collections::BTreeMap;

use crate::check::checker::Checker;
use crate::check::files::LoadedFile;
use crate::check::protocol::{Head, Qualifier, Rule, ThingRef};
use crate::check::review::placed_sentences;
use crate::check::sentence::windows;
use crate::check::wording;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::MAX_MISTAKES;
use crate::vocabulary::ThingId;

/// From which minute on a symptom is spoken of, as normal or as a sign; where that is not known, from the start.
type Spoken = BTreeMap<ThingId, i64>;

impl Checker<'_> {
    /// Warns of each report that starts after the treatment, of what nothing is said of before.
    pub(crate) fn late_flags(&mut self, main: &LoadedFile, rules: &[Rule]) {
        let late: Vec<(&Rule, i64)> = rules.iter().filter_map(with_late_start).collect();
        if late.is_empty() {
            return;
        }
        let spoken = spoken(rules);
        let windows = windows_of_reports(main);
        let mut found = Vec::new();
        for (rule, start) in late {
            let Head::Report { symptoms, .. } = &rule.head else {
                continue;
            };
            let left: Vec<&ThingRef> = symptoms
                .iter()
                .filter(|symptom| !self.is_spoken_of(symptom, start, &spoken))
                .collect();
            let window = windows.get(&rule.span.start).copied();
            if let (false, Some(window)) = (left.is_empty(), window) {
                let all = left.len() == symptoms.len();
                found.push(self.starts_late(&left, all, window, rule.span));
            }
            if found.len() >= MAX_MISTAKES {
                break;
            }
        }
        for diagnostic in found {
            self.report(diagnostic);
        }
    }

    fn starts_late(
        &self,
        left: &[&ThingRef],
        all: bool,
        window: Span,
        sentence: Span,
    ) -> Diagnostic {
        let raw = self.one_line(window);
        let names: Vec<String> = left
            .iter()
            .map(|symptom| format!("`{}`", self.one_line(symptom.span)))
            .collect();
        let names = wording::list(&names, "and");
        let diagnostic = Diagnostic::new(
            Code::StartsLate,
            window,
            format!("nobody is told to call about {names} before that"),
            "holds for all that is reported here",
        );
        let in_lead = window.start == sentence.start;
        if !all {
            return diagnostic.with_help(format!(
                "write a sentence for {names} without `{raw}`, and keep it for the others"
            ));
        }
        let diagnostic = diagnostic.with_help(format!(
            "leave `{raw}` out, and it is a sign on any day; or keep it, and say by `expect` what is normal until then; how \
             long is too long is said by `lasting`, as in `redness lasting 3 days`"
        ));
        if in_lead {
            diagnostic
        } else {
            diagnostic.with_fix(self.with_blank(window), "")
        }
    }

    /// Whether something else says what a symptom means before a report starts: that it is normal, or how
    /// bad it must be; or that it takes its time by its very words.
    fn is_spoken_of(&self, symptom: &ThingRef, start: i64, spoken: &Spoken) -> bool {
        let lasts = |one: &Qualifier| matches!(one, Qualifier::Lasting(_));
        let related = self.related(symptom.thing);
        symptom.qualifiers.iter().any(lasts)
            || related
                .iter()
                .any(|thing| spoken.get(thing).is_some_and(|from| *from < start))
    }
}

/// A report that starts at a time that is known to be after the treatment, and that time in minutes.
fn with_late_start(rule: &Rule) -> Option<(&Rule, i64)> {
    let Head::Report { .. } = &rule.head else {
        return None;
    };
    let (start, _) = rule.window.minutes()?;
    (start > 0).then_some((rule, start))
}

/// From when on each symptom is spoken of.
fn spoken(rules: &[Rule]) -> Spoken {
    let mut spoken = Spoken::new();
    for rule in rules {
        let (Head::Expect { symptoms, .. } | Head::Report { symptoms, .. }) = &rule.head else {
            continue;
        };
        let start = rule.window.minutes().map_or(i64::MIN, |(start, _)| start);
        for symptom in symptoms {
            let from = spoken.entry(symptom.thing).or_insert(start);
            *from = start.min(*from);
        }
    }
    spoken
}

/// Where the windows of reports stand, by where their sentences start.
fn windows_of_reports(main: &LoadedFile) -> BTreeMap<u32, Span> {
    let mut found = BTreeMap::new();
    placed_sentences(&main.file, &mut |sentence, span| {
        if matches!(sentence.head.node, crate::syntax::tree::Head::Report { .. })
            && let Some(window) = windows(sentence).window
        {
            found.insert(span.start, window.span);
        }
    });
    found
}
