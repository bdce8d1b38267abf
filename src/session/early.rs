//! A mistake in a block that is still open, told at the end of its line and not only at the block's.

use super::made::{Made, RULES};
use super::{Session, World};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax;

/// The most blocks inside each other, and some more.
const DEEP: usize = 100;

impl Session {
    /// Whether an open block holds a mistake that no further line can mend: what opens it is wrong, or a
    /// sentence in it that another one follows. The rules are checked with the block closed.
    #[must_use]
    pub fn is_mistaken(&self, typed: &str, world: &dyn World) -> bool {
        if !self.is_unfinished(typed) {
            return false;
        }
        let Some(mut closed) = settled(typed).map(str::to_owned) else {
            return false;
        };
        let end = closed.len();
        let open = self.syntax_of(&closed);
        for _ in 0..DEEP {
            if !self.is_unfinished(&closed) {
                break;
            }
            closed.push_str("\n}");
        }
        // A block that is still empty will not be.
        let mut by_closing = self.syntax_of(&closed);
        by_closing.retain(|one| !open.contains(one));
        let (next, region) = self.with(&closed);
        let made = Made::of(&next, world);
        let region = region.start..region.start + end;
        let own = |one: &&Diagnostic| {
            let mut spans = one.labels.iter().map(|label| label.span);
            spans.any(|span| span.source == RULES && region.contains(&(span.start as usize)))
        };
        made.errors().filter(own).any(|one| {
            let what = (one.code, one.message.clone());
            one.code != Code::UnclosedBlock && !by_closing.contains(&what)
        })
    }

    /// What cannot be read in a text, by its code and message.
    fn syntax_of(&self, text: &str) -> Vec<(Code, String)> {
        let parsed = syntax::parse(RULES, text, &self.made.checked.protected);
        let found = parsed.diagnostics.into_iter();
        found.map(|one| (one.code, one.message)).collect()
    }
}

/// The lines of an open block up to the last that no further line can belong to: one that ends in a brace,
/// or that a line follows which is no further in.
fn settled(typed: &str) -> Option<&str> {
    let mut rest = typed.trim_end();
    let mut follower: Option<usize> = None;
    loop {
        let start = rest.rfind('\n').map_or(0, |end| end + 1);
        let line = rest.get(start..)?;
        let indent = line.len() - line.trim_start().len();
        let last = line.split_whitespace().next_back().unwrap_or_default();
        let joins = last.ends_with(',') || ["and", "or"].contains(&last.to_lowercase().as_str());
        if last.ends_with(['{', '}']) || (!joins && follower.is_some_and(|other| other <= indent)) {
            return Some(rest);
        }
        follower = Some(indent);
        rest = rest.get(..start.checked_sub(1)?)?.trim_end();
    }
}

#[cfg(test)]
mod tests {
    use super::settled;

    #[test]
    fn what_may_go_on_is_left_out() {
        for (typed, whole) in [
            ("when pregnant {", Some("when pregnant {")),
            ("avoid retinoids,", None),
            ("when pregnant {\n  avoid", Some("when pregnant {")),
            (
                "when pregnant {\n  avoid heat\n    for 3",
                Some("when pregnant {"),
            ),
            (
                "when pregnant {\n  avoid heat,\n  sauna",
                Some("when pregnant {"),
            ),
            (
                "when pregnant {\n  avoid heat\n  avoid",
                Some("when pregnant {\n  avoid heat"),
            ),
            (
                "when pregnant {\navoid heat\n    for 3 days\navoid",
                Some("when pregnant {\navoid heat\n    for 3 days"),
            ),
            (
                "section \"a\" {\n  when b {",
                Some("section \"a\" {\n  when b {"),
            ),
        ] {
            assert_eq!(settled(typed), whole, "{typed}");
        }
    }
}
