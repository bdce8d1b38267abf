//! `on the second day`, `on first day apply balm`, `until the third day`: a day by its place in a row, which starts with
//! the day of the treatment for some and with the day after it for others.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::vocabulary::{later_nights, ordinal};

/// Words before such a day, and what the language has for them.
const JOINTS: &[(&str, Joint)] = &[
    ("on ", Joint::On),
    ("during ", Joint::On),
    ("in ", Joint::On),
    ("until ", Joint::Until),
    ("till ", Joint::Until),
    ("from ", Joint::From),
    ("after ", Joint::After),
];

/// What says that the row starts after the treatment.
const AFTERWARDS: &[&str] = &[
    " after the treatment",
    " after treatment",
    " after the procedure",
    " after your treatment",
    " after surgery",
    " afterwards",
];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Joint {
    On,
    Until,
    From,
    /// From the day behind it.
    After,
}

/// Such days, or nights, and where they stand in a sentence.
#[derive(Debug, PartialEq)]
struct Counted {
    at: Range<usize>,
    joint: Joint,
    first: u32,
    last: u32,
    is_night: bool,
    /// Whether they are counted from the treatment in words.
    is_after: bool,
}

impl Counted {
    /// The clause, where the day of the treatment is day `zero` of the row.
    fn written(&self, zero: u32) -> String {
        let (first, last) = (self.first - zero, self.last - zero);
        match self.joint {
            Joint::On if first < last => format!("on days {first}..{last}"),
            Joint::On => format!("on day {first}"),
            Joint::Until => format!("until day {last}"),
            Joint::From => format!("from day {first}"),
            Joint::After => format!("from day {}", last + 1),
        }
    }

    /// What it may be, the likelier first, and what to know of that.
    fn readings(&self) -> (Vec<String>, String) {
        if self.is_night && self.last == 1 {
            return (vec!["tonight".to_owned()], "write `tonight`".to_owned());
        }
        if self.is_night {
            let (texts, help) = later_nights(self.first, self.last);
            return (texts.to_vec(), help);
        }
        let after = self.written(0);
        if self.is_after {
            let help = format!("write `{after}`");
            return (vec![after], help);
        }
        let with = self.written(1);
        let help = format!(
            "the day of the treatment is day 0: write `{after}` where the days are counted after it, and `{with}` where \
             that day is the first of them"
        );
        (vec![after, with], help)
    }
}

impl Lower<'_> {
    /// Asks which day is meant by its place in a row; whether a line has one.
    pub(super) fn nth_day(&mut self, line: Span) -> bool {
        let from = self.after_labels(line);
        let sentence = self.trimmed(self.place(from, line.end as usize));
        let Some(found) = counted(self.laid(sentence)) else {
            return false;
        };
        let start = sentence.start as usize;
        let at = self.place(start + found.at.start, start + found.at.end);
        let (texts, help) = found.readings();
        let edits: Vec<Vec<Edit>> = texts
            .iter()
            .filter_map(|text| self.in_its_place(line, at, text))
            .collect();
        // Of nights the names of places tell, behind what is said of them.
        if found.is_night && edits.is_empty() {
            return false;
        }
        let raw = self.quote(at);
        let diagnostic = Diagnostic::new(
            Code::ClauseShape,
            at,
            format!("`{raw}` is said by its number"),
            if found.is_night {
                "which night?"
            } else {
                "which day?"
            },
        )
        .with_help(help);
        self.refuse(edits.into_iter().fold(diagnostic, Diagnostic::with_edits));
        true
    }

    /// The edit that writes a time in the place of these words, with the comma that closes it in front of a sentence.
    fn in_its_place(&self, line: Span, at: Span, text: &str) -> Option<Vec<Edit>> {
        let tries = [text.to_owned(), format!("{text},")];
        let mut tries = tries.into_iter().map(|text| vec![edit(at, text)]);
        tries.find(|edits| self.reads_with(line, edits))
    }
}

