//! What may come next.

use std::collections::BTreeSet;

use super::Scope;
use super::asked::{bare_or_quoted, values};
use super::here::Here;
use super::names::{Of, Offer, key};
use super::slot::{Slot, meaning};
use super::trial::Trial;
use super::words::{GROUPS, Group, Word};
use crate::syntax::tree::TimeUnit;
use crate::vocabulary::{TIME_UNITS, UNITS};

/// How many names [`complete`] offers beside the words of the language.
pub const MOST_OFFERED: usize = 48;

/// What may stand at the cursor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Completions {
    /// The byte from which on a candidate replaces the text up to the cursor.
    pub start: usize,
    /// What may stand there, the likelier first.
    pub candidates: Vec<Candidate>,
    /// How many names more there are that could stand there.
    pub more: usize,
}

/// One thing that may stand at the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The whole word or name, or what is still missing of one of several words.
    pub text: String,
    /// What it means, in a few words.
    pub means: String,
    /// What it is.
    pub kind: CandidateKind,
}

/// What a candidate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CandidateKind {
    /// A word of the language.
    Keyword,
    /// A unit.
    Unit,
    /// A name that covers others.
    Class,
    /// A name of a thing, a symptom, an event and the like.
    Thing,
    /// A fact about the patient.
    Fact,
    /// A routine of the protocol.
    Step,
    /// A value of a fact, the key of a source, or the name of a file.
    Other,
}

/// The words and names that may come next at `cursor`, a byte of `text`; one inside a character is rounded
/// down. What stands behind the cursor is not looked at.
///
/// A word that is half typed stays, whatever its case, and a name stays by its other names, too. Of
/// names at most [`MOST_OFFERED`] are given. Nothing is offered inside quotes, comments and numbers, nor
/// in a text beyond [`MOST_BYTES`](super::MOST_BYTES) or a sentence beyond
/// [`MOST_SENTENCE_BYTES`](super::MOST_SENTENCE_BYTES).
#[must_use]
pub fn complete(text: &str, cursor: usize, scope: &Scope) -> Completions {
    complete_up_to(text, cursor, scope, MOST_OFFERED)
}

/// The same with at most so many names.
#[must_use]
pub fn complete_up_to(text: &str, cursor: usize, scope: &Scope, most: usize) -> Completions {
    let here = Here::at(text, cursor, scope).filter(|here| !here.in_number());
    let Some(here) = here else {
        return Completions {
            start: super::here::up_to(text, cursor).len(),
            ..Completions::default()
        };
    };
    let start = super::here::up_to(text, cursor).len() - here.typed(here.start()).len();
    let mut search = Search {
        scope,
        trial: Trial::new(scope, &here),
        here: &here,
        found: Vec::new(),
        seen: BTreeSet::new(),
    };
    if !here.typed(here.start()).is_empty() {
        search.longer_words();
    }
    let mut more = search.longer_names(most);
    if here.is_first() {
        search.words();
        more += search.names(most);
    } else {
        more += search.names(most);
        search.words();
    }
    search.longer_words();
    Completions {
        start,
        candidates: search.found,
        more,
    }
}

struct Search<'s> {
    scope: &'s Scope,
    trial: Trial<'s>,
    here: &'s Here,
    found: Vec<Candidate>,
    seen: BTreeSet<String>,
}

