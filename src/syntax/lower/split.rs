//! `with` after more than one thing: refused, and split into two sentences.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::lower::things::Outline;

/// Where the parts of a sentence stand that a second sentence repeats.
pub(super) struct Around {
    /// From the sentence's head to its first thing.
    pub prefix: Span,
    /// From the end of its list to its own end.
    pub rest: Span,
}

impl Lower<'_> {
    /// Refuses a list of several things where one has attributes. With `around` it offers the split.
    pub(super) fn several_with(&mut self, list: Outline, around: Option<&Around>) {
        let Some((name, at)) = list.marked else {
            return;
        };
        let name = self.quote(name);
        let mut diagnostic = Diagnostic::new(
            Code::WithAfterList,
            at,
            format!("`with` and `without` belong to `{name}` alone, and the list has more things"),
            "whether it is meant for all of them is not said",
        )
        .with_help("write two sentences");
        if let (Some(around), Some(join)) = (around, list.last_join) {
            let (prefix, rest) = (self.quote(around.prefix), self.quote(around.rest));
            let blank = if rest.is_empty() || rest.starts_with([',', '.']) {
                ""
            } else {
                " "
            };
            let indent = self.indentation(around.prefix);
            diagnostic = diagnostic.with_fix(join, format!("{blank}{rest}\n{indent}{prefix} "));
        }
        self.refuse(diagnostic);
    }

    /// The blanks before the line on which a span starts.
    pub(in crate::syntax) fn indentation(&self, span: Span) -> String {
        let before = self.text.get(..span.start as usize).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        line.chars()
            .take_while(|letter| matches!(letter, ' ' | '\t'))
            .collect()
    }
}
