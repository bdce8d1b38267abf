//! Ctrl-F: what would mend the line in the editor.

use std::sync::{Arc, Mutex, PoisonError};

use rustyline::{Cmd, ConditionalEventHandler, Event, EventContext, RepeatCount};

/// The texts that would mend what was typed; each press takes the next, and then what was typed again.
#[derive(Debug, Clone, Default)]
pub struct Fixes(Arc<Mutex<Offered>>);

#[derive(Debug, Default)]
struct Offered {
    texts: Vec<String>,
    next: usize,
    /// The text that was asked for, until it stands in the editor.
    taken: Option<String>,
}

impl Fixes {
    /// Offers these from now on.
    pub fn set(&self, typed: Option<&str>, fixes: &[String]) {
        let mut texts = fixes.to_vec();
        if !texts.is_empty() {
            texts.extend(typed.map(str::to_owned));
        }
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Offered {
            texts,
            next: 0,
            taken: None,
        };
    }

    /// The text that was asked for, to be put into the editor.
    pub fn taken(&self) -> Option<String> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .taken
            .take()
    }

    /// Goes on to the next text; whether there is one.
    fn take(&self) -> bool {
        let mut offered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        offered.taken = offered.texts.get(offered.next).cloned();
        offered.next = (offered.next + 1) % offered.texts.len().max(1);
        offered.taken.is_some()
    }
}

impl ConditionalEventHandler for Fixes {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, _: &EventContext<'_>) -> Option<Cmd> {
        // Replacing what stands there would leave the cursor before it: the line is ended, and begun anew.
        self.take().then_some(Cmd::AcceptLine)
    }
}
