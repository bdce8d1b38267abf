//! The patient of a session: what is known, and what is asked for.

use std::sync::Arc;

use super::reply::{Reply, Sheet, refuse};
use super::state::State;
use super::{Session, World, day, words};
use crate::check::Protocol;
use crate::diagnostic::Diagnostic;
use crate::eval::Case;
use crate::plan::{Moment, Plan};
use crate::profile::{self, Profile};
use crate::source::Sources;
use crate::syntax::tree::Kind;
use crate::vocabulary::Named;

/// What stands between a medicine and the day on which it was last taken.
const LAST_TAKEN: &str = " last taken ";

/// A protocol, a patient and a plan, to ask.
pub(super) struct Asked<'s> {
    pub protocol: &'s Protocol,
    pub profile: Arc<Profile>,
    pub on: Option<Moment>,
    pub plan: Plan,
}

impl Asked<'_> {
    /// The case that the plan was made from.
    pub(super) fn case(&self) -> Case<'_> {
        Case {
            protocol: self.protocol,
            profile: &self.profile,
            on: self.on,
        }
    }
}

impl Session {
    /// The patient, where anything is known and the profile can be read.
    pub(super) fn dated_patient(&self) -> Option<Arc<Profile>> {
        let patient = self.made.patient.as_ref().ok()?;
        let known = !self.now.patient.trim().is_empty();
        known.then(|| patient.clone())
    }

    /// The patient as far as the profile can be read; where it can't, one of whom nothing is known.
    pub(super) fn patient_or_nobody(&self) -> Arc<Profile> {
        self.made
            .patient
            .as_ref()
            .map(Arc::clone)
            .unwrap_or_default()
    }

    /// The patient, or the reply that says why there is none.
    pub(super) fn profile(&self) -> Result<Arc<Profile>, Box<Reply>> {
        match &self.made.patient {
            Ok(patient) => Ok(patient.clone()),
            Err(mistakes) => {
                let mut sheet = Sheet::new(self.width);
                sheet.say("The patient's profile does not fit these rules. `:unset NAME` takes a line out of it, `:undo` goes back, `:patient FILE` loads another.");
                Err(Box::new(Reply {
                    lines: sheet.reply().lines,
                    ..Reply::wrong(
                        mistakes.iter().cloned().map(words::here).collect(),
                        self.made.sources.clone(),
                    )
                }))
            }
        }
    }

    /// The protocol, or the reply that there is none.
    pub(super) fn protocol(&self) -> Result<&Protocol, Box<Reply>> {
        let protocol = self.made.checked.protocol.as_ref();
        protocol.ok_or_else(|| {
            Box::new(refuse(
                self.width,
                "the rules have errors",
                Some("`:check` shows them"),
            ))
        })
    }

