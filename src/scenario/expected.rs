//! What is expected, its names found in the protocol.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::mistake::did_you_mean;
use super::read::{Expectation, What, date_of};
use crate::check::Protocol;
use crate::diagnostic::{Code, Diagnostic};
use crate::eval::{Asked, Case};
use crate::format;
use crate::plan::Moment;
use crate::profile::Profile;
use crate::span::{Span, Spanned};
use crate::syntax::tree::{Expected, Kind, Name, Outcome, Saying, Text};
use crate::vocabulary::{fold, nearest};

type Found<T> = std::result::Result<T, Box<Diagnostic>>;

/// Finds what expectations name.
pub(super) struct Resolver<'p> {
    protocol: &'p Protocol,
    /// The labels, folded, as they are written.
    labels: BTreeMap<String, &'p str>,
}

impl<'p> Resolver<'p> {
    /// In this protocol.
    pub(super) fn new(protocol: &'p Protocol) -> Self {
        let labels = protocol
            .rules
            .iter()
            .filter_map(|rule| rule.label.as_deref());
        Self {
            protocol,
            labels: labels.map(|label| (fold(label), label)).collect(),
        }
    }

    /// What one line expects of the plan of a patient.
    pub(super) fn expectation(
        &self,
        line: &Spanned<Expected>,
        treated: NaiveDate,
        profile: &Profile,
    ) -> Found<Expectation> {
        let expected = &line.node;
        let date = match expected.on {
            Some(day) => date_of(day, treated)?,
            None => treated,
        };
        Ok(Expectation {
            span: line.span,
            written: format::expected(expected),
            on: Moment {
                date,
                time: expected.at,
            },
            what: self.what(&expected.outcome.node, treated, profile)?,
        })
    }

    fn what(&self, outcome: &Outcome, treated: NaiveDate, profile: &Profile) -> Found<What> {
        Ok(match outcome {
            Outcome::Answer { answer, thing } => What::Answer(*answer, self.thing(thing, profile)?),
            Outcome::FirstFree { thing, day } => {
                What::FirstFree(self.thing(thing, profile)?, date_of(*day, treated)?)
            }
            Outcome::Refused => What::Refused,
            Outcome::Contact => What::Contact,
            Outcome::Deferred(None) => What::Deferred(None),
            Outcome::Deferred(Some(day)) => What::Deferred(Some(date_of(*day, treated)?)),
            Outcome::Asks(fact) => What::Asks(self.fact(fact)?),
            Outcome::Says {
                saying,
                label,
                words,
            } => self.says(*saying, label, words.as_ref())?,
        })
    }

    /// A thing, as a question names it.
    fn thing(&self, name: &Spanned<String>, profile: &Profile) -> Found<Asked> {
        let case = Case::new(self.protocol, profile);
        case.thing(name.span.source, &name.node)
            .map_err(|found| Box::new(moved(found, name)))
    }

    /// What a plan asks about: a fact, a symptom, or whether a medicine is prescribed.
    fn fact(&self, name: &Spanned<String>) -> Found<String> {
        let vocabulary = &self.protocol.vocabulary;
        if let Some(fact) = vocabulary.find_fact(&name.node) {
            return Ok(vocabulary.fact(fact).name.clone());
        }
        let thing = vocabulary.find_thing(&name.node);
        if let Some(symptom) = thing.filter(|id| vocabulary.thing(*id).kind == Kind::Symptom) {
            return Ok(vocabulary.name(symptom).to_owned());
        }
        let medicine = name.node.strip_prefix("prescribed ");
        if let Some(medicine) = medicine.and_then(|medicine| vocabulary.find_thing(medicine)) {
            return Ok(format!("prescribed {}", vocabulary.name(medicine)));
        }
        let found = Diagnostic::new(
            Code::ScenarioExpected,
            name.span,
            format!("`{}` is nothing that a plan asks about", name.node),
            "no fact of this protocol",
        )
        .with_help("`aftercare-dsl facts PROTOCOL` lists the facts");
        let facts = vocabulary.facts().map(|(_, fact)| fact.name.as_str());
        Err(Box::new(match nearest(&name.node, facts) {
            Some(near) => did_you_mean(found, name.span, near),
            None => found,
        }))
    }

    fn says(&self, saying: Saying, label: &Name, words: Option<&Text>) -> Found<What> {
        let Some(known) = self.labels.get(&fold(&label.text)) else {
            return Err(Box::new(self.no_label(label)));
        };
        if let (Saying::Not, Some(words)) = (saying, words) {
            let help = "leave the words out, or write `says` with what it says instead";
            return Err(Box::new(
                Diagnostic::new(
                    Code::ScenarioExpected,
                    words.span,
                    "words are held against a sentence that is not to be said",
                    "nothing to compare them with",
                )
                .with_help(help),
            ));
        }
        let words = words.map(|words| words.node.clone());
        Ok(What::Says(saying, (*known).to_owned(), words))
    }

    fn no_label(&self, label: &Name) -> Diagnostic {
        let found = Diagnostic::new(
            Code::ScenarioExpected,
            label.span,
            format!("no sentence has the label `{}`", label.text),
            "not a label of this protocol",
        );
        match nearest(&label.text, self.labels.values().copied()) {
            Some(near) => did_you_mean(found, label.span, near),
            None => found.with_help(format!(
                "write `{}:` before the sentence that is meant",
                label.text
            )),
        }
    }
}

/// A mistake in a text alone, at the place that the text has in its file.
fn moved(mut found: Diagnostic, home: &Spanned<String>) -> Diagnostic {
    let as_written = (home.span.end - home.span.start) as usize == home.node.len();
    let place = |span: Span| {
        if as_written {
            let start = home.span.start;
            Span::new(home.span.source, start + span.start, start + span.end)
        } else {
            home.span
        }
    };
    if found.code == Code::AskedThing {
        found.code = Code::ScenarioExpected;
        found.message = "an answer is about one thing and nothing else".to_owned();
        found.help = Some("leave it out; the day stands before `then`".to_owned());
    }
    for label in &mut found.labels {
        label.span = place(label.span);
    }
    if !as_written {
        found.fixes.clear();
    }
    for edit in found.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
        edit.span = place(edit.span);
    }
    found
}
