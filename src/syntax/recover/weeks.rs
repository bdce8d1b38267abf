//! `until week 6`, `from week 3`, `between week 2 and week 8`: a week by its number has a first and a last day, and nobody
//! can tell which of them is meant.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;

/// Words before a numbered week, and whether a range follows.
const JOINTS: &[(&str, bool)] = &[
    ("between ", true),
    ("from ", true),
    ("in ", true),
    ("on ", true),
    ("during ", true),
    ("until ", false),
    ("till ", false),
    ("up to ", false),
    ("from ", false),
    ("after ", false),
    ("before ", false),
];

/// A numbered week, or two, and the words before it.
struct Numbered {
    /// Where all of it stands.
    span: Span,
    /// The word in front.
    word: &'static str,
    /// The first week.
    first: u32,
    /// The last, of a range.
    last: Option<u32>,
}

impl Lower<'_> {
    /// Refuses a week by its number, with what its first and its last day are counted as; whether the line has one.
    pub(super) fn numbered_week(&mut self, line: Span) -> bool {
        let Some(found) = self.week_in(line) else {
            return false;
        };
        let Numbered {
            span, word, first, ..
        } = found;
        let raw = self.quote(span);
        let texts = match (found.last, word) {
            (Some(last), _) => vec![
                format!("from {} until {last} weeks", start_of(first)),
                format!("from {} until {last} weeks", weeks(first)),
            ],
            (None, "from" | "after") => {
                vec![
                    format!("from {}", start_of(first)),
                    format!("from {}", weeks(first)),
                ]
            }
            (None, _) => {
                vec![
                    format!("until {}", start_of(first)),
                    format!("until {}", weeks(first)),
                ]
            }
        };
        let [begins, over] = texts.as_slice() else {
            return false;
        };
        let (start, end) = (
            first.saturating_sub(1).saturating_mul(7),
            first.saturating_mul(7),
        );
        let what = format!(
            "the week after the treatment is days 0 to 6: `{begins}` is from the first day of week {first} (day {start}) \
             on, `{over}` once {} (day {end})",
            are_over(first)
        );
        let help = match word {
            "from" | "after" | "between" | "in" | "on" | "during" => what,
            _ => format!(
                "the week after the treatment is days 0 to 6: `{begins}` ends as week {first} begins (day {start}), \
                 `{over}` once {} (day {end})",
                are_over(first)
            ),
        };
        // `no lifting over 5 kg until week 6`: one message for both.
        let alone = vec![edit(span, begins.as_str())];
        let weighed = self
            .weighed(line)
            .filter(|_| !self.reads_with(line, &alone));
        let help = match &weighed {
            Some(weighed) => format!(
                "{help}; how heavy it is, is a part of the name: {}",
                weighed.help()
            ),
            None => help,
        };
        let mut diagnostic = Diagnostic::new(
            Code::ClauseShape,
            span,
            format!("`{raw}` can be meant from its first day or from its last"),
            "which day?",
        )
        .with_help(help);
        for text in [begins, over] {
            let week = edit(span, text.as_str());
            let weight = weighed.as_ref().map(|weighed| weighed.edit.clone());
            let edits = weight.into_iter().chain([week]).collect();
            diagnostic = self.fix_if_reads(diagnostic, line, edits);
        }
        self.refuse(diagnostic);
        true
    }

    /// The numbered week of a line, outside of quotes.
    fn week_in(&self, line: Span) -> Option<Numbered> {
        let laid = self.laid(line);
        JOINTS.iter().find_map(|(word, ranges)| {
            let mut places = laid.match_indices(*word);
            places.find_map(|(at, _)| {
                let before = laid.get(..at)?;
                let quoted = before.matches('"').count() % 2 == 1;
                let whole = before.is_empty() || before.ends_with(' ');
                let behind = laid.get(at + word.len()..)?;
                let (length, first, last) = counted(behind)?;
                if quoted || !whole || last.is_some() != *ranges {
                    return None;
                }
                let start = line.start as usize + at;
                Some(Numbered {
                    span: self.place(start, start + word.len() + length),
                    word: word.trim_end(),
                    first,
                    last,
                })
            })
        })
    }
}

/// When a week begins, as a length from the treatment.
fn start_of(week: u32) -> String {
    match week {
        0 | 1 => "day 0".to_owned(),
        2 => "1 week".to_owned(),
        week => format!("{} weeks", week - 1),
    }
}

/// `3 weeks are over`
fn are_over(count: u32) -> String {
    let are = if count == 1 { "is" } else { "are" };
    format!("{} {are} over", weeks(count))
}

/// `3 weeks`
fn weeks(count: u32) -> String {
    match count {
        1 => "1 week".to_owned(),
        count => format!("{count} weeks"),
    }
}

/// `week 3`, `week 2 and week 8`, `week 2 to 8` at the start of a text: how long it is, and the numbers.
fn counted(text: &str) -> Option<(usize, u32, Option<u32>)> {
    const BETWEEN: &[&str] = &[
        " and week ",
        " to week ",
        " until week ",
        " and ",
        " to ",
        "-",
        "..",
    ];
    let number = |text: &str| {
        let digits = text.chars().take_while(char::is_ascii_digit).count();
        let number: u32 = text.get(..digits)?.parse().ok()?;
        Some((digits, number))
    };
    let word = ["week ", "weeks ", "the week "]
        .iter()
        .find(|word| text.starts_with(**word))?;
    let (digits, first) = number(text.get(word.len()..)?)?;
    let length = word.len() + digits;
    let rest = text.get(length..)?;
    let last = BETWEEN.iter().find_map(|joint| {
        let (digits, last) = number(rest.strip_prefix(joint)?)?;
        (last > first).then_some((joint.len() + digits, last))
    });
    Some(match last {
        Some((further, last)) => (length + further, first, Some(last)),
        None => (length, first, None),
    })
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn weeks_are_counted_behind_their_name() {
        assert_eq!(counted("week 6"), Some((6, 6, None)));
        assert_eq!(counted("week 2 and week 8"), Some((17, 2, Some(8))));
        assert_eq!(counted("week 2 to 8 daily"), Some((11, 2, Some(8))));
        assert_eq!(counted("weekly"), None);
    }
}
