//! `if needed`, `a clean towel each time`: how often, in the words of sheets.

use super::{Lead, behind, ends, found, lead, number, numbers};

/// `take paracetamol if needed`: nothing is asked.
pub(super) fn if_needed(sentence: &str) -> Option<Lead> {
    const NEEDED: &[&str] = &[
        " if needed",
        " if required",
        " if necessary",
        " if you need it",
        " if you need them",
        " if you need to",
        " when needed",
        " when required",
        " when necessary",
        " when you need it",
        " whenever needed",
        " as required",
        " as necessary",
    ];
    let at = found(sentence, NEEDED)?;
    let rest = sentence.get(at.end..)?;
    // `if needed for pain` says for what.
    if let Some((sign, rest)) = for_what(rest) {
        let end = sentence.len() - rest.len();
        return Some(lead(at.start + 1..end, format!("as needed if {sign}")));
    }
    // `if needed for stinging` asks for that, and `if needed for 3 days` says when.
    if let Some(sign) = rest.strip_prefix(" for ") {
        let counts = sign.starts_with(|letter: char| letter.is_ascii_digit());
        let small = [
            "a ", "an ", "any ", "at ", "no ", "one ", "the ", "two ", "three ", "up ", "several ",
            "some ",
        ];
        if !counts && !small.iter().any(|word| sign.starts_with(word)) {
            let end = at.end + " for ".len();
            return Some(lead(at.start + 1..end, "as needed if "));
        }
    }
    ends(rest).then(|| lead(at.start + 1..at.end, "as needed"))
}

/// `pain` of ` for pain` at the start of a text, and what follows it.
fn for_what(text: &str) -> Option<(&str, &str)> {
    const SIGNS: &[&str] = &[
        "discomfort",
        "fever",
        "headache",
        "itching",
        "pain",
        "soreness",
        "swelling",
    ];
    let said = text.strip_prefix(" for ")?;
    let sign = SIGNS.iter().find(|sign| said.starts_with(**sign))?;
    let rest = said.get(sign.len()..)?;
    let clauses = [" because ", " if ", ".", ","];
    let whole = rest.is_empty() || clauses.iter().any(|clause| rest.starts_with(clause));
    whole.then_some((*sign, rest))
}

/// `use a clean towel each time`: a duty is meant each time, and says so by itself.
pub(super) fn each_time(sentence: &str) -> Option<Lead> {
    const EACH: &[&str] = &[" each time", " every time"];
    const WASHING: &[&str] = &[" you wash", " you cleanse", " you clean it"];
    let at = found(sentence, EACH)?;
    let rest = sentence.get(at.end..)?;
    let washing = WASHING.iter().find_map(|word| rest.strip_prefix(word));
    let (text, rest) = match washing {
        Some(rest) => ("after each wash", rest),
        None => ("", rest),
    };
    let clauses = [" because", " if ", " for ", " until ", ",", "."];
    let whole = rest.is_empty() || clauses.iter().any(|word| rest.starts_with(word));
    let end = sentence.len() - rest.len();
    whole.then(|| {
        if text.is_empty() {
            let mut found = lead(at.start..end, "");
            found.more =
                Some("leave it out: what is done each time is said by the sentence".to_owned());
            found
        } else {
            lead(at.start + 1..end, text)
        }
    })
}

/// `10 minutes on and 10 minutes off`: with a comma.
pub(super) fn on_and_off(sentence: &str) -> Option<Lead> {
    let at = sentence.find(" minutes on")?;
    let front = sentence.get(..at)?;
    let start = front.rfind(' ')? + 1;
    let (on, _) = number(front.get(start..)?)?;
    let rest = sentence.get(at + " minutes on".len()..)?;
    let off = behind(rest, &[" and ", ", then ", " then ", "/", " / "])?;
    let (off, rest) = number(off)?;
    let rest = behind(rest, &[" minutes off", " off"])?;
    ends(rest).then(|| {
        let end = sentence.len() - rest.len();
        lead(start..end, format!("{on} minutes on, {off} minutes off"))
    })
}

/// `for 10 minutes at a time`: so much each time is no window.
pub(super) fn at_a_time(sentence: &str) -> Option<Lead> {
    let front = sentence.get(..sentence.find(" at a time")?)?;
    let start = front.rfind(" for ")?;
    let (_, rest) = numbers(front.get(start + " for ".len()..)?)?;
    ["minutes", "minute", "mins", "min", "hours", "hour"]
        .contains(&rest.trim())
        .then(|| lead(start + 1..start + " for ".len(), ""))
        .map(|mut found| {
            found.more =
                Some("leave `for` out: how long it is done each time stands without it".to_owned());
            found
        })
}

#[cfg(test)]
mod tests {
    use super::{at_a_time, each_time, if_needed, on_and_off};

    #[test]
    fn what_is_done_as_needed_asks_nothing() {
        for said in [
            "take paracetamol if needed",
            "apply ice when required, for 10 minutes",
        ] {
            assert_eq!(
                if_needed(said).map(|lead| lead.text).as_deref(),
                Some("as needed"),
                "{said}"
            );
        }
        for said in ["take paracetamol as needed", "avoid heat if needled"] {
            assert_eq!(if_needed(said), None, "{said}");
        }
    }

    #[test]
    fn on_and_off_is_a_rhythm() {
        let text = |said| on_and_off(said).map(|lead| lead.text);
        let rhythm = text("apply ice 10 minutes on and 20 minutes off");
        assert_eq!(rhythm.as_deref(), Some("10 minutes on, 20 minutes off"));
        assert_eq!(text("apply ice 10 minutes on face"), None);
    }

    #[test]
    fn how_long_each_time_is_no_window() {
        let at = |said| at_a_time(said).map(|lead| lead.at);
        assert_eq!(at("apply ice for 10 minutes at a time"), Some(10..14));
        assert_eq!(at("apply ice 10 minutes at a time"), None);
    }

    #[test]
    fn each_time_is_said_by_the_sentence() {
        let text = |said| each_time(said).map(|lead| lead.text);
        assert_eq!(text("use a clean towel each time").as_deref(), Some(""));
        let wash = text("use a clean towel every time you wash");
        assert_eq!(wash.as_deref(), Some("after each wash"));
        assert_eq!(text("limit showers to 5 minutes each time you like"), None);
    }
}
