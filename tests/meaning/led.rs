//! What nurses typed from real sheets whose help lost a side, a sign or a thing: what is offered now.

use serde_json::json;

use super::helped::{found, help, is_clean};
use super::{all, answer, plan};

#[test]
fn before_or_after_is_both_sides() {
    for (rule, meant) in [
        (
            "no alcohol 24 hours before or after treatment",
            "`for 24 hours before and after`",
        ),
        (
            "avoid alcohol for 24 hours before or after",
            "`for 24 hours before and after`",
        ),
        (
            "avoid alcohol for 24 hours before or 48 hours after",
            "`for 24 hours before and 48 hours after`",
        ),
        (
            "avoid alcohol before or after treatment",
            "`for 24 hours before and after`",
        ),
    ] {
        let said = help(rule, "clause-shape");
        assert!(said.contains(meant), "{rule}: {said}");
        assert!(!said.contains("`before treatment`"), "{rule}: {said}");
    }
    let both = plan(
        "avoid alcohol for 24 hours before and 48 hours after",
        "",
        1,
    );
    assert_eq!(answer(&both, "alcohol"), "avoid, settled");
}

#[test]
fn what_was_lately_is_understood() {
    for rule in [
        "refuse if took isotretinoin in the last 6 months",
        "refuse if you took isotretinoin within the last 6 months",
        "refuse if you have taken isotretinoin in the past 6 months",
    ] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
        let taken = "[[facts.medications]]\nname = \"isotretinoin\"\nlast_taken = 2026-03-01";
        assert_eq!(plan(rule, taken, 1)["status"], "refuse", "{rule}");
    }
    assert!(is_clean(
        "defer if you have had dermal filler in the past 2 weeks"
    ));
    let said = help(
        "refuse if isotretinoin in the last 6 months",
        "clause-shape",
    );
    assert!(
        said.contains("`took isotretinoin within 6 months`"),
        "{said}"
    );
    let said = help("refuse if you took isotretinoin", "unknown-name");
    assert!(
        said.contains("`took isotretinoin within 6 months`"),
        "{said}"
    );
}

#[test]
fn no_help_names_a_thing_by_a_word_that_stands_for_one() {
    for (rule, code, meant) in [
        (
            "call us if it lasts 6 weeks",
            "unknown-head",
            "`report SIGN lasting 6 weeks to clinic`",
        ),
        (
            "call us if it lasts more than 6 weeks",
            "unknown-head",
            "`report SIGN lasting 6 weeks to clinic`",
        ),
        (
            "call us if it is not better after 6 weeks",
            "unknown-head",
            "`report SIGN lasting 6 weeks to clinic`",
        ),
        (
            "call us if it gets worse",
            "unknown-head",
            "`report SIGN worsening to clinic`",
        ),
        (
            "call us if they spread",
            "unknown-head",
            "`report SIGN spreading to clinic`",
        ),
        (
            "call us if it bleeds",
            "unknown-head",
            "`report bleeding to clinic`",
        ),
        (
            "call us if this happens",
            "unknown-head",
            "`report SIGN to clinic`",
        ),
        (
            "see a doctor if it persists",
            "unknown-head",
            "`report SIGN lasting 2 days to \"a doctor\"`",
        ),
        (
            "report it if it lasts 6 weeks",
            "clause-shape",
            "`SIGN lasting 6 weeks`",
        ),
        (
            "report redness if it lasts 6 weeks",
            "clause-shape",
            "`redness lasting 6 weeks`",
        ),
        (
            "report redness or swelling if it lasts 6 weeks",
            "clause-shape",
            "`redness lasting 6 weeks or swelling lasting 6 weeks`",
        ),
        ("leave it on for 2 days", "clause-shape", "`keep THING`"),
        (
            "you may remove it after 24 hours",
            "unknown-head",
            "`allow THING",
        ),
        ("it is normal", "unknown-head", "`expect SIGN`"),
        ("it may bleed", "unknown-head", "what may come is written"),
        (
            "take ibuprofen if it gets worse",
            "unknown-name",
            "name the sign itself",
        ),
    ] {
        let said = help(rule, code);
        assert!(said.contains(meant), "{rule}: {said}");
        for offered in said.split('`').skip(1).step_by(2) {
            let words: Vec<&str> = offered.split([' ', '"']).collect();
            let stands = ["it", "them", "they", "this"];
            assert!(
                !words.iter().any(|word| stands.contains(word)),
                "{rule}: {said}"
            );
        }
    }
    assert!(is_clean(
        "report redness lasting 6 weeks or swelling lasting 6 weeks"
    ));
}

#[test]
fn what_a_clause_says_of_a_noun_is_the_word_in_front_of_it() {
    for (rule, same) in [
        ("report redness that spreads", "report spreading redness"),
        (
            "report redness which is spreading",
            "report spreading redness",
        ),
        (
            "report \"redness that spreads\"",
            "report spreading redness",
        ),
        ("report pain that gets worse", "report worsening pain"),
        ("report crusts that are yellow", "report yellow crusts"),
        ("report pus that smells", "report smelly pus"),
        ("avoid makeup that is mineral", "avoid mineral makeup"),
    ] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
        let of = |rule: &str| {
            let plan = plan(rule, "", 1);
            let items = all(&plan, "red_flags", "items");
            let attributes = all(&plan, "directives", "attributes");
            json!([items, attributes])
        };
        assert_eq!(of(rule), of(same), "{rule}");
    }
    let said = help("avoid clothing that pulls", "unknown-name");
    assert!(
        said.contains("`garment \"clothing that pulls\" in clothing`"),
        "{said}"
    );
    let declared = "garment \"clothing that pulls\" in clothing\navoid clothing that pulls";
    assert!(is_clean(declared), "{:?}", found(declared));
    assert!(is_clean("report rash"));
    // What pulls is no kind of pulling.
    for rule in [
        "avoid hairstyles that pull for 3 days",
        "avoid hair styles pulling for 3 days",
    ] {
        let said = help(rule, "unknown-name");
        assert!(said.contains("in quotes"), "{rule}: {said}");
        assert!(!said.contains("in pull"), "{rule}: {said}");
    }
    assert!(is_clean("avoid \"hairstyles that pull\" for 3 days"));
    let said = help("avoid hair pulling", "unknown-name");
    assert!(said.contains("`action hair pulling in pulling`"), "{said}");
}

