//! `:undo`, `:redo`, `:changes`.

use std::collections::BTreeSet;

use super::{Call, list};
use crate::render::{Style, escape};
use crate::session::entries::Entry;
use crate::session::made::RULES;
use crate::session::reply::{Reply, Sheet, say};
use crate::session::state::Step;
use crate::session::{Session, World, entries};
use crate::syntax;

/// `:undo`
pub(super) fn undo(session: &mut Session, _: &Call<'_>, world: &mut dyn World) -> Reply {
    match session.history.undo(&session.now) {
        Some(step) => gone_to(session, step, "Undone", world),
        None => say(session.width, "There is nothing to undo."),
    }
}

/// `:redo`
pub(super) fn redo(session: &mut Session, _: &Call<'_>, world: &mut dyn World) -> Reply {
    match session.history.redo(&session.now) {
        Some(step) => gone_to(session, step, "Done again", world),
        None => say(session.width, "There is nothing to do again."),
    }
}

/// Goes to the other side of a step.
fn gone_to(session: &mut Session, step: Step, how: &str, world: &dyn World) -> Reply {
    session.made.go(&session.now, &step.state, world);
    session.now = step.state;
    session.editing = None;
    say(session.width, format!("{how}: {}", escape(&step.what)))
}

/// `:changes`
pub(super) fn changes(session: &mut Session, _: &Call<'_>, _: &mut dyn World) -> Reply {
    let before = lines_of(&session.now.loaded, &session.made.checked.protected);
    let after: Vec<(String, String)> = session
        .made
        .entries
        .iter()
        .map(|entry| {
            let line = list::one_line(&session.now.text, entry);
            (entry.number.to_string(), told(entry, line))
        })
        .collect();
    let mut gone: Vec<&String> = before.iter().collect();
    let mut added = Vec::new();
    for (number, line) in &after {
        match gone.iter().position(|other| *other == line) {
            Some(at) => {
                gone.remove(at);
            }
            None => added.push((number, line)),
        }
    }
    let mut sheet = Sheet::new(session.width);
    if gone.is_empty() && added.is_empty() {
        sheet.say("Nothing has changed since the rules were loaded.");
    }
    for line in gone {
        sheet.pieces("- ", 4, &[(Style::Alert, line)]);
    }
    for (number, line) in added {
        sheet.pieces("+ ", 4, &[(Style::Quiet, number), (Style::Strong, line)]);
    }
    sheet.reply()
}

/// The entries of a text, each on one line.
fn lines_of(text: &str, protected: &BTreeSet<String>) -> Vec<String> {
    let file = syntax::parse(RULES, text, protected).file;
    entries::entries(&file, text)
        .iter()
        .map(|entry| told(entry, list::one_line(text, entry)))
        .collect()
}

/// A line that does not read as its opposite.
fn told(entry: &Entry, line: String) -> String {
    if entry.otherwise {
        format!("otherwise: {line}")
    } else {
        line
    }
}
