//! `remove drain once drain output is under 30 ml in 24 hours`: what happens is the whole, with its amount.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::vocabulary::COMPARING;

/// Words before what happens.
const JOINTS: &[&str] = &[" once ", " until ", " as soon as ", " from when "];

/// What ends what happens.
const ENDS: &[&str] = &[" because ", " if ", " unless ", " while ", ", "];

impl Lower<'_> {
    /// Refuses a time that hangs on an amount; whether the line has one.
    pub(super) fn comes_under(&mut self, line: Span) -> bool {
        let laid = self.laid(line);
        let found = JOINTS.iter().find_map(|joint| {
            let at = laid.find(joint)? + joint.len();
            let behind = laid.get(at..)?;
            let end = ENDS.iter().filter_map(|end| behind.find(end)).min();
            let said = behind
                .get(..end.unwrap_or(behind.len()))?
                .trim_end_matches('.');
            let counts = COMPARING.iter().any(|word| {
                let word = format!("{word} ");
                let mut parts = said.split(word.as_str()).skip(1);
                parts.any(|part| part.starts_with(|letter: char| letter.is_ascii_digit()))
            });
            let quoted = laid.get(..at)?.matches('"').count() % 2 == 1 || said.contains('"');
            (counts && !quoted).then_some((joint.trim(), at, said.len()))
        });
        let Some((joint, at, length)) = found else {
            return false;
        };
        let start = line.start as usize + at;
        let said = self.place(start, start + length);
        let raw = self.quote(said);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                said,
                format!("`{raw}` hangs on an amount, and what happens is named as a whole"),
                "what happens",
            )
            .with_help(format!(
                "declare it, `event \"{raw}\"`, and write `{joint} \"{raw}\"`"
            )),
        );
        true
    }
}
