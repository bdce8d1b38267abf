//! What follows from the texts of a session.

use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use super::entries::{Entry, entries};
use super::state::State;
use super::world::World;
use crate::bundled::PROTOCOLS;
use crate::check::{CheckOptions, Checked, check};
use crate::diagnostic::{Diagnostic, Severity, any_error};
use crate::editor::Scope;
use crate::profile::{self, Profile};
use crate::scenario;
use crate::source::Sources;
use crate::span::SourceId;

/// The rules, checked, and the patient, read.
#[derive(Debug)]
pub(super) struct Made {
    /// The texts of the rules and of what they import.
    pub sources: Sources,
    /// The checked rules.
    pub checked: Checked,
    /// What an editor may name, once it is asked for.
    scope: OnceLock<Scope>,
    /// What the rules may import.
    imports: Vec<String>,
    /// The day that the rules were checked on.
    on: NaiveDate,
    /// Everything that stands in them, numbered.
    pub entries: Vec<Entry>,
    /// The patient; none where the profile does not fit the rules.
    pub patient: Result<Arc<Profile>, Vec<Diagnostic>>,
    /// The profile among the sources.
    profile: Option<SourceId>,
}

/// The rules among the sources: checking adds them first.
pub(super) const RULES: SourceId = SourceId(0);

impl Made {
    /// Checks and reads.
    pub(super) fn of(state: &State, world: &dyn World) -> Self {
        let mut sources = Sources::new();
        let library = world.library(state.file.as_deref());
        let on = world.today();
        let options = CheckOptions { on: Some(on) };
        let name = state.name();
        let mut checked = check(&mut sources, &*library, name, &state.text, &options);
        let scenarios = checked.protocol.iter();
        let wrong = scenarios.flat_map(|protocol| scenario::read(protocol, &checked.file).1);
        let wrong: Vec<Diagnostic> = wrong.collect();
        checked.diagnostics.extend(wrong);
        let entries = entries(&checked.file, &state.text);
        let mut imports = library.names(name);
        imports.retain(|import| !PROTOCOLS.contains(&import.as_str()));
        let mut made = Self {
            sources,
            scope: OnceLock::new(),
            imports,
            on,
            checked,
            entries,
            patient: Ok(Arc::default()),
            profile: None,
        };
        made.read_patient(state);
        made
    }

    /// Goes on from one state to another: the rules are checked anew only where they, their file or the day
    /// are others.
    pub(super) fn go(&mut self, from: &State, to: &State, world: &dyn World) {
        if from.text == to.text && from.file == to.file && self.on == world.today() {
            self.read_patient(to);
        } else {
            *self = Self::of(to, world);
        }
    }

    /// What an editor may name.
    pub(super) fn scope(&self) -> &Scope {
        self.scope.get_or_init(|| {
            Scope::new(
                Arc::clone(&self.checked.vocabulary),
                self.checked.whole(),
                &self.checked.protected,
                self.imports.clone(),
            )
        })
    }

    /// Reads the patient's profile.
    fn read_patient(&mut self, state: &State) {
        let name = state.patient_name();
        let source = match self.profile {
            Some(source) => self.sources.replace(source, name, &*state.patient),
            None => self.sources.add(name, &*state.patient),
        };
        self.profile = Some(source);
        let vocabulary = &self.checked.vocabulary;
        let (patient, mistakes) = profile::read(source, name, &state.patient, vocabulary);
        self.sources.hide_values(source);
        self.patient = if mistakes.is_empty() {
            Ok(Arc::new(patient))
        } else {
            Err(mistakes)
        };
    }

    /// Whether the rules have an error.
    pub(super) fn is_wrong(&self) -> bool {
        any_error(&self.checked.diagnostics)
    }

    /// The errors in the rules, without the warnings.
    pub(super) fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        let found = self.checked.diagnostics.iter();
        found.filter(|one| one.severity() == Severity::Error)
    }
}
