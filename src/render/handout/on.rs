//! What is asked for, limited and allowed, what has to wait, and what is over.

use super::off::{again, beside};
use super::page::{Block, Group, Item};
use super::text::Text;
use super::when::{When, ended};
use super::words::Say;
use super::writing::{Grounds, Kind, Writing, own_area};
use crate::plan::{Directive, Phase, RuleRef, State, Verb};

/// How many things that other lines hold still are named with what is over.
const NAMED: usize = 4;

/// `Do`, `Keep to a limit`, `You may` and `Not yet`.
pub(super) fn blocks(writing: &Writing<'_>) -> Vec<Block> {
    let headings = [
        (Verb::Limit, "limit", Say::Limit),
        (Verb::Do, "do", Say::Do),
        (Verb::Allow, "may", Say::May),
    ];
    let mut blocks: Vec<Block> = headings
        .into_iter()
        .map(|(verb, id, heading)| {
            let lines = writing.plan.directives.iter();
            let lines = lines.filter(|line| line.verb == verb && holds(line));
            let mut block = Block::new(id, writing.sayer.say(heading));
            block.groups = groups(writing, lines);
            block
        })
        .collect();
    let waiting = writing.plan.directives.iter().filter(|line| waits(line));
    let mut waiting: Vec<Item> = waiting.map(|line| item(writing, line, true)).collect();
    waiting.extend(held_until(writing));
    let heading = writing.sayer.say(Say::Waits);
    blocks.push(Block::of_items("waits", heading, waiting));
    blocks
}

/// Whether a line is in force at some time, or may be.
fn holds(line: &Directive) -> bool {
    !line.never_in_force && line.phase != Some(Phase::Past) && !waits(line)
}

/// Whether a line waits for an answer. What is to be gone on with is not told to wait, which would read as though it
/// were to be stopped.
fn waits(line: &Directive) -> bool {
    line.state == State::Waiting
        && !line.never_in_force
        && line.phase != Some(Phase::Past)
        && line.word != "continue"
}

/// Lines that hold at the same time stand together.
fn groups<'p>(writing: &Writing<'_>, lines: impl Iterator<Item = &'p Directive>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for line in lines {
        let when = When::of(line, writing.days.on).say(&writing.sayer, writing.days_of(line));
        let mut heading = when.sentence().stopped();
        if line.nothing_after {
            heading = Text::join(&[heading, writing.sayer.say(Say::FreeNotSaid)], " ");
        }
        let item = item(writing, line, false);
        match groups
            .iter_mut()
            .find(|group| group.heading.as_ref() == Some(&heading))
        {
            Some(group) => group.items.push(item),
            None => groups.push(Group {
                heading: Some(heading),
                items: vec![item],
                ..Group::default()
            }),
        }
    }
    groups
}

/// A line; with its time where no heading says it.
fn item(writing: &Writing<'_>, line: &Directive, timed: bool) -> Item {
    let sayer = &writing.sayer;
    let phrase = if timed {
        sayer.with_verb(line)
    } else {
        sayer.phrase(line)
    };
    let mut item = writing.item(&phrase, line);
    let mut body = Vec::new();
    if timed {
        let when = When::of(line, writing.days.on).say(sayer, writing.days_of(line));
        body.push(when.sentence().stopped());
        if line.nothing_after {
            body.push(sayer.say(Say::FreeNotSaid));
        }
    }
    body.extend(again(writing, line));
    if line.limit.as_ref().is_some_and(|limit| limit.overridden) {
        body.push(sayer.say(Say::LowerLimit));
    }
    body.extend(beside(writing, line));
    item.body.splice(0..0, body);
    // The line's own reason stands before what other rules hold back of it: behind that it would read as theirs.
    for (message, things) in [
        (Say::ChoiceHeld, &line.choices_held_back),
        (Say::NotUsing, &line.not_using),
    ] {
        if !things.is_empty() {
            let things = sayer.things(things, false);
            item.body.push(sayer.with(message, &[("things", &things)]));
        }
    }
    item.body.extend(next_held(writing, line));
    if line.clock_time_decides {
        item.body.push(sayer.say(Say::ClockDecides));
    }
    if writing.for_clinic() {
        item.staff.extend(held_by(writing, line));
    }
    item
}

