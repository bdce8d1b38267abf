//! `concerns includes any of acne scars, wrinkles`

use crate::check::checker::Checker;
use crate::check::condition::{Atom, Condition};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::{Kind, Mode, Name};
use crate::vocabulary::{FactId, FactKind, Named, ThingId, nearest};

impl Checker<'_> {
    /// Whether a fact includes values.
    pub(crate) fn includes(
        &mut self,
        name: &Name,
        mode: Mode,
        values: &[Name],
        span: Span,
    ) -> Option<Condition> {
        let fact = self.fact(name, None)?;
        self.one_of_several(mode, values);
        let own = self.vocabulary.fact(fact);
        if let FactKind::AnyOf(known) = &own.kind
            && values.len() > 1
        {
            let (own, known) = (own.name.clone(), known.clone());
            if self.no_values_among((&own, &known), values, mode, span) {
                return None;
            }
        }
        let found: Vec<Option<Atom>> = match self.vocabulary.fact(fact).kind.clone() {
            FactKind::AnyOf(list) => values
                .iter()
                .map(|value| {
                    let value = self.index_of(fact, &list, &value.text, value.span)?;
                    Some(Atom::Includes { fact, value })
                })
                .collect(),
            FactKind::Things(class) => values
                .iter()
                .map(|value| self.includes_thing(fact, class, value))
                .collect(),
            kind => {
                self.not_several(name, &kind, values);
                return None;
            }
        };
        let mut atoms: Vec<Condition> = found
            .into_iter()
            .map(|atom| atom.map(Condition::Atom))
            .collect::<Option<_>>()?;
        Some(match (mode, atoms.len()) {
            (_, 1) => atoms.remove(0),
            (Mode::AllOf, _) => Condition::All(atoms),
            (Mode::One | Mode::AnyOf, _) => Condition::Any(atoms),
        })
    }

    /// `includes any of warts`: the others were lost.
    fn one_of_several(&mut self, mode: Mode, values: &[Name]) {
        let (Mode::AnyOf | Mode::AllOf, [only]) = (mode, values) else {
            return;
        };
        let word = if mode == Mode::AnyOf {
            "any of"
        } else {
            "all of"
        };
        self.report(
            Diagnostic::new(
                Code::ListCutShort,
                only.span,
                format!("`{word}` stands before one value alone"),
                "have others been lost?",
            )
            .with_help(format!("add them, or leave out `{word}`")),
        );
    }

    fn includes_thing(&mut self, fact: FactId, class: ThingId, value: &Name) -> Option<Atom> {
        let reading = self.read(&value.text);
        let named = reading.as_ref().map(|reading| reading.named);
        if let Some(Named::Thing(thing)) = named
            && self.vocabulary.is_under(thing, class)
        {
            if let Some(reading) = &reading
                && !self.asks_no_attribute(value, reading)
            {
                return None;
            }
            self.used_things.insert(thing);
            let medicine = self.vocabulary.thing(class).kind == Kind::Medicine;
            return Some(if medicine {
                Atom::Taking(thing)
            } else {
                Atom::IncludesThing { fact, thing }
            });
        }
        if named.is_none() && self.is_excused(&value.text) {
            return None;
        }
        let (fact_name, class_name) = (
            self.vocabulary.fact(fact).name.clone(),
            self.vocabulary.name(class).to_owned(),
        );
        let diagnostic = Diagnostic::new(
            Code::UnknownValue,
            value.span,
            format!("`{fact_name}` is never `{}`", value.text),
            format!("not in `{class_name}`"),
        );
        if self.quiet {
            self.report(diagnostic);
            return None;
        }
        let names = self.known_names(&|id, _| self.vocabulary.is_under(id, class));
        let diagnostic = match nearest(&value.text, names.iter().map(String::as_str)) {
            Some(near) if named.is_none() => diagnostic
                .with_help(format!("did you mean `{near}`?"))
                .with_fix(value.span, near),
            _ => diagnostic.with_help(match self.right_below(class) {
                Some(list) => format!("name one of {list}, or what lies below it"),
                None => format!("name something that is declared in `{class_name}`"),
            }),
        };
        self.report(diagnostic);
        None
    }

    /// The names right below a class, where they are few enough to be read.
    fn right_below(&self, class: ThingId) -> Option<String> {
        const MOST: usize = 16;
        let below = self
            .vocabulary
            .things()
            .filter(|(_, thing)| thing.parents.contains(&class));
        let names: Vec<String> = below
            .map(|(_, thing)| format!("`{}`", thing.name))
            .collect();
        let few = !names.is_empty() && names.len() <= MOST;
        few.then(|| crate::check::wording::list(&names, "or"))
    }

    /// A fact of one value is compared, not searched.
    fn not_several(&mut self, name: &Name, kind: &FactKind, values: &[Name]) {
        let what = match kind {
            FactKind::YesNo => "yes or no",
            FactKind::Number(_) => "one number",
            _ => "one value at a time",
        };
        let diagnostic = Diagnostic::new(
            Code::WrongComparison,
            name.span,
            format!("`{}` is {what}, and includes nothing", name.text),
            "not so asked",
        );
        let diagnostic = match (kind, values) {
            (FactKind::Ordered(_) | FactKind::OneOf(_), [only]) => diagnostic
                .with_help(format!("write `{} = {}`", name.text, only.text))
                .with_fix(name.span.at_end().to(only.span.at_start()), " = "),
            _ => diagnostic.with_help(format!("compare it: `{} = ...`", name.text)),
        };
        self.report(diagnostic);
    }
}
