//! `avoid aspirin and fish oil unless prescribed aspirin`: a condition about one thing of several.

use std::collections::BTreeSet;

use crate::check::checker::Checker;
use crate::check::condition::{Atom, Condition};
use crate::check::protocol::{Head, ThingRef};
use crate::check::wording;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::{Clause, Sentence};
use crate::vocabulary::ThingId;

impl Checker<'_> {
    /// Warns where what a sentence asks about one of its things decides about the others, too.
    pub(super) fn of_one_alone(&mut self, sentence: &Sentence, head: &Head, own: &Condition) {
        let things: Vec<&ThingRef> = head.things().collect();
        if things.len() < 2 {
            return;
        }
        let mut asked = BTreeSet::new();
        own.atoms(&mut |atom| asked.extend(asked_thing(atom)));
        let found = asked.into_iter().find_map(|thing| {
            let (about, others): (Vec<&ThingRef>, Vec<&ThingRef>) = things
                .iter()
                .copied()
                .partition(|one| self.overlap(one.thing, thing));
            (!about.is_empty() && !others.is_empty()).then_some((thing, others))
        });
        let Some((thing, others)) = found else {
            return;
        };
        let clause = sentence
            .clauses
            .iter()
            .find(|clause| matches!(clause.node, Clause::If(_) | Clause::Unless(_)));
        let Some(clause) = clause else {
            return;
        };
        let asked = self.vocabulary.name(thing).to_owned();
        let names: Vec<String> = others
            .iter()
            .map(|other| format!("`{}`", self.one_line(other.span)))
            .collect();
        let others = wording::list(&names, "and");
        let diagnostic = Diagnostic::new(
            Code::OfOneAlone,
            clause.span,
            format!("this asks about `{asked}` and decides about {others} as well"),
            format!("about `{asked}` alone"),
        );
        let exempt = matches!(head, Head::Avoid { .. }) && is_unless_prescribed(own);
        self.report(if exempt {
            diagnostic
                .with_help(format!(
                    "leave `{}` out: what is forbidden here never applies to a medicine that the patient is \
                     prescribed, and the plan says not to stop it",
                    self.one_line(clause.span)
                ))
                .with_fix(self.with_blank(clause.span), "")
        } else {
            diagnostic.with_help(format!(
                "write a sentence for `{asked}` with this condition, and one for {others} without it"
            ))
        });
    }

    /// A clause with the blank before it.
    pub(crate) fn with_blank(&self, span: Span) -> Span {
        let text = self
            .sources
            .get(span.source)
            .map_or("", |source| source.text());
        let front = text.get(..span.start as usize).unwrap_or_default();
        let blank = front.len() - front.trim_end_matches([' ', ',']).len();
        let start = span.start - u32::try_from(blank).unwrap_or(0);
        Span { start, ..span }
    }
}

/// The thing that a question is about.
fn asked_thing(atom: &Atom) -> Option<ThingId> {
    match atom {
        Atom::Taking(thing) | Atom::Prescribed(thing) | Atom::Took { thing, .. } => Some(*thing),
        Atom::IncludesThing { thing, .. } => Some(*thing),
        _ => None,
    }
}

/// `unless prescribed aspirin`, and nothing else.
fn is_unless_prescribed(own: &Condition) -> bool {
    let Condition::Not(inner) = own else {
        return false;
    };
    matches!(**inner, Condition::Atom(Atom::Prescribed(_)))
}
