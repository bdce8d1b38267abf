//! `swelling will be gone by 2 weeks`, `worst at day 2 to 3`: how long what is normal lasts, and when it is at its most.

use super::{Lead, behind, ends, found, lead, numbers, place_of, without_article, word};
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

/// The sign at the start of a sentence: a name, or several, perhaps with its place.
fn sign(text: &str) -> Option<String> {
    let text = text.trim_end_matches([' ', ',']);
    let text = text.strip_prefix("expect ").unwrap_or(text);
    let text = without_article(text);
    let is = [
        " is normal",
        " are normal",
        " is common",
        " are common",
        " is expected",
        " are expected",
        " is",
        " are",
        " has",
        " have",
        " will",
        " should",
        " which",
        " that",
    ];
    let text = is
        .iter()
        .find_map(|word| text.strip_suffix(word))
        .map_or(text, |text| text.trim_end_matches(','));
    const WHERE: &[&str] = &[
        " on ",
        " around ",
        " under ",
        " underneath ",
        " beneath ",
        " below ",
    ];
    let placed = WHERE.iter().find_map(|word| {
        let (sign, place) = text.split_once(word)?;
        Some((sign, word.trim(), place))
    });
    let Some((sign, word, place)) = placed else {
        return is_named(text).then(|| text.to_owned());
    };
    let bare = without_article(place);
    let is_place = is_named(bare) && !bare.contains(" and ") && !bare.contains(" or ");
    // Nothing else in the language lies under a place.
    let place = match word {
        "on" | "around" => format!("{word} {bare}"),
        _ => format!("on \"{word} {place}\""),
    };
    (is_named(sign) && is_place).then(|| format!("{sign} {place}"))
}

/// Whether a text is a name, or several.
fn is_named(text: &str) -> bool {
    let joins = ["and", "or"];
    let mut words = text.split([' ', ',']).filter(|word| !word.is_empty());
    let named = words.all(|word| {
        let letters = word.chars().all(|one| one.is_alphabetic() || one == '-');
        letters && (joins.contains(&word) || RESERVED.binary_search(&word).is_err())
    });
    named && text.split(' ').count() <= 6 && !text.is_empty()
}

/// What says that a time is the common one.
const USUALLY: &[&str] = &[
    "usually",
    "normally",
    "mostly",
    "generally",
    "typically",
    "often",
];

/// What to know where such a word stands before when a sign is at its most, which the language cannot say.
const LEFT_OUT: &str =
    "; `usually` is left out, since `most` gives no day on which a sign must be at its most";

/// A text without such a word at its end, and whether there was one.
fn without_usually(text: &str) -> (&str, bool) {
    let text = text.trim_end_matches([' ', ',']);
    let found = USUALLY.iter().find_map(|word| text.strip_suffix(word));
    match found.filter(|rest| rest.ends_with([' ', ','])) {
        Some(rest) => (rest.trim_end_matches([' ', ',']), true),
        None => (text, false),
    }
}

/// `swelling will be gone by 2 weeks`, `swelling worst at day 2 to 3 and gone by 2 weeks`
pub(super) fn gone_by(sentence: &str) -> Option<Lead> {
    if starts_otherwise(sentence) {
        return None;
    }
    GONE.iter().find_map(|gone| {
        // A word before and behind it.
        let mut from = 0;
        let at = loop {
            let at = from + place_of(sentence.get(from..)?, gone)?;
            let before = sentence.get(..at)?;
            let after = sentence.get(at + gone.len()..)?;
            if before.ends_with(' ') && after.starts_with(' ') {
                break at - 1;
            }
            from = at + gone.len();
        };
        let (until, rest) = until(sentence.get(at + gone.len() + 2..)?)?;
        let front = sentence.get(..at)?;
        let (front, is_usual) = without_usually(front);
        let front = front.strip_suffix(" and").unwrap_or(front);
        let front = front.trim_end_matches([' ', ',']);
        let until = if is_usual {
            format!("usually {until}")
        } else {
            until
        };
        let mut more = None;
        let most = found(front, WORST).and_then(|worst| {
            let (most, left) = days(front.get(worst.start..)?)?;
            let (named, is_usual) = without_usually(front.get(..worst.start)?);
            more = is_usual.then(|| LEFT_OUT.to_owned());
            let text = format!("expect {} {until}, {most}", sign(named)?);
            left.is_empty().then_some(text)
        });
        let text = match most {
            Some(text) => text,
            None => format!("expect {} {until}", sign(front)?),
        };
        let at = 0..sentence.len() - rest.len();
        Some(Lead {
            more,
            ..lead(at, text)
        })
    })
}

