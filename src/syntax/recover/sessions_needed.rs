//! `most tattoos need 6 to 10 sessions`, `usually 3 sessions`: how many sessions there mostly are.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::course_said::{SESSIONS, length_in, range};
use crate::syntax::recover::reread::edit;
use crate::syntax::reserved::STARTERS;
use crate::vocabulary::VERBS;

/// What sheets say between whom and how many.
const NEED: &[&str] = &["need", "needs", "recommend", "require", "requires"];

/// Words that say that so many are the common number, and no end.
const USUALLY: &[&str] = &[
    "average",
    "generally",
    "many",
    "most",
    "normally",
    "often",
    "typically",
    "usually",
];

/// Words that say that so many can be.
const MAYBE: &[&str] = &["can", "could", "may", "might", "some"];

/// What stands behind how many, of that.
const WANTED: &[&str] = &["needed", "necessary", "recommended", "required"];

/// How sure it is that there are so many.
#[derive(Debug, PartialEq, Clone, Copy)]
enum Sure {
    Said,
    Usually,
    Maybe,
}

impl Lower<'_> {
    /// Offers the course of a sentence that says how many sessions somebody needs; whether it is one.
    pub(super) fn sessions_needed(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let laid = self.laid(sentence);
        if !SESSIONS.iter().any(|word| laid.contains(word)) {
            return false;
        }
        let Some((written, sure)) = needed(laid.trim_end_matches('.')) else {
            return false;
        };
        let course = vec![edit(sentence, written.as_str())];
        if !self.reads_with(line, &course) {
            return false;
        }
        let note = format!("note \"{}\"", self.quote(sentence));
        let own_words = vec![edit(sentence, note.as_str())];
        self.diagnostics
            .retain(|one| !one.span().is_some_and(|span| sentence.contains(span)));
        let apart = match written.contains(" every ") || written.ends_with(" apart") {
            true => "",
            false => "; how far apart they are stands behind it, as in `every 6 weeks`",
        };
        let raw = self.excerpt(sentence);
        let diagnostic = Diagnostic::new(
            Code::UnknownHead,
            sentence,
            format!("`{raw}` is said by the first word of a sentence"),
            "how many sessions",
        )
        .with_edits(course);
        self.refuse(match sure {
            Sure::Said | Sure::Usually => diagnostic.with_help(format!("write `{written}`{apart}")),
            Sure::Maybe => diagnostic
                .with_help(format!(
                    "write `{written}` where so many are planned{apart}; where they only may be, `{note}`"
                ))
                .with_edits(own_words),
        });
        true
    }
}

/// The course of a sentence, and how sure the number is.
fn needed(text: &str) -> Option<(String, Sure)> {
    let words: Vec<&str> = text.split(' ').collect();
    let bare = |word: &str| word.trim_end_matches(',').to_owned();
    let at = words
        .iter()
        .position(|word| SESSIONS.contains(&bare(word).as_str()))?;
    let first = *words.first()?;
    let is_head = STARTERS.contains(&first) || VERBS.iter().any(|row| row.word == first);
    if is_head || text.contains(['"', '[']) || text.contains(" if ") {
        return None;
    }
    let mut front = words.get(..at)?.to_vec();
    let mut behind = words.get(at + 1..)?.to_vec();
    let mut sure = Sure::Said;
    // Behind how many: `are usually needed`.
    let wanted = behind
        .iter()
        .position(|word| WANTED.contains(&bare(word).as_str()));
    if let Some(wanted) = wanted {
        let said: Vec<&str> = behind.drain(..=wanted).collect();
        sure = said_so(&said, sure);
        let small = ["are", "be", "is", "to"];
        let known = |word: &&str| {
            small.contains(word)
                || USUALLY.contains(word)
                || MAYBE.contains(word)
                || WANTED.contains(&bare(word).as_str())
        };
        if !said.iter().all(known) {
            return None;
        }
    }
    // Before it: whom, and whether that is so.
    let need = front.iter().rposition(|word| NEED.contains(word));
    if let Some(need) = need {
        let who: Vec<&str> = front.drain(..=need).collect();
        sure = said_so(&who, sure);
        let letters = |word: &&str| word.chars().all(char::is_alphabetic);
        if who.len() > 6 || who.len() < 2 || !who.iter().all(letters) || who.contains(&"not") {
            return None;
        }
    }
    while front
        .first()
        .is_some_and(|word| USUALLY.contains(word) || ["on", "an"].contains(word))
    {
        sure = said_so(front.get(..1)?, sure);
        front.remove(0);
    }
    if need.is_none() && wanted.is_none() && sure == Sure::Said {
        return None;
    }
    let course = ["a", "course", "of"];
    let counted = front.strip_prefix(&course).unwrap_or(&front);
    let (count, sure) = match counted {
        ["about" | "around", count @ ..] => (range(&count.join(" "))?, Sure::Usually.max(sure)),
        ["at", "least", count @ ..] => (format!("at least {}", range(&count.join(" "))?), sure),
        ["up", "to", count @ ..] => (format!("up to {}", range(&count.join(" "))?), sure),
        ["between", low, "and", high] => (range(&format!("{low} to {high}"))?, sure),
        count => (range(&count.join(" "))?, sure),
    };
    let bound = count.starts_with(|letter: char| letter.is_alphabetic());
    let usually = match sure {
        Sure::Said => "",
        _ if bound => return None,
        _ => "usually ",
    };
    let apart = apart(&behind.join(" "))?;
    Some((format!("sessions {usually}{count}{apart}"), sure))
}

