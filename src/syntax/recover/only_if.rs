//! `not if pregnant`, `only if healed`, `if and only if healed`: a condition in words that deny it, or say it twice.

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;

/// What only says for whom something is left: it needs no second sentence.
const BANS: &[&str] = &[
    "avoid ", "do not ", "don't ", "expect ", "never ", "no ", "refuse ", "report ", "stop ",
];

impl Lower<'_> {
    /// `use retinoids daily, not if pregnant`: offers `unless`.
    pub(super) fn not_if(&mut self, stop: Stop, rest: Span) -> bool {
        const NOT: &str = "not if ";
        if !self.laid(rest).starts_with(NOT) {
            return false;
        }
        // A full stop before it ended the sentence.
        let read = self.laid(self.place(stop.line.start as usize, rest.start as usize));
        let front = read.trim_end_matches(['.', ',', ' ']).len();
        let from = stop.line.start as usize + front;
        let to = rest.start as usize + NOT.len();
        let edits = vec![edit(self.place(from, to), " unless ")];
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        let asked = self.quote(self.tail(rest, to));
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                self.place(rest.start as usize, to - 1),
                "`not if` is written with one word",
                "for whom not?",
            )
            .with_help(format!("write `unless {asked}`"))
            .with_edits(edits),
        );
        true
    }

    /// `Not if pregnant` on a line of its own: it belongs to the sentence above it.
    pub(in crate::syntax) fn not_if_alone(&mut self, line: Span) -> bool {
        const NOT: &[&str] = &["not if ", "but not if ", "except if ", "only if "];
        let laid = self.laid(line).to_lowercase();
        let Some(word) = NOT.iter().find(|word| laid.starts_with(**word)) else {
            return false;
        };
        let asked = self.quote(self.tail(line, line.start as usize + word.len()));
        let asked = asked.trim_end_matches('.');
        let said = self.place(line.start as usize, line.start as usize + word.len() - 1);
        let joint = if *word == "only if " { "if" } else { "unless" };
        let raw = self.quote(said);
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                said,
                format!("`{raw}` starts no sentence, and belongs to one"),
                "of which sentence?",
            )
            .with_help(format!(
                "write `{joint} {asked}` at the end of the sentence that it is about, before its `because`"
            )),
        );
        true
    }

    /// `apply ice if and only if swelling`
    pub(super) fn if_and_only_if(&mut self, stop: Stop, word: Span) -> bool {
        const AND_ONLY: &str = "and only if ";
        let after = self.tail(stop.line, word.end as usize);
        if !self.laid(after).starts_with(AND_ONLY) {
            return false;
        }
        let end = after.start as usize + AND_ONLY.len();
        let whole = self.place(word.start as usize, end);
        let from = word.start as usize;
        self.only_then(stop, (from, end), whole)
    }

    /// `only if pregnant`, where the sentence ends behind `only`.
    pub(super) fn only_if(&mut self, stop: Stop, at: usize, joint: &str) -> bool {
        const ONLY: &str = " only";
        let laid = self.laid(stop.line);
        let only = laid.get(..at).is_some_and(|front| front.ends_with(ONLY));
        if joint != " if " || !only {
            return false;
        }
        let start = stop.line.start as usize + at - ONLY.len();
        let comma = laid
            .get(..at - ONLY.len())
            .is_some_and(|front| front.ends_with(','));
        let from = start + 1 - usize::from(comma);
        let end = stop.line.start as usize + at + joint.len();
        self.only_then(stop, (from, end), self.place(start + 1, end - 1))
    }

    /// Offers `if`, and of what is done or allowed the ban that `only` says beside it.
    fn only_then(&mut self, stop: Stop, (from, to): (usize, usize), said: Span) -> bool {
        let start = self.after_labels(stop.line);
        let bare = edit(self.place(from, to), "if ");
        if !self.reads_with(stop.line, std::slice::from_ref(&bare)) {
            return false;
        }
        let front = self.quote(self.trimmed(self.place(start, from)));
        let front = front.trim_end_matches(',');
        let asked = self.quote(self.tail(stop.line, to));
        let asked = asked.trim_end_matches('.');
        let condition = condition_alone(asked).to_owned();
        let once = format!("{front} if {asked}");
        let raw = self.quote(said);
        let diagnostic = Diagnostic::new(
            Code::Syntax,
            said,
            format!("`{raw}` says two things: `if`, and that it is off otherwise"),
            "the language has `if` alone",
        );
        let is_ban = BANS
            .iter()
            .any(|head| front.to_lowercase().starts_with(head));
        let ban = ban_otherwise(front, &condition).filter(|_| !is_ban);
        let both: Option<(String, Vec<Edit>)> = ban.and_then(|ban| {
            let indent = self.indentation(stop.line);
            let end = stop.line.end as usize;
            let end = self.trimmed(self.place(start, end)).end as usize;
            let edits = vec![
                bare.clone(),
                edit(self.place(end, end), format!("\n{indent}{ban}")),
            ];
            self.reads_with(stop.line, &edits).then_some((ban, edits))
        });
        self.refuse(match both {
            Some((ban, edits)) => diagnostic
                .with_help(format!(
                    "write `{once}`, and where it is off otherwise `{ban}` on a line of its own"
                ))
                .with_edits(edits)
                .with_edits(vec![bare]),
            None => diagnostic
                .with_help(format!("write `{once}`"))
                .with_edits(vec![bare]),
        });
        true
    }
}

/// `healed` of `healed because "..."`
fn condition_alone(asked: &str) -> &str {
    let ends = [" because ", " instead ", " [", " accept "];
    let end = ends.iter().filter_map(|word| asked.find(word)).min();
    asked.get(..end.unwrap_or(asked.len())).unwrap_or(asked)
}

/// `avoid retinoids unless healed`, of `allow retinoids daily only if healed`.
fn ban_otherwise(front: &str, condition: &str) -> Option<String> {
    const DONE: &[&str] = &[
        "allow ", "apply ", "do ", "drink ", "eat ", "take ", "use ", "wear ",
    ];
    let head = DONE.iter().find(|head| front.starts_with(**head))?;
    let things = front.get(head.len()..)?;
    let ends = [
        " for ", " from ", " until ", " on ", " daily", " twice ", " once ", " every ", " at ",
        " as ", " up ", " after ", " while ", " using ", " in a ", " around ", " over ", " near ",
        " with ", " gently", ",",
    ];
    let counts = things.match_indices(' ').map(|(at, _)| at).find(|at| {
        things
            .get(at + 1..)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    });
    let end = ends
        .iter()
        .filter_map(|word| things.find(word))
        .chain(counts)
        .min();
    let things = things.get(..end.unwrap_or(things.len()))?.trim();
    let simple = !things.is_empty() && !condition.contains(" or ") && !condition.contains(" and ");
    simple.then(|| format!("avoid {things} unless {condition}"))
}
