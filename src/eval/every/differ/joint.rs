//! Two protocols under one vocabulary: what both name alike is one thing, and a class that holds other things in one
//! than in the other is two.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::names::Names;
use crate::check::{Extent, Head, Lineage, Protocol, Rule, ThingRef, Window};
use crate::number::Number;
use crate::syntax::tree::{Duration, Kind};
use crate::vocabulary::{Fact, FactId, FactKind, ThingId, Vocabulary, fold};

/// Both protocols as one: the sentences of the old one, then those of the new one.
pub(super) struct Joint {
    /// All sentences as they were written, in the names of both.
    pub rules: Vec<Rule>,
    /// How many of them are old.
    pub old: usize,
    /// What stands around them.
    pub protocol: Protocol,
    /// What the names of each are.
    pub names: (Names, Names),
    /// The facts that are of one kind in the old protocol and of another in the new one.
    pub apart: BTreeSet<FactId>,
    /// By name, what each protocol knows: the old one's and the new one's.
    pub pairs: Vec<(Option<ThingId>, Option<ThingId>)>,
    /// The symptoms, places, events and situations that hold others in the one than in the other.
    pub otherwise: BTreeSet<ThingId>,
}

/// The things of both.
struct Things {
    /// By thing of the new vocabulary.
    things: Vec<ThingId>,
    pairs: Vec<(Option<ThingId>, Option<ThingId>)>,
    otherwise: BTreeSet<ThingId>,
}

impl Joint {
    pub fn of(old: &Protocol, new: &Protocol) -> Self {
        let mut vocabulary = old.vocabulary.as_ref().clone();
        let Things {
            things,
            pairs,
            otherwise,
        } = things(&mut vocabulary, &old.vocabulary, &new.vocabulary);
        let mut names = (
            Names {
                things: old.vocabulary.things().map(|(id, _)| id).collect(),
                ..Names::default()
            },
            Names {
                things,
                ..Names::default()
            },
        );
        let apart = facts(&mut vocabulary, &new.vocabulary, &mut names);
        let aftercare = old.aftercare.filter(|_| old.aftercare == new.aftercare);
        let sides = [(old, &names.0), (new, &names.1)];
        let rules: Vec<Rule> = (sides.iter())
            .flat_map(|(protocol, names)| {
                let rules = protocol.rules.iter();
                rules.map(|rule| lasting(names.rule(rule), protocol.aftercare, aftercare))
            })
            .collect();
        let protocol = Protocol {
            aftercare,
            rules: rules.iter().map(without_course).collect(),
            accepted: Vec::new(),
            lineage: Lineage::default(),
            vocabulary: Arc::new(vocabulary),
            ..old.clone()
        };
        Self {
            rules,
            old: old.rules.len(),
            protocol,
            names,
            apart,
            pairs,
            otherwise,
        }
    }

    pub fn vocabulary(&self) -> &Vocabulary {
        &self.protocol.vocabulary
    }

    /// Whether a thing is one of both protocols.
    pub fn is_of_both(&self, thing: ThingId) -> bool {
        let both = (Some(thing), Some(thing));
        // The old protocol's things stand first, in their order.
        let old = self.pairs.get(thing.0 as usize);
        old == Some(&both)
    }

    /// An action as either protocol knows it, whatever it opposes there: to do it is one deed.
    pub fn deeds(&self, item: &ThingRef) -> Vec<ThingRef> {
        let mut deeds = vec![item.clone()];
        if self.vocabulary().thing(item.thing).kind == Kind::Action {
            let mut pairs = self.pairs.iter();
            let pair = pairs.find(|pair| [pair.0, pair.1].contains(&Some(item.thing)));
            let names = pair.into_iter().flat_map(|pair| [pair.0, pair.1]);
            let others = names.flatten().filter(|thing| *thing != item.thing);
            deeds.extend(others.map(|thing| ThingRef {
                thing,
                ..item.clone()
            }));
        }
        deeds
    }
}

/// A sentence without a window, in words that mean the same where aftercare lasts otherwise, or for ever: its end
/// gives nothing back.
fn lasting(rule: Rule, own: Option<Duration>, both: Option<Duration>) -> Rule {
    let shown_whenever =
        rule.head.is_before_treatment() || matches!(rule.head, Head::Report { .. } | Head::Note(_));
    if rule.window != Window::Unsaid || own == both || shown_whenever {
        return rule;
    }
    let window = own.map_or(Window::Unsaid, |minimum| {
        Window::For(Extent::AtLeast {
            minimum,
            better: None,
        })
    });
    Rule { window, ..rule }
}

/// A course would move other sessions, and with them what counts from these: two of them are compared by what they say.
fn without_course(rule: &Rule) -> Rule {
    match rule.head {
        Head::Sessions { .. } | Head::Maintenance { .. } | Head::Visit { .. } => Rule {
            head: Head::Note(String::new()),
            ..rule.clone()
        },
        _ => rule.clone(),
    }
}

