//! `3 treatments 4 weeks apart`, `next session in 4 to 6 weeks`, `not suitable if pregnant`: a course, and whom it is not
//! for, in the words of sheets.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::lower::number_word;
use crate::syntax::tree::TimeUnit;

/// What sheets call a session.
pub(super) const SESSIONS: &[&str] = &["session", "sessions", "treatment", "treatments"];

/// How sheets start what says when the next one is.
const NEXT: &[&str] = &[
    "next treatment in ",
    "next session in ",
    "next treatment after ",
    "next session after ",
    "your next treatment is in ",
    "your next session is in ",
    "your next treatment in ",
    "your next session in ",
    "repeat every ",
    "repeat treatment every ",
    "repeat the treatment every ",
    "repeat in ",
];

/// How sheets start what says how many there are.
const NEEDED: &[&str] = &[
    "you may need ",
    "you will need ",
    "you need ",
    "most people need ",
];

/// How sheets say whom the treatment is not for.
const NOT_FOR: &[&str] = &[
    "not suitable if ",
    "unsuitable if ",
    "not recommended if ",
    "do not have the treatment if ",
    "do not have this treatment if ",
    "do not have treatment if ",
    "we cannot treat you if ",
    "we can't treat you if ",
];

impl Lower<'_> {
    /// Leads a line of a sheet about the course, or about whom it is not for, to its head; whether it is one.
    pub(in crate::syntax) fn course_said(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let text = self.quote(sentence);
        let text = text.trim_end_matches('.');
        let written = not_for(text).or_else(|| next_in(text));
        let written = written.or_else(|| course(text)).or_else(|| starting(text));
        let written = written.or_else(|| before_coming(text));
        let Some(write) = written else {
            return false;
        };
        let raw = self.excerpt(sentence);
        let label = match write.split(' ').next() {
            Some("refuse") => "whom the treatment is not for",
            Some("prepare") => "done before the treatment",
            Some("sessions") => "how many sessions, and how far apart",
            _ => "what to do",
        };
        self.leads_to(line, sentence, &write, |_| {
            Diagnostic::new(
                Code::UnknownHead,
                sentence,
                format!("`{raw}` is said by the first word of a sentence"),
                label,
            )
        })
    }
}

/// `start using moisturiser from day 3`
fn starting(text: &str) -> Option<String> {
    const STARTS: &[(&str, &str)] = &[
        ("you can go back to ", "resume "),
        ("you can return to ", "resume "),
        ("you may go back to ", "resume "),
        ("you may return to ", "resume "),
        ("go back to ", "resume "),
        ("return to ", "resume "),
        ("get back to ", "resume "),
        ("begin using ", "use "),
        ("begin taking ", "take "),
        ("start applying ", "apply "),
        ("start using ", "use "),
        ("start taking ", "take "),
        ("start wearing ", "wear "),
    ];
    let mut found = STARTS.iter();
    found.find_map(|(said, verb)| {
        let rest = text.strip_prefix(said)?;
        let clinic = ["clinic", "the clinic", "us ", "your clinic", "see "];
        if clinic.iter().any(|start| rest.starts_with(start)) {
            return None;
        }
        let rest = rest.strip_prefix("the ").unwrap_or(rest);
        Some(format!(
            "{verb}{}",
            rest.strip_prefix("your ").unwrap_or(rest)
        ))
    })
}

/// `please arrive with clean skin`, `bring someone to drive you home`: what is done before the treatment, in words.
fn before_coming(text: &str) -> Option<String> {
    const COMING: &[&str] = &[
        "arrive ",
        "bring ",
        "come with ",
        "come without ",
        "eat before ",
        "have a meal before ",
    ];
    let said = text.strip_prefix("please ").unwrap_or(text);
    let plain = !said.contains('"') && COMING.iter().any(|start| said.starts_with(start));
    plain.then(|| format!("prepare \"{said}\""))
}

