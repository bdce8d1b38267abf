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