/// What other rules take of it before the next session alone.
fn next_held(writing: &Writing<'_>, line: &Directive) -> Option<Text> {
    let sayer = &writing.sayer;
    if line.next_session_held_back_by.is_empty() {
        return None;
    }
    if line.next_session_except.is_empty() {
        return Some(sayer.say(Say::NextHeld));
    }
    let things = sayer.things(&line.next_session_except, false);
    Some(sayer.with(Say::NextBut, &[("things", &things)]))
}

/// For staff: the rules that hold a line or a part of it back.
fn held_by(writing: &Writing<'_>, line: &Directive) -> Option<Text> {
    let rules = line.all_held_back_by().chain(&line.not_using_because_of);
    let rules = rules.chain(&line.next_session_held_back_by);
    let rules: Vec<Text> = rules.map(|rule| writing.rule(rule)).collect();
    let rules = Text::join(&rules, "; ");
    let held = writing.sayer.with(Say::ClinicHeldBy, &[("rules", &rules)]);
    (!rules.is_empty()).then_some(held)
}

/// What other lines hold back wholly until something happens that has no date yet.
fn held_until(writing: &Writing<'_>) -> Vec<Item> {
    let sayer = &writing.sayer;
    let lines = writing.plan.directives.iter();
    let lines = lines.filter(|line| line.never_in_force);
    let items = lines.filter_map(|line| {
        let events = awaited(writing, line)?;
        let events: Vec<Text> = events.iter().map(|event| sayer.theirs(event)).collect();
        let events = sayer.list(&events, false);
        let mut item = writing.item(&sayer.with_verb(line), line);
        item.body
            .push(sayer.with(Say::HeldUntil, &[("events", &events)]));
        if writing.for_clinic() {
            item.staff.extend(held_by(writing, line));
        }
        Some(item)
    });
    items.collect()
}

/// The events that end what holds a line back; none where one of those lines waits for no event.
fn awaited<'a>(writing: &Writing<'a>, line: &Directive) -> Option<Vec<&'a str>> {
    let mut events = Vec::new();
    for rule in &line.held_back_by {
        let mut others = writing.plan.directives.iter();
        let by = others.find(|other| other.verb == Verb::Avoid && other.rule == *rule)?;
        events.push(by.open_until.as_deref()?);
    }
    events.sort_unstable();
    events.dedup();
    (!events.is_empty()).then_some(events)
}

/// For staff: what is held back for good.
pub(super) fn held_back(writing: &Writing<'_>) -> Block {
    let lines = writing.plan.directives.iter();
    let lines = lines.filter(|line| line.never_in_force && awaited(writing, line).is_none());
    let items = lines.map(|line| {
        let mut item = writing.item(&writing.sayer.with_verb(line), line);
        item.staff.extend(held_by(writing, line));
        item
    });
    let heading = writing.sayer.say(Say::ClinicHeld);
    Block::of_items("held", heading, items.collect())
}

