//! `:undo`, `:redo`, `:changes`.

use super::{Call, list};
use crate::check::{Bundled, CheckOptions, check};
use crate::render::{Style, escape};
use crate::session::entries::Entry;
use crate::session::made::Made;
use crate::session::reply::{Reply, Sheet, say};
use crate::session::{Session, World, entries};
use crate::source::Sources;

/// `:undo`
pub(super) fn undo(session: &mut Session, _: &Call<'_>, world: &mut dyn World) -> Reply {
    let step = session.history.undo(&session.now);
    let Some(step) = step else {
        return say(session.width, "There is nothing to undo.");
    };
    session.now = step.state;
    session.made = Made::of(&session.now, world);
    session.editing = None;
    say(session.width, format!("Undone: {}", escape(&step.what)))
}

/// `:redo`
pub(super) fn redo(session: &mut Session, _: &Call<'_>, world: &mut dyn World) -> Reply {
    let step = session.history.redo(&session.now);
    let Some(step) = step else {
        return say(session.width, "There is nothing to do again.");
    };
    session.now = step.state;
    session.made = Made::of(&session.now, world);
    session.editing = None;
    say(session.width, format!("Done again: {}", escape(&step.what)))
}

/// `:changes`
pub(super) fn changes(session: &mut Session, _: &Call<'_>, _: &mut dyn World) -> Reply {
    let before = lines_of(&session.now.loaded);
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
fn lines_of(text: &str) -> Vec<String> {
    let mut sources = Sources::new();
    let checked = check(
        &mut sources,
        &Bundled,
        "loaded",
        text,
        &CheckOptions::default(),
    );
    entries::entries(&checked.file, text)
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
