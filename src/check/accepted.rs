//! `accept held-back because "..."`: what an author has seen and leaves as it is.

use serde::Serialize;

use super::checker::Checker;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::span::{SourceId, Span, Spanned};
use crate::syntax::tree::{Clause, Sentence};
use crate::vocabulary::nearest;

/// A finding that a sentence accepts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Accepted {
    /// What is accepted.
    #[serde(serialize_with = "name")]
    pub code: Code,
    /// Why.
    pub because: String,
    /// Where the code stands.
    #[serde(skip)]
    pub span: Span,
    /// The sentence.
    #[serde(skip)]
    pub sentence: Span,
    /// Whether it has silenced something.
    #[serde(skip)]
    pub silenced: bool,
}

fn name<S: serde::Serializer>(code: &Code, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(code.name())
}

/// Leaves out of what was found what its sentence accepts, and marks what has silenced something.
pub fn silence(accepted: &mut [Accepted], found: &mut Vec<Diagnostic>) {
    found.retain(|one| {
        !one.span()
            .is_some_and(|span| accepts(accepted, one.code, span))
    });
}

/// Whether the sentence at a place accepts what is found there; what does has then silenced something.
pub fn accepts(accepted: &mut [Accepted], code: Code, span: Span) -> bool {
    let within = |by: &&mut Accepted| {
        by.code == code
            && by.sentence.source == span.source
            && by.sentence.start <= span.start
            && span.end <= by.sentence.end
    };
    let mut silent = false;
    for by in accepted.iter_mut().filter(within) {
        by.silenced = true;
        silent = true;
    }
    silent
}

/// Leaves it to the other files of a variant to say what of theirs silences nothing.
pub(crate) fn leave_to_their_own(accepted: &mut [Accepted], own: SourceId) {
    let others = accepted.iter_mut().filter(|one| one.span.source != own);
    others.for_each(|one| one.silenced = true);
}

/// What is accepted and silences nothing.
#[must_use]
pub fn accepts_nothing(accepted: &[Accepted]) -> Vec<Diagnostic> {
    let idle = accepted.iter().filter(|by| !by.silenced);
    idle.map(|by| {
        Diagnostic::new(
            Code::AcceptsNothing,
            by.span,
            format!("nothing is found here that `{}` could be", by.code.name()),
            "silences nothing",
        )
        .with_help("leave it out: what it was for is mended, or was never found")
    })
    .collect()
}

impl Checker<'_> {
    /// Notes what a sentence accepts, and reports what it cannot.
    pub(crate) fn accepts(&mut self, sentence: &Sentence, span: Span) {
        for clause in &sentence.clauses {
            let Clause::Accept { codes, because } = &clause.node else {
                continue;
            };
            for code in codes {
                match acceptable(code) {
                    Ok(known) => self.accepted.push(Accepted {
                        code: known,
                        because: because.node.clone(),
                        span: code.span,
                        sentence: span,
                        silenced: false,
                    }),
                    Err(mistake) => self.report(mistake),
                }
            }
        }
    }
}

/// The code of a finding that a sentence may accept.
fn acceptable(code: &Spanned<String>) -> Result<Code, Diagnostic> {
    let refused = |message, label| Diagnostic::new(Code::UnknownFinding, code.span, message, label);
    let name = code.node.as_str();
    let Some(known) = Code::from_name(name) else {
        let warnings = Code::ALL
            .iter()
            .filter(|code| code.severity() == Severity::Warning);
        let near = nearest(name, warnings.map(|code| code.name()));
        let mistake = refused(
            format!("there is no finding `{name}`"),
            "no code of a finding",
        );
        return Err(match near {
            Some(near) => mistake
                .with_help(format!("did you mean `{near}`?"))
                .with_fix(code.span, near),
            None => mistake.with_help(
                "write what stands in the brackets of the message: `held-back` of `warning[held-back]`",
            ),
        });
    };
    if known.severity() == Severity::Error {
        let mistake = refused(format!("`{name}` is an error"), "cannot be accepted");
        return Err(mistake.with_help("mend it: warnings alone can be accepted"));
    }
    Ok(known)
}
