//! Windows: when a sentence holds.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic};
use crate::number::Number;
use crate::span::{Span, Spanned};
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::lower::extent::vague_extent;
use crate::syntax::lower::leaning::Leaning;
use crate::syntax::tree::{
    Ago, Anchor, Duration, DurationRange, Extent, Point, TimeUnit, Window, WindowKind,
};

/// A window that is not `about` its length.
fn exact(kind: WindowKind) -> Window {
    Window { about: false, kind }
}

fn at(anchor: Spanned<Anchor>) -> Spanned<Point> {
    let span = anchor.span;
    let point = Point::Offset {
        distance: None,
        ago: Ago::After,
        anchor,
    };
    Spanned::new(point, span)
}

impl Lower<'_> {
    /// Any window; none where it was refused.
    pub(super) fn window(&mut self, pair: Pair<'_, Rule>) -> Option<Window> {
        match pair.as_rule() {
            Rule::for_window => self.for_window(pair),
            Rule::long_window => {
                let kind = WindowKind::For(vague_extent("", pair.as_str()));
                Some(exact(kind))
            }
            Rule::until_window => self.until_window(pair),
            Rule::on_window => self.on_window(pair),
            Rule::word_window => Some(word_window(pair.as_str())),
            Rule::course_window => Some(exact(WindowKind::ForTheCourse)),
            Rule::straight_window => {
                let mut parts = Cursor::into(pair);
                let anchor = self.anchor(parts.presume(Rule::anchor));
                parts.end();
                Some(exact(WindowKind::At(Box::new(at(anchor)))))
            }
            Rule::at_window => {
                let mut parts = Cursor::into(pair);
                let point = self.point(parts.presume(Rule::point));
                parts.end();
                point.map(|point| exact(WindowKind::At(Box::new(point))))
            }
            _ => self.starting(pair),
        }
    }

    fn for_window(&mut self, pair: Pair<'_, Rule>) -> Option<Window> {
        let span = self.span(&pair);
        let mut parts = Cursor::into(pair);
        if parts.took(Rule::course) {
            return Some(exact(WindowKind::ForTheCourse));
        }
        let about = parts.took(Rule::about);
        let first = parts.took(Rule::first);
        let length = parts.presume(Rule::extent);
        let length_span = self.span(&length);
        let extent = match first.then(|| one_unit(length.as_str())).flatten() {
            Some(unit) => Some(one_of(unit, length_span)),
            None => self.extent(length),
        };
        let side = match parts.peek() {
            Some(Rule::or_until) | None => None,
            Some(_) => parts.next(),
        };
        if let Some(or_until) = parts.accept(Rule::or_until) {
            let kind = extent.as_ref().filter(|_| side.is_none());
            let kind = kind.and_then(|extent| self.whichever_until(extent, &or_until));
            if let Some(kind) = kind {
                return Some(Window { about, kind });
            }
            self.or_until(span, length_span, or_until);
            return None;
        }
        parts.end();
        let extent = extent?;
        let kind = match side {
            Some(side) => self.side(side, extent, span)?,
            None => WindowKind::For(extent),
        };
        Some(Window { about, kind })
    }

    /// What follows a length of time: `before`, `after swelling`, `before and 7 days after`, `from day 2`.
    fn side(&mut self, pair: Pair<'_, Rule>, extent: Extent, span: Span) -> Option<WindowKind> {
        let rule = pair.as_rule();
        if let (Extent::Vague(_), Rule::both_sides | Rule::before_side) = (&extent, rule) {
            return self.vague(span);
        }
        let mut parts = Cursor::into(pair);
        let kind = match rule {
            Rule::both_sides => {
                let after = match parts.accept(Rule::extent) {
                    Some(after) => self.extent(after)?,
                    None => extent.clone(),
                };
                parts.took(Rule::treatment_word);
                WindowKind::ForAround {
                    before: Box::new(extent),
                    after: Box::new(after),
                }
            }
            Rule::from_side => WindowKind::From {
                at_least: None,
                from: Box::new(self.point(parts.presume(Rule::point))?),
                until: None,
                length: Some(Box::new(extent)),
            },
            _ => {
                let anchor = parts.accept(Rule::anchor).map(|anchor| self.anchor(anchor));
                let anchor = anchor.filter(|anchor| anchor.node != Anchor::Treatment);
                match (rule, anchor) {
                    (Rule::before_side, None) => WindowKind::ForBefore(extent),
                    (Rule::before_side, Some(anchor)) => self.before(anchor, extent, span)?,
                    (_, None) => WindowKind::For(extent),
                    (_, Some(anchor)) => WindowKind::From {
                        at_least: None,
                        from: Box::new(at(anchor)),
                        until: None,
                        length: Some(Box::new(extent)),
                    },
                }
            }
        };
        parts.end();
        Some(kind)
    }

    /// `for 2 weeks before next session`: from 2 weeks before it until it.
    fn before(
        &mut self,
        anchor: Spanned<Anchor>,
        extent: Extent,
        span: Span,
    ) -> Option<WindowKind> {
        let Extent::Range(range) = extent else {
            let name = self.quote(anchor.span);
            self.refuse(
                Diagnostic::new(
                    Code::ClauseShape,
                    span,
                    format!("a window before `{name}` has one length or a range"),
                    "neither `at least` nor `up to` can stand here",
                )
                .with_help(format!(
                    "write the length alone, such as `for 2 weeks before {name}`"
                )),
            );
            return None;
        };
        let start = Point::Offset {
            distance: Some(range),
            ago: Ago::Before,
            anchor: anchor.clone(),
        };
        Some(WindowKind::From {
            from: Box::new(Spanned::new(start, span)),
            at_least: None,
            until: Some(Box::new(at(anchor))),
            length: None,
        })
    }

    fn on_window(&mut self, pair: Pair<'_, Rule>) -> Option<Window> {
        let span = self.span(&pair);
        let mut parts = Cursor::into(pair);
        let first = self.day(&parts.presume(Rule::day_number));
        let last = parts.took(Rule::op).then(|| {
            let number = parts.presume(Rule::day_number);
            self.day(&number)
        });
        parts.end();
        let first = first?;
        let last = match last {
            Some(last) => Some(last?),
            None => None,
        };
        if let Some(last) = last.filter(|last| last.node < first.node) {
            self.refuse(
                Diagnostic::new(
                    Code::ReversedRange,
                    first.span.to(last.span),
                    "the first day of a range stands first",
                    "this range runs backwards",
                )
                .with_help(format!("write `on days {}..{}`", last.node, first.node))
                .with_fix(span, format!("on days {}..{}", last.node, first.node)),
            );
            return None;
        }
        Some(exact(WindowKind::OnDays { first, last }))
    }

    /// `until healed, at least 3 days, at most 10 days, usually 5..7 days`
    fn until_window(&mut self, pair: Pair<'_, Rule>) -> Option<Window> {
        let span = self.span(&pair);
        let mut parts = Cursor::into(pair);
        let mark = self.diagnostics.len();
        let until = self.points(&mut parts);
        let point_span = until.as_ref().map_or(span, |until| until.span);
        let (mut at_least, mut at_most, mut usually) = (None, None, None);
        let mut sound = true;
        while let Some(part) = parts.next() {
            let (rule, part_span) = (part.as_rule(), self.span(&part));
            let whole = part.clone();
            let mut inner = Cursor::into(part);
            let twice = match rule {
                Rule::not_before => {
                    let length = self.single(inner.presume(Rule::drange));
                    sound &= length.is_some();
                    std::mem::replace(&mut at_least, length).is_some()
                }
                Rule::not_after => {
                    let length = self.single(inner.presume(Rule::drange));
                    sound &= length.is_some();
                    std::mem::replace(&mut at_most, length).is_some()
                }
                Rule::mostly => {
                    let range = self.range(inner.presume(Rule::drange));
                    sound &= range.is_some();
                    std::mem::replace(&mut usually, range).is_some()
                }
                _ => {
                    let alone = at_least.is_none() && at_most.is_none() && usually.is_none();
                    if let Some(first) = until.as_ref().filter(|_| alone)
                        && let Some(kind) = self.whichever_then(first, &whole)
                    {
                        return Some(exact(kind));
                    }
                    if self.diagnostics.len() == mark {
                        self.or_then(span, point_span, inner.presume(Rule::point));
                    }
                    return None;
                }
            };
            inner.end();
            if twice {
                self.twice_in_until(part_span);
                sound = false;
            }
        }
        let until = until?;
        sound.then(|| {
            exact(WindowKind::Until {
                until: Box::new(until),
                at_least,
                at_most,
                usually: usually.map(Box::new),
            })
        })
    }

    fn twice_in_until(&mut self, span: Span) {
        let raw = self.quote(span);
        self.refuse(
            Diagnostic::new(
                Code::ClauseTwice,
                span,
                "one end of time is bounded twice in the same way",
                "the second bound",
            )
            .with_help(format!("keep one of them; this one is `{raw}`"))
            .with_fix(self.with_blank_before(span), ""),
        );
    }

    /// `from P`, `after P` and `once P`, each with its end or its length.
    fn starting(&mut self, pair: Pair<'_, Rule>) -> Option<Window> {
        let (rule, span) = (pair.as_rule(), self.span(&pair));
        let mut parts = Cursor::into(pair);
        let from = self.points(&mut parts);
        let (mut until, mut length, mut at_least) = (None, None, None);
        if let Some(part) = parts.accept(Rule::not_before) {
            let mut inner = Cursor::into(part);
            at_least = Some(self.single(inner.presume(Rule::drange))?);
            inner.end();
        }
        if let Some(part) = parts.next() {
            let part_rule = part.as_rule();
            let mut inner = Cursor::into(part);
            match part_rule {
                Rule::until_part => until = Some(self.points(&mut inner)?),
                Rule::or_then => {
                    let first = from?.span;
                    self.or_then(span, first, inner.presume(Rule::point));
                    return None;
                }
                Rule::for_part => length = Some(self.extent(inner.presume(Rule::extent))?),
                _ => {
                    let end = self.point(inner.presume(Rule::point))?;
                    self.stretch(span, &from?, &end);
                    return None;
                }
            }
            inner.end();
        }
        parts.end();
        let from = from?;
        let has_to = self.raw(from.span).contains(" to ");
        if rule == Rule::from_window && has_to && self.range_by_to(span, &from) {
            return None;
        }
        if let (Rule::after_window, Point::Day(day)) = (rule, &from.node) {
            let day = day.node;
            self.after_day(span, from.span, day);
            return None;
        }
        Some(exact(WindowKind::From {
            from: Box::new(from),
            at_least,
            until: until.map(Box::new),
            length: length.map(Box::new),
        }))
    }

    /// `from 24 to 48 hours`: refused, and whether it was one.
    fn range_by_to(&mut self, span: Span, from: &Spanned<Point>) -> bool {
        let Point::Offset {
            distance: Some(range),
            ..
        } = &from.node
        else {
            return false;
        };
        let Some(high) = range.high else { return false };
        let least = super::duration::written(range.low.node);
        let most = super::duration::written(high.node);
        let gap = self.place(range.low.span.end as usize, high.span.start as usize);
        let stretch = range.low.span.to(high.span);
        self.refuse(
            from_to(span)
                .with_help(format!(
                    "write `from {least} until {most}` for the stretch between, or `..` for a \
                     start that lies between"
                ))
                .with_fix(stretch, format!("{least} until {most}"))
                .with_fix(gap, ".."),
        );
        true
    }

    /// `from day 2 to day 4`
    fn stretch(&mut self, span: Span, from: &Spanned<Point>, end: &Spanned<Point>) {
        let (start, stop) = (self.quote(from.span), self.quote(end.span));
        let until = format!("from {start} until {stop}");
        let diagnostic = from_to(span);
        self.refuse(match (&from.node, &end.node) {
            (Point::Day(first), Point::Day(last)) if first.node <= last.node => {
                let days = format!("on days {}..{}", first.node, last.node);
                diagnostic
                    .with_help(format!(
                        "write `{days}` for all of these days, `{until}` to stop as the last begins"
                    ))
                    .with_fix(span, days)
                    .with_fix(span, until)
            }
            _ => diagnostic
                .with_help(format!("write `{until}`"))
                .with_fix(span, until),
        });
    }

    fn after_day(&mut self, span: Span, day_span: Span, day: i32) {
        let (this, next) = (format!("from day {day}"), format!("from day {}", day + 1));
        let start = self.place(span.start as usize, day_span.end as usize);
        let diagnostic = Diagnostic::new(
            Code::AfterDay,
            start,
            format!(
                "`after day {day}` can start on day {day} or on day {}",
                day + 1
            ),
            "which day it starts on is not said",
        );
        self.refuse(match self.leaning {
            Leaning::Warning => diagnostic
                .with_help(format!(
                    "write `{this}`: a warning sign counts from the earlier day on"
                ))
                .with_fix(start, this),
            Leaning::Restriction => diagnostic
                .with_help(format!("write `{this}` or `{next}`"))
                .with_fix(start, this)
                .with_fix(start, next),
            _ => diagnostic
                .with_help(format!("write `{next}` or `{this}`"))
                .with_fix(start, next)
                .with_fix(start, this),
        });
    }
}

fn from_to(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::FromTo,
        span,
        "`from` with `to` can mean a stretch of time or a range for its start",
        "which one is not said",
    )
}

/// The windows that are words.
fn word_window(word: &str) -> Window {
    exact(match word.as_bytes() {
        [b't', b'o', b'd', ..] => WindowKind::Today,
        [b't', ..] => WindowKind::Tonight,
        [b'a', ..] => WindowKind::Always,
        [b'b', b'e', b't', ..] => WindowKind::BetweenSessions,
        _ => WindowKind::BeforeTreatment,
    })
}

/// `week` behind `the first`: one of them.
fn one_unit(words: &str) -> Option<TimeUnit> {
    let singular = !words.ends_with('s');
    TimeUnit::from_word(words).filter(|_| singular)
}

fn one_of(unit: TimeUnit, span: Span) -> Extent {
    let amount = Number::whole(1);
    let low = Spanned::new(Duration { amount, unit }, span);
    Extent::Range(DurationRange { low, high: None })
}
