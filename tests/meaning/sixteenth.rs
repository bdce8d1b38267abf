//! What a nurse met with the thirteenth set of sheets: times, conditions and lists that were led to something less, or
//! to something else.

use super::helped::{found, help, is_clean, led};
use super::{answer, plan};

#[test]
fn a_time_behind_after_is_when_it_starts() {
    for (rule, applied) in [
        (
            "use mild shampoo for 3 days after 24 hours",
            "from 24 hours for 3 days",
        ),
        (
            "apply moisturiser daily for 7 days after for 48 hours",
            "from 48 hours for 7 days",
        ),
        (
            "avoid makeup for 3 days after 24 hours",
            "from 24 hours for 3 days",
        ),
        (
            "apply cool compress for 10 minutes after 2 hours",
            "at 2 hours for 10 minutes",
        ),
    ] {
        let (front, _) = rule.split_once(" for ").expect("a time");
        led(rule, "clause-shape", applied, &format!("{front} {applied}"));
    }
    let range = help(
        "use mild shampoo for 3 days after 24 to 48 hours",
        "clause-shape",
    );
    assert!(range.contains("from when on first"), "{range}");
}

#[test]
fn a_day_and_longer_is_never_how_long_each_time_is() {
    for rule in [
        "use mild shampoo for 24 hours for 3 days",
        "apply cool compress for 24 hours for 3 days",
        "wear hat for 36 hours for 2 days",
        "allow makeup for 48 hours for 2 weeks",
        "avoid makeup for 24 hours for 3 days",
    ] {
        help(rule, "clause-twice");
    }
    for rule in [
        "wear hat for 12 hours for 3 days",
        "apply cool compress for 10 minutes every hour for the first 24 hours",
    ] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
    }
}

#[test]
fn what_is_prescribed_needs_no_condition() {
    for said in [
        "doctor prescribed the aspirin",
        "your doctor told you to take it",
        "on your doctor's advice",
        "for your heart",
        "it is prescribed for your heart",
        "aspirin is prescribed",
    ] {
        let rule = format!(
            "avoid ibuprofen and aspirin for 7 days before and 14 days after unless {said}"
        );
        let said = help(&rule, "clause-shape");
        assert!(said.contains("leave the condition out"), "{rule}: {said}");
        assert!(!said.contains("fact "), "{rule}: {said}");
    }
    let rule = "avoid ibuprofen for 7 days before unless prescribed aspirin";
    assert!(is_clean(rule), "{:?}", found(rule));
    let rule = "avoid ibuprofen for 7 days before and 14 days after each treatment";
    let applied = "avoid ibuprofen for 7 days before and 14 days after";
    led(rule, "clause-shape", "after", applied);
}

#[test]
fn a_list_of_conditions_is_offered_whole() {
    for (rule, applied) in [
        (
            "refuse if bleeding disorder, pregnant or eczema",
            "pregnant or conditions includes any of bleeding disorder, eczema",
        ),
        (
            "refuse if you have a bleeding disorder, are pregnant or have eczema",
            "pregnant or conditions includes any of bleeding disorder, eczema",
        ),
        (
            "refuse if conditions includes any of bleeding disorder, pregnant, eczema",
            "pregnant or conditions includes any of bleeding disorder, eczema",
        ),
        (
            "refuse if eczema and pregnant",
            "pregnant and conditions includes eczema",
        ),
        (
            "refuse if female or eczema or allergies includes latex",
            "sex = female or conditions includes eczema or allergies includes latex",
        ),
    ] {
        led(
            rule,
            "unknown-name",
            applied,
            &format!("refuse if {applied}"),
        );
    }
    let rule = "refuse if bleeding disorder, pregnant or cancer";
    let said = help(rule, "unknown-name");
    let applied = "pregnant or cancer or conditions includes bleeding disorder";
    assert!(said.contains(&format!("`{applied}`")), "{said}");
    assert!(said.contains("`fact cancer: yes or no`"), "{said}");
    assert!(said.contains("is less than `cancer`"), "{said}");
    assert!(is_clean(&format!(
        "fact cancer: yes or no\nrefuse if {applied}"
    )));
    // A sign that is a value of that list, too, is one.
    let rule = "refuse if conditions includes any of eczema, sunburn";
    assert!(is_clean(rule), "{:?}", found(rule));
}

#[test]
fn what_is_narrower_is_named_as_such() {
    for (rule, all, less) in [
        (
            "refuse if cancer",
            "`fact cancer: yes or no`",
            "`conditions includes active skin cancer` is known, and is less",
        ),
        (
            "report redness if diabetes",
            "`fact diabetes: yes or no`",
            "`conditions includes any of uncontrolled diabetes, controlled diabetes` is known, and is less",
        ),
    ] {
        let said = help(rule, "unknown-name");
        assert!(said.contains(all) && said.contains(less), "{rule}: {said}");
    }
    led(
        "refuse if history of cold sores",
        "unknown-name",
        "conditions includes cold sore history",
        "refuse if conditions includes cold sore history",
    );
}

#[test]
fn a_new_class_is_offered_with_what_it_holds() {
    let rule = "visit \"stitches out\" 7..10 days after treatment if taking steroids";
    let said = help(rule, "unknown-name");
    let class = "medicine steroids { oral steroids }";
    assert!(said.contains("`taking oral steroids`"), "{said}");
    assert!(said.contains(&format!("`{class}`")), "{said}");
    let rules = format!("{class}\navoid makeup for 3 days if taking steroids");
    assert!(is_clean(&rules), "{:?}", found(&rules));
    let taking = "medications = [{ name = \"prednisolone\", prescribed = true }]\n";
    let plan = plan(&rules, &format!("[facts]\n{taking}"), 1);
    assert_eq!(answer(&plan, "makeup"), "avoid, settled");
    let said = help("avoid steroids for 7 days", "unknown-name");
    assert!(
        said.contains("`avoid topical steroids and oral steroids`"),
        "{said}"
    );
    assert!(said.contains("covers none of them"), "{said}");
}

