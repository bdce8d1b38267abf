//! `if unavoidable, VERB THINGS` and `instead VERB THINGS`: a deed inside a sentence. What says how it is
//! done belongs to it; nothing behind it may belong to the sentence around it instead.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Spanned;
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::lower::parts::{Kind, Part, Placed};
use crate::syntax::tree::{Clause, Matter, Things, Verb};

impl Lower<'_> {
    /// A deed: its verb, its things, and its own clauses.
    pub(super) fn deed(
        &mut self,
        pair: Pair<'_, Rule>,
    ) -> (Spanned<Verb>, Things, Vec<Spanned<Clause>>) {
        self.deed_of(&mut Cursor::into(pair))
    }

    /// `about cold sores`, `wear loose clothing`, `"arrive without makeup"`
    pub(super) fn matter(&mut self, parts: &mut Cursor<'_>) -> Matter {
        match parts.peek() {
            Some(Rule::string) => Matter::Text(self.string(&parts.presume(Rule::string))),
            Some(Rule::verb) => {
                let (verb, things, own) = self.deed_of(parts);
                Matter::Deed { verb, things, own }
            }
            _ => Matter::Things(self.things(parts.presume(Rule::things))),
        }
    }

    fn deed_of(&mut self, parts: &mut Cursor<'_>) -> (Spanned<Verb>, Things, Vec<Spanned<Clause>>) {
        let verb = self.verb(&parts.presume(Rule::verb));
        let things = self.things(parts.presume(Rule::things));
        let mut own: Vec<Placed> = Vec::new();
        while let Some(part) = parts.next() {
            own.extend(self.clause(part, false));
        }
        self.check_own(&mut own);
        let own = own.into_iter().filter_map(|clause| match clause.part? {
            Part::Clause(node) => Some(Spanned::new(node, clause.span)),
            _ => None,
        });
        (verb, things, own.collect())
    }

    /// Refuses what stands behind a deed and could be meant of it or of the sentence around it, and takes it
    /// away; whether there was any.
    pub(super) fn check_behind_deed(&mut self, placed: &mut Vec<Placed>) -> bool {
        let deed = placed
            .iter()
            .position(|clause| matches!(clause.kind, Kind::IfUnavoidable | Kind::Instead));
        let Some(deed) = deed.and_then(|at| Some((at, placed.get(at)?))) else {
            return false;
        };
        let (at, deed) = deed;
        let is_behind = |clause: &Placed| {
            !matches!(
                clause.kind,
                Kind::IfUnavoidable
                    | Kind::Instead
                    | Kind::Because
                    | Kind::Sources
                    | Kind::Accept
                    | Kind::To
                    | Kind::Otherwise
            )
        };
        let Some(late) = placed.iter().skip(at + 1).find(|clause| is_behind(clause)) else {
            return false;
        };
        let words = match deed.kind {
            Kind::Instead => "instead",
            _ => "if unavoidable",
        };
        let raw = self.quote(late.span);
        let own = "what it says of the second one wants a sentence of its own";
        let is_given = placed.iter().take(at).any(|one| one.kind == late.kind);
        let help = match is_given {
            true => format!("take `{raw}` out; {own}"),
            false => format!("put `{raw}` before `{words}`; {own}"),
        };
        self.refuse(
            Diagnostic::new(
                Code::ClauseOrder,
                late.span,
                format!("{} stands behind `{words}`", late.kind.words()),
                "it could be meant of either of two things to do",
            )
            .with_label(deed.span, "the second of them")
            .with_help(help),
        );
        let mut stands = 0..;
        placed.retain(|clause| {
            stands.next().is_some_and(|here: usize| here <= at) || !is_behind(clause)
        });
        true
    }
}
