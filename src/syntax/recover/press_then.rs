//! `call clinic if bleeding: press for 10 minutes, then go to A&E if it does not stop`: what is done first about a sign, and
//! where to go if that has not helped.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::calls::{CALLING, called};
use crate::syntax::recover::for_help::emergency_place;
use crate::syntax::recover::reread::edit;
use crate::vocabulary::{soon_in, without_getting};

/// What the sign has not done once the first is over.
const STILL: &[&str] = &[
    "bleeding continues",
    "bleeding does not stop",
    "does not help",
    "does not settle",
    "does not stop",
    "doesn't help",
    "doesn't stop",
    "has not stopped",
    "is still bleeding",
    "it continues",
    "it persists",
    "persists",
    "still bleeding",
    "this does not help",
    "this fails",
];

/// What stands between what is done first and where to go then.
const THEN: &[&str] = &[", then ", "; then ", ", and then ", " and then ", " then "];

/// Such a sentence in its parts.
#[derive(Debug, PartialEq)]
struct Parts<'t> {
    /// Whom it calls about the sign, before anything is done.
    first: Option<String>,
    sign: &'t str,
    deed: &'t str,
    /// Where to go, or whom to call, if that has not helped; with how soon.
    then: String,
}

impl Lower<'_> {
    /// Offers the steps that such a sentence is; whether a line is one.
    pub(super) fn press_then(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let text = self.quote(sentence);
        let Some(parts) = parts(text.trim_end_matches('.')) else {
            return false;
        };
        let Parts {
            first,
            sign,
            deed,
            then,
        } = parts;
        let steps = format!(
            "steps \"if {sign}\" {{ {deed} then if it persists report {sign} to {then} }} if {sign}"
        );
        let report = first.map(|whom| format!("report {sign} to {whom}"));
        let indent = self.indentation(line);
        let all = match &report {
            Some(report) => format!("{report}\n{indent}{steps}"),
            None => steps.clone(),
        };
        let edits = vec![edit(sentence, all)];
        if !self.reads_with(line, &edits) {
            return false;
        }
        let help = match report {
            Some(report) => format!("write `{report}`, and on a line of its own `{steps}`"),
            None => format!("write `{steps}`"),
        };
        self.refuse(
            Diagnostic::new(
                Code::TwoSentences,
                sentence,
                "what is done about a sign, and what then, are steps",
                "one after the other",
            )
            .with_help(help)
            .with_edits(edits),
        );
        true
    }
}

fn parts(text: &str) -> Option<Parts<'_>> {
    let (front, deeds) = match text
        .strip_prefix("if ")
        .or_else(|| text.strip_prefix("If "))
    {
        Some(asked) => asked
            .split_once(": ")
            .or_else(|| asked.split_once(", "))
            .map(|(sign, deeds)| ((None, sign), deeds))?,
        None => {
            let (call, deeds) = text.split_once(": ")?;
            let (call, sign) = call.split_once(" if ")?;
            let mut words = call.split(' ');
            let calls = CALLING.contains(&words.next()?.to_lowercase().as_str());
            let whom = calls.then(|| called(&words.collect::<Vec<_>>()))?;
            ((Some(whom), sign), deeds)
        }
    };
    let (first, sign) = front;
    let (deed, then) = THEN.iter().find_map(|word| deeds.split_once(word))?;
    let (then, still) = then.split_once(" if ")?;
    let still = still.strip_prefix("it ").unwrap_or(still);
    let is_still = STILL.iter().any(|word| still.eq_ignore_ascii_case(word));
    let plain = |text: &str| !text.contains(['"', '{', '[', ';']) && !text.is_empty();
    (is_still && plain(deed) && plain(sign)).then_some(())?;
    Some(Parts {
        first,
        sign: without_getting(sign),
        deed,
        then: helper(then)?,
    })
}

/// `"A&E" immediately` of `go to A&E`, `clinic` of `call us`.
fn helper(said: &str) -> Option<String> {
    if let Some(place) = emergency_place(said) {
        return Some(format!("\"{place}\" immediately"));
    }
    let (said, soon) = match soon_in(said) {
        Some((at, length, clause)) => {
            let rest = format!("{}{}", said.get(..at)?, said.get(at + length..)?);
            (rest, format!(" {clause}"))
        }
        None => (said.to_owned(), String::new()),
    };
    let mut words = said.split_whitespace();
    let calls = CALLING.contains(&words.next()?.to_lowercase().as_str());
    calls.then(|| format!("{}{soon}", called(&words.collect::<Vec<_>>())))
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn what_is_done_first_and_then_are_parted() {
        let text = |said| {
            let found = parts(said)?;
            let first = found.first.unwrap_or_default();
            Some(format!(
                "{first}|{}|{}|{}",
                found.sign, found.deed, found.then
            ))
        };
        for (said, found) in [
            (
                "call clinic if bleeding: press for 10 minutes, then go to A&E if it does not stop",
                Some("clinic|bleeding|press for 10 minutes|\"A&E\" immediately"),
            ),
            (
                "if bleeding, press for 10 minutes, then call us if bleeding does not stop",
                Some("|bleeding|press for 10 minutes|clinic"),
            ),
            ("if bleeding, press for 10 minutes", None),
            ("if bleeding, press, then rest if tired", None),
        ] {
            assert_eq!(text(said).as_deref(), found, "{said}");
        }
    }
}
