//! `avoid sun for 2 weeks before each session`: a sentence holds anew around each session, and `before each` alone is how
//! often something is done.

use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::lower::Lower;
use crate::syntax::lower::parts::{Part, Placed};
use crate::syntax::tree::{Clause, FrequencyKind, Head, WindowKind};
use crate::vocabulary::fold;

/// What is treated again and again, in the words of sheets.
const SESSIONS: &[&str] = &["session", "treatment", "visit", "appointment"];

impl Lower<'_> {
    /// Refuses `before each session` where it says from when on: the time before it would count from the treatment, and
    /// a ban without one would hold after it. Takes it away.
    pub(super) fn before_each_session(&mut self, head: &Head, placed: &mut Vec<Placed>) {
        let Some(each) = placed.iter().find(|clause| is_each_session(clause)) else {
            return;
        };
        let each = each.span;
        let restricts = matches!(
            head,
            Head::Avoid { .. } | Head::Limit { .. } | Head::Allow { .. } | Head::Resume(_)
        );
        let mut before = placed.iter().filter(|clause| clause.span.end <= each.start);
        let length = before
            .find(|clause| is_length(clause, restricts))
            .map(|clause| clause.span);
        // Something may be done shortly before each session, and that is how often.
        if length.is_none() && !restricts {
            return;
        }
        let (text, span) = match length {
            Some(length) => (format!("{} before", self.quote(length)), length.to(each)),
            None => ("before treatment".to_owned(), each),
        };
        let adjacent = length.is_none_or(|length| self.touches(length, each));
        let raw = self.quote(each);
        let when = if restricts {
            "when it is left"
        } else {
            "from when on"
        };
        let diagnostic = Diagnostic::new(
            Code::ClauseUnfit,
            span,
            format!("`{raw}` says how often something is done, and not {when}"),
            "each session, or each time?",
        )
        .with_help(format!(
            "write `{text}`: a sentence holds anew around each session"
        ));
        self.refuse(if adjacent {
            diagnostic.with_fix(span, text)
        } else {
            diagnostic
        });
        placed.retain(|clause| clause.span != each);
    }
}

/// `for 2 weeks`, and not the minutes of one application.
fn is_length(clause: &Placed, restricts: bool) -> bool {
    match &clause.part {
        Some(Part::Clause(Clause::Window(window))) => {
            matches!(window.kind, WindowKind::For(_))
                && (restricts || !window.is_application(false))
        }
        _ => false,
    }
}

/// `before each session`
pub(super) fn is_each_session(clause: &Placed) -> bool {
    let kind = clause.frequency().and_then(|often| often.kind.as_ref());
    match kind {
        Some(FrequencyKind::BeforeEach(name)) => SESSIONS.contains(&fold(&name.text).as_str()),
        _ => false,
    }
}
