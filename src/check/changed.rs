//! A protocol changed for one plan alone: `saunas 72 hours, not 48`, with the reason.
//!
//! The change is a variant that nobody keeps: what it may do, and what it must say, is what a variant may and must
//! (LANGUAGE.md, 3.10). The header stays the protocol's own.

use super::load::{Found, Library, LoadError};
use super::protocol::{Protocol, Rule};
use super::run::{CheckOptions, Checked, check};
use crate::diagnostic::{Code, Diagnostic, Label, Severity};
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

/// A protocol that was changed for one plan alone.
#[derive(Debug, Clone)]
pub struct Changed {
    /// It.
    pub protocol: Protocol,
    /// The check of it as a variant, with what there is to warn of: see [`about_the_change`].
    pub checked: Checked,
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
) -> Result<Changed, Vec<Diagnostic>> {
    let mut checked = check(sources, library, change.name, change.text, options);
    let Some(variant) = checked.protocol.clone() else {
        let mut found = checked.diagnostics;
        found.retain(|one| one.severity() == Severity::Error);
        return Err(found);
    };
    // The change has no header of its own.
    (checked.diagnostics).retain(|one| one.code != Code::MissingHeader);
    let mut changes = protocol.changes.clone();
    changes.extend(changes_of(&variant));
    let protocol = Protocol {
        title: protocol.title.clone(),
        version: protocol.version.clone(),
        treatment: protocol.treatment.clone(),
        effective: protocol.effective,
        review_by: protocol.review_by,
        approved: protocol.approved.clone(),
        file: protocol.file.clone(),
        changes,
        ..variant
    };
    Ok(Changed { protocol, checked })
}

/// Of what was found of a changed protocol, what is about the change: it stands in it, or speaks of it.
///
/// A sentence of the protocol that the change makes needless is what a stricter one is added for.
#[must_use]
pub fn about_the_change(
    mut found: Vec<Diagnostic>,
    sources: &Sources,
    change: &str,
) -> Vec<Diagnostic> {
    let is_in_it = |label: &Label| sources.name(label.span) == change;
    found.retain(|one| {
        let itself = one.labels.first().is_some_and(is_in_it);
        itself || one.code != Code::Implied && one.labels.iter().any(is_in_it)
    });
    for one in &mut found {
        // It would pass with the change alone, which no file keeps.
        one.scenario = None;
    }
    found
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
