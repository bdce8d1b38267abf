//! What an editor needs at each key: whether a line goes on, what may come next, how it likely ends, and
//! what each word is. Rules are the editor's own business ([`crate::editor`]); commands are added here.

use std::ops::Range;

use super::command::{self, COMMANDS, Command, Completes};
use super::line::question;
use super::{Session, World};
use crate::bundled::BUNDLED;
use crate::diagnostic::Code;
use crate::editor::{self, Candidate, CandidateKind, Completions, Role, Scope};
use crate::vocabulary::FactKind;

/// What stands before a name so that the language reads it.
const LEAD: &str = "avoid ";

impl Session {
    /// What may be named.
    #[must_use]
    pub fn scope(&self) -> &Scope {
        self.made.scope()
    }

    /// Whether what was typed goes on: a block is open, or the line ends in a comma, `and` or `or`.
    #[must_use]
    pub fn is_unfinished(&self, typed: &str) -> bool {
        !self.is_asking()
            && !is_command(typed)
            && self.parted(typed).is_none()
            && question(typed.trim()).is_none()
            && editor::is_unfinished(typed, self.scope())
    }

    /// Whether what was typed may say something about a patient, so that no file is to keep it: answers,
    /// questions about a thing, and the commands that take facts, dates or profiles.
    #[must_use]
    pub fn is_private(&self, typed: &str) -> bool {
        let line = typed.trim();
        if self.is_asking() || question(line).is_some() {
            return true;
        }
        if let Some((before, own)) = self.parted(typed) {
            return self.is_private(before) || self.is_private(own);
        }
        let private = |rest: &str| command::find(rest).map(|(command, _)| command.private);
        match line.strip_prefix(':') {
            // What is no command may be a misspelt one.
            Some(rest) => private(rest).unwrap_or(true),
            // A command may stand behind what is refused.
            None => line
                .split(':')
                .skip(1)
                .any(|rest| private(rest).unwrap_or(false)),
        }
    }

    /// What may come next at a byte of what was typed.
    #[must_use]
    pub fn complete(&self, typed: &str, cursor: usize, world: &dyn World) -> Completions {
        let before = up_to(typed, cursor);
        if self.is_asking() {
            return nothing(before);
        }
        let trimmed = before.trim_start();
        let indent = before.len() - trimmed.len();
        if let Some(rest) = trimmed.strip_prefix(':') {
            return shifted(self.command(rest, world), indent + 1);
        }
        if let Some((first, rest)) = trimmed.split_once(char::is_whitespace)
            && first.eq_ignore_ascii_case("can")
            && !trimmed.contains('\n')
        {
            return shifted(self.thing(rest), indent + first.len() + 1);
        }
        editor::complete(typed, cursor, self.scope())
    }

    /// The likeliest end of what was typed.
    #[must_use]
    pub fn hint(&self, typed: &str) -> Option<String> {
        if self.is_asking() {
            return None;
        }
        let Some(rest) = typed.trim_start().strip_prefix(':') else {
            return editor::hint(typed, self.scope());
        };
        let mut starting = COMMANDS.iter().filter(|command| {
            let name = command.name.get(..rest.len());
            !rest.is_empty() && name.is_some_and(|name| name.eq_ignore_ascii_case(rest))
        });
        match (starting.next(), starting.next()) {
            (Some(only), None) => {
                let left = only.name.get(rest.len()..).unwrap_or_default();
                let takes = if only.takes.is_empty() { "" } else { " " };
                let hint = format!("{left}{takes}{}", only.takes);
                (!hint.is_empty()).then_some(hint)
            }
            _ => None,
        }
    }

    /// What each word of what was typed is. The word at the cursor is not unknown yet.
    #[must_use]
    pub fn roles(&self, typed: &str, cursor: usize) -> Vec<(Range<usize>, Role)> {
        if self.is_asking() {
            return Vec::new();
        }
        if is_command(typed) {
            let name = typed.split_whitespace().next().map_or(0, str::len);
            let start = typed.len() - typed.trim_start().len();
            return vec![(start..start + name, Role::Head)];
        }
        if question(typed).is_some() {
            return vec![(0..3, Role::Head)];
        }
        editor::roles(typed, cursor, self.scope())
    }

    /// What may stand behind a colon.
    fn command(&self, rest: &str, world: &dyn World) -> Completions {
        if let Ok((command, behind)) = command::find(rest)
            && rest.contains(char::is_whitespace)
            && rest.len() > command.name.len()
        {
            let start = rest.len() - behind.len();
            let start = if behind.is_empty() { rest.len() } else { start };
            return shifted(self.behind(command, behind, world), start);
        }
        let starting = COMMANDS
            .iter()
            .filter(|command| starts(command.name, rest))
            .map(|command| offer(command.name, command.does, CandidateKind::Keyword));
        Completions {
            start: 0,
            candidates: starting.collect(),
            more: 0,
        }
    }

