//! Input that nobody should write: a clear error or a right result within ten seconds, never a panic.

#![expect(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "the helpers of tests fail as tests do"
)]

mod characters;
mod imports;
mod limits;
mod profiles;
#[cfg(feature = "cli")]
mod program;
mod scenarios;
mod size;
mod variants;

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use aftercare_dsl::check::{Bundled, CheckOptions, Checked, check};
use aftercare_dsl::diagnostic::Severity;
use aftercare_dsl::render::plain_all;
use aftercare_dsl::source::Sources;

/// How long anything may take; a build without optimisation, beside other tests on the same cores, three
/// times that.
const WATCHDOG: Duration = Duration::from_secs(if cfg!(debug_assertions) { 30 } else { 10 });

/// The result of work that must be done when the watchdog looks.
fn watched<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let (send, receive) = channel();
    let worker = std::thread::spawn(move || send.send(work()));
    match receive.recv_timeout(WATCHDOG) {
        Ok(done) => done,
        Err(RecvTimeoutError::Timeout) => panic!("not done after {WATCHDOG:?}"),
        Err(RecvTimeoutError::Disconnected) => {
            std::panic::resume_unwind(worker.join().expect_err("it sent nothing"))
        }
    }
}

/// How many of something: all of them, or a fiftieth in a build without optimisation, which is that
/// much slower. `cargo test --release hostile` runs all.
fn many(full: usize) -> usize {
    if cfg!(debug_assertions) {
        full / 50
    } else {
        full
    }
}

fn checked(text: &str) -> (Checked, String) {
    let mut sources = Sources::new();
    let checked = check(
        &mut sources,
        &Bundled,
        "hostile.rules",
        text,
        &CheckOptions::default(),
    );
    let shown = plain_all(&checked.diagnostics, &sources, 80);
    (checked, shown)
}

/// The messages of the errors, which must be there, be few, and be shown without control characters.
fn errors(text: &str) -> Vec<String> {
    let (checked, shown) = checked(text);
    let errors: Vec<String> = checked
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity() == Severity::Error)
        .map(|diagnostic| diagnostic.message.clone())
        .collect();
    assert!(!errors.is_empty(), "no error for {:.80}", text);
    assert!(checked.protocol.is_none());
    let raw = |letter: char| letter.is_control() && letter != '\n';
    assert!(
        !shown.contains(raw),
        "raw control characters in {shown:.400}"
    );
    errors
}
