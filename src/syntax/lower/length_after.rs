//! `avoid makeup 2 weeks after healed`: a length of time before `after`, and no word that says whether it
//! starts then or lasts so long. To put `for` before it would move it by all of that time.

use crate::diagnostic::{Code, Diagnostic};
use crate::number::Number;
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::lower::duration::written;
use crate::syntax::lower::leaning::Leaning;
use crate::syntax::lower::parts::{Part, Placed};
use crate::syntax::tree::{Ago, Clause, Duration, Head, Point, TimeUnit, Window, WindowKind};

/// A length of time as it was written, and what stands behind its `after`.
struct LengthAfter {
    low: Number,
    high: Option<Number>,
    unit: TimeUnit,
    anchor: Span,
}

impl Lower<'_> {
    /// Refuses such a length, with both readings where both make sense.
    pub(super) fn check_length_after(&mut self, head: &Head, placed: &mut Vec<Placed>) {
        let is_dated = matches!(
            head,
            Head::Avoid { .. }
                | Head::Duty { .. }
                | Head::Action(_)
                | Head::Allow { .. }
                | Head::Resume(_)
                | Head::Limit { .. }
                | Head::Expect(_)
                | Head::Report { .. }
        );
        let found = placed.windows(2).enumerate().find_map(|(at, pair)| {
            let [length, window] = pair else { return None };
            let said = self.length_after(length, window)?;
            Some((at, said, length.span.to(window.span)))
        });
        let Some((at, said, span)) = found.filter(|_| is_dated) else {
            return;
        };
        let (starts, lasts) = self.two_readings(&said);
        let raw = self.quote(span);
        let diagnostic = Diagnostic::new(
            Code::DaysWithoutFor,
            span,
            format!("`{raw}` does not say whether it starts then or lasts so long"),
            "`from` or `for` is missing before it",
        );
        self.refuse(if self.leaning == Leaning::Permission {
            diagnostic
                .with_help(format!("write `{starts}`"))
                .with_fix(span, starts)
        } else {
            diagnostic
                .with_help(format!(
                    "write `{starts}` for when it starts, `{lasts}` for how long it lasts"
                ))
                .with_fix(span, starts)
                .with_fix(span, lasts)
        });
        placed.remove(at);
    }

    fn length_after(&self, length: &Placed, window: &Placed) -> Option<LengthAfter> {
        let (low, high, unit) = length
            .bare_time()
            .filter(|(.., unit)| *unit != TimeUnit::Minute)?;
        let Some(Part::Clause(Clause::Window(Window {
            kind:
                WindowKind::From {
                    from,
                    at_least: None,
                    until: None,
                    length: None,
                },
            ..
        }))) = &window.part
        else {
            return None;
        };
        let Point::Offset {
            distance: None,
            ago: Ago::After,
            anchor,
        } = &from.node
        else {
            return None;
        };
        let gap = self.place(length.span.end as usize, window.span.start as usize);
        let is_after = self.quote(window.span).to_lowercase().starts_with("after ");
        (is_after && self.raw(gap).trim().is_empty()).then_some(LengthAfter {
            low,
            high,
            unit,
            anchor: anchor.span,
        })
    }

    /// What is written for its start, and for how long it lasts.
    fn two_readings(&self, said: &LengthAfter) -> (String, String) {
        let anchor = self.quote(said.anchor);
        let of = |amount| {
            let unit = said.unit;
            written(Duration { amount, unit })
        };
        let least = of(said.low);
        let Some(high) = said.high else {
            let after = format!("{least} after {anchor}");
            return (format!("from {after}"), format!("for {after}"));
        };
        let most = of(high);
        let range = format!("{}..{most} after {anchor}", said.low);
        let starts = match self.leaning {
            Leaning::Permission => format!("from {range}"),
            _ => format!("from {least} after {anchor} until {most} after {anchor}"),
        };
        (starts, format!("for {range}"))
    }
}
