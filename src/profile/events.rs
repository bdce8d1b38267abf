//! `[events]`: what has happened since the treatment, and when.

use std::collections::BTreeMap;

use super::home::Home;
use super::reader::Reader;
use super::value::{Node, NodeKind};
use crate::syntax::tree::Kind;
use crate::vocabulary::ThingId;

impl Reader<'_> {
    /// The table of events.
    pub(super) fn events(&mut self, node: &Node) {
        const HELP: &str = "write `[events]` on a line of its own, and the events below it";
        let Some(entries) = self.table("events", node, HELP) else {
            return;
        };
        let mut seen = BTreeMap::new();
        for entry in entries {
            match self.thing_of(&entry.key.node, &[Kind::Event]) {
                Some(thing) => {
                    if self.once(&mut seen, thing, &entry.key) {
                        self.event(thing, &entry.value);
                    }
                }
                None => self.unknown_key(&entry.key, Home::Events),
            }
        }
    }

    /// The first day an event is true.
    pub(super) fn event(&mut self, thing: ThingId, node: &Node) {
        let vocabulary = self.vocabulary;
        let name = vocabulary.name(thing);
        if let NodeKind::Bool(_) = node.kind {
            const HELP: &str = "give the first day it is true, or leave it out until then";
            self.wrong_kind(name, node, "a date", HELP);
        } else if let Some(date) = self.date(name, node) {
            self.profile.events.insert(thing, date);
        }
    }
}
