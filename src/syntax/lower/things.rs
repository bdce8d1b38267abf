//! Lists of things.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::tree::{ListWord, Qualifier, Thing, Things};

/// How two things of a list are joined.
#[derive(Clone, Copy)]
pub(super) struct Join {
    pub span: Span,
    pub comma: bool,
    pub word: Option<ListWord>,
}

/// A list and its joins, which the tree does not hold.
pub(super) struct Listed {
    pub things: Things,
    pub joins: Vec<Join>,
    pub span: Span,
}

/// Where a list stands, and where one of its several things has attributes.
#[derive(Clone, Copy)]
pub(super) struct Outline {
    pub span: Span,
    pub first: Option<Span>,
    pub last_join: Option<Span>,
    /// The name of the thing that has attributes, and the place of those.
    pub marked: Option<(Span, Span)>,
}

impl Listed {
    pub(super) fn outline(&self) -> Outline {
        let things = &self.things.things;
        let marked = things.iter().find_map(|thing| {
            let first = thing.node.attributes.first()?;
            let name = thing.node.name.span;
            Some((name, name.at_end().to(first.span)))
        });
        Outline {
            span: self.span,
            first: things.first().map(|thing| thing.span),
            last_join: self.joins.last().map(|join| join.span),
            marked: marked.filter(|_| things.len() > 1),
        }
    }
}

