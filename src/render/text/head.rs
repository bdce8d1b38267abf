//! The top of the page: which treatment, which day, and whether the plan is final.

use crate::plan::{Directive, Moment, Plan, Status, Treatment};
use crate::render::{SeveralWord, Word, clock_words, date_words};

use super::before::is_to_come;
use super::context::Context;
use super::page::{Flow, Page};
use super::phrase::{sentence, stopped};
use super::style::Style;

/// The code of the warning that every plan of a draft carries.
const DRAFT: &str = "draft";

/// Title, dates, draft and status.
pub(super) fn head(context: &Context<'_>, page: &mut Page) {
    page.blank();
    let plan = context.plan;
    for treatment in &plan.treatments {
        title(page, treatment);
    }
    if let Some(on) = plan.on {
        page.paragraph(asked(plan, on));
    }
    draft(plan, page);
    status(plan, page);
}

/// The day of the treatment of a plan about one.
pub(super) fn treated(plan: &Plan) -> Option<chrono::NaiveDate> {
    let treatment = plan.treatments.first()?;
    treatment.treated.map(|moment| moment.date)
}

/// The day of the treatment that a line is of, or of the first of several.
pub(super) fn treated_of(plan: &Plan, line: &Directive) -> Option<chrono::NaiveDate> {
    let treatment = line
        .treatments
        .first()
        .and_then(|of| plan.treatments.get(*of))?;
    treatment.treated.map(|moment| moment.date)
}

/// A day without breaks between its words.
fn day(moment: Moment) -> String {
    date_words(moment.date).replace(' ', "\u{a0}")
}

fn title(page: &mut Page, treatment: &Treatment) {
    let name = treatment.protocol.as_deref().or(treatment.name.as_deref());
    page.paragraph(Flow::new().add(Style::Strong, name.unwrap_or(Word::AftercarePlan.text())));
    let mut flow = Flow::from(match treatment.treated {
        None => Word::NoTreatmentDate.text().to_owned(),
        Some(moment) => moment_words(Word::TreatedOn, Word::TreatedOnAt, moment),
    });
    if treatment.treated.is_some() && (treatment.sessions.is_some() || treatment.session > 1) {
        let word = if treatment.session_known {
            Word::SessionNumber
        } else {
            Word::SessionAtLeast
        };
        flow = flow.plain(word.with(&[("n", &treatment.session.to_string())]));
    }
    if let Some(version) = &treatment.version {
        flow = flow.add(Style::Quiet, Word::Version.with(&[("version", version)]));
    }
    if treatment.status != DRAFT {
        let approval = Word::Approval.with(&[("status", &treatment.status)]);
        flow = flow.add(Style::Quiet, approval);
    }
    page.paragraph(flow);
}

/// A day, with the time where there is one.
fn moment_words(day_only: Word, with_time: Word, moment: Moment) -> String {
    match moment.time {
        None => day_only.with(&[("when", &day(moment))]),
        Some(time) => with_time.with(&[("when", &day(moment)), ("time", &clock_words(time))]),
    }
}

/// The day that the plan is about, and how it lies to the treatment.
fn asked(plan: &Plan, on: Moment) -> Flow {
    let flow = Flow::from(moment_words(Word::PlanFor, Word::PlanForAt, on));
    if plan.treatments.len() > 1 {
        return plan.treatments.iter().fold(flow, |flow, treatment| {
            let day = treatment
                .treated
                .map(|treated| (on.date - treated.date).num_days());
            flow.plain(of_treatment(treatment, day.unwrap_or_default()))
        });
    }
    let Some(treated) = treated(plan) else {
        return flow;
    };
    match (on.date - treated).num_days() {
        ..0 => flow.plain(Word::DayBefore.text()),
        0 => flow.plain(Word::DayZero.text()),
        later => flow.plain(Word::DayOfPlan.with(&[("n", &later.to_string())])),
    }
}

/// `Microneedling: day 3.`
fn of_treatment(treatment: &Treatment, day: i64) -> String {
    let name = treatment.name.as_deref().or(treatment.protocol.as_deref());
    let name = sentence(name.unwrap_or(Word::AftercarePlan.text()));
    match day {
        ..0 => SeveralWord::AskedBefore.with(&[("treatment", &name)]),
        day => SeveralWord::AskedOn.with(&[("treatment", &name), ("n", &day.to_string())]),
    }
}

/// That the protocol is a draft, where it is.
fn draft(plan: &Plan, page: &mut Page) {
    let mut warnings = plan.warnings.iter().filter(|warning| warning.code == DRAFT);
    let warning = warnings.next();
    let is_draft = plan.treatments.iter().any(|one| one.status == DRAFT);
    let text = match warning {
        Some(warning) => warning.text.as_str(),
        None if is_draft => Word::DraftText.text(),
        None => return,
    };
    page.blank();
    let flow = Flow::new().add(Style::Mark, Word::Draft.text());
    let flow = flow.plain(stopped(text));
    page.paragraph(warnings.fold(flow, |flow, warning| {
        flow.plain(stopped(&sentence(&warning.text)))
    }));
}

fn status(plan: &Plan, page: &mut Page) {
    standing(plan, page);
    match plan.questions.len() {
        0 => {}
        1 => page.paragraph(Flow::new().plain(Word::OpenQuestion.text())),
        many => page.paragraph(Flow::from(
            Word::OpenQuestions.with(&[("n", &many.to_string())]),
        )),
    }
}

/// That the protocol refuses the treatment, which may have been given all the same.
pub(super) fn refused(given: bool) -> Word {
    match given {
        true => Word::StatusRefuseGiven,
        false => Word::StatusRefuse,
    }
}

/// That the protocol puts the treatment off, which may have been given all the same.
pub(super) fn put_off(given: bool) -> Word {
    match given {
        true => Word::StatusDeferGiven,
        false => Word::StatusDefer,
    }
}

/// The status and what is behind it.
pub(super) fn standing(plan: &Plan, page: &mut Page) {
    let given = !is_to_come(plan);
    let (word, style) = match plan.status {
        Status::Contact => (Word::StatusContact, Style::Alert),
        Status::Refuse => (refused(given), Style::Alert),
        Status::Defer => (put_off(given), Style::Alert),
        Status::Unsettled => (Word::StatusUnsettled, Style::Mark),
        Status::Proceed if uncovered(plan) => (Word::StatusUncovered, Style::Alert),
        Status::Proceed if plan.questions.is_empty() => (Word::StatusProceed, Style::Strong),
        // An open condition of an expectation or a note leaves the plan ready.
        Status::Proceed => (Word::StatusProceedOpen, Style::Strong),
    };
    page.blank();
    page.paragraph(Flow::new().add(style, word.text()));
    // What a red flag says stands above all else, once.
    let said = plan.status == Status::Contact && plan.red_flags.iter().any(|flag| flag.reported);
    if (plan.status != Status::Proceed || uncovered(plan)) && !said {
        for reason in &plan.status_reasons {
            page.item(Flow::from(stopped(reason)));
        }
    }
}

/// Whether a symptom was reported that the protocol does not name.
fn uncovered(plan: &Plan) -> bool {
    plan.not_covered.iter().any(|line| line.reported)
}
