//! What may be named: the closed tables of verbs and units, and the open vocabulary of things.

mod cap;
mod degrees;
mod either;
mod fold;
mod manner;
mod measure;
mod namesake;
mod permission;
mod say_so;
mod sign;
mod soon;
mod store;
mod suggest;
mod thing;
mod unit;
mod verb;
mod warmth;

pub(crate) use cap::as_limit;
pub use degrees::{degrees_of, is_of_a_body, is_of_degrees};
pub use either::{EITHERS, Either};
pub use fold::fold;
pub(crate) use fold::{is_folded, keys};
pub use manner::{MANNERS, OFTEN, in_manner, says_how};
pub use measure::Measure;
pub use namesake::{NAMESAKES, Namesake};
pub(crate) use permission::{COMPARING, FINE};
pub(crate) use say_so::{how_to_wait, who_is_asked, who_says_so};
pub(crate) use sign::{each_without_getting, without_getting};
pub(crate) use soon::soon_in;
pub use store::{Named, Vocabulary};
pub use suggest::nearest;
pub use thing::{Fact, FactId, FactKind, Thing, ThingId};
pub(crate) use unit::TIMES;
pub use unit::{Counts, TIME_UNITS, UNITS, Unit, UnitRow};
pub use verb::{VERBS, VerbRow};
pub(crate) use warmth::warmth_differs;
