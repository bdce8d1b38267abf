//! What sentences say beside the answers about things, taken apart: each duty, limit, warning sign, each of what is
//! normal, each thing to be told, asked or kept in mind.

use std::collections::BTreeSet;

use super::Turn;
use super::joint::Joint;
use super::same::{Same, beside};
use super::subjects::is_changed;
use crate::check::{Details, Head, Rule, ThingRef};
use crate::eval::every::implied::{covered, is_fixed};
use crate::eval::every::looser::{
    Much, Part, Source, duty_much, is_placed, much, parts_of_duty, parts_of_things, thing_much,
};
use crate::eval::prepared::Prepared;
use crate::eval::subject::members_of;
use crate::eval::words;
use crate::plan::Verb;
use crate::syntax::tree::Duration;
use crate::vocabulary::Vocabulary;

/// Something that one sentence says, and what of the other protocol says as much.
#[derive(Debug)]
pub(super) struct Facet {
    /// Whether it is the old protocol that says it.
    pub is_old: bool,
    /// Which of all sentences says it.
    pub of: usize,
    pub source: Source,
    /// What it says that of, in words, where it says several things.
    pub part: Option<String>,
    /// Of a duty the things of which one will do; of a limit the thing.
    pub of_things: Vec<ThingRef>,
    /// What says as much, whenever it holds.
    pub covers: Vec<Source>,
    /// What says something of the kind otherwise.
    pub others: Vec<Source>,
    /// What says less of the same, which tells what has become of it.
    pub near: Vec<Source>,
    /// What it is that nothing of the kind is said any more; none where that is told elsewhere.
    pub gone: Option<Turn>,
    /// What it is that it is said otherwise.
    pub otherwise: Turn,
    /// Whether all that is said of the kind could be compared.
    pub comparable: bool,
}

impl Facet {
    /// All whose times it takes to decide it.
    pub fn sources(&self) -> impl Iterator<Item = Source> + '_ {
        let covers = self.covers.iter().chain(&self.others);
        let covers = covers.chain(&self.near).copied();
        std::iter::once(self.source).chain(covers)
    }
}

/// Finds the facets of both protocols.
pub(super) struct Finder<'s, 'p> {
    pub joint: &'s Joint,
    pub prepared: &'s Prepared<'p>,
    pub same: &'s Same,
    /// Of both protocols the restrictions that are not in the other one, by their lines.
    pub bans: BTreeSet<usize>,
}

impl Finder<'_, '_> {
    pub fn all(&self) -> Vec<Facet> {
        let mut all = Vec::new();
        for (line, placed) in self.prepared.drafts.iter().enumerate() {
            self.of_line(line, placed.said, &mut all);
        }
        for said in 0..self.joint.rules.len() {
            self.of_sentence(said, &mut all);
        }
        all
    }

    fn is_old(&self, rule: usize) -> bool {
        rule < self.joint.old
    }

    fn of_line(&self, line: usize, said: usize, all: &mut Vec<Facet>) {
        let Some(placed) = self.prepared.drafts.get(line) else {
            return;
        };
        let vocabulary = self.joint.vocabulary();
        let draft = &placed.draft;
        let changed = self.same.is_changed(said);
        match draft.verb {
            Verb::Do => {
                let mut parts = parts_of_duty(&draft.items, draft.choice);
                parts.retain(|part| changed || self.is_touched(part));
                self.add_all((Source::Line(line), said), parts, all);
            }
            Verb::Limit if changed => {
                let parts = parts_of_things(vocabulary, &draft.items, &draft.except);
                self.add_all((Source::Line(line), said), parts, all);
            }
            Verb::Avoid | Verb::Allow if changed => {
                all.extend(self.beside(line, said));
            }
            Verb::Avoid | Verb::Allow | Verb::Limit => {}
        }
    }

