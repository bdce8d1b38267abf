//! When a line holds, in dates that nobody has to count.

use chrono::NaiveDate;

use super::sayer::Sayer;
use super::text::Text;
use super::words::Say;
use crate::plan::{Directive, Moment, Strength, Verb, Window, left_on, vague_length};
use crate::render::text::{counts_hours, is_one_day, joins};

/// What the words of time of a line are made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct When<'a> {
    pub windows: &'a [Window],
    /// The window as the author wrote it.
    pub words: Option<&'a str>,
    /// The author's range for the event that ends it.
    pub usually: Option<&'a str>,
    /// What kind of line; none for one that is no directive.
    pub verb: Option<Verb>,
    /// That it has no end.
    pub no_end: Say,
}

/// The days to which the words are said.
#[derive(Debug, Clone, Copy)]
pub(super) struct Days {
    pub treated: Moment,
    /// The day of the handout: what holds then needs no start.
    pub on: NaiveDate,
}

impl<'a> When<'a> {
    /// Of a line on a day: once it is over around this session, what counts is the next one.
    pub fn of(line: &'a Directive, on: NaiveDate) -> Self {
        let own = !line.only_next_is_left_on(on);
        Self {
            windows: left_on(line.windows_on(on), Some(on)),
            words: line.window_text.as_deref().filter(|_| own),
            usually: line.usually.as_deref().filter(|_| own),
            verb: Some(line.verb),
            no_end: Say::NoEnd,
        }
    }

    /// The windows one after the other.
    pub fn say(&self, sayer: &Sayer<'_>, days: Days) -> Text {
        if self.windows.is_empty() {
            return match self.words {
                Some(words) => sayer.theirs(words),
                None => sayer.say(self.no_end),
            };
        }
        let mut parts = Vec::new();
        let mut before: Option<&Window> = None;
        for window in self.windows {
            let follows = before.is_some_and(|before| joins(before, window));
            // What a permission opens counts from its start; a run of restriction reads on.
            let start = if follows {
                self.verb == Some(Verb::Allow)
            } else {
                before.is_some()
                    || starts_later(window, days)
                    || self.is_normal_for_hours(days) && is_one_day(window)
            };
            let when = self.window(sayer, window, start, days);
            parts.push(self.lead(sayer, window, before, &when));
            before = Some(window);
        }
        let when = Text::join(&parts, "; ");
        match self.said_beside(days) {
            Some(words) => {
                let words = sayer.theirs(words);
                sayer.with(Say::RuleSays, &[("when", &when), ("words", &words)])
            }
            None => when,
        }
    }

    fn window(&self, sayer: &Sayer<'_>, window: &Window, start: bool, days: Days) -> Text {
        if self.ends_with_treatment(window, days) {
            let day = sayer.day(days.treated.date);
            let until = sayer.with(Say::UntilTreatment, &[("day", &day)]);
            return match start_words(sayer, window).filter(|_| start) {
                Some(from) => sayer.with(Say::Span, &[("from", &from), ("until", &until)]),
                None => until,
            };
        }
        self.span(sayer, window, start)
    }

    /// One window.
    fn span(&self, sayer: &Sayer<'_>, window: &Window, start: bool) -> Text {
        if let (Some(from), true) = (window.from, start)
            && window.last_day == Some(from)
            && window.ends_at.is_none()
        {
            return one_day(sayer, window, from);
        }
        let from = start_words(sayer, window).filter(|_| start);
        let open = window.last_day.is_none() && window.ends_at.is_none();
        let until = match (window.from, &window.starts_at, &window.ends_at) {
            // The end of what waits to start hangs on its start, which is said to have no date.
            (None, Some(_), Some(end)) => {
                let end = sayer.theirs(end);
                sayer.with(Say::UntilThen, &[("end", &end)])
            }
            _ if open => sayer.say(self.no_end),
            _ => end_words(sayer, window, self.words, self.usually),
        };
        match from {
            None => until,
            Some(from) => {
                let message = if open { Say::SpanOpen } else { Say::Span };
                sayer.with(message, &[("from", &from), ("until", &until)])
            }
        }
    }

