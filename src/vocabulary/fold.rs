//! When two spellings are one name: case, hyphens, regular plurals, -ise/-ize and -our/-or.

/// The key under which a name is found: names with equal keys are one name.
///
/// Both sides of a comparison are folded, so that the key need not be a word itself.
#[must_use]
pub fn fold(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut key = String::with_capacity(lower.len());
    for word in lower.split(|letter: char| letter.is_whitespace() || letter == '-') {
        let word = word.trim_matches(|letter| matches!(letter, '\'' | '\u{2019}'));
        if word.is_empty() {
            continue;
        }
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&fold_word(&word.replace('\u{2019}', "'")));
    }
    key
}

/// One lower-case word in its folded form.
fn fold_word(word: &str) -> String {
    let singular = singular(word);
    let american = if singular.len() > 4 {
        singular.replace("our", "or")
    } else {
        singular
    };
    match american.find("is") {
        Some(_) if american.len() > 5 => american
            .replace("ise", "ize")
            .replace("isi", "izi")
            .replace("isa", "iza"),
        _ => american,
    }
}

/// The regular singular.
fn singular(word: &str) -> String {
    let stem = |cut: usize, end: &str| {
        let kept = word.len().saturating_sub(cut);
        format!("{}{end}", word.get(..kept).unwrap_or(word))
    };
    if word.len() < 4 || ["ss", "us", "is"].iter().any(|end| word.ends_with(end)) {
        word.to_owned()
    } else if word.ends_with("ies") && word.len() > 4 {
        stem(3, "y")
    } else if ["sses", "shes", "ches", "xes", "zes", "oes"]
        .iter()
        .any(|end| word.ends_with(end))
    {
        stem(2, "")
    } else if word.ends_with('s') {
        stem(1, "")
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

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
