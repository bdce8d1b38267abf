//! Steps, one after the other.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::{Span, Spanned};
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::lower::parts::Placed;
use crate::syntax::tree::{Clause, Extent, Head, Sentence, StepItem, StepJoin, Window, WindowKind};

impl Lower<'_> {
    /// `steps "Evening routine" { cleanse face, then apply serum }`
    pub(in crate::syntax) fn steps(&mut self, pair: Pair<'_, Rule>) -> Head {
        let whole = self.span(&pair);
        let mut parts = Cursor::into(pair);
        let refused = self.diagnostics.len();
        let title = self.string(&parts.presume(Rule::string));
        parts.accept(Rule::early);
        let mut items: Vec<StepItem> = Vec::new();
        let mut join = None;
        let mut closed = false;
        while let Some(part) = parts.next() {
            let span = self.span(&part);
            match part.as_rule() {
                Rule::closed => closed = true,
                Rule::joined => {
                    self.hanging(join.take());
                    join = self.step_join(part).map(|node| Spanned::new(node, span));
                }
                Rule::junk => {
                    join = None;
                    self.explain_step(part);
                }
                _ => {
                    let join = join.take().or_else(|| {
                        (!items.is_empty()).then(|| Spanned::new(StepJoin::Then, span.at_start()))
                    });
                    if let Some(sentence) = self.sentence(part) {
                        self.no_window(&sentence);
                        let sentence = Spanned::new(sentence, span);
                        items.push(StepItem { join, sentence });
                    }
                }
            }
        }
        self.hanging(join);
        if !closed {
            let open = self.raw(whole).find('{').map_or(whole, |at| {
                self.place(whole.start as usize + at, whole.start as usize + at + 1)
            });
            self.unclosed(open);
        }
        if items.is_empty() && closed && refused == self.diagnostics.len() {
            self.refuse(
                Diagnostic::new(
                    Code::HeadShape,
                    title.span,
                    "no step stands in these braces",
                    "steps of nothing",
                )
                .with_help(
                    "write them as in `steps \"Evening\" { cleanse face, then apply serum }`",
                ),
            );
        }
        Head::Steps { title, items }
    }

    /// `steps "Evening" for 3 days { ... }`: what is said of the whole routine stands behind its `}`.
    pub(super) fn early(&mut self, steps: &Pair<'_, Rule>, sentence: Span) -> Vec<Placed> {
        let mut inner = steps.clone().into_inner();
        let Some(early) = inner.find(|part| part.as_rule() == Rule::early) else {
            return Vec::new();
        };
        let mut parts = early.clone().into_inner().map(|part| self.span(&part));
        let first = parts.next().unwrap_or_else(|| self.span(&early));
        let clauses = first.to(parts.last().unwrap_or(first));
        let said = self.quote(clauses);
        let diagnostic = Diagnostic::new(
            Code::HeadShape,
            clauses,
            "what is said of the whole routine stands behind its `}`",
            "it stands before the steps",
        )
        .with_help(format!("put `{said}` behind the `}}`"));
        let diagnostic = match inner.last().filter(|part| part.as_rule() == Rule::closed) {
            Some(close) => {
                let leave = Edit {
                    span: self.span(&early),
                    text: String::new(),
                };
                let add = Edit {
                    span: self.span(&close).at_end(),
                    text: format!(" {said}"),
                };
                self.fix_if_reads(diagnostic, sentence, vec![leave, add])
            }
            None => diagnostic,
        };
        self.refuse(diagnostic);
        // As a lead, so that its place in the order is told once.
        let clauses = early.into_inner();
        clauses
            .filter_map(|clause| self.clause(clause, true))
            .collect()
    }

    fn step_join(&mut self, pair: Pair<'_, Rule>) -> Option<StepJoin> {
        let mut parts = Cursor::into(pair);
        let join = match parts.next() {
            None => StepJoin::Then,
            Some(part) if part.as_rule() == Rule::persists => StepJoin::IfItPersists,
            Some(part) => StepJoin::After(self.range(part)?),
        };
        parts.end();
        Some(join)
    }

    /// A `then` that no step follows.
    fn hanging(&mut self, join: Option<Spanned<StepJoin>>) {
        if let Some(join) = join {
            self.refuse(
                Diagnostic::new(
                    Code::MissingThings,
                    join.span,
                    "`then` is followed by no step",
                    "a step is missing after it",
                )
                .with_help("write the step, or delete `then`")
                .with_fix(self.with_blank_before(join.span), ""),
            );
        }
    }

    /// A step has no window of its own; how long it takes is a quantity's business.
    fn no_window(&mut self, sentence: &Sentence) {
        for clause in &sentence.clauses {
            let Clause::Window(window) = &clause.node else {
                continue;
            };
            let doing = matches!(
                sentence.head.node,
                Head::Duty { .. } | Head::Action(_) | Head::Avoid { .. }
            );
            if doing && is_short(window) {
                continue;
            }
            let raw = self.quote(clause.span);
            let mut diagnostic = Diagnostic::new(
                Code::ClauseUnfit,
                clause.span,
                format!("`{raw}` cannot stand in a step"),
                "a step has no window of its own",
            )
            .with_help("put it behind the `}`, where it holds for all steps");
            if sentence.lead.is_none() {
                diagnostic = diagnostic.with_fix(self.with_blank_before(clause.span), "");
            }
            self.refuse(diagnostic);
        }
    }
}

/// `for 1 minute`: how long one application takes.
fn is_short(window: &Window) -> bool {
    match &window.kind {
        WindowKind::For(Extent::Range(range)) => {
            range.high.unwrap_or(range.low).node.unit.is_elapsed()
        }
        WindowKind::For(Extent::AtLeast { minimum, .. }) => minimum.node.unit.is_elapsed(),
        WindowKind::For(Extent::Vague(vague)) => vague.unit.is_elapsed(),
        WindowKind::For(Extent::UpTo(most)) => most.node.unit.is_elapsed(),
        _ => false,
    }
}
