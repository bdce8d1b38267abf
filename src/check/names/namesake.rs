//! `apply alcohol`, `clean wound using alcohol`: the bare name is that of the drink.

use crate::check::checker::Checker;
use crate::check::names::Role;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::{Kind, Name, Verb};
use crate::vocabulary::{Named, Namesake};

/// Names that end so are swallowed, whatever the verb.
const SWALLOWED: &[&str] = &[" capsules", " drops", " syrup", " tablet", " tablets"];

/// As what a substance is put on.
const FORMS: &[&str] = &["cream", "gel", "lotion", "ointment"];

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
            return self.put_on_beside(diagnostic, name, suits);
        };
        diagnostic
            .with_help(format!(
                "for the liquid on the skin write `{on_skin}`; the drink is one to `drink`"
            ))
            .with_fix(name.span, on_skin)
    }

    /// Offers, of a medicine that is to be applied, what goes on the skin by its name: to `take` it would be another thing.
    fn put_on_beside(&self, diagnostic: Diagnostic, name: &Name, suits: bool) -> Diagnostic {
        let is_medicine = matches!(
            self.vocabulary.find(&name.text),
            Some(Named::Thing(id)) if self.vocabulary.thing(id).kind == Kind::Medicine
        );
        let text = &name.text;
        let is_swallowed = SWALLOWED.iter().any(|form| text.ends_with(form));
        if !suits || !is_medicine || is_swallowed {
            return diagnostic;
        }
        let put_on = self.known_names(&|_, kind| kind == Kind::Substance);
        let put_on = put_on.into_iter().find(|one| {
            let form = one.strip_prefix(text.as_str()).map(str::trim_start);
            form.is_some_and(|form| FORMS.contains(&form))
        });
        match put_on {
            Some(put_on) => diagnostic
                .with_help(format!(
                    "what is put on is `{put_on}`; of what is swallowed say `take {text}`"
                ))
                .with_fix(name.span, put_on),
            None => diagnostic.with_help(format!(
                "what is put on is another thing: declare it, such as `substance {text} gel`, and write `{text} gel`; of what is \
                 swallowed say `take {text}`"
            )),
        }
    }
}
