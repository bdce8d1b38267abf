//! The windows of a line in words: dates where there is a treatment date, days where not.

use chrono::NaiveDate;

use crate::plan::{Directive, Phase, State, Strength, Verb, Window, left_on, vague_length};
use crate::render::Word;
use crate::render::dates::Dates;

use super::next::{holds_again_at_once, next_session, next_session_on};
use super::phrase::spoken;
use super::relative::relative_span;
use super::release::{Release, with_still_held};

/// What a line's words of time are made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct When<'a> {
    /// The windows, in order.
    pub(super) windows: &'a [Window],
    /// The window as the author wrote it.
    pub(super) words: Option<&'a str>,
    /// The author's range for the event that ends it.
    pub(super) usually: Option<&'a str>,
    /// Where the asked day stands to them.
    pub(super) phase: Option<Phase>,
    /// What kind of line; none for one that is no directive.
    pub(super) verb: Option<Verb>,
    /// The day of the treatment.
    pub(super) treated: Option<NaiveDate>,
    /// Whether its clock time is not known, so that hours are no clock times to go by.
    pub(super) vague: bool,
}

/// When a directive holds, and when its things are free, told on a day.
pub(in crate::render) fn of_directive(
    line: &Directive,
    (treated, on): (Option<NaiveDate>, Option<NaiveDate>),
    vague: bool,
) -> String {
    if let Some(on) = on.filter(|on| line.only_next_is_left_on(*on)) {
        return match holds_again_at_once(line) {
            true => Word::GoesOnNext.text().to_owned(),
            false => next_session_on(&line.next_session_windows, on),
        };
    }
    let when = When {
        windows: left_on(&line.windows, on),
        words: line.window_text.as_deref(),
        usually: line.usually.as_deref(),
        phase: line.phase,
        verb: Some(line.verb),
        treated,
        vague,
    };
    let mut dates = Dates::default();
    let mut parts = vec![when.say(&mut dates)];
    if holds_again_at_once(line) {
        let word = match line.verb {
            Verb::Avoid => Word::NoFreeDay,
            _ => Word::AgainAtOnce,
        };
        parts.push(word.text().to_owned());
        parts.retain(|part| !part.is_empty());
        return parts.join("; ");
    }
    if line.verb == Verb::Avoid {
        let release = Release {
            windows: &line.windows,
            first_free_day: line.first_free_day,
            releases: line.releases,
        };
        let free = release.say(treated, &mut dates);
        let free = free.map(|free| match line.releases && is_open(line) {
            true => Word::WhereItHolds.with(&[("free", &free)]),
            false => free,
        });
        parts.extend(with_still_held(free, &line.still_held));
    }
    if line.nothing_after {
        parts.push(Word::NotSaidAfter.text().to_owned());
    }
    parts.extend(next_session(&line.next_session_windows, &mut dates));
    parts.retain(|part| !part.is_empty());
    parts.join("; ")
}

/// Whether it is open for whom a line holds: of a thing that it does not hold for, its end gives nothing back.
fn is_open(line: &Directive) -> bool {
    line.state != State::Settled && !line.unless_prescribed
}

/// `ended on Sun 7 Jun 2026`
pub(super) fn ended(windows: &[Window]) -> String {
    let mut dates = Dates::default();
    let Some((day, window)) = windows
        .iter()
        .filter_map(|window| Some((window.last_day?, window)))
        .max_by_key(|(day, _)| *day)
    else {
        return Word::EndedPlain.text().to_owned();
    };
    let day = dates.say(day);
    match window.until_time {
        Some(time) => Word::EndedTime.with(&[("time", &time.to_string()), ("day", &day)]),
        None => Word::Ended.with(&[("day", &day)]),
    }
}

