//! `blister is larger than 3 cm`, `fever over 38 C`: one sign of a list, with its measure.

use super::sign::without_getting;
use super::unit::Unit;

/// What sheets say for `above`, behind the sign.
const MORE: &[&str] = &[
    " bigger than ",
    " greater than ",
    " higher than ",
    " hotter than ",
    " larger than ",
    " more than ",
    " wider than ",
    " above ",
    " over ",
];

/// What a sign that stays so long does, behind it.
const LASTS: &[&str] = &[
    " lasts longer than ",
    " lasts more than ",
    " last longer than ",
    " last more than ",
    " lasting more than ",
    " lasting ",
    " longer than ",
];

/// Words between a sign and its measure that say nothing.
const BETWEEN: &[&str] = &[
    " are",
    " becomes",
    " become",
    " gets",
    " get",
    " grows",
    " grow",
    " is",
    " measures",
    " measure",
    " of",
];

/// How a sign that spreads is said, before how far.
const SPREADS: &[&str] = &[
    " has spread",
    " is spreading",
    " spreading",
    " spreads",
    " spread",
];

/// Words between a sign and what it has not done.
const HAVING: &[&str] = &[
    " has", " have", " had", " is", " are", " was", " does", " do", " did", " still",
];

/// What stands before the time by which it was to be done.
const BY: &[&str] = &[" after ", " within ", " in ", " for ", " by "];

/// What a sign that is still there has not done.
const OVER: &[&str] = &[
    "better",
    "cleared",
    "eased",
    "faded",
    "gone",
    "gone away",
    "gone down",
    "go down",
    "going down",
    "improve",
    "improved",
    "improving",
    "resolve",
    "resolved",
    "settle",
    "settled",
    "settling",
    "stop",
    "stopped",
    "subsided",
];

/// The sign that is measured, and how: `blister` and `above 3 cm`. None of what is measured otherwise.
pub(super) fn measured(part: &str) -> Option<(String, String)> {
    not_come(part).or_else(|| {
        let (sign, how) = of_more(part)?;
        Some((sign.to_owned(), how))
    })
}

/// `wound not closed` and `lasting 2 weeks` of `a wound has not closed in 2 weeks`.
fn not_come(part: &str) -> Option<(String, String)> {
    let said = part
        .replace("n't ", " not ")
        .replace("n\u{2019}t ", " not ");
    let (sign, done) = said.split_once(" not ")?;
    let sign = HAVING
        .iter()
        .find_map(|word| sign.strip_suffix(word))
        .unwrap_or(sign);
    let (done, time) = BY.iter().find_map(|word| done.split_once(word))?;
    // What has not gone by a day has lasted so long.
    let by_day = time
        .strip_prefix("day ")
        .filter(|day| day.parse::<u32>().is_ok_and(|day| day > 1));
    let (number, unit) = match by_day {
        Some(day) => (day, "days"),
        None => amount(time)?,
    };
    matches!(Unit::from_word(unit), Some(Unit::Time(_))).then_some(())?;
    let how = format!("lasting {number} {unit}");
    let plain = done.chars().all(|one| one.is_alphabetic() || one == ' ');
    if !plain || done.split(' ').count() > 2 {
        return None;
    }
    let sign = match sign {
        "it" | "they" | "this" if OVER.contains(&done) => return Some((sign.to_owned(), how)),
        "it" | "they" | "this" => return Some((format!("not {done}"), how)),
        sign => named(sign)?,
    };
    // What has not stopped is there still.
    Some(match OVER.contains(&done) {
        true => (sign.to_owned(), how),
        false => (format!("{sign} not {done}"), how),
    })
}

fn of_more(part: &str) -> Option<(&str, String)> {
    if let Some((sign, time)) = LASTS.iter().find_map(|word| part.split_once(word)) {
        let (number, unit) = amount(time)?;
        matches!(Unit::from_word(unit), Some(Unit::Time(_))).then_some(())?;
        return named(sign).map(|sign| (sign, format!("lasting {number} {unit}")));
    }
    let (sign, measure) = MORE.iter().find_map(|word| part.split_once(word))?;
    let (number, unit) = amount(measure)?;
    // How long something is there is no measure of it.
    matches!(Unit::from_word(unit), Some(Unit::Other(_))).then_some(())?;
    let sign = BETWEEN
        .iter()
        .find_map(|word| sign.strip_suffix(word))
        .unwrap_or(sign);
    let spreads = SPREADS.iter().find_map(|word| sign.strip_suffix(word));
    let how = if spreads.is_some() { "spreading " } else { "" };
    let sign = named(spreads.unwrap_or(sign))?;
    let sign = match sign {
        "temperature" | "high temperature" => "fever",
        sign => sign,
    };
    Some((sign, format!("{how}above {number} {unit}")))
}

/// A number and its unit, and nothing else.
fn amount(text: &str) -> Option<(&str, &str)> {
    let counts = |letter: char| letter.is_ascii_digit() || letter == '.';
    let end = text.find(|letter: char| !counts(letter))?;
    let (number, unit) = text.split_at(end);
    let unit = unit.trim();
    let starts = number.starts_with(|letter: char| letter.is_ascii_digit());
    (starts && !unit.is_empty() && !unit.contains(' ')).then_some((number, unit))
}

/// The name of a sign, which is no pronoun.
fn named(sign: &str) -> Option<&str> {
    const PRONOUNS: &[&str] = &["it", "one", "that", "these", "they", "this", "those"];
    let sign = without_getting(sign);
    let plain = sign
        .chars()
        .all(|one| one.is_alphabetic() || matches!(one, ' ' | '-'));
    let short = !sign.is_empty() && sign.split(' ').count() <= 3;
    (plain && short && !PRONOUNS.contains(&sign) && !sign.contains(" not")).then_some(sign)
}

#[cfg(test)]
mod tests {
    use super::measured;

    #[test]
    fn a_sign_and_its_measure_are_told_apart() {
        for (part, sign, how) in [
            ("blister is larger than 3 cm", "blister", "above 3 cm"),
            ("a blister bigger than 3cm", "blister", "above 3 cm"),
            ("you have a fever over 38.5 C", "fever", "above 38.5 C"),
            ("your temperature is above 38 C", "fever", "above 38 C"),
            (
                "a wound has not closed in 2 weeks",
                "wound not closed",
                "lasting 2 weeks",
            ),
            (
                "redness has not faded by day 5",
                "redness",
                "lasting 5 days",
            ),
            (
                "it hasn't healed within 10 days",
                "not healed",
                "lasting 10 days",
            ),
            (
                "swelling has not gone down after 3 days",
                "swelling",
                "lasting 3 days",
            ),
            (
                "redness spreads more than 2 cm",
                "redness",
                "spreading above 2 cm",
            ),
            (
                "swelling lasts longer than 3 days",
                "swelling",
                "lasting 3 days",
            ),
        ] {
            let found = measured(part);
            assert_eq!(found, Some((sign.to_owned(), how.to_owned())), "{part}");
        }
        for part in [
            "bleeding does not stop after 10 minutes of pressure",
            "it is larger than 3 cm",
            "temperature over 38",
            "blister smaller than 3 cm",
            "pain for more than 3 days of rest",
            "redness spreads over the cheek",
        ] {
            assert_eq!(measured(part), None, "{part}");
        }
    }
}