    /// Whether the window was written to end with the treatment itself.
    fn ends_with_treatment(&self, window: &Window, days: Days) -> bool {
        let words = self.words.unwrap_or_default();
        let treated = days.treated.date;
        words.contains("before")
            && !words.contains("after")
            && window.last_day == Some(treated)
            && window.from.is_none_or(|from| from < treated)
    }

    /// The author's words, where dates do not carry all of them: hours of which nobody knows from what time they
    /// count, `about`, `up to` and, where no end gives anything back, `at least`.
    fn said_beside(&self, days: Days) -> Option<&'a str> {
        let words = self.words?;
        let vague = days.treated.time.is_none();
        let timed = |one: &Window| one.until_time.is_some() || one.from_time.is_some();
        let by_the_hour = vague && self.windows.iter().any(timed) || self.is_normal_for_hours(days);
        let waits = self.windows.iter().any(|one| one.ends_at.is_some());
        let minimum = self.verb != Some(Verb::Avoid) && words.contains("at least ");
        let usually = words.starts_with("usually from ")
            || words.starts_with("from ") && words.contains(", usually ");
        let rough = usually || ["about ", "up to "].iter().any(|word| words.contains(word));
        (by_the_hour || (minimum || rough) && !waits).then_some(words)
    }

    /// Whether something is normal for hours or minutes of which nobody knows from what time they count: the day alone would
    /// say it for longer.
    fn is_normal_for_hours(&self, days: Days) -> bool {
        self.verb.is_none() && days.treated.time.is_none() && self.words.is_some_and(counts_hours)
    }

    /// The window's words with what its strength adds to them.
    fn lead(
        &self,
        sayer: &Sayer<'_>,
        window: &Window,
        before: Option<&Window>,
        when: &Text,
    ) -> Text {
        let open = *when == sayer.say(Say::NoEnd);
        let restricts = matches!(self.verb, Some(Verb::Avoid | Verb::Limit));
        let requires = self.verb == Some(Verb::Do);
        let message = match (window.strength, before.map(|before| before.strength)) {
            (Strength::Advised, None) if restricts && open => Say::BetterNotOpen,
            (Strength::Advised, None) if restricts => Say::BetterNot,
            (Strength::Advised, Some(_)) if restricts => Say::ThenBetterNot,
            (Strength::Firm, Some(Strength::Advised)) if restricts => Say::ThenAvoid,
            (Strength::Firm, Some(Strength::Advised)) if requires => Say::ThenFirmly,
            (Strength::Advised, None) if requires && open => Say::GoodToOpen,
            (Strength::Advised, None) if requires => Say::GoodTo,
            (Strength::Advised, Some(_)) if requires => Say::ThenGoodTo,
            (Strength::Advised, None) if self.verb == Some(Verb::Allow) => Say::BetterFrom,
            (_, Some(_)) => Say::ThenWhen,
            (_, None) => return when.clone(),
        };
        sayer.with(message, &[("when", when)])
    }
}

/// Whether a window starts after the day of the handout, or within that day.
fn starts_later(window: &Window, days: Days) -> bool {
    let Some(from) = window.from else {
        return window.starts_at.is_some();
    };
    let amid_the_day = window.from_time.is_some() && from > days.treated.date;
    from > days.on || from == days.on && amid_the_day
}

/// A window that starts and ends on one day.
fn one_day(sayer: &Sayer<'_>, window: &Window, day: NaiveDate) -> Text {
    let day = sayer.day(day);
    let from = window.from_time.map(Text::figure);
    let until = window.until_time.map(Text::figure);
    match (from, until) {
        (None, None) => sayer.with(Say::OnDay, &[("day", &day)]),
        (Some(from), None) => sayer.with(Say::OnDayFrom, &[("day", &day), ("from", &from)]),
        (None, Some(until)) => sayer.with(Say::UntilTime, &[("day", &day), ("time", &until)]),
        (Some(from), Some(until)) => sayer.with(
            Say::OnDayBetween,
            &[("day", &day), ("from", &from), ("until", &until)],
        ),
    }
}

