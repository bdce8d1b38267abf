//! Two ends of time, of which nobody has said which one counts. Refused, each with its readings.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::lower::leaning::Leaning;

impl Lower<'_> {
    /// `for D or until E`
    pub(super) fn or_until(&mut self, span: Span, length: Span, or_until: Pair<'_, Rule>) {
        let mut parts = Cursor::into(or_until);
        let point = self.span(&parts.presume(Rule::point));
        self.either_end(span, length, point);
    }

    /// `until E or D`, `until D or E`, `from E or E`
    pub(super) fn or_then(&mut self, span: Span, first: Span, second: Pair<'_, Rule>) {
        let second = self.span(&second);
        let is_length = |span: Span| self.raw(span).starts_with(|c: char| c.is_ascii_digit());
        let is_end = self.raw(span).starts_with(['u', 'U', 't', 'T']);
        match (is_length(first), is_length(second)) {
            (true, false) if is_end => self.either_end(span, first, second),
            (false, true) if is_end => self.either_end(span, second, first),
            _ => self.either_point(span, first, second),
        }
    }

    fn either_end(&mut self, span: Span, length: Span, event: Span) {
        let diagnostic = Diagnostic::new(
            Code::OrUntil,
            span,
            "two ends of time with `or` can mean the earlier or the later one",
            "which one counts is not said",
        );
        let length = self.quote(length);
        let length = length
            .trim_start_matches("at least ")
            .trim_start_matches("up to ");
        let event = self.quote(event);
        let earlier = format!("until {event}, at most {length}");
        let later = format!("until {event}, at least {length}");
        // What is permitted ends early rather than late; anything else the other way.
        let (first, word, second, other) = match self.leaning {
            Leaning::Permission => (earlier, "earlier", later, "later"),
            _ => (later, "later", earlier, "earlier"),
        };
        self.refuse(
            diagnostic
                .with_help(format!(
                    "write `{first}` for the {word} end, `{second}` for the {other} one"
                ))
                .with_fix(span, first)
                .with_fix(span, second),
        );
    }

    /// Two points, none of them a length of time that could bound the other.
    fn either_point(&mut self, span: Span, first: Span, second: Span) {
        let both = format!("{} and {}", self.quote(first), self.quote(second));
        let or = self.place(first.end as usize, second.start as usize);
        let diagnostic = Diagnostic::new(
            Code::OrUntil,
            span,
            "two points in time with `or` can mean the earlier or the later one",
            "which one counts is not said",
        )
        .with_help(format!(
            "write `{both}` for the later one, or name the one that counts alone"
        ));
        let is_or = self.raw(or).trim_matches([' ', ',']) == "or";
        self.refuse(match is_or {
            true => diagnostic.with_fix(or, " and "),
            false => diagnostic,
        });
    }
}
