//! `avoid ibuprofen as it increases bruising`: a reason that has melted into the name.

use super::Role;
use super::unknown::unknown;
use crate::check::checker::Checker;
use crate::diagnostic::Diagnostic;
use crate::syntax::tree::Name;

/// How sheets start a reason; a longer one before its own beginning.
const STARTS: &[&[&str]] = &[&["so", "that"], &["as"], &["since"], &["so"]];

impl Checker<'_> {
    /// What stands behind a known name and says why.
    pub(super) fn reason_behind(
        &self,
        name: &Name,
        words: &[&str],
        role: Role,
    ) -> Option<Diagnostic> {
        let (front, reason) = (1..words.len()).find_map(|at| {
            let (front, rest) = words.split_at_checked(at)?;
            let start = STARTS.iter().find(|start| {
                let said = rest.get(..start.len());
                said.is_some_and(|said| {
                    said.iter()
                        .zip(**start)
                        .all(|(one, other)| one.eq_ignore_ascii_case(other))
                })
            })?;
            let reason = rest.get(start.len()..)?;
            // A word or two may be part of a name.
            (reason.len() > 1 && self.is_known(front, role)).then_some((front, reason))
        })?;
        let text = format!("{} because \"{}\"", front.join(" "), reason.join(" "));
        let ends = self.follows(name)?.trim().is_empty();
        let diagnostic =
            unknown(name).with_help(format!("write `{text}`: a reason stands in quotes"));
        Some(if ends && self.stands_in_list(name) == Some(false) {
            diagnostic.with_fix(name.span, text)
        } else {
            diagnostic
        })
    }
}
