//! `avoid washing hair for 2 days after PRP`, `pat dry after showering`, `defer until well`: what is no event has no date,
//! and what counts from it would never start, and what lasts until then never end.

use crate::check::checker::Checker;
use crate::check::protocol::Head;
use crate::check::window::{Anchor, FromEnd, Point, Window};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::{self, Kind, WindowKind};
use crate::vocabulary::{Named, ThingId, VERBS, fold};

impl Checker<'_> {
    /// Refuses a sentence that starts with what has no date, or lasts until then; whether it did. The routines of the file
    /// have none either, and are printed. Minutes and hours of what is left may count from what is done again and again.
    pub(super) fn undated(
        &mut self,
        (head, head_span): (&Head, Span),
        window: &Window,
        span: Span,
    ) -> bool {
        let (from, until) = match window {
            Window::From { from, end } => match end {
                FromEnd::Until(until) => (Some(from), Some(until)),
                _ => (Some(from), None),
            },
            Window::Until { until, .. } => (None, Some(until)),
            _ => return false,
        };
        let raw = self.one_line(span);
        let word = raw.split(' ').next().unwrap_or_default();
        let start = from.and_then(|from| self.without_a_date(from));
        let found = match (start, until.and_then(|until| self.without_a_date(until))) {
            (Some(start), _) => self
                .never_starts((head, head_span), (window, word), start)
                .map(|help| (start, "start", help)),
            (None, Some(end)) => Some((end, "end", self.as_an_end(end, span))),
            (None, None) => None,
        };
        let Some((thing, verb, help)) = found else {
            return false;
        };
        let label = match verb {
            "start" => "starts with no day",
            _ => "ends on no day",
        };
        self.report(
            Diagnostic::new(
                Code::WrongKind,
                span,
                format!(
                    "`{thing}` is no event: nobody says when it was, and `{raw}` would never {verb}"
                ),
                label,
            )
            .with_help(help),
        );
        true
    }

    /// Refuses a point that never comes, of a visit or of what is put off; whether it did.
    pub(super) fn never_comes(&mut self, point: &Point, span: Span) -> bool {
        let Some(thing) = self.without_a_date(point) else {
            return false;
        };
        let help = self.as_an_end(thing, span);
        let diagnostic = Diagnostic::new(
            Code::WrongKind,
            span,
            format!(
                "`{thing}` is no event: nobody says when it was, and `{}` would never come",
                self.one_line(span)
            ),
            "comes on no day",
        );
        self.report(diagnostic.with_help(help));
        true
    }

    /// What a point hangs on that no routine of the file is called and no sentence gives a date.
    fn without_a_date<'p>(&self, point: &'p Point) -> Option<&'p str> {
        let mut steps = point.parts().iter().filter_map(step_of);
        steps.find(|step| !self.steps.contains(&fold(step)))
    }

    /// What to write of a sentence that starts with what has no date; none where it is meant each time.
    fn never_starts(
        &self,
        (head, head_span): (&Head, Span),
        (window, from_then): (&Window, &str),
        thing: &str,
    ) -> Option<String> {
        let Window::From { from, end } = window else {
            return None;
        };
        let restricts = matches!(head, Head::Avoid { .. } | Head::Limit { .. });
        let is_sign = matches!(head, Head::Report { .. } | Head::Expect { .. });
        let event = self.event_of(thing);
        if matches!(head, Head::Note(_)) || (restricts || is_sign) && is_by_the_clock(end) {
            return None;
        }
        if let Some(event) = event {
            return Some(format!(
                "count from `{event}`, which is known; or leave `{thing}` out to count from the treatment"
            ));
        }
        if is_sign {
            return Some(self.cause_as_sign(head_span, thing));
        }
        if is_a_verb(thing) {
            return Some(happens(thing));
        }
        let once = format!(
            "what happens on a day of its own is an event: declare `event {thing} done`, and count from that"
        );
        let each = match from_then {
            "at" => format!("`before each {thing}` or `after each {thing}`"),
            _ => format!("`after each {thing}`"),
        };
        let duty = matches!(head, Head::Duty { .. } | Head::Steps { .. });
        Some(match distance(from) {
            _ if restricts => format!(
                "leave `after {thing}` out to count from the treatment; what happens on another day is an event, such as \
                 `event {thing} done`"
            ),
            None if duty => format!("for each time write {each}; {once}"),
            Some(distance) if duty && distance.unit.is_elapsed() => format!(
                "for each time write {each}, or one after the other as `steps \"...\" {{ ... then after ... }}` \
                 with the time between; {once}"
            ),
            Some(distance) if distance.unit.is_elapsed() => format!(
                "what is off for a time each time is written `avoid`, and for how long after `{thing}`, as in `avoid touching for \
                 30 minutes after sunscreen`; {once}"
            ),
            _ => once,
        })
    }

    /// What to write in the place of what something lasts until.
    fn as_an_end(&self, thing: &str, span: Span) -> String {
        if let Some(event) = self.event_of(thing) {
            return format!("write `{event}`, which is known");
        }
        match self.declared_beside(thing, span) {
            Some(kind) => format!(
                "declare it as an event, `event {thing}` in the place of `{kind} {thing}`: an event has a date once it has \
                 happened"
            ),
            None if is_a_verb(thing) => happens(thing),
            None => format!(
                "declare what happens, such as `event {thing} done`, and write that in its place"
            ),
        }
    }

    /// The event that something is over or gone: `stitches removed` of `stitches`.
    fn event_of(&self, thing: &str) -> Option<String> {
        let names = self.thing_named(thing).map(|id| {
            let names = self.vocabulary.thing(id).names();
            names.map(fold).collect::<Vec<String>>()
        });
        let names = names.unwrap_or_else(|| vec![fold(thing)]);
        let starts = |event: &str| {
            let (front, end) = event.rsplit_once(' ')?;
            Some(OVER.contains(&end) && names.contains(&fold(front)))
        };
        let mut things = self.vocabulary.things();
        let found = things.find(|(id, event)| {
            event.kind == Kind::Event
                && !self.vocabulary.is_kind_class(*id)
                && starts(&event.name) == Some(true)
        });
        found.map(|(_, event)| event.name.to_string())
    }

    /// The kind of a thing that the file of a sentence declares.
    fn declared_beside(&self, thing: &str, sentence: Span) -> Option<&'static str> {
        let thing = self.vocabulary.thing(self.thing_named(thing)?);
        let own = thing.span.filter(|span| span.source == sentence.source);
        own.map(|_| thing.kind.word())
    }

    fn thing_named(&self, text: &str) -> Option<ThingId> {
        match self.read(text)?.named {
            Named::Thing(id) => Some(id),
            Named::Fact(_) => None,
        }
    }

    /// `report itching from numbing cream`: what the sign comes from is a part of its name.
    fn cause_as_sign(&self, head: Span, thing: &str) -> String {
        let (said, from) = (self.one_line(head), format!("from {thing}"));
        let (verb, sign) = said.split_once(' ').unwrap_or(("report", said.as_str()));
        let one = !sign.contains([',', '"']) && !sign.contains(" or ") && !sign.contains(" and ");
        let example = if one { sign } else { "itching" };
        format!(
            "for what the sign comes from declare `symptom \"{example} {from}\" in {example}`, and write `{verb} \
             \"{example} {from}\"`; to count from the treatment, leave `{from}` out"
        )
    }
}

