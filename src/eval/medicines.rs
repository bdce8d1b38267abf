//! Medicines: which are taken, when they were last, and whether they are prescribed.

use super::diagram::Node;
use super::groups::is_within;
use super::meant::{Entry, Meant};
use super::truth::Truth;
use super::unknown::{Unknown, Unknowns};
use crate::profile::{Answered, Medication, Value};
use crate::syntax::tree::{Duration, Kind};
use crate::vocabulary::{FactId, FactKind, ThingId, Vocabulary};

/// The fact that lists medicines such as this one.
#[must_use]
pub fn listing_fact(vocabulary: &Vocabulary, thing: ThingId) -> Option<FactId> {
    vocabulary.facts().find_map(|(id, fact)| match fact.kind {
        FactKind::Things(root)
            if vocabulary.thing(root).kind == Kind::Medicine
                && vocabulary.is_under(thing, root) =>
        {
            Some(id)
        }
        _ => None,
    })
}

impl Truth<'_> {
    /// The fact that lists medicines such as this one.
    #[must_use]
    pub fn listing_fact(&self, thing: ThingId) -> Option<FactId> {
        listing_fact(self.vocabulary, thing)
    }

    pub fn taken(&self, unknowns: &mut Unknowns, thing: ThingId, within: Option<Duration>) -> Node {
        match self.listing_fact(thing) {
            Some(fact) => self.listed(unknowns, fact, thing, within),
            None => Node::FALSE,
        }
    }

    /// Whether a fact lists something under a thing: now, or last within a length of time.
    pub fn listed(
        &self,
        unknowns: &mut Unknowns,
        fact: FactId,
        thing: ThingId,
        within: Option<Duration>,
    ) -> Node {
        match self.profile.facts.get(&fact) {
            Some(Answered::Known(Value::Things(listed))) => {
                let matching =
                    listed
                        .iter()
                        .enumerate()
                        .filter(|(_, entry)| match entry.last_taken {
                            None => true,
                            Some(date) => {
                                within.is_some_and(|within| is_within(date, within, self.reference))
                            }
                        });
                matching.fold(Node::FALSE, |so_far, (index, entry)| {
                    let node = self.entry_is(unknowns, fact, index, entry, thing);
                    unknowns.diagram.or(so_far, node)
                })
            }
            Some(Answered::Known(_) | Answered::DoesNotApply) => Node::FALSE,
            Some(Answered::Unsure) | None => {
                let Some(groups) = self.landmarks.groups.get(&fact) else {
                    return Node::FALSE;
                };
                let recency = self.recency();
                let least = within.map_or(recency.now(), |within| recency.within(within));
                groups
                    .under(self.vocabulary, thing)
                    .iter()
                    .fold(Node::FALSE, |so_far, &group| {
                        let node =
                            unknowns.is(Unknown::Group(fact, group), recency.values(), |value| {
                                value >= least
                            });
                        unknowns.diagram.or(so_far, node)
                    })
            }
        }
    }

    /// Whether an entry of a known list is under a thing. A listed class stands for one of its
    /// members, and which is not known.
    fn entry_is(
        &self,
        unknowns: &mut Unknowns,
        fact: FactId,
        index: usize,
        entry: &Medication,
        thing: ThingId,
    ) -> Node {
        let meant = Meant::under(self.vocabulary, entry.thing, thing);
        meant.node(unknowns, Entry { fact, index })
    }

    /// Whether something under a thing is prescribed to the patient.
    pub fn prescribed(&self, unknowns: &mut Unknowns, thing: ThingId) -> Node {
        if let Some(node) = self.prescription_answered(unknowns, thing) {
            return node;
        }
        let Some(fact) = self.listing_fact(thing) else {
            return Node::FALSE;
        };
        match self.profile.facts.get(&fact) {
            Some(Answered::Known(Value::Things(listed))) => {
                listed
                    .iter()
                    .enumerate()
                    .fold(Node::FALSE, |so_far, (index, entry)| {
                        let is = self.entry_is(unknowns, fact, index, entry, thing);
                        let prescribed = match entry.prescribed {
                            Some(prescribed) => Node::of(prescribed),
                            None => unknowns.yes(Unknown::Prescribed(entry.thing)),
                        };
                        let both = unknowns.diagram.and(is, prescribed);
                        unknowns.diagram.or(so_far, both)
                    })
            }
            Some(Answered::Known(_) | Answered::DoesNotApply) => Node::FALSE,
            Some(Answered::Unsure) | None => {
                let Some(groups) = self.landmarks.groups.get(&fact) else {
                    return Node::FALSE;
                };
                groups
                    .under(self.vocabulary, thing)
                    .iter()
                    .fold(Node::FALSE, |so_far, &group| {
                        let prescribed = unknowns.yes(Unknown::GroupPrescribed(fact, group));
                        unknowns.diagram.or(so_far, prescribed)
                    })
            }
        }
    }

    /// Whether the question "is it prescribed?" has been answered for a thing, apart from the list.
    fn prescription_answered(&self, unknowns: &mut Unknowns, thing: ThingId) -> Option<Node> {
        let under = |below: ThingId, above: ThingId| self.vocabulary.is_under(below, above);
        let mut unsure = false;
        for (asked, answer) in &self.profile.prescribed {
            match answer {
                Answered::Known(Value::Yes(true)) if under(*asked, thing) => {
                    return Some(Node::TRUE);
                }
                Answered::Known(Value::Yes(false)) | Answered::DoesNotApply
                    if under(thing, *asked) =>
                {
                    return Some(Node::FALSE);
                }
                Answered::Unsure if under(thing, *asked) => unsure = true,
                _ => {}
            }
        }
        unsure.then(|| unknowns.yes(Unknown::Prescribed(thing)))
    }
}
