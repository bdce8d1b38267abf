//! The vocabulary and the header.

use aftercare_dsl::number::Number;
use aftercare_dsl::span::Spanned;
use aftercare_dsl::syntax::tree::{
    AttributeUse, Declaration, FactDeclaration, FactType, Header, Kind, Member, Name, Status,
};
use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;

use super::{at, attribute_use, bare, name, names, text, time};

/// A thing of any kind, with classes of classes below it.
pub fn declaration() -> BoxedStrategy<Declaration> {
    let kinds: Vec<Kind> = Kind::ALL.to_vec();
    (select(kinds), class(), any::<bool>(), names(3))
        .prop_map(|(kind, mut member, number, of)| {
            let is_attribute = kind == Kind::Attribute;
            if kind == Kind::Action {
                // `with` belongs to an action's own words.
                without_attributes(&mut member);
            }
            if is_attribute {
                member.members = Vec::new();
                member.description = None;
                member.parents = Vec::new();
                member.opposes = Vec::new();
                member.attributes = Vec::new();
                member.aliases.truncate(1);
            }
            Declaration {
                kind: at(kind),
                member,
                number: is_attribute && number,
                of: if is_attribute { of } else { Vec::new() },
            }
        })
        .boxed()
}

fn without_attributes(member: &mut Member) {
    member.attributes = Vec::new();
    member.members.iter_mut().for_each(without_attributes);
}

fn class() -> BoxedStrategy<Member> {
    member()
        .prop_recursive(3, 12, 4, |inner| {
            (member(), vec(inner, 1..5)).prop_map(|(member, members)| Member { members, ..member })
        })
        .boxed()
}

type Said = (
    Option<String>,
    Vec<Name>,
    Vec<Spanned<AttributeUse>>,
    Vec<Name>,
);

fn member() -> BoxedStrategy<Member> {
    let nothing = || (None, Vec::new(), Vec::new(), Vec::new());
    let some = |names: BoxedStrategy<Vec<Name>>| prop_oneof![2 => Just(Vec::new()), 1 => names];
    let said = (
        weighted(0.2, text().prop_map(|text| text.node)),
        some(names(3).boxed()),
        prop_oneof![2 => Just(Vec::new()), 1 => vec(attribute_use(), 1..3)],
        some(names(2).boxed()),
    );
    let said = prop_oneof![1 => Just(nothing()), 1 => said];
    (name(), aliases(), said)
        .prop_map(
            |(name, aliases, (description, parents, attributes, opposes)): (_, _, Said)| Member {
                name,
                aliases,
                description: description.map(at),
                parents,
                attributes,
                opposes,
                members: Vec::new(),
            },
        )
        .boxed()
}

/// Other names; after the first they stand in quotes.
fn aliases() -> impl Strategy<Value = Vec<Name>> {
    let quoted = |(index, name): (usize, Name)| Name {
        quoted: name.quoted || index > 0,
        ..name
    };
    prop_oneof![
        2 => Just(Vec::new()),
        1 => names(4).prop_map(move |names| names.into_iter().enumerate().map(quoted).collect()),
    ]
}

pub fn fact() -> BoxedStrategy<FactDeclaration> {
    let kind = prop_oneof![
        Just(FactType::YesNo),
        (
            of(select(vec!["years", "mm", "hrs", "litre"])),
            of((0..9_u32, 10..99_u32))
        )
            .prop_map(|(unit, within)| FactType::Number {
                unit: unit.map(bare),
                within: within.map(|(least, most)| (Number::whole(least), Number::whole(most))),
            }),
        names(9).prop_map(FactType::Ordered),
        names(9).prop_map(FactType::OneOf),
        names(9).prop_map(FactType::AnyOf),
    ];
    (name(), kind, of(text()))
        .prop_map(|(name, kind, ask)| FactDeclaration {
            name,
            kind: at(kind),
            ask,
        })
        .boxed()
}

pub fn header() -> BoxedStrategy<Header> {
    let date = || {
        (1900_i32..2200, 1_u32..366)
            .prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).unwrap())
    };
    let approved = (text(), date()).prop_map(|(by, on)| Status::Approved { by, on: at(on) });
    let url = select(vec!["https://example.org/a#b", "http://x/{y}?z"]);
    let source = (name(), text(), of(url)).prop_map(|(key, title, url)| Header::Source {
        key,
        title,
        url: url.map(|url| at(url.to_owned())),
    });
    prop_oneof![
        text().prop_map(Header::Protocol),
        text().prop_map(Header::Version),
        name().prop_map(Header::Treatment),
        time::duration().prop_map(|length| Header::Aftercare(at(length))),
        date().prop_map(|date| Header::Effective(at(date))),
        date().prop_map(|date| Header::ReviewBy(at(date))),
        prop_oneof![Just(Status::Draft), approved].prop_map(Header::Status),
        name().prop_map(Header::Import),
        name().prop_map(Header::Extends),
        source,
    ]
    .boxed()
}