    /// What may stand behind a command.
    fn behind(&self, command: &Command, typed: &str, world: &dyn World) -> Completions {
        match command.completes {
            Completes::Nothing => nothing(typed),
            Completes::Thing => self.thing(typed),
            Completes::Fact => self.fact(typed),
            Completes::File => {
                let bundled = BUNDLED.iter().filter(|_| command.name == "load");
                let bundled = bundled.map(|(name, _)| offer(name, "bundled", CandidateKind::Other));
                let files = world.files(typed);
                let files = files
                    .iter()
                    .map(|file| offer(file, "", CandidateKind::Other));
                filtered(bundled.chain(files), typed)
            }
            Completes::Entry => {
                let entries = self.made.entries.iter().map(|entry| {
                    let name = entry
                        .label
                        .clone()
                        .unwrap_or_else(|| entry.number.to_string());
                    let text = self.now.text.get(entry.span.range()).unwrap_or_default();
                    let line = text.lines().next().unwrap_or_default();
                    offer(&name, line, CandidateKind::Other)
                });
                filtered(entries, typed)
            }
            Completes::Day => {
                let words = [
                    ("day ", "counted from the treatment"),
                    ("today", ""),
                    ("tomorrow", ""),
                ];
                let words = words.iter().filter(|_| command.name != "calendar");
                filtered(
                    words.map(|(word, means)| offer(word, means, CandidateKind::Keyword)),
                    typed,
                )
            }
            Completes::Code => filtered(
                Code::ALL
                    .iter()
                    .map(|code| offer(code.name(), "", CandidateKind::Other)),
                typed,
            ),
            Completes::Command => filtered(
                COMMANDS
                    .iter()
                    .map(|command| offer(command.name, command.does, CandidateKind::Keyword)),
                typed,
            ),
        }
    }

    /// A thing that can be asked about.
    fn thing(&self, typed: &str) -> Completions {
        let text = format!("{LEAD}{typed}");
        let mut found = editor::complete(&text, text.len(), self.scope());
        found.candidates.retain(|candidate| {
            matches!(candidate.kind, CandidateKind::Class | CandidateKind::Thing)
        });
        found.start = found.start.saturating_sub(LEAD.len());
        found
    }

    /// A fact, or behind `=` its values.
    fn fact(&self, typed: &str) -> Completions {
        let vocabulary = self.vocabulary();
        if let Some((name, value)) = typed.split_once('=') {
            let start = typed.len() - value.trim_start().len();
            let values: Vec<String> = match vocabulary.find_fact(name) {
                Some(fact) => values(&vocabulary.fact(fact).kind),
                None => Vec::new(),
            };
            let values = values
                .iter()
                .map(|value| offer(value, "", CandidateKind::Other));
            return shifted(filtered(values, value.trim_start()), start);
        }
        let facts = vocabulary.facts().map(|(_, fact)| {
            let asked = fact.ask.as_deref().unwrap_or_default();
            offer(&fact.name, asked, CandidateKind::Fact)
        });
        filtered(facts, typed)
    }
}

/// The values of a fact that can be listed.
fn values(kind: &FactKind) -> Vec<String> {
    let mut values = match kind {
        FactKind::YesNo => vec!["yes".to_owned(), "no".to_owned()],
        FactKind::Ordered(values) | FactKind::OneOf(values) | FactKind::AnyOf(values) => {
            values.clone()
        }
        FactKind::Number(_) => Vec::new(),
        FactKind::Things(_) => vec!["none".to_owned()],
    };
    values.push("unsure".to_owned());
    values
}

fn is_command(typed: &str) -> bool {
    typed.trim_start().starts_with(':')
}

/// What stands before a byte; one inside a character is rounded down.
fn up_to(text: &str, cursor: usize) -> &str {
    let mut end = cursor.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

fn nothing(typed: &str) -> Completions {
    Completions {
        start: typed.len(),
        ..Completions::default()
    }
}

fn offer(text: &str, means: &str, kind: CandidateKind) -> Candidate {
    Candidate {
        text: text.to_owned(),
        means: means.to_owned(),
        kind,
    }
}

fn filtered(candidates: impl Iterator<Item = Candidate>, typed: &str) -> Completions {
    Completions {
        start: 0,
        candidates: candidates
            .filter(|candidate| starts(&candidate.text, typed))
            .collect(),
        more: 0,
    }
}

fn starts(name: &str, typed: &str) -> bool {
    let head = name.get(..typed.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(typed))
}

fn shifted(mut completions: Completions, by: usize) -> Completions {
    completions.start += by;
    completions
}