impl Search<'_> {
    fn push(&mut self, text: String, means: String, kind: CandidateKind) {
        if text != self.here.typed(self.here.start()) && self.seen.insert(text.clone()) {
            self.found.push(Candidate { text, means, kind });
        }
    }

    /// Words that stand together, of which the first have been typed.
    fn longer_words(&mut self) {
        for start in self.here.starts.iter().skip(1) {
            let typed = key(self.here.typed(*start));
            let said = self.here.start() - start;
            for group in GROUPS {
                for word in group.words {
                    if word.text.starts_with(&typed)
                        && word.text.contains(' ')
                        && self.fits(*start, word)
                    {
                        let rest = word.text.get(said..).unwrap_or_default();
                        self.push(
                            rest.to_owned(),
                            word.means.to_owned(),
                            CandidateKind::Keyword,
                        );
                    }
                }
            }
        }
    }

    /// Names of several words, of which the first have been typed; how many were left out.
    fn longer_names(&mut self, most: usize) -> usize {
        let mut more = 0;
        for start in self.here.starts.iter().skip(1) {
            let wanted = key(self.here.typed(*start));
            let letters = self.here.sentence.get(*start..self.here.start());
            let said = letters.map_or(0, |letters| letters.chars().count());
            self.longer_values(*start, &wanted, said);
            more += self.longer_offers(*start, said, most);
        }
        more
    }

    /// Values of which the first words have been typed.
    fn longer_values(&mut self, start: usize, wanted: &str, said: usize) {
        let values = values(self.scope, self.here, start);
        if !values
            .iter()
            .any(|(value, ..)| key(value).starts_with(wanted))
        {
            return;
        }
        let slot = Slot::at(self.scope, self.here, &self.trial, start);
        for (value, means) in slot.others {
            if key(&value).starts_with(wanted) {
                let rest = value.chars().skip(said).collect();
                self.push(rest, means, CandidateKind::Other);
            }
        }
    }

    fn longer_offers(&mut self, start: usize, said: usize, most: usize) -> usize {
        let scope = self.scope;
        let offers = scope.names().starting_with(self.here.typed(start));
        if offers.is_empty() {
            return 0;
        }
        let slot = Slot::at(scope, self.here, &self.trial, start);
        let (mut left, mut more) = (most.saturating_sub(self.found.len()), 0);
        for offer in offers {
            if !slot.takes(scope.vocabulary(), offer) {
                continue;
            }
            if left == 0 {
                more += 1;
            } else if self.reads_so(&slot, start, offer, &offer.text) {
                left -= 1;
                self.offer(offer.text.chars().skip(said).collect(), offer);
            }
        }
        more
    }

    /// Names that start at the word at the cursor; how many were left out.
    fn names(&mut self, most: usize) -> usize {
        let (scope, start) = (self.scope, self.here.start());
        let slot = Slot::at(scope, self.here, &self.trial, start);
        if slot.is_empty() {
            return 0;
        }
        let typed = self.here.typed(start);
        let wanted = key(typed);
        for (text, means) in &slot.others {
            if key(text).starts_with(&wanted) {
                self.push(bare_or_quoted(text), means.clone(), CandidateKind::Other);
            }
        }
        let offers = if typed.is_empty() {
            scope.names().all().iter().collect()
        } else {
            scope.names().starting_with(typed)
        };
        let (mut left, mut more) = (most, 0);
        for offer in offers {
            if !slot.takes(scope.vocabulary(), offer) {
                continue;
            }
            if left == 0 {
                more += 1;
                continue;
            }
            let quoted = format!("\"{}\"", offer.text);
            let forms = [offer.text.clone(), quoted];
            let form = forms
                .into_iter()
                .find(|form| self.reads_so(&slot, start, offer, form));
            if let Some(form) = form {
                left -= 1;
                self.offer(form, offer);
            }
        }
        more
    }

    fn offer(&mut self, text: String, offer: &Offer) {
        let vocabulary = self.scope.vocabulary();
        let kind = match offer.of {
            Of::Fact(_) => CandidateKind::Fact,
            Of::Step => CandidateKind::Step,
            Of::Thing(id) if vocabulary.thing(id).children.is_empty() => CandidateKind::Thing,
            Of::Thing(_) => CandidateKind::Class,
        };
        self.push(text, meaning(vocabulary, offer), kind);
    }

    /// Whether a name reads as it is written here.
    fn reads_so(&self, slot: &Slot, start: usize, offer: &Offer, form: &str) -> bool {
        if slot.is_sure(offer) {
            return true;
        }
        let ends = slot.ends_of(self.scope.vocabulary(), offer);
        ends.iter().any(|end| self.trial.takes(start, form, end))
    }

    /// The words of the language that start at the cursor.
    fn words(&mut self) {
        let start = self.here.start();
        let typed = key(self.here.typed(start));
        self.units(start, &typed);
        for group in GROUPS {
            let open = !(group.lines && self.here.behind_block) && self.is_open(group, start);
            for word in group.words {
                let wanted = word.text.starts_with(&typed);
                // `treatment` is a line of the header, which stands once, and a point in time.
                let there = group.lines && self.scope.has_header(word.text);
                if open && wanted && !there && self.fits(start, word) {
                    self.push(
                        word.text.to_owned(),
                        word.means.to_owned(),
                        CandidateKind::Keyword,
                    );
                }
            }
        }
    }

    /// Whether a word of a group can stand here.
    fn is_open(&self, group: &Group, start: usize) -> bool {
        let mut gate = group.gate.iter();
        gate.len() == 0 || gate.any(|(word, end)| self.trial.reads_word(start, word, end).is_some())
    }

    fn fits(&self, start: usize, word: &Word) -> bool {
        let mut ends = word.ends.iter();
        ends.any(|end| self.trial.takes_word(start, word.text, end))
    }

    /// Units, behind a number or a word that takes one.
    fn units(&mut self, start: usize, typed: &str) {
        let before = self.here.stem(start).trim_end().to_lowercase();
        let last = before.rsplit([' ', '.', '-']).next().unwrap_or_default();
        let measured = before.starts_with("fact ") && before.ends_with(':');
        let counted = last.starts_with(|letter: char| letter.is_ascii_digit());
        let takes_unit = [
            "a", "an", "per", "every", "each", "other", "half", "measured",
        ];
        if !counted && !takes_unit.contains(&last) && !measured {
            return;
        }
        let one = !counted || last == "1";
        let times = TIME_UNITS.iter().filter_map(|(unit, words)| {
            let word = words.get(usize::from(!one || measured))?;
            Some((*word, time_means(*unit), TIME_ENDS))
        });
        let others = UNITS.iter().map(|row| {
            let word = if one { row.name } else { row.plural };
            (word, "a unit", UNIT_ENDS)
        });
        for (word, means, ends) in times.chain(others) {
            let fits = key(word).starts_with(typed)
                && ends.iter().any(|end| self.trial.takes(start, word, end));
            if fits {
                self.push(word.to_owned(), means.to_owned(), CandidateKind::Unit);
            }
        }
    }
}

/// What may stand behind a unit.
const UNIT_ENDS: &[&str] = &["", " per day", " after treatment", " use x", " off"];

/// What may stand behind a unit of time.
const TIME_ENDS: &[&str] = &[
    "",
    " per day",
    " after treatment",
    " use x",
    " off",
    " before",
];

fn time_means(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Minute | TimeUnit::Hour => "counted by the clock",
        TimeUnit::Day => "whole days of the calendar",
        TimeUnit::Week => "7 days",
        TimeUnit::Month => "by the calendar: to the same day",
        TimeUnit::Year => "12 months",
    }
}
