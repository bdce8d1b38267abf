//! `:edit` and `:remove`.

use std::sync::Arc;

use super::{Call, list};
use crate::render::escape;
use crate::session::place;
use crate::session::reply::{Reply, say};
use crate::session::state::State;
use crate::session::{Session, World};

/// `:edit N|LABEL`
pub(super) fn edit(session: &mut Session, call: &Call<'_>, _: &mut dyn World) -> Reply {
    let entry = match session.entry_named(call.rest) {
        Ok(entry) => entry.clone(),
        Err(reply) => return *reply,
    };
    let text = session.now.text.get(entry.span.range()).unwrap_or_default();
    let text = text.to_owned();
    session.editing = Some(entry.number);
    let told = format!(
        "What is entered next takes the place of {}; an empty line leaves it as it is.",
        entry.number
    );
    Reply {
        editor: Some(text),
        ..say(session.width, told)
    }
}

/// `:remove N|LABEL`
pub(super) fn remove(session: &mut Session, call: &Call<'_>, world: &mut dyn World) -> Reply {
    let entry = match session.entry_named(call.rest) {
        Ok(entry) => entry.clone(),
        Err(reply) => return *reply,
    };
    let line = list::line(session, &entry);
    let text = &session.now.text;
    let range = entry.span.range();
    let start = text.get(..range.start).unwrap_or_default();
    let start = start.len() - trailing_blanks(start);
    let end = place::line_end(text, range.end);
    // What else stands on its line, a comment or another's brace, stays.
    let rest = text.get(range.end..end).unwrap_or_default();
    let range = if rest.trim().is_empty() {
        start..end
    } else {
        range
    };
    let (text, _) = place::replace(text, range, "");
    let next = State {
        text: Arc::from(text),
        ..session.now.clone()
    };
    match session.change(next, format!(":remove {}", call.rest), world) {
        Ok(()) => say(session.width, format!("Removed: {}", escape(&line))),
        Err(reply) => *reply,
    }
}

/// How many bytes of blanks a text ends with, on its last line.
fn trailing_blanks(text: &str) -> usize {
    text.len() - text.trim_end_matches([' ', '\t']).len()
}
