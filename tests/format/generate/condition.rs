//! Conditions.

use aftercare_dsl::span::Spanned;
use aftercare_dsl::syntax::tree::{
    Atom, Comparison, Condition, Mode, Qualifier, Value, ValueRange,
};
use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;

use super::{at, bare, name, names, number, qualifier, time, unit};

/// A condition, with `and`, `or` and `not` in any nesting.
pub fn condition() -> BoxedStrategy<Spanned<Condition>> {
    let leaf = atom().prop_map(|atom| at(Condition::Atom(atom)));
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            inner
                .clone()
                .prop_map(|inner| at(Condition::Not(Box::new(inner)))),
            vec(inner.clone(), 2..4).prop_map(|all| at(Condition::All(all))),
            vec(inner, 2..4).prop_map(|any| at(Condition::Any(any))),
        ]
    })
    .boxed()
}

/// A condition that can stand in front of a sentence: it does not end in a list, which would go on.
pub fn leading() -> BoxedStrategy<Spanned<Condition>> {
    prop_oneof![named(), compare(), about_medicines()]
        .prop_map(|atom| at(Condition::Atom(atom)))
        .boxed()
}

fn atom() -> BoxedStrategy<Atom> {
    prop_oneof![3 => named(), 2 => compare(), 1 => within(), 1 => includes(), 1 => about_medicines()].boxed()
}

fn named() -> BoxedStrategy<Atom> {
    let bare_quality = select(vec![
        Qualifier::Severe,
        Qualifier::Spreading,
        Qualifier::Worsening,
    ]);
    let of_sentence = prop_oneof![bare_quality, qualifier()];
    prop_oneof![
        3 => (name(), weighted(0.3, qualifier())).prop_map(|(name, narrow)| (Some(name), narrow)),
        1 => of_sentence.prop_map(|narrow| (None, Some(narrow))),
    ]
    .prop_map(|(name, narrow)| Atom::Named {
        name,
        qualifier: narrow.map(at),
    })
    .boxed()
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        (number(), of(unit())).prop_map(|(number, unit)| Value::Number { number, unit }),
        name().prop_map(Value::Name),
    ]
}

fn compare() -> BoxedStrategy<Atom> {
    let signs = select(vec![
        Comparison::Equal,
        Comparison::NotEqual,
        Comparison::Less,
        Comparison::AtMost,
        Comparison::Greater,
        Comparison::AtLeast,
    ]);
    (name(), signs, value())
        .prop_map(|(name, comparison, value)| Atom::Compare {
            name,
            comparison: at(comparison),
            value: at(value),
        })
        .boxed()
}

fn within() -> BoxedStrategy<Atom> {
    let numbers = (1_u32..9, 0_u32..9, of(unit())).prop_map(|(low, more, unit)| {
        let end = |number| Value::Number {
            number: aftercare_dsl::number::Number::whole(number),
            unit: unit.clone(),
        };
        (end(low), end(low + more))
    });
    let values = Just((Value::Name(bare("IV")), Value::Name(bare("VI"))));
    (name(), prop_oneof![numbers, values])
        .prop_map(|(name, (low, high))| Atom::In {
            name,
            range: ValueRange {
                low: at(low),
                high: at(high),
            },
        })
        .boxed()
}

fn includes() -> BoxedStrategy<Atom> {
    let several = (select(vec![Mode::AnyOf, Mode::AllOf]), names(4));
    let one = name().prop_map(|name| (Mode::One, vec![name]));
    (name(), prop_oneof![several, one])
        .prop_map(|(name, (mode, values))| Atom::Includes { name, mode, values })
        .boxed()
}

fn about_medicines() -> BoxedStrategy<Atom> {
    let dated = || (name(), time::duration());
    prop_oneof![
        name().prop_map(Atom::Taking),
        name().prop_map(Atom::Prescribed),
        dated().prop_map(|(name, within)| Atom::Took {
            name,
            within: at(within)
        }),
        dated().prop_map(|(name, within)| Atom::Had {
            name,
            within: at(within)
        }),
        (1_u32..9).prop_map(|session| Atom::SessionIs(at(session))),
    ]
    .boxed()
}
