//! Conditions.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::lower::logic::{Form, Term};
use crate::syntax::tree::{
    Atom, Comparison, Condition, ListWord, Mode, Name, Qualifier, Value, ValueRange,
};
use crate::vocabulary::is_of_degrees;

impl Lower<'_> {
    /// `age under 18 and not pregnant`; none where a part was refused.
    pub(super) fn condition(&mut self, pair: Pair<'_, Rule>) -> Option<Spanned<Condition>> {
        let mut parts = Cursor::into(pair);
        let mut terms = Vec::with_capacity(1);
        let mut words = Vec::new();
        while let Some(part) = parts.next() {
            match part.as_rule() {
                Rule::logic => {
                    let is_or = part.as_str().trim_end().ends_with("or");
                    words.push(Some(if is_or { ListWord::Or } else { ListWord::And }));
                }
                Rule::listing => words.push(None),
                _ => terms.push(self.term(part)),
            }
        }
        // A comma joins as the first word behind it does.
        let said = words.iter().flatten().next().copied();
        let words: Vec<ListWord> = words.iter().filter_map(|word| word.or(said)).collect();
        self.joined(terms, &words)
    }

    fn term(&mut self, pair: Pair<'_, Rule>) -> Term {
        let span = self.span(&pair);
        let (form, condition) = match pair.as_rule() {
            Rule::negation => {
                let mut parts = Cursor::into(pair);
                let inner = self.term(parts.any()).condition;
                parts.end();
                let negated = inner.map(|inner| Condition::Not(Box::new(inner)));
                (Form::Negation, negated)
            }
            Rule::group => {
                let mut parts = Cursor::into(pair);
                let inner = self.condition(parts.presume(Rule::condition));
                parts.end();
                (Form::Group, inner.map(|inner| inner.node))
            }
            Rule::taking | Rule::took | Rule::had => self.of_several(pair),
            _ => (Form::Atom, self.atom(pair).map(Condition::Atom)),
        };
        Term {
            span,
            form,
            condition: condition.map(|condition| Spanned::new(condition, span)),
        }
    }

    /// `had laser or chemical peel within 2 weeks`: one question for each.
    fn of_several(&mut self, pair: Pair<'_, Rule>) -> (Form, Option<Condition>) {
        let rule = pair.as_rule();
        let mut parts = Cursor::into(pair);
        let mut names = Vec::new();
        while let Some(name) = parts.accept(Rule::cname) {
            names.push(self.name(&name));
        }
        let within = parts.accept(Rule::drange).map(|length| self.ago(length));
        parts.end();
        let within = match within {
            Some(None) => return (Form::Atom, None),
            Some(length) => length,
            None => None,
        };
        let mut atoms: Vec<Spanned<Condition>> = Vec::new();
        for name in names {
            let span = name.span;
            let atom = match (rule, within) {
                (Rule::took, Some(within)) => Atom::Took { name, within },
                (Rule::had, Some(within)) => Atom::Had { name, within },
                _ => Atom::Taking(name),
            };
            atoms.push(Spanned::new(Condition::Atom(atom), span));
        }
        match (atoms.len(), atoms.pop()) {
            (1, only) => (Form::Atom, only.map(|only| only.node)),
            (_, Some(last)) => {
                atoms.push(last);
                (Form::Group, Some(Condition::Any(atoms)))
            }
            (_, None) => (Form::Atom, None),
        }
    }

    fn atom(&mut self, pair: Pair<'_, Rule>) -> Option<Atom> {
        let rule = pair.as_rule();
        let mut parts = Cursor::into(pair);
        let atom = match rule {
            Rule::prescribed => Atom::Prescribed(self.name(&parts.presume(Rule::cname))),
            Rule::session_is => {
                let number = parts.presume(Rule::number);
                Atom::SessionIs(self.count(&number)?)
            }
            Rule::allergic => {
                let mut asked = self.name(&parts.presume(Rule::allergies));
                "allergies".clone_into(&mut asked.text);
                return self.values_of(asked, parts);
            }
            Rule::bare_quality => Atom::Named {
                name: None,
                qualifier: Some(self.bare_quality(parts.any())?),
            },
            _ => {
                let name = self.name(&parts.presume(Rule::cname));
                match parts.next() {
                    Some(rest) => self.fact_rest(name, rest)?,
                    None => Atom::Named {
                        name: Some(name),
                        qualifier: None,
                    },
                }
            }
        };
        parts.end();
        Some(atom)
    }

    fn bare_quality(&mut self, pair: Pair<'_, Rule>) -> Option<Spanned<Qualifier>> {
        if pair.as_rule() == Rule::qualifier {
            return self.qualifier(pair);
        }
        let quality = match pair.as_str() {
            "severe" => Qualifier::Severe,
            "spreading" => Qualifier::Spreading,
            _ => Qualifier::Worsening,
        };
        Some(Spanned::new(quality, self.span(&pair)))
    }

    /// What follows a fact's or symptom's name.
    fn fact_rest(&mut self, name: Name, pair: Pair<'_, Rule>) -> Option<Atom> {
        match pair.as_rule() {
            Rule::qualifier => Some(Atom::Named {
                name: Some(name),
                qualifier: Some(self.qualifier(pair)?),
            }),
            Rule::compared => {
                let mut parts = Cursor::into(pair);
                let sign = parts.presume(Rule::comparison);
                let mut comparison = Spanned::new(comparison(sign.as_str()), self.span(&sign));
                let value = self.value(parts.presume(Rule::value))?;
                if let Some(beyond) = parts.accept(Rule::or_beyond) {
                    comparison.node = self.or_beyond(comparison, &beyond)?;
                }
                parts.end();
                if let Some(reached) = reached(comparison, &value) {
                    let name = Some(name);
                    let qualifier = Some(reached);
                    return Some(Atom::Named { name, qualifier });
                }
                Some(Atom::Compare {
                    name,
                    comparison,
                    value,
                })
            }
            Rule::ends_at => {
                let mut parts = Cursor::into(pair);
                let value = self.value(parts.presume(Rule::value))?;
                let beyond = parts.presume(Rule::or_beyond);
                parts.end();
                let equal = Spanned::new(Comparison::Equal, self.span(&beyond));
                let comparison = Spanned::new(self.or_beyond(equal, &beyond)?, equal.span);
                Some(match reached(comparison, &value) {
                    Some(reached) => Atom::Named {
                        name: Some(name),
                        qualifier: Some(reached),
                    },
                    None => Atom::Compare {
                        name,
                        comparison,
                        value,
                    },
                })
            }
            Rule::in_range => {
                let range = self.value_range(pair)?;
                Some(Atom::In { name, range })
            }
            _ => self.values_of(name, Cursor::into(pair)),
        }
    }

    /// `is 3 or more`, `at least 3 or more`; of `over 3 or less` nobody can tell which is meant.
    fn or_beyond(
        &mut self,
        comparison: Spanned<Comparison>,
        beyond: &Pair<'_, Rule>,
    ) -> Option<Comparison> {
        const DOWN: &[&str] = &["below", "fewer", "less", "lower", "under", "younger"];
        let word = beyond.as_str().rsplit(' ').next().unwrap_or_default();
        let meant = match DOWN.contains(&word) {
            true => Comparison::AtMost,
            false => Comparison::AtLeast,
        };
        if comparison.node == Comparison::Equal || comparison.node == meant {
            return Some(meant);
        }
        let span = self.span(beyond);
        let raw = self.quote(span);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                span,
                format!("`{raw}` says another end than what stands before it"),
                "which one is meant?",
            )
            .with_help("leave one of them out"),
        );
        None
    }

    /// `any of scars, melasma`: which values of a fact are asked for.
    fn values_of(&mut self, name: Name, mut parts: Cursor<'_>) -> Option<Atom> {
        let mode = match parts.accept(Rule::mode) {
            Some(mode) if mode.as_str().starts_with("any") => Mode::AnyOf,
            Some(_) => Mode::AllOf,
            None => Mode::One,
        };
        let mut values = Vec::new();
        while let Some(value) = parts.next() {
            values.push(self.name(&value));
        }
        if mode == Mode::One && (self.any_in_other_words(&values) || self.half_a_mode(&values)) {
            return None;
        }
        if mode == Mode::One && values.len() > 1 {
            self.values_without_mode(&values);
            return None;
        }
        Some(Atom::Includes { name, mode, values })
    }

    /// `includes of wrinkles, melasma`, `includes any wrinkles`; whether it is so.
    fn half_a_mode(&mut self, values: &[Name]) -> bool {
        let Some(first) = values.first().filter(|first| !first.quoted) else {
            return false;
        };
        let start = first.span.start as usize;
        let Some((word, _)) = first.text.split_once(' ') else {
            return false;
        };
        let wholes: &[&str] = match word.to_lowercase().as_str() {
            "of" => &["any of", "all of"],
            "any" => &["any of"],
            "all" => &["all of"],
            _ => return false,
        };
        let at = self.place(start, start + word.len());
        let quoted: Vec<String> = wholes.iter().map(|whole| format!("`{whole}`")).collect();
        let mut diagnostic = Diagnostic::new(
            Code::JoinedValues,
            at,
            format!("`{word}` alone does not say how many of the values"),
            "half of `any of` or `all of`",
        )
        .with_help(format!("write {}", quoted.join(" or ")));
        for whole in wholes {
            diagnostic = diagnostic.with_fix(at, *whole);
        }
        self.refuse(diagnostic);
        true
    }

    /// `concerns includes wrinkles, melasma`: any or all of them?
    fn values_without_mode(&mut self, values: &[Name]) {
        let (Some(first), Some(last)) = (values.first(), values.last()) else {
            return;
        };
        let start = first.span.at_start();
        let asked = self.asked_by(first.span);
        self.refuse(
            Diagnostic::new(
                Code::JoinedValues,
                first.span.to(last.span),
                format!("several values stand after `{asked}`"),
                "whether any or all of them is not said",
            )
            .with_help(format!("write `{asked} any of` or `{asked} all of`"))
            .with_fix(start, "any of ")
            .with_fix(start, "all of "),
        );
    }

    fn value(&mut self, pair: Pair<'_, Rule>) -> Option<Spanned<Value>> {
        let span = self.span(&pair);
        let mut parts = Cursor::into(pair);
        let first = parts.any();
        let value = if first.as_rule() == Rule::number {
            Value::Number {
                number: self.number(&first)?,
                unit: parts.accept(Rule::unit).map(|unit| self.name(&unit)),
            }
        } else {
            Value::Name(self.name(&first))
        };
        parts.end();
        Some(Spanned::new(value, span))
    }

    /// `IV..VI`, `0.5..1.5 mm`: a unit at the end is both ends'.
    fn value_range(&mut self, pair: Pair<'_, Rule>) -> Option<ValueRange> {
        let mut parts = Cursor::into(pair);
        if let Some(dashed) = parts.accept(Rule::dashed) {
            parts.end();
            return self.dashed(&dashed);
        }
        let mut low = self.value(parts.presume(Rule::value))?;
        parts.presume(Rule::op);
        let high = self.value(parts.presume(Rule::value))?;
        parts.end();
        if let (
            Value::Number {
                unit: low_unit,
                number: least,
            },
            Value::Number { unit, number: most },
        ) = (&mut low.node, &high.node)
        {
            if *least > *most && (low_unit.is_none() || low_unit == unit) {
                self.reversed(low.span.to(high.span));
                return None;
            }
            if low_unit.is_none() {
                low_unit.clone_from(unit);
            }
        }
        Some(ValueRange { low, high })
    }

    /// `IV-VI`
    fn dashed(&mut self, pair: &Pair<'_, Rule>) -> Option<ValueRange> {
        let span = self.span(pair);
        let hyphen = span.start as usize + pair.as_str().find('-')?;
        let end = |span: Span| {
            let text = self.raw(span).to_owned();
            let quoted = false;
            Spanned::new(Value::Name(Name { text, quoted, span }), span)
        };
        Some(ValueRange {
            low: end(self.place(span.start as usize, hyphen)),
            high: end(self.place(hyphen + 1, span.end as usize)),
        })
    }
}

