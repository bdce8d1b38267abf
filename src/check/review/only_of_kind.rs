//! `take only paracetamol`, `use only lukewarm water`: the rest of its kind is every other medicine, or tool, and seldom
//! meant.

use crate::check::checker::Checker;
use crate::check::protocol::{Head, Rule, ThingRef};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::Kind;

/// What is forbidden besides, where `only` stands before one of its kind, and a ban that says what is mostly meant.
fn others(kind: Kind) -> Option<(&'static str, &'static str)> {
    match kind {
        Kind::Medicine => Some(("medicine", "avoid blood-thinning pain relief")),
        Kind::Tool => Some(("tool", "avoid hot water")),
        Kind::Garment => Some(("garment", "avoid tight clothing")),
        _ => None,
    }
}

impl Checker<'_> {
    /// Warns of a duty with `only` on medicines, tools or garments, which forbids all others, and on a product that is one
    /// of its class by an attribute.
    pub(crate) fn only_of_kind(&mut self, rules: &[Rule]) {
        let mut found_narrowed = Vec::new();
        for rule in rules {
            let Head::Duty {
                only: true,
                things,
                verb,
                ..
            } = &rule.head
            else {
                continue;
            };
            let kind_of = |id| self.vocabulary.thing(id).kind;
            let found = things
                .iter()
                .find_map(|one| Some((one, others(kind_of(one.thing))?)));
            let Some((thing, (kind, ban))) = found else {
                let narrowed = things
                    .iter()
                    .find_map(|one| Some((one, self.class_narrowed(one)?)));
                if let Some((one, class)) = narrowed {
                    found_narrowed.push((rule.span, self.one_line(one.span), class));
                }
                continue;
            };
            let name = self.one_line(thing.span);
            let verb = verb.map_or("use", |verb| verb.word());
            self.report(
                Diagnostic::new(
                    Code::OnlyOfKind,
                    rule.span,
                    format!("this forbids every other {kind}, whatever it is for"),
                    format!("no {kind} but this"),
                )
                .with_help(format!(
                    "write `{verb} {name}` without `only`, and forbid by its name what is meant, such as `{ban}`"
                )),
            );
        }
        for (span, name, class) in found_narrowed {
            self.report(
                Diagnostic::new(
                    Code::OnlyOfKind,
                    span,
                    format!("this forbids every other product, and not other `{class}` alone"),
                    "nothing else on the skin",
                )
                .with_help(format!(
                    "for other `{class}` alone write `avoid {class} except {name}`; where nothing else is to be used, write that \
                     out, too: `avoid products except {name}`, and `use {name}`"
                )),
            );
        }
    }

    /// The class of a product that an attribute narrows, as the author wrote it: `makeup` of `mineral makeup`.
    fn class_narrowed(&self, one: &ThingRef) -> Option<String> {
        let thing = self.vocabulary.thing(one.thing);
        let narrows = !one.attributes.is_empty() && !self.vocabulary.is_kind_class(one.thing);
        (narrows && thing.kind == Kind::Product).then(|| self.vocabulary.name(one.thing).to_owned())
    }
}
