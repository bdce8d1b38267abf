//! Sentences of the tree to rules.

mod appointment;
mod at_place;
mod but_not_there;
mod call_of_fact;
mod called_about;
pub(crate) mod calling;
mod clause;
mod course;
mod dose;
mod for_whom;
mod head;
mod headless;
mod how_long;
mod in_one_name;
mod in_spite;
mod joint_signs;
mod last_dose;
mod matter;
mod occasional;
mod of_first;
mod of_one;
mod of_procedure;
mod outside;
mod parts;
mod permitted;
pub(crate) mod persisting;
mod put_off_for;
mod put_off_if;
mod putting;
mod reason_of_which;
mod report;
mod resumed;
mod resumed_how;
mod soon;
mod steps;
mod tending;
mod treated_if;
mod undated;
mod unknown_head;
mod window;

use super::ask::Medicines;
use super::checker::Checker;
use super::condition::{Atom, Condition};
use super::protocol::{Head, Rule};
use super::review::repeated;
use crate::diagnostic::{Code, Diagnostic};
use crate::plan::Location;
use crate::span::{Span, Spanned};
use crate::syntax::tree::{self, Clause, Item, Name, Sentence, Statement};
use crate::vocabulary::{ThingId, fold};

pub(crate) use calling::shared_beginning;
pub(crate) use parts::LEAST;
pub(crate) use window::windows;

/// What stands around a sentence.
#[derive(Clone)]
struct Around {
    /// All `when`s.
    condition: Condition,
    /// A number that is the same for the same `when`s.
    digest: u64,
    /// The titles of the sections, outermost first.
    section: Vec<String>,
}

