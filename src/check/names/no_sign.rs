//! `report no improvement`, `report pus, call 999`, `report fever, diabetic`: what stands among signs and is none.

use super::Role;
use super::unknown::unknown;
use crate::check::ask::alike;
use crate::check::checker::Checker;
use crate::diagnostic::Diagnostic;
use crate::syntax::tree::Name;
use crate::vocabulary::FactKind;

/// Words before whom to call.
const CALLING: &[&str] = &["call", "contact", "dial", "phone", "ring", "telephone"];

/// What a patient is, in words that are no sign of anything.
const PATIENT: &[&str] = &[
    "asthmatic",
    "breast feeding",
    "diabetic",
    "elderly",
    "epileptic",
    "haemophiliac",
    "immunocompromised",
    "immunosuppressed",
    "smoker",
    "smoking",
];

impl Checker<'_> {
    /// What to write for what is named among signs and is none.
    pub(super) fn no_sign(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let lower = name.text.to_lowercase();
        let (first, rest) = lower.split_once(' ').unwrap_or((lower.as_str(), ""));
        let Role::Symptom(head) = role else {
            let whom = [
                "us",
                "the clinic",
                "your clinic",
                "the doctor",
                "your doctor",
            ];
            let calls = CALLING.contains(&first) && whom.contains(&rest);
            return calls.then(|| {
                unknown(name).with_help(
                    "whom to call stands in a sentence of its own, with the sign first: `report blisters to clinic`",
                )
            });
        };
        if CALLING.contains(&first) && head == "report" {
            let whom = if rest.is_empty() || rest == "us" {
                "clinic"
            } else {
                rest
            };
            return Some(unknown(name).with_help(format!(
                "whom to call stands behind all signs: end the list before it, and write `to {whom}`"
            )));
        }
        if first == "no" && !rest.is_empty() {
            return Some(missing(name, rest, head));
        }
        let bare = ["if ", "you are ", "being ", "a "]
            .iter()
            .fold(lower.as_str(), |text, word| {
                text.strip_prefix(word).unwrap_or(text)
            });
        PATIENT.contains(&bare).then(|| {
            if let Some(asked) = self.listed_as(bare) {
                return unknown(name).with_help(format!(
                    "what the patient has is asked behind `if`: give it a sentence of its own that ends in `if {asked}`"
                ));
            }
            unknown(name).with_help(format!(
                "what the patient is is asked behind `if`: declare `fact {bare}: yes or no`, and give it a sentence of \
                 its own that ends in `if {bare}`"
            ))
        })
    }

    /// The question about the values of a list that are much like a word: `diabetic`.
    fn listed_as(&self, word: &str) -> Option<String> {
        self.vocabulary.facts().find_map(|(_, fact)| {
            let FactKind::AnyOf(values) = &fact.kind else {
                return None;
            };
            let alike = alike(values, word);
            let any = if alike.len() > 1 { "any of " } else { "" };
            let listed = alike.join(", ");
            (!alike.is_empty()).then(|| format!("{} includes {any}{listed}", fact.name))
        })
    }
}

/// `report no improvement`, `expect no pain`
fn missing(name: &Name, rest: &str, head: &str) -> Diagnostic {
    let quoted = format!("\"{}\"", name.text);
    if head == "report" {
        return unknown(name)
            .with_help(format!(
                "that it does not come is a sign of its own: put it in quotes, `{quoted}`"
            ))
            .with_fix(name.span, quoted);
    }
    unknown(name).with_help(format!(
        "`expect` names what comes; if `{rest}` is a reason to call, write `report {rest}`, and otherwise put the line \
         in a `note`"
    ))
}
