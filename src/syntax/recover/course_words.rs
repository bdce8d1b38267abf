//! `4 to 6 sessions, 4 weeks apart`: a course in the words of sheets.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::brackets::OF_SOME;
use crate::syntax::recover::reread::edit;
use crate::syntax::tree::TimeUnit;

/// What a visit takes in the place of one end of a time.
pub(super) const VISIT_BOUNDED: &str = "a visit has one time, a range, as in `visit \"top-up\" 6..8 weeks after \
                                        treatment`, whose first number is the soonest and the second the latest, or its \
                                        soonest: `visit \"top-up\" at least 4 weeks after treatment`";

impl Lower<'_> {
    /// Offers `every` for `apart`, where the line reads with it.
    pub(super) fn weeks_apart(&mut self, line: Span) -> bool {
        const APART: &str = " apart";
        let laid = self.laid(line).to_lowercase();
        let Some((before, _)) = laid.split_once(APART) else {
            return false;
        };
        let Some(distance) = distance_before(before) else {
            return false;
        };
        let start = line.start as usize;
        let apart = start + before.len();
        let edits = vec![
            edit(self.place(start + distance, start + distance), "every "),
            edit(self.place(apart, apart + APART.len()), ""),
        ];
        let said = self.quote(self.place(start + distance, apart));
        if !self.reads_with(line, &edits) {
            return self.apart_at_least(line, (start + distance, apart + APART.len()), &said);
        }
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                self.place(apart + 1, apart + APART.len()),
                "`apart` is no word of the language",
                "how far apart sessions are stands behind `every`",
            )
            .with_help(format!("write `every {said}`"))
            .with_edits(edits),
        );
        true
    }

    /// `3 times a day, 6 hours apart`: beside a count the distance is the least.
    fn apart_at_least(&mut self, line: Span, (from, to): (usize, usize), said: &str) -> bool {
        let text = format!("at least {said} apart");
        let whole = self.place(from, to);
        let edits = vec![edit(whole, text.as_str())];
        if !self.reads_with(line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                whole,
                format!("`{said} apart` does not say whether it is the least"),
                "how far apart, beside how often",
            )
            .with_help(format!("write `{text}`"))
            .with_edits(edits),
        );
        true
    }

    /// `sessions at least 6 weeks apart`, `sessions every at least 6 weeks`, `at least 6 weeks between sessions`:
    /// the least distance is the distance, and no number of sessions.
    pub(super) fn least_apart(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let laid = self.laid(sentence).to_lowercase();
        let Some((before, distance, behind)) = least_distance(&laid) else {
            return false;
        };
        let is_course = before.starts_with("sessions");
        let (text, message) = if is_course {
            (
                format!("{before} at least {distance} apart{behind}"),
                "how far apart sessions are at least is said by `at least` and `apart`",
            )
        } else {
            (
                format!("{before} every {distance}{behind}"),
                "how far apart the maintenance is stands behind `every`, without `at least`",
            )
        };
        let edits = vec![edit(sentence, text.as_str())];
        if !self.reads_with(line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::HeadShape,
                sentence,
                message,
                "a time between sessions",
            )
            .with_help(format!("write `{text}`: it is planned no sooner than that"))
            .with_edits(edits),
        );
        true
    }

    /// `at least 3 sessions every 4 weeks`: how many stands behind the word.
    pub(super) fn number_before_sessions(&mut self, line: Span) -> bool {
        let laid = self.laid(line).to_lowercase();
        let Some((count, _)) = laid.split_once(" sessions") else {
            return false;
        };
        let start = line.start as usize;
        let wrong = self.place(start, start + count.len() + " sessions".len());
        let count = self.quote(self.place(start, start + count.len()));
        let edits = vec![edit(wrong, format!("sessions {count}"))];
        if !self.reads_with(line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                wrong,
                "a course starts with `sessions`",
                "how many stands behind the word",
            )
            .with_help(format!("write `sessions {count}`"))
            .with_edits(edits),
        );
        true
    }
}

