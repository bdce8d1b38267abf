//! `wash hair on the morning of the treatment`: on its day, before it.

use super::prescribed::BANS;
use super::{Lead, behind, ends, lead, without_article};
use crate::vocabulary::VERBS;

/// How sheets say a part of that day, and whether it is the part before the treatment.
const PARTS: &[(&str, bool)] = &[
    ("in the morning of ", true),
    ("on the morning of ", true),
    ("in the morning before ", true),
    ("on the morning before ", true),
    ("the morning of ", true),
    ("the morning before ", true),
    ("on the day of ", false),
];

/// What sheets call the treatment, when it is to come.
const TREATMENTS: &[&str] = &["appointment", "procedure", "session", "treatment", "visit"];

pub(super) fn that_morning(sentence: &str) -> Option<Lead> {
    if let Some((rest, is_before)) = part_of_the_day(sentence) {
        let said = rest.trim_start_matches([',', ' ']);
        let end = [" because ", " if ", " unless "]
            .iter()
            .filter_map(|word| said.find(word))
            .min()
            .unwrap_or(said.len());
        let done = said.get(..end)?.trim_end_matches('.');
        let end = sentence.len() - said.len() + done.len();
        return written(done, "", is_before, 0..end);
    }
    let mut parts = PARTS.iter();
    parts.find_map(|(part, _)| {
        let at = sentence.find(&format!(" {part}"))?;
        let (rest, is_before) = part_of_the_day(sentence.get(at + 1..)?)?;
        let done = sentence.get(..at)?.trim_end_matches(',');
        // `starting on the day of treatment` is a start.
        let bounds = ["beginning", "from", "starting", "until"];
        if bounds.iter().any(|word| done.ends_with(word)) {
            return None;
        }
        let day = sentence.get(at + 1..sentence.len() - rest.len())?;
        written(done, day, is_before, at + 1..sentence.len() - rest.len())
    })
}

/// What follows `on the morning of the treatment` at the start of a text, and whether that is before the treatment.
fn part_of_the_day(text: &str) -> Option<(&str, bool)> {
    let mut parts = PARTS.iter();
    parts.find_map(|(part, is_before)| {
        let rest = without_article(text.strip_prefix(part)?);
        let rest = behind(rest, TREATMENTS)?;
        ends(rest).then_some((rest, *is_before))
    })
}

/// The same as the language writes it: what is left is left all of that day, what is done before the treatment is prepared.
/// `day` are the words that say when, of what stands behind; in front all of the sentence is `at`.
fn written(done: &str, day: &str, is_before: bool, at: std::ops::Range<usize>) -> Option<Lead> {
    let is_behind = !day.is_empty();
    let is_ban = BANS.iter().any(|ban| done.starts_with(ban));
    let is_prepared = done.starts_with("prepare ");
    if is_ban || is_prepared {
        let text = if is_behind {
            "on day 0".to_owned()
        } else {
            format!("{done} on day 0")
        };
        let mut found = lead(at, text);
        found.more = is_ban.then(|| ", which is all of that day".to_owned());
        return Some(found);
    }
    let verb = done.split(' ').next()?;
    if !VERBS.iter().any(|row| row.word == verb) || done.contains('`') {
        return None;
    }
    let prepared = format!("prepare \"{done}\" on day 0");
    let whole = if is_behind { 0..at.end } else { at.clone() };
    if is_before {
        let mut found = lead(whole, prepared);
        found.more = Some(": what is done before the treatment".to_owned());
        return Some(found);
    }
    // `on the day of the treatment` may be both.
    let after = if is_behind {
        "`today` in its place".to_owned()
    } else {
        format!("`{done} today`")
    };
    let mut found = lead(at, "");
    found.is_sure = false;
    found.more = Some(format!(
        "for what is done before the treatment write `{prepared}`, and for what is done after it {after}"
    ));
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::that_morning;

    #[test]
    fn what_is_done_before_the_treatment_is_prepared() {
        for sentence in [
            "wash hair in the morning of the treatment",
            "wash hair on the morning of your appointment",
            "wash hair the morning before treatment",
            "on the morning of treatment, wash hair",
        ] {
            let text = that_morning(sentence).map(|lead| (lead.text, lead.at));
            let whole = 0..sentence.len();
            let written = "prepare \"wash hair\" on day 0".to_owned();
            assert_eq!(text, Some((written, whole)), "{sentence}");
        }
        let both = that_morning("wash hair on the day of the treatment, if pregnant");
        let both = both.and_then(|lead| lead.more).unwrap_or_default();
        assert!(both.contains("`prepare \"wash hair\" on day 0`"), "{both}");
        assert!(both.contains("`today`"), "{both}");
    }

    #[test]
    fn what_is_left_is_left_all_day() {
        let text = |said| that_morning(said).map(|lead| lead.text);
        let ban = text("avoid makeup on the day of your appointment");
        assert_eq!(ban.as_deref(), Some("on day 0"));
        let ban = text("on the morning of treatment, no caffeine");
        assert_eq!(ban.as_deref(), Some("no caffeine on day 0"));
        for sentence in [
            "expect redness on the day of treatment",
            "avoid makeup on the day of surgery",
            "wash hair in the morning of day 2",
            "wash hair in the morning",
            "wash hair starting on the day of treatment",
        ] {
            assert_eq!(text(sentence), None, "{sentence}");
        }
    }
}
