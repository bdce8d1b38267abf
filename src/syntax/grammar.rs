//! The parser that pest makes of `grammar/aftercare.pest`.

use pest_derive::Parser;

/// The grammar. No pair of it leaves [`crate::syntax`].
#[derive(Parser)]
#[grammar = "grammar/aftercare.pest"]
pub(super) struct Grammar;
