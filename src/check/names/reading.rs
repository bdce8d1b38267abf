//! The readings of a name: exact, with attributes in front, with a symptom's qualifier beside it.

use crate::check::checker::Checker;
use crate::check::protocol::Qualifier;
use crate::syntax::tree::Kind;
use crate::vocabulary::{Named, ThingId};

/// What a name turned out to say.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    /// What it stands for.
    pub named: Named,
    /// The attributes in front of it: `mineral makeup`.
    pub attributes: Vec<ThingId>,
    /// The words beside a symptom: `severe pain`.
    pub qualifiers: Vec<Qualifier>,
}

/// Longer names are no names; the bound keeps the search short whatever the text.
const MOST_WORDS: usize = 16;

impl Reading {
    /// A name that says nothing beside what it stands for.
    fn plain(named: Named) -> Self {
        Self {
            named,
            attributes: Vec::new(),
            qualifiers: Vec::new(),
        }
    }
}

impl Checker<'_> {
    /// Reads a name, if it is known.
    pub(crate) fn read(&self, text: &str) -> Option<Reading> {
        // Most names are a thing's own.
        let plain = text.split_whitespace().take(MOST_WORDS + 1).count();
        if (1..=MOST_WORDS).contains(&plain)
            && let Some(named) = self.vocabulary.find(text)
        {
            return Some(Reading::plain(named));
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        self.read_words(&words)
    }

    /// Reads the words of a name, if they are known.
    pub(crate) fn read_words(&self, words: &[&str]) -> Option<Reading> {
        if words.is_empty() || words.len() > MOST_WORDS {
            return None;
        }
        if let Some(named) = self.vocabulary.find(&words.join(" ")) {
            return Some(Reading::plain(named));
        }
        self.read_attribute(words)
            .or_else(|| self.read_symptom(words))
    }

    /// `mineral makeup`
    fn read_attribute(&self, words: &[&str]) -> Option<Reading> {
        (1..words.len()).rev().find_map(|length| {
            let (front, rest) = words.split_at_checked(length)?;
            let attribute = self.vocabulary.find_thing(&front.join(" "))?;
            if self.vocabulary.thing(attribute).kind != Kind::Attribute {
                return None;
            }
            let mut reading = self.read_words(rest)?;
            reading.attributes.insert(0, attribute);
            Some(reading)
        })
    }

    /// `severe pain`, `pain severe`
    fn read_symptom(&self, words: &[&str]) -> Option<Reading> {
        let (first, tail) = words.split_first()?;
        let (last, front) = words.split_last()?;
        let (qualifier, rest) = match (Qualifier::from_word(first), Qualifier::from_word(last)) {
            (Some(qualifier), _) => (qualifier, tail),
            (None, Some(qualifier)) => (qualifier, front),
            (None, None) => return None,
        };
        let mut reading = self.read_words(rest)?;
        let Named::Thing(id) = reading.named else {
            return None;
        };
        if self.vocabulary.thing(id).kind != Kind::Symptom {
            return None;
        }
        reading.qualifiers.insert(0, qualifier);
        Some(reading)
    }

    /// The declared names whose owners pass a test, as they were written.
    pub(crate) fn known_names(&self, wanted: &dyn Fn(ThingId, Kind) -> bool) -> Vec<String> {
        self.vocabulary
            .things()
            .filter(|(id, thing)| wanted(*id, thing.kind))
            .flat_map(|(_, thing)| std::iter::once(&thing.name).chain(&thing.aliases))
            .cloned()
            .collect()
    }
}

impl Qualifier {
    /// The qualifier that is one word.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        match word.to_lowercase().as_str() {
            "severe" => Some(Self::Severe),
            "spreading" => Some(Self::Spreading),
            "worsening" => Some(Self::Worsening),
            _ => None,
        }
    }
}