fn not_for(text: &str) -> Option<String> {
    const YOU: &[&str] = &[
        "you are ",
        "you're ",
        "you have an ",
        "you have a ",
        "you have ",
        "patient is ",
    ];
    let asked = NOT_FOR.iter().find_map(|start| text.strip_prefix(start))?;
    let asked = YOU
        .iter()
        .find_map(|you| asked.strip_prefix(you))
        .unwrap_or(asked);
    Some(format!("refuse if {asked}"))
}

/// `next session in 4 to 6 weeks`
fn next_in(text: &str) -> Option<String> {
    let length = NEXT.iter().find_map(|start| text.strip_prefix(start))?;
    let (low, rest) = length_in(length)?;
    rest.is_empty().then(|| format!("sessions every {low}"))
}

/// `a course of 3 to 6 treatments, 4 weeks apart`: how many, and how far apart where that is said.
fn course(text: &str) -> Option<String> {
    let mut from = 0;
    let mut words = text.split(' ').map(|word| {
        let start = from;
        from += word.len() + 1;
        (start, word)
    });
    let session = words.find(|(_, word)| SESSIONS.contains(&word.trim_end_matches(',')));
    // `a series of three`: of what is plain.
    let Some((at, word)) = session else {
        let is_plain = !["set", "block"].iter().any(|row| text.contains(row));
        let count = row_of(text).filter(|_| is_plain)?;
        return Some(format!("sessions {}", range(count)?));
    };
    let front = text.get(..at)?.trim_end_matches(' ');
    let behind = text.get(at + word.len() + 1..).unwrap_or_default();
    // `sessions are 6 to 8 weeks apart`: how many is not said.
    let are = behind.strip_prefix("are ");
    if let Some(are) = are.filter(|_| ["", "the", "your"].contains(&front)) {
        let (length, rest) = distance(are)?;
        return said_of_it(rest).map(|rest| format!("sessions every {length}{rest}"));
    }
    let needed = NEEDED.iter().find_map(|start| front.strip_prefix(start));
    let row = row_of(needed.unwrap_or(front));
    let count = range(row.or(needed).unwrap_or(front))?;
    if let Some((length, rest)) = distance(behind) {
        return said_of_it(rest).map(|rest| format!("sessions {count} every {length}{rest}"));
    }
    // `3 sessions` alone may be of anything.
    let is_course = row.is_some() || needed.is_some();
    let rest = is_course.then(|| said_of_it(behind)).flatten()?;
    Some(format!("sessions {count}{rest}"))
}

/// `3` of `a series of 3`
fn row_of(text: &str) -> Option<&str> {
    const ROWS: &[&str] = &[
        "course of ",
        "package of ",
        "series of ",
        "block of ",
        "set of ",
    ];
    let mut bare = ["a ", "the ", "your "].iter();
    let bare = bare.find_map(|word| text.strip_prefix(word));
    let bare = bare.unwrap_or(text);
    ROWS.iter().find_map(|row| bare.strip_prefix(row))
}

/// `4 weeks` of `spaced 4 weeks apart`, and what follows.
fn distance(text: &str) -> Option<(String, &str)> {
    const BEFORE: &[&str] = &[
        "every ",
        "at intervals of ",
        "spaced ",
        "given ",
        "done ",
        "each ",
        "at ",
        "",
    ];
    let length = BEFORE.iter().find_map(|word| text.strip_prefix(word))?;
    let (length, rest) = length_in(length)?;
    let apart = ["apart", "intervals"];
    let behind = apart.iter().find_map(|word| rest.strip_prefix(word));
    Some((
        length,
        behind.unwrap_or(rest).trim_start_matches([',', ' ']),
    ))
}

