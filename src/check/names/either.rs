//! `allow gym`, `use arnica`: a short name that may be either of two things.

use crate::check::checker::Checker;
use crate::check::names::Role;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::Name;
use crate::vocabulary::{Either, Named};

impl Checker<'_> {
    /// Warns of such a name, with both that are clear; of one that is read as the wider of them, where it is
    /// permitted.
    pub(super) fn either_of_two(&mut self, name: &Name, role: Role) {
        let Some(either) = Either::of(&name.text) else {
            return;
        };
        let permits = match role {
            Role::Restrict(word) => matches!(word, "allow" | "resume"),
            Role::Duty(..) => true,
            _ => return,
        };
        let kinds = either.clear.map(|clear| match self.vocabulary.find(clear) {
            Some(Named::Thing(id)) => Some(self.vocabulary.thing(id).kind),
            _ => None,
        });
        let [Some(_), Some(_)] = kinds else {
            return;
        };
        if either.permitted && !permits {
            return;
        }
        let [one, other] = either.clear;
        let read = self.read(&name.text).map(|reading| reading.named);
        let read = match read {
            Some(Named::Thing(id)) => self.vocabulary.name(id).to_owned(),
            _ => return,
        };
        let mut diagnostic = Diagnostic::new(
            Code::EitherOfTwo,
            name.span,
            format!("`{}` alone is read as `{read}`", name.text),
            format!("`{one}` or `{other}`?"),
        )
        .with_help(format!("write `{one}` or `{other}`, whichever is meant"));
        for (clear, kind) in either.clear.into_iter().zip(kinds) {
            if kind.is_some_and(|kind| role.takes(kind)) {
                diagnostic = diagnostic.with_fix(name.span, clear);
            }
        }
        self.report(diagnostic);
    }
}
