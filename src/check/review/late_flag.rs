//! `report pus from day 3`: a warning sign that starts late leaves out the days before.

use crate::check::checker::Checker;
use crate::check::files::LoadedFile;
use crate::check::protocol::{Head, Qualifier, Rule, ThingRef};
use crate::check::review::placed_sentences;
use crate::check::sentence::windows;
use crate::check::window::Window;
use crate::check::wording;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;

impl Checker<'_> {
    /// Warns of each report that starts after the treatment, of what nothing is said of before.
    pub(crate) fn late_flags(&mut self, main: &LoadedFile, rules: &[Rule]) {
        let late: Vec<&Rule> = rules.iter().filter(|rule| starts_late(rule)).collect();
        for rule in late {
            let Head::Report { symptoms, .. } = &rule.head else {
                continue;
            };
            let left: Vec<&ThingRef> = symptoms
                .iter()
                .filter(|symptom| !self.is_spoken_of(symptom, rule, rules))
                .collect();
            if let (false, Some(window)) = (left.is_empty(), window_of(main, rule.span)) {
                let all = left.len() == symptoms.len();
                self.starts_late(&left, all, window, rule.span);
            }
        }
    }

    fn starts_late(&mut self, left: &[&ThingRef], all: bool, window: Span, sentence: Span) {
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
        self.report(if all {
            let diagnostic = diagnostic.with_help(format!(
                "leave `{raw}` out; what is normal until then is said by `expect`, and how long is too long by \
                 `lasting`, as in `redness lasting 3 days`"
            ));
            if in_lead {
                diagnostic
            } else {
                diagnostic.with_fix(self.with_blank(window), "")
            }
        } else {
            diagnostic.with_help(format!(
                "write a sentence for {names} without `{raw}`, and keep it for the others"
            ))
        });
    }

    /// Whether something else says what a symptom means before a report starts: that it is normal, or how
    /// bad it must be; or that it takes its time by its very words.
    fn is_spoken_of(&self, symptom: &ThingRef, late: &Rule, rules: &[Rule]) -> bool {
        let lasts = |one: &Qualifier| matches!(one, Qualifier::Lasting(_));
        symptom.qualifiers.iter().any(lasts)
            || rules.iter().any(|rule| {
                let (Head::Expect { symptoms, .. } | Head::Report { symptoms, .. }) = &rule.head
                else {
                    return false;
                };
                let before = rule.window.starts_before(&late.window);
                let same = |one: &ThingRef| self.overlap(one.thing, symptom.thing);
                before && symptoms.iter().any(same)
            })
    }
}

/// Whether a report starts at a time that is known to be after the treatment.
fn starts_late(rule: &Rule) -> bool {
    matches!(rule.head, Head::Report { .. })
        && rule.window.minutes().is_some_and(|(start, _)| start > 0)
}

impl Window {
    /// Whether it starts before another does, or when is not known.
    fn starts_before(&self, other: &Self) -> bool {
        match (self.minutes(), other.minutes()) {
            (Some((start, _)), Some((late, _))) => start < late,
            _ => true,
        }
    }
}

/// Where the window of the sentence at `at` stands.
fn window_of(main: &LoadedFile, at: Span) -> Option<Span> {
    let mut found = None;
    placed_sentences(&main.file, &mut |sentence, span| {
        if span == at {
            found = windows(sentence).window.map(|clause| clause.span);
        }
    });
    found
}
