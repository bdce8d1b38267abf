//! What is off: in groups that end alike, as a list with reasons and as a strip of days.

use chrono::{Days, NaiveDate};

use super::page::{Bar, Block, Group, ITEMS, Item, Row, Stretch, Strip};
use super::text::Text;
use super::when::{self, When};
use super::words::Say;
use super::writing::Writing;
use crate::plan::{Directive, Phase, State, StillHeld, Strength, ThingAnswer, Verb, Window};

/// Restrictions that end alike.
pub(super) struct Held<'a> {
    lines: Vec<&'a Directive>,
    when: Text,
    /// The windows of each that matter on the day of the handout.
    windows: &'a [Window],
    free: Free,
    /// Whether they hold only once a symptom is there.
    conditional: bool,
}

/// What the end of a restriction gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Free {
    /// The first free day, and whether the restriction ends within the day before.
    On(NaiveDate, bool),
    /// The first free day of whoever it is for, which is open.
    OnIfHeld(NaiveDate),
    /// The protocol does not say what holds afterwards.
    NotSaid,
    /// Other lines hold all of it longer, until the day before this one where that is known.
    Held(Option<NaiveDate>),
    /// It holds again at once, before the next session.
    AtOnce,
    /// No day is known.
    NoDate,
}

/// The restrictions that are not over, those that end first standing first.
pub(super) fn held<'a>(writing: &Writing<'a>) -> Vec<Held<'a>> {
    let mut groups: Vec<Held<'a>> = Vec::new();
    for line in &writing.plan.directives {
        if line.verb != Verb::Avoid || line.never_in_force || line.phase == Some(Phase::Past) {
            continue;
        }
        let when = When::of(line, writing.days.on).say(&writing.sayer, writing.days_of(line));
        let free = free(writing, line);
        let conditional = line.state == State::Conditional && line.unless.is_none();
        let alike = |group: &&mut Held<'a>| {
            group.when == when && group.free == free && group.conditional == conditional
        };
        match groups.iter_mut().find(alike) {
            Some(group) => group.lines.push(line),
            None => groups.push(Held {
                lines: vec![line],
                windows: line.windows_on(writing.days.on),
                when,
                free,
                conditional,
            }),
        }
    }
    groups.sort_by_key(|group| (group.conditional, group.last().is_none(), group.last()));
    groups
}

impl Held<'_> {
    /// The last day of any of its windows; none where one has no date.
    fn last(&self) -> Option<NaiveDate> {
        last_of(self.windows)
    }

    /// Whether they end with something that has no date yet.
    fn ends_with_event(&self) -> bool {
        let mut windows = self.lines.iter().flat_map(|line| &line.windows);
        windows.any(|window| window.last_day.is_none() && window.ends_at.is_some())
    }

    /// Whether nobody can say yet when they end.
    pub fn has_no_end(&self) -> bool {
        self.free == Free::NoDate && self.last().is_none()
    }

    /// A restriction whose end gives back what it restricts.
    pub fn given_back(&self) -> Option<&Directive> {
        let given_back = matches!(self.free, Free::On(..) | Free::OnIfHeld(_)) && !self.conditional;
        self.lines.first().copied().filter(|_| given_back)
    }
}

fn last_day(line: &Directive) -> Option<NaiveDate> {
    last_of(&line.windows)
}

fn last_of(windows: &[Window]) -> Option<NaiveDate> {
    let ends: Option<Vec<NaiveDate>> = windows.iter().map(|window| window.last_day).collect();
    ends?.into_iter().max()
}

