//! An unknown name in a condition.

use crate::check::checker::Checker;
use crate::check::names::{Role, is_temperature, turned, without_article};
use crate::check::sentence::persisting::PERSISTING;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::{Kind, Name};
use crate::vocabulary::{FactKind, fold, how_to_wait, nearest, who_says_so};

impl Checker<'_> {
    /// Reports a name in a condition that nothing has: a value without its fact, or a misspelling.
    pub(crate) fn unknown_in_condition(&mut self, name: &Name) {
        if self.is_excused(&name.text)
            || self.unread.hold(name.span)
            || self.goes_on_until_stopped(name)
        {
            return;
        }
        if self.quiet {
            return self.report(nothing_asked(name));
        }
        if let Some(diagnostic) = self.pronoun_asked(name) {
            return self.report(diagnostic);
        }
        let diagnostic = self
            .half_a_question(name)
            .or_else(|| self.you_take(name))
            .or_else(|| self.value_alone(name))
            .or_else(|| as_fever(name))
            .or_else(|| self.misspelt_clause(name))
            .or_else(|| self.qualified_other(name))
            .or_else(|| self.none_of(name))
            .unwrap_or_else(|| self.unknown_question(name));
        self.report(diagnostic);
    }

    /// `if you take blood thinners`
    fn you_take(&self, name: &Name) -> Option<Diagnostic> {
        const TAKING: &[&str] = &[
            "you take ",
            "you are taking ",
            "you're taking ",
            "you use ",
            "you are on ",
            "patient takes ",
            "patient is taking ",
        ];
        const TOOK: &[&str] = &["you took ", "you have taken ", "you've taken "];
        let lower = name.text.to_lowercase();
        if let Some(start) = TOOK.iter().find(|start| lower.starts_with(**start)) {
            let thing = without_article(name.text.get(start.len()..)?.trim());
            return Some(nothing_asked(name).with_help(format!(
                "say how long ago at most, as in `took {thing} within 6 months`"
            )));
        }
        let start = TAKING.iter().find(|start| lower.starts_with(**start))?;
        let thing = without_article(name.text.get(start.len()..)?.trim());
        let words: Vec<&str> = thing.split_whitespace().collect();
        let text = format!("taking {thing}");
        let diagnostic = nothing_asked(name);
        Some(
            if self.kind_in(&words, Role::Medicine("taking")).is_some() {
                diagnostic
                    .with_help(format!("write `{text}`"))
                    .with_fix(name.span, text)
            } else if self.read_words(&words).is_none() {
                diagnostic.with_help(format!("declare `medicine {thing}`, and write `{text}`"))
            } else {
                return None;
            },
        )
    }

    /// `unless prescribed`, `if taking`: which medicine is not said.
    fn half_a_question(&self, name: &Name) -> Option<Diagnostic> {
        let word = name.text.to_lowercase();
        if word == "allergic" {
            return Some(to_what(name));
        }
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

    /// `if no bleeding`, `unless no swelling`: a question denied in English.
    fn none_of(&self, name: &Name) -> Option<Diagnostic> {
        let (no, asked) = name.text.split_once(' ')?;
        let denies = ["no", "without"].contains(&no.to_lowercase().as_str());
        if !denies || name.quoted {
            return None;
        }
        let diagnostic = nothing_asked(name);
        if self.read(asked).is_none() {
            return Some(diagnostic.with_help(format!(
                "declare what is asked, such as `fact {asked}: yes or no`, and write `not {asked}`"
            )));
        }
        // English denies all of `no pain or swelling`; here `not` goes with the first alone.
        let follows = self.follows(name)?.trim_start();
        let goes_on = follows.starts_with(',') || follows.starts_with("or ");
        Some(if goes_on {
            diagnostic.with_help(format!(
                "write `not` before each of them, and `and` between: `not {asked} and not ...`"
            ))
        } else {
            diagnostic
                .with_help(format!("write `not {asked}`"))
                .with_fix(name.span, format!("not {asked}"))
        })
    }

    /// `use ice if needed`, `avoid flying unless necessary`: the one says how often, and the other that a
    /// ban may be broken.
    fn where_needed(&self, name: &Name) -> Option<String> {
        const NEEDED: &[&str] = &[
            "absolutely necessary",
            "essential",
            "necessary",
            "needed",
            "required",
            "unavoidable",
        ];
        let text = name.text.to_lowercase();
        if !NEEDED.contains(&text.as_str()) {
            return None;
        }
        let before = self.precedes(name).unwrap_or_default().trim_end();
        if before.ends_with("unless") {
            return Some(format!(
                "say when it may be, by a fact that the patient is asked: declare `fact {text}: yes or \
                 no`; or what to do then, as in `avoid sun if unavoidable, wear hat`"
            ));
        }
        let is_frequency = ["necessary", "needed", "required"].contains(&text.as_str());
        is_frequency.then(|| "for a use without a condition write `as needed`".to_owned())
    }

    fn unknown_question(&self, name: &Name) -> Diagnostic {
        let diagnostic = nothing_asked(name);
        if fold(&name.text) == "there" {
            return diagnostic.with_help(
                "ask for it alone, as in `if fever`, and for its absence as in `if not fever`",
            );
        }
        if let Some(who) = who_says_so(&name.text) {
            let before = self.precedes(name).unwrap_or_default().trim_end();
            let (front, joint) = before.rsplit_once(' ').unwrap_or(("", before));
            if ["if", "unless"].contains(&joint) {
                return diagnostic.with_help(how_to_wait(who, front, joint));
            }
        }
        if is_prescribing(&name.text) {
            return diagnostic.with_help(
                "of medicines that are forbidden leave the condition out: a ban never applies to what the patient is \
                 prescribed; otherwise write `prescribed` and the medicine, as in `prescribed aspirin`",
            );
        }
        if self.is_persisting(&name.text) {
            return diagnostic.with_help(PERSISTING);
        }
        if let Some(help) = self.where_needed(name) {
            return diagnostic.with_help(help);
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
            .or_else(|| self.near_name(&name.text, &asked))
            .filter(|near| !turned(&name.text, near));
        match near.or_else(|| self.value_misspelt(&name.text)) {
            Some(near) => diagnostic
                .with_help(format!("did you mean `{near}`?"))
                .with_fix(name.span, near),
            None => diagnostic.with_help(self.declared_question(name)),
        }
    }
}

/// `unless your doctor prescribed them`
fn is_prescribing(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let last = ["prescribed", "prescribes"];
    let pronouns = ["it", "them", "this", "these", "you", "one"];
    let [.., verb] = words.as_slice() else {
        return false;
    };
    let [.., before, object] = words.as_slice() else {
        return last.contains(verb);
    };
    last.contains(verb) || last.contains(before) && pronouns.contains(object)
}

fn nothing_asked(name: &Name) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownName,
        name.span,
        format!("nothing called `{}` can be asked", name.text),
        "no known fact, event or symptom",
    )
}

/// `unless allergic`
fn to_what(name: &Name) -> Diagnostic {
    Diagnostic::new(
        Code::MissingThings,
        name.span,
        "`allergic` does not say to what",
        "a thing is missing after it",
    )
    .with_help(
        "write `allergies includes latex` of what that list has; for another one declare a question of its own, such as \
         `fact \"allergic to arnica\": yes or no`, and write `allergic to arnica`",
    )
}

/// `if temperature above 38 C`
fn as_fever(name: &Name) -> Option<Diagnostic> {
    is_temperature(&name.text).then(|| {
        nothing_asked(name)
            .with_help("write `fever`, as in `fever above 38 C`")
            .with_fix(name.span, "fever")
    })
}
