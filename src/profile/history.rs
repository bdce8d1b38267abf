//! `[history]`: procedures and events of the past.

use std::collections::BTreeMap;

use super::home::Home;
use super::model::History;
use super::reader::{Reader, says};
use super::value::{Node, NodeKind};
use crate::syntax::tree::Kind;
use crate::vocabulary::ThingId;

impl Reader<'_> {
    /// The table of the past; `"none"` says that there was nothing.
    pub(super) fn history(&mut self, node: &Node) {
        if says(node, &["none", "never"]) {
            self.profile.history_complete = true;
            return;
        }
        const HELP: &str =
            "write `history = \"none\"`, or `[history]` with the procedures below it";
        let Some(entries) = self.table("history", node, HELP) else {
            return;
        };
        let mut seen = BTreeMap::new();
        for entry in entries {
            let key = entry.key.node.as_str();
            match self.thing_of(key, &[Kind::Procedure, Kind::Event]) {
                Some(thing) => {
                    if self.once(&mut seen, Some(thing), &entry.key) {
                        self.past(thing, &entry.value);
                    }
                }
                None if key == "others" => {
                    if self.once(&mut seen, None, &entry.key) {
                        self.profile.history_complete |= self.others(&entry.value);
                    }
                }
                None => self.unknown_key(&entry.key, Home::History),
            }
        }
    }

    /// The thing of one of these kinds with this name, if it is more than the kind itself.
    pub(super) fn thing_of(&self, name: &str, kinds: &[Kind]) -> Option<ThingId> {
        self.vocabulary.find_thing(name).filter(|id| {
            kinds.contains(&self.vocabulary.thing(*id).kind) && !self.vocabulary.is_kind_class(*id)
        })
    }

    /// `others = "none"`: whether all that is not listed is known not to be.
    pub(super) fn others(&mut self, node: &Node) -> bool {
        if says(node, &["none", "never"]) {
            return true;
        }
        const HELP: &str = "write others = \"none\", or leave it out";
        self.wrong_kind("others", node, "\"none\"", HELP);
        false
    }

    /// When one procedure or event was.
    pub(super) fn past(&mut self, thing: ThingId, node: &Node) {
        let vocabulary = self.vocabulary;
        let name = vocabulary.name(thing);
        let history = match &node.kind {
            NodeKind::List(_) => self.dates(name, node).map(|dates| {
                if dates.is_empty() {
                    History::Never
                } else {
                    History::On(dates.iter().map(|date| date.node).collect())
                }
            }),
            _ if says(node, &["never", "none"]) => Some(History::Never),
            _ if says(node, &["unsure"]) => Some(History::Unsure),
            NodeKind::Text(_) | NodeKind::Date(_) => {
                self.date(name, node).map(|date| History::On(vec![date]))
            }
            _ => {
                const TAKES: &str = "a date, a list of dates, \"never\" or \"unsure\"";
                self.wrong_kind(name, node, TAKES, "write the day as 2026-02-14");
                None
            }
        };
        if let Some(history) = history {
            self.profile.history.insert(thing, history);
        }
    }
}
