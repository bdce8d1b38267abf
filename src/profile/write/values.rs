//! What is known, as values of TOML.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use toml_edit::{Array, Datetime, InlineTable, Value};

use crate::number::Number;
use crate::plan::Moment;
use crate::profile::model::{Answered, History, Medication, Product, Reported, Value as Known};
use crate::syntax::tree::TimeUnit;
use crate::vocabulary::{FactId, FactKind, Measure, ThingId, Unit, Vocabulary};

/// Writes values of one vocabulary.
#[derive(Clone, Copy)]
pub(super) struct Values<'v> {
    pub vocabulary: &'v Vocabulary,
}

/// Whether things are prescribed, where a profile says so beside its lists.
type Prescribed = BTreeMap<ThingId, Answered>;

impl Values<'_> {
    pub(super) fn date(date: NaiveDate) -> Value {
        written(&date.to_string())
    }

    pub(super) fn dates(dates: &[NaiveDate]) -> Value {
        let dates = dates.iter().map(|date| Self::date(*date));
        Value::Array(dates.collect::<Array>())
    }

    pub(super) fn moment(moment: Moment) -> Value {
        match moment.time {
            None => Self::date(moment.date),
            Some(time) => written(&format!("{}T{}", moment.date, time.format("%H:%M:%S"))),
        }
    }

    pub(super) fn yes_no(answer: &Answered) -> Value {
        match answer {
            Answered::Known(known) => matches!(known, Known::Yes(true)).into(),
            Answered::Unsure => "unsure".into(),
            Answered::DoesNotApply => "does not apply".into(),
        }
    }

    pub(super) fn history(history: &History) -> Value {
        match history {
            History::On(dates) => match dates.as_slice() {
                [only] => Self::date(*only),
                dates => Self::dates(dates),
            },
            History::Never => "never".into(),
            History::Unsure => "unsure".into(),
        }
    }

    /// A fact's answer.
    pub(super) fn answer(self, fact: FactId, answer: &Answered, prescribed: &Prescribed) -> Value {
        let option = |index: usize| match &self.vocabulary.fact(fact).kind {
            FactKind::Ordered(all) | FactKind::OneOf(all) | FactKind::AnyOf(all) => {
                all.get(index).map_or("", String::as_str)
            }
            _ => "",
        };
        match answer {
            Answered::Known(Known::Number(number)) => self.number(fact, *number),
            Answered::Known(Known::Index(index)) => option(*index).into(),
            Answered::Known(Known::Indexes(indexes)) => {
                let options = indexes.iter().map(|index| option(*index));
                Value::Array(options.collect::<Array>())
            }
            Answered::Known(Known::Things(listed)) => self.listed(listed, prescribed),
            Answered::Known(Known::Yes(_)) | Answered::Unsure | Answered::DoesNotApply => {
                Self::yes_no(answer)
            }
        }
    }

    /// A number with its unit; years may do without.
    fn number(self, fact: FactId, number: Number) -> Value {
        match (&self.vocabulary.fact(fact).kind, number.as_whole()) {
            (
                FactKind::Number(Measure {
                    unit: None | Some(Unit::Time(TimeUnit::Year)),
                    ..
                }),
                Some(whole),
            ) => i64::from(whole).into(),
            (FactKind::Number(measure), _) => measure.amount(number).into(),
            _ => number.to_string().into(),
        }
    }

    /// Medicines and other things. What is said of prescriptions beside the list is left out here.
    fn listed(self, listed: &[Medication], prescribed: &Prescribed) -> Value {
        let mut seen = BTreeSet::new();
        let mut entries = Array::new();
        for (index, one) in listed.iter().enumerate() {
            let name = self.vocabulary.name(one.thing);
            let mut entry = InlineTable::new();
            let of_its_own = one
                .prescribed
                .filter(|_| !prescribed.contains_key(&one.thing));
            if seen.insert(one.thing) && of_its_own.is_none() {
                entry.insert("name", name.into());
            } else {
                // Two of one class, or one by its class alone, have names of their own.
                entry.insert("name", format!("{name} ({})", index + 1).into());
                entry.insert("class", name.into());
            }
            if let Some(date) = one.last_taken {
                entry.insert("last_taken", Self::date(date));
            }
            if let Some(yes) = of_its_own {
                entry.insert("prescribed", yes.into());
            }
            if entry.len() == 1 {
                entries.push(name);
            } else {
                entries.push(Value::InlineTable(entry));
            }
        }
        Value::Array(entries)
    }

    pub(super) fn products(self, products: &[Product]) -> Value {
        let entries = products.iter().map(|product| self.product(product));
        Value::Array(entries.collect::<Array>())
    }

    fn product(self, product: &Product) -> Value {
        let mut entry = InlineTable::new();
        entry.insert("name", product.name.as_str().into());
        match product.thing {
            Some(class) if product.by_class => {
                entry.insert("class", self.vocabulary.name(class).into());
            }
            Some(_) => {}
            None => {
                entry.insert("unrecognised", true.into());
            }
        }
        for (attribute, number) in &product.attributes {
            let declared = self.vocabulary.thing(*attribute);
            let value: Value = match (declared.number, number.as_whole()) {
                (false, _) => (*number != Number::whole(0)).into(),
                (true, Some(whole)) => i64::from(whole).into(),
                (true, None) => number.to_string().into(),
            };
            entry.insert(&*declared.name, value);
        }
        if entry.len() == 1 {
            product.name.as_str().into()
        } else {
            Value::InlineTable(entry)
        }
    }

    /// A symptom.
    pub(super) fn reported(report: &Reported) -> Value {
        let mut entry = InlineTable::new();
        entry.insert("since", Self::date(report.since));
        if let Some(until) = report.until {
            entry.insert("until", Self::date(until));
        }
        if let Some((number, unit)) = report.value {
            entry.insert("value", with_unit(number, unit));
        }
        for (key, answer) in [
            ("severe", report.severe),
            ("spreading", report.spreading),
            ("worsening", report.worsening),
        ] {
            if let Some(yes) = answer {
                entry.insert(key, yes.into());
            }
        }
        if let Some(lasting) = report.lasting {
            entry.insert(
                "lasting",
                with_unit(lasting.amount, Unit::Time(lasting.unit)),
            );
        }
        if !report.despite.is_empty() {
            let tried = report.despite.iter().map(String::as_str);
            entry.insert("despite", Value::Array(tried.collect::<Array>()));
        }
        if entry.len() == 1 {
            Self::date(report.since)
        } else {
            Value::InlineTable(entry)
        }
    }
}

fn with_unit(number: Number, unit: Unit) -> Value {
    let plural = number != Number::whole(1);
    format!("{number} {}", unit.name(plural)).into()
}

/// A date or a time as TOML has it; a text where it has none such.
fn written(text: &str) -> Value {
    match text.parse::<Datetime>() {
        Ok(date) => date.into(),
        Err(_) => text.into(),
    }
}
