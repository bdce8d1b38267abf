//! `avoid makeup if swelling on lips`: a place behind a condition may be that of the sign, or where the sentence holds.
//! `if itching from numbing cream`: so may a start be what the sign comes from.

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::lower::parts::{Kind, Part, Placed};
use crate::syntax::tree::{Atom, Clause, Condition, Head};

impl Lower<'_> {
    /// Refuses a place behind the `if` or `unless` that stands at `first`; whether there is one. As where the sentence
    /// holds it would make a smaller ban of one that was meant for whoever has the sign there.
    pub(super) fn place_behind_condition(
        &mut self,
        head: &Head,
        placed: &mut Vec<Placed>,
        first: usize,
    ) -> bool {
        let behind = |(at, one): &(usize, &Placed)| *at > first && one.kind == Kind::Place;
        let found = placed.iter().enumerate().find(behind);
        let is_again = |at: usize| placed.iter().take(at).any(|one| one.kind == Kind::Place);
        let Some((at, place)) = found.filter(|(at, _)| !is_again(*at)) else {
            return false;
        };
        let span = place.span;
        let Some(condition) = placed.get(first) else {
            return false;
        };
        let word = if condition.kind == Kind::If {
            "if"
        } else {
            "unless"
        };
        let sign = match &condition.part {
            Some(Part::Clause(Clause::If(asked) | Clause::Unless(asked))) if at == first + 1 => {
                last_sign(&asked.node)
            }
            _ => None,
        };
        let help = self.which_place(head, word, span, sign);
        self.refuse(
            Diagnostic::new(
                Code::ClauseOrder,
                span,
                format!("a place stands after `{word}`"),
                "it could belong to the condition before it",
            )
            .with_help(help),
        );
        placed.retain(|clause| clause.span != span);
        true
    }

    /// `avoid lip balm except vaseline using clean fingers`: refuses `using` behind what a ban leaves out, of which it
    /// may be said. Read with the ban it would forbid less than was meant.
    pub(super) fn using_behind_except(&mut self, head: &Head, placed: &mut Vec<Placed>) {
        if !matches!(head, Head::Avoid { .. }) {
            return;
        }
        let except = placed.iter().position(|one| one.kind == Kind::Except);
        let using = placed.iter().position(|one| one.kind == Kind::Using);
        let (Some(except), Some(using)) = (except, using) else {
            return;
        };
        if using < except {
            return;
        }
        let (Some(left_out), Some(tool)) = (placed.get(except), placed.get(using)) else {
            return;
        };
        let (left_out, tool) = (left_out.span, tool.span);
        let thing = self.raw(left_out).trim_start_matches("except ").to_owned();
        let with = self.raw(tool).to_owned();
        self.refuse(
            Diagnostic::new(
                Code::ClauseOrder,
                tool,
                format!("`{with}` could be said of what is left out, or of what is off"),
                "of which of the two?",
            )
            .with_help(format!(
                "how what is left out is used is a line of its own: leave it out here, and write `apply {thing} {with}`; of \
                 what is off it stands before `except`"
            )),
        );
        placed.retain(|clause| clause.span != tool);
    }

    /// `if swelling on lips, avoid makeup`: the same in front of a sentence; whether a line reads without the place.
    pub(in crate::syntax) fn place_in_lead(&mut self, line: Span) -> bool {
        const AT: &[&str] = &[" on ", " around ", " near ", " over "];
        let start = self.after_labels(line);
        let text = self.laid(self.place(start, line.end as usize)).to_owned();
        let Some((asked, behind)) = text.split_once(", ") else {
            return false;
        };
        let Some(at) = AT.iter().find_map(|word| asked.find(word)) else {
            return false;
        };
        let (Some(condition), Some(place)) = (asked.get(..at), asked.get(at + 1..)) else {
            return false;
        };
        let Some(sign) = condition.strip_prefix("if ") else {
            return false;
        };
        let span = self.place(start + at, start + asked.len());
        let edits = vec![Edit {
            span,
            text: String::new(),
        }];
        if !self.reads_with(line, &edits) {
            return false;
        }
        let last = [" or ", " and ", ", ", "not "];
        let sign = last
            .iter()
            .fold(sign, |sign, word| sign.rsplit(word).next().unwrap_or(sign));
        self.refuse(
            Diagnostic::new(
                Code::ClauseOrder,
                self.place(start + at + 1, start + asked.len()),
                "a place stands after `if`",
                "it could belong to the condition before it",
            )
            .with_help(format!(
                "where the sentence holds there alone, write `{place}` behind `{}`; for a sign at that place declare \
                 `symptom \"{sign} {place}\" in {sign}`, and ask for that: `if \"{sign} {place}\"`",
                behind.split(" for ").next().unwrap_or(behind)
            )),
        );
        true
    }

    /// Refuses `if itching from numbing cream`, which may be what the sign comes from; whether it may.
    pub(super) fn comes_from(&mut self, span: Span, word: &str, condition: &Placed) -> bool {
        let Some(Part::Clause(Clause::If(asked) | Clause::Unless(asked))) = &condition.part else {
            return false;
        };
        let Some(sign) = last_sign(&asked.node) else {
            return false;
        };
        let from = self.quote(span);
        let named = from.strip_prefix("from ").is_some_and(|name| {
            name.starts_with(|letter: char| letter.is_alphabetic()) && !name.starts_with("day ")
        });
        if !named || from.contains(" until ") || from.contains(" for ") {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::ClauseOrder,
                span,
                format!("{} stands after `{word}`", Kind::Window.words()),
                "it could belong to the condition before it",
            )
            .with_help(format!(
                "where the sentence starts then, move `{from}` before `{word}`; for what the sign comes from declare \
                 `symptom \"{sign} {from}\" in {sign}`, and ask for that: `{word} \"{sign} {from}\"`"
            )),
        );
        true
    }

    /// Both readings of a place behind a condition, as they are written.
    fn which_place(&self, head: &Head, word: &str, span: Span, sign: Option<String>) -> String {
        let place = self.quote(span);
        let anywhere = matches!(
            head,
            Head::Refuse
                | Head::Defer { .. }
                | Head::Caution(_)
                | Head::AskPrescriber(_)
                | Head::AskClinic(_)
                | Head::TellClinic(_)
                | Head::Visit { .. }
        );
        let holds = if anywhere {
            return "where the treatment is, is asked by `area treated includes ...`; a sign at a place is declared, as in \
                    `symptom \"swelling on lips\" in swelling`, and asked for by that name"
                .to_owned();
        } else {
            format!("where the sentence holds there alone, move `{place}` before `{word}`")
        };
        match sign {
            Some(sign) => format!(
                "{holds}; for a sign at that place declare `symptom \"{sign} {place}\" in {sign}`, and ask for that: `{word} \
                 \"{sign} {place}\"`"
            ),
            None => holds,
        }
    }
}

/// What the last question of a condition may be a sign of.
fn last_sign(condition: &Condition) -> Option<String> {
    match last_atom(condition)? {
        Atom::Named {
            name: Some(name), ..
        } => Some(name.text.clone()),
        _ => None,
    }
}

/// The last question of a condition, behind which a clause may be read as its own.
pub(super) fn last_atom(condition: &Condition) -> Option<&Atom> {
    match condition {
        Condition::Not(inner) => last_atom(&inner.node),
        Condition::All(parts) | Condition::Any(parts) => last_atom(&parts.last()?.node),
        Condition::Atom(atom) => Some(atom),
    }
}
