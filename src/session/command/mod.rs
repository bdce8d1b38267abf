//! The commands: one table gives their help, their completion and what they do.

pub(super) mod ask;
mod calendar;
mod day;
mod diff;
mod edit;
mod file;
mod help;
mod history;
mod know;
pub(super) mod list;
mod patient;
mod plan;
pub(super) mod questions;
mod quit;
mod table;

pub use table::{COMMANDS, Command, Completes, Group};

use super::reply::{Reply, refuse};
use super::{Session, World};
use crate::render::{any_of, escape};
use crate::vocabulary::nearest;

/// What a command is run with.
pub(super) struct Call<'c> {
    /// What stands behind the command.
    pub rest: &'c str,
    /// What the last reply asked to confirm, if it did.
    pub confirming: Option<&'c str>,
}

/// Runs what stands behind a colon.
pub(super) fn run(
    session: &mut Session,
    typed: &str,
    confirming: Option<&str>,
    world: &mut dyn World,
) -> Reply {
    match find(typed) {
        Ok((command, rest)) => {
            let call = Call { rest, confirming };
            if command.takes.is_empty() && !rest.is_empty() {
                return refuse(
                    session.width,
                    format!("`:{}` takes nothing behind it", command.name),
                    Some(&format!("write `:{}` alone", command.name)),
                );
            }
            (command.run)(session, &call, world)
        }
        Err(unknown) => unknown.reply(session.width),
    }
}

/// The command that a text means, and what stands behind it.
pub(in crate::session) fn find(typed: &str) -> Result<(&'static Command, &str), Unknown> {
    let typed = typed.trim();
    // Commands of two words stand before those that are their first.
    let mut long: Vec<(&Command, &str)> = Vec::new();
    for command in COMMANDS {
        for name in std::iter::once(&command.name).chain(command.also) {
            if let Some(rest) = named(typed, name) {
                long.push((command, rest));
            }
        }
    }
    if let Some(found) = long.iter().min_by_key(|(_, rest)| rest.len()) {
        return Ok(*found);
    }
    let (word, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
    let lower = word.to_lowercase();
    let starting: Vec<&Command> = COMMANDS
        .iter()
        .filter(|command| !lower.is_empty() && command.name.starts_with(&lower))
        .collect();
    match starting.as_slice() {
        [only] => Ok((only, rest.trim())),
        [] => Err(Unknown::None(word.to_owned())),
        many => Err(Unknown::Several {
            word: word.to_owned(),
            names: many.iter().map(|command| command.name).collect(),
        }),
    }
}

/// Whether a text starts with the whole name of a command.
pub(in crate::session) fn is_named(typed: &str) -> bool {
    let mut names = COMMANDS
        .iter()
        .flat_map(|command| std::iter::once(&command.name).chain(command.also));
    names.any(|name| named(typed, name).is_some())
}

/// What follows a command's name, where a text starts with it.
fn named<'t>(typed: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = typed;
    for (at, word) in name.split(' ').enumerate() {
        if at > 0 {
            let inner = rest.trim_start();
            if inner.len() == rest.len() {
                return None;
            }
            rest = inner;
        }
        let (head, tail) = rest.split_at_checked(word.len())?;
        if !head.eq_ignore_ascii_case(word) {
            return None;
        }
        rest = tail;
    }
    let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
    ends.then(|| rest.trim())
}

/// That no command is meant, or that several may be.
pub(in crate::session) enum Unknown {
    /// None starts so.
    None(String),
    /// Several do.
    Several {
        word: String,
        names: Vec<&'static str>,
    },
}

impl Unknown {
    fn reply(&self, width: usize) -> Reply {
        match self {
            Self::None(word) if word.is_empty() => refuse(
                width,
                "there is no command behind the colon",
                Some("`:help` lists the commands"),
            ),
            Self::None(word) => {
                let names = COMMANDS.iter().map(|command| command.name);
                let help = match nearest(word, names) {
                    Some(near) => format!("did you mean `:{near}`?"),
                    None => "`:help` lists the commands".to_owned(),
                };
                let message = format!("there is no command `:{}`", escape(word));
                refuse(width, message, Some(&help))
            }
            Self::Several { word, names } => {
                let names: Vec<String> = names.iter().map(|name| format!("`:{name}`")).collect();
                let message = format!("`:{}` may mean {}", escape(word), any_of(&names));
                refuse(width, message, Some("write some letters more"))
            }
        }
    }
}
