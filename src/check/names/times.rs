//! Times in the words of sheets that stand where a point in time or a place is wanted.

use super::Role;
use super::unknown::unknown;
use crate::diagnostic::Diagnostic;
use crate::syntax::tree::Name;

/// `for 10 minutes at a time`: minutes are those of one time.
pub(super) fn each_time(name: &Name, role: Role) -> Option<Diagnostic> {
    let lower = name.text.to_lowercase();
    let said = ["a time", "one time", "time"].contains(&lower.as_str());
    (said && role == Role::Anchor).then(|| {
        unknown(name).with_help("leave `at a time` out: minutes and amounts are those of one time")
    })
}

/// `on either side of treatment`: a time, and no place.
pub(super) fn either_side(name: &Name, role: Role) -> Option<Diagnostic> {
    const SIDES: &[&str] = &["either side of ", "both sides of ", "each side of "];
    let said = name.text.to_lowercase();
    let of = SIDES.iter().find_map(|side| said.strip_prefix(side))?;
    let of = of
        .strip_prefix("the ")
        .or_else(|| of.strip_prefix("each "))
        .unwrap_or(of);
    (role == Role::Place && ["treatment", "procedure", "session", "appointment"].contains(&of)).then(|| {
        unknown(name).with_help(
            "say how long on both sides, as in `for 1 week before and 2 weeks after`, in place of where",
        )
    })
}
