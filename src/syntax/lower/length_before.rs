//! `take paracetamol 1 hour before treatment`: a length of time before `before`, and no word that says whether it is
//! done so long before or takes so long.

use crate::diagnostic::{Code, Diagnostic};
use crate::number::Number;
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::lower::duration::written;
use crate::syntax::lower::each_session::is_each_session;
use crate::syntax::lower::parts::{Part, Placed};
use crate::syntax::tree::{Clause, Duration, FrequencyKind, Head, TimeUnit, WindowKind};

/// What such a length stands before.
enum Before {
    /// `before treatment`, `before each session`
    Treatment,
    /// `before each cleansing`
    Each,
}

impl Lower<'_> {
    /// Refuses such a length, and takes it and what it stands before away. A day and longer, and what is not to be
    /// done, has one reading, and a message of its own.
    pub(super) fn check_length_before(&mut self, head: &Head, placed: &mut Vec<Placed>) {
        if !matches!(head, Head::Duty { .. } | Head::Action(_)) {
            return;
        }
        let found = placed.windows(2).enumerate().find_map(|(at, pair)| {
            let [length, before] = pair else { return None };
            let (low, high, unit) = short_time(length)?;
            let what = stands_before(before)?;
            let touches = self.touches(length.span, before.span);
            touches.then_some((at, (low, high, unit), what, length.span, before.span))
        });
        let Some((at, (low, high, unit), what, length, before)) = found else {
            return;
        };
        let span = length.to(before);
        let raw = self.quote(span);
        let of = |amount| written(Duration { amount, unit });
        let diagnostic = Diagnostic::new(
            Code::DaysWithoutFor,
            span,
            format!("`{raw}` does not say whether it is done then or takes so long"),
            "`at`, `from` or `for` is missing before it",
        );
        let diagnostic = match (what, high) {
            (Before::Each, _) => {
                let text = format!("for {raw}");
                diagnostic
                    .with_help(format!(
                        "write `{text}` if it takes so long each time; how long before it is done stands in a `note`"
                    ))
                    .with_fix(span, text)
            }
            (Before::Treatment, Some(high)) => {
                let (first, last) = (of(high), of(low));
                let text = format!("from {first} before treatment until {last} before treatment");
                diagnostic
                    .with_help(format!(
                        "write `{text}`; a sentence holds anew around each session"
                    ))
                    .with_fix(span, text)
            }
            (Before::Treatment, None) => {
                let least = of(low);
                let once = format!("at {least} before treatment");
                let during = format!("for {least} before treatment");
                diagnostic
                    .with_help(format!(
                        "write `{once}` for what is done once, then, `{during}` for all that time"
                    ))
                    .with_fix(span, once)
                    .with_fix(span, during)
            }
        };
        self.refuse(diagnostic);
        placed.drain(at..at + 2);
    }

    /// Whether nothing but a blank lies between two spans.
    pub(super) fn touches(&self, one: Span, other: Span) -> bool {
        self.raw(one.at_end().to(other.at_start()))
            .trim()
            .is_empty()
    }
}

/// Minutes, or hours of less than a day.
fn short_time(clause: &Placed) -> Option<(Number, Option<Number>, TimeUnit)> {
    clause.bare_time().filter(|(low, _, unit)| {
        unit.is_elapsed() && !(*unit == TimeUnit::Hour && *low >= Number::whole(24))
    })
}

fn stands_before(clause: &Placed) -> Option<Before> {
    if let Some(Part::Clause(Clause::Window(window))) = &clause.part {
        return matches!(window.kind, WindowKind::BeforeTreatment).then_some(Before::Treatment);
    }
    match clause.frequency()?.kind.as_ref()? {
        FrequencyKind::BeforeEach(_) if is_each_session(clause) => Some(Before::Treatment),
        FrequencyKind::BeforeEach(_) => Some(Before::Each),
        _ => None,
    }
}
