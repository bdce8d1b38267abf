//! `use electric razor on neck`: with what something is done that is done now and then, read as a duty of every day.

use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::syntax::tree::{Clause, Head, Sentence, WindowKind};
use crate::vocabulary::{Named, OCCASIONAL, Occasional};

impl Checker<'_> {
    /// Asks whether a tool is to be used each day, or where what it is for is done.
    pub(super) fn used_now_and_then(&mut self, sentence: &Sentence) {
        let Head::Duty { verb, things, .. } = &sentence.head.node else {
            return;
        };
        let says_when = |clause: &Clause| match clause {
            Clause::Window(window) => matches!(
                window.kind,
                WindowKind::At(_)
                    | WindowKind::OnDays { .. }
                    | WindowKind::Today
                    | WindowKind::Tonight
                    | WindowKind::ForBefore(_)
                    | WindowKind::BeforeTreatment
            ),
            Clause::Frequency(_) | Clause::While(_) | Clause::If(_) | Clause::Unless(_) => true,
            _ => false,
        };
        let mut clauses = sentence.clauses.iter();
        if verb.node.word() != "use" || clauses.any(|clause| says_when(&clause.node)) {
            return;
        }
        let [thing] = things.things.as_slice() else {
            return;
        };
        let Some(tool) = self.occasional(&self.one_line(thing.span)) else {
            return;
        };
        let wrong = self.diagnostics.iter().any(|one| {
            one.severity() == Severity::Error
                && one.span().is_some_and(|at| thing.span.contains(at))
        });
        if wrong {
            return;
        }
        let said = self.one_line(thing.span);
        let deed = tool.deed;
        let said_of = |is: fn(&Clause) -> bool| {
            let clause = sentence.clauses.iter().find(|clause| is(&clause.node));
            clause.map_or(String::new(), |clause| {
                format!(" {}", self.one_line(clause.span))
            })
        };
        let place = said_of(|clause| matches!(clause, Clause::Places(_)));
        let time = said_of(|clause| matches!(clause, Clause::Window(_)));
        self.report(
            Diagnostic::new(
                Code::ToolEachDay,
                thing.span,
                format!("this asks for `{said}` on every day, and so for {deed}"),
                "how often?",
            )
            .with_help(format!(
                "to say with what {deed} is fine, write `allow {deed}{place} using {said}{time}`; where it is to be done, \
                 say how often, as in `use {said}{place} daily{time}`"
            )),
        );
    }

    /// The row of what a name stands for.
    fn occasional(&self, name: &str) -> Option<&'static Occasional> {
        let Named::Thing(id) = self.read(name)?.named else {
            return None;
        };
        OCCASIONAL.iter().find(|row| {
            let class = self.vocabulary.find_thing(row.tool);
            class.is_some_and(|class| self.vocabulary.is_under(id, class))
        })
    }
}
