//! Conditions.

use super::name::{commas, name};
use super::quantity::{amount, unit_of};
use super::things::qualifier;
use super::time::duration;
use super::wrap::Chunk;
use crate::span::Spanned;
use crate::syntax::tree::{Atom, Comparison, Condition, Mode, Value, ValueRange};
use crate::vocabulary::Unit;

/// `age under 18 and not pregnant`, to break before `and` and `or`.
pub(super) fn condition(condition: &Condition) -> Vec<String> {
    match condition {
        Condition::Atom(one) => atom(one),
        Condition::Not(inner) => Chunk::from(inside(&inner.node)).after("not ").parts,
        Condition::All(conditions) => joined("and ", conditions),
        Condition::Any(conditions) => joined("or ", conditions),
    }
}

fn joined(word: &str, conditions: &[Spanned<Condition>]) -> Vec<String> {
    let mut parts = Vec::new();
    for (at, one) in conditions.iter().enumerate() {
        let rest = conditions.get(at + 1..).unwrap_or_default();
        let term = if wants_brackets(&one.node, word, rest) {
            bracketed(&one.node)
        } else {
            condition(&one.node)
        };
        let word = if at == 0 { "" } else { word };
        parts.extend(Chunk::from(term).after(word).parts);
    }
    parts
}

/// Whether a term of a joined condition reads in two ways without brackets around it.
fn wants_brackets(term: &Condition, word: &str, rest: &[Spanned<Condition>]) -> bool {
    match term {
        Condition::All(_) | Condition::Any(_) => true,
        Condition::Not(_) => {
            let is_not = |other: &Spanned<Condition>| matches!(other.node, Condition::Not(_));
            word == "or " && !rest.iter().all(is_not)
        }
        Condition::Atom(Atom::Includes {
            mode: Mode::One, ..
        }) => matches!(
            rest.first().map(|next| &next.node),
            Some(Condition::Atom(Atom::Named {
                name: Some(_),
                qualifier: None
            }))
        ),
        Condition::Atom(_) => false,
    }
}

/// What stands behind `not`.
fn inside(inner: &Condition) -> Vec<String> {
    match inner {
        Condition::Atom(_) => condition(inner),
        Condition::Not(_) | Condition::All(_) | Condition::Any(_) => bracketed(inner),
    }
}

fn bracketed(inner: &Condition) -> Vec<String> {
    Chunk::from(condition(inner)).after("(").before(")").parts
}

fn atom(atom: &Atom) -> Vec<String> {
    let text = match atom {
        Atom::Named {
            name: what,
            qualifier: narrow,
        } => {
            let narrow = narrow.as_ref().map(|narrow| qualifier(&narrow.node));
            let words: Vec<String> = what.iter().map(name).chain(narrow).collect();
            words.join(" ")
        }
        Atom::Compare {
            name: what,
            comparison: sign,
            value: with,
        } => format!(
            "{} {} {}",
            name(what),
            comparison(sign.node),
            value(&with.node)
        ),
        Atom::In { name: what, range } => format!("{} in {}", name(what), between(range)),
        Atom::Includes {
            name: what,
            mode,
            values,
        } => {
            let lead = format!("{} includes {}", name(what), how_many(*mode));
            return Chunk::from(commas(values)).after(&lead).parts;
        }
        Atom::Taking(what) => format!("taking {}", name(what)),
        Atom::Took { name: what, within } => {
            format!("took {} within {}", name(what), duration(within.node))
        }
        Atom::Had { name: what, within } => {
            format!("had {} within {}", name(what), duration(within.node))
        }
        Atom::Prescribed(what) => format!("prescribed {}", name(what)),
        Atom::SessionIs(number) => format!("session is {}", number.node),
    };
    vec![text]
}

/// Signs become words, which can be read aloud; `=` and `!=` have none that are as short.
fn comparison(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "=",
        Comparison::NotEqual => "!=",
        Comparison::Less => "under",
        Comparison::AtMost => "at most",
        Comparison::Greater => "over",
        Comparison::AtLeast => "at least",
    }
}

fn how_many(mode: Mode) -> &'static str {
    match mode {
        Mode::One => "",
        Mode::AnyOf => "any of ",
        Mode::AllOf => "all of ",
    }
}

fn value(value: &Value) -> String {
    match value {
        Value::Number { number, unit } => match unit {
            Some(unit) => amount(*number, unit),
            None => number.to_string(),
        },
        Value::Name(what) => name(what),
    }
}

/// `IV..VI`, `0.5..1.5 mm`: a unit at the end is both ends'.
fn between(range: &ValueRange) -> String {
    let (low, high) = (&range.low.node, &range.high.node);
    let unit_at = |end: &Value| match end {
        Value::Number {
            unit: Some(unit), ..
        } => Some(Unit::from_word(&unit.text).ok_or_else(|| unit_of(unit, true))),
        Value::Number { unit: None, .. } | Value::Name(_) => None,
    };
    match low {
        Value::Number { number, .. } if unit_at(low).is_some() && unit_at(low) == unit_at(high) => {
            format!("{number}..{}", value(high))
        }
        _ => format!("{}..{}", value(low), value(high)),
    }
}
