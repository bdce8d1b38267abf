//! What a plan must never get wrong, each as a small document: protocol, patient, what is read there.

#![allow(clippy::expect_used, reason = "a helper of tests fails as a test does")]

mod held;
mod over;
mod several;
mod times;

use aftercare_dsl::check::{Bundled, CheckOptions, check};
use aftercare_dsl::render::{TextOptions, text};
use aftercare_dsl::source::Sources;
use aftercare_dsl::{eval, profile};
use chrono::NaiveDate;

/// The plan in words, asked about a day of June 2026, on one line.
fn plan(protocol: &str, patient: &str, day: u32) -> String {
    let mut sources = Sources::new();
    let protocol = format!("import skin-care\n{protocol}\n");
    let options = CheckOptions::default();
    let checked = check(&mut sources, &Bundled, "test.rules", &protocol, &options);
    let protocol = checked.protocol.expect("the protocol checks clean");
    let source = sources.add("patient.toml", patient);
    let (profile, mistakes) = profile::read(source, "patient.toml", patient, &protocol.vocabulary);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    let on = NaiveDate::from_ymd_opt(2026, 6, day).map(aftercare_dsl::plan::Moment::day);
    let plan = eval::evaluate(&protocol, &profile, on).expect("a plan");
    let words = text(&plan, &TextOptions::default());
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn says(plan: &str, words: &str) {
    assert!(plan.contains(words), "{words:?} is not in: {plan}");
}

#[track_caller]
fn is_silent_about(plan: &str, words: &str) {
    assert!(!plan.contains(words), "{words:?} is in: {plan}");
}

#[test]
fn a_red_flag_stays_on_the_sheet_though_nothing_is_reported_today() {
    let plan = plan(
        "report redness to clinic immediately if redness spreading",
        "treated = 2026-06-01\nsymptoms = \"none\"",
        1,
    );
    says(&plan, "Redness. ONLY IF spreading redness.");
    says(&plan, "Call the clinic immediately.");
}

#[test]
fn a_red_flag_names_what_was_reported_and_nothing_else() {
    let plan = plan(
        "report pus, fever to clinic immediately",
        "treated = 2026-06-01\n[symptoms]\nfever = 2026-06-02",
        3,
    );
    says(&plan, "Reported: fever.");
    is_silent_about(&plan, "Reported: pus");
}

#[test]
fn a_reported_symptom_that_nothing_names_is_not_passed_over() {
    let plan = plan(
        "avoid makeup for 2 days",
        "treated = 2026-06-01\n[symptoms]\npus = 2026-06-02",
        3,
    );
    says(&plan, "CALL THE CLINIC");
    says(
        &plan,
        "pus: reported, and the protocol says nothing about it",
    );
    is_silent_about(&plan, "READY");
}

#[test]
fn what_is_dated_before_the_treatment_is_not_left_out_in_silence() {
    let plan = |dates: &str| {
        plan(
            "avoid makeup until healed\nreport fever to clinic",
            &format!("treated = 2026-06-01\n{dates}"),
            3,
        )
    };
    let early = plan("[events]\nhealed = 2026-05-20\n[symptoms]\nfever = 2026-05-30");
    says(
        &early,
        "Healed is dated Wed 20 May 2026, before this treatment",
    );
    says(
        &early,
        "Fever is dated Sat 30 May 2026, before this treatment",
    );
    let now = plan("[events]\nhealed = 2026-06-01\n[symptoms]\nfever = 2026-06-02");
    is_silent_about(&now, "before this treatment");
}

#[test]
fn a_medicine_that_may_be_prescribed_is_not_to_be_stopped() {
    let plan = plan(
        "avoid anticoagulants for 7 days",
        "treated = 2026-06-01\n[facts]\nmedications = [\"warfarin\"]",
        2,
    );
    says(&plan, "unless prescribed to you");
    says(&plan, "do not stop it: ask your prescriber first");
    is_silent_about(&plan, "Keep to it until that is known");
}

#[test]
fn a_prescribed_medicine_is_named_as_one_to_go_on_with() {
    let plan = plan(
        "avoid aspirin for 7 days",
        "treated = 2026-06-01\n[facts]\nmedications = [{ name = \"aspirin\", prescribed = true }]",
        2,
    );
    says(&plan, "Do not stop aspirin. Ask your prescriber.");
    says(&plan, "Ask the prescriber about aspirin");
    is_silent_about(&plan, "Avoid:");
}

/// With thresholds at 18 and at 65, an unknown age may lie below, at, between and above them.
#[test]
fn an_unknown_number_may_lie_beyond_every_threshold() {
    let plan = plan(
        "avoid sauna for 7 days if age over 65\navoid waxing for 7 days if age under 18",
        "treated = 2026-06-01",
        2,
    );
    says(&plan, "Sauna");
    says(&plan, "Waxing");
    says(&plan, "How old is the patient?");
}

/// LANGUAGE.md 3.6: `expect` is shown with its "if", and never open.
#[test]
fn what_to_expect_is_shown_with_its_if() {
    let state = |sentence: &str, facts: &str| {
        let patient = format!("treated = 2026-06-01\n{facts}");
        let protocol = format!("import skin-care\n{sentence}\n");
        let plan = crate::support::plan_json(&protocol, &patient, Some("2026-06-06"));
        plan.pointer("/expectations/0/state").cloned()
    };
    let says = |state: &str| Some(state.into());
    assert_eq!(state("expect redness for 3 days", ""), says("settled"));
    let pregnant = "expect redness for 3 days if pregnant";
    assert_eq!(state(pregnant, ""), says("conditional"));
    assert_eq!(state(pregnant, "[facts]\npregnant = true"), says("settled"));
    let healed = "expect redness for 10 days if healed";
    assert_eq!(state(healed, ""), says("conditional"));
    assert_eq!(
        state(healed, "[events]\nhealed = 2026-06-05"),
        says("settled")
    );
}

/// LANGUAGE.md 3.6: unknown is never fine; which session this is, is not known until it is said.
#[test]
fn a_deferral_after_a_session_that_may_not_have_been_is_open() {
    for session in ["previous session", "first session"] {
        let protocol = format!("defer until 4 weeks after {session}");
        let open = plan(&protocol, "treated = 2026-06-01", 1);
        says(&open, "NOT FINAL");
        says(
            &open,
            "MAY NOT APPLY TO YOU: see question 1. It holds if this is not session 1.",
        );
        says(&open, "1. When were the earlier sessions of this course?");
        let first = plan(&protocol, "treated = 2026-06-01\nsessions = []", 1);
        says(&first, "READY");
        is_silent_about(&first, "Wait with the treatment");
        let early = plan(
            &protocol,
            "treated = 2026-06-01\nsessions = [2026-05-20]",
            1,
        );
        says(&early, "NOT YET");
        let late = plan(
            &protocol,
            "treated = 2026-06-01\nsessions = [2026-04-20]",
            1,
        );
        says(&late, "READY");
    }
}

/// LANGUAGE.md 3.13: every line of a plan says why and on whose word, each step too.
#[test]
fn a_step_keeps_its_own_reason_and_sources() {
    let protocol = "source sheet = \"Our sheet\"\nsource book = \"A book\"\n\
        steps \"soothing\" {\n  use cool compress because \"cold calms\" [sheet]\n  \
        then use moisturiser [book]\n} for 3 days because \"it soothes\" [sheet]";
    let plan = plan(protocol, "treated = 2026-06-01", 1);
    says(
        &plan,
        "1. Use cool compress. Why: cold calms. [1] 2. Use moisturiser. [2]",
    );
    says(&plan, "Why: it soothes. [1]");
    says(&plan, "SOURCES [1] Our sheet [2] A book");
}

#[test]
fn no_number_of_a_patient_lies_below_zero() {
    let question = "QUESTIONS STILL OPEN";
    let about = |test: &str| {
        let protocol =
            format!("fact needle depth: mm\navoid sauna for 7 days if needle depth {test} 0 mm");
        plan(&protocol, "treated = 2026-06-01", 2)
    };
    says(&about("over"), question);
    is_silent_about(&about("at least"), question);
    says(&about("at least"), "Sauna");
}

#[test]
fn no_clause_is_lost_on_the_way_to_the_page() {
    let protocol = "aftercare for 2 weeks\n\
                    expect redness on face while outdoors for 3 days\n\
                    note \"results build slowly\" while outdoors\n\
                    prepare \"come without makeup\" for 1 day before";
    let plan = plan(protocol, "treated = 2026-06-01", 1);
    says(&plan, "Redness on face");
    assert_eq!(plan.matches("While outdoors").count(), 2, "{plan}");
    says(&plan, "For 1 day before");
}

#[test]
fn an_answer_line_pasted_unchanged_is_refused() {
    let mut sources = Sources::new();
    let text = "import skin-care\nrefuse if pregnant or age under 18 or skin type in IV..VI\n";
    let checked = check(
        &mut sources,
        &Bundled,
        "test.rules",
        text,
        &CheckOptions::default(),
    );
    let protocol = checked.protocol.expect("the protocol checks clean");
    let empty = profile::read(sources.add("p", ""), "p.toml", "", &protocol.vocabulary).0;
    let plan = eval::evaluate(&protocol, &empty, None).expect("a plan");
    assert_eq!(plan.questions.len(), 3);
    for question in &plan.questions {
        let pasted = format!("[facts]\n{}\n", question.answer_with);
        let source = sources.add("p", pasted.clone());
        let (_, mistakes) = profile::read(source, "p.toml", &pasted, &protocol.vocabulary);
        assert!(!mistakes.is_empty(), "{pasted}");
    }
}

#[test]
fn a_brand_is_named_with_what_is_in_it() {
    let plan = plan(
        "avoid retinoids for 7 days\navoid anticoagulants for 7 days",
        "treated = 2026-06-01\nproducts = [\"Differin\", { name = \"Mist\", class = \"toner\" }]\n\
         [facts]\nmedications = [\"Eliquis\"]",
        2,
    );
    says(&plan, "This covers your own Differin (adapalene gel).");
    says(&plan, "This covers your own Eliquis (apixaban).");
    says(&plan, "Is Eliquis (apixaban) prescribed to the patient?");
    says(&plan, "Eliquis (apixaban): avoid");
    says(&plan, "Mist: not covered");
    is_silent_about(&plan, "apixaban, ");
}

/// LANGUAGE.md 3.9: what only a condition reads is spoken of, though nothing is said about it.
#[test]
fn a_thing_that_a_condition_reads_is_told_from_one_that_nothing_names() {
    let sentence = "avoid sauna for 2 days if taking warfarin";
    let (protocol, patient) = crate::support::read(
        &format!("import skin-care\n{sentence}\n"),
        "treated = 2026-06-01",
    )
    .expect("it checks clean");
    let case = eval::Case::new(&protocol, &patient);
    let plan = case.plan().expect("a plan");
    let mentioned = |name: &str| {
        let question = Sources::new().add("question", name);
        let asked = case.thing(question, name).expect("it is known");
        let reply = plan.ask(&case, &asked).expect("an answer");
        reply.answers.iter().any(|answer| answer.thing.mentioned)
    };
    assert!(mentioned("warfarin"));
    assert!(mentioned("sauna"));
    assert!(!mentioned("aspirin"));
}

#[test]
fn how_often_in_words_and_how_are_printed() {
    let plan = plan(
        "aftercare for 2 weeks\napply a thin layer of healing ointment at all times\n\
         take paracetamol as instructed by the label as often as needed",
        "treated = 2026-06-01T10:00",
        1,
    );
    says(
        &plan,
        "Apply healing ointment in a thin layer at all times.",
    );
    says(&plan, "Take paracetamol as directed by label as needed.");
}
