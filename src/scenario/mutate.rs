//! What would be noticed if a protocol said something else: each number one more and one less, each `unless` left
//! out, each comparison and each condition turned round. A change that no scenario notices is a sentence that could
//! be wrong without anybody knowing.
//!
//! Changes are made in the text and the text is checked again, so that a changed protocol means what it says.

use std::collections::BTreeSet;
use std::slice;

use super::Suite;
use super::change;
use super::coverage::is_about;
use super::held::first_failing;
use super::read::{Scenario, read};
use crate::check::{CheckOptions, Library, Protocol, check};
use crate::side_by_side::on_all_cores;
use crate::source::Sources;
use crate::span::Span;

/// A change of a protocol's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What goes.
    pub span: Span,
    /// What stands there.
    pub was: String,
    /// What comes in its place; empty where it is left out.
    pub now: String,
}

/// A change, and what scenarios make of it.
#[derive(Debug, Clone)]
pub struct Mutant {
    /// The change.
    pub change: Change,
    /// What became of it.
    pub fate: Fate,
}

/// What becomes of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// This scenario fails.
    Noticed(String),
    /// All scenarios still hold.
    Survived,
    /// The changed text is no protocol: checking notices it.
    Refused,
    /// It was not tried: it lies past [`MUTATED`].
    Untried,
}

/// How many scenarios are run for the changes of a protocol at most: the changes by the scenarios. Those past it, from
/// the top of the protocol on, are not tried.
pub const MUTATED: usize = 250_000;

/// As many changes as are tried after one another, so that what notices one is tried first for the next. Which changes
/// those are hangs on no machine, and neither does what notices one.
const TOGETHER: usize = 8;

/// The changes that are tried in the protocol of a suite, from top to bottom.
///
/// Left out is what changes no plan: how far back somebody looks for what puts a treatment off no longer than that.
#[must_use]
pub fn changes(suite: &Suite) -> Vec<Change> {
    suite
        .protocol
        .as_ref()
        .map_or_else(Vec::new, |protocol| change::changes(suite, protocol))
}

/// Makes each of these changes by itself in the protocol of these suites, which is that of all of them, and runs
/// their scenarios, up to the first that fails; on all cores, and with the same result on any. A scenario that fails
/// without any change notices none: it is left out. `library` is what the protocol imports. Past [`MUTATED`] nothing
/// is tried any more.
#[must_use]
pub fn mutants(
    suites: &[Suite],
    library: &(dyn Library + Sync),
    changes: Vec<Change>,
) -> Vec<Mutant> {
    within(MUTATED, suites, library, changes)
}

/// The same, within another limit.
fn within(
    limit: usize,
    suites: &[Suite],
    library: &(dyn Library + Sync),
    changes: Vec<Change>,
) -> Vec<Mutant> {
    let scenarios: usize = suites.iter().map(|suite| suite.scenarios.len()).sum();
    let tried = limit / scenarios.max(1);
    let (now, later) = changes.split_at(tried.min(changes.len()));
    let mut fates = fates(suites, library, now);
    fates.resize(now.len() + later.len(), Fate::Untried);
    let mutants = changes.into_iter().zip(fates);
    mutants
        .map(|(change, fate)| Mutant { change, fate })
        .collect()
}

/// What becomes of each of these changes.
fn fates(suites: &[Suite], library: &(dyn Library + Sync), changes: &[Change]) -> Vec<Fate> {
    let Some(protocol) = suites.first().and_then(|suite| suite.protocol.as_ref()) else {
        return Vec::new();
    };
    let failing = failing(suites);
    let pieces: Vec<&[Change]> = changes.chunks(TOGETHER).collect();
    let fates = on_all_cores(&pieces, |changes| {
        let mut likely = Vec::new();
        let fates = changes.iter().map(|change| {
            let changed = Changed {
                suites,
                library,
                protocol,
                change,
                failing: &failing,
            };
            let fate = changed.fate(&likely);
            if let Fate::Noticed(scenario) = &fate {
                // What noticed a change notices the next one of the same sentence as a rule.
                likely.retain(|other| other != scenario);
                likely.insert(0, scenario.clone());
            }
            fate
        });
        fates.collect::<Vec<Fate>>()
    });
    fates.into_iter().flatten().collect()
}