    /// Whether a restriction that only one of the protocols has may hold a duty back.
    fn is_touched(&self, part: &Part) -> bool {
        let Part::Duty(things) = part else {
            return false;
        };
        let vocabulary = self.joint.vocabulary();
        let members: BTreeSet<_> = things
            .iter()
            .flat_map(|item| members_of(vocabulary, item))
            .collect();
        let bans = self
            .bans
            .iter()
            .filter_map(|line| self.prepared.drafts.get(*line));
        let mut items = bans.flat_map(|placed| placed.draft.items.iter());
        items.any(|item| {
            let mut members = members.iter();
            members.any(|member| vocabulary.is_under(*member, item.thing))
        })
    }

    fn of_sentence(&self, said: usize, all: &mut Vec<Facet>) {
        let Some(rule) = self
            .joint
            .rules
            .get(said)
            .filter(|_| self.same.is_changed(said))
        else {
            return;
        };
        let parts: Vec<Part> = match &rule.head {
            Head::Report { symptoms, .. } | Head::Expect { symptoms, .. } => {
                symptoms.iter().cloned().map(Part::Symptom).collect()
            }
            Head::Avoid { .. }
            | Head::Duty { .. }
            | Head::Allow { .. }
            | Head::Resume { .. }
            | Head::Limit { .. } => Vec::new(),
            Head::Steps { .. }
            | Head::Sessions { .. }
            | Head::Maintenance { .. }
            | Head::Visit { .. }
            | Head::Refuse
            | Head::Defer { .. }
            | Head::Caution(_)
            | Head::AskPrescriber(_)
            | Head::AskClinic(_)
            | Head::TellClinic(_)
            | Head::Prepare(_)
            | Head::Note(_) => vec![Part::Whole],
        };
        self.add_all((Source::Sentence(said), said), parts, all);
    }

    fn add_all(&self, of: (Source, usize), parts: Vec<Part>, all: &mut Vec<Facet>) {
        let several = parts.len() > 1;
        for part in parts {
            let words = several.then(|| self.words(&part)).flatten();
            self.add(of, part, words, all);
        }
    }

    /// A part in words.
    fn words(&self, part: &Part) -> Option<String> {
        let vocabulary = self.joint.vocabulary();
        match part {
            Part::Thing(thing) | Part::Symptom(thing) => Some(words::thing(vocabulary, thing)),
            Part::Duty(things) => {
                let each = things.iter().map(|thing| words::thing(vocabulary, thing));
                Some(words::list(&each.collect::<Vec<String>>(), "or"))
            }
            Part::Whole => None,
        }
    }

    fn add(
        &self,
        (source, of): (Source, usize),
        held: Part,
        part: Option<String>,
        all: &mut Vec<Facet>,
    ) {
        let is_old = self.is_old(of);
        let mut facet = Facet {
            is_old,
            of,
            source,
            part,
            of_things: Vec::new(),
            covers: Vec::new(),
            others: Vec::new(),
            near: Vec::new(),
            gone: self.gone(of),
            otherwise: Turn::Different,
            comparable: true,
        };
        for (other, by) in self.against(source, is_old) {
            let (much, times) = self.held_against((source, of), (other, by), &held);
            match much {
                Much::Yes => facet.covers.push(other),
                Much::Unknown if self.same.is_changed(by) => facet.others.push(other),
                Much::Unknown | Much::No => {
                    if self.same.is_changed(by) && self.is_near((source, of), (other, by), &held) {
                        facet.near.push(other);
                    }
                    continue;
                }
            }
            facet.comparable &= times;
        }
        facet.of_things = match held {
            Part::Duty(things) => things,
            Part::Thing(thing) => vec![thing],
            Part::Symptom(_) | Part::Whole => Vec::new(),
        };
        all.push(facet);
    }

    /// What it is that a sentence is not there any more.
    fn gone(&self, of: usize) -> Option<Turn> {
        let rule = self.joint.rules.get(of)?;
        Some(match rule.head {
            Head::Expect { .. } => Turn::Different,
            _ if self.is_old(of) => Turn::Looser,
            _ => Turn::Stricter,
        })
    }

