//! Restrictions, limits, duties and permissions: today's first, then the others.

use crate::plan::{Directive, Moment, Phase, RuleRef, State, Strength, Verb, Window};
use crate::render::{Word, all_of, date_words};

use super::context::{Backing, Context, at, at_of_treatment};
use super::head::treated_of;
use super::page::{Flow, Page};
use super::phrase::{self, sentence, stopped};
use super::release;
use super::style::Style;
use super::when;

/// The groups of a day's lines, in the order of print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Avoid,
    BetterNot,
    Limit,
    Do,
    Allow,
    Conditional,
}

impl Group {
    const ALL: [(Group, Word); 6] = [
        (Group::Avoid, Word::GroupAvoid),
        (Group::BetterNot, Word::GroupBetterNot),
        (Group::Limit, Word::GroupLimit),
        (Group::Do, Word::GroupDo),
        (Group::Allow, Word::GroupAllow),
        (Group::Conditional, Word::GroupConditional),
    ];

    /// Where a line stands on the asked day.
    fn of(line: &Directive, on: Moment) -> Self {
        match line.verb {
            _ if line.state == State::Conditional && line.unless.is_none() => Group::Conditional,
            Verb::Avoid if only_advised(&line.windows, on) => Group::BetterNot,
            Verb::Avoid => Group::Avoid,
            Verb::Limit => Group::Limit,
            Verb::Do => Group::Do,
            Verb::Allow => Group::Allow,
        }
    }
}

/// Whether all windows that reach into the asked day or instant are advised.
fn only_advised(windows: &[Window], on: Moment) -> bool {
    let mut reaching = windows
        .iter()
        .filter(|window| reaches(window, on))
        .peekable();
    reaching.peek().is_some() && reaching.all(|window| window.strength == Strength::Advised)
}

fn reaches(window: &Window, on: Moment) -> bool {
    let started = window.from.is_none_or(|from| from <= on.date);
    let ended = window.last_day.is_some_and(|last| {
        last < on.date
            || last == on.date
                && matches!((on.time, window.until_time), (Some(now), Some(end)) if end.0 <= now)
    });
    started && !ended
}

/// The lines that hold on the asked day.
pub(super) fn today(context: &Context<'_>, page: &mut Page) {
    let Some(on) = context.plan.on else {
        return;
    };
    if context
        .plan
        .directives
        .iter()
        .all(|line| line.phase.is_none())
    {
        return;
    }
    page.heading(Word::OnThisDay.with(&[("day", &date_words(on.date))]));
    let active = lines(context, |line| line.phase == Some(Phase::Active));
    if active.is_empty() {
        page.paragraph(Flow::new().plain(Word::NothingToday.text()));
    }
    for (group, word) in Group::ALL {
        let members: Vec<&Directive> = active
            .iter()
            .copied()
            .filter(|line| Group::of(line, on) == group)
            .collect();
        if members.is_empty() {
            continue;
        }
        page.blank();
        page.paragraph(Flow::new().add(Style::Strong, word.text()));
        for line in members {
            item(context, page, line, group == Group::Conditional);
        }
    }
}

/// The lines to come, or all where no day is asked about.
pub(super) fn other_days(context: &Context<'_>, page: &mut Page) {
    let dated = context
        .plan
        .directives
        .iter()
        .any(|line| line.phase.is_some());
    let headings = [
        (Verb::Avoid, Word::OtherDaysAvoid, Word::AllAvoid),
        (Verb::Limit, Word::OtherDaysLimit, Word::AllLimit),
        (Verb::Do, Word::OtherDaysDo, Word::AllDo),
        (Verb::Allow, Word::OtherDaysAllow, Word::AllAllow),
    ];
    for (verb, other, all) in headings {
        let open = |line: &Directive| !matches!(line.phase, Some(Phase::Active | Phase::Past));
        let members = lines(context, |line| line.verb == verb && open(line));
        if members.is_empty() {
            continue;
        }
        page.heading(if dated { other } else { all }.text());
        for line in members {
            item(context, page, line, false);
        }
    }
}

