//! `report pus to clinic on the same day`, `call us at once if fever`: how soon, in the words of sheets.

use crate::diagnostic::{Code, Diagnostic};
use crate::number::Number;
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::calls::CALLING;
use crate::syntax::recover::reread::edit;
use crate::syntax::tree::TimeUnit;
use crate::vocabulary::{Unit, degrees_of, soon_in};

impl Lower<'_> {
    /// Explains a line that calls somebody and says how soon in words of its own; whether it does.
    pub(super) fn how_soon(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let first = self.first_word(sentence);
        let turned = call_first(&self.quote(sentence));
        let calls = CALLING.contains(&first) || turned.is_some();
        if first != "report" && !calls {
            return self.same_day(line, sentence);
        }
        if self.amount_in_a_time(sentence) {
            return true;
        }
        let Some((at, length, clause)) = soon_in(self.laid(sentence)) else {
            return false;
        };
        let start = sentence.start as usize + at;
        let said = self.place(start, start + length);
        if calls && turned.is_none() && !self.laid(sentence).contains(" if ") {
            let raw = self.quote(sentence);
            self.refuse(
                Diagnostic::new(
                    Code::UnknownHead,
                    sentence,
                    format!("`{raw}` starts no sentence: a sentence says first what to call about"),
                    "about what?",
                )
                .with_help(format!(
                    "write the sign first, as in `report fever to clinic {clause}`"
                )),
            );
            return true;
        }
        let edits = if calls {
            let text = turned.unwrap_or_else(|| self.quote(sentence));
            let Some(report) = as_report(&text, clause) else {
                return false;
            };
            let bare = vec![edit(sentence, report.clone())];
            // `call us the same day if fever over 38.5`: the unit is missing, too.
            match with_degrees(&report).filter(|_| !self.reads_with(line, &bare)) {
                Some(report) => vec![edit(sentence, report)],
                None => bare,
            }
        } else {
            vec![edit(said, clause)]
        };
        if !self.reads_with(line, &edits) {
            return false;
        }
        let raw = self.quote(said);
        let write = match edits.first() {
            Some(report) if calls => report.text.clone(),
            _ => clause.to_owned(),
        };
        self.refuse(
            Diagnostic::new(
                Code::HowSoon,
                said,
                format!("`{raw}` says how soon to call in no words of the language"),
                "how soon",
            )
            .with_help(format!("write `{write}`"))
            .with_edits(edits),
        );
        true
    }

    /// `report drain output over 100 ml in 24 hours`: in how long so much comes, and not how soon to call.
    fn amount_in_a_time(&mut self, sentence: Span) -> bool {
        const ENDS: &[&str] = &[
            " to ",
            " immediately",
            " because ",
            ", call",
            ", phone",
            ", ring",
        ];
        let laid = self.laid(sentence);
        let Some((amount, time)) = amount_over_a_time(laid) else {
            return false;
        };
        let found = ["report ", " if ", " when "].iter();
        let mut found =
            found.filter_map(|joint| Some(laid.get(..amount)?.rfind(joint)? + joint.len()));
        let Some(at) = found.next() else {
            return false;
        };
        let start = sentence.start as usize;
        let sign = self.quote(self.trimmed(self.place(start + at, start + time.end)));
        let behind = self.quote(self.place(start + time.end, sentence.end as usize));
        let end = ENDS.iter().find_map(|end| behind.find(end));
        let behind = end.and_then(|at| behind.get(at..)).unwrap_or_default();
        let whom = if behind.starts_with(" to ") {
            behind
        } else {
            " to clinic"
        };
        let text = format!("report \"{sign}\"{whom}");
        let time = self.place(start + time.start, start + time.end);
        let raw = self.quote(time);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                time,
                format!("`{raw}` stands behind an amount, and no measure of a sign says in how long it comes"),
                "so much in a time",
            )
            .with_help(format!(
                "put the whole sign in quotes, `{text}`; how soon to call is written `within 2 hours`"
            )),
        );
        true
    }

    /// `avoid flying on the same day`: that of the treatment, where nobody is called.
    fn same_day(&mut self, line: Span, sentence: Span) -> bool {
        let Some((at, length, _)) = soon_in(self.laid(sentence)) else {
            return false;
        };
        let start = sentence.start as usize + at;
        let said = self.place(start, start + length);
        let edits = vec![edit(said, "today")];
        if !self.laid(said).ends_with("same day") || !self.reads_with(line, &edits) {
            return false;
        }
        let raw = self.quote(said);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                said,
                format!("`{raw}` is no day that the language knows"),
                "which day?",
            )
            .with_help("write `today`, the day of the treatment")
            .with_edits(edits),
        );
        true
    }
}

