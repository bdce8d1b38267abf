//! How warm a thing is by its name: what is done with lukewarm water is no hot shower.

/// Words of one warmth each, the warmest first.
const WARMTHS: &[&[&str]] = &[
    &["hot", "boiling", "steaming"],
    &["warm"],
    &["lukewarm", "tepid"],
    &["cool"],
    &["cold", "ice", "iced", "icy", "frozen"],
];

/// Which warmth a name has by its words, if it says one.
fn warmth(name: &str) -> Option<usize> {
    let is_said = |warmth: &&[&str]| {
        name.split([' ', '-'])
            .any(|word| warmth.iter().any(|said| word.eq_ignore_ascii_case(said)))
    };
    WARMTHS.iter().position(is_said)
}

/// Whether two names say how warm they are, and one is warmer than the other.
pub(crate) fn warmth_differs(one: &str, other: &str) -> bool {
    matches!((warmth(one), warmth(other)), (Some(one), Some(other)) if one != other)
}

#[cfg(test)]
mod tests {
    use super::warmth_differs;

    #[test]
    fn names_differ_only_where_both_say_how_warm_they_are() {
        assert!(warmth_differs("lukewarm water", "hot shower"));
        assert!(warmth_differs("cool water", "ice-cold bath"));
        assert!(!warmth_differs("tepid water", "lukewarm shower"));
        assert!(!warmth_differs("water", "hot shower"));
        assert!(!warmth_differs("lukewarm water", "shower"));
    }
}
