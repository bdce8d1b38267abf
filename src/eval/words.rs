//! Conditions, things and points in words.

use super::joined::{Part, parts};
use crate::check::{
    Anchor, Atom, AttributeTest, Condition, Extent, FromEnd, Point, Qualifier, ThingRef,
};
use crate::number::Number;
use crate::plan::vague_end;
use crate::profile::{Answered, Value};
use crate::syntax::tree::{Comparison, Duration, SessionWord};
use crate::vocabulary::{FactId, FactKind, Unit, Vocabulary};

/// `7 days`
#[must_use]
pub fn duration(length: Duration) -> String {
    let plural = length.amount != Number::whole(1);
    format!("{} {}", length.amount, Unit::Time(length.unit).name(plural))
}

/// `5 to 7 days`, `24 hours to 3 days`
#[must_use]
pub fn durations(low: Duration, high: Duration) -> String {
    if low == high {
        duration(low)
    } else if low.unit == high.unit {
        format!("{} to {}", low.amount, duration(high))
    } else {
        format!("{} to {}", duration(low), duration(high))
    }
}

/// `3 to 6`, `4`
#[must_use]
pub fn counts((low, high): (u32, u32)) -> String {
    if low == high {
        low.to_string()
    } else {
        format!("{low} to {high}")
    }
}

