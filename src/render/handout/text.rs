//! The words of a handout: the program's own, and within them what comes from files, set apart.

use crate::render::escape;

/// Starts what comes from a file.
pub(super) const THEIRS: char = '\u{2068}';
/// Starts what is in English, in a handout of another language.
pub(super) const ENGLISH: char = '\u{2066}';
/// Ends both.
pub(super) const END: char = '\u{2069}';

/// Words. The marks [`THEIRS`], [`ENGLISH`] and [`END`] part them; since what comes from files is written without a
/// hidden character, no file can hold a mark.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Text(String);

impl Text {
    /// What a file says, with hidden characters written out.
    pub fn theirs(text: &str) -> Self {
        Self(format!("{THEIRS}{}{END}", escape(text.trim())))
    }

    /// The program's own words, filled or not.
    pub fn of_catalogue(text: String) -> Self {
        Self(text)
    }

    /// Words that only English has.
    pub fn untranslated(text: Text) -> Self {
        Self(format!("{ENGLISH}{}{END}", text.0))
    }

    /// A number or a clock time.
    pub fn figure(figure: impl std::fmt::Display) -> Self {
        Self(figure.to_string())
    }

    /// The words with their marks.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.0.chars().all(is_mark)
    }

    /// Several, with something between them.
    pub fn join(parts: &[Text], between: &str) -> Self {
        let parts = parts.iter().filter(|part| !part.is_empty());
        let parts: Vec<&str> = parts.map(Text::as_str).collect();
        Self(parts.join(between))
    }

    /// The first letter as a capital, unless the word has its own way (`pH`).
    pub fn sentence(&self) -> Self {
        let start = self.0.find(|letter| !is_mark(letter)).unwrap_or(0);
        let (marks, words) = self.0.split_at(start);
        Self(format!("{marks}{}", crate::render::text::sentence(words)))
    }

    /// Without a part of what a file says.
    pub fn without(&self, part: &str) -> Self {
        Self(self.0.replace(escape(part).as_ref(), ""))
    }

    /// With a full stop, unless it ends in a mark of its own.
    pub fn stopped(&self) -> Self {
        let words = self.0.trim_end_matches(is_mark);
        if words.is_empty() || words.ends_with(['.', '!', '?', ':', '؟']) {
            return self.clone();
        }
        Self(format!("{}.", self.0))
    }

    /// Without the full stop at its end.
    pub fn unstopped(&self) -> Self {
        let words = self.0.trim_end_matches(is_mark);
        let marks = self.0.get(words.len()..).unwrap_or_default();
        Self(format!("{}{marks}", words.trim_end_matches('.')))
    }

    /// The words without their marks.
    pub fn bare(&self) -> String {
        self.0.chars().filter(|letter| !is_mark(*letter)).collect()
    }
}

/// Whether a character parts words and is none.
pub(super) fn is_mark(letter: char) -> bool {
    matches!(letter, THEIRS | ENGLISH | END)
}

/// Whether a text holds letters that are written from right to left.
pub(super) fn is_right_to_left(text: &str) -> bool {
    text.chars().any(|letter| {
        matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::is_hidden;

    #[test]
    fn no_file_can_hold_a_mark() {
        for mark in [THEIRS, ENGLISH, END] {
            assert!(is_hidden(mark));
            let text = Text::theirs(&format!("a{mark}b"));
            assert_eq!(
                text.as_str().matches(mark).count(),
                usize::from(mark != ENGLISH)
            );
        }
    }

    #[test]
    fn sentences_begin_and_end_within_their_marks() {
        let text = Text::theirs("redness.");
        assert_eq!(text.sentence().bare(), "Redness.");
        assert_eq!(text.stopped(), text);
        assert_eq!(text.unstopped().bare(), "redness");
        assert_eq!(Text::theirs("pH strips").sentence().bare(), "pH strips");
        assert_eq!(Text::theirs("a").stopped().bare(), "a.");
    }
}
