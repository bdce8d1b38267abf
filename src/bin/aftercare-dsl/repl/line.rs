//! What rustyline asks at each key, answered by the session.

use std::borrow::Cow;
use std::cell::RefCell;

use aftercare_dsl::render::escape;
use aftercare_dsl::session::Session;
use rustyline::completion::{Completer, Pair};
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::{Hint, Hinter};
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{Context, Helper};

use super::paint::painted;
use super::{Disk, hidden};
use crate::console;

/// The columns of what a candidate means.
const MEANS: usize = 48;

/// The session, as rustyline's helper.
pub struct Assist {
    /// The session.
    pub session: Session,
    /// Whether there is colour.
    pub colour: bool,
    /// What stands in the editor, as of the last key.
    pub typed: RefCell<String>,
}

impl Helper for Assist {}

impl Validator for Assist {
    fn validate(&self, context: &mut ValidationContext<'_>) -> rustyline::Result<ValidationResult> {
        let typed = context.input();
        // An empty line ends what would go on.
        let ended = typed.ends_with('\n') || typed.trim().is_empty();
        let goes_on = !ended && self.session.is_unfinished(typed);
        Ok(if goes_on && !self.session.is_mistaken(typed, &Disk) {
            ValidationResult::Incomplete
        } else {
            ValidationResult::Valid(None)
        })
    }
}

impl Completer for Assist {
    type Candidate = Pair;

    fn complete(
        &self,
        line: &str,
        pos: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<Pair>)> {
        let found = self.session.complete(line, pos, &Disk);
        let longest = found.candidates.iter().map(|one| one.text.chars().count());
        let column = longest.max().unwrap_or(0).min(MEANS);
        let pairs = found.candidates.iter().map(|one| {
            let text = escape(&one.text);
            let means = shortened(&escape(&one.means));
            Pair {
                display: format!("{text:<column$}  {means}").trim_end().to_owned(),
                replacement: one.text.clone(),
            }
        });
        let mut pairs: Vec<Pair> = pairs.collect();
        on_one_screen(&mut pairs, line.get(found.start..pos).unwrap_or_default());
        Ok((found.start, pairs))
    }
}

/// Leaves out what the screen has no row for, and says so: a list that is shown a page at a time takes the
/// letters that are typed next for its own commands.
fn on_one_screen(pairs: &mut Vec<Pair>, typed: &str) {
    // The line that is typed in has a row, and so has the count of the others.
    let most = console::out_height().saturating_sub(3).max(3);
    if pairs.len() <= most {
        return;
    }
    let more = pairs.len() - most;
    pairs.truncate(most);
    pairs.push(Pair {
        display: format!("... and {more} more: type a letter, then Tab"),
        // What all of them start with, so that no letter is filled in that those left out lack.
        replacement: typed.to_owned(),
    });
}

/// What a candidate means, in its columns.
fn shortened(means: &str) -> String {
    if means.chars().count() <= MEANS {
        return means.to_owned();
    }
    let head: String = means.chars().take(MEANS - 3).collect();
    format!("{}...", head.trim_end())
}

/// What stands grey behind the line.
pub enum Shown {
    /// Its likeliest end, which a key takes.
    End(String),
    /// A note, which is not to be taken.
    Note(String),
}

impl Hint for Shown {
    fn display(&self) -> &str {
        match self {
            Self::End(text) | Self::Note(text) => text,
        }
    }

    fn completion(&self) -> Option<&str> {
        match self {
            Self::End(text) => Some(text),
            Self::Note(_) => None,
        }
    }
}

impl Hinter for Assist {
    type Hint = Shown;

    fn hint(&self, line: &str, pos: usize, _: &Context<'_>) -> Option<Shown> {
        self.typed.replace(line.to_owned());
        if let Some(note) = hidden::note(line) {
            return Some(Shown::Note(note));
        }
        if pos < line.len() || line.trim().is_empty() || line.contains('\n') {
            return None;
        }
        self.session.hint(line).map(Shown::End)
    }
}

impl Highlighter for Assist {
    fn highlight<'l>(&self, line: &'l str, pos: usize) -> Cow<'l, str> {
        if !self.colour {
            return hidden::drawn(line);
        }
        Cow::Owned(painted(line, &self.session.roles(line, pos)))
    }

    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(&'s self, prompt: &'p str, _: bool) -> Cow<'b, str> {
        if self.colour {
            Cow::Owned(format!("\u{1b}[1m{prompt}\u{1b}[0m"))
        } else {
            Cow::Borrowed(prompt)
        }
    }

    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        if self.colour {
            Cow::Owned(format!("\u{1b}[2m{hint}\u{1b}[0m"))
        } else {
            Cow::Borrowed(hint)
        }
    }

    fn highlight_char(&self, _: &str, _: usize, kind: CmdKind) -> bool {
        self.colour && kind != CmdKind::MoveCursor
    }
}