/// What the patient need no longer heed: what ended on one day stands together, and what needs more words, such as that
/// other lines hold it still, by itself.
pub(super) fn over(writing: &Writing<'_>) -> Block {
    let sayer = &writing.sayer;
    let mut days: Vec<(Text, &RuleRef, Vec<Text>)> = Vec::new();
    let mut items = Vec::new();
    let lines = writing.plan.directives.iter();
    let over = lines.filter(|line| !line.never_in_force && line.phase == Some(Phase::Past));
    let mut over: Vec<&Directive> = over.collect();
    // A permission is said last of its day: what stands behind `you may` reads as though it might be done.
    over.sort_by_key(|line| (line.last_day, line.verb == Verb::Allow));
    for line in over {
        let windows = [line.windows.as_slice(), &line.next_session_windows].concat();
        let when = ended(sayer, &windows);
        let more = over_more(writing, line);
        if !more.is_empty() || writing.for_clinic() {
            items.push(over_item(writing, line, &when, more));
            continue;
        }
        let rule = &line.rule;
        let what = own_area(sayer.with_verb(line), rule);
        let mut known = days.iter_mut();
        match known.find(|(day, of, _)| *day == when && of.treatment == rule.treatment) {
            Some((_, _, all)) if all.contains(&what) => {}
            Some((_, _, all)) => all.push(what),
            None => days.push((when, rule, vec![what])),
        }
    }
    let days = days.into_iter().map(|(day, rule, all)| {
        let mut item = writing.item_of(day.sentence().stopped(), rule);
        item.body.push(Text::join(&all, "; ").sentence().stopped());
        item
    });
    let items = days.chain(items).collect();
    Block::of_items("over", sayer.say(Say::Over), items)
}

/// What is to be said of a line that is over besides when it ended.
fn over_more(writing: &Writing<'_>, line: &Directive) -> Vec<Text> {
    let sayer = &writing.sayer;
    let mut more: Vec<Text> = still_off(writing, line).into_iter().collect();
    if line.says_nothing_after() {
        more.push(sayer.say(Say::FreeNotSaid));
    }
    more.extend(again(writing, line));
    let bans = writing.plan.cut_short_by(line).into_iter();
    let bans: Vec<Text> = bans.map(|ban| sayer.with_verb(ban)).collect();
    if !bans.is_empty() {
        let rules = Text::join(&bans, "; ");
        more.push(sayer.with(Say::OverCut, &[("rules", &rules)]));
    }
    more
}

/// What of it other lines hold still, and for which treatment: where they are many, the list of what is off names them.
fn still_off(writing: &Writing<'_>, line: &Directive) -> Option<Text> {
    let sayer = &writing.sayer;
    let first = line.off_now.first()?;
    let mut things: Vec<String> = Vec::new();
    let mut of: Vec<&str> = Vec::new();
    for held in &line.off_now {
        things.extend(held.things.iter().cloned());
        for treatment in held
            .rules
            .iter()
            .filter_map(|rule| rule.treatment.as_deref())
        {
            if !of.contains(&treatment) {
                of.push(treatment);
            }
        }
    }
    let of: Vec<Text> = of.into_iter().map(|of| sayer.theirs(of)).collect();
    let (said, treatment) = (sayer.things(&things, false), sayer.list(&of, false));
    let (things, treatment) = (("things", &said), ("treatment", &treatment));
    Some(match (first.all, things_are_few(line), of.is_empty()) {
        (true, _, true) => sayer.say(Say::OverAll),
        (true, _, false) => sayer.with(Say::OverAllFor, &[treatment]),
        (false, false, true) => sayer.say(Say::OverPart),
        (false, false, false) => sayer.with(Say::OverPartFor, &[treatment]),
        (false, true, true) => sayer.with(Say::OverBut, &[things]),
        (false, true, false) => sayer.with(Say::OverButFor, &[things, treatment]),
    })
}

fn things_are_few(line: &Directive) -> bool {
    let things = line.off_now.iter().map(|held| held.things.len());
    things.sum::<usize>() <= NAMED
}

fn over_item(writing: &Writing<'_>, line: &Directive, when: &Text, more: Vec<Text>) -> Item {
    let sayer = &writing.sayer;
    let what = sayer.with_verb(line).sentence();
    let said = sayer.with(Say::NormalWhen, &[("what", &what), ("when", when)]);
    let mut item = writing.item_of(said.stopped(), &line.rule);
    item.body = more;
    if writing.for_clinic() {
        // Nothing is to be done about it any more.
        item.marks = writing.marks(&Grounds {
            kind: Kind::Said,
            ..Grounds::from(line)
        });
        item.staff.push(writing.rule(&line.rule));
        item.staff.extend(held_by(writing, line));
    }
    item
}
