//! `allow paracetamol unless pregnant`: nothing says that it is off for whom the permission leaves out.

use std::collections::BTreeMap;

use crate::check::checker::Checker;
use crate::check::files::LoadedFile;
use crate::check::protocol::{Head, Rule, ThingRef};
use crate::check::wording;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::MAX_MISTAKES;
use crate::syntax::tree::{self, Atom, Clause, Condition};
use crate::vocabulary::Named;

use super::placed_sentences;

/// Where a sentence is, and its condition.
type Excluding<'f> = (Span, &'f Spanned<Condition>);

impl Checker<'_> {
    /// Warns of what is allowed to all but some patients, where no sentence restricts it: they are told nothing.
    pub(crate) fn excluded_unsaid(&mut self, main: &LoadedFile, rules: &[Rule]) {
        let excluding = self.excluding(main);
        if excluding.is_empty() {
            return;
        }
        let restricted = self.restricted(rules);
        let found = rules.iter().filter_map(|rule| {
            let Head::Allow { things, .. } = &rule.head else {
                return None;
            };
            let (clause, condition) = excluding.get(&rule.span.start)?;
            let is_open = |thing: &&ThingRef| !self.is_off(thing.thing, &restricted);
            let open = things.iter().filter(is_open);
            let names: Vec<String> = open.map(|thing| self.one_line(thing.span)).collect();
            (!names.is_empty()).then(|| self.not_off(&names, *clause, condition.span))
        });
        let found: Vec<Diagnostic> = found.take(MAX_MISTAKES).collect();
        for diagnostic in found {
            self.report(diagnostic);
        }
    }

    /// The permissions with an `unless` about the patient, by where they start. What happens later is told by the
    /// plan itself.
    fn excluding<'f>(&self, main: &'f LoadedFile) -> BTreeMap<u32, Excluding<'f>> {
        let mut found = BTreeMap::new();
        placed_sentences(&main.file, &mut |sentence, span| {
            if !matches!(sentence.head.node, tree::Head::Allow { .. }) {
                return;
            }
            for clause in &sentence.clauses {
                if let Clause::Unless(condition) = &clause.node
                    && self.is_about_the_patient(&condition.node)
                {
                    found.insert(span.start, (clause.span, condition));
                }
            }
        });
        found
    }

    fn is_about_the_patient(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Atom(Atom::Named { name, .. }) => name.as_ref().is_some_and(|name| {
                let reading = self.read(&name.text);
                reading.is_some_and(|reading| matches!(reading.named, Named::Fact(_)))
            }),
            Condition::Atom(Atom::SessionIs(_)) => false,
            Condition::Atom(_) => true,
            Condition::Not(inner) => self.is_about_the_patient(&inner.node),
            Condition::All(all) | Condition::Any(all) => {
                all.iter().any(|one| self.is_about_the_patient(&one.node))
            }
        }
    }

    fn not_off(&self, names: &[String], clause: Span, condition: Span) -> Diagnostic {
        let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        let is = if names.len() == 1 { "is" } else { "are" };
        let asked = self.one_line(condition);
        Diagnostic::new(
            Code::ExcludedUnsaid,
            clause,
            format!(
                "nothing says that {} {is} off for whom `{}` leaves out",
                wording::list(&quoted, "and"),
                self.one_line(clause)
            ),
            "not covered for them",
        )
        .with_help(format!(
            "write `avoid {} if {asked}` on a line of its own if it is off for them; `allow` forbids nothing",
            wording::list(names, "and")
        ))
    }
}
