//! A bare name in a condition: a yes-or-no fact, an event, a symptom.

use crate::check::checker::Checker;
use crate::check::condition::{Atom, Condition};
use crate::check::names::{self, Reading};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Spanned;
use crate::syntax::tree::{Comparison, Kind, Name, Qualifier, TimeUnit, Value};
use crate::vocabulary::{FactId, FactKind, Named, ThingId, degrees_of, fold};

/// What is asked about where the treatment was.
const AREA_TREATED: &str = "area treated";

impl Checker<'_> {
    /// `pregnant`, `healed`, `fever above 38 C`
    pub(crate) fn named(
        &mut self,
        name: &Name,
        qualifier: Option<&Spanned<Qualifier>>,
    ) -> Option<Condition> {
        let reading = self.read(&name.text);
        let Some(reading) = reading.or_else(|| self.read_without_article(&name.text)) else {
            self.unknown_in_condition(name);
            return None;
        };
        if !self.asks_no_attribute(name, &reading) {
            return None;
        }
        match reading.named {
            Named::Fact(fact) => self.named_fact(name, fact, qualifier),
            Named::Thing(id) => match self.vocabulary.thing(id).kind {
                Kind::Symptom => self.named_symptom(id, reading, qualifier),
                Kind::Event if qualifier.is_none() => {
                    self.used_things.insert(id);
                    Some(Condition::Atom(Atom::Event(id)))
                }
                _ => {
                    self.thing_as_condition(name, id, qualifier);
                    None
                }
            },
        }
    }

    fn named_fact(
        &mut self,
        name: &Name,
        fact: FactId,
        qualifier: Option<&Spanned<Qualifier>>,
    ) -> Option<Condition> {
        self.used_facts.insert(fact);
        let kind = self.vocabulary.fact(fact).kind.clone();
        if let (Some(qualifier), FactKind::Number(_)) = (qualifier, &kind)
            && let Some((comparison, value)) = compared(qualifier)
        {
            return self.compare(name, comparison, &value, name.span.to(qualifier.span));
        }
        if let Some(qualifier) = qualifier {
            self.qualified_fact(name, &kind, qualifier);
            return None;
        }
        let (what, help) = match kind {
            FactKind::YesNo => return Some(Condition::Atom(Atom::Yes(fact))),
            FactKind::Number(measure) => (
                "a number",
                format!(
                    "compare it: `{} at least {}`",
                    name.text,
                    measure.with_unit("...", true)
                ),
            ),
            FactKind::Ordered(values) | FactKind::OneOf(values) => (
                "one of several values",
                format!("compare it: `{} = {}`", name.text, first(&values)),
            ),
            FactKind::AnyOf(values) => (
                "a list",
                format!(
                    "ask what is in it: `{} includes {}`",
                    name.text,
                    first(&values)
                ),
            ),
            FactKind::Things(_) => (
                "a list",
                format!("ask what is in it: `{} includes ...`", name.text),
            ),
        };
        self.report(
            Diagnostic::new(
                Code::WrongComparison,
                name.span,
                format!("`{}` is {what}, not yes or no", name.text),
                "compared with nothing",
            )
            .with_help(help),
        );
        None
    }

    fn qualified_fact(&mut self, name: &Name, kind: &FactKind, qualifier: &Spanned<Qualifier>) {
        let mut diagnostic = Diagnostic::new(
            Code::WrongComparison,
            qualifier.span,
            format!("only a symptom can be so, and `{}` is a fact", name.text),
            "said of no symptom",
        );
        diagnostic = match (&qualifier.node, kind) {
            (Qualifier::Above { .. }, FactKind::Number(_)) => {
                let text = self
                    .sources
                    .text(qualifier.span)
                    .replacen("above", "over", 1);
                diagnostic
                    .with_help(format!("write `{} {text}`", name.text))
                    .with_fix(qualifier.span, text)
            }
            _ => diagnostic
                .with_help("leave it out")
                .with_fix(name.span.at_end().to(qualifier.span), ""),
        };
        self.report(diagnostic);
    }

    fn named_symptom(
        &mut self,
        symptom: ThingId,
        reading: Reading,
        qualifier: Option<&Spanned<Qualifier>>,
    ) -> Option<Condition> {
        self.used_things.insert(symptom);
        let mut qualifiers = reading.qualifiers;
        if let Some(qualifier) = qualifier {
            qualifiers.push(self.qualifier(qualifier)?);
        }
        let atom = |qualifier| Condition::Atom(Atom::Symptom { symptom, qualifier });
        Some(match qualifiers.len() {
            0 => atom(None),
            1 => atom(qualifiers.pop()),
            _ => Condition::All(qualifiers.into_iter().map(|one| atom(Some(one))).collect()),
        })
    }

    /// `if makeup`, `if isotretinoin`, `if healed severe`
    fn thing_as_condition(
        &mut self,
        name: &Name,
        id: ThingId,
        qualifier: Option<&Spanned<Qualifier>>,
    ) {
        let kind = self.vocabulary.thing(id).kind;
        let text = &name.text;
        self.used_things.insert(id);
        let diagnostic = Diagnostic::new(
            Code::WrongKind,
            name.span,
            format!("`{text}` is {}, and no question", kind.with_article()),
            kind.with_article(),
        );
        let diagnostic = match (kind, qualifier) {
            (Kind::Event, Some(qualifier)) => diagnostic
                .with_help("only a symptom can be so: leave the word out")
                .with_fix(name.span.at_end().to(qualifier.span), ""),
            (Kind::Medicine, None) => diagnostic
                .with_help(format!("write `taking {text}`"))
                .with_fix(name.span.at_start(), "taking "),
            (Kind::Procedure, None) => {
                diagnostic.with_help(format!("write `had {text} within ...`"))
            }
            (Kind::Situation, None) => diagnostic.with_help(format!("write `while {text}`")),
            (Kind::Place, None) => self.place_asked(diagnostic, name, id),
            _ => diagnostic.with_help("ask for a declared fact, an event or a symptom"),
        };
        self.report(diagnostic);
    }

    /// `if face`: where the treatment was is asked, where a fact of places says so.
    fn place_asked(&self, diagnostic: Diagnostic, name: &Name, id: ThingId) -> Diagnostic {
        let text = &name.text;
        let mut facts = self.vocabulary.facts().map(|(_, fact)| fact);
        let area = facts.find(|fact| fold(&fact.name) == fold(AREA_TREATED));
        let place = format!("where a thing is meant follows `on`, as in `on {text}`");
        let listed = |kind: &FactKind| match kind {
            FactKind::AnyOf(values) => values.iter().any(|value| fold(value) == fold(text)),
            FactKind::Things(class) => self.vocabulary.above(id).contains(class),
            _ => false,
        };
        match area {
            Some(fact) if listed(&fact.kind) => {
                let asked = format!("{} includes {text}", fact.name);
                let help = format!("for where the treatment was write `{asked}`; {place}");
                diagnostic.with_help(help).with_fix(name.span, asked)
            }
            Some(_) => diagnostic.with_help(format!(
                "{place}; what is to be asked is declared, such as `fact has {text}: yes or no`"
            )),
            None => diagnostic.with_help(format!(
                "where the treatment was is a fact: declare `fact {AREA_TREATED}: any of {text}, body`, and write \
                 `{AREA_TREATED} includes {text}`; {place}"
            )),
        }
    }

    /// The fact that is compared. `value` is what it is compared with, for advice.
    pub(crate) fn fact(&mut self, name: &Name, value: Option<&Spanned<Value>>) -> Option<FactId> {
        match self.vocabulary.find(&name.text) {
            Some(Named::Fact(fact)) => {
                self.used_facts.insert(fact);
                Some(fact)
            }
            Some(Named::Thing(id)) => {
                self.compared_thing(name, id, value);
                None
            }
            None => {
                let sign = self.read_without_article(&name.text);
                if let Some(Named::Thing(id)) = sign.map(|reading| reading.named) {
                    self.compared_thing(name, id, value);
                } else if !self.still_so(name, value) {
                    self.unknown_in_condition(name);
                }
                None
            }
        }
    }

    /// `the wart is still there`: what is so later is no answer from before the treatment; whether it is asked so.
    fn still_so(&mut self, name: &Name, value: Option<&Spanned<Value>>) -> bool {
        let Some(value) = value.filter(|_| !self.quiet) else {
            return false;
        };
        let state = self.one_line(value.span);
        if !state.starts_with("still ") {
            return false;
        }
        let sign = format!("{} {state}", names::without_article(&name.text));
        self.report(
            Diagnostic::new(
                Code::UnknownName,
                name.span.to(value.span),
                format!("`{sign}` is asked later, and nothing called so is known"),
                "no known sign",
            )
            .with_help(format!(
                "declare `symptom \"{sign}\"`, and ask for it whole: `\"{sign}\"`"
            )),
        );
        true
    }

    /// `fever > 38 C`, `pain over 3 days`, `fever under 37`: a symptom is above a measure or lasts.
    fn measured_symptom(
        &self,
        diagnostic: Diagnostic,
        name: &Name,
        value: &Spanned<Value>,
    ) -> Diagnostic {
        let Value::Number { number, unit } = &value.node else {
            return diagnostic;
        };
        let sign = self
            .sources
            .text(name.span.at_end().to(value.span.at_start()));
        let over = ["above", "over", ">", ">=", "at least"];
        let is_over = over.contains(&sign.trim().trim_start_matches("is ").trim());
        let shown = self.sources.text(value.span);
        let time = unit
            .as_ref()
            .and_then(|unit| TimeUnit::from_word(&unit.text));
        let said = match (unit, time) {
            (_, Some(_)) => Some(format!("lasting {shown}")),
            (Some(_), None) => Some(format!("above {shown}")),
            (None, None) => degrees_of(*number).map(|unit| format!("above {shown} {unit}")),
        };
        match said.filter(|_| is_over) {
            Some(said) => {
                let said = format!("{} {said}", name.text);
                diagnostic
                    .with_help(format!("write `{said}`"))
                    .with_fix(name.span.to(value.span), said)
            }
            None => diagnostic.with_help(
                "a symptom is asked for by its name, or as in `fever above 38 C` and `pain lasting \
                 2 days`",
            ),
        }
    }

    /// `fever > 38 C`, `healed = yes`
    fn compared_thing(&mut self, name: &Name, id: ThingId, value: Option<&Spanned<Value>>) {
        self.used_things.insert(id);
        let kind = self.vocabulary.thing(id).kind;
        let text = &name.text;
        let diagnostic = Diagnostic::new(
            Code::WrongComparison,
            name.span,
            format!(
                "`{text}` is {}, and has no value to compare",
                kind.with_article()
            ),
            kind.with_article(),
        );
        let diagnostic = match (kind, value) {
            (Kind::Symptom, Some(value)) if matches!(value.node, Value::Number { .. }) => {
                self.measured_symptom(diagnostic, name, value)
            }
            (Kind::Symptom, Some(value)) if !says_yes(&value.node) => {
                let whole = self.one_line(name.span.to(value.span));
                let state = self.one_line(value.span);
                if names::how_bad(&state) {
                    let said = format!("{} {state}", name.text);
                    let at = name.span.to(value.span);
                    let diagnostic = diagnostic.with_help(format!("write `{said}`"));
                    return self.report(diagnostic.with_fix(at, said));
                }
                diagnostic.with_help(format!(
                    "a sign and its state are one sign: declare `symptom \"{whole}\"`, and ask for `\"{whole}\"`"
                ))
            }
            (Kind::Symptom | Kind::Event, Some(value)) => diagnostic
                .with_help(format!("write `{text}` or `not {text}`"))
                .with_fix(name.span.to(value.span), text),
            _ => diagnostic.with_help("compare a declared fact"),
        };
        self.report(diagnostic);
    }
}

/// Whether a value says no more than that something is there.
fn says_yes(value: &Value) -> bool {
    let said = ["yes", "no", "true", "false", "present", "absent"];
    matches!(value, Value::Name(word) if said.contains(&word.text.to_lowercase().as_str()))
}

fn first(values: &[String]) -> &str {
    values.first().map_or("...", String::as_str)
}

/// `at least 38 C` as a comparison: a symptom and a fact are so compared alike.
fn compared(qualifier: &Spanned<Qualifier>) -> Option<(Spanned<Comparison>, Spanned<Value>)> {
    let Qualifier::Above {
        number,
        unit,
        or_equal: true,
    } = &qualifier.node
    else {
        return None;
    };
    let value = Value::Number {
        number: *number,
        unit: Some(unit.clone()),
    };
    Some((
        Spanned::new(Comparison::AtLeast, qualifier.span),
        Spanned::new(value, qualifier.span),
    ))
}
