//! `apply alcohol`, `clean wound using alcohol`: the bare name is that of the drink.

use crate::check::checker::Checker;
use crate::check::names::Role;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::{Kind, Name, Verb};
use crate::vocabulary::{Named, Namesake};

impl Checker<'_> {
    /// What a name of a drink is on the skin, where the vocabulary knows that.
    pub(super) fn on_skin(&self, name: &Name) -> Option<&'static str> {
        let on_skin = Namesake::of(&name.text)?.on_skin;
        let known = matches!(self.vocabulary.find(on_skin), Some(Named::Thing(_)));
        known.then_some(on_skin)
    }

    /// Refuses a drink as what something is done with, where the liquid of its name is meant.
    pub(super) fn drink_as_liquid(&mut self, name: &Name, role: Role) -> bool {
        let Some(on_skin) = self.on_skin(name).filter(|_| role == Role::Using) else {
            return false;
        };
        self.report(
            Diagnostic::new(
                Code::WrongKind,
                name.span,
                format!(
                    "`{}` alone is the drink, and nothing is done with it",
                    name.text
                ),
                "a drink",
            )
            .with_help(format!("for the liquid on the skin write `{on_skin}`"))
            .with_fix(name.span, on_skin),
        );
        true
    }

    /// Offers, of a verb that suits no drink, what goes on the skin.
    pub(super) fn liquid_beside(
        &self,
        diagnostic: Diagnostic,
        name: &Name,
        verb: Verb,
    ) -> Diagnostic {
        let suits = verb.row().kinds.contains(&Kind::Substance);
        let Some(on_skin) = self.on_skin(name).filter(|_| suits) else {
            return diagnostic;
        };
        diagnostic
            .with_help(format!(
                "for the liquid on the skin write `{on_skin}`; the drink is one to `drink`"
            ))
            .with_fix(name.span, on_skin)
    }
}
