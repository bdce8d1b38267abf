//! Points in time: days, distances from an anchor, the next morning.

use crate::check::checker::Checker;
use crate::check::names::{Reading, Role, without_article};
use crate::check::window::{Anchor, Point};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Spanned;
use crate::syntax::tree::{self, Ago, DurationRange, Kind, Name};
use crate::vocabulary::{Named, ThingId, VERBS, fold};

/// The day furthest from the treatment that can be named.
const LAST_DAY: i32 = 109_500;

/// Moments of the day that a point may name: they are printed, not computed.
const MOMENTS: &[&str] = &[
    "meal",
    "breakfast",
    "lunch",
    "dinner",
    "sleep",
    "bed",
    "exercise",
];

impl Checker<'_> {
    /// A point.
    pub(crate) fn point(&mut self, point: &Spanned<tree::Point>) -> Option<Point> {
        match &point.node {
            tree::Point::Day(day) => self.day(*day).map(Point::Day),
            tree::Point::NextMorning => Some(Point::NextMorning),
            tree::Point::Latest(points) => {
                let points: Vec<Option<Point>> =
                    points.iter().map(|point| self.point(point)).collect();
                points.into_iter().collect::<Option<_>>().map(Point::Latest)
            }
            tree::Point::Offset {
                distance,
                ago,
                anchor,
            } => {
                let distance = match distance {
                    None => Some(None),
                    Some(range) => self.point_distance(range).map(Some),
                };
                let anchor = self.anchor(&anchor.node);
                Some(Point::Offset {
                    distance: distance?,
                    before: *ago == Ago::Before,
                    anchor: anchor?,
                })
            }
        }
    }

    /// A distance; a single one may be nothing.
    fn point_distance(
        &mut self,
        range: &DurationRange,
    ) -> Option<(tree::Duration, Option<tree::Duration>)> {
        if range.high.is_none() {
            return self.distance(range.low).map(|low| (low, None));
        }
        self.range(range)
    }

    /// A day counted from the treatment on day 0.
    pub(crate) fn day(&mut self, day: Spanned<i32>) -> Option<i32> {
        if day.node.unsigned_abs() <= LAST_DAY.unsigned_abs() {
            return Some(day.node);
        }
        self.report(
            Diagnostic::new(
                Code::OutOfRange,
                day.span,
                format!("day {} is more than 300 years from the treatment", day.node),
                "too far",
            )
            .with_help("write a day nearer to the treatment"),
        );
        None
    }

    fn anchor(&mut self, anchor: &tree::Anchor) -> Option<Anchor> {
        match anchor {
            tree::Anchor::Treatment => Some(Anchor::Treatment),
            tree::Anchor::Bedtime => Some(Anchor::Bedtime),
            tree::Anchor::Session(word) => Some(Anchor::Session(*word)),
            tree::Anchor::LastTaken(name) => self
                .plain(name, Role::Medicine("last taken"))
                .map(Anchor::LastTaken),
            tree::Anchor::Named(name) => match self.anchor_without_article(name) {
                Some(anchor) => Some(anchor),
                None => self.named_anchor(name),
            },
        }
    }

    /// `the wound is dry` is the event `wound is dry`; `the stitches` are no event with the article either.
    fn anchor_without_article(&mut self, name: &Name) -> Option<Anchor> {
        if self.read(&name.text).is_some() {
            return None;
        }
        let bare = without_article(&name.text);
        let Named::Thing(id) = self.read(bare)?.named else {
            return None;
        };
        // `the peel` may be this treatment, of which its own message tells.
        if matches!(
            self.vocabulary.thing(id).kind,
            Kind::Procedure | Kind::Medicine
        ) {
            return None;
        }
        self.used_things.insert(id);
        Some(self.anchor_of(id, bare))
    }

    fn named_anchor(&mut self, name: &Name) -> Option<Anchor> {
        let named = self.read(&name.text);
        if named.is_none() && self.is_step(&name.text) {
            return Some(Anchor::Step(name.text.clone()));
        }
        if let (None, Some(number)) = (&named, name.text.to_lowercase().strip_prefix("day"))
            && number.chars().all(|letter| letter.is_ascii_digit())
        {
            self.report(
                Diagnostic::new(
                    Code::MisspeltWord,
                    name.span,
                    format!("`{}` is no word of the language", name.text),
                    "a blank is missing in it",
                )
                .with_help(format!("did you mean `day {number}`?"))
                .with_fix(name.span, format!("day {number}")),
            );
            return None;
        }
        if let (None, Some(day)) = (&named, named_day(&name.text)) {
            self.report(
                Diagnostic::new(
                    Code::UnknownName,
                    name.span,
                    format!(
                        "`{}` counts from the day of reading, not of treatment",
                        name.text
                    ),
                    "which day?",
                )
                .with_help(format!("days count from the treatment: write `{day}`"))
                .with_fix(name.span, day),
            );
            return None;
        }
        if named.is_none() && name.quoted && !self.is_excused(&name.text) {
            self.quoted_anchor(name);
            return None;
        }
        if let Some(Reading {
            named: Named::Fact(_),
            ..
        }) = named
        {
            self.report(
                Diagnostic::new(
                    Code::WrongKind,
                    name.span,
                    format!("`{}` is a fact, and has no date", name.text),
                    "a fact",
                )
                .with_help("name an event, a symptom or a procedure"),
            );
            return None;
        }
        let id = self.plain(name, Role::Anchor)?;
        Some(self.anchor_of(id, &name.text))
    }

    /// `for 5 days before "it irritates"`: a reason that lost its `because`.
    fn quoted_anchor(&mut self, name: &Name) {
        self.report(
            Diagnostic::new(
                Code::UnknownName,
                name.span,
                format!("nothing called `{}` is known to count time from", name.text),
                "no event, step or symptom",
            )
            .with_help(format!(
                "for a reason write `because \"{0}\"`; for an event declare `event {0}`",
                name.text
            ))
            .with_fix(name.span.at_start(), "because "),
        );
    }

    fn anchor_of(&self, id: ThingId, written: &str) -> Anchor {
        match self.vocabulary.thing(id).kind {
            Kind::Event | Kind::Symptom => Anchor::Event(id),
            Kind::Procedure => Anchor::Procedure(id),
            _ => Anchor::Step(written.to_owned()),
        }
    }

    /// Whether a name is a step of some routine, or a moment of the day.
    pub(crate) fn is_step(&self, text: &str) -> bool {
        let key = fold(text);
        self.steps.contains(&key)
            || MOMENTS.contains(&key.as_str())
            || VERBS
                .iter()
                .any(|row| gerund(row.word) == key || row.word == key)
    }
}

/// The day that sheets mean by a word that counts from today.
fn named_day(text: &str) -> Option<&'static str> {
    match text.to_lowercase().as_str() {
        "tomorrow" => Some("day 1"),
        "yesterday" => Some("day -1"),
        _ => None,
    }
}

/// `cleansing`
fn gerund(verb: &str) -> String {
    format!("{}ing", verb.strip_suffix('e').unwrap_or(verb))
}
