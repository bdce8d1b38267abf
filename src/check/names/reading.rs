//! The readings of a name: exact, with attributes in front, with a symptom's qualifier beside it.

use super::Role;
use crate::check::checker::Checker;
use crate::check::protocol::Qualifier;
use crate::syntax::tree::Kind;
use crate::vocabulary::{Named, ThingId, Vocabulary};

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

    /// What a name says in a vocabulary, if it is known there.
    pub(crate) fn of(vocabulary: &Vocabulary, text: &str) -> Option<Self> {
        // Most names are a thing's own.
        let plain = text.split_whitespace().take(MOST_WORDS + 1).count();
        if (1..=MOST_WORDS).contains(&plain)
            && let Some(named) = vocabulary.find(text)
        {
            return Some(Self::plain(named));
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        Self::of_words(vocabulary, &words)
    }

    /// What the words of a name say, if they are known.
    fn of_words(vocabulary: &Vocabulary, words: &[&str]) -> Option<Self> {
        if words.is_empty() || words.len() > MOST_WORDS {
            return None;
        }
        if let Some(named) = vocabulary.find(&words.join(" ")) {
            return Some(Self::plain(named));
        }
        Self::with_attribute(vocabulary, words)
            .or_else(|| Self::of_symptom(vocabulary, words))
            .or_else(|| Self::which_does(vocabulary, words))
    }

    /// `redness that spreads`, `crusts which are yellow`: what the name says with its word in front.
    fn which_does(vocabulary: &Vocabulary, words: &[&str]) -> Option<Self> {
        let at = words.iter().position(|word| {
            ["that", "which"]
                .iter()
                .any(|joint| word.eq_ignore_ascii_case(joint))
        })?;
        let (noun, clause) = words.split_at_checked(at)?;
        if noun.is_empty() {
            return None;
        }
        said_of(clause.get(1..)?).into_iter().find_map(|said| {
            let mut front = vec![said.as_str()];
            front.extend(noun);
            Self::of_words(vocabulary, &front)
        })
    }

    /// `mineral makeup`
    fn with_attribute(vocabulary: &Vocabulary, words: &[&str]) -> Option<Self> {
        (1..words.len()).rev().find_map(|length| {
            let (front, rest) = words.split_at_checked(length)?;
            let attribute = vocabulary.find_thing(&front.join(" "))?;
            if vocabulary.thing(attribute).kind != Kind::Attribute {
                return None;
            }
            let mut reading = Self::of_words(vocabulary, rest)?;
            reading.attributes.insert(0, attribute);
            Some(reading)
        })
    }

    /// `severe pain`, `pain severe`
    fn of_symptom(vocabulary: &Vocabulary, words: &[&str]) -> Option<Self> {
        let (first, tail) = words.split_first()?;
        let (last, front) = words.split_last()?;
        let (qualifier, rest) = match (Qualifier::from_word(first), Qualifier::from_word(last)) {
            (Some(qualifier), _) => (qualifier, tail),
            (None, Some(qualifier)) => (qualifier, front),
            (None, None) => return None,
        };
        let mut reading = Self::of_words(vocabulary, rest)?;
        let Named::Thing(id) = reading.named else {
            return None;
        };
        if vocabulary.thing(id).kind != Kind::Symptom {
            return None;
        }
        reading.qualifiers.insert(0, qualifier);
        Some(reading)
    }
}

/// The words that say in front of a name what these say behind `that`: `spreading` of `spreads`, `yellow` of `are
/// yellow`, `worsening` of `gets worse`.
fn said_of(clause: &[&str]) -> Vec<String> {
    const WORSE: &[&str] = &[
        "become worse",
        "becomes worse",
        "get worse",
        "getting worse",
        "gets worse",
        "is becoming worse",
        "is getting worse",
    ];
    let lower = clause.join(" ").to_lowercase();
    let lower = lower.strip_prefix("keeps ").unwrap_or(&lower);
    if WORSE.contains(&lower) {
        return vec!["worsening".to_owned()];
    }
    if let Some((_, state)) = lower
        .split_once(' ')
        .filter(|(verb, _)| ["is", "are", "looks", "feels"].contains(verb))
    {
        return vec![state.to_owned()];
    }
    if lower.contains(' ') {
        return if lower.ends_with("ing") {
            vec![lower.to_owned()]
        } else {
            Vec::new()
        };
    }
    // `spreads`, `spread`, `itches`, `oozes`, `drips`
    let stems = [
        Some(lower),
        lower.strip_suffix('s'),
        lower.strip_suffix("es"),
        lower.strip_suffix('e'),
    ];
    let stems = stems.into_iter().flatten().filter(|stem| stem.len() > 1);
    stems.map(|stem| format!("{stem}ing")).collect()
}

impl Checker<'_> {
    /// Reads a name, if it is known.
    pub(crate) fn read(&self, text: &str) -> Option<Reading> {
        Reading::of(&self.vocabulary, text)
    }

    /// Reads a sign or an event without the article that sheets put before it: `the wound is dry`.
    pub(crate) fn read_without_article(&self, text: &str) -> Option<Reading> {
        let reading = self.read(without_article(text))?;
        let Named::Thing(id) = reading.named else {
            return None;
        };
        let kind = self.vocabulary.thing(id).kind;
        matches!(kind, Kind::Event | Kind::Symptom).then_some(reading)
    }

    /// Reads the words of a name, if they are known.
    pub(crate) fn read_words(&self, words: &[&str]) -> Option<Reading> {
        Reading::of_words(&self.vocabulary, words)
    }

    /// The kind of a known thing that can stand in a role; none where these words name none.
    pub(crate) fn kind_in(&self, words: &[&str], role: Role) -> Option<Kind> {
        let Named::Thing(id) = self.read_words(words)?.named else {
            return None;
        };
        let kind = self.vocabulary.thing(id).kind;
        role.takes(kind).then_some(kind)
    }

    /// The declared names whose owners pass a test, as they were written.
    pub(crate) fn known_names(&self, wanted: &dyn Fn(ThingId, Kind) -> bool) -> Vec<String> {
        self.vocabulary
            .things()
            .filter(|(id, thing)| wanted(*id, thing.kind))
            .flat_map(|(_, thing)| thing.names())
            .map(str::to_owned)
            .collect()
    }
}

impl Qualifier {
    /// The qualifier that is one word.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        match word.to_lowercase().as_str() {
            "severe" => Some(Self::Severe),
            "spreading" => Some(Self::Spreading),
            "worsening" | "increasing" => Some(Self::Worsening),
            _ => None,
        }
    }
}

/// Whether a word says how bad a symptom is: `severe`.
pub(crate) fn how_bad(word: &str) -> bool {
    Qualifier::from_word(word).is_some()
}

/// A name without the article that sheets put before it.
pub(crate) fn without_article(text: &str) -> &str {
    const ARTICLES: &[&str] = &[
        "the ", "your ", "a ", "an ", "this ", "these ", "those ", "our ",
    ];
    let found = ARTICLES.iter().find(|article| {
        let start = text.get(..article.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(article))
    });
    let rest = found.and_then(|article| text.get(article.len()..));
    rest.unwrap_or(text)
}