/// What follows a course: another clause, or that it is advised, which says nothing.
fn said_of_it(rest: &str) -> Option<String> {
    let advised = ["", "is recommended", "are recommended"];
    let clauses = ["if ", "unless ", "because ", "for "];
    if advised.contains(&rest) {
        return Some(String::new());
    }
    let is_clause = clauses.iter().any(|word| rest.starts_with(word));
    is_clause.then(|| format!(" {rest}"))
}

/// `3`, `3 to 6`, `three`, `3-6`
pub(super) fn range(text: &str) -> Option<String> {
    let (low, high) = ["..", " to ", "-", "\u{2013}", " or "]
        .iter()
        .find_map(|joint| text.split_once(joint))
        .unwrap_or((text, ""));
    let count = |text: &str| text.parse::<u32>().ok().or_else(|| number_word(text));
    let low = count(low)?;
    if high.is_empty() {
        return Some(low.to_string());
    }
    Some(format!(
        "{low}..{}",
        count(high).filter(|high| *high > low)?
    ))
}

/// `4 to 6 weeks`, and what stands behind it.
pub(super) fn length_in(text: &str) -> Option<(String, &str)> {
    let words: Vec<&str> = text.split(' ').collect();
    let at = words
        .iter()
        .position(|word| TimeUnit::from_word(word.trim_end_matches(',')).is_some())?;
    let length = range(&words.get(..at)?.join(" "))?;
    let unit = words.get(at)?;
    let end: usize = words.iter().take(at + 1).map(|word| word.len() + 1).sum();
    let rest = text.get(end..).unwrap_or_default();
    // `4 week intervals`
    let unit = unit.trim_end_matches(',');
    let many = if length == "1" || unit.ends_with('s') {
        ""
    } else {
        "s"
    };
    Some((format!("{length} {unit}{many}"), rest))
}

#[cfg(test)]
mod tests {
    use super::{course, next_in, not_for};

    #[test]
    fn a_course_keeps_its_number_and_its_intervals() {
        for (text, written) in [
            ("3 treatments 4 weeks apart", "sessions 3 every 4 weeks"),
            (
                "a course of three sessions every 4 to 6 weeks",
                "sessions 3 every 4..6 weeks",
            ),
            ("3-6 sessions, 4 weeks apart", "sessions 3..6 every 4 weeks"),
            (
                "sessions are 6 to 8 weeks apart",
                "sessions every 6..8 weeks",
            ),
            (
                "a series of 3 sessions every 4..6 weeks",
                "sessions 3 every 4..6 weeks",
            ),
            (
                "course of 3 treatments, 4 to 6 weeks apart, if pregnant",
                "sessions 3 every 4..6 weeks if pregnant",
            ),
            (
                "a series of 3 sessions at 4 week intervals",
                "sessions 3 every 4 weeks",
            ),
            ("a package of 6 treatments", "sessions 6"),
            ("series of three", "sessions 3"),
            ("you will need 3 to 6 sessions", "sessions 3..6"),
            (
                "your treatments are spaced 4 weeks apart",
                "sessions every 4 weeks",
            ),
        ] {
            assert_eq!(course(text).as_deref(), Some(written), "{text}");
        }
        for text in [
            "3 treatments 4 weeks apart with steroids",
            "many treatments",
            "3 treatments",
            "a series of 3 tablets",
            "a course of 3 sessions with steroids",
            "a course of antibiotics",
            "3 tablets daily",
        ] {
            assert_eq!(course(text), None, "{text}");
        }
    }

    #[test]
    fn the_next_session_is_an_interval() {
        let next = next_in("next treatment in 4 to 6 weeks");
        assert_eq!(next.as_deref(), Some("sessions every 4..6 weeks"));
        assert_eq!(next_in("repeat every few weeks"), None);
    }

    #[test]
    fn whom_it_is_not_for_is_refused() {
        let written = not_for("not suitable if you are pregnant or breastfeeding");
        assert_eq!(
            written.as_deref(),
            Some("refuse if pregnant or breastfeeding")
        );
        assert_eq!(not_for("not suitable for everybody"), None);
    }
}