impl When<'_> {
    /// The windows one after the other.
    pub(super) fn say(&self, dates: &mut Dates) -> String {
        if self.windows.is_empty() {
            return self
                .words
                .map_or_else(|| Word::NoEnd.text().to_owned(), spoken);
        }
        if self.windows.iter().all(is_relative) {
            return self.relative();
        }
        let mut parts = Vec::new();
        let mut before: Option<&Window> = None;
        for window in self.windows {
            let follows = before.is_some_and(|before| joins(before, window));
            // What a permission opens counts from its start; a run of restriction reads on.
            let start = if follows {
                self.verb == Some(Verb::Allow)
            } else {
                self.says_start()
            };
            let when = match self.before_treatment(window) {
                Some(day) => until_treatment(window, start, day, dates),
                None => span(window, start, self.words, self.usually, dates),
            };
            parts.push(self.lead(window, before, &when));
            before = Some(window);
        }
        let when = parts.join("; ");
        match self.said_beside() {
            Some(words) => Word::SaidBeside.with(&[("when", &when), ("words", &spoken(words))]),
            None => when,
        }
    }

    /// The author's words, where dates do not carry all of them: hours of which nobody knows from what
    /// time they count, `about`, `up to` and, where no end gives anything back, `at least`.
    fn said_beside(&self) -> Option<&str> {
        let words = self.words?;
        let mut timed = self.windows.iter();
        let by_the_hour = self.vague
            && timed.any(|one| one.until_time.is_some() || one.from_time.is_some())
            || self.is_normal_for_hours();
        let waits = self.windows.iter().any(|one| one.ends_at.is_some());
        let restricts = self.verb == Some(Verb::Avoid);
        let minimum = !restricts && words.contains("at least ");
        (by_the_hour || (minimum || is_rough(words)) && !waits).then_some(words)
    }

    /// Whether something is normal for hours or minutes of which nobody knows from what time they count: the day alone would
    /// say it for longer.
    fn is_normal_for_hours(&self) -> bool {
        self.verb.is_none() && self.vague && self.words.is_some_and(counts_hours)
    }

    /// The day of the treatment, where the window was written to end with the treatment itself.
    fn before_treatment(&self, window: &Window) -> Option<NaiveDate> {
        let words = self.words.unwrap_or_default();
        let written = words.contains("before") && !words.contains("after");
        self.treated.filter(|day| {
            written && window.last_day == Some(*day) && window.from.is_none_or(|from| from < *day)
        })
    }

    /// Whether the line starts on a day that the reader must know: it is not in force now.
    fn says_start(&self) -> bool {
        self.phase != Some(Phase::Active)
            || self.is_normal_for_hours() && self.windows.iter().all(is_one_day)
            || self.windows.len() > 1 && !self.one_run()
            || self.starts_amid_a_day()
    }

    /// Whether what is asked for or permitted starts at a clock time of a later day: on that day it is not
    /// so from the morning on.
    fn starts_amid_a_day(&self) -> bool {
        let later = |from| self.treated.is_some_and(|treated| from > treated);
        let mut first = self.windows.iter().take(1);
        self.verb != Some(Verb::Avoid)
            && first.any(|one| one.from_time.is_some() && one.from.is_some_and(later))
    }

    /// Whether each window starts where the one before it ends.
    fn one_run(&self) -> bool {
        let pairs = self.windows.iter().zip(self.windows.iter().skip(1));
        pairs.into_iter().all(|(one, next)| joins(one, next))
    }

    /// The window's words with what its strength adds to them.
    fn lead(&self, window: &Window, before: Option<&Window>, when: &str) -> String {
        let restricts = matches!(self.verb, Some(Verb::Avoid | Verb::Limit));
        let requires = self.verb == Some(Verb::Do);
        let word = match (window.strength, before.map(|before| before.strength)) {
            (Strength::Advised, None) if restricts => Word::BetterNot,
            (Strength::Advised, Some(_)) if restricts => Word::ThenBetterNot,
            (Strength::Firm, Some(Strength::Advised)) if restricts => Word::ThenAvoid,
            (Strength::Firm, Some(Strength::Advised)) if requires => Word::ThenFirmly,
            (Strength::Advised, None) if requires => {
                return Word::AsAdvice.with(&[("when", when)]);
            }
            (Strength::Advised, Some(_)) if requires => {
                return Word::ThenAsAdvice.with(&[("when", when)]);
            }
            (Strength::Advised, None) if self.verb == Some(Verb::Allow) => {
                return Word::BetterFrom.with(&[("when", when)]);
            }
            (_, Some(_)) => return Word::ThenWhen.with(&[("when", when)]),
            (_, None) => return when.to_owned(),
        };
        word.with(&[("when", &behind(when))])
    }

    /// Days counted from the treatment, after the author's own words.
    fn relative(&self) -> String {
        let mut before: Option<&Window> = None;
        let mut parts = Vec::new();
        for window in self.windows {
            parts.push(self.lead(window, before, &relative_span(window, self.usually)));
            before = Some(window);
        }
        let when = parts.join("; ");
        match self.words {
            Some(words) if !when.contains(words) => {
                Word::RelativeWords.with(&[("words", &spoken(words)), ("when", &when)])
            }
            _ => when,
        }
    }
}

/// Whether an author's window says more than its dates: `about`, `up to`, when it mostly is.
pub(super) fn is_rough(words: &str) -> bool {
    let usually = words.starts_with("usually from ")
        || words.starts_with("from ") && words.contains(", usually ");
    usually || ["about ", "up to "].iter().any(|word| words.contains(word))
}

/// Whether a window starts and ends on one day.
pub(in crate::render) fn is_one_day(window: &Window) -> bool {
    window.from.is_some() && window.from == window.last_day
}

/// Whether an author's window counts hours or minutes.
pub(in crate::render) fn counts_hours(words: &str) -> bool {
    [" hour", " minute"].iter().any(|unit| words.contains(unit))
}

/// A time behind words that go on with it; that there is no end stands apart.
pub(super) fn behind(when: &str) -> String {
    let joint = if when == Word::NoEnd.text() { "," } else { "" };
    format!("{joint} {when}")
}

/// Whether `next` starts where `one` ends.
pub(in crate::render) fn joins(one: &Window, next: &Window) -> bool {
    match (one.last_day, next.from) {
        (Some(last), Some(from)) => last == from || last.succ_opt() == Some(from),
        _ => false,
    }
}

