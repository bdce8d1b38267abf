//! When what is expected mostly comes: words that a sentence with `expect` alone can have.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Spanned;
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::lower::parts::{Kind, Part, Placed};
use crate::syntax::tree::{
    Clause, Deadline, DurationRange, Head, Typical, TypicalTime, TypicalWord,
};

impl Lower<'_> {
    /// `usually for 3 days`, `usually 5..7 days`, `by day 4`
    pub(super) fn typical(&mut self, pair: Pair<'_, Rule>) -> Option<Typical> {
        let mut parts = Cursor::into(pair);
        let word = match parts.accept(Rule::typical_word) {
            Some(word) if word.as_str() == "usually" => TypicalWord::Usually,
            Some(_) => TypicalWord::Mostly,
            None => TypicalWord::By,
        };
        let about = parts.took(Rule::about);
        let part = parts.any();
        parts.end();
        let when = match part.as_rule() {
            Rule::point => TypicalTime::Point(self.point(part)?),
            Rule::drange => TypicalTime::Length {
                about,
                length: self.range(part)?,
            },
            _ => TypicalTime::Window(self.window(part)?),
        };
        Some(Typical { word, when })
    }

    /// `expect swelling within 2 days` says when it comes, and calls nobody; what else says when
    /// something mostly comes is refused of other sentences.
    pub(super) fn typical_fits(&mut self, head: &Head, placed: &mut Vec<Placed>) {
        let expects = matches!(head, Head::Expect(_));
        for clause in placed.iter_mut() {
            let Some(Part::Soon(Deadline::Within(length))) = &clause.part else {
                continue;
            };
            if expects {
                let low = Spanned::new(*length, clause.span);
                let length = DurationRange { low, high: None };
                let when = TypicalTime::Length {
                    about: false,
                    length,
                };
                let word = TypicalWord::Within;
                clause.part = Some(Part::Clause(Clause::Typical(vec![Typical { word, when }])));
                clause.kind = Kind::Typical;
            }
        }
        if !expects {
            placed.retain(|clause| clause.kind != Kind::Typical || !self.not_typical(clause));
        }
    }

    fn not_typical(&mut self, clause: &Placed) -> bool {
        let raw = self.quote(clause.span);
        let whole = self.with_blank_before(clause.span);
        self.refuse(
            Diagnostic::new(
                Code::ClauseUnfit,
                clause.span,
                format!("`{raw}` does not go with this sentence"),
                "what is usual goes with `expect` alone",
            )
            .with_help("leave it out, or say for how long without it")
            .with_fix(whole, ""),
        );
        true
    }
}
