//! What is allowed from some time on, while nothing says that it is off until then: `allow` permits and no more.

use std::collections::BTreeSet;

use crate::check::checker::Checker;
use crate::check::kinds::kinds_of;
use crate::check::protocol::{Head, Rule, ThingRef};
use crate::check::window::{Anchor, FromEnd, Point, Window};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::MAX_MISTAKES;
use crate::syntax::tree::Kind;
use crate::vocabulary::ThingId;

/// What restrictions speak of after the treatment.
pub(super) struct Restricted {
    /// The things and classes that they name.
    named: BTreeSet<ThingId>,
    /// The classes above those.
    above: BTreeSet<ThingId>,
}

impl Checker<'_> {
    /// Warns of `allow X from P` where nothing restricts X before, and of what `but not` leaves only from then.
    pub(crate) fn before_then(&mut self, rules: &[Rule]) {
        let late = rules.iter().filter(|rule| is_allowed_later(rule));
        let late: Vec<&Rule> = late
            .filter(|rule| !self.waits_for_a_symptom(rule))
            .collect();
        if late.is_empty() {
            return;
        }
        let restricted = self.restricted(rules);
        let found = late.into_iter().filter_map(|rule| {
            let Head::Allow {
                things, but_not, ..
            } = &rule.head
            else {
                return None;
            };
            let is_open = |thing: &&ThingRef| !self.is_off(thing.thing, &restricted);
            let left = but_not.iter().find(is_open);
            left.map(|thing| self.left_later(rule, thing)).or_else(|| {
                let mut things = things.iter();
                let open = things
                    .find(|thing| is_open(thing) && !restricted.above.contains(&thing.thing))?;
                Some(self.nothing_before(rule, open))
            })
        });
        let found: Vec<Diagnostic> = found.take(MAX_MISTAKES).collect();
        for diagnostic in found {
            self.report(diagnostic);
        }
    }

    pub(super) fn restricted(&self, rules: &[Rule]) -> Restricted {
        let mut named = BTreeSet::new();
        for rule in rules {
            if !matches!(rule.window, Window::Before(_) | Window::BeforeTreatment) {
                self.names_restricted(rule, &mut named);
            }
        }
        let above = named.iter().flat_map(|thing| self.vocabulary.above(*thing));
        let above = above.collect();
        Restricted { named, above }
    }

    /// What a rule restricts, whatever the rest of it says.
    fn names_restricted(&self, rule: &Rule, named: &mut BTreeSet<ThingId>) {
        let ids = |things: &[ThingRef]| things.iter().map(|thing| thing.thing).collect::<Vec<_>>();
        match &rule.head {
            Head::Avoid { things, .. }
            | Head::Resume { things, .. }
            | Head::Limit { things, .. } => {
                named.extend(ids(things));
            }
            Head::Duty { only, things, .. } => {
                if *only {
                    named.extend(ids(&kinds_of(&self.vocabulary, things)));
                }
                for thing in things {
                    named.extend(&self.vocabulary.thing(thing.thing).opposes);
                }
            }
            Head::Allow { but_not, .. } if !is_allowed_later(rule) => named.extend(ids(but_not)),
            _ => {}
        }
    }

    /// Whether something restricts all of a thing.
    pub(super) fn is_off(&self, thing: ThingId, restricted: &Restricted) -> bool {
        restricted.named.contains(&thing)
            || (self.vocabulary.above(thing).into_iter())
                .any(|class| restricted.named.contains(&class))
    }

    /// `allow arnica gel from bruising`: what eases a symptom need not be off before it.
    fn waits_for_a_symptom(&self, rule: &Rule) -> bool {
        let Window::From { from, .. } = &rule.window else {
            return false;
        };
        let mut parts = from.parts().iter();
        parts.any(|point| match point {
            Point::Offset {
                anchor: Anchor::Event(id),
                ..
            } => self.vocabulary.thing(*id).kind == Kind::Symptom,
            _ => false,
        })
    }

    fn left_later(&self, rule: &Rule, left: &ThingRef) -> Diagnostic {
        let name = self.one_line(left.span);
        Diagnostic::new(
            Code::ButNotLater,
            left.span,
            format!("`{name}` is off from then on, and nothing says that it is off before"),
            "left from the same time only",
        )
        .with_label(rule.span, "this starts later")
        .with_help(format!(
            "write `avoid {name}` on a line of its own if it is off from the treatment on"
        ))
    }

    fn nothing_before(&self, rule: &Rule, thing: &ThingRef) -> Diagnostic {
        let name = self.one_line(thing.span);
        let from = rule.window_text.as_deref().unwrap_or_default();
        let until = from.replacen("from", "until", 1);
        // `on chin`: elsewhere it is not off.
        let places = rule.details.places.as_ref();
        let name_there = places.map_or(name.clone(), |places| format!("{name} {}", places.text));
        let help = if is_bare(rule) {
            format!(
                "write `resume {name_there} {from}` if it is off until then; `allow` forbids nothing"
            )
        } else {
            let until = until.split(" until ").next().unwrap_or_default();
            let until = until.split(" for ").next().unwrap_or_default();
            format!(
                "write `avoid {name_there} {until}` on a line of its own if it is off until then; `allow` forbids nothing"
            )
        };
        Diagnostic::new(
            Code::NothingBefore,
            thing.span,
            format!("nothing says that `{name}` is off until then"),
            "not covered before",
        )
        .with_help(help)
    }
}

/// Whether a permission says nothing but from when: `resume` can then say it all.
fn is_bare(rule: &Rule) -> bool {
    let details = &rule.details;
    let open = matches!(
        rule.window,
        Window::From {
            end: FromEnd::Open,
            ..
        }
    );
    let how = [
        &details.quantity,
        &details.frequency,
        &details.while_,
        &details.except_while,
        &details.by,
    ];
    open && rule.condition.is_truth()
        && details.using.is_none()
        && details.manner.is_none()
        && how.into_iter().all(Option::is_none)
}

/// `allow X from P`, where P is later than the treatment.
fn is_allowed_later(rule: &Rule) -> bool {
    let (Head::Allow { .. }, Window::From { from, .. }) = (&rule.head, &rule.window) else {
        return false;
    };
    match from {
        Point::Day(day) => *day > 0,
        Point::NextMorning | Point::Latest(_) => true,
        Point::Offset {
            distance,
            before,
            anchor,
        } => {
            let is_treatment = matches!(anchor, Anchor::Treatment | Anchor::Session(_));
            !before && (distance.is_some() || !is_treatment)
        }
    }
}
