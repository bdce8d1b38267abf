//! When what is expected mostly comes, from when something is mostly allowed, and when what it waits for
//! mostly happens.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::lower::parts::{Kind, Part, Placed};
use crate::syntax::tree::{
    Anchor, Clause, Deadline, DurationRange, Head, Point, Typical, TypicalTime, TypicalWord,
    Window, WindowKind,
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
        if expects {
            return;
        }
        let is_due = |clause: &Placed| is_for_before(head) && says_by_when(clause);
        if matches!(head, Head::Allow { .. } | Head::Resume(_)) {
            placed.iter_mut().for_each(usually_from);
        }
        let waits = placed.iter().any(waits_for_an_event);
        let is_dated = placed.iter().any(|clause| clause.kind == Kind::Window);
        placed.retain(|clause| {
            let usual =
                clause.kind != Kind::Typical || waits && says_a_length(clause) || is_due(clause);
            usual
                || !(!is_dated && self.lasts_or_starts(head, clause.span)
                    || self.not_typical(clause))
        });
    }

    /// Refuses `at least 4 weeks before treatment` of what is to be done by then.
    pub(super) fn due_fits(&mut self, head: &Head, placed: &mut Vec<Placed>) {
        let length = placed.iter().find(|clause| clause.kind == Kind::Quantity);
        let length = length.filter(|_| is_for_before(head));
        if let Some(whole) = length.and_then(|length| self.due_before(length.span)) {
            placed.retain(|clause| !whole.contains(clause.span));
        }
    }

    /// The time before the treatment that a length starts, once it is refused.
    fn due_before(&mut self, length: Span) -> Option<Span> {
        const BEFORE: &[&str] = &[
            " before the treatment",
            " before your treatment",
            " before treatment",
            " before your appointment",
            " beforehand",
            " before",
        ];
        let after = self.text.get(length.end as usize..).unwrap_or_default();
        let line = after.split(['\n', '}']).next().unwrap_or_default();
        let said = BEFORE.iter().find(|said| line.starts_with(**said))?;
        let raw = self.quote(length);
        let amount = ["at least ", "no later than ", "up to "]
            .iter()
            .find_map(|word| raw.strip_prefix(word))
            .unwrap_or(&raw);
        let text = format!("by {amount} before treatment");
        let whole = self.place(length.start as usize, length.end as usize + said.len());
        let written = self.quote(whole);
        // What stands behind the length is a part of it.
        self.diagnostics
            .retain(|one| one.span().is_none_or(|span| !whole.contains(span)));
        self.refuse(
            Diagnostic::new(
                Code::ClauseUnfit,
                whole,
                format!("`{written}` says no day by which it is to be done"),
                "by when?",
            )
            .with_help(format!("write `{text}`"))
            .with_fix(whole, text),
        );
        Some(whole)
    }

    fn not_typical(&mut self, clause: &Placed) -> bool {
        let raw = self.quote(clause.span);
        let whole = self.with_blank_before(clause.span);
        self.refuse(
            Diagnostic::new(
                Code::ClauseUnfit,
                clause.span,
                format!("`{raw}` does not go with this sentence"),
                "said of what is expected, or of when it is allowed",
            )
            .with_help("leave it out, or say for how long without it")
            .with_fix(whole, ""),
        );
        true
    }
}

/// `allow work usually from day 1`: from then, and the word is printed.
fn usually_from(clause: &mut Placed) {
    let Some(Part::Clause(Clause::Typical(all))) = &clause.part else {
        return;
    };
    let [
        Typical {
            word: TypicalWord::Usually,
            when: TypicalTime::Window(window),
        },
    ] = all.as_slice()
    else {
        return;
    };
    if window.kind.is_open_start() {
        let kind = window.kind.clone();
        clause.part = Some(Part::Clause(Clause::Window(Window { about: true, kind })));
        clause.kind = Kind::Window;
    }
}

/// `from healed`: when that mostly happens may be said, and changes no date.
fn waits_for_an_event(clause: &Placed) -> bool {
    let Some(Part::Clause(Clause::Window(window))) = &clause.part else {
        return false;
    };
    let WindowKind::From { from, .. } = &window.kind else {
        return false;
    };
    match &from.node {
        Point::Offset { anchor, .. } => matches!(anchor.node, Anchor::Named(_)),
        Point::Latest(_) => true,
        Point::Day(_) | Point::NextMorning => false,
    }
}

/// Heads of what is done before the treatment, by some day.
fn is_for_before(head: &Head) -> bool {
    matches!(
        head,
        Head::Prepare(_) | Head::TellClinic(_) | Head::AskClinic(_) | Head::AskPrescriber(_)
    )
}

/// `by 1 week before treatment`
fn says_by_when(clause: &Placed) -> bool {
    let Some(Part::Clause(Clause::Typical(all))) = &clause.part else {
        return false;
    };
    all.iter().all(|one| one.word == TypicalWord::By)
}

/// `usually 5..7 days`
fn says_a_length(clause: &Placed) -> bool {
    let Some(Part::Clause(Clause::Typical(all))) = &clause.part else {
        return false;
    };
    (all.iter()).all(|one| matches!(one.when, TypicalTime::Length { .. }))
}

impl WindowKind {
    /// `from day 1`, without more
    fn is_open_start(&self) -> bool {
        matches!(
            self,
            Self::From {
                at_least: None,
                until: None,
                length: None,
                ..
            }
        )
    }
}
