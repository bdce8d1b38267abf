//! The REPL in a terminal, as somebody sees it: a pseudo-terminal is typed at, and its screen is read.

#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and reads the files that it writes"
)]

mod ahead;
mod history;
mod keys;
mod paste;
mod screen;
mod sizes;
