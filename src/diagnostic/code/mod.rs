//! Every kind of mistake and warning, in one table: its name, its weight and what it means.
//!
//! The table stands in one file for each family. Each hands the rows before it and its own on to the next, and
//! the last to [`codes`], so that the families together are one type.

mod evaluation;
mod names;
mod profile;
mod scenarios;
mod sentences;
mod syntax;
mod variants;
mod whole;

use super::table::{Severity, codes};
use evaluation::evaluation_codes;
use names::name_codes;
use profile::profile_codes;
use scenarios::scenario_codes;
use sentences::sentence_codes;
use syntax::syntax_codes;
use variants::variant_codes;
use whole::whole_codes;

profile_codes! { syntax_codes name_codes sentence_codes whole_codes variant_codes scenario_codes evaluation_codes codes {} }
