//! What is given, as a patient's profile: read as a profile is, so that it means the same.

use super::known::{Entry, Words};
use super::mistake;
use super::read::{EXAMPLE, date_of};
use crate::check::Protocol;
use crate::diagnostic::Diagnostic;
use crate::plan::Moment;
use crate::profile::{self, Profile};
use crate::span::{Span, Spanned};
use crate::syntax::tree::{Known, KnownWhen};
use crate::vocabulary::{Vocabulary, fold};

/// All that is given, by key.
pub(super) struct Givens<'a> {
    vocabulary: &'a Vocabulary,
    found: &'a mut Vec<Diagnostic>,
    /// Each key with its values.
    entries: Vec<(Spanned<String>, Vec<Spanned<String>>)>,
}

impl<'a> Givens<'a> {
    /// The patient that is given. What is wrong is added to `found`.
    pub(super) fn read(
        protocol: &'a Protocol,
        known: &[Spanned<Known>],
        found: &'a mut Vec<Diagnostic>,
    ) -> Profile {
        let mut givens = Self {
            vocabulary: &protocol.vocabulary,
            found,
            entries: Vec::new(),
        };
        let mut profile = Profile {
            treated: Some(givens.treated(known)),
            ..Profile::default()
        };
        givens.take(known, &profile);
        givens.answer(&mut profile);
        profile
    }

    /// When the patient was treated.
    fn treated(&mut self, known: &[Spanned<Known>]) -> Moment {
        let mut first: Option<(Moment, Span)> = None;
        for one in known {
            if let Known::Treated { on, at } = one.node {
                match first {
                    Some((_, earlier)) => {
                        let found = mistake::given(
                            one.span,
                            "the day of the treatment is given twice".to_owned(),
                            "again",
                            "a scenario is about one treatment; give those before it as \
                             `earlier session on DATE`",
                        );
                        self.found.push(found.with_label(earlier, "first here"));
                    }
                    None => {
                        let treated = Moment { date: on, time: at };
                        first = Some((treated, one.span));
                    }
                }
            }
        }
        first.map_or(Moment::day(EXAMPLE), |(treated, _)| treated)
    }

    /// Notes what each thing that is given says.
    fn take(&mut self, known: &[Spanned<Known>], profile: &Profile) {
        let treated = profile.treated.map_or(EXAMPLE, |treated| treated.date);
        let mut list: Option<Spanned<String>> = None;
        for one in known {
            let Known::Said { words, when } = &one.node else {
                continue;
            };
            let on = match when.as_ref().map(|when| date_of(when.day(), treated)) {
                Some(Err(found)) => {
                    self.found.push(*found);
                    continue;
                }
                Some(Ok(on)) => Some(on),
                None => None,
            };
            let read = Words {
                vocabulary: self.vocabulary,
                all: words,
                on,
                last_taken: matches!(when, Some(KnownWhen::LastTaken(_))),
                list: list.as_ref(),
            };
            match read.entries() {
                Ok(entries) => {
                    let last = entries.last().filter(|last| last.several);
                    list = last.map(|last| last.key.clone());
                    for entry in entries {
                        self.add(entry);
                    }
                }
                Err(found) => self.found.push(*found),
            }
        }
    }

    /// Adds a value to those of its key, which most keys have once.
    fn add(&mut self, entry: Entry) {
        let same = fold(&entry.key.node);
        let mut earlier = self.entries.iter_mut();
        match earlier.find(|(key, _)| fold(&key.node) == same) {
            None => self.entries.push((entry.key, vec![entry.value])),
            Some((_, values)) if entry.several => values.push(entry.value),
            Some((key, _)) => {
                let found = mistake::given(
                    entry.key.span,
                    format!("`{}` is given twice", entry.key.node),
                    "again",
                    "a scenario is about one patient: leave one of the two out",
                );
                self.found.push(found.with_label(key.span, "first here"));
            }
        }
    }

    /// Gives everything to the profile; whether something is prescribed comes last.
    fn answer(self, profile: &mut Profile) {
        let is_last = |key: &str| key.starts_with("prescribed ");
        let (last, first): (Vec<_>, Vec<_>) =
            self.entries.iter().partition(|(key, _)| is_last(&key.node));
        for (key, values) in first.into_iter().chain(last) {
            let wrong = profile::answer(profile, key, values, self.vocabulary);
            self.found.extend(wrong);
        }
    }
}