fn free(writing: &Writing<'_>, line: &Directive) -> Free {
    // What the session brings is told after it.
    if line.only_next_is_left_on(writing.days.on) {
        return Free::NoDate;
    }
    if holds_again_at_once(line) {
        return Free::AtOnce;
    }
    if line.still_held.first().is_some_and(|held| held.all) {
        let days = line.still_held.iter();
        let days = days.map(|held| held_day(writing, line, held));
        let days: Option<Vec<NaiveDate>> = days.collect();
        return Free::Held(days.and_then(|days| days.into_iter().max()));
    }
    match (line.first_free_day, last_day(line)) {
        (Some(day), _) => {
            let within = line
                .windows
                .last()
                .is_some_and(|last| last.until_time.is_some());
            // Of what it does not hold for, its end gives nothing back.
            if line.releases && line.state != State::Settled && !line.unless_prescribed {
                Free::OnIfHeld(day)
            } else {
                Free::On(day, within)
            }
        }
        (None, Some(last)) if !line.releases && last > writing.days_of(line).treated.date => {
            // Another line may hold the same things longer.
            match free_day(writing, &line.items) {
                Some(day) if Some(day) > last.succ_opt() => Free::Held(Some(day)),
                _ => Free::NotSaid,
            }
        }
        _ => Free::NoDate,
    }
}

/// Whether the line holds before the next session already on the day after its last one.
fn holds_again_at_once(line: &Directive) -> bool {
    let again = line
        .next_session_windows
        .first()
        .and_then(|window| window.from);
    match (last_day(line).and_then(|last| last.succ_opt()), again) {
        (Some(next), Some(again)) => again <= next,
        _ => false,
    }
}

/// The first day on which what other lines hold, once this one is over, may be free: none of them holds then, as far as
/// each says itself. None where one holds without a day, as around a session that is not booked.
fn held_day(writing: &Writing<'_>, line: &Directive, held: &StillHeld) -> Option<NaiveDate> {
    let mut latest = free_day(writing, &held.things);
    for rule in &held.rules {
        let others = writing.plan.directives.iter();
        for other in others.filter(|other| other.verb == Verb::Avoid && other.rule == *rule) {
            latest = latest.max(Some(last_day(other)?.succ_opt()?));
        }
    }
    // On the day after this line the others hold.
    let day_held = last_day(line)?.succ_opt()?;
    latest.filter(|day| *day > day_held)
}

/// The first day on which all of some things are free, as the plan says of each; none where it has no day for one.
fn free_day(writing: &Writing<'_>, names: &[String]) -> Option<NaiveDate> {
    let mut latest = None;
    for name in names {
        let is_it = |thing: &&ThingAnswer| {
            thing.thing == *name
                || thing.called.as_ref() == Some(name)
                || thing.classes.contains(name)
        };
        let mut found = writing.plan.things.iter().filter(is_it).peekable();
        found.peek()?;
        for thing in found {
            latest = latest.max(Some(thing.free_from?));
        }
    }
    latest
}

/// What has no place in the strip of days: what is off only once a symptom is there, and all where there is no strip.
pub(super) fn avoid(writing: &Writing<'_>, held: &[Held<'_>], strip: bool) -> Block {
    let sayer = &writing.sayer;
    let heading = if strip { Say::AvoidIf } else { Say::Avoid };
    let mut block = Block::new("avoid-if", sayer.say(heading));
    for group in held.iter().filter(|group| group.conditional || !strip) {
        let free = free_words(writing, group);
        let heading = [Some(group.when.sentence().stopped()), free];
        let heading: Vec<Text> = heading.into_iter().flatten().collect();
        block.groups.push(Group {
            heading: Some(Text::join(&heading, " ")),
            items: group.lines.iter().map(|line| item(writing, line)).collect(),
            ..Group::default()
        });
    }
    block
}

fn free_words(writing: &Writing<'_>, group: &Held<'_>) -> Option<Text> {
    let sayer = &writing.sayer;
    let on = |message: Say, day: NaiveDate| sayer.with(message, &[("day", &sayer.day(day))]);
    Some(match group.free {
        Free::On(day, false) => on(Say::Free, day),
        Free::On(day, true) => on(Say::FreeWhole, day),
        Free::OnIfHeld(day) => on(Say::FreeWhere, day),
        Free::NotSaid => sayer.say(Say::FreeNotSaid),
        Free::Held(Some(day)) => on(Say::FreeHeldUntil, day),
        Free::Held(None) => sayer.say(Say::FreeHeld),
        Free::AtOnce => sayer.say(Say::AgainAtOnce),
        Free::NoDate if group.ends_with_event() => sayer.say(Say::NoDateShort),
        Free::NoDate => return None,
    })
}

