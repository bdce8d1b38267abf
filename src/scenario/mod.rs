//! Scenarios (LANGUAGE.md, 3.12): a patient, and what the plan is to say; the tests of a protocol, written in
//! its language.
//!
//! [`read()`] makes scenarios of a checked file's tree: what is given becomes a [`Profile`], read as any profile
//! is, and what is expected is resolved against the protocol. [`run`] evaluates the plan of each and holds it
//! against what is expected: never by a second meaning, always by [`Case::plan`] and [`Plan::ask`]. What is not
//! given is not known. Without `treated` the treatment is on the day of [`EXAMPLE`]. [`suite()`] does it for a file, whether
//! its scenarios are about a protocol of its own or one beside it; [`coverage()`] says what they have tried,
//! [`suggest()`] writes what is missing, [`mutants`] says which changes of the protocol they would not notice, and
//! [`noticing`] writes those that would.
//!
//! ```
//! use aftercare_dsl::check::{Bundled, CheckOptions, check};
//! use aftercare_dsl::scenario;
//! use aftercare_dsl::source::Sources;
//!
//! let mut sources = Sources::new();
//! let rules = "import skin-care\navoid retinoids for 7 days\n\
//!              scenario \"a week\" {\n  given treated 2026-06-01\n  on day 6 then avoid Retin-A\n  \
//!              then first free day of retinoids is 2026-06-08\n}\n";
//! let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &CheckOptions::default());
//! let protocol = checked.protocol.expect("the protocol has no errors");
//! let (scenarios, mistakes) = scenario::read(&protocol, &checked.file);
//! assert!(mistakes.is_empty());
//! let results = scenario::run(&protocol, &scenarios);
//! assert!(results.iter().all(|result| result.passed()));
//! ```
//!
//! [`Profile`]: crate::profile::Profile
//! [`Case::plan`]: crate::eval::Case::plan
//! [`Plan::ask`]: crate::plan::Plan::ask

mod alone;
mod answer;
mod change;
mod coverage;
mod expected;
mod given;
mod held;
mod known;
mod mistake;
mod mutate;
mod notice;
mod patient;
mod read;
mod satisfy;
mod shown;
mod suggest;
mod suite;
mod table;

pub use crate::plan::{Line, Stretch, lines};
pub use coverage::{Bound, Coverage, Covered, Goal, coverage};
pub use held::{Failure, Result, Said, run};
pub use mutate::{Change, Fate, MUTATED, Mutant, changes, mutants};
pub use notice::{Noticing, noticing};
pub use read::{EXAMPLE, Expectation, Scenario, What, read};
pub(crate) use shown::{Shower, Shows};
pub use suggest::{Suggested, suggest};
pub use suite::{Suite, about, suite};
