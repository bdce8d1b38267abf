//! How often.

use super::name::name;
use super::time::{duration, range};
use crate::number::Number;
use crate::syntax::tree::{
    Duration, DurationRange, Frequency, FrequencyKind, Most, TimeUnit, Times,
};
use crate::vocabulary::Unit;

/// `twice daily`, `every 2 hours as needed`
pub(super) fn frequency(frequency: &Frequency) -> String {
    let needed = frequency.as_needed.then(|| "as needed".to_owned());
    let rhythm = frequency.kind.as_ref().map(rhythm);
    let comma = frequency.has_bare_daytimes();
    let rhythm = rhythm.map(|rhythm| rhythm + if comma { "," } else { "" });
    let daytimes = frequency.daytime_words(range);
    let daytimes = (!daytimes.is_empty()).then(|| joined(&daytimes));
    let most = frequency.most.as_ref().map(most);
    let apart = frequency
        .apart
        .map(|apart| format!("at least {} apart", duration(apart)));
    let parts = [rhythm, daytimes, most, apart, needed]
        .into_iter()
        .flatten();
    parts.collect::<Vec<_>>().join(" ")
}

/// `at most 4 times a day`, `at most 8 tablets per day`
fn most(most: &Most) -> String {
    match (&most.unit, most.number.as_whole()) {
        (None, Some(times)) => often(Times::AtMost(times), most.per),
        (None, None) => format!("at most {} {}", most.number, per(most.per)),
        (Some(unit), _) => format!(
            "at most {} {}",
            super::quantity::amount(most.number, unit),
            per(most.per)
        ),
    }
}

/// `a, b and c`
fn joined(words: &[String]) -> String {
    match words.split_last() {
        Some((last, first)) if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => words.concat(),
    }
}

fn rhythm(kind: &FrequencyKind) -> String {
    match kind {
        FrequencyKind::Times { times, per } => often(*times, *per),
        FrequencyKind::Every(range) => every(*range),
        FrequencyKind::EveryMoment(moments) => {
            let words = moments.iter().map(|moment| moment.word().to_owned());
            format!("every {}", joined(&words.collect::<Vec<_>>()))
        }
        FrequencyKind::AfterEach(what) => format!("after each {}", name(what)),
        FrequencyKind::BeforeEach(what) => format!("before each {}", name(what)),
        FrequencyKind::Words(words) => words.clone(),
    }
}

/// `every 4..6 weeks`, `every week`; every single day is `daily`, so that the number stays there.
pub(super) fn every(between: DurationRange) -> String {
    let low = between.low.node;
    if between.high.is_none() && is_one(low) && low.unit != TimeUnit::Day {
        return format!("every {}", Unit::Time(low.unit).name(false));
    }
    format!("every {}", range(between))
}

/// `daily`, `twice daily`, `2..3 times a week`, `at least once every 3 days`
fn often(times: Times, per: Duration) -> String {
    if times == Times::Exactly(1)
        && is_one(per)
        && let Some(word) = periodic(per.unit)
    {
        return word.to_owned();
    }
    let count = match times {
        Times::Exactly(times) => fold(times),
        Times::Between(low, high) => format!("{low}..{high} times"),
        Times::AtLeast(least, Some(better)) => format!("at least {least}..{better} times"),
        Times::AtLeast(times, None) => format!("at least {}", fold(times)),
        Times::AtMost(times) => format!("at most {}", fold(times)),
    };
    let unit = Unit::Time(per.unit).name(false);
    match per.unit {
        _ if !is_one(per) => format!("{count} every {}", duration(per)),
        TimeUnit::Day if !count.ends_with("times") => format!("{count} daily"),
        TimeUnit::Hour => format!("{count} an {unit}"),
        _ => format!("{count} a {unit}"),
    }
}

/// `once`, `twice`, `3 times`
pub(super) fn fold(times: u32) -> String {
    match times {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        more => format!("{more} times"),
    }
}

/// `per day`, `per 3 days`: of an amount.
pub(super) fn per(length: Duration) -> String {
    if is_one(length) {
        format!("per {}", Unit::Time(length.unit).name(false))
    } else {
        format!("per {}", duration(length))
    }
}

fn is_one(length: Duration) -> bool {
    length.amount == Number::whole(1)
}

fn periodic(unit: TimeUnit) -> Option<&'static str> {
    match unit {
        TimeUnit::Minute => None,
        TimeUnit::Hour => Some("hourly"),
        TimeUnit::Day => Some("daily"),
        TimeUnit::Week => Some("weekly"),
        TimeUnit::Month => Some("monthly"),
        TimeUnit::Year => Some("yearly"),
    }
}
