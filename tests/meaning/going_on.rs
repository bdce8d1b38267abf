//! Medicines that one sentence lets go on and another one stops, and times that count from a treatment that no line
//! names.

use super::helped::{found, help, is_clean};
use super::plan;

#[test]
fn what_goes_on_and_is_stopped_is_told() {
    for (rules, kept) in [
        (
            "continue blood thinners\navoid aspirin for 2 weeks",
            "continue blood thinners except aspirin\navoid aspirin for 2 weeks",
        ),
        (
            "continue blood thinners\nstop aspirin for 1 week before",
            "continue blood thinners except aspirin\nstop aspirin for 1 week before",
        ),
        (
            "continue aspirin\navoid aspirin for 1 week",
            "continue aspirin from 1 week for 2 weeks\navoid aspirin for 1 week",
        ),
        (
            "continue aspirin\navoid aspirin for 1 week before",
            "continue aspirin from day 1 for 2 weeks\navoid aspirin for 1 week before",
        ),
    ] {
        let said = help(rules, "goes-on-and-left");
        let offered = kept.lines().next().unwrap_or_default();
        let offered = offered.trim_start_matches("continue ");
        assert!(said.contains(offered), "{rules}: {said}");
        assert!(is_clean(kept), "{kept}: {:?}", found(kept));
    }
}

#[test]
fn what_no_patient_or_no_day_has_at_once_is_not_told() {
    for rules in [
        "continue blood thinners if pregnant\navoid aspirin if not pregnant",
        "continue ibuprofen from day 2 for 1 week\navoid ibuprofen for 2 days",
        "continue blood thinners except aspirin\navoid aspirin for 1 week",
        "continue moisturiser\navoid moisturiser with fragrance-free for 3 days",
    ] {
        assert!(is_clean(rules), "{rules}: {:?}", found(rules));
    }
    // All that time: what holds for every patient tells of it, as held back.
    assert!(is_clean("continue aspirin\navoid aspirin"));
}

#[test]
fn a_time_after_a_procedure_asks_which_treatment_it_is_for() {
    for (rule, here) in [
        (
            "avoid makeup for 2 days after surgery",
            "`for 2 days after treatment`",
        ),
        (
            "resume makeup from 2 days after surgery",
            "`from 2 days after treatment`",
        ),
        (
            "visit \"check-up\" 6 weeks after surgery",
            "`6 weeks after treatment`",
        ),
    ] {
        let said = help(rule, "which-treatment");
        assert!(said.contains("`treatment surgery`"), "{rule}: {said}");
        assert!(said.contains(here), "{rule}: {said}");
        let mended = format!(
            "treatment surgery\n{}",
            rule.replace("surgery", "treatment")
        );
        assert!(is_clean(&mended), "{mended}: {:?}", found(&mended));
        // Of another treatment it counts from the past, and is meant so.
        let other = format!("treatment microneedling\n{rule}");
        assert!(is_clean(&other), "{other}: {:?}", found(&other));
        let own = format!("treatment surgery\n{rule}");
        assert_eq!(found(&own)[0].0, "wrong-kind", "{own}");
    }
    let visit = plan("visit \"check-up\" 6 weeks after treatment", "", 1);
    assert_eq!(visit["visits"][0]["earliest"], "2026-07-13");
}
