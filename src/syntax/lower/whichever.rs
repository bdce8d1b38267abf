//! `for 2 weeks or until healed, whichever is later`: two ends of time, and which of them counts.

use pest::iterators::Pair;

use crate::span::Spanned;
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::tree::{Ago, Anchor, Duration, DurationRange, Extent, Point, WindowKind};

/// Which of two ends counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whichever {
    Later,
    Sooner,
}

impl Whichever {
    /// `whichever is later`
    pub(super) fn of(pair: Pair<'_, Rule>) -> Self {
        let mut parts = Cursor::into(pair);
        let later = parts.took(Rule::later);
        if !later {
            parts.presume(Rule::sooner);
        }
        parts.end();
        if later { Self::Later } else { Self::Sooner }
    }

    /// A window until an event, and not before or not after so long.
    fn until(self, event: Spanned<Point>, length: Spanned<Duration>) -> WindowKind {
        let (at_least, at_most) = match self {
            Self::Later => (Some(length), None),
            Self::Sooner => (None, Some(length)),
        };
        WindowKind::Until {
            until: Box::new(event),
            at_least,
            at_most,
            usually: None,
        }
    }
}

impl Lower<'_> {
    /// `for D or until E, whichever is later`; none where the length is no single one.
    pub(super) fn whichever_until(
        &mut self,
        extent: &Extent,
        or_until: &Pair<'_, Rule>,
    ) -> Option<WindowKind> {
        let Extent::Range(DurationRange { low, high: None }) = extent else {
            return None;
        };
        let mut parts = Cursor::into(or_until.clone());
        let point = parts.presume(Rule::point);
        let which = Whichever::of(parts.accept(Rule::whichever)?);
        let event = self.point(point)?;
        length_of(&event.node)
            .is_none()
            .then(|| which.until(event, *low))
    }

    /// `until E or for D, whichever is later`; none where neither, or both, are lengths of time.
    pub(super) fn whichever_then(
        &mut self,
        first: &Spanned<Point>,
        or_then: &Pair<'_, Rule>,
    ) -> Option<WindowKind> {
        let mut parts = Cursor::into(or_then.clone());
        let point = parts.presume(Rule::point);
        let which = Whichever::of(parts.accept(Rule::whichever)?);
        let second = self.point(point)?;
        match (length_of(&first.node), length_of(&second.node)) {
            (Some(length), None) => Some(which.until(second, length)),
            (None, Some(length)) => Some(which.until(first.clone(), length)),
            _ => None,
        }
    }
}

/// The length of time that a point is after the treatment: `2 weeks`.
fn length_of(point: &Point) -> Option<Spanned<Duration>> {
    match point {
        Point::Offset {
            distance: Some(DurationRange { low, high: None }),
            ago: Ago::After,
            anchor,
        } if anchor.node == Anchor::Treatment => Some(*low),
        _ => None,
    }
}
