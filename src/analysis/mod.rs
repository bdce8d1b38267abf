//! What holds of a checked protocol for every patient at once: sentences that no patient is ever under,
//! and sentences of which one holds back another, each with an example.
//!
//! Nothing is sampled. A patient of whom nothing is known is evaluated, which gives for each sentence when
//! it holds and what that hangs on (see [`eval`](crate::eval)); two sentences meet where their times do
//! and both can be so. Each example is evaluated again as a patient of its own before it is told.
//!
//! Two protocols are compared in the same way: [`diff()`] says which answers, duties and warnings of the one are looser,
//! stricter or different in the other.
//!
//! What is not decided is left out, never told as clean or as wrong: conditions that are too large
//! ([`NODE_LIMIT`](crate::eval::NODE_LIMIT); checking warns of them), several events on different days,
//! and what hangs on the products of a patient.

mod cause;
mod diff;
mod expected;
mod shown;
mod told;

use crate::check::{Checked, Protocol, accepts, accepts_nothing};
use crate::diagnostic::{Code, Diagnostic};
pub use crate::eval::every::Turn;
pub use crate::eval::every::{
    AllHeldBack, Compared, Endless, Gap, HeldBack, Implied, Instead, LIMIT, Looks, Looser, Never,
    Unasked, endless, gaps, held_back, held_back_by, implied, looser, never, unasked,
};
use crate::scenario;
use crate::span::Span;
use cause::Found;
pub use diff::{
    Affected, CONFIRMED, Change, Comparison, DIFF_FORMAT, Days, Diff, DiffExample, Met, MetDays,
    OldOrNew, Unchanged, Undecided, diff,
};
use shown::Shown;

/// What is found of a protocol, in the order of its sentences: warnings, as those of
/// [`check`](crate::check::check) are.
///
/// ```
/// use aftercare_dsl::analysis::findings;
/// use aftercare_dsl::check::{Bundled, CheckOptions, check};
/// use aftercare_dsl::source::Sources;
///
/// let mut sources = Sources::new();
/// let rules = "import skin-care\navoid makeup for 3 days if pregnant\nallow makeup from 2 days\n";
/// let options = CheckOptions::default();
/// let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &options);
/// let protocol = checked.protocol.expect("the protocol has no errors");
/// let found = findings(&protocol);
/// let help = found[0].help.as_deref().expect("it says of whom");
/// assert!(help.starts_with("for a patient, pregnant, on day 2"), "{help}");
/// ```
#[must_use]
pub fn findings(protocol: &Protocol) -> Vec<Diagnostic> {
    let (found, undecided) = cause::all(protocol);
    told(&mut Shown::of(protocol), found, undecided)
}

/// What is found, in words: what has one cause is one finding.
fn told(shown: &mut Shown<'_>, found: Vec<Found<'_>>, undecided: bool) -> Vec<Diagnostic> {
    let groups = cause::by_cause(found);
    let mut told: Vec<Diagnostic> = groups
        .into_iter()
        .filter_map(|group| told::told(shown, group))
        .collect();
    if let (true, Some(first)) = (undecided, shown.protocol.rules.first()) {
        told.push(
            Diagnostic::new(
                Code::HeldBack,
                first.span,
                "so many sentences meet that not all pairs of them were looked at",
                "whether more is found is not decided",
            )
            .with_help("mend what is told, or split the protocol, and check again"),
        );
    }
    told.sort_by_key(|one| one.span().map(|span| (span.source, span.start)));
    told
}

/// All that a check found, and what is found of its protocol and in its scenarios: file by file, from top to
/// bottom. What its sentence accepts is left out; an `accept` that silences nothing is told.
#[must_use]
pub fn with_findings(checked: &Checked) -> Vec<Diagnostic> {
    let mut all = checked.diagnostics.clone();
    if let Some(protocol) = &checked.protocol {
        let (mut found, undecided) = cause::all(protocol);
        // What stands twice word for word is told already.
        let twice = |place: (Code, Span)| {
            let mut known = checked.diagnostics.iter();
            place.0 == Code::Implied
                && known.any(|known| {
                    known.code == Code::RepeatedSentence && known.span() == Some(place.1)
                })
        };
        found.retain(|one| !one.place().is_some_and(twice));
        // A sentence accepts what is found of it, whatever else has the same cause.
        let mut accepted = protocol.accepted.clone();
        found.retain(|one| {
            let place = one.place();
            !place.is_some_and(|(code, span)| accepts(&mut accepted, code, span))
        });
        let mut shown = Shown::of(protocol);
        let mut found = told(&mut shown, found, undecided);
        expected::shown(&mut shown, &mut all);
        all.append(&mut found);
        all.extend(accepts_nothing(&accepted));
    }
    // Scenarios about another protocol are read with that: see `scenario::suite`.
    let own = scenario::about(&checked.file).is_none();
    let scenarios = checked.protocol.iter().filter(|_| own);
    all.extend(scenarios.flat_map(|protocol| scenario::read(protocol, &checked.file).1));
    all.sort_by_key(|one| one.span().map(|span| (span.source, span.start, span.end)));
    all
}
