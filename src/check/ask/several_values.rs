//! `if bleeding disorder, pregnant or cancer`: values of a list without their fact beside questions of their own. To mend
//! one of them after the other would go in a circle: the whole condition is offered.

use super::meant::{Near, bare};
use crate::check::checker::Checker;
use crate::check::names::{Reading, in_declaration};
use crate::check::wording::list;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::tree::{self, Kind, Mode, Name};
use crate::vocabulary::{FactKind, Named, fold, nearest};

/// One of the questions, as the language asks it.
enum Term {
    /// It is one of its own, in these words.
    Own(String),
    /// A value of a list of that name.
    Value { fact: String, value: String },
    /// Nothing asks it; perhaps a list has what is narrower.
    Unasked {
        name: String,
        narrower: Option<String>,
    },
}

impl Checker<'_> {
    /// Offers a whole condition whose values lack their fact; whether it is one.
    pub(super) fn values_among(
        &mut self,
        parts: &[Spanned<tree::Condition>],
        span: Span,
        joint: &'static str,
    ) -> bool {
        // Most conditions are known, and are not looked into.
        let is_unread = |part: &Spanned<tree::Condition>| match &part.node {
            tree::Condition::Atom(tree::Atom::Named {
                name: Some(name),
                qualifier: None,
            }) => self.read(&name.text).is_none(),
            _ => false,
        };
        if self.quiet || !parts.iter().any(is_unread) {
            return false;
        }
        let mut terms = Vec::with_capacity(parts.len());
        let mut first = None;
        for part in parts {
            let tree::Condition::Atom(atom) = &part.node else {
                return false;
            };
            let Some((term, is_bare)) = self.term_of(atom, part.span, joint) else {
                return false;
            };
            if is_bare && first.is_none() {
                first = Some(part.span);
            }
            terms.extend(term);
        }
        let Some(first) = first else { return false };
        self.offer_whole(first, span, &terms, joint);
        true
    }

    /// `conditions includes any of bleeding disorder, pregnant`: not all of them are values; whether it is so.
    pub(super) fn no_values_among(
        &mut self,
        (fact, known): (&str, &[String]),
        values: &[Name],
        mode: Mode,
        span: Span,
    ) -> bool {
        let has = |value: &Name| known.iter().any(|one| fold(one) == fold(&value.text));
        if self.quiet || values.len() < 2 || values.iter().all(has) {
            return false;
        }
        let mut terms = Vec::with_capacity(values.len());
        let mut first = None;
        for value in values {
            if has(value) {
                terms.push(Term::Value {
                    fact: fact.to_owned(),
                    value: value.text.clone(),
                });
                continue;
            }
            let Some((term, _)) = self.named_term(value) else {
                return false;
            };
            let is_own = match &term {
                Term::Own(_) => true,
                Term::Value { fact: of, .. } => of != fact,
                Term::Unasked { .. } => false,
            };
            if is_own && first.is_none() {
                first = Some(value.span);
            }
            terms.push(term);
        }
        let Some(first) = first else { return false };
        let joint = if mode == Mode::AllOf { "and" } else { "or" };
        self.offer_whole(first, span, &terms, joint);
        true
    }

    /// What a question asks, and whether it lacks its fact; none where other help is likelier.
    fn term_of(&self, atom: &tree::Atom, span: Span, joint: &str) -> Option<(Vec<Term>, bool)> {
        match atom {
            tree::Atom::Named {
                name: Some(name),
                qualifier: None,
            } => {
                let (term, is_bare) = self.named_term(name)?;
                Some((vec![term], is_bare))
            }
            tree::Atom::Includes { name, mode, values }
                if *mode == Mode::One || *mode == Mode::AnyOf && joint == "or" =>
            {
                let fact = self.vocabulary.fact(self.vocabulary.find_fact(&name.text)?);
                let FactKind::AnyOf(known) = &fact.kind else {
                    return Some((vec![Term::Own(self.one_line(span))], false));
                };
                let has = |value: &Name| known.iter().any(|one| fold(one) == fold(&value.text));
                let terms = values
                    .iter()
                    .filter(|value| has(value))
                    .map(|value| Term::Value {
                        fact: fact.name.clone(),
                        value: value.text.clone(),
                    });
                let terms: Vec<Term> = terms.collect();
                (terms.len() == values.len()).then_some((terms, false))
            }
            _ => Some((vec![Term::Own(self.one_line(span))], false)),
        }
    }

    /// What a bare name asks, and whether it lacks its fact.
    fn named_term(&self, name: &Name) -> Option<(Term, bool)> {
        let is_asked = |reading: &Reading| match reading.named {
            Named::Fact(fact) => self.vocabulary.fact(fact).kind == FactKind::YesNo,
            Named::Thing(id) => {
                matches!(self.vocabulary.thing(id).kind, Kind::Symptom | Kind::Event)
            }
        };
        if let Some(reading) = self.read(&name.text) {
            return is_asked(&reading).then(|| (Term::Own(self.one_line(name.span)), false));
        }
        let asked = bare(&name.text);
        if let Some(reading) = self.read(asked) {
            return is_asked(&reading).then(|| (Term::Own(asked.to_owned()), true));
        }
        let term = match self.values_near(asked)? {
            Near::Same {
                fact,
                sign: "includes",
                value,
            } => Term::Value { fact, value },
            Near::Same { fact, sign, value } => Term::Own(format!("{fact} {sign} {value}")),
            Near::Narrower(narrower) => Term::Unasked {
                name: asked.to_owned(),
                narrower: Some(narrower),
            },
            Near::Nothing if !self.is_new(asked) => return None,
            Near::Nothing => Term::Unasked {
                name: asked.to_owned(),
                narrower: None,
            },
        };
        Some((term, true))
    }

    /// Whether a name may be that of a condition which nothing asks yet, and is no slip for another one.
    fn is_new(&self, asked: &str) -> bool {
        const OTHERWISE: &[&str] = &[
            "any", "it", "no", "not", "on", "other", "patient", "taking", "that", "they", "this",
            "using", "we", "without", "you", "your",
        ];
        let lower = asked.to_lowercase();
        let mut words = lower.split_whitespace();
        let is_plain = words.clone().count() <= 3 && words.all(|word| !OTHERWISE.contains(&word));
        let asks = |kind| matches!(kind, Kind::Symptom | Kind::Event);
        let mut names = self.known_names(&|_, kind| asks(kind));
        for (_, fact) in self.vocabulary.facts() {
            names.push(fact.name.clone());
            if let FactKind::AnyOf(values) | FactKind::OneOf(values) | FactKind::Ordered(values) =
                &fact.kind
            {
                names.extend(values.iter().cloned());
            }
        }
        is_plain && nearest(asked, names.iter().map(String::as_str)).is_none()
    }

    fn offer_whole(&mut self, first: Span, span: Span, terms: &[Term], joint: &str) {
        let text = whole(terms, joint);
        let raw = self.one_line(first);
        let said = terms.iter().find_map(|term| match term {
            Term::Value { fact, value } if fold(value) == fold(bare(&raw)) => Some(fact),
            _ => None,
        });
        let what = match said {
            Some(fact) => format!("`{raw}` is a value of the fact `{fact}`"),
            None => format!("`{raw}` is not asked so"),
        };
        let mut help = format!("write `{text}`");
        let mut narrower = Vec::new();
        for term in terms {
            if let Term::Unasked {
                name,
                narrower: less,
            } = term
            {
                let name = in_declaration(name);
                help = format!("{help}, and declare `fact {name}: yes or no`");
                if let Some(less) = less {
                    narrower.push(format!("`{less}` is less than `{name}`"));
                }
            }
        }
        if !narrower.is_empty() {
            help = format!("{help}; {}", list(&narrower, "and"));
        }
        let is_sure = !terms
            .iter()
            .any(|term| matches!(term, Term::Unasked { .. }));
        let diagnostic =
            Diagnostic::new(Code::UnknownName, first, what, "without its fact").with_help(help);
        self.report(if is_sure {
            diagnostic.with_fix(span, text)
        } else {
            diagnostic
        });
    }
}

/// The condition, what is asked alone before what lists have.
fn whole(terms: &[Term], joint: &str) -> String {
    let mut asked: Vec<String> = Vec::new();
    let mut lists: Vec<(&str, Vec<&str>)> = Vec::new();
    for term in terms {
        match term {
            Term::Own(text) => asked.push(text.clone()),
            Term::Unasked { name, .. } => asked.push(name.clone()),
            Term::Value { fact, value } => match lists.iter_mut().find(|(of, _)| of == fact) {
                Some((_, values)) => values.push(value),
                None => lists.push((fact, vec![value])),
            },
        }
    }
    let how_many = if joint == "or" { "any of" } else { "all of" };
    for (fact, values) in lists {
        asked.push(match values.as_slice() {
            [one] => format!("{fact} includes {one}"),
            several => format!("{fact} includes {how_many} {}", several.join(", ")),
        });
    }
    asked.join(&format!(" {joint} "))
}
