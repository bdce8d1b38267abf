//! `--format fhir`: what a bundle for a clinic's system is made with beside the plan.

use std::path::Path;

use aftercare_dsl::check::Protocol;
use aftercare_dsl::plan::{Moment, Plan};
use aftercare_dsl::profile::Profile;
use aftercare_dsl::render::{self, FhirIssue, NoBundle};
use chrono::{DateTime, FixedOffset, TimeZone};

use crate::failure::Failure;
use crate::issue::{As, Issue, undated, withheld};

/// The bundle.
pub fn text(
    given_out: &Issue,
    plan: &Plan,
    (first, others): &(Protocol, Vec<Protocol>),
    patient: &Profile,
    key: &Path,
) -> Result<String, Failure> {
    let issued = given_out.issued(As::Fhir)?;
    let issue = FhirIssue {
        key: given_out.secret(As::Fhir, plan, key)?,
        number: given_out.number(),
        day: issued.date,
        at: at(issued, patient),
    };
    let protocols: Vec<&Protocol> = std::iter::once(first).chain(others).collect();
    render::fhir(plan, &protocols, &issue).map_err(|why| match why {
        NoBundle::NoTreatmentDate => undated(As::Fhir),
        NoBundle::Withheld => withheld(As::Fhir),
    })
}

/// The moment with its zone, where the time and the zone are known: no zone is made up.
fn at(moment: Moment, patient: &Profile) -> Option<DateTime<FixedOffset>> {
    let local = moment.date.and_time(moment.time?);
    let at = patient.zone?.from_local_datetime(&local).earliest()?;
    Some(at.fixed_offset())
}
