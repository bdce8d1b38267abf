//! The changes that are tried in the text of a protocol.

use super::Suite;
use super::mutate::Change;
use crate::check::{self as checked, Anchor, Atom, Point, Protocol, Rule};
use crate::number::Number;
use crate::span::{SourceId, Span, Spanned};
use crate::syntax::tree::{Clause, Condition, Head, Item, Sentence, Statement};
use crate::syntax::{Part, PartKind, Protected, Typed};
use crate::vocabulary::{FactKind, fold};

/// Comparisons, and what turns each round. A longer one stands before its own beginning.
const TURNED: &[(&str, &str)] = &[
    (" at least ", " under "),
    (" at most ", " over "),
    (" under ", " at least "),
    (" over ", " at most "),
    (" >= ", " < "),
    (" <= ", " > "),
    (" != ", " = "),
    (" > ", " <= "),
    (" < ", " >= "),
    (" = ", " != "),
];

/// All changes of a suite's protocol, from top to bottom.
pub(super) fn changes(suite: &Suite, protocol: &Protocol) -> Vec<Change> {
    // Of a variant what its own file says is changed, and nothing that it takes over.
    let Some(source) = suite.own.items.first().map(|item| item.span.source) else {
        return Vec::new();
    };
    let text = suite.text.as_str();
    let mut finder = Finder {
        source,
        protocol,
        text,
        found: Vec::new(),
    };
    let names = Protected::new(&suite.protected);
    let parts = Typed::new(text, Some(&names)).parts();
    for item in &suite.own.items {
        match &item.node {
            Item::Statement(statement) => {
                finder.numbers(&parts, item.span);
                finder.statement(statement);
            }
            Item::Replace(sentence) => {
                finder.numbers(&parts, sentence.span);
                finder.sentence(&sentence.node);
            }
            _ => {}
        }
    }
    finder
        .found
        .sort_by_key(|one| (one.span.start, one.span.end));
    finder.found
}

struct Finder<'a> {
    source: SourceId,
    protocol: &'a Protocol,
    text: &'a str,
    found: Vec<Change>,
}

