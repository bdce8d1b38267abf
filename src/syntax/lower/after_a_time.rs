//! `use shampoo for 3 days after 24 hours`: how long, and from when on. `for 3 days after` counts from the treatment, and
//! the second time would be how long each use is.

use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::lower::Lower;
use crate::syntax::lower::parts::{Part, Placed};
use crate::syntax::tree::{Clause, Extent, QuantityKind, TimeUnit, WindowKind};

impl Lower<'_> {
    /// Refuses a time behind `for D after`, and offers both as one window. Takes it away.
    pub(super) fn for_after_a_time(&mut self, placed: &mut Vec<Placed>) {
        let found = placed.windows(2).enumerate().find_map(|(at, pair)| {
            let [length, start] = pair else { return None };
            let written = self.for_after(length, start)?;
            Some((at + 1, written, length.span.to(start.span), start.span))
        });
        let Some((at, (text, is_sure), both, start)) = found else {
            return;
        };
        let raw = self.quote(start);
        let diagnostic = Diagnostic::new(
            Code::ClauseShape,
            both,
            format!("`{raw}` stands behind `after`, which counts from the treatment here"),
            "how long, or from when on?",
        );
        self.refuse(if is_sure {
            diagnostic
                .with_help(format!("write `{text}`"))
                .with_fix(both, text)
        } else {
            diagnostic.with_help(format!("write from when on first, as in `{text}`"))
        });
        placed.remove(at);
    }

    /// `from 24 hours for 3 days` of `for 3 days after` and `24 hours` or `for 24 hours`, and whether that is sure.
    fn for_after(&self, length: &Placed, start: &Placed) -> Option<(String, bool)> {
        let Some(Part::Clause(Clause::Window(window))) = &length.part else {
            return None;
        };
        let raw = self.quote(length.span).to_lowercase();
        let lasts = raw.strip_suffix(" after")?;
        let gap = self.place(length.span.end as usize, start.span.start as usize);
        let is_next = self.raw(gap).trim().is_empty();
        if !matches!(window.kind, WindowKind::For(_)) || !is_next || start.lead {
            return None;
        }
        let since = self.quote(start.span);
        let since = since.strip_prefix("for ").unwrap_or(&since);
        let is_single = match &start.part {
            Some(Part::Clause(Clause::Quantity(quantity))) => match &quantity.kind {
                QuantityKind::Amount { high, unit, .. } => {
                    TimeUnit::from_word(&unit.text)?;
                    high.is_none()
                }
                _ => return None,
            },
            Some(Part::Clause(Clause::Window(second))) => match &second.kind {
                WindowKind::For(Extent::Range(range)) => range.high.is_none(),
                _ => return None,
            },
            _ => return None,
        };
        if !is_single || !since.starts_with(|letter: char| letter.is_ascii_digit()) {
            return Some((format!("from 24 hours {lasts}"), false));
        }
        let word = if length.is_in_minutes() { "at" } else { "from" };
        Some((format!("{word} {since} {lasts}"), true))
    }
}
