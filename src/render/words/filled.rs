//! Words with their holes filled, and those of days and months.

use super::Word;

impl Word {
    /// The days of the week, Monday first.
    pub const WEEKDAYS: [Word; 7] = [
        Word::Mon,
        Word::Tue,
        Word::Wed,
        Word::Thu,
        Word::Fri,
        Word::Sat,
        Word::Sun,
    ];

    /// The months, January first.
    pub const MONTHS: [Word; 12] = [
        Word::Jan,
        Word::Feb,
        Word::Mar,
        Word::Apr,
        Word::May,
        Word::Jun,
        Word::Jul,
        Word::Aug,
        Word::Sep,
        Word::Oct,
        Word::Nov,
        Word::Dec,
    ];
}

/// A text with its holes filled: `From {day}` with `("day", "Mon 1 Jun 2026")`. What fills a hole is not read for holes
/// again, and a hole that nothing fills stays open.
pub(in crate::render) fn filled(text: &str, fillings: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, (hole, after))) = rest
        .split_once('{')
        .and_then(|(before, tail)| Some((before, tail.split_once('}')?)))
    {
        out.push_str(before);
        match fillings.iter().find(|(name, _)| *name == hole) {
            Some((_, filling)) => out.push_str(filling),
            None => out.extend(["{", hole, "}"]),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::super::{CalendarWord, InterviewWord, VerifyWord, Word};

    fn all() -> impl Iterator<Item = &'static str> {
        let words = Word::ALL.iter().map(|word| word.text());
        let words = words.chain(CalendarWord::ALL.iter().map(|word| word.text()));
        let words = words.chain(InterviewWord::ALL.iter().map(|word| word.text()));
        words.chain(VerifyWord::ALL.iter().map(|word| word.text()))
    }

    #[test]
    fn holes_are_filled_once() {
        let filled = Word::RelativeSpan.with(&[("from", "{to}"), ("to", "day 6")]);
        assert_eq!(filled, "{to} to day 6");
    }

    #[test]
    fn no_word_holds_an_interval_bracket_or_a_control_character() {
        for text in all() {
            assert!(!text.contains(['[', ']']), "{text}");
            assert!(!text.chars().any(crate::render::is_hidden), "{text}");
        }
    }

    #[test]
    fn holes_are_closed() {
        for text in all() {
            assert_eq!(
                text.matches('{').count(),
                text.matches('}').count(),
                "{text}"
            );
        }
    }
}