/// The things of the new vocabulary as those of both, which are added to those of the old one; and the pairs of things
/// that have one name.
fn things(both: &mut Vocabulary, old: &Vocabulary, new: &Vocabulary) -> Things {
    let matched = matched(old, new);
    let (split, otherwise) = split(old, new, &matched);
    let mut mapped: Vec<ThingId> = Vec::new();
    for (id, thing) in new.things() {
        let known = matched.get(&id).filter(|_| !split.contains(&id)).copied();
        mapped.push(known.unwrap_or_else(|| {
            let mut own = thing.clone();
            own.parents.clear();
            own.children.clear();
            both.add(own).0
        }));
    }
    let at = |id: &ThingId| mapped.get(id.0 as usize).copied().unwrap_or(*id);
    for (id, thing) in new.things() {
        let own = at(&id);
        for parent in &thing.parents {
            both.put_under(own, at(parent));
        }
        if !matched.contains_key(&id) || split.contains(&id) {
            let attributes: BTreeMap<ThingId, Number> = (thing.attributes.iter())
                .map(|(attribute, value)| (at(attribute), *value))
                .collect();
            let opposes = thing.opposes.iter().map(at).collect();
            if let Some(own) = both.thing_mut(own) {
                own.attributes = attributes;
                own.opposes = opposes;
                own.of = thing.of.iter().map(at).collect();
            }
        }
    }
    let of_new: BTreeMap<ThingId, ThingId> =
        matched.iter().map(|(new, old)| (*old, at(new))).collect();
    let known = old
        .things()
        .map(|(id, _)| (Some(id), of_new.get(&id).copied()));
    let fresh = new.things().filter(|(id, _)| !matched.contains_key(id));
    let pairs = known
        .chain(fresh.map(|(id, _)| (None, Some(at(&id)))))
        .collect();
    Things {
        things: mapped,
        pairs,
        otherwise,
    }
}

/// By thing of the new vocabulary the old one's thing with its name, or with another of its names.
fn matched(old: &Vocabulary, new: &Vocabulary) -> BTreeMap<ThingId, ThingId> {
    let mut matched = BTreeMap::new();
    let mut taken = BTreeSet::new();
    let own: BTreeMap<String, ThingId> = (old.things())
        .map(|(id, thing)| (fold(&thing.name), id))
        .collect();
    for (id, thing) in new.things() {
        let known = if new.is_kind_class(id) {
            Some(id)
        } else {
            own.get(&fold(&thing.name)).copied()
        };
        if let Some(known) = known.filter(|known| taken.insert(*known)) {
            matched.insert(id, known);
        }
    }
    for (id, thing) in new.things() {
        if matched.contains_key(&id) {
            continue;
        }
        let same = thing.names().filter_map(|name| old.find_thing(name));
        let known = same.into_iter().find(|known| !taken.contains(known));
        if let Some(known) = known {
            taken.insert(known);
            matched.insert(id, known);
        }
    }
    matched
}

/// The things of the new vocabulary that have a namesake in the old one and are another thing all the same: of another
/// kind, with other attributes, or a class with other things below it. The classes of the kinds are never such, and
/// symptoms, places, events and situations neither: they are told by their names. Of those the old things that are
/// other ones come second.
fn split(
    old: &Vocabulary,
    new: &Vocabulary,
    matched: &BTreeMap<ThingId, ThingId>,
) -> (BTreeSet<ThingId>, BTreeSet<ThingId>) {
    let mut split: BTreeSet<ThingId> = BTreeSet::new();
    let mut otherwise: BTreeSet<ThingId> = BTreeSet::new();
    for (id, known) in matched.iter().filter(|(id, _)| !new.is_kind_class(**id)) {
        let (thing, was) = (new.thing(*id), old.thing(*known));
        let below: BTreeSet<Option<&ThingId>> = thing
            .children
            .iter()
            .map(|child| matched.get(child))
            .collect();
        let was_below: BTreeSet<Option<&ThingId>> = was.children.iter().map(Some).collect();
        let opposes: BTreeSet<Option<&ThingId>> = thing
            .opposes
            .iter()
            .map(|other| matched.get(other))
            .collect();
        let opposed: BTreeSet<Option<&ThingId>> = was.opposes.iter().map(Some).collect();
        let alike = thing.kind == was.kind
            && below == was_below
            && opposes == opposed
            && attributes(new, *id, &|attribute| matched.get(&attribute).copied())
                == attributes(old, *known, &Some);
        let by_name = thing.kind == was.kind && !thing.kind.is_thing();
        if !alike && by_name {
            otherwise.insert(*known);
        } else if !alike {
            split.insert(*id);
        }
    }
    spread(new, matched, &mut split);
    (split, otherwise)
}

