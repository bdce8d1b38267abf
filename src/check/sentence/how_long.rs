//! `allow showers for 5 minutes from day 2`: minutes behind a start are how long something is done, and no time
//! that is over five minutes after midnight.

use crate::check::checker::Checker;
use crate::check::wording;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::tree::{Anchor, Clause, Extent, Head, Point, Sentence, TimeUnit, WindowKind};

impl Checker<'_> {
    /// Refuses minutes behind a start of what is done, allowed or taken up again, and offers them as how long.
    pub(super) fn minutes_from(&mut self, sentence: &Sentence) -> bool {
        let head = &sentence.head.node;
        let Some((minutes, from, at)) = start_and_minutes(sentence) else {
            return false;
        };
        if !matches!(
            head,
            Head::Duty { .. } | Head::Action(_) | Head::Allow { .. } | Head::Resume(_)
        ) {
            return false;
        }
        let from = format!("from {}", self.one_line(from));
        let diagnostic = Diagnostic::new(
            Code::MinutesFrom,
            at,
            format!(
                "`{}` is over once and for all when the minutes are",
                self.one_line(at)
            ),
            "how long each time?",
        );
        let text = format!("{minutes} {from}");
        let in_lead = at.start < sentence.head.span.start;
        self.report(if matches!(head, Head::Resume(_)) {
            diagnostic.with_help(format!(
                "write `{from}`, and how long in an `allow` of its own"
            ))
        } else if in_lead {
            diagnostic.with_help(format!("write `{text}` behind what it is said of"))
        } else {
            diagnostic
                .with_help(format!("write `{text}`: how long each time, and from when"))
                .with_fix(at, text)
        });
        true
    }
}

/// The minutes of a window that starts with a day or with what happens, where it starts, and its place.
fn start_and_minutes(sentence: &Sentence) -> Option<(String, Span, Span)> {
    sentence.clauses.iter().find_map(|clause| {
        let Clause::Window(window) = &clause.node else {
            return None;
        };
        let WindowKind::From {
            from,
            length: Some(length),
            ..
        } = &window.kind
        else {
            return None;
        };
        let minutes = minutes(length)?;
        starts_later(from).then_some((minutes, from.span, clause.span))
    })
}

/// `from treatment for 10 minutes` is one time, since the treatment is one moment.
fn starts_later(from: &Spanned<Point>) -> bool {
    !matches!(
        &from.node,
        Point::Offset {
            distance: None,
            anchor: Spanned {
                node: Anchor::Treatment,
                ..
            },
            ..
        }
    )
}

/// `5 minutes`, as a quantity is written.
fn minutes(length: &Extent) -> Option<String> {
    let (bound, range) = match length {
        Extent::Range(range) => ("", *range),
        Extent::AtLeast {
            minimum,
            better: None,
        } => ("at least ", single(*minimum)),
        Extent::UpTo(most) => ("at most ", single(*most)),
        _ => return None,
    };
    let last = range.high.unwrap_or(range.low).node.unit;
    (last == TimeUnit::Minute).then(|| format!("{bound}{}", wording::duration_range(&range)))
}

fn single(length: Spanned<crate::syntax::tree::Duration>) -> crate::syntax::tree::DurationRange {
    crate::syntax::tree::DurationRange {
        low: length,
        high: None,
    }
}
