//! `do not treat if you have been in the sun in the last 2 weeks`, `isotretinoin must have been stopped for 6 months`: what
//! was lately, and what is said of whether to treat.

use super::{Lead, behind, ends, lead, number, word};
use crate::syntax::tree::TimeUnit;

/// How sheets say that somebody was in the sun.
const SUN: &[&str] = &[
    "been in the sun",
    "been exposed to the sun",
    "been exposed to sun",
    "been sunbathing",
    "been tanned",
    "had sun exposure",
    "had recent sun exposure",
    "had recent sun",
    "had exposure to the sun",
    "sunbathed",
    "tanned",
];

/// Who was.
const WHO: &[&str] = &[
    "you have had ",
    "you have ",
    "you've ",
    "you\u{2019}ve ",
    "the patient has ",
    "patient has ",
    "you ",
];

/// How sheets say that somebody is not treated.
const NO_TREATING: &[&str] = &[
    "do not treat if ",
    "don't treat if ",
    "don\u{2019}t treat if ",
    "we do not treat if ",
    "we will not treat you if ",
    "we will not do it if ",
    "no treatment if ",
];

/// `if you have been in the sun in the last 2 weeks`: the event by which that is asked.
pub(super) fn sun_lately(sentence: &str) -> Option<Lead> {
    const LAST: &[&str] = &[
        " in the last ",
        " in the past ",
        " in the previous ",
        " within the last ",
        " within the past ",
        " during the last ",
        " over the last ",
        " within ",
    ];
    let at = match sentence.starts_with("if ") {
        true => "if ".len(),
        false => sentence.find(" if ")? + " if ".len(),
    };
    let asked = sentence.get(at..)?;
    let bare = behind(asked, WHO).unwrap_or(asked);
    let rest = behind(bare, SUN)?;
    // A file may have an event that is called so.
    if bare.starts_with("had ") && rest.starts_with(" within ") && !rest.starts_with(" within the ")
    {
        return None;
    }
    let (time, rest) = time(behind(rest, LAST)?)?;
    let written = format!("had recent sun within {time}");
    if !ends(rest) {
        return None;
    }
    let end = sentence.len() - rest.len();
    if NO_TREATING
        .iter()
        .any(|start| sentence.get(..at) == Some(*start))
    {
        let mut found = lead(0..end, format!("defer if {written}"));
        found.more = Some("; `refuse` where this patient is not treated at all".to_owned());
        return Some(found);
    }
    Some(lead(at..end, written))
}

/// `refuse if taking isotretinoin within 7 days before treatment`: what was lately is asked by `took`, and is before the
/// treatment anyway.
pub(super) fn took_within(sentence: &str) -> Option<Lead> {
    const ASKED: &[(&str, &str)] = &[
        (" taking ", "took"),
        (" taken ", "took"),
        (" took ", "took"),
        (" used ", "took"),
        (" using ", "took"),
        (" had ", "had"),
    ];
    let within = sentence.find(" within ")?;
    let front = sentence.get(..within)?;
    let (time, rest) = time(sentence.get(within + " within ".len()..)?)?;
    let before = behind(rest, BEFORE);
    let rest = before.unwrap_or(rest);
    let (at, said, asks) = ASKED
        .iter()
        .filter_map(|(said, asks)| Some((front.rfind(said)?, *said, *asks)))
        .max()?;
    let thing = front.get(at + said.len()..)?;
    let (condition, who) = front.get(..=at)?.rsplit_once(" if ")?;
    let who = who.trim_end();
    // `you have taken X` asks so already, and so does what is written as the language has it.
    let asks_so = asks == said.trim() || said == " taken " && !who.is_empty();
    // Behind a bracket another question has its own word.
    if !ends(rest) || thing.contains(['"', '(', ')']) || asks_so && before.is_none() {
        return None;
    }
    let start = match who {
        "" | "you" | "you are" | "you have" | "patient has" | "still" => {
            condition.len() + " if ".len()
        }
        _ => at + 1,
    };
    let end = sentence.len() - rest.len();
    Some(lead(start..end, format!("{asks} {thing} within {time}")))
}

/// `isotretinoin must have been stopped for 6 months`: who took it lately is not treated. `stop isotretinoin 6 months before
/// treatment` asks somebody to stop it as well.
pub(super) fn stopped_for(sentence: &str) -> Option<Lead> {
    if let Some(said) = sentence.strip_prefix("stop ") {
        return stopped_before(said, sentence);
    }
    let (thing, time, rest) = must_be_stopped(sentence).or_else(|| must_not_have(sentence))?;
    let rest = behind(rest, BEFORE).unwrap_or(rest);
    let named = is_name(thing) && (rest.is_empty() || rest.starts_with(" because "));
    named.then(|| {
        let took = format!("took {thing} within {time}");
        let mut found = lead(0..sentence.len() - rest.len(), format!("refuse if {took}"));
        found.more = Some(format!(
            "; where the treatment waits for it, `defer until {time} after {thing} last taken if {took}`"
        ));
        found
    })
}

/// The treatment that it is stopped before.
const BEFORE: &[&str] = &[
    " before the treatment",
    " before your treatment",
    " before treatment",
    " before your appointment",
    " before the appointment",
    " before your session",
    " before the session",
    " before the peel",
    " before your peel",
    " beforehand",
    " before",
];

/// `isotretinoin must have been stopped for 6 months`
fn must_be_stopped(sentence: &str) -> Option<(&str, String, &str)> {
    const STOPPED: &[&str] = &[
        " must have been stopped",
        " has to have been stopped",
        " needs to have been stopped",
        " should have been stopped",
        " must be stopped",
        " must have stopped",
    ];
    let (at, said) = STOPPED
        .iter()
        .find_map(|said| Some((sentence.find(said)?, *said)))?;
    let rest = sentence.get(at + said.len()..)?;
    let rest = behind(rest, &[" for at least ", " at least ", " for ", " "])?;
    let (time, rest) = time(rest)?;
    Some((sentence.get(..at)?, time, rest))
}

