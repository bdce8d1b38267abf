//! What of a plan has days of its own.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::lines::{about, because, call_it, state_line};
use crate::plan::{Directive, Moment, Plan, State, Steps, Strength, ThingAnswer, Verb, Window};
use crate::render::text::{
    listed_in_full, listed_in_short, of_treatment, phrase_of, said_at, sentence, spoken, when_of,
    with_verb,
};
use crate::render::{CalendarWord, all_of, clock_words, date_words};

/// Days in the calendar.
#[derive(Debug, Clone)]
pub(in crate::render) struct Event {
    /// What tells it from the others of this plan, on each issue: it holds no date and no number of days, which another
    /// issue may change.
    pub item: String,
    pub first: NaiveDate,
    /// The last day in it.
    pub last: NaiveDate,
    pub title: String,
    /// The description, a line each.
    pub text: Vec<String>,
    /// Whether it is a time in which to book something, or hangs on one.
    pub tentative: bool,
    pub alarm: bool,
}

/// All but the day of the treatment.
pub(super) fn all(plan: &Plan, treated: Moment) -> Vec<Event> {
    let mut all = Vec::new();
    let reach = Reach {
        treated: treated.date,
        end: end(plan, treated.date),
    };
    for line in &plan.directives {
        directive(line, treated, reach, &mut all);
    }
    for steps in &plan.steps {
        of_steps(plan, steps, reach, &mut all);
    }
    free_again(plan, &mut all);
    bookings(plan, &mut all);
    all
}

/// The days of a calendar.
#[derive(Debug, Clone, Copy)]
struct Reach {
    treated: NaiveDate,
    /// The last day on which anything ends, comes back or is to be booked: so long stands what has no end of its own, for
    /// a ban that stood on its first day alone would look over on the second.
    end: NaiveDate,
}

fn end(plan: &Plan, treated: NaiveDate) -> NaiveDate {
    let lines = plan.directives.iter().filter(|line| is_in(line));
    let windows = lines.flat_map(|line| line.windows.iter().chain(&line.next_session_windows));
    let steps = plan.steps.iter();
    let steps = steps.flat_map(|steps| steps.windows.iter().chain(&steps.next_session_windows));
    let windows = windows.chain(steps);
    let windows = windows.filter(|window| is_shown(window));
    let days = windows.flat_map(|window| [window.from, window.last_day]);
    let free = plan.things.iter().map(|thing| thing.free_from);
    let course = plan.treatments.iter().flat_map(|one| &one.sessions);
    let next = course.flat_map(|course| &course.candidates);
    let next = next.filter_map(|one| one.next).map(|next| next.latest);
    let all = days.chain(free).chain(next).flatten();
    all.max().map_or(treated, |last| last.max(treated))
}

/// Whether a line stands in the calendar, where it has days.
fn is_in(line: &Directive) -> bool {
    line.verb != Verb::Allow && !line.never_in_force
}

/// Whether a window stands in the calendar: it has a day, and holds as far as anybody knows.
pub(super) fn is_shown(window: &Window) -> bool {
    (window.from.is_some() || window.last_day.is_some()) && window.state != State::Waiting
}

fn directive(line: &Directive, treated: Moment, reach: Reach, all: &mut Vec<Event>) {
    if !is_in(line) {
        return;
    }
    let about = about(line);
    let when = when_of(line, (Some(treated.date), None), treated.time.is_none());
    let mut text = vec![call_it(&when)];
    text.extend(because(line));
    let place = CalendarWord::From.with(&[("place", &said_at(&line.rule))]);
    for (windows, before_next) in [(&line.windows, false), (&line.next_session_windows, true)] {
        let mut shown: BTreeMap<Strength, usize> = BTreeMap::new();
        for window in windows.iter().filter(|window| is_shown(window)) {
            let nth = shown.entry(window.strength).or_default();
            *nth += 1;
            let item = format!("{about}\n{:?}\n{nth}\n{before_next}", window.strength);
            let mut event = windowed(window, reach, (item, title(line, window.strength)));
            let mut described = event.text;
            described.splice(0..0, text.iter().cloned());
            described.extend(state_line(window.state, line.if_.as_deref()));
            described.push(place.clone());
            event.text = described;
            event.title = sure(event.title, window.state, line.if_.as_deref());
            if before_next {
                before_the_next(&mut event);
            }
            all.push(event);
        }
    }
}

