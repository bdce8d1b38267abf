//! A protocol read back to its author: what each sentence means, and on which dates.
//!
//! A word that is lost (`not`, `should`, `daily`, a digit) can leave a sentence that is valid and means
//! something else: nothing but reading it back guards against that. So every rule is said in other
//! words than its own, with all that has meaning and nothing else: two rules of different meaning
//! never read alike. The dates are the engine's ([`crate::eval`]), for a patient or for an example.
//!
//! ```
//! use aftercare_dsl::check::{Bundled, CheckOptions, check};
//! use aftercare_dsl::read::read_back;
//! use aftercare_dsl::render::{TextOptions, read_back as text};
//! use aftercare_dsl::source::Sources;
//!
//! let mut sources = Sources::new();
//! let rules = "import skin-care\nshould avoid makeup for 2 days\n";
//! let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &CheckOptions::default());
//! let protocol = checked.protocol.expect("the protocol has no errors");
//!
//! let read = read_back(&protocol, &sources, None).expect("every date is in range");
//! assert_eq!(
//!     read.rules[0].means[..2],
//!     [
//!         "Advice, not a ban.",
//!         "For 2 days, from the treatment (day 0) until the end of day 1: do not use makeup.",
//!     ]
//! );
//! let page = text(&read, &TextOptions::default());
//! assert!(page.contains("Dates: better not from 10:30 on Mon 1 Jun 2026 until the end of Tue 2 Jun;"));
//! ```

mod clause;
mod condition;
mod course;
mod covers;
mod dates;
mod declared;
mod head;
mod model;
mod names;
mod point;
mod rule;
mod unknown;
mod window;

pub use model::{
    Class, Comes, Dates, DatesFor, Declared, FORMAT, ForPatient, Header, Member, Part, ReadBack,
    Reading,
};

use chrono::{NaiveDate, NaiveTime};

use crate::check::{Head, Protocol, Rule, Window};
use crate::diagnostic::{Code, Diagnostic};
use crate::eval::Prepared;
use crate::eval::reading;
use crate::plan::Moment;
use crate::profile::Profile;
use crate::source::Sources;

/// The treatment of the worked example: 1 June 2026, a Monday, at 10:30. It is fixed, so that a
/// protocol reads the same on every day.
pub const EXAMPLE: Moment = Moment {
    date: match NaiveDate::from_ymd_opt(2026, 6, 1) {
        Some(date) => date,
        None => NaiveDate::MIN,
    },
    time: NaiveTime::from_hms_opt(10, 30, 0),
};

/// Reads a protocol back: with the dates and the answers of a patient, or with those of
/// [`EXAMPLE`]. A patient without a date of treatment has days and no dates.
///
/// `sources` are the texts that the protocol was checked with; they say where its declarations stand.
///
/// # Errors
///
/// The dates of the course would leave the years 1900 to 2200: a diagnostic at its sentence. Other
/// rules whose dates do say so themselves ([`Dates::OutOfRange`]).
pub fn read_back(
    protocol: &Protocol,
    sources: &Sources,
    patient: Option<&Profile>,
) -> Result<ReadBack, Diagnostic> {
    read_back_of(protocol, sources, patient, &|_| true)
}

/// [`read_back`] of those rules alone that are `wanted`.
///
/// # Errors
///
/// As [`read_back`].
pub fn read_back_of(
    protocol: &Protocol,
    sources: &Sources,
    patient: Option<&Profile>,
    wanted: &dyn Fn(&Rule) -> bool,
) -> Result<ReadBack, Diagnostic> {
    let example = Profile {
        treated: Some(EXAMPLE),
        ..Profile::default()
    };
    let profile = patient.unwrap_or(&example);
    let prepared = Prepared::new(protocol);
    let mut engine = reading::Reading::new(&prepared, profile).map_err(|(rule, _)| {
        Diagnostic::new(
            Code::DateOutOfRange,
            rule.span,
            "a date of this sentence leaves the years 1900 to 2200",
            "for the dates that it is read back with",
        )
        .with_help("check the treatment's date and the length that the sentence gives")
    })?;
    let rules = protocol
        .rules
        .iter()
        .filter(|rule| wanted(rule))
        .map(|rule| Reading {
            location: rule.location.clone(),
            label: rule.label.clone(),
            section: rule.section.clone(),
            written: rule.sentence.clone(),
            window_text: rule.window_text.clone(),
            means: rule::means(protocol, rule),
            grounds: rule::says_why(protocol, rule),
            covers: covers::covers(&protocol.vocabulary, rule),
            dates: dates::dates(protocol, &engine, rule),
            patient: patient.and_then(|_| dates::for_patient(protocol, &mut engine, rule)),
        })
        .collect();
    Ok(ReadBack {
        format: FORMAT,
        header: header(protocol),
        dates_for: match (patient, profile.treated) {
            (None, _) => DatesFor::Example(EXAMPLE),
            (Some(_), Some(treated)) => DatesFor::Patient(treated),
            (Some(_), None) => DatesFor::Undated,
        },
        declared: declared::declared(protocol, sources),
        rules,
        lineage: protocol.lineage.clone(),
    })
}

/// What a rule is and what it does, with or without when, in a sentence each.
pub(crate) fn in_short(protocol: &Protocol, rule: &Rule, when: bool) -> (String, String) {
    rule::in_short(protocol, rule, when)
}

/// What a rule means, in sentences.
pub(crate) fn means(protocol: &Protocol, rule: &Rule) -> Vec<String> {
    rule::means(protocol, rule)
}

/// Whether a rule has a time.
pub(crate) fn has_time(head: &Head, window: &Window) -> bool {
    head::has_time(head, window)
}

/// A rule's condition in words; none where it has none.
pub(crate) fn condition_words(protocol: &Protocol, rule: &Rule) -> Option<String> {
    let condition = &rule.condition;
    (!condition.is_truth()).then(|| condition::words(&protocol.vocabulary, condition))
}

/// Whether a rule, or a step of it, stands on a source.
fn cites(rule: &Rule, key: &String) -> bool {
    let steps = match &rule.head {
        Head::Steps { items, .. } => items.as_slice(),
        _ => &[],
    };
    let mut steps = steps.iter();
    rule.details.sources.contains(key) || steps.any(|step| step.sources.contains(key))
}

fn header(protocol: &Protocol) -> Header {
    let aftercare = match protocol.aftercare {
        Some(length) => format!(
            "A sentence that names no time holds for {}: from the treatment (day 0) {}.",
            reading::duration(length),
            window::end(length)
        ),
        None => "The header has no aftercare: a sentence that names no time has no end.".to_owned(),
    };
    let cited = |key: &String| {
        let mut rules = protocol.rules.iter();
        rules.any(|rule| cites(rule, key))
    };
    Header {
        file: protocol.file.clone(),
        title: protocol.title.clone(),
        version: protocol.version.clone(),
        treatment: protocol.treatment.clone(),
        aftercare,
        effective: protocol.effective,
        review_by: protocol.review_by,
        approved: protocol.approved.clone(),
        sources: protocol
            .sources
            .iter()
            .filter(|source| cited(&source.key))
            .cloned()
            .collect(),
    }
}
