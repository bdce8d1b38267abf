//! Numbers with and without their unit, and spans of time.

use super::mistake;
use super::reader::Reader;
use super::value::{Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::number::Number;
use crate::syntax::tree::{Duration, TimeUnit};
use crate::vocabulary::{Measure, Unit};

/// The largest value that a patient's number may have, by unit. The oldest person known lived 122
/// years; the others only catch a slip of the pen.
const LARGEST: &[(&str, u32)] = &[
    ("year", 150),
    ("month", 1_800),
    ("week", 7_800),
    ("day", 54_800),
    ("percent", 100),
    ("mm", 3_000),
    ("cm", 300),
    ("spf", 200),
    ("C", 50),
    ("F", 122),
];

/// The largest value of any other unit.
const LARGEST_OTHER: u32 = 1_000_000;

impl Reader<'_> {
    /// A number in `unit`, which a text may name: `34`, `"34 years"`.
    pub(super) fn number_of(
        &mut self,
        key: &str,
        node: &Node,
        unit: Option<Unit>,
    ) -> Option<Number> {
        let (written, given) = match &node.kind {
            NodeKind::Number(number) => (number.as_str(), ""),
            NodeKind::Text(text) => parted(text),
            _ => {
                let takes = unit.map_or_else(
                    || "a number".to_owned(),
                    |unit| match unit.name(true) {
                        name if name == key => "a number".to_owned(),
                        name => format!("a number of {name}"),
                    },
                );
                self.wrong_kind(key, node, &takes, "write it in digits");
                return None;
            }
        };
        if !written.is_empty() && !given.is_empty() && Unit::from_word(given) != unit {
            let help = unit.map_or_else(
                || "leave the unit out".to_owned(),
                |unit| format!("give it in {}", unit.name(true)),
            );
            let found = number_mistake(key, node, "is in another unit", "another unit");
            self.tell(found.with_help(help));
            return None;
        }
        let number = self.digits(key, node, written)?;
        self.plausible(key, node, number, unit)
    }

    /// A number that a fact can have.
    pub(super) fn measure(&mut self, key: &str, node: &Node, measure: Measure) -> Option<Number> {
        let number = self.number_of(key, node, measure.unit)?;
        if measure.can_be(number) {
            return Some(number);
        }
        let found = number_mistake(key, node, "is none that it can have", "cannot be");
        self.tell(found.with_help(format!("it is {}", measure.answers())));
        None
    }

    /// A number with its unit: `"38.5 C"`.
    pub(super) fn measured(&mut self, key: &str, node: &Node) -> Option<(Number, Unit)> {
        const EXAMPLE: &str = "write the number with its unit, such as \"38.5 C\"";
        let NodeKind::Text(text) = &node.kind else {
            self.wrong_kind(key, node, "a number with its unit", EXAMPLE);
            return None;
        };
        let (written, unit) = parted(text);
        let Some(unit) = Unit::from_word(unit) else {
            let found = number_mistake(key, node, "has no unit that is known", "no known unit");
            self.tell(found.with_help(EXAMPLE));
            return None;
        };
        let number = self.digits(key, node, written)?;
        self.plausible(key, node, number, Some(unit))
            .map(|number| (number, unit))
    }

    /// A span of time: `"2 days"`.
    pub(super) fn duration(&mut self, key: &str, node: &Node) -> Option<Duration> {
        const EXAMPLE: &str = "write a number and a unit of time, such as \"2 days\"";
        let NodeKind::Text(text) = &node.kind else {
            self.wrong_kind(key, node, "a span of time", EXAMPLE);
            return None;
        };
        let (written, unit) = parted(text);
        let Some(unit) = TimeUnit::from_word(unit) else {
            let found = number_mistake(key, node, "has no unit of time", "no unit of time");
            self.tell(found.with_help(EXAMPLE));
            return None;
        };
        let number = self.digits(key, node, written)?;
        if number.as_whole().is_none() {
            let Some(amount) = in_minutes(number, unit) else {
                let found =
                    number_mistake(key, node, "is no whole number of its unit", "not whole");
                self.tell(found.with_help("use a smaller unit, such as hours for parts of a day"));
                return None;
            };
            return Some(Duration {
                amount,
                unit: TimeUnit::Minute,
            });
        }
        let amount = self.plausible(key, node, number, Some(Unit::Time(unit)))?;
        Some(Duration { amount, unit })
    }

    /// Digits with at most three decimals, not below zero.
    fn digits(&mut self, key: &str, node: &Node, written: &str) -> Option<Number> {
        let plain = written.strip_prefix('+').unwrap_or(written);
        if let Some(number) = Number::parse(plain) {
            return Some(number);
        }
        let decimals = |text: &str| {
            let (whole, part) = text.split_once('.').unwrap_or((text, ""));
            part.len() > 3 && Number::parse(whole).is_some()
        };
        let (what, label, help) = if written.starts_with('-') {
            (
                "is below zero",
                "below zero",
                "no number of a patient is negative",
            )
        } else if decimals(plain) {
            (
                "has more than three decimals",
                "too many decimals",
                "round it to at most three decimals",
            )
        } else {
            (
                "is not written as a plain number",
                "not a plain number",
                "write digits, with at most three decimals after a point",
            )
        };
        let found = number_mistake(key, node, what, label).with_help(help);
        self.tell(found);
        None
    }

    /// A number that a patient can have.
    fn plausible(
        &mut self,
        key: &str,
        node: &Node,
        number: Number,
        unit: Option<Unit>,
    ) -> Option<Number> {
        let name = unit.map_or("", |unit| unit.name(false));
        let largest = LARGEST
            .iter()
            .find(|(unit, _)| *unit == name)
            .map_or(LARGEST_OTHER, |(_, largest)| *largest);
        if number <= Number::whole(largest) {
            return Some(number);
        }
        let plural = unit.map_or("", |unit| unit.name(true));
        let found = number_mistake(key, node, "is larger than can be", "too large")
            .with_help(format!("at most {largest} {plural}").trim_end().to_owned());
        self.tell(found);
        None
    }
}

/// A text's number and what follows it: `34 years`.
fn parted(text: &str) -> (&str, &str) {
    let text = text.trim();
    let end = text
        .find(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '.' | ',' | '-' | '+')))
        .unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(end).unwrap_or((text, ""));
    (number, unit.trim())
}

/// A part of an hour in minutes: `1.5 hours` is 90 minutes.
fn in_minutes(number: Number, unit: TimeUnit) -> Option<Number> {
    let minutes = Number::thousandths(number.as_thousandths().checked_mul(60)?);
    (unit == TimeUnit::Hour && minutes.as_whole().is_some()).then_some(minutes)
}

fn number_mistake(key: &str, node: &Node, what: &str, label: &str) -> Diagnostic {
    let message = format!("the number of `{}` {what}", mistake::shown(key));
    Diagnostic::new(Code::ProfileNumber, node.span, message, label)
}
