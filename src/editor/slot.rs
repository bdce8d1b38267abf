//! Which names may stand at the cursor: one of each kind is tried.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::asked::{asked, bare_or_quoted, values, with_attribute};
use super::here::Here;
use super::names::{Of, Offer, examples};
use super::place::Place;
use super::trial::{Read, Trial};
use super::words::GROUPS;
use super::{Scope, means};
use crate::check::{Qualifier, Reading, can_have, may_lie_in};
use crate::diagnostic::Code;
use crate::syntax::holds_reserved_word;
use crate::syntax::tree::Kind;
use crate::vocabulary::{FactId, FactKind, Named, ThingId, Vocabulary};

/// What may stand behind the label of a sentence that is replaced.
const REPLACED: &str = ": avoid substances";

/// What may stand behind a name, so that the sentence reads, and the words before it without which
/// it need not be tried.
const NAME_ENDS: &[(&str, &[&str])] = &[
    ("", &[]),
    (" to a minimum", &["limit "]),
    (" within 6 months", &["took ", "had "]),
    (" last taken", &["after ", "before ", "until ", "from "]),
    (" from day 7", &["resume "]),
    (REPLACED, &["replace "]),
    (" and substances", &[" of "]),
    (", x", &[" of "]),
    ("..x", &[" in "]),
];

/// The names that may stand in one place.
#[derive(Debug, Default)]
pub(super) struct Slot {
    kinds: BTreeSet<Kind>,
    /// The attributes in front of the name: only what can have them.
    with: Vec<ThingId>,
    /// Only what lies under one of these.
    under: Option<Vec<ThingId>>,
    facts: Vec<FactId>,
    /// Attributes are tried one by one: each goes with things of its own.
    attributes: Vec<ThingId>,
    steps: bool,
    /// Values of facts, keys of sources and names of files, with what they mean.
    pub others: Vec<(String, String)>,
    /// What may stand behind such a name.
    pub ends: Vec<&'static str>,
}

/// What stands before a medicine among what is given.
const MEDICINES: &[&str] = &[
    "taking",
    "taking prescribed",
    "prescribed",
    "not prescribed",
];

/// What is tried where a name may stand.
const PROBE: &str = "substance";

