//! Declared facts to vocabulary.

use std::collections::BTreeMap;

use super::checker::Checker;
use super::files::LoadedFile;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::{FactDeclaration, FactType, Item, Name};
use crate::vocabulary::{Fact, FactKind, Measure, Named, TIME_UNITS, UNITS, Unit, fold, nearest};

impl Checker<'_> {
    /// Takes the facts of all files into the vocabulary, after its things.
    pub(crate) fn declare_facts(&mut self, files: &[LoadedFile]) {
        for file in files {
            for fact in file.shelved.iter().flat_map(|one| one.facts(file.source)) {
                self.declare_fact(&fact);
            }
            for item in &file.file.items {
                if let Item::Fact(fact) = &item.node {
                    self.declare_fact(fact);
                }
            }
        }
    }

    fn declare_fact(&mut self, fact: &FactDeclaration) {
        let owner = self.vocabulary.find(&fact.name.text);
        if let Some(owner) = owner
            && !self.together
        {
            self.taken(&fact.name, owner);
            return;
        }
        let kind = self.fact_kind(&fact.kind.node);
        if let Some(owner) = owner {
            let alike = |id| Some(&self.vocabulary.fact(id).kind) == kind.as_ref();
            if !matches!(owner, Named::Fact(id) if alike(id)) {
                self.taken(&fact.name, owner);
            }
            return;
        }
        let Some(kind) = kind else {
            self.broken.push(format!(" {} ", fold(&fact.name.text)));
            return;
        };
        self.vocabulary.to_mut().add_fact(Fact {
            name: fact.name.text.clone(),
            kind,
            ask: fact.ask.as_ref().map(|text| text.node.clone()),
            span: fact.name.span,
        });
    }

    fn fact_kind(&mut self, kind: &FactType) -> Option<FactKind> {
        match kind {
            FactType::YesNo => Some(FactKind::YesNo),
            FactType::Number { unit, within } => {
                let unit = match unit {
                    Some(unit) => Some(self.unit(unit)?),
                    None => None,
                };
                let within = *within;
                Some(FactKind::Number(Measure { unit, within }))
            }
            FactType::Ordered(values) => Some(FactKind::Ordered(self.values(values))),
            FactType::OneOf(values) => Some(FactKind::OneOf(self.values(values))),
            FactType::AnyOf(values) => {
                if let [only] = values.as_slice()
                    && let Some(Named::Thing(class)) = self.vocabulary.find(&only.text)
                {
                    if !self.vocabulary.is_kind_class(class) {
                        self.used_things.insert(class);
                    }
                    return Some(FactKind::Things(class));
                }
                Some(FactKind::AnyOf(self.values(values)))
            }
        }
    }

    fn values(&mut self, values: &[Name]) -> Vec<String> {
        let mut first: BTreeMap<String, &Name> = BTreeMap::new();
        let mut kept = Vec::new();
        for value in values {
            match first.get(&fold(&value.text)) {
                Some(earlier) => {
                    let diagnostic = Diagnostic::new(
                        Code::DuplicateValue,
                        value.span,
                        format!("`{}` stands twice in this list", value.text),
                        "again",
                    )
                    .with_label(earlier.span, "first here")
                    .with_help("leave one of the two out");
                    self.report(diagnostic);
                }
                None => {
                    first.insert(fold(&value.text), value);
                    kept.push(value.text.clone());
                }
            }
        }
        kept
    }

    /// The unit that a word means.
    pub(crate) fn unit(&mut self, name: &Name) -> Option<Unit> {
        if ["one of", "any of", "ordered"].contains(&fold(&name.text).as_str()) {
            let text = &name.text;
            self.report(
                Diagnostic::new(
                    Code::DeclarationShape,
                    name.span,
                    format!("`{text}` lists no values"),
                    "nothing follows it",
                )
                .with_help(format!(
                    "list them behind it, as in `{text} small, medium, large`"
                )),
            );
            return None;
        }
        let unit = Unit::from_word(&name.text);
        if unit.is_none() {
            let diagnostic = Diagnostic::new(
                Code::UnknownUnit,
                name.span,
                format!("`{}` is no unit", name.text),
                "not a unit",
            );
            let diagnostic = match nearest(&name.text, unit_words()) {
                Some(near) => diagnostic
                    .with_help(format!("did you mean `{near}`?"))
                    .with_fix(name.span, near),
                None => {
                    let words: Vec<&str> = UNITS.iter().map(|row| row.plural).collect();
                    diagnostic.with_help(format!(
                        "units are minutes, hours, days, weeks, months, years, {}",
                        words.join(", ")
                    ))
                }
            };
            self.report(diagnostic);
        }
        unit
    }
}

/// Every spelling of every unit that is long enough to be misspelt.
fn unit_words() -> impl Iterator<Item = &'static str> {
    let times = TIME_UNITS
        .iter()
        .flat_map(|(_, words)| words.iter().copied());
    let others = UNITS.iter().flat_map(|row| {
        [row.name, row.plural]
            .into_iter()
            .chain(row.aliases.iter().copied())
    });
    times.chain(others).filter(|word| word.len() > 2)
}
