//! The word that really follows is always among the offers.

use aftercare_dsl::editor::{MOST_OFFERED, complete, complete_up_to};
use aftercare_dsl::vocabulary::fold;

use super::{share, sheets, word_starts};

/// The words of a text that a candidate would take, without the signs at their end.
fn first_words(text: &str, count: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().take(count).collect();
    let words = words.join(" ");
    let words = words.split("..").next().unwrap_or_default();
    words.trim_end_matches([',', ')', ']', '.']).to_owned()
}

/// Whether one of the candidates is what follows.
fn among(candidates: &[String], follows: &str) -> bool {
    candidates.iter().any(|candidate| {
        let count = candidate.split_whitespace().count();
        candidate == "[" && follows.starts_with('[')
            || fold(candidate) == fold(&first_words(follows, count))
    })
}

/// Whether a word is an author's own: a number, a text, or a new label.
fn is_free(follows: &str) -> bool {
    let word = follows.split(' ').next().unwrap_or_default();
    follows.starts_with(|letter: char| letter.is_ascii_digit() || "\"{}".contains(letter))
        || word.ends_with(':')
}

#[test]
fn the_word_that_follows_is_among_the_offers() {
    let mut cuts = Vec::new();
    let sheets = sheets();
    for sheet in &sheets {
        for sentence in &sheet.sentences {
            cuts.extend(
                word_starts(sentence)
                    .into_iter()
                    .map(|at| (sheet, sentence, at)),
            );
        }
    }
    let (mut tried, mut missed, mut early) = (0, Vec::new(), 0);
    for (sheet, sentence, at) in share(cuts) {
        let (before, follows) = sentence.split_at(at);
        if is_free(follows) {
            continue;
        }
        tried += 1;
        let texts = |found: aftercare_dsl::editor::Completions| -> Vec<String> {
            found.candidates.into_iter().map(|one| one.text).collect()
        };
        if among(&texts(complete(before, at, &sheet.scope)), follows) {
            early += 1;
        } else if !among(
            &texts(complete_up_to(before, at, &sheet.scope, usize::MAX)),
            follows,
        ) {
            missed.push(format!("{before}| {follows}"));
        }
    }
    println!(
        "{tried} words, {} missed; {early} among the first {MOST_OFFERED}",
        missed.len()
    );
    assert_eq!(missed, Vec::<String>::new());
    assert!(tried > 30, "{tried}");
}
