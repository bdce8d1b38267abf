//! Tree to checked protocol.

mod condition;
mod protocol;
mod window;

pub use condition::{Atom, Condition};
pub use protocol::{
    Approval, AttributeTest, Deadline, Details, Dose, Head, Protocol, Qualifier, Rule, Source,
    Step, ThingRef, Who,
};
pub use window::{Anchor, Extent, FromEnd, Point, Window};
