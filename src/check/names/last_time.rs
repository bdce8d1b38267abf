//! `until 7 days after last waxing`: what was done counts from the last time as it is.

use super::unknown::{instead, unknown};
use super::{Role, without_article};
use crate::check::checker::Checker;
use crate::diagnostic::Diagnostic;
use crate::syntax::tree::{Kind, Name};
use crate::vocabulary::Named;

/// What sheets say in front of a thing that was done.
const LAST: &[&str] = &["last", "latest", "previous", "most recent"];

impl Checker<'_> {
    /// The message for a thing that was done, with `last` in front of it.
    pub(super) fn last_of(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        if !matches!(role, Role::Anchor | Role::Past) {
            return None;
        }
        let done = without_last(&name.text)?;
        if role == Role::Anchor && is_session(done) {
            // The day of this treatment, of the one before or of the last of the course: only the author knows.
            let help = format!(
                "write `treatment` where this one is meant, `{PREVIOUS}` for the one before it, `final session` for the one that ends the course"
            );
            return Some(unknown(name).with_help(help));
        }
        let Named::Thing(thing) = self.read(done)?.named else {
            return None;
        };
        let kind = self.vocabulary.thing(thing).kind;
        matches!(kind, Kind::Procedure | Kind::Event).then(|| {
            let help = format!("write `{done}`: it counts from the last time that it was done");
            instead(name, help, done.to_owned())
        })
    }
}

/// The session before.
pub(crate) const PREVIOUS: &str = "previous session";

/// Whether what was last is the treatment itself.
pub(crate) fn is_session(done: &str) -> bool {
    ["session", "treatment"].contains(&done)
}

/// A thing that was done without `last` in front of it; none where it has none.
pub(crate) fn without_last(text: &str) -> Option<&str> {
    let text = ["the ", "your ", "their "]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    LAST.iter()
        .find_map(|last| text.strip_prefix(last)?.strip_prefix(' '))
        .map(without_article)
}