/// What a line says in a window of a strength.
fn title(line: &Directive, strength: Strength) -> String {
    let (word, things) = match (line.verb, strength) {
        (Verb::Avoid | Verb::Allow, _) => {
            let bare = phrase_of(line);
            match strength {
                Strength::Firm => (CalendarWord::Avoid, bare),
                Strength::Advised => (CalendarWord::BetterNot, bare),
            }
        }
        (Verb::Limit, _) => (CalendarWord::Limit, with_verb(line)),
        (Verb::Do, Strength::Firm) => (CalendarWord::Do, sentence(&with_verb(line))),
        (Verb::Do, Strength::Advised) => (CalendarWord::DoAdvised, with_verb(line)),
    };
    word.with(&[("things", &things)])
}

/// A title that says how sure it is.
fn sure(title: String, state: State, hangs_on: Option<&str>) -> String {
    match (state, hangs_on) {
        (State::Provisional, _) => CalendarWord::NotFinal.with(&[("title", &title)]),
        (State::Conditional, Some(hangs_on)) => {
            CalendarWord::OnlyIf.with(&[("title", &title), ("if", &spoken(hangs_on))])
        }
        _ => title,
    }
}

/// A window that has a day. Where its end has none, it stands to the end of the calendar; where its start has none, on
/// its last day; and says so.
fn windowed(window: &Window, reach: Reach, (item, title): (String, String)) -> Event {
    let (mut title, mut text) = (title, Vec::new());
    if window.last_day.is_none() {
        title = match &window.ends_at {
            Some(event) => {
                text.push(CalendarWord::EndsWith.with(&[("event", event)]));
                CalendarWord::UntilEvent.with(&[("title", &title), ("event", event)])
            }
            None => CalendarWord::NoEnd.with(&[("title", &title)]),
        };
        text.push(CalendarWord::GoesOn.text().to_owned());
    } else if window.from.is_none() {
        title = CalendarWord::UntilToday.with(&[("title", &title)]);
        text.push(CalendarWord::HoldsBefore.text().to_owned());
    }
    let first = window.from.or(window.last_day).unwrap_or(reach.treated);
    let last = window.last_day.unwrap_or(reach.end).max(first);
    Event {
        item,
        first,
        last,
        title,
        text,
        tentative: false,
        // What starts with the treatment was told there.
        alarm: first > reach.treated,
    }
}

fn of_steps(plan: &Plan, steps: &Steps, reach: Reach, all: &mut Vec<Event>) {
    let hangs_on = steps.if_.as_deref();
    for (windows, before_next) in [
        (&steps.windows, ""),
        (&steps.next_session_windows, "\nbefore next"),
    ] {
        let windows = windows.iter().filter(|window| is_shown(window));
        for (nth, window) in (1..).zip(windows) {
            let item = format!("steps\n{}\n{nth}{before_next}", steps.title);
            let title = CalendarWord::Steps.with(&[("title", &sentence(&steps.title))]);
            let mut event = windowed(window, reach, (item, title));
            let mut text: Vec<String> = super::lines::steps(plan, steps);
            text.append(&mut event.text);
            text.extend(state_line(window.state, hangs_on));
            text.push(CalendarWord::From.with(&[("place", &said_at(&steps.rule))]));
            event.text = text;
            event.title = sure(event.title, window.state, hangs_on);
            if !before_next.is_empty() {
                before_the_next(&mut event);
            }
            all.push(event);
        }
    }
}

/// The next session is not booked yet.
fn before_the_next(event: &mut Event) {
    event.title = CalendarWord::BeforeNext.with(&[("title", &event.title)]);
    event.tentative = true;
}

/// The day on which each thing is no longer off, all rules together.
pub(in crate::render) fn free_again(plan: &Plan, all: &mut Vec<Event>) {
    let mut days: BTreeMap<NaiveDate, Vec<&ThingAnswer>> = BTreeMap::new();
    for thing in plan.things.iter().filter(|thing| !thing.ask_prescriber) {
        if let Some(day) = thing.free_from {
            days.entry(day).or_default().push(thing);
        }
    }
    for (day, things) in days {
        let names = listed_in_short(&things);
        let open = |thing: &&&ThingAnswer| thing.state != State::Settled;
        let (unsure, sure): (Vec<&ThingAnswer>, Vec<&ThingAnswer>) =
            things.iter().copied().partition(|thing| open(&thing));
        let mut text = Vec::new();
        for (group, is_open) in [(sure, false), (unsure, true)] {
            if group.is_empty() {
                continue;
            }
            text.push(CalendarWord::FreeAgainText.with(&[("things", &listed_in_full(&group))]));
            if is_open {
                text.push(not_final(&group));
            }
        }
        let mut times: Vec<Moment> = things
            .iter()
            .filter_map(|thing| thing.free_from_time)
            .collect();
        times.dedup();
        for moment in times {
            if let Some(time) = moment.time {
                let (time, day) = (clock_words(time), date_words(moment.date));
                text.push(CalendarWord::FreeUntil.with(&[("time", &time), ("day", &day)]));
            }
        }
        let mut again: Vec<NaiveDate> =
            things.iter().filter_map(|thing| thing.again_from).collect();
        again.sort_unstable();
        again.dedup();
        text.extend(
            again
                .into_iter()
                .map(|day| CalendarWord::AgainFrom.with(&[("day", &date_words(day))])),
        );
        // One is known by the thing that is named first: what else comes back with it may change.
        let first = things.iter().map(|thing| thing.thing.as_str()).min();
        let item = format!("free\n{}", first.unwrap_or_default());
        all.push(Event {
            item,
            first: day,
            last: day,
            title: CalendarWord::FreeAgain.with(&[("things", &names)]),
            text,
            tentative: false,
            alarm: false,
        });
    }
}

