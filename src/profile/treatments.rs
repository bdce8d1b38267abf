//! `[treatments.microneedling]`: of a patient of several treatments, when each of them was.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::home::Home;
use super::mistake;
use super::model::{Course, History, Profile};
use super::reader::Reader;
use super::value::{Entry, Node};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::tree::Kind;
use crate::vocabulary::{ThingId, Vocabulary, fold};

/// The keys of one treatment, of which each is a key of a profile of one treatment alone, too.
const KEYS: &[&str] = &["treated", "sessions", "course_finished"];

/// What stands between a key and a treatment's name in one answer: `treated of microneedling`.
const OF: &str = " of ";

impl Reader<'_> {
    /// The table of treatments.
    pub(super) fn treatments(&mut self, node: &Node) {
        const HELP: &str =
            "write `[treatments.microneedling]` on a line of its own, and `treated` below it";
        let Some(entries) = self.table("treatments", node, HELP) else {
            return;
        };
        let mut seen = BTreeMap::new();
        for entry in entries {
            if self.once(&mut seen, fold(&entry.key.node), &entry.key)
                && let Some(keys) = self.table(&entry.key.node, &entry.value, HELP)
            {
                self.treatment(&entry.key, keys);
            }
        }
    }

    fn treatment(&mut self, name: &Spanned<String>, entries: &[Entry]) {
        let mut seen = BTreeMap::new();
        for entry in entries {
            if self.once(&mut seen, entry.key.node.clone(), &entry.key)
                && !self.of_treatment(name, &entry.key.node, &entry.value)
            {
                self.unknown_key(&entry.key, Home::Treatment);
            }
        }
    }

    /// One key of one treatment; false where there is no such key.
    fn of_treatment(&mut self, name: &Spanned<String>, key: &str, value: &Node) -> bool {
        match key {
            "treated" => {
                if let Some(moment) = self.moment("treated", value) {
                    self.profile.course_of(&name.node).treated = Some(moment);
                }
            }
            "sessions" => {
                if let Some(sessions) = self.dates("sessions", value) {
                    let days = sessions.iter().map(|one| one.node).collect();
                    self.profile.course_of(&name.node).sessions = Some(days);
                }
            }
            "course_finished" => {
                if let Some(finished) = self.yes_no("course_finished", value) {
                    self.profile.course_of(&name.node).finished = finished;
                }
            }
            _ => return false,
        }
        self.treatments.push((fold(&name.node), value.span));
        true
    }

    /// Reads `treated of microneedling`, if a key is that.
    pub(super) fn answer_of_treatment(&mut self, key: &Spanned<String>, value: &Node) -> bool {
        let Some((word, name)) = key.node.split_once(OF) else {
            return false;
        };
        let plain = |text: &str| fold(&text.replace('_', " "));
        let mut keys = KEYS.iter();
        let Some(own) = keys.find(|own| plain(own) == plain(word)) else {
            return false;
        };
        self.of_treatment(&Spanned::new(name.trim().to_owned(), key.span), own, value)
    }

    /// Sessions lie before their treatment, and one treatment alone is no other's.
    pub(super) fn treatments_in_order(&mut self) {
        if let (Some(treated), false) = (self.treated, self.profile.treatments.is_empty())
            && self.format != super::format::Format::Set
        {
            let found = Diagnostic::new(
                Code::ProfileDateOrder,
                treated,
                "`treated` does not say which of the treatments it is of",
                "of which treatment?",
            )
            .with_help(
                "put it into the table of its treatment, such as `[treatments.microneedling]`",
            );
            self.tell(found);
        }
        for (name, course) in &self.profile.treatments {
            let treated = course.treated.map(|moment| moment.date);
            let mut sessions = course.sessions.iter().flatten();
            let late = treated.is_some_and(|treated| sessions.any(|session| *session >= treated));
            let mut places = self.treatments.iter().filter(|(of, _)| *of == fold(name));
            if late && let Some((_, place)) = places.next_back() {
                let found = early_session(name, *place);
                self.tell(found);
                return;
            }
        }
    }
}

fn early_session(name: &str, place: Span) -> Diagnostic {
    let of = mistake::shown(name);
    Diagnostic::new(
        Code::ProfileDateOrder,
        place,
        format!("an earlier session of {of} is not before the treatment"),
        "not before the treatment",
    )
    .with_help("`sessions` lists the sessions before `treated`, without it")
}

impl Profile {
    fn course_of(&mut self, name: &str) -> &mut Course {
        let mut known = self.treatments.keys();
        let known = known.find(|known| fold(known) == fold(name)).cloned();
        self.treatments
            .entry(known.unwrap_or_else(|| name.to_owned()))
            .or_default()
    }

    /// Whether the profile says, in `treatments`, when one that is called any of these was.
    #[must_use]
    pub fn dates_treatment(&self, names: &[&str]) -> bool {
        let named = |name: &str| names.iter().any(|one| fold(one) == fold(name));
        let mut courses = self.treatments.iter();
        courses.any(|(name, course)| named(name) && course.treated.is_some())
    }

    /// The profile as it is for one of the treatments in `treatments`, which may be called any of these: its date and
    /// its sessions. The others are procedures of the patient's history. A profile of one treatment alone stays as it
    /// is.
    #[must_use]
    pub fn of_treatment(&self, names: &[&str], vocabulary: &Vocabulary) -> Self {
        let mut profile = Self {
            treatments: BTreeMap::new(),
            ..self.clone()
        };
        for (name, course) in &self.treatments {
            if names.iter().any(|one| fold(one) == fold(name)) {
                profile.treated = profile.treated.or(course.treated);
                profile.sessions = profile.sessions.or_else(|| course.sessions.clone());
                profile.course_finished |= course.finished;
            } else {
                profile.had(name, course, vocabulary);
            }
        }
        profile
    }

    /// The patient without this treatment itself in the history, where that holds its day: `had X within 2 weeks` asks
    /// what was before it. None where it does not.
    #[must_use]
    pub fn without_itself(&self, names: &[&str], vocabulary: &Vocabulary) -> Option<Self> {
        let day = self.treated?.date;
        let own = names.iter().filter_map(|name| vocabulary.find_thing(name));
        let own: Vec<ThingId> = own
            .filter(|thing| match self.history.get(thing) {
                Some(History::On(days)) => {
                    days.contains(&day) && vocabulary.thing(*thing).kind == Kind::Procedure
                }
                _ => false,
            })
            .collect();
        if own.is_empty() {
            return None;
        }
        let mut profile = self.clone();
        for thing in own {
            let Some(History::On(days)) = profile.history.get_mut(&thing) else {
                continue;
            };
            days.retain(|other| *other != day);
            if days.is_empty() {
                profile.history.insert(thing, History::Never);
            }
        }
        Some(profile)
    }

    /// Adds another treatment to the history, where it is a procedure that can be named.
    fn had(&mut self, name: &str, course: &Course, vocabulary: &Vocabulary) {
        let thing = vocabulary.find_thing(name);
        let Some(thing) = thing.filter(|id| vocabulary.thing(*id).kind == Kind::Procedure) else {
            return;
        };
        let mut days: Vec<NaiveDate> = match self.history.get(&thing) {
            Some(History::On(days)) => days.clone(),
            Some(History::Never | History::Unsure) | None => Vec::new(),
        };
        days.extend(course.sessions.iter().flatten());
        days.extend(course.treated.map(|moment| moment.date));
        days.sort_unstable();
        days.dedup();
        if !days.is_empty() {
            self.history.insert(thing, History::On(days));
        }
    }
}
