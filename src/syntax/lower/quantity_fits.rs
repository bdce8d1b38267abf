//! Whether an amount or a length without `for` goes with a head.

use super::Lower;
use super::order::{time_of, unfit};
use super::parts::Placed;
use super::strength;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::Head;

/// Whether a head says whether to treat: of a length beside a time, `defer 7 days after waxing`, the checker tells what is
/// meant.
pub(super) fn decides_whether_to_treat(head: &Head) -> bool {
    matches!(head, Head::Refuse | Head::Defer { .. })
}

impl Lower<'_> {
    /// `allow hydrocortisone cream 1%`: refused, whether it is how strong a thing is.
    pub(super) fn is_strength(&mut self, clause: &Placed) -> bool {
        let raw = self.quote(clause.span);
        let Some(number) = strength(&raw) else {
            return false;
        };
        self.refuse(
            unfit(clause.span, &raw, "a quantity goes with what is to be done").with_help(format!(
                "a strength is an attribute of its thing: write `with strength {number}`"
            )),
        );
        true
    }

    pub(super) fn quantity_fits(
        &mut self,
        clause: &Placed,
        takes_quantity: bool,
        takes_window: bool,
    ) -> bool {
        let Some((unit, whole_day)) = time_of(clause) else {
            return true;
        };
        if self.ends_a_number(clause.span) {
            return false;
        }
        let raw = self.quote(clause.span);
        let at = clause.span.at_start();
        let is_window = whole_day || unit.is_some_and(|unit| !unit.is_elapsed());
        if !takes_window && (is_window || !takes_quantity) {
            let whole = self.with_blank_before(clause.span);
            self.refuse(
                unfit(
                    clause.span,
                    &raw,
                    "neither a quantity nor a window goes with it",
                )
                .with_help("leave it out")
                .with_fix(whole, ""),
            );
            return false;
        }
        match unit {
            Some(_) if is_window => {
                self.refuse(
                    Diagnostic::new(
                        Code::DaysWithoutFor,
                        clause.span,
                        format!("`{raw}` is a window and wants `for` before it"),
                        "a day and longer is never a quantity",
                    )
                    .with_help(format!("write `for {raw}`"))
                    .with_fix(at, "for "),
                );
                false
            }
            _ if takes_quantity => true,
            Some(_) if self.minutes_at_a_time(clause.span) => false,
            Some(_) => {
                self.refuse(
                    unfit(clause.span, &raw, "a quantity goes with what is to be done")
                        .with_help(format!("for a window write `for {raw}`"))
                        .with_fix(at, "for "),
                );
                false
            }
            None => {
                let whole = self.with_blank_before(clause.span);
                self.refuse(
                    unfit(clause.span, &raw, "a quantity goes with what is to be done")
                        .with_help(
                            "leave it out; a cap is written `limit alcohol to 1 drink per day`",
                        )
                        .with_fix(whole, ""),
                );
                false
            }
        }
    }

    /// Whether a quantity is the end of a number with a comma in it, which another message refuses.
    fn ends_a_number(&self, quantity: Span) -> bool {
        let before = self.text.get(..quantity.start as usize);
        let number = before.and_then(|before| before.strip_suffix(','));
        let is_refused = self.diagnostics.last().is_some_and(|last| {
            last.code == Code::NumberAlone
                && last.span().is_some_and(|span| span.end > quantity.start)
        });
        is_refused && number.is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
    }
}
