//! `allow paracetamol but not aspirin because "it increases bruising"`: a reason behind two sentences in one.

use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::tree::{Clause, Head, Sentence, Things};

impl Checker<'_> {
    /// Warns of a reason behind what is allowed and what is not, and offers two sentences, the reason with either.
    pub(super) fn reason_of_which(&mut self, sentence: &Sentence, whole: Span) {
        let Head::Allow {
            things,
            but_not: Some(left),
        } = &sentence.head.node
        else {
            return;
        };
        let reason = sentence.clauses.iter().find_map(|clause| {
            let Clause::Because(text) = &clause.node else {
                return None;
            };
            Some((clause.span, text))
        });
        let Some((because, text)) = reason.filter(|(because, _)| because.start > start_of(left))
        else {
            return;
        };
        let behind = self.said_besides(sentence, because);
        let reason = format!(" {}", self.one_line(because));
        let two = |of_allowed: &str, of_left: &str| {
            let allow = format!("allow {}{behind}{of_allowed}", self.listed(things));
            (
                allow,
                format!("avoid {}{behind}{of_left}", self.listed(left)),
            )
        };
        let (allow, avoid) = two("", &reason);
        let (allow_so, avoid_all) = two(&reason, "");
        let diagnostic = Diagnostic::new(
            Code::ReasonOfWhich,
            because,
            format!("`\"{}\"` is read of what is allowed, and not of what is left", text.node),
            "the reason of which of them?",
        )
        .with_help(format!(
            "write two sentences, `{allow}` and `{avoid}`; or `{allow_so}` and `{avoid_all}` if it is why the one is allowed"
        ));
        let alone = sentence.lead.is_none() && sentence.label.is_none() && !sentence.should;
        self.report(if alone {
            diagnostic
                .with_fix(whole, format!("{allow}\n{avoid}"))
                .with_fix(whole, format!("{allow_so}\n{avoid_all}"))
        } else {
            diagnostic
        });
    }

    /// What else the sentence says, as it is written.
    fn said_besides(&self, sentence: &Sentence, because: Span) -> String {
        let clauses = sentence.clauses.iter().map(|clause| clause.span);
        let others = clauses.filter(|span| *span != because);
        others
            .map(|span| format!(" {}", self.one_line(span)))
            .collect()
    }

    fn listed(&self, things: &Things) -> String {
        let all = things.things.iter().chain(&things.including);
        let spans = all.map(|thing: &Spanned<_>| thing.span);
        let whole = spans.reduce(|first, last| first.to(last));
        whole.map_or_else(String::new, |whole| self.one_line(whole))
    }
}

/// Where a list starts.
fn start_of(things: &Things) -> u32 {
    things.things.first().map_or(0, |first| first.span.start)
}