/// The comparison that a sign or words say.
fn comparison(sign: &str) -> Comparison {
    let words: Vec<&str> = sign.split_whitespace().collect();
    match words.as_slice() {
        ["=" | "==" | "is"] => Comparison::Equal,
        ["!=" | "<>" | "\u{2260}"] | ["is", "not"] => Comparison::NotEqual,
        ["<"] | [.., "under"] => Comparison::Less,
        ["<=" | "\u{2264}"] | [.., "most"] => Comparison::AtMost,
        [.., "below"] | [.., "less" | "lower" | "fewer" | "younger", "than"] => Comparison::Less,
        [">"] | [.., "over" | "above"] | [.., "than"] => Comparison::Greater,
        _ => Comparison::AtLeast,
    }
}

/// `fever at least 38.5 C`: so a symptom that is measured in degrees is compared, and a fact as well.
fn reached(comparison: Spanned<Comparison>, value: &Spanned<Value>) -> Option<Spanned<Qualifier>> {
    let Value::Number {
        number,
        unit: Some(unit),
    } = &value.node
    else {
        return None;
    };
    if comparison.node != Comparison::AtLeast || !is_of_degrees(&unit.text) {
        return None;
    }
    let qualifier = Qualifier::Above {
        number: *number,
        unit: unit.clone(),
        or_equal: true,
    };
    Some(Spanned::new(qualifier, comparison.span.to(value.span)))
}
