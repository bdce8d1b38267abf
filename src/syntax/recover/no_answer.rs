//! `if we do not answer within 15 minutes, go to A&E`: whom to turn to where nobody answers stands in the call's own sentence,
//! and is no sign.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::calls::{CALLING, is_number};
use crate::syntax::recover::calls_after::lasting;
use crate::syntax::recover::calls_said::call;
use crate::syntax::recover::for_help::emergency_place;
use crate::syntax::recover::reread::edit;
use crate::syntax::tree::TimeUnit;

/// How sheets say that nobody answers.
const NOBODY: &[&str] = &[
    "no answer",
    "no reply",
    "no response",
    "there is no answer",
    "there is no reply",
    "there is no response",
    "you get no answer",
    "you get no reply",
    "nobody answers",
    "no one answers",
    "no-one answers",
    "we do not answer",
    "we don't answer",
    "we don\u{2019}t answer",
    "we do not reply",
    "we don't reply",
    "we don\u{2019}t reply",
    "we cannot be reached",
    "we can't be reached",
    "we can\u{2019}t be reached",
    "you cannot reach us",
    "you can't reach us",
    "you can\u{2019}t reach us",
    "you cannot get through",
    "you can't get through",
    "you can\u{2019}t get through",
    "you do not get through",
    "you do not hear back",
    "you don't hear back",
    "you do not hear from us",
];

/// A word of which one stands in each of them.
const TELLING: &[&str] = &[
    "answer", "hear", "reach us", "reached", "reply", "response", "through",
];

/// Whom to turn to where nobody answers.
#[derive(Debug, PartialEq)]
struct Else {
    whom: String,
    /// How long to wait, where that is said.
    wait: Option<String>,
}

impl Lower<'_> {
    /// Leads a sentence that says what to do where nobody answers to `otherwise`; whether it is one.
    pub(super) fn no_answer(&mut self, line: Span) -> bool {
        if !TELLING.iter().any(|word| self.laid(line).contains(word)) {
            return false;
        }
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let text = self.quote(sentence);
        let text = text.trim_end_matches('.');
        if let Some(Else { whom, wait }) = where_nobody_answers(text) {
            let help = format!(
                "write it at the end of that sentence: `otherwise {whom}`, as in `report severe pain to clinic otherwise \
                 {whom}`{}",
                of_waiting(wait.as_deref())
            );
            self.refuse(second_in_turn(sentence).with_help(help));
            return true;
        }
        let joints = text.match_indices([',', ';', '.']);
        let found = joints.into_iter().find_map(|(at, _)| {
            let (first, behind) = (text.get(..at)?, text.get(at + 1..)?.trim_start());
            let joined = ["and ", "but ", "or ", "then "];
            let bare = joined.iter().find_map(|word| behind.strip_prefix(word));
            Some((first, where_nobody_answers(bare.unwrap_or(behind))?))
        });
        let Some((first, Else { whom, wait })) = found else {
            return false;
        };
        let report = if first.starts_with("report ") {
            first.to_owned()
        } else {
            let Some(call) = call(first) else {
                return false;
            };
            let signs = lasting(&call.signs).map_or(call.signs, |found| found.signs);
            format!("report {signs} to {}", call.whom)
        };
        let report = format!("{report} otherwise {whom}");
        let edits = vec![edit(sentence, report.as_str())];
        if !self.reads_with(line, &edits) {
            return false;
        }
        let help = format!("write `{report}`{}", of_waiting(wait.as_deref()));
        self.refuse(second_in_turn(sentence).with_help(help).with_edits(edits));
        true
    }
}

fn second_in_turn(sentence: Span) -> Diagnostic {
    Diagnostic::new(
        Code::ClauseShape,
        sentence,
        "who is called where the first cannot be reached stands in the first call's sentence, behind `otherwise`",
        "whom else",
    )
}

/// What to know of how long to wait for an answer.
fn of_waiting(wait: Option<&str>) -> String {
    wait.map_or(String::new(), |wait| {
        format!("; how long to wait for an answer (`{wait}`) stands in a `note`")
    })
}

