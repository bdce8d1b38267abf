//! `up to 4 g daily`: the most of a day, and not of each time.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::lower::parts::{Part, Placed};
use crate::syntax::tree::{
    Bound, Clause, Duration, Frequency, FrequencyKind, Quantity, QuantityKind, TimeUnit, Times,
};
use crate::vocabulary::Unit;

impl Lower<'_> {
    /// Refuses a cap beside how much each time that does not say in what it counts, or that is none yet: `2 tablets,
    /// at most 8 per day`, `1 g every 6 hours, up to 4 g daily`. Whether what stands behind it is refused with it.
    pub(super) fn cap_beside_much(&mut self, first: &Placed, second: &Placed) -> Option<bool> {
        let caps = [(second, first), (first, second)];
        let (cap, much, most, daily) = caps.into_iter().find_map(|(cap, much)| {
            self.unclear_cap(cap)
                .map(|(most, daily)| (cap, much, most, daily))
        })?;
        let texts = match daily {
            Some(_) => vec![format!("at most {most} per day")],
            None => counted_in(most.as_str(), much, self.per_of(cap)),
        };
        let span = daily.unwrap_or(cap.span);
        let raw = self.quote(span);
        let said: Vec<String> = texts.iter().map(|text| format!("`{text}`")).collect();
        let help = match said.as_slice() {
            [much, often] => format!("write {much} for how much, {often} for how often"),
            _ => format!("write {}", said.concat()),
        };
        let mut diagnostic = Diagnostic::new(
            Code::ClauseTwice,
            span,
            format!("`{raw}` beside how much each time could be a second amount"),
            "of each time, or of all that time?",
        )
        .with_label(much.span, "how much each time")
        .with_help(help);
        for text in texts {
            diagnostic = diagnostic.with_fix(span, text);
        }
        self.refuse(diagnostic);
        Some(daily.is_some())
    }

    /// The number of a cap without a unit; of `up to 4 g daily` its amount, and where it stands with its `daily`.
    fn unclear_cap(&self, clause: &Placed) -> Option<(String, Option<Span>)> {
        let Some(Part::Clause(Clause::Quantity(quantity))) = &clause.part else {
            return None;
        };
        match &quantity.kind {
            QuantityKind::AtMost {
                number, unit: None, ..
            } => Some((number.to_string(), None)),
            QuantityKind::Amount {
                bound: Some(Bound::AtMost),
                ..
            } => {
                let raw = self.quote(clause.span);
                let amount = raw.get(raw.find(|letter: char| letter.is_ascii_digit())?..)?;
                let end = clause.span.end as usize;
                let behind = self.text.get(end..)?;
                let gap = behind.len() - behind.trim_start().len();
                let words = behind.get(gap..)?;
                let daily = ["daily", "a day", "each day", "every day"];
                let daily = daily.iter().find(|word| words.starts_with(**word))?;
                let whole = self.place(clause.span.start as usize, end + gap + daily.len());
                Some((amount.to_owned(), Some(whole)))
            }
            _ => None,
        }
    }

    /// `per day` of `at most 8 per day`, as it is written.
    fn per_of(&self, cap: &Placed) -> String {
        let raw = self.quote(cap.span);
        let number = raw
            .find(|letter: char| letter.is_ascii_digit())
            .unwrap_or(0);
        let rest = raw.get(number..).unwrap_or_default();
        rest.split_once(' ')
            .map_or(String::new(), |(_, per)| per.to_owned())
    }
}

/// `at most 8 tablets per day` and `at most 8 times per day`: what a number without a unit may count beside an amount.
fn counted_in(number: &str, much: &Placed, per: String) -> Vec<String> {
    let unit = match &much.part {
        Some(Part::Clause(Clause::Quantity(Quantity {
            kind: QuantityKind::Amount { unit, .. },
        }))) => Some(unit.text.clone()).filter(|unit| TimeUnit::from_word(unit).is_none()),
        _ => None,
    };
    let units = unit.into_iter().map(|unit| match Unit::from_word(&unit) {
        Some(unit) => unit.name(number != "1").to_owned(),
        None => unit,
    });
    let times = if number == "1" { "time" } else { "times" };
    let all = units.chain([times.to_owned()]);
    all.map(|unit| format!("at most {number} {unit} {per}"))
        .collect()
}

/// Reads an upper end once in a time as the cap of that time. Of a length each time is told apart: `up to 10
/// minutes daily` is done once a day.
pub(super) fn most_in_a_time(placed: &mut Vec<Placed>) {
    let Some(per) = placed
        .iter()
        .find_map(|clause| once_per(clause.frequency()?))
    else {
        return;
    };
    let mut capped = false;
    for clause in placed.iter_mut() {
        if let Some(Part::Clause(Clause::Quantity(quantity))) = &mut clause.part
            && let Some(kind) = capped_in(quantity, per)
        {
            quantity.kind = kind;
            capped = true;
        }
    }
    if !capped {
        return;
    }
    placed.retain_mut(|clause| match &mut clause.part {
        Some(Part::Clause(Clause::Frequency(frequency))) => {
            frequency.kind = None;
            frequency.as_needed || frequency.apart.is_some() || frequency.most.is_some()
        }
        _ => true,
    });
}

/// The time in which something is done once, at no time of the day.
fn once_per(frequency: &Frequency) -> Option<Duration> {
    match &frequency.kind {
        Some(FrequencyKind::Times {
            times: Times::Exactly(1),
            per,
        }) if frequency.daytimes.is_empty() => Some(*per),
        _ => None,
    }
}

/// `at most 4 g per day` of `at most 4 g`.
fn capped_in(quantity: &Quantity, per: Duration) -> Option<QuantityKind> {
    match &quantity.kind {
        QuantityKind::Amount {
            bound: Some(Bound::AtMost),
            low,
            high: None,
            unit,
        } if TimeUnit::from_word(&unit.text).is_none() => Some(QuantityKind::AtMost {
            number: *low,
            unit: Some(unit.clone()),
            per,
        }),
        _ => None,
    }
}