#[test]
fn a_call_behind_a_sentence_is_a_report_of_its_own() {
    for (rule, meant) in [
        (
            "expect redness for 4 weeks, call us if it lasts 6 weeks",
            "`report redness lasting 6 weeks to clinic`",
        ),
        (
            "expect redness and swelling for 4 weeks, call us if it lasts 6 weeks",
            "`report SIGN lasting 6 weeks to clinic`",
        ),
        (
            "expect bruising for 1 week. Call the doctor if fever",
            "`report fever to doctor`",
        ),
    ] {
        let said = help(rule, "two-sentences");
        assert!(said.contains(meant), "{rule}: {said}");
    }
}

#[test]
fn where_to_go_is_whom_to_call() {
    for (rule, report) in [
        (
            "go to A&E if chest pain",
            "report chest pain to emergency services immediately",
        ),
        (
            "go to the emergency room if short of breath",
            "report short of breath to emergency services immediately",
        ),
        (
            "if chest pain, go straight to hospital",
            "report chest pain to emergency services immediately",
        ),
        (
            "go to your GP the same day if rash",
            "report rash to \"GP\" within 24 hours",
        ),
    ] {
        let said = help(rule, "unknown-head");
        assert!(
            said.starts_with(&format!("write `{report}`")),
            "{rule}: {said}"
        );
        assert!(is_clean(report), "{report}: {:?}", found(report));
    }
    assert!(help("dial 999 if trouble breathing", "unknown-head").contains("to 999`"));
}

#[test]
fn under_the_eyes_is_a_place_of_its_own() {
    for (rule, code) in [
        ("avoid makeup under eyes for 3 days", "clause-shape"),
        ("avoid makeup under the eyes for 3 days", "unknown-name"),
    ] {
        let said = help(rule, code);
        assert!(said.contains("on under-eye area`"), "{rule}: {said}");
    }
    let plan = plan("avoid makeup on under-eye area for 3 days", "", 1);
    assert_eq!(
        all(&plan, "directives", "place"),
        [&json!("on under-eye area")]
    );
    let said = help("avoid waxing under the arms for 3 days", "clause-shape");
    assert!(said.contains("`on underarms`"), "{said}");
}

#[test]
fn a_condition_that_denies_or_says_it_twice_keeps_its_meaning() {
    for rule in [
        "use retinoids daily not if pregnant",
        "use retinoids daily. Not if pregnant",
    ] {
        assert_eq!(
            help(rule, "clause-shape"),
            "write `unless pregnant`",
            "{rule}"
        );
    }
    let said = help("avoid makeup for 3 days\nNot if pregnant", "syntax");
    assert!(said.contains("`unless pregnant`"), "{said}");
    let said = help("Only if healed", "syntax");
    assert!(said.contains("`if healed`"), "{said}");
    for (rule, code, once, otherwise) in [
        (
            "allow makeup from day 2 only if healed",
            "syntax",
            "`allow makeup from day 2 if healed`",
            "`avoid makeup unless healed`",
        ),
        (
            "allow retinoids only if healed",
            "unknown-name",
            "`allow retinoids if healed`",
            "`avoid retinoids unless healed`",
        ),
        (
            "apply ice if and only if swelling",
            "syntax",
            "`apply ice if swelling`",
            "`avoid ice unless swelling`",
        ),
    ] {
        let said = help(rule, code);
        assert!(
            said.contains(once) && said.contains(otherwise),
            "{rule}: {said}"
        );
        let lines = format!(
            "{}\n{}",
            once.trim_matches('`'),
            otherwise.trim_matches('`')
        );
        assert!(
            !found(&lines).iter().any(|(code, _)| *code == "syntax"),
            "{lines}"
        );
    }
    // A ban says it alone.
    for rule in [
        "avoid makeup for 3 days only if blisters",
        "refuse if and only if pregnant",
    ] {
        let said = help(rule, "syntax");
        assert!(!said.contains("unless"), "{rule}: {said}");
    }
}

#[test]
fn what_is_done_before_a_deed_is_done_before_each() {
    let said = help("wash your hands before touching the area", "clause-shape");
    assert!(said.contains("`before each touching the area`"), "{said}");
    assert!(is_clean("wash hands before each touching the area"));
}

#[test]
fn this_treatment_itself_was_not_before_it() {
    let rules = "treatment microneedling\nrefuse if had microneedling within 2 weeks\ndefer until 2 weeks after dermal filler \
                 if had dermal filler within 2 weeks";
    let status = |history: &str| plan(rules, &format!("[history]\n{history}"), 1)["status"].clone();
    let none = "\"dermal filler\" = \"never\"";
    assert_eq!(
        status(&format!("microneedling = 2026-06-01\n{none}")),
        "proceed"
    );
    assert_eq!(
        status(&format!("microneedling = [2026-05-25, 2026-06-01]\n{none}")),
        "refuse"
    );
    assert_eq!(
        status(&format!("microneedling = 2026-05-25\n{none}")),
        "refuse"
    );
    // Another treatment of that day may have been before it.
    assert_eq!(
        status("\"dermal filler\" = 2026-06-01\nmicroneedling = \"never\""),
        "defer"
    );
}