/// Adds the classes above what is another thing, and the actions that oppose it: they are others, too.
fn spread(new: &Vocabulary, matched: &BTreeMap<ThingId, ThingId>, split: &mut BTreeSet<ThingId>) {
    let mut opposing: BTreeMap<ThingId, Vec<ThingId>> = BTreeMap::new();
    for (id, thing) in new.things() {
        for other in &thing.opposes {
            opposing.entry(*other).or_default().push(id);
        }
    }
    let mut open: Vec<ThingId> = split.iter().copied().collect();
    while let Some(id) = open.pop() {
        let parents = new.thing(id).parents.iter();
        for other in parents.chain(opposing.get(&id).into_iter().flatten()) {
            let whole = new.is_kind_class(*other) || !matched.contains_key(other);
            if !whole && split.insert(*other) {
                open.push(*other);
            }
        }
    }
}

/// What a thing is known to have, from itself or a class above it.
fn attributes(
    vocabulary: &Vocabulary,
    id: ThingId,
    called: &dyn Fn(ThingId) -> Option<ThingId>,
) -> BTreeMap<Option<ThingId>, Number> {
    let mut all = BTreeMap::new();
    for class in std::iter::once(id).chain(vocabulary.above(id)) {
        for (attribute, value) in &vocabulary.thing(class).attributes {
            all.entry(called(*attribute)).or_insert(*value);
        }
    }
    all
}

/// Puts the facts of both protocols together; gives those that cannot be.
fn facts(
    both: &mut Vocabulary,
    new: &Vocabulary,
    (was, now): &mut (Names, Names),
) -> BTreeSet<FactId> {
    was.facts = both.facts().map(|(id, _)| id).collect();
    let mut apart = BTreeSet::new();
    for (id, fact) in new.facts() {
        let kind = match fact.kind {
            FactKind::Things(root) => FactKind::Things(now.thing(root)),
            ref kind => kind.clone(),
        };
        let own = Fact {
            kind,
            ..fact.clone()
        };
        let known = both.find_fact(&fact.name);
        let merged = known.and_then(|known| merged(&both.fact(known).kind, &own.kind));
        let mapped = match (known, merged) {
            (Some(known), Some((kind, of_old, of_new))) => {
                was.values.extend(of_old.map(|values| (known, values)));
                now.values.extend(of_new.map(|values| (id, values)));
                if let Some(fact) = both.fact_mut(known) {
                    fact.kind = kind;
                }
                known
            }
            (Some(known), None) => {
                let (added, _) = both.add_fact(own);
                apart.extend([known, added]);
                added
            }
            (None, _) => both.add_fact(own).0,
        };
        now.facts.push(mapped);
    }
    apart
}

/// What the values of a fact are under both protocols, and where the values of each stand among these; none where the
/// two are of different kinds.
#[expect(clippy::type_complexity, reason = "it is taken apart at once")]
fn merged(
    one: &FactKind,
    other: &FactKind,
) -> Option<(FactKind, Option<Vec<usize>>, Option<Vec<usize>>)> {
    let places = |of: &[String], all: &[String]| -> Option<Vec<usize>> {
        let place = |name: &String| all.iter().position(|known| fold(known) == fold(name));
        of.iter().map(place).collect()
    };
    match (one, other) {
        (one, other) if one == other => Some((one.clone(), None, None)),
        (FactKind::Ordered(one), FactKind::Ordered(other)) => {
            let ascending = |places: &[usize]| places.is_sorted_by(|one, next| one < next);
            if let Some(within) = places(other, one).filter(|within| ascending(within)) {
                return Some((FactKind::Ordered(one.clone()), None, Some(within)));
            }
            let within = places(one, other).filter(|within| ascending(within))?;
            Some((FactKind::Ordered(other.clone()), Some(within), None))
        }
        (FactKind::OneOf(one), FactKind::OneOf(other)) => {
            let all = united(one, other);
            let within = places(other, &all);
            Some((FactKind::OneOf(all), None, within))
        }
        (FactKind::AnyOf(one), FactKind::AnyOf(other)) => {
            let all = united(one, other);
            let within = places(other, &all);
            Some((FactKind::AnyOf(all), None, within))
        }
        (FactKind::Number(one), FactKind::Number(other)) => {
            Some((FactKind::Number(one.or(*other)?), None, None))
        }
        _ => None,
    }
}

fn united(one: &[String], other: &[String]) -> Vec<String> {
    let mut all = one.to_vec();
    for name in other {
        if !all.iter().any(|known| fold(known) == fold(name)) {
            all.push(name.clone());
        }
    }
    all
}

/// Whether a thing can be used, left or done, so that a protocol answers about it.
pub(super) fn is_answered(vocabulary: &Vocabulary, id: ThingId) -> bool {
    let kind: Kind = vocabulary.thing(id).kind;
    kind.is_thing()
}
