//! A number where the thing is wanted.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::{Lower, strength};
use crate::syntax::recover::reread::edit;

impl Lower<'_> {
    /// `drink at least 2 litres water`, `avoid 2 litres of water`, `avoid 5-fluorouracil`
    pub(super) fn number_first(&mut self, word: &str, rest: Span, line: Span) {
        let mut diagnostic = Diagnostic::new(
            Code::MissingThings,
            rest,
            format!("`{word}` wants a thing first, and a bare name starts with no digit"),
            "a number stands where the thing is wanted",
        )
        .with_help(
            "write the thing first, as in `drink water 2 litres daily`, or `of` before it, as in \
             `drink 2 litres of water`; a name that starts with a digit stands in quotes",
        );
        if let Some((_, end)) = self.reread(Rule::quantity, rest) {
            let quantity = self.quote(self.place(rest.start as usize, end));
            let after = self.tail(rest, end);
            let name = match self.laid(after).strip_prefix("of ") {
                Some(name) => self.tail(after, after.end as usize - name.len()),
                None => after,
            };
            if let Some((_, name_end)) = self.reread(Rule::name, name) {
                let name = self.place(name.start as usize, name_end);
                let raw = self.quote(name);
                let edits = vec![edit(
                    self.place(rest.start as usize, name_end),
                    format!("{raw} {quantity}"),
                )];
                if self.reads_with(line, &edits) {
                    diagnostic = diagnostic
                        .with_help(format!("write `{raw} {quantity}`: the thing stands first"))
                        .with_edits(edits);
                } else if strength(&quantity).is_some() && ["expect", "report"].contains(&word) {
                    // How much a sign is changed is no strength.
                    let end = self.place(rest.start as usize, name_end);
                    let text = format!("\"{}\"", self.quote(end));
                    diagnostic = diagnostic.with_help(format!(
                        "how much is said in words of your own: write `{text}`, or a `note`"
                    ));
                    let edits = vec![edit(end, text)];
                    diagnostic = self.fix_if_reads(diagnostic, line, edits);
                } else if let Some(number) = strength(&quantity) {
                    diagnostic =
                        diagnostic.with_help(format!("write `{raw} with strength {number}`"));
                }
            }
        } else {
            let first = self.place(
                rest.start as usize,
                rest.start as usize + self.first_word(rest).len(),
            );
            let raw = self.quote(first);
            let edits = vec![edit(first, format!("\"{raw}\""))];
            diagnostic = self.fix_if_reads(diagnostic, line, edits);
        }
        self.refuse(diagnostic);
    }
}
