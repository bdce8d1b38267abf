//! Lines that are no directives.

use crate::plan::{
    Answer, BeforeTreatment, BeforeVerb, Expectation, Note, Phase, Plan, Question, RedFlag,
    SourceNote, State, Status, ThingAnswer, Window,
};

use super::{rule, texts};

/// Fever, to be reported to the clinic.
pub fn fever() -> RedFlag {
    RedFlag {
        items: texts(&["fever above 38 C"]),
        written: texts(&["fever above 38 C"]),
        to: "clinic".into(),
        otherwise: Some("emergency services".into()),
        within: Some("within 2 hours".into()),
        urgency: (2, 120_000),
        reported: false,
        reported_items: Vec::new(),
        depends_on: Vec::new(),
        window_text: None,
        stricter: Vec::new(),
        state: State::Settled,
        asks: Vec::new(),
        if_: None,
        details: Vec::new(),
        because: None,
        sources: Vec::new(),
        rule: rule(50),
    }
}

/// A plan in which fever is reported and its height is not known.
pub fn contact(plan: Plan) -> Plan {
    Plan {
        status: Status::Contact,
        red_flags: vec![RedFlag {
            reported: true,
            reported_items: Vec::new(),
            depends_on: texts(&["how high the fever is"]),
            ..fever()
        }],
        ..plan
    }
}

/// A thing that is free from a date.
pub fn thing(name: &str, answer: Answer) -> ThingAnswer {
    ThingAnswer {
        thing: name.into(),
        called: None,
        kind: "substance".into(),
        own: false,
        classes: Vec::new(),
        answer,
        by: None,
        only: Vec::new(),
        off_only: Vec::new(),
        otherwise: None,
        state: State::Settled,
        if_: None,
        asks: Vec::new(),
        limits: Vec::new(),
        free_from: None,
        free_from_time: None,
        open_until: None,
        again_from: None,
        ask_prescriber: false,
        of_allergy: false,
        narrowed: Vec::new(),
        mentioned: false,
        rules: vec![rule(12)],
    }
}

/// A symptom of the normal course.
pub fn expectation(item: &str, windows: Vec<Window>) -> Expectation {
    Expectation {
        items: texts(&[item]),
        written: texts(&[item]),
        choice: false,
        window_text: None,
        last_day: windows.last().and_then(|window| window.last_day),
        windows,
        place: None,
        phase: Some(Phase::Active),
        state: State::Settled,
        asks: Vec::new(),
        if_: None,
        details: Vec::new(),
        typical_days: Vec::new(),
        because: None,
        sources: Vec::new(),
        rule: rule(45),
    }
}

/// A settled note.
pub fn note(text: &str) -> Note {
    Note {
        text: text.into(),
        window_text: None,
        state: State::Settled,
        asks: Vec::new(),
        if_: None,
        details: Vec::new(),
        because: None,
        sources: Vec::new(),
        rule: rule(70),
    }
}

/// A settled line about whether to treat.
pub fn before(verb: BeforeVerb, text: Option<&str>) -> BeforeTreatment {
    BeforeTreatment {
        verb,
        text: text.map(Into::into),
        until: None,
        deferred_until: None,
        advised: false,
        state: State::Settled,
        asks: Vec::new(),
        facts: Vec::new(),
        if_: None,
        details: Vec::new(),
        because: None,
        sources: Vec::new(),
        rule: rule(30),
    }
}

/// A question that decides one line.
pub fn question(fact: &str, text: &str, answers: &str, answer_with: &str) -> Question {
    Question {
        fact: fact.into(),
        text: text.into(),
        answers: answers.into(),
        answer_with: answer_with.into(),
        decides: vec![rule(30)],
    }
}

/// Two that are open.
pub fn questions() -> Vec<Question> {
    vec![
        question(
            "pregnant",
            "Is the patient pregnant?",
            "yes or no",
            "pregnant = \"no\"",
        ),
        question(
            "skin type",
            "What is the skin type?",
            "I, II, III, IV, V or VI",
            "\"skin type\" = \"IV\"",
        ),
    ]
}

/// Two that lines cite.
pub fn sources() -> Vec<SourceNote> {
    vec![
        SourceNote {
            key: "guide".into(),
            title: "Microneedling: How to Enhance Your Post-Treatment Results".into(),
            url: None,
        },
        SourceNote {
            key: "aad".into(),
            title: "AAD, Chemical peels: FAQs".into(),
            url: Some(
                "https://www.aad.org/public/cosmetic/younger-looking/chemical-peels-faqs".into(),
            ),
        },
    ]
}
