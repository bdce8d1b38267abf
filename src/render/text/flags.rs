//! Red flags: what is reported, before all else, and when to call.

use crate::plan::RedFlag;
use crate::render::{Word, all_of, any_of};

use super::context::Context;
use super::page::{Flow, Page};
use super::phrase::{sentence, spoken, stopped};
use super::style::Style;

/// Whom to call now, where a reported symptom is a red flag.
pub(super) fn contact(context: &Context<'_>, page: &mut Page) {
    let flags = context.plan.red_flags.iter().filter(|flag| flag.reported);
    let mut called: Vec<&str> = Vec::new();
    for flag in flags {
        if !called.contains(&flag.to.as_str()) {
            let who = who(&flag.to).to_uppercase();
            page.paragraph(Flow::new().add(Style::Alert, Word::CallNow.with(&[("who", &who)])));
            called.push(&flag.to);
        }
        let reported = if flag.reported_items.is_empty() {
            &flag.written
        } else {
            &flag.reported_items
        };
        let symptoms = all_of(reported);
        let mut flow = Flow::new()
            .add(
                Style::Strong,
                Word::Reported.with(&[("symptoms", &symptoms)]),
            )
            .plain(call(flag));
        if !flag.depends_on.is_empty() {
            let what = all_of(&flag.depends_on);
            flow = flow.plain(Word::CallAnyway.with(&[("what", &what)]));
        }
        // It is reported: what else it hangs on stands below, under when to call.
        page.item(flow);
        page.under(context.ground(&flag.into()));
    }
}

/// All red flags, reported or not.
pub(super) fn when_to_call(context: &Context<'_>, page: &mut Page) {
    if context.plan.red_flags.is_empty() {
        return;
    }
    page.heading(Word::WhenToCall.text());
    for flag in &context.plan.red_flags {
        item(context, page, flag);
    }
}

/// One of them, and whom to call.
pub(super) fn item(context: &Context<'_>, page: &mut Page, flag: &RedFlag) {
    let mut symptoms = sentence(&any_of(&flag.written));
    if let Some(words) = &flag.window_text {
        symptoms = format!("{symptoms}, {}", spoken(words));
    }
    let flow = Flow::new().add(Style::Strong, format!("{symptoms}."));
    let mark = context.mark(&flag.into());
    if mark.is_empty() {
        context.item(page, flow.plain(call(flag)), flag);
        return;
    }
    // A condition that stood behind what to do would be read too late.
    page.item(flow.join(mark));
    context.close(page, Flow::from(call(flag)), flag);
}

/// `Call the clinic within 2 hours. If you cannot reach them, call emergency services.`
pub(in crate::render) fn call(flag: &RedFlag) -> String {
    let who_first = who(&flag.to);
    let mut text = match &flag.within {
        Some(within) => Word::CallWithin.with(&[("who", who_first), ("within", within)]),
        None => Word::CallWho.with(&[("who", who_first)]),
    };
    if let Some(otherwise) = &flag.otherwise {
        text.push(' ');
        text.push_str(&Word::CallOtherwise.with(&[("who", who(otherwise))]));
    }
    stopped(&text)
}

/// Whom the reader knows under another name than the language does.
fn who(name: &str) -> &str {
    match name {
        "clinic" => Word::WhoClinic.text(),
        "prescriber" => Word::WhoPrescriber.text(),
        other => other,
    }
}