impl Checker<'_> {
    /// None of a window that hangs on what has no date of this treatment, which it reports.
    pub(super) fn hangs_on_a_date(
        &mut self,
        head: &tree::Head,
        window: &tree::Window,
        span: Span,
    ) -> Option<()> {
        let refused = self.done_at(head, window, span)
            || self.around_a_procedure(window, span)
            || self.until_a_verb(window, span);
        (!refused).then_some(())
    }

    /// Refuses `until dry`, where `dry` is a verb and no step of a routine: nobody could say when it was; whether it did.
    fn until_a_verb(&mut self, window: &tree::Window, span: Span) -> bool {
        let until = match &window.kind {
            WindowKind::Until { until, .. } => until,
            WindowKind::From {
                until: Some(until), ..
            } => until,
            _ => return false,
        };
        let tree::Point::Offset {
            distance: None,
            anchor,
            ..
        } = &until.node
        else {
            return false;
        };
        let tree::Anchor::Named(name) = &anchor.node else {
            return false;
        };
        let key = fold(&name.text);
        let is_verb = VERBS.iter().any(|row| row.word == key);
        if !is_verb || self.steps.contains(&key) || self.read(&name.text).is_some() {
            return false;
        }
        let (raw, word) = (self.one_line(span), &name.text);
        self.report(
            Diagnostic::new(
                Code::WrongKind,
                span,
                format!("`{word}` is a verb and no event: nobody can say when it was, and `{raw}` would never end"),
                "ends on no day",
            )
            .with_help(format!(
                "declare what happens, `event {word}`, or in more words, as in `event wound is {word}`, and write it behind \
                 `until`"
            )),
        );
        true
    }
}

/// Whether a word is the bare word of a verb, which no thing is called.
fn is_a_verb(word: &str) -> bool {
    VERBS.iter().any(|row| row.word == fold(word))
}

/// What to write of what is done to something once: `until dry`.
fn happens(verb: &str) -> String {
    format!(
        "declare what happens, `event {verb}`, or in more words, as in `event wound is {verb}`, and write it in its place"
    )
}

/// What the name of an event ends with that says that something is over.
const OVER: &[&str] = &["finished", "gone", "off", "out", "over", "removed"];

fn step_of(point: &Point) -> Option<&str> {
    match point {
        Point::Offset {
            anchor: Anchor::Step(step),
            ..
        } => Some(step),
        _ => None,
    }
}

/// How long after it something starts.
fn distance(from: &Point) -> Option<tree::Duration> {
    let mut parts = from.parts().iter();
    parts.find_map(|one| match one {
        Point::Offset {
            distance: Some((near, _)),
            anchor: Anchor::Step(_),
            ..
        } => Some(*near),
        _ => None,
    })
}

/// Whether a time is over on the same day: `for 30 minutes after sunscreen` is meant each time.
fn is_by_the_clock(end: &FromEnd) -> bool {
    const HALF_A_DAY: i64 = 12 * 60;
    match end {
        FromEnd::For(extent) => extent.minutes().is_some_and(|minutes| minutes < HALF_A_DAY),
        _ => false,
    }
}