/// A protocol with a change.
struct Changed<'a> {
    suites: &'a [Suite],
    library: &'a (dyn Library + Sync),
    protocol: &'a Protocol,
    change: &'a Change,
    /// The scenarios that fail without it.
    failing: &'a BTreeSet<String>,
}

/// The names of the scenarios that fail as it is.
fn failing(suites: &[Suite]) -> BTreeSet<String> {
    let all = suites.iter().flat_map(|suite| {
        let protocol = suite.protocol.as_ref();
        let scenarios = suite.scenarios.iter();
        scenarios.filter(move |one| {
            protocol
                .is_some_and(|protocol| first_failing(protocol, slice::from_ref(*one)).is_some())
        })
    });
    all.map(|scenario| scenario.name.clone()).collect()
}

/// The protocol of these suites with a change; none where checking refuses it.
pub(super) fn changed(
    suites: &[Suite],
    library: &(dyn Library + Sync),
    change: &Change,
) -> Option<Protocol> {
    let first = suites.first()?;
    let name = &first.protocol.as_ref()?.file;
    let mut text = first.text.clone();
    text.get(change.span.range())?;
    text.replace_range(change.span.range(), &change.now);
    let mut sources = Sources::new();
    let options = CheckOptions::default();
    check(&mut sources, library, name, &text, &options).protocol
}

impl Changed<'_> {
    /// What becomes of the change; the `likely` scenarios are run first.
    fn fate(&self, likely: &[String]) -> Fate {
        let Some(protocol) = changed(self.suites, self.library, self.change) else {
            return Fate::Refused;
        };
        let mut scenarios: Vec<Scenario> = Vec::new();
        for suite in self.suites {
            let (all, found) = read(&protocol, &suite.file);
            if let Some(first) = found.first() {
                return Fate::Noticed(first.message.clone());
            }
            let sound = |one: &Scenario| !self.failing.contains(&one.name);
            scenarios.extend(all.into_iter().filter(sound));
        }
        let span = self.change.span;
        let mut rules = self.protocol.rules.iter();
        let changed = rules.find(|rule| rule.span.contains(span));
        let vocabulary = &self.protocol.vocabulary;
        scenarios.sort_by_key(|one| {
            let about = |rule| {
                one.expectations
                    .iter()
                    .any(|one| is_about(vocabulary, one, rule))
            };
            let likely = likely.iter().position(|name| *name == one.name);
            (!changed.is_some_and(about), likely.unwrap_or(usize::MAX))
        });
        match first_failing(&protocol, &scenarios) {
            Some(scenario) => Fate::Noticed(scenario.name.clone()),
            None => Fate::Survived,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test says where")]
mod tests {
    use super::*;
    use crate::check::Bundled;
    use crate::scenario::suite;

    #[test]
    fn past_the_limit_nothing_is_tried_and_nothing_is_said() {
        let ban = |at: usize| format!("avoid makeup for {at} days\n");
        let text: String = (3..12).map(ban).collect();
        let scenario =
            |at: usize| format!("scenario \"{at}\" {{\n  on day {at} then avoid makeup\n}}\n");
        let scenarios: String = (1..4).map(scenario).collect();
        let text = format!("import skin-care\n{text}{scenarios}");
        let options = CheckOptions::default();
        let suite = suite(
            &mut Sources::new(),
            &Bundled,
            "clinic.rules",
            &text,
            &options,
        );
        let all = changes(&suite);
        let suites = [suite];
        let tried = |limit| {
            let mutants = within(limit, &suites, &Bundled, all.clone());
            assert_eq!(mutants.len(), all.len());
            let first = mutants.iter().position(|one| one.fate == Fate::Untried);
            let first = first.unwrap_or(mutants.len());
            assert!(
                mutants
                    .iter()
                    .skip(first)
                    .all(|one| one.fate == Fate::Untried)
            );
            first
        };
        assert_eq!(all.len(), 18);
        assert_eq!([0, 2, 3, 32, 53, 54].map(tried), [0, 0, 1, 10, 17, 18]);
    }
}