/// The lines whose time is past, one line each.
pub(super) fn over(context: &Context<'_>, page: &mut Page) {
    let members = lines(context, |line| line.phase == Some(Phase::Past));
    if members.is_empty() {
        return;
    }
    page.heading(Word::Over.text());
    for line in members {
        let ended = format!("{}:", sentence(&phrase::with_verb(line)));
        let windows = [line.windows.as_slice(), &line.next_session_windows].concat();
        let mut when = release::over(when::ended(&windows), &line.off_now);
        if line.says_nothing_after() {
            when = format!("{when}; {}", Word::NotSaidAfter.text());
        }
        let flow = Flow::from(ended).plain(stopped(&when));
        page.item(flow.add(Style::Quiet, at_of_treatment(&line.rule)));
        // Nothing is to be done about what is over: only what it hung on is said.
        let backing = Backing::from(line);
        page.under(match line.state {
            State::Provisional | State::Waiting => context.said_mark(&backing),
            State::Settled | State::Conditional => context.mark(&backing),
        });
        let cut = context.plan.cut_short_by(line).into_iter();
        let cut: Vec<RuleRef> = cut.map(|ban| ban.rule.clone()).collect();
        page.under(held_back(&cut, Word::CutShort));
    }
}

/// The duties and permissions of which other lines leave nothing: for good, or until something happens.
pub(super) fn never(context: &Context<'_>, page: &mut Page) {
    let lines = context.plan.directives.iter();
    let members = lines.filter(|line| line.never_in_force);
    let (later, never): (Vec<&Directive>, Vec<&Directive>) =
        members.partition(|line| !awaited(context, line).is_empty());
    for (heading, members) in [
        (Word::HoldsLaterHeading, later),
        (Word::NeverInForce, never),
    ] {
        if !members.is_empty() {
            page.heading(heading.text());
        }
        for line in members {
            let said = stopped(&phrase::with_verb(line));
            let (word, flow) = match awaited(context, line).as_slice() {
                [] => {
                    let flow = held_back(&line.held_back_by, Word::NeverBecause);
                    let plain = Flow::new().plain(Word::NeverPlain.text());
                    (
                        Word::DoesNotHold,
                        if flow.is_empty() { plain } else { flow },
                    )
                }
                events => {
                    let rules = sentences(&line.held_back_by);
                    let events = [("events", all_of(events)), ("rules", rules)];
                    let events = events.each_ref().map(|(key, text)| (*key, text.as_str()));
                    (
                        Word::HoldsLater,
                        Flow::from(Word::NotYetBecause.with(&events)),
                    )
                }
            };
            // What does not hold must not read as though it were asked for.
            page.item(Flow::from(word.with(&[("line", &said)])));
            page.under(context.mark(&line.into()));
            if line.because.is_some() {
                page.under(context.ground(&Backing::from(line).of_its_own()));
                page.under(flow);
            } else {
                context.close(page, flow, line);
            }
        }
    }
}

/// The events that end what holds a line back, where each of those lines waits for one.
fn awaited<'a>(context: &Context<'a>, line: &Directive) -> Vec<&'a str> {
    let by = |rule: &RuleRef| {
        let mut lines = context.plan.directives.iter();
        lines.find(|other| other.verb == Verb::Avoid && other.rule == *rule)
    };
    let events: Option<Vec<&str>> = (line.held_back_by.iter())
        .map(|rule| by(rule)?.open_until.as_deref())
        .collect();
    let mut events = events.unwrap_or_default();
    events.sort_unstable();
    events.dedup();
    events
}

/// The lines that are ever in force and are wanted, the settled ones first.
fn lines<'a>(context: &Context<'a>, wanted: impl Fn(&Directive) -> bool) -> Vec<&'a Directive> {
    let mut found: Vec<&Directive> = context
        .plan
        .directives
        .iter()
        .filter(|line| !line.never_in_force && wanted(line))
        .collect();
    found.sort_by_key(|line| line.state);
    found
}

