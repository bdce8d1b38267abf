//! A plan for a person.
//!
//! The order is that of need: whom to call now, whether to treat while that is still to come, what
//! holds today, when to call, what holds on other days, when each thing is free again, what is normal,
//! and only then what is open and where it all comes from.

mod before;
mod context;
mod course;
mod differing;
mod directives;
mod flags;
mod head;
mod lines;
mod next;
mod page;
mod parts;
mod phrase;
mod read;
mod relative;
mod release;
mod reply;
mod scenarios;
mod several;
mod style;
mod tail;
#[cfg(test)]
mod tests;
mod things;
mod tried;
mod variants;
mod verified;
mod verified_words;
mod when;

pub use differing::diff_lines;
pub use read::read_back_lines;
pub(crate) use read::{class_in_short, dates_of, rule_lines};
pub use reply::{
    answer, asked, asked_lines, brief, difference, effects, effects_lines, ingredients, questions,
    questions_lines, status, until, until_lines, why_not_lines,
};
pub use scenarios::failure_lines;
pub(crate) use scenarios::said_in_words;
pub use style::{Line, Piece, Style, paint};

pub use tried::{coverage_lines, goal_words, mutant_lines};
pub use variants::variant_lines;
pub use verified::verified_lines;

pub(super) use context::{at_all as said_at_all, at_of_treatment as said_at, of_treatment};
pub(super) use flags::{call, stricter};
pub(super) use page::{columns, split_at_width};
pub(super) use parts::{Parts, Which, window_words};
pub(super) use phrase::{
    of_directive as phrase_of, place as placed, sentence, spoken, stopped, with_verb,
};
pub(super) use things::{listed_in_full, listed_in_short};
pub(super) use when::{counts_hours, in_one_run, is_one_day, joins, of_directive as when_of};

use crate::analysis::Diff;
use crate::check::Lineage;
use crate::plan::Plan;
use crate::read::ReadBack;
use crate::receipt::Verified;

use context::Context;
pub(crate) use page::{Flow, Page};

/// How a plan is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextOptions {
    /// The columns of the page, 24 at the least.
    pub width: usize,
    /// Whether the terminal's codes of [`Style::code`] are put around the pieces.
    pub colour: bool,
}

impl Default for TextOptions {
    /// 80 columns, no colour.
    fn default() -> Self {
        Self {
            width: 80,
            colour: false,
        }
    }
}

/// A plan as text, each line with a line end and no wider than the page.
#[must_use]
pub fn text(plan: &Plan, options: &TextOptions) -> String {
    paint(&lines(plan, options.width), options.colour)
}

/// A protocol read back, as text: each line with a line end and no wider than the page.
#[must_use]
pub fn read_back(read: &ReadBack, options: &TextOptions) -> String {
    paint(&read_back_lines(read, options.width), options.colour)
}

/// What a variant changes of the protocols that it extends, as a tree: each line with a line end and no wider than
/// the page.
///
/// ```
/// use aftercare_dsl::check::{Bundled, CheckOptions, check};
/// use aftercare_dsl::render::{TextOptions, variants};
/// use aftercare_dsl::source::Sources;
///
/// let rules = "extends microneedling\n\
///              replace sun: avoid direct sun for 3 days because \"we treat in winter\"\n";
/// let options = CheckOptions::default();
/// let checked = check(&mut Sources::new(), &Bundled, "clinic.rules", rules, &options);
/// let protocol = checked.protocol.expect("no errors; `checked.diagnostics` holds them");
/// let tree = variants(&protocol.lineage, &TextOptions::default());
/// assert!(tree.contains("LOOSENED:"), "{tree}");
/// ```
#[must_use]
pub fn variants(lineage: &Lineage, options: &TextOptions) -> String {
    paint(&variant_lines(lineage, options.width), options.colour)
}

/// What two protocols come to differently, what is looser first: each line with a line end and no wider than the page.
///
/// ```
/// use aftercare_dsl::analysis;
/// use aftercare_dsl::check::{Bundled, CheckOptions, check};
/// use aftercare_dsl::render::{TextOptions, diff};
/// use aftercare_dsl::source::Sources;
///
/// let mut sources = Sources::new();
/// let mut checked = |name: &str, rules: &str| {
///     let options = CheckOptions::default();
///     let checked = check(&mut sources, &Bundled, name, rules, &options);
///     checked.protocol.expect("no errors; `checked.diagnostics` holds them")
/// };
/// let old = checked("old.rules", "import skin-care\navoid retinoids for 7 days\n");
/// let new = checked("new.rules", "import skin-care\navoid retinoids for 5 days\n");
/// let page = diff(&analysis::diff(&old, &new), &TextOptions::default());
/// assert!(page.contains("LOOSER: 1"), "{page}");
/// ```
#[must_use]
pub fn diff(diff: &Diff, options: &TextOptions) -> String {
    paint(&diff_lines(diff, options.width), options.colour)
}

/// Whether a plan that was given out still holds, as text: each line with a line end and no wider than the page.
#[must_use]
pub fn verified(verified: &Verified, options: &TextOptions) -> String {
    paint(&verified_lines(verified, options.width), options.colour)
}

/// What holds on the day that a plan is about, and whom to call, as lines.
#[must_use]
pub fn today_lines(plan: &Plan, width: usize) -> Vec<Line> {
    let context = Context::new(plan);
    let mut page = Page::new(width);
    flags::contact(&context, &mut page);
    if before::is_to_come(plan) {
        before::before(&context, &mut page);
    }
    directives::today(&context, &mut page);
    things::own(&context, &mut page);
    flags::when_to_call(&context, &mut page);
    page.into_lines()
}

/// Whom to call now, where a warning sign was reported, and how the plan stands, as lines.
#[must_use]
pub fn standing_lines(plan: &Plan, width: usize) -> Vec<Line> {
    let context = Context::new(plan);
    let mut page = Page::new(width);
    flags::contact(&context, &mut page);
    head::standing(plan, &mut page);
    page.into_lines()
}

/// The course of treatments, as lines.
#[must_use]
pub fn course_lines(plan: &Plan, width: usize) -> Vec<Line> {
    let context = Context::new(plan);
    let mut page = Page::new(width);
    course::course(&context, &mut page);
    page.into_lines()
}

/// A plan as lines of styled pieces, for whoever colours them in another way.
#[must_use]
pub fn lines(plan: &Plan, width: usize) -> Vec<Line> {
    let context = Context::new(plan);
    let mut page = Page::new(width);
    flags::contact(&context, &mut page);
    head::head(&context, &mut page);
    let to_come = before::is_to_come(plan);
    if to_come {
        before::before(&context, &mut page);
    }
    directives::today(&context, &mut page);
    several::clashes(&context, &mut page);
    things::own(&context, &mut page);
    things::prescribed(&context, &mut page);
    flags::when_to_call(&context, &mut page);
    directives::other_days(&context, &mut page);
    things::free_again(&context, &mut page);
    lines::expectations(&context, &mut page);
    lines::steps(&context, &mut page);
    course::course(&context, &mut page);
    if !to_come {
        before::before(&context, &mut page);
    }
    lines::visits(&context, &mut page);
    lines::notes(&context, &mut page);
    directives::over(&context, &mut page);
    directives::never(&context, &mut page);
    tail::tail(&context, &mut page);
    page.into_lines()
}
