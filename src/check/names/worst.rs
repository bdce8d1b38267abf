//! `expect swelling, worst on days 2..3`: when what is expected mostly comes has a clause.

use super::Role;
use super::unknown::unknown;
use crate::check::checker::Checker;
use crate::diagnostic::Diagnostic;
use crate::syntax::tree::Name;

/// How sheets say that a sign is at its strongest, at the end of what they call it.
const WORST: &[&str] = &[
    "greatest",
    "heaviest",
    "highest",
    "most noticeable",
    "most pronounced",
    "most visible",
    "peak",
    "peaking",
    "peaks",
    "strongest",
    "worse",
    "worst",
];

/// What may stand between a sign and such a word.
const BETWEEN: &[&str] = &[
    "are", "be", "being", "is", "that", "the", "usually", "which", "will",
];

impl Checker<'_> {
    /// A sign at its strongest, before the days of that.
    pub(super) fn worst(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let follows = self.follows(name)?.trim_start();
        let dated = ["on ", "for ", "from ", "until "];
        let counts = dated.iter().any(|word| follows.starts_with(word));
        if role != Role::Symptom("expect") || !counts || name.quoted {
            return None;
        }
        let lower = name.text.to_lowercase();
        let word = WORST.iter().find(|word| {
            let front = lower.strip_suffix(**word);
            front.is_some_and(|front| front.is_empty() || front.ends_with(' '))
        })?;
        let said = name.text.len() - word.len();
        let mut words: Vec<&str> = name.text.get(..said)?.split_whitespace().collect();
        while words
            .last()
            .is_some_and(|word| BETWEEN.contains(&word.to_lowercase().as_str()))
        {
            words.pop();
        }
        if !words.is_empty() {
            self.kind_in(&words, role)?;
        }
        let sign = words.join(" ");
        let text = format!("{sign} most").trim_start().to_owned();
        let day = follows.split(" because ").next().unwrap_or(follows);
        let window: Vec<&str> = day.split_whitespace().take(3).collect();
        let window = window.join(" ");
        let help = format!(
            "write `{text} {window}`: when it mostly comes, which changes nothing of how long it may be there"
        );
        Some(unknown(name).with_help(help).with_fix(name.span, text))
    }
}
