//! `avoid sun for 2 weeks before each session`: a sentence holds anew around each session, and `before each` alone is how
//! often something is done.

use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::{Clause, Frequency, FrequencyKind, Head, Sentence, Window, WindowKind};
use crate::vocabulary::fold;

/// What is treated again and again, in the words of sheets.
const SESSIONS: &[&str] = &["session", "treatment", "visit", "appointment"];

impl Checker<'_> {
    /// Refuses a restriction `before each session`: its time would count from the treatment on.
    pub(super) fn before_each_session(&mut self, sentence: &Sentence) {
        let restricts = matches!(
            sentence.head.node,
            Head::Avoid { .. } | Head::Limit { .. } | Head::Allow { .. } | Head::Resume(_)
        );
        if !restricts {
            return;
        }
        let each = sentence.clauses.iter().find(|clause| is_each(&clause.node));
        let Some(each) = each else {
            return;
        };
        let length = sentence
            .clauses
            .iter()
            .find_map(|clause| match &clause.node {
                Clause::Window(Window {
                    kind: WindowKind::For(_),
                    ..
                }) if clause.span.end <= each.span.start => Some(clause.span),
                _ => None,
            });
        let (text, span) = match length {
            Some(length) => (
                format!("{} before", self.one_line(length)),
                length.to(each.span),
            ),
            None => ("before treatment".to_owned(), each.span),
        };
        let adjacent = length.is_none_or(|length| self.touches(length, each.span));
        let raw = self.one_line(each.span);
        let diagnostic = Diagnostic::new(
            Code::ClauseUnfit,
            span,
            format!("`{raw}` says how often something is done, and not when it is left"),
            "each session, or each time?",
        )
        .with_help(format!(
            "write `{text}`: a sentence holds anew around each session"
        ));
        self.report(if adjacent {
            diagnostic.with_fix(span, text)
        } else {
            diagnostic
        });
    }

    /// Whether nothing but a blank lies between two spans.
    fn touches(&self, one: Span, other: Span) -> bool {
        let gap = one.at_end().to(other.at_start());
        self.sources.text(gap).trim().is_empty()
    }
}

/// `before each session`
fn is_each(clause: &Clause) -> bool {
    let Clause::Frequency(Frequency {
        kind: Some(FrequencyKind::BeforeEach(name)),
        ..
    }) = clause
    else {
        return false;
    };
    SESSIONS.contains(&fold(&name.text).as_str())
}
