//! A command typed behind something else: behind a refused line that is back in the editor, or in a block
//! that is still open. It is run, and what stands before it is not lost.

use super::line::{BARE, question};
use super::reply::{Reply, Sheet};
use super::{Session, Then, World, command};
use crate::render::{Style, escape};

impl Session {
    /// What was typed, where a command or a question stands behind it: behind what the editor held, or as
    /// the last of several lines. No line of rules starts with a colon.
    ///
    /// A script is not parted: it has no editor to hold what stands before.
    pub(super) fn parted<'t>(&self, typed: &'t str) -> Option<(&'t str, &'t str)> {
        if !self.confirms || self.is_asking() {
            return None;
        }
        let held = self.held.as_ref().map(|(held, _)| held.as_str());
        if let Some(held) = held.filter(|held| !held.trim().is_empty())
            && let Some(behind) = typed.strip_prefix(held)
            && let Some(before) = typed.get(..held.len())
            && is_own(behind)
        {
            return Some((before, behind.trim()));
        }
        let (before, last) = typed.trim_end().rsplit_once('\n')?;
        let parted = last.trim_start().starts_with(':') && !before.trim().is_empty();
        parted.then(|| (before, last.trim()))
    }

    /// What was refused, where its last line ends in a command by its whole name: `avoid heat :list`.
    pub(super) fn glued<'t>(&self, typed: &'t str) -> Option<(&'t str, &'t str)> {
        if !self.confirms || self.is_asking() || typed.trim_start().starts_with(':') {
            return None;
        }
        let start = typed.rfind('\n').map_or(0, |end| end + 1);
        let at = start + typed.get(start..)?.find(" :")?;
        let (before, own) = typed.split_at_checked(at)?;
        let own = own.trim();
        let whole = command::is_named(own.strip_prefix(':')?);
        (whole && !before.trim().is_empty()).then(|| (before.trim_end(), own))
    }

    /// Runs a command that stood behind something else, which the editor then holds again.
    pub(super) fn apart(&mut self, before: &str, own: &str, world: &mut dyn World) -> Reply {
        let held = self.held.take();
        let mut reply = self.one(own, world);
        if reply.then == Then::Quit {
            return reply;
        }
        reply.parted = Some((before.to_owned(), own.to_owned()));
        let open = reply.editor.is_none() && !self.is_asking();
        let mut sheet = Sheet::new(self.width);
        let text = if open {
            format!(
                "`{}` was taken by itself; what stood before it is in the editor again.",
                escape(own)
            )
        } else {
            format!(
                "`{}` was taken by itself; the key for the line before brings back what stood before it.",
                escape(own)
            )
        };
        sheet.styled(Style::Quiet, text);
        let mut lines = sheet.reply().lines;
        lines.append(&mut reply.lines);
        reply.lines = lines;
        if open {
            let goes_on = !before.ends_with('\n') && self.is_unfinished(before);
            let line = if goes_on { "\n" } else { "" };
            reply.editor = Some(format!("{before}{line}"));
            let fixes = held.filter(|(held, _)| held == before);
            reply.fixes = fixes.map(|(_, fixes)| fixes).unwrap_or_default();
        }
        reply
    }
}

/// Whether a text that was added to another is a command or a question of its own.
fn is_own(behind: &str) -> bool {
    let line = behind.trim();
    let apart = behind.starts_with(char::is_whitespace);
    line.starts_with(':')
        || question(line).is_some()
        || BARE
            .iter()
            .any(|bare| line.eq_ignore_ascii_case(bare) && (apart || *bare != "?"))
}
