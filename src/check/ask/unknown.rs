//! An unknown name in a condition.

use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::{Kind, Name};
use crate::vocabulary::{FactKind, fold, nearest};

impl Checker<'_> {
    /// Reports a name in a condition that nothing has: a value without its fact, or a misspelling.
    pub(crate) fn unknown_in_condition(&mut self, name: &Name) {
        if self.is_excused(&name.text) {
            return;
        }
        if self.quiet {
            return self.report(nothing_asked(name));
        }
        let diagnostic = self
            .half_a_question(name)
            .or_else(|| self.value_alone(name))
            .or_else(|| self.misspelt_clause(name))
            .or_else(|| self.qualified_other(name))
            .unwrap_or_else(|| self.unknown_question(name));
        self.report(diagnostic);
    }

    /// `unless prescribed`, `if taking`: which medicine is not said.
    fn half_a_question(&self, name: &Name) -> Option<Diagnostic> {
        let word = name.text.to_lowercase();
        let (what, example) = match word.as_str() {
            "prescribed" | "taking" => ("medicine", None),
            "took" => ("medicine", Some("isotretinoin within 6 months")),
            "had" => ("procedure", Some("dermal filler within 2 weeks")),
            _ => return None,
        };
        let diagnostic = Diagnostic::new(
            Code::MissingThings,
            name.span,
            format!("`{word}` does not say which {what}"),
            format!("a {what} is missing after it"),
        );
        Some(match example {
            Some(example) => diagnostic.with_help(format!("write `{word} {example}`")),
            None => self.which_medicine(diagnostic, name),
        })
    }

    /// `if melasma`: a value that some fact has.
    fn value_alone(&self, name: &Name) -> Option<Diagnostic> {
        let key = fold(&name.text);
        let (fact, sign) = self.vocabulary.facts().find_map(|(_, fact)| {
            let (values, sign) = match &fact.kind {
                FactKind::AnyOf(values) => (values, "includes"),
                FactKind::OneOf(values) | FactKind::Ordered(values) => (values, "="),
                _ => return None,
            };
            let has = values.iter().any(|value| fold(value) == key);
            has.then_some((&fact.name, sign))
        })?;
        let text = format!("{fact} {sign} {}", name.text);
        Some(
            Diagnostic::new(
                Code::UnknownName,
                name.span,
                format!("`{}` is a value of the fact `{fact}`", name.text),
                "a value alone",
            )
            .with_help(format!("write `{text}`"))
            .with_fix(name.span, text),
        )
    }

    fn unknown_question(&self, name: &Name) -> Diagnostic {
        let diagnostic = nothing_asked(name);
        if ["needed", "necessary", "required"].contains(&fold(&name.text).as_str()) {
            return diagnostic.with_help("for a use without a condition write `as needed`");
        }
        if fold(&name.text) == "possible" {
            return diagnostic
                .with_help("what is only advised is said by `should` before the sentence");
        }
        if let Some(diagnostic) = self.question_meant(name, diagnostic.clone()) {
            return diagnostic;
        }
        let asked = |kind| matches!(kind, Kind::Symptom | Kind::Event);
        let mut names = self.known_names(&|_, kind| asked(kind));
        names.extend(self.vocabulary.facts().map(|(_, fact)| fact.name.clone()));
        let near = nearest(&name.text, names.iter().map(String::as_str))
            .map(str::to_owned)
            .or_else(|| self.near_name(&name.text, &asked));
        match near {
            Some(near) => diagnostic
                .with_help(format!("did you mean `{near}`?"))
                .with_fix(name.span, near),
            None => diagnostic.with_help(format!(
                "declare it, such as `fact {}: yes or no`",
                name.text
            )),
        }
    }
}

fn nothing_asked(name: &Name) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownName,
        name.span,
        format!("nothing called `{}` can be asked", name.text),
        "no known fact, event or symptom",
    )
}
