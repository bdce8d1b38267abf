//! `avoid retinol starting 7 days before`, `no alcohol from the night before`, `wash hair the night before treatment`: how
//! long before the treatment.

use super::prescribed::BANS;
use super::{Lead, behind, ends, lead, numbers, word};
use crate::syntax::tree::TimeUnit;
use crate::vocabulary::VERBS;

/// Words before when it starts.
const STARTING: &[&str] = &[
    " starting from ",
    " starting at ",
    " starting on ",
    " starting ",
    " beginning ",
    " commencing ",
    " from ",
];

/// The day before the treatment, or its end.
const EVE: &[&str] = &[
    "the night",
    "the evening",
    "the previous night",
    "the previous evening",
];

/// What sheets call the treatment, behind `before`.
const TREATMENT: &[&str] = &[
    "treatment",
    "procedure",
    "appointment",
    "session",
    "visit",
    "surgery",
];

/// `starting 7 days before treatment`: a ban holds for so long before it, and what is done is done from then on.
pub(super) fn starts_before(sentence: &str) -> Option<Lead> {
    STARTING.iter().find_map(|start| {
        let at = sentence.find(start)?;
        let said = sentence.get(at + start.len()..)?;
        let is_from = *start == " from ";
        let (length, rest) = if is_from { eve(said)? } else { length(said)? };
        let rest = before_treatment(rest)?;
        let is_ban = behind(sentence, BANS).is_some();
        let (text, rest) = match (is_ban, and_after(rest)) {
            (true, Some((after, rest))) => (format!("for {length} before and {after} after"), rest),
            (true, None) => (format!("for {length} before treatment"), rest),
            (false, None) => (format!("from {length} before treatment"), rest),
            (false, Some(_)) => return None,
        };
        let mut found = lead(at + 1..sentence.len() - rest.len(), text);
        let on_both_sides = found.text.ends_with(" after");
        found.more = (is_ban && !on_both_sides).then(|| {
            format!(
                "; what goes on after it says how long, as in `for {length} before and 3 days after`"
            )
        });
        is_end(rest).then_some(found)
    })
}

/// `wash hair the night before treatment`: on that day.
pub(super) fn night_before(sentence: &str) -> Option<Lead> {
    EVE.iter().find_map(|eve| {
        let at = sentence.find(&format!(" {eve} "))?;
        let rest = before_treatment(sentence.get(at + 1 + eve.len()..)?)?;
        let front = sentence.get(..at)?;
        let front = front.strip_suffix(" on").unwrap_or(front);
        let counts = ["from", "starting", "beginning", "until", "on"];
        if !is_end(rest) || counts.iter().any(|word| front.ends_with(word)) {
            return None;
        }
        let is_ban = behind(sentence, BANS).is_some();
        let verb = word(front).0;
        let is_done = VERBS.iter().any(|row| row.word == verb);
        let text = match (is_ban, is_done) {
            (true, _) => "for 1 day before treatment",
            (false, true) => "on day -1",
            (false, false) => return None,
        };
        Some(lead(front.len() + 1..sentence.len() - rest.len(), text))
    })
}

