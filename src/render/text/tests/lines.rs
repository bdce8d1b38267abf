//! What the lines say, and in which order.

use crate::plan::{
    Answer, BeforeTreatment, BeforeVerb, Directive, Moment, Plan, State, Status, ThingAnswer, Verb,
};
use crate::render::sample::{
    avoid, before, contact, directive, empty, full, june, rule, texts, thing, window,
};

use super::{one, page, shows};

#[test]
fn marks_are_words_and_name_their_question() {
    let page = page(&full());
    shows(
        &page,
        "- Direct sun. MAY NOT APPLY TO YOU: see question 2. It holds if skin type in IV to VI. Keep to it until that is known.",
    );
    shows(
        &page,
        "- Drink water or herbal tea, 2 litres. NOT YET: see question 1; the clinic has to find out: allergies. It holds only if not pregnant.",
    );
    shows(
        &page,
        "Only if it happens: - Use cold compress. ONLY IF itching.",
    );
    shows(&page, "1. Is the patient pregnant? Answer with yes or no.");
    shows(
        &page,
        "with the true answers: pregnant = \"no\" \"skin type\" = \"IV\"",
    );
}

#[test]
fn a_red_flag_stands_before_all() {
    let page = page(&contact(full()));
    assert!(page.starts_with("CALL THE CLINIC NOW.\n"), "{page}");
    shows(
        &page,
        "- Reported: fever above 38 C. Call the clinic within 2 hours. If you cannot reach them, call emergency services. Not known: how high the fever is. Call all the same.",
    );
}

#[test]
fn a_refusal_says_why_near_the_top() {
    let page = page(&Plan {
        status: Status::Refuse,
        status_reasons: texts(&["pregnant: there are no data on safety"]),
        before_treatment: vec![BeforeTreatment {
            deferred_until: Some(june(30)),
            until: Some("6 months after isotretinoin last taken".into()),
            ..before(BeforeVerb::Defer, None)
        }],
        ..empty()
    });
    shows(
        &page,
        "DO NOT TREAT: the protocol refuses this treatment. - pregnant: there are no data on safety.",
    );
    shows(
        &page,
        "- Wait with the treatment until 6 months after isotretinoin last taken; treat on Tue 30 Jun 2026 at the earliest.",
    );
}

#[test]
fn the_draft_is_named_near_the_top_and_among_the_warnings() {
    let page = page(&full());
    assert!(
        page.lines()
            .take(8)
            .any(|line| line.starts_with("DRAFT: no clinician")),
        "{page}"
    );
    shows(
        &page,
        "ABOUT THIS PLAN - No clinician has approved this protocol yet. microneedling.rules:7",
    );
}

#[test]
fn duties_say_what_holds_them_back() {
    let page = page(&full());
    shows(
        &page,
        "Held back while this holds: sentence of line 9 (microneedling.rules:9).",
    );
    shows(
        &page,
        "NEVER IN FORCE - Does not hold: use tretinoin. Nothing is left of it, because of: sentence of line 12",
    );
}

#[test]
fn a_duty_that_several_rules_hold_back_says_so_once() {
    let line = Directive {
        held_back_by: vec![rule(9), rule(10)],
        ..directive(Verb::Do, "use", &["sunscreen"], vec![window(1, 7)])
    };
    shows(
        &one(line),
        "Held back while any of these holds: sentence of line 9 (microneedling.rules:9); \
         sentence of line 10 (microneedling.rules:10).",
    );
}

#[test]
fn medicines_are_never_to_be_stopped() {
    shows(
        &page(&full()),
        "MEDICINES PRESCRIBED TO YOU - Do not stop aspirin. Ask your prescriber.",
    );
    let line = Directive {
        unless_prescribed: true,
        ..avoid(&["aspirin"], vec![window(1, 7)])
    };
    shows(&one(line), "- Aspirin, unless prescribed to you.");
}

#[test]
fn each_thing_is_free_once() {
    let page = page(&full());
    shows(&page, "- Since Wed 3 Jun 2026: foundation.");
    shows(
        &page,
        "- From Mon 8 Jun 2026: Differin, tretinoin. Again restricted from Fri 26 Jun, before the next session.",
    );
    shows(
        &page,
        "- From Mon 15 Jun 2026: direct sun. May come sooner: see questions 1 and 2.",
    );
    shows(&page, "- Once healed (no date yet): swimming.");
    let before = Plan {
        on: Some(Moment::day(june(1))),
        ..full()
    };
    shows(
        &super::page(&before),
        "- Restricted until 10:30 on Tue 2 Jun 2026; first whole free day Wed 3 Jun: foundation.",
    );
}

