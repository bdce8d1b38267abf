//! A session on a terminal, or from a script.

mod disk;
mod fix;
mod hidden;
mod history;
mod keyboard;
mod keys;
mod line;
mod paint;
pub mod script;
pub mod terminal;

pub use disk::Disk;
pub use keyboard::Keyboard;

use aftercare_dsl::render;
use aftercare_dsl::session::Reply;

use crate::console;
use crate::failure::Failure;

/// Prints a reply: what it says, then what is wrong.
pub fn show(reply: &Reply) -> Result<(), Failure> {
    console::print(&render::paint(&reply.lines, console::out_colour()))?;
    found(reply);
    Ok(())
}

/// Prints a reply that tells of a failure, to standard error.
pub fn show_error(reply: &Reply) -> Result<(), Failure> {
    console::error_lines(&render::paint(&reply.lines, console::error_colour()));
    found(reply);
    Ok(())
}

fn found(reply: &Reply) {
    if let Some(found) = &reply.found {
        console::diagnostics(&found.diagnostics, &found.sources);
    }
}
