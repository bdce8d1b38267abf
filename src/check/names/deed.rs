//! `do not peel`, `never scrub`: a deed's word that is known as a thing.

use crate::check::checker::Checker;
use crate::check::protocol::ThingRef;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::{AvoidWord, Kind, Things};
use crate::vocabulary::{ThingId, fold};

impl Checker<'_> {
    /// Warns where `do not` and `never` stand before a word that names a thing, and a deed's name starts
    /// with its -ing form: nobody peels a chemical peel.
    pub(crate) fn deed_or_thing(&mut self, word: AvoidWord, things: &Things, found: &[ThingRef]) {
        if !matches!(word, AvoidWord::DoNot | AvoidWord::Never) {
            return;
        }
        for (written, read) in things.things.iter().zip(found) {
            let name = &written.node.name;
            if let Some(deed) = self.deed_beside(&name.text, read.thing) {
                let thing = self.vocabulary.thing(read.thing);
                let (kind, meant) = (thing.kind.with_article(), thing.name.clone());
                let deed = self.vocabulary.name(deed).to_owned();
                self.report(
                    Diagnostic::new(
                        Code::DeedOrThing,
                        name.span,
                        format!("`{}` is read as `{meant}`, {kind}", name.text),
                        "what one does, or a thing?",
                    )
                    .with_help(format!(
                        "write `avoid {deed}` for what one does, `avoid {meant}` for the thing"
                    )),
                );
            }
        }
    }

    /// The deed whose name starts with the -ing form of a word that was read as a thing without it.
    fn deed_beside(&self, word: &str, thing: ThingId) -> Option<ThingId> {
        if word.contains(char::is_whitespace) {
            return None;
        }
        let doing = doing(&word.to_lowercase());
        let starts = |name: &str| {
            let first = name.split_whitespace().next().unwrap_or_default();
            doing.iter().any(|form| *form == fold(first))
        };
        if self.vocabulary.thing(thing).names().any(starts) {
            return None;
        }
        let deeds = || {
            let things = self.vocabulary.things();
            things.filter(|(_, other)| matches!(other.kind, Kind::Action | Kind::Activity))
        };
        let mut own = deeds().filter(|(_, deed)| starts(&deed.name));
        let mut all = deeds().filter(|(_, deed)| deed.names().any(starts));
        own.next().or_else(|| all.next()).map(|(id, _)| id)
    }
}

/// The ways in which a verb's -ing form may be spelt: `peeling`, `massaging`, `scrubbing`.
pub(super) fn doing(verb: &str) -> Vec<String> {
    let mut forms = vec![format!("{verb}ing")];
    forms.extend(verb.strip_suffix('e').map(|stem| format!("{stem}ing")));
    forms.extend(verb.chars().last().map(|last| format!("{verb}{last}ing")));
    forms
}

#[cfg(test)]
mod tests {
    use super::doing;

    #[test]
    fn what_one_does_has_three_spellings() {
        for (verb, form) in [
            ("peel", "peeling"),
            ("massage", "massaging"),
            ("scrub", "scrubbing"),
        ] {
            assert!(doing(verb).iter().any(|one| one == form), "{verb}");
        }
    }
}
