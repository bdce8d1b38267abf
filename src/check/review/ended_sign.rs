//! `symptom skin no longer peels`: that a sign is over is an event. What is asked as a symptom counts as not there until
//! somebody reports it, so that a sentence that waits for it means the contrary.

use crate::check::checker::Checker;
use crate::check::files::LoadedFile;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::{Item, Kind};

/// Words that say that something is over.
const OVER: &[&str] = &[
    " no longer",
    " no more",
    " any longer",
    " any more",
    " anymore",
];

impl Checker<'_> {
    /// Warns of each symptom of the protocol's own file whose name says that a sign is over.
    pub(crate) fn ended_signs(&mut self, main: &LoadedFile) {
        for item in &main.file.items {
            let Item::Declaration(declaration) = &item.node else {
                continue;
            };
            let name = &declaration.member.name;
            let said = format!(" {}", name.text.to_lowercase());
            if declaration.kind.node != Kind::Symptom
                || !OVER.iter().any(|word| said.contains(word))
            {
                continue;
            }
            let name = name.clone();
            self.report(
                Diagnostic::new(
                    Code::EndedSign,
                    name.span,
                    format!("`{}` says that a sign is over, and a symptom is one that comes", name.text),
                    "over is an event",
                )
                .with_help(format!(
                    "declare `event {0}`, and write when a time ends or starts: `until {0}`, `from {0}`",
                    name.text
                )),
            );
        }
    }
}
