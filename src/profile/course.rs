//! The keys that stand at the top: when, where, how often, with which products.

use std::collections::BTreeMap;
use std::str::FromStr;

use chrono::NaiveDate;
use chrono_tz::{TZ_VARIANTS, Tz};

use super::mistake;
use super::reader::{Reader, says};
use super::value::{Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Spanned;
use crate::vocabulary::fold;

impl Reader<'_> {
    /// Reads a key of the top that is no table; false where there is no such key.
    pub(super) fn course(&mut self, key: &Spanned<String>, value: &Node) -> bool {
        match key.node.as_str() {
            "treated" => {
                if let Some(moment) = self.moment("treated", value) {
                    self.profile.treated = Some(moment);
                    self.treated = Some(value.span);
                }
            }
            "zone" => self.zone(value),
            "sessions" => {
                if let Some(sessions) = self.dates("sessions", value) {
                    self.profile.sessions = Some(sessions.iter().map(|one| one.node).collect());
                    self.sessions = sessions;
                }
            }
            "course_finished" => {
                if let Some(finished) = self.yes_no("course_finished", value) {
                    self.profile.course_finished = finished;
                }
            }
            "products" => self.products(value),
            _ => return false,
        }
        true
    }

    /// A time zone's name.
    fn zone(&mut self, node: &Node) {
        let Some(name) = self.text("zone", node) else {
            return;
        };
        if let Ok(zone) = Tz::from_str(name.trim()) {
            self.profile.zone = Some(zone);
            return;
        }
        let near = of_a_city(name)
            .or_else(|| self.near_value(name, TZ_VARIANTS.iter().map(|zone| zone.name())));
        let found = Diagnostic::new(
            Code::ProfileUnknownZone,
            node.span,
            "the value of `zone` is no time zone",
            "no such time zone",
        );
        let found = match near {
            Some(near) => found
                .with_help("use the time zone with the nearest name")
                .with_fix(node.span, self.format.text(near)),
            None => found.with_help("name an IANA time zone, such as Europe/London"),
        };
        self.tell(found);
    }

    /// A list of dates without repetition, sorted; `"none"` is the empty one.
    pub(super) fn dates(&mut self, key: &str, node: &Node) -> Option<Vec<Spanned<NaiveDate>>> {
        let list = match &node.kind {
            NodeKind::List(list) => list,
            _ if says(node, &["none"]) => return Some(Vec::new()),
            _ => {
                const HELP: &str = "write them as [2026-03-30, 2026-05-01]; [] means none";
                self.wrong_kind(key, node, "a list of dates", HELP);
                return None;
            }
        };
        let mut seen = BTreeMap::new();
        let mut dates = Vec::new();
        let mut complete = true;
        for one in list {
            let Some(date) = self.date(key, one) else {
                complete = false;
                continue;
            };
            match seen.insert(date, one.span) {
                None => dates.push(Spanned::new(date, one.span)),
                Some(first) => {
                    let what = format!("a date of {}", mistake::ticked(key));
                    self.tell(mistake::twice(&what, one.span, first));
                }
            }
        }
        dates.sort_by_key(|date| date.node);
        complete.then_some(dates)
    }
}

/// The one zone that is named after a city: `London`.
fn of_a_city(name: &str) -> Option<&'static str> {
    let wanted = fold(name);
    let mut zones = TZ_VARIANTS.iter().map(|zone| zone.name()).filter(|zone| {
        let (_, city) = zone.rsplit_once('/').unwrap_or_default();
        fold(&city.replace('_', " ")) == wanted
    });
    let first = zones.next()?;
    zones.next().is_none().then_some(first)
}
