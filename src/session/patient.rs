//! The patient of a session: what is known, and what is asked for.

use std::sync::Arc;

use super::made::Made;
use super::reply::{Reply, Sheet, refuse};
use super::state::State;
use super::{Session, World};
use crate::check::Protocol;
use crate::diagnostic::Diagnostic;
use crate::eval::Case;
use crate::plan::{Moment, Plan};
use crate::profile::{self, Profile};
use crate::source::Sources;

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
                    ..Reply::wrong(mistakes.clone(), self.made.sources.clone())
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
            return Err(Box::new(refuse(
                self.width,
                "there are no rules yet",
                Some("type a sentence, or load a protocol: `:load microneedling`"),
            )));
        }
        let profile = self.profile()?;
        let today = || profile.treated.map(|_| Moment::day(self.today));
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

    /// Mistakes in the session's own texts.
    pub(super) fn wrong(&self, found: Vec<Diagnostic>) -> Box<Reply> {
        Box::new(Reply::wrong(found, self.made.sources.clone()))
    }

    /// A profile with one setting more, or the reply that says what is wrong with it.
    pub(super) fn supposed(&self, setting: &str) -> Result<Profile, Box<Reply>> {
        let mut profile = Profile::clone(&*self.profile()?);
        let mut sources = Sources::new();
        let source = sources.add("typed", setting);
        let vocabulary = &self.made.checked.vocabulary;
        let found = profile::set(&mut profile, source, setting, vocabulary);
        if found.is_empty() {
            Ok(profile)
        } else {
            let fix = found.iter().find_map(|one| one.fixes.first());
            let mended = fix.map(|fix| (setting.to_owned(), fix.apply(source, setting)));
            Err(Box::new(Reply {
                mended,
                ..Reply::wrong(found, sources)
            }))
        }
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
        let made = Made::of(&next, world);
        self.step(next, made, what);
    }
}
