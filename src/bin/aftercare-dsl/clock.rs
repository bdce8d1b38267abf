//! The clock. Nothing else in this program or its library reads it.

use std::time::Instant;

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

/// Milliseconds since it was started.
pub struct Watch(Instant);

impl Watch {
    /// Starts it.
    #[expect(
        clippy::disallowed_methods,
        reason = "how long an answer takes is measured here"
    )]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// The milliseconds.
    pub fn read(&self) -> f64 {
        self.0.elapsed().as_secs_f64() * 1000.0
    }
}
