//! Checks the sentences of a long file side by side, as if it had been done one after another.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::check::accepted::Accepted;
use crate::check::ask::Medicines;
use crate::check::checker::Checker;
use crate::check::protocol::Rule;
use crate::side_by_side::{PIECES, side_by_side};
use crate::span::{Span, Spanned};
use crate::syntax::tree::Item;
use crate::vocabulary::{FactId, ThingId};

/// What fewer sentences take is not worth a thread.
pub(crate) const LEAST: usize = 256;

/// How many sentences are checked again, one after another, where something is wrong in one of them.
const PART: usize = 64;

/// Sentences in which nothing is wrong, and what checking them noted.
struct Sound {
    rules: Vec<Rule>,
    cited: BTreeSet<String>,
    used_things: BTreeSet<ThingId>,
    used_facts: BTreeSet<FactId>,
    labels: BTreeMap<String, Span>,
    medicines: Medicines,
    digests: Vec<u64>,
    accepted: Vec<Accepted>,
}

impl Checker<'_> {
    /// All sentences of a file, side by side where there are at least so many.
    pub(crate) fn rules(&mut self, items: &[Spanned<Item>], least: usize) -> Vec<Rule> {
        if items.len() < least {
            return self.rules_of(items);
        }
        let pieces: Vec<_> = items.chunks(items.len().div_ceil(PIECES).max(1)).collect();
        let found = side_by_side(&pieces, |piece| {
            let mut other = self.beside();
            let mut all_sound = true;
            let parts = piece.chunks(PART).map(|part| {
                // Behind a mistake nothing is looked at twice: the next ones may be many and dear.
                let sound = if all_sound {
                    other.sound_part(part)
                } else {
                    None
                };
                all_sound = sound.is_some();
                (part, sound)
            });
            parts.collect::<Vec<_>>()
        });
        let mut rules = Vec::with_capacity(items.len());
        for (part, sound) in found.into_iter().flatten() {
            // A mistake is told with an eye to those before it, and so is a label that is taken.
            match sound.filter(|sound| !self.has_label_of(sound)) {
                Some(sound) => rules.extend(self.absorb(sound)),
                None => rules.extend(self.rules_of(part)),
            }
        }
        rules
    }

    /// A checker that knows the same and has found nothing yet.
    pub(crate) fn beside(&self) -> Checker<'_> {
        Checker {
            citable: self.citable.clone(),
            citable_keys: self.citable_keys.clone(),
            steps: Cow::Borrowed(&self.steps),
            broken: self.broken.clone(),
            incomplete: self.incomplete,
            unread: self.unread.clone(),
            comments: self.comments.clone(),
            quiet: self.quiet,
            ..Checker::new(self.sources, Cow::Borrowed(&self.vocabulary))
        }
    }

    /// The rules of a part, and what checking it noted. None where something is wrong in it.
    fn sound_part(&mut self, part: &[Spanned<Item>]) -> Option<Sound> {
        let sound = Sound {
            rules: self.rules_of(part),
            cited: std::mem::take(&mut self.cited),
            used_things: std::mem::take(&mut self.used_things),
            used_facts: std::mem::take(&mut self.used_facts),
            labels: std::mem::take(&mut self.labels),
            medicines: std::mem::take(&mut self.medicines),
            digests: std::mem::take(&mut self.digests),
            accepted: std::mem::take(&mut self.accepted),
        };
        let mistakes = std::mem::take(&mut self.diagnostics);
        mistakes.is_empty().then_some(sound)
    }

    fn has_label_of(&self, sound: &Sound) -> bool {
        let mut labels = sound.labels.keys();
        labels.any(|label| self.labels.contains_key(label))
    }

    /// Notes what checking a part noted; gives its rules.
    fn absorb(&mut self, mut sound: Sound) -> Vec<Rule> {
        self.cited.append(&mut sound.cited);
        self.used_things.append(&mut sound.used_things);
        self.used_facts.append(&mut sound.used_facts);
        self.labels.append(&mut sound.labels);
        self.medicines = sound.medicines;
        self.digests.append(&mut sound.digests);
        self.accepted.append(&mut sound.accepted);
        sound.rules
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use crate::bundled::bundled;
    use crate::check::Bundled;
    use crate::check::checker::Checker;
    use crate::check::files;
    use crate::check::stock::stock;
    use crate::source::Sources;
    use crate::vocabulary::Vocabulary;

    /// All that checking the sentences of a text finds and notes, and how many mistakes.
    fn checked(text: &str, least: usize) -> (String, usize) {
        let mut sources = Sources::new();
        let source = sources.add("long.rules", text);
        let read = files::read(&mut sources, &Bundled, "long.rules", source, stock());
        let mut checker = Checker::new(&sources, Cow::Owned(Vocabulary::new()));
        checker.diagnostics = read.diagnostics;
        checker.declare(&read.all, read.stock);
        checker.declare_facts(&read.all);
        checker.declare_sources(&read.all);
        let items = &read.all.last().unwrap().file.items;
        checker.declare_locals(items);
        let rules = checker.rules(items, least);
        let noted = (
            &checker.cited,
            &checker.used_things,
            &checker.used_facts,
            &checker.labels,
            &checker.digests,
            &checker.accepted,
        );
        let mistakes = checker.diagnostics.len();
        let found = format!("{rules:?} {:?} {noted:?}", checker.diagnostics);
        (found, mistakes)
    }

    const START: &str = "import skin-care\nsource a = \"A\"\nfact smoker: yes or no\n";

    /// Sentences, each `wrong`th of them with a mistake that is told with an eye to others.
    fn text(wrong: usize) -> String {
        let lines = (0..600).map(|at| match at % wrong {
            0 => "label 7: avoid sauna\n".to_owned(),
            1 => "avoid retinods for 3 days\n".to_owned(),
            2 => "take aspirin daily\nwhen aspirin { note \"x\" }\n".to_owned(),
            3 => "call clinic if fever within 2 hours\n".to_owned(),
            _ => format!(
                "label {at}: avoid retinoids for {at} hours if smoker [a]\nwhen pregnant {{ expect redness }}\n"
            ),
        });
        START.to_owned() + &lines.collect::<String>()
    }

    #[test]
    fn sentences_side_by_side_check_as_one_after_another() {
        for wrong in [4, 90, 300] {
            let text = text(wrong);
            let (alone, mistakes) = checked(&text, usize::MAX);
            assert!(mistakes >= 600 / wrong, "{wrong}: {mistakes}");
            assert!(checked(&text, 1).0 == alone, "{wrong}");
        }
        let bundled = bundled("microneedling").unwrap();
        assert!(checked(bundled, 1) == checked(bundled, usize::MAX));
    }
}
