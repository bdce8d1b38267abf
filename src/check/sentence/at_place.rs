//! `do not pick at the stitches`: what a deed is done to, in the place of a time.

use super::head::avoid_word;
use crate::check::checker::Checker;
use crate::check::names::{Reading, Role, without_article};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::MAX_MISTAKES;
use crate::syntax::tree::{Anchor, Head, Kind, Name, Point, Things, Window, WindowKind};
use crate::vocabulary::Named;

impl Checker<'_> {
    /// Refuses `at THING` behind what is left or allowed: it says where or to what, and never from when; whether it
    /// stands there.
    pub(super) fn done_at(&mut self, head: &Head, window: &Window, span: Span) -> bool {
        let (word, things) = match head {
            Head::Avoid { word, things } => (avoid_word(*word), things),
            Head::Allow { things, .. } => ("allow", things),
            Head::Limit { things, .. } => ("limit", things),
            _ => return false,
        };
        let Some(name) = named_point(window).filter(|name| !self.is_moment(name)) else {
            return false;
        };
        let raw = self.one_line(span);
        if !raw.starts_with("at ") {
            return false;
        }
        let diagnostic = Diagnostic::new(
            Code::WindowNotHere,
            span,
            format!("`{raw}` says where or to what, and `at` stands before a time"),
            "no time",
        );
        if ["a time", "one time"].contains(&name.text.as_str()) {
            // Hours behind `for` would be the end of what is allowed.
            let message =
                format!("`{raw}` belongs to an amount, and hours behind `for` are an end");
            let diagnostic =
                Diagnostic::new(Code::WindowNotHere, span, message, "behind no amount");
            self.report(diagnostic.with_help(
                "how long at one time is written in minutes and without `for`, as in `at most 60 minutes at a time`",
            ));
            return true;
        }
        self.forget_twice(span);
        let named = without_article(&name.text);
        let words: Vec<&str> = named.split_whitespace().collect();
        self.report(if self.kind_in(&words, Role::Place).is_some() {
            let place = format!("on {named}");
            diagnostic
                .with_help(format!("write `{place}`"))
                .with_fix(span, place)
        } else if ["it", "them", "these", "this", "those"].contains(&named) {
            diagnostic.with_help(format!(
                "leave `{raw}` out, which forbids it everywhere, or name the thing itself: each sentence stands alone"
            ))
        } else {
            self.whole_deed(diagnostic, (word, things), &raw, span)
        });
        true
    }

    /// The deed in quotes with what it is done to, or without that: a ban is then wider, and never narrower.
    fn whole_deed(
        &self,
        diagnostic: Diagnostic,
        (word, things): (&str, &Things),
        raw: &str,
        span: Span,
    ) -> Diagnostic {
        let place = "where it is done stands behind `on`, as in `on treated area`";
        let start = things.things.first().map(|first| first.span);
        let deed = start.map(|start| start.to(span));
        let deed = deed.filter(|_| ["do not", "never"].contains(&word));
        let Some(deed) = deed.filter(|deed| !self.one_line(*deed).contains('"')) else {
            return diagnostic.with_help(place);
        };
        let quoted = format!("\"{}\"", self.one_line(deed));
        diagnostic
            .with_help(format!(
                "put the whole deed in quotes, `{word} {quoted}`, or leave `{raw}` out, which forbids it everywhere; {place}"
            ))
            .with_fix(deed, quoted)
    }

    /// What is no time does not stand twice beside one: that is this mistake, too.
    fn forget_twice(&mut self, span: Span) {
        if self.diagnostics.len() < MAX_MISTAKES {
            self.diagnostics.retain(|one| {
                let beside = one.labels.iter().any(|label| span.contains(label.span));
                !(one.code == Code::ClauseTwice && beside)
            });
        }
    }

    /// Whether a name is a time: an event, or a step of the day.
    fn is_moment(&self, name: &Name) -> bool {
        let named = without_article(&name.text);
        match self.read(named) {
            Some(Reading {
                named: Named::Thing(id),
                ..
            }) => self.vocabulary.thing(id).kind == Kind::Event,
            _ => self.is_step(named),
        }
    }
}

/// The name that a window is at, and nothing else.
fn named_point(window: &Window) -> Option<&Name> {
    let WindowKind::At(point) = &window.kind else {
        return None;
    };
    match &point.node {
        Point::Offset {
            distance: None,
            anchor,
            ..
        } => match &anchor.node {
            Anchor::Named(name) => Some(name),
            _ => None,
        },
        _ => None,
    }
}
