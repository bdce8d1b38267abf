//! `and`, `or` and `not`: joining conditions, and refusing what reads in two ways.

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::{Span, Spanned};
use crate::syntax::lower::Lower;
use crate::syntax::lower::any_of::without_any;
use crate::syntax::tree::{Atom, Condition, ListWord, Mode};

/// One term of a condition as it was written.
pub(super) struct Term {
    pub span: Span,
    pub form: Form,
    /// None where it was refused.
    pub condition: Option<Spanned<Condition>>,
}

/// How a term was written, which the tree does not hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Atom,
    Negation,
    Group,
}

impl Term {
    /// A bare name, as a value would be: `neck` in `includes face or neck`.
    fn is_bare_name(&self) -> bool {
        self.form == Form::Atom
            && matches!(
                self.condition.as_ref().map(|condition| &condition.node),
                Some(Condition::Atom(Atom::Named {
                    name: Some(_),
                    qualifier: None,
                }))
            )
    }

    /// `area includes face`
    fn includes_one(&self) -> Option<Span> {
        match &self.condition.as_ref()?.node {
            Condition::Atom(Atom::Includes {
                mode: Mode::One,
                values,
                ..
            }) if self.form == Form::Atom => values.first().map(|value| value.span),
            _ => None,
        }
    }
}

impl Lower<'_> {
    /// Joins terms by the words between them; none where a term was refused or the whole is.
    pub(super) fn joined(
        &mut self,
        terms: Vec<Term>,
        words: &[ListWord],
    ) -> Option<Spanned<Condition>> {
        let span = match (terms.first(), terms.last()) {
            (Some(first), Some(last)) => first.span.to(last.span),
            _ => return None,
        };
        let refused = self.joined_values(&terms, words)
            || self.mixed(&terms, words, span)
            || self.not_or(&terms, words);
        let word = words.first().copied();
        let mut conditions = terms
            .into_iter()
            .map(|term| term.condition)
            .collect::<Option<Vec<_>>>()?;
        if refused {
            return None;
        }
        let joined = match word {
            None => return conditions.pop(),
            Some(ListWord::And) => Condition::All(conditions),
            Some(ListWord::Or) => Condition::Any(conditions),
        };
        Some(Spanned::new(joined, span))
    }

    /// `area includes face or neck`
    fn joined_values(&mut self, terms: &[Term], words: &[ListWord]) -> bool {
        for (at, term) in terms.iter().enumerate() {
            let Some(value) = term.includes_one() else {
                continue;
            };
            let Some(word) = words.get(at).copied() else {
                return false;
            };
            let more: Vec<&Term> = terms
                .iter()
                .skip(at + 1)
                .zip(words.iter().skip(at))
                .take_while(|(next, join)| next.is_bare_name() && **join == word)
                .map(|(next, _)| next)
                .collect();
            let Some(last) = more.last() else { continue };
            let list: Vec<String> = std::iter::once(value)
                .chain(more.iter().map(|term| term.span))
                .map(|span| self.quote(span))
                .collect();
            let (mode, or) = match word {
                ListWord::Or => ("any of", "or"),
                ListWord::And => ("all of", "and"),
            };
            let list = list.join(", ");
            let list = without_any(&list).unwrap_or(&list);
            let meant = format!("{mode} {list}");
            let asked = self.asked_by(value);
            self.refuse(
                Diagnostic::new(
                    Code::JoinedValues,
                    value.to(last.span),
                    format!("`{or}` joins conditions, never values"),
                    format!("several values after `{asked}`"),
                )
                .with_help(format!(
                    "write `{asked} {meant}`; a condition of its own stands behind parentheses"
                ))
                .with_fix(value.to(last.span), meant),
            );
            return true;
        }
        false
    }

    /// The words before values: `includes`, `allergic to`.
    pub(super) fn asked_by(&self, value: Span) -> &'static str {
        let before = self.laid_out.get(..value.start as usize);
        match before.unwrap_or_default().trim_end().ends_with(" to") {
            true => "allergic to",
            false => "includes",
        }
    }

    /// `A or B and C`
    fn mixed(&mut self, terms: &[Term], words: &[ListWord], span: Span) -> bool {
        if words.iter().all(|word| words.first() == Some(word)) {
            return false;
        }
        let mut diagnostic = Diagnostic::new(
            Code::MixedAndOr,
            span,
            "`and` and `or` stand in one condition",
            "it can be read in two ways",
        );
        let mut readings = Vec::new();
        for inner in [ListWord::Or, ListWord::And] {
            let edits = bracket_runs(terms, words, inner);
            readings.push(format!("`{}`", self.preview(span, &edits)));
            diagnostic = diagnostic.with_edits(edits);
        }
        self.refuse(diagnostic.with_help(format!(
            "parentheses say which is meant: {}",
            readings.join(" or ")
        )));
        true
    }

    /// `not A or B`
    fn not_or(&mut self, terms: &[Term], words: &[ListWord]) -> bool {
        let found =
            terms
                .iter()
                .zip(words)
                .zip(terms.iter().skip(1))
                .find(|((term, word), next)| {
                    term.form == Form::Negation
                        && **word == ListWord::Or
                        && next.form != Form::Negation
                });
        let (Some(((term, _), _)), Some(last)) = (found, terms.last()) else {
            return false;
        };
        let whole = term.span.to(last.span);
        let inner = whole.start as usize + "not".len();
        let rest = self.place(inner, whole.end as usize);
        let blanks = self.raw(rest).len() - self.raw(rest).trim_start().len();
        let rest = self.place(inner + blanks, whole.end as usize);
        let (narrow, wide) = (brackets(term.span), brackets(rest));
        let help = format!(
            "parentheses say which is meant: `{}` or `{}`",
            self.preview(whole, &narrow),
            self.preview(whole, &wide)
        );
        self.refuse(
            Diagnostic::new(
                Code::NotOr,
                whole,
                "`not` before `or` can mean the first condition or both",
                "it can be read in two ways",
            )
            .with_help(help)
            .with_edits(narrow)
            .with_edits(wide),
        );
        true
    }

    /// What `edits` make of the text at `span`.
    fn preview(&self, span: Span, edits: &[Edit]) -> String {
        let fix = crate::diagnostic::Fix {
            edits: edits
                .iter()
                .map(|edit| Edit {
                    span: Span::new(
                        span.source,
                        edit.span.start - span.start,
                        edit.span.end - span.start,
                    ),
                    text: edit.text.clone(),
                })
                .collect(),
        };
        super::name::single_blanks(&fix.apply(span.source, self.raw(span)))
    }
}

/// Parentheses around a place.
fn brackets(span: Span) -> Vec<Edit> {
    vec![
        Edit {
            span: span.at_start(),
            text: "(".to_owned(),
        },
        Edit {
            span: span.at_end(),
            text: ")".to_owned(),
        },
    ]
}

/// Parentheses around each run of terms that `inner` joins.
fn bracket_runs(terms: &[Term], words: &[ListWord], inner: ListWord) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut run: Option<Span> = None;
    for (at, term) in terms.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        run = match run {
            Some(span) if before == Some(&inner) => Some(span.to(term.span)),
            _ => Some(term.span),
        };
        let ends = words.get(at) != Some(&inner);
        if ends && before == Some(&inner) {
            edits.extend(run.map(brackets).unwrap_or_default());
        }
    }
    edits
}
