//! What both protocols answer about, in groups: things of which the same sentences speak are told once.

use std::collections::{BTreeMap, BTreeSet};

use super::joint::{Joint, is_answered};
use super::same::Same;
use crate::check::{AttributeTest, Details, Rule, ThingRef};
use crate::eval::naming::Naming;
use crate::eval::narrow;
use crate::eval::prepared::Prepared;
use crate::eval::scene::Scene;
use crate::eval::subject::{Coverage, Subject, can_be, coverage};
use crate::syntax::tree::Kind;
use crate::vocabulary::ThingId;

/// A thing, as each protocol knows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Named {
    /// In words, attributes included.
    pub name: String,
    /// The thing in the vocabulary of both: the old protocol's, and the new one's.
    pub things: (Option<ThingId>, Option<ThingId>),
    /// What narrows it.
    pub attributes: Vec<AttributeTest>,
}

/// Things about which both protocols say the same.
#[derive(Debug)]
pub(super) struct Group {
    pub members: Vec<Named>,
    /// The lines that cover them.
    pub lines: BTreeSet<usize>,
    /// Where and while what they are looked at, by place among all that are told apart.
    pub aspects: Vec<usize>,
}

impl Group {
    /// The first of them, as each protocol asks about it.
    pub fn subjects(&self, joint: &Joint) -> (Option<Subject>, Option<Subject>) {
        let Some(first) = self.members.first() else {
            return (None, None);
        };
        let of = |thing: Option<ThingId>| thing.map(|thing| first.subject(joint, thing));
        (of(first.things.0), of(first.things.1))
    }
}

impl Named {
    fn subject(&self, joint: &Joint, thing: ThingId) -> Subject {
        Subject {
            attributes: self.attributes.clone(),
            ..Subject::thing(joint.vocabulary(), thing)
        }
    }
}

/// What is told apart by where, while what and with what sentences hold: nothing of the kind, which stands first, and
/// what some sentence says.
pub(super) fn aspects(rules: &[Rule]) -> Vec<Details> {
    let mut all = vec![Details::default()];
    for rule in rules {
        for aspect in aspects_in(&rule.details) {
            if !all.contains(&aspect) {
                all.push(aspect);
            }
        }
    }
    all
}

/// What a sentence is told apart by; of one that leaves out several situations, by each.
pub(super) fn aspects_in(details: &Details) -> Vec<Details> {
    let bare = super::same::bare(details);
    let aspect = |during| Details {
        places: bare.places.clone(),
        using: bare.using.clone(),
        during,
        ..Details::default()
    };
    match (bare.during, bare.outside.as_slice()) {
        (None, [_, ..]) => {
            // Where a sentence does not hold, the other may.
            bare.outside.iter().map(|out| aspect(Some(*out))).collect()
        }
        (during, _) => vec![aspect(during)],
    }
}

/// The groups of things about which a protocol may answer otherwise than the other does.
pub(super) fn groups(
    joint: &Joint,
    (prepared, scene): (&Prepared<'_>, &Scene<'_>),
    (same, aspects): (&Same, &[Details]),
) -> Vec<Group> {
    let mut naming = Naming::default();
    for (at, placed) in prepared.drafts.iter().enumerate() {
        naming.add(at, &placed.draft.items);
    }
    let mut groups: BTreeMap<Signature, Group> = BTreeMap::new();
    for named in subjects(joint, prepared) {
        let around = around(joint, &naming, &named, prepared);
        if !around.iter().any(|line| is_changed(prepared, same, *line)) {
            continue;
        }
        let lines: BTreeSet<usize> = (around.into_iter())
            .filter(|line| covers(joint, prepared, scene, *line, &named))
            .collect();
        if !lines.iter().any(|line| is_changed(prepared, same, *line)) {
            continue;
        }
        // Medicines are told apart: each may be prescribed.
        let mut known = [named.things.0, named.things.1].into_iter().flatten();
        let medicine = known.find(|thing| joint.vocabulary().thing(*thing).kind == Kind::Medicine);
        let known = (named.things.0.is_some(), named.things.1.is_some());
        let key = (lines.iter().copied().collect(), medicine, known);
        let group = groups.entry(key).or_insert_with(|| Group {
            members: Vec::new(),
            aspects: aspects_of(joint, prepared, &lines, aspects),
            lines,
        });
        group.members.push(named);
    }
    groups.into_values().collect()
}

/// What tells groups apart: the lines, which medicine it is, and which protocol knows them.
type Signature = (Vec<usize>, Option<ThingId>, (bool, bool));

