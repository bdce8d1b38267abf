//! What a checked rule means, to compare: all but its places, its label and its wording.

use aftercare_dsl::check::{Head, Protocol, Rule};

/// Whether two rules of two protocols mean the same.
///
/// Both protocols have the same vocabulary, but for things that a sentence names in quotes only.
pub fn same(one: (&Protocol, &Rule), other: (&Protocol, &Rule)) -> bool {
    let ((mine, rule), (yours, against)) = (one, other);
    locals(mine) == locals(yours)
        && rule.advised == against.advised
        && worded(&rule.head) == worded(&against.head)
        && rule.window == against.window
        && rule.condition == against.condition
        && rule.details == against.details
}

/// The head without the author's words for a point, which it holds beside the point itself.
fn worded(head: &Head) -> Head {
    match head.clone() {
        Head::Visit {
            title,
            about,
            at_least,
            point,
            ..
        } => Head::Visit {
            title,
            about,
            at_least,
            point,
            point_text: String::new(),
        },
        Head::Defer { until, .. } => Head::Defer {
            until,
            until_text: None,
        },
        other => other,
    }
}

fn locals(protocol: &Protocol) -> Vec<&str> {
    let things = protocol.vocabulary.things();
    things
        .filter(|(_, thing)| thing.local)
        .map(|(_, thing)| &*thing.name)
        .collect()
}
