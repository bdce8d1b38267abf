//! Command lines to copy.

use aftercare_dsl::render::escape;

/// A word as a shell takes it: in quotes where it needs them.
pub fn word(text: &str) -> String {
    let safe = |letter: char| letter.is_alphanumeric() || "-_./:=+,@".contains(letter);
    let text = escape(text);
    if !text.is_empty() && text.chars().all(safe) {
        text.into_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

/// A command of this program with its arguments.
pub fn command<'a>(arguments: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = arguments.into_iter().map(word).collect();
    format!("aftercare-dsl {}", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn words_are_quoted_where_a_shell_would_split_them() {
        assert_eq!(word("clinic/peel.rules"), "clinic/peel.rules");
        assert_eq!(word("skin type = IV"), "'skin type = IV'");
        assert_eq!(word("Gran's"), r"'Gran'\''s'");
        assert_eq!(word(""), "''");
        assert_eq!(word("a\u{1b}b"), "'a\\u{1b}b'");
    }
}
