//! The medicines that a sentence names, to say how a question without its medicine is written.

use crate::check::checker::Checker;
use crate::check::protocol::Head;
use crate::diagnostic::Diagnostic;
use crate::syntax::tree::{Kind, Name};
use crate::vocabulary::ThingId;

/// The medicines that a sentence names.
#[derive(Default)]
pub(crate) enum Medicines {
    /// None, or things of other kinds as well.
    #[default]
    None,
    /// One, and nothing else.
    One(String),
    /// Several, or a class of them: a question about one of them would decide about all.
    Several {
        /// Whether the sentence forbids them.
        forbidden: bool,
    },
}

impl Checker<'_> {
    /// The medicines that a head names.
    pub(crate) fn medicines_of(&self, head: &Head) -> Medicines {
        let things: Vec<ThingId> = head.things().map(|thing| thing.thing).collect();
        let is_medicine = |id: &ThingId| self.vocabulary.thing(*id).kind == Kind::Medicine;
        if things.is_empty() || !things.iter().all(is_medicine) {
            return Medicines::None;
        }
        match things.as_slice() {
            [only] if self.vocabulary.leaves(*only).len() < 2 => {
                Medicines::One(self.vocabulary.name(*only).to_owned())
            }
            _ => Medicines::Several {
                forbidden: matches!(head, Head::Avoid { .. }),
            },
        }
    }

    /// With what to write in place of `prescribed` or `taking` alone. Where the sentence names several
    /// medicines nothing is filled in: `unless prescribed aspirin` would give the others free as well.
    pub(super) fn which_medicine(&self, diagnostic: Diagnostic, name: &Name) -> Diagnostic {
        let word = name.text.to_lowercase();
        match &self.medicines {
            Medicines::One(medicine) => diagnostic
                .with_help(format!("write `{word} {medicine}`"))
                .with_fix(name.span.at_end(), format!(" {medicine}")),
            Medicines::None => diagnostic.with_help(format!(
                "name a medicine behind `{word}`; of what is none, declare a question of its own, as in `fact on \
                 prescription: yes or no`, and ask `on prescription`"
            )),
            Medicines::Several { forbidden: true } if word == "prescribed" => diagnostic.with_help(
                "leave the condition out: what is forbidden here never applies to a medicine that \
                 the patient is prescribed; or write a sentence for each medicine",
            ),
            Medicines::Several { .. } => diagnostic.with_help(format!(
                "write a sentence for each medicine, each with its own `{word}` and that medicine"
            )),
        }
    }
}
