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

#[test]
fn an_amount_without_a_time_asks_whether_it_is_meant_each_time() {
    for (rule, each, day) in [
        (
            "limit showers to 5 minutes",
            "`to 5 minutes at a time`",
            "`to 5 minutes per day`",
        ),
        (
            "limit showers to at most 5 minutes for 3 days",
            "`to at most 5 minutes at a time`",
            "`to at most 5 minutes per day`",
        ),
        (
            "limit paracetamol to 2 tablets",
            "`to 2 tablets at a time`",
            "`to 2 tablets per day`",
        ),
    ] {
        let said = help(rule, "head-shape");
        assert!(said.contains(each) && said.contains(day), "{rule}: {said}");
    }
    let said = help("limit showers to 5 minutes each", "head-shape");
    assert!(said.contains("`to 5 minutes at a time`"), "{said}");
    assert!(!said.contains("per day"), "{said}");
    let said = help("limit showers to once", "head-shape");
    assert!(said.contains("`to once per day`"), "{said}");
    assert!(!said.contains("at a time"), "{said}");
}

#[test]
fn a_limit_of_each_time_is_allowed_up_to_that_and_no_more() {
    for cap in [
        "5 minutes at a time",
        "5 minutes each time",
        "max 5 minutes at one time",
    ] {
        let rule = format!("limit showers to {cap} for 3 days");
        assert!(is_clean(&rule), "{rule}: {:?}", found(&rule));
        let on = plan(&rule, "", 2);
        assert_eq!(
            all(&on, "directives", "limit")[0]["text"],
            "at most 5 minutes at a time"
        );
        assert_eq!(answer(&on, "shower"), "allowed, settled");
        let after = plan(&rule, "", 4);
        let lines = after["directives"].as_array().map(Vec::as_slice);
        let line = lines.and_then(<[_]>::first).cloned().unwrap_or_default();
        assert_eq!(line["phase"], "past", "{after}");
        assert_eq!(line["nothing_after"], true, "{after}");
    }
    for asked in [
        "take showers 10 minutes",
        "take showers 10 minutes daily",
        "allow showers 10 minutes",
    ] {
        let rules = format!("limit showers to 5 minutes at a time\n{asked}");
        assert_eq!(found(&rules)[0].0, "above-cap", "{asked}");
    }
    for asked in [
        "take showers 5 minutes daily",
        "take showers 3 minutes",
        "take showers daily",
    ] {
        let rules = format!("limit showers to 5 minutes at a time\n{asked}");
        assert!(is_clean(&rules), "{asked}: {:?}", found(&rules));
    }
    // The smaller of two that are of each time holds, and one of a day beside them.
    let three = "limit walking to 20 minutes at a time\nlimit walking to 1 hour per day\n\
                 limit walking to 10 minutes at a time";
    let plan = plan(three, "", 2);
    let limits = all(&plan, "directives", "limit");
    let overridden: Vec<bool> = limits
        .iter()
        .map(|limit| limit["overridden"] == true)
        .collect();
    assert_eq!(overridden, [true, false, false]);
}
