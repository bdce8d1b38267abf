//! `swelling will be gone by 2 weeks`, `worst at day 2 to 3`: how long what is normal lasts, and when it is at its most.

use super::{Lead, behind, ends, found, lead, numbers, without_article, word};
use crate::syntax::reserved::{RESERVED, STARTERS};
use crate::syntax::tree::TimeUnit;
use crate::vocabulary::VERBS;

/// What sheets say of a sign that is over, between it and by when.
const GONE: &[&str] = &[
    "will be gone",
    "will have gone",
    "should be gone",
    "should have gone",
    "will settle",
    "should settle",
    "will go down",
    "should go down",
    "will go away",
    "will fade",
    "should fade",
    "will disappear",
    "will clear",
    "will resolve",
    "should resolve",
    "to settle",
    "to be gone",
    "to go down",
    "to fade",
    "to resolve",
    "settles down",
    "settles",
    "goes down",
    "goes away",
    "fades",
    "disappears",
    "resolves",
    "settled",
    "gone",
    "over",
];

/// What stands before by when.
const BY: &[&str] = &["by ", "within ", "in ", "after ", "over "];

/// What sheets say of a sign at its most, before the day.
const WORST: &[&str] = &[
    "at its worst ",
    "at their worst ",
    "will be worst ",
    "is worst ",
    "are worst ",
    "worst ",
    "worse ",
    "most noticeable ",
    "peaking ",
    "peaks ",
];

/// What stands before the day.
const ON: &[&str] = &["at ", "on ", "around ", "about ", "by ", ""];

/// The days on which a sign is at its most, and what follows them.
fn days(text: &str) -> Option<(String, &str)> {
    let text = behind(text, WORST)?;
    let text = behind(text, ON)?;
    let text = behind(text, &["days ", "day "])?;
    let (days, rest) = numbers(text)?;
    let word = if days.contains("..") { "days" } else { "day" };
    ends(rest).then(|| (format!("most on {word} {days}"), rest))
}

/// Until when a sign lasts, of what follows `gone`.
fn until(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start();
    let text = behind(text, BY)?;
    let text = behind(text, &["about ", "around ", "the end of "]).unwrap_or(text);
    if let Some(day) = text.strip_prefix("day ") {
        let (day, rest) = numbers(day)?;
        return (!day.contains("..") && ends(rest)).then(|| (format!("until day {day}"), rest));
    }
    let (count, rest) = numbers(text)?;
    let (unit, rest) = word(rest.trim_start());
    TimeUnit::from_word(unit)?;
    let most = if count.contains("..") { "" } else { "up to " };
    Some((format!("for {most}{count} {unit}"), rest))
}

/// The sign at the start of a sentence: a name, or several.
fn sign(text: &str) -> Option<&str> {
    let text = text.trim_end_matches([' ', ',']);
    let text = text.strip_prefix("expect ").unwrap_or(text);
    let text = without_article(text);
    let is = [" is", " are", " has", " have", " will", " should"];
    let text = is
        .iter()
        .find_map(|word| text.strip_suffix(word))
        .unwrap_or(text);
    let joins = ["and", "or"];
    let mut words = text.split([' ', ',']).filter(|word| !word.is_empty());
    let named = words.all(|word| {
        let letters = word.chars().all(|one| one.is_alphabetic() || one == '-');
        letters && (joins.contains(&word) || RESERVED.binary_search(&word).is_err())
    });
    let is_one = text.split(' ').count() <= 6;
    (named && is_one && !text.is_empty()).then_some(text)
}

/// `swelling will be gone by 2 weeks`, `swelling worst at day 2 to 3 and gone by 2 weeks`
pub(super) fn gone_by(sentence: &str) -> Option<Lead> {
    // What starts otherwise says something else of a sign, or nothing.
    let first = word(sentence).0;
    let is_head = STARTERS.contains(&first) || VERBS.iter().any(|row| row.word == first);
    if is_head && first != "expect" {
        return None;
    }
    GONE.iter().find_map(|gone| {
        let at = sentence.find(&format!(" {gone} "))?;
        let (until, rest) = until(sentence.get(at + gone.len() + 2..)?)?;
        let front = sentence.get(..at)?;
        let front = front.strip_suffix(" and").unwrap_or(front);
        let front = front.trim_end_matches([' ', ',']);
        let most = found(front, WORST).and_then(|worst| {
            let (most, left) = days(front.get(worst.start..)?)?;
            let text = format!(
                "expect {} {until}, {most}",
                sign(front.get(..worst.start)?)?
            );
            left.is_empty().then_some(text)
        });
        let text = match most {
            Some(text) => text,
            None => format!("expect {} {until}", sign(front)?),
        };
        Some(lead(0..sentence.len() - rest.len(), text))
    })
}

/// `expect swelling, worst on day 2 to 3`
pub(super) fn worst_on(sentence: &str) -> Option<Lead> {
    if !sentence.starts_with("expect ") {
        return None;
    }
    let worst = found(sentence, WORST).filter(|worst| {
        let before = sentence.get(..worst.start).unwrap_or_default();
        before.ends_with(' ')
    })?;
    let (most, rest) = days(sentence.get(worst.start..)?)?;
    // One day, or `days`, has a message of its own.
    let said = sentence.get(worst.end..)?;
    let is_lost = most.contains("..") && !said.contains("days ");
    is_lost.then(|| lead(worst.start..sentence.len() - rest.len(), most))
}

#[cfg(test)]
mod tests {
    use super::{gone_by, worst_on};

    #[test]
    fn what_is_gone_by_a_time_is_expected_for_it() {
        let text = |said| gone_by(said).map(|lead| lead.text);
        for (said, written) in [
            (
                "swelling worst at day 2 to 3 and gone by 2 weeks",
                "expect swelling for up to 2 weeks, most on days 2..3",
            ),
            (
                "expect swelling, worst on day 2 and gone by 2 weeks",
                "expect swelling for up to 2 weeks, most on day 2",
            ),
            (
                "swelling will be gone by 2 weeks",
                "expect swelling for up to 2 weeks",
            ),
            (
                "the swelling settles within 1 to 2 weeks",
                "expect swelling for 1..2 weeks",
            ),
            (
                "redness and swelling should fade by day 5",
                "expect redness and swelling until day 5",
            ),
        ] {
            assert_eq!(text(said).as_deref(), Some(written), "{said}");
        }
        for said in [
            "avoid makeup until swelling gone",
            "call us if swelling is not gone by 2 weeks",
        ] {
            assert_eq!(text(said), None, "{said}");
        }
    }

    #[test]
    fn both_days_of_the_worst_are_kept() {
        let found = worst_on("expect swelling, worst on day 2 to 3").map(|lead| lead.text);
        assert_eq!(found.as_deref(), Some("most on days 2..3"));
    }
}
