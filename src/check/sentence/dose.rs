//! Amounts that can be compared: caps, and how much of a thing a duty asks for.

use crate::check::checker::Checker;
use crate::check::details::Dose;
use crate::check::protocol::ThingRef;
use crate::check::sentence::window::windows;
use crate::check::wording;
use crate::diagnostic::{Code, Diagnostic};
use crate::number::Number;
use crate::span::Spanned;
use crate::syntax::tree::{
    Cap, Clause, Duration, Extent, Frequency, FrequencyKind, Kind, Most, Name, Quantity,
    QuantityKind, Sentence, TimeUnit, Times, Window, WindowKind,
};
use crate::vocabulary::Unit;

impl Checker<'_> {
    /// `1 drink per day`; `3 times a day` counts times.
    pub(crate) fn cap(&mut self, cap: &Spanned<Cap>) -> Option<Dose> {
        let unit = match &cap.node.unit {
            None => Some(None),
            Some(unit) => self.dose_unit(unit),
        };
        let per = match cap.node.per {
            None => Some(None),
            Some(per) => self.length(Spanned::new(per, cap.span)).map(Some),
        };
        Some(Dose {
            number: cap.node.number,
            unit: unit?,
            per: per?,
            at_once: cap.node.number,
            times: None,
            as_needed: false,
        })
    }

    /// `2 mm per day` caps no drink; none with a message where the unit counts nothing of the things.
    pub(crate) fn cap_is_an_amount(
        &mut self,
        cap: &Spanned<Cap>,
        things: &[ThingRef],
    ) -> Option<()> {
        let Some(name) = &cap.node.unit else {
            return self.cap_counts(cap, things);
        };
        let unit = Unit::from_word(&name.text);
        let one = things.iter().find(|one| {
            let kind = self.vocabulary.thing(one.thing).kind;
            unit.is_some_and(|unit| !unit.counts(kind))
        });
        let Some(one) = one else {
            return Some(());
        };
        let thing = self.vocabulary.thing(one.thing);
        let message = format!("`{}` is no amount of `{}`", name.text, thing.name);
        let label = format!("no amount of {}", thing.kind.with_article());
        self.report(
            Diagnostic::new(Code::WrongUnit, name.span, message, label)
                .with_help("count it, weigh it or say how long, as in `1 drink per day`"),
        );
        None
    }

    /// `3 per year` counts how often something is done; of what is taken or used it may as well be how many.
    fn cap_counts(&mut self, cap: &Spanned<Cap>, things: &[ThingRef]) -> Option<()> {
        let is_done = |kind| matches!(kind, Kind::Procedure | Kind::Activity | Kind::Action);
        let kind = |one: &ThingRef| self.vocabulary.thing(one.thing).kind;
        let Some(one) = things.iter().find(|one| !is_done(kind(one))) else {
            return Some(());
        };
        let unit = match kind(one) {
            Kind::Medicine => "tablets",
            Kind::Drink => "drinks",
            _ => "g",
        };
        let number = cap.node.number;
        let per = cap.node.per.map(wording::per).unwrap_or_default();
        let times = match number.as_whole() {
            Some(count) => wording::count_word(count),
            None => format!("{number} times"),
        };
        let thing = &self.vocabulary.thing(one.thing).name;
        let message = format!("`{number}` does not say how much `{thing}`, or how often");
        self.report(
            Diagnostic::new(Code::MissingUnit, cap.span, message, "of what?").with_help(format!(
                "write how much, as in `{number} {unit} {per}`, or how often: `{times} {per}`"
            )),
        );
        None
    }

    fn dose_unit(&mut self, name: &Name) -> Option<Option<String>> {
        if matches!(name.text.to_lowercase().as_str(), "time" | "times") {
            return Some(None);
        }
        let unit = self.unit(name)?;
        Some(Some(unit.name(false).to_owned()))
    }

    /// How much of its things a sentence asks for, at the most.
    pub(crate) fn dose(&mut self, sentence: &Sentence) -> Option<Dose> {
        let mut clauses = sentence.clauses.iter();
        let quantity = clauses.find_map(|clause| match &clause.node {
            Clause::Quantity(quantity) => Some(quantity),
            _ => None,
        });
        let mut clauses = sentence.clauses.iter();
        let frequency = clauses.find_map(|clause| match &clause.node {
            Clause::Frequency(frequency) => Some(frequency),
            _ => None,
        });
        let times = frequency.and_then(most_times);
        let as_needed = frequency.is_some_and(|frequency| frequency.as_needed);
        if let (None, Some(each)) = (quantity, each_application(sentence)) {
            return taken(Unit::Time(each.unit), each.amount, frequency);
        }
        match quantity {
            None => times.map(|(times, per)| Dose {
                number: Number::whole(times),
                unit: None,
                per: Some(per),
                at_once: Number::whole(1),
                times: Some(times),
                as_needed,
            }),
            Some(Quantity {
                kind: QuantityKind::AtMost { number, unit, per },
            }) => Some(Dose {
                number: *number,
                unit: unit
                    .as_ref()
                    .and_then(|unit| Unit::from_word(&unit.text))
                    .map(|unit| unit.name(false).to_owned()),
                per: Some(*per),
                at_once: *number,
                times: None,
                as_needed,
            }),
            Some(Quantity {
                kind:
                    QuantityKind::Amount {
                        low, high, unit, ..
                    },
            }) => {
                let unit = Unit::from_word(&unit.text)?;
                taken(unit, high.unwrap_or(*low), frequency)
            }
            Some(_) => None,
        }
    }

    /// The unit and the time of a cap must be known.
    pub(crate) fn most_is_sound(&mut self, most: &Most, span: crate::span::Span) {
        if let Some(unit) = &most.unit {
            self.dose_unit(unit);
        }
        self.length(Spanned::new(most.per, span));
    }

    /// The units of a quantity must be known.
    pub(crate) fn quantity_is_sound(&mut self, quantity: &Quantity, span: crate::span::Span) {
        match &quantity.kind {
            QuantityKind::Amount {
                low, high, unit, ..
            } => {
                self.unit(unit);
                if let Some(high) = high
                    && high < low
                {
                    self.reversed_amount(*low, *high, unit, span);
                }
            }
            QuantityKind::OnOff { on, off } => {
                for length in [on, off] {
                    self.length(Spanned::new(*length, span));
                }
            }
            QuantityKind::AtMost { unit, per, .. } => {
                if let Some(unit) = unit {
                    self.dose_unit(unit);
                }
                self.length(Spanned::new(*per, span));
            }
        }
    }

    fn reversed_amount(&mut self, low: Number, high: Number, unit: &Name, span: crate::span::Span) {
        let text = format!("{high}..{low} {}", unit.text);
        self.report(
            crate::diagnostic::Diagnostic::new(
                crate::diagnostic::Code::ReversedRange,
                span,
                "the lower end of this range is above its upper end",
                "reversed",
            )
            .with_help(format!("write `{text}`"))
            .with_fix(span, text),
        );
    }
}

