//! `avoid retinoids for 10 days since they slow healing`: a reason behind the clauses, without its `because`.

use super::{Lead, lead};

/// How sheets start a reason; a longer one before its own beginning.
const STARTS: &[&str] = &[" so that ", " as ", " since "];

/// What a reason is told of first.
const OF: &[&str] = &[
    "it", "it's", "its", "that", "the", "there", "these", "they", "this", "we", "you", "your",
];

/// A reason at the end of a sentence, in quotes behind `because`.
pub(super) fn reason(sentence: &str) -> Option<Lead> {
    let (start, said) = STARTS.iter().find_map(|word| {
        let at = sentence.rfind(word)?;
        Some((at, sentence.get(at + word.len()..)?))
    })?;
    let said = said.trim_end_matches(['.', ' ']);
    let (first, rest) = said.split_once(' ')?;
    let first = first.to_lowercase();
    if !OF.contains(&first.as_str()) || rest.trim().is_empty() {
        return None;
    }
    // A comma before it is none of a list.
    let at = sentence.get(..start)?.trim_end_matches(',').len();
    Some(lead(at..sentence.len(), format!(" because \"{said}\"")))
}

#[cfg(test)]
mod tests {
    use super::reason;

    #[test]
    fn a_reason_behind_the_clauses_is_put_in_quotes() {
        for (said, written) in [
            (
                "avoid retinoids for 10 days since they slow healing",
                " because \"they slow healing\"",
            ),
            (
                "avoid makeup on brows daily, as it irritates.",
                " because \"it irritates\"",
            ),
        ] {
            assert_eq!(reason(said).map(|lead| lead.text).as_deref(), Some(written));
        }
        for said in ["take paracetamol as needed", "avoid makeup since day 3"] {
            assert_eq!(reason(said), None, "{said}");
        }
    }
}