/// `sessions`, `6 weeks` and what else stands there, of the ways in which sheets say a least distance.
fn least_distance(laid: &str) -> Option<(&str, &str, &str)> {
    const LEAST: &[&str] = &["at least ", "a minimum of ", "minimum ", "no less than "];
    let bare = |text| {
        let mut found = LEAST
            .iter()
            .filter_map(|word| str::strip_prefix(text, *word));
        found.next()
    };
    if laid.starts_with("sessions ") || laid.starts_with("maintenance ") {
        if let Some(found) = or_more(laid) {
            return Some(found);
        }
        let at = LEAST
            .iter()
            .filter_map(|word| laid.find(&format!(" {word}")))
            .min()?;
        let (front, rest) = laid.split_at_checked(at)?;
        let rest = bare(rest.trim_start())?;
        let front = front.trim_end_matches(" every").trim_end_matches(',');
        let (distance, rest) = distance_at(rest)?;
        let rest = rest
            .strip_prefix(" apart")
            .or_else(|| rest.strip_prefix(" between sessions"))
            .unwrap_or(rest);
        return Some((front, distance, rest));
    }
    let rest = bare(laid).or_else(|| {
        bare(
            laid.strip_prefix("leave ")
                .or_else(|| laid.strip_prefix("wait "))?,
        )
    })?;
    let (distance, rest) = distance_at(rest)?;
    let rest = rest
        .strip_prefix(" between ")
        .or_else(|| rest.strip_prefix(" apart between "))?;
    let behind = ["sessions", "treatments", "each session", "each treatment"];
    let behind = behind.iter().find_map(|word| rest.strip_prefix(word))?;
    Some(("sessions", distance, behind))
}

/// `sessions every 4 weeks or more`: what stands behind the distance says that it is the least.
fn or_more(laid: &str) -> Option<(&str, &str, &str)> {
    const MORE: &[&str] = &[
        " or more",
        " or longer",
        " or over",
        " at the least",
        " at least",
        " minimum",
    ];
    let (front, rest) = MORE.iter().find_map(|more| laid.split_once(more))?;
    let (head, distance) = front.rsplit_once(" every ")?;
    let (distance, nothing) = distance_at(distance)?;
    nothing.is_empty().then_some((head, distance, rest))
}

impl Lower<'_> {
    /// `visit "..." on day 5 to 7`, where `to 7` reads as whom it goes to; whether it does.
    pub(in crate::syntax) fn day_of_a_visit(&mut self, clause: Span) -> bool {
        let text = &self.laid_out;
        let start = text.get(..clause.start as usize).unwrap_or_default();
        let start = start.rfind(['\n', '{']).map_or(0, |at| at + 1);
        let end = text.get(clause.end as usize..).unwrap_or_default();
        let end = end.find(['\n', '}']).unwrap_or(end.len());
        let line = self.place(start, clause.end as usize + end);
        self.days_of_a_visit(line)
    }

    /// Refuses the days of a visit, which has a length of time after the treatment; whether they stand there.
    pub(super) fn days_of_a_visit(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let laid = self.laid(sentence);
        if !laid.starts_with("visit \"") {
            return false;
        }
        let Some((at, end, low, high)) = days_counted(laid) else {
            return false;
        };
        let from = sentence.start as usize;
        let days = self.place(from + at, from + end);
        let text = format!("{low}..{high} days after treatment");
        self.leads_to(line, days, &text, |raw| {
            Diagnostic::new(
                Code::ClauseShape,
                days,
                format!("`{raw}` is no time of a visit as the language writes it"),
                "a visit has a time after the treatment",
            )
        })
    }
}

impl Lower<'_> {
    /// `visit 7-10 days (face: 5-7 days)`: a visit without its title; whether it is one.
    pub(super) fn untitled(&mut self, rest: Span, line: Span) -> bool {
        let laid = self.laid(rest);
        let titled = laid.strip_prefix('"').and_then(|text| text.split_once('"'));
        let laid = titled.map_or(laid, |(_, behind)| behind);
        let laid = without_in(laid.trim_start_matches([',', ' ']));
        let title = match titled {
            Some((title, _)) => {
                let start = rest.start as usize + 1;
                self.quote(self.place(start, start + title.len()))
            }
            None => "check-up".to_owned(),
        };
        let digits = laid.chars().take_while(char::is_ascii_digit).count();
        let counted = ["..", " to ", "-", " - "].iter().find_map(|joint| {
            let behind = laid.get(digits..)?.strip_prefix(joint)?;
            let last = behind.chars().take_while(char::is_ascii_digit).count();
            Some((
                format!("{}..{}", laid.get(..digits)?, behind.get(..last)?),
                digits + joint.len() + last,
            ))
        });
        let (number, end) = match counted {
            Some(range) => range,
            None => (laid.get(..digits).unwrap_or_default().to_owned(), digits),
        };
        let behind = laid.get(end..).unwrap_or_default().trim_start();
        let unit = behind.split([' ', ',', '(']).next().unwrap_or_default();
        if digits == 0 || TimeUnit::from_word(unit).is_none() {
            return false;
        }
        let follows = behind.get(unit.len()..).unwrap_or_default().trim_start();
        let follows = ["after the treatment", "after treatment", "later"]
            .iter()
            .find_map(|word| follows.strip_prefix(word))
            .unwrap_or(follows)
            .trim();
        let text = format!("\"{title}\" {number} {unit} after treatment");
        let edits = vec![edit(rest, text.as_str())];
        let (message, label, help) = if titled.is_some() {
            (
                "a visit has a time after the treatment, and no `in` before it",
                "when?",
                format!("write `visit {text}`"),
            )
        } else {
            (
                "`visit` wants what it is for, in quotes, before its time",
                "no title",
                format!("write what it is for in the place of `check-up`: `visit {text}`"),
            )
        };
        let diagnostic = Diagnostic::new(Code::HeadShape, rest, message, label);
        let diagnostic = if follows.is_empty() {
            self.fix_if_reads(diagnostic.with_help(help), line, edits)
        } else if follows.starts_with('(') {
            diagnostic.with_help(format!("{help}; {OF_SOME}"))
        } else {
            diagnostic.with_help(help)
        };
        self.refuse(diagnostic);
        true
    }
}