impl Checker<'_> {
    /// All sentences of these items, one after another.
    fn rules_of(&mut self, items: &[Spanned<Item>]) -> Vec<Rule> {
        let around = Around {
            condition: Condition::truth(),
            digest: 0,
            section: Vec::new(),
        };
        let mut rules = Vec::with_capacity(items.len());
        for item in items {
            match &item.node {
                Item::Statement(statement) => {
                    self.statement(statement, item.span, &around, &mut rules);
                }
                // Alone as it is typed: in a variant it stands where the old sentence stood.
                Item::Replace(one) => self.one_sentence(&one.node, one.span, &around, &mut rules),
                _ => {}
            }
        }
        rules
    }

    fn statement(
        &mut self,
        statement: &Statement,
        span: Span,
        around: &Around,
        rules: &mut Vec<Rule>,
    ) {
        match statement {
            Statement::Sentence(sentence) => self.one_sentence(sentence, span, around, rules),
            Statement::Section { title, body } => {
                let mut inside = around.clone();
                inside.section.push(title.node.clone());
                self.body(body, &inside, rules);
            }
            Statement::When {
                condition,
                body,
                otherwise,
            } => {
                let written = &condition.node;
                let condition = self
                    .condition(condition, &[])
                    .unwrap_or_else(Condition::truth);
                let with = |condition: Condition, negated: bool| Around {
                    condition: around.condition.clone().and(condition),
                    digest: repeated::digest_of(&(around.digest, written, negated)),
                    section: around.section.clone(),
                };
                self.body(body, &with(condition.clone(), false), rules);
                if let Some(otherwise) = otherwise {
                    self.body(otherwise, &with(condition.negate(), true), rules);
                }
            }
        }
    }

    /// A sentence, and the steps of it that are rules of their own.
    fn one_sentence(
        &mut self,
        sentence: &Sentence,
        span: Span,
        around: &Around,
        rules: &mut Vec<Rule>,
    ) {
        self.digests.push(repeated::digest(sentence, around.digest));
        self.accepts(sentence, span);
        let rule = self.sentence(sentence, span, around);
        let own = rule
            .as_ref()
            .map(|rule| self.rules_of_steps(sentence, rule));
        rules.extend(rule.into_iter().chain(own.into_iter().flatten()));
    }

    fn body(&mut self, body: &[Spanned<Statement>], around: &Around, rules: &mut Vec<Rule>) {
        for inner in body {
            self.statement(&inner.node, inner.span, around, rules);
        }
    }

    /// One sentence. None where something in it is wrong; all of it has been looked at then.
    fn sentence(&mut self, sentence: &Sentence, span: Span, around: &Around) -> Option<Rule> {
        if let Some(label) = &sentence.label {
            self.label(label);
        }
        if self.puts_on(sentence)
            || self.puts_off_for(sentence)
            || self.treated_if_taking(sentence, span)
        {
            return None;
        }
        let calls = self.calls(sentence, span, false);
        let appointed = !calls && self.appointment(sentence, span);
        let head = if calls || appointed {
            None
        } else {
            self.head(&sentence.head, span)
        };
        let symptoms = head.as_ref().map(own_symptoms).unwrap_or_default();
        self.medicines = head
            .as_ref()
            .map_or(Medicines::None, |head| self.medicines_of(head));
        let window = self.sentence_window(sentence, head.as_ref(), span);
        let mut details = self.details(sentence, head.as_ref());
        let condition = self.own_condition(sentence, &symptoms, head.is_none());
        if calls {
            self.forget_led(sentence, span);
            self.forget_asked(sentence);
            self.forget_persisting(sentence);
            self.forget_measured(sentence, span);
        } else if appointed {
            self.forget_beside(sentence, span);
        }
        let (head, (window, mut window_text)) = (head?, window?);
        usually(&head, &mut window_text, &mut details);
        let own = condition?;
        self.said_of_which(sentence, &head, &own);
        self.reason_of_which(sentence, span);
        self.used_now_and_then(sentence);
        let condition = around.condition.clone().and(own);
        self.unconditional_refusal(&head, &condition, sentence.head.span, span);
        self.said_in_time(sentence);
        let position = self.sources.position(span);
        Some(Rule {
            span,
            location: Location {
                file: self.sources.name(span).to_owned(),
                line: position.line,
                column: position.column,
            },
            sentence: self.one_line(span),
            label: sentence.label.as_ref().map(|label| label.text.clone()),
            replaces: None,
            treatment: None,
            section: around.section.clone(),
            advised: sentence.should,
            head,
            window,
            window_text,
            condition,
            details: details.shared(),
        })
    }

    /// Looks at what is said of one of several things, or of more than is meant.
    fn said_of_which(&mut self, sentence: &Sentence, head: &Head, own: &Condition) {
        self.of_one_alone(sentence, head, own);
        self.said_of_first(sentence, head);
        self.in_one_name(sentence);
    }

    /// Looks at what a time is of, and what goes with it.
    fn said_in_time(&mut self, sentence: &Sentence) {
        self.day_for_how_soon(sentence);
        self.resumed_if(sentence);
        self.resumed_how(sentence);
        self.minutes_from(sentence);
    }

    fn label(&mut self, label: &Name) {
        let key = fold(&label.text);
        match self.labels.get(&key).copied() {
            None => {
                self.labels.insert(key, label.span);
            }
            Some(first) => self.report(
                Diagnostic::new(
                    Code::DuplicateLabel,
                    label.span,
                    format!("the label `{}` is taken", label.text),
                    "names a second sentence",
                )
                .with_label(first, "names this one")
                .with_help("give each sentence a label of its own, or none"),
            ),
        }
    }

    /// `if` and `unless` of the sentence itself.
    fn own_condition(
        &mut self,
        sentence: &Sentence,
        symptoms: &[ThingId],
        head_failed: bool,
    ) -> Option<Condition> {
        let mut all = Some(Condition::truth());
        for clause in &sentence.clauses {
            let found = match &clause.node {
                Clause::If(condition) | Clause::Unless(condition)
                    if head_failed && is_bare(&condition.node) =>
                {
                    None
                }
                Clause::If(condition) => {
                    let found = self.condition(condition, symptoms);
                    if let Some(found) = &found {
                        self.says_nothing(found, symptoms, condition.span);
                    }
                    found
                }
                Clause::Unless(condition) => {
                    self.condition(condition, symptoms).map(Condition::negate)
                }
                _ => continue,
            };
            all = match (all, found) {
                (Some(all), Some(found)) => Some(all.and(found)),
                _ => None,
            };
        }
        all
    }

    /// `report pain if pain`
    fn says_nothing(&mut self, condition: &Condition, symptoms: &[ThingId], span: Span) {
        let Condition::Atom(Atom::Symptom {
            symptom: asked,
            qualifier: None,
        }) = condition
        else {
            return;
        };
        let of_itself = symptoms
            .iter()
            .all(|own| self.vocabulary.is_under(*own, *asked));
        if symptoms.is_empty() || !of_itself {
            return;
        }
        let name = self.vocabulary.name(*asked).to_owned();
        self.report(
            Diagnostic::new(
                Code::SaysNothing,
                span,
                format!("the sentence is about `{name}`, so that asking for it says nothing"),
                "has a word been lost?",
            )
            .with_help(format!(
                "say how bad it must be, as in `if {name} severe`, or leave the condition out"
            )),
        );
    }

    fn unconditional_refusal(
        &mut self,
        head: &Head,
        condition: &Condition,
        span: Span,
        sentence: Span,
    ) {
        let word = match head {
            Head::Refuse => "refuse",
            Head::Defer { until: None, .. } => "defer",
            _ => return,
        };
        if !condition.is_truth() || self.unread.hold(sentence) {
            return;
        }
        self.report(
            Diagnostic::new(
                Code::RefuseEveryone,
                span,
                format!("`{word}` without a condition holds for every patient"),
                "for everyone",
            )
            .with_help(format!("say when: `{word} if ...`")),
        );
    }
}

/// Whether a condition is a qualifier alone, which speaks of the head's symptoms.
fn is_bare(condition: &tree::Condition) -> bool {
    matches!(
        condition,
        tree::Condition::Atom(tree::Atom::Named { name: None, .. })
    )
}

/// The symptoms that a head names.
fn own_symptoms(head: &Head) -> Vec<ThingId> {
    match head {
        Head::Expect { symptoms, .. } | Head::Report { symptoms, .. } => {
            symptoms.iter().map(|symptom| symptom.thing).collect()
        }
        _ => Vec::new(),
    }
}

/// When what a sentence waits for mostly happens is part of its time; `expect` has a place for it.
fn usually(head: &Head, window_text: &mut Option<String>, details: &mut super::details::Details) {
    if !matches!(head, Head::Expect { .. })
        && details.due.is_none()
        && let (Some(text), Some(usually)) = (window_text, details.typical.take())
    {
        text.push_str(", ");
        text.push_str(&usually);
    }
}
