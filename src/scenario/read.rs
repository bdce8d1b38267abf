//! From the tree to scenarios that can be run.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::expected::Resolver;
use super::given::Givens;
use super::{mistake, table};
use crate::check::Protocol;
use crate::diagnostic::Diagnostic;
use crate::eval::Asked;
use crate::plan::Moment;
use crate::profile::Profile;
use crate::span::{Span, Spanned};
use crate::syntax::tree::{
    AnswerWord, Expected, File, Item, Known, Saying, Scenario as Tree, ScenarioDay, ScenarioLine,
};
use crate::vocabulary::fold;

/// The day of the treatment of a scenario that gives none: that of the worked example of a read-back.
pub const EXAMPLE: NaiveDate = crate::read::EXAMPLE.date;

/// A patient, and what the plan is to say.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// Its name; of a row of a table with its number: `sun by skin type, row 2`.
    pub name: String,
    /// Where it stands: all of it, or its row.
    pub span: Span,
    /// What is given, as it can be written again.
    pub given: Vec<Known>,
    /// The patient.
    pub profile: Profile,
    /// What is expected, in order.
    pub expectations: Vec<Expectation>,
}

/// Something that the plan is to say.
#[derive(Debug, Clone)]
pub struct Expectation {
    /// Where it is written.
    pub span: Span,
    /// In the words of the language: `on day 10 then avoid direct sun`.
    pub written: String,
    /// The day, or the day and time, that is asked about.
    pub on: Moment,
    /// What.
    pub what: What,
}

/// What the plan is to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// An answer about a thing.
    Answer(AnswerWord, Asked),
    /// The first free day of a thing.
    FirstFree(Asked, NaiveDate),
    /// The status is `refuse`.
    Refused,
    /// The status is `defer`, until a day where one is given.
    Deferred(Option<NaiveDate>),
    /// The status is `contact`.
    Contact,
    /// The plan asks about this fact.
    Asks(String),
    /// The sentence with this label is in the plan, with these words.
    Says(Saying, String, Option<String>),
}

/// The scenarios of a file, and what is wrong with them: `file` is the tree of the protocol's own file, or of one
/// that holds scenarios about it. A scenario with a mistake is left out.
#[must_use]
pub fn read(protocol: &Protocol, file: &File) -> (Vec<Scenario>, Vec<Diagnostic>) {
    let mut reader = Reader {
        protocol,
        resolver: Resolver::new(protocol),
        scenarios: Vec::new(),
        found: Vec::new(),
    };
    let mut names: BTreeMap<String, Span> = BTreeMap::new();
    for item in &file.items {
        if let Item::Scenario(scenario) = &item.node {
            if let Some(first) = names.insert(fold(&scenario.name.node), scenario.name.span) {
                reader.found.push(mistake::twice(&scenario.name, first));
            }
            reader.scenario(scenario, item.span);
        }
    }
    (reader.scenarios, reader.found)
}

struct Reader<'p> {
    protocol: &'p Protocol,
    resolver: Resolver<'p>,
    scenarios: Vec<Scenario>,
    found: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn scenario(&mut self, tree: &Tree, span: Span) {
        let mut known = Vec::new();
        let mut expected = Vec::new();
        for line in &tree.lines {
            match &line.node {
                ScenarioLine::Given(all) => known.extend(all.iter().cloned()),
                ScenarioLine::Expected(one) => {
                    expected.push(Spanned::new(one.clone(), line.span));
                }
                ScenarioLine::Row(_) => {}
            }
        }
        if tree.rows().next().is_some() {
            for row in table::rows(self.protocol, tree, &mut self.found) {
                let name = format!("{}, row {}", tree.name.node, row.number);
                let known: Vec<_> = known.iter().cloned().chain(row.known).collect();
                let expected: Vec<_> = expected.iter().cloned().chain(row.expected).collect();
                let before = self.found.len();
                self.one(name, row.span, known, &expected);
                // A cell holds a part of what it stands for: a text for the whole does not fit into it.
                for found in self.found.iter_mut().skip(before) {
                    found.fixes.clear();
                }
            }
        } else if expected.is_empty() {
            self.found.push(mistake::expects_nothing(&tree.name, span));
        } else {
            self.one(tree.name.node.clone(), span, known, &expected);
        }
    }

    fn one(
        &mut self,
        name: String,
        span: Span,
        known: Vec<Spanned<Known>>,
        expected: &[Spanned<Expected>],
    ) {
        let before = self.found.len();
        let profile = Givens::read(self.protocol, &known, &mut self.found);
        let treated = profile.treated.map_or(EXAMPLE, |treated| treated.date);
        let mut expectations = Vec::new();
        for one in expected {
            match self.resolver.expectation(one, treated, &profile) {
                Ok(expectation) => expectations.push(expectation),
                Err(found) => self.found.push(*found),
            }
        }
        if self.found.len() == before {
            self.scenarios.push(Scenario {
                name,
                span,
                given: known.into_iter().map(|known| known.node).collect(),
                profile,
                expectations,
            });
        }
    }
}

/// The date of a day of a scenario.
pub(super) fn date_of(
    day: Spanned<ScenarioDay>,
    treated: NaiveDate,
) -> std::result::Result<NaiveDate, Box<Diagnostic>> {
    let found = match day.node {
        ScenarioDay::Date(date) => return Ok(date),
        ScenarioDay::Day(number) if number < 0 => {
            treated.checked_sub_days(Days::new(u64::from(number.unsigned_abs())))
        }
        ScenarioDay::Day(number) => {
            treated.checked_add_days(Days::new(u64::from(number.unsigned_abs())))
        }
    };
    found.ok_or_else(|| Box::new(mistake::no_such_day(day.span)))
}
