//! Which clauses a sentence has: each once, in an order that cannot be misread, and only those that
//! go with its head.

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::number::Number;
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::lower::merge::{cap_beside, merge};
use crate::syntax::lower::parts::{Kind, Part, Placed};
use crate::syntax::lower::purpose::{for_a_reason, is_purpose};
use crate::syntax::lower::quantity_fits::decides_whether_to_treat;
use crate::syntax::tree::{Clause, Head, QuantityKind, TimeUnit, Who};

impl Lower<'_> {
    /// Refuses what stands after `if` or `unless` and could belong to the condition, and what stands behind
    /// a deed. What is given twice has its own message.
    pub(super) fn check_order(&mut self, head: &Head, placed: &mut Vec<Placed>) {
        if self.check_behind_deed(placed) {
            return;
        }
        let is_condition =
            |clause: &Placed| !clause.lead && matches!(clause.kind, Kind::If | Kind::Unless);
        let Some(first) = placed.iter().position(is_condition) else {
            return;
        };
        if self.place_behind_condition(head, placed, first) {
            return;
        }
        let Some(condition) = placed.get(first) else {
            return;
        };
        let mut edits = Vec::new();
        let mut moved = String::new();
        let mut labels = Vec::new();
        for (at, pair) in placed.windows(2).enumerate().skip(first) {
            let [before, late] = pair else { continue };
            let is_again = || placed.iter().take(at + 1).any(|one| clash(head, one, late));
            // How soon somebody is called is no part of another sentence, wherever it stands.
            let goes_nowhere = late.kind == Kind::Soon && !matches!(head, Head::Report { .. });
            if late.kind.goes_first() && !goes_nowhere && !is_again() {
                edits.push(Edit {
                    span: Span {
                        start: before.span.end,
                        ..late.span
                    },
                    text: String::new(),
                });
                moved.push_str(&self.quote(late.span));
                moved.push(' ');
                labels.push((late.span, late.kind));
            }
        }
        let Some((span, kind)) = labels.first().copied() else {
            return;
        };
        if labels.iter().any(|(_, kind)| *kind == Kind::Quantity) && self.measured_in_words(span) {
            placed.retain(|clause| clause.span != span);
            return;
        }
        let word = if condition.kind == Kind::If {
            "if"
        } else {
            "unless"
        };
        if let [(span, Kind::Window)] = labels.as_slice()
            && self.comes_from(*span, word, condition)
        {
            placed.retain(|clause| clause.span != *span);
            return;
        }
        edits.push(Edit {
            span: condition.span.at_start(),
            text: moved.clone(),
        });
        self.refuse(
            Diagnostic::new(
                Code::ClauseOrder,
                span,
                format!("{} stands after `{word}`", kind.words()),
                "it could belong to the condition before it",
            )
            .with_help(format!("move `{}` before `{word}`", moved.trim_end()))
            .with_edits(edits),
        );
    }

    /// Refuses of the clauses of a deed inside a sentence what is given twice, and days without `for`.
    pub(super) fn check_own(&mut self, own: &mut Vec<Placed>) {
        cap_beside(own);
        self.check_once(&Head::Refuse, own);
        own.retain(|clause| {
            let is_window = matches!(
                time_of(clause),
                Some((unit, whole_day)) if whole_day || unit.is_some_and(|unit| !unit.is_elapsed())
            );
            if is_window {
                let raw = self.quote(clause.span);
                self.refuse(
                    unfit(clause.span, &raw, "days and longer are no quantity").with_help(format!(
                        "write `for {raw}` before `if unavoidable` or `instead`"
                    )),
                );
            }
            !is_window
        });
    }

    /// Refuses a clause that is given twice; a rhythm and `as needed` become one.
    pub(super) fn check_once(&mut self, head: &Head, placed: &mut Vec<Placed>) {
        let is_again = |(at, clause): (usize, &Placed)| {
            let before = placed.iter().take(at);
            before.into_iter().any(|first| first.kind == clause.kind)
        };
        if !placed.iter().enumerate().any(is_again) {
            return;
        }
        let mut kept: Vec<Placed> = Vec::with_capacity(placed.len());
        let mut capped = false;
        for clause in placed.drain(..) {
            let Some(first) = kept.iter_mut().find(|first| is_one(head, first, &clause)) else {
                kept.push(clause);
                continue;
            };
            if merge(first, &clause) || capped && clause.kind == Kind::Frequency {
                continue;
            }
            if let Some(with_more) = self.cap_beside_much(first, &clause) {
                capped = with_more;
                continue;
            }
            let first = (first.span, first.lead);
            self.given_twice(first, &clause);
        }
        *placed = kept;
    }

    /// The span with the blanks and the comma before it.
    pub(in crate::syntax) fn with_blank_before(&self, span: Span) -> Span {
        let before = self.text.get(..span.start as usize).unwrap_or_default();
        let before = before.trim_end();
        let before = before.strip_suffix(',').unwrap_or(before).trim_end();
        self.place(before.len(), span.end as usize)
    }

    /// Refuses what does not go with the head.
    pub(super) fn check_fit(&mut self, head: &Head, placed: &mut Vec<Placed>) {
        self.due_fits(head, placed);
        let takes_quantity = matches!(
            head,
            Head::Duty { .. } | Head::Action(_) | Head::Resume(_) | Head::Limit { .. }
        );
        let takes_window = !matches!(
            head,
            Head::Resume(_)
                | Head::Prepare(_)
                | Head::Refuse
                | Head::Defer { .. }
                | Head::Caution(_)
                | Head::AskPrescriber(_)
                | Head::AskClinic(_)
                | Head::TellClinic(_)
                | Head::Visit { .. }
                | Head::Sessions { .. }
                | Head::Maintenance { .. }
        );
        let is_permission = matches!(head, Head::Allow { .. });
        let is_course = matches!(head, Head::Sessions { .. } | Head::Maintenance { .. });
        let is_report = matches!(head, Head::Report { .. });
        let is_sign = is_report || matches!(head, Head::Expect(_));
        let is_dated = placed.iter().any(|clause| clause.kind == Kind::Window);
        let puts_off = matches!(head, Head::Defer { until: None })
            && placed.iter().any(|clause| clause.kind == Kind::If);
        placed.retain(|clause| match clause.kind {
            Kind::ExceptWhile if !has_situations(head) => {
                let raw = self.quote(clause.span);
                let whole = self.with_blank_before(clause.span);
                let what = unfit(
                    clause.span,
                    &raw,
                    "a situation is left out of what is to be left, done or allowed",
                );
                self.refuse(what.with_help("leave it out").with_fix(whole, ""));
                false
            }
            Kind::Quantity if !is_sign && !takes_quantity && self.is_strength(clause) => false,
            Kind::Quantity if is_sign && self.measured_in_words(clause.span) => false,
            Kind::Quantity if is_dated && decides_whether_to_treat(head) => true,
            Kind::Quantity if puts_off && clause.bare_time().is_some() => true,
            Kind::Quantity => {
                let takes = takes_quantity || is_permission && how_much_each_time(clause);
                self.quantity_fits(clause, takes, takes_window)
            }
            // Only the vocabulary knows what was meant: the checker says it.
            Kind::Concerns if !is_course && self.quiet => {
                self.refuse_quietly(clause.span);
                false
            }
            Kind::To | Kind::Otherwise | Kind::Soon if !is_report => {
                let goes_somewhere = matches!(
                    head,
                    Head::Duty { .. }
                        | Head::Action(_)
                        | Head::Avoid { .. }
                        | Head::Allow { .. }
                        | Head::Resume(_)
                );
                if !(clause.kind == Kind::Soon
                    && !is_dated
                    && self.lasts_or_starts(head, clause.span))
                {
                    self.only_reports(clause, goes_somewhere);
                }
                false
            }
            _ => true,
        });
    }

    fn only_reports(&mut self, clause: &Placed, goes_somewhere: bool) {
        // Whom it goes to matters no more.
        let inside = |span: Span| span.start >= clause.span.start && span.end <= clause.span.end;
        self.diagnostics
            .retain(|one| one.code != Code::UnquotedText || !one.span().is_some_and(inside));
        let raw = self.quote(clause.span);
        let is_called = matches!(
            clause.part,
            Some(Part::To(
                Who::Clinic | Who::Prescriber | Who::Doctor | Who::EmergencyServices,
                _
            ))
        );
        let is_to = clause.kind == Kind::To && !is_called;
        if is_to && self.is_to_of_a_sheet(clause.span) {
            return;
        }
        let before = self.laid_out.get(..clause.span.start as usize);
        if is_to && before.is_some_and(|before| before.trim_end().ends_with(" only")) {
            let what = unfit(clause.span, &raw, "a situation stands behind `while`");
            return self.refuse(what.with_help("write the situation, as in `while showering`"));
        }
        if let Some(said) = raw.strip_prefix("to ").filter(|_| is_to) {
            let what = unfit(clause.span, &raw, "only a `report` goes to someone");
            let because = format!("because \"to {}\"", said.replace('"', "'"));
            if is_purpose(said) {
                return self.refuse(for_a_reason(what, clause.span, because));
            }
            let reason = format!("for a reason write `{because}`");
            return self.refuse(what.with_help(if goes_somewhere {
                format!("for a place write `on {said}`; {reason}")
            } else {
                format!("{reason}; when it counts is said by `while` or `if`")
            }));
        }
        let whole = self.with_blank_before(clause.span);
        self.refuse(
            unfit(
                clause.span,
                &raw,
                "only a `report` goes to someone, and soon",
            )
            .with_help("leave it out, or write the sentence with `report`")
            .with_fix(whole, ""),
        );
    }
}