/// `a, b and c`
#[must_use]
pub fn list(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

/// `severe pain`, `sunscreen with broad-spectrum and spf 30 or more`, `mineral makeup`
#[must_use]
pub fn thing(vocabulary: &Vocabulary, item: &ThingRef) -> String {
    let mut words = vocabulary.name(item.thing).to_owned();
    for qualifier in &item.qualifiers {
        words = qualified(&words, qualifier);
    }
    with(vocabulary, &words, &item.attributes)
}

/// A name with what it must have: `mineral makeup`, `slight temporary redness`, `sunscreen with broad-spectrum and spf 30 or more`.
#[must_use]
pub fn with(vocabulary: &Vocabulary, name: &str, attributes: &[AttributeTest]) -> String {
    let tests = attributes.iter();
    let attributes: Vec<String> = tests.map(|test| attribute(vocabulary, test)).collect();
    match attributes.as_slice() {
        [] => name.to_owned(),
        words if !words.iter().any(|word| word.contains(' ')) => {
            format!("{} {name}", words.join(" "))
        }
        _ => format!("{name} with {}", list(&attributes, "and")),
    }
}

/// `spf 30 or more`, `mineral`, `no fragrance`
#[must_use]
pub fn attribute(vocabulary: &Vocabulary, test: &AttributeTest) -> String {
    let name = vocabulary.name(test.attribute);
    let no = if test.without { "no " } else { "" };
    match test.value {
        None => format!("{no}{name}"),
        Some(value) if value.or_more => format!("{no}{name} {} or more", value.number),
        Some(value) => format!("{no}{name} {}", value.number),
    }
}

/// A symptom and how bad it is.
#[must_use]
pub fn qualified(symptom: &str, qualifier: &Qualifier) -> String {
    match qualifier {
        Qualifier::Severe => format!("severe {symptom}"),
        Qualifier::Spreading => format!("spreading {symptom}"),
        Qualifier::Worsening => format!("worsening {symptom}"),
        Qualifier::Lasting(length) => format!("{symptom} lasting {}", duration(*length)),
        Qualifier::Above {
            number,
            unit,
            or_equal: true,
        } => format!("{symptom} of {number} {} or more", unit.name(true)),
        Qualifier::Above { number, unit, .. } => {
            format!("{symptom} above {number} {}", unit.name(true))
        }
        Qualifier::Despite(what) => format!("{symptom} despite {what}"),
    }
}

/// `3 days after healed`, `day 5`, `the next morning`
#[must_use]
pub fn point(vocabulary: &Vocabulary, point: &Point) -> String {
    match point {
        Point::Day(day) => format!("day {day}"),
        Point::NextMorning => "the next morning".to_owned(),
        Point::Latest(points) => {
            let words: Vec<String> = points
                .iter()
                .map(|one| self::point(vocabulary, one))
                .collect();
            list(&words, "and")
        }
        Point::Offset {
            distance,
            before,
            anchor,
        } => {
            let anchor = anchor_words(vocabulary, anchor);
            let way = if *before { "before" } else { "after" };
            match distance {
                None => anchor,
                Some((near, far)) => {
                    let far = far.unwrap_or(*near);
                    format!("{} {way} {anchor}", durations(*near, far))
                }
            }
        }
    }
}

/// When what starts at a point without a date ends: `1 week after that`, `healed`; none where it does not.
pub fn from_end(vocabulary: &Vocabulary, end: &FromEnd) -> Option<String> {
    let length = match end {
        FromEnd::Open => return None,
        FromEnd::Until(until) => return Some(point(vocabulary, until)),
        FromEnd::For(Extent::Exactly(length)) => duration(*length),
        FromEnd::For(Extent::Between(low, high)) => durations(*low, *high),
        FromEnd::For(Extent::AtLeast { minimum, better }) => {
            let better = better.map(|better| format!(", better {},", duration(better)));
            let better = better.unwrap_or_default();
            format!("at least {}{better}", duration(*minimum))
        }
    };
    Some(format!("{length} after that"))
}

fn anchor_words(vocabulary: &Vocabulary, anchor: &Anchor) -> String {
    match anchor {
        Anchor::Treatment => "the treatment".to_owned(),
        Anchor::Event(thing) | Anchor::Procedure(thing) => vocabulary.name(*thing).to_owned(),
        Anchor::LastTaken(thing) => format!("{} last taken", vocabulary.name(*thing)),
        Anchor::Session(word) => match word {
            SessionWord::Previous => "the previous session",
            SessionWord::This => "this session",
            SessionWord::Next => "the next session",
            SessionWord::First => "the first session",
            SessionWord::Final => "the final session",
        }
        .to_owned(),
        Anchor::Vague(length) => vague_end(length),
        Anchor::Step(step) => step.clone(),
        Anchor::Bedtime => "bedtime".to_owned(),
    }
}

/// A condition in words: `skin type is IV, V or VI and not pregnant`.
#[must_use]
pub fn condition(vocabulary: &Vocabulary, condition: &Condition) -> String {
    words(vocabulary, condition, false)
}

fn words(vocabulary: &Vocabulary, condition: &Condition, inside: bool) -> String {
    match condition {
        Condition::Atom(one) => atom(vocabulary, one, false),
        Condition::Not(inner) => match inner.as_ref() {
            Condition::Atom(one) => atom(vocabulary, one, true),
            other => format!("not ({})", words(vocabulary, other, false)),
        },
        Condition::All(all) => joined(vocabulary, all, true, inside),
        Condition::Any(any) => joined(vocabulary, any, false, inside),
    }
}

fn joined(vocabulary: &Vocabulary, conditions: &[Condition], all: bool, inside: bool) -> String {
    let joint = if all { "and" } else { "or" };
    let parts = parts(conditions, all);
    let alone = parts.len() == 1;
    let said: Vec<String> = parts
        .into_iter()
        .map(|part| match part {
            Part::One(one) => words(vocabulary, one, true),
            Part::Includes(fact, values) => {
                let list = includes(vocabulary, fact, &values, joint);
                in_brackets(list, values.len() > 1 && (inside || !alone))
            }
        })
        .collect();
    in_brackets(said.join(&format!(" {joint} ")), inside && !alone)
}

fn in_brackets(words: String, needed: bool) -> String {
    if needed { format!("({words})") } else { words }
}

/// `conditions include eczema`, `conditions include eczema, psoriasis or warts`
fn includes(vocabulary: &Vocabulary, fact: FactId, values: &[usize], joint: &str) -> String {
    let names: Vec<String> = values
        .iter()
        .filter_map(|value| value_name(vocabulary, fact, *value))
        .collect();
    let fact = &vocabulary.fact(fact).name;
    format!("{fact} include {}", list(&names, joint))
}

fn atom(vocabulary: &Vocabulary, atom: &Atom, negated: bool) -> String {
    let not = if negated { "not " } else { "" };
    let no = if negated { "no " } else { "" };
    match atom {
        Atom::Yes(fact) => format!("{not}{}", vocabulary.fact(*fact).name),
        Atom::No(fact) if negated => format!("{} not \"no\"", vocabulary.fact(*fact).name),
        Atom::No(fact) => format!("not {}", vocabulary.fact(*fact).name),
        Atom::Number {
            fact,
            comparison,
            number,
        } => {
            let how = format!("{not}{}", comparison_words(*comparison));
            compared(vocabulary, *fact, &how, *number)
        }
        Atom::OneOf { fact, values } => {
            let values = values.iter();
            let names = values.filter_map(|index| value_name(vocabulary, *fact, *index));
            let names = list(&names.collect::<Vec<String>>(), "or");
            format!("{} is {not}{names}", vocabulary.fact(*fact).name)
        }
        Atom::Includes { fact, value } => {
            let name = value_name(vocabulary, *fact, *value).unwrap_or_default();
            includes_one(vocabulary, *fact, &name, negated)
        }
        Atom::Taking(thing) => format!("{not}taking {}", vocabulary.name(*thing)),
        Atom::Took { thing, within } => format!(
            "{} {not}taken within {}",
            vocabulary.name(*thing),
            duration(*within)
        ),
        Atom::Had { thing, within } => format!(
            "{no}{} within {}",
            vocabulary.name(*thing),
            duration(*within)
        ),
        Atom::Prescribed(thing) => format!("{} is {not}prescribed", vocabulary.name(*thing)),
        Atom::IncludesThing { fact, thing } => {
            includes_one(vocabulary, *fact, vocabulary.name(*thing), negated)
        }
        Atom::Symptom { symptom, qualifier } => {
            let name = vocabulary.name(*symptom);
            let words = qualifier
                .as_ref()
                .map_or(name.to_owned(), |qualifier| qualified(name, qualifier));
            format!("{no}{words}")
        }
        Atom::Event(event) => {
            let thing = vocabulary.thing(*event);
            let words = thing.description.as_ref().unwrap_or(&thing.name);
            let yet = if negated { "this is not so yet: " } else { "" };
            format!("{yet}{words}")
        }
        Atom::Session(number) => format!("this is {not}session {number}"),
    }
    .trim_end()
    .to_owned()
}

/// `age under 18 years`
fn compared(vocabulary: &Vocabulary, fact: FactId, how: &str, number: Number) -> String {
    let fact = vocabulary.fact(fact);
    let amount = match fact.kind {
        FactKind::Number(measure) => measure.amount(number),
        _ => number.to_string(),
    };
    format!("{} {how} {amount}", fact.name)
}

/// `allergies include latex`
fn includes_one(vocabulary: &Vocabulary, fact: FactId, what: &str, negated: bool) -> String {
    let verb = if negated { "do not include" } else { "include" };
    format!("{} {verb} {what}", vocabulary.fact(fact).name)
}

fn comparison_words(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "is",
        Comparison::NotEqual => "other than",
        Comparison::Less => "under",
        Comparison::AtMost => "at most",
        Comparison::Greater => "over",
        Comparison::AtLeast => "at least",
    }
}