pub(super) fn is_changed(prepared: &Prepared<'_>, same: &Same, line: usize) -> bool {
    let placed = prepared.drafts.get(line);
    placed.is_some_and(|placed| same.is_changed(placed.said))
}

fn aspects_of(
    joint: &Joint,
    prepared: &Prepared<'_>,
    lines: &BTreeSet<usize>,
    aspects: &[Details],
) -> Vec<usize> {
    let vocabulary = joint.vocabulary();
    let mut all = vec![0];
    for line in lines {
        let rule = prepared.drafts.get(*line);
        let rule = rule.and_then(|placed| joint.rules.get(placed.said));
        let own = rule.map(|rule| aspects_in(&rule.details));
        for own in own.into_iter().flatten() {
            // What is about the treated area alone is about what is meant where no place is named.
            let plain = !narrow::is_narrow(vocabulary, &own) && own.using.is_none();
            let place = aspects.iter().position(|known| *known == own);
            all.extend(place.filter(|place| !plain && !all.contains(place)));
        }
    }
    all
}

/// All things at the bottom of either vocabulary that can be answered about, and as sentences narrow them.
fn subjects(joint: &Joint, prepared: &Prepared<'_>) -> Vec<Named> {
    let vocabulary = joint.vocabulary();
    let bottom = |thing: ThingId| vocabulary.thing(thing).children.is_empty();
    let items = prepared.drafts.iter().flat_map(|placed| {
        let draft = &placed.draft;
        draft.items.iter().chain(draft.except.iter())
    });
    let narrowing: BTreeMap<(ThingId, &[AttributeTest]), &ThingRef> = items
        .filter(|item| !item.attributes.is_empty())
        .map(|item| ((item.thing, item.attributes.as_slice()), item))
        .collect();
    let mut all = Vec::new();
    for things in &joint.pairs {
        let either = [things.0, things.1].into_iter().flatten();
        let either: Vec<ThingId> = either.collect();
        let Some(first) = either.first().copied() else {
            continue;
        };
        let asked = either.iter().any(|thing| bottom(*thing)) || vocabulary.is_kind_class(first);
        if !asked || !is_answered(vocabulary, first) {
            continue;
        }
        let plain = Named {
            name: vocabulary.name(first).to_owned(),
            things: *things,
            attributes: Vec::new(),
        };
        let mut narrowed: Vec<Named> = Vec::new();
        for item in narrowing.values() {
            let under = |thing: &&ThingId| {
                vocabulary.is_under(**thing, item.thing) && can_be(vocabulary, **thing, item)
            };
            let Some(thing) = either.iter().find(under) else {
                continue;
            };
            let as_said = ThingRef {
                thing: *thing,
                written: None,
                ..(*item).clone()
            };
            let named = Named {
                name: crate::eval::words::thing(vocabulary, &as_said),
                attributes: item.attributes.clone(),
                ..plain.clone()
            };
            if !narrowed.contains(&named) {
                narrowed.push(named);
            }
        }
        all.push(plain);
        all.extend(narrowed);
    }
    all
}

/// The lines that name a thing or a class above it, as each protocol knows it.
fn around(
    joint: &Joint,
    naming: &Naming,
    named: &Named,
    prepared: &Prepared<'_>,
) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for (thing, is_old) in [(named.things.0, true), (named.things.1, false)] {
        let Some(thing) = thing else { continue };
        let above = joint.vocabulary().above(thing);
        let lines = std::iter::once(thing)
            .chain(above)
            .flat_map(|class| naming.of(class));
        found.extend(lines.filter(|line| is_of(joint, prepared, **line, is_old)));
    }
    found
}

/// Whether a line is of the old protocol, or of the new one.
pub(super) fn is_of(joint: &Joint, prepared: &Prepared<'_>, line: usize, is_old: bool) -> bool {
    let placed = prepared.drafts.get(line);
    placed.is_some_and(|placed| (placed.said < joint.old) == is_old)
}

fn covers(
    joint: &Joint,
    prepared: &Prepared<'_>,
    scene: &Scene<'_>,
    line: usize,
    named: &Named,
) -> bool {
    let Some(placed) = prepared.drafts.get(line) else {
        return false;
    };
    let thing = if placed.said < joint.old {
        named.things.0
    } else {
        named.things.1
    };
    let Some(subject) = thing.map(|thing| named.subject(joint, thing)) else {
        return false;
    };
    let full = |items: &[ThingRef]| {
        let mut items = items.iter();
        items.any(|item| coverage(scene, item, &subject) == Coverage::Full)
    };
    full(&placed.draft.items) && !full(&placed.draft.except)
}
