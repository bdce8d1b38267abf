//! Facts over things: the medicines that a patient takes, the areas that are treated.

use std::collections::BTreeMap;

use super::lists::all_parts;
use super::mistake;
use super::model::{Answered, Medication, Value};
use super::named::{Found, Naming, Wanted, misspelt};
use super::reader::{Reader, says};
use super::value::{Entry, Node, NodeKind};
use crate::span::{Span, Spanned};
use crate::syntax::tree::Kind;
use crate::vocabulary::{ThingId, fold};

/// The keys of a medicine's entry.
const PARTS: &[&str] = &["name", "class", "last_taken", "prescribed"];

/// The keys of any other thing's entry.
const PARTS_OTHER: &[&str] = &["name", "class"];

impl Reader<'_> {
    /// The things that a fact lists; `"none"` is the empty list.
    pub(super) fn things(
        &mut self,
        fact: &str,
        root: ThingId,
        node: &Node,
    ) -> Option<Vec<Medication>> {
        let NodeKind::List(list) = &node.kind else {
            if says(node, &["none"]) {
                return Some(Vec::new());
            }
            let wanted = Wanted::Under { root, fact };
            let known = all_parts(node, |part| self.may_list(part, wanted));
            self.no_list(fact, node, known);
            return None;
        };
        let mut seen: BTreeMap<(ThingId, String), Span> = BTreeMap::new();
        let mut things = Vec::with_capacity(list.len());
        let mut complete = true;
        for one in list {
            let Some((naming, entries)) = self.entry(fact, one) else {
                complete = false;
                continue;
            };
            let required = misspelt(entries, &["class"]).is_none();
            let Some(found) = self.naming(naming, Wanted::Under { root, fact }, required) else {
                self.parts(fact, root, entries, None);
                complete = false;
                continue;
            };
            let own = if found.by_class {
                fold(naming.name)
            } else {
                String::new()
            };
            let key = (found.thing, own);
            if let Some(first) = seen.get(&key) {
                let what = format!("an entry of {}", mistake::ticked(fact));
                self.tell(mistake::twice(&what, naming.span, *first));
                continue;
            }
            seen.insert(key, naming.span);
            things.push(self.parts(fact, root, entries, Some((found, naming))));
        }
        complete.then(|| things.into_iter().flatten().collect())
    }

    /// What an entry says of its thing beside the name. Without a thing the parts are only checked.
    fn parts(
        &mut self,
        fact: &str,
        root: ThingId,
        entries: &[Entry],
        of: Option<(Found, Naming<'_>)>,
    ) -> Option<Medication> {
        let medicine = self.vocabulary.thing(root).kind == Kind::Medicine;
        let parts = if medicine { PARTS } else { PARTS_OTHER };
        let mut seen = BTreeMap::new();
        let (mut last_taken, mut prescribed) = (None, None);
        for entry in entries {
            let key = entry.key.node.as_str();
            if !parts.contains(&key) {
                self.unknown_part(&entry.key, fact, parts);
                continue;
            }
            if !self.once(&mut seen, key, &entry.key) {
                continue;
            }
            match key {
                "last_taken" => {
                    last_taken = self.date("last_taken", &entry.value);
                    self.taken
                        .extend(last_taken.map(|date| Spanned::new(date, entry.value.span)));
                }
                "prescribed" => {
                    prescribed = self.yes_no_unsure("prescribed", &entry.value);
                    let by_name = of.filter(|(found, _)| !found.by_class);
                    if let (Some(answer), Some((found, _))) = (prescribed, by_name) {
                        self.also_prescribed(found.thing, answer, &entry.key);
                    }
                }
                _ => {}
            }
        }
        of.map(|(found, naming)| Medication {
            name: naming.name.to_owned(),
            thing: found.thing,
            last_taken,
            prescribed: prescribed.flatten(),
        })
    }

    /// Notes a prescription that is said in a list's entry.
    fn also_prescribed(&mut self, thing: ThingId, answer: Option<bool>, key: &Spanned<String>) {
        let mut seen = std::mem::take(&mut self.prescribed);
        if self.once(&mut seen, thing, key) {
            let answer = answer.map_or(Answered::Unsure, |yes| Answered::Known(Value::Yes(yes)));
            self.profile.prescribed.insert(thing, answer);
        }
        self.prescribed = seen;
    }
}
