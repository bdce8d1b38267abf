//! How much at most, or how often, behind `limit`.

use pest::iterators::Pair;

use crate::number::Number;
use crate::span::{Span, Spanned};
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::lower::frequency::{fold, period};
use crate::syntax::tree::{Cap, Name};
use crate::vocabulary::TIMES;

impl Lower<'_> {
    /// `1 drink per day`, `5 minutes at a time`, `3 per year`, `twice a week`
    pub(super) fn cap(&mut self, pair: Pair<'_, Rule>) -> Option<Spanned<Cap>> {
        let span = self.span(&pair);
        let mut parts = Cursor::into(pair);
        let most = parts.any();
        let unit = match (most.as_rule(), parts.peek()) {
            (Rule::fold, _) => Some(times(self.span(&most))),
            (_, Some(Rule::counted_times)) => Some(times(self.span(&parts.any()))),
            _ => parts.accept(Rule::unit).map(|unit| self.name(&unit)),
        };
        // How often something is done is a whole number.
        let counts = unit.as_ref().is_none_or(|unit| unit.text == TIMES);
        let number = match most.as_rule() {
            Rule::fold => Some(Number::whole(fold(most.as_str()))),
            Rule::article => Some(Number::whole(1)),
            _ if counts => self.count(&most).map(|count| Number::whole(count.node)),
            _ => self.number(&most),
        };
        let per = match (parts.accept(Rule::periodic), parts.accept(Rule::per)) {
            (Some(word), _) => Some(Some(period(word.as_str()))),
            (None, Some(per)) => self.per(per).map(Some),
            (None, None) => Some(None),
        };
        parts.end();
        Some(Spanned::new(
            Cap {
                number: number?,
                unit,
                per: per?,
            },
            span,
        ))
    }
}

/// That times are counted, whichever way that was said.
fn times(span: Span) -> Name {
    Name {
        text: TIMES.to_owned(),
        quoted: false,
        span,
    }
}