impl Finder<'_> {
    fn push(&mut self, span: Span, now: impl Into<String>) {
        let was = self.text.get(span.range()).unwrap_or_default().to_owned();
        let now = now.into();
        if was != now {
            self.found.push(Change { span, was, now });
        }
    }

    /// Each number in a statement, one more and one less, and each value of an ordered fact, the next and the one
    /// before.
    fn numbers(&mut self, parts: &[Part], statement: Span) {
        let inside = |part: &&Part| {
            statement.range().start <= part.range.start && part.range.end <= statement.range().end
        };
        for part in parts.iter().filter(inside) {
            let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            let span = Span::new(
                self.source,
                narrow(part.range.start),
                narrow(part.range.end),
            );
            let text = self.text.get(part.range.clone()).unwrap_or_default();
            let others = match part.kind {
                PartKind::Number => next_to(text),
                PartKind::Value => self.values_next_to(text),
                _ => Vec::new(),
            };
            for now in others {
                if !self.is_no_change(span, text, &now) {
                    self.push(span, now);
                }
            }
        }
    }

    /// Whether a number is only how far back somebody looks for what puts the treatment off, in a sentence that puts it
    /// off for as long: `defer until 4 weeks after X last taken if took X within 4 weeks`. To look further back finds
    /// deferrals that have ended, and changes no plan.
    fn is_no_change(&self, span: Span, was: &str, now: &str) -> bool {
        let before = self.text.get(..span.start as usize).unwrap_or_default();
        let further = Number::parse(was).zip(Number::parse(now));
        let further = further.is_some_and(|(was, now)| was < now);
        let mut rules = self.protocol.rules.iter();
        let rule = rules.find(|rule| rule.span.contains(span));
        further && before.ends_with("within ") && rule.is_some_and(looks_as_far_as_it_lasts)
    }

    fn values_next_to(&self, text: &str) -> Vec<String> {
        let mut facts = self.protocol.vocabulary.facts();
        let beside = facts.find_map(|(_, fact)| match &fact.kind {
            FactKind::Ordered(options) => {
                let at = options
                    .iter()
                    .position(|option| fold(option) == fold(text))?;
                let before = at.checked_sub(1).and_then(|at| options.get(at));
                Some(
                    before
                        .into_iter()
                        .chain(options.get(at + 1))
                        .cloned()
                        .collect(),
                )
            }
            _ => None,
        });
        beside.unwrap_or_default()
    }

    fn statement(&mut self, statement: &Statement) {
        match statement {
            Statement::Sentence(sentence) => self.sentence(sentence),
            Statement::Section { body, .. } => self.body(body),
            Statement::When {
                condition,
                body,
                otherwise,
            } => {
                self.condition(condition);
                self.body(body);
                self.body(otherwise.as_deref().unwrap_or_default());
            }
        }
    }

    fn body(&mut self, body: &[Spanned<Statement>]) {
        for one in body {
            self.statement(&one.node);
        }
    }

    fn sentence(&mut self, sentence: &Sentence) {
        for clause in &sentence.clauses {
            match &clause.node {
                Clause::If(condition) => self.condition(condition),
                Clause::Unless(condition) => {
                    self.comparisons(condition.span);
                    self.push(clause.span, "");
                }
                _ => {}
            }
        }
        if let Head::Steps { items, .. } = &sentence.head.node {
            for item in items {
                self.sentence(&item.sentence.node);
            }
        }
    }

    /// A condition turned round, and each comparison in it.
    fn condition(&mut self, condition: &Spanned<Condition>) {
        self.comparisons(condition.span);
        let text = self.text.get(condition.span.range()).unwrap_or_default();
        self.push(condition.span, format!("not ({text})"));
    }

    fn comparisons(&mut self, condition: Span) {
        let text = self.text.get(condition.range()).unwrap_or_default();
        let mut at = 0;
        let mut quoted = false;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let letter = rest.chars().next().map_or(1, char::len_utf8);
            quoted ^= rest.starts_with('"');
            let turned = TURNED.iter().find(|(words, _)| rest.starts_with(words));
            match turned.filter(|_| !quoted) {
                Some((words, other)) => {
                    let start = condition.start + u32::try_from(at).unwrap_or(0);
                    let end = start + u32::try_from(words.len()).unwrap_or(0);
                    let span = Span::new(self.source, start + 1, end - 1);
                    self.push(span, other.trim());
                    at += words.len() - 1;
                }
                None => at += letter,
            }
        }
    }
}

fn looks_as_far_as_it_lasts(rule: &Rule) -> bool {
    let checked::Head::Defer {
        until:
            Some(Point::Offset {
                distance: Some((lasts, None)),
                before: false,
                anchor,
            }),
        ..
    } = &rule.head
    else {
        return false;
    };
    match (&rule.condition, anchor) {
        (checked::Condition::Atom(Atom::Took { thing, within }), Anchor::LastTaken(other))
        | (checked::Condition::Atom(Atom::Had { thing, within }), Anchor::Procedure(other)) => {
            thing == other && within == lasts
        }
        _ => false,
    }
}

/// A number's neighbours: one more and one less, none below zero; nothing of a unit, a date or a word.
fn next_to(text: &str) -> Vec<String> {
    let Some(number) = Number::parse(text).filter(|_| {
        text.bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
    }) else {
        return text
            .strip_prefix('-')
            .and_then(|text| text.parse::<u32>().ok())
            .map_or_else(Vec::new, |days| {
                vec![
                    format!("-{}", days + 1),
                    format!("-{}", days.saturating_sub(1)),
                ]
            });
    };
    let one = Number::whole(1).as_thousandths();
    let beside = [number.as_thousandths() + one, number.as_thousandths() - one];
    let plain = beside.into_iter().filter(|other| *other >= 0);
    plain
        .map(|other| Number::thousandths(other).to_string())
        .collect()
}
