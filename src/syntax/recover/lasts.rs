//! `avoid makeup within 24 hours`, `avoid makeup by day 3`: until when, or from when, in the words of sheets.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::tree::Head;

impl Lower<'_> {
    /// Refuses `at most 1 hour at a time` of what is allowed, which `for` would turn into an end; whether it stands there.
    /// Minutes are an amount.
    pub(in crate::syntax) fn minutes_at_a_time(&mut self, clause: Span) -> bool {
        let raw = self.quote(clause);
        let before = self.laid_out.get(..clause.start as usize);
        let line = before.and_then(|before| before.rsplit(['\n', '{']).next());
        let line = line.unwrap_or_default();
        let sentence = line.rsplit(": ").next().unwrap_or(line).trim_start();
        if !sentence.starts_with("allow ") {
            return false;
        }
        let Some(text) = in_minutes(&raw) else {
            return false;
        };
        self.refuse(
            Diagnostic::new(
                Code::ClauseUnfit,
                clause,
                format!("`{raw}` of one time is written in minutes"),
                "an amount, and no end",
            )
            .with_help(format!("write `{text}`"))
            .with_fix(clause, text),
        );
        true
    }

    /// Refuses `within` and `by` where something is left, limited or allowed, and offers what they mean there; whether
    /// they stand there.
    pub(in crate::syntax) fn lasts_or_starts(&mut self, head: &Head, clause: Span) -> bool {
        let raw = self.quote(clause);
        let within = raw.strip_prefix("within ");
        let by = raw.strip_prefix("by ");
        let (text, what) = match (head, within, by) {
            (Head::Avoid { .. } | Head::Limit { .. }, Some(length), _) => {
                (format!("for {length}"), "how long it is left")
            }
            (Head::Avoid { .. } | Head::Limit { .. }, _, Some(point)) => {
                (format!("until {point}"), "until when it is left")
            }
            (Head::Allow { .. } | Head::Resume(_), Some(point), _)
            | (Head::Allow { .. } | Head::Resume(_), _, Some(point)) => {
                (format!("from {point}"), "from when it is allowed")
            }
            _ => return false,
        };
        self.refuse(
            Diagnostic::new(
                Code::ClauseUnfit,
                clause,
                format!("`{raw}` does not say {what}"),
                "until when, or from when?",
            )
            .with_help(match within.filter(|_| text.starts_with("for ")) {
                Some(length) => format!(
                    "write `{text}`, or `for {length} before and {length} after` where it is off before the treatment, too"
                ),
                None => format!("write `{text}`"),
            })
            .with_fix(clause, text),
        );
        true
    }
}

/// `at most 60 minutes at a time` of `at most 1 hour at a time`.
fn in_minutes(raw: &str) -> Option<String> {
    let words: Vec<&str> = raw.split_whitespace().collect();
    let at = words
        .iter()
        .position(|word| ["hour", "hours"].contains(word))?;
    let (front, behind) = (words.get(..at.checked_sub(1)?)?, words.get(at + 1..)?);
    let hours: u32 = words.get(at - 1)?.parse().ok()?;
    let minutes = format!("{} minutes", hours.checked_mul(60)?);
    let most = !front.is_empty() || !behind.is_empty();
    let said: Vec<&str> = [front, &[minutes.as_str()], behind].concat();
    most.then(|| said.join(" "))
}
