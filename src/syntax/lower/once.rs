//! `remove dressing after 24 hours`: what is taken off is taken off once, then.

use crate::syntax::lower::Lower;
use crate::syntax::lower::parts::{Kind, Part, Placed};
use crate::syntax::tree::{Anchor, Clause, Head, Point, Window, WindowKind};

impl Lower<'_> {
    /// Turns a start without an end into `at POINT`, where the deed is over once it is done. What is done so
    /// often, or waits for a condition or a situation, may be due later than that: it stays as it is.
    pub(super) fn taken_off_once(&self, head: &Head, placed: &mut [Placed]) {
        let Head::Duty { verb, .. } = head else {
            return;
        };
        let waits = |clause: &Placed| {
            matches!(
                clause.kind,
                Kind::Frequency | Kind::If | Kind::Unless | Kind::While
            )
        };
        if !verb.node.is_done_once() || placed.iter().any(waits) {
            return;
        }
        for clause in placed {
            let Some(Part::Clause(Clause::Window(Window { kind, .. }))) = &mut clause.part else {
                continue;
            };
            if let WindowKind::From {
                from,
                at_least: None,
                until: None,
                length: None,
            } = kind
                && has_its_day(&from.node)
            {
                *kind = WindowKind::At(from.clone());
            }
        }
    }
}

/// Whether `at` can name the point: of several it would be each of them, and bedtime comes daily.
fn has_its_day(point: &Point) -> bool {
    match point {
        Point::Latest(_) => false,
        Point::Offset { anchor, .. } => anchor.node != Anchor::Bedtime,
        Point::Day(_) | Point::NextMorning => true,
    }
}
