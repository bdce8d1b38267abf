//! `report fever to doctor, out of hours go to A&E`: whom to call where the first cannot be reached.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;
use crate::vocabulary::without_getting;

/// When the first cannot be reached.
const WHEN: &[&str] = &[
    "out of hours",
    "out-of-hours",
    "outside opening hours",
    "outside of opening hours",
    "outside office hours",
    "outside clinic hours",
    "outside of hours",
    "outside hours",
    "after hours",
    "when we are closed",
    "when the clinic is closed",
    "if we are closed",
    "if the clinic is closed",
];

/// What stands before who is called then.
const CALLS: &[&str] = &[
    "attend ", "call ", "contact ", "dial ", "go to ", "phone ", "ring ", "to ", "",
];

impl Lower<'_> {
    /// `outside opening hours, call 111 if bleeding`: the clinic is called first, and then the other; whether a line starts so.
    pub(super) fn hours_first(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let said = self.quote(sentence);
        let Some((whom, signs)) = called_then(said.trim_end_matches('.')) else {
            return false;
        };
        let diagnostic = Diagnostic::new(
            Code::ClauseShape,
            sentence,
            "who is called where the first cannot be reached stands behind `otherwise`",
            "whom else",
        );
        let signs = signs.map(without_getting);
        let report = signs.map(|signs| format!("report {signs} to clinic otherwise {whom}"));
        let written = report.map(|report| (vec![edit(sentence, report.as_str())], report));
        self.refuse(match written {
            Some((edits, report)) if self.reads_with(line, &edits) => diagnostic
                .with_help(format!("write `{report}`"))
                .with_edits(edits),
            _ => diagnostic.with_help(format!(
                "each sentence stands alone: write it in each `report`, as in `report fever to clinic otherwise {whom}`"
            )),
        });
        true
    }

    /// Offers `otherwise` for who is called out of hours; whether somebody is.
    pub(super) fn out_of_hours(&mut self, stop: Stop, rest: Span) -> bool {
        let start = self.after_labels(stop.line);
        let is_report = self
            .laid(self.place(start, stop.end))
            .starts_with("report ");
        let said = self.quote(rest);
        let bare = said.trim_start_matches([',', ';', ' ']);
        let bare = bare.strip_prefix("and ").unwrap_or(bare);
        let Some((whom, None)) = called_then(bare.trim_end_matches('.')) else {
            return false;
        };
        if !is_report || stop.in_steps {
            return false;
        }
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

/// Whom a text calls that starts with such hours, as `otherwise` takes it, and about what.
fn called_then(text: &str) -> Option<(String, Option<&str>)> {
    let lower = text.to_lowercase();
    let when = WHEN.iter().find(|when| lower.starts_with(**when))?;
    let behind = text.get(when.len()..)?;
    let behind = behind
        .strip_prefix([' ', ','])
        .map(|behind| behind.trim_start_matches([',', ' ']))?;
    let who = CALLS.iter().find_map(|word| behind.strip_prefix(word))?;
    let (who, signs) = match who.split_once(" if ") {
        Some((who, signs)) => (who, Some(signs)),
        None => (who, None),
    };
    let who = who.strip_prefix("the ").unwrap_or(who);
    let is_number = who
        .chars()
        .all(|letter| letter.is_ascii_digit() || letter == ' ');
    let is_known = ["doctor", "clinic", "emergency services"].contains(&who);
    let plain = !who.is_empty() && !who.contains(['"', ',']);
    let whom = match is_number || is_known {
        true => who.to_owned(),
        false => format!("\"{who}\""),
    };
    plain.then_some((whom, signs))
}

#[cfg(test)]
mod tests {
    use super::called_then;

    #[test]
    fn who_is_called_then_is_called_about_signs_or_about_all() {
        let found = |text| called_then(text);
        assert_eq!(
            found("outside opening hours call 111"),
            Some(("111".to_owned(), None))
        );
        assert_eq!(
            found("out of hours, go to A&E if bleeding"),
            Some(("\"A&E\"".to_owned(), Some("bleeding")))
        );
        assert_eq!(found("out of reach"), None);
    }
}