    /// The plan for the day that is asked about.
    pub(super) fn asked(&self, on: Option<Moment>) -> Result<Asked<'_>, Box<Reply>> {
        let protocol = self.protocol()?;
        if protocol.rules.is_empty() {
            return Err(self.no_sentence());
        }
        let profile = self.profile()?;
        let today = || self.treated_on().map(|_| Moment::day(self.today));
        let on = on.or(self.on).or_else(today);
        let case = Case {
            protocol,
            profile: &profile,
            on,
        };
        let plan = case.plan().map_err(|found| self.wrong(vec![found]))?;
        Ok(Asked {
            protocol,
            profile,
            on,
            plan,
        })
    }

    /// That nothing can be asked yet, and what is missing.
    fn no_sentence(&self) -> Box<Reply> {
        let vocabulary = &self.made.checked.vocabulary;
        let names = vocabulary
            .things()
            .any(|(id, _)| !vocabulary.is_kind_class(id));
        let (message, help) = match (self.made.entries.is_empty(), names) {
            (true, _) => (
                "there are no rules yet",
                "type `import skin-care`, then a sentence, or load a protocol: `:load microneedling`",
            ),
            (false, false) => (
                "there is no sentence yet, and nothing that one could name",
                "type `import skin-care`, then a sentence, such as `avoid retinoids for 7 days`",
            ),
            (false, true) => (
                "there is no sentence yet: what is there names things and says nothing about them",
                "type one, such as `avoid retinoids for 7 days`",
            ),
        };
        Box::new(refuse(self.width, message, Some(help)))
    }

    /// Mistakes in the session's own texts.
    pub(super) fn wrong(&self, found: Vec<Diagnostic>) -> Box<Reply> {
        Box::new(Reply::wrong(found, self.made.sources.clone()))
    }

    /// A setting whose value is a day as it is typed, with the day as a profile has it, and that day.
    pub(super) fn with_day(
        &self,
        setting: &str,
        world: &dyn World,
    ) -> Result<(String, Option<Moment>), Box<Reply>> {
        let as_it_is = || Ok((setting.to_owned(), None));
        let Some((key, value)) = setting.split_once('=') else {
            return as_it_is();
        };
        if value.contains(LAST_TAKEN) {
            return self.with_last_taken(key, value, world);
        }
        let (first, more) = value.split_at(value.find(',').unwrap_or(value.len()));
        if !self.takes_a_day(key.trim()) || !day::looks_like(first) {
            return as_it_is();
        }
        let moment = day::read(first, self.around(true, world)).map_err(|no| self.no_day(&no))?;
        Ok((format!("{key}= {moment}{more}"), Some(moment)))
    }

    /// The same for a list of medicines: `isotretinoin last taken 5 May 2026`. The first day is told.
    fn with_last_taken(
        &self,
        key: &str,
        value: &str,
        world: &dyn World,
    ) -> Result<(String, Option<Moment>), Box<Reply>> {
        let mut told = None;
        let mut parts = Vec::new();
        for part in value.split(',') {
            parts.push(match part.split_once(LAST_TAKEN) {
                Some((name, text)) if day::looks_like(text) => {
                    let moment = day::read(text, self.around(true, world));
                    let moment = moment.map_err(|no| self.no_day(&no))?;
                    told = told.or(Some(moment));
                    format!("{name}{LAST_TAKEN}{moment}")
                }
                _ => part.to_owned(),
            });
        }
        Ok((format!("{key}={}", parts.join(",")), told))
    }

    /// Whether what is known under a name is a day: an event, a symptom, a procedure, or the treatment.
    fn takes_a_day(&self, name: &str) -> bool {
        let vocabulary = &self.made.checked.vocabulary;
        if vocabulary.find_fact(name).is_some() {
            return false;
        }
        match vocabulary.find(name) {
            Some(Named::Thing(thing)) => matches!(
                vocabulary.thing(thing).kind,
                Kind::Event | Kind::Symptom | Kind::Procedure
            ),
            _ => name.eq_ignore_ascii_case("treated"),
        }
    }

    /// A profile with one setting more, or the reply that says what is wrong with it. `typed` is the setting
    /// as it was typed.
    pub(super) fn supposed(&self, typed: &str, setting: &str) -> Result<Profile, Box<Reply>> {
        let mut profile = Profile::clone(&*self.profile()?);
        let mut sources = Sources::new();
        let source = sources.add("typed", setting);
        let vocabulary = &self.made.checked.vocabulary;
        let found = profile::set(&mut profile, source, setting, vocabulary);
        if found.is_empty() {
            return Ok(profile);
        }
        let found: Vec<Diagnostic> = found.into_iter().map(words::here).collect();
        let fix = found.iter().find_map(|one| one.fixes.first());
        let mended = fix.map(|fix| (typed.to_owned(), fix.apply(source, setting)));
        Err(Box::new(Reply {
            mended,
            ..Reply::wrong(found, sources)
        }))
    }

    /// Puts another profile in the place of the patient's.
    pub(super) fn put_patient(
        &mut self,
        profile: &Profile,
        what: String,
        world: &dyn World,
    ) -> Result<(), Box<Reply>> {
        let old = self.profile()?;
        let vocabulary = &self.made.checked.vocabulary;
        let text = profile::write(&self.now.patient, &old, profile, vocabulary)
            .map_err(|error| Box::new(refuse(self.width, error.to_string(), None)))?;
        self.put_patient_text(text, what, world);
        Ok(())
    }

    /// Puts another text in the place of the patient's profile.
    pub(super) fn put_patient_text(&mut self, text: String, what: String, world: &dyn World) {
        let next = State {
            patient: Arc::from(text),
            ..self.now.clone()
        };
        self.go(next, what, world);
    }
}