fn item(writing: &Writing<'_>, line: &Directive) -> Item {
    let mut item = writing.item(&writing.sayer.phrase(line), line);
    let mut body = Vec::new();
    body.extend(
        line.still_held
            .iter()
            .filter(|held| !held.all)
            .map(|held| but(writing, line, held)),
    );
    body.extend(again(writing, line));
    body.extend(beside(writing, line));
    item.body.splice(0..0, body);
    item
}

/// What of it other lines hold longer.
fn but(writing: &Writing<'_>, line: &Directive, held: &StillHeld) -> Text {
    let sayer = &writing.sayer;
    let things = sayer.things(&held.things, false);
    match held_day(writing, line, held) {
        Some(day) => sayer.with(
            Say::FreeBut,
            &[("things", &things), ("day", &sayer.day(day))],
        ),
        None => sayer.with(Say::FreeButOpen, &[("things", &things)]),
    }
}

/// When it holds again, before the next session.
pub(super) fn again(writing: &Writing<'_>, line: &Directive) -> Option<Text> {
    let sayer = &writing.sayer;
    if line.only_next_is_left_on(writing.days.on) {
        return Some(sayer.say(Say::AgainNow));
    }
    if holds_again_at_once(line) {
        // Of a restriction its group says it.
        return (line.verb != Verb::Avoid).then(|| sayer.say(Say::AgainDuty));
    }
    again_from(writing, &line.next_session_windows, writing.days_of(line))
}

/// From when something holds before the next session.
pub(super) fn again_from(writing: &Writing<'_>, next: &[Window], days: when::Days) -> Option<Text> {
    let sayer = &writing.sayer;
    let window = next.first()?;
    if let (Some(day), None) = (window.from, window.from_time) {
        return Some(sayer.with(Say::AgainFrom, &[("day", &sayer.day(day))]));
    }
    let around = When {
        windows: std::slice::from_ref(window),
        words: None,
        usually: None,
        verb: None,
        no_end: Say::NoEnd,
    };
    let when = around.say(sayer, days);
    Some(sayer.with(Say::AgainAt, &[("when", &when)]))
}

/// What stands by a line besides when and why.
pub(super) fn beside(writing: &Writing<'_>, line: &Directive) -> Vec<Text> {
    let sayer = &writing.sayer;
    let mut body = Vec::new();
    if !line.covers.is_empty() {
        // The patient's own names for things are nobody's to translate.
        let covers: Vec<Text> = line.covers.iter().map(|name| sayer.name(name)).collect();
        let things = sayer.list(&covers, false);
        body.push(sayer.with(Say::Covers, &[("things", &things)]));
    }
    for (message, what) in [
        (Say::Instead, &line.instead),
        (Say::Unavoidable, &line.if_unavoidable),
    ] {
        if let Some(what) = what {
            let what = sayer.theirs(what).unstopped();
            body.push(sayer.with(message, &[("what", &what)]));
        }
    }
    body
}