#[test]
fn who_does_something_else_does_it_as_often() {
    let first = "apply moisturiser on eyelid gently 3 times a day for 5 days";
    let applied = "use petroleum jelly on eyelid gently 3 times a day for 5 days if pregnant";
    let rule = format!("{first} unless pregnant instead use petroleum jelly");
    led(&rule, "clause-order", applied, applied);
    let daily = "use petroleum jelly daily on eyelid gently for 5 days if pregnant";
    let rule = format!("{first} unless pregnant instead use petroleum jelly daily");
    led(&rule, "clause-order", daily, daily);
    for rule in [
        format!("{first}, if pregnant use petroleum jelly instead"),
        format!("{first} if pregnant, use petroleum jelly instead"),
    ] {
        led(&rule, "clause-shape", applied, applied);
        let said = help(&rule, "clause-shape");
        assert!(
            said.contains(&format!("`{first} unless pregnant`")),
            "{said}"
        );
    }
}

#[test]
fn another_medicine_has_a_dose_of_its_own() {
    let rule =
        "take paracetamol 1 g every 6 hours for 2 days unless pregnant instead take ibuprofen";
    let applied = "take ibuprofen for 2 days if pregnant";
    led(rule, "clause-order", applied, applied);
    assert!(help(rule, "clause-order").contains("with a dose of its own"));
    let rule = "take paracetamol 1 g every 6 hours, if pregnant take ibuprofen instead";
    let said = help(rule, "clause-shape");
    assert!(said.contains("`take ibuprofen if pregnant`"), "{said}");
}

#[test]
fn two_sentences_are_not_joined_by_or() {
    let rule = "avoid sun for 3 months or use sunscreen with spf 50";
    let applied = "avoid sun for 3 months, if unavoidable use sunscreen with spf 50";
    led(rule, "two-sentences", applied, applied);
    assert!(help(rule, "two-sentences").contains("both hold"));
    let said = help("use gauze or apply moisturiser", "two-sentences");
    assert!(said.contains("both hold"), "{said}");
}

#[test]
fn a_factor_is_that_of_a_sunscreen() {
    for said in [
        "factor 50",
        "SPF factor 50",
        "sun protection factor 50",
        "sun cream factor 50",
        "a factor 50 sunscreen",
    ] {
        let applied = "sunscreen with spf 50+";
        led(
            &format!("use {said} daily"),
            "unknown-name",
            applied,
            &format!("use {applied} daily"),
        );
    }
}

#[test]
fn an_allergy_is_told_or_asked_for_by_what_the_list_has() {
    let applied = "tell clinic \"about allergy to numbing cream\"";
    led(
        "tell clinic about allergy to numbing cream before treatment",
        "clause-shape",
        applied,
        applied,
    );
    for name in ["numbing cream", "lidocaine", "EMLA"] {
        led(
            &format!("refuse if allergic to {name}"),
            "unknown-value",
            "topical anaesthetic",
            "refuse if allergic to topical anaesthetic",
        );
    }
    led(
        "refuse if you have an allergy to latex",
        "clause-shape",
        "allergic to",
        "refuse if allergic to latex",
    );
}

#[test]
fn times_of_sheets_are_no_part_of_a_name() {
    for (rule, part, applied) in [
        (
            "drink 2 litres of water the day before and on the day",
            "on days -1..0",
            "drink 2 litres of water on days -1..0",
        ),
        (
            "drink water on the day before treatment",
            "on day -1",
            "drink water on day -1",
        ),
        (
            "expect redness in weeks 2 to 6",
            "from 1 week until 6 weeks",
            "expect redness from 1 week until 6 weeks",
        ),
        (
            "expect redness on weeks 2..6",
            "from 1 week until 6 weeks",
            "expect redness from 1 week until 6 weeks",
        ),
    ] {
        led(rule, "clause-shape", part, applied);
    }
    let said = help(
        "wash face using baby shampoo morning and night",
        "unknown-name",
    );
    assert!(
        said.contains("`baby shampoo every morning and night`"),
        "{said}"
    );
}

#[test]
fn what_a_help_declares_is_known_then() {
    let declared = "product damp sterile gauze in gauze";
    led(
        "wash face using damp sterile gauze",
        "unknown-name",
        declared,
        &format!("{declared}\nwash face using damp sterile gauze"),
    );
    led(
        "do not pull off the crust",
        "unknown-name",
        "pull off scabs",
        "do not pull off scabs",
    );
    let declared = "action picking the scab off in picking";
    led(
        "do not pick the scab off",
        "unknown-name",
        declared,
        &format!("{declared}\ndo not pick the scab off"),
    );
    let said = help("wear hat unless it rubs", "unknown-name");
    assert!(!said.contains("redness"), "{said}");
}

#[test]
fn a_visit_at_another_time_for_some_takes_the_place_of_the_other() {
    let second = "visit \"stitches out\" 10 days after treatment if pregnant";
    let rules = format!("visit \"stitches out\" 7 days after treatment\n{second}");
    let said = help(&rules, "visit-twice");
    assert!(said.contains("end the first with `unless`"), "{said}");
    let rules = format!("visit \"stitches out\" 7 days after treatment unless pregnant\n{second}");
    assert!(is_clean(&rules), "{:?}", found(&rules));
}
