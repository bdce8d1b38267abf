//! Spans of time and points in words.

use crate::number::Number;
use crate::syntax::tree::{
    Ago, Anchor, Duration, DurationRange, Extent, Point, SessionWord, TimeUnit, Window, WindowKind,
};
use crate::vocabulary::Unit;

/// `days`, or `day` after one.
fn unit(amount: Number, unit: TimeUnit) -> &'static str {
    Unit::Time(unit).name(amount != Number::whole(1))
}

/// `7 days`
pub(crate) fn duration(duration: Duration) -> String {
    let word = unit(duration.amount, duration.unit);
    format!("{} {word}", duration.amount)
}

/// `5 to 7 days`
pub(crate) fn duration_range(range: &DurationRange) -> String {
    let low = range.low.node;
    match range.high.map(|high| high.node) {
        None => duration(low),
        Some(high) if high == low => duration(low),
        Some(high) if high.unit == low.unit => format!("{} to {}", low.amount, duration(high)),
        Some(high) => format!("{} to {}", duration(low), duration(high)),
    }
}

fn extent(extent: &Extent) -> String {
    match extent {
        Extent::Range(range) => duration_range(range),
        Extent::AtLeast { minimum, better } => {
            let better = better.map_or_else(String::new, |better| {
                format!(", better {}", duration(better.node))
            });
            format!("at least {}{better}", duration(minimum.node))
        }
        Extent::UpTo(most) => format!("up to {}", duration(most.node)),
    }
}

/// `for 5 to 7 days`, `until healed, at least 3 days`
pub(crate) fn window(window: &Window) -> String {
    let about = if window.about { "about " } else { "" };
    match &window.kind {
        WindowKind::For(length) => format!("for {about}{}", extent(length)),
        WindowKind::ForBefore(length) => format!("for {about}{} before", extent(length)),
        WindowKind::ForAround { before, after } => format!(
            "for {about}{} before and {} after",
            extent(before),
            extent(after)
        ),
        WindowKind::OnDays { first, last } => match last {
            Some(last) if last.node != first.node => {
                format!("on days {} to {}", first.node, last.node)
            }
            _ => format!("on day {}", first.node),
        },
        WindowKind::From {
            from,
            until,
            length,
        } => {
            let until = until.as_ref().map_or_else(String::new, |until| {
                format!(" until {}", point(&until.node))
            });
            let length = length.as_ref().map_or_else(String::new, |length| {
                format!(" for {about}{}", extent(length))
            });
            format!("from {}{until}{length}", point(&from.node))
        }
        WindowKind::Until { .. } => until(&window.kind),
        WindowKind::Today => "today".to_owned(),
        WindowKind::Tonight => "tonight".to_owned(),
        WindowKind::ForTheCourse => "for the course".to_owned(),
        WindowKind::BetweenSessions => "between sessions".to_owned(),
        WindowKind::BeforeTreatment => "before treatment".to_owned(),
        WindowKind::Always => "always".to_owned(),
    }
}

/// `until healed, at least 3 days, usually 5 to 7 days`
fn until(kind: &WindowKind) -> String {
    let WindowKind::Until {
        until,
        at_least,
        at_most,
        usually,
    } = kind
    else {
        return String::new();
    };
    let mut text = format!("until {}", point(&until.node));
    for (word, bound) in [("at least", at_least), ("at most", at_most)] {
        if let Some(bound) = bound {
            text.push_str(&format!(", {word} {}", duration(bound.node)));
        }
    }
    if let Some(usually) = usually {
        text.push_str(&format!(", usually {}", duration_range(usually)));
    }
    text
}

/// `day 5`, `6 months after isotretinoin last taken`, `24 hours`, `healed`
pub(crate) fn point(point: &Point) -> String {
    match point {
        Point::Day(day) => format!("day {}", day.node),
        Point::NextMorning => "next morning".to_owned(),
        Point::Offset {
            distance: None,
            anchor: at,
            ..
        } => anchor(&at.node),
        Point::Offset {
            distance: Some(distance),
            ago,
            anchor: at,
        } => {
            let distance = duration_range(distance);
            match (ago, &at.node) {
                (Ago::After, Anchor::Treatment) => format!("{distance} after treatment"),
                (Ago::After, other) => format!("{distance} after {}", anchor(other)),
                (Ago::Before, other) => format!("{distance} before {}", anchor(other)),
            }
        }
    }
}

fn anchor(anchor: &Anchor) -> String {
    match anchor {
        Anchor::Treatment => "treatment".to_owned(),
        Anchor::Named(name) => name.text.clone(),
        Anchor::LastTaken(name) => format!("{} last taken", name.text),
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
