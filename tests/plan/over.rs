//! What is over on the day asked: it does not stand in front of what still holds, and what hangs on it says so.

use super::{is_silent_about, plan, says};

const TREATED: &str = "treated = 2026-06-01";

#[test]
fn a_line_in_force_starts_with_what_is_left_of_it() {
    let rules = "avoid sun for 3..14 days";
    says(
        &plan(rules, TREATED, 2),
        "Until the end of Wed 3 Jun 2026; then better not until the end of Sun 14 Jun;",
    );
    let later = plan(rules, TREATED, 6);
    says(
        &later,
        "Better not until the end of Sun 14 Jun 2026; first free day Mon 15 Jun.",
    );
    is_silent_about(&later, "Wed 3 Jun 2026; then");
}

#[test]
fn a_line_that_is_over_says_of_all_of_it_when_it_ended() {
    let over = plan("avoid sun for 3..14 days", TREATED, 20);
    says(&over, "Avoid sun: ended on Sun 14 Jun 2026.");
}

/// A question stays open, and whoever reads the plan learns that nothing to come hangs on it.
#[test]
fn a_question_that_decides_only_what_is_over_says_so() {
    let rules = "when pregnant { avoid hot baths for 2 days }\nexpect redness for 4 days";
    says(&plan(rules, TREATED, 2), "It decides 1 line: test.rules:2.");
    says(
        &plan(rules, TREATED, 6),
        "It decides 1 line, which is over: test.rules:2.",
    );
    let both = format!("{rules}\nwhen pregnant {{ avoid sauna for 9 days }}");
    says(&plan(&both, TREATED, 6), "It decides 2 lines: test.rules");
    let two = format!("{rules}\nwhen pregnant {{ avoid sauna for 3 days }}");
    says(
        &plan(&two, TREATED, 6),
        "It decides 2 lines, which are over: test.rules",
    );
    let sign = "report fever to clinic if pregnant\nexpect redness for 1 day";
    is_silent_about(&plan(sign, TREATED, 6), "which is over");
}

/// LANGUAGE.md 3.6: on a day after that of the treatment, a plan of a treatment that the protocol refuses or puts off is
/// that of somebody who had it all the same.
#[test]
fn a_treatment_that_was_given_is_not_told_to_wait() {
    let pregnant = format!("{TREATED}\n[facts]\npregnant = true");
    for (verb, before, after) in [
        (
            "refuse",
            "DO NOT TREAT: the protocol refuses this treatment.",
            "TREATED ALL THE SAME: the protocol refuses this treatment.",
        ),
        (
            "defer",
            "NOT YET: the protocol puts this treatment off.",
            "TREATED ALL THE SAME: the protocol puts this treatment off.",
        ),
    ] {
        let rules = format!("{verb} if pregnant\navoid sauna for 3 days");
        says(&plan(&rules, &pregnant, 1), before);
        let given = plan(&rules, &pregnant, 2);
        says(&given, after);
        is_silent_about(&given, before);
    }
}

#[test]
fn what_an_attribute_names_stands_for_its_members() {
    let rules = "apply sunscreen daily for 7 days\navoid mineral sunscreen for 7 days";
    let plan = plan(rules, TREATED, 2);
    says(&plan, "Apply sunscreen daily, except mineral sunscreen.");
}
