//! The word that a misspelt first word of a line was meant to be.

use crate::syntax::reserved::{DECLARING, HEADERS, HEADS, LATER};
use crate::vocabulary::VERBS;

/// Every word that a line may start with.
fn starts() -> impl Iterator<Item = &'static str> {
    let verbs = VERBS.iter().map(|row| row.word);
    let fixed = [HEADS, HEADERS, DECLARING, LATER];
    fixed.into_iter().flatten().copied().chain(verbs)
}

/// Whether a line of the language may start with this word.
pub(super) fn is_start(word: &str) -> bool {
    word == "moisturize" || starts().any(|start| start == word)
}

/// The word that `word` is a misspelling of. An action's own words are left alone (`pat dry`), so
/// only close misspellings of words that are long enough count, and inflections: `avoids`, `using`.
pub(super) fn near_start(word: &str) -> Option<&'static str> {
    if starts().any(|start| start == word) {
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

/// The clause word that `word` is a misspelling of.
pub(super) fn near_clause(word: &str) -> Option<&'static str> {
    const CLAUSES: &[&str] = &[
        "because",
        "unless",
        "except",
        "instead",
        "until",
        "daily",
        "twice",
        "every",
        "while",
        "for",
        "from",
        "before",
        "after",
        "without",
        "with",
        "including",
        "otherwise",
        "within",
        "immediately",
        "always",
        "today",
        "tonight",
        "weekly",
        "and",
        "or",
        "if",
        "around",
        "over",
        "near",
        "but",
        "between",
        "during",
        "once",
        "usually",
    ];
    crate::vocabulary::nearest(word, CLAUSES.iter().copied()).filter(|clause| *clause != word)
}

#[cfg(test)]
mod tests {
    use super::near_start;

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
        ] {
            assert_eq!(near_start(word), None, "{word}");
        }
    }
}
