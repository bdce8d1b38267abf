//! `hair drying on hot`: how hot something is used is no place.

use super::Role;
use super::unknown::unknown;
use crate::check::checker::Checker;
use crate::diagnostic::Diagnostic;
use crate::syntax::tree::Name;
use crate::vocabulary::VERBS;

/// How something is set.
const SETTINGS: &[&str] = &["cold", "cool", "high", "hot", "low", "medium", "warm"];

impl Checker<'_> {
    /// Says where a setting stands that is written like a place.
    pub(super) fn setting(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let lower = name.text.to_lowercase();
        if role != Role::Place || !SETTINGS.contains(&lower.as_str()) {
            return None;
        }
        let before = self.precedes(name)?.trim_end();
        let (before, preposition) = before.rsplit_once(' ')?;
        let sentence = before.rsplit(": ").next()?.trim_start();
        let (head, done) = sentence.split_once(' ')?;
        let said = format!("{preposition} {}", name.text);
        let is_duty = VERBS.iter().any(|row| row.word == head);
        let help = if is_duty {
            format!("how it is done stands in quotes: write `by \"{said}\"`")
        } else {
            let done = done.strip_prefix("not ").unwrap_or(done);
            format!(
                "`{said}` is no place: leave it out, so that all of it is meant, or put it into the name, in quotes: \
                 `\"{done} {said}\"`"
            )
        };
        Some(unknown(name).with_help(help))
    }
}
