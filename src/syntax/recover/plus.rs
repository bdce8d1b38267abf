//! A number with a `+` behind it, which only attributes have.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;

impl Lower<'_> {
    /// `for 24+ hours`, `sessions 4+`, `drink water 2+ litres`
    pub(super) fn plus(&mut self, stop: Stop, rest: Span) -> bool {
        let read = self.laid(self.place(stop.line.start as usize, stop.end));
        let laid = self.laid(rest);
        let behind = laid.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let before = read.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let inside = laid.len() - behind.len();
        let digits = if inside > 0 {
            inside
        } else {
            read.len() - before.len()
        };
        if !behind.starts_with('+') || digits == 0 || (inside > 0 && self.after_name(stop)) {
            return false;
        }
        let sign = rest.start as usize + inside;
        let number = self.place(sign - digits, sign);
        let whole = self.place(sign - digits, sign + 1);
        let (raw, number_raw) = (self.quote(whole), self.quote(number));
        let diagnostic = |why: &str| {
            let message = format!("`{raw}` has no upper end");
            Diagnostic::new(Code::ClauseShape, whole, message, why)
        };
        let edits = vec![edit(whole, format!("at least {number_raw}"))];
        if self.reads_with(stop.line, &edits) {
            self.refuse(
                diagnostic("only an attribute, as in `spf 30+`, is so written")
                    .with_help(format!("write `at least {number_raw}`"))
                    .with_edits(edits),
            );
            return true;
        }
        let plain = vec![edit(whole, number_raw.as_str())];
        let helps = self.reads_with(stop.line, &plain);
        if helps {
            self.refuse(
                diagnostic("only an attribute, as in `spf 30+`, is so written")
                    .with_help("write the number, or both ends of what is meant, such as `2..3`"),
            );
        }
        helps
    }

    /// Whether the number could be an attribute's: `sunscreen spf 50+`.
    fn after_name(&self, stop: Stop) -> bool {
        stop.name.is_some_and(|start| {
            let name = self.place(start, stop.end);
            self.laid(name).contains(' ')
        })
    }
}
