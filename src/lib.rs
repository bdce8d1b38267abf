//! A rules language and interpreter for aftercare protocols.

pub mod bundled;
pub mod check;
pub mod diagnostic;
pub mod eval;
pub mod number;
pub mod plan;
pub mod profile;
pub mod render;
pub mod source;
pub mod span;
pub mod syntax;
pub mod vocabulary;
