//! Tree to checked protocol.
//!
//! [`check`] reads a protocol and what it imports ([`Library`]), takes the declarations into a
//! [`Vocabulary`](crate::vocabulary::Vocabulary), resolves every name of every sentence, and looks
//! at the whole. What it gives is in `protocol`, `condition` and `window`.

mod accepted;
mod ask;
mod asked;
mod asks;
mod changed;
mod checker;
mod condition;
mod declare;
mod described;
mod details;
mod facts;
mod files;
mod found;
mod goes_on;
mod header;
mod kinds;
mod link;
mod load;
mod mend;
mod names;
mod protocol;
mod quoted;
mod rest;
mod review;
mod run;
mod sentence;
mod stock;
mod together;
mod tried;
mod variant;
mod when;
mod whose;
mod window;
pub(crate) mod wording;

#[cfg(test)]
mod tests;

pub use accepted::{Accepted, accepts, accepts_nothing, silence};
pub use asked::thing_asked;
pub use asks::{Ask, asks};
pub use changed::{Changed, Changing, Named, about_the_change, changed, changing};
pub use condition::{Atom, Condition};
pub use declare::MAX_CLASSES_DEEP;
pub use details::{Details, Dose, Places, Spot, Using};
pub(crate) use found::found;
pub(crate) use kinds::kinds_of;
pub use load::{Bundled, Found, Library, LoadError};
pub use mend::mend;
pub(crate) use names::{Reading, can_have};
pub use protocol::{
    Approval, AttributeTest, Deadline, Head, Own, Protocol, Qualifier, Rule, Source, Step,
    ThingRef, Who, Written,
};
pub use quoted::{Quoted, protected, quoted};
pub(crate) use review::unused::steps;
pub(crate) use review::{sentences, tell_apart};
pub use run::{CheckOptions, Checked, check};
pub use together::{Entry, together};
pub(crate) use tried::{may_lie_in, tried};
pub use variant::{Change, Layer, Lineage, Loosened, Taken};
pub(crate) use when::measure;
pub(crate) use whose::whose;
pub use window::{Anchor, Extent, FromEnd, Point, Window};
pub(crate) use wording::count_word;
