//! Everything that prints: plans, replies, read-backs and diagnostics, as text and as JSON.
//!
//! Nothing here knows a terminal. Text comes as lines of pieces, each with a [`Style`]; what is
//! said is said by words alone, and a colour only repeats it. Every text that comes from a file
//! is escaped on its way ([`escape`]). The program's own words stand in one table ([`Word`]).

mod calendar;
mod dates;
mod diagnostics;
mod escape;
mod fhir;
mod handout;
mod json;
mod junit;
mod list;
mod redacted;
#[cfg(test)]
mod sample;
mod test_json;
mod text;
mod words;

pub use calendar::{
    Fault as CalendarFault, FaultKind as CalendarFaultKind, Issue, Key, NoCalendar, calendar,
    faults as calendar_faults,
};
pub use dates::{clock_words, date_words};
pub use diagnostics::{
    CHECK_SCHEMA, PRINTED, Report, check_json, in_file_order, plain, plain_all, reports,
};
pub use escape::{escape, escape_lines, is_hidden};
pub use fhir::{FhirDefinition, FhirIssue, FhirUnsaid, NoBundle, fhir, fhir_definition};
pub use handout::{Audience, Handout, HandoutOptions, Language, NoHandout, Texts, handout};
pub use json::{
    ANSWER_SCHEMA, DIFF_SCHEMA, INGREDIENTS_SCHEMA, PLAN_SCHEMA, QUESTIONS_SCHEMA, READ_SCHEMA,
    VARIANTS_SCHEMA, VERIFY_SCHEMA, answer_json, diff_json, ingredients_json, json, questions_json,
    read_back_json, variants_json, verify_json,
};
pub use junit::junit;
pub use list::{all_of, any_of};
pub use redacted::{REDACTED_FORMAT, Redacted, redacted};
pub use test_json::{TEST_SCHEMA, Tested, test_json};
pub(crate) use text::{Flow, Page, class_in_short, dates_of, rule_lines};
pub use text::{
    Line, Piece, Style, TextOptions, answer, asked, asked_lines, brief, course_lines,
    coverage_lines, diff, diff_lines, difference, effects, effects_lines, failure_lines,
    goal_words, ingredients, lines, mutant_lines, paint, questions, questions_lines, read_back,
    read_back_lines, standing_lines, status, text, today_lines, until, until_lines, variant_lines,
    variants, verified, verified_lines, why_not_lines,
};
pub use words::{CalendarWord, FhirWord, InterviewWord, SeveralWord, VerifyWord, Word};