impl Slot {
    /// The names that may follow the sentence's first `stem` bytes.
    pub(super) fn at(scope: &Scope, here: &Here, trial: &Trial<'_>, stem: usize) -> Self {
        let before = here.stem(stem).to_lowercase();
        if before.trim().is_empty() {
            // The probe would declare something here; of names an action alone is a sentence.
            return Self {
                kinds: BTreeSet::from([Kind::Action]),
                ends: vec![""],
                ..Self::default()
            };
        }
        let reads: Vec<(&'static str, Read)> = NAME_ENDS
            .iter()
            .filter(|(_, words)| words.is_empty() || words.iter().any(|word| before.contains(word)))
            .filter_map(|(end, _)| Some((*end, trial.reads(stem, PROBE, end)?)))
            .collect();
        if let Some(mut slot) = reads.first().and_then(|(_, first)| {
            let before = trial.melted(first).unwrap_or_default();
            Self::in_scenario(scope, here, stem, &Place::of(first), before)
        }) {
            if reads.first().is_some_and(|(end, _)| *end == REPLACED) {
                slot.ends = vec![REPLACED];
            }
            return slot;
        }
        let reads: Vec<(&'static str, Read)> = reads
            .into_iter()
            .filter(|(_, read)| {
                let before = trial.melted(read);
                before.is_none_or(|before| attributes(scope.vocabulary(), before).is_some())
            })
            .collect();
        let Some((_, first)) = reads.first() else {
            return Self::default();
        };
        let place = Place::of(first);
        let before = trial.melted(first);
        let with = before.and_then(|before| attributes(scope.vocabulary(), before));
        let mut slot = Self {
            with: with.unwrap_or_default(),
            ends: reads.iter().map(|(end, _)| *end).collect(),
            ..Self::default()
        };
        slot.fill(scope, here, trial, stem, place);
        slot
    }

    /// What may be named at a place.
    fn fill(&mut self, scope: &Scope, here: &Here, trial: &Trial<'_>, stem: usize, place: Place) {
        let slot = self;
        match place {
            Place::New | Place::Given | Place::Asked | Place::Label => slot.ends.clear(),
            Place::Import => {
                let vocabularies = scope.imports().iter();
                slot.others = vocabularies
                    .map(|name| (name.clone(), "the names of this file".to_owned()))
                    .collect();
            }
            Place::Treatment => {
                slot.kinds.insert(Kind::Procedure);
            }
            Place::Class(kind) => {
                let fits = |class: &Kind| may_lie_in(scope.vocabulary(), class.word(), kind);
                slot.kinds = Kind::ALL.iter().copied().filter(fits).collect();
            }
            Place::Things => {
                let all = Kind::ALL.iter().copied();
                slot.kinds = all.filter(|kind| kind.is_thing()).collect();
            }
            Place::Source => {
                let sources = scope.sources().iter();
                slot.others = sources
                    .map(|source| (source.key.clone(), source.title.clone()))
                    .collect();
            }
            Place::Sentence(classes) => slot.try_kinds(scope, here, trial, stem, &classes),
        }
    }

    /// The names of what is given and asked in a scenario, and of sentences; `before` is what stands before the
    /// name in the same words.
    fn in_scenario(
        scope: &Scope,
        here: &Here,
        stem: usize,
        place: &Place,
        before: &str,
    ) -> Option<Self> {
        let all_facts = || scope.vocabulary().facts().map(|(id, _)| id).collect();
        let mut slot = Self {
            ends: vec![""],
            ..Self::default()
        };
        match place {
            Place::Given if before.is_empty() || before == "not" || before == "no" => {
                slot.kinds = BTreeSet::from([Kind::Event, Kind::Symptom, Kind::Procedure]);
                slot.facts = all_facts();
            }
            Place::Given if before == "had" => slot.kinds = BTreeSet::from([Kind::Procedure]),
            Place::Given if before == "product" => {
                slot.kinds = BTreeSet::from([Kind::Product, Kind::Substance]);
            }
            Place::Given if MEDICINES.contains(&before) => {
                slot.kinds = BTreeSet::from([Kind::Medicine]);
            }
            Place::Given => {
                let values = values(scope, here, stem).into_iter();
                slot.others = values
                    .filter(|(_, _, fact)| before.starts_with(fact.as_str()))
                    .map(|(value, _, fact)| (value, format!("a value of {fact}")))
                    .collect();
            }
            Place::Asked if before.is_empty() => slot.facts = all_facts(),
            Place::Label if before.is_empty() => {
                let labels = scope.labels().iter();
                slot.others = labels
                    .map(|label| (label.clone(), "the label of a sentence".to_owned()))
                    .collect();
            }
            Place::Asked | Place::Label => slot.ends.clear(),
            _ => return None,
        }
        Some(slot)
    }

    fn try_kinds(
        &mut self,
        scope: &Scope,
        here: &Here,
        trial: &Trial<'_>,
        stem: usize,
        classes: &[String],
    ) {
        let vocabulary = scope.vocabulary();
        for (kind, example) in self.examples(scope).iter() {
            match self.verdict(trial, stem, example) {
                Verdict::Fits => {
                    self.kinds.insert(*kind);
                }
                Verdict::Outside => {
                    self.kinds.insert(*kind);
                    let things = classes.iter().filter_map(|name| thing(vocabulary, name));
                    self.under = Some(things.collect());
                }
                Verdict::Unfit => {}
            }
        }
        self.try_attributes(vocabulary, trial, stem);
        self.try_facts(vocabulary, trial, stem);
        self.steps = scope.steps().iter().next().is_some_and(|step| {
            matches!(
                self.verdict(trial, stem, &bare_or_quoted(step)),
                Verdict::Fits
            )
        });
        self.others = values(scope, here, stem)
            .into_iter()
            .filter(|(value, other, _)| {
                let value = bare_or_quoted(value);
                let more = format!(", {}", bare_or_quoted(other));
                let range = format!("..{}", bare_or_quoted(other));
                ["", more.as_str(), range.as_str()]
                    .iter()
                    .any(|end| trial.takes(stem, &value, end))
            })
            .map(|(value, _, fact)| (value, format!("a value of {fact}")))
            .collect();
    }

    /// A thing of each kind; behind attributes one that can have them.
    fn examples<'s>(&self, scope: &'s Scope) -> Cow<'s, [(Kind, String)]> {
        if self.with.is_empty() {
            return Cow::Borrowed(scope.names().examples());
        }
        let vocabulary = scope.vocabulary();
        Cow::Owned(examples(vocabulary, |id| self.can_have_all(vocabulary, id)))
    }

    fn can_have_all(&self, vocabulary: &Vocabulary, id: ThingId) -> bool {
        let mut attributes = self.with.iter();
        attributes.all(|attribute| can_have(vocabulary, id, *attribute))
    }

    fn try_attributes(&mut self, vocabulary: &Vocabulary, trial: &Trial<'_>, stem: usize) {
        let attributes = vocabulary
            .things()
            .filter(|(id, thing)| thing.kind == Kind::Attribute && !vocabulary.is_kind_class(*id));
        for (id, attribute) in attributes {
            let mut ends = self.behind_attribute(vocabulary, id).into_iter();
            if ends.any(|end| trial.takes(stem, &bare_or_quoted(&attribute.name), &end)) {
                self.attributes.push(id);
            }
        }
    }

    fn behind_attribute(&self, vocabulary: &Vocabulary, id: ThingId) -> Vec<String> {
        with_attribute(vocabulary, id, |class| self.can_have_all(vocabulary, class))
    }