/// The name of a fact's value.
#[must_use]
pub fn value_name(vocabulary: &Vocabulary, fact: FactId, index: usize) -> Option<String> {
    match &vocabulary.fact(fact).kind {
        FactKind::Ordered(all) | FactKind::OneOf(all) | FactKind::AnyOf(all) => {
            all.get(index).cloned()
        }
        _ => None,
    }
}

/// A fact and the patient's answer: `skin type: IV`.
#[must_use]
pub fn answered(vocabulary: &Vocabulary, fact: FactId, answer: &Answered) -> String {
    let name = &vocabulary.fact(fact).name;
    let value = match answer {
        Answered::Unsure => "unsure".to_owned(),
        Answered::DoesNotApply => "does not apply".to_owned(),
        Answered::Known(Value::Yes(yes)) => if *yes { "yes" } else { "no" }.to_owned(),
        Answered::Known(Value::Number(number)) => match vocabulary.fact(fact).kind {
            FactKind::Number(measure) => measure.with_unit(&number.to_string(), true),
            _ => number.to_string(),
        },
        Answered::Known(Value::Index(index)) => {
            value_name(vocabulary, fact, *index).unwrap_or_default()
        }
        Answered::Known(Value::Indexes(indexes)) => {
            let names: Vec<String> = indexes
                .iter()
                .filter_map(|index| value_name(vocabulary, fact, *index))
                .collect();
            none_or(&names)
        }
        Answered::Known(Value::Things(listed)) => {
            let names: Vec<String> = listed
                .iter()
                .map(|entry| vocabulary.name(entry.thing).to_owned())
                .collect();
            none_or(&names)
        }
    };
    format!("{name}: {value}")
}

fn none_or(names: &[String]) -> String {
    if names.is_empty() {
        "none".to_owned()
    } else {
        list(names, "and")
    }
}
