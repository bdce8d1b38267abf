//! `second`, `2nd`: the place in a row.

/// Each in words and in figures.
const ORDINALS: &[(&str, &str)] = &[
    ("first", "1st"),
    ("second", "2nd"),
    ("third", "3rd"),
    ("fourth", "4th"),
    ("fifth", "5th"),
    ("sixth", "6th"),
    ("seventh", "7th"),
    ("eighth", "8th"),
    ("ninth", "9th"),
    ("tenth", "10th"),
];

/// The number of such a word at the start of a text, and what follows.
pub(crate) fn ordinal(text: &str) -> Option<(u32, &str)> {
    (1..).zip(ORDINALS).find_map(|(number, (word, figures))| {
        let behind = text
            .strip_prefix(word)
            .or_else(|| text.strip_prefix(figures))?;
        behind.starts_with(' ').then_some((number, behind))
    })
}

/// What to write for a night after the first one, and what to know of that.
pub(crate) fn later_nights(first: u32, last: u32) -> ([String; 2], String) {
    let start = first.saturating_sub(1);
    let on = |first: u32, last: u32| match first == last {
        true => format!("on day {first}"),
        false => format!("on days {first}..{last}"),
    };
    let evenings = on(start, last.saturating_sub(1));
    let mornings = on(start, last);
    let help = format!(
        "a night belongs to the day on which it starts, and the first one to day 0: write `{evenings}`, or `{mornings}` \
         where it is to hold until the morning after"
    );
    ([evenings, mornings], help)
}

#[cfg(test)]
mod tests {
    use super::{later_nights, ordinal};

    #[test]
    fn places_in_a_row_are_numbers() {
        assert_eq!(ordinal("second night"), Some((2, " night")));
        assert_eq!(ordinal("2nd day"), Some((2, " day")));
        assert_eq!(ordinal("secondary"), None);
    }

    #[test]
    fn a_night_belongs_to_the_day_on_which_it_starts() {
        assert_eq!(later_nights(2, 2).0, ["on day 1", "on days 1..2"]);
        assert_eq!(later_nights(2, 3).0, ["on days 1..2", "on days 1..3"]);
    }
}
