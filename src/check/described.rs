//! A text behind a thing's name that was to be another name: its `aka` or its comma is lost.

use super::checker::Checker;
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::Span;
use crate::syntax::tree::{Kind, Member};

impl Checker<'_> {
    /// Warns of a description where a reader sees another name. An event has a description, and so has a
    /// symptom without other names; what describes anything else stands in a comment.
    pub(crate) fn described(&mut self, kind: Kind, member: &Member) {
        let Some(text) = &member.description else {
            return;
        };
        let may_be = kind == Kind::Event || kind == Kind::Symptom && member.aliases.is_empty();
        if may_be {
            return;
        }
        let message = format!(
            "`{}` describes `{}`, and is no other name for it",
            text.node, member.name.text
        );
        let found = Diagnostic::new(Code::TextAfterName, text.span, message, "a description");
        let found = match lost(member, text.span) {
            Some(edit) if edit.text == "," => found
                .with_help("put a comma before another name; a comment describes a thing")
                .with_edits(vec![edit]),
            Some(edit) => found
                .with_help("put `aka` before another name; a comment describes a thing")
                .with_edits(vec![edit]),
            None => found.with_help("put it behind `aka` where it is another name"),
        };
        self.report(found);
    }
}

/// What a text behind a name lost: a comma where other names stand before it, `aka` where none do.
fn lost(member: &Member, text: Span) -> Option<Edit> {
    match member.aliases.last() {
        None => Some(Edit {
            span: text.at_start(),
            text: "aka ".to_owned(),
        }),
        Some(last) if last.span.end <= text.start => Some(Edit {
            span: last.span.at_end(),
            text: ",".to_owned(),
        }),
        Some(_) => None,
    }
}
