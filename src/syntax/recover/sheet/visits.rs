//! `come back for a review with the nurse on day 7`, `second peel 6 to 8 weeks after the first`: what is booked.

use super::{Lead, behind, lead, number, numbers, without_article, word};
use crate::syntax::tree::TimeUnit;

/// An appointment whose title the sentence names.
pub(super) fn comes_back_for(sentence: &str) -> Option<Lead> {
    const COMING: &[&str] = &["come back ", "come in ", "come to us ", "return "];
    let bare = behind(sentence, &["please ", "you must ", "you should "]).unwrap_or(sentence);
    let said = behind(bare, COMING)?;
    let said = behind(said, &["to the clinic ", "to clinic ", "to us "]).unwrap_or(said);
    let (title, named) = match said.strip_prefix("for ") {
        Some(named) => (without_article(named), true),
        None => (said.strip_prefix("to ")?, false),
    };
    let joints = [" on ", " at ", " in ", " after "];
    let (at, joint) = joints
        .iter()
        .filter_map(|joint| Some((title.rfind(joint)?, joint)))
        .max()?;
    let (name, time) = (title.get(..at)?, title.get(at + joint.len()..)?);
    let when = when(time.trim_end_matches('.'))?;
    // `return to work after 2 weeks` is no appointment: `to see the nurse` is.
    let seen = ["see ", "have ", "be "]
        .iter()
        .any(|start| name.starts_with(start));
    let plain = name
        .chars()
        .all(|letter| letter.is_alphabetic() || " -'".contains(letter));
    (plain && !name.is_empty() && (named || seen))
        .then(|| lead(0..sentence.len(), format!("visit \"{name}\" {when}")))
}

/// `7 days after treatment` of `day 7` and of `7 days`
fn when(text: &str) -> Option<String> {
    if let Some(day) = text.strip_prefix("day ") {
        let (day, rest) = number(day)?;
        let unit = if day == "1" { "day" } else { "days" };
        return rest
            .is_empty()
            .then(|| format!("{day} {unit} after treatment"));
    }
    let (count, rest) = numbers(text)?;
    let (unit, rest) = word(rest.trim_start());
    TimeUnit::from_word(unit)?;
    let rest = behind(
        rest,
        &[" after the treatment", " after treatment", " later"],
    )
    .unwrap_or(rest);
    rest.is_empty()
        .then(|| format!("{count} {unit} after treatment"))
}

/// `second peel 6 to 8 weeks after the first`: two sessions, so far apart.
pub(super) fn second_after_the_first(sentence: &str) -> Option<Lead> {
    const FIRST: &[&str] = &[
        " after the first one",
        " after your first one",
        " after the first",
        " after your first",
        " later",
    ];
    let bare = behind(sentence, &["your ", "the ", "a "]).unwrap_or(sentence);
    let said = bare.strip_prefix("second ")?;
    let at = said.find(|letter: char| letter.is_ascii_digit())?;
    let named = said.get(..at)?.trim_end();
    let named = behind_last(named, &[" is due", " is given", " is", " at", " in", ","]);
    let (count, rest) = numbers(said.get(at..)?)?;
    let (unit, rest) = word(rest.trim_start());
    TimeUnit::from_word(unit)?;
    let rest = behind(rest, FIRST)?;
    // `after the first peel`
    let rest = rest
        .strip_prefix(' ')
        .and_then(|rest| rest.strip_prefix(named))
        .unwrap_or(rest);
    let given = ["peel", "session", "treatment", "appointment"];
    let is_session =
        given.iter().any(|word| named.ends_with(word)) && named.split(' ').count() <= 3;
    (is_session && rest.trim_end_matches('.').is_empty()).then(|| {
        lead(
            0..sentence.len(),
            format!("sessions 2 every {count} {unit}"),
        )
    })
}

/// A text without one of these words at its end.
fn behind_last<'t>(text: &'t str, words: &[&str]) -> &'t str {
    words
        .iter()
        .find_map(|word| text.strip_suffix(word))
        .unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{comes_back_for, second_after_the_first};

    #[test]
    fn what_somebody_comes_back_for_is_the_title() {
        let text = |said| comes_back_for(said).map(|lead| lead.text);
        for (said, written) in [
            (
                "come back for a review at 2 weeks",
                "visit \"review\" 2 weeks after treatment",
            ),
            (
                "come back for a review with the nurse on day 7",
                "visit \"review with the nurse\" 7 days after treatment",
            ),
            (
                "come back to see the nurse on day 7",
                "visit \"see the nurse\" 7 days after treatment",
            ),
        ] {
            assert_eq!(text(said).as_deref(), Some(written), "{said}");
        }
        for said in [
            "return to work after 2 days",
            "come back in 3 weeks",
            "come back if pain",
        ] {
            assert_eq!(text(said), None, "{said}");
        }
    }

    #[test]
    fn a_second_one_after_the_first_is_two_sessions() {
        let text = |said| second_after_the_first(said).map(|lead| lead.text);
        for said in [
            "second peel 6 to 8 weeks after the first",
            "your second peel is 6 to 8 weeks after the first",
            "second peel 6 to 8 weeks after the first peel",
        ] {
            assert_eq!(
                text(said).as_deref(),
                Some("sessions 2 every 6..8 weeks"),
                "{said}"
            );
        }
        assert_eq!(text("second dose 6 hours after the first"), None);
    }
}