/// Whether two clauses are of one kind. On a duty, or where it is allowed, the length of one application is no window.
fn is_one(head: &Head, first: &Placed, second: &Placed) -> bool {
    let is_duty = matches!(
        head,
        Head::Duty { .. } | Head::Action(_) | Head::Steps { .. } | Head::Allow { .. }
    );
    let differ = first.is_application() != second.is_application()
        || first.is_in_minutes() != second.is_in_minutes();
    first.kind == second.kind && !(is_duty && differ)
}

/// Whether a clause is given twice, and not as two parts of one.
fn clash(head: &Head, first: &Placed, second: &Placed) -> bool {
    is_one(head, first, second) && !merge(&mut first.clone(), second)
}

/// Whether a sentence is one of those that do not hold in some situation.
fn has_situations(head: &Head) -> bool {
    matches!(
        head,
        Head::Avoid { .. } | Head::Duty { .. } | Head::Action(_) | Head::Allow { .. }
    )
}

pub(super) fn unfit(span: Span, raw: &str, why: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ClauseUnfit,
        span,
        format!("`{raw}` does not go with this sentence"),
        why,
    )
}

/// `allow showers 5 minutes`, `allow paracetamol 1 g`: how long or how much each time. Hours may be meant as a time.
fn how_much_each_time(clause: &Placed) -> bool {
    matches!(
        time_of(clause),
        Some((None | Some(TimeUnit::Minute), false))
    )
}

/// The unit of time that a quantity is in, if it is, and whether that is a day or more; none of another
/// clause.
pub(super) fn time_of(clause: &Placed) -> Option<(Option<TimeUnit>, bool)> {
    let Some(Part::Clause(Clause::Quantity(quantity))) = &clause.part else {
        return None;
    };
    let QuantityKind::Amount { low, unit, .. } = &quantity.kind else {
        return Some((None, false));
    };
    let unit = TimeUnit::from_word(&unit.text);
    let whole_day = unit == Some(TimeUnit::Hour) && *low >= Number::whole(24);
    Some((unit, whole_day))
}
