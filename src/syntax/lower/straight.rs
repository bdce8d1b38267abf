//! `straight after treatment`: what is done is done once then; what is left, allowed or expected, or done
//! so often, holds from then on, and nobody has said until when.

use crate::syntax::lower::Lower;
use crate::syntax::lower::parts::{Kind, Part, Placed};
use crate::syntax::tree::{Clause, Head, Window, WindowKind};

impl Lower<'_> {
    /// Turns it into `from treatment` where that is meant; it is read as `at treatment`.
    pub(super) fn straight_after(&self, head: &Head, placed: &mut [Placed]) {
        let is_done = matches!(
            head,
            Head::Duty { .. } | Head::Action(_) | Head::Steps { .. }
        );
        let often = placed.iter().any(|clause| clause.kind == Kind::Frequency);
        if is_done && !often {
            return;
        }
        for clause in placed {
            let is_straight = !self.raw(clause.span).starts_with(['a', 'A']);
            if let Some(Part::Clause(Clause::Window(Window { kind, .. }))) = &mut clause.part
                && let WindowKind::At(point) = kind
                && is_straight
            {
                *kind = WindowKind::From {
                    from: point.clone(),
                    at_least: None,
                    until: None,
                    length: None,
                };
            }
        }
    }
}
