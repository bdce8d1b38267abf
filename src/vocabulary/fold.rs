//! When two spellings are one name: case, hyphens, regular plurals, -ise/-ize and -our/-or.

/// The key under which a name is found: names with equal keys are one name.
///
/// Both sides of a comparison are folded, so that the key need not be a word itself.
#[must_use]
pub fn fold(name: &str) -> String {
    let mut key = String::with_capacity(name.len() + 1);
    if name.is_ascii() {
        fold_words(name, &mut key);
    } else {
        fold_words(&name.to_lowercase().replace('\u{2019}', "'"), &mut key);
    }
    key
}

/// The keys under which a name may be found, the likelier first: a hyphen stands for a blank, or else for
/// nothing, so that `make-up` is `makeup`.
pub(crate) fn keys(name: &str) -> impl Iterator<Item = String> {
    let joined = name.contains('-').then(|| fold(&name.replace('-', "")));
    std::iter::once(fold(name)).chain(joined)
}

/// Whether a word is surely its own key: plain small letters, no plural, no British spelling.
pub(crate) fn is_folded(word: &[u8]) -> bool {
    let plain = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    !word.ends_with(b"s") && word.iter().all(plain) && !holds_british(word)
}

/// Folds the words of a name, single blanks between them.
fn fold_words(name: &str, key: &mut String) {
    for word in name.split(|letter: char| letter.is_whitespace() || letter == '-') {
        let word = word.trim_matches('\'');
        if word.is_empty() {
            continue;
        }
        if !key.is_empty() {
            key.push(' ');
        }
        let start = key.len();
        key.push_str(word);
        fold_last(key, start);
    }
}

/// Folds the last word of `key`, which starts at byte `start`.
fn fold_last(key: &mut String, start: usize) {
    if let Some(word) = key.get_mut(start..) {
        word.make_ascii_lowercase();
    }
    singular(key, start);
    let word = key.get(start..).unwrap_or_default();
    if holds_british(word.as_bytes()) {
        let american = american(word);
        key.truncate(start);
        key.push_str(&american);
    }
}

/// A singular word in its American spelling.
fn american(word: &str) -> String {
    let american = if word.len() > 4 {
        word.replace("our", "or")
    } else {
        word.to_owned()
    };
    if american.len() > 5 {
        american
            .replace("ise", "ize")
            .replace("isi", "izi")
            .replace("isa", "iza")
    } else {
        american
    }
}

/// Whether a word may be spelt otherwise in American.
fn holds_british(word: &[u8]) -> bool {
    let mut parts = word.windows(3);
    // Of `is` a vowel stands behind where it matters.
    word.len() > 4 && parts.any(|part| matches!(part, b"our" | [b'i', b's', _]))
}

/// Makes the last word of `key` its regular singular.
fn singular(key: &mut String, start: usize) {
    let word = key.as_bytes().get(start..).unwrap_or_default();
    let (cut, end) = match word {
        [] | [_] | [_, _] | [_, _, _] | [.., b's' | b'u' | b'i', b's'] => return,
        [_, _, .., b'i', b'e', b's'] => (3, "y"),
        [.., b's' | b'c', b'h', b'e', b's'] | [.., b's', b's', b'e', b's'] => (2, ""),
        [.., b'x' | b'z' | b'o', b'e', b's'] => (2, ""),
        [.., b's'] => (1, ""),
        _ => return,
    };
    key.truncate(key.len() - cut);
    key.push_str(end);
}

#[cfg(test)]
mod tests {
    use super::{fold, is_folded, keys};

    #[test]
    fn spellings_of_one_name_fold_alike() {
        for (one, other) in [
            ("retinoids", "Retinoid"),
            ("alpha-hydroxy acids", "alpha hydroxy acid"),
            ("moisturiser", "Moisturizers"),
            ("skin colour", "skin color"),
            ("berries", "berry"),
            ("peaches", "peach"),
            ("St John's wort", "st john\u{2019}s wort"),
            ("Retin-A", "retin a"),
            ("moisturising cream", "moisturizing creams"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} / {other}");
        }
    }

    #[test]
    fn a_word_that_is_its_own_key_folds_to_itself() {
        for word in [
            "retinoid", "day", "spf30", "or", "four", "glass", "colour", "rising", "Day", "o'clock",
        ] {
            assert!(!is_folded(word.as_bytes()) || fold(word) == word, "{word}");
        }
        assert!(
            ["retinoid", "day", "spf30"]
                .iter()
                .all(|word| is_folded(word.as_bytes()))
        );
    }

    #[test]
    fn a_hyphen_is_a_blank_or_else_nothing() {
        assert!(keys("Make-up").eq(["make up", "makeup"]));
        assert!(keys("after-care kit").eq(["after care kit", "aftercare kit"]));
        assert!(keys("sun screen").eq(["sun screen"]));
    }

    #[test]
    fn plain_letters_fold_as_all_others_do() {
        let plain = [
            "Bodies",
            "HOURS",
            "isolated",
            "colour-ise",
            "dies",
            "'glass'",
            "Oils",
            "ours",
        ];
        for name in plain {
            let other = fold(&format!("{name} \u{e9}"));
            assert_eq!(
                other.strip_suffix(" \u{e9}"),
                Some(fold(name).as_str()),
                "{name}"
            );
        }
        assert_eq!(fold("Colourising hours"), "colorizing hour");
    }

    #[test]
    fn different_names_stay_apart() {
        for (one, other) in [
            ("redness", "red"),
            ("glass", "gla"),
            ("sun", "son"),
            ("acid", "acids toner"),
            ("four", "for"),
        ] {
            assert_ne!(fold(one), fold(other), "{one} / {other}");
        }
    }
}
