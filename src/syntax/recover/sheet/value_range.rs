//! `if skin type is IV to VI`, `if age 18 to 30`: from one answer to another, which the language writes `in IV..VI`.

use super::{Lead, ends, lead};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;

/// What stands between the two, of which one is in all that is found.
pub(super) const JOINTS: &[&str] = &["-", "\u{2013}", "between", "to"];

/// What stands between the name of a fact and the first value.
const SIGNS: &[&str] = &[
    " is from",
    " is between",
    " are between",
    " between",
    " from",
    " is",
    " are",
    " =",
];

/// Words that stand in the name of no fact.
const NO_NAME: &[&str] = &[
    "after", "at", "before", "by", "day", "days", "every", "for", "in", "lasting", "lasts", "on",
    "until", "within",
];

/// What is counted where no sign says that it is compared.
const COUNTED: &[&str] = &["age", "score", "type", "types"];

/// The values of skin types, which sheets count as well.
const ROMAN: &[&str] = &["i", "ii", "iii", "iv", "v", "vi"];

/// How the two values are written.
#[derive(Clone, Copy, PartialEq)]
enum Values {
    Numbers,
    Roman,
    Words,
}

/// From one value of a fact to another.
pub(super) fn value_range(sentence: &str) -> Option<Lead> {
    let joints = [" to ", " - ", " \u{2013} ", " and "];
    joints.iter().find_map(|joint| {
        let mut places = sentence.match_indices(joint);
        places.find_map(|(at, _)| range_at(sentence, at, joint, false))
    })
}

/// The same of the values that a text ends with, whatever words they are.
fn values_at_the_end(text: &str) -> Option<Lead> {
    let at = text.rfind(" to ")?;
    range_at(text, at, " to ", true).filter(|found| found.at.end == text.len())
}

fn range_at(text: &str, at: usize, joint: &str, any_word: bool) -> Option<Lead> {
    let (front, behind) = (text.get(..at)?, text.get(at + joint.len()..)?);
    let first = front.rsplit(' ').next()?;
    let last = behind.split([' ', ',', ')']).next()?.trim_end_matches('.');
    let values = written(first, last).filter(|values| any_word || *values != Values::Words)?;
    let front = front.get(..front.len() - first.len())?.trim_end();
    let sign = SIGNS.iter().find(|sign| front.ends_with(**sign)).copied();
    let sign = sign.unwrap_or_default();
    if joint == " and " && !sign.ends_with("between") || sign.is_empty() && values == Values::Words
    {
        return None;
    }
    let front = front.get(..front.len() - sign.len())?;
    let (before, name) = asked(front)?;
    let is_counted = name
        .split(' ')
        .next_back()
        .is_some_and(|word| COUNTED.contains(&word));
    // `swelling 2 to 3 days` is no number of its own.
    if values == Values::Numbers && !is_counted && !sign.starts_with(" is") && sign != " =" {
        return None;
    }
    // `report fever if age is 65 to 999` calls somebody.
    if values == Values::Numbers && text.contains("report ") {
        return None;
    }
    let rest = behind.get(last.len()..)?;
    if !ends(rest) && !rest.starts_with(')') {
        return None;
    }
    let end = text.len() - rest.len();
    if name == "session" {
        let each = each_session(first, last)?;
        let joined = before.ends_with(" and ") || before.ends_with(" or ");
        let each = if joined { format!("({each})") } else { each };
        return Some(lead(before.len()..end, each));
    }
    let is_type = name.ends_with("type") || name.ends_with("types");
    let [first, last] = [first, last].map(|value| match values {
        Values::Roman => value.to_uppercase(),
        Values::Numbers if is_type => counted(value).unwrap_or_else(|| value.to_owned()),
        _ => value.to_owned(),
    });
    Some(lead(front.len() + 1..end, format!("in {first}..{last}")))
}

/// How both values are written; none where they are no such pair.
fn written(first: &str, last: &str) -> Option<Values> {
    let both = |is: &dyn Fn(&str) -> bool| is(first) && is(last);
    let is_number = |word: &str| {
        word.starts_with(|letter: char| letter.is_ascii_digit())
            && word.ends_with(|letter: char| letter.is_ascii_digit())
            && word
                .chars()
                .all(|letter| letter.is_ascii_digit() || letter == '.')
    };
    if both(&|word| ROMAN.contains(&word)) {
        Some(Values::Roman)
    } else if both(&is_number) {
        Some(Values::Numbers)
    } else {
        let is_word = |word: &str| !word.is_empty() && word.chars().all(char::is_alphabetic);
        both(&is_word).then_some(Values::Words)
    }
}

