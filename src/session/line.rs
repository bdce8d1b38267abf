//! What was typed: a sentence, a command, a question, or an answer to an interview.

use super::reply::{Reply, say};
use super::{Session, World, command};

/// The words that are commands without a colon.
pub(super) const BARE: [&str; 4] = ["help", "quit", "exit", "?"];

impl Session {
    pub(super) fn line(
        &mut self,
        typed: &str,
        confirming: Option<&str>,
        world: &mut dyn World,
    ) -> Reply {
        let line = typed.trim();
        if let Some(rest) = line.strip_prefix(':') {
            if !self.is_asking() {
                return command::run(self, rest, confirming, world);
            }
            return self.command_amid_questions(rest, confirming, world);
        }
        if self.interview.is_some() {
            return self.answer(line, world);
        }
        if line.is_empty() {
            let left = self.editing.take();
            return left.map_or_else(Reply::nothing, |number| {
                say(self.width, format!("{number} is left as it is."))
            });
        }
        let first = line.split_whitespace().next().unwrap_or_default();
        let helps = first.eq_ignore_ascii_case("help") && !line.contains('\n');
        if helps || BARE.contains(&line.to_lowercase().as_str()) {
            return command::run(self, line, confirming, world);
        }
        match question(line) {
            Some(asked) => command::ask::can(self, asked, world),
            None => self.accept(typed, world),
        }
    }

    /// Runs a command where an answer was awaited, and asks again.
    fn command_amid_questions(
        &mut self,
        typed: &str,
        confirming: Option<&str>,
        world: &mut dyn World,
    ) -> Reply {
        let found = command::find(typed).ok().map(|(command, _)| command);
        let only_tells = found.is_none_or(|command| command.group == command::Group::Session)
            && found.is_none_or(|command| command.name != "quit");
        if !only_tells && let Err(reply) = self.settle(world) {
            self.interview = None;
            return *reply;
        }
        let mut reply = command::run(self, typed, confirming, world);
        if found.is_some_and(|command| command.name == "interview") {
            return reply;
        }
        let question = self.question();
        if question.is_empty() {
            self.interview = None;
        } else if !reply.lines.is_empty() {
            // The question has scrolled away.
            reply.lines.push(Vec::new());
            reply.lines.extend(question);
        }
        reply
    }
}

/// `can retinol on day 3?`: what is asked about, with its day.
pub(super) fn question(line: &str) -> Option<&str> {
    if line.contains('\n') {
        return None;
    }
    let (first, rest) = line.split_once(char::is_whitespace)?;
    if !first.eq_ignore_ascii_case("can") {
        return None;
    }
    Some(rest.trim_end_matches('?').trim())
}
