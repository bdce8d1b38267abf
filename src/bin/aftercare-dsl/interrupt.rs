//! Ctrl-C in the middle of an interview: what was answered is not lost.

use std::sync::{Arc, Mutex, PoisonError};

use crate::console;

/// The code with which programs end that Ctrl-C ends.
const INTERRUPTED: i32 = 130;

/// What is said when Ctrl-C ends the program.
#[derive(Debug, Clone, Default)]
pub struct Farewell(Arc<Mutex<String>>);

impl Farewell {
    /// Watches for Ctrl-C from now on. Where that cannot be done, Ctrl-C ends the program in silence.
    pub fn watch() -> Self {
        let farewell = Self::default();
        let said = farewell.clone();
        let _ = ctrlc::set_handler(move || {
            let _ = console::print(&format!("\n{}", said.text()));
            std::process::exit(INTERRUPTED);
        });
        farewell
    }

    /// What is to be said from now on.
    pub fn set(&self, text: String) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = text;
    }

    fn text(&self) -> String {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}
