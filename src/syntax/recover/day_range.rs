//! `until day 7 to 10`, `from day 3 until day 7 or 10`: an end that is a range of days. It is a length with a range,
//! counted from the same start.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::tree::TimeUnit;

/// Words before the day on which it ends.
const ENDING: &[&str] = &["until ", "till ", "up to ", "to "];

/// What stands between two days.
const BETWEEN: &[&str] = &["..", " - ", "-", " \u{2013} ", "\u{2013}", " to ", " or "];

impl Lower<'_> {
    /// Refuses an end that is a range of days, with the length that it is; whether a line has one.
    pub(in crate::syntax) fn ends_on_days(&mut self, line: Span) -> bool {
        let Some((range, write)) = range_of_days(self.laid(line)) else {
            return false;
        };
        let start = line.start as usize;
        let said = self.place(start + range.start, start + range.end);
        self.leads_to(line, said, &write, |raw| {
            Diagnostic::new(
                Code::ClauseShape,
                said,
                format!("`{raw}` ends on one day or another, and `until` takes one point"),
                "a range of days",
            )
        })
    }
}

/// Where such an end stands in a line, its start with it, outside of quotes, and the same as a length.
fn range_of_days(line: &str) -> Option<(Range<usize>, String)> {
    let mut places = line
        .match_indices("day ")
        .chain(line.match_indices("days "));
    places.find_map(|(at, word)| {
        let before = line.get(..at)?;
        let ending = ENDING.iter().find(|ending| before.ends_with(**ending))?;
        let front = before.strip_suffix(ending)?;
        let whole = front.is_empty() || front.ends_with(' ');
        if !whole || front.matches('"').count() % 2 == 1 {
            return None;
        }
        let (first, behind) = number(line.get(at + word.len()..)?)?;
        let behind = BETWEEN
            .iter()
            .find_map(|joint| behind.strip_prefix(joint))?;
        let behind = behind.strip_prefix("day ").unwrap_or(behind);
        let (last, behind) = number(behind)?;
        let mut next = behind.trim_start().split([' ', ',', '.']);
        let is_time = next
            .next()
            .is_some_and(|unit| TimeUnit::from_word(unit).is_some());
        let ends = behind.is_empty() || behind.starts_with([' ', ',', '.']);
        if !ends || is_time || last <= first {
            return None;
        }
        let end = line.len() - behind.len();
        match started(front) {
            Some((start, from)) if from < first => {
                let write = format!("from day {from} for {}..{} days", first - from, last - from);
                Some((start..end, write))
            }
            // `to day 7` behind nothing is no end, and another start is another length.
            None if *ending != "to " && !front.contains(" from ") && first > 0 => {
                let start = front.len();
                Some((start..end, format!("for {first}..{last} days")))
            }
            _ => None,
        }
    })
}

/// Where `from day 3 ` stands at the end of a text, and that day.
fn started(front: &str) -> Option<(usize, u32)> {
    let at = front.rfind("from day ")?;
    let (day, behind) = number(front.get(at + "from day ".len()..)?)?;
    (behind == " ").then_some((at, day))
}

/// The number at the start of a text, and what stands behind it.
fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit());
    let (digits, behind) = text.split_at(end.unwrap_or(text.len()));
    Some((digits.parse().ok()?, behind))
}

#[cfg(test)]
mod tests {
    use super::range_of_days;

    #[test]
    fn a_range_of_last_days_is_a_length_from_the_same_start() {
        let write = |line| range_of_days(line).map(|(_, write)| write);
        for line in [
            "avoid makeup until day 7 to 10",
            "avoid makeup until day 7..10",
            "avoid makeup until day 7-10 because \"x\"",
            "avoid makeup until days 7 to 10",
            "avoid makeup until day 7 or day 10",
            "avoid makeup up to day 7 or 10",
        ] {
            assert_eq!(write(line).as_deref(), Some("for 7..10 days"), "{line}");
        }
        let expected = "expect peeling from day 3 until day 7 to 10";
        assert_eq!(write(expected).as_deref(), Some("from day 3 for 4..7 days"));
        for line in [
            "avoid makeup until day 7",
            "avoid makeup until day 7 or 2 weeks",
            "avoid makeup from healed until day 7 to 10",
            "avoid makeup until day 10 to 7",
            "note \"until day 7 to 10\"",
            "avoid makeup on days 7 to 10",
        ] {
            assert_eq!(write(line), None, "{line}");
        }
    }
}
