//! A symptom that is both the normal course and a reason to call.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::check::checker::Checker;
use crate::check::condition::Atom;
use crate::check::protocol::{Head, Rule, ThingRef};
use crate::check::whose::whose;
use crate::diagnostic::{Code, Diagnostic};
use crate::eval::conditions::Deciding;
use crate::vocabulary::ThingId;

/// As many pairs of conditions as are asked for a patient under both; of what is found beyond them no patient is
/// named, and none is left out because there is no such patient.
const ASKED: usize = 1_000;

impl Checker<'_> {
    /// Warns where nothing tells an expected symptom from a reported one.
    pub(crate) fn expected_and_reported(&mut self, rules: &[Rule]) {
        let expectations = expectations(rules);
        if expectations.is_empty() {
            return;
        }
        let mut found = Vec::new();
        let mut asked = 0;
        let deciding = LazyCell::new(|| Deciding::of(&self.vocabulary, rules));
        for report in rules {
            let Head::Report { symptoms, .. } = &report.head else {
                continue;
            };
            for symptom in symptoms {
                if self.is_told_apart(report, symptom) {
                    continue;
                }
                let expected = self
                    .related(symptom.thing)
                    .iter()
                    .filter_map(|thing| expectations.get(thing))
                    .flat_map(|rules| rules.iter().copied())
                    .collect::<BTreeSet<usize>>()
                    .into_iter()
                    .filter_map(|index| rules.get(index))
                    .find_map(|rule| {
                        let expected = self.expects(rule, report, symptom)?;
                        asked += 1;
                        let patient = if asked > ASKED {
                            "whoever is under both".to_owned()
                        } else {
                            deciding.both(&rule.condition, &report.condition)?
                        };
                        Some((rule, expected, patient))
                    });
                if let Some((rule, expected, patient)) = expected {
                    let whose = |rule| whose(self.citable.iter().map(|(source, _)| source), rule);
                    let labels = [
                        (symptom.span, format!("to be reported{}", whose(report))),
                        (expected.span, format!("to be expected{}", whose(rule))),
                    ];
                    found.push((symptom.thing, labels, patient));
                }
            }
        }
        for (symptom, [reported, expected], patient) in found {
            let name = self.vocabulary.name(symptom);
            let message = format!("`{name}` is both expected and a reason to call");
            let help = format!("for {patient}: {}", tell_apart(name));
            let (span, label) = reported;
            self.report(
                Diagnostic::new(Code::ExpectedAndReported, span, message, label)
                    .with_label(expected.0, expected.1)
                    .with_help(help),
            );
        }
    }

    /// Whether the report says how bad the symptom must be.
    fn is_told_apart(&self, report: &Rule, symptom: &ThingRef) -> bool {
        if !symptom.qualifiers.is_empty() {
            return true;
        }
        let mut told = false;
        report.condition.atoms(&mut |atom| {
            if let Atom::Symptom {
                symptom: asked,
                qualifier: Some(_),
            } = atom
            {
                told |= self.overlap(*asked, symptom.thing);
            }
        });
        told
    }

    /// The symptom that a rule expects at the same time, if it is the same.
    fn expects(&self, rule: &Rule, report: &Rule, symptom: &ThingRef) -> Option<ThingRef> {
        let Head::Expect { symptoms, .. } = &rule.head else {
            return None;
        };
        if rule.window.surely_apart(&report.window) || !rule.condition_may_meet(report) {
            return None;
        }
        symptoms
            .iter()
            .find(|expected| {
                expected.qualifiers.is_empty()
                    && expected.attributes == symptom.attributes
                    && self.overlap(expected.thing, symptom.thing)
            })
            .cloned()
    }

    /// The thing, what lies under it and the classes above it.
    pub(crate) fn related(&self, thing: ThingId) -> BTreeSet<ThingId> {
        let mut related: BTreeSet<ThingId> = self.vocabulary.above(thing).into_iter().collect();
        let mut open = vec![thing];
        while let Some(id) = open.pop() {
            if related.insert(id) {
                open.extend(&self.vocabulary.thing(id).children);
            }
        }
        related
    }

    /// Whether one of two things lies under the other.
    pub(crate) fn overlap(&self, one: ThingId, other: ThingId) -> bool {
        self.vocabulary.is_under(one, other) || self.vocabulary.is_under(other, one)
    }
}

/// How to tell a symptom that is a reason to call from the one that is expected.
pub(crate) fn tell_apart(name: &str) -> String {
    format!("say what makes it a reason to call: `{name} severe`, `{name} lasting 3 days`")
}

/// The rules that expect each symptom, by their index.
fn expectations(rules: &[Rule]) -> BTreeMap<ThingId, Vec<usize>> {
    let mut expectations: BTreeMap<ThingId, Vec<usize>> = BTreeMap::new();
    for (index, rule) in rules.iter().enumerate() {
        if let Head::Expect { symptoms, .. } = &rule.head {
            for symptom in symptoms {
                expectations.entry(symptom.thing).or_default().push(index);
            }
        }
    }
    expectations
}

impl Rule {
    /// Whether one patient may be under both rules: false only where one condition is the other's
    /// opposite.
    pub(crate) fn condition_may_meet(&self, other: &Rule) -> bool {
        self.condition.clone().negate() != other.condition
            && self.condition != other.condition.clone().negate()
    }
}
