//! `refuse if waxing within 2 weeks`: what was done or taken lately, without the word by which that is asked.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::lower::behind_condition::last_atom;
use crate::syntax::lower::parts::{Part, Placed};
use crate::syntax::tree::{Atom, Clause, Deadline, Head};

impl Lower<'_> {
    /// Refuses a name with `within` behind it in the condition of a sentence that calls nobody; whether there is one. Read as
    /// it stands, the condition would be the name alone, and `within` how soon somebody is called.
    pub(super) fn had_within(&mut self, head: &Head, placed: &[Placed]) -> bool {
        let asks = matches!(
            head,
            Head::Refuse
                | Head::Defer { .. }
                | Head::Caution(_)
                | Head::AskPrescriber(_)
                | Head::AskClinic(_)
                | Head::Avoid { .. }
                | Head::Allow { .. }
        );
        if !asks {
            return false;
        }
        let found = placed.windows(2).find_map(|pair| {
            let [condition, within] = pair else {
                return None;
            };
            let Some(Part::Clause(Clause::If(asked) | Clause::Unless(asked))) = &condition.part
            else {
                return None;
            };
            match last_atom(&asked.node) {
                Some(Atom::Named {
                    name: Some(name),
                    qualifier: None,
                }) if is_within(within) && !condition.lead => Some((name.span, within.span)),
                _ => None,
            }
        });
        let Some((name, within)) = found else {
            return false;
        };
        let at = name.to(within);
        let raw = self.quote(at);
        self.wants_a_word(at, &raw);
        true
    }

    /// Refuses what was done or taken within a time, without the word that asks for it.
    pub(in crate::syntax) fn wants_a_word(&mut self, at: Span, raw: &str) {
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                at,
                format!("`{raw}` wants `had` or `took` before it"),
                "was it done, or taken?",
            )
            .with_help(format!(
                "write `had {raw}` for what was done or happened, `took {raw}` for what was taken"
            )),
        );
    }
}

fn is_within(clause: &Placed) -> bool {
    matches!(clause.part, Some(Part::Soon(Deadline::Within(_))))
}