impl Sure {
    /// The less sure of two.
    fn max(self, other: Self) -> Self {
        if self as u8 > other as u8 {
            self
        } else {
            other
        }
    }
}

/// How sure words leave it.
fn said_so(words: &[&str], sure: Sure) -> Sure {
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    if has(MAYBE) {
        Sure::Maybe
    } else if has(USUALLY) {
        Sure::Usually.max(sure)
    } else {
        sure
    }
}

/// How far apart they are, of what stands behind how many; none of something else.
fn apart(behind: &str) -> Option<String> {
    let behind = behind.trim_start_matches([',', ' ']);
    if behind.is_empty() {
        return Some(String::new());
    }
    if let Some(length) = behind.strip_prefix("at least ") {
        let (length, rest) = length_in(length)?;
        return (rest == "apart").then(|| format!(" at least {length} apart"));
    }
    let before = [
        "every ",
        "at intervals of ",
        "spaced ",
        "given ",
        "done ",
        "",
    ];
    let length = before.iter().find_map(|word| behind.strip_prefix(word))?;
    let (length, rest) = length_in(length)?;
    let is_every = behind.starts_with("every ") || behind.starts_with("at ");
    (rest == "apart" || rest.is_empty() && is_every).then(|| format!(" every {length}"))
}

#[cfg(test)]
mod tests {
    use super::{Sure, needed};

    #[test]
    fn how_many_sessions_somebody_needs_is_a_course() {
        for (text, written, sure) in [
            (
                "most tattoos need 6 to 10 sessions",
                "sessions usually 6..10",
                Sure::Usually,
            ),
            (
                "most tattoos need 6 to 10 sessions, 6 to 8 weeks apart",
                "sessions usually 6..10 every 6..8 weeks",
                Sure::Usually,
            ),
            (
                "you may need 3 to 5 sessions",
                "sessions usually 3..5",
                Sure::Maybe,
            ),
            ("usually 3 sessions", "sessions usually 3", Sure::Usually),
            (
                "3 to 5 sessions are usually needed",
                "sessions usually 3..5",
                Sure::Usually,
            ),
            ("you will need three sessions", "sessions 3", Sure::Said),
            (
                "you will need at least 3 sessions",
                "sessions at least 3",
                Sure::Said,
            ),
            (
                "a course of 3 sessions is recommended",
                "sessions 3",
                Sure::Said,
            ),
            (
                "we recommend between 3 and 6 treatments",
                "sessions 3..6",
                Sure::Said,
            ),
            (
                "6 to 10 sessions are needed every 6 weeks",
                "sessions 6..10 every 6 weeks",
                Sure::Said,
            ),
        ] {
            assert_eq!(needed(text), Some((written.to_owned(), sure)), "{text}");
        }
        for text in [
            "avoid sun between sessions",
            "3 to 6 sessions",
            "you may need more than one session",
            "you do not need 3 sessions",
            "most people need pain relief after sessions",
            "you will need 3 sessions for each area",
        ] {
            assert_eq!(needed(text), None, "{text}");
        }
    }
}
