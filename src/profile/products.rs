//! `products`: what the patient uses on the skin.

use std::collections::BTreeMap;

use super::lists::all_parts;
use super::mistake;
use super::model::Product;
use super::named::{Naming, Wanted, misspelt};
use super::reader::{Reader, says};
use super::value::{Entry, Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::number::Number;
use crate::span::Span;
use crate::syntax::tree::Kind;
use crate::vocabulary::{ThingId, fold};

/// The keys of a product's entry that are no attributes.
const PARTS: &[&str] = &["name", "class", "unrecognised"];

impl Reader<'_> {
    /// The list of products; `"none"` is the empty one.
    pub(super) fn products(&mut self, node: &Node) {
        let NodeKind::List(list) = &node.kind else {
            if says(node, &["none"]) {
                self.profile.products = Some(Vec::new());
            } else {
                let known = all_parts(node, |part| self.may_list(part, Wanted::Products));
                self.no_list("products", node, known);
            }
            return;
        };
        let mut seen: BTreeMap<String, Span> = BTreeMap::new();
        let mut products = Vec::with_capacity(list.len());
        for one in list {
            let Some((naming, entries)) = self.entry("products", one) else {
                continue;
            };
            let product = self.product(naming, entries);
            if let Some(first) = seen.get(&fold(naming.name)) {
                self.tell(mistake::twice("a product", naming.span, *first));
                continue;
            }
            seen.insert(fold(naming.name), naming.span);
            products.extend(product);
        }
        self.profile.products = Some(products);
    }

    /// One product.
    fn product(&mut self, naming: Naming<'_>, entries: &[Entry]) -> Option<Product> {
        let mut seen = BTreeMap::new();
        let mut given = Vec::new();
        let mut unrecognised = None;
        for entry in entries {
            let key = entry.key.node.as_str();
            if PARTS.contains(&key) {
                if self.once(&mut seen, key.to_owned(), &entry.key) && key == "unrecognised" {
                    let yes = self.yes_no(key, &entry.value);
                    unrecognised = yes.filter(|yes| *yes).map(|_| entry);
                }
            } else if let Some(attribute) = self.attribute(key) {
                let name = self.vocabulary.name(attribute).to_owned();
                if self.once(&mut seen, format!("attribute {name}"), &entry.key) {
                    given.push((attribute, entry));
                }
            } else {
                self.unknown_product_part(entry);
            }
        }
        // A misspelt `class` is told already, and one mistake is one message.
        let required =
            unrecognised.is_none() && misspelt(entries, &["class", "unrecognised"]).is_none();
        let found = self.naming(naming, Wanted::Products, required);
        if let Some(unrecognised) = unrecognised {
            self.truly_unrecognised(
                naming,
                unrecognised,
                found.is_some_and(|found| !found.by_class),
            )?;
        } else if found.is_none() {
            return None;
        }
        let thing = found.map(|found| found.thing);
        let mut attributes = BTreeMap::new();
        for (attribute, entry) in given {
            if let Some(value) = self.attribute_value(attribute, thing, entry) {
                attributes.insert(attribute, value);
            }
        }
        Some(Product {
            name: naming.name.to_owned(),
            thing,
            by_class: found.is_some_and(|found| found.by_class),
            attributes,
        })
    }

    /// `unrecognised = true` is for what neither the vocabulary nor the profile knows.
    fn truly_unrecognised(
        &mut self,
        naming: Naming<'_>,
        unrecognised: &Entry,
        known: bool,
    ) -> Option<()> {
        let (label, help) = match naming.class {
            Some(_) => ("it has a class", "leave one of the two out"),
            None if known => ("the vocabulary knows it", "leave `unrecognised` out"),
            None => return Some(()),
        };
        let at = naming.class.map_or(naming.span, |class| class.span);
        let found = Diagnostic::new(
            Code::ProfileContradiction,
            unrecognised.value.span,
            "a product is recognised and `unrecognised` at once",
            "not so",
        )
        .with_label(at, label)
        .with_help(help)
        .with_fix(unrecognised.value.span, "false");
        self.tell(found);
        None
    }

    /// The attribute with this name.
    fn attribute(&self, name: &str) -> Option<ThingId> {
        self.vocabulary.find_thing(name).filter(|id| {
            self.vocabulary.thing(*id).kind == Kind::Attribute
                && !self.vocabulary.is_kind_class(*id)
        })
    }

    fn unknown_product_part(&mut self, entry: &Entry) {
        let vocabulary = self.vocabulary;
        let attributes = vocabulary
            .things()
            .filter(|(id, thing)| thing.kind == Kind::Attribute && !vocabulary.is_kind_class(*id))
            .map(|(_, thing)| &*thing.name);
        let parts: Vec<&str> = PARTS.iter().copied().chain(attributes).collect();
        self.unknown_part(&entry.key, "products", &parts);
    }

    /// What an attribute of a product is: a number, or 1 for yes and 0 for no.
    fn attribute_value(
        &mut self,
        attribute: ThingId,
        of: Option<ThingId>,
        entry: &Entry,
    ) -> Option<Number> {
        let vocabulary = self.vocabulary;
        let declared = vocabulary.thing(attribute);
        let may_have = of.is_none_or(|thing| {
            declared.of.is_empty()
                || declared.of.iter().any(|class| {
                    vocabulary.is_under(thing, *class) || vocabulary.is_under(*class, thing)
                })
        });
        if !may_have {
            let classes: Vec<String> = declared
                .of
                .iter()
                .map(|class| vocabulary.name(*class).to_owned())
                .collect();
            let found = Diagnostic::new(
                Code::ProfileAttribute,
                entry.key.span,
                format!(
                    "{} is no attribute of this product",
                    mistake::ticked(&declared.name)
                ),
                "says nothing of this product",
            )
            .with_help(format!(
                "it is an attribute of {}",
                mistake::listed(&classes)
            ));
            self.tell(found);
            return None;
        }
        if declared.number {
            self.attribute_number(&declared.name, &entry.value)
        } else {
            self.yes_no(&declared.name, &entry.value)
                .map(|yes| Number::whole(u32::from(yes)))
        }
    }

    /// A number, which a label may print with a plus behind it: `spf = "50+"`.
    fn attribute_number(&mut self, name: &str, node: &Node) -> Option<Number> {
        let unit = crate::vocabulary::Unit::from_word(name);
        let NodeKind::Text(text) = &node.kind else {
            return self.number_of(name, node, unit);
        };
        let plain = Node {
            span: node.span,
            kind: NodeKind::Text(text.trim().trim_end_matches('+').to_owned()),
        };
        self.number_of(name, &plain, unit)
    }
}
