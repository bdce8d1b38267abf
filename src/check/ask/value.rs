//! Values: of facts, and of what must be so of a symptom.

use crate::check::checker::Checker;
use crate::check::protocol::Qualifier;
use crate::diagnostic::{Code, Diagnostic};
use crate::number::Number;
use crate::span::{Span, Spanned};
use crate::syntax::tree::{self, Name, Value};
use crate::vocabulary::{
    FactId, FactKind, Measure, Named, Unit, degrees_of, fold, is_of_a_body, nearest,
};

impl Checker<'_> {
    /// What must be so of a symptom.
    pub(crate) fn qualifier(&mut self, written: &Spanned<tree::Qualifier>) -> Option<Qualifier> {
        Some(match &written.node {
            tree::Qualifier::Severe => Qualifier::Severe,
            tree::Qualifier::Spreading => Qualifier::Spreading,
            tree::Qualifier::Worsening => Qualifier::Worsening,
            tree::Qualifier::Lasting(length) => {
                Qualifier::Lasting(self.length(Spanned::new(*length, written.span))?)
            }
            tree::Qualifier::Above {
                number,
                unit,
                or_equal,
            } => {
                let found = self.unit(unit)?;
                if let Unit::Time(_) = found {
                    self.above_a_time(written.span, unit);
                    return None;
                }
                self.body_temperature(*number, found, unit)?;
                Qualifier::Above {
                    number: *number,
                    unit: found,
                    or_equal: *or_equal,
                }
            }
            tree::Qualifier::Despite(name) => Qualifier::Despite(name.text.clone()),
        })
    }

    /// `fever above 38.5 F`: no body is so cold, and a fever would always be above it.
    fn body_temperature(&mut self, number: Number, found: Unit, unit: &tree::Name) -> Option<()> {
        if is_of_a_body(number, found.name(false)) != Some(false) {
            return Some(());
        }
        let diagnostic = Diagnostic::new(
            Code::OutOfRange,
            unit.span,
            format!("no body has {number} {}", found.name(false)),
            "another unit?",
        );
        self.report(match degrees_of(number) {
            Some(other) => diagnostic
                .with_help(format!("did you mean `{number} {other}`?"))
                .with_fix(unit.span, other),
            None => diagnostic.with_help("a body has 30 to 45 C, which is 86 to 113 F"),
        });
        None
    }

    /// `fever above 3 days`
    fn above_a_time(&mut self, span: Span, unit: &tree::Name) {
        let number = self.one_line(span);
        let text = match number.split_once(' ') {
            Some((_, amount)) => format!("lasting {amount}"),
            None => number,
        };
        self.report(
            Diagnostic::new(
                Code::WrongUnit,
                unit.span,
                format!("`above` measures a symptom, and `{}` is a time", unit.text),
                "a unit of time",
            )
            .with_help(format!("write `{text}`"))
            .with_fix(span, text),
        );
    }

    /// The place of a value in a fact's list.
    pub(crate) fn value_index(
        &mut self,
        fact: FactId,
        values: &[String],
        value: &Spanned<Value>,
    ) -> Option<usize> {
        let written = match &value.node {
            Value::Name(name) => name.text.clone(),
            Value::Number { number, unit } => match unit {
                None => number.to_string(),
                Some(unit) => format!("{number} {}", unit.text),
            },
        };
        self.index_of(fact, values, &written, value.span)
    }

    /// The place of a word in a fact's list.
    pub(crate) fn index_of(
        &mut self,
        fact: FactId,
        values: &[String],
        written: &str,
        span: Span,
    ) -> Option<usize> {
        let as_declared = |value: &String| value.eq_ignore_ascii_case(written);
        let found = values.iter().position(as_declared).or_else(|| {
            let key = fold(written);
            values.iter().position(|value| fold(value) == key)
        });
        if found.is_some() {
            return found;
        }
        let name = self.vocabulary.fact(fact).name.clone();
        let declared = self.vocabulary.fact(fact).span;
        let diagnostic = Diagnostic::new(
            Code::UnknownValue,
            span,
            format!("`{name}` is never `{written}`"),
            "no value of this fact",
        )
        .with_label(declared, "its values are listed here");
        let diagnostic = match nearest(written, values.iter().map(String::as_str)) {
            Some(near) => diagnostic
                .with_help(format!("did you mean `{near}`?"))
                .with_fix(span, near),
            None => match self.value_of_thing(values, written) {
                Some(value) => diagnostic
                    .with_help(format!("write `{value}`, under which `{written}` is asked"))
                    .with_fix(span, value),
                None => diagnostic.with_help(self.no_value(fact, values, written)),
            },
        };
        self.report(diagnostic);
        None
    }

    /// `adhesives` of `plasters`: the value that is a part of one of the names of a known thing, or of a class above it.
    fn value_of_thing(&self, values: &[String], written: &str) -> Option<String> {
        let Named::Thing(thing) = self.read(written)?.named else {
            return None;
        };
        let mut things = vec![thing];
        things.extend(self.vocabulary.above(thing));
        things.retain(|one| !self.vocabulary.is_kind_class(*one));
        let names = || {
            things
                .iter()
                .flat_map(|one| self.vocabulary.thing(*one).names())
        };
        let found = values.iter().find(|value| {
            let value = format!(" {} ", fold(value));
            names().any(|name| format!(" {} ", fold(name)).contains(&value))
        });
        found.cloned()
    }

    /// What to do about a value that a fact lacks: a long list is seen elsewhere, and of several that may be so a
    /// fact of its own asks for what is missing.
    fn no_value(&self, fact: FactId, values: &[String], written: &str) -> String {
        let fact = self.vocabulary.fact(fact);
        if ["it", "them", "this", "these", "that"].contains(&written.to_lowercase().as_str()) {
            return format!("name what `{written}` stands for");
        }
        if !matches!(fact.kind, FactKind::AnyOf(_)) {
            return format!("it is one of {}", some(values));
        }
        let own = match fact.name.as_str() {
            "allergies" => format!("\"allergic to {written}\""),
            _ => written.to_owned(),
        };
        let asked = own.trim_matches('"');
        if let Some(said) = self.listed_so(values, written) {
            return format!(
                "write `{} includes {said}`, if `{written}` is of that kind",
                fact.name
            );
        }
        let alike = alike(values, written);
        let list = if !alike.is_empty() {
            let any = if alike.len() > 1 { "any of " } else { "" };
            format!(
                "the list has `{} includes {any}{}`",
                fact.name,
                alike.join(", ")
            )
        } else if values.len() > 8 {
            format!("`aftercare-dsl language {}` shows the list", fact.name)
        } else {
            format!("the list has {}", some(values))
        };
        format!(
            "{list}; for another one declare `fact {own}: yes or no`, and write `{asked}` in the place of `{} includes \
             {written}`",
            fact.name
        )
    }

    /// The value that the own name of a thing starts like: `adhesives` of `plasters`, which are adhesive bandages.
    fn listed_so<'v>(&self, values: &'v [String], written: &str) -> Option<&'v str> {
        let thing = self.vocabulary.find_thing(written)?;
        let own = self.vocabulary.name(thing);
        let first = own.split_whitespace().next()?;
        match alike(values, first).as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }

    /// A number that a fact can have, in its unit. Years need no unit.
    pub(crate) fn number(
        &mut self,
        name: &Name,
        measure: Measure,
        number: Number,
        written: Option<&Name>,
        span: Span,
    ) -> Option<Number> {
        let number = match measure.unit {
            Some(unit) => self.number_in(name, unit, number, written, span)?,
            None if written.is_some() => {
                self.no_unit(name, number, span);
                return None;
            }
            None => number,
        };
        if measure.can_be(number) {
            return Some(number);
        }
        let amount = measure.amount(number);
        self.report(
            Diagnostic::new(
                Code::OutOfRange,
                span,
                format!("`{}` is never {amount}", name.text),
                "outside of what it can be",
            )
            .with_help(format!("it is {}", measure.answers())),
        );
        None
    }

    /// `INR above 3 mm`
    fn no_unit(&mut self, name: &Name, number: Number, span: Span) {
        self.report(
            Diagnostic::new(
                Code::WrongUnit,
                span,
                format!("`{}` is a number without a unit", name.text),
                "a unit behind it",
            )
            .with_help("leave the unit out")
            .with_fix(span, number.to_string()),
        );
    }

    fn number_in(
        &mut self,
        name: &Name,
        unit: Unit,
        number: Number,
        written: Option<&Name>,
        span: Span,
    ) -> Option<Number> {
        let Some(word) = written else {
            if unit == Unit::Time(tree::TimeUnit::Year) {
                return Some(number);
            }
            let short = unit.name(number != Number::whole(1));
            self.report(
                Diagnostic::new(
                    Code::MissingUnit,
                    span,
                    format!("`{}` is measured, and `{number}` has no unit", name.text),
                    "a unit is missing",
                )
                .with_help(format!("write `{number} {short}`"))
                .with_fix(span, format!("{number} {short}")),
            );
            return None;
        };
        let given = self.unit(word)?;
        match convert(number, given, unit) {
            Some(number) => Some(number),
            None => {
                self.wrong_unit(name, word, unit, number);
                None
            }
        }
    }

    fn wrong_unit(&mut self, name: &Name, word: &Name, unit: Unit, number: Number) {
        let wanted = unit.name(number != Number::whole(1));
        self.report(
            Diagnostic::new(
                Code::WrongUnit,
                word.span,
                format!(
                    "`{}` is asked in {}, not in {}",
                    name.text,
                    unit.name(true),
                    word.text
                ),
                "another unit",
            )
            .with_help(format!("write the number in {}", unit.name(true)))
            .with_fix(word.span, wanted),
        );
    }
}

