//! Protocols put together for a patient who had several treatments: their rules over one vocabulary, so that what
//! one says about a thing, the others know, too.
//!
//! Each protocol was checked by itself before, and says what it said: its header, its aftercare and its sources stay
//! its own. What all of them declare is one vocabulary. A name that two of them declare alike is one thing; one that
//! they declare otherwise is an error.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::checker::Checker;
use super::files::{self, LoadedFile};
use super::load::Library;
use super::protocol::{Head, Protocol, Rule, Source};
use super::stock::stock;
use super::variant::Family;
use crate::diagnostic::{Diagnostic, Severity, any_error};
use crate::source::Sources;
use crate::span::{SourceId, Span};
use crate::syntax::tree::File;
use crate::vocabulary::{Vocabulary, fold};

/// A protocol that was checked by itself, and where its text comes from.
pub struct Entry<'a> {
    /// Where its imports come from.
    pub library: &'a dyn Library,
    /// Its name, as it was checked.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
    /// What the check gave.
    pub protocol: &'a Protocol,
}

/// The protocols over one vocabulary, in their order.
///
/// # Errors
///
/// What keeps them from going together: a name that two of them declare otherwise, with both places.
pub fn together(
    sources: &mut Sources,
    entries: &[Entry<'_>],
) -> Result<Vec<Protocol>, Vec<Diagnostic>> {
    let texts = entries.iter().map(|entry| {
        let source = sources.add(entry.name, entry.text);
        (entry.library, entry.name, source)
    });
    let texts: Vec<_> = texts.collect();
    let (files, places) = files::read_several(sources, &texts, stock());
    let all = files.all;
    let mut checker = Checker::new(sources, Cow::Owned(Vocabulary::new()));
    checker.together = true;
    checker.incomplete = files.incomplete;
    checker.diagnostics = files.diagnostics;
    checker.declare(&all, files.stock);
    checker.declare_facts(&all);
    let mut wholes = Vec::new();
    for place in places {
        let files = all.get(..=place).unwrap_or_default();
        let (family, _) = Family::of(files, checker.incomplete);
        let whole = whole(files, family.as_ref());
        let every = family.as_ref().and_then(Family::all_versions);
        checker.declare_locals(&every.as_ref().unwrap_or(&whole).items);
        wholes.push((family, whole));
    }
    checker
        .diagnostics
        .retain(|one| one.severity() == Severity::Error);
    if any_error(&checker.diagnostics) {
        return Err(checker.diagnostics);
    }
    let vocabulary = Arc::new(checker.vocabulary.into_owned());
    let mut protocols: Vec<Protocol> = Vec::new();
    for (entry, (family, whole)) in entries.iter().zip(&wholes) {
        let alone = entry.protocol;
        let mut checker = Checker::new(sources, Cow::Borrowed(&*vocabulary));
        checker.together = true;
        checker.cites(&alone.sources);
        checker.treatment.clone_from(&alone.treatment);
        checker.comments.clone_from(&whole.comments);
        let mut rules = checker.rules_of_family(family.as_ref(), whole);
        checker
            .diagnostics
            .retain(|one| one.severity() == Severity::Error);
        if any_error(&checker.diagnostics) {
            return Err(checker.diagnostics);
        }
        as_alone(alone, &mut rules);
        let mut protocol = Protocol {
            rules,
            vocabulary: Arc::clone(&vocabulary),
            ..alone.clone()
        };
        own_keys(&mut protocol, &protocols);
        protocols.push(protocol);
    }
    Ok(protocols)
}

/// The tree of a protocol with all that it extends.
fn whole<'f>(files: &'f [LoadedFile], family: Option<&Family<'_>>) -> Cow<'f, File> {
    match (family, files.last()) {
        (Some(family), _) => Cow::Owned(family.whole()),
        (None, Some(main)) => Cow::Borrowed(&main.file),
        (None, None) => Cow::default(),
    }
}

/// What was found out about the rules where the protocol was checked by itself, and of which treatment they are.
fn as_alone(alone: &Protocol, rules: &mut [Rule]) {
    let treatment: Arc<str> = alone.treatment_name().into();
    let replaced = alone.rules.iter().filter(|rule| rule.replaces.is_some());
    let replaced: BTreeMap<_, _> = replaced
        .map(|rule| (&rule.location, &rule.replaces))
        .collect();
    for rule in rules {
        if let Some(replaces) = replaced.get(&rule.location) {
            rule.replaces.clone_from(replaces);
        }
        rule.treatment = Some(Arc::clone(&treatment));
    }
}

/// Gives a source another key where a protocol before it means something else by that one.
fn own_keys(protocol: &mut Protocol, before: &[Protocol]) {
    let name = protocol.treatment_name().to_owned();
    let mut others = before.iter().flat_map(|other| &other.sources);
    let mut taken =
        |source: &Source| others.any(|other| other.key == source.key && other != source);
    let taken: BTreeMap<String, String> = (protocol.sources.iter())
        .filter(|source| taken(source))
        .map(|source| (source.key.clone(), format!("{} ({name})", source.key)))
        .collect();
    if taken.is_empty() {
        return;
    }
    let rename = |key: &mut String| {
        if let Some(own) = taken.get(key) {
            key.clone_from(own);
        }
    };
    for source in &mut protocol.sources {
        rename(&mut source.key);
    }
    for rule in &mut protocol.rules {
        if rule
            .details
            .sources
            .iter()
            .any(|key| taken.contains_key(key))
        {
            Arc::make_mut(&mut rule.details)
                .sources
                .iter_mut()
                .for_each(rename);
        }
        if let Head::Steps { items, .. } = &mut rule.head {
            items
                .iter_mut()
                .flat_map(|item| &mut item.sources)
                .for_each(rename);
        }
    }
}

impl Checker<'_> {
    /// The sources that sentences may cite, as they were declared.
    fn cites(&mut self, sources: &[Source]) {
        for source in sources {
            self.citable_keys
                .insert(fold(&source.key), self.citable.len());
            self.citable
                .push((source.clone(), Span::new(SourceId::default(), 0, 0)));
        }
    }
}
