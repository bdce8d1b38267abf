//! That a symptom is over, in the words of sheets: `until redness subsides`, `until no redness`. To write the
//! symptom alone would end the time when it comes, which is the contrary.

use super::Role;
use super::reading::without_article;
use super::unknown::unknown;
use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Spanned;
use crate::syntax::tree::{self, Kind, Name};
use crate::vocabulary::{Named, ThingId};

/// How sheets say of a symptom that it is over.
const OVER: &[&str] = &[
    "are gone",
    "are healed",
    "cleared",
    "clears",
    "come off",
    "disappear",
    "disappears",
    "fade",
    "fades",
    "fall off",
    "falls off",
    "gone",
    "gone down",
    "go",
    "goes",
    "goes away",
    "goes down",
    "has cleared",
    "has disappeared",
    "has faded",
    "has gone",
    "has gone away",
    "has gone down",
    "has healed",
    "has resolved",
    "has settled",
    "has stopped",
    "has subsided",
    "has worn off",
    "have cleared",
    "have disappeared",
    "have faded",
    "have fallen off",
    "have gone",
    "have gone down",
    "have healed",
    "have resolved",
    "have settled",
    "heal",
    "heals",
    "is gone",
    "is healed",
    "is over",
    "resolve",
    "resolved",
    "resolves",
    "settle",
    "settled",
    "settles",
    "stop",
    "stopped",
    "stops",
    "subside",
    "subsided",
    "subsides",
    "wears off",
];

/// How sheets say it before the symptom.
const NONE_OF: &[&str] = &[
    "free of",
    "no",
    "no further",
    "no longer",
    "no longer any",
    "no more",
    "no sign of",
    "no signs of",
    "there is no",
    "there is no more",
    "without",
];

/// Words among those that add nothing.
const WHOLLY: &[&str] = &[
    "all",
    "completely",
    "entirely",
    "finally",
    "fully",
    "totally",
];

impl Checker<'_> {
    /// `until redness subsides`, `until no redness`
    pub(super) fn over(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        if role != Role::Anchor {
            return None;
        }
        let text = without_article(&name.text);
        let words: Vec<&str> = text.split_whitespace().collect();
        let (symptom, said) = (1..words.len()).find_map(|at| {
            let (front, rest) = words.split_at_checked(at)?;
            let said = |words: &[&str]| {
                let words = words.iter().map(|word| word.to_lowercase());
                let kept = words.filter(|word| !WHOLLY.contains(&word.as_str()));
                kept.collect::<Vec<String>>().join(" ")
            };
            let symptom = if OVER.contains(&said(rest).as_str()) {
                front
            } else if NONE_OF.contains(&said(front).as_str()) {
                rest
            } else {
                return None;
            };
            let Named::Thing(id) = self.read_words(symptom)?.named else {
                return None;
            };
            let is_symptom = self.vocabulary.thing(id).kind == Kind::Symptom;
            is_symptom.then(|| (id, symptom.join(" ")))
        })?;
        Some(match self.event_of_end(symptom, &said) {
            Some(gone) => unknown(name)
                .with_help(format!("write `{gone}`"))
                .with_fix(name.span, gone),
            None => unknown(name).with_help(format!(
                "declare when it is over, `event {said} gone`, and write `{said} gone`; `{said}` \
                 alone is when it comes{}",
                self.for_whoever_has(name, &said)
            )),
        })
    }

    /// What keeps a sentence that a symptom's end starts or ends from whoever never has the symptom: for him its end
    /// would never come.
    pub(super) fn for_whoever_has(&self, name: &Name, symptom: &str) -> String {
        let behind = self.follows(name).unwrap_or_default();
        if behind.contains(" if ") {
            return String::new();
        }
        format!("; where not everybody gets it, say `if {symptom}` at the end, too")
    }

    /// The known event that is the end of a symptom, which an author has under this name.
    fn event_of_end(&self, symptom: ThingId, said: &str) -> Option<String> {
        let own = self.vocabulary.thing(symptom).names();
        let names = std::iter::once(said).chain(own);
        let ends = |name: &str| ["gone", "finished", "over"].map(|end| format!("{name} {end}"));
        names.flat_map(ends).find(|gone| {
            let event = self.vocabulary.find_thing(gone);
            event.is_some_and(|event| self.vocabulary.thing(event).kind == Kind::Event)
        })
    }

    /// Warns of `avoid makeup until swelling`, which ends when the swelling comes. What is expected until a
    /// symptom gives way to it: `expect darkening until flaking` is as it should be.
    pub(crate) fn warn_until_symptom(&mut self, head: &tree::Head, window: &tree::Window) {
        if matches!(head, tree::Head::Expect(_)) {
            return;
        }
        let (tree::WindowKind::Until { until, .. }
        | tree::WindowKind::From {
            until: Some(until), ..
        }) = &window.kind
        else {
            return;
        };
        let points = match &until.node {
            tree::Point::Latest(points) => points.as_slice(),
            _ => std::slice::from_ref(&**until),
        };
        for point in points {
            self.warn_of_point(point);
        }
    }

    fn warn_of_point(&mut self, point: &Spanned<tree::Point>) {
        let tree::Point::Offset {
            distance: None,
            anchor,
            ..
        } = &point.node
        else {
            return;
        };
        let tree::Anchor::Named(name) = &anchor.node else {
            return;
        };
        // What says more than a name is refused as such.
        let reading = self.read(&name.text);
        let plain = reading.filter(|reading| reading.qualifiers.is_empty());
        let Some(Named::Thing(id)) = plain.map(|reading| reading.named) else {
            return;
        };
        if self.vocabulary.thing(id).kind != Kind::Symptom {
            return;
        }
        let text = &name.text;
        let diagnostic = Diagnostic::new(
            Code::UntilItComes,
            name.span,
            format!("`until {text}` ends when `{text}` comes"),
            "a symptom, and not the end of one",
        );
        self.report(match self.event_of_end(id, text) {
            Some(gone) => diagnostic
                .with_help(format!("write `until {gone}` for when it is over"))
                .with_fix(name.span, gone),
            None => diagnostic.with_help(format!(
                "declare when it is over, `event {text} gone`, and write `until {text} gone`"
            )),
        });
    }
}
