//! Whether two trees say the same.
//!
//! Trees that differ in what formatting may change are made equal first, and compared as a whole then: a
//! part of the tree that this file does not know of must be equal.

use super::clause::rank;
use super::quantity::unit_of;
use crate::span::Spanned;
use crate::syntax::tree::{
    Atom, AvoidWord, Clause, Condition, FactType, Head, Item, ListWord, Matter, Name, Places,
    Qualifier, QuantityKind, Sentence, Statement, Thing, Things, Value,
};

/// Whether two trees say the same, whatever the order of a sentence's clauses, the spelling of a unit,
/// and which word says `avoid`. Where something stands never counts; comments are not looked at.
#[must_use]
pub fn same_meaning(one: &[Spanned<Item>], other: &[Spanned<Item>]) -> bool {
    one.len() == other.len()
        && one
            .iter()
            .zip(other)
            .all(|(one, other)| evened(&one.node) == evened(&other.node))
}

/// The item as every spelling of it has it.
fn evened(item: &Item) -> Item {
    let mut item = item.clone();
    match &mut item {
        Item::Header(_) | Item::Declaration(_) | Item::Scenario(_) | Item::Drop { .. } => {}
        Item::Fact(fact) => match &mut fact.kind.node {
            FactType::Number {
                unit: Some(name), ..
            } => unit(name),
            FactType::Number { unit: None, .. }
            | FactType::YesNo
            | FactType::Ordered(_)
            | FactType::OneOf(_)
            | FactType::AnyOf(_) => {}
        },
        Item::Statement(one) => statement(one),
        Item::Replace(one) => sentence(&mut one.node),
    }
    item
}

fn statement(one: &mut Statement) {
    match one {
        Statement::Sentence(one) => sentence(one),
        Statement::Section { title: _, body } => statements(body),
        Statement::When {
            condition: asked,
            body,
            otherwise,
        } => {
            condition(&mut asked.node);
            statements(body);
            if let Some(body) = otherwise {
                statements(body);
            }
        }
    }
}

fn statements(body: &mut [Spanned<Statement>]) {
    for one in body {
        statement(&mut one.node);
    }
}

fn sentence(one: &mut Sentence) {
    head(&mut one.head.node);
    for one in &mut one.clauses {
        clause(&mut one.node);
    }
    one.clauses.sort_by_key(|clause| rank(&clause.node));
}

fn head(head: &mut Head) {
    match head {
        Head::Avoid { word, things: list } => {
            *word = AvoidWord::Avoid;
            things(list);
        }
        Head::Duty { things: list, .. }
        | Head::Resume(list)
        | Head::Expect(list)
        | Head::Report { things: list, .. } => things(list),
        Head::Allow {
            things: list,
            but_not,
        } => {
            things(list);
            if let Some(list) = but_not {
                things(list);
            }
        }
        Head::Limit { things: list, cap } => {
            things(list);
            if let Some(name) = cap.as_mut().and_then(|cap| cap.node.unit.as_mut()) {
                unit(name);
            }
        }
        Head::Steps { items, .. } => {
            for item in items {
                sentence(&mut item.sentence.node);
            }
        }
        Head::Action(_)
        | Head::Sessions { .. }
        | Head::Maintenance { .. }
        | Head::Visit { .. }
        | Head::Refuse
        | Head::Defer { .. }
        | Head::Caution(_)
        | Head::Note(_) => {}
        Head::AskPrescriber(about)
        | Head::AskClinic(about)
        | Head::TellClinic(about)
        | Head::Prepare(about) => matter(about),
    }
}

fn matter(about: &mut Matter) {
    match about {
        Matter::Text(_) => {}
        Matter::Things(list) => things(list),
        Matter::Deed {
            things: list, own, ..
        } => deed(list, own),
    }
}

fn deed(list: &mut Things, own: &mut [Spanned<Clause>]) {
    things(list);
    for inner in own.iter_mut() {
        clause(&mut inner.node);
    }
    own.sort_by_key(|inner| rank(&inner.node));
}

fn clause(one: &mut Clause) {
    match one {
        Clause::Quantity(quantity) => match &mut quantity.kind {
            QuantityKind::Amount { unit: name, .. }
            | QuantityKind::AtMost {
                unit: Some(name), ..
            } => unit(name),
            QuantityKind::AtMost { unit: None, .. } | QuantityKind::OnOff { .. } => {}
        },
        Clause::If(asked) | Clause::Unless(asked) => condition(&mut asked.node),
        Clause::IfUnavoidable {
            things: list, own, ..
        }
        | Clause::Instead {
            things: list, own, ..
        } => deed(list, own),
        Clause::Using(list) | Clause::Except(list) => things(list),
        Clause::Places(Places { word, sites }) => {
            if sites.len() < 2 {
                *word = ListWord::And;
            }
        }
        Clause::Frequency(often) => {
            if let Some(name) = often.most.as_mut().and_then(|most| most.unit.as_mut()) {
                unit(name);
            }
        }
        Clause::Concerns(_)
        | Clause::Window(_)
        | Clause::While(_)
        | Clause::ExceptWhile(_)
        | Clause::Manner(_)
        | Clause::Typical(_)
        | Clause::By(_)
        | Clause::Because(_)
        | Clause::Accept { .. }
        | Clause::Sources(_) => {}
    }
}

fn things(list: &mut Things) {
    if list.things.len() < 2 {
        list.word = ListWord::And;
    }
    for Spanned { node: one, .. } in list.things.iter_mut().chain(&mut list.including) {
        let Thing {
            name: _,
            attributes: _,
            qualifiers,
        } = one;
        for narrow in qualifiers {
            qualifier(&mut narrow.node);
        }
    }
}

fn qualifier(narrow: &mut Qualifier) {
    match narrow {
        Qualifier::Above { unit: name, .. } => unit(name),
        Qualifier::Severe
        | Qualifier::Spreading
        | Qualifier::Worsening
        | Qualifier::Lasting(_)
        | Qualifier::Despite(_) => {}
    }
}

fn condition(asked: &mut Condition) {
    match asked {
        Condition::Atom(one) => atom(one),
        Condition::Not(inner) => condition(&mut inner.node),
        Condition::All(all) | Condition::Any(all) => {
            for one in all {
                condition(&mut one.node);
            }
        }
    }
}

fn atom(atom: &mut Atom) {
    match atom {
        Atom::Named {
            qualifier: narrow, ..
        } => {
            if let Some(narrow) = narrow {
                qualifier(&mut narrow.node);
            }
        }
        Atom::Compare { value: with, .. } => value(&mut with.node),
        Atom::In { range, .. } => {
            value(&mut range.low.node);
            value(&mut range.high.node);
        }
        Atom::Includes { .. }
        | Atom::Taking(_)
        | Atom::Took { .. }
        | Atom::Had { .. }
        | Atom::Prescribed(_)
        | Atom::SessionIs(_) => {}
    }
}

fn value(with: &mut Value) {
    match with {
        Value::Number {
            unit: Some(name), ..
        } => unit(name),
        Value::Number { unit: None, .. } | Value::Name(_) => {}
    }
}

/// `hrs` and `hours` are one unit.
fn unit(name: &mut Name) {
    if !name.quoted {
        name.text = unit_of(name, true);
    }
}
