//! A plan as FHIR R4 (4.0.1), for the clinic's systems: a `collection` Bundle of a CarePlan and what belongs to it.
//!
//! R4 and no later version: R5 has no `CarePlan.activity.detail`. Nothing is coded that R4's own required value sets do not
//! code: what a protocol says stands in texts, since a code that nearly fits would be read as what it stands for. Days are
//! local days without a time, as FHIR allows, for a time would need a zone; where hours count, the text has them, and the
//! entry has each day that any part of is in it. Both ends of a period are in it. An end that nobody knows is left out, and
//! the entry says why. What is open is said in the text that names the entry, in its reason and in its description, and
//! `doNotPerform` is never `false`: a restriction has `true`, advice not to do something, too, because a missing one
//! reads as "do it".
//!
//! The bundle is named by the plan's secret ([`Key`](super::Key)), as events of a calendar are, and not by a hash of what
//! is known of the patient, which whoever guesses well could make again. The subject is a name of that kind, too: a
//! clinic's system puts its own in its place. The day of issue is given and never taken from the clock, so that the same
//! inputs give the same bytes; each issue has names of its own, and a later one `replaces` the one before.
//!
//! A plan of a treatment that is refused or put off has no bundle: systems take each activity of a CarePlan for
//! something to be done, whatever a text beside it says. A plan without a treatment date has no days, and none either.
//!
//! | in the plan | in the bundle |
//! |---|---|
//! | `treatments` | `CarePlan.title`, `instantiatesCanonical`, `period`; dates and status of the protocol in the Provenance |
//! | `directives` that restrict | an activity for each window, `kind` ServiceRequest, `doNotPerform: true` |
//! | `directives` that ask for something, or limit it | an activity for each window, `kind` Task |
//! | windows before the next session | the same, named so |
//! | `directives` that permit | `CarePlan.note`: an activity would be something to be done |
//! | what other lines leave nothing of | `CarePlan.note` |
//! | `steps` | an activity for each window, `kind` Task, the steps in its description |
//! | the course, `maintenance` | an activity with a timing, and one with the days between which to book, `kind` Appointment; in words, with what is done of it, in one `CarePlan.note` |
//! | `visits` | an activity with the days between which to book, `kind` Appointment |
//! | `red_flags` | a CommunicationRequest each; reported ones in `CarePlan.description`, too |
//! | `things` | a CommunicationRequest for each day on which things are free again; all of them, and the patient's own and prescribed ones, in `CarePlan.note` |
//! | `before_treatment`, `expectations`, `notes`, `can_be_added`, `for_the_clinic`, `not_covered`, `clashes`, `changes`, `loosened`, `warnings` | `CarePlan.note`, an item each |
//! | `sources` | one `CarePlan.note` with all of them |
//! | `questions` | a Questionnaire, an item each |
//! | `status`, `status_reasons`, `on` | `CarePlan.description` |
//! | `engine`, `fingerprint`, facts used | the Provenance |
//! | `format` | left out: it is that of another format |
//!
//! `CarePlan.text` says all of it again, for whoever shows nothing else.

mod activity;
mod care_plan;
mod course;
mod definition;
mod message;
mod narrative;
mod origin;
mod provenance;
mod questionnaire;
mod resource;
#[cfg(test)]
mod tests;

pub use definition::{FhirDefinition, Unsaid as FhirUnsaid, fhir_definition};

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::Key;
use super::json::pretty;
use crate::check::Protocol;
use crate::plan::Plan;
use resource::{Bundle, Entry, Identifier, Instant, Reference, Resource, Said};

/// One giving out of a plan's bundle.
#[derive(Debug, Clone)]
pub struct FhirIssue {
    /// The plan's secret, of which all names in the bundle are made.
    pub key: Key,
    /// Which it is: 1 for the first, at least 1.
    pub number: u32,
    /// The local day on which it is given out.
    pub day: NaiveDate,
    /// The same as a moment with its zone, where both are known.
    pub at: Option<DateTime<FixedOffset>>,
}

/// Why a plan has no bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoBundle {
    /// There is no treatment date, from which all days are counted.
    NoTreatmentDate,
    /// The protocol refuses or defers the treatment.
    Withheld,
}

