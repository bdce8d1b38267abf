//! `we will phone you in 2 weeks`: what the clinic does asks nothing of the patient, and is a note.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;

/// Who of a clinic does something.
const WHO: &[&str] = &[
    "a doctor",
    "a member of our team",
    "a member of staff",
    "a nurse",
    "our clinic",
    "our nurse",
    "our team",
    "someone",
    "someone from our team",
    "someone from the clinic",
    "the clinic",
    "the doctor",
    "the hospital",
    "the nurse",
    "the surgeon",
    "the team",
    "we",
    "your clinic",
    "your consultant",
    "your doctor",
    "your nurse",
    "your practitioner",
    "your surgeon",
    "your therapist",
];

/// Words between who does it and what.
const WILL: &[&str] = &[
    "also",
    "always",
    "are going to",
    "can",
    "is going to",
    "may",
    "normally",
    "shall",
    "then",
    "usually",
    "will",
    "would",
];

/// How somebody is spoken to.
const SPEAKING: &[&str] = &[
    "call",
    "contact",
    "e-mail",
    "email",
    "inform",
    "message",
    "notify",
    "phone",
    "ring",
    "telephone",
    "text",
    "write to",
];

impl Lower<'_> {
    /// Offers the note that such a sentence is; whether it is one.
    pub(super) fn clinic_calls(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let laid = self.laid(sentence).trim_end_matches('.');
        if !is_spoken_to(laid) {
            return false;
        }
        let said = self.place(
            sentence.start as usize,
            sentence.start as usize + laid.len(),
        );
        let note = format!("note \"{}\"", self.quote(said));
        let edits = vec![edit(sentence, note.as_str())];
        if !self.reads_with(line, &edits) {
            return false;
        }
        self.diagnostics
            .retain(|one| !one.span().is_some_and(|span| sentence.contains(span)));
        let raw = self.excerpt(sentence);
        self.refuse(
            Diagnostic::new(
                Code::UnknownHead,
                sentence,
                format!("`{raw}` does not say what to do"),
                "what the clinic does",
            )
            .with_help(format!(
                "what the clinic does stands in a note: write `{note}`"
            ))
            .with_edits(edits),
        );
        true
    }
}

/// Whether a sentence says that the clinic calls the patient.
fn is_spoken_to(sentence: &str) -> bool {
    if sentence.contains(['"', '[']) {
        return false;
    }
    let Some(mut does) = WHO.iter().find_map(|who| {
        let rest = sentence.strip_prefix(who)?;
        rest.strip_prefix("'ll ")
            .or_else(|| rest.strip_prefix("\u{2019}ll "))
            .or_else(|| rest.strip_prefix(' '))
    }) else {
        return false;
    };
    while let Some(rest) = WILL
        .iter()
        .find_map(|word| does.strip_prefix(word)?.strip_prefix(' '))
    {
        does = rest;
    }
    SPEAKING.iter().any(|word| {
        let whom = does.strip_prefix(word);
        let whom = whom.map(|whom| whom.strip_prefix('s').unwrap_or(whom));
        let behind = whom.map(|whom| whom.strip_prefix(" you").unwrap_or(whom));
        const BEHIND: &[&str] = &[
            " about ", " after ", " in ", " if ", " on ", " to ", " when ", " with ", " within ",
            ",",
        ];
        behind.is_some_and(|behind| {
            behind.is_empty() || BEHIND.iter().any(|word| behind.starts_with(word))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::is_spoken_to;

    #[test]
    fn who_is_called_by_the_clinic_does_nothing() {
        for said in [
            "we phone you in 2 to 3 weeks",
            "we will call you with the result in 2 to 3 weeks",
            "the clinic phones you after 1 week",
            "your nurse will usually ring you in 3 days",
            "we'll text you",
            "we will ring",
        ] {
            assert!(is_spoken_to(said), "{said}");
        }
        for said in [
            "we see you in 2 weeks",
            "call us if we phone you",
            "the clinic opens at 9",
        ] {
            assert!(!is_spoken_to(said), "{said}");
        }
    }
}
