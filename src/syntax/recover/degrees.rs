//! A measure of a symptom that lost its unit.

use crate::diagnostic::{Code, Diagnostic};
use crate::number::Number;
use crate::span::Span;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;
use crate::vocabulary::degrees_of;

impl Lower<'_> {
    /// `fever over 38`
    pub(super) fn bare_measure(&mut self, stop: Stop, rest: Span) -> bool {
        let word = self.first_word(rest);
        if self.least_degrees(stop, rest) {
            return true;
        }
        // `lasting 4 hours above 38 C` has its unit, and stands in the wrong place.
        if !matches!(word, "above" | "over") || self.reread(Rule::thing_qualifier, rest).is_some() {
            return false;
        }
        let amount = self.tail(rest, rest.start as usize + word.len());
        let digits = self.laid(amount);
        let length = digits
            .find(|letter: char| !(letter.is_ascii_digit() || letter == '.'))
            .unwrap_or(digits.len());
        let raw = digits.get(..length).unwrap_or_default();
        let raw = raw.trim_end_matches('.');
        let Some(number) = Number::parse(raw) else {
            return false;
        };
        let at = self.place(rest.start as usize, amount.start as usize + raw.len());
        let diagnostic = Diagnostic::new(
            Code::MissingUnit,
            at,
            format!("`{}` has no unit", self.quote(at)),
            "a unit is missing",
        );
        let Some(unit) = degrees_of(number) else {
            self.refuse(
                diagnostic.with_help("a measure has its unit behind it, as in `fever above 38 C`"),
            );
            return true;
        };
        let text = format!("above {raw} {unit}");
        let diagnostic = diagnostic.with_help(format!("write `{text}`"));
        let diagnostic = self.fix_if_reads(diagnostic, stop.line, vec![edit(at, text)]);
        self.refuse(diagnostic);
        true
    }

    /// `fever of 38 or more`, `fever at least 38`, of what is called about.
    fn least_degrees(&mut self, stop: Stop, rest: Span) -> bool {
        let laid = self.laid(rest);
        let least = laid.strip_prefix("at least ").unwrap_or(laid);
        let length = least
            .find(|letter: char| !(letter.is_ascii_digit() || letter == '.'))
            .unwrap_or(least.len());
        let raw = least.get(..length).unwrap_or_default();
        let start = rest.start as usize + (laid.len() - least.len());
        let at = self.place(start, start + raw.len());
        let Some(unit) = Number::parse(raw).and_then(degrees_of) else {
            return false;
        };
        let edits = vec![edit(at.at_end(), format!(" {unit}"))];
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::MissingUnit,
                at,
                format!("`{raw}` has no unit"),
                "a unit is missing",
            )
            .with_help(format!("write `{raw} {unit}`"))
            .with_edits(edits),
        );
        true
    }
}
