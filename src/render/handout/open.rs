//! What is open, and what the protocol says nothing about: unknown is never fine.

use super::page::{Block, Item};
use super::text::Text;
use super::words::Say;
use super::writing::Writing;
use crate::plan::{Answer, ThingAnswer};

/// What the clinic still needs to know.
pub(super) fn open(writing: &Writing<'_>) -> Block {
    let sayer = &writing.sayer;
    let questions = writing.plan.questions.iter();
    if !writing.for_clinic() {
        // The questions themselves are asked by staff, about "the patient".
        let facts: Vec<Text> = questions.map(|one| sayer.theirs(&one.fact)).collect();
        let mut block = Block::new("open", sayer.say(Say::Open));
        if !facts.is_empty() {
            let facts = sayer.list(&facts, false);
            block
                .lead
                .push(sayer.with(Say::OpenTell, &[("facts", &facts)]));
        }
        return block;
    }
    let items = questions.map(|question| {
        let mut item = Item::new(sayer.theirs(&question.text).stopped());
        let answers = sayer.name(question.answers.trim_end_matches('.'));
        item.staff
            .push(sayer.with(Say::ClinicAnswers, &[("answers", &answers)]));
        let rules = question.decides.iter();
        item.staff.extend(rules.map(|rule| writing.rule(rule)));
        item
    });
    Block::of_items("open", sayer.say(Say::Open), items.collect())
}

/// What the patient has or takes, and the protocol does not know.
pub(super) fn ask_us(writing: &Writing<'_>) -> Block {
    let sayer = &writing.sayer;
    let lines = writing
        .plan
        .not_covered
        .iter()
        .filter(|line| !line.reported);
    let items = lines.map(|line| {
        let mut item = Item::new(sayer.name(&line.thing).sentence().stopped());
        item.body.push(sayer.say(Say::NotCovered));
        if writing.for_clinic() {
            item.staff.push(sayer.name(&line.text).sentence().stopped());
        }
        item
    });
    Block::of_items("ask-us", sayer.say(Say::AskUs), items.collect())
}

/// For staff: all else that the plan says about itself.
pub(super) fn staff(writing: &Writing<'_>) -> Vec<Block> {
    let sayer = &writing.sayer;
    let plan = writing.plan;
    let named = |what: &str, text: &str| {
        let mut item = Item::new(sayer.name(what).sentence().stopped());
        item.body.push(sayer.name(text).sentence().stopped());
        item
    };
    let added = plan
        .can_be_added
        .iter()
        .map(|line| named(&line.what, &line.text));
    let find = plan.for_the_clinic.iter().map(|line| {
        let mut item = Item::new(sayer.name(&line.text).sentence().stopped());
        item.staff
            .extend(line.rule.iter().map(|rule| writing.rule(rule)));
        item
    });
    let warnings = plan.warnings.iter();
    let warnings = warnings.map(|line| Item::new(sayer.name(&line.text).sentence().stopped()));
    let facts = writing
        .plan
        .facts_used()
        .into_iter()
        .map(|fact| Item::new(sayer.name(&fact)));
    vec![
        Block::of_items("added", sayer.say(Say::ClinicAdded), added.collect()),
        Block::of_items("find", sayer.say(Say::ClinicFind), find.collect()),
        Block::of_items(
            "warnings",
            sayer.say(Say::ClinicWarnings),
            warnings.collect(),
        ),
        loosened(writing),
        own(writing),
        Block::of_items("facts", sayer.say(Say::ClinicFacts), facts.collect()),
    ]
}

/// What the protocol answers about what the patient has, on the day of the handout.
fn own(writing: &Writing<'_>) -> Block {
    let sayer = &writing.sayer;
    let own = |thing: &&ThingAnswer| thing.own && !thing.ask_prescriber;
    let items = writing.plan.things.iter().filter(own).map(|thing| {
        let answer = sayer.say(match thing.answer {
            Answer::Avoid => Say::AnswerAvoid,
            Answer::BetterNot => Say::AnswerBetterNot,
            Answer::Allowed => Say::AnswerAllowed,
            Answer::NotCovered => Say::AnswerNotCovered,
        });
        let name = sayer.name(thing.called.as_deref().unwrap_or(&thing.thing));
        let said = sayer.with(Say::ClinicAnswer, &[("thing", &name), ("answer", &answer)]);
        let mut item = Item::new(said.sentence().stopped());
        if thing.state != crate::plan::State::Settled {
            item.marks.push(sayer.say(Say::Maybe));
        }
        item.staff
            .extend(thing.rules.iter().map(|rule| writing.rule(rule)));
        item
    });
    let day = sayer.day(writing.days.on);
    let heading = sayer.with(Say::ClinicOwn, &[("day", &day)]);
    Block::of_items("own", heading, items.collect())
}

/// Where a variant asks less than the protocol that it extends.
fn loosened(writing: &Writing<'_>) -> Block {
    let sayer = &writing.sayer;
    let items = writing.plan.loosened.iter().map(|line| {
        let now = line.now.as_deref().map(|now| sayer.name(now));
        let mut item = Item::new(
            now.unwrap_or_else(|| sayer.say(Say::ClinicDropped))
                .stopped(),
        );
        let (sentence, place) = (
            sayer.name(&line.was.sentence),
            sayer.name(&crate::render::text::said_at(&line.was)),
        );
        let holes = [("sentence", &sentence), ("place", &place)];
        item.body
            .push(sayer.with(Say::ClinicLoosenedWas, &holes).stopped());
        let patient = sayer.name(&line.patient);
        item.body
            .push(sayer.with(Say::ClinicLoosenedFor, &[("patient", &patient)]));
        item.body
            .extend(line.because.as_deref().map(|because| writing.why(because)));
        item
    });
    Block::of_items("loosened", sayer.say(Say::ClinicLoosened), items.collect())
}
