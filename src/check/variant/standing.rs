//! What becomes of each labelled sentence along a chain of variants (LANGUAGE.md, 3.10): the nearest wins.

use std::collections::{BTreeMap, BTreeSet};

use super::mistake;
use crate::check::files::LoadedFile;
use crate::check::review::placed_sentences;
use crate::diagnostic::Diagnostic;
use crate::span::{SourceId, Span, Spanned};
use crate::syntax::tree::{Item, Name, Sentence, Text};
use crate::vocabulary::fold;

/// The place of a sentence, by which it is known among all files.
pub(super) type At = (SourceId, u32);

/// The place of a sentence.
pub(super) fn at(span: Span) -> At {
    (span.source, span.start)
}

/// What a sentence has become.
#[derive(Debug, Clone, Copy)]
pub(super) enum Now<'f> {
    /// It stands as it was written first.
    Stands,
    /// Another one stands in its place, by the line at this place.
    Replaced(&'f Spanned<Sentence>, Span),
    /// It has fallen, by the line at this place.
    Dropped(Span),
}

impl Now<'_> {
    /// Whether two say the same: it is so where the same line says it.
    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Stands, Self::Stands) => true,
            (Self::Replaced(_, one), Self::Replaced(_, other))
            | (Self::Dropped(one), Self::Dropped(other)) => at(*one) == at(*other),
            _ => false,
        }
    }
}

/// A sentence that a label names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot<'f> {
    /// Where it stands first.
    pub origin: Span,
    /// Its label there.
    pub label: &'f Name,
    /// What it has become.
    pub now: Now<'f>,
}

impl Slot<'_> {
    /// The line that says what it is now.
    pub fn line(&self) -> Span {
        match self.now {
            Now::Stands => self.label.span,
            Now::Replaced(_, line) | Now::Dropped(line) => line,
        }
    }
}

/// A protocol as its file and all that it extends make it.
#[derive(Debug, Clone, Default)]
pub(super) struct Standing<'f> {
    /// The files whose sentences it has, those that others extend first.
    pub files: Vec<usize>,
    /// The sentences of each folded label.
    pub slots: BTreeMap<String, Slot<'f>>,
    /// What has become of sentences whose label another one has by now.
    pub gone: BTreeMap<At, Now<'f>>,
}

/// A line of a variant that changes a sentence, with what the sentence was.
#[derive(Debug, Clone, Copy)]
pub(super) struct Changing<'f> {
    /// The label.
    pub label: &'f Name,
    /// The line.
    pub line: Span,
    /// The sentence that stands there now; none where it is dropped.
    pub new: Option<&'f Spanned<Sentence>>,
    /// Why.
    pub because: Option<&'f Text>,
    /// What it was, in the protocols that the file extends.
    pub old: Slot<'f>,
}

/// A protocol before and after its own file.
pub(super) struct Layer<'f> {
    /// What the file extends, taken together.
    pub before: Standing<'f>,
    /// With the file's own lines.
    pub after: Standing<'f>,
    /// The lines that change something.
    pub changing: Vec<Changing<'f>>,
}

impl<'f> Standing<'f> {
    /// What has become of the sentence at a place.
    pub fn now(&self, by_origin: &BTreeMap<At, Now<'f>>, span: Span) -> Now<'f> {
        let place = at(span);
        let found = by_origin.get(&place).or_else(|| self.gone.get(&place));
        found.copied().unwrap_or(Now::Stands)
    }

    /// What has become of sentences that do not stand as they were written, by their places.
    pub fn by_origin(&self) -> BTreeMap<At, Now<'f>> {
        let slots = self.slots.values();
        let changed = slots.filter(|slot| !matches!(slot.now, Now::Stands));
        changed.map(|slot| (at(slot.origin), slot.now)).collect()
    }

    /// Takes in another protocol that is extended beside this one; gives the labels on which they differ, with
    /// the other's slot.
    fn join(&mut self, other: &Self) -> BTreeMap<String, (Slot<'f>, Slot<'f>)> {
        let mut differ = BTreeMap::new();
        for (label, theirs) in &other.slots {
            match self.slots.get(label) {
                None => {
                    self.slots.insert(label.clone(), *theirs);
                }
                Some(own) if at(own.origin) == at(theirs.origin) && own.now.is(&theirs.now) => {}
                Some(own) => {
                    differ.insert(label.clone(), (*own, *theirs));
                }
            }
        }
        self.gone
            .extend(other.gone.iter().map(|(at, now)| (*at, *now)));
        let known: BTreeSet<usize> = self.files.iter().copied().collect();
        let more = other.files.iter().filter(|file| !known.contains(file));
        self.files.extend(more);
        differ
    }

    /// Takes in the sentences that a file itself labels.
    fn add(&mut self, file: &'f LoadedFile) {
        placed_sentences(&file.file, &mut |sentence, span| {
            let Some(label) = &sentence.label else { return };
            let slot = Slot {
                origin: span,
                label,
                now: Now::Stands,
            };
            let key = fold(&label.text);
            match self.slots.get(&key) {
                None => {
                    self.slots.insert(key, slot);
                }
                // A label that was dropped is free.
                Some(old) if matches!(old.now, Now::Dropped(_)) => {
                    self.gone.insert(at(old.origin), old.now);
                    self.slots.insert(key, slot);
                }
                // Two sentences with one label are told where they are checked.
                Some(_) => {}
            }
        });
    }
}