fn start_words(sayer: &Sayer<'_>, window: &Window) -> Option<Text> {
    let Some(from) = window.from else {
        let event = sayer.theirs(window.starts_at.as_deref()?);
        return Some(sayer.with(Say::FromEvent, &[("event", &event)]));
    };
    let day = sayer.day(from);
    Some(match window.from_time {
        Some(time) => {
            let time = Text::figure(time);
            sayer.with(Say::FromTime, &[("time", &time), ("day", &day)])
        }
        None => sayer.with(Say::FromDay, &[("day", &day)]),
    })
}

fn end_words(
    sayer: &Sayer<'_>,
    window: &Window,
    words: Option<&str>,
    usually: Option<&str>,
) -> Text {
    let last = window.last_day.map(|day| {
        let day = sayer.day(day);
        match window.until_time {
            Some(time) => {
                let time = Text::figure(time);
                sayer.with(Say::UntilTime, &[("time", &time), ("day", &day)])
            }
            None => sayer.with(Say::UntilDay, &[("day", &day)]),
        }
    });
    match (last, window.ends_at.as_deref()) {
        (Some(until), None) => until,
        (Some(until), Some(event)) => {
            let event = sayer.theirs(event);
            sayer.with(
                Say::UntilEventLatest,
                &[("event", &event), ("until", &until)],
            )
        }
        (None, Some(event)) => until_event(sayer, event, words, usually),
        (None, None) => sayer.say(Say::NoEnd),
    }
}

/// An end without a date, with what the author says about it.
fn until_event(sayer: &Sayer<'_>, event: &str, words: Option<&str>, usually: Option<&str>) -> Text {
    if let Some(length) = vague_length(event) {
        let plain = format!("for {length}");
        let words = words.filter(|words| words.ends_with(length));
        let words = sayer.theirs(words.unwrap_or(&plain));
        return sayer.with(Say::VagueEnd, &[("words", &words)]);
    }
    let said = sayer.theirs(event);
    match (words, usually) {
        (Some(words), None) if words != format!("until {event}") && words.starts_with("until ") => {
            let words = sayer.theirs(words);
            sayer.with(Say::UntilEventWords, &[("event", &said), ("words", &words)])
        }
        (_, Some(usually)) => {
            let usually = sayer.length(usually);
            sayer.with(
                Say::UntilEventUsually,
                &[("event", &said), ("usually", &usually)],
            )
        }
        _ => sayer.with(Say::UntilEvent, &[("event", &said)]),
    }
}

/// A line that is over: when it ended.
pub(super) fn ended(sayer: &Sayer<'_>, windows: &[Window]) -> Text {
    match windows.iter().filter_map(|window| window.last_day).max() {
        Some(day) => {
            let day = sayer.day(day);
            sayer.with(Say::Ended, &[("day", &day)])
        }
        None => sayer.say(Say::EndedPlain),
    }
}

/// Two days in words; none where there is neither.
pub(super) fn between(
    sayer: &Sayer<'_>,
    earliest: Option<NaiveDate>,
    latest: Option<NaiveDate>,
) -> Option<Text> {
    let day = |day: NaiveDate| sayer.day(day);
    Some(match (earliest, latest) {
        (None, None) => return None,
        (Some(from), Some(to)) if from == to => sayer.with(Say::OnDay, &[("day", &day(from))]),
        (Some(from), Some(to)) => {
            sayer.with(Say::Between, &[("from", &day(from)), ("to", &day(to))])
        }
        (Some(from), None) => sayer.with(Say::NotBefore, &[("day", &day(from))]),
        (None, Some(to)) => sayer.with(Say::NotAfter, &[("day", &day(to))]),
    })
}
