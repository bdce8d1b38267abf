//! The plans made again, of both protocols: what says that the new one demands less of the patient on that day.

use std::collections::BTreeSet;

use super::demand::{Demand, Source};
use super::stretch::Less;
use super::{Compared, SETTLED, Search, World, either};
use crate::check::Protocol;
use crate::eval::conditions::{Told, asking, described};
use crate::eval::diagram::Node;
use crate::eval::every::implied::covered;
use crate::eval::every::patient::Example;
use crate::eval::every::{Outcome, Question, Turn};
use crate::eval::scene::Scene;
use crate::eval::unknown::Unknown;
use crate::plan::{Moment, Verb};
use crate::profile::{Answered, Profile, Value};
use crate::syntax::tree::Kind;

/// The two protocols as each was by itself.
pub(super) fn sides(compared: Compared<'_>) -> (Protocol, Protocol) {
    let old = Protocol {
        aftercare: compared.aftercare,
        rules: compared.old.to_vec(),
        ..compared.around.clone()
    };
    let new = Protocol {
        rules: compared.new.to_vec(),
        ..compared.around.clone()
    };
    (old, new)
}

/// A patient of whom less is demanded: what else is said of a thing is settled for her, and a medicine is not prescribed
/// to her, since of one to whom it is nothing is taken; and that in words, where nothing else said so. None where no
/// profile can say it.
pub(super) fn patient(
    scene: &mut Scene<'_>,
    search: &Search<'_, '_>,
    (world, demand): (&World, &Demand),
    less: &Less,
) -> Option<(Profile, Option<Told>)> {
    let node = settled(scene, search, demand, less.node);
    let way = scene.unknowns.example(node, Node::TRUE)?;
    let mut profile = Example::of(&scene.truth, &world.profile, &way)?.profile;
    let vocabulary = scene.truth.vocabulary;
    let thing = demand.thing.as_ref().map(|thing| thing.thing);
    let medicine = thing.filter(|thing| vocabulary.thing(*thing).kind == Kind::Medicine);
    let open = medicine.filter(|thing| !profile.prescribed.contains_key(thing));
    let told = open.and_then(|thing| {
        let known = Answered::Known(Value::Yes(false));
        profile.prescribed.insert(thing, known);
        described(&scene.truth, &Unknown::Prescribed(thing), 0)
    });
    Some((profile, told))
}

/// A condition in which those of the first sentences about the same are so or not, rather not.
fn settled(
    scene: &mut Scene<'_>,
    search: &Search<'_, '_>,
    demand: &Demand,
    mut node: Node,
) -> Node {
    let prepared = search.both.prepared;
    let vocabulary = &prepared.protocol.vocabulary;
    let drafts = prepared.drafts.iter();
    let about = drafts.filter(|placed| {
        let thing = demand.thing.as_ref();
        thing.is_some_and(|thing| covered(vocabulary, thing, &placed.draft.items))
    });
    let others = demand
        .sources()
        .filter_map(|source| sentence(search, source));
    let said: BTreeSet<usize> = about.map(|placed| placed.said).chain(others).collect();
    let said = said.iter().filter_map(|said| prepared.said.get(*said));
    for said in said.take(SETTLED) {
        let asked = asking(said.rule.head.is_before_treatment());
        let other = scene
            .truth
            .node(&mut scene.unknowns, &said.condition, asked);
        node = either(scene, node, other);
    }
    node
}

/// Whether both plans say so.
pub(super) fn confirms(
    search: &Search<'_, '_>,
    demand: &Demand,
    (patient, on): (&Profile, Moment),
) -> bool {
    let question = |rules| match &demand.thing {
        Some(thing) => Question::Thing(Some(thing.clone())),
        None => Question::Sentences(rules),
    };
    let covers = demand.covers.iter();
    let covers = covers.filter_map(|cover| new_sentence(search, cover.source));
    let sides = (
        (patient, question(vec![demand.of])),
        (patient, question(covers.collect())),
    );
    // Of what takes only a part the line is left, and says less.
    let whole = demand.covers.iter().all(|cover| cover.blocks.is_empty());
    match search.asking.turned(sides, on, Turn::Looser) {
        Outcome::Confirmed((old, new)) => {
            demand.thing.is_some() || !whole || old.is_stronger_than(&new)
        }
        Outcome::Denied => gives_way(search, demand, (patient, on)),
        Outcome::Skipped => false,
    }
}

/// Whether the new plan permits what it advises against: the answer is the same, and the plan says beside that it may
/// be done.
fn gives_way(search: &Search<'_, '_>, demand: &Demand, (patient, on): (&Profile, Moment)) -> bool {
    let blocks = demand.covers.iter().flat_map(|cover| &cover.blocks);
    let permits = blocks.flatten().filter(|source| {
        let line = source.line();
        let line = line.and_then(|line| search.both.prepared.drafts.get(line));
        line.is_some_and(|placed| placed.draft.verb != Verb::Avoid)
    });
    let permits: Vec<usize> = permits
        .filter_map(|source| new_sentence(search, *source))
        .collect();
    let sides = (
        (patient, Question::Sentences(Vec::new())),
        (patient, Question::Sentences(permits)),
    );
    let turned = search.asking.turned(sides, on, Turn::Different);
    matches!(turned, Outcome::Confirmed(_))
}

/// The place of a sentence among the new ones.
fn new_sentence(search: &Search<'_, '_>, source: Source) -> Option<usize> {
    sentence(search, source)?.checked_sub(search.both.old)
}

fn sentence(search: &Search<'_, '_>, source: Source) -> Option<usize> {
    match source {
        Source::Line(line) => Some(search.both.prepared.drafts.get(line)?.said),
        Source::Sentence(said) => Some(said),
    }
}