/// The protocol of each file that the last one stands on, itself included, by their places; and what is wrong.
pub(super) fn layers<'f>(
    files: &'f [LoadedFile],
    incomplete: bool,
) -> (BTreeMap<usize, Layer<'f>>, Vec<Diagnostic>) {
    let mut layers: BTreeMap<usize, Layer<'f>> = BTreeMap::new();
    let mut wrong = Vec::new();
    for index in family(files) {
        let Some(file) = files.get(index) else {
            continue;
        };
        let (before, mut differ) = before(&layers, &file.extends);
        let mut layer = Layer {
            after: before.clone(),
            before,
            changing: Vec::new(),
        };
        let labels: BTreeSet<String> = differ.keys().cloned().collect();
        layer.changes(file, incomplete, &mut differ, &mut wrong);
        let open = labels.iter().filter_map(|label| differ.get(label));
        wrong.extend(open.map(|(one, other)| mistake::parents_differ(file, one, other)));
        layer.after.files.push(index);
        layer.after.add(file);
        layers.insert(index, layer);
    }
    (layers, wrong)
}

/// The places of the last file and of all that it extends, those that others extend first.
fn family(files: &[LoadedFile]) -> BTreeSet<usize> {
    let mut all = BTreeSet::new();
    let mut open: Vec<usize> = files.len().checked_sub(1).into_iter().collect();
    while let Some(index) = open.pop() {
        if all.insert(index) {
            open.extend(files.get(index).iter().flat_map(|file| &file.extends));
        }
    }
    all
}

/// Labels on which two protocols differ, with what each says.
type Differ<'f> = BTreeMap<String, (Slot<'f>, Slot<'f>)>;

/// What several files come to that one extends. One that another of them extends is in that already.
fn before<'f>(
    layers: &BTreeMap<usize, Layer<'f>>,
    extends: &[usize],
) -> (Standing<'f>, Differ<'f>) {
    let parents = extends.iter().filter(|parent| {
        let of_another = |other: &usize| {
            let layer = layers.get(other);
            other != *parent && layer.is_some_and(|layer| layer.after.files.contains(parent))
        };
        !extends.iter().any(of_another)
    });
    let mut parents = parents.filter_map(|parent| layers.get(parent));
    let mut all = parents
        .next()
        .map(|layer| layer.after.clone())
        .unwrap_or_default();
    let mut differ = BTreeMap::new();
    for parent in parents {
        differ.extend(all.join(&parent.after));
    }
    (all, differ)
}

impl<'f> Layer<'f> {
    /// Makes the changes that a file says.
    fn changes(
        &mut self,
        file: &'f LoadedFile,
        incomplete: bool,
        differ: &mut Differ<'f>,
        wrong: &mut Vec<Diagnostic>,
    ) {
        let mut changed: BTreeMap<String, Span> = BTreeMap::new();
        for item in &file.file.items {
            let (label, new, because) = match &item.node {
                Item::Replace(sentence) => match &sentence.node.label {
                    Some(label) => (label, Some(&**sentence), sentence.node.because()),
                    None => continue,
                },
                Item::Drop { label, because } => (label, None, because.as_ref()),
                _ => continue,
            };
            let key = fold(&label.text);
            if let Some(first) = changed.get(&key) {
                wrong.push(mistake::twice(label, *first));
                continue;
            }
            changed.insert(key.clone(), label.span);
            let old = self.before.slots.get(&key);
            let old = old.filter(|slot| !matches!(slot.now, Now::Dropped(_)));
            let Some(old) = old.copied() else {
                if !incomplete {
                    wrong.push(mistake::unknown_label(file, label, &self.before));
                }
                continue;
            };
            let now = new.map_or(Now::Dropped(item.span), |new| Now::Replaced(new, item.span));
            self.settle(&key, now, differ);
            self.changing.push(Changing {
                label,
                line: item.span,
                new,
                because,
                old,
            });
        }
    }

    /// Says what becomes of a label. Where two protocols differ on it, that settles it, unless each has a sentence
    /// of its own there: then nothing says where a new one would stand.
    fn settle(&mut self, key: &str, now: Now<'f>, differ: &mut Differ<'f>) {
        if let Some((one, other)) = differ.get(key).copied() {
            let same_place = at(one.origin) == at(other.origin);
            if !same_place && matches!(now, Now::Replaced(..)) {
                return;
            }
            self.after.gone.insert(at(other.origin), now);
            differ.remove(key);
        }
        if let Some(slot) = self.after.slots.get_mut(key) {
            slot.now = now;
        }
    }
}

impl Sentence {
    /// The reason that it gives.
    pub(super) fn because(&self) -> Option<&Text> {
        self.clauses.iter().find_map(|clause| match &clause.node {
            crate::syntax::tree::Clause::Because(text) => Some(text),
            _ => None,
        })
    }
}
