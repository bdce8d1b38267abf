//! `continue warfarin`: what goes on is taken already before the treatment.

use super::protocol::{Head, Rule};
use super::window::{Anchor, Point, Window};
use crate::syntax::tree::{Kind, Verb};
use crate::vocabulary::Vocabulary;

impl Rule {
    /// Whether it lets something go on: `continue moisturiser`.
    #[must_use]
    pub fn lets_go_on(&self) -> bool {
        matches!(
            &self.head,
            Head::Duty {
                verb: Some(verb),
                ..
            } if Verb::word(*verb) == "continue"
        )
    }

    /// Whether it holds already before the treatment: medicines that go on, where no start is written. An end is none.
    #[must_use]
    pub fn goes_on_before(&self, vocabulary: &Vocabulary) -> bool {
        let starts_unsaid = match &self.window {
            Window::Unsaid => true,
            Window::Until { until, .. } => !until.parts().iter().any(is_vague),
            _ => false,
        };
        let is_medicine = |thing| vocabulary.thing(thing).kind == Kind::Medicine;
        starts_unsaid && self.lets_go_on() && self.head.things().all(|item| is_medicine(item.thing))
    }
}

/// `for a few days`, which counts from the treatment.
fn is_vague(point: &Point) -> bool {
    matches!(
        point,
        Point::Offset {
            anchor: Anchor::Vague(_),
            ..
        }
    )
}