    /// One fact of each form is tried.
    fn try_facts(&mut self, vocabulary: &Vocabulary, trial: &Trial<'_>, stem: usize) {
        let mut tried: Vec<(std::mem::Discriminant<FactKind>, bool)> = Vec::new();
        for (id, fact) in vocabulary.facts() {
            let form = std::mem::discriminant(&fact.kind);
            let known = tried.iter().find(|(other, _)| *other == form);
            let fits = known.map_or_else(
                || trial.takes(stem, &bare_or_quoted(&fact.name), &asked(vocabulary, id)),
                |(_, fits)| *fits,
            );
            if known.is_none() {
                tried.push((form, fits));
            }
            if fits {
                self.facts.push(id);
            }
        }
    }

    fn verdict(&self, trial: &Trial<'_>, stem: usize, name: &str) -> Verdict {
        let mut verdict = Verdict::Unfit;
        for end in &self.ends {
            let Some(read) = trial.reads(stem, name, end) else {
                continue;
            };
            let mut outside = false;
            let mut others = false;
            for mistake in trial.mistakes(&read) {
                outside |= mistake.code == Code::IncludingOutside;
                others |= mistake.code != Code::IncludingOutside;
            }
            match (outside, others) {
                (false, false) => return Verdict::Fits,
                (true, false) => verdict = Verdict::Outside,
                _ => {}
            }
        }
        verdict
    }

    /// Whether an offer may stand here, as far as its kind says.
    pub(super) fn takes(&self, vocabulary: &Vocabulary, offer: &Offer) -> bool {
        match offer.of {
            Of::Fact(id) => self.facts.contains(&id),
            Of::Step => self.steps,
            Of::Thing(id) => {
                let under = self.under.as_ref().is_none_or(|classes| {
                    classes.iter().any(|class| vocabulary.is_under(id, *class))
                });
                let fits = self.kinds.contains(&vocabulary.thing(id).kind)
                    && self.can_have_all(vocabulary, id);
                under && fits || self.attributes.contains(&id)
            }
        }
    }

    /// Whether no name at all may stand here.
    pub(super) fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Whether an offer that its kind lets stand here need not be tried itself: its words are none of the
    /// language, and no attribute stands before it.
    pub(super) fn is_sure(&self, offer: &Offer) -> bool {
        let is_plain =
            |word: &str| word.chars().all(char::is_alphabetic) && !is_word(&word.to_lowercase());
        let is_thing = matches!(offer.of, Of::Thing(id) if !self.attributes.contains(&id));
        let starts = self.kinds.len() == 1 && self.kinds.contains(&Kind::Action);
        is_thing && !starts && self.with.is_empty() && offer.text.split([' ', '-']).all(is_plain)
    }

    /// What may stand behind the name of an offer, to try it.
    pub(super) fn ends_of(&self, vocabulary: &Vocabulary, offer: &Offer) -> Vec<String> {
        match offer.of {
            Of::Fact(id) => vec![asked(vocabulary, id)],
            Of::Thing(id) if self.attributes.contains(&id) => self.behind_attribute(vocabulary, id),
            _ => self.ends.iter().map(|end| (*end).to_owned()).collect(),
        }
    }
}

/// What the checker says to a name.
enum Verdict {
    Fits,
    /// It would, if it lay under what stands before it.
    Outside,
    Unfit,
}

fn thing(vocabulary: &Vocabulary, name: &str) -> Option<ThingId> {
    match Reading::of(vocabulary, name)?.named {
        Named::Thing(id) => Some(id),
        Named::Fact(_) => None,
    }
}

/// The attributes that the words before a name are, or none where they are a symptom's qualifier; `None`
/// where they can't be a part of a longer name.
fn attributes(vocabulary: &Vocabulary, before: &str) -> Option<Vec<ThingId>> {
    if before.is_empty() || Qualifier::from_word(before).is_some() {
        return Some(Vec::new());
    }
    let ends = before.match_indices(' ').map(|(at, _)| at);
    let ends = std::iter::once(before.len()).chain(ends.rev());
    ends.filter_map(|end| before.split_at_checked(end))
        .find_map(|(first, rest)| {
            let id = vocabulary.find_thing(first)?;
            let is_attribute = vocabulary.thing(id).kind == Kind::Attribute;
            let rest = attributes(vocabulary, rest.trim_start()).filter(|_| is_attribute)?;
            Some(std::iter::once(id).chain(rest).collect())
        })
}

/// Whether the language has a word.
fn is_word(word: &str) -> bool {
    let words = GROUPS.iter().flat_map(|group| group.words);
    let mut words = words.flat_map(|one| one.text.split(' '));
    holds_reserved_word(word) || words.any(|one| one == word)
}

/// What a name means, for whoever chooses.
pub(super) fn meaning(vocabulary: &Vocabulary, offer: &Offer) -> String {
    match offer.of {
        Of::Thing(id) => means::thing(vocabulary, id, &offer.text),
        Of::Fact(id) => means::fact(vocabulary, id),
        Of::Step => "a routine of this protocol".to_owned(),
    }
}
