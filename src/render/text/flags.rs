//! Red flags: what is reported, before all else, and when to call.

use crate::plan::{RedFlag, StricterCall};
use crate::render::{SeveralWord, Word, all_of, any_of};

use super::context::{Context, at_of_treatment};
use super::page::{Flow, Page};
use super::phrase::{sentence, spoken, stopped};
use super::style::Style;

/// Whom to call now, where a reported symptom is a red flag.
pub(super) fn contact(context: &Context<'_>, page: &mut Page) {
    let flags = by_urgency(context.plan.red_flags.iter().filter(|flag| flag.reported));
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
    let mut calls = vec![call(flag)];
    calls.extend(flag.stricter.iter().map(stricter));
    let calls = calls.join(" ");
    if mark.is_empty() {
        context.item(page, flow.plain(calls), flag);
        return;
    }
    // A condition that stood behind what to do would be read too late.
    page.item(flow.join(mark));
    context.close(page, Flow::from(calls), flag);
}

/// Red flags, the most urgent call first.
fn by_urgency<'p>(flags: impl Iterator<Item = &'p RedFlag>) -> Vec<&'p RedFlag> {
    let mut flags: Vec<&RedFlag> = flags.collect();
    flags.sort_by_key(|flag| flag.urgency);
    flags
}

/// For which signs another red flag asks for a more urgent call, and which call.
pub(in crate::render) fn stricter(more: &StricterCall) -> String {
    let call = first_call(&more.to, more.within.as_deref());
    let fillings = [
        ("signs", any_of(&more.signs)),
        ("call", call),
        ("place", at_of_treatment(&more.rule)),
    ];
    let fillings = fillings.each_ref().map(|(key, text)| (*key, text.as_str()));
    stopped(&SeveralWord::Stricter.with(&fillings))
}

/// `Call the clinic within 2 hours. If you cannot reach them, call emergency services.`
pub(in crate::render) fn call(flag: &RedFlag) -> String {
    let mut text = first_call(&flag.to, flag.within.as_deref());
    if let Some(otherwise) = &flag.otherwise {
        text.push(' ');
        text.push_str(&Word::CallOtherwise.with(&[("who", who(otherwise))]));
    }
    stopped(&text)
}

fn first_call(to: &str, within: Option<&str>) -> String {
    let who = who(to);
    match within {
        Some(within) => Word::CallWithin.with(&[("who", who), ("within", within)]),
        None => Word::CallWho.with(&[("who", who)]),
    }
}

/// Whom the reader knows under another name than the language does.
fn who(name: &str) -> &str {
    match name {
        "clinic" => Word::WhoClinic.text(),
        "prescriber" => Word::WhoPrescriber.text(),
        other => other,
    }
}
