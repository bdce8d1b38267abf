//! Questions and possible answers, in words.

use aftercare_dsl::check::{Ask, Protocol};
use aftercare_dsl::render::{all_of, any_of};
use aftercare_dsl::syntax::tree::Kind;
use aftercare_dsl::vocabulary::{Fact, FactKind, ThingId, Vocabulary};

/// The name, the question and the possible answers.
pub fn words(ask: Ask, protocol: &Protocol) -> (String, String, String) {
    let vocabulary = &protocol.vocabulary;
    let described = |thing: ThingId| {
        let thing = vocabulary.thing(thing);
        let said = thing.description.as_ref().unwrap_or(&thing.name);
        (thing.name.to_string(), said.to_string())
    };
    match ask {
        Ask::Fact(id) => {
            let fact = vocabulary.fact(id);
            let question = fact.ask.clone();
            let question = question.unwrap_or_else(|| format!("What is known of: {}?", fact.name));
            (fact.name.clone(), question, of_fact(fact, vocabulary))
        }
        Ask::Prescribed(thing) => {
            let (name, _) = described(thing);
            let question = vocabulary.asks_prescribed(thing, &name);
            (
                format!("prescribed {name}"),
                question,
                "yes or no".to_owned(),
            )
        }
        Ask::History(thing) => {
            let (name, said) = described(thing);
            (
                name,
                format!("When was the patient's last {said}?"),
                "a date, or never".to_owned(),
            )
        }
        Ask::Event(thing) => {
            let (name, said) = described(thing);
            (
                name,
                format!("Since which day is this so: {said}?"),
                "a date, once it is so".to_owned(),
            )
        }
        Ask::Symptom(thing) => {
            let (name, said) = described(thing);
            let answers = "a date, and how bad it is; or no".to_owned();
            (
                name,
                format!("Since when does the patient report: {said}?"),
                answers,
            )
        }
        Ask::Sessions => (
            "sessions".to_owned(),
            "When were the earlier sessions of this course?".to_owned(),
            "none, or their dates".to_owned(),
        ),
    }
}

/// The possible answers of a fact: `yes or no`, `a number of years`, `I, II or III`
pub fn of_fact(fact: &Fact, vocabulary: &Vocabulary) -> String {
    match &fact.kind {
        FactKind::YesNo => "yes or no".to_owned(),
        FactKind::Number(measure) => measure.answers(),
        FactKind::Ordered(values) | FactKind::OneOf(values) => any_of(values),
        FactKind::AnyOf(values) => format!("none, or any of {}", all_of(values)),
        FactKind::Things(root) if *root == Vocabulary::kind_class(Kind::Medicine) => {
            "none, or names of medicines".to_owned()
        }
        FactKind::Things(root) => format!("none, or names of {}", vocabulary.name(*root)),
    }
}
