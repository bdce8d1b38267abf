//! Whether a name says the contrary of what was written: `bleeding` of `no bleeding`, `uncomfortable` of `comfortable`.

/// Whether a name near to a text says the contrary of it: `bleeding` for `no bleeding`.
pub(crate) fn turned(text: &str, near: &str) -> bool {
    let said = |text: &str| text.split_whitespace().filter(|word| turns(word)).count();
    said(text) != said(near) || denied(text, near) || denied(near, text)
}

/// Whether a text is another one denied by its first letters: `uncomfortable` of `comfortable`.
fn denied(text: &str, of: &str) -> bool {
    let (text, of) = (text.to_lowercase(), of.to_lowercase());
    let mut pairs = text.split(' ').zip(of.split(' '));
    let denies = |(word, of): (&str, &str)| {
        let bare = ["un", "in", "im", "dis", "non"]
            .iter()
            .find_map(|start| word.strip_prefix(start));
        bare.is_some_and(|bare| bare == of)
    };
    pairs.any(denies)
}

/// Whether a sentence without the word would say the contrary: `keep wash cloths away`.
pub(super) fn turns(word: &str) -> bool {
    const TURNING: &[&str] = &[
        "away", "free", "gone", "never", "no", "non", "not", "off", "out", "without",
    ];
    TURNING.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::turned;

    #[test]
    fn a_word_more_or_a_beginning_turns_a_name_round() {
        assert!(turned("comfortable", "uncomfortable"));
        assert!(turned("no bleeding", "bleeding"));
        assert!(turned("dissolving stitches", "non dissolving stitches"));
        assert!(!turned("retinoid", "retinoids"));
        assert!(!turned("inflamed skin", "inflammed skin"));
    }
}
