//! `go to A&E if chest pain`: where somebody is to go at once is whom to call about a warning sign.

use crate::diagnostic::Code;
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::call_lists::listed_signs;
use crate::syntax::recover::calls::{CALLING, called};
use crate::syntax::recover::reread::edit;
use crate::vocabulary::{soon_in, without_getting};

/// Words before where to go.
pub(super) const GOING: &[&str] = &[
    "attend ",
    "come to ",
    "drive to ",
    "get to ",
    "go ",
    "head to ",
    "present to ",
    "visit ",
];

/// Where emergencies are seen.
pub(super) const EMERGENCY: &[&str] = &[
    "a and e",
    "a&e",
    "accident and emergency",
    "casualty",
    "ed",
    "emergency",
    "emergency care",
    "emergency department",
    "emergency room",
    "emergency services",
    "er",
    "hospital",
];

/// Where others are.
const OTHERS: &[&str] = &[
    "clinic",
    "doctor",
    "gp",
    "minor injuries unit",
    "out-of-hours gp",
    "pharmacist",
    "urgent care",
    "urgent care centre",
    "walk-in centre",
];

impl Lower<'_> {
    /// Offers the report that a way to help is; whether a line is one.
    pub(in crate::syntax) fn goes_for_help(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let text = self.quote(sentence);
        let Some((where_to, whom, soon, signs)) = way_to_help(text.trim_end_matches('.')) else {
            return false;
        };
        // `bleeding does not stop` is a sign by itself.
        let signs = listed_signs(&signs, true).unwrap_or(signs);
        let report = format!("report {signs} to {whom} {soon}")
            .trim_end()
            .to_owned();
        let edits = vec![edit(sentence, report.as_str())];
        if !self.reads_with(line, &edits) {
            return false;
        }
        let own = match whom.starts_with('"') {
            true => String::new(),
            false => format!(
                "; where they go there by themselves, write `report {signs} to \"{where_to}\" {}`",
                if soon.is_empty() { "immediately" } else { soon }
            ),
        };
        // Whom it goes to matters no more.
        self.diagnostics.retain(|one| {
            let inside = one.span().is_some_and(|span| sentence.contains(span));
            !(one.code == Code::UnquotedText && inside)
        });
        let help = format!("write `{report}`{own}");
        self.refuse(
            self.no_call_first(sentence, "a warning sign")
                .with_help(help)
                .with_edits(edits),
        );
        true
    }
}

/// Where to go, whom that means, how soon, and about what: of `go to A&E if chest pain` and `if chest pain, go to A&E`.
fn way_to_help(text: &str) -> Option<(String, String, &'static str, String)> {
    let (front, signs) = match text
        .strip_prefix("if ")
        .or_else(|| text.strip_prefix("If "))
    {
        Some(rest) => {
            let (signs, front) = rest
                .rsplit_once(", ")
                .or_else(|| rest.rsplit_once(" go "))?;
            (front.strip_prefix("then ").unwrap_or(front), signs)
        }
        None => text
            .split_once(" if ")
            .or_else(|| text.split_once(" for "))?,
    };
    if signs.contains(" if ") || signs.contains(" because ") {
        return None;
    }
    // `go to A&E or call 555-0199`: whom else.
    let (front, other) = match front.split_once(" or ") {
        Some((front, other)) => {
            let mut words = other.split(' ');
            if !CALLING.contains(&words.next()?) {
                return None;
            }
            let words: Vec<&str> = words.collect();
            let words = words.join(" ");
            let (words, soon) = match soon_in(&words) {
                Some((at, _, clause)) => (words.get(..at)?.to_owned(), Some(clause)),
                None => (words, None),
            };
            let words: Vec<&str> = words.split_whitespace().collect();
            (front, Some((called(&words), soon)))
        }
        None => (front, None),
    };
    let lower = front.to_lowercase();
    let going = GOING.iter().find_map(|word| lower.strip_prefix(word))?;
    let (going, soon) = match soon_in(going) {
        Some((at, length, clause)) => {
            let rest = format!("{} {}", going.get(..at)?, going.get(at + length..)?);
            (rest, Some(clause))
        }
        None => (going.to_owned(), None),
    };
    let small = [
        "a",
        "an",
        "at",
        "away",
        "direct",
        "directly",
        "immediately",
        "local",
        "nearest",
        "or",
        "straight",
        "the",
        "to",
        "urgently",
        "your",
    ];
    let haste = ["immediately", "straight", "directly", "direct", "urgently"];
    let hurried = going.split_whitespace().any(|word| haste.contains(&word));
    let words = going
        .split_whitespace()
        .skip_while(|word| small.contains(word));
    let words: Vec<&str> = words.filter(|word| !haste.contains(word)).collect();
    let place = words.join(" ");
    // In the author's own capitals: `A&E`.
    let written = lower
        .find(&place)
        .and_then(|at| front.get(at..at + place.len()));
    let written = written.unwrap_or(&place).to_owned();
    let whom = if EMERGENCY.contains(&place.as_str()) {
        "emergency services".to_owned()
    } else if OTHERS.contains(&place.as_str()) {
        match place.as_str() {
            "clinic" | "doctor" => place.clone(),
            _ => format!("\"{written}\""),
        }
    } else {
        return None;
    };
    let is_emergency = whom == "emergency services";
    let soon = match soon {
        Some(clause) => clause,
        None if hurried || is_emergency => "immediately",
        None => "",
    };
    let whom = match other {
        // Neither is what is left where the other fails.
        Some((other, _)) if is_emergency && is_for_emergencies(&other) => {
            format!("\"{written} or {other}\"")
        }
        Some((other, _)) => format!("{whom} otherwise {other}"),
        None => whom,
    };
    let signs = without_getting(signs);
    Some((written, whom, soon, signs.trim().to_owned()))
}

