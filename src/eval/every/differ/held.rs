//! For how long and for whom what a sentence says beside the answers about things is not said by the other protocol.

use std::collections::BTreeSet;

use super::compare::{Stage, Told, place};
use super::facets::Facet;
use super::found::{About, Found, Key};
use crate::check::Rule;
use crate::check::{Head, ThingRef};
use crate::eval::diagram::Node;
use crate::eval::every::looser::{Piece, SETTLED, Source, either, pieces, stretches, without};
use crate::eval::interval::Interval;
use crate::eval::scene::Scene;
use crate::eval::subject::{Coverage, Subject, coverage, subjects_of};
use crate::eval::time::Instant;
use crate::plan::{Strength, Verb};

/// Something that says as much, or otherwise.
struct Said {
    source: Source,
    pieces: Vec<Piece>,
    /// What it is about that a ban may take.
    subjects: Option<Vec<Subject>>,
}

impl Stage<'_, '_> {
    /// Compares what a facet says with what the other protocol says.
    pub fn facet(
        &mut self,
        scene: &mut Scene<'_>,
        facet: &Facet,
        found: &mut Found,
        undecided: &mut (BTreeSet<usize>, BTreeSet<usize>),
    ) {
        let own = self.said(
            scene,
            facet.source,
            (!facet.of_things.is_empty()).then_some(&*facet.of_things),
        );
        if own.pieces.is_empty() {
            return;
        }
        let covers = self.each(scene, &facet.covers);
        let others = self.each(scene, &facet.others);
        let near = self.each(scene, &facet.near);
        let mut bounds = self.bounds(scene, &own, facet.is_old);
        for said in covers.iter().chain(&others) {
            bounds.extend(self.bounds(scene, said, !facet.is_old));
        }
        let since = self.since(scene);
        for piece in &own.pieces {
            let Some(whole) = piece.interval.meet(since) else {
                continue;
            };
            for at in stretches(whole, &bounds) {
                let cut = self.cut(scene, &own, at, facet.is_old);
                let left = without(scene, piece.node, cut);
                let covered = self.there(scene, &covers, (at, piece.strength), !facet.is_old);
                let open = without(scene, left, covered);
                if open == Node::FALSE {
                    continue;
                }
                let otherwise = self.there(scene, &others, (at, Strength::Advised), !facet.is_old);
                let changed = scene.unknowns.diagram.and(open, otherwise);
                let gone = without(scene, open, otherwise);
                let both = [(Some(facet.otherwise), changed), (facet.gone, gone)];
                for (turn, node) in both {
                    let Some(turn) = turn.filter(|_| node != Node::FALSE) else {
                        continue;
                    };
                    let key = self.key(scene, facet, turn, (at, &covers));
                    let kind = Told {
                        has_days: !self.rule(facet.of).is_some_and(is_about_no_days),
                        tried: facet.source.line().is_some(),
                    };
                    let about = (key, About::Part(facet.part.as_deref()));
                    let all = [(&own, facet.is_old)].into_iter();
                    let all = all.chain(covers.iter().map(|said| (said, !facet.is_old)));
                    let all =
                        all.chain(others.iter().chain(&near).map(|said| (said, !facet.is_old)));
                    let node = self.settled(scene, node, at, all);
                    self.record(scene, about, (at, node), kind, found, undecided);
                }
            }
        }
    }

    /// What some sentences say.
    fn each(&mut self, scene: &mut Scene<'_>, sources: &[Source]) -> Vec<Said> {
        let each = sources.iter();
        each.map(|source| self.said(scene, *source, None)).collect()
    }

    /// Of the patients of whom something is so some of whom it is known, too, whether each of several sentences holds,
    /// and what holds it back: the plans of such a patient are settled.
    fn settled<'a>(
        &mut self,
        scene: &mut Scene<'_>,
        node: Node,
        at: Interval,
        all: impl Iterator<Item = (&'a Said, bool)>,
    ) -> Node {
        let mut settled = node;
        for (said, is_old) in all {
            let holding = said.pieces.iter().filter(|piece| piece.interval.meets(at));
            let holding = scene.unknowns.diagram.any(holding.map(|piece| piece.node));
            settled = either(scene, settled, holding);
            let side = self.around(said, is_old);
            for subject in said.subjects.iter().flatten().take(SETTLED) {
                let firm = side.lines.about(scene, subject);
                let firm = firm.standing(scene, &side.lines, at).firm;
                settled = either(scene, settled, firm);
            }
        }
        settled
    }

    fn rule(&self, said: usize) -> Option<&Rule> {
        self.joint.rules.get(said)
    }

    /// What makes a finding: the sentence, and those of the other protocol that say something of the kind, or hold its
    /// duty back.
    fn key(
        &mut self,
        scene: &mut Scene<'_>,
        facet: &Facet,
        turn: super::Turn,
        (at, covers): (Interval, &[Said]),
    ) -> Key {
        let said = |source: &Source| match source {
            Source::Line(line) => self.prepared.drafts.get(*line).map(|placed| placed.said),
            Source::Sentence(said) => Some(*said),
        };
        let all = facet.covers.iter().chain(&facet.others).chain(&facet.near);
        let mut beside: BTreeSet<usize> = all
            .filter_map(said)
            .filter(|said| self.same.is_changed(*said))
            .collect();
        if beside.is_empty() && !self.same.is_changed(facet.of) {
            for cover in covers {
                beside.extend(self.cutting(scene, cover, at, !facet.is_old));
            }
        }
        let own = place(self.joint, facet.of, facet.is_old)
            .into_iter()
            .collect();
        let beside = beside.into_iter();
        let beside = beside
            .filter_map(|said| place(self.joint, said, !facet.is_old))
            .collect();
        let (old, new) = if facet.is_old {
            (own, beside)
        } else {
            (beside, own)
        };
        Key {
            turn,
            answers: false,
            held_back: !self.same.is_changed(facet.of),
            old,
            new,
        }
    }