#[test]
fn own_products_are_answered_for_the_day() {
    let page = page(&full());
    shows(&page, "- Differin: avoid");
    shows(
        &page,
        "- Gran's balm: not covered; this protocol says nothing about it",
    );
    let unsure = ThingAnswer {
        own: true,
        state: State::Provisional,
        if_: Some("skin type in IV..VI".into()),
        rules: Vec::new(),
        ..thing("Corner Shop SPF", Answer::Avoid)
    };
    let page = super::page(&Plan {
        on: Some(Moment::day(june(4))),
        things: vec![unsure],
        ..empty()
    });
    shows(&page, "THIS HANGS ON skin type in IV to VI.");
}

#[test]
fn a_medicine_that_may_be_prescribed_is_never_read_as_one_to_stop() {
    let medicine = ThingAnswer {
        own: true,
        called: Some("Eliquis (apixaban)".into()),
        kind: "medicine".into(),
        state: State::Provisional,
        if_: Some("whether Eliquis (apixaban) is prescribed".into()),
        rules: Vec::new(),
        ..thing("apixaban", Answer::Avoid)
    };
    shows(
        &answers(vec![medicine]),
        "- Eliquis (apixaban): avoid \
         THIS HANGS ON whether Eliquis (apixaban) is prescribed. \
         If you take it already, do not stop it: ask your prescriber first.",
    );
}

#[test]
fn a_restricted_thing_without_a_free_day_is_named_as_such() {
    let open = ThingAnswer {
        state: State::Provisional,
        rules: Vec::new(),
        ..thing("lactic acid", Answer::Avoid)
    };
    let page = answers(vec![thing("washing", Answer::Avoid), open]);
    shows(&page, "- No free day is given for: washing.");
    shows(
        &page,
        "- No free day can be given while this is open: lactic acid.",
    );
}

#[test]
fn a_member_goes_without_saying_beside_its_class_and_many_things_are_counted() {
    let gel = ThingAnswer {
        classes: texts(&["retinoids"]),
        ..free("adapalene gel")
    };
    let page = answers(vec![free("retinoids"), gel.clone()]);
    shows(&page, "- From Mon 8 Jun 2026: retinoids.");
    let page = answers(vec![gel, free("scrubs")]);
    shows(&page, "- From Mon 8 Jun 2026: adapalene gel, scrubs.");
    let mut many: Vec<ThingAnswer> = (1..=20).map(|n| free(&format!("oil {n}"))).collect();
    many.push(ThingAnswer {
        own: true,
        ..free("Gran's balm")
    });
    shows(
        &answers(many),
        "- From Mon 8 Jun 2026: Gran's balm, oil 1, oil 2, oil 3, oil 4, oil 5, oil 6, oil 7 and \
         13 more (`aftercare-dsl ask` answers about each).",
    );
}

/// What is to be avoided until the end of 7 June.
fn free(name: &str) -> ThingAnswer {
    ThingAnswer {
        free_from: Some(june(8)),
        ..thing(name, Answer::Avoid)
    }
}

/// The page of a plan about 4 June with these answers.
fn answers(things: Vec<ThingAnswer>) -> String {
    page(&Plan {
        on: Some(Moment::day(june(4))),
        things,
        ..empty()
    })
}

#[test]
fn sources_are_numbered_in_lines_and_at_the_end() {
    let page = page(&full());
    shows(
        &page,
        "Why: they irritate healing skin. [1] [2] microneedling.rules:12",
    );
    shows(&page, "[2] AAD, Chemical peels: FAQs <https://www.aad.org/");
    assert!(
        page.trim_end().ends_with("replaces no clinician."),
        "{page}"
    );
}

#[test]
fn courses_that_may_apply_stand_side_by_side() {
    let mut plan = full();
    let course = plan.treatments[0].sessions.as_mut().unwrap();
    course.candidates[0].state = State::Waiting;
    course.candidates[0].asks = texts(&["skin type"]);
    course.candidates[0].if_ = Some("skin type is IV".into());
    course.candidates.push(course.candidates[0].clone());
    let page = page(&plan);
    shows(&page, "We do not know yet which of these courses is yours:");
    shows(
        &page,
        "ONLY IF skin type is IV. THIS DEPENDS ON AN ANSWER: see question 2.",
    );
    shows(&page, "Book the next session not before Mon 29 Jun 2026.");
}
