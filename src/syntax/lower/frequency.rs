//! How often.

use pest::iterators::Pair;

use crate::number::Number;
use crate::span::Spanned;
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::lower::duration::unit_of;
use crate::syntax::lower::name::single_blanks;
use crate::syntax::tree::{
    Bound, Daytime, Duration, DurationRange, Frequency, FrequencyKind, Moment, TimeUnit, Times,
};

impl Lower<'_> {
    /// `twice daily`, `every 2 hours as needed`
    pub(super) fn frequency(&mut self, pair: Pair<'_, Rule>) -> Option<Frequency> {
        let mut parts = Cursor::into(pair);
        let mut frequency = Frequency::NOTHING;
        while let Some(part) = parts.next() {
            match part.as_rule() {
                Rule::as_needed => frequency.as_needed = true,
                Rule::at_daytimes | Rule::daytimes => frequency.daytimes = self.daytimes(part)?,
                Rule::spaced => {
                    let help = "write the least alone, as in `at least 4 hours apart`, or `every` and the range";
                    frequency.apart = Some(self.spaced(part, help)?.low.node);
                }
                _ => frequency.kind = Some(self.rhythm(part)?),
            }
        }
        Some(frequency)
    }

    /// `at bedtime`, `morning and 1 hour before bedtime`
    fn daytimes(&mut self, pair: Pair<'_, Rule>) -> Option<Vec<Daytime>> {
        let mut daytimes = Vec::new();
        for part in pair.into_inner() {
            if part.as_rule() == Rule::moment {
                daytimes.push(Daytime::At(moment_of(part.as_str())));
                continue;
            }
            let mut parts = Cursor::into(part);
            let bound = parts.accept(Rule::bound);
            let bound = bound.map(|bound| bound_of(bound.as_str()));
            let before = match parts.accept(Rule::drange) {
                Some(length) => Some(self.range(length)?),
                None => None,
            };
            parts.end();
            daytimes.push(match (bound, before) {
                (Some(bound), Some(length)) => Daytime::BoundedBeforeBedtime(bound, length),
                (_, before) => Daytime::BeforeBedtime(before),
            });
        }
        Some(daytimes)
    }

    fn rhythm(&mut self, pair: Pair<'_, Rule>) -> Option<FrequencyKind> {
        match pair.as_rule() {
            Rule::periodic => Some(periodic(pair.as_str())),
            Rule::times => self.times(pair),
            Rule::every => self.every(pair),
            Rule::often | Rule::few => Some(FrequencyKind::Words(often(pair.as_str()))),
            Rule::share => {
                let mut parts = Cursor::into(pair);
                let unit = unit_of(&parts.presume(Rule::time_unit));
                parts.end();
                Some(once_per(unit))
            }
            _ => {
                let mut parts = Cursor::into(pair);
                let before = parts.presume(Rule::side).as_str() == "before";
                let name = self.name(&parts.presume(Rule::each_name));
                parts.end();
                Some(if before {
                    FrequencyKind::BeforeEach(name)
                } else {
                    FrequencyKind::AfterEach(name)
                })
            }
        }
    }

    /// `2..3 times a week`, `at most twice daily`
    fn times(&mut self, pair: Pair<'_, Rule>) -> Option<FrequencyKind> {
        let whole = self.span(&pair);
        let mut parts = Cursor::into(pair);
        let bound = parts.accept(Rule::bound);
        let (low, high) = if parts.took(Rule::folds) {
            (1, Some(2))
        } else if let Some(fold) = parts.accept(Rule::fold) {
            (self::fold(fold.as_str()), None)
        } else {
            let low = self.count(&parts.presume(Rule::number))?.node;
            let high = if parts.took(Rule::op) || parts.took(Rule::or_op) {
                Some(self.count(&parts.presume(Rule::number))?.node)
            } else {
                None
            };
            (low, high)
        };
        let mut more = parts.took(Rule::more);
        let per = match parts.accept(Rule::per) {
            Some(per) => self.per(per)?,
            None => period(parts.presume(Rule::periodic).as_str()),
        };
        more |= parts.took(Rule::more);
        parts.end();
        let bound = match bound.map(|bound| bound_of(bound.as_str())) {
            None if more => Some(Bound::AtLeast),
            bound => bound,
        };
        let rises = high.is_none_or(|high| high >= low) && !(more && bound == Some(Bound::AtMost));
        let times = match (bound, high) {
            (Some(Bound::AtLeast), better) if rises => Times::AtLeast(low, better),
            (None, None) => Times::Exactly(low),
            (None, Some(high)) if rises => Times::Between(low, high),
            (Some(Bound::AtMost), None) if rises => Times::AtMost(low),
            _ => {
                self.out_of_range(
                    whole,
                    "is no number of times",
                    "write one number or a rising range, such as `2..3 times a week`",
                );
                return None;
            }
        };
        if low == 0 {
            self.out_of_range(
                whole,
                "is no frequency",
                "what is not to be done at all is written with `avoid`",
            );
            return None;
        }
        Some(FrequencyKind::Times { times, per })
    }

    /// `a day`, `per week`, `every 2 days`
    pub(super) fn per(&mut self, pair: Pair<'_, Rule>) -> Option<Duration> {
        let mut parts = Cursor::into(pair);
        let part = parts.any();
        parts.end();
        match part.as_rule() {
            Rule::time_unit => Some(one(unit_of(&part))),
            Rule::other => Some(two(part.as_str())),
            _ => self.duration(part).map(|length| length.node),
        }
    }

    fn every(&mut self, pair: Pair<'_, Rule>) -> Option<FrequencyKind> {
        let mut parts = Cursor::into(pair);
        let part = parts.any();
        let span = self.span(&part);
        parts.end();
        let single = |duration| {
            FrequencyKind::Every(DurationRange {
                low: Spanned::new(duration, span),
                high: None,
            })
        };
        match part.as_rule() {
            Rule::moments => Some(FrequencyKind::EveryMoment(
                part.into_inner()
                    .map(|moment| moment_of(moment.as_str()))
                    .collect(),
            )),
            Rule::other => Some(single(two(part.as_str()))),
            // `every hours` has lost its number; `every hour` has none.
            Rule::time_unit if part.as_str().ends_with('s') => self.no_number(span),
            Rule::time_unit => match unit_of(&part) {
                TimeUnit::Day => Some(once_per(TimeUnit::Day)),
                unit => Some(single(one(unit))),
            },
            _ => self.range(part).map(FrequencyKind::Every),
        }
    }
}

