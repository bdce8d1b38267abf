//! The word that a misspelt first word of a line was meant to be.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::reserved::{DECLARING, HEADERS, HEADS, RESERVED, RESERVED_THERE, VARYING};
use crate::vocabulary::{UNITS, UnitRow, VERBS};

/// Every word that a line may start with.
fn starts() -> impl Iterator<Item = &'static str> {
    let verbs = VERBS.iter().map(|row| row.word);
    let fixed = [HEADS, HEADERS, DECLARING, VARYING];
    fixed.into_iter().flatten().copied().chain(verbs)
}

/// Whether a line of the language may start with this word.
pub(super) fn is_start(word: &str) -> bool {
    word == "moisturize" || starts().any(|start| start == word)
}

/// What is near a word of the language and none of its slips: what actions start with, as in `protect blisters`, and
/// what stands before a place or a day.
const OWN: &[&str] = &["on", "protect"];

/// The word that `word` is a misspelling of. An action's own words are left alone (`pat dry`), so
/// only close misspellings of words that are long enough count, and inflections: `avoids`, `using`.
pub(super) fn near_start(word: &str) -> Option<&'static str> {
    if starts().any(|start| start == word) || OWN.contains(&word) {
        return None;
    }
    inflected(word).or_else(|| {
        starts()
            .filter_map(|start| Some((distance(word, start)?, start)))
            .min()
            .map(|(_, start)| start)
    })
}

/// How many slips lie between the words, if few enough.
fn distance(word: &str, start: &str) -> Option<usize> {
    // The distance is never less than the difference of the lengths, and a word may be megabytes long.
    if word.chars().count().abs_diff(start.chars().count()) > 2 {
        return None;
    }
    let (long, short) = (word.len().max(start.len()), word.len().min(start.len()));
    let slips = strsim::osa_distance(word, start);
    let most = match short {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    };
    let mut letters: Vec<char> = word.chars().collect();
    let mut others: Vec<char> = start.chars().collect();
    letters.sort_unstable();
    others.sort_unstable();
    let swapped = slips == 1 && letters == others;
    let close = slips <= most && (long >= 5 || swapped);
    (close || swapped).then_some(slips)
}

/// `avoids`, `avoiding`, `uses`, `using`
fn inflected(word: &str) -> Option<&'static str> {
    let stems = ["s", "es", "ing", "ed"]
        .iter()
        .filter_map(|end| word.strip_suffix(end))
        .filter(|stem| stem.len() >= 2);
    stems
        .flat_map(|stem| {
            starts().filter(move |start| *start == stem || start.strip_suffix('e') == Some(stem))
        })
        .find(|start| !matches!(*start, "no" | "ask" | "tell" | "given" | "when"))
}

/// The spellings of a unit that are long enough to be misspelt.
fn unit_words(row: &'static UnitRow) -> impl Iterator<Item = &'static str> {
    let names = [row.name, row.plural].into_iter();
    names
        .chain(row.aliases.iter().copied())
        .filter(|word| word.len() > 3)
}

/// What stands behind the first word of a clause.
const LATER_WORDS: &[&str] = &[
    "morning",
    "evening",
    "midday",
    "night",
    "needed",
    "treatment",
    "session",
    "sessions",
    "bedtime",
    "clinic",
    "prescriber",
    "unavoidable",
];

/// Words that are spelt as they are meant, however near to one of the language.
const ORDINARY: &[&str] = &["off", "out"];

/// The words that `word` may be a slip of, the nearest first: the words of clauses, and a number
/// that lost the blank before it.
pub(super) fn slips(word: &str) -> Vec<String> {
    let units = || UNITS.iter().flat_map(unit_words);
    let is_word = RESERVED.binary_search(&word).is_ok() || RESERVED_THERE.contains(&word);
    let is_known = is_word || units().any(|unit| unit == word);
    if word.len() < 2 || is_known || ORDINARY.contains(&word) {
        return Vec::new();
    }
    if let Some(digit) = word.find(|letter: char| letter.is_ascii_digit()) {
        let (front, number) = word.split_at(digit);
        let glued = matches!(front, "for" | "from" | "until" | "day" | "days" | "every");
        return if glued {
            vec![format!("{front} {number}")]
        } else {
            Vec::new()
        };
    }
    let most = if word.len() < 6 { 1 } else { 2 };
    let known = RESERVED.iter().chain(LATER_WORDS).copied().chain(units());
    let mut near: Vec<(usize, &str)> = known
        .filter(|known| known.len() > 1 && !known.contains(' '))
        .map(|known| (strsim::osa_distance(word, known), known))
        .filter(|(distance, _)| (1..=most).contains(distance))
        .collect();
    near.sort_unstable();
    let near = near.into_iter().take(6);
    near.map(|(_, known)| known.to_owned()).collect()
}

impl Lower<'_> {
    /// Offers the word that was meant.
    pub(super) fn near(&mut self, word: &str, near: &str, span: Span, line: Span) {
        let raw = self.quote(span);
        let diagnostic = Diagnostic::new(
            Code::UnknownHead,
            span,
            format!("`{raw}` starts no line of a protocol"),
            format!("`{word}` is no word of the language"),
        )
        .with_help(format!("did you mean `{near}`?"));
        let edits = vec![edit(span, near)];
        let diagnostic = self.fix_if_reads(diagnostic, line, edits);
        self.refuse(diagnostic);
    }
}

#[cfg(test)]
mod tests {
    use super::{near_start, slips};

    #[test]
    fn slips_of_clause_words() {
        for (word, near) in [
            ("form", "from"),
            ("unles", "unless"),
            ("becuase", "because"),
            ("dayly", "daily"),
            ("morninng", "morning"),
            ("for3", "for 3"),
        ] {
            assert!(slips(word).iter().any(|one| one == near), "{word}");
        }
        for word in ["makeup", "serum", "daily", "on", "in", "b12"] {
            assert_eq!(slips(word), Vec::<String>::new(), "{word}");
        }
    }

    #[test]
    fn slips_are_seen() {
        for (word, start) in [
            ("aviod", "avoid"),
            ("avoids", "avoid"),
            ("aovid", "avoid"),
            ("versoin", "version"),
            ("treatmnt", "treatment"),
            ("ues", "use"),
            ("using", "use"),
            ("limt", "limit"),
            ("reprot", "report"),
            ("secton", "section"),
            ("symptoms", "symptom"),
        ] {
            assert_eq!(near_start(word), Some(start), "{word}");
        }
    }

    #[test]
    fn words_of_actions_are_left_alone() {
        for word in [
            "pat", "sleep", "ice", "rest", "shave", "lie", "walk", "hold", "wait", "wake",
            "protect", "on",
        ] {
            assert_eq!(near_start(word), None, "{word}");
        }
    }
}