/// `if blisters, call us the same day` with the call first.
fn call_first(text: &str) -> Option<String> {
    let signs = ["if ", "If ", "when ", "When "];
    let rest = signs.iter().find_map(|word| text.strip_prefix(word))?;
    let (signs, call) = rest.rsplit_once(", ")?;
    let first = call.split(' ').next()?.to_lowercase();
    CALLING
        .contains(&first.as_str())
        .then(|| format!("{} if {signs}", call.trim_end_matches('.')))
}

/// `call us at once if fever or pus` as a report: what it is about first.
fn as_report(text: &str, clause: &str) -> Option<String> {
    let (front, symptoms) = text.split_once(" if ")?;
    let (at, length, _) = soon_in(front)?;
    let whom = format!("{}{}", front.get(..at)?, front.get(at + length..)?);
    let (_, whom) = whom.split_once(' ')?;
    Some(format!(
        "report {symptoms} to {} {clause}",
        who(whom.trim())
    ))
}

/// `100 ml in 24 hours`, `30 ml a day`: where the amount starts, and where its time stands.
fn amount_over_a_time(sentence: &str) -> Option<(usize, std::ops::Range<usize>)> {
    const JOINTS: &[&str] = &[" in ", " over ", " per ", " a ", " each ", " every "];
    JOINTS.iter().find_map(|joint| {
        let mut places = sentence.match_indices(joint);
        places.find_map(|(at, _)| {
            let front = sentence.get(..at)?;
            let mut words = front.rsplit(' ');
            let (unit, number) = (words.next()?, words.next()?);
            let counts = number.starts_with(|letter: char| letter.is_ascii_digit());
            let is_amount = Unit::from_word(unit).is_some() && TimeUnit::from_word(unit).is_none();
            let behind = sentence.get(at + joint.len()..)?;
            let mut behind_words = behind.split(' ');
            let first = behind_words.next()?;
            let is_number = first.starts_with(|letter: char| letter.is_ascii_digit());
            let unit_of_time = if is_number {
                behind_words.next()?
            } else {
                first
            };
            let length = if is_number { first.len() + 1 } else { 0 } + unit_of_time.len();
            let is_time = TimeUnit::from_word(unit_of_time.trim_end_matches([',', '.'])).is_some();
            let quoted = front.matches('"').count() % 2 == 1;
            let start = at - unit.len() - 1 - number.len();
            let end = at + joint.len() + length;
            (counts && is_amount && is_time && !quoted).then_some((start, at + 1..end))
        })
    })
}

/// The same with the unit behind each temperature of a body that has none.
fn with_degrees(report: &str) -> Option<String> {
    let words: Vec<&str> = report.split(' ').collect();
    let mut out = Vec::new();
    let mut is_other = false;
    for (at, word) in words.iter().enumerate() {
        let number = word.trim_end_matches(',');
        let over = at.checked_sub(1).and_then(|before| words.get(before));
        let compared = over.is_some_and(|word| ["over", "above", "of"].contains(word));
        let behind = words.get(at + 1).copied().unwrap_or_default();
        let has_unit = number.len() == word.len() && Unit::from_word(behind).is_some();
        let unit = Number::parse(number).and_then(degrees_of);
        match unit.filter(|_| compared && !has_unit) {
            Some(unit) => {
                is_other = true;
                out.push(format!("{number} {unit}{}", word.get(number.len()..)?));
            }
            None => out.push((*word).to_owned()),
        }
    }
    is_other.then(|| out.join(" "))
}

/// Whom these words name, as `to` takes it.
fn who(words: &str) -> String {
    let bare = ["the ", "your ", "our "]
        .iter()
        .find_map(|word| words.strip_prefix(word))
        .unwrap_or(words);
    match bare.to_lowercase().trim_end_matches(" first") {
        "" | "us" => "clinic".to_owned(),
        known @ ("clinic" | "doctor" | "prescriber" | "emergency services") => known.to_owned(),
        number if number.chars().all(|letter| letter.is_ascii_digit()) => number.to_owned(),
        _ => format!("\"{bare}\""),
    }
}
