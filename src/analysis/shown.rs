//! The scenarios of what is found, of the first findings alone: each takes a plan.

use crate::check::{Protocol, Rule};
use crate::profile::Profile;
use crate::scenario::{Shower, Shows};
use crate::vocabulary::ThingId;

/// How many findings get a scenario. Who mends these is told the others again.
const MOST: usize = 20;

/// How many sentences are gone through for all of them: each plan goes through all of a protocol.
const SENTENCES: usize = 2_500;

/// What makes them.
pub(super) struct Shown<'p> {
    pub protocol: &'p Protocol,
    shower: Option<Shower<'p>>,
    made: usize,
}

impl<'p> Shown<'p> {
    /// None made yet.
    pub(super) fn of(protocol: &'p Protocol) -> Self {
        Self {
            protocol,
            shower: None,
            made: 0,
        }
    }

    /// A scenario of a sentence, of a patient and a day.
    pub(super) fn scenario(
        &mut self,
        rule: &Rule,
        of: (&Profile, i64),
        shows: Shows,
    ) -> Option<Box<str>> {
        Some(self.shower()?.scenario(rule, of, shows)?.into_boxed_str())
    }

    /// The same of a patient who meets its condition.
    pub(super) fn of_condition(&mut self, rule: &Rule, day: i64, shows: Shows) -> Option<Box<str>> {
        Some(
            self.shower()?
                .of_condition(rule, day, shows)?
                .into_boxed_str(),
        )
    }

    /// The same of a patient who takes something that is prescribed to her, and that the sentence is about.
    pub(super) fn prescribed(&mut self, rule: &Rule, medicine: ThingId) -> Option<Box<str>> {
        Some(self.shower()?.prescribed(rule, medicine)?.into_boxed_str())
    }

    /// The same of a patient who reports a symptom that day: she is to call.
    pub(super) fn reported(
        &mut self,
        rule: &Rule,
        of: (&Profile, i64),
        symptom: ThingId,
    ) -> Option<Box<str>> {
        Some(self.shower()?.reported(rule, of, symptom)?.into_boxed_str())
    }

    fn shower(&mut self) -> Option<&Shower<'p>> {
        self.made += 1;
        if self.made > MOST || self.made * self.protocol.rules.len() > SENTENCES {
            return None;
        }
        let protocol = self.protocol;
        Some(self.shower.get_or_insert_with(|| Shower::new(protocol)))
    }
}
