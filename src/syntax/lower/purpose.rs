//! `avoid makeup to prevent infection`: what a sentence is for, in the words of sheets.

use crate::diagnostic::Diagnostic;
use crate::span::Span;

/// The help that makes a reason of it.
pub(super) fn for_a_reason(diagnostic: Diagnostic, at: Span, because: String) -> Diagnostic {
    diagnostic
        .with_help(format!("a reason stands in quotes: write `{because}`"))
        .with_fix(at, because)
}

/// `prevent infection`: what is done is done for that.
pub(super) fn is_purpose(said: &str) -> bool {
    const FOR: &[&str] = &[
        "allow",
        "avoid",
        "calm",
        "cool",
        "ease",
        "encourage",
        "ensure",
        "help",
        "improve",
        "keep",
        "let",
        "limit",
        "lower",
        "lessen",
        "maintain",
        "make",
        "minimise",
        "minimize",
        "prevent",
        "promote",
        "protect",
        "reduce",
        "relieve",
        "soothe",
        "speed",
        "stop",
        "support",
    ];
    let first = said.split(' ').next().unwrap_or_default();
    FOR.contains(&first.to_lowercase().as_str())
}
