//! Ctrl-F: what would mend the line in the editor.

use std::sync::{Arc, Mutex, PoisonError};

use rustyline::{Cmd, ConditionalEventHandler, Event, EventContext, Movement, RepeatCount};

/// The texts that would mend what was typed; each press takes the next, and then what was typed again.
#[derive(Debug, Clone, Default)]
pub struct Fixes(Arc<Mutex<Offered>>);

#[derive(Debug, Default)]
struct Offered {
    texts: Vec<String>,
    next: usize,
}

impl Fixes {
    /// Offers these from now on.
    pub fn set(&self, typed: Option<&str>, fixes: &[String]) {
        let mut texts = fixes.to_vec();
        if !texts.is_empty() {
            texts.extend(typed.map(str::to_owned));
        }
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Offered { texts, next: 0 };
    }

    fn next(&self) -> Option<String> {
        let mut offered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let text = offered.texts.get(offered.next).cloned();
        offered.next = (offered.next + 1) % offered.texts.len().max(1);
        text
    }
}

impl ConditionalEventHandler for Fixes {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, _: &EventContext<'_>) -> Option<Cmd> {
        let text = self.next()?;
        Some(Cmd::Replace(Movement::WholeBuffer, Some(text)))
    }
}
