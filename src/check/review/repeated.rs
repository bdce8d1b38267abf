//! The same sentence twice.

use std::hash::{BuildHasher, Hash, Hasher};

use foldhash::fast::FixedState;

use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::tree::{Clause, Condition, File, Head, Item, Sentence, Statement};

/// A sentence, the `when`s around it and whether it is under their `otherwise`.
struct Seen<'f> {
    around: Vec<(&'f Condition, bool)>,
    sentence: &'f Sentence,
    span: Span,
}

impl Checker<'_> {
    /// Warns of sentences that say what an earlier one says.
    pub(crate) fn repeated(&mut self, whole: &File) {
        // The numbers were taken while the sentences were at hand: to go through all of them again is dear.
        let mut sorted = self.digests.clone();
        sorted.sort_unstable();
        if !sorted.windows(2).any(|two| two.first() == two.last()) {
            return;
        }
        let mut seen: Vec<Seen<'_>> = Vec::new();
        for item in &whole.items {
            if let Item::Statement(statement) = &item.node {
                collect(statement, item.span, &[], &mut seen);
            }
        }
        let broken = self.broken_places();
        let seen = seen.into_iter().zip(self.digests.iter().copied());
        let seen = seen.filter(|(one, _)| {
            !broken.hold(one.span) && !matches!(one.sentence.head.node, Head::Note(_))
        });
        for (first, again) in twice(&seen.collect::<Vec<_>>()) {
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

/// Where something is said the first time and again, in the order of what is said again.
fn twice(seen: &[(Seen<'_>, u64)]) -> Vec<(Span, Span)> {
    let mut digests: Vec<(u64, usize)> = seen.iter().map(|(_, digest)| *digest).zip(0..).collect();
    digests.sort_unstable();
    let mut found = Vec::new();
    for alike in digests.chunk_by(|(one, _), (next, _)| one == next) {
        let mut earlier: Vec<&Seen<'_>> = Vec::new();
        for (_, at) in alike.iter().filter(|_| alike.len() > 1) {
            let Some((one, _)) = seen.get(*at) else {
                continue;
            };
            match earlier.iter().find(|first| first.says_the_same(one)) {
                Some(first) => found.push((*at, (first.span, one.span))),
                None => earlier.push(one),
            }
        }
    }
    found.sort_unstable_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, spans)| spans).collect()
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

/// A number that is the same for sentences that say the same under the same `when`s, whose digest is `around`.
pub(crate) fn digest(sentence: &Sentence, around: u64) -> u64 {
    let mut digest = FixedState::default().build_hasher();
    sentence.head.hash(&mut digest);
    sentence.should.hash(&mut digest);
    around.hash(&mut digest);
    for clause in said(sentence) {
        clause.hash(&mut digest);
    }
    digest.finish()
}

/// A number that is the same for what is the same.
pub(crate) fn digest_of(what: &impl Hash) -> u64 {
    FixedState::default().hash_one(what)
}

impl Seen<'_> {
    /// Whether both say the same, whatever their labels, reasons and sources.
    fn says_the_same(&self, other: &Self) -> bool {
        let (one, two) = (self.sentence, other.sentence);
        one.head == two.head
            && one.should == two.should
            && self.around == other.around
            && said(one).eq(said(two))
    }
}

fn said(sentence: &Sentence) -> impl Iterator<Item = &Clause> {
    sentence
        .clauses
        .iter()
        .map(|clause| &clause.node)
        .filter(|clause| {
            !matches!(
                clause,
                Clause::Because(_) | Clause::Sources(_) | Clause::Accept { .. }
            )
        })
}