/// How much each time comes to at the most.
fn taken(unit: Unit, each: Number, frequency: Option<&Frequency>) -> Option<Dose> {
    let as_needed = frequency.is_some_and(|frequency| frequency.as_needed);
    if let Some(capped) = capped(frequency, unit, each) {
        return Some(Dose {
            as_needed,
            ..capped
        });
    }
    let times = frequency.and_then(most_times);
    let often = times.map_or(1, |(times, _)| times);
    let all = each.as_thousandths().checked_mul(i64::from(often))?;
    Some(Dose {
        number: Number::thousandths(all),
        unit: Some(unit.name(false).to_owned()),
        per: times.map(|(_, per)| per),
        at_once: each,
        times: times.map(|(times, _)| times),
        as_needed,
    })
}

/// `for 10 minutes` of what is done: how long each time at the most, as the amount `10 minutes` says it.
fn each_application(sentence: &Sentence) -> Option<Duration> {
    let application = windows(sentence).application?;
    let Clause::Window(Window {
        kind: WindowKind::For(extent),
        ..
    }) = &application.node
    else {
        return None;
    };
    match extent {
        Extent::Range(range) => Some(range.high.unwrap_or(range.low).node),
        Extent::AtLeast { minimum, better } => Some(better.unwrap_or(*minimum).node),
        Extent::UpTo(most) => Some(most.node),
        Extent::Vague(_) => None,
    }
}

/// How much comes together at most, where a cap of the same unit stands beside how much each time.
fn capped(frequency: Option<&Frequency>, unit: Unit, each: Number) -> Option<Dose> {
    let most = frequency?.most.as_ref()?;
    if Unit::from_word(&most.unit.as_ref()?.text) != Some(unit) {
        return None;
    }
    let times = most
        .number
        .as_thousandths()
        .checked_div(each.as_thousandths());
    Some(Dose {
        number: most.number,
        unit: Some(unit.name(false).to_owned()),
        per: Some(most.per),
        at_once: each,
        times: times.and_then(|times| u32::try_from(times).ok()),
        as_needed: false,
    })
}

/// The most times in how long, where that can be said; what a cap says of it before all else.
fn most_times(frequency: &Frequency) -> Option<(u32, Duration)> {
    if let Some(Most {
        number,
        unit: None,
        per,
    }) = &frequency.most
        && let Some(most) = number.as_whole()
    {
        return Some((most, *per));
    }
    if let (None, [], Some(apart)) = (
        &frequency.kind,
        frequency.daytimes.as_slice(),
        frequency.apart,
    ) {
        return Some((1, apart));
    }
    let day = Duration {
        amount: Number::whole(1),
        unit: TimeUnit::Day,
    };
    let Some(kind) = &frequency.kind else {
        let daytimes = u32::try_from(frequency.daytimes.len()).ok();
        return daytimes
            .filter(|count| *count > 0)
            .map(|count| (count, day));
    };
    match kind {
        FrequencyKind::Times { times, per } => {
            let most = match times {
                Times::Exactly(most) | Times::Between(_, most) | Times::AtMost(most) => *most,
                Times::AtLeast(least, better) => better.unwrap_or(*least),
            };
            Some((most, *per))
        }
        FrequencyKind::Every(range) => Some((1, range.low.node)),
        FrequencyKind::EveryMoment(moments) => Some((u32::try_from(moments.len()).ok()?, day)),
        FrequencyKind::AfterEach(_) | FrequencyKind::BeforeEach(_) | FrequencyKind::Words(_) => {
            None
        }
    }
}
