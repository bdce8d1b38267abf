//! What variants change of the protocols that they extend.

use std::collections::BTreeSet;

use crate::check::{Change, Layer, Lineage, Loosened, Taken};
use crate::plan::{Loosening, LooseningKind, RuleRef};
use crate::render::Word;

use super::context::at;
use super::page::{Flow, Page};
use super::style::{Line, Style};

/// How far in what belongs to a protocol stands.
const STEP: usize = 2;

/// The most steps in: deeper ones stand as far in as this.
const DEEPEST: usize = 8;

/// A lineage as a tree, the variant first and below it what it extends, as lines.
#[must_use]
pub fn variant_lines(lineage: &Lineage, width: usize) -> Vec<Line> {
    let mut tree = Tree {
        lineage,
        width,
        told: BTreeSet::new(),
        page: Page::new(width),
    };
    if let Some(own) = lineage.layers.last() {
        tree.layer(own, 0);
    }
    tree.page.into_lines()
}

/// What each protocol of a lineage changes, one after another.
pub(super) fn changes(lineage: &Lineage, page: &mut Page) {
    for layer in &lineage.layers {
        for change in &layer.changes {
            self::change(change, page);
        }
        for taken in &layer.taken {
            self::taken(taken, page);
        }
    }
}

/// A sentence without its reason and its sources, which stand further on or where it was written.
pub(super) fn in_short(sentence: &str) -> &str {
    let reason = sentence.find(" because \"");
    let sources = sentence.rfind(" [").filter(|_| sentence.ends_with(']'));
    let end = reason.or(sources).unwrap_or(sentence.len());
    sentence.get(..end).unwrap_or(sentence)
}

/// One thing that a variant loosens.
pub(super) fn loosening(one: &Loosening, page: &mut Page) {
    let by = one.by.as_ref().map(at).unwrap_or_default();
    let line = |word: Word| {
        word.with(&[
            ("was", in_short(&one.was.sentence)),
            ("place", &at(&one.was)),
            ("now", one.now.as_deref().map_or("", in_short)),
            ("by", &by),
        ])
    };
    let text = match (one.kind, &one.by) {
        (LooseningKind::Replaced, _) => line(Word::LoosenedReplaced),
        (LooseningKind::Dropped, _) => line(Word::LoosenedDropped),
        (LooseningKind::Taken, Some(rule)) => {
            let by = format!("{} ({by})", in_short(&rule.sentence));
            let was = in_short(&one.was.sentence);
            Word::LoosenedTaken.with(&[("was", was), ("place", &at(&one.was)), ("by", &by)])
        }
        (LooseningKind::Taken, None) => line(Word::LoosenedTakenAll),
    };
    page.item(
        Flow::new()
            .add(Style::Mark, Word::LoosenedMark.text())
            .plain(text),
    );
    why(one.because.as_deref(), page);
    let loosened = Loosened {
        patient: one.patient.clone(),
        day: one.day,
        decided: one.decided,
    };
    page.under(for_whom(&loosened));
}

fn why(because: Option<&str>, page: &mut Page) {
    if let Some(because) = because {
        page.under(Flow::from(
            Word::LoosenedBecause.with(&[("because", because)]),
        ));
    }
}

fn for_whom(loosened: &Loosened) -> Flow {
    let day = loosened.day.to_string();
    let word = if loosened.decided {
        Word::LoosenedFor
    } else {
        Word::LoosenedPerhaps
    };
    Flow::new().add(
        Style::Quiet,
        word.with(&[("patient", &loosened.patient), ("day", &day)]),
    )
}

fn change(change: &Change, page: &mut Page) {
    if let Some(loosening) = change.loosening() {
        return self::loosening(&loosening, page);
    }
    let word = if change.now.is_some() {
        Word::LoosenedReplaced
    } else {
        Word::LoosenedDropped
    };
    page.item(Flow::from(word.with(&[
        ("was", in_short(&change.was.sentence)),
        ("place", &at(&change.was)),
        ("now", change.now.as_deref().map_or("", in_short)),
        ("by", &at(&change.by)),
    ])));
    why(change.because.as_deref(), page);
    page.under(Flow::new().add(Style::Quiet, Word::LoosenedSame.text()));
}

fn taken(taken: &Taken, page: &mut Page) {
    loosening(&taken.loosening(), page);
}

struct Tree<'l> {
    lineage: &'l Lineage,
    width: usize,
    /// The files that were told: what two protocols extend is told once.
    told: BTreeSet<&'l str>,
    page: Page,
}

impl<'l> Tree<'l> {
    fn layer(&mut self, layer: &'l Layer, depth: usize) {
        let inset = depth.min(DEEPEST) * STEP;
        let mut page = Page::new(self.width.saturating_sub(inset));
        let again = !self.told.insert(&layer.file);
        page.paragraph(title(layer, again));
        if !again {
            changes_of(layer, &mut page);
        }
        self.page.blank();
        self.page.inset(page.into_lines(), inset);
        if again {
            return;
        }
        for name in &layer.extends {
            let mut layers = self.lineage.layers.iter();
            if let Some(parent) = layers.find(|layer| layer.file == *name) {
                self.layer(parent, depth + 1);
            }
        }
    }
}

/// `clinic.rules, "Clinic aftercare"`
fn title(layer: &Layer, again: bool) -> Flow {
    let named = match &layer.title {
        Some(title) => Word::VariantTitle.with(&[("file", &layer.file), ("title", title)]),
        None => Word::VariantUntitled.with(&[("file", &layer.file)]),
    };
    let flow = Flow::new().add(Style::Strong, named);
    if again {
        return flow.plain(Word::VariantAgain.text());
    }
    match layer.extends.as_slice() {
        [] => flow.plain(sentences(layer.added.len())),
        files => {
            let files = crate::render::all_of(files);
            flow.plain(Word::VariantExtends.with(&[("files", &files)]))
        }
    }
}

fn sentences(count: usize) -> String {
    match count {
        1 => Word::VariantOne.text().to_owned(),
        many => Word::VariantMany.with(&[("n", &many.to_string())]),
    }
}

/// What a variant changes and adds; of a protocol that extends none nothing.
fn changes_of(layer: &Layer, page: &mut Page) {
    if layer.extends.is_empty() {
        return;
    }
    for change in &layer.changes {
        self::change(change, page);
    }
    for taken in &layer.taken {
        self::taken(taken, page);
    }
    for added in &layer.added {
        page.item(self::added(added));
    }
}

fn added(rule: &RuleRef) -> Flow {
    let sentence = in_short(&rule.sentence);
    Flow::from(Word::VariantAdds.with(&[("sentence", sentence)])).add(Style::Quiet, at(rule))
}
