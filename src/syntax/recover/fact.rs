//! A fact's declaration that lost its first word or misspelt it.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;

/// The farthest that a slip of `fact` may lie from it.
const SLIPS: usize = 2;

impl Lower<'_> {
    /// `fct smoker: yes or no`, `smoker: yes or no`: what looks like a label is a fact's name.
    pub(super) fn like_a_fact(&mut self, line: Span) -> bool {
        let Some(colon) = self.laid(line).find(':') else {
            return false;
        };
        let values = self.tail(line, line.start as usize + colon + 1);
        let listed = [
            "yes or no",
            "yes/no",
            "ordered ",
            "one of ",
            "any of ",
            "number",
        ];
        if !listed
            .iter()
            .any(|word| self.laid(values).starts_with(word))
        {
            return false;
        }
        let word = self.first_word(line);
        let first = self.place(line.start as usize, line.start as usize + word.len());
        let two = self.laid(self.place(first.end as usize, line.start as usize + colon));
        if strsim::osa_distance(word, "fact") <= SLIPS && !two.trim().is_empty() {
            let edits = vec![edit(first, "fact")];
            if self.reads_with(line, &edits) {
                self.near(word, "fact", first, line);
                return true;
            }
        }
        let edits = vec![edit(line.at_start(), "fact ")];
        let reads = self.reread(Rule::label, line).is_some() && self.reads_with(line, &edits);
        if reads {
            let raw = self.excerpt(values);
            self.refuse(
                Diagnostic::new(
                    Code::DeclarationShape,
                    self.place(line.start as usize, line.start as usize + colon),
                    format!("`{raw}` are the values of a fact, and `fact` is missing"),
                    "this reads as a label",
                )
                .with_help("write `fact` before the name")
                .with_edits(edits),
            );
        }
        reads
    }
}