impl Lower<'_> {
    /// `retinoids, acids and exfoliants, including scrubs`
    pub(super) fn things(&mut self, pair: Pair<'_, Rule>) -> Things {
        let listed = self.listed(pair);
        self.several_with(listed.outline(), None);
        listed.things
    }

    /// The same, with the joins.
    pub(super) fn listed(&mut self, pair: Pair<'_, Rule>) -> Listed {
        let span = self.span(&pair);
        let mut parts = Cursor::into(pair);
        // Most lists are of one, and the tree keeps what room they are given.
        let mut things = Vec::with_capacity(1);
        let mut including = Vec::new();
        let mut joins = Vec::new();
        while let Some(part) = parts.next() {
            match part.as_rule() {
                Rule::thing => things.push(self.thing(part)),
                Rule::join => joins.push(self.join(&part)),
                _ => including = self.including(part),
            }
        }
        let word = self.list_word(&joins, &things);
        let things = Things {
            word,
            things,
            including,
        };
        Listed {
            things,
            joins,
            span,
        }
    }

    fn including(&mut self, pair: Pair<'_, Rule>) -> Vec<Spanned<Thing>> {
        let mut things = Vec::new();
        let mut joins = Vec::new();
        for part in pair.into_inner() {
            if part.as_rule() == Rule::thing {
                things.push(self.thing(part));
            } else {
                joins.push(self.join(&part));
            }
        }
        self.list_word(&joins, &things);
        things
    }

    fn thing(&mut self, pair: Pair<'_, Rule>) -> Spanned<Thing> {
        let span = self.span(&pair);
        let mut parts = Cursor::into(pair);
        let (name, first) = match parts.accept(Rule::not_yet) {
            Some(not_yet) => self.not_yet(not_yet, None),
            None => {
                let name = self.name(&parts.presume(Rule::name));
                match (
                    parts.accept(Rule::thing_qualifier),
                    parts.accept(Rule::not_yet),
                ) {
                    (Some(qualifier), _) => (name, self.qualifier(qualifier)),
                    (_, Some(not_yet)) => self.not_yet(not_yet, Some(name)),
                    _ => (name, None),
                }
            }
        };
        let mut qualifiers: Vec<Spanned<Qualifier>> = first.into_iter().collect();
        while let Some(further) = parts.accept(Rule::thing_qualifier) {
            if let Some(further) = self.qualifier(further)
                && self.is_another(&qualifiers, &further)
            {
                qualifiers.push(further);
            }
        }
        let attributes = match parts.accept(Rule::attributes) {
            Some(attributes) => self.attributes(attributes),
            None => Vec::new(),
        };
        parts.end();
        let thing = Thing {
            name,
            attributes,
            qualifiers,
        };
        Spanned::new(thing, span)
    }

    /// `fever above 38 C at least 39 C`: refused, whether the second says something else than the first.
    fn is_another(&mut self, before: &[Spanned<Qualifier>], second: &Spanned<Qualifier>) -> bool {
        let kind = |one: &Spanned<Qualifier>| std::mem::discriminant(&one.node);
        let Some(first) = before.iter().find(|first| kind(first) == kind(second)) else {
            return true;
        };
        let known = self.quote(first.span);
        let raw = self.quote(second.span);
        let gone = self.with_blank_before(second.span);
        self.refuse(
            Diagnostic::new(
                Code::ClauseTwice,
                second.span,
                format!("`{raw}` says again what `{known}` says"),
                "the second one",
            )
            .with_label(first.span, "the first one")
            .with_help("keep one of them, or write two sentences")
            .with_fix(gone, ""),
        );
        false
    }

    pub(super) fn join(&self, pair: &Pair<'_, Rule>) -> Join {
        let text = pair.as_str();
        let word = text.trim().trim_start_matches(',').trim_start();
        Join {
            span: self.span(pair),
            comma: text.trim_start().starts_with(','),
            word: match word {
                "and" => Some(ListWord::And),
                "or" | "and/or" => Some(ListWord::Or),
                _ => None,
            },
        }
    }

    /// `report redness and fever or pus`: each sign counts alone, so that what is meant together is one sign.
    pub(super) fn mixed_signs(&mut self, list: Span) {
        let mixed = |one: &&mut Diagnostic| {
            one.code == Code::MixedAndOr && one.span().is_some_and(|span| list.contains(span))
        };
        if let Some(mixed) = self.diagnostics.iter_mut().find(mixed) {
            mixed.help = Some(
                "join the list by `or`, and each sign is enough; two that must come together are one sign, in quotes, as in \
                 `\"redness with fever\"`"
                    .to_owned(),
            );
        }
    }

    /// The word that joins a list; `and` with `or` is refused, and a comma before the word where
    /// there are but two things.
    pub(super) fn list_word<T>(&mut self, joins: &[Join], things: &[Spanned<T>]) -> ListWord {
        let words: Vec<ListWord> = joins.iter().filter_map(|join| join.word).collect();
        let word = words.first().copied().unwrap_or(ListWord::And);
        if words.iter().any(|other| *other != word) {
            let span = match (things.first(), things.last()) {
                (Some(first), Some(last)) => first.span.to(last.span),
                _ => return word,
            };
            let mut diagnostic = Diagnostic::new(
                Code::MixedAndOr,
                span,
                "`and` and `or` stand in one list",
                "this list can be read in two ways",
            )
            .with_help("join the list by one of them, or split the sentence");
            for one in ["and", "or"] {
                diagnostic = diagnostic.with_edits(
                    joins
                        .iter()
                        .filter(|join| join.word.is_some())
                        .map(|join| crate::diagnostic::Edit {
                            span: join.span,
                            text: if join.comma {
                                format!(", {one} ")
                            } else {
                                format!(" {one} ")
                            },
                        })
                        .collect(),
                );
            }
            self.refuse(diagnostic);
        } else if let [
            Join {
                span,
                comma: true,
                word: Some(word),
            },
        ] = joins
        {
            let word = match word {
                ListWord::And => "and",
                ListWord::Or => "or",
            };
            self.refuse(
                Diagnostic::new(
                    Code::CommaBeforeAnd,
                    *span,
                    format!("a comma stands before `{word}` in a list of two"),
                    "a third thing may have been lost here",
                )
                .with_help("delete the comma, or add what is missing")
                .with_fix(*span, format!(" {word} ")),
            );
        }
        word
    }
}