/// The strip of days, in portions; none where nothing is off on any day.
pub(super) fn strips(writing: &Writing<'_>, held: &[Held<'_>]) -> Vec<Strip> {
    let held: Vec<&Held<'_>> = held.iter().filter(|group| !group.conditional).collect();
    let Some((first, days)) = reach(writing, &held) else {
        return Vec::new();
    };
    let rows = held
        .iter()
        .flat_map(|group| rows(writing, group, first, days));
    let rows: Vec<Row> = rows.collect();
    let sayer = &writing.sayer;
    let key = [
        (Bar::Off, Say::StripOff),
        (Bar::BetterNot, Say::StripBetterNot),
        (Bar::NotKnown, Say::StripNotKnown),
    ];
    let used = |bar: Bar| {
        let mut stretches = rows.iter().flat_map(|row| &row.stretches);
        stretches.any(|stretch| stretch.bar == bar)
    };
    let key: Vec<(Bar, Text)> = (key.into_iter().filter(|(bar, _)| used(*bar)))
        .map(|(bar, message)| (bar, sayer.say(message)))
        .collect();
    let last = first.checked_add_days(Days::new(u64::from(days - 1)));
    let ends = [first, last.unwrap_or(first)].map(|day| sayer.day(day));
    let heading = sayer.say(Say::StripTitle);
    let portions = rows.chunks(ITEMS).enumerate().map(|(index, rows)| Strip {
        heading: match index {
            0 => heading.clone(),
            _ => sayer.with(Say::Continued, &[("heading", &heading)]),
        },
        free: sayer.say(Say::StripBack),
        columns: [Say::StripWhat, Say::StripDays].map(|message| sayer.say(message)),
        days,
        ends: ends.clone(),
        rows: rows.to_vec(),
        key: key.clone(),
    });
    portions.collect()
}

/// The first day of the strip, and how many there are: to the last day off, or to the day after it.
fn reach(writing: &Writing<'_>, held: &[&Held<'_>]) -> Option<(NaiveDate, u32)> {
    let lines = held.iter().flat_map(|group| &group.lines);
    let on = writing.days.on;
    let windows: Vec<&Window> = lines.flat_map(|line| line.windows_on(on)).collect();
    let earliest = windows.iter().filter_map(|window| window.from).min()?;
    // What was off before the treatment is over; where the treatment is to come, it is not.
    let first = earliest.max(writing.days.on.min(writing.days.treated.date));
    let ends = windows
        .iter()
        .flat_map(|window| [window.from, window.last_day]);
    let free = held.iter().filter_map(|group| match group.free {
        Free::On(day, _) | Free::OnIfHeld(day) | Free::Held(Some(day)) => Some(day),
        _ => None,
    });
    let last = ends.flatten().chain(free).max()?.max(first);
    let days = u32::try_from((last - first).num_days() + 1).ok()?;
    Some((first, days))
}

fn rows(writing: &Writing<'_>, group: &Held<'_>, first: NaiveDate, days: u32) -> Vec<Row> {
    let free = free_words(writing, group);
    let items: Vec<Item> = group.lines.iter().map(|line| item(writing, line)).collect();
    let rows = items.chunks(ITEMS).map(|items| Row {
        items: items.to_vec(),
        stretches: stretches(group.windows, first, days),
        when: group.when.sentence().stopped(),
        said: writing.sayer.with(Say::StripBar, &[("when", &group.when)]),
        free: free.clone(),
        of: None,
    });
    rows.map(Row::shared).collect()
}

/// The bars of windows, one after the other.
fn stretches(windows: &[Window], first: NaiveDate, days: u32) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for window in windows {
        let Some(mut next) = stretch(window, first, days) else {
            continue;
        };
        if let Some(before) = stretches.last_mut() {
            // Of a day that two windows share the firm one counts.
            if next.bar == Bar::Off && before.bar == Bar::BetterNot {
                before.to = before.to.min(next.from);
            }
            next.from = next.from.max(before.to);
        }
        stretches.push(next);
    }
    stretches.retain(|stretch| stretch.from < stretch.to);
    stretches
}

/// The days of a window within the strip.
fn stretch(window: &Window, first: NaiveDate, days: u32) -> Option<Stretch> {
    let offset = |day: NaiveDate| u32::try_from((day - first).num_days().max(0)).unwrap_or(days);
    let from = window.from.map_or(0, offset);
    let to = match window.last_day {
        Some(last) if last < first => return None,
        Some(last) => offset(last) + 1,
        None => days,
    };
    let bar = match (window.last_day, window.from, window.strength) {
        (None, _, _) | (_, None, _) => Bar::NotKnown,
        (_, _, Strength::Firm) => Bar::Off,
        (_, _, Strength::Advised) => Bar::BetterNot,
    };
    Some(Stretch {
        from: from.min(days),
        to: to.min(days),
        bar,
    })
}
