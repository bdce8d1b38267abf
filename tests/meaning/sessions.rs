//! Sections 3.6 and 3.9: what counts from the first session or the one before, while it is not known which
//! session this is.

use serde_json::{Value, json};

use super::{all, answer, plan, thing};

fn of(rules: &str, patient: &str) -> Value {
    plan(rules, patient, 2)
}

/// Which session it is, is not known: there may be one before it, and what is unknown is never fine.
#[test]
fn what_counts_from_the_session_before_is_open_while_that_is_not_known() {
    let rule = "avoid sauna until 6 weeks after previous session";
    let open = of(rule, "");
    assert_eq!(answer(&open, "sauna"), "avoid, provisional");
    assert_eq!(open["status"], "unsettled");
    assert_eq!(of(rule, "sessions = []")["directives"], json!([]));
    let known = of(rule, "sessions = [2026-05-10]");
    assert_eq!(answer(&known, "sauna"), "avoid, settled");
    assert_eq!(thing(&known, "sauna")["free_from"], "2026-06-21");
}

#[test]
fn what_counts_from_the_first_session_is_open_while_that_is_not_known() {
    let rule = "avoid sauna until 3 days after first session";
    let open = of(rule, "");
    assert_eq!(answer(&open, "sauna"), "avoid, provisional");
    assert_eq!(thing(&open, "sauna")["asks"], json!(["session number"]));
    assert_eq!(open["questions"].as_array().map(Vec::len), Some(1));
    let first = of(rule, "sessions = []");
    assert_eq!(answer(&first, "sauna"), "avoid, settled");
    assert_eq!(thing(&first, "sauna")["free_from"], "2026-06-04");
    // It was the session of 30 May that the three days count from.
    let second = of(rule, "sessions = [2026-05-30]");
    assert_eq!(answer(&second, "sauna"), "allowed, settled");
    assert_eq!(thing(&second, "sauna")["free_from"], "2026-06-02");
}

#[test]
fn a_duty_from_the_first_session_waits_while_that_is_not_known() {
    let rule = "use sunscreen from first session for 5 days";
    let states = |patient| all(&of(rule, patient), "directives", "state")[0].clone();
    assert_eq!(states(""), "waiting");
    assert_eq!(states("sessions = []"), "settled");
}

/// What is expected, noted and done step by step, and visits, hang on it as restrictions do.
#[test]
fn every_sentence_that_counts_from_the_session_before_hangs_on_there_being_one() {
    let rules = "\
expect redness from previous session for 3 days
note \"Ring us.\" from previous session for 3 days
steps \"wash\" { wash face } from previous session for 3 days
visit \"check\" 3 days after previous session";
    let parts = ["expectations", "notes", "steps", "visits"];
    let open = of(rules, "");
    for part in parts {
        let if_ = &all(&open, part, "if")[0];
        assert_eq!(**if_, "this is not session 1", "{part}");
        let asks = &all(&open, part, "asks")[0];
        assert_eq!(**asks, json!(["session number"]), "{part}");
    }
    let first = of(rules, "sessions = []");
    let second = of(rules, "sessions = [2026-05-30]");
    for part in parts {
        assert_eq!(first[part], json!([]), "{part}");
        assert_eq!(all(&second, part, "state"), ["settled"], "{part}");
    }
}

#[test]
fn a_visit_after_the_first_session_waits_while_that_is_not_known() {
    let rule = "visit \"check\" 3 days after first session";
    assert_eq!(all(&of(rule, ""), "visits", "state"), ["waiting"]);
    let first = of(rule, "sessions = []");
    assert_eq!(all(&first, "visits", "state"), ["settled"]);
    assert_eq!(all(&first, "visits", "earliest"), ["2026-06-04"]);
}

/// Windows around other sessions are told apart for what holds before the next session; what waits for
/// something is told once.
#[test]
fn what_waits_to_start_is_not_told_again_of_the_next_session() {
    let plan = of(
        "sessions 3..6 every 4 weeks\navoid sauna from swelling for 3 days",
        "",
    );
    assert_eq!(
        all(&plan, "directives", "next_session_windows"),
        [&json!([])]
    );
    assert_eq!(
        plan["directives"][0]["windows"].as_array().map(Vec::len),
        Some(1)
    );
}

