//! `age under 18`, `sex = female`, `skin type in IV..VI`.

use crate::check::checker::Checker;
use crate::check::condition::{Atom, Condition};
use crate::diagnostic::{Code, Diagnostic};
use crate::number::Number;
use crate::span::{Span, Spanned};
use crate::syntax::tree::{Comparison, Name, Value, ValueRange};
use crate::vocabulary::{FactId, FactKind, Measure};

impl Checker<'_> {
    /// A comparison with one value.
    pub(crate) fn compare(
        &mut self,
        name: &Name,
        comparison: Spanned<Comparison>,
        value: &Spanned<Value>,
        span: Span,
    ) -> Option<Condition> {
        let fact = self.fact(name, Some(value))?;
        match self.vocabulary.fact(fact).kind.clone() {
            FactKind::YesNo => self.compare_yes_no(fact, name, comparison, value, span),
            FactKind::Number(measure) => {
                self.compare_number(fact, name, comparison, value, measure)
            }
            FactKind::Ordered(values) => {
                let at = self.value_index(fact, &values, value)?;
                let kept = (0..values.len()).filter(|index| holds(comparison.node, *index, at));
                Some(one_of(fact, kept.collect()))
            }
            FactKind::OneOf(values) => {
                let equality = matches!(comparison.node, Comparison::Equal | Comparison::NotEqual);
                if !equality {
                    self.unordered(name, comparison.span);
                    return None;
                }
                let at = self.value_index(fact, &values, value)?;
                let kept = (0..values.len()).filter(|index| holds(comparison.node, *index, at));
                Some(one_of(fact, kept.collect()))
            }
            FactKind::AnyOf(_) | FactKind::Things(_) => {
                self.compare_several(name, comparison, value);
                None
            }
        }
    }

    fn compare_yes_no(
        &mut self,
        fact: FactId,
        name: &Name,
        comparison: Spanned<Comparison>,
        value: &Spanned<Value>,
        span: Span,
    ) -> Option<Condition> {
        let said = match &value.node {
            Value::Name(word) => match word.text.to_lowercase().as_str() {
                "yes" | "true" => Some(true),
                "no" | "false" => Some(false),
                _ => None,
            },
            Value::Number { .. } => None,
        };
        let wanted = match comparison.node {
            Comparison::Equal => said,
            Comparison::NotEqual => said.map(|said| !said),
            _ => None,
        };
        match wanted {
            Some(true) => Some(Condition::Atom(Atom::Yes(fact))),
            Some(false) => Some(Condition::Atom(Atom::No(fact))),
            None => {
                let text = &name.text;
                self.report(
                    Diagnostic::new(
                        Code::WrongComparison,
                        span,
                        format!("`{text}` is answered with yes or no"),
                        "not so asked",
                    )
                    .with_help(format!("write `{text}` or `not {text}`"))
                    .with_fix(span, text)
                    .with_fix(span, format!("not {text}")),
                );
                None
            }
        }
    }

    fn compare_number(
        &mut self,
        fact: FactId,
        name: &Name,
        comparison: Spanned<Comparison>,
        value: &Spanned<Value>,
        measure: Measure,
    ) -> Option<Condition> {
        let number = self.number_value(name, measure, value, None)?;
        Some(Condition::Atom(Atom::Number {
            fact,
            comparison: comparison.node,
            number,
        }))
    }

    /// A number in the fact's unit; one without a unit takes `other`, the range's other end's.
    fn number_value(
        &mut self,
        name: &Name,
        measure: Measure,
        value: &Spanned<Value>,
        other: Option<&Name>,
    ) -> Option<Number> {
        match &value.node {
            Value::Number {
                number,
                unit: written,
            } => self.number(
                name,
                measure,
                *number,
                written.as_ref().or(other),
                value.span,
            ),
            Value::Name(word) => {
                self.report(
                    Diagnostic::new(
                        Code::WrongComparison,
                        value.span,
                        format!("`{}` is a number, and `{}` is none", name.text, word.text),
                        "not a number",
                    )
                    .with_help(format!("compare it with {}", measure.answers())),
                );
                None
            }
        }
    }

    /// `concerns = melasma`: such a fact has several values at once.
    fn compare_several(
        &mut self,
        name: &Name,
        comparison: Spanned<Comparison>,
        value: &Spanned<Value>,
    ) {
        let diagnostic = Diagnostic::new(
            Code::WrongComparison,
            comparison.span,
            format!("`{}` can be several things at once", name.text),
            "not so asked",
        );
        let shown = self.sources.text(value.span).to_owned();
        let diagnostic = if comparison.node == Comparison::Equal {
            diagnostic
                .with_help(format!("write `{} includes {shown}`", name.text))
                .with_fix(name.span.at_end().to(value.span.at_start()), " includes ")
        } else {
            diagnostic.with_help(format!("ask `{} includes ...`", name.text))
        };
        self.report(diagnostic);
    }

    fn unordered(&mut self, name: &Name, span: Span) {
        self.report(
            Diagnostic::new(
                Code::WrongComparison,
                span,
                format!("the values of `{}` have no order", name.text),
                "not so asked",
            )
            .with_help("compare it with `=` or `!=`"),
        );
    }

    /// `skin type in IV..VI`
    pub(crate) fn in_range(
        &mut self,
        name: &Name,
        range: &ValueRange,
        span: Span,
    ) -> Option<Condition> {
        let fact = self.fact(name, Some(&range.low))?;
        match self.vocabulary.fact(fact).kind.clone() {
            FactKind::Number(measure) => self.in_numbers(fact, name, range, measure),
            FactKind::Ordered(values) => {
                let low = self.value_index(fact, &values, &range.low);
                let high = self.value_index(fact, &values, &range.high);
                let (low, high) = (low?, high?);
                if low > high {
                    self.reversed(range);
                    return None;
                }
                Some(one_of(fact, (low..=high).collect()))
            }
            FactKind::OneOf(_) => {
                self.unordered(name, range.low.span.to(range.high.span));
                None
            }
            FactKind::YesNo | FactKind::AnyOf(_) | FactKind::Things(_) => {
                self.report(
                    Diagnostic::new(
                        Code::WrongComparison,
                        span,
                        format!("the values of `{}` make no range", name.text),
                        "not so asked",
                    )
                    .with_help("only a number or an ordered fact lies in a range"),
                );
                None
            }
        }
    }

    fn in_numbers(
        &mut self,
        fact: FactId,
        name: &Name,
        range: &ValueRange,
        measure: Measure,
    ) -> Option<Condition> {
        let other = match &range.high.node {
            Value::Number { unit, .. } => unit.as_ref(),
            Value::Name(_) => None,
        };
        let high = self.number_value(name, measure, &range.high, None);
        let low = match (&range.low.node, high) {
            // One missing unit is one mistake: it stands at the range's end.
            (Value::Number { unit: None, .. }, None) => None,
            _ => self.number_value(name, measure, &range.low, other),
        };
        let (low, high) = (low?, high?);
        if low > high {
            self.reversed(range);
            return None;
        }
        let bound = |comparison, number| {
            Condition::Atom(Atom::Number {
                fact,
                comparison,
                number,
            })
        };
        Some(Condition::All(vec![
            bound(Comparison::AtLeast, low),
            bound(Comparison::AtMost, high),
        ]))
    }

    fn reversed(&mut self, range: &ValueRange) {
        let span = range.low.span.to(range.high.span);
        let number = |value: &Spanned<Value>| match &value.node {
            Value::Number { number, .. } => number.to_string(),
            Value::Name(name) => name.text.clone(),
        };
        let unit = [&range.high, &range.low]
            .into_iter()
            .find_map(|value| match &value.node {
                Value::Number { unit, .. } => unit.as_ref().map(|unit| format!(" {}", unit.text)),
                Value::Name(_) => None,
            })
            .unwrap_or_default();
        let text = format!("{}..{}{unit}", number(&range.high), number(&range.low));
        self.report(
            Diagnostic::new(
                Code::ReversedRange,
                span,
                "the lower end of this range is above its upper end",
                "reversed",
            )
            .with_help(format!("write `{text}`"))
            .with_fix(span, text),
        );
    }
}

/// Whether the value at `index` compares so with the one at `at`.
fn holds(comparison: Comparison, index: usize, at: usize) -> bool {
    match comparison {
        Comparison::Equal => index == at,
        Comparison::NotEqual => index != at,
        Comparison::Less => index < at,
        Comparison::AtMost => index <= at,
        Comparison::Greater => index > at,
        Comparison::AtLeast => index >= at,
    }
}

fn one_of(fact: FactId, values: Vec<usize>) -> Condition {
    Condition::Atom(Atom::OneOf { fact, values })
}
