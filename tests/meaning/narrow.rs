//! A restriction at a place or in a situation stands beside what is asked or permitted elsewhere, and the
//! answer tells of both. README.md, "Where sentences meet".

use serde_json::{Value, json};

use super::{plan, text_of, thing};

/// Of the only duty or permission of a plan: whether nothing is left of it, and what it leaves out.
fn left(rules: &str) -> (bool, Vec<String>) {
    let plan = plan(rules, "", 3);
    let lines = plan["directives"].as_array().expect("directives");
    let asked = lines
        .iter()
        .find(|line| line["verb"] != "avoid")
        .expect("a duty or permission");
    let except = asked["except"].as_array().expect("a list").iter();
    let except = except.filter_map(Value::as_str).map(str::to_owned);
    (asked["never_in_force"] == true, except.collect())
}

#[test]
fn a_situation_holds_back_only_what_is_done_in_it() {
    let beside = |words: &str| (false, vec![words.to_owned()]);
    assert_eq!(
        left("use makeup daily\navoid makeup while asleep"),
        beside("makeup while asleep")
    );
    assert_eq!(
        left("avoid makeup while outdoors\nuse makeup while outdoors"),
        (true, vec![])
    );
    assert_eq!(
        left("avoid makeup\nuse makeup while outdoors"),
        (true, vec![])
    );
}

#[test]
fn a_place_holds_back_what_is_done_there() {
    let held = |place: &str, other: &str| {
        left(&format!(
            "avoid moisturiser {place}\napply moisturiser {other}"
        ))
    };
    assert_eq!(held("on lips", "on lips"), (true, vec![]));
    assert_eq!(
        held("on lips", "on neck"),
        (false, vec!["moisturiser on lips".to_owned()])
    );
    assert_eq!(
        held("on lips", ""),
        (false, vec!["moisturiser on lips".to_owned()])
    );
    assert_eq!(held("", "on lips"), (true, vec![]));
}

#[test]
fn of_several_places_only_those_restricted_are_held_back() {
    let held = |rules: &str, duty: &str| left(&format!("{rules}\napply moisturiser {duty}"));
    let lips = "avoid moisturiser on lips";
    for both in ["on lips and neck", "on neck or lips"] {
        assert_eq!(
            held(lips, both),
            (false, vec!["moisturiser on lips".to_owned()])
        );
        // Two restrictions come to as much as one at two places.
        let each = format!("{lips}\navoid moisturiser on neck");
        assert_eq!(held(&each, both), (true, vec![]));
        assert_eq!(
            held("avoid moisturiser on neck or lips", both),
            (true, vec![])
        );
    }
    assert_eq!(
        held("avoid moisturiser on lips and neck", "on neck"),
        (true, vec![])
    );
    // One of them is where the treatment was.
    assert_eq!(
        held("avoid moisturiser on lips and treated area", ""),
        (true, vec![])
    );
    assert_eq!(
        held("avoid moisturiser on neck, around lips", "on chest, lips"),
        (
            false,
            vec!["moisturiser on neck, around lips".replace(", ", " and ")]
        )
    );
}

#[test]
fn the_treated_area_is_meant_where_no_place_is_named() {
    assert_eq!(
        left("avoid serum on treated area\nuse serum"),
        (true, vec![])
    );
    assert_eq!(
        left("avoid towel on treated area\nallow towel around neck"),
        (false, vec!["towel on treated area".to_owned()])
    );
}

#[test]
fn on_a_place_is_not_around_it_and_around_it_is_on_it() {
    assert!(!left("avoid makeup on lips\nallow makeup around lips").0);
    assert!(left("avoid makeup around lips\nallow makeup on lips").0);
}

#[test]
fn what_is_done_with_something_holds_back_only_what_is_done_with_it() {
    assert!(!left("avoid washing using towel\ndo washing daily").0);
    assert!(left("avoid washing using towel\ndo washing using towel daily").0);
    assert!(left("avoid washing\ndo washing using towel daily").0);
}

#[test]
fn use_only_in_a_situation_keeps_what_other_sentences_ask_for() {
    let rules = "avoid tool except clean fingertips while asleep\napply ice pack 10 minutes daily";
    assert!(!left(rules).0);
}

