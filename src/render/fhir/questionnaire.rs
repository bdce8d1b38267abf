//! The open questions, as a form that a clinic's system can show.

use super::Maker;
use super::narrative::lines;
use super::resource::{
    AnswerOption, Day, EnableWhen, Entry, Identifier, Item, Questionnaire, Resource, Said,
};
use crate::plan::Question;
use crate::render::FhirWord;
use crate::syntax::tree::Kind;
use crate::vocabulary::{FactKind, Vocabulary};

/// How the facts of plans are called that no vocabulary declares.
const SESSIONS: &str = "session number";
const PRESCRIBED: &str = "prescribed ";

impl Maker<'_> {
    /// The form; none where nothing is open.
    pub(super) fn questionnaire(self) -> Option<Entry> {
        if self.plan.questions.is_empty() {
            return None;
        }
        let url = self.urn("questions");
        let title = FhirWord::QuestionsTitle.with(&[("names", &self.names())]);
        let title = Said::new(&title);
        let questions = self.plan.questions.iter().zip(1_usize..);
        let item: Vec<Item> = questions
            .map(|(question, number)| self.item(question, number))
            .collect();
        let said: Vec<Said> = item
            .iter()
            .filter_map(|item| {
                let number = item.prefix.as_deref()?;
                Some(Said::new(&format!(
                    "{number}. {}",
                    item.text.as_ref()?.as_str()
                )))
            })
            .collect();
        let form = Questionnaire {
            text: lines(&title, &said),
            identifier: vec![Identifier::uri(url.clone())],
            title,
            status: self.status(),
            subject_type: vec!["Patient"],
            date: Day(self.issue.day),
            item,
        };
        Some(Entry {
            full_url: url,
            resource: Resource::Questionnaire(Box::new(form)),
        })
    }

    /// A question. None is required: what is not answered is not known, which is no answer.
    fn item(self, question: &Question, number: usize) -> Item {
        let answers = question.answers.trim_end_matches('.');
        let text = FhirWord::Question.with(&[("question", &question.text), ("answers", answers)]);
        let vocabulary = self.protocols.first().map(|one| &*one.vocabulary);
        let shape = vocabulary.map_or_else(Item::default, |all| shape(all, &question.fact));
        Item {
            link_id: link_id(&question.fact),
            prefix: Some(number.to_string()),
            text: Some(Said::new(&text)),
            kind: if shape.kind.is_empty() {
                "string"
            } else {
                shape.kind
            },
            ..shape
        }
    }
}

/// The key of a fact as a string that FHIR takes.
fn link_id(fact: &str) -> String {
    Said::new(fact).as_str().to_owned()
}

/// What can be answered to it.
fn shape(vocabulary: &Vocabulary, fact: &str) -> Item {
    if let Some(id) = vocabulary.find_fact(fact) {
        return of_fact(&vocabulary.fact(id).kind);
    }
    let is_symptom = |id| vocabulary.thing(id).kind == Kind::Symptom;
    if fact.starts_with(SESSIONS) {
        return with_day(fact, FhirWord::EarlierSessions, true);
    }
    if fact.starts_with(PRESCRIBED) {
        return Item {
            kind: "boolean",
            ..Item::default()
        };
    }
    if vocabulary.find_thing(fact).is_some_and(is_symptom) {
        return with_day(fact, FhirWord::Since, false);
    }
    Item::default()
}

fn of_fact(kind: &FactKind) -> Item {
    let option = |value: &String| AnswerOption {
        value_string: Said::new(value),
    };
    match kind {
        FactKind::YesNo => Item {
            kind: "boolean",
            ..Item::default()
        },
        FactKind::Number(_) => Item {
            kind: "decimal",
            ..Item::default()
        },
        FactKind::Ordered(values) | FactKind::OneOf(values) => Item {
            kind: "choice",
            answer_option: values.iter().map(option).collect(),
            ..Item::default()
        },
        FactKind::AnyOf(values) => {
            let none = FhirWord::None.text().to_owned();
            let extra = (!values.contains(&none)).then_some(none);
            Item {
                kind: "choice",
                repeats: Some(true),
                answer_option: values.iter().chain(&extra).map(option).collect(),
                ..Item::default()
            }
        }
        FactKind::Things(_) => Item {
            kind: "string",
            repeats: Some(true),
            ..Item::default()
        },
    }
}

/// Yes or no, and where it is so, the day, or the days where there may be `several`.
fn with_day(fact: &str, asked: FhirWord, several: bool) -> Item {
    let day = Item {
        link_id: link_id(&format!("{fact}: days")),
        text: Some(Said::new(asked.text())),
        kind: "date",
        enable_when: vec![EnableWhen {
            question: link_id(fact),
            operator: "=",
            answer_boolean: true,
        }],
        repeats: several.then_some(true),
        ..Item::default()
    };
    Item {
        kind: "boolean",
        item: vec![day],
        ..Item::default()
    }
}
