//! The end of a handout: what the patient says back, the sources, and where it all comes from.

use super::off::Held;
use super::page::{Block, Item, Teach};
use super::text::Text;
use super::words::Say;
use super::writing::Writing;

/// Up to how many sources are printed for a patient; of more, the paper says where they are.
const PRINTED: u32 = 10;

/// The questions by which staff learn what was understood.
pub(super) fn teach(writing: &Writing<'_>, held: &[Held<'_>]) -> Teach {
    let sayer = &writing.sayer;
    let mut questions = Vec::new();
    if !held.is_empty() {
        questions.push(sayer.say(Say::TeachOff));
    }
    if let Some(line) = held.iter().rev().find_map(Held::given_back) {
        // The first of several is enough to ask about.
        let thing = line.written.first().map(|thing| sayer.theirs(thing));
        let thing = thing.unwrap_or_else(|| sayer.phrase(line));
        questions.push(sayer.with(Say::TeachThing, &[("thing", &thing)]));
    }
    if !writing.plan.red_flags.is_empty() {
        questions.push(sayer.say(Say::TeachSigns));
    }
    let treatments = writing.plan.treatments.iter();
    let mut courses = treatments.filter_map(|one| one.sessions.as_ref());
    if courses.any(|course| course.candidates.iter().any(|one| one.next.is_some())) {
        questions.push(sayer.say(Say::TeachNext));
    }
    Teach {
        heading: sayer.say(Say::Teach),
        how: sayer.say(Say::TeachHow),
        questions,
        lines: vec![sayer.say(Say::TeachDone), sayer.say(Say::TeachDay)],
    }
}

/// The sources, in the order of their numbers.
pub(super) fn sources(writing: &Writing<'_>) -> Block {
    let sayer = &writing.sayer;
    let items = writing.plan.sources.iter().map(|source| Item {
        lead: sayer.name(&source.title),
        is_source: true,
        address: source.url.clone(),
        ..Item::default()
    });
    let items: Vec<Item> = items.collect();
    let count = u32::try_from(items.len()).unwrap_or(u32::MAX);
    let mut block = Block::of_items("sources", sayer.say(Say::Sources), items);
    // The lines of the clinic's copy name them by their numbers.
    for group in &mut block.groups {
        group.ordered = writing.for_clinic();
    }
    // On paper many of them would push what matters from the page.
    if count > PRINTED && !writing.for_clinic() {
        block.lead.push(sayer.count(Say::SourcesOpen, count));
    }
    block
}

/// Which protocols and which program it comes from.
pub(super) fn receipt(writing: &Writing<'_>) -> Block {
    let sayer = &writing.sayer;
    let plan = writing.plan;
    let mut lead = protocols(writing);
    let day = sayer.day_and_year(writing.days.on);
    lead.push(sayer.with(Say::ReceiptMade, &[("day", &day)]));
    let engine = sayer.name(&plan.engine);
    lead.push(sayer.with(Say::ReceiptEngine, &[("engine", &engine)]));
    lead.push(sayer.say(Say::ReceiptUse));
    let facts = plan.facts_used();
    // Staff have a part of its own for them.
    if !facts.is_empty() && !writing.for_clinic() {
        let facts: Vec<Text> = facts.iter().map(|fact| sayer.of_patient(fact)).collect();
        let facts = Text::join(&facts, "; ");
        lead.push(sayer.with(Say::ReceiptFacts, &[("facts", &facts)]));
    }
    let count = u32::try_from(plan.sources.len()).unwrap_or(u32::MAX);
    if count > PRINTED && !writing.for_clinic() {
        lead.push(sayer.count(Say::SourcesMany, count));
    }
    let fingerprint = sayer.name(&plan.fingerprint);
    lead.push(sayer.with(Say::ReceiptFingerprint, &[("fingerprint", &fingerprint)]));
    if let Some(texts) = &writing.options.texts {
        let fingerprint = sayer.name(texts.digest());
        lead.push(sayer.with(Say::ReceiptTexts, &[("fingerprint", &fingerprint)]));
    }
    let mut block = Block::new("about", sayer.say(Say::About));
    block.lead = lead;
    block
}

/// The protocols' names, versions, and who approved them.
fn protocols(writing: &Writing<'_>) -> Vec<Text> {
    let sayer = &writing.sayer;
    let mut lines = Vec::new();
    for one in &writing.plan.treatments {
        if let Some(name) = one.protocol.as_deref().or(one.name.as_deref()) {
            let name = sayer.name(name);
            lines.push(sayer.with(Say::ReceiptProtocol, &[("name", &name)]));
        }
        if let Some(version) = &one.version {
            let version = sayer.name(version);
            lines.push(sayer.with(Say::ReceiptVersion, &[("version", &version)]));
        }
        // That it is a draft stands above all else.
        if one.status != "draft" {
            let status = sayer.name(&one.status).sentence();
            lines.push(sayer.with(Say::ReceiptApproval, &[("status", &status)]));
        }
    }
    lines
}