/// `6 weeks` of `in 6 weeks` and `us again in 6 weeks`
fn without_in(text: &str) -> &str {
    const BEFORE: &[&str] = &[
        "again in ",
        "after ",
        "at ",
        "in about ",
        "in ",
        "us again in ",
        "us in ",
        "within ",
    ];
    let found = BEFORE.iter().find_map(|word| text.strip_prefix(word));
    found.unwrap_or(text)
}

/// `on days 5 to 7` behind the title of a visit: where it stands, and its first and last day.
fn days_counted(sentence: &str) -> Option<(usize, usize, u32, u32)> {
    const WORDS: &[&str] = &["on days ", "on day ", "days ", "day "];
    const JOINTS: &[&str] = &[" to day ", " to ", "..", " - ", "-", " or "];
    let quote = sentence.rfind('"')? + 1;
    let behind = sentence.get(quote..)?;
    let skipped = behind.len() - behind.trim_start_matches([',', ' ']).len();
    let said = behind.get(skipped..)?;
    let word = WORDS.iter().find(|word| said.starts_with(**word))?;
    let number = |text: &str| {
        let digits = text.chars().take_while(char::is_ascii_digit).count();
        Some((digits, text.get(..digits)?.parse::<u32>().ok()?))
    };
    let days = said.get(word.len()..)?;
    let (first, low) = number(days)?;
    let rest = days.get(first..)?;
    let (joint, last, high) = JOINTS.iter().find_map(|joint| {
        let (last, high) = number(rest.strip_prefix(joint)?)?;
        Some((joint.len(), last, high))
    })?;
    let at = quote + skipped;
    (low < high).then_some((at, at + word.len() + first + joint + last, low, high))
}

/// `6 weeks` at the start of a text, and what follows.
fn distance_at(text: &str) -> Option<(&str, &str)> {
    let unit = text.find(' ')?;
    let end = text
        .get(unit + 1..)?
        .find(' ')
        .map_or(text.len(), |end| unit + 1 + end);
    let word = text.get(unit + 1..end)?.trim_end_matches(',');
    let counts = text.starts_with(|letter: char| letter.is_ascii_digit());
    let is_time = counts && TimeUnit::from_word(word).is_some();
    is_time.then(|| text.split_at_checked(end)).flatten()
}

/// Where `4 to 6 weeks` starts at the end of a text.
fn distance_before(text: &str) -> Option<usize> {
    let words = text.rmatch_indices(' ').map(|(at, _)| at + 1);
    let mut starts = words.filter_map(|at| Some((at, text.get(at..)?.split(' ').next()?)));
    let (_, _unit) = starts.next()?;
    let (mut start, mut first) = starts.next()?;
    if let Some((_, "to")) = starts.next() {
        (start, first) = starts.next()?;
    }
    let counts = first.starts_with(|letter: char| letter.is_ascii_digit());
    counts.then_some(start)
}

/// `"top-up" at least 4 weeks after treatment`: one end of a time, which a visit does not have.
pub(super) fn bounds_a_visit(laid: &str) -> bool {
    const BOUNDS: &[&str] = &[
        "at least",
        "at most",
        "no earlier",
        "no later",
        "no sooner",
        "not before",
        "not earlier",
        "not later",
        "not sooner",
        "up to ",
    ];
    let (_, behind) = laid.rsplit_once('"').unwrap_or_default();
    let behind = behind.trim_start_matches([',', ' ']);
    BOUNDS.iter().any(|word| behind.starts_with(word))
}
