//! The lines about whether and how to treat.

use crate::plan::{BeforeTreatment, BeforeVerb, Plan};
use crate::render::{Word, date_words};

use super::context::{Context, of_treatment};
use super::page::{Flow, Page};
use super::phrase::stopped;
use super::style::Style;

/// Whether the treatment is still to come, or is on the day asked: whether to treat is then what is
/// needed first.
pub(super) fn is_to_come(plan: &Plan) -> bool {
    let treated = plan.treatments.iter().filter_map(|one| one.treated).max();
    match (treated, plan.on) {
        (Some(treated), Some(on)) => on.date <= treated.date,
        _ => true,
    }
}

/// Refusals and deferrals first, then what to mind, ask, tell and prepare.
pub(super) fn before(context: &Context<'_>, page: &mut Page) {
    if context.plan.before_treatment.is_empty() {
        return;
    }
    page.heading(Word::BeforeTreatment.text());
    let mut lines: Vec<&BeforeTreatment> = context.plan.before_treatment.iter().collect();
    lines.sort_by_key(|line| line.verb);
    for line in lines {
        // Of several treatments, which of them to put off must not stand behind it.
        let said = of_treatment(&line.rule, words(line));
        let flow = Flow::new().add(Style::Strong, stopped(&said));
        context.item(page, flow, line);
    }
}

fn words(line: &BeforeTreatment) -> String {
    let text = line.text.as_deref().unwrap_or_default();
    let with_text = |word: Word| word.with(&[("text", text)]);
    let mut words = match line.verb {
        BeforeVerb::Refuse => Word::BeforeRefuse.text().to_owned(),
        BeforeVerb::Defer => defer(line),
        BeforeVerb::Caution => with_text(Word::BeforeCaution),
        BeforeVerb::AskPrescriber => with_text(Word::BeforeAskPrescriber),
        BeforeVerb::AskClinic => with_text(Word::BeforeAskClinic),
        BeforeVerb::TellClinic => with_text(Word::BeforeTellClinic),
        BeforeVerb::Prepare => with_text(Word::BeforePrepare),
    };
    if matches!(line.verb, BeforeVerb::Refuse | BeforeVerb::Defer) && !text.is_empty() {
        words = format!("{words}: {text}");
    }
    if line.advised {
        words = format!("{} ({})", words.trim_end_matches('.'), Word::Advised.text());
    }
    words
}

fn defer(line: &BeforeTreatment) -> String {
    let mut words = match &line.until {
        Some(until) => Word::BeforeDeferUntil.with(&[("until", until)]),
        None => Word::BeforeDefer.text().to_owned(),
    };
    if let Some(day) = line.deferred_until {
        let day = date_words(day).replace(' ', "\u{a0}");
        words = format!("{words}; {}", Word::BeforeDeferDay.with(&[("day", &day)]));
    }
    words
}
