//! Caps on how often: of what is done to a patient or by her, and of what is planned.

use super::helped::{found, help, is_clean};
use super::{all, answer, plan, thing};

/// A procedure that the vocabulary lacks, and a sentence.
fn injections(rule: &str) -> String {
    format!("procedure steroid injections\n{rule}")
}

#[test]
fn a_procedure_is_capped_by_how_often_it_is_done() {
    for (cap, said) in [
        ("3 per year", "at most 3 times per year"),
        ("3 times a year", "at most 3 times per year"),
        ("max 3 yearly", "at most 3 times per year"),
        ("1 per month", "at most once per month"),
        ("once a month", "at most once per month"),
        ("twice every 6 weeks", "at most twice per 6 weeks"),
    ] {
        let rule = injections(&format!("limit steroid injections to {cap}"));
        assert!(is_clean(&rule), "{rule}: {:?}", found(&rule));
        let plan = plan(&rule, "", 3);
        assert_eq!(all(&plan, "directives", "limit")[0]["text"], said, "{cap}");
        assert_eq!(answer(&plan, "steroid injections"), "allowed, settled");
        assert_eq!(
            thing(&plan, "steroid injections")["limits"][0],
            said,
            "{cap}"
        );
    }
}

#[test]
fn a_bare_number_of_what_is_taken_says_neither_how_much_nor_how_often() {
    for (rule, much, often) in [
        (
            "limit paracetamol to 4 per day",
            "`4 tablets a day`",
            "`4 times a day`",
        ),
        (
            "limit wine to 1 per week",
            "`1 drinks a week`",
            "`once a week`",
        ),
    ] {
        let said = help(rule, "missing-unit");
        assert!(said.contains(much), "{said}");
        assert!(said.contains(often), "{said}");
    }
    let said = help("no more than 3 steroid injections a year", "syntax");
    assert!(
        said.contains("`limit steroid injections to 3 per year`"),
        "{said}"
    );
    assert!(is_clean("limit paracetamol to 4 times per day"));
    assert!(is_clean("limit paracetamol to 4 g daily"));
}

#[test]
fn what_is_to_be_done_more_often_than_a_cap_allows_is_found() {
    let cap = "limit lukewarm showers to twice per week\n";
    let code = |rule: &str| found(&format!("{cap}{rule}")).first().map(|one| one.0);
    assert_eq!(code("do lukewarm showers daily"), Some("above-cap"));
    assert_eq!(
        code("do lukewarm showers 5 minutes daily"),
        Some("above-cap")
    );
    assert_eq!(code("do lukewarm showers twice a week"), None);
}

#[test]
fn a_course_is_held_against_a_cap_on_its_own_treatment() {
    let course = |course: &str| {
        let rules = format!(
            "treatment steroid injections\nprocedure steroid injections\n\
             limit steroid injections to 3 per year\n{course}"
        );
        found(&rules).first().map(|one| one.0)
    };
    for above in [
        "sessions 4 every 4 weeks",
        "sessions 3..6 every 4..6 weeks",
        "sessions every 3 months",
        "maintenance every 3 months",
    ] {
        assert_eq!(course(above), Some("above-cap"), "{above}");
    }
    for within in [
        "sessions 3 every 4 weeks",
        "sessions every 6 months",
        "maintenance every 5 months",
        "sessions 4",
    ] {
        assert_eq!(course(within), None, "{within}");
    }
}
