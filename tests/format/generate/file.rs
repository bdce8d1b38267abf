//! Whole protocols.

use aftercare_dsl::span::Spanned;
use aftercare_dsl::syntax::tree::{Item, Statement};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::{at, condition, declaration, head, name, scenario, text};

/// A protocol's tree; a failure shows it as its text.
#[derive(Clone)]
pub struct Protocol(pub Vec<Spanned<Item>>);

impl std::fmt::Debug for Protocol {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "\n{}", aftercare_dsl::format::print(&self.0))
    }
}

/// What stands in a file, in any order.
pub fn protocol() -> BoxedStrategy<Protocol> {
    let item = prop_oneof![
        2 => declaration::header().prop_map(Item::Header),
        2 => declaration::declaration().prop_map(Item::Declaration),
        1 => declaration::fact().prop_map(Item::Fact),
        1 => scenario::scenario().prop_map(|one| Item::Scenario(Box::new(one))),
        1 => (name(), head::sentence()).prop_map(|(label, mut sentence)| {
            sentence.label = Some(label);
            Item::Replace(Box::new(at(sentence)))
        }),
        1 => (name(), of(text())).prop_map(|(label, because)| Item::Drop { label, because }),
        6 => statement().prop_map(|statement| Item::Statement(statement.node)),
    ];
    vec(item.prop_map(at), 0..7).prop_map(Protocol).boxed()
}

fn statement() -> BoxedStrategy<Spanned<Statement>> {
    let sentence = head::sentence();
    let leaf = sentence.prop_map(|sentence| at(Statement::Sentence(Box::new(sentence))));
    leaf.prop_recursive(2, 6, 3, |inner| {
        let section = (text(), vec(inner.clone(), 0..4));
        let when = (
            condition::condition(),
            vec(inner.clone(), 0..4),
            of(vec(inner, 0..3)),
        );
        prop_oneof![
            section.prop_map(|(title, body)| at(Statement::Section { title, body })),
            when.prop_map(|(condition, body, otherwise)| at(Statement::When {
                condition,
                body,
                otherwise,
            })),
        ]
    })
    .boxed()
}
