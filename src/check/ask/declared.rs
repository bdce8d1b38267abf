//! `if blister bursts`, `if wet`: how a question that nothing asks is declared.

use crate::check::checker::Checker;
use crate::syntax::tree::{Kind, Name};
use crate::vocabulary::Named;

/// Heads about whether to treat, and what is asked before: symptoms are asked there, too.
const BEFORE: &[&str] = &["refuse", "defer", "tell", "ask", "caution", "prepare"];

impl Checker<'_> {
    /// What to declare. What may come later is a symptom: a fact is asked at the first visit, and a plan waits for
    /// its answer.
    pub(super) fn declared_question(&self, name: &Name) -> String {
        let text = &name.text;
        let words: Vec<&str> = text.split_whitespace().collect();
        let symptom = (1..words.len()).rev().find_map(|at| {
            let (front, _) = words.split_at_checked(at)?;
            let Named::Thing(id) = self.read_words(front)?.named else {
                return None;
            };
            let thing = self.vocabulary.thing(id);
            (thing.kind == Kind::Symptom).then(|| self.vocabulary.name(id))
        });
        let before = self.precedes(name).unwrap_or_default().trim_start();
        let asked = BEFORE.iter().any(|head| before.starts_with(head));
        match symptom {
            Some(symptom) if !asked => format!("declare it, such as `symptom {text} in {symptom}`"),
            None if !asked => format!(
                "declare it, such as `fact {text}: yes or no` for what is known before the treatment, `symptom {text}` for \
                 what may come after it"
            ),
            _ => format!("declare it, such as `fact {text}: yes or no`"),
        }
    }
}