#[test]
fn an_answer_says_where_and_while_what_it_holds() {
    let told = |rules: &str, name: &str| {
        let plan = plan(rules, "", 3);
        let thing = thing(&plan, name);
        [&thing["answer"], &thing["only"], &thing["otherwise"]].map(Clone::clone)
    };
    assert_eq!(
        told("use makeup daily\navoid makeup while asleep", "makeup"),
        [json!("avoid"), json!(["while asleep"]), json!("allowed")]
    );
    assert_eq!(
        told("avoid makeup on lips", "makeup"),
        [json!("avoid"), json!(["on lips"]), json!("not covered")]
    );
    assert_eq!(
        told(
            "avoid towel on treated area\nallow towel around neck",
            "towel"
        ),
        [json!("avoid"), json!(["on treated area"]), json!("allowed")]
    );
    assert_eq!(
        told("allow towel around neck", "towel"),
        [
            json!("allowed"),
            json!(["around neck"]),
            json!("not covered")
        ]
    );
    assert_eq!(
        told("avoid makeup on lips and neck", "makeup"),
        [
            json!("avoid"),
            json!(["on lips and neck"]),
            json!("not covered")
        ]
    );
    let beside = "avoid makeup on lips\nallow makeup on lips and neck";
    assert_eq!(
        told(beside, "makeup"),
        [json!("avoid"), json!(["on lips"]), json!("allowed")]
    );
    // One that holds everywhere makes the answer flat.
    assert_eq!(
        told("avoid makeup on lips\navoid makeup for 9 days", "makeup"),
        [json!("avoid"), json!([]), Value::Null]
    );
    assert_eq!(
        told("avoid makeup on treated area", "makeup"),
        [json!("avoid"), json!([]), Value::Null]
    );
}

/// `massage lips` is massaging on the lips: a ban on the deed there holds it back, and one elsewhere, or one
/// that names no place beside the hands, does not.
#[test]
fn a_ban_on_the_deed_of_a_verb_holds_it_back_where_it_is_done() {
    let held = |rules: &str| {
        let plan = plan(rules, "", 1);
        let lines = plan["directives"].as_array().expect("directives");
        let duty = lines.iter().find(|line| line["verb"] == "do");
        let duty = duty.expect("a duty");
        let by = duty["held_back_by"].as_array().map(Vec::len);
        (by, duty["from"].clone())
    };
    let back = (Some(1), json!("2026-06-04"));
    let stands = (Some(0), json!("2026-06-01"));
    assert_eq!(
        held("avoid massaging on lips for 3 days\nmassage lips daily"),
        back
    );
    assert_eq!(
        held("avoid washing on face for 3 days\nwash lips daily"),
        back
    );
    assert_eq!(
        held("avoid massaging for 3 days\nmassage treated area daily"),
        back
    );
    assert_eq!(
        held("avoid massaging on lips for 3 days\nmassage scalp daily"),
        stands
    );
    assert_eq!(held("avoid washing for 3 days\nwash hands daily"), stands);
    assert_eq!(held("keep dry for 3 days\nwash hands daily"), stands);
}

#[test]
fn when_it_is_free_again_a_thing_says_where_alone_it_is_restricted() {
    let page = text_of("avoid massaging on lips for 3 days");
    assert!(
        page.contains("- From Thu 4 Jun 2026: massaging on lips."),
        "{page}"
    );
}

#[test]
fn what_is_left_out_while_something_is_done_is_nobodys_word() {
    let off = "avoid touching for 10 days except while showering";
    let today = plan(off, "", 3);
    let touching = thing(&today, "touching");
    assert_eq!(touching["answer"], "avoid");
    assert_eq!(touching["only"], json!(["while not showering"]));
    assert_eq!(touching["otherwise"], "not covered");
    // What is done in that situation alone is held back by nothing, and what is done at any time is.
    assert_eq!(
        left(&format!("{off}\nallow touching while showering")),
        (false, vec![])
    );
    assert!(!left(&format!("{off}\nallow touching")).0);
    assert_eq!(
        left("avoid makeup except while outdoors\nuse makeup while asleep"),
        (true, vec![])
    );
    let allowed = plan(&format!("{off}\nallow touching while showering"), "", 3);
    assert_eq!(thing(&allowed, "touching")["otherwise"], "allowed");
}

#[test]
fn a_duty_says_in_which_situation_it_is_none() {
    let rules = "wear compression garment at all times for 4 weeks except while showering";
    assert_eq!(left(rules), (false, vec!["while showering".to_owned()]));
    let page = text_of(rules);
    assert!(
        page.contains("Wear compression garment at all times, except while showering."),
        "{page}"
    );
    assert!(!page.contains("all times, while"), "{page}");
}
