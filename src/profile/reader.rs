//! The reader of a profile: what it has read, what it has found wrong, and how it asks for a value.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::format::Format;
use super::mistake;
use super::model::{Answered, Profile};
use super::value::{Entry, Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::vocabulary::{ThingId, Vocabulary, fold, nearest};

/// How many unknown names of a file are compared with the vocabulary.
const MAX_SUGGESTIONS: u32 = 100;

/// The shortest value that is compared with others, in characters.
const MIN_VALUE: usize = 4;

/// The longest name that is compared with the vocabulary, in bytes.
const MAX_COMPARED: usize = 80;

/// Reads values against a vocabulary.
#[derive(Debug)]
pub(super) struct Reader<'v> {
    /// What may be named.
    pub vocabulary: &'v Vocabulary,
    /// What the values are written in.
    pub format: Format,
    /// What has been read.
    pub profile: Profile,
    /// Where the date of the treatment stands.
    pub treated: Option<Span>,
    /// Where something of one of several treatments stands, by its folded name.
    pub treatments: Vec<(String, Span)>,
    /// The sessions that were read.
    pub sessions: Vec<Spanned<NaiveDate>>,
    /// The dates that things were last taken, as read.
    pub taken: Vec<Spanned<NaiveDate>>,
    /// Where it is said whether a thing is prescribed.
    pub prescribed: BTreeMap<ThingId, Span>,
    found: Vec<Diagnostic>,
    suggestions: u32,
}

impl<'v> Reader<'v> {
    /// A reader that adds to `profile`.
    pub(super) fn new(vocabulary: &'v Vocabulary, format: Format, profile: Profile) -> Self {
        Self {
            vocabulary,
            format,
            profile,
            treated: None,
            treatments: Vec::new(),
            sessions: Vec::new(),
            taken: Vec::new(),
            prescribed: BTreeMap::new(),
            found: Vec::new(),
            suggestions: MAX_SUGGESTIONS,
        }
    }

    /// The profile and what is wrong with it, once all is read.
    pub(super) fn finish(mut self) -> (Profile, Vec<Diagnostic>) {
        self.prescriptions();
        self.dates_in_order();
        self.treatments_in_order();
        (self.profile, self.found)
    }

    /// Tells a mistake.
    pub(super) fn tell(&mut self, found: Diagnostic) {
        self.found.push(found);
    }

    /// Tells that a value is of another kind than its key takes; a told mistake is not told again.
    pub(super) fn wrong_kind(&mut self, key: &str, node: &Node, takes: &str, help: &str) {
        let help = match node.kind {
            NodeKind::Bad => return,
            NodeKind::Null => "leave out what was not asked",
            _ => help,
        };
        let found = mistake::wrong_kind(&mistake::ticked(key), node, takes).with_help(help);
        self.tell(found);
    }

    /// Notes that `id` is given at `key`; false, with a message, where it was given before.
    pub(super) fn once<K: Ord>(
        &mut self,
        seen: &mut BTreeMap<K, Span>,
        id: K,
        key: &Spanned<String>,
    ) -> bool {
        match seen.get(&id) {
            None => {
                seen.insert(id, key.span);
                true
            }
            Some(first) => {
                let found = mistake::twice(&mistake::ticked(&key.node), key.span, *first);
                self.tell(found);
                false
            }
        }
    }

    /// The keys of a table.
    pub(super) fn table<'n>(
        &mut self,
        key: &str,
        node: &'n Node,
        help: &str,
    ) -> Option<&'n [Entry]> {
        match &node.kind {
            NodeKind::Table(entries) => Some(entries),
            _ => {
                self.wrong_kind(key, node, "a table", help);
                None
            }
        }
    }

    /// A text.
    pub(super) fn text<'n>(&mut self, key: &str, node: &'n Node) -> Option<&'n str> {
        match &node.kind {
            NodeKind::Text(text) => Some(text),
            _ => {
                self.wrong_kind(key, node, "a text", "write it in double quotes");
                None
            }
        }
    }

    /// Yes or no.
    pub(super) fn yes_no(&mut self, key: &str, node: &Node) -> Option<bool> {
        self.yes_no_or(key, node, "write true or false")
    }

    /// Yes or no; `help` says what else it may be.
    fn yes_no_or(&mut self, key: &str, node: &Node, help: &str) -> Option<bool> {
        match &node.kind {
            NodeKind::Bool(yes) => return Some(*yes),
            NodeKind::Text(text) => match fold(text).as_str() {
                "yes" | "true" => return Some(true),
                "no" | "false" => return Some(false),
                _ => {
                    let found = Diagnostic::new(
                        Code::ProfileUnknownValue,
                        node.span,
                        format!(
                            "the value of `{}` is neither yes nor no",
                            mistake::shown(key)
                        ),
                        "neither yes nor no",
                    )
                    .with_help(help);
                    self.tell(found);
                }
            },
            _ => self.wrong_kind(key, node, "yes or no", help),
        }
        None
    }

    /// Yes, no or unsure: `Some(None)` is unsure.
    pub(super) fn yes_no_unsure(&mut self, key: &str, node: &Node) -> Option<Option<bool>> {
        match unknown(node) {
            Some(_) => Some(None),
            None => self
                .yes_no_or(key, node, "write true, false or \"unsure\"")
                .map(Some),
        }
    }

    /// Yes or no, where `"unsure"` and `"does not apply"` are answers too.
    pub(super) fn yes_no_fact(&mut self, key: &str, node: &Node) -> Option<bool> {
        let help = match self.format {
            Format::Set => "write yes, no, unsure or does not apply",
            Format::Toml | Format::Json => "write true, false, \"unsure\" or \"does not apply\"",
        };
        self.yes_no_or(key, node, help)
    }

    /// The candidate nearest to a name, as long as the file has not had too many unknown ones.
    pub(super) fn near<'c>(
        &mut self,
        name: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) -> Option<&'c str> {
        if !self.compares(name) {
            return None;
        }
        self.suggestions -= 1;
        nearest(name, candidates)
    }

    /// The one candidate that is a slip of the pen away from a value. A value is the patient's: where
    /// two are as near, or it is short, none is offered.
    pub(super) fn near_value<'c>(
        &mut self,
        value: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) -> Option<&'c str> {
        if !self.compares(value) || value.chars().count() < MIN_VALUE {
            return None;
        }
        self.suggestions -= 1;
        let forms = |text: &str| [text.to_lowercase(), fold(text)];
        let [value, folded] = forms(value);
        let mut near = candidates.into_iter().filter(|candidate| {
            let [other, other_folded] = forms(candidate);
            strsim::damerau_levenshtein(&value, &other) <= 1
                || strsim::damerau_levenshtein(&folded, &other_folded) <= 1
        });
        let first = near.next()?;
        near.all(|other| other == first).then_some(first)
    }

    /// Whether a name is still compared with anything.
    pub(super) fn compares(&self, name: &str) -> bool {
        name.len() <= MAX_COMPARED && self.suggestions > 0
    }
}

/// `"unsure"` and `"does not apply"`, which every fact may be.
pub(super) fn unknown(node: &Node) -> Option<Answered> {
    if says(node, &["unsure"]) {
        Some(Answered::Unsure)
    } else if says(node, &["does not apply"]) {
        Some(Answered::DoesNotApply)
    } else {
        None
    }
}

/// Whether a value is one of these texts, whatever its case.
pub(super) fn says(node: &Node, words: &[&str]) -> bool {
    matches!(&node.kind, NodeKind::Text(text)
        if words.iter().any(|word| fold(word) == fold(text)))
}
