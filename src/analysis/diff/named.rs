//! The things of a change in as few words as they take: a class where all of it is meant.

use std::collections::BTreeSet;

use crate::check::{Head, Protocol, Rule, ThingRef};
use crate::eval::every::{Difference, Differing, Named};
use crate::eval::thing_in_words;
use crate::vocabulary::{ThingId, Vocabulary};

/// The classes of which all is meant, and the other things one by one.
pub(super) fn things(
    differing: &Differing,
    (old, new): (&Protocol, &Protocol),
    one: &Difference,
) -> Vec<String> {
    if !one.parts.is_empty() {
        let all = sides(one, old, new).any(|(_, protocol, rule)| says(protocol, rule) == one.parts);
        let parts = one.parts.iter().filter(|_| !all);
        return parts.cloned().collect();
    }
    let mut named = BTreeSet::new();
    let mut left: BTreeSet<&Named> = one.things.iter().collect();
    // As the sentences themselves name it, where all of that is meant: the widest name first.
    let mut wide: Vec<(BTreeSet<&Named>, String)> = sides(one, old, new)
        .flat_map(|(is_old, protocol, rule)| {
            let vocabulary = &protocol.vocabulary;
            rule.head.things().filter_map(move |item| {
                let members = members(differing, is_old, vocabulary, item, &one.things)?;
                Some((members, thing_in_words(vocabulary, item)))
            })
        })
        .collect();
    wide.sort_by(|one, next| (next.0.len(), &one.1).cmp(&(one.0.len(), &next.1)));
    for (members, name) in wide {
        if !members.is_disjoint(&left) {
            named.insert(name);
            left.retain(|one| !members.contains(one));
        }
    }
    let plain: BTreeSet<&str> = left
        .iter()
        .filter(|one| one.attributes.is_empty())
        .map(|one| one.name.as_str())
        .collect();
    // What narrows a thing that differs altogether adds nothing.
    let rest = left.iter().filter(|one| {
        one.attributes.is_empty() || !plain.iter().any(|plain| one.name.contains(plain))
    });
    named.extend(rest.map(|one| one.name.clone()));
    named.into_iter().collect()
}

/// What of the things lies under an item, if all that lies under it is among them.
fn members<'d>(
    differing: &Differing,
    is_old: bool,
    vocabulary: &Vocabulary,
    item: &ThingRef,
    things: &'d BTreeSet<Named>,
) -> Option<BTreeSet<&'d Named>> {
    let mut known: BTreeSet<ThingId> = BTreeSet::new();
    let mut members = BTreeSet::new();
    for named in things {
        let Some(thing) = differing.thing(is_old, named) else {
            continue;
        };
        if vocabulary.is_under(thing.thing, item.thing) {
            members.insert(named);
            if thing.attributes.is_empty() || thing.attributes == item.attributes {
                known.insert(thing.thing);
            }
        }
    }
    let all = vocabulary.leaves(item.thing);
    let whole = all.iter().all(|leaf| known.contains(leaf));
    (whole && !members.is_empty()).then_some(members)
}

/// What a difference is about, in words.
pub(super) fn about(one: &Difference, old: &Protocol, new: &Protocol) -> &'static str {
    if !one.things.is_empty() {
        return super::model::ANSWERED;
    }
    // Of a duty that is held back the sentence itself stands in both.
    let (was, is) = (&one.twins.0, &one.twins.1);
    let held = was.iter().filter_map(|at| old.rules.get(*at));
    let held = held.chain(is.iter().filter_map(|at| new.rules.get(*at)));
    let rules = held.chain(sides(one, old, new).map(|(.., rule)| rule));
    let heads: Vec<&Head> = rules.map(|rule| &rule.head).collect();
    heads.first().map_or("a sentence", |head| in_words(head))
}

fn in_words(head: &Head) -> &'static str {
    match head {
        Head::Avoid { .. } => "a ban",
        Head::Duty { .. } => "a duty",
        Head::Allow { .. } | Head::Resume { .. } => "a permission",
        Head::Limit { .. } => "a limit",
        Head::Expect { .. } => "what is normal",
        Head::Report { .. } => "a warning sign",
        Head::Steps { .. } => "steps",
        Head::Sessions { .. } | Head::Maintenance { .. } => "the course",
        Head::Visit { .. } => "a visit",
        Head::Refuse | Head::Defer { .. } => "whether to treat",
        Head::Caution(_) => "a caution",
        Head::AskPrescriber(_) => "what to ask the prescriber",
        Head::AskClinic(_) => "what to ask the clinic",
        Head::TellClinic(_) => "what the clinic is told",
        Head::Prepare(_) => "what to prepare",
        Head::Note(_) => "a note",
    }
}

/// The sentences of a difference, each with its side.
fn sides<'a>(
    one: &'a Difference,
    old: &'a Protocol,
    new: &'a Protocol,
) -> impl Iterator<Item = (bool, &'a Protocol, &'a Rule)> {
    let of = |is_old, protocol: &'a Protocol, rules: &'a [usize]| {
        let rules = rules.iter().filter_map(|at| protocol.rules.get(*at));
        rules.map(move |rule| (is_old, protocol, rule))
    };
    of(true, old, &one.old).chain(of(false, new, &one.new))
}

/// All that a sentence says something of, in words: its things; of a limit the things below them.
fn says(protocol: &Protocol, rule: &Rule) -> BTreeSet<String> {
    let vocabulary = &protocol.vocabulary;
    let items = rule.head.things();
    if matches!(rule.head, Head::Limit { .. }) {
        let leaves = items.flat_map(|item| vocabulary.leaves(item.thing));
        return leaves
            .map(|leaf| vocabulary.name(leaf).to_owned())
            .collect();
    }
    items.map(|item| thing_in_words(vocabulary, item)).collect()
}
