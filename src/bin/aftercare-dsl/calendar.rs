//! `--format ics`: what a calendar is made with beside the plan.

use std::path::Path;

use aftercare_dsl::plan::{Moment, Plan};
use aftercare_dsl::profile::Profile;
use aftercare_dsl::render::{self, NoCalendar};
use chrono::{NaiveDateTime, NaiveTime, TimeZone};
use clap::Args;

use crate::failure::Failure;
use crate::issue::{As, Issue, undated, withheld};

/// `--discreet`
#[derive(Debug, Args)]
#[command(next_help_heading = "With --format ics")]
pub struct Calendar {
    /// Titles and alarms that say nothing about the treatment
    #[arg(long)]
    discreet: bool,
}

impl Calendar {
    /// Makes sure that nothing of a calendar is asked for in another format, where it would be dropped in silence.
    pub fn not_asked_for(&self) -> Result<(), Failure> {
        if self.discreet {
            return Err(Failure::usage("`--discreet` is for calendars")
                .with_help("add `--format ics`, or leave `--discreet` out"));
        }
        Ok(())
    }

    /// The calendar.
    pub fn text(
        &self,
        given_out: &Issue,
        plan: &Plan,
        patient: &Profile,
        key: &Path,
    ) -> Result<String, Failure> {
        let issue = render::Issue {
            key: given_out.secret(As::Calendar, plan, key)?,
            number: given_out.number(),
            issued: in_utc(given_out.issued(As::Calendar)?, patient),
            discreet: self.discreet,
        };
        let text = render::calendar(plan, &issue).map_err(|why| match why {
            NoCalendar::NoTreatmentDate => undated(As::Calendar),
            NoCalendar::Withheld => withheld(As::Calendar),
        })?;
        match render::calendar_faults(text.as_bytes()).first() {
            None => Ok(text),
            Some(fault) => Err(Failure::bug(format!(
                "the calendar is not well made: {}",
                fault.message
            ))),
        }
    }
}

/// A time of the patient's clock in UTC; one that a clock change skips as it stands.
fn in_utc(moment: Moment, patient: &Profile) -> NaiveDateTime {
    let local = moment.date.and_time(moment.time.unwrap_or(NaiveTime::MIN));
    let zone = patient.zone;
    let at = zone.and_then(|zone| zone.from_local_datetime(&local).earliest());
    at.map_or(local, |at| at.naive_utc())
}
