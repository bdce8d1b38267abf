//! `report pus to clinic today`: a day in place of how soon to call.

use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::{Clause, Head, Sentence, WindowKind};
use crate::vocabulary::soon_in;

impl Checker<'_> {
    /// Refuses of a report each clause that means a day of the plan and was meant as how soon.
    pub(super) fn day_for_how_soon(&mut self, sentence: &Sentence) {
        let Head::Report { within, .. } = &sentence.head.node else {
            return;
        };
        for clause in &sentence.clauses {
            let Some(reading) = reading(&clause.node) else {
                continue;
            };
            let raw = self.one_line(clause.span);
            let Some((_, _, soon)) = soon_in(&unquoted(&raw)) else {
                continue;
            };
            let diagnostic = Diagnostic::new(
                Code::HowSoon,
                clause.span,
                format!("`{raw}` does not say how soon to call: it is read as {reading}"),
                "how soon, or when?",
            );
            let diagnostic = match within {
                Some(_) => diagnostic.with_help(format!("leave `{raw}` out: how soon is said")),
                None => diagnostic.with_help(format!(
                    "for how soon write `{soon}`; for what counts on the day of the treatment alone, `on day 0`"
                )),
            };
            let lead = clause.span.start < sentence.head.span.start;
            self.report(match within {
                Some(_) => diagnostic,
                None if lead => diagnostic,
                None => diagnostic.with_fix(clause.span, soon),
            });
        }
    }
}

/// What a clause that could say how soon is read as.
fn reading(clause: &Clause) -> Option<&'static str> {
    match clause {
        Clause::Window(window) => match window.kind {
            WindowKind::Today => Some("the day of the treatment"),
            WindowKind::Tonight => Some("the night after the treatment"),
            _ => None,
        },
        Clause::Places(_) => Some("a place"),
        Clause::By(_) => Some("how it is done"),
        Clause::While(_) => Some("where somebody is"),
        _ => None,
    }
}

/// The words of a clause as they would stand without quotes.
fn unquoted(raw: &str) -> String {
    raw.replace('"', "")
}