/// That the day on which things are free again is not final: what hangs on a symptom may make it later, too.
fn not_final(things: &[&ThingAnswer]) -> String {
    let on_symptoms = things
        .iter()
        .filter(|thing| thing.state == State::Conditional);
    let hangs_on: BTreeSet<&str> = on_symptoms
        .filter_map(|thing| thing.if_.as_deref())
        .collect();
    if hangs_on.is_empty() {
        return CalendarWord::PerhapsSooner.text().to_owned();
    }
    let hangs_on: Vec<String> = hangs_on.into_iter().map(spoken).collect();
    CalendarWord::PerhapsOther.with(&[("if", &hangs_on.join("; "))])
}

/// The times in which to book something.
fn bookings(plan: &Plan, all: &mut Vec<Event>) {
    for treatment in &plan.treatments {
        let course = treatment.sessions.iter();
        for one in course.flat_map(|course| &course.candidates) {
            let Some(next) = one.next else { continue };
            let mut text = Vec::new();
            if let Some(every) = &one.every {
                text.push(CalendarWord::Every.with(&[("every", &spoken(every))]));
            }
            if next.optional {
                text.push(CalendarWord::MayEnd.text().to_owned());
            }
            let booking = Booking {
                title: of_treatment(&one.rule, CalendarWord::NextSession.text().to_owned()),
                days: (next.earliest, next.latest),
                concerns: &one.concerns,
                state: one.state,
                hangs_on: one.if_.as_deref(),
                place: said_at(&one.rule),
                text,
            };
            all.extend(booking.event("session"));
        }
        for one in &treatment.maintenance {
            let booking = Booking {
                title: of_treatment(&one.rule, CalendarWord::Maintenance.text().to_owned()),
                days: one
                    .first
                    .map_or((None, None), |first| (first.earliest, None)),
                concerns: &one.concerns,
                state: one.state,
                hangs_on: one.if_.as_deref(),
                place: said_at(&one.rule),
                text: vec![CalendarWord::Every.with(&[("every", &spoken(&one.every))])],
            };
            all.extend(booking.event("maintenance"));
        }
    }
    for visit in &plan.visits {
        let booking = Booking {
            title: CalendarWord::VisitTitle.with(&[("title", &visit.title)]),
            days: (visit.earliest, visit.latest),
            concerns: &[],
            state: visit.state,
            hangs_on: visit.if_.as_deref(),
            place: said_at(&visit.rule),
            text: Vec::new(),
        };
        all.extend(booking.event(&format!("visit\n{}", visit.title)));
    }
}

/// Something to be booked between two days.
struct Booking<'p> {
    title: String,
    days: (Option<NaiveDate>, Option<NaiveDate>),
    concerns: &'p [String],
    state: State,
    hangs_on: Option<&'p str>,
    place: String,
    text: Vec<String>,
}

impl Booking<'_> {
    fn event(self, item: &str) -> Option<Event> {
        let (earliest, latest) = self.days;
        let first = earliest.or(latest)?;
        if self.state == State::Waiting {
            return None;
        }
        let mut text = Vec::new();
        if let Some(day) = earliest {
            text.push(CalendarWord::NotBefore.with(&[("day", &date_words(day))]));
        }
        if let Some(day) = latest {
            text.push(CalendarWord::NotAfter.with(&[("day", &date_words(day))]));
        }
        text.push(CalendarWord::SeveralDays.text().to_owned());
        text.extend(self.text);
        if !self.concerns.is_empty() {
            text.push(CalendarWord::For.with(&[("concerns", &all_of(self.concerns))]));
        }
        text.extend(state_line(self.state, self.hangs_on));
        text.push(CalendarWord::From.with(&[("place", &self.place)]));
        Some(Event {
            item: format!("{item}\n{}", self.concerns.join("\n")),
            first,
            last: latest.unwrap_or(first).max(first),
            title: sure(self.title, self.state, self.hangs_on),
            text,
            tentative: true,
            alarm: true,
        })
    }
}
