//! `avoid alcohol for 24 hours before surgery`: a procedure counts from the last one that was done, and what is to be
//! done before this treatment would never hold.

use crate::check::checker::Checker;
use crate::check::names::{Reading, without_article};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::tree::{Ago, Anchor, Kind, Name, Point, Window, WindowKind};
use crate::vocabulary::{Named, ThingId, fold};

/// On which side of what it hangs on a point lies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Until,
    After,
}

impl Checker<'_> {
    /// Refuses a time before a procedure, and one after a procedure that is this treatment; whether it did.
    pub(super) fn around_a_procedure(&mut self, window: &Window, span: Span) -> bool {
        self.counts_from_the_past(&points(window), span)
    }

    /// The same of the day of a visit.
    pub(super) fn visit_around_a_procedure(&mut self, point: &Spanned<Point>) -> bool {
        let mut found = Vec::new();
        named(&point.node, Side::After, &mut found);
        self.counts_from_the_past(&found, point.span)
    }

    fn counts_from_the_past(&mut self, points: &[(&Name, Side)], span: Span) -> bool {
        let mut earlier = None;
        let found = points.iter().find_map(|(name, side)| {
            let procedure = self.procedure_named(name)?;
            let wrong = *side != Side::After || self.is_this_treatment(procedure, name);
            earlier = earlier.or(Some(*name));
            wrong.then_some((*name, *side))
        });
        let Some((name, side)) = found else {
            if let (Some(name), None) = (earlier, &self.treatment) {
                self.asks_which_treatment(name, span);
            }
            return false;
        };
        let (raw, called) = (self.one_line(span), without_article(&name.text));
        let written = self.one_line(name.span);
        // What lasts until something may be before this treatment, or until one that is still to come: nobody but the
        // author knows which.
        let help = match side {
            Side::Until => format!(
                "of the time before this treatment write `before treatment`; of one that is still to come, say when it is: \
                 `until 6 weeks after treatment`, or declare `event {called} done` and write `until {called} done`"
            ),
            _ => format!("write `{}`", raw.replacen(&written, "treatment", 1)),
        };
        let message = if side == Side::After {
            format!(
                "`{called}` is this treatment, and `{raw}` would count from one that was before it"
            )
        } else {
            format!(
                "`{raw}` counts from the last `{called}` that the patient had, and not from this treatment"
            )
        };
        let diagnostic =
            Diagnostic::new(Code::WrongKind, span, message, "of the past").with_help(help);
        self.report(match side {
            Side::Until => diagnostic,
            _ => diagnostic.with_fix(name.span, "treatment"),
        });
        true
    }

    /// Asks whether a procedure is this treatment, where the file does not say what it is for.
    fn asks_which_treatment(&mut self, name: &Name, span: Span) {
        let (raw, written) = (self.one_line(span), self.one_line(name.span));
        let called = without_article(&name.text);
        let from_treatment = raw.replacen(&written, "treatment", 1);
        self.report(
            Diagnostic::new(
                Code::WhichTreatment,
                span,
                format!(
                    "`{raw}` counts from the last `{called}` in the patient's history, and no line says which treatment \
                     this protocol is for"
                ),
                "of the past",
            )
            .with_help(format!(
                "if it is for {called}, write `treatment {called}` in the header, and here `{from_treatment}`; if not, name its \
                 own treatment there"
            )),
        );
    }

    fn procedure_named(&self, name: &Name) -> Option<ThingId> {
        match self.read(without_article(&name.text))? {
            Reading {
                named: Named::Thing(id),
                ..
            } => (self.vocabulary.thing(id).kind == Kind::Procedure).then_some(id),
            Reading { .. } => None,
        }
    }

    /// Whether a procedure is what this protocol is for, or a class of it. `surgery` is the treatment
    /// `eyelid surgery` though nothing is called so. Of a file that names no treatment nobody can tell, and a time after
    /// `waxing` counts from the last one (3.8).
    fn is_this_treatment(&self, procedure: ThingId, name: &Name) -> bool {
        let called = fold(without_article(&name.text));
        let of_all = called == fold(Kind::Procedure.word());
        let Some(treatment) = &self.treatment else {
            return of_all;
        };
        let own = match self.read(treatment).map(|reading| reading.named) {
            Some(Named::Thing(id)) => {
                id == procedure || self.vocabulary.above(id).contains(&procedure)
            }
            _ => false,
        };
        own || of_all || fold(treatment).ends_with(&called)
    }
}

/// The names that a window hangs on, and on which side of each it lies.
fn points(window: &Window) -> Vec<(&Name, Side)> {
    let mut found = Vec::new();
    match &window.kind {
        WindowKind::From { from, until, .. } => {
            named(&from.node, Side::After, &mut found);
            if let Some(until) = until {
                named(&until.node, Side::Until, &mut found);
            }
        }
        WindowKind::Until { until, .. } => named(&until.node, Side::Until, &mut found),
        WindowKind::At(point) => named(&point.node, Side::After, &mut found),
        _ => {}
    }
    found
}

fn named<'p>(point: &'p Point, side: Side, found: &mut Vec<(&'p Name, Side)>) {
    match point {
        Point::Offset {
            distance,
            ago,
            anchor,
        } => {
            if let Anchor::Named(name) = &anchor.node {
                let side = match ago {
                    Ago::Before => Side::Before,
                    Ago::After if distance.is_some() => Side::After,
                    Ago::After => side,
                };
                found.push((name, side));
            }
        }
        Point::Latest(points) => {
            for point in points {
                named(&point.node, side, found);
            }
        }
        Point::Day(_) | Point::NextMorning => {}
    }
}
