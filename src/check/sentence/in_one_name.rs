//! `allow showers using lukewarm water`: what is allowed has a name of its own, and the wider name allows more.

use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::syntax::tree::{Clause, Head, Sentence, Thing, Things};
use crate::vocabulary::Named;

impl Checker<'_> {
    /// Warns where the vocabulary has what is allowed, and with what, in one name.
    pub(super) fn in_one_name(&mut self, sentence: &Sentence) {
        let Head::Allow { things, .. } = &sentence.head.node else {
            return;
        };
        let using = sentence
            .clauses
            .iter()
            .find_map(|clause| match &clause.node {
                Clause::Using(used) => Some((used, clause.span)),
                _ => None,
            });
        let Some((used, clause)) = using else {
            return;
        };
        let found = things.things.iter().find_map(|thing| {
            let name = self.narrower_name(&thing.node, used)?;
            Some((thing.span, name))
        });
        let Some((at, name)) = found else {
            return;
        };
        let (wide, raw) = (self.one_line(at), self.one_line(clause));
        let diagnostic = Diagnostic::new(
            Code::InOneName,
            at,
            format!("all `{wide}` are allowed here, and `{raw}` only says with what"),
            "more than that is allowed",
        )
        .with_help(format!(
            "write `{name}` in the place of `{wide}`, and leave `{raw}` out, if no other is allowed"
        ));
        let alone = things.things.len() == 1 && used.things.len() == 1;
        self.report(if alone {
            diagnostic.with_edits(vec![
                Edit {
                    span: at,
                    text: name,
                },
                Edit {
                    span: self.with_blank(clause),
                    text: String::new(),
                },
            ])
        } else {
            diagnostic
        });
    }

    /// `lukewarm showers` of `showers` and `lukewarm water`: the first words of what is used, before the name, where
    /// that is a thing below it.
    fn narrower_name(&self, thing: &Thing, used: &Things) -> Option<String> {
        let wide = &thing.name;
        let Named::Thing(above) = self.read(&wide.text)?.named else {
            return None;
        };
        used.things.iter().find_map(|used| {
            let (words, _) = used.node.name.text.rsplit_once(' ')?;
            let name = format!("{words} {}", wide.text);
            let reading = self.read(&name)?;
            let Named::Thing(below) = reading.named else {
                return None;
            };
            let is_own = reading.attributes.is_empty() && reading.qualifiers.is_empty();
            (is_own && below != above && self.vocabulary.is_under(below, above)).then_some(name)
        })
    }
}
