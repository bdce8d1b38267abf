//! How much.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic};
use crate::number::Number;
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::lower::frequency::bound_of;
use crate::syntax::tree::{Bound, Duration, Quantity, QuantityKind, TimeUnit};

impl Lower<'_> {
    /// `10..15 minutes`, `10 minutes on, 10 minutes off`, `at most 8 per day`
    pub(super) fn quantity(&mut self, pair: Pair<'_, Rule>) -> Option<Quantity> {
        let span = self.span(&pair);
        let mut parts = Cursor::into(pair);
        if let Some(capped) = parts.accept(Rule::capped) {
            parts.end();
            return self.capped(capped);
        }
        let bound = parts.accept(Rule::bound);
        let mut bound = bound.map(|bound| bound_of(bound.as_str()));
        let first = self.number(&parts.presume(Rule::number));
        let high = parts.took(Rule::op).then(|| {
            let number = parts.presume(Rule::number);
            self.number(&number)
        });
        let unit = parts.presume(Rule::unit);
        let low = first?;
        if parts.took(Rule::more) {
            if bound == Some(Bound::AtMost) {
                self.most_or_more(span);
                return None;
            }
            bound = Some(Bound::AtLeast);
        }
        let kind = if let Some(number) = parts.accept(Rule::number) {
            let off = self.number(&number)?;
            let off_unit = parts.presume(Rule::unit);
            let units = [unit, off_unit].map(|unit| TimeUnit::from_word(unit.as_str()));
            let [Some(on_unit), Some(off_unit)] = units else {
                return self.no_on_off(span);
            };
            if high.is_some() || bound.is_some() {
                return self.no_on_off(span);
            }
            let length = |amount, unit| Duration { amount, unit };
            QuantityKind::OnOff {
                on: length(low, on_unit),
                off: length(off, off_unit),
            }
        } else {
            let high = match high {
                Some(high) => Some(high?),
                None => None,
            };
            if high.is_some_and(|high| high < low) {
                self.reversed(span);
                return None;
            }
            QuantityKind::Amount {
                bound,
                low,
                high,
                unit: self.name(&unit),
            }
        };
        parts.end();
        Some(Quantity { kind })
    }

    /// `2 tablets on, 10 minutes off`
    fn no_on_off<T>(&mut self, span: crate::span::Span) -> Option<T> {
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                span,
                "`on` and `off` each take one length of time",
                "this is none",
            )
            .with_help("write it as in `10 minutes on, 10 minutes off`"),
        );
        None
    }

    /// `at most 2 litres or more`
    fn most_or_more(&mut self, span: crate::span::Span) {
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                span,
                "`at most` and `or more` are two ends of one amount",
                "which one is meant?",
            )
            .with_help("leave one of them out"),
        );
    }

    /// `a glass of`, `at least 8 cups of`
    pub(super) fn portion(&mut self, pair: Pair<'_, Rule>) -> Option<Quantity> {
        let mut parts = Cursor::into(pair);
        if let Some(quantity) = parts.accept(Rule::quantity) {
            parts.end();
            return self.quantity(quantity);
        }
        parts.presume(Rule::article);
        let unit = self.name(&parts.presume(Rule::unit));
        parts.end();
        let kind = QuantityKind::Amount {
            bound: None,
            low: Number::whole(1),
            high: None,
            unit,
        };
        Some(Quantity { kind })
    }

    /// A range of plain numbers that runs backwards.
    pub(super) fn reversed(&mut self, span: crate::span::Span) {
        let raw = self.quote(span);
        self.refuse(
            Diagnostic::new(
                Code::ReversedRange,
                span,
                "the lower end of a range stands first",
                "this range runs backwards",
            )
            .with_help(format!("swap the two ends of `{raw}`")),
        );
    }

    /// `at most 8 per day`, `at most 2 drinks per day`
    fn capped(&mut self, pair: Pair<'_, Rule>) -> Option<Quantity> {
        let mut parts = Cursor::into(pair);
        let number = self.number(&parts.presume(Rule::number));
        let unit = parts.accept(Rule::unit).map(|unit| self.name(&unit));
        let per = self.per(parts.presume(Rule::per))?;
        parts.end();
        let number = number?;
        Some(Quantity {
            kind: QuantityKind::AtMost { number, unit, per },
        })
    }
}

/// The number of `1 percent` and of `1%`: how strong something is, and no amount of it.
pub(in crate::syntax) fn strength(quantity: &str) -> Option<&str> {
    let number = quantity
        .strip_suffix('%')
        .or_else(|| quantity.strip_suffix("percent"))?;
    let number = number.trim();
    (!number.is_empty()).then_some(number)
}
