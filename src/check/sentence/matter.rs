//! What is asked, told or prepared before the treatment: in quotes, or in names that are known.

use crate::check::checker::Checker;
use crate::check::names::Role;
use crate::check::wording;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::{Matter, Name};
use crate::vocabulary::{FactKind, Named, Vocabulary, fold, nearest};

impl Checker<'_> {
    /// `about cold sores and aspirin`: anything that has a name may be spoken of.
    pub(super) fn matter(&mut self, about: &Matter) -> Option<String> {
        if let Matter::Things(list) = about {
            let all = list.things.iter().chain(&list.including);
            let known: Vec<bool> = all
                .map(|thing| self.spoken_about(&thing.node.name))
                .collect();
            if known.contains(&false) {
                return None;
            }
        }
        Some(wording::matter("about ", about))
    }

    /// `ice packs`, `wear loose clothing`: what a patient can use or do.
    pub(super) fn preparation(&mut self, about: &Matter) -> Option<String> {
        let (list, role) = match about {
            Matter::Text(text) => return Some(text.node.clone()),
            Matter::Things(list) => (list, Role::Restrict("prepare")),
            Matter::Deed { verb, things, .. } => (things, Role::Duty(verb.node, verb.span)),
        };
        let found = self.things(list, role);
        self.including(list, &found, role);
        (found.len() == list.things.len()).then(|| wording::matter("", about))
    }

    /// Whether a name is known as anything; reports it where not.
    fn spoken_about(&mut self, name: &Name) -> bool {
        match self.read(&name.text).map(|reading| reading.named) {
            Some(Named::Thing(thing)) => {
                self.used_things.insert(thing);
                return true;
            }
            Some(Named::Fact(fact)) => {
                self.used_facts.insert(fact);
                return true;
            }
            _ => {}
        }
        if name.quoted || is_answer(&self.vocabulary, &name.text) || self.is_excused(&name.text) {
            return true;
        }
        let known = self.known_names(&|_, _| true);
        let diagnostic = Diagnostic::new(
            Code::UnknownName,
            name.span,
            format!("nothing called `{}` is known here", name.text),
            "not a known name",
        );
        let near = nearest(&name.text, known.iter().map(String::as_str));
        self.report(match near {
            Some(near) => diagnostic
                .with_help(format!("did you mean `{near}`?"))
                .with_fix(name.span, near),
            None => diagnostic
                .with_help(format!("put it in quotes: `\"{}\"`", name.text))
                .with_fix(name.span, format!("\"{}\"", name.text)),
        });
        false
    }
}

/// Whether it is one of the answers that a fact can have: `cold sore history`.
fn is_answer(vocabulary: &Vocabulary, name: &str) -> bool {
    let key = fold(name);
    vocabulary.facts().any(|(_, fact)| match &fact.kind {
        FactKind::Ordered(answers) | FactKind::OneOf(answers) | FactKind::AnyOf(answers) => {
            answers.iter().any(|answer| fold(answer) == key)
        }
        _ => false,
    })
}
