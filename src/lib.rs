//! A rules language and interpreter for aftercare protocols.

pub mod diagnostic;
pub mod number;
pub mod plan;
pub mod source;
pub mod span;
pub mod syntax;
pub mod vocabulary;
