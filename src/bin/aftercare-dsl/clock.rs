//! The clock. Nothing else in this program or its library reads it.

use chrono::{Local, NaiveDate, Utc};
use chrono_tz::Tz;

/// Today, by the clock of the patient's zone, or of this machine where there is none.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the clock: `--on` defaults to today"
)]
pub fn today(zone: Option<Tz>) -> NaiveDate {
    let now = Utc::now();
    match zone {
        Some(zone) => now.with_timezone(&zone).date_naive(),
        None => now.with_timezone(&Local).date_naive(),
    }
}