    /// What of the other protocol may say as much: lines of a line, sentences of a sentence.
    fn against(&self, source: Source, is_old: bool) -> Vec<(Source, usize)> {
        match source {
            Source::Line(_) => {
                let drafts = self.prepared.drafts.iter().enumerate();
                let others = drafts.filter(|(_, placed)| self.is_old(placed.said) != is_old);
                others
                    .map(|(line, placed)| (Source::Line(line), placed.said))
                    .collect()
            }
            Source::Sentence(_) => {
                let all = 0..self.joint.rules.len();
                let others = all.filter(|said| self.is_old(*said) != is_old);
                others.map(|said| (Source::Sentence(said), said)).collect()
            }
        }
    }

    /// Whether one says as much as another, and whether where they fall can be compared.
    fn held_against(
        &self,
        (own, of): (Source, usize),
        (other, by): (Source, usize),
        part: &Part,
    ) -> (Much, bool) {
        let vocabulary = self.joint.vocabulary();
        let rules = (self.joint.rules.get(of), self.joint.rules.get(by));
        let (Some(rule), Some(by)) = rules else {
            return (Much::No, true);
        };
        let draft = |source: Source| self.prepared.drafts.get(source.line()?);
        match (draft(own), draft(other)) {
            (Some(mine), Some(theirs)) => {
                let (mine, theirs) = ((rule, &mine.draft), (by, &theirs.draft));
                let windows = (&*mine.1.window, &*theirs.1.window);
                let placed = windows.0 == windows.1
                    || is_placed(vocabulary, windows.0) && is_placed(vocabulary, windows.1);
                let much = match part {
                    Part::Duty(things) => {
                        let deeds = things.iter().flat_map(|thing| self.joint.deeds(thing));
                        duty_much(vocabulary, mine, theirs, &deeds.collect::<Vec<ThingRef>>())
                    }
                    Part::Thing(thing) => thing_much(vocabulary, mine, theirs, thing),
                    Part::Symptom(_) | Part::Whole => Much::No,
                };
                (much, placed)
            }
            _ => {
                let fixed = rule.window == by.window
                    || rule.head.is_before_treatment()
                    || is_fixed(&rule.window) && is_fixed(&by.window);
                (sentence_much(vocabulary, rule, by, part), fixed)
            }
        }
    }

    /// Whether one is of the same kind as another, and about something of the same.
    fn is_near(
        &self,
        (own, of): (Source, usize),
        (other, by): (Source, usize),
        part: &Part,
    ) -> bool {
        let vocabulary = self.joint.vocabulary();
        let meets = |one: &ThingRef, other: &ThingRef| {
            vocabulary.is_under(one.thing, other.thing)
                || vocabulary.is_under(other.thing, one.thing)
        };
        let draft = |source: Source| self.prepared.drafts.get(source.line()?);
        if let (Some(mine), Some(theirs)) = (draft(own), draft(other)) {
            let items: &[ThingRef] = match part {
                Part::Duty(things) => things,
                Part::Thing(thing) => std::slice::from_ref(thing),
                Part::Symptom(_) | Part::Whole => &[],
            };
            let mut theirs_items = theirs.draft.items.iter();
            return mine.draft.verb == theirs.draft.verb
                && theirs_items.any(|other| items.iter().any(|one| meets(one, other)));
        }
        let heads = |at: usize| self.joint.rules.get(at).map(|rule| &rule.head);
        match (heads(of), heads(by), part) {
            (
                Some(Head::Report { .. }),
                Some(Head::Report { symptoms, .. }),
                Part::Symptom(own),
            ) => symptoms.iter().any(|other| meets(own, other)),
            (Some(Head::Refuse), Some(Head::Defer { .. }), _)
            | (Some(Head::Defer { .. }), Some(Head::Refuse), _) => true,
            (Some(Head::Expect { .. } | Head::Report { .. }), ..) => false,
            (Some(one), Some(other), _) => {
                std::mem::discriminant(one) == std::mem::discriminant(other)
            }
            _ => false,
        }
    }

