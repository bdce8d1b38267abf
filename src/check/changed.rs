//! A protocol changed for one plan alone: `saunas 72 hours, not 48`, with the reason.
//!
//! The change is a variant that nobody keeps: what it may do, and what it must say, is what a variant may and must
//! (LANGUAGE.md, 3.10). The header stays the protocol's own.

use super::load::{Found, Library, LoadError};
use super::protocol::{Protocol, Rule};
use super::run::{CheckOptions, check};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Location, PlanChange};
use crate::source::Sources;

/// What the change calls the protocol that it is made to.
const CHANGED: &str = "the-protocol-of-this-plan";

/// A text and its name.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// The name that messages show.
    pub name: &'a str,
    /// The text.
    pub text: &'a str,
}

/// A library in which the protocol itself can be extended.
pub struct Changing<'a> {
    library: &'a dyn Library,
    protocol: Named<'a>,
}

impl<'a> Changing<'a> {
    /// Of a protocol, with what it imports from `library`.
    #[must_use]
    pub fn new(library: &'a dyn Library, protocol: Named<'a>) -> Self {
        Self { library, protocol }
    }
}

impl Library for Changing<'_> {
    fn find(&self, name: &str, importer: &str) -> Result<Option<Found>, LoadError> {
        if name == CHANGED {
            return Ok(Some(Found {
                name: self.protocol.name.to_owned(),
                text: self.protocol.text.to_owned(),
            }));
        }
        self.library.find(name, importer)
    }

    fn names(&self, importer: &str) -> Vec<String> {
        self.library.names(importer)
    }
}

/// The text of sentences that change a protocol for one plan: their lines stay where they are.
#[must_use]
pub fn changing(sentences: &str) -> String {
    format!("{}\nextends {CHANGED}\n", sentences.trim_end())
}

/// A protocol with a change of [`changing`], for one plan alone.
///
/// # Errors
///
/// What is wrong with the change.
pub fn changed(
    sources: &mut Sources,
    library: &Changing<'_>,
    protocol: &Protocol,
    change: Named<'_>,
    options: &CheckOptions,
) -> Result<Protocol, Vec<Diagnostic>> {
    let checked = check(sources, library, change.name, change.text, options);
    let Some(variant) = checked.protocol else {
        let mut found = checked.diagnostics;
        found.retain(|one| one.severity() == Severity::Error);
        return Err(found);
    };
    let mut changes = protocol.changes.clone();
    changes.extend(changes_of(&variant));
    Ok(Protocol {
        title: protocol.title.clone(),
        version: protocol.version.clone(),
        treatment: protocol.treatment.clone(),
        effective: protocol.effective,
        review_by: protocol.review_by,
        approved: protocol.approved.clone(),
        file: protocol.file.clone(),
        changes,
        ..variant
    })
}

/// What the last layer of a variant does, in the order of its lines.
fn changes_of(variant: &Protocol) -> Vec<PlanChange> {
    let Some(layer) = variant.lineage.layers.last() else {
        return Vec::new();
    };
    let of_rule = |location: &Location| {
        let mut rules = variant.rules.iter();
        rules.find(|rule: &&Rule| rule.location == *location)
    };
    let made = layer.changes.iter().map(|change| PlanChange {
        by: change.by.clone(),
        was: Some(change.was.clone()),
        now: change.now.clone(),
        because: change.because.clone(),
        loosened: change.loosened.is_some(),
    });
    let added = layer.added.iter().map(|by| PlanChange {
        because: of_rule(&by.location).and_then(|rule| rule.details.because.clone()),
        now: Some(by.sentence.clone()),
        was: None,
        loosened: false,
        by: by.clone(),
    });
    let mut all: Vec<PlanChange> = made.chain(added).collect();
    all.sort_by(|one, other| one.by.location.cmp(&other.by.location));
    all
}
