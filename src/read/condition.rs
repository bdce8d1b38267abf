//! Conditions in words, every part of one in parentheses, so that it has one reading.
//!
//! A plan words what is left of a condition for a patient, who need not see that `not pregnant` and
//! `pregnant = no` differ where the fact does not apply; an author must.

use super::names::{list, name, plain_or_quoted, qualified};
use super::point::event;
use crate::check::{Atom, Condition};
use crate::eval::reading::{duration, value_name};
use crate::number::Number;
use crate::syntax::tree::Comparison;
use crate::vocabulary::{FactId, FactKind, Vocabulary};

/// `(age is under 18 years) and (pregnant is not yes)`
pub(super) fn words(vocabulary: &Vocabulary, condition: &Condition) -> String {
    match condition {
        Condition::Atom(one) => atom(vocabulary, one, false),
        Condition::Not(inner) => match inner.as_ref() {
            Condition::Atom(one) => atom(vocabulary, one, true),
            other => format!("it is not so that ({})", words(vocabulary, other)),
        },
        Condition::All(all) => joined(vocabulary, all, " and ", "it is always so"),
        Condition::Any(any) => joined(vocabulary, any, " or ", "it is never so"),
    }
}

fn joined(vocabulary: &Vocabulary, parts: &[Condition], joint: &str, none: &str) -> String {
    if parts.is_empty() {
        return none.to_owned();
    }
    let parts: Vec<String> = parts
        .iter()
        .map(|part| format!("({})", words(vocabulary, part)))
        .collect();
    parts.join(joint)
}

/// One question, or that it is answered otherwise.
pub(super) fn atom(vocabulary: &Vocabulary, atom: &Atom, negated: bool) -> String {
    let not = if negated { "not " } else { "" };
    let fact = |fact: &FactId| plain_or_quoted(&vocabulary.fact(*fact).name);
    match atom {
        Atom::Yes(asked) => format!("{} is {not}yes", fact(asked)),
        Atom::No(asked) => format!("{} is {not}no", fact(asked)),
        Atom::Number {
            fact: asked,
            comparison,
            number,
        } => {
            let how = comparison_words(*comparison);
            let unit = unit(vocabulary, *asked, *number);
            format!("{} is {not}{how} {number}{unit}", fact(asked))
        }
        Atom::OneOf {
            fact: asked,
            values,
        } => {
            let names: Vec<String> = values
                .iter()
                .map(|index| value(vocabulary, *asked, *index))
                .collect();
            format!("{} is {not}{}", fact(asked), list(&names, "or"))
        }
        Atom::Includes {
            fact: asked,
            value: index,
        } => {
            let value = value(vocabulary, *asked, *index);
            format!("{} {} {value}", fact(asked), included(negated))
        }
        Atom::IncludesThing { fact: asked, thing } => {
            let thing = name(vocabulary, *thing);
            format!("{} {} {thing}", fact(asked), included(negated))
        }
        other => of_patient(vocabulary, other, negated),
    }
}

/// The questions that ask no declared fact: what is taken, what was done, what has happened.
fn of_patient(vocabulary: &Vocabulary, atom: &Atom, negated: bool) -> String {
    let not = if negated { "not " } else { "" };
    match atom {
        Atom::Taking(thing) => format!(
            "the patient {} {} now",
            if negated { "does not take" } else { "takes" },
            name(vocabulary, *thing)
        ),
        Atom::Took { thing, within } => format!(
            "the patient {} {} within {} before the treatment",
            if negated { "did not take" } else { "took" },
            name(vocabulary, *thing),
            duration(*within)
        ),
        Atom::Had { thing, within } => format!(
            "the patient {} {} within {} before the treatment",
            if negated { "did not have" } else { "had" },
            event(vocabulary, *thing),
            duration(*within)
        ),
        Atom::Prescribed(thing) => format!(
            "{} is {not}prescribed to the patient",
            name(vocabulary, *thing)
        ),
        Atom::Symptom { symptom, qualifier } => {
            let is = if negated { "there is no" } else { "there is" };
            let bad = qualifier
                .as_ref()
                .map_or_else(String::new, |how| format!(" {}", qualified(how)));
            format!("{is} {}{bad}", name(vocabulary, *symptom))
        }
        Atom::Event(happened) => {
            let event = event(vocabulary, *happened);
            format!("{event} has {not}happened")
        }
        Atom::Session(number) => format!("this is {not}session {number}"),
        Atom::Yes(_)
        | Atom::No(_)
        | Atom::Number { .. }
        | Atom::OneOf { .. }
        | Atom::Includes { .. }
        | Atom::IncludesThing { .. } => String::new(),
    }
}

fn included(negated: bool) -> &'static str {
    if negated { "do not include" } else { "include" }
}

fn value(vocabulary: &Vocabulary, fact: FactId, index: usize) -> String {
    plain_or_quoted(&value_name(vocabulary, fact, index).unwrap_or_default())
}

fn unit(vocabulary: &Vocabulary, fact: FactId, number: Number) -> String {
    match vocabulary.fact(fact).kind {
        FactKind::Number(measure) => measure.with_unit("", number != Number::whole(1)),
        _ => String::new(),
    }
}

fn comparison_words(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "exactly",
        Comparison::NotEqual => "other than",
        Comparison::Less => "under",
        Comparison::AtMost => "at most",
        Comparison::Greater => "over",
        Comparison::AtLeast => "at least",
    }
}
