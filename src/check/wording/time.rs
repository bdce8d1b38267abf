//! Spans of time and points in words.

use std::fmt::Write;

use crate::number::Number;
use crate::syntax::tree::{
    Ago, Anchor, Duration, DurationRange, Extent, Point, SessionWord, TimeUnit, Typical,
    TypicalTime, TypicalWord, Window, WindowKind,
};
use crate::vocabulary::Unit;

/// `days`, or `day` after one.
fn unit(amount: Number, unit: TimeUnit) -> &'static str {
    Unit::Time(unit).name(amount != Number::whole(1))
}

/// `7 days`
pub(crate) fn duration(duration: Duration) -> String {
    let mut text = String::new();
    push_duration(&mut text, duration);
    text
}

/// `5 to 7 days`
pub(crate) fn duration_range(range: &DurationRange) -> String {
    let mut text = String::new();
    push_range(&mut text, range);
    text
}

// Nearly every sentence says how long, so that these write to one text and not to one for each part.

fn push_number(text: &mut String, number: Number) {
    // Writing to a string cannot fail.
    let _ = write!(text, "{number}");
}

fn push_duration(text: &mut String, duration: Duration) {
    push_number(text, duration.amount);
    text.push(' ');
    text.push_str(unit(duration.amount, duration.unit));
}

fn push_range(text: &mut String, range: &DurationRange) {
    let low = range.low.node;
    let high = range.high.map(|high| high.node);
    match high.filter(|high| *high != low) {
        None => push_duration(text, low),
        Some(high) => {
            if high.unit == low.unit {
                push_number(text, low.amount);
            } else {
                push_duration(text, low);
            }
            text.push_str(" to ");
            push_duration(text, high);
        }
    }
}

fn push_extent(text: &mut String, extent: &Extent) {
    match extent {
        Extent::Range(range) => push_range(text, range),
        Extent::AtLeast { minimum, better } => {
            text.push_str("at least ");
            push_duration(text, minimum.node);
            if let Some(better) = better {
                text.push_str(", better ");
                push_duration(text, better.node);
            }
        }
        Extent::Vague(vague) => text.push_str(&vague.words),
        Extent::UpTo(most) => {
            text.push_str("up to ");
            push_duration(text, most.node);
        }
    }
}

/// `for about 5 to 7 days`
fn for_extent(about: bool, extent: &Extent) -> String {
    let mut text = String::from(if about { "for about " } else { "for " });
    push_extent(&mut text, extent);
    text
}

/// `for 5 to 7 days`, `until healed, at least 3 days`
pub(crate) fn window(window: &Window) -> String {
    match &window.kind {
        WindowKind::For(length) => for_extent(window.about, length),
        WindowKind::ForBefore(length) => for_extent(window.about, length) + " before",
        WindowKind::ForAround { before, after } => {
            let mut text = for_extent(window.about, before) + " before and ";
            push_extent(&mut text, after);
            text + " after"
        }
        WindowKind::OnDays { first, last } => match last {
            Some(last) if last.node != first.node => {
                format!("on days {} to {}", first.node, last.node)
            }
            _ => format!("on day {}", first.node),
        },
        WindowKind::From {
            from,
            at_least,
            until,
            length,
        } => {
            let least = at_least.as_ref().map_or_else(String::new, |least| {
                format!(", at least {}", duration(least.node))
            });
            let until = until.as_ref().map_or_else(String::new, |until| {
                format!(" until {}", point(&until.node))
            });
            let length = length.as_ref().map_or_else(String::new, |length| {
                format!(" {}", for_extent(window.about, length))
            });
            let usually = match (window.about, length.is_empty()) {
                (true, true) => "usually ",
                _ => "",
            };
            format!("{usually}from {}{least}{until}{length}", point(&from.node))
        }
        WindowKind::Until { .. } => until(&window.kind),
        WindowKind::Today => "today".to_owned(),
        WindowKind::At(when) => format!("at {}", point(&when.node)),
        WindowKind::Tonight => "tonight".to_owned(),
        WindowKind::ForTheCourse => "for the course".to_owned(),
        WindowKind::BetweenSessions => "between sessions".to_owned(),
        WindowKind::BeforeTreatment => "before treatment".to_owned(),
        WindowKind::Always => "always".to_owned(),
    }
}

/// `usually for 3 days, most on day 2`
pub(crate) fn typical(all: &[Typical]) -> String {
    let words: Vec<String> = all.iter().map(one_typical).collect();
    words.join(", ")
}

fn one_typical(one: &Typical) -> String {
    let word = match one.word {
        TypicalWord::Mostly => "most",
        other => other.word(),
    };
    match &one.when {
        TypicalTime::Window(when) => format!("{word} {}", window(when)),
        TypicalTime::Length { about, length } => {
            let about = if *about { "about " } else { "" };
            format!("{word} {about}{}", duration_range(length))
        }
        TypicalTime::Point(when) => format!("{word} {}", point(&when.node)),
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

/// `about 6 weeks after treatment`
pub(crate) fn about_point(about: bool, at_least: bool, at: &Point) -> String {
    let word = match (about, at_least) {
        (true, _) => "about ",
        (_, true) => "at least ",
        _ => "",
    };
    format!("{word}{}", point(at))
}

/// `day 5`, `6 months after isotretinoin last taken`, `24 hours`, `healed`
pub(crate) fn point(point: &Point) -> String {
    match point {
        Point::Day(day) => format!("day {}", day.node),
        Point::NextMorning => "next morning".to_owned(),
        Point::Latest(points) => {
            let words: Vec<String> = points.iter().map(|one| self::point(&one.node)).collect();
            super::list(&words, "and")
        }
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
