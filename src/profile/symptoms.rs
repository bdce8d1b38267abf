//! `[symptoms]`: what the patient reports, and since when.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::home::Home;
use super::mistake;
use super::model::Reported;
use super::named::misspelt;
use super::reader::{Reader, says};
use super::value::{Entry, Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::Kind;
use crate::vocabulary::{ThingId, fold};

/// The keys of a symptom's table.
const PARTS: &[&str] = &[
    "since",
    "until",
    "value",
    "severe",
    "spreading",
    "worsening",
    "lasting",
    "despite",
];

impl Reader<'_> {
    /// The table of symptoms; `"none"` says that there are none.
    pub(super) fn symptoms(&mut self, node: &Node) {
        if says(node, &["none"]) {
            self.profile.symptoms_complete = true;
            return;
        }
        const HELP: &str =
            "write `symptoms = \"none\"`, or `[symptoms]` with the symptoms below it";
        let Some(entries) = self.table("symptoms", node, HELP) else {
            return;
        };
        let mut seen = BTreeMap::new();
        for entry in entries {
            let key = entry.key.node.as_str();
            match self.thing_of(key, &[Kind::Symptom]) {
                Some(thing) => {
                    if self.once(&mut seen, Some(thing), &entry.key) {
                        self.symptom(thing, &entry.value);
                    }
                }
                None if key == "others" => {
                    if self.once(&mut seen, None, &entry.key) {
                        self.profile.symptoms_complete |= self.others(&entry.value);
                    }
                }
                None => self.unknown_key(&entry.key, Home::Symptoms),
            }
        }
    }

    /// One symptom: since when, or that it is absent.
    pub(super) fn symptom(&mut self, thing: ThingId, node: &Node) {
        let vocabulary = self.vocabulary;
        let name = vocabulary.name(thing);
        let reported = match &node.kind {
            NodeKind::Bool(false) => None,
            NodeKind::Text(_) if says(node, &["no", "none", "false"]) => None,
            NodeKind::Table(entries) => match self.reported(name, node, entries) {
                Some(reported) => Some(reported),
                None => return,
            },
            NodeKind::Text(_) | NodeKind::Date(_) => match self.date(name, node) {
                Some(since) => Some(Reported::noticed(since)),
                None => return,
            },
            _ => {
                const HELP: &str = "give the day it was noticed, or false where it is absent";
                self.wrong_kind(name, node, "a date or a table", HELP);
                return;
            }
        };
        match reported {
            Some(reported) => {
                self.profile.symptoms.insert(thing, reported);
                self.profile.symptoms_absent.remove(&thing);
            }
            None => {
                self.profile.symptoms.remove(&thing);
                self.profile.symptoms_absent.insert(thing);
            }
        }
    }

    /// `{ since = 2026-06-03, value = "38.5 C", severe = true }`
    fn reported(&mut self, name: &str, node: &Node, entries: &[Entry]) -> Option<Reported> {
        let mut seen = BTreeMap::new();
        let mut since = None;
        let mut reported = Reported::noticed(NaiveDate::default());
        for entry in entries {
            let key = entry.key.node.as_str();
            if !PARTS.contains(&key) {
                self.unknown_part(&entry.key, name, PARTS);
            } else if self.once(&mut seen, key.to_owned(), &entry.key) {
                match key {
                    "since" => since = Some((self.date(key, &entry.value), entry)),
                    _ => self.part(key, &entry.value, &mut reported),
                }
            }
        }
        let Some((date, at)) = since else {
            if misspelt(entries, &["since"]).is_some() {
                return None;
            }
            let example = "{ since = 2026-06-03 }";
            let found = mistake::missing(&mistake::ticked(name), node.span, "since", example);
            self.tell(found);
            return None;
        };
        reported.since = date?;
        if let Some(until) = reported.until
            && until < reported.since
        {
            let end = seen.get("until").copied().unwrap_or(node.span);
            let found = Diagnostic::new(
                Code::ProfileDateOrder,
                end,
                format!("{} ends before it starts", mistake::ticked(name)),
                "before `since`",
            )
            .with_label(at.key.span, "starts here")
            .with_help("check the two dates");
            self.tell(found);
            return None;
        }
        Some(reported)
    }

    /// One key of a symptom's table beside `since`.
    fn part(&mut self, key: &str, node: &Node, reported: &mut Reported) {
        match key {
            "until" => reported.until = self.date(key, node),
            "value" => reported.value = self.measured(key, node),
            "lasting" => reported.lasting = self.duration(key, node),
            "despite" => reported.despite = self.despite(node),
            "severe" => reported.severe = self.yes_no_unsure(key, node).flatten(),
            "spreading" => reported.spreading = self.yes_no_unsure(key, node).flatten(),
            "worsening" => reported.worsening = self.yes_no_unsure(key, node).flatten(),
            _ => {}
        }
    }

    /// `["pressure"]`, or one text alone.
    fn despite(&mut self, node: &Node) -> BTreeSet<String> {
        let one = std::slice::from_ref(node);
        let list = match &node.kind {
            NodeKind::List(list) => list.as_slice(),
            _ => one,
        };
        list.iter()
            .filter_map(|one| self.text("despite", one).map(fold))
            .filter(|text| !text.is_empty())
            .collect()
    }
}
