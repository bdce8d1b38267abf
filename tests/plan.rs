//! What a plan must never get wrong, each as a small document: protocol, patient, what is read there.

#![allow(clippy::expect_used, reason = "a helper of tests fails as a test does")]

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
    says(&plan, "Redness. Call the clinic immediately.");
    says(&plan, "ONLY IF spreading redness.");
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

#[test]
fn what_is_avoided_before_the_next_session_stands_among_the_days_lines() {
    let protocol = "sessions 3 every 4 weeks\navoid retinoids for 1 week before";
    let patient = "treated = 2026-06-01\nsessions = []";
    let plan = plan(protocol, patient, 24);
    says(&plan, "ON THIS DAY, Wed 24 Jun 2026 Avoid: - Retinoids.");
}

#[test]
fn a_restriction_after_something_without_a_date_is_open() {
    let plan = plan(
        "avoid makeup for 1 week after waxing",
        "treated = 2026-06-01",
        2,
    );
    says(&plan, "NOT FINAL");
    is_silent_about(&plan, "READY");
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

#[test]
fn bedtime_is_not_asked_for() {
    let plan = plan(
        "apply ice pack every hour until bedtime\navoid makeup until healed",
        "treated = 2026-06-01T10:30",
        1,
    );
    says(&plan, "healed: a line waits for it: add its date.");
    is_silent_about(&plan, "bedtime: a line waits");
}
