//! `do not take more than 4 g of paracetamol in 24 hours`: a ban on more, which is a cap.

use super::Unit;
use crate::syntax::tree::TimeUnit;

/// Words that ban, at the start of a sentence.
const NOT: &[&str] = &[
    "do not ",
    "don't ",
    "don\u{2019}t ",
    "never ",
    "no ",
    "not ",
];

/// What is not to be done with more than that.
const DOING: &[&str] = &[
    "apply ", "consume ", "drink ", "eat ", "exceed ", "give ", "have ", "smoke ", "take ", "use ",
];

/// What starts the time in which it is counted.
const IN: &[&str] = &[
    "a", "an", "daily", "each", "every", "in", "per", "weekly", "within",
];

/// What starts a clause behind what is limited.
const BEHIND: &[&str] = &[
    "because", "for", "from", "if", "on", "unless", "until", "while",
];

/// How sheets say the most without a ban.
const MOST: &[&str] = &[
    "no more than ",
    "not more than ",
    "a maximum of ",
    "maximum of ",
    "maximum ",
    "max of ",
    "max ",
    "at most ",
    "up to ",
];

/// A cap, as `limit` says it.
pub(crate) struct AsLimit {
    /// The sentence.
    pub text: String,
    /// Whether the author has given the unit, so that nothing is guessed.
    pub is_whole: bool,
}

/// What a sentence that bans more than so much says.
pub(crate) fn as_limit(sentence: &str) -> Option<AsLimit> {
    let lower = sentence.trim().trim_end_matches('.').to_lowercase();
    let amount = amount_not_exceeded(&lower)?;
    let words: Vec<&str> = amount.split_whitespace().collect();
    let (number, rest) = words.split_first()?;
    number.parse::<f32>().ok().filter(|number| *number > 0.0)?;
    let (unit, rest) = match rest.split_first() {
        Some((unit, rest)) if Unit::from_word(unit).is_some() => (Some(*unit), rest),
        _ => (None, rest),
    };
    let rest = rest.strip_prefix(&["of"]).unwrap_or(rest);
    let at = rest.iter().position(|word| IN.contains(word))?;
    let (thing, time) = rest.split_at_checked(at)?;
    let (per, more) = period(time)?;
    // `4 g in 24 hours of paracetamol`
    let (thing, more) = match more.strip_prefix(&["of"]) {
        Some(named) if thing.is_empty() => {
            let end = named.iter().position(|word| BEHIND.contains(word));
            named.split_at_checked(end.unwrap_or(named.len()))?
        }
        _ => (thing, more),
    };
    if thing.is_empty() {
        return None;
    }
    // In a day things are taken, and in a year something is done so often.
    let taken = ["day", "hour"].iter().any(|unit| per.contains(unit));
    let unit_said = match (unit, taken) {
        (Some(unit), _) => format!(" {unit}"),
        (None, true) => " tablets".to_owned(),
        (None, false) => String::new(),
    };
    let mut text = format!("limit {} to {number}{unit_said} per {per}", thing.join(" "));
    if !more.is_empty() {
        text = format!("{text} {}", more.join(" "));
    }
    Some(AsLimit {
        text,
        is_whole: unit.is_some(),
    })
}

/// What stands behind the words for no more than: `do not take more than`, `take no more than`, `do not exceed`.
fn amount_not_exceeded(sentence: &str) -> Option<&str> {
    let behind_verb = |text: &str| {
        let verb = DOING.iter().find(|verb| text.starts_with(**verb));
        verb.map_or(0, |verb| verb.len())
    };
    let Some(banned) = NOT.iter().find_map(|not| sentence.strip_prefix(not)) else {
        let behind = sentence.get(behind_verb(sentence)..)?;
        return MOST.iter().find_map(|most| behind.strip_prefix(most));
    };
    let behind = banned.get(behind_verb(banned)..)?;
    let exceeds = || banned.strip_prefix("exceed ");
    behind.strip_prefix("more than ").or_else(exceeds)
}

/// `24 hours` of `in 24 hours`, `day` of `a day` and `daily`; and the words behind it.
fn period<'w>(words: &'w [&'w str]) -> Option<(String, &'w [&'w str])> {
    let (first, rest) = words.split_first()?;
    let whole = match *first {
        "daily" => Some("day"),
        "weekly" => Some("week"),
        _ => None,
    };
    if let Some(whole) = whole {
        return Some((whole.to_owned(), rest));
    }
    let between = ["a", "an", "any", "each", "every", "one", "the"];
    let skipped = rest.iter().take_while(|word| between.contains(word));
    let rest = rest.get(skipped.count()..)?;
    let (first, behind) = rest.split_first()?;
    if TimeUnit::from_word(first).is_some() {
        return Some(((*first).to_owned(), behind));
    }
    let (unit, behind) = behind.split_first()?;
    TimeUnit::from_word(unit)?;
    first.parse::<u32>().ok()?;
    Some((format!("{first} {unit}"), behind))
}

#[cfg(test)]
mod tests {
    use super::as_limit;

    #[test]
    fn a_ban_on_more_is_a_cap() {
        for (said, text) in [
            (
                "do not take more than 4 g paracetamol in 24 hours",
                "limit paracetamol to 4 g per 24 hours",
            ),
            (
                "Never drink more than 2 glasses of wine a day until healed.",
                "limit wine to 2 glasses per day until healed",
            ),
            (
                "do not exceed 4 g of paracetamol daily",
                "limit paracetamol to 4 g per day",
            ),
            (
                "take no more than 4 g of paracetamol a day if pain",
                "limit paracetamol to 4 g per day if pain",
            ),
            (
                "not more than 4 g a day of paracetamol for 2 days",
                "limit paracetamol to 4 g per day for 2 days",
            ),
            (
                "max 4 g of paracetamol in 24 hours",
                "limit paracetamol to 4 g per 24 hours",
            ),
            (
                "no more than 10 minutes of sun in any one day",
                "limit sun to 10 minutes per day",
            ),
        ] {
            let limit = as_limit(said).map(|limit| (limit.text, limit.is_whole));
            assert_eq!(limit, Some((text.to_owned(), true)), "{said}");
        }
        let counted = as_limit("no more than 8 paracetamol in 24 hours");
        assert!(counted.is_some_and(|limit| !limit.is_whole));
        for said in [
            "no makeup for 24 hours",
            "do not take more than 4 g in 24 hours",
            "do not lift more than 5 kg",
            "take no more than 2 tablets",
        ] {
            assert!(as_limit(said).is_none(), "{said}");
        }
    }
}