/// `expect swelling, worst on day 2 to 3`, `swelling, worst on day 2`
pub(super) fn worst_on(sentence: &str) -> Option<Lead> {
    let is_expected = sentence.starts_with("expect ");
    let worst = found(sentence, WORST).filter(|worst| {
        let before = sentence.get(..worst.start).unwrap_or_default();
        before.ends_with(' ')
    })?;
    let (most, rest) = days(sentence.get(worst.start..)?)?;
    let at = worst.start..sentence.len() - rest.len();
    let (front, is_usual) = without_usually(sentence.get(..worst.start)?);
    let left_out = is_usual.then(|| LEFT_OUT.to_owned());
    if is_expected && is_usual {
        let gap = sentence.get(front.len()..worst.start)?;
        let start = worst.start - gap.trim_start_matches([' ', ',']).len();
        let more = left_out;
        return Some(Lead {
            more,
            ..lead(start..at.end, most)
        });
    }
    if is_expected {
        // One day, or `days`, has a message of its own where no other time stands beside it.
        let said = sentence.get(worst.end..)?;
        let is_lost = most.contains("..") && !said.contains("days ") || rest.contains(" for ");
        return is_lost.then(|| lead(at, most));
    }
    if starts_otherwise(sentence) {
        return None;
    }
    let sign = sign(front)?;
    let text = format!("expect {sign}, {most}");
    Some(Lead {
        more: left_out,
        ..lead(0..at.end, text)
    })
}

/// Whether a sentence starts with what to do, and says something else of a sign, or nothing.
fn starts_otherwise(sentence: &str) -> bool {
    let first = word(sentence).0;
    let is_head = STARTERS.contains(&first) || VERBS.iter().any(|row| row.word == first);
    is_head && first != "expect" || ["if", "when", "call"].contains(&first)
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
            (
                "swelling under the chin, worst at day 2 to 3 and gone by 2 weeks",
                "expect swelling on \"under the chin\" for up to 2 weeks, most on days 2..3",
            ),
            (
                "bruising, usually gone within 10 days",
                "expect bruising usually for up to 10 days",
            ),
            (
                "bruising on the chin, which usually settles by day 10",
                "expect bruising on chin usually until day 10",
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
    fn a_sign_at_its_most_is_expected() {
        let text = |said| worst_on(said).map(|lead| lead.text);
        let most = Some("expect swelling, most on day 2".to_owned());
        assert_eq!(text("swelling, worst on day 2"), most);
        assert_eq!(text("the swelling is usually worst on day 2"), most);
        assert_eq!(text("call us if swelling, worst on day 2"), None);
        let most = Some("most on day 2".to_owned());
        assert_eq!(text("expect swelling, usually worst on day 2"), most);
        let more = |said| worst_on(said).and_then(|lead| lead.more).is_some();
        assert!(more("expect swelling usually worst on day 2"));
        assert!(!more("swelling, worst on day 2"));
    }

    #[test]
    fn both_days_of_the_worst_are_kept() {
        let found = worst_on("expect swelling, worst on day 2 to 3").map(|lead| lead.text);
        assert_eq!(found.as_deref(), Some("most on days 2..3"));
    }
}
