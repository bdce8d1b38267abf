//! `continue blood thinners` and `stop aspirin for 1 week before`: what is to go on holds something that is to be left.

use crate::check::checker::Checker;
use crate::check::protocol::{Head, Rule, ThingRef};
use crate::check::window::{Extent, Window};
use crate::check::wording::duration;
use crate::diagnostic::{Code, Diagnostic};
use crate::eval::conditions::Deciding;
use crate::syntax::MAX_MISTAKES;
use crate::syntax::tree::Kind;

/// A medicine that goes on, and one of it that is to be left.
struct Opposed<'r> {
    goes_on: (&'r Rule, &'r ThingRef),
    left: (&'r Rule, &'r ThingRef),
}

impl Checker<'_> {
    /// Warns of medicines that one sentence lets go on and another one stops. What is stopped all that time is found as
    /// held back.
    pub(crate) fn going_on_and_left(&mut self, rules: &[Rule]) {
        let going_on: Vec<&Rule> = rules.iter().filter(|rule| rule.lets_go_on()).collect();
        if going_on.is_empty() {
            return;
        }
        let bans = rules
            .iter()
            .filter(|rule| matches!(rule.head, Head::Avoid { .. }));
        let bans: Vec<&Rule> = bans.collect();
        let mut all = going_on.iter().flat_map(|goes_on| {
            let bans = bans.iter().filter(|ban| may_meet(goes_on, ban));
            bans.filter_map(|ban| self.opposed(goes_on, ban))
        });
        let opposed: Vec<Opposed<'_>> = all.by_ref().take(MAX_MISTAKES).collect();
        if opposed.is_empty() {
            return;
        }
        let deciding = Deciding::of(&self.vocabulary, rules);
        let both = |one: &&Opposed<'_>| {
            let (goes_on, left) = (one.goes_on.0, one.left.0);
            deciding.both(&goes_on.condition, &left.condition).is_some()
        };
        let found: Vec<Diagnostic> = opposed
            .iter()
            .filter(both)
            .map(|one| self.told_opposed(one))
            .collect();
        for diagnostic in found {
            self.report(diagnostic);
        }
    }

    /// The first medicine of a ban that a sentence lets go on.
    fn opposed<'r>(&self, goes_on: &'r Rule, ban: &'r Rule) -> Option<Opposed<'r>> {
        let is_under =
            |one: &ThingRef, class: &ThingRef| self.vocabulary.is_under(one.thing, class.thing);
        let except = &goes_on.details.except;
        goes_on.head.things().find_map(|thing| {
            let left = ban.head.things().find(|left| {
                let is_medicine = self.vocabulary.thing(left.thing).kind == Kind::Medicine;
                let of_it = is_under(left, thing) && left.thing != thing.thing;
                let all_of_it = is_under(thing, left)
                    && without_a_start(goes_on)
                    && !ban.window.surely_covers(&goes_on.window);
                let apart = except.iter().any(|out| is_under(left, out))
                    || ban.details.except.iter().any(|out| is_under(thing, out));
                is_medicine && (of_it || all_of_it) && !apart
            })?;
            Some(Opposed {
                goes_on: (goes_on, thing),
                left: (ban, left),
            })
        })
    }

    fn told_opposed(&self, one: &Opposed<'_>) -> Diagnostic {
        let (thing, left) = (one.goes_on.1, one.left.1);
        let (going, stopped) = (self.one_line(thing.span), self.one_line(left.span));
        let of_it = self.vocabulary.is_under(left.thing, thing.thing) && left.thing != thing.thing;
        let (message, help) = if of_it {
            (
                format!("`{stopped}` is to be left, and is among `{going}`, which are to go on"),
                format!(
                    "the ban wins for whoever is not prescribed it: write `continue {going} except {stopped}` if that is meant, or leave \
                     `{stopped}` out of the ban"
                ),
            )
        } else {
            let ban = one.left.0;
            let when = ban.window_text.as_deref().unwrap_or_default();
            let from = match &ban.window {
                Window::Before(_) | Window::BeforeTreatment => Some("day 1".to_owned()),
                Window::For(Extent::Exactly(length)) => Some(duration(*length)),
                _ => None,
            };
            let until = one.goes_on.0.window_text.as_deref();
            let until = until.unwrap_or("for 2 weeks");
            let such = from.map(|from| format!(", as in `continue {going} from {from} {until}`"));
            (
                format!("`{going}` is to go on, and to be left {when}"),
                format!(
                    "say from when it goes on and until when{}; or leave one of the two out",
                    such.unwrap_or_default()
                ),
            )
        };
        Diagnostic::new(Code::GoesOnAndLeft, left.span, message, "to be left")
            .with_label(thing.span, "to go on")
            .with_help(help)
    }
}

/// `continue warfarin until doctor stops it` has an end alone.
fn without_a_start(rule: &Rule) -> bool {
    without_a_time(rule) || matches!(rule.window, Window::Until { .. })
}

/// Whether a ban holds before the treatment or from it on, when what has no start goes on already.
fn starts_by_the_treatment(window: &Window) -> bool {
    !matches!(window, Window::Days { .. } | Window::From { .. })
}

fn without_a_time(rule: &Rule) -> bool {
    matches!(rule.window, Window::Unsaid | Window::Always)
}

/// Whether a ban is of the time in which something goes on. What goes on without a time is meant of the time before the
/// treatment, too.
fn may_meet(goes_on: &Rule, ban: &Rule) -> bool {
    without_a_time(goes_on)
        || without_a_start(goes_on) && starts_by_the_treatment(&ban.window)
        || goes_on.window.surely_covers(&ban.window)
        || ban.window.surely_covers(&goes_on.window)
}