/// `at least`, `at most`, `up to`
pub(super) fn bound_of(words: &str) -> Bound {
    match words.ends_with("least") {
        true => Bound::AtLeast,
        false => Bound::AtMost,
    }
}

fn one(unit: TimeUnit) -> Duration {
    Duration {
        amount: Number::whole(1),
        unit,
    }
}

/// `other day` is 2 days.
fn two(other: &str) -> Duration {
    let unit = other.split(' ').next_back().and_then(TimeUnit::from_word);
    Duration {
        amount: Number::whole(2),
        unit: unit.unwrap_or(TimeUnit::Day),
    }
}

fn once_per(unit: TimeUnit) -> FrequencyKind {
    FrequencyKind::Times {
        times: Times::Exactly(1),
        per: one(unit),
    }
}

fn periodic(word: &str) -> FrequencyKind {
    if word == "nightly" {
        FrequencyKind::EveryMoment(vec![Moment::Night])
    } else {
        FrequencyKind::Times {
            times: Times::Exactly(1),
            per: period(word),
        }
    }
}

/// `once`, `twice`
pub(super) fn fold(word: &str) -> u32 {
    if word == "once" { 1 } else { 2 }
}

/// `daily`, `weekly`
pub(super) fn period(word: &str) -> Duration {
    one(match word {
        "hourly" => TimeUnit::Hour,
        "weekly" => TimeUnit::Week,
        "monthly" => TimeUnit::Month,
        "yearly" => TimeUnit::Year,
        _ => TimeUnit::Day,
    })
}

fn moment_of(word: &str) -> Moment {
    match word {
        "morning" => Moment::Morning,
        "midday" => Moment::Midday,
        "evening" => Moment::Evening,
        "bedtime" => Moment::Bedtime,
        _ => Moment::Night,
    }
}

/// How often in words, as it is printed: `several times daily` is `several times a day`.
fn often(words: &str) -> String {
    let words = single_blanks(words);
    let Some((several, unit)) = words.split_once(" times ") else {
        return words;
    };
    let (article, unit) = match unit.rsplit(' ').next().unwrap_or(unit) {
        "hour" | "hourly" => ("an", "hour"),
        "week" | "weekly" => ("a", "week"),
        _ => ("a", "day"),
    };
    format!("{several} times {article} {unit}")
}