/// One line in full.
pub(super) fn item(context: &Context<'_>, page: &mut Page, line: &Directive, verb: bool) {
    let phrase = if verb {
        phrase::with_verb(line)
    } else {
        phrase::of_directive(line)
    };
    page.item(Flow::new().add(Style::Strong, stopped(&sentence(&phrase))));
    page.under(context.mark(&line.into()));
    let on = context.plan.on.map(|on| on.date);
    let when = when::of_directive(line, (treated_of(context.plan, line), on), context.by_day());
    let mut flow = Flow::from(stopped(&sentence(&when)));
    if line.limit.as_ref().is_some_and(|limit| limit.overridden) {
        flow = flow.plain(stopped(&sentence(Word::LimitOverridden.text())));
    }
    if !line.covers.is_empty() {
        flow = flow.plain(Word::Covers.with(&[("things", &all_of(&line.covers))]));
    }
    for (word, text) in [
        (Word::Instead, &line.instead),
        (Word::IfUnavoidable, &line.if_unavoidable),
    ] {
        if let Some(text) = text {
            flow = flow.plain(word.with(&[("what", text)]));
        }
    }
    // Its own reason stands before the rules that hold it back: behind them it would read as theirs.
    context.close(page, flow, line);
    for held in [
        held_back(&line.held_back_by, Word::HeldBack),
        part_held_back(line),
        next_held_back(line),
        not_using(line),
        clock_time(line),
    ] {
        page.under(held);
    }
}

/// The rules that cut a duty, a permission or a step; nothing where there are none.
pub(super) fn held_back(rules: &[RuleRef], word: Word) -> Flow {
    let word = match (rules.len(), word) {
        (0, _) => return Flow::new(),
        (2.., Word::HeldBack) => Word::HeldBackAny,
        _ => word,
    };
    Flow::from(word.with(&[("rules", &sentences(rules))]))
}

/// The rules that restrict a part of it, or a choice, while the rest stands.
fn part_held_back(line: &Directive) -> Flow {
    let rules = sentences(&line.part_held_back_by);
    match line.choices_held_back.as_slice() {
        _ if rules.is_empty() => Flow::new(),
        [] => Flow::from(Word::PartHeldBack.with(&[("rules", &rules)])),
        things => {
            let things = all_of(things);
            Flow::from(Word::ChoiceHeldBack.with(&[("things", &things), ("rules", &rules)]))
        }
    }
}

/// What other rules take of it before the next session alone.
fn next_held_back(line: &Directive) -> Flow {
    let rules = sentences(&line.next_session_held_back_by);
    match line.next_session_except.as_slice() {
        _ if rules.is_empty() => Flow::new(),
        [] => Flow::from(Word::NextHeldBack.with(&[("rules", &rules)])),
        things => {
            let holes = [("things", &*all_of(things)), ("rules", &*rules)];
            Flow::from(Word::NextPartHeldBack.with(&holes))
        }
    }
}

/// What it is done with and other rules restrict.
fn not_using(line: &Directive) -> Flow {
    if line.not_using.is_empty() {
        return Flow::new();
    }
    let things = all_of(&line.not_using);
    let rules = sentences(&line.not_using_because_of);
    Flow::from(Word::NotUsing.with(&[("things", &things), ("rules", &rules)]))
}

/// That it hangs on the clock time if anything is left of it.
fn clock_time(line: &Directive) -> Flow {
    match line.clock_time_decides {
        true => Flow::new().plain(Word::ClockTimeDecides.text()),
        false => Flow::new(),
    }
}

/// Rules as they are written, each with its place.
fn sentences(rules: &[RuleRef]) -> String {
    let said =
        |rule: &RuleRef| Word::RuleAt.with(&[("sentence", &rule.sentence), ("place", &at(rule))]);
    let said: Vec<String> = rules.iter().map(said).collect();
    said.join("; ")
}
