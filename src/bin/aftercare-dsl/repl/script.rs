//! The lines of a file or of a pipe, run as if they were typed. The first that is refused ends it.

use std::path::Path;

use aftercare_dsl::session::{Session, Then, World};

use super::{show, show_error};
use crate::failure::{Exit, Failure};
use crate::input::{self, Input};
use crate::{console, origin};

/// Runs a script: a file, or standard input.
///
/// # Errors
/// It cannot be read, or a line is refused.
pub fn run(
    mut session: Session,
    world: &mut dyn World,
    file: Option<&Path>,
) -> Result<Exit, Failure> {
    let file = file.filter(|file| *file != Path::new("-"));
    let name = file.map_or(input::STDIN.to_owned(), |file| {
        file.to_string_lossy().into_owned()
    });
    let text = read(file)?;
    let mut lines = Lines::new(&text);
    while let Some((number, typed)) = lines.entry(&session) {
        let reply = session.enter(&typed, world);
        if reply.failed {
            show_error(&reply)?;
            let message = format!(
                "line {number} of {} was refused, and the lines after it were not read",
                console::name(&name)
            );
            return Err(if reply.is_file {
                Failure::file(message)
            } else {
                Failure::errors(message)
            });
        }
        show(&reply)?;
        if reply.then == Then::Quit {
            break;
        }
    }
    Ok(Exit::Done)
}

fn read(file: Option<&Path>) -> Result<String, Failure> {
    let input = match file {
        Some(path) => input::file(path).map_err(|error| input::unreadable(path, &error))?,
        None => input::stdin("script").map_err(|_| origin::unreadable_stdin())?,
    };
    match input {
        Input::Text(text) => Ok(text),
        Input::TooLarge => Err(Failure::errors("the script is larger than 8 MiB")),
        Input::NotText { .. } => Err(Failure::errors("the script is not UTF-8 text")),
    }
}

/// The lines that are left.
struct Lines<'t> {
    lines: Vec<&'t str>,
    next: usize,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self {
            lines: text.lines().collect(),
            next: 0,
        }
    }

    /// The next entry with the number of its first line: a line, and those that it goes on over.
    fn entry(&mut self, session: &Session) -> Option<(usize, String)> {
        // An empty line answers an interview, and is nothing else.
        while !session.is_asking() && self.lines.get(self.next)?.trim().is_empty() {
            self.next += 1;
        }
        let first = self.next;
        let mut typed = (*self.lines.get(first)?).to_owned();
        self.next += 1;
        while let Some(line) = self.lines.get(self.next) {
            let goes_on = session.is_unfinished(&typed) || indented(&typed, line, session);
            // No line of rules starts with a colon: what is open there stays so, and is refused.
            let is_command = !session.is_asking() && line.trim_start().starts_with(':');
            if !goes_on || is_command {
                break;
            }
            typed.push('\n');
            typed.push_str(line);
            self.next += 1;
        }
        Some((first + 1, typed))
    }
}

/// Whether a line stands further in than what it would go on with.
fn indented(typed: &str, line: &str, session: &Session) -> bool {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let first = typed.lines().next().unwrap_or_default();
    let rules = !session.is_asking() && !first.trim_start().starts_with(':');
    rules && !line.trim().is_empty() && indent(line) > indent(first)
}