/// `you must not have taken isotretinoin for 6 months`
fn must_not_have(sentence: &str) -> Option<(&str, String, &str)> {
    const TAKEN: &[&str] = &[
        "must not have taken ",
        "must not have used ",
        "must not have had ",
        "should not have taken ",
    ];
    const LAST: &[&str] = &[
        " for at least ",
        " for the last ",
        " in the last ",
        " within the last ",
        " in the past ",
        " within ",
        " for ",
        " in ",
    ];
    let bare = behind(sentence, &["you ", "patients ", "the patient "]).unwrap_or(sentence);
    let said = behind(bare, TAKEN)?;
    let (at, last) = LAST
        .iter()
        .find_map(|last| Some((said.find(last)?, *last)))?;
    let (time, rest) = time(said.get(at + last.len()..)?)?;
    Some((said.get(..at)?, time, rest))
}

/// `isotretinoin 6 months before treatment`, of what is stopped months before.
fn stopped_before(said: &str, sentence: &str) -> Option<Lead> {
    let at = said.find(|letter: char| letter.is_ascii_digit())?;
    let thing = said.get(..at)?.trim_end();
    let (time, rest) = time(said.get(at..)?)?;
    let rest = behind(rest, BEFORE)?;
    let is_long = time.ends_with("month") || time.ends_with("months") || time.ends_with("year");
    if !is_long || !is_name(thing) || !ends(rest) {
        return None;
    }
    let from = sentence.len() - said.len() + at;
    let mut found = lead(
        from..sentence.len() - rest.len(),
        format!("for {time} before"),
    );
    found.more = Some(format!(
        "; of a medicine that somebody prescribed the plan says to ask, and who took it later is treated all the same unless \
         `refuse if took {thing} within {time}` stands beside it"
    ));
    Some(found)
}

/// `6 months`, and what follows.
fn time(text: &str) -> Option<(String, &str)> {
    let (count, rest) = number(text)?;
    let (unit, rest) = word(rest.trim_start());
    TimeUnit::from_word(unit)?;
    Some((format!("{count} {unit}"), rest))
}

/// Whether words may be a name: few, without a number, and none that starts a clause.
fn is_name(text: &str) -> bool {
    const NO_NAME: &[&str] = &[
        "about", "and", "at", "except", "for", "from", "if", "least", "or", "than", "to", "until",
        "within",
    ];
    let plain = |letter: char| letter.is_alphabetic() || letter == ' ' || letter == '-';
    let words = || text.split(' ');
    !text.is_empty()
        && text.chars().all(plain)
        && words().count() <= 3
        && !words().any(|word| NO_NAME.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::{stopped_for, sun_lately, took_within};

    fn text(said: &str, lead: Option<super::Lead>) -> Option<String> {
        let lead = lead?;
        let (front, behind) = (said.get(..lead.at.start)?, said.get(lead.at.end..)?);
        Some(format!("{front}{}{behind}", lead.text))
    }

    #[test]
    fn who_was_in_the_sun_is_asked_by_the_event() {
        for (said, written) in [
            (
                "do not treat if you have been in the sun in the last 2 weeks",
                "defer if had recent sun within 2 weeks",
            ),
            (
                "refuse if had sun exposure in the last 2 weeks",
                "refuse if had recent sun within 2 weeks",
            ),
        ] {
            assert_eq!(
                text(said, sun_lately(said)).as_deref(),
                Some(written),
                "{said}"
            );
        }
        for said in [
            "refuse if had recent sun within 2 weeks",
            "avoid sun if tanned skin",
        ] {
            assert_eq!(sun_lately(said), None, "{said}");
        }
    }

    #[test]
    fn what_was_taken_lately_was_taken_before_the_treatment() {
        for (said, written) in [
            (
                "refuse if taking isotretinoin within 7 days before treatment",
                "refuse if took isotretinoin within 7 days",
            ),
            (
                "refuse if you are taking warfarin or aspirin within 7 days",
                "refuse if took warfarin or aspirin within 7 days",
            ),
            (
                "defer if pregnant or had filler within 2 weeks before treatment",
                "defer if pregnant or had filler within 2 weeks",
            ),
        ] {
            assert_eq!(
                text(said, took_within(said)).as_deref(),
                Some(written),
                "{said}"
            );
        }
        for said in [
            "refuse if took isotretinoin within 7 days",
            "refuse if you have taken isotretinoin within 7 days",
            "refuse if had filler within 2 weeks",
            "report fever to clinic within 2 hours",
        ] {
            assert_eq!(took_within(said), None, "{said}");
        }
    }

    #[test]
    fn who_took_it_lately_is_not_treated() {
        let refuse = "refuse if took isotretinoin within 6 months";
        for said in [
            "isotretinoin must have been stopped for 6 months",
            "isotretinoin must be stopped 6 months before treatment",
            "must not have taken isotretinoin for 6 months",
            "you must not have taken isotretinoin in the last 6 months",
        ] {
            assert_eq!(
                text(said, stopped_for(said)).as_deref(),
                Some(refuse),
                "{said}"
            );
        }
        let stop = "stop isotretinoin 6 months before treatment";
        assert_eq!(
            text(stop, stopped_for(stop)).as_deref(),
            Some("stop isotretinoin for 6 months before")
        );
        for said in [
            "stop retinoids 5 days before treatment",
            "stop isotretinoin for 6 months before",
            "avoid makeup until peeling has stopped",
        ] {
            assert_eq!(stopped_for(said), None, "{said}");
        }
    }
}
