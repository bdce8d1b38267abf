//! The terminal from one line to the next: what is typed ahead is kept as it is.
//!
//! Rustyline gives the terminal back at the end of each line. Until the next one the system would treat
//! keys by itself: show them in the middle of an answer, drop all of them at Ctrl-C, and what is beyond
//! 4,095 bytes of a line. A digit that is lost so could change a number of days.

#[cfg(unix)]
pub use unix::Keyboard;

#[cfg(not(unix))]
pub use other::Keyboard;

#[cfg(unix)]
mod unix {
    use std::sync::{Mutex, PoisonError};

    use rustix::process::{Signal, kill_current_process_group};
    use rustix::stdio::stdin;
    use rustix::termios::{InputModes, LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

    /// The terminal as it was, while it is held.
    static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

    /// Holds the terminal until it is dropped.
    #[derive(Debug)]
    pub struct Keyboard(());

    impl Keyboard {
        /// Leaves keys to whoever reads them. What is no terminal stays as it is.
        pub fn hold() -> Self {
            if let Ok(before) = tcgetattr(stdin()) {
                let mut plain = before.clone();
                plain.local_modes.remove(
                    LocalModes::ECHO | LocalModes::ICANON | LocalModes::IEXTEN | LocalModes::ISIG,
                );
                plain
                    .input_modes
                    .remove(InputModes::ICRNL | InputModes::IXON);
                *BEFORE.lock().unwrap_or_else(PoisonError::into_inner) = Some(before);
                // Where it cannot be set, keys are treated by the system as ever.
                let _ = tcsetattr(stdin(), OptionalActions::Drain, &plain);
            }
            Self(())
        }

        /// Gives the terminal back as it was, if it is held.
        pub fn release() {
            let before = BEFORE.lock().unwrap_or_else(PoisonError::into_inner).take();
            if let Some(before) = before {
                let _ = tcsetattr(stdin(), OptionalActions::Drain, &before);
            }
        }

        /// Gives the terminal to the shell until the program is called back.
        pub fn suspend(self) -> Self {
            drop(self);
            let _ = kill_current_process_group(Signal::TSTP);
            Self::hold()
        }
    }

    impl Drop for Keyboard {
        fn drop(&mut self) {
            Self::release();
        }
    }
}

#[cfg(not(unix))]
mod other {
    /// Where the system treats no keys by itself there is nothing to hold.
    #[derive(Debug)]
    pub struct Keyboard(());

    impl Keyboard {
        /// Does nothing.
        pub fn hold() -> Self {
            Self(())
        }

        /// Does nothing.
        pub fn release() {}

        /// Does nothing.
        pub fn suspend(self) -> Self {
            self
        }
    }
}
