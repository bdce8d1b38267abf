//! What a handout has beside where there are several treatments, and where a protocol was changed for this plan.

use super::page::{Block, Item};
use super::text::Text;
use super::words::Say;
use super::writing::Writing;
use crate::plan::{Clash, PlanChange, RuleRef};

/// Where one treatment asks for or permits what another restricts.
pub(super) fn clashes(writing: &Writing<'_>) -> Block {
    let sayer = &writing.sayer;
    let items = writing.plan.clashes.iter().map(|clash| {
        let mut item = Item::new(sayer.things(&clash.things, false).sentence().stopped());
        for rule in [&clash.asks, &clash.avoids] {
            item.body.push(says(writing, rule));
        }
        if clash.doses {
            item.marks.push(sayer.say(Say::ClashDoses));
        }
        if let Some(class) = &clash.class {
            let class = sayer.things(std::slice::from_ref(class), false);
            item.marks
                .push(sayer.with(Say::ClashClass, &[("class", &class)]));
        }
        if let Some(day) = clash.until {
            item.body
                .push(sayer.with(Say::ClashUntil, &[("day", &sayer.day(day))]));
        }
        if writing.for_clinic() {
            item.staff = [&clash.asks, &clash.avoids]
                .map(|rule| writing.rule(rule))
                .to_vec();
        }
        item
    });
    let mut block = Block::of_items("clashes", sayer.say(Say::Clashes), items.collect());
    if writing.plan.clashes.iter().any(Clash::is_won) {
        block.lead.push(sayer.say(Say::ClashHow));
    }
    block
}

/// `Microneedling says: use moisturiser daily.`
fn says(writing: &Writing<'_>, rule: &RuleRef) -> Text {
    let sayer = &writing.sayer;
    let treatment = sayer.theirs(rule.treatment.as_deref().unwrap_or_default());
    let line = sayer.theirs(&rule.sentence).stopped();
    let holes = [("treatment", &treatment.sentence()), ("line", &line)];
    sayer.with(Say::ClashSays, &holes)
}

/// What was changed of the protocol for this plan alone, and why.
pub(super) fn changes(writing: &Writing<'_>) -> Block {
    let changes = writing.plan.changes.iter();
    let items = changes.map(|one| change(writing, one)).collect();
    Block::of_items("changes", writing.sayer.say(Say::Changed), items)
}

fn change(writing: &Writing<'_>, change: &PlanChange) -> Item {
    let sayer = &writing.sayer;
    let said = |text: &str| sayer.theirs(text).unstopped();
    let now = change.now.as_deref().map(said);
    let was = change.was.as_ref().map(|was| said(&was.sentence));
    let (lead, behind) = match (now, was) {
        (Some(now), Some(was)) => {
            let was = sayer.with(Say::ChangeInPlaceOf, &[("was", &was)]);
            (now, Some(was))
        }
        (Some(now), None) => (sayer.with(Say::ChangeAdded, &[("now", &now)]), None),
        (None, Some(was)) => (sayer.with(Say::ChangeDropped, &[("was", &was)]), None),
        (None, None) => (Text::default(), None),
    };
    let mut item = Item::new(lead.sentence().stopped());
    item.body.extend(behind.map(|text| text.stopped()));
    if change.loosened {
        item.marks.push(sayer.say(Say::ChangeLooser));
    }
    if writing.plan.held_back_of(change).next().is_some() {
        item.marks.push(sayer.say(Say::ChangeHeld));
    }
    // A sentence that holds now ends with its reason.
    let now = change.now.as_deref().unwrap_or_default();
    let because = change.because.as_deref();
    let because = because.filter(|because| !now.contains(because));
    item.body
        .extend(because.map(|because| writing.why(because)));
    if writing.for_clinic() {
        item.staff.push(writing.rule(&change.by));
    }
    item
}
