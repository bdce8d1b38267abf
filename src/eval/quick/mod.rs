//! The short way through windows that hang on this treatment alone and conditions that need no diagram,
//! which is most of them: what can be worked out once for all patients is, and a patient costs a few
//! additions and comparisons.
//!
//! It knows nothing that `window` and `truth` do not: where it has no answer they have one, and where it
//! has one it is theirs (tests hold the two together).

mod bound;
mod condition;
mod ground;
mod open;
mod patient;
#[cfg(test)]
mod tests;
mod verdict;
mod window;

pub use condition::Simple;
pub use open::Grounds;
pub use patient::Patient;
pub use window::Relative;
