//! The plan's page in parts, for formats that put each of them somewhere else: in the same words, each item in one text.

use crate::plan::{Candidate, Directive, Maintenance, Plan, RedFlag, Steps, Visit, Window};

use super::context::Context;
use super::page::Page;
use super::style::{Line, Style};
use super::{before, course, directives, flags, head, lines, several, tail, things, when};

/// More columns than any item takes, so that none is broken.
const WIDE: usize = 1 << 30;

/// A part of the page: its heading, and its items.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::render) struct Part {
    pub(in crate::render) heading: String,
    pub(in crate::render) items: Vec<String>,
}

/// What is on the page besides the lines that [`Parts`] says one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Which {
    /// Whom to call now, where a reported symptom is a warning sign.
    Contact,
    /// Title, dates, draft and status.
    Head,
    /// Whether and how to treat.
    Before,
    /// Where several treatments disagree.
    Clashes,
    /// The patient's own things on the day asked.
    Own,
    /// The medicines that nobody may stop.
    Prescribed,
    /// The courses: what is done of them, and which of several may be the patient's.
    Course,
    /// What is normal.
    Expectations,
    /// What the protocol says in free words.
    Notes,
    /// What other lines leave nothing of.
    Never,
    /// The day on which each thing is free again.
    FreeAgain,
    /// What the profile may add.
    CanBeAdded,
    /// What the clinic has to find out or do.
    ForTheClinic,
    /// What the protocol says nothing about.
    NotCovered,
    /// What was changed for this plan alone.
    Changes,
    /// Where a variant asks less.
    Loosened,
    /// What the reader must know about the plan itself.
    Warnings,
    /// The sources.
    Sources,
}

/// The parts of a plan's page.
pub(in crate::render) struct Parts<'a>(Context<'a>);

impl<'a> Parts<'a> {
    pub(in crate::render) fn new(plan: &'a Plan) -> Self {
        Self(Context::new(plan))
    }

    /// A part, one after the other where it has several headings; without items where the plan has nothing of it.
    pub(in crate::render) fn part(&self, which: Which) -> Vec<Part> {
        let context = &self.0;
        let plan = context.plan;
        let mut page = Page::new(WIDE);
        match which {
            Which::Contact => flags::contact(context, &mut page),
            Which::Head => head::head(context, &mut page),
            Which::Before => before::before(context, &mut page),
            Which::Clashes => several::clashes(context, &mut page),
            Which::Own => things::own(context, &mut page),
            Which::Prescribed => things::prescribed(context, &mut page),
            Which::Course => course::course(context, &mut page),
            Which::Expectations => lines::expectations(context, &mut page),
            Which::Notes => lines::notes(context, &mut page),
            Which::Never => directives::never(context, &mut page),
            Which::FreeAgain => things::free_again(context, &mut page),
            Which::CanBeAdded => tail::can_be_added(plan, &mut page),
            Which::ForTheClinic => tail::for_the_clinic(plan, &mut page),
            Which::NotCovered => tail::not_covered(plan, &mut page),
            Which::Changes => several::changes(plan, &mut page),
            Which::Loosened => tail::loosened(&plan.loosened, &mut page),
            Which::Warnings => tail::warnings(plan, &mut page),
            Which::Sources => tail::sources(plan, &mut page),
        }
        parts(&page.into_lines())
    }

    /// A restriction, a duty, a permission or a limit, with its verb.
    pub(in crate::render) fn directive(&self, line: &Directive) -> String {
        self.said(|context, page| directives::item(context, page, line, true))
    }

    /// A warning sign, and whom to call.
    pub(in crate::render) fn flag(&self, flag: &RedFlag) -> String {
        self.said(|context, page| flags::item(context, page, flag))
    }

    /// Steps, in order.
    pub(in crate::render) fn steps(&self, line: &Steps) -> String {
        self.said(|context, page| lines::in_order(context, page, line))
    }

    /// Something to be booked.
    pub(in crate::render) fn visit(&self, line: &Visit) -> String {
        self.said(|context, page| lines::visit(context, page, line))
    }

    /// A course; what is still to come of it where it is `open`.
    pub(in crate::render) fn candidate(&self, line: &Candidate, open: bool) -> String {
        self.said(|context, page| course::candidate(context, page, line, open))
    }

    /// The sessions after the course.
    pub(in crate::render) fn maintenance(&self, line: &Maintenance) -> String {
        self.said(|context, page| course::maintenance(context, page, line))
    }

    fn said(&self, write: impl FnOnce(&Context<'a>, &mut Page)) -> String {
        let mut page = Page::new(WIDE);
        write(&self.0, &mut page);
        let items = parts(&page.into_lines()).into_iter();
        let items: Vec<String> = items.flat_map(|part| part.items).collect();
        items.join(" ")
    }
}

/// One window in words, its start included.
pub(in crate::render) fn window_words(window: &Window) -> String {
    when::of_windows(std::slice::from_ref(window), None, None)
}

/// The headings and the items of a page.
fn parts(lines: &[Line]) -> Vec<Part> {
    let mut all: Vec<Part> = Vec::new();
    for line in lines {
        let text: String = line.iter().map(|piece| piece.text.as_str()).collect();
        let said = text.trim();
        if said.is_empty() {
            continue;
        }
        if line.iter().any(|piece| piece.style == Style::Heading) {
            all.push(Part {
                heading: said.to_owned(),
                items: Vec::new(),
            });
            continue;
        }
        if all.is_empty() {
            all.push(Part::default());
        }
        let Some(part) = all.last_mut() else { continue };
        match (part.items.last_mut(), text.starts_with("    ")) {
            // What is set in belongs to the item above.
            (Some(item), true) => {
                item.push(' ');
                item.push_str(said);
            }
            _ => part.items.push(said.trim_start_matches("- ").to_owned()),
        }
    }
    all
}
