//! All lines of one patient, found by the things that they name, and what they say about each subject,
//! found out once.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::rc::Rc;

use super::answer::Verdicts;
use super::firm::{Firm, Sessions};
use super::line::{Line, line};
use super::naming::Naming;
use super::prepared::Prepared;
use super::scene::Scene;
use super::subject::{Subject, by_class};
use super::timing::Times;
use super::words;
use crate::vocabulary::{ThingId, Vocabulary};

/// The lines that a patient's plan has, in the order of the rules.
pub struct Lines<'a> {
    all: Vec<Line<'a>>,
    naming: Naming,
    /// The things that lines narrow by attributes, in words, in the order of the lines.
    narrowed: Vec<(ThingId, String)>,
    /// By thing, the lines that name something of it.
    overlapping: RefCell<BTreeMap<ThingId, Rc<[usize]>>>,
    said: RefCell<BTreeMap<Subject, Rc<Verdicts>>>,
    firm: Firms,
    /// Whether a line holds before the next session: where none does, nobody looks.
    before_next: bool,
}

/// What lines firmly restrict of subjects, as far as it was asked: around this session, and with what holds before the next
/// one.
#[derive(Default)]
struct Firms {
    this: Found,
    both: Found,
    next: Found,
}

type Found = RefCell<BTreeMap<Subject, Rc<Firm>>>;

impl Firms {
    fn around(&self, sessions: Sessions) -> &Found {
        match sessions {
            Sessions::This => &self.this,
            Sessions::Both => &self.both,
            Sessions::Next => &self.next,
        }
    }
}

impl<'a> Lines<'a> {
    /// The lines of a patient of whom it is decided when everything holds.
    #[must_use]
    pub fn of(prepared: &'a Prepared<'a>, times: &'a Times) -> Self {
        Self::among(prepared, times, &|_| true)
    }

    /// Those of some lines alone, which are told by their places among all.
    #[must_use]
    pub fn among(
        prepared: &'a Prepared<'a>,
        times: &'a Times,
        is_among: &dyn Fn(usize) -> bool,
    ) -> Self {
        let drafts = prepared.drafts.iter().enumerate();
        let all = drafts
            .filter(|(at, _)| is_among(*at))
            .filter_map(|(_, placed)| line((prepared, times, 0), placed))
            .collect();
        Self::found_by_name(&prepared.protocol.vocabulary, all)
    }

    /// The lines of a patient of several treatments, by the protocols' order.
    #[must_use]
    pub fn together(vocabulary: &Vocabulary, parts: &'a [(&'a Prepared<'a>, Times)]) -> Self {
        let lines = parts.iter().enumerate();
        let lines = lines.flat_map(|(treatment, (prepared, times))| {
            let drafts = prepared.drafts.iter();
            drafts.filter_map(move |placed| line((prepared, times, treatment), placed))
        });
        Self::found_by_name(vocabulary, lines.collect())
    }

    fn found_by_name(vocabulary: &Vocabulary, all: Vec<Line<'a>>) -> Self {
        let mut naming = Naming::default();
        let mut narrowed: Vec<(ThingId, String)> = Vec::new();
        for (index, line) in all.iter().enumerate() {
            naming.add(index, line.items);
            for item in line.items {
                if !item.attributes.is_empty() {
                    let name = words::thing(vocabulary, item);
                    if !narrowed.contains(&(item.thing, name.clone())) {
                        narrowed.push((item.thing, name));
                    }
                }
            }
        }
        let before_next = all.iter().any(|line| !line.next.is_empty());
        Self {
            all,
            naming,
            narrowed,
            overlapping: RefCell::default(),
            said: RefCell::default(),
            firm: Firms::default(),
            before_next,
        }
    }

    /// The lines that may cover a subject, or a part of it that has an attribute, ascending: those
    /// that name it or a class above it.
    #[must_use]
    pub fn around(&self, scene: &Scene<'_>, subject: &Subject) -> Vec<usize> {
        // What a product is may be open: then any line may cover it.
        let Some(thing) = subject.thing.filter(|_| !by_class(scene, subject)) else {
            return (0..self.all.len()).collect();
        };
        // A medicine listed by its class may be any member of it.
        if subject.own_medicine.is_some() {
            return self.overlapping(scene, thing);
        }
        let above = scene.protocol.vocabulary.above(thing);
        let mut found: Vec<usize> = std::iter::once(thing)
            .chain(above)
            .flat_map(|class| self.naming.of(class))
            .copied()
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The lines that name a thing, a class above something of it, or something below it, ascending.
    #[must_use]
    pub fn overlapping(&self, scene: &Scene<'_>, thing: ThingId) -> Vec<usize> {
        if let Some(known) = self.overlapping.borrow().get(&thing) {
            return known.to_vec();
        }
        let found = self.naming.overlapping(&scene.protocol.vocabulary, thing);
        let found: Rc<[usize]> = found.into_iter().collect();
        let mut overlapping = self.overlapping.borrow_mut();
        overlapping.insert(thing, Rc::clone(&found));
        found.to_vec()
    }

    /// What the lines say about a subject.
    pub fn about(&self, scene: &mut Scene<'_>, subject: &Subject) -> Rc<Verdicts> {
        if let Some(known) = self.said.borrow().get(subject) {
            return Rc::clone(known);
        }
        let verdicts = Rc::new(Verdicts::of(scene, self, subject));
        let mut said = self.said.borrow_mut();
        said.insert(subject.clone(), Rc::clone(&verdicts));
        verdicts
    }

    /// Whether a line holds before the next session.
    #[must_use]
    pub fn hold_before_next(&self) -> bool {
        self.before_next
    }

    /// What the lines firmly restrict of a subject around these sessions.
    pub fn firm(&self, scene: &mut Scene<'_>, sessions: Sessions, subject: &Subject) -> Rc<Firm> {
        let sessions = match sessions {
            Sessions::Both if !self.before_next => Sessions::This,
            sessions => sessions,
        };
        let found = self.firm.around(sessions);
        if let Some(known) = found.borrow().get(subject) {
            return Rc::clone(known);
        }
        let firm = Rc::new(Firm::around(sessions, scene, self, subject));
        let mut found = found.borrow_mut();
        found.insert(subject.clone(), Rc::clone(&firm));
        firm
    }

    /// The narrower things under a thing that lines name: `mineral sunscreen`.
    #[must_use]
    pub fn narrowed(&self, scene: &Scene<'_>, thing: ThingId) -> Vec<String> {
        let vocabulary = &scene.protocol.vocabulary;
        let mut names: Vec<String> = Vec::new();
        for (class, name) in &self.narrowed {
            if vocabulary.is_under(thing, *class) && !names.contains(name) {
                names.push(name.clone());
            }
        }
        names
    }
}

impl<'a> Deref for Lines<'a> {
    type Target = [Line<'a>];

    fn deref(&self) -> &Self::Target {
        &self.all
    }
}
