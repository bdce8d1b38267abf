//! A scenario that shows what was found of a protocol: of a patient and a day, as text that passes.

use super::alone::Alone;
use super::held::Stage;
use super::patient;
use super::suggest::Maker;
use crate::check::{Protocol, Rule};
use crate::profile::Profile;
use crate::vocabulary::ThingId;

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
    /// The answers that show it, the likeliest first.
    fn answers(self) -> &'static [&'static str] {
        match self {
            Self::Off => &["avoid", "provisionally avoid", "better not"],
            Self::Nothing => &["not covered"],
            Self::Whatever => &["avoid", "provisionally avoid", "allowed", "better not"],
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

    /// The same of a patient to whom a medicine is prescribed that the sentence is about: it is not off for her.
    pub(crate) fn prescribed(&self, rule: &Rule, medicine: ThingId) -> Option<String> {
        let name = self.0.protocol.vocabulary.name(medicine);
        let mut given = self.0.treated_and(rule, true)?;
        given.push(format!("taking prescribed {name}"));
        let expected = vec![format!("on day 0 then not covered {name}")];
        self.expecting(rule, given, 0, expected)
    }

    /// A scenario of a patient who reports a symptom on a day, on which the sentence calls for it.
    pub(crate) fn reported(
        &self,
        rule: &Rule,
        (patient, day): (&Profile, i64),
        symptom: ThingId,
    ) -> Option<String> {
        let vocabulary = &self.0.protocol.vocabulary;
        let mut given = patient::given(vocabulary, patient)?;
        let expected = vec![format!("on day {day} then contact")];
        if !patient.symptoms.contains_key(&symptom) {
            // Who is to call without it is no example of it.
            let without = self.expecting(rule, given.clone(), day, expected.clone());
            if without.is_some() {
                return None;
            }
            given.push(format!("{} on day {day}", vocabulary.name(symptom)));
        }
        self.expecting(rule, given, day, expected)
    }

    fn of(&self, rule: &Rule, given: Vec<String>, day: i64, shows: Shows) -> Option<String> {
        let tried = self.tried(rule, day, shows);
        self.expecting(rule, given, day, tried)
    }

    /// The first of what could be expected that is so.
    fn expecting(
        &self,
        rule: &Rule,
        given: Vec<String>,
        day: i64,
        tried: Vec<String>,
    ) -> Option<String> {
        let maker = &self.0;
        let mut rules = maker.protocol.rules.iter();
        let rule = rules.find(|one| std::ptr::eq(*one, rule))?;
        let mut draft = maker.draft(rule, given)?;
        let how = format!("on day {day}");
        draft.expected = tried;
        let all = maker.reads(&draft.text(&how)?)?;
        // Of one patient on one day: one plan for all that is tried.
        let mut stage = Stage::new(
            maker.protocol,
            &maker.prepared,
            Alone(maker.protocol),
            &all.profile,
        );
        let mut tried = all.expectations.iter();
        let shown = tried.position(|one| stage.differs(one).is_none())?;
        draft.expected = vec![draft.expected.get(shown)?.clone()];
        draft.text(&how)
    }

    /// What a scenario could expect of a sentence on a day.
    fn tried(&self, rule: &Rule, day: i64, shows: Shows) -> Vec<String> {
        let mut outcomes = Vec::new();
        for name in rule.head.things().filter_map(|thing| self.0.name(thing)) {
            let answers = shows.answers().iter();
            outcomes.extend(answers.map(|answer| format!("{answer} {name}")));
        }
        if let (Some(label), true) = (&rule.label, shows != Shows::Nothing) {
            let ways = ["does not say", "says", "provisionally says"];
            outcomes.extend(ways.map(|way| format!("{way} {label}")));
        }
        let on = |outcome: String| format!("on day {day} then {outcome}");
        outcomes.into_iter().map(on).collect()
    }
}
