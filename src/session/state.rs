//! What a session stands on, and the way back.

use std::sync::Arc;

/// The texts that everything is made from, and where they are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct State {
    /// The rules.
    pub text: Arc<str>,
    /// Their file.
    pub file: Option<String>,
    /// The rules as they were loaded, for `:changes`.
    pub loaded: Arc<str>,
    /// The patient's profile, TOML.
    pub patient: Arc<str>,
    /// Its file.
    pub patient_file: Option<String>,
}

impl Default for State {
    fn default() -> Self {
        let nothing: Arc<str> = Arc::from("");
        Self {
            text: nothing.clone(),
            file: None,
            loaded: nothing.clone(),
            patient: nothing,
            patient_file: None,
        }
    }
}

impl State {
    /// The name of the rules in messages.
    pub(super) fn name(&self) -> &str {
        self.file.as_deref().unwrap_or(super::UNNAMED)
    }

    /// The name of the patient's profile in messages.
    pub(super) fn patient_name(&self) -> &str {
        self.patient_file.as_deref().unwrap_or("patient")
    }
}

/// A step that was taken, and what was before it.
#[derive(Debug, Clone)]
pub(super) struct Step {
    /// The state on the other side of it.
    pub state: State,
    /// What it did.
    pub what: String,
}

/// The steps back and the steps forth.
#[derive(Debug, Default)]
pub(super) struct History {
    back: Vec<Step>,
    forth: Vec<Step>,
}

impl History {
    /// A new step: what was undone before it can't be redone any more.
    pub(super) fn push(&mut self, before: State, what: String) {
        self.back.push(Step {
            state: before,
            what,
        });
        self.forth.clear();
    }

    /// Goes back from `now`: the step undone, with the state before it.
    pub(super) fn undo(&mut self, now: &State) -> Option<Step> {
        Self::go(&mut self.back, &mut self.forth, now)
    }

    /// Goes forth from `now`: the step done again, with the state after it.
    pub(super) fn redo(&mut self, now: &State) -> Option<Step> {
        Self::go(&mut self.forth, &mut self.back, now)
    }

    fn go(from: &mut Vec<Step>, to: &mut Vec<Step>, now: &State) -> Option<Step> {
        let step = from.pop()?;
        to.push(Step {
            state: now.clone(),
            what: step.what.clone(),
        });
        Some(step)
    }
}
