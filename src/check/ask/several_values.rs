//! `if bleeding disorder, pregnant or cancer`: values of a list without their fact beside questions of their own. To mend
//! one of them after the other would go in a circle: the whole condition is offered.

use super::meant::{Near, bare, values};
use crate::check::checker::Checker;
use crate::check::names::{Reading, Role, in_declaration, turned};
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
    /// A medicine that somebody takes.
    Taken(String),
    /// It is a slip of the pen for this one.
    Slip { raw: String, meant: Box<Term> },
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
            }) => self.read(&name.text).is_none() || self.is_medicine(&name.text),
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
            let taken = matches!(terms.last().map(Term::meant), Some(Term::Taken(_)));
            let medicine = taken.then(|| self.medicine_misspelt(atom)).flatten();
            let term = match medicine {
                Some(slip) => Some((vec![slip], true)),
                None => self.term_of(atom, part.span, joint),
            };
            let Some((term, is_bare)) = term else {
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
            let is_own = match term.meant() {
                Term::Own(_) | Term::Taken(_) => true,
                Term::Value { fact: of, .. } => of != fact,
                Term::Unasked { .. } | Term::Slip { .. } => false,
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
            tree::Atom::Taking(name) if self.is_medicine(&name.text) => {
                Some((vec![Term::Taken(name.text.clone())], false))
            }
            _ => Some((vec![Term::Own(self.one_line(span))], false)),
        }
    }

    /// Whether a name is that of what somebody can take.
    fn is_medicine(&self, name: &str) -> bool {
        self.kind_in(
            &name.split(' ').collect::<Vec<&str>>(),
            Role::Medicine("taking"),
        )
        .is_some()
    }

    /// `taking warfarin or asprin`: a slip of the pen for a medicine, behind another one.
    fn medicine_misspelt(&self, atom: &tree::Atom) -> Option<Term> {
        let tree::Atom::Named {
            name: Some(name),
            qualifier: None,
        } = atom
        else {
            return None;
        };
        if self.read(&name.text).is_some() {
            return None;
        }
        let near = self.near_name(&name.text, &|kind| kind == Kind::Medicine)?;
        Some(Term::Slip {
            raw: name.text.clone(),
            meant: Box::new(Term::Taken(near)),
        })
    }

    /// What a bare name asks, and whether it lacks its fact.
    fn named_term(&self, name: &Name) -> Option<(Term, bool)> {
        let is_asked = |reading: &Reading| match reading.named {
            Named::Fact(fact) => self.vocabulary.fact(fact).kind == FactKind::YesNo,
            Named::Thing(id) => {
                matches!(self.vocabulary.thing(id).kind, Kind::Symptom | Kind::Event)
            }
        };
        if self.is_medicine(&name.text) {
            return Some((Term::Taken(name.text.clone()), true));
        }
        if let Some(reading) = self.read(&name.text) {
            return is_asked(&reading).then(|| (Term::Own(self.one_line(name.span)), false));
        }
        let asked = bare(&name.text);
        if let Some(reading) = self.read(asked) {
            return is_asked(&reading).then(|| (Term::Own(asked.to_owned()), true));
        }
        if let Some(meant) = self.slip_for(asked) {
            let is_bare = matches!(meant, Term::Value { .. });
            let (raw, meant) = (asked.to_owned(), Box::new(meant));
            return Some((Term::Slip { raw, meant }, is_bare));
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

    /// Whether a name may be that of a condition which nothing asks yet.
    fn is_new(&self, asked: &str) -> bool {
        is_plain(asked) && self.near_question(asked).is_none()
    }

    /// What a name asks that is a slip of the pen.
    fn slip_for(&self, asked: &str) -> Option<Term> {
        if !is_plain(asked) || !matches!(self.values_near(asked), Some(Near::Nothing)) {
            return None;
        }
        let near = self.near_question(asked)?;
        // A number or a list is compared.
        let fact = self.vocabulary.find_fact(&near);
        if fact.is_some_and(|fact| self.vocabulary.fact(fact).kind != FactKind::YesNo) {
            return None;
        }
        let of_list = self.vocabulary.facts().find_map(|(_, fact)| {
            let (values, sign) = values(fact)?;
            let value = values.iter().find(|value| **value == near)?;
            Some((fact.name.clone(), sign, value.clone()))
        });
        Some(match of_list {
            Some((fact, "includes", value)) => Term::Value { fact, value },
            Some((fact, sign, value)) => Term::Own(format!("{fact} {sign} {value}")),
            None => Term::Own(near),
        })
    }

    /// `conditions includes eczema` of `eczma`: what a slip of the pen for a value asks.
    pub(super) fn value_misspelt(&self, asked: &str) -> Option<String> {
        match self.slip_for(bare(asked))? {
            Term::Value { fact, value } => Some(format!("{fact} includes {value}")),
            Term::Own(text) if text.contains(" = ") => Some(text),
            _ => None,
        }
    }

    /// The sign, event, fact or value that a name is near to.
    fn near_question(&self, asked: &str) -> Option<String> {
        let asks = |kind| matches!(kind, Kind::Symptom | Kind::Event);
        let mut names = self.known_names(&|_, kind| asks(kind));
        for (_, fact) in self.vocabulary.facts() {
            names.push(fact.name.clone());
            if let Some((values, _)) = values(fact) {
                names.extend(values.iter().cloned());
            }
        }
        let near = nearest(asked, names.iter().map(String::as_str))?;
        (!turned(asked, near)).then(|| near.to_owned())
    }

    fn offer_whole(&mut self, first: Span, span: Span, terms: &[Term], joint: &str) {
        let text = whole(terms, joint);
        let raw = self.one_line(first);
        let said = terms.iter().find_map(|term| match term.meant() {
            Term::Value { fact, value } if fold(value) == fold(bare(&raw)) => Some(fact),
            _ => None,
        });
        let is_taken = terms
            .iter()
            .any(|term| matches!(term, Term::Taken(name) if *name == raw));
        let what = match said {
            _ if is_taken => format!("`{raw}` is a medicine, and no question"),
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
                let declared = if self.is_called_about(first) {
                    format!("symptom {name}")
                } else {
                    format!("fact {name}: yes or no")
                };
                help = format!("{help}, and declare `{declared}`");
                if let Some(less) = less {
                    narrower.push(format!("`{less}` is less than `{name}`"));
                }
            }
        }
        if !narrower.is_empty() {
            help = format!("{help}; {}", list(&narrower, "and"));
        }
        let slips = terms.iter().filter_map(|term| match term {
            Term::Slip { raw, meant } => Some(format!("`{raw}` for `{}`", meant.name()?)),
            _ => None,
        });
        let slips: Vec<String> = slips.collect();
        if !slips.is_empty() {
            help = format!("{help}: it takes {}", list(&slips, "and"));
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

impl Term {
    /// What is asked, a slip of the pen or not.
    fn meant(&self) -> &Self {
        match self {
            Self::Slip { meant, .. } => meant,
            other => other,
        }
    }

    /// What is asked by its name alone.
    fn name(&self) -> Option<&str> {
        match self {
            Self::Own(name) | Self::Taken(name) | Self::Value { value: name, .. } => Some(name),
            Self::Unasked { name, .. } => Some(name),
            Self::Slip { .. } => None,
        }
    }
}

/// Whether a name says no more than what is asked.
fn is_plain(asked: &str) -> bool {
    const OTHERWISE: &[&str] = &[
        "any", "it", "no", "not", "on", "other", "patient", "taking", "that", "they", "this",
        "using", "we", "without", "you", "your",
    ];
    let lower = asked.to_lowercase();
    let mut words = lower.split_whitespace();
    words.clone().count() <= 3 && words.all(|word| !OTHERWISE.contains(&word))
}

/// The condition, what is asked alone before what lists have.
fn whole(terms: &[Term], joint: &str) -> String {
    let mut asked: Vec<String> = Vec::new();
    let mut lists: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut taken: Vec<&str> = Vec::new();
    for term in terms {
        match term.meant() {
            Term::Slip { .. } => {}
            Term::Taken(name) => taken.push(name),
            Term::Own(text) => asked.push(text.clone()),
            Term::Unasked { name, .. } => asked.push(name.clone()),
            Term::Value { fact, value } => match lists.iter_mut().find(|(of, _)| of == fact) {
                Some((_, values)) => values.push(value),
                None => lists.push((fact, vec![value])),
            },
        }
    }
    match taken.as_slice() {
        [] => {}
        several @ [_, _, ..] if joint == "or" => {
            asked.push(format!("taking any of {}", several.join(", ")));
        }
        each => asked.extend(each.iter().map(|name| format!("taking {name}"))),
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
