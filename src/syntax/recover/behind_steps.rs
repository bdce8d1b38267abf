//! What stands behind the `}` of steps and cannot be read.

use crate::span::Span;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::recover::rest::Stop;

impl Lower<'_> {
    /// `steps "Evening" { cleanse face, then apply serum } for twice`: the steps read, and what is said
    /// of the whole routine does not. Where the last line of it ends, if it was explained.
    pub(in crate::syntax) fn behind_steps(&mut self, line: Span, brace: u32) -> Option<u32> {
        if self.quiet || !self.laid(line).trim_start().starts_with("steps ") {
            return None;
        }
        let behind = self.laid_out.get(brace as usize..)?;
        let end = brace as usize + behind.find('\n').unwrap_or(behind.len());
        let whole = self.trimmed(self.place(line.start as usize, end));
        let (sentence, end) = self.reread(Rule::sentence, whole)?;
        if end < brace as usize || end >= whole.end as usize || self.is_known(whole) {
            return None;
        }
        let base = std::mem::replace(&mut self.base, whole.start as usize);
        let steps = sentence
            .into_inner()
            .find(|part| part.as_rule() == Rule::steps);
        steps.map(|steps| self.steps(steps));
        self.base = base;
        let in_condition = self.ends_in_condition(whole, end);
        self.rest(Stop {
            line: whole,
            end,
            name: None,
            in_condition,
            in_steps: false,
        });
        Some(whole.end)
    }
}
