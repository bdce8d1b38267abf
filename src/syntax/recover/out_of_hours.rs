//! `report fever to doctor, out of hours go to A&E`: whom to call where the first cannot be reached.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;

/// When the first cannot be reached.
const WHEN: &[&str] = &[
    "out of hours ",
    "out-of-hours ",
    "outside opening hours ",
    "outside of opening hours ",
    "outside office hours ",
    "outside clinic hours ",
    "after hours ",
    "when we are closed ",
    "if we are closed ",
];

/// What stands before who is called then.
const CALLS: &[&str] = &[
    "attend ", "call ", "contact ", "dial ", "go to ", "phone ", "ring ", "to ", "",
];

impl Lower<'_> {
    /// Offers `otherwise` for who is called out of hours; whether somebody is.
    pub(super) fn out_of_hours(&mut self, stop: Stop, rest: Span) -> bool {
        let start = self.after_labels(stop.line);
        let is_report = self
            .laid(self.place(start, stop.end))
            .starts_with("report ");
        let said = self.quote(rest);
        let bare = said.trim_start_matches([',', ';', ' ']);
        let bare = bare.strip_prefix("and ").unwrap_or(bare);
        let lower = bare.to_lowercase();
        let Some(when) = WHEN.iter().find(|when| lower.starts_with(**when)) else {
            return false;
        };
        let behind = bare
            .get(when.len()..)
            .unwrap_or_default()
            .trim_start_matches([',', ' ']);
        let who = CALLS.iter().find_map(|word| behind.strip_prefix(word));
        let who = who.unwrap_or(behind).trim_end_matches('.');
        let who = who.strip_prefix("the ").unwrap_or(who);
        let is_number = who
            .chars()
            .all(|letter| letter.is_ascii_digit() || letter == ' ');
        let is_known = ["doctor", "clinic", "emergency services"].contains(&who);
        let plain = !who.is_empty() && !who.contains(['"', ',']);
        if !is_report || !plain || stop.in_steps {
            return false;
        }
        let whom = if is_number || is_known {
            who.to_owned()
        } else {
            format!("\"{who}\"")
        };
        let text = format!("otherwise {whom}");
        let edits = vec![edit(
            self.place(stop.end, rest.end as usize),
            format!(" {text}"),
        )];
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                rest,
                "who is called where the first cannot be reached stands behind `otherwise`",
                "whom else",
            )
            .with_help(format!("write `{text}`"))
            .with_edits(edits),
        );
        true
    }
}
