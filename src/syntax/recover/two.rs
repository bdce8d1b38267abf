//! What stands twice where once is meant: two words for what to do, two labels.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::vocabulary::VERBS;

/// Words that say to leave something.
const LEAVING: &[&str] = &[
    "avoid",
    "do not",
    "don't",
    "don\u{2019}t",
    "never",
    "no",
    "stop",
];

impl Lower<'_> {
    /// `do not avoid retinoids`, `avoid avoid makeup`: whether the two cancel out is not said.
    pub(super) fn two_heads(&mut self, word: &str, span: Span, rest: Span, line: Span) -> bool {
        let Some(second) = self.starts_head(rest) else {
            return false;
        };
        let first = self.quote(span);
        let end = rest.start as usize + second.len();
        let at = self.place(rest.start as usize, end);
        let both = span.to(at);
        let is_twice = word == second;
        let cancel = !is_twice && [word, second].iter().all(|word| LEAVING.contains(word));
        let diagnostic = Diagnostic::new(
            Code::HeadShape,
            both,
            format!("`{first}` and `{second}` both say what to do"),
            "a sentence has one of them",
        );
        let (help, texts) = if is_twice {
            (format!("write `{first}` once"), vec![first])
        } else if cancel {
            let help = "write `avoid` where it is to be left, `allow` where it may be used";
            (
                help.to_owned(),
                vec!["avoid".to_owned(), "allow".to_owned()],
            )
        } else {
            (
                format!("keep one of them: `{first}` or `{second}`"),
                Vec::new(),
            )
        };
        let mut diagnostic = diagnostic.with_help(help);
        for text in texts {
            diagnostic = self.fix_if_reads(diagnostic, line, vec![edit(both, text)]);
        }
        self.refuse(diagnostic);
        true
    }

    /// The word with which a sentence's head starts at `at`.
    pub(super) fn starts_head(&self, at: Span) -> Option<&'static str> {
        let verb = || {
            VERBS
                .iter()
                .map(|row| row.word)
                .find(|word| *word == self.first_word(at))
        };
        self.head_of(at).map(|shape| shape.word).or_else(verb)
    }

    /// `lab: lab2: avoid heat`
    pub(super) fn two_labels(&mut self, line: Span) -> bool {
        let Some((_, end)) = self.reread(Rule::label, line) else {
            return false;
        };
        let behind = self.tail(line, end);
        let Some((_, second_end)) = self.reread(Rule::label, behind) else {
            return false;
        };
        let first = self.place(line.start as usize, behind.start as usize);
        let sentence = self.tail(behind, second_end);
        let second = self.place(behind.start as usize, sentence.start as usize);
        let label = self.trimmed(second);
        let mut diagnostic = Diagnostic::new(
            Code::ClauseTwice,
            label,
            "a label is given twice",
            "the second one",
        )
        .with_label(self.trimmed(first), "the first one")
        .with_help("keep one of the two, since a sentence has one label");
        for span in [second, first] {
            diagnostic = self.fix_if_reads(diagnostic, line, vec![edit(span, "")]);
        }
        self.refuse(diagnostic);
        true
    }
}

/// A word that starts a second sentence.
pub(super) fn two_sentences(start: Span, word: &str) -> Diagnostic {
    Diagnostic::new(
        Code::TwoSentences,
        start,
        format!("`{word}` starts a second sentence"),
        "the first sentence ends before it",
    )
}
