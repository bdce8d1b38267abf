//! `up to 4 g daily`: the most of a day, and not of each time.

use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::lower::Lower;
use crate::syntax::lower::parts::{Part, Placed};
use crate::syntax::tree::{
    Bound, Clause, Duration, Frequency, FrequencyKind, Head, Quantity, QuantityKind, TimeUnit,
    Times,
};

impl Lower<'_> {
    /// Refuses `1 g every 6 hours, at most 4 g per day`: the cap is a sentence of its own, and no part of it may be
    /// left out.
    pub(super) fn cap_apart(&mut self, head: &Head, first: &Placed, second: &Placed) -> bool {
        let (Head::Duty { things, .. } | Head::Allow { things, .. }) = head else {
            return false;
        };
        let (Some(from), Some(to)) = (things.things.first(), things.things.last()) else {
            return false;
        };
        let Some(cap) = self.capped_at(second).or_else(|| self.capped_at(first)) else {
            return false;
        };
        let limit = format!("limit {} to {cap}", self.quote(from.span.to(to.span)));
        self.refuse(
            Diagnostic::new(
                Code::ClauseTwice,
                second.span,
                "how much each time and how much at most are two sentences",
                "the second one",
            )
            .with_label(first.span, "the first one")
            .with_help(format!(
                "keep how much each time here, and write the cap on a line of its own: `{limit}`"
            )),
        );
        true
    }

    /// `4 g per day` of a cap.
    fn capped_at(&self, clause: &Placed) -> Option<String> {
        let Some(Part::Clause(Clause::Quantity(quantity))) = &clause.part else {
            return None;
        };
        let raw = self.quote(clause.span);
        let amount = raw.get(raw.find(|letter: char| letter.is_ascii_digit())?..)?;
        match &quantity.kind {
            QuantityKind::AtMost { unit: Some(_), .. } => Some(amount.replace(" in ", " per ")),
            QuantityKind::Amount {
                bound: Some(Bound::AtMost),
                ..
            } => {
                let behind = self.text.get(clause.span.end as usize..)?.trim_start();
                let daily = ["daily", "a day", "each day", "every day", "per day"];
                let is_daily = daily.iter().any(|word| behind.starts_with(word));
                is_daily.then(|| format!("{amount} per day"))
            }
            _ => None,
        }
    }
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
            frequency.as_needed
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