/// The values that share the beginning of a word with a text: `controlled diabetes` of `diabetic`.
pub(crate) fn alike<'v>(values: &'v [String], written: &str) -> Vec<&'v str> {
    let begins = |text: &str| -> Vec<String> {
        let words = text.split_whitespace().map(str::to_lowercase);
        words
            .filter_map(|word| word.get(..6).map(str::to_owned))
            .collect()
    };
    // `liver disease` is much like no other disease.
    if written.contains(' ') {
        return Vec::new();
    }
    let wanted = begins(written);
    let shares = |value: &&String| begins(value).iter().any(|word| wanted.contains(word));
    values.iter().filter(shares).map(String::as_str).collect()
}

/// At most eight of the values.
pub(crate) fn some(values: &[String]) -> String {
    let shown: Vec<String> = values
        .iter()
        .take(8)
        .map(|value| format!("`{value}`"))
        .collect();
    let more = if values.len() > shown.len() {
        ", ..."
    } else {
        ""
    };
    format!("{}{more}", shown.join(", "))
}

/// The number in another unit, where that is exact.
fn convert(number: Number, from: Unit, to: Unit) -> Option<Number> {
    if from == to {
        return Some(number);
    }
    let factor = |unit: Unit| match unit {
        Unit::Time(unit) => Some(match unit {
            tree::TimeUnit::Minute => (0, 1),
            tree::TimeUnit::Hour => (0, 60),
            tree::TimeUnit::Day => (0, 1440),
            tree::TimeUnit::Week => (0, 10_080),
            tree::TimeUnit::Month => (1, 1),
            tree::TimeUnit::Year => (1, 12),
        }),
        Unit::Other(_) => match unit.name(false) {
            "mm" => Some((2, 1)),
            "cm" => Some((2, 10)),
            "ml" => Some((3, 1)),
            "litre" => Some((3, 1000)),
            "mcg" => Some((4, 1)),
            "mg" => Some((4, 1000)),
            "g" => Some((4, 1_000_000)),
            _ => None,
        },
    };
    let ((group, size), (other, wanted)) = (factor(from)?, factor(to)?);
    let scaled = number.as_thousandths().checked_mul(size)?;
    (group == other && scaled % wanted == 0).then(|| Number::thousandths(scaled / wanted))
}
