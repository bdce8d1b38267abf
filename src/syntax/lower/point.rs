//! Points in time and what they hang on.

use pest::iterators::Pair;

use crate::span::Spanned;
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::lower::duration::number_word;
use crate::syntax::tree::{Ago, Anchor, Point, SessionWord};

/// The furthest day from the treatment: 300 years.
const MAX_DAY: i32 = 109_575;

impl Lower<'_> {
    /// `healed and calm`: a point, or the later of some; none where one of them was refused.
    pub(super) fn points(&mut self, parts: &mut Cursor<'_>) -> Option<Spanned<Point>> {
        let first = parts.presume(Rule::point);
        let mut sound = true;
        let mut points = Vec::with_capacity(1);
        let mut next = Some(first);
        while let Some(pair) = next {
            match self.point(pair) {
                Some(point) => points.push(point),
                None => sound = false,
            }
            next = parts.accept(Rule::point);
        }
        let (first, last) = (points.first()?.span, points.last()?.span);
        if !sound {
            return None;
        }
        if points.len() < 2 {
            return points.pop();
        }
        Some(Spanned::new(Point::Latest(points), first.to(last)))
    }

    /// `day 5`, `2..3 days after swelling`, `healed`, `next morning`
    pub(super) fn point(&mut self, pair: Pair<'_, Rule>) -> Option<Spanned<Point>> {
        let span = self.span(&pair);
        let mut parts = Cursor::into(pair);
        let part = parts.any();
        parts.end();
        let point = match part.as_rule() {
            Rule::day_number => Point::Day(self.day(&part)?),
            Rule::next_morning => Point::NextMorning,
            Rule::offset => self.offset(part)?,
            _ => Point::Offset {
                distance: None,
                ago: Ago::After,
                anchor: self.anchor(part),
            },
        };
        Some(Spanned::new(point, span))
    }

    fn offset(&mut self, pair: Pair<'_, Rule>) -> Option<Point> {
        let span = self.span(&pair);
        let mut parts = Cursor::into(pair);
        let distance = self.range(parts.presume(Rule::drange));
        let (ago, anchor) = match parts.accept(Rule::side) {
            Some(side) if side.as_str() == "before" => {
                (Ago::Before, self.anchor(parts.presume(Rule::anchor)))
            }
            Some(_) => (Ago::After, self.anchor(parts.presume(Rule::anchor))),
            None => (Ago::After, Spanned::new(Anchor::Treatment, span)),
        };
        parts.end();
        Some(Point::Offset {
            distance: Some(distance?),
            ago,
            anchor,
        })
    }

    /// `treatment`, `next session`, `isotretinoin last taken`, `healed`
    pub(super) fn anchor(&mut self, pair: Pair<'_, Rule>) -> Spanned<Anchor> {
        let span = self.span(&pair);
        let mut parts = Cursor::into(pair);
        let part = parts.any();
        let anchor = match part.as_rule() {
            Rule::treatment_word => Anchor::Treatment,
            Rule::session_word => Anchor::Session(match part.as_str() {
                "previous" => SessionWord::Previous,
                "first" => SessionWord::First,
                "final" => SessionWord::Final,
                "next" => SessionWord::Next,
                _ => SessionWord::This,
            }),
            Rule::bedtime => Anchor::Bedtime,
            _ if parts.took(Rule::last_taken) => Anchor::LastTaken(self.name(&part)),
            _ => Anchor::Named(self.name(&part)),
        };
        parts.end();
        Spanned::new(anchor, span)
    }

    /// The number of a day; day 0 is the day of the treatment.
    pub(super) fn day(&mut self, pair: &Pair<'_, Rule>) -> Option<Spanned<i32>> {
        let span = self.span(pair);
        let text = pair.as_str();
        let day = number_word(text)
            .and_then(|number| i32::try_from(number).ok())
            .or_else(|| text.parse().ok())
            .filter(|day: &i32| day.abs() <= MAX_DAY);
        if day.is_none() {
            self.out_of_range(
                span,
                "is no day that a plan reaches",
                "a day lies at most 300 years from the treatment",
            );
        }
        day.map(|day| Spanned::new(day, span))
    }
}
