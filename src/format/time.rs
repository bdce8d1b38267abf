//! Lengths of time and points in time.

use super::name::name;
use crate::number::Number;
use crate::span::Spanned;
use crate::syntax::tree::{Ago, Anchor, Duration, DurationRange, Extent, Point, SessionWord};
use crate::vocabulary::Unit;

/// `7 days`
pub(crate) fn duration(duration: Duration) -> String {
    let plural = duration.amount != Number::whole(1);
    let unit = Unit::Time(duration.unit).name(plural);
    format!("{} {unit}", duration.amount)
}

/// `7 days`, `4..6 weeks`, `24 hours..3 days`
pub(super) fn range(range: DurationRange) -> String {
    let low = range.low.node;
    match range.high.map(|high| high.node) {
        None => duration(low),
        Some(high) if high.unit == low.unit => format!("{}..{}", low.amount, duration(high)),
        Some(high) => format!("{}..{}", duration(low), duration(high)),
    }
}

/// `5..7 days`, `at least 24 hours, better 48 hours`, `up to 3 months`
pub(super) fn extent(extent: &Extent) -> String {
    match extent {
        Extent::Range(between) => range(*between),
        Extent::AtLeast { minimum, better } => {
            let minimum = format!("at least {}", duration(minimum.node));
            match better {
                Some(better) => format!("{minimum}, better {}", duration(better.node)),
                None => minimum,
            }
        }
        Extent::Vague(vague) => vague.words.clone(),
        Extent::UpTo(most) => format!("up to {}", duration(most.node)),
    }
}

/// `day 5`, `24 hours`, `2..3 days after swelling`, `healed`, `next morning`
pub(super) fn point(point: &Point) -> String {
    match point {
        Point::Day(day) => format!("day {}", day.node),
        Point::NextMorning => "next morning".to_owned(),
        Point::Latest(points) => latest(points),
        Point::Offset {
            distance: None,
            anchor: from,
            ..
        } => anchor(&from.node),
        Point::Offset {
            distance: Some(distance),
            ago,
            anchor: from,
        } => match (ago, &from.node) {
            (Ago::After, Anchor::Treatment) => range(*distance),
            (Ago::After, from) => format!("{} after {}", range(*distance), anchor(from)),
            (Ago::Before, from) => format!("{} before {}", range(*distance), anchor(from)),
        },
    }
}

/// `healed, calm and 2 days`
fn latest(points: &[Spanned<Point>]) -> String {
    let words: Vec<String> = points.iter().map(|one| point(&one.node)).collect();
    match words.split_last() {
        Some((last, first)) => format!("{} and {last}", first.join(", ")),
        None => String::new(),
    }
}

/// `treatment`, `next session`, `isotretinoin last taken`, `healed`
pub(super) fn anchor(anchor: &Anchor) -> String {
    match anchor {
        Anchor::Treatment => "treatment".to_owned(),
        Anchor::Named(what) => name(what),
        Anchor::LastTaken(what) => format!("{} last taken", name(what)),
        Anchor::Session(word) => format!("{} session", session(*word)),
        Anchor::Bedtime => "bedtime".to_owned(),
    }
}

fn session(word: SessionWord) -> &'static str {
    match word {
        SessionWord::Previous => "previous",
        SessionWord::This => "this",
        SessionWord::Next => "next",
        SessionWord::First => "first",
        SessionWord::Final => "final",
    }
}
