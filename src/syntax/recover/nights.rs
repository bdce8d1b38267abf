//! `for 2 nights`: nights in days.

use crate::syntax::lower::number_word;

/// `2 nights`: the night belongs to the day on which it starts, and is over on the next one.
pub(in crate::syntax) fn in_evenings(written: &str) -> String {
    let mut counts = written.split([' ', '-', '.']).filter_map(|part| {
        let digits = part.parse::<u32>().ok();
        digits.or_else(|| number_word(&part.to_lowercase()))
    });
    let Some(count) = counts.next_back() else {
        return "write days: `for 2 days` has two evenings".to_owned();
    };
    if count == 1 {
        return "write `tonight`, which ends the next morning".to_owned();
    }
    let mornings = count.saturating_add(1);
    format!(
        "write `{count} days`, which has {count} evenings, or `{mornings} days`, which holds until the morning after \
         the last of them"
    )
}

#[cfg(test)]
mod tests {
    use super::in_evenings;

    #[test]
    fn nights_in_words_are_counted_as_well() {
        for written in ["2 nights", "two nights", "Two nights", "1..2 nights"] {
            let help = in_evenings(written);
            assert!(
                help.contains("`2 days`") && help.contains("`3 days`"),
                "{written}: {help}"
            );
        }
        assert!(in_evenings("one night").contains("tonight"));
    }
}
