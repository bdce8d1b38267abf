//! What can be wrong with a scenario that reads.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};

/// Two scenarios have one name.
pub(super) fn twice(name: &Spanned<String>, first: Span) -> Diagnostic {
    Diagnostic::new(
        Code::ScenarioTwice,
        name.span,
        format!("two scenarios are called `{}`", name.node),
        "again",
    )
    .with_label(first, "first here")
    .with_help("give each a name of its own: a failure is told by it")
}

/// A scenario that cannot fail.
pub(super) fn expects_nothing(name: &Spanned<String>, span: Span) -> Diagnostic {
    let place = if name.span.start < span.end {
        name.span
    } else {
        span
    };
    Diagnostic::new(
        Code::ScenarioEmpty,
        place,
        format!("the scenario `{}` expects nothing", name.node),
        "no line of it has a `then`",
    )
    .with_help("write what the plan is to say, as in `on day 3 then avoid retinoids`")
}

/// A day that leaves the calendar.
pub(super) fn no_such_day(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::ImpossibleDate,
        span,
        "this day lies outside of the years 1900 to 2200",
        "out of range",
    )
    .with_help("count from the treatment, which is on day 0")
}

/// Nothing of this kind is given.
pub(super) fn given(span: Span, message: String, label: &str, help: &str) -> Diagnostic {
    Diagnostic::new(Code::ScenarioGiven, span, message, label).with_help(help)
}

/// A name that is nearly another one.
pub(super) fn did_you_mean(found: Diagnostic, span: Span, near: &str) -> Diagnostic {
    Diagnostic {
        help: Some(format!("did you mean `{near}`?")),
        ..found
    }
    .with_fix(span, near)
}
