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

mod diff;
mod shown;
mod told;

use crate::check::{Checked, Protocol, accepts_nothing, silence};
use crate::diagnostic::{Code, Diagnostic};
pub use crate::eval::every::Turn;
pub use crate::eval::every::{
    AllHeldBack, Compared, Endless, Gap, HeldBack, Implied, Instead, LIMIT, Looks, Looser, Never,
    Unasked, endless, gaps, held_back, held_back_by, implied, looser, never, unasked,
};
use crate::scenario;
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
    let mut looks = Looks::default();
    let mut shown = Shown::of(protocol);
    let mut found: Vec<Diagnostic> = never(protocol).iter().map(told::never).collect();
    let held_back = held_back(protocol);
    let by_sentence = (held_back.found).chunk_by(|one, next| one.span == next.span);
    found.extend(by_sentence.filter_map(|all| told::held_back(&mut shown, all)));
    let implied = implied(protocol, &mut looks);
    found.extend(implied.iter().map(|one| told::implied(&mut shown, one)));
    let gaps = gaps(protocol, &mut looks);
    found.extend(gaps.iter().map(|one| told::gap(&mut shown, one)));
    let endless = endless(protocol);
    found.extend(endless.iter().map(|one| told::endless(&mut shown, one)));
    found.extend(
        unasked(protocol)
            .iter()
            .map(|one| told::unasked(protocol, one)),
    );
    if let (true, Some(first)) = (
        held_back.undecided || looks.undecided,
        protocol.rules.first(),
    ) {
        found.push(
            Diagnostic::new(
                Code::HeldBack,
                first.span,
                "so many sentences meet that not all pairs of them were looked at",
                "whether more is found is not decided",
            )
            .with_help("mend what is told, or split the protocol, and check again"),
        );
    }
    found.sort_by_key(|one| one.span().map(|span| (span.source, span.start)));
    found
}

/// All that a check found, and what is found of its protocol and in its scenarios: file by file, from top to
/// bottom. What its sentence accepts is left out; an `accept` that silences nothing is told.
#[must_use]
pub fn with_findings(checked: &Checked) -> Vec<Diagnostic> {
    let mut all = checked.diagnostics.clone();
    if let Some(protocol) = &checked.protocol {
        let mut found = findings(protocol);
        // What stands twice word for word is told already.
        let twice = |one: &Diagnostic| {
            let mut known = checked.diagnostics.iter();
            known.any(|known| known.code == Code::RepeatedSentence && known.span() == one.span())
        };
        found.retain(|one| one.code != Code::Implied || !twice(one));
        let mut accepted = protocol.accepted.clone();
        silence(&mut accepted, &mut found);
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
