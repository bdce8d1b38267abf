//! `avoid makeup until blister closed`: an end that comes for those alone who had the symptom, in a sentence for everybody.

use crate::check::checker::Checker;
use crate::check::condition::{Atom, Condition};
use crate::check::files::LoadedFile;
use crate::check::protocol::{Head, Rule};
use crate::check::window::{Anchor, FromEnd, Point, Window};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::MAX_MISTAKES;
use crate::syntax::tree::Kind;
use crate::vocabulary::ThingId;

/// What stands at the end of a sentence, behind what is added.
const BEHIND: &[&str] = &[
    " if ",
    " unless ",
    " because ",
    " instead ",
    " accept ",
    "[",
];

impl Checker<'_> {
    /// Warns of each ban or duty that ends with a symptom which not everybody gets: for whoever has none, that day
    /// never comes. What the protocol expects is everybody's.
    ///
    /// The events that are bundled come to everybody whom the treatment is done to, or at once to whoever has nothing
    /// that could end.
    pub(crate) fn ends_not_for_everybody(&mut self, main: &LoadedFile, rules: &[Rule]) {
        let is_expectation = |rule: &&Rule| matches!(rule.head, Head::Expect { .. });
        let expectations: Vec<&Rule> = rules.iter().filter(is_expectation).collect();
        let ending = rules.iter().filter_map(|rule| {
            let ends = end(rule)?.parts().iter();
            let (event, symptom) = ends.filter_map(event_of).find_map(|event| {
                let declared = self.vocabulary.thing(event).span?;
                if declared.source != main.source {
                    return None;
                }
                let (symptom, said) = self.symptom_of_end(event)?;
                let told = asks(&rule.condition, &mut |thing| self.overlap(thing, symptom))
                    || self.is_expected(symptom, rule, &expectations);
                (!told).then_some((event, said))
            })?;
            Some(self.for_whoever(rule, event, &symptom))
        });
        let found: Vec<Diagnostic> = ending.take(MAX_MISTAKES).collect();
        for diagnostic in found {
            self.report(diagnostic);
        }
    }

    /// The symptom whose end an event is by its name, and how the name has it: `blister` of `blister closed`.
    fn symptom_of_end(&self, event: ThingId) -> Option<(ThingId, String)> {
        let thing = self.vocabulary.thing(event);
        if thing.kind != Kind::Event {
            return None;
        }
        thing.names().find_map(|name| {
            let words: Vec<&str> = name.split_whitespace().collect();
            (1..words.len()).rev().find_map(|length| {
                let said = words.get(..length)?.join(" ");
                let symptom = self.vocabulary.find_thing(&said)?;
                let is_symptom = self.vocabulary.thing(symptom).kind == Kind::Symptom;
                is_symptom.then_some((symptom, said))
            })
        })
    }

    /// Whether a symptom is normal for whoever is under a rule.
    fn is_expected(&self, symptom: ThingId, rule: &Rule, expectations: &[&Rule]) -> bool {
        expectations.iter().any(|other| match &other.head {
            Head::Expect { symptoms, .. } => {
                let under = other.condition.is_truth() || other.condition == rule.condition;
                under && symptoms.iter().any(|one| self.overlap(one.thing, symptom))
            }
            _ => false,
        })
    }

    fn for_whoever(&self, rule: &Rule, event: ThingId, symptom: &str) -> Diagnostic {
        let event = self.vocabulary.name(event);
        let diagnostic = Diagnostic::new(
            Code::NotEverybody,
            rule.span,
            format!("`{event}` never comes for whoever has no `{symptom}`"),
            "for them it never ends",
        );
        if matches!(rule.head, Head::Resume { .. }) {
            return diagnostic.with_help(format!(
                "say who has to wait, with `avoid` and what it is, as in `avoid makeup until {event} if {symptom}`"
            ));
        }
        // A ban on whoever has the symptom holds for nobody before it is reported: the author alone knows whether that
        // is meant.
        if rule.head.restricts() {
            return diagnostic.with_help(format!(
                "say how long it lasts at most, for whoever has none: `until {event}, at most 2 weeks`; where it is for nobody \
                 before `{symptom}` is there, end the sentence with `if {symptom}`"
            ));
        }
        let diagnostic = diagnostic.with_help(format!(
            "say whom it is for, at the end of the sentence: `if {symptom}`"
        ));
        let text = self.sources.text(rule.span);
        let ends = text.ends_with(|last: char| last.is_alphanumeric());
        if !ends || BEHIND.iter().any(|word| text.contains(word)) {
            return diagnostic;
        }
        diagnostic.with_fix(rule.span.at_end(), format!(" if {symptom}"))
    }
}

/// Where what a rule forbids or asks for is over.
fn end(rule: &Rule) -> Option<&Point> {
    match (&rule.head, &rule.window) {
        (Head::Resume { .. }, Window::From { from, .. }) => Some(from),
        (
            Head::Avoid { .. } | Head::Limit { .. } | Head::Duty { .. } | Head::Steps { .. },
            Window::Until {
                until,
                at_most: None,
                ..
            }
            | Window::From {
                end: FromEnd::Until(until),
                ..
            },
        ) => Some(until),
        _ => None,
    }
}

fn event_of(point: &Point) -> Option<ThingId> {
    match point {
        Point::Offset {
            anchor: Anchor::Event(event),
            before: false,
            ..
        } => Some(*event),
        _ => None,
    }
}

/// Whether a condition asks for such a symptom or event.
fn asks(condition: &Condition, is_such: &mut impl FnMut(ThingId) -> bool) -> bool {
    let mut found = false;
    condition.atoms(&mut |atom| match atom {
        Atom::Symptom { symptom: thing, .. } | Atom::Event(thing) => found |= is_such(*thing),
        _ => {}
    });
    found
}