/// The first such days of a sentence, outside of quotes.
fn counted(sentence: &str) -> Option<Counted> {
    let starts = sentence.match_indices(' ').map(|(at, _)| at + 1);
    std::iter::once(0).chain(starts).find_map(|at| {
        let before = sentence.get(..at)?;
        if before.matches('"').count() % 2 == 1 {
            return None;
        }
        let text = sentence.get(at..)?;
        let joint = JOINTS
            .iter()
            .find_map(|(word, joint)| Some((text.strip_prefix(word)?, *joint)));
        let (named, joint) = joint.unwrap_or((text, Joint::On));
        let bare = named.strip_prefix("the ").unwrap_or(named);
        // `first day` behind nothing may be a part of a name.
        if bare.len() == text.len() && at > 0 {
            return None;
        }
        let (first, last, behind) = row(bare)?;
        let (is_night, behind) = unit(behind)?;
        if is_night && (at > 0 || joint != Joint::On) {
            return None;
        }
        let dated = AFTERWARDS
            .iter()
            .find_map(|word| behind.strip_prefix(word).filter(|behind| ends(behind)));
        let rest = dated.unwrap_or(behind);
        (ends(rest) && !rest.starts_with(" of ")).then(|| Counted {
            at: at..sentence.len() - rest.len(),
            joint,
            first,
            last,
            is_night,
            is_after: dated.is_some(),
        })
    })
}

/// The first and the last of a row: `second`, `first and second`, `2nd to 4th`; and what follows.
fn row(text: &str) -> Option<(u32, u32, &str)> {
    const BETWEEN: &[&str] = &[" and the ", " and ", " or ", " to the ", " to ", " until "];
    let (first, behind) = ordinal(text)?;
    let last = BETWEEN.iter().find_map(|joint| {
        let (last, behind) = ordinal(behind.strip_prefix(joint)?)?;
        (last > first).then_some((last, behind))
    });
    let (last, behind) = last.unwrap_or((first, behind));
    Some((first, last, behind))
}

/// Whether nights follow, or days; and what stands behind.
fn unit(text: &str) -> Option<(bool, &str)> {
    const UNITS: &[(&str, bool)] = &[
        (" days", false),
        (" day", false),
        (" nights", true),
        (" night", true),
        (" evenings", true),
        (" evening", true),
    ];
    UNITS
        .iter()
        .find_map(|(word, is_night)| Some((*is_night, text.strip_prefix(word)?)))
        .filter(|(_, behind)| ends(behind))
}

/// Whether a word ends before this text.
fn ends(text: &str) -> bool {
    text.is_empty() || text.starts_with([' ', ',', '.', ':'])
}

#[cfg(test)]
mod tests {
    use super::counted;

    fn texts(sentence: &str) -> Vec<String> {
        counted(sentence).map_or_else(Vec::new, |found| found.readings().0)
    }

    #[test]
    fn a_day_of_a_row_is_counted_after_the_treatment_or_with_it() {
        for (sentence, after, with) in [
            ("on first day apply balm", "on day 1", "on day 0"),
            ("on the first day, apply balm", "on day 1", "on day 0"),
            ("apply balm on the second day", "on day 2", "on day 1"),
            ("apply balm the 3rd day", "on day 3", "on day 2"),
            (
                "avoid makeup until the third day",
                "until day 3",
                "until day 2",
            ),
            (
                "resume makeup from the fourth day",
                "from day 4",
                "from day 3",
            ),
            (
                "resume makeup after the second day",
                "from day 3",
                "from day 2",
            ),
            (
                "avoid makeup on the first and second day",
                "on days 1..2",
                "on days 0..1",
            ),
        ] {
            assert_eq!(texts(sentence), [after, with], "{sentence}");
        }
        let dated = texts("apply balm on the second day after treatment daily");
        assert_eq!(dated, ["on day 2"]);
    }

    #[test]
    fn the_first_night_is_the_one_of_the_treatment() {
        assert_eq!(texts("on the first night, keep head raised"), ["tonight"]);
        let second = texts("the second night, keep head raised");
        assert_eq!(second, ["on day 1", "on days 1..2"]);
        for sentence in [
            "avoid alcohol on the first night",
            "note \"on the first day\"",
            "apply first day cream",
            "avoid makeup on the first day of your period",
            "avoid makeup on day 2",
        ] {
            assert_eq!(counted(sentence), None, "{sentence}");
        }
    }
}
