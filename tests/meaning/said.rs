//! What an author said and a plan must not say otherwise: days in order, reasons where they belong.

use serde_json::json;

use super::{all, answer, plan, text_for, text_of};

#[test]
fn a_visit_names_its_earlier_day_first() {
    let plan = plan("visit \"spot test\" 1..2 weeks before treatment", "", 1);
    assert_eq!(all(&plan, "visits", "earliest"), [&json!("2026-05-18")]);
    assert_eq!(all(&plan, "visits", "latest"), [&json!("2026-05-25")]);
}

#[test]
fn minutes_before_a_treatment_without_a_clock_time_name_no_day() {
    let plan = plan("visit \"arrival\" 30..40 minutes before treatment", "", 1);
    assert_eq!(all(&plan, "visits", "earliest"), [&json!(null)]);
    assert_eq!(
        all(&plan, "visits", "when"),
        [&json!("30 to 40 minutes before treatment")]
    );
}

#[test]
fn what_is_expected_one_or_the_other_is_said_so() {
    let of = |rule: &str| all(&plan(rule, "", 1), "expectations", "choice")[0].clone();
    assert_eq!(of("expect redness or swelling for 3 days"), json!(true));
    assert_eq!(of("expect redness and swelling for 3 days"), json!(false));
    let text = text_of("expect redness or swelling for 3 days");
    assert!(text.contains("Redness or swelling:"), "{text}");
}

#[test]
fn what_starts_with_what_has_no_date_ends_as_it_says() {
    let ends = |rule: &str| plan(rule, "", 1)["directives"][0]["windows"][0].clone();
    let weeks = ends("use healing ointment daily from crusts for 1..2 weeks");
    assert_eq!(weeks["starts_at"], "crusts");
    assert_eq!(weeks["ends_at"], "1 to 2 weeks after that");
    let least = ends("avoid makeup from crusts for at least 1 week, better 2 weeks");
    assert_eq!(
        least["ends_at"],
        "at least 1 week, better 2 weeks, after that"
    );
    let day = ends("avoid makeup from crusts until day 9");
    assert_eq!(day["ends_at"], "day 9");
    assert_eq!(ends("avoid makeup from crusts")["ends_at"], json!(null));
    let steps = "steps \"care\" {\n  use gentle cleanser\n} from crusts for 1 week";
    let text = text_of(steps);
    assert!(
        text.contains("from crusts (no date yet) until 1 week after that."),
        "{text}"
    );
    let added = &plan(steps, "", 1)["can_be_added"];
    assert!(!added.to_string().contains("after that"), "{added}");
}

#[test]
fn what_is_to_be_prepared_on_a_day_has_its_date() {
    let plan = plan("prepare \"come clean\" on day -7", "", 1);
    let said = json!(["on day -7, Mon 25 May 2026"]);
    assert_eq!(all(&plan, "before_treatment", "details"), [&said]);
}

#[test]
fn what_stays_forbidden_may_stand_behind_the_time() {
    for rule in [
        "allow makeup but not lipstick after 24 hours",
        "allow makeup after 24 hours but not lipstick",
        "allow makeup after 24 hours, but not lipstick because \"it is sore\"",
    ] {
        let plan = plan(rule, "", 3);
        assert_eq!(answer(&plan, "lipstick"), "avoid, settled", "{rule}");
        assert_eq!(
            all(&plan, "directives", "verb"),
            [&json!("allow"), &json!("avoid")],
            "{rule}"
        );
    }
}

#[test]
fn what_stands_behind_a_second_deed_is_said_of_it_alone() {
    let plan = plan(
        "avoid direct sun for 4 weeks if unavoidable, apply sunscreen with spf 50 every 2 hours\n\
         avoid makeup for 3 days, instead use serum sparingly on face",
        "",
        2,
    );
    assert_eq!(
        all(&plan, "directives", "if_unavoidable")[0],
        &json!("apply sunscreen with spf 50+ every 2 hours")
    );
    assert_eq!(
        all(&plan, "directives", "instead")[1],
        &json!("use serum sparingly on face")
    );
    for key in ["frequency", "place", "manner"] {
        assert_eq!(all(&plan, "directives", key), [&json!(null); 2], "{key}");
    }
}

#[test]
fn the_reason_of_a_permission_is_none_of_what_it_leaves_out() {
    let plan = plan(
        "allow cold compress but not ice pack because \"it cools\"",
        "",
        1,
    );
    assert_eq!(
        all(&plan, "directives", "verb"),
        [&json!("allow"), &json!("avoid")]
    );
    assert_eq!(
        all(&plan, "directives", "because"),
        [&json!("it cools"), &json!(null)]
    );
}

#[test]
fn a_cap_of_a_day_does_not_read_as_one_of_each_time() {
    let text = text_of("take paracetamol every 4 hours, at most 8 tablets per day if pain");
    assert!(
        text.contains("Take paracetamol every 4 hours, at most 8 tablets a day"),
        "{text}"
    );
}

#[test]
fn what_starts_amid_a_day_says_so_on_that_day() {
    let rules = "allow makeup from 24 hours";
    let text = text_for(rules, "2026-06-01T10:30:00");
    assert!(
        text.contains("From 10:30 on Tue 2 Jun 2026, no end date"),
        "{text}"
    );
}

/// Section 3.8 of an end that is said so: printed, and it ends and starts nothing.
#[test]
fn what_is_usual_is_printed_and_moves_no_date() {
    let usual = "allow work usually from day 3\nresume makeup from healed, usually 5..7 days";
    let plain = "allow work from day 3\nresume makeup from healed";
    for day in [2, 3, 4, 9] {
        let (usual, plain) = (plan(usual, "", day), plan(plain, "", day));
        for thing in ["work", "makeup"] {
            assert_eq!(
                answer(&usual, thing),
                answer(&plain, thing),
                "{thing} on {day}"
            );
        }
        let windows = |plan| {
            all(plan, "directives", "windows")
                .into_iter()
                .cloned()
                .collect::<Vec<_>>()
        };
        assert_eq!(windows(&usual), windows(&plain));
    }
    let text = text_of(usual);
    for said in [
        "(the protocol says: usually from day 3)",
        "From healed, usually 5 to 7 days",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

/// `at least` is so much or more, of what is asked about as of what is reported.
#[test]
fn a_fever_in_a_condition_counts_at_its_very_number() {
    let rule = "report headache to doctor if fever of at least 101 F";
    let same = "report headache to doctor if fever at least 101 F";
    let of = |rule: &str| all(&plan(rule, "", 2), "red_flags", "if")[0].clone();
    assert_eq!(of(rule), of(same));
    assert!(
        of(rule).to_string().contains("101 F or more"),
        "{}",
        of(rule)
    );
    let fact = "fact body heat: C\ncaution \"warm\" if body heat at least 38 C";
    let cautions = |heat: &str| {
        plan(fact, &format!("facts.body-heat = {heat}"), 2)["before_treatment"].clone()
    };
    assert_eq!(cautions("\"37.9 C\""), serde_json::json!([]));
    assert_ne!(cautions("\"38 C\""), serde_json::json!([]));
}
