//! What holds of a checked protocol for every patient at once: sentences that no patient is ever under,
//! and sentences of which one holds back another, each with an example.
//!
//! Nothing is sampled. A patient of whom nothing is known is evaluated, which gives for each sentence when
//! it holds and what that hangs on (see [`eval`](crate::eval)); two sentences meet where their times do
//! and both can be so. Each example is evaluated again as a patient of its own before it is told.
//!
//! What is not decided is left out, never told as clean or as wrong: conditions that are too large
//! ([`NODE_LIMIT`](crate::eval::NODE_LIMIT); checking warns of them), several events on different days,
//! and what hangs on the products of a patient.

use crate::check::{Checked, Protocol};
use crate::diagnostic::{Code, Diagnostic};
pub use crate::eval::every::{AllHeldBack, HeldBack, LIMIT, Never, held_back, never};
use crate::scenario;

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
/// assert!(help.starts_with("for a patient (pregnant), on day 2"), "{help}");
/// ```
#[must_use]
pub fn findings(protocol: &Protocol) -> Vec<Diagnostic> {
    let nobody = never(protocol)
        .into_iter()
        .map(|one| applies_to_nobody(&one));
    let mut found: Vec<Diagnostic> = nobody.collect();
    let held_back = held_back(protocol);
    let by_sentence = (held_back.found).chunk_by(|one, next| one.held.span == next.held.span);
    found.extend(by_sentence.filter_map(is_held_back));
    if let (true, Some(first)) = (held_back.undecided, protocol.rules.first()) {
        found.push(
            Diagnostic::new(
                Code::HeldBack,
                first.span,
                "so many sentences meet that not all pairs of them were looked at",
                "whether more are held back is not decided",
            )
            .with_help("mend what is told, or split the protocol, and check again"),
        );
    }
    found.sort_by_key(|one| one.span().map(|span| span.start));
    found
}

/// All that a check found, and what is found of its protocol and in its scenarios: file by file, from top to bottom.
#[must_use]
pub fn with_findings(checked: &Checked) -> Vec<Diagnostic> {
    let mut all = checked.diagnostics.clone();
    all.extend(checked.protocol.iter().flat_map(findings));
    // Scenarios about another protocol are read with that: see `scenario::suite`.
    let own = scenario::about(&checked.file).is_none();
    let scenarios = checked.protocol.iter().filter(|_| own);
    all.extend(scenarios.flat_map(|protocol| scenario::read(protocol, &checked.file).1));
    all.sort_by_key(|one| one.span().map(|span| (span.source, span.start, span.end)));
    all
}

/// The sentences under one condition that no patient meets.
fn applies_to_nobody(never: &Never<'_>) -> Diagnostic {
    let others = match never.more {
        0 => String::new(),
        1 => ", which one other shares".to_owned(),
        more => format!(", which {more} others share"),
    };
    let help = match &never.apart {
        Some((one, other)) => {
            format!(
                "`{one}` and `{other}` are never so together: change one of them, or write `or`"
            )
        }
        None => "change its `if`, or the `when`s around it: together they exclude each patient"
            .to_owned(),
    };
    let message = format!("no patient meets the condition of this sentence{others}");
    Diagnostic::new(
        Code::NeverApplies,
        never.rule.span,
        message,
        "never in a plan",
    )
    .with_help(help)
}

/// What one sentence asks for or permits, and the restrictions that hold it back: one finding, with the
/// patient of the worst of them.
fn is_held_back(all: &[HeldBack<'_>]) -> Option<Diagnostic> {
    let worst = all
        .iter()
        .find(|one| one.altogether)
        .or_else(|| all.first())?;
    let message = if worst.altogether {
        "a restriction leaves nothing of this sentence"
    } else {
        "a restriction cuts the time that this sentence says"
    };
    let patient = match worst.facts.as_slice() {
        [] => "any patient".to_owned(),
        facts => format!("a patient ({})", facts.join(", ")),
    };
    let help = format!(
        "for {patient}, on day {}: let it start where the restriction ends, or leave one of the two out",
        worst.day
    );
    let mut finding = Diagnostic::new(Code::HeldBack, worst.held.span, message, "held back");
    for one in all {
        finding = finding.with_label(one.by.span, "by this restriction");
    }
    Some(finding.with_help(help))
}