/// What stands before the name of a fact at the end of a text, and that name, where a condition asks for it.
fn asked(front: &str) -> Option<(&str, &str)> {
    let asks = ["if ", "unless ", "when "];
    let starts = |word: &str| -> Option<usize> {
        let at = front.rfind(word)?;
        let whole = at == 0 || front.get(..at)?.ends_with([' ', '(']);
        whole.then_some(at + word.len())
    };
    let condition = asks.iter().filter_map(|word| starts(word)).max()?;
    let joints = ["and ", "or ", "not "];
    let joined = joints.iter().filter_map(|word| starts(word));
    let start = joined.chain([condition]).max()?;
    let (before, name) = front.split_at_checked(start)?;
    let bare = name.trim_start_matches('(');
    let before = front.get(..before.len() + name.len() - bare.len())?;
    let words: Vec<&str> = bare.split(' ').collect();
    let plain = |word: &&str| {
        !NO_NAME.contains(word)
            && !word.is_empty()
            && word
                .chars()
                .all(|letter| letter.is_alphabetic() || letter == '-')
    };
    (words.len() <= 4 && words.iter().all(plain)).then_some((before, bare))
}

/// `IV` of `4`
fn counted(number: &str) -> Option<String> {
    let number: usize = number.parse().ok()?;
    let value = ROMAN.get(number.checked_sub(1)?)?;
    Some(value.to_uppercase())
}

/// `session is 2 or session is 3` of `2` and `3`
fn each_session(first: &str, last: &str) -> Option<String> {
    let (first, last): (u32, u32) = (first.parse().ok()?, last.parse().ok()?);
    let each: Vec<String> = (first..=last)
        .map(|number| format!("session is {number}"))
        .collect();
    (2..=12).contains(&each.len()).then(|| each.join(" or "))
}

impl Lower<'_> {
    /// Refuses `to` where it says something else than who is called; whether it does.
    pub(in crate::syntax) fn is_to_of_a_sheet(&mut self, to: Span) -> bool {
        self.is_end_of_values(to) || self.comes_to(to) || self.day_of_a_visit(to)
    }

    /// Refuses the second half of `if pain score is 7 to 10`; whether a clause is one.
    fn is_end_of_values(&mut self, to: Span) -> bool {
        let before = self.laid_out.get(..to.end as usize).unwrap_or_default();
        let start = before.rfind(['\n', '{', '}']).map_or(0, |at| at + 1);
        let text = before.get(start..).unwrap_or_default();
        let Some(found) = values_at_the_end(text) else {
            return false;
        };
        let at = self.place(start + found.at.start, start + found.at.end);
        let raw = self.quote(at);
        let text = found.text;
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                at,
                format!("`{raw}` is said in other words"),
                "from one answer to another",
            )
            .with_help(format!("write `{text}` in its place"))
            .with_fix(at, text),
        );
        true
    }
}

#[cfg(test)]
mod tests {
    use super::{value_range, values_at_the_end};

    #[test]
    fn from_one_value_to_another_is_a_range() {
        let text = |said: &str| {
            let lead = value_range(said)?;
            let (front, behind) = (said.get(..lead.at.start)?, said.get(lead.at.end..)?);
            Some(format!("{front}{}{behind}", lead.text))
        };
        for (said, written) in [
            (
                "note \"x\" if skin type is iv to vi",
                "note \"x\" if skin type in IV..VI",
            ),
            (
                "note \"x\" if skin type iv to vi",
                "note \"x\" if skin type in IV..VI",
            ),
            (
                "note \"x\" if skin types 4 to 6",
                "note \"x\" if skin types in IV..VI",
            ),
            (
                "if skin type between iv and vi, x",
                "if skin type in IV..VI, x",
            ),
            (
                "x if pregnant or age 18 to 30",
                "x if pregnant or age in 18..30",
            ),
            (
                "x if needle depth is 0.5 to 1 mm",
                "x if needle depth in 0.5..1 mm",
            ),
            (
                "x if session is 2 to 3",
                "x if session is 2 or session is 3",
            ),
        ] {
            assert_eq!(text(said).as_deref(), Some(written), "{said}");
        }
        for other in [
            "use x for 4 to 6 weeks if skin type is iv",
            "report swelling lasting 2 to 3 days if pregnant",
            "take x if pain 2 to 3 times a day",
            "x if age is 18 and pregnant",
            "report fever if age is 65 to 999",
            "x if skin type in iv to vi",
        ] {
            assert_eq!(text(other), None, "{other}");
        }
        assert!(values_at_the_end("x if pain level is none to mild").is_some());
        assert!(values_at_the_end("report fever if pregnant to clinic").is_none());
    }
}
