//! What something is done with and another sentence forbids all that time. A plan leaves it out; the author may
//! not have meant that. Of what a sentence is about, the analysis of what holds for every patient tells.

use std::collections::BTreeMap;

use crate::check::checker::Checker;
use crate::check::kinds::kinds_of;
use crate::check::protocol::{Head, Rule, ThingRef};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::MAX_MISTAKES;
use crate::vocabulary::{ThingId, Vocabulary};

/// How many bans on one class are compared with what is under it: a longer file loses warnings, not time.
const BANS: usize = 100;

/// A firm ban on all of a class, but for some of it.
#[derive(Debug, Clone, Copy)]
struct Ban<'r> {
    rule: &'r Rule,
    except: &'r [ThingRef],
    /// `use only` says so.
    only: bool,
}

type Bans<'r> = BTreeMap<ThingId, Vec<Ban<'r>>>;

impl Checker<'_> {
    /// Warns of what something is done with and is forbidden at the same time.
    pub(crate) fn at_odds(&mut self, rules: &[Rule]) {
        let using = rules.iter().filter(|rule| rule.details.using.is_some());
        let using: Vec<&Rule> = using.collect();
        if using.is_empty() {
            return;
        }
        let bans = bans(&self.vocabulary, rules);
        let mut found: Vec<(ThingRef, Ban<'_>)> = Vec::new();
        for rule in using {
            if found.len() >= MAX_MISTAKES {
                break;
            }
            found.extend(self.asked_and_banned(rule, &bans));
        }
        for (thing, ban) in found {
            let diagnostic = at_odds(&self.one_line(thing.span), &thing, ban);
            self.report(diagnostic);
        }
    }

    /// What a sentence is done with and a ban forbids whenever it holds. Of a choice, all must be forbidden.
    fn asked_and_banned<'r>(&self, rule: &Rule, bans: &Bans<'r>) -> Option<(ThingRef, Ban<'r>)> {
        if matches!(rule.head, Head::Avoid { .. } | Head::Limit { .. }) {
            return None;
        }
        let using = rule.details.using.as_ref()?;
        let all = using.things.iter();
        let all: Vec<_> = all.map(|thing| self.ban_on(rule, thing, bans)).collect();
        if using.choice && all.iter().any(Option::is_none) {
            return None;
        }
        let mut banned = using.things.iter().zip(all);
        banned.find_map(|(thing, ban)| Some((thing.clone(), ban?)))
    }

    /// The first ban on a thing that holds whenever the sentence does.
    fn ban_on<'r>(&self, rule: &Rule, thing: &ThingRef, bans: &Bans<'r>) -> Option<Ban<'r>> {
        let above = self.vocabulary.above(thing.thing);
        let classes = std::iter::once(thing.thing).chain(above);
        let mut near = classes.filter_map(|class| bans.get(&class)).flatten();
        let holds = |ban: &&Ban<'_>| {
            let there = ban.rule.details.places.is_none()
                || ban.rule.details.place() == rule.details.place();
            let always = ban.rule.condition.is_truth() || ban.rule.condition == rule.condition;
            let apart = ban.except.iter().any(|other| {
                self.vocabulary.is_under(thing.thing, other.thing)
                    || self.vocabulary.is_under(other.thing, thing.thing)
            });
            !std::ptr::eq(ban.rule, rule)
                && there
                && always
                && !apart
                && ban.rule.window.surely_covers(&rule.window)
        };
        near.find(holds).copied()
    }
}

/// The firm bans on whole classes, by class; those that hold in a situation alone are left out.
fn bans<'r>(vocabulary: &Vocabulary, rules: &'r [Rule]) -> Bans<'r> {
    let mut bans: Bans<'r> = BTreeMap::new();
    for rule in rules {
        if rule.advised || rule.details.during.is_some() || rule.details.using.is_some() {
            continue;
        }
        let (classes, ban) = match &rule.head {
            Head::Avoid { things, .. } => {
                let whole = things.iter().filter(|thing| thing.attributes.is_empty());
                let classes: Vec<ThingId> = whole.map(|thing| thing.thing).collect();
                let except: &[ThingRef] = &rule.details.except;
                (classes, (except, false))
            }
            Head::Duty {
                only: true, things, ..
            } => {
                let kinds = kinds_of(vocabulary, things);
                let classes = kinds.into_iter().map(|kind| kind.thing).collect();
                let except: &[ThingRef] = things;
                (classes, (except, true))
            }
            _ => continue,
        };
        let (except, only) = ban;
        for class in classes {
            let known = bans.entry(class).or_default();
            if known.len() < BANS {
                known.push(Ban { rule, except, only });
            }
        }
    }
    bans
}

fn at_odds(name: &str, thing: &ThingRef, ban: Ban<'_>) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Code::AtOdds,
        thing.span,
        format!("this is done with `{name}`, which is forbidden all that time"),
        "left out of every plan",
    );
    let diagnostic = diagnostic.with_label(
        ban.rule.span,
        if ban.only {
            "this leaves nothing else of its kind"
        } else {
            "this forbids it"
        },
    );
    diagnostic.with_help(if ban.only {
        format!("name `{name}` behind `only`, too, or give the two different windows")
    } else {
        format!("leave `{name}` out of the ban with `except`, name another thing, or give the two different windows")
    })
}
