//! `no more than 8 tablets in 24 hours`: a cap in the words of sheets.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;
use crate::syntax::tree::TimeUnit;
use crate::vocabulary::Unit;

/// How sheets say `at most`, a longer one before its own end.
const MOST: &[&str] = &[
    " but no more than ",
    " but not more than ",
    " but at most ",
    " but up to ",
    " and no more than ",
    " and not more than ",
    " and at most ",
    " to a maximum of ",
    " a maximum of ",
    " maximum of ",
    " max of ",
    " no more than ",
    " not more than ",
];

impl Lower<'_> {
    /// The words for `at most` that stand in a line.
    pub(super) fn most_in(&self, line: Span) -> Option<Span> {
        let laid = self.laid(line);
        let found = MOST.iter().find_map(|said| {
            let at = laid.to_lowercase().find(said)?;
            let before = laid.get(..at)?;
            (before.matches('"').count() % 2 == 0).then_some((at, said.len()))
        });
        let (at, length) = found?;
        let start = line.start as usize + at + 1;
        Some(self.place(start, start + length - 2))
    }

    /// `leave at least 4 hours between doses`, `no more often than every 6 hours`: offers the least distance where the line reads with it.
    pub(super) fn between_doses(&mut self, line: Span) -> bool {
        let laid = self.laid(line).to_lowercase();
        let Some((start, end, distance)) = distance_between(&laid) else {
            return false;
        };
        let from = line.start as usize;
        let said = self.place(from + start, from + end);
        let text = format!("at least {distance} apart");
        self.leads_to(line, said, &text, |raw| {
            Diagnostic::new(
                Code::Syntax,
                said,
                format!("`{raw}` cannot be read here"),
                "how far apart at least",
            )
        })
    }

    /// Offers `at most` where the line reads with it.
    pub(super) fn at_most(&mut self, stop: Stop) -> bool {
        let Some(said) = self.most_in(stop.line) else {
            return false;
        };
        let edits = vec![edit(said, "at most")];
        if !self.reads_with(stop.line, &edits) {
            return self.at_most_of_what(stop.line, said);
        }
        let raw = self.quote(said);
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                said,
                format!("`{raw}` cannot be read here"),
                "a cap starts with `at most`",
            )
            .with_help("write `at most`, as in `at most 8 tablets per day`")
            .with_edits(edits),
        );
        true
    }
}

impl Lower<'_> {
    /// `take 2 tablets of paracetamol, no more than 8 in 24 hours`: eight tablets, or eight times two of them.
    fn at_most_of_what(&mut self, line: Span, said: Span) -> bool {
        let behind = self.tail(line, said.end as usize);
        let number = self.first_word(behind).to_owned();
        let end = behind.start as usize + number.len();
        let counts = !number.is_empty() && number.chars().all(|letter| letter.is_ascii_digit());
        let front = self.laid(self.place(line.start as usize, said.start as usize));
        let words: Vec<&str> = front.split([' ', ',']).collect();
        let unit = words.windows(2).find_map(|pair| match pair {
            [much, unit] => {
                let is_amount = much.starts_with(|letter: char| letter.is_ascii_digit());
                Unit::from_word(unit).filter(|unit| is_amount && !matches!(unit, Unit::Time(_)))
            }
            _ => None,
        });
        let Some(unit) = unit.filter(|_| counts) else {
            return false;
        };
        let whole = self.place(said.start as usize, end);
        let rest = self.quote(self.tail(line, end));
        let rest = rest.trim_end_matches('.');
        let (much, often) = (
            format!("at most {number} {}", unit.name(number != "1")),
            format!(
                "at most {number} {}",
                if number == "1" { "time" } else { "times" }
            ),
        );
        let [one, other] = [&much, &often].map(|text| vec![edit(whole, text.as_str())]);
        if !self.reads_with(line, &one) || !self.reads_with(line, &other) {
            return false;
        }
        let raw = self.quote(whole);
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                whole,
                format!("`{raw}` beside how much each time does not say what it counts"),
                "of what?",
            )
            .with_help(format!(
                "write `{much} {rest}` for how much, `{often} {rest}` for how often"
            ))
            .with_edits(one)
            .with_edits(other),
        );
        true
    }
}

/// Where a line says a least distance between two times, and the distance.
fn distance_between(laid: &str) -> Option<(usize, usize, &str)> {
    const OFTENER: &[&str] = &[
        "no more often than every ",
        "not more often than every ",
        "not more than every ",
        "no more than every ",
    ];
    const BEFORE: &[&str] = &["at least ", "a minimum of ", "a gap of "];
    const LEAVING: &[&str] = &[
        "with ",
        "leaving ",
        "leave ",
        "allowing ",
        "waiting ",
        "and ",
    ];
    const TIMES: &[&str] = &[
        "each dose",
        "each one",
        "doses",
        "each",
        "them",
        "uses",
        "applications",
        "times",
    ];
    if let Some((at, word)) = OFTENER
        .iter()
        .find_map(|word| Some((laid.find(word)?, *word)))
    {
        let distance = length_first(laid.get(at + word.len()..)?)?;
        return Some((at, at + word.len() + distance.len(), distance));
    }
    let between = laid.find(" between ")?;
    let front = laid.get(..between)?;
    let unit = front.rfind(' ')?;
    let number = front.get(..unit)?.rfind(' ')? + 1;
    let distance = front.get(number..)?;
    length_first(distance)?;
    let behind = laid.get(between + " between ".len()..)?;
    let times = TIMES.iter().find(|word| behind.starts_with(**word))?;
    let mut start = number;
    for words in [BEFORE, LEAVING] {
        let front = laid.get(..start)?;
        let word = words
            .iter()
            .find(|word| front.ends_with(&format!(" {word}")));
        start -= word.map_or(0, |word| word.len());
    }
    Some((start, between + " between ".len() + times.len(), distance))
}

/// `6 hours`, at the start of a text.
fn length_first(text: &str) -> Option<&str> {
    let (number, rest) = text.split_once(' ')?;
    let unit = rest.split([' ', ',', '.']).next()?;
    let counts = number.starts_with(|letter: char| letter.is_ascii_digit());
    TimeUnit::from_word(unit).filter(|_| counts)?;
    text.get(..number.len() + 1 + unit.len())
}
