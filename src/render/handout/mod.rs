//! A plan as a page for the patient, to be printed or read on a telephone.
//!
//! What is needed first stands first: what is wrong, what to do, whom to call; then a strip of days that shows what is
//! off and when it comes back, the warning signs, what to avoid and to do with the last day and the first free day in
//! words, what is normal, what is to be booked, and questions by which staff learn what was understood. No more than
//! seven items stand under one heading. The page is one file without scripts that asks nothing of a network.
//!
//! The program's own words stand in catalogues ([`Language`]); what a protocol says is said in its own language, or as
//! [`Texts`] have it, and what nobody has translated shows as such. One model is made of a plan and written as HTML or as
//! Markdown, so that both say the same.
//!
//! A plan that refuses or defers the treatment has a page, too, but one without days: it says so and why, and keeps the
//! warning signs, the medicines that nobody may stop, and whom to call. A calendar can be left out; a patient who is
//! sent home should not leave with nothing to read.

mod end;
mod head;
mod html;
mod markdown;
mod next;
mod off;
mod on;
mod open;
mod page;
mod said;
mod sayer;
mod several;
#[cfg(test)]
mod tests;
mod text;
mod texts;
mod when;
mod words;
mod writing;

pub use texts::Texts;
pub use words::Language;

use chrono::Datelike;

use crate::plan::Plan;
use page::{Block, Page};
use sayer::Sayer;
use text::Text;
use when::Days;
use words::Say;
use writing::Writing;

/// For whom a handout is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Audience {
    /// The patient.
    #[default]
    Patient,
    /// Staff: each line with its sentence and where that stands, the facts and sources behind it, what is held back, and
    /// what the plan says about itself.
    Clinic,
}

/// How a handout is made.
#[derive(Debug, Clone, Default)]
pub struct HandoutOptions {
    /// For whom.
    pub audience: Audience,
    /// The language of the program's own words.
    pub language: Language,
    /// What the protocol says, in that language.
    pub texts: Option<Texts>,
    /// Whether the letters are large.
    pub large_print: bool,
    /// The clinic's name.
    pub clinic: Option<String>,
    /// The clinic's telephone number; a line to write it on where there is none.
    pub phone: Option<String>,
}

/// Why a plan has no handout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoHandout {
    /// There is no treatment date, from which all days are counted: the reader would have to.
    NoTreatmentDate,
}

/// A page that is ready to be written.
#[derive(Debug)]
pub struct Handout {
    page: Page,
    language: Language,
    large_print: bool,
    staff: bool,
    missing: Vec<String>,
    unsaid: Vec<&'static str>,
}

/// A plan as a handout.
///
/// ```
/// use aftercare_dsl::check::{Bundled, CheckOptions, check};
/// use aftercare_dsl::eval::evaluate;
/// use aftercare_dsl::profile;
/// use aftercare_dsl::render::{HandoutOptions, handout};
/// use aftercare_dsl::source::Sources;
///
/// let mut sources = Sources::new();
/// let options = CheckOptions::default();
/// let rules = "import skin-care\navoid retinoids for 7 days\n";
/// let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &options);
/// let protocol = checked.protocol.expect("no errors; `checked.diagnostics` holds them");
/// let patient = "treated = 2026-06-01\n";
/// let source = sources.add("patient.toml", patient);
/// let (patient, _) = profile::read(source, "patient.toml", patient, &protocol.vocabulary);
/// let plan = evaluate(&protocol, &patient, None).expect("the date is in range");
/// let handout = handout(&plan, &HandoutOptions::default()).expect("a treatment date");
/// assert!(handout.html().contains("Until the end of Sun 7 June."));
/// assert!(handout.markdown().contains("First free day: Mon 8 June."));
/// ```
///
/// # Errors
///
/// There is no treatment date.
pub fn handout(plan: &Plan, options: &HandoutOptions) -> Result<Handout, NoHandout> {
    let mut treated = plan.treatments.iter().filter_map(|one| one.treated);
    // The days of several treatments are counted from the last of them.
    let first = treated.next().ok_or(NoHandout::NoTreatmentDate)?;
    let treated = treated.fold(first, Ord::max);
    let days = Days {
        treated,
        on: plan.on.map_or(treated.date, |on| on.date),
    };
    let texts = options.texts.as_ref();
    let sayer = Sayer::new(options.language, texts, treated.date.year());
    let writing = Writing::new(plan, options, sayer, days);
    let page = page(&writing);
    let (missing, unsaid) = writing.sayer.missing();
    Ok(Handout {
        page,
        language: options.language,
        large_print: options.large_print,
        staff: writing.for_clinic(),
        missing,
        unsaid,
    })
}

impl Handout {
    /// As one HTML file.
    #[must_use]
    pub fn html(&self) -> String {
        html::written(self)
    }

    /// As Markdown (CommonMark, with the tables of GitHub).
    #[must_use]
    pub fn markdown(&self) -> String {
        markdown::written(self)
    }

    /// What the protocol says that is in English still, for want of a text in the handout's language.
    #[must_use]
    pub fn missing_texts(&self) -> &[String] {
        &self.missing
    }

    /// How many of the program's own messages are in English still.
    #[must_use]
    pub fn missing_messages(&self) -> usize {
        self.unsaid.len()
    }
}

fn page(writing: &Writing<'_>) -> Page {
    let sayer = &writing.sayer;
    let withheld = writing.plan.is_withheld();
    let held = if withheld {
        Vec::new()
    } else {
        off::held(writing)
    };
    let strips = off::strips(writing, &held);
    let blocks = blocks(writing, &held, !strips.is_empty());
    let teach = (!withheld).then(|| end::teach(writing, &held));
    let mut page = Page {
        title: head::title(writing),
        about: head::about(writing),
        alerts: head::alerts(writing),
        message: head::message(writing, &held),
        call: head::call_box(writing),
        strips,
        blocks,
        teach,
        end: vec![end::sources(writing), end::receipt(writing)],
    };
    page.end.retain(|block| !block.is_empty());
    let (texts, messages) = sayer.missing();
    if !(texts.is_empty() && messages.is_empty()) {
        let note = sayer.say(Say::Untranslated);
        page.alerts.push(page::Alert {
            heading: note,
            lines: Vec::new(),
        });
    }
    page
}

/// The parts between the strip and the end, those without a word left out.
fn blocks(writing: &Writing<'_>, held: &[off::Held<'_>], strip: bool) -> Vec<Block> {
    let sayer = &writing.sayer;
    let calls = said::calls(writing);
    let mut blocks = if writing.plan.is_withheld() {
        vec![said::withheld(writing), calls, said::medicines(writing)]
    } else {
        let mut blocks = vec![
            several::clashes(writing),
            off::avoid(writing, held, strip),
            calls,
            said::medicines(writing),
        ];
        blocks.extend(on::blocks(writing));
        blocks.extend([
            said::normal(writing),
            next::next(writing),
            said::steps(writing),
            said::notes(writing),
            said::before(writing),
            several::changes(writing),
        ]);
        blocks
    };
    blocks.push(open::open(writing));
    blocks.push(open::ask_us(writing));
    if !writing.plan.is_withheld() {
        blocks.push(on::over(writing));
    }
    if writing.for_clinic() {
        blocks.push(said::to_treat(writing));
        blocks.push(on::held_back(writing));
        blocks.extend(open::staff(writing));
    }
    blocks.retain(|block| !block.is_empty());
    let more = |heading: &Text| sayer.with(Say::Continued, &[("heading", heading)]);
    blocks
        .into_iter()
        .map(|block| block.shared().in_portions(more))
        .collect()
}