/// `go to A&E if no answer`, `if we do not answer within 15 minutes, go to A&E`
fn where_nobody_answers(text: &str) -> Option<Else> {
    let lower = text.to_ascii_lowercase();
    let (asked, turn) = match lower.strip_prefix("if ") {
        Some(asked) => {
            let nobody = longest(asked)?;
            let behind = asked.get(nobody.len()..)?;
            let (wait, rest) = waited(behind);
            let rest = rest.trim_start_matches([',', ' ']);
            let rest = rest.strip_prefix("then ").unwrap_or(rest);
            (wait, text.get(text.len() - rest.len()..)?)
        }
        None => {
            let at = lower.find(" if ")?;
            let asked = lower.get(at + " if ".len()..)?;
            let (wait, rest) = waited(asked.get(longest(asked)?.len()..)?);
            if !rest.is_empty() {
                return None;
            }
            (wait, text.get(..at)?)
        }
    };
    Some(Else {
        whom: turned_to(turn)?,
        wait: asked,
    })
}

fn longest(asked: &str) -> Option<&'static str> {
    NOBODY
        .iter()
        .find(|words| asked.starts_with(**words))
        .copied()
}

/// How long one waits, and what follows.
fn waited(behind: &str) -> (Option<String>, &str) {
    let found = ["within", "in", "after", "for"].iter().find_map(|word| {
        let time = behind.strip_prefix(' ')?.strip_prefix(word)?.trim_start();
        let mut words = time.split([' ', ',']);
        let (number, unit) = (words.next()?, words.next()?);
        let counts = number.starts_with(|letter: char| letter.is_ascii_digit());
        TimeUnit::from_word(unit).filter(|_| counts)?;
        let rest = time.get(number.len() + 1 + unit.len()..)?;
        Some((Some(format!("{word} {number} {unit}")), rest))
    });
    found.unwrap_or((None, behind))
}

/// Whom one turns to, as `otherwise` takes it: none where that is who has not answered.
fn turned_to(text: &str) -> Option<String> {
    if let Some(place) = emergency_place(text) {
        return Some(format!("\"{place}\""));
    }
    let (verb, rest) = text.trim_end_matches(',').split_once(' ')?;
    let verb = verb.to_ascii_lowercase();
    let is_turn =
        CALLING.contains(&verb.as_str()) || ["go", "attend", "visit"].contains(&verb.as_str());
    let small = ["to ", "the ", "your ", "an ", "a "];
    let mut whom = rest;
    while let Some(bare) = small.iter().find_map(|word| whom.strip_prefix(word)) {
        whom = bare;
    }
    let plain = is_turn && !whom.is_empty() && !whom.contains(['"', ',', ';']);
    let is_back = ["us", "me", "again", "back"].contains(&whom.split(' ').next()?);
    if !plain || is_back {
        return None;
    }
    let known = ["clinic", "doctor", "emergency services", "prescriber"];
    Some(if is_number(whom) || known.contains(&whom) {
        whom.to_owned()
    } else {
        format!("\"{whom}\"")
    })
}

#[cfg(test)]
mod tests {
    use super::where_nobody_answers;

    #[test]
    fn whom_to_turn_to_is_found_with_how_long_one_waits() {
        let found = |text| where_nobody_answers(text).map(|found| (found.whom, found.wait));
        let wait = Some("within 15 minutes".to_owned());
        let at_a_and_e = Some(("\"A&E\"".to_owned(), wait));
        for text in [
            "go to A&E if no answer within 15 minutes",
            "if we do not answer within 15 minutes go to A&E",
            "if we do not answer within 15 minutes, go to the nearest A&E",
        ] {
            assert_eq!(found(text), at_a_and_e, "{text}");
        }
        let number = Some(("999".to_owned(), None));
        assert_eq!(found("call 999 if nobody answers"), number);
        for text in [
            "call us again if no answer",
            "go to A&E if severe pain",
            "if no answer is given by then, go on",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
