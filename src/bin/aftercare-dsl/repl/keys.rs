//! Ctrl-C, Ctrl-D and Ctrl-Z.
//!
//! Rustyline answers the first two with an error, and with it drops every key that it has read ahead. So
//! each ends the line like Enter, and what it was is asked afterwards.

use std::sync::{Arc, Mutex, PoisonError};

use rustyline::history::History;
use rustyline::{
    Cmd, ConditionalEventHandler, Editor, Event, EventContext, EventHandler, Helper, KeyEvent,
    RepeatCount,
};

/// A key that ends a line and is not Enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Ctrl-C: the line is dropped.
    Drop,
    /// Ctrl-D on an empty line.
    Leave,
    /// Ctrl-Z, with the byte of the line at which the cursor stands.
    Suspend(usize),
}

/// The key that ended the line.
#[derive(Debug, Clone, Default)]
pub struct Keys(Arc<Mutex<Option<Key>>>);

impl Keys {
    /// Watches the keys of an editor.
    pub fn watch<H: Helper, I: History>(&self, editor: &mut Editor<H, I>) {
        let watched: [(char, Means); 3] = [
            ('C', |_| Some(Key::Drop)),
            ('D', |context| {
                context.line().is_empty().then_some(Key::Leave)
            }),
            ('Z', |context| Some(Key::Suspend(context.pos()))),
        ];
        for (letter, means) in watched {
            let keys = self.clone();
            let handler = Box::new(Watched { keys, means });
            editor.bind_sequence(KeyEvent::ctrl(letter), EventHandler::Conditional(handler));
        }
    }

    /// The key that ended the line, if it was none of the line's own.
    pub fn taken(&self) -> Option<Key> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// What a key means where it is pressed.
type Means = fn(&EventContext<'_>) -> Option<Key>;

struct Watched {
    keys: Keys,
    means: Means,
}

impl ConditionalEventHandler for Watched {
    fn handle(
        &self,
        _: &Event,
        _: RepeatCount,
        _: bool,
        context: &EventContext<'_>,
    ) -> Option<Cmd> {
        let key = (self.means)(context)?;
        *self.keys.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(key);
        Some(Cmd::AcceptLine)
    }
}
