//! The same sentence twice.

use std::collections::BTreeMap;

use crate::check::checker::Checker;
use crate::check::files::LoadedFile;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::tree::{Clause, Condition, Head, Item, Sentence, Statement};

/// A sentence, the `when`s around it and whether it is under their `otherwise`.
struct Seen<'f> {
    around: Vec<(&'f Condition, bool)>,
    sentence: &'f Sentence,
    span: Span,
}

impl Checker<'_> {
    /// Warns of sentences that say what an earlier one says.
    pub(crate) fn repeated(&mut self, main: &LoadedFile) {
        let mut seen: Vec<Seen<'_>> = Vec::new();
        for item in &main.file.items {
            if let Item::Statement(statement) = &item.node {
                collect(statement, item.span, &[], &mut seen);
            }
        }
        let mut found = Vec::new();
        let mut alike: BTreeMap<String, Vec<&Seen<'_>>> = BTreeMap::new();
        for one in &seen {
            let earlier = alike
                .entry(first_words(&one.sentence.head.node))
                .or_default();
            match earlier.iter().find(|first| first.says_the_same(one)) {
                Some(first) => found.push((first.span, one.span)),
                None => earlier.push(one),
            }
        }
        for (first, again) in found {
            self.report(
                Diagnostic::new(
                    Code::RepeatedSentence,
                    again,
                    "this sentence stands twice",
                    "again",
                )
                .with_label(first, "first here")
                .with_help("leave one of the two out"),
            );
        }
    }
}

fn collect<'f>(
    statement: &'f Statement,
    span: Span,
    around: &[(&'f Condition, bool)],
    seen: &mut Vec<Seen<'f>>,
) {
    let mut body = |body: &'f [Spanned<Statement>], around: &[(&'f Condition, bool)]| {
        for inner in body {
            collect(&inner.node, inner.span, around, seen);
        }
    };
    match statement {
        Statement::Sentence(sentence) => seen.push(Seen {
            around: around.to_vec(),
            sentence,
            span,
        }),
        Statement::Section { body: inside, .. } => body(inside, around),
        Statement::When {
            condition,
            body: inside,
            otherwise,
        } => {
            let with = |negated| {
                let mut around = around.to_vec();
                around.push((&condition.node, negated));
                around
            };
            body(inside, &with(false));
            if let Some(otherwise) = otherwise {
                body(otherwise, &with(true));
            }
        }
    }
}

impl Seen<'_> {
    /// Whether both say the same, whatever their labels, reasons and sources.
    fn says_the_same(&self, other: &Self) -> bool {
        let (one, two) = (self.sentence, other.sentence);
        one.head == two.head
            && !matches!(one.head.node, Head::Note(_))
            && one.should == two.should
            && self.around == other.around
            && said(one).eq(said(two))
    }
}

/// Words of a head that equal heads share, so that only few need to be compared.
fn first_words(head: &Head) -> String {
    match head {
        Head::Avoid { things, .. }
        | Head::Duty { things, .. }
        | Head::Allow { things, .. }
        | Head::Resume(things)
        | Head::Limit { things, .. }
        | Head::Expect(things)
        | Head::Report { things, .. } => {
            let names: Vec<&str> = things
                .things
                .iter()
                .map(|thing| thing.node.name.text.as_str())
                .collect();
            names.join(",")
        }
        Head::Action(name) => name.text.clone(),
        Head::Steps { title, .. } | Head::Visit { title, .. } => title.node.clone(),
        Head::Caution(text)
        | Head::AskPrescriber(text)
        | Head::TellClinic(text)
        | Head::Prepare(text)
        | Head::Note(text) => text.node.clone(),
        Head::Sessions { .. } | Head::Maintenance { .. } | Head::Refuse | Head::Defer { .. } => {
            String::new()
        }
    }
}

fn said(sentence: &Sentence) -> impl Iterator<Item = &Clause> {
    sentence
        .clauses
        .iter()
        .map(|clause| &clause.node)
        .filter(|clause| !matches!(clause, Clause::Because(_) | Clause::Sources(_)))
}
