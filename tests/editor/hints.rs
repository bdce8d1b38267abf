//! What is hinted reads, and nothing is wrong with it.

use aftercare_dsl::diagnostic::any_error;
use aftercare_dsl::editor::hint;

use super::{scope, share, sheets, word_starts};

#[test]
fn a_sentence_with_its_hint_has_no_error() {
    let mut cuts = Vec::new();
    let sheets = sheets();
    for sheet in &sheets {
        for sentence in &sheet.sentences {
            // A label is taken already, and would be given twice.
            let sentence = sentence
                .split_once(": ")
                .map_or(sentence.as_str(), |(label, rest)| {
                    if label.contains(['"', ' ']) {
                        sentence
                    } else {
                        rest
                    }
                });
            let starts = word_starts(sentence).into_iter();
            cuts.extend(starts.flat_map(|at| [at, at + 2]).filter_map(|at| {
                let cut = sentence.get(..at)?.trim_end_matches([',', '(', '[']);
                Some((sheet, cut.to_owned()))
            }));
        }
    }
    let mut hinted = 0;
    for (sheet, cut) in share(cuts) {
        let Some(hint) = hint(&cut, &sheet.scope) else {
            continue;
        };
        hinted += 1;
        // The brackets and the block that the cut stands in go on behind the hint.
        let open = |open: char, close: char| {
            let closed = cut.matches(close).count();
            cut.matches(open).count().saturating_sub(closed)
        };
        let ends = "]".repeat(open('[', ']')) + &"\n}".repeat(open('{', '}'));
        let rules = format!("{}\n{cut}{hint}{ends}\n", sheet.declarations());
        let (_, checked) = scope(&rules);
        let found = checked
            .diagnostics
            .iter()
            .filter(|one| any_error(&[(*one).clone()]));
        let messages: Vec<&str> = found.map(|one| one.message.as_str()).collect();
        assert!(messages.is_empty(), "`{cut}` + `{hint}`: {messages:?}");
    }
    println!("{hinted} hints");
    assert!(hinted > 10, "{hinted}");
}
