//! Trees of every form that the language has. Nothing here is looked up in a vocabulary.

pub mod clause;
pub mod condition;
pub mod declaration;
pub mod file;
pub mod head;
pub mod scenario;
pub mod time;

use aftercare_dsl::number::Number;
use aftercare_dsl::source::Sources;
use aftercare_dsl::span::{Span, Spanned};
use aftercare_dsl::syntax::tree::{
    AttributeUse, AttributeValue, ListWord, Name, Qualifier, Text, Thing, Things,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// A node at no place.
pub fn at<T>(node: T) -> Spanned<T> {
    Spanned::new(node, span())
}

pub fn span() -> Span {
    let mut sources = Sources::new();
    Span::new(sources.add("", ""), 0, 0)
}

pub fn bare(text: &str) -> Name {
    Name {
        text: text.to_owned(),
        quoted: false,
        span: span(),
    }
}

/// A name: mostly bare, sometimes in quotes because it holds anything.
pub fn name() -> BoxedStrategy<Name> {
    let plain = select(vec![
        "retinoids",
        "makeup",
        "alpha hydroxy acids",
        "Retin-A",
        "St John's wort",
        "direct sun",
        "B vitamins",
        "facial redness",
        "active cold sore",
        "crème",
    ]);
    let odd = select(vec![
        "day cream",
        "use: it",
        "and then",
        "50% \u{201c}x\u{201d}",
        "a {b} # c",
    ]);
    prop_oneof![
        8 => plain.prop_map(bare),
        1 => odd.prop_map(|text| Name { quoted: true, ..bare(text) }),
    ]
    .boxed()
}

pub fn names(most: usize) -> BoxedStrategy<Vec<Name>> {
    vec(name(), 1..=most).boxed()
}

pub fn text() -> impl Strategy<Value = Text> {
    select(vec![
        "it stings",
        "a # b { c } <http://d>",
        "a reason that takes so many words that its line is broken before it, whatever stands there",
        " two  blanks ",
    ])
    .prop_map(|text| at(text.to_owned()))
}

pub fn number() -> impl Strategy<Value = Number> {
    prop_oneof![
        (1_u32..40).prop_map(Number::whole),
        (1_i64..5000).prop_map(Number::thousandths),
    ]
}

/// A unit in one of its spellings.
pub fn unit() -> impl Strategy<Value = Name> {
    select(vec![
        "litre", "mg", "tablets", "pill", "percent", "ml", "drops", "cm",
    ])
    .prop_map(bare)
}

pub fn qualifier() -> BoxedStrategy<Qualifier> {
    prop_oneof![
        time::duration().prop_map(Qualifier::Lasting),
        number().prop_map(|number| Qualifier::Above {
            number,
            unit: bare("C"),
            or_equal: false,
        }),
        name().prop_map(Qualifier::Despite),
    ]
    .boxed()
}

pub fn attribute_use() -> BoxedStrategy<Spanned<AttributeUse>> {
    let value = (number(), any::<bool>());
    let value = value.prop_map(|(number, or_more)| at(AttributeValue { number, or_more }));
    (any::<bool>(), name(), proptest::option::of(value))
        .prop_map(|(without, name, value)| {
            at(AttributeUse {
                without,
                name,
                value,
            })
        })
        .boxed()
}

fn thing() -> impl Strategy<Value = Spanned<Thing>> {
    let narrow = proptest::option::weighted(0.2, qualifier());
    let and = proptest::option::weighted(0.3, qualifier());
    (name(), narrow, and).prop_map(|(name, narrow, and)| {
        let kind = |one: &Qualifier| std::mem::discriminant(one);
        let first = narrow.as_ref().map(kind);
        let and = and.filter(|and| first.is_some_and(|first| first != kind(and)));
        at(Thing {
            name,
            attributes: Vec::new(),
            qualifiers: narrow.into_iter().chain(and).map(at).collect(),
        })
    })
}

/// A list; attributes stand with one thing alone.
pub fn things() -> BoxedStrategy<Things> {
    let word = prop_oneof![Just(ListWord::And), Just(ListWord::Or)];
    let including = prop_oneof![3 => Just(Vec::new()), 1 => vec(thing(), 1..4)];
    let attributes = prop_oneof![2 => Just(Vec::new()), 1 => vec(attribute_use(), 1..4)];
    (word, vec(thing(), 1..5), including, attributes)
        .prop_map(|(word, mut things, including, attributes)| {
            if let [only] = things.as_mut_slice() {
                only.node.attributes = attributes;
            }
            Things {
                word,
                things,
                including,
            }
        })
        .boxed()
}
