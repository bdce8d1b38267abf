//! Windows.

use super::time::{anchor, duration, extent, point, range};
use crate::span::Spanned;
use crate::syntax::tree::{
    Ago, Anchor, Duration, DurationRange, Extent, Point, Window, WindowKind,
};

/// `for 7 days`, `from day 1`, `until healed, at least 3 days`
pub(super) fn window(window: &Window) -> String {
    let about = if window.about { "about " } else { "" };
    match &window.kind {
        WindowKind::For(length) => format!("for {about}{}", extent(length)),
        WindowKind::ForBefore(length) => format!("for {about}{} before", extent(length)),
        WindowKind::ForAround { before, after } => {
            let (before, after) = (extent(before), extent(after));
            format!("for {about}{before} before and {after} after")
        }
        WindowKind::OnDays { first, last } => match last {
            None => format!("on day {}", first.node),
            Some(last) => format!("on days {}..{}", first.node, last.node),
        },
        WindowKind::From {
            from,
            at_least,
            until,
            length,
        } => {
            let until = until.as_deref();
            starting(about, &from.node, *at_least, until, length.as_deref())
        }
        WindowKind::Until {
            until,
            at_least,
            at_most,
            usually,
        } => bounded(
            &until.node,
            *at_least,
            *at_most,
            usually.as_deref().copied(),
        ),
        WindowKind::Today => "today".to_owned(),
        WindowKind::At(when) => format!("at {}", point(&when.node)),
        WindowKind::Tonight => "tonight".to_owned(),
        WindowKind::ForTheCourse => "for the course".to_owned(),
        WindowKind::BetweenSessions => "between sessions".to_owned(),
        WindowKind::BeforeTreatment => "before treatment".to_owned(),
        WindowKind::Always => "always".to_owned(),
    }
}

/// `from day 1 until healed`, `from healed for 2 weeks`, `for about 2 weeks from healed`,
/// `for 3 weeks before next session`
fn starting(
    about: &str,
    from: &Point,
    at_least: Option<Spanned<Duration>>,
    until: Option<&Spanned<Point>>,
    length: Option<&Extent>,
) -> String {
    if let (Some((distance, what)), None, None) = (just_before(from, until), length, at_least) {
        return format!("for {about}{} before {}", range(distance), anchor(what));
    }
    let mut from = point(from);
    if let Some(least) = at_least {
        from.push_str(&format!(", at least {}", duration(least.node)));
    }
    match (length, until) {
        (Some(length), _) if !about.is_empty() => {
            format!("for {about}{} from {from}", extent(length))
        }
        (Some(length), _) => format!("from {from} for {}", extent(length)),
        (None, Some(until)) => format!("from {from} until {}", point(&until.node)),
        (None, None) if !about.is_empty() => format!("usually from {from}"),
        (None, None) => format!("from {from}"),
    }
}

/// A stretch of time that ends at what it is counted back from.
fn just_before<'a>(
    from: &'a Point,
    until: Option<&Spanned<Point>>,
) -> Option<(DurationRange, &'a Anchor)> {
    let Point::Offset {
        distance: Some(distance),
        ago: Ago::Before,
        anchor: start,
    } = from
    else {
        return None;
    };
    let ends_there = matches!(
        &until?.node,
        Point::Offset {
            distance: None,
            anchor: end,
            ..
        } if end == start && start.node != Anchor::Treatment
    );
    ends_there.then_some((*distance, &start.node))
}

/// `until healed, at least 3 days, at most 10 days, usually 5..7 days`
fn bounded(
    until: &Point,
    at_least: Option<Spanned<Duration>>,
    at_most: Option<Spanned<Duration>>,
    usually: Option<DurationRange>,
) -> String {
    let mut out = format!("until {}", point(until));
    if let Some(least) = at_least {
        out.push_str(&format!(", at least {}", duration(least.node)));
    }
    if let Some(most) = at_most {
        out.push_str(&format!(", at most {}", duration(most.node)));
    }
    if let Some(between) = usually {
        out.push_str(&format!(", usually {}", range(between)));
    }
    out
}
