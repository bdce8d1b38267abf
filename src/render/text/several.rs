//! What a page has beside where there are several treatments, and where the protocol was changed for this plan.

use crate::plan::{Clash, Plan, PlanChange, RuleRef};
use crate::render::{SeveralWord, Word, all_of, date_words};

use super::context::{Context, at, of_treatment};
use super::page::{Flow, Page};
use super::phrase::{sentence, stopped};
use super::release::places;
use super::style::Style;

/// Where one treatment asks for or permits what another restricts.
pub(super) fn clashes(context: &Context<'_>, page: &mut Page) {
    let clashes = &context.plan.clashes;
    if clashes.is_empty() {
        return;
    }
    page.heading(SeveralWord::Clashes.text());
    if clashes.iter().any(Clash::is_won) {
        page.paragraph(Flow::new().plain(SeveralWord::ClashHow.text()));
    }
    for clash in clashes {
        let things = SeveralWord::Clash.with(&[("things", &sentence(&all_of(&clash.things)))]);
        page.item(Flow::new().add(Style::Strong, things));
        said(page, SeveralWord::ClashAsks, &clash.asks);
        said(page, SeveralWord::ClashAvoids, &clash.avoids);
        if clash.doses {
            let text = SeveralWord::ClashDoses.text();
            page.under(Flow::new().add(Style::Mark, text));
        }
        if let Some(class) = &clash.class {
            let text = SeveralWord::ClashClass.with(&[("class", class)]);
            page.under(Flow::new().add(Style::Mark, text));
        }
        until(page, clash);
    }
}

fn said(page: &mut Page, word: SeveralWord, rule: &crate::plan::RuleRef) {
    let treatment = sentence(rule.treatment.as_deref().unwrap_or_default());
    let line = word.with(&[
        ("treatment", &treatment),
        ("line", &stopped(&rule.sentence)),
    ]);
    page.under(Flow::from(line).add(Style::Quiet, at(rule)));
}

fn until(page: &mut Page, clash: &Clash) {
    if let Some(day) = clash.until {
        let day = date_words(day).replace(' ', "\u{a0}");
        page.under(Flow::from(SeveralWord::ClashUntil.with(&[("day", &day)])));
    }
}

/// What was changed of the protocol for this plan alone, and why.
pub(super) fn changes(plan: &Plan, page: &mut Page) {
    if plan.changes.is_empty() {
        return;
    }
    page.heading(SeveralWord::Changed.text());
    for change in &plan.changes {
        self::change(plan, change, page);
    }
}

fn change(plan: &Plan, change: &PlanChange, page: &mut Page) {
    let was = change
        .was
        .as_ref()
        .map(|was| was.sentence.as_str())
        .unwrap_or_default();
    let now = change.now.as_deref().unwrap_or_default();
    let word = match (&change.was, &change.now) {
        (None, _) => SeveralWord::ChangeAdded,
        (Some(_), Some(_)) => SeveralWord::ChangeReplaced,
        (Some(_), None) => SeveralWord::ChangeDropped,
    };
    let said = of_treatment(&change.by, word.with(&[("now", now), ("was", was)]));
    page.item(Flow::new().add(Style::Strong, stopped(&sentence(&said))));
    if word == SeveralWord::ChangeReplaced {
        let was = SeveralWord::ChangeInPlaceOf.with(&[("was", was)]);
        page.under(Flow::from(stopped(&was)));
    }
    let mut flow = Flow::new();
    if change.loosened {
        flow = flow.add(Style::Mark, SeveralWord::ChangeLooser.text());
    }
    let bans: Vec<&RuleRef> = plan.held_back_of(change).collect();
    if !bans.is_empty() {
        let word = match plan.is_held_back(change) {
            true => SeveralWord::ChangeHeld,
            false => SeveralWord::ChangeHeldPart,
        };
        flow = flow.add(Style::Mark, word.with(&[("places", &places(bans))]));
    }
    // A sentence that holds now ends with its reason.
    let because = change.because.as_ref();
    if let Some(because) = because.filter(|because| !now.contains(because.as_str())) {
        let because = because.trim().trim_end_matches('.');
        flow = flow.plain(Word::Why.with(&[("because", because)]));
    }
    page.under(flow.add(Style::Quiet, at(&change.by)));
}
