//! A scenario that shows what was found of a protocol: of a patient and a day, as text that passes.

use chrono::TimeDelta;

use super::patient;
use super::read::EXAMPLE;
use super::suggest::Maker;
use crate::check::{Protocol, Rule};
use crate::plan::Moment;
use crate::profile::Profile;

/// What a scenario is to show of the things that a sentence names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shows {
    /// That one of them is off.
    Off,
    /// That nothing is said of one of them.
    Nothing,
    /// What is said of one of them.
    Whatever,
}

impl Shows {
    fn is_shown_by(self, outcome: &str) -> bool {
        let starts = |starts: &[&str]| starts.iter().any(|start| outcome.starts_with(start));
        match self {
            Self::Off => starts(&["avoid ", "better not ", "provisionally "]),
            Self::Nothing => starts(&["not covered "]),
            Self::Whatever => true,
        }
    }
}

/// Makes scenarios of what was found of one protocol.
pub(crate) struct Shower<'p>(Maker<'p>);

impl<'p> Shower<'p> {
    /// Nothing made yet.
    pub(crate) fn new(protocol: &'p Protocol) -> Self {
        Self(Maker::new(protocol))
    }

    /// A scenario of a patient and of what the plan says that day of what a sentence names, or of the sentence where
    /// that has a label. None where a scenario cannot give the patient, or would not show it.
    pub(crate) fn scenario(
        &self,
        rule: &Rule,
        (patient, day): (&Profile, i64),
        shows: Shows,
    ) -> Option<String> {
        let given = patient::given(&self.0.protocol.vocabulary, patient)?;
        self.of(rule, given, day, shows)
    }

    /// The same of a patient who meets the condition of the sentence.
    pub(crate) fn of_condition(&self, rule: &Rule, day: i64, shows: Shows) -> Option<String> {
        let given = self.0.treated_and(rule, true)?;
        self.of(rule, given, day, shows)
    }

    fn of(&self, rule: &Rule, given: Vec<String>, day: i64, shows: Shows) -> Option<String> {
        let maker = &self.0;
        let mut rules = maker.protocol.rules.iter();
        let at = rules.position(|one| std::ptr::eq(one, rule))?;
        let rule = maker.protocol.rules.get(at)?;
        let mut draft = maker.draft(rule, given)?;
        let date = EXAMPLE.checked_add_signed(TimeDelta::try_days(day)?)?;
        let on = Moment::day(date);
        let plan = maker.prepared.plan(&draft.profile, Some(on)).ok()?;
        let mut things = rule.head.things();
        let outcome = things
            .find_map(|thing| {
                let outcome = maker.answered(&draft, (&plan, on), thing)?;
                shows.is_shown_by(&outcome).then_some(outcome)
            })
            .or_else(|| {
                let said = || maker.said(at, &draft, &plan, on);
                (shows != Shows::Nothing).then(said).flatten()
            })?;
        draft.expected.push(format!("on day {day} then {outcome}"));
        let text = draft.text(&format!("on day {day}"))?;
        maker.runs(&text).is_some().then_some(text)
    }
}
