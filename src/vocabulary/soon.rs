//! How soon somebody is to be called, in the words of sheets: `the same day` of noticing is no day of the plan.

/// What sheets say, and how the language says it; a longer one stands before its own end.
const SOON: &[(&str, &str)] = &[
    ("by the end of the day", DAY),
    ("before the end of the day", DAY),
    ("on the very same day", DAY),
    ("on the same day", DAY),
    ("on that same day", DAY),
    ("within the same day", DAY),
    ("within the day", DAY),
    ("by the next day", DAY),
    ("by next day", DAY),
    ("that same day", DAY),
    ("the same day", DAY),
    ("on that day", DAY),
    ("on the day", DAY),
    ("the next day", DAY),
    ("same day", DAY),
    ("that day", DAY),
    ("next day", DAY),
    ("by today", DAY),
    ("in 24 hours", DAY),
    ("still today", DAY),
    ("today", DAY),
    ("the same evening", NIGHT),
    ("the same night", NIGHT),
    ("by the next morning", NIGHT),
    ("the next morning", NIGHT),
    ("before tonight", NIGHT),
    ("by tonight", NIGHT),
    ("tonight", NIGHT),
    ("as soon as possible", AT_ONCE),
    ("as soon as you can", AT_ONCE),
    ("as a matter of urgency", AT_ONCE),
    ("without any delay", AT_ONCE),
    ("without delay", AT_ONCE),
    ("straight away", AT_ONCE),
    ("straightaway", AT_ONCE),
    ("right away", AT_ONCE),
    ("at once", AT_ONCE),
    ("right now", AT_ONCE),
    ("urgently", AT_ONCE),
    ("promptly", AT_ONCE),
    ("asap", AT_ONCE),
    ("now", AT_ONCE),
];

/// What sheets say of the hours at which somebody may be called, which are his own: `day or night` names nobody else.
const HOURS: &[&str] = &[
    "at any time of the day or night",
    "at any time of day or night",
    "any time of the day or night",
    "any time of day or night",
    "24 hours a day, 7 days a week",
    "seven days a week",
    "at any time",
    "24 hours a day",
    "7 days a week",
    "day or night",
    "day and night",
    "any time",
    "anytime",
    "24/7",
];

/// Words of a call without the hours at which one may call; none where they say none.
pub(crate) fn without_hours(words: &str) -> Option<String> {
    let mut text = words.to_owned();
    for said in HOURS {
        let lower = text.to_ascii_lowercase();
        if let Some(at) = lower.find(said) {
            let end = at + said.len();
            let whole = text.get(..at)?.ends_with(' ') && {
                let rest = text.get(end..)?;
                rest.is_empty() || rest.starts_with([' ', ',', '.'])
            };
            if whole {
                let front = text.get(..at)?.trim_end_matches([' ', ',']).to_owned();
                let rest = text.get(end..)?.trim_start_matches(',').to_owned();
                text = format!("{front}{rest}");
            }
        }
    }
    (text != words).then_some(text)
}

const DAY: &str = "within 24 hours";
const NIGHT: &str = "within 12 hours";
const AT_ONCE: &str = "immediately";

/// The first such words outside of quotes: where they start, how long they are, and the clause for them.
pub(crate) fn soon_in(text: &str) -> Option<(usize, usize, &'static str)> {
    let lower = text.to_ascii_lowercase();
    SOON.iter().find_map(|(said, clause)| {
        let mut places = lower.match_indices(said);
        places.find_map(|(at, _)| {
            let before = lower.get(..at)?;
            let after = lower.get(at + said.len()..)?;
            let quoted = before.matches('"').count() % 2 == 1;
            let whole = before.is_empty() || before.ends_with([' ', ',']);
            let ends = after.is_empty() || after.starts_with([' ', ',', '.']);
            (whole && ends && !quoted).then_some((at, said.len(), *clause))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{soon_in, without_hours};

    #[test]
    fn the_hours_of_a_call_name_nobody() {
        for (said, left) in [
            ("call us day or night at 555-0142", "call us at 555-0142"),
            ("call us, 24 hours a day, at once", "call us at once"),
            ("call us any time", "call us"),
        ] {
            assert_eq!(without_hours(said).as_deref(), Some(left), "{said}");
        }
        assert_eq!(without_hours("call us on Monday"), None);
    }

    #[test]
    fn words_of_a_day_and_of_haste_have_their_clause() {
        let clause = |text| soon_in(text).map(|(_, _, clause)| clause);
        assert_eq!(
            clause("report pus on the same day"),
            Some("within 24 hours")
        );
        assert_eq!(clause("report pus at once"), Some("immediately"));
        assert_eq!(clause("report pus tonight"), Some("within 12 hours"));
        assert_eq!(clause("report pus within 2 hours"), None);
        assert_eq!(clause("report \"pus today\""), None);
        assert_eq!(clause("report snow"), None);
    }

    #[test]
    fn no_words_hide_behind_their_own_end() {
        for (at, (said, _)) in super::SOON.iter().enumerate() {
            for (later, _) in super::SOON.iter().skip(at + 1) {
                let hidden = later.len() > said.len()
                    && (later.ends_with(&format!(" {said}"))
                        || later.starts_with(&format!("{said} ")));
                assert!(!hidden, "`{later}` stands behind `{said}`");
            }
        }
    }
}
