//! `call if fever after 3 days, or pus`: a call of which one sign alone has a time, and not the last.

use crate::syntax::recover::calls_after::{from_a_day, lasting};

/// `pus, or fever after 3 days` of `fever after 3 days, or pus`: the sign that alone has a time stands last, behind a comma, so
/// that the time is not taken for that of the others.
pub(super) fn dated_last(signs: &str) -> Option<String> {
    let each: Vec<&str> = signs
        .split(',')
        .flat_map(|part| part.split(" or "))
        .map(|sign| sign.trim().trim_start_matches("or "))
        .filter(|sign| !sign.is_empty())
        .collect();
    let is_dated = |sign: &&str| lasting(sign).is_some() || from_a_day(sign).is_some();
    let (dated, others): (Vec<&str>, Vec<&str>) = each.iter().copied().partition(is_dated);
    let [only] = dated.as_slice() else {
        return None;
    };
    if each.last() == Some(only) || signs.contains(" and ") || signs.contains('"') {
        return None;
    }
    Some(format!("{}, or {only}", others.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::dated_last;

    #[test]
    fn the_sign_that_has_a_time_stands_last() {
        for (signs, turned) in [
            (
                "fever after 3 days, or pus",
                Some("pus, or fever after 3 days"),
            ),
            (
                "fever after day 3 or pus",
                Some("pus, or fever after day 3"),
            ),
            ("pus or fever after 3 days", None),
            ("fever or pus", None),
        ] {
            assert_eq!(dated_last(signs).as_deref(), turned, "{signs}");
        }
    }
}
