//! `for 2 nights`: nights in days.

/// `2 nights`: the night belongs to the day on which it starts, and is over on the next one.
pub(in crate::syntax) fn in_evenings(written: &str) -> String {
    let last = written
        .split([' ', '-', '.'])
        .rfind(|part| part.parse::<u32>().is_ok());
    let Some(count) = last.and_then(|count| count.parse::<u32>().ok()) else {
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