    fn said(&mut self, scene: &mut Scene<'_>, source: Source, of: Option<&[ThingRef]>) -> Said {
        let pieces = pieces(scene, (self.prepared, self.times), source);
        let line = source
            .line()
            .and_then(|line| self.prepared.drafts.get(line));
        // A ban wins over a limit of the thing itself; another limit is held against it as it is.
        let asked = line.filter(|placed| {
            let rule = self.joint.rules.get(placed.said);
            let limited = placed.draft.verb == Verb::Limit && of.is_some();
            limited || placed.draft.verb == Verb::Do && !rule.is_some_and(tends)
        });
        let subjects = asked.map(|placed| {
            let vocabulary = self.joint.vocabulary();
            let items = of.unwrap_or(&placed.draft.items);
            let members = items.iter().flat_map(|item| subjects_of(vocabulary, item));
            let kept = members.filter(|subject| {
                let mut except = placed.draft.except.iter();
                !except.any(|out| coverage(scene, out, subject) == Coverage::Full)
            });
            kept.collect()
        });
        Said {
            source,
            pieces,
            subjects,
        }
    }

    /// The instants at which something of a sentence, or of what holds it back, changes.
    fn bounds(&mut self, scene: &mut Scene<'_>, said: &Said, is_old: bool) -> Vec<Instant> {
        let own = said.pieces.iter();
        let mut bounds: Vec<Instant> = own
            .flat_map(|piece| [piece.interval.start, piece.interval.end])
            .collect();
        let side = self.around(said, is_old);
        for subject in said.subjects.iter().flatten() {
            bounds.extend(side.lines.about(scene, subject).bounds());
        }
        bounds
    }

    /// What holds where, while what and with what a sentence does.
    fn around(&mut self, said: &Said, is_old: bool) -> std::rc::Rc<super::compare::Side<'_>> {
        let rule = match said.source {
            Source::Line(line) => self.prepared.drafts.get(line).map(|placed| placed.said),
            Source::Sentence(said) => Some(said),
        };
        let aspect = rule.map_or(0, |rule| self.aspect_of(rule));
        self.side(is_old, aspect)
    }

    /// For whom restrictions leave nothing of a duty at a time.
    fn cut(&mut self, scene: &mut Scene<'_>, said: &Said, at: Interval, is_old: bool) -> Node {
        let Some(subjects) = said.subjects.as_ref().filter(|all| !all.is_empty()) else {
            return Node::FALSE;
        };
        let side = self.around(said, is_old);
        let mut cut = Node::TRUE;
        for subject in subjects {
            let firm = side.lines.about(scene, subject);
            let firm = firm.standing(scene, &side.lines, at).firm;
            cut = scene.unknowns.diagram.and(cut, firm);
            if cut == Node::FALSE {
                break;
            }
        }
        cut
    }

    /// The sentences that restrict something of a duty at a time, and are not in the other protocol.
    fn cutting(
        &mut self,
        scene: &mut Scene<'_>,
        said: &Said,
        at: Interval,
        is_old: bool,
    ) -> BTreeSet<usize> {
        let side = self.around(said, is_old);
        let mut found = BTreeSet::new();
        for subject in said.subjects.iter().flatten() {
            let about = side.lines.about(scene, subject);
            found.extend(about.restricting_at(at).map(|(line, ..)| line));
        }
        let places: BTreeSet<usize> = found
            .into_iter()
            .filter_map(|line| side.place(line))
            .collect();
        let placed = places
            .iter()
            .filter_map(|line| self.prepared.drafts.get(*line));
        let said = placed.map(|placed| placed.said);
        said.filter(|said| self.same.is_changed(*said)).collect()
    }

    /// For whom something of these holds at a time, as strongly.
    fn there(
        &mut self,
        scene: &mut Scene<'_>,
        all: &[Said],
        (at, strength): (Interval, Strength),
        is_old: bool,
    ) -> Node {
        let mut there = Node::FALSE;
        for said in all {
            let as_strong = |piece: &&Piece| {
                piece.interval.meets(at)
                    && (strength != Strength::Firm || piece.strength == Strength::Firm)
            };
            let nodes: Vec<Node> = said
                .pieces
                .iter()
                .filter(as_strong)
                .map(|piece| piece.node)
                .collect();
            if nodes.is_empty() {
                continue;
            }
            let cut = self.cut(scene, said, at, is_old);
            let any = scene.unknowns.diagram.any(nodes);
            let left = without(scene, any, cut);
            there = scene.unknowns.diagram.or(there, left);
        }
        there
    }
}

/// Whether a duty tends its things or takes them off: no ban on their use holds it back.
fn tends(rule: &Rule) -> bool {
    matches!(&rule.head, Head::Duty { verb: Some(verb), .. } if verb.tends())
}

/// Whether a sentence is about the patient or the course, and not about days.
fn is_about_no_days(rule: &Rule) -> bool {
    rule.head.is_before_treatment()
        || matches!(
            rule.head,
            Head::Report { .. }
                | Head::Note(_)
                | Head::Sessions { .. }
                | Head::Maintenance { .. }
                | Head::Visit { .. }
        )
}