/// `A&E` of `go to A&E`, `go straight to the nearest A&E`: where emergencies are seen, in the author's own capitals.
pub(super) fn emergency_place(words: &str) -> Option<String> {
    let lower = words.to_lowercase();
    let going = GOING.iter().find_map(|word| lower.strip_prefix(word))?;
    let small = [
        "directly", "local", "nearest", "straight", "the", "to", "your",
    ];
    let place = going
        .split_whitespace()
        .skip_while(|word| small.contains(word));
    let place = place.collect::<Vec<&str>>().join(" ");
    let at = lower
        .find(&place)
        .filter(|_| EMERGENCY.contains(&place.as_str()))?;
    let written = words.get(at..at + place.len());
    Some(written.unwrap_or(&place).to_owned())
}

/// Whether somebody who is called is called in emergencies alone.
pub(super) fn is_for_emergencies(who: &str) -> bool {
    ["112", "911", "999", "000", "emergency services"].contains(&who)
}

#[cfg(test)]
mod tests {
    use super::{emergency_place, way_to_help};

    #[test]
    fn two_ways_to_the_same_help_are_one() {
        let whom = |text| way_to_help(text).map(|(_, whom, soon, _)| format!("{whom} {soon}"));
        let both = Some("\"A&E or 999\" immediately".to_owned());
        assert_eq!(whom("go to A&E or call 999 if chest pain"), both);
        let number = Some("emergency services otherwise 555-0142 immediately".to_owned());
        assert_eq!(whom("go to A&E or call 555-0142 if chest pain"), number);
        assert_eq!(
            emergency_place("go straight to the nearest A&E").as_deref(),
            Some("A&E")
        );
        assert_eq!(emergency_place("go to your GP"), None);
    }

    #[test]
    fn where_to_go_is_whom_to_call() {
        let said = |text| {
            way_to_help(text).map(|(_, whom, soon, signs)| format!("{signs}: {whom} {soon}"))
        };
        let found = Some("chest pain: emergency services immediately".to_owned());
        for text in [
            "go to A&E if chest pain",
            "go straight to the nearest emergency room if you have chest pain",
            "if chest pain, go to the hospital",
        ] {
            assert_eq!(said(text), found, "{text}");
        }
        let gp = Some("rash: \"GP\" within 24 hours".to_owned());
        assert_eq!(said("go to your GP the same day if rash"), gp);
        assert_eq!(said("go to bed if tired"), None);
    }
}