    /// What a restriction or a permission says beside, that one of the other protocol on the same things says
    /// otherwise: `if unavoidable, wear hat`.
    fn beside(&self, line: usize, said: usize) -> Option<Facet> {
        let placed = self.prepared.drafts.get(line)?;
        let own = beside(&self.joint.rules.get(said)?.details);
        let vocabulary = self.joint.vocabulary();
        let (mut covers, mut others, mut unavoidable) = (Vec::new(), Vec::new(), Vec::new());
        for (at, other) in self.prepared.drafts.iter().enumerate() {
            let theirs = &other.draft;
            let about = |item: &ThingRef| covered(vocabulary, item, &theirs.items);
            let alike = theirs.verb == placed.draft.verb && theirs.hidden == placed.draft.hidden;
            let same_side = self.is_old(other.said) == self.is_old(said);
            if same_side || !alike || !placed.draft.items.iter().all(about) {
                continue;
            }
            let by = beside(&self.joint.rules.get(other.said)?.details);
            if by == own {
                covers.push(Source::Line(at));
            } else if self.same.is_changed(other.said) {
                others.push(Source::Line(at));
                unavoidable.push(by.if_unavoidable);
            }
        }
        let is_old = self.is_old(said);
        let turn = turn_beside(placed.draft.verb, &own, &unavoidable);
        let otherwise = if is_old { turn } else { turn.turned() };
        (!others.is_empty()).then_some(Facet {
            is_old,
            of: said,
            source: Source::Line(line),
            part: None,
            of_things: Vec::new(),
            covers,
            others,
            near: Vec::new(),
            gone: None,
            otherwise,
            comparable: true,
        })
    }
}

/// A ban that names what to do where it cannot be kept asks less than one that does not.
fn turn_beside(verb: Verb, own: &Details, others: &[Option<String>]) -> Turn {
    let was = own.if_unavoidable.is_some();
    match (verb, was) {
        (Verb::Avoid, false) if others.iter().any(Option::is_some) => Turn::Looser,
        (Verb::Avoid, true) if others.iter().all(Option::is_none) => Turn::Stricter,
        _ => Turn::Different,
    }
}

/// Whether a sentence that is no line says as much as another.
fn sentence_much(vocabulary: &Vocabulary, rule: &Rule, by: &Rule, part: &Part) -> Much {
    match (&rule.head, &by.head, part) {
        (
            Head::Expect { choice, .. },
            Head::Expect {
                symptoms,
                choice: other,
            },
            Part::Symptom(symptom),
        ) => {
            let mut about = symptoms.iter().filter(|one| one.thing == symptom.thing);
            let alike = choice == other
                && super::same::bare(&rule.details) == super::same::bare(&by.details);
            match about.next() {
                None => Much::No,
                Some(_) if alike && symptoms.contains(symptom) => Much::Yes,
                Some(_) => Much::Unknown,
            }
        }
        (
            Head::Sessions {
                every: Some(own), ..
            },
            Head::Sessions {
                every: Some(other), ..
            },
            _,
        )
        | (Head::Maintenance { every: own }, Head::Maintenance { every: other }, _)
            if rule.details.concerns == by.details.concerns && rule.head != by.head =>
        {
            sooner(own.0, other.0)
        }
        (
            Head::Sessions { .. } | Head::Maintenance { .. },
            Head::Sessions { .. } | Head::Maintenance { .. },
            _,
        ) if rule.details.concerns != by.details.concerns => Much::No,
        _ => much(vocabulary, rule, by, part),
    }
}

/// Of two courses the one asks more whose sessions are the farther apart at the earliest.
fn sooner(own: Duration, other: Duration) -> Much {
    use crate::eval::every::no_shorter;
    match (no_shorter(other, own), no_shorter(own, other)) {
        (true, false) => Much::Yes,
        (false, true) => Much::No,
        _ => Much::Unknown,
    }
}

/// The restrictions that only one of the protocols has, by their lines.
pub(super) fn bans(prepared: &Prepared<'_>, same: &Same) -> BTreeSet<usize> {
    let lines = prepared.drafts.iter().enumerate();
    let bans = lines.filter(|(line, placed)| {
        placed.draft.verb == Verb::Avoid && is_changed(prepared, same, *line)
    });
    bans.map(|(line, _)| line).collect()
}