/// Windows that follow on each other, as one.
pub(in crate::render) fn in_one_run(windows: &[Window]) -> Vec<Window> {
    let mut run: Vec<Window> = Vec::new();
    for window in windows {
        match run.last_mut() {
            Some(last) if joins(last, window) => {
                last.last_day = window.last_day;
                last.until_time = window.until_time;
                last.to_day = window.to_day;
                last.ends_at.clone_from(&window.ends_at);
            }
            _ => run.push(window.clone()),
        }
    }
    run
}

/// Whether a window has no date at all, so that days counted from the treatment have to do.
fn is_relative(window: &Window) -> bool {
    window.from.is_none() && window.last_day.is_none()
}

/// A window that ends with the treatment.
fn until_treatment(window: &Window, start: bool, day: NaiveDate, dates: &mut Dates) -> String {
    let from = start.then(|| start_words(window, dates)).flatten();
    let until = Word::UntilTreatmentOn.with(&[("day", &dates.say(day))]);
    match from {
        Some(from) => format!("{from} {until}"),
        None => until,
    }
}

/// Windows in words, by dates or by days from the treatment.
pub(super) fn of_windows(windows: &[Window], phase: Option<Phase>, verb: Option<Verb>) -> String {
    let when = When {
        windows,
        words: None,
        usually: None,
        phase: phase.filter(|phase| *phase != Phase::Active),
        verb,
        treated: None,
        vague: false,
    };
    when.say(&mut Dates::default())
}

/// One window with dates.
pub(super) fn span(
    window: &Window,
    start: bool,
    words: Option<&str>,
    usually: Option<&str>,
    dates: &mut Dates,
) -> String {
    if let (Some(from), true) = (window.from, start)
        && window.last_day == Some(from)
        && window.ends_at.is_none()
    {
        return one_day(window, from, dates);
    }
    let mut parts = Vec::new();
    if start {
        parts.extend(start_words(window, dates));
    }
    parts.push(end_words(window, words, usually, dates));
    parts.retain(|part| !part.is_empty());
    let joint = if window.last_day.is_none() && window.ends_at.is_none() {
        ", "
    } else {
        " "
    };
    parts.join(joint)
}

/// A window that starts and ends on one day.
fn one_day(window: &Window, day: NaiveDate, dates: &mut Dates) -> String {
    let day = dates.say(day);
    match (window.from_time, window.until_time) {
        (None, None) => Word::OnDay.with(&[("day", &day)]),
        (Some(from), None) => Word::OnDayFrom.with(&[("day", &day), ("from", &from.to_string())]),
        (None, Some(until)) => Word::UntilTime.with(&[("time", &until.to_string()), ("day", &day)]),
        (Some(from), Some(until)) => Word::OnDayBetween.with(&[
            ("day", &day),
            ("from", &from.to_string()),
            ("until", &until.to_string()),
        ]),
    }
}

fn start_words(window: &Window, dates: &mut Dates) -> Option<String> {
    if let Some(event) = window
        .starts_at
        .as_deref()
        .filter(|_| window.from.is_none())
    {
        return Some(Word::FromEvent.with(&[("event", event)]));
    }
    let day = dates.say(window.from?);
    Some(match window.from_time {
        Some(time) => Word::FromTime.with(&[("time", &time.to_string()), ("day", &day)]),
        None => Word::From.with(&[("day", &day)]),
    })
}

fn end_words(
    window: &Window,
    words: Option<&str>,
    usually: Option<&str>,
    dates: &mut Dates,
) -> String {
    let last = window.last_day.map(|day| {
        let day = dates.say(day);
        match window.until_time {
            Some(time) => Word::UntilTime.with(&[("time", &time.to_string()), ("day", &day)]),
            None => Word::Until.with(&[("day", &day)]),
        }
    });
    match (last, window.ends_at.as_deref()) {
        (Some(until), None) => until,
        (Some(until), Some(event)) => {
            Word::UntilEventAtLatest.with(&[("event", event), ("until", &until)])
        }
        (None, Some(event)) => until_event(event, words, usually),
        (None, None) => Word::NoEnd.text().to_owned(),
    }
}

/// An end without a date, with what the author says about it.
pub(super) fn until_event(event: &str, words: Option<&str>, usually: Option<&str>) -> String {
    let plain = format!("until {event}");
    if let Some(length) = vague_length(event) {
        let plain = format!("for {length}");
        let words = words.filter(|words| words.ends_with(length));
        return Word::VagueEnd.with(&[("words", words.unwrap_or(&plain))]);
    }
    match (words, usually) {
        (Some(words), None) if words != plain && words.starts_with("until ") => {
            let words = spoken(words);
            Word::UntilEventWords.with(&[("event", event), ("words", &words)])
        }
        (_, Some(usually)) => {
            let usually = spoken(usually);
            Word::UntilEventUsually.with(&[("event", event), ("usually", &usually)])
        }
        _ => Word::UntilEvent.with(&[("event", event)]),
    }
}

/// Held together by no-break spaces.
pub(super) fn glued(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}