/// Section 3.9: the course is finished at its maximum or when the profile says so; without a maximum, only then.
#[test]
fn a_course_without_a_maximum_is_finished_when_the_profile_says_so() {
    let rules = "sessions at least 4 every 4 weeks\nmaintenance every 6 months";
    let fifth = "sessions = [2026-02-09, 2026-03-09, 2026-04-06, 2026-05-04]";
    let going_on = of(rules, fifth);
    let course = &going_on["treatments"][0]["sessions"];
    assert_eq!(course["finished"], false);
    assert_eq!(course["remaining"], json!({"at_least": 0, "at_most": null}));
    assert_eq!(course["next"]["optional"], true);
    assert_eq!(course["candidates"][0]["most"], json!(null));
    let first = &going_on["treatments"][0]["maintenance"][0]["first"];
    assert_eq!(first, &json!({"earliest": "2026-12-01", "latest": null}));

    let finished = of(rules, &format!("{fifth}\ncourse_finished = true"));
    let course = &finished["treatments"][0]["sessions"];
    assert_eq!(course["finished"], true);
    assert_eq!(course["remaining"], json!({"at_least": 0, "at_most": 0}));
    assert_eq!(course["next"], json!(null));
    let first = &finished["treatments"][0]["maintenance"][0]["first"];
    assert_eq!(
        first,
        &json!({"earliest": "2026-12-01", "latest": "2026-12-01"})
    );
}

/// What lasts to the final session lasts to its latest possible day, and there is none.
#[test]
fn what_is_off_for_a_course_without_a_maximum_is_not_given_back() {
    let rules = "avoid waxing for the course\nsessions usually 3..6 every 4 weeks";
    let open = of(rules, "sessions = []");
    assert_eq!(answer(&open, "waxing"), "avoid, settled");
    assert_eq!(thing(&open, "waxing")["free_from"], json!(null));
    let over = of(rules, "sessions = []\ncourse_finished = true");
    assert_eq!(thing(&over, "waxing")["free_from"], "2026-06-02");
}

/// One of two courses that a patient may be under has no interval, so nobody knows when it ends.
#[test]
fn what_is_off_for_one_of_two_courses_ends_with_neither_while_one_has_no_date() {
    let rules = "\
avoid waxing for the course
sessions 2 every 4 weeks if pregnant
sessions 4 unless pregnant";
    let open = of(rules, "sessions = []");
    assert_eq!(thing(&open, "waxing")["free_from"], json!(null));
    let known = of(rules, "sessions = []\nfacts.pregnant = true");
    assert_eq!(thing(&known, "waxing")["free_from"], "2026-06-30");
}

#[test]
fn a_course_without_a_maximum_is_told_as_one() {
    use super::text_of;
    for (rule, said) in [
        (
            "sessions at least 4 every 4 weeks",
            "4 sessions or more, every 4 weeks.",
        ),
        (
            "sessions usually 3..6 every 4 weeks",
            "Sessions until the clinic says that the course is finished, usually 3 to 6, every 4 weeks.",
        ),
        (
            "sessions every 4 weeks",
            "The clinic says when the course is finished.",
        ),
    ] {
        let text = text_of(rule);
        assert!(text.contains(said), "{said}: {text}");
    }
}

/// Blanks say nothing: with two of them it was `up to`.
#[test]
fn a_bound_means_the_same_whatever_blanks_stand_in_it() {
    for spelling in ["at  least", "at\u{a0}least", "At \tLeast"] {
        let text = format!("sessions {spelling} 4 every 4 weeks\n");
        let mut sources = aftercare_dsl::source::Sources::new();
        let names = std::collections::BTreeSet::new();
        let source = sources.add("a.rules", &text);
        let form = aftercare_dsl::format::format(source, &text, &names);
        assert_eq!(
            form.unwrap(),
            "sessions at least 4 every 4 weeks\n",
            "{spelling}"
        );
    }
}

#[test]
fn what_is_off_before_a_session_that_may_be_put_off_stays_off() {
    let rules = |apart: &str| format!("sessions 3..6 {apart}\navoid retinoids for 5 days before");
    let on = |apart: &str, day: &str| {
        let rules = format!(
            "import skin-care\naftercare for 2 weeks\n{}\n",
            rules(apart)
        );
        let plan =
            crate::support::plan_json(&rules, "treated = 2026-06-01\nsessions = []\n", Some(day));
        super::answer(&plan, "retinoids")
    };
    let soonest = "2026-07-27";
    assert_eq!(
        on("at least 8 weeks apart", "2026-07-21"),
        "not covered, settled"
    );
    assert_eq!(on("at least 8 weeks apart", soonest), "avoid, settled");
    assert_eq!(on("at least 8 weeks apart", "2026-10-01"), "avoid, settled");
    // Once its latest day is over, nobody knows when it will be.
    assert_eq!(on("every 8..10 weeks", "2026-08-10"), "avoid, settled");
    assert_eq!(on("every 8..10 weeks", "2026-10-01"), "avoid, settled");
}
