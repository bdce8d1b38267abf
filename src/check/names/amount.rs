//! `apply thin layer of ointment`: an amount stands before its thing with its article.

use super::Role;
use super::unknown::unknown;
use crate::check::checker::Checker;
use crate::diagnostic::Diagnostic;
use crate::syntax::tree::Name;

impl Checker<'_> {
    /// The same with its article.
    pub(super) fn layer_of(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let Role::Duty(verb, _) = role else {
            return None;
        };
        let text = in_an_amount(&name.text).filter(|_| !name.quoted)?;
        let written = self.with_the_rest(name, &format!("{} {text}", verb.word()));
        Some(
            unknown(name)
                .with_help(format!("write `{written}`"))
                .with_fix(name.span, text),
        )
    }
}

/// `a thin layer of ointment` of the same without its article.
pub(crate) fn in_an_amount(text: &str) -> Option<String> {
    const AMOUNTS: &[&str] = &["amount", "coat", "film", "layer", "quantity"];
    let (front, _) = text.split_once(" of ")?;
    let lower = front.to_lowercase();
    let mut words = lower.split_whitespace().rev();
    let is_amount = words.next().is_some_and(|word| AMOUNTS.contains(&word));
    let how: Vec<&str> = words.collect();
    let has_article = how.last().is_some_and(|word| ["a", "an"].contains(word));
    let plain = !how.is_empty() && how.len() <= 3;
    (is_amount && plain && !has_article).then(|| format!("a {text}"))
}

#[cfg(test)]
mod tests {
    use super::in_an_amount;

    #[test]
    fn an_amount_has_its_article() {
        let text = |said| in_an_amount(said);
        assert_eq!(
            text("very thin layer of balm").as_deref(),
            Some("a very thin layer of balm")
        );
        assert_eq!(text("a thin layer of balm"), None);
        assert_eq!(text("balm of gilead"), None);
    }
}