/// A plan as a bundle of FHIR R4 resources, JSON. `protocols` are those that the plan is of, in their order.
///
/// ```
/// use aftercare_dsl::check::{Bundled, CheckOptions, check};
/// use aftercare_dsl::eval::evaluate;
/// use aftercare_dsl::profile;
/// use aftercare_dsl::render::{FhirIssue, Key, fhir};
/// use aftercare_dsl::source::Sources;
///
/// let mut sources = Sources::new();
/// let options = CheckOptions::default();
/// let rules = "import skin-care\navoid retinoids for 7 days\n";
/// let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &options);
/// let protocol = checked.protocol.expect("no errors; `checked.diagnostics` holds them");
/// let patient = "treated = 2026-06-01\n";
/// let source = sources.add("patient.toml", patient);
/// let (patient, _) = profile::read(source, "patient.toml", patient, &protocol.vocabulary);
/// let plan = evaluate(&protocol, &patient, None).expect("the date is in range");
/// let issue = FhirIssue {
///     key: Key::new(b"a secret of this plan alone").expect("16 bytes or more"),
///     number: 1,
///     day: "2026-06-01".parse().expect("a date"),
///     at: None,
/// };
/// let bundle = fhir(&plan, &[&protocol], &issue).expect("a treatment date, and nothing refused");
/// let bundle: serde_json::Value = serde_json::from_str(&bundle).expect("JSON");
/// let detail = &bundle["entry"][0]["resource"]["activity"][0]["detail"];
/// assert_eq!(detail["doNotPerform"], true);
/// assert_eq!(detail["scheduledPeriod"]["end"], "2026-06-07");
/// ```
///
/// # Errors
///
/// There is no treatment date, or the protocol refuses or defers the treatment.
pub fn fhir(plan: &Plan, protocols: &[&Protocol], issue: &FhirIssue) -> Result<String, NoBundle> {
    if plan.is_withheld() {
        return Err(NoBundle::Withheld);
    }
    let dated = plan.treatments.iter().any(|one| one.treated.is_some());
    if !dated {
        return Err(NoBundle::NoTreatmentDate);
    }
    let maker = Maker {
        plan,
        protocols,
        issue,
    };
    let mut bundle = pretty(&maker.bundle());
    bundle.push('\n');
    Ok(bundle)
}

/// What all resources of a bundle are made of.
#[derive(Clone, Copy)]
struct Maker<'a> {
    plan: &'a Plan,
    protocols: &'a [&'a Protocol],
    issue: &'a FhirIssue,
}

/// The name of the CarePlan among those of an issue.
const CARE_PLAN: &str = "care plan";

impl Maker<'_> {
    fn bundle(self) -> Bundle {
        let care_plan = self.urn(CARE_PLAN);
        let messages = self.messages();
        let questionnaire = self.questionnaire();
        let mut entry: Vec<Entry> = Vec::new();
        let urls: Vec<String> = messages.iter().map(|one| one.full_url.clone()).collect();
        entry.extend(messages);
        entry.extend(questionnaire);
        let questions = match entry.get(urls.len()) {
            Some(one) => vec![Reference::to(&one.full_url)],
            None => Vec::new(),
        };
        let plan = Resource::CarePlan(Box::new(self.care_plan(&urls, questions)));
        entry.insert(
            0,
            Entry {
                full_url: care_plan,
                resource: plan,
            },
        );
        let targets: Vec<Reference> = entry
            .iter()
            .map(|one| Reference::to(&one.full_url))
            .collect();
        entry.push(Entry {
            full_url: self.urn("provenance"),
            resource: Resource::Provenance(Box::new(self.provenance(targets))),
        });
        Bundle {
            resource_type: "Bundle",
            identifier: Identifier::uri(self.urn("bundle")),
            kind: "collection",
            timestamp: self.issue.at.map(Instant),
            entry,
        }
    }

    /// The name of an item of this issue.
    fn urn(self, item: &str) -> String {
        self.urn_of(self.issue.number, item)
    }

    /// The name of an item of an issue.
    fn urn_of(self, number: u32, item: &str) -> String {
        let item = format!("fhir\n{number}\n{item}");
        format!("urn:uuid:{}", self.issue.key.name(&item))
    }

    /// The patient: a name that stays over all issues, and identifies nobody.
    fn subject(self) -> Reference {
        let name = self.issue.key.name("fhir\nsubject");
        Reference {
            kind: Some("Patient"),
            identifier: Some(Identifier::uri(format!("urn:uuid:{name}"))),
            display: Some(Said::new(super::FhirWord::Patient.text())),
            ..Reference::default()
        }
    }

    /// `active` once each protocol is approved.
    fn status(self) -> &'static str {
        let draft = self.plan.treatments.iter().any(|one| one.status == "draft");
        if draft { "draft" } else { "active" }
    }

    /// What the plan is of.
    fn names(self) -> String {
        super::calendar::plan_name(self.plan)
    }
}
