//! A patient and a day on which two sentences hold together.

use super::implied::{Under, sentences};
use super::patient::{Example, in_words};
use super::{day, set, universe};
use crate::check::{Protocol, Rule};
use crate::eval::prepared::Prepared;
use crate::eval::scene::Scene;
use crate::eval::timing::Times;
use crate::profile::Profile;

/// Who is under two sentences, and when.
pub(crate) struct Together {
    /// A patient.
    pub patient: Profile,
    /// The patient in words.
    pub words: String,
    /// A day on which both hold, counted from the treatment on day 0.
    pub day: i64,
}

/// Of each of these pairs of sentences of a protocol; none where a profile cannot say it, or the two hold together only
/// where events have happened.
pub(crate) fn together(protocol: &Protocol, pairs: &[(&Rule, &Rule)]) -> Vec<Option<Together>> {
    let prepared = Prepared::apart(protocol);
    let mut times = Times::default();
    let nobody = universe::nothing_known();
    let Some(mut scene) = set(&prepared, &nobody, &mut times) else {
        return pairs.iter().map(|_| None).collect();
    };
    let all = sentences(&mut scene, (&prepared, &times));
    let of = |rule: &Rule| all.iter().find(|one| std::ptr::eq(one.rule, rule));
    let of_pair = |(one, other): &(&Rule, &Rule)| meet(&mut scene, of(one)?, of(other)?);
    pairs.iter().map(of_pair).collect()
}

/// The first day on which both hold, from the treatment on where there is one, and for whom.
fn meet(scene: &mut Scene<'_>, one: &Under<'_, '_>, other: &Under<'_, '_>) -> Option<Together> {
    let pairs =
        (one.held.iter()).flat_map(|mine| other.held.iter().map(move |their| (mine, their)));
    let found = pairs.filter_map(|(mine, their)| {
        let both = mine.interval.meet(their.interval)?;
        (scene.unknowns.diagram.meet(mine.node, their.node))
            .then(|| (day(scene, both), (mine.node, their.node)))
    });
    let found: Vec<_> = found.collect();
    // The days before a treatment come behind those from it on.
    let (day, nodes) = found.into_iter().min_by_key(|(day, _)| (*day < 0, *day))?;
    let way = scene.unknowns.example(nodes.0, nodes.1)?;
    let example = Example::of(&scene.truth, scene.profile, &way)?;
    Some(Together {
        patient: example.profile,
        words: in_words(&scene.truth, &way),
        day,
    })
}
