//! How much, how often and where, in words.

use super::time::{duration, duration_range};
use crate::number::Number;
use crate::syntax::tree::{
    Duration, Frequency, FrequencyKind, Most, Places, Quantity, QuantityKind, Times,
};
use crate::vocabulary::Unit;

/// `on lips, eyes or mouth`, `on nose and around eyes`
pub(crate) fn places(places: &Places) -> String {
    let mut before = None;
    let sites = places.sites.iter().map(|site| {
        let again = before.replace(site.preposition) == Some(site.preposition);
        match again {
            true => site.name.text.clone(),
            false => format!("{} {}", site.preposition.word(), site.name.text),
        }
    });
    super::list(&sites.collect::<Vec<_>>(), places.word.word())
}

/// A unit's printed name, or the word as written where the table lacks it.
fn unit(word: &str, amount: Number) -> String {
    Unit::from_word(word).map_or_else(
        || word.to_owned(),
        |unit| unit.name(amount != Number::whole(1)).to_owned(),
    )
}

/// `10 to 15 minutes`, `10 minutes on, 10 minutes off`, `at most 8 a day`
pub(crate) fn quantity(quantity: &Quantity) -> String {
    match &quantity.kind {
        QuantityKind::Amount {
            bound,
            low,
            high,
            unit: word,
        } => {
            let bound = bound.map_or_else(String::new, |bound| format!("{} ", bound.word()));
            match high {
                Some(high) if high != low => {
                    format!("{bound}{low} to {high} {}", unit(&word.text, *high))
                }
                _ => format!("{bound}{low} {}", unit(&word.text, *low)),
            }
        }
        QuantityKind::OnOff { on, off } => {
            format!("{} on, {} off", duration(*on), duration(*off))
        }
        QuantityKind::AtMost {
            number,
            unit: word,
            per: span,
        } => {
            let word = word.as_ref().map_or_else(String::new, |word| {
                format!(" {}", unit(&word.text, *number))
            });
            format!("at most {number}{word} {}", per(*span))
        }
    }
}

/// `a day`, `every 2 days`
pub(crate) fn per(span: Duration) -> String {
    if span.amount != Number::whole(1) {
        return format!("every {}", duration(span));
    }
    let word = Unit::Time(span.unit).name(false);
    let article = if word.starts_with('h') { "an" } else { "a" };
    format!("{article} {word}")
}

/// `daily`, `twice a week`, `every 2 to 3 hours, as needed`
pub(crate) fn frequency(frequency: &Frequency) -> String {
    let rhythm = frequency.kind.as_ref().map(rhythm);
    let daytimes = frequency.daytime_words(|length| duration_range(&length));
    let daytimes = (!daytimes.is_empty()).then(|| super::list(&daytimes, "and"));
    let needed = frequency.as_needed.then(|| "as needed".to_owned());
    let most = frequency.most.as_ref().map(most);
    let apart = frequency
        .apart
        .map(|apart| format!("at least {} apart", duration(apart)));
    let parts = [rhythm, daytimes, most, apart, needed]
        .into_iter()
        .flatten();
    parts.collect::<Vec<_>>().join(", ")
}

/// `at most 4 times a day`, `at most 8 tablets a day`
fn most(most: &Most) -> String {
    let times = most.number.as_whole().filter(|_| most.unit.is_none());
    match times {
        Some(times) => several(Times::AtMost(times), most.per),
        None => quantity(&Quantity {
            kind: QuantityKind::AtMost {
                number: most.number,
                unit: most.unit.clone(),
                per: most.per,
            },
        }),
    }
}

fn rhythm(kind: &FrequencyKind) -> String {
    match kind {
        FrequencyKind::Times { times, per } => several(*times, *per),
        FrequencyKind::Every(range) => {
            let one = range.high.is_none() && range.low.node.amount == Number::whole(1);
            if one {
                format!("every {}", Unit::Time(range.low.node.unit).name(false))
            } else {
                format!("every {}", duration_range(range))
            }
        }
        FrequencyKind::EveryMoment(moments) => {
            let words: Vec<&str> = moments.iter().map(|moment| moment.word()).collect();
            format!("every {}", super::list(&words, "and"))
        }
        FrequencyKind::AfterEach(name) => format!("after each {}", name.text),
        FrequencyKind::BeforeEach(name) => format!("before each {}", name.text),
        FrequencyKind::Words(words) => words.clone(),
    }
}

fn several(times: Times, span: Duration) -> String {
    let day = span.amount == Number::whole(1) && Unit::Time(span.unit).name(false) == "day";
    let per = per(span);
    match times {
        Times::Exactly(1) if day => "daily".to_owned(),
        Times::Exactly(2) if day => "twice daily".to_owned(),
        Times::Exactly(1) => format!("once {per}"),
        Times::Exactly(2) => format!("twice {per}"),
        Times::Exactly(count) => format!("{count} times {per}"),
        Times::Between(low, high) if low == high => several(Times::Exactly(low), span),
        Times::Between(low, high) => format!("{low} to {high} times {per}"),
        Times::AtLeast(least, Some(better)) if better > least => {
            format!("at least {least} to {better} times {per}")
        }
        Times::AtLeast(count, _) => format!("at least {} {per}", count_word(count)),
        Times::AtMost(count) => format!("at most {} {per}", count_word(count)),
    }
}

/// `once`, `twice`, `3 times`
pub(crate) fn count_word(count: u32) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    }
}
