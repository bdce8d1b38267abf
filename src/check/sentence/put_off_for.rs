//! `defer 7 days after waxing`: for how long after something a treatment is put off, without `until`.

use crate::check::checker::Checker;
use crate::check::names::{PREVIOUS, is_session, without_last};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::{
    Ago, Anchor, Clause, DurationRange, Extent, Head, Kind, Point, Sentence, SessionWord,
    WindowKind,
};
use crate::vocabulary::Named;

/// What a treatment waits for.
struct Awaited<'s> {
    /// The whole of it: `7 days after waxing`, `for 7 days after waxing`.
    span: Span,
    /// How long.
    length: String,
    /// After what.
    after: &'s Anchor,
}

impl Checker<'_> {
    /// Reports a `defer` or a `refuse` with a time after something that was done or taken, which is read as a window. Whether
    /// it is one.
    pub(super) fn puts_off_for(&mut self, sentence: &Sentence) -> bool {
        let refuses = match &sentence.head.node {
            Head::Refuse => true,
            Head::Defer { until: None } => false,
            _ => return false,
        };
        let Some(Awaited {
            span,
            length,
            after,
        }) = self.awaited(sentence)
        else {
            return !refuses && self.puts_off_if(sentence);
        };
        let (what, taken) = match after {
            Anchor::Session(SessionWord::Previous) => (PREVIOUS, false),
            Anchor::Named(name) | Anchor::LastTaken(name) => {
                let last = without_last(&name.text);
                match (
                    last.is_some_and(is_session),
                    self.kind_read(last.unwrap_or(&name.text)),
                ) {
                    (true, _) => (PREVIOUS, false),
                    (_, Some(kind)) => (last.unwrap_or(&name.text), kind == Kind::Medicine),
                    (_, None) => return false,
                }
            }
            _ => return false,
        };
        let last = if taken { " last taken" } else { "" };
        let until = format!("until {length} after {what}{last}");
        let asked = if taken { "took" } else { "had" };
        let diagnostic = Diagnostic::new(
            Code::WindowNotHere,
            span,
            "whether to treat is decided before the treatment",
            "no window can stand here",
        );
        self.report(match refuses {
            true if what != PREVIOUS => diagnostic.with_help(format!(
                "write `defer {until}` where it is put off until then, `refuse if {asked} {what} within {length}` where it is refused"
            )),
            true => diagnostic.with_help(format!("write `defer {until}`")),
            false => diagnostic
                .with_help(format!("write `defer {until}`"))
                .with_fix(span, until),
        });
        true
    }

    /// The kind of something that is done, happens or is taken.
    pub(super) fn kind_read(&self, text: &str) -> Option<Kind> {
        let Named::Thing(thing) = self.read(text)?.named else {
            return None;
        };
        let kind = self.vocabulary.thing(thing).kind;
        matches!(kind, Kind::Medicine | Kind::Procedure | Kind::Event).then_some(kind)
    }

    fn awaited<'s>(&self, sentence: &'s Sentence) -> Option<Awaited<'s>> {
        let clauses = || sentence.clauses.iter();
        let (window, from, length) = clauses().find_map(|clause| match &clause.node {
            Clause::Window(window) => match &window.kind {
                WindowKind::From {
                    from,
                    at_least: None,
                    until: None,
                    length,
                } => Some((clause.span, from, length)),
                _ => None,
            },
            _ => None,
        })?;
        let Point::Offset {
            distance,
            ago: Ago::After,
            anchor,
        } = &from.node
        else {
            return None;
        };
        let (span, length) = match (distance, length.as_deref()) {
            (Some(distance), None) => (window, span_of(distance)),
            (None, Some(Extent::Range(range))) => (window, span_of(range)),
            (None, None) => clauses()
                .find(|clause| matches!(clause.node, Clause::Quantity(_)))
                .filter(|quantity| quantity.span.end <= window.start)
                .map(|quantity| (quantity.span.to(window), quantity.span))?,
            _ => return None,
        };
        Some(Awaited {
            span,
            length: self.one_line(length),
            after: &anchor.node,
        })
    }
}

/// All of a length.
pub(super) fn span_of(range: &DurationRange) -> Span {
    let low = range.low.span;
    range.high.as_ref().map_or(low, |high| low.to(high.span))
}
