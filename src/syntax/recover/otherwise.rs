//! `otherwise when C { }` and `else { }`: an `otherwise` opens a block, and a `when` may stand in it.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::vocabulary::nearest;

/// What other languages and people say for `otherwise`.
const OTHERS: &[&str] = &["else", "other", "others"];

impl Lower<'_> {
    /// Explains the opening of a block that ends at `end`, if it is a misshapen `otherwise`.
    pub(in crate::syntax) fn otherwise_when(&mut self, line: Span, end: u32) -> bool {
        let line = self.trimmed(line);
        let word = self.first_word(line);
        let is_near = OTHERS.contains(&word) || nearest(word, ["otherwise"]).is_some();
        if self.quiet || !is_near {
            return false;
        }
        let start = line.start as usize;
        let word_span = self.place(start, start + word.len());
        let rest = self.tail(line, start + word.len());
        let second = self.first_word(rest);
        let mut edits = vec![edit(word_span, "otherwise")];
        let diagnostic = match (word, second) {
            ("otherwise" | "else", "when" | "whenever" | "if") => {
                let at = rest.start as usize;
                edits.push(edit(self.place(at, at + second.len()), "{ when"));
                edits.push(edit(self.place(end as usize, end as usize), " }"));
                Diagnostic::new(
                    Code::HeadShape,
                    word_span.to(self.place(at, at + second.len())),
                    format!("`{word}` opens a block, and a `when` stands inside that block"),
                    "a `{` is missing between the two",
                )
                .with_help("write `otherwise { when ... { ... } }`")
            }
            (_, "") if word != "otherwise" => Diagnostic::new(
                Code::UnknownHead,
                word_span,
                format!("`{word}` is no word of the language"),
                "`otherwise` is",
            )
            .with_help("did you mean `otherwise`?"),
            _ => return false,
        };
        let whole = self.place(start, end as usize);
        let follows = self.laid(self.place(end as usize, self.text.len()));
        let in_chain = ["otherwise", "else"]
            .iter()
            .any(|word| follows.trim_start().starts_with(word));
        let reads = self
            .mended(whole, &edits)
            .is_some_and(|mended| self.reads(&format!("when pregnant {{ note \"x\" }} {mended}")));
        self.refuse(if reads && !in_chain {
            diagnostic.with_edits(edits)
        } else {
            diagnostic
        });
        true
    }
}