/// `in the week before treatment`, `7 days prior to your appointment`: how long before it, without a `for`.
pub(super) fn so_long_before(sentence: &str) -> Option<Lead> {
    const WHEN: &[&str] = &["for", "in", "during", "over", "within"];
    let (at, joint) = [" before", " prior"]
        .into_iter()
        .find_map(|joint| Some((sentence.find(joint)?, joint)))?;
    let rest = before_treatment(sentence.get(at..)?).filter(|rest| is_end(rest))?;
    let front = sentence.get(..at)?;
    let words: Vec<&str> = front.split(' ').collect();
    let (unit, front) = words.split_last()?;
    TimeUnit::from_word(unit)?;
    let (count, front) = front.split_last()?;
    let counts = count.starts_with(|letter: char| letter.is_ascii_digit());
    let bare = without_last(front, &["the"]);
    let (length, front, has_the) = match *count {
        "the" => (format!("1 {unit}"), front, true),
        "a" | "one" => (format!("1 {unit}"), front, false),
        _ if counts => (format!("{count} {unit}"), bare, bare.len() < front.len()),
        _ => return None,
    };
    let when = without_last(front, WHEN);
    let is_ban = behind(sentence, BANS).is_some();
    let is_for = front.last() == Some(&"for") && !has_the;
    let visits = [" appointment", " visit"];
    let of_a_visit = || {
        let named = sentence.get(at..sentence.len() - rest.len());
        named.is_some_and(|named| visits.iter().any(|word| named.ends_with(word)))
    };
    // `for 7 days before treatment` is said so, and of `7 days before` other messages tell.
    let is_sure = match joint {
        " prior" => is_ban || is_for || has_the,
        _ if is_for => of_a_visit(),
        _ => has_the || is_ban && when.len() < front.len(),
    };
    let further = when.last().is_some_and(|last| FURTHER.contains(last));
    // What is asked has times of its own.
    let asking = ["if", "unless", "when"];
    let heads = ["defer", "refuse", "report"];
    let asked = words.iter().any(|word| asking.contains(word))
        || words.first().is_some_and(|first| heads.contains(first));
    if !is_sure || further || asked || when.len() < 2 {
        return None;
    }
    let start = when.iter().map(|word| word.len() + 1).sum::<usize>();
    let text = format!("for {length} before treatment");
    Some(lead(start..sentence.len() - rest.len(), text))
}

/// Words before a length of which it is no more than a part.
const FURTHER: &[&str] = &[
    "least", "most", "about", "to", "or", "and", "from", "until", "starting",
];

/// Words without the last of them where it is one of these.
fn without_last<'w, 't>(words: &'w [&'t str], ends: &[&str]) -> &'w [&'t str] {
    match words.split_last() {
        Some((last, front)) if ends.contains(last) => front,
        _ => words,
    }
}

/// `7 to 10 days`, `a week`, `the night`: how long, and what follows.
fn length(text: &str) -> Option<(String, &str)> {
    if let Some(found) = eve(text) {
        return Some(found);
    }
    let least = behind(text, &["at least ", "a minimum of "]);
    let rest = least.unwrap_or(text);
    let (number, rest) = match behind(rest, &["a ", "one "]) {
        Some(rest) => ("1".to_owned(), rest),
        None => {
            let (number, rest) = numbers(rest)?;
            (number, rest.strip_prefix(' ')?)
        }
    };
    let (unit, rest) = word(rest);
    TimeUnit::from_word(unit)?;
    let least = if least.is_some() { "at least " } else { "" };
    Some((format!("{least}{number} {unit}"), rest))
}

/// The day before, by its night.
fn eve(text: &str) -> Option<(String, &str)> {
    Some(("1 day".to_owned(), behind(text, EVE)?))
}

/// What follows ` before your treatment` at the start of a text.
fn before_treatment(text: &str) -> Option<&str> {
    let rest = behind(text, &[" before", " prior to", " prior", " ahead of"])?;
    let named = behind(rest, &[" the ", " your ", " this ", " "]).unwrap_or(rest);
    let named = behind(named, TREATMENT).filter(|rest| ends(rest));
    Some(named.unwrap_or(rest))
}

/// `7 days` of ` and continue for 7 days after`, and what follows.
fn and_after(text: &str) -> Option<(String, &str)> {
    let bare = text.trim_start_matches(',').strip_prefix(" and ")?;
    let bare = behind(bare, &["continue for ", "continuing for ", "for "]).unwrap_or(bare);
    let (time, rest) = length(bare)?;
    let rest = behind(rest, &[" afterwards", " after"])?;
    let named = behind(rest, &[" the ", " your ", " "]).unwrap_or(rest);
    let named = behind(named, TREATMENT).filter(|rest| ends(rest));
    Some((time, named.unwrap_or(rest)))
}

