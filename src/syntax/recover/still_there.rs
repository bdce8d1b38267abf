//! `apply pressure if bleeding does not stop`: what is still there is a sign, and `not` before a condition says the contrary.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::calls::CALLING;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::should_you::sign_said;
use crate::vocabulary::{SaidSign, names_a_sign, said_signs};

/// Heads about what is known before the treatment.
const BEFORE: &[&str] = &["refuse", "defer", "tell", "ask", "caution", "prepare"];

impl Lower<'_> {
    /// Leads a condition that a sign is still there to that sign; whether a line has one.
    pub(super) fn still_there(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let first = self.first_word(sentence);
        let calls = CALLING.contains(&first) || first == "report";
        let Some((at, asked)) = condition_of(self.laid(sentence)).filter(|_| !calls) else {
            return false;
        };
        let Some(said) = said_signs(asked, names_a_sign) else {
            return false;
        };
        let is_still = |sign: &SaidSign| matches!(sign, SaidSign::Staying { .. });
        if !said.signs.iter().any(is_still) {
            return false;
        }
        let signs: Vec<String> = said.signs.iter().map(sign_said).collect();
        let written = signs.join(if said.together { " and " } else { " or " });
        let whole = self.place(
            sentence.start as usize + at,
            sentence.start as usize + at + asked.len(),
        );
        if !self.reads_with(line, &[edit(whole, written.as_str())]) {
            return false;
        }
        let is_before = BEFORE.contains(&first);
        let new = signs.iter().filter(|sign| sign.starts_with('"'));
        let declared = new.map(|sign| match is_before {
            true => format!("`fact {sign}: yes or no`"),
            false => format!("`symptom {sign}`"),
        });
        let declared: Vec<String> = declared.collect();
        let declared = crate::check::wording::list(&declared, "and");
        let raw = self.quote(whole);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                whole,
                format!("`{raw}` says what has not come, and asks for no sign"),
                "a sign is there, and stays",
            )
            .with_help(format!("declare {declared}, and write `{written}` here")),
        );
        true
    }
}

/// What a sentence asks behind its `if`, and where that starts.
fn condition_of(sentence: &str) -> Option<(usize, &str)> {
    let (at, ends): (usize, &[&str]) = if sentence.starts_with("if ") {
        ("if ".len(), &[", "])
    } else {
        let joints = [" if ", " unless "];
        let found = joints
            .iter()
            .find_map(|joint| Some(sentence.find(joint)? + joint.len()));
        (found?, &[" because ", " instead ", " [", "."])
    };
    let rest = sentence.get(at..)?;
    let end = ends.iter().filter_map(|word| rest.find(word)).min();
    // A lead of several parts has commas of its own.
    let end = end.or((at > "if ".len()).then_some(rest.len()))?;
    Some((at, rest.get(..end)?))
}

#[cfg(test)]
mod tests {
    use super::condition_of;

    #[test]
    fn a_condition_is_behind_its_if() {
        for (sentence, asked) in [
            (
                "if bleeding does not stop, apply pressure",
                "bleeding does not stop",
            ),
            (
                "apply pressure if bleeding does not stop.",
                "bleeding does not stop",
            ),
            ("apply pressure if pain because \"x\"", "pain"),
        ] {
            assert_eq!(condition_of(sentence).map(|(_, asked)| asked), Some(asked));
        }
        assert_eq!(condition_of("avoid makeup"), None);
    }
}
