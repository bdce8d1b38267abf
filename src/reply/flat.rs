//! The lines of a plan, whatever their kind, as a difference looks at them.

use serde::Serialize;
use serde_json::Value;

use crate::plan::{
    BeforeTreatment, BeforeVerb, Candidate, Directive, Expectation, Maintenance, Note, Plan,
    RedFlag, RuleRef, State, Steps, Verb, Visit, Window,
};

/// The keys of a line that only say how it came about, or what is still to be asked for it.
const GROUNDS: [&str; 4] = ["facts", "asks", "if", "rule"];

/// A line of any kind.
pub(super) struct Flat<'a> {
    pub rule: &'a RuleRef,
    pub kind: &'static str,
    pub about: String,
    pub state: State,
    pub windows: &'a [Window],
    /// All that it says, without its grounds.
    pub says: Value,
}

/// What tells the lines of a protocol apart: the place, the kind and what it is about.
pub(super) type Key = (String, u32, u32, &'static str, String);

impl<'a> Flat<'a> {
    pub(super) fn key(&self) -> Key {
        let location = &self.rule.location;
        let file = location.file.clone();
        let about = self.about.clone();
        (file, location.line, location.column, self.kind, about)
    }

    fn new(
        rule: &'a RuleRef,
        kind: &'static str,
        about: String,
        state: State,
        line: &impl Serialize,
    ) -> Self {
        // A line is plain data with text keys: it cannot fail to serialise.
        let mut says = serde_json::to_value(line).unwrap_or_default();
        if let Value::Object(keys) = &mut says {
            keys.retain(|key, _| !GROUNDS.contains(&key.as_str()));
        }
        Self {
            rule,
            kind,
            about,
            state,
            windows: &[],
            says,
        }
    }

    fn during(mut self, windows: &'a [Window]) -> Self {
        self.windows = windows;
        self
    }
}

/// All lines of a plan.
pub(super) fn flat(plan: &Plan) -> Vec<Flat<'_>> {
    let courses = plan.treatments.iter();
    let sessions = courses.clone().flat_map(|one| one.sessions.iter());
    let candidates = sessions.flat_map(|sessions| sessions.candidates.iter());
    let maintenance = courses.flat_map(|one| one.maintenance.iter());
    let directives = plan.directives.iter().map(Flat::from);
    directives
        .chain(plan.expectations.iter().map(Flat::from))
        .chain(plan.red_flags.iter().map(Flat::from))
        .chain(plan.steps.iter().map(Flat::from))
        .chain(plan.notes.iter().map(Flat::from))
        .chain(plan.visits.iter().map(Flat::from))
        .chain(plan.before_treatment.iter().map(Flat::from))
        .chain(candidates.map(Flat::from))
        .chain(maintenance.map(Flat::from))
        .collect()
}

impl<'a> From<&'a Directive> for Flat<'a> {
    fn from(line: &'a Directive) -> Self {
        let kind = match line.verb {
            Verb::Avoid => "avoid",
            Verb::Limit => "limit",
            Verb::Do => "do",
            Verb::Allow => "allow",
        };
        let about = line.items.join(", ");
        Self::new(&line.rule, kind, about, line.state, line).during(&line.windows)
    }
}

impl<'a> From<&'a Expectation> for Flat<'a> {
    fn from(line: &'a Expectation) -> Self {
        let about = line.items.join(", ");
        Self::new(&line.rule, "expect", about, line.state, line).during(&line.windows)
    }
}

impl<'a> From<&'a RedFlag> for Flat<'a> {
    fn from(line: &'a RedFlag) -> Self {
        let about = line.items.join(", ");
        Self::new(&line.rule, "report", about, line.state, line)
    }
}

impl<'a> From<&'a Steps> for Flat<'a> {
    fn from(line: &'a Steps) -> Self {
        let about = line.title.clone();
        Self::new(&line.rule, "steps", about, line.state, line).during(&line.windows)
    }
}

impl<'a> From<&'a Note> for Flat<'a> {
    fn from(line: &'a Note) -> Self {
        Self::new(&line.rule, "note", line.text.clone(), line.state, line)
    }
}

impl<'a> From<&'a Visit> for Flat<'a> {
    fn from(line: &'a Visit) -> Self {
        Self::new(&line.rule, "visit", line.title.clone(), line.state, line)
    }
}

impl<'a> From<&'a BeforeTreatment> for Flat<'a> {
    fn from(line: &'a BeforeTreatment) -> Self {
        let kind = match line.verb {
            BeforeVerb::Refuse => "refuse",
            BeforeVerb::Defer => "defer",
            BeforeVerb::Caution => "caution",
            BeforeVerb::AskPrescriber => "ask prescriber",
            BeforeVerb::AskClinic => "ask clinic",
            BeforeVerb::TellClinic => "tell clinic",
            BeforeVerb::Prepare => "prepare",
        };
        let about = line.text.clone().unwrap_or_default();
        Self::new(&line.rule, kind, about, line.state, line)
    }
}

impl<'a> From<&'a Candidate> for Flat<'a> {
    fn from(line: &'a Candidate) -> Self {
        let about = match line.most {
            Some(most) => format!("{} to {most}", line.least),
            None => format!("{} or more", line.least),
        };
        Self::new(&line.rule, "sessions", about, line.state, line)
    }
}

impl<'a> From<&'a Maintenance> for Flat<'a> {
    fn from(line: &'a Maintenance) -> Self {
        Self::new(
            &line.rule,
            "maintenance",
            line.every.clone(),
            line.state,
            line,
        )
    }
}