/// Whether a sentence ends there, or its last clause follows.
fn is_end(rest: &str) -> bool {
    let clauses = [" because ", " if ", " unless ", " ["];
    let rest = rest.trim_end_matches('.');
    rest.is_empty() || clauses.iter().any(|clause| rest.starts_with(clause))
}

#[cfg(test)]
mod tests {
    use super::{night_before, so_long_before, starts_before};

    #[test]
    fn a_ban_holds_for_so_long_before_the_treatment() {
        let text = |said| starts_before(said).map(|lead| lead.text);
        for (sentence, written) in [
            (
                "avoid retinol starting 7 days before",
                "for 7 days before treatment",
            ),
            (
                "avoid retinol starting 7 to 10 days prior to your treatment",
                "for 7..10 days before treatment",
            ),
            (
                "stop retinol starting a week before",
                "for 1 week before treatment",
            ),
            (
                "avoid retinol beginning at least 7 days before treatment if pregnant",
                "for at least 7 days before treatment",
            ),
            (
                "avoid retinol starting 7 days before and continue for 3 days after treatment",
                "for 7 days before and 3 days after",
            ),
            (
                "no alcohol from the night before",
                "for 1 day before treatment",
            ),
            (
                "use sunscreen daily starting 2 weeks before treatment",
                "from 2 weeks before treatment",
            ),
        ] {
            assert_eq!(text(sentence).as_deref(), Some(written), "{sentence}");
        }
        for sentence in [
            "avoid retinol from 7 days before treatment",
            "avoid retinol starting 7 days before each session",
            "avoid retinol starting 7 days before a flight",
            "use retinol starting 7 days before and 7 days after",
            "avoid retinol starting on day 2",
        ] {
            assert_eq!(text(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn the_night_before_is_the_day_before() {
        let text = |said| night_before(said).map(|lead| lead.text);
        let done = text("wash hair the night before treatment");
        assert_eq!(done.as_deref(), Some("on day -1"));
        assert_eq!(
            text("wash hair on the evening before").as_deref(),
            Some("on day -1")
        );
        let ban = text("avoid alcohol the night before your appointment");
        assert_eq!(ban.as_deref(), Some("for 1 day before treatment"));
        assert_eq!(text("avoid alcohol the night before a flight"), None);
        assert_eq!(text("expect redness the night before treatment"), None);
    }
    #[test]
    fn so_long_before_wants_its_for() {
        let text = |said: &str| {
            let found = so_long_before(said)?;
            Some(format!("{}{}", said.get(..found.at.start)?, found.text))
        };
        for (sentence, written) in [
            (
                "avoid retinol the week before treatment",
                "avoid retinol for 1 week before treatment",
            ),
            (
                "avoid retinol in the week before your appointment",
                "avoid retinol for 1 week before treatment",
            ),
            (
                "avoid retinol during the 3 days before treatment",
                "avoid retinol for 3 days before treatment",
            ),
            (
                "stop retinol 7 days prior",
                "stop retinol for 7 days before treatment",
            ),
            (
                "avoid retinol for 7 days prior to the procedure",
                "avoid retinol for 7 days before treatment",
            ),
            (
                "use sunscreen daily in the week before treatment",
                "use sunscreen daily for 1 week before treatment",
            ),
        ] {
            assert_eq!(text(sentence).as_deref(), Some(written), "{sentence}");
        }
        for sentence in [
            "avoid retinol for 7 days before treatment",
            "avoid retinol for at least 7 days before treatment",
            "avoid retinol from 7 days before treatment",
            "take arnica 3 days before treatment",
            "avoid retinol for 7 days before a flight",
            "use sunscreen from 2 weeks before treatment",
        ] {
            assert_eq!(text(sentence), None, "{sentence}");
        }
    }
}
