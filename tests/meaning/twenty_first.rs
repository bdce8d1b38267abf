//! Sheets that a nurse typed in, of permanent makeup, PRP in the scalp and skin tags: sentences that passed and meant
//! something else.

use aftercare_dsl::eval::evaluate_together;
use aftercare_dsl::render;
use serde_json::Value;

use super::helped::{found, help, is_clean, led};
use super::{all, answer, plan, thing};
use crate::support::{moment, read_together};

/// The plan of a patient of two treatments on 1 June 2026, asked about a day of June.
fn of_both(first: &str, other: &str, day: u32) -> Value {
    let head = |treatment: &str| {
        format!("import skin-care\naftercare for 2 weeks\ntreatment {treatment}\n")
    };
    let first = format!("{}{first}\n", head("microneedling"));
    let other = format!("{}{other}\n", head("chemical peel"));
    let patient = "[treatments.microneedling]\ntreated = 2026-06-01\n\
                   [treatments.\"chemical peel\"]\ntreated = 2026-06-01\n";
    let (protocols, patient) = read_together(&[&first, &other], patient).expect("sound files");
    let (first, others) = protocols.split_first().expect("two protocols");
    let on = moment(&format!("2026-06-{day:02}"));
    let plan = evaluate_together((first, others), &patient, Some(on)).expect("dates in range");
    serde_json::from_str(&render::json(&plan)).expect("the plan is JSON")
}

/// What stands before the next session takes the same from what goes on as what stands before this one did.
#[test]
fn what_goes_on_is_held_back_before_the_next_session_too() {
    let course = "sessions 3 every 4 weeks\n";
    let taking =
        "sessions = []\n[facts]\nmedications = [{ name = \"warfarin\", prescribed = false }]\n";
    let part = format!(
        "{course}stop aspirin for 7 days before treatment\ncontinue blood thinners except warfarin always"
    );
    let plan_of_part = plan(&part, taking, 10);
    let goes_on = &plan_of_part["directives"][1];
    assert_eq!(
        goes_on["next_session_except"],
        serde_json::json!(["aspirin"])
    );
    let by = &goes_on["next_session_held_back_by"][0]["sentence"];
    assert_eq!(by, "stop aspirin for 7 days before treatment");

    // All of it: nothing is to be done on the days on which it is off.
    let whole = format!(
        "{course}avoid retinol for 3 days before\nuse retinol daily from day 5 until course finished"
    );
    let plan_of_whole = plan(&whole, "sessions = []", 10);
    let duty = &plan_of_whole["directives"][1];
    let days: Vec<(&Value, &Value)> = all_windows(duty);
    assert_eq!(days[0], (&"2026-06-06".into(), &"2026-06-25".into()));
    assert_eq!(days[1].0, &Value::from("2026-06-30"));
    let by = &duty["next_session_held_back_by"][0]["sentence"];
    assert_eq!(by, "avoid retinol for 3 days before");

    // Steps, a choice, and what is done with something.
    let steps = format!(
        "{course}avoid retinol for 3 days before\nsteps \"evening\" {{ use retinol then use moisturiser }} daily from day 5 \
         until course finished"
    );
    let plan_of_steps = plan(&steps, "sessions = []", 10);
    let item = &plan_of_steps["steps"][0]["items"][0];
    assert_eq!(item["held_back_by"].as_array().map(Vec::len), Some(1));
}

fn all_windows(line: &Value) -> Vec<(&Value, &Value)> {
    let windows = line["windows"].as_array().expect("windows");
    windows
        .iter()
        .map(|window| (&window["from"], &window["last_day"]))
        .collect()
}

#[test]
fn places_that_have_nothing_in_common_do_not_hold_each_other() {
    let free = |one: &str, other: &str| {
        let rules = format!("no makeup on {one} for 10 days\nno makeup on {other} for 3 days");
        let day = plan(&rules, "", 2);
        let line = day["directives"][1].clone();
        line["still_held"].as_array().map(Vec::is_empty) == Some(true)
    };
    for (one, other) in [
        ("brows", "neck"),
        ("lips", "brows"),
        ("face", "neck"),
        ("eyelids", "lips and chin"),
    ] {
        assert!(free(one, other), "{one}, {other}");
        assert!(free(other, one), "{other}, {one}");
    }
    // One may be part of the other, or lies nobody knows where.
    for (one, other) in [
        ("face", "brows"),
        ("brows", "face"),
        ("forehead", "brows"),
        ("treated area", "neck"),
        ("wound", "neck"),
        ("brows and neck", "neck"),
        ("lips", "mouth"),
    ] {
        assert!(!free(one, other), "{one}, {other}");
    }
    let own =
        "place \"new scar\"\nno makeup on \"new scar\" for 10 days\nno makeup on neck for 3 days";
    let day = plan(own, "", 2);
    assert_ne!(day["directives"][1]["still_held"], serde_json::json!([]));
    // So it is of two treatments.
    let both = of_both(
        "no makeup on brows for 10 days",
        "no makeup on neck for 3 days",
        2,
    );
    let held = all(&both, "directives", "still_held");
    assert!(
        held.iter().all(|held| **held == serde_json::json!([])),
        "{held:?}"
    );
}

#[test]
fn two_treatments_that_ask_for_medicines_of_one_class_are_told_together() {
    let clashes = |one: &str, other: &str| of_both(one, other, 1)["clashes"].clone();
    let told = clashes(
        "take valaciclovir 500 mg twice daily for 5 days",
        "take aciclovir 400 mg 3 times a day for 5 days",
    );
    assert_eq!(told[0]["class"], "antivirals");
    assert_eq!(
        told[0]["things"],
        serde_json::json!(["valaciclovir", "aciclovir"])
    );
    assert_eq!(told.as_array().map(Vec::len), Some(1));
    // The class itself is any of them.
    let told = clashes("take antivirals for 5 days", "take aciclovir for 5 days");
    assert_eq!(told[0]["class"], "antivirals");
    for (one, other) in [
        ("take aciclovir for 5 days", "take aciclovir for 5 days"),
        (
            "take aciclovir for 2 days",
            "take valaciclovir from day 5 for 2 days",
        ),
        ("take aciclovir for 5 days", "take paracetamol for 5 days"),
        ("take aciclovir for 5 days", "avoid ibuprofen for 5 days"),
    ] {
        assert_eq!(clashes(one, other), Value::Null, "{one}, {other}");
    }
}

/// What is off near a place is off on it, too, and not the other way round.
#[test]
fn near_a_place_is_also_on_it() {
    for beside in ["near", "around"] {
        let wide = format!(
            "avoid moisturiser {beside} brows for 3 days\napply moisturiser on brows daily"
        );
        let day = plan(&wide, "", 1);
        assert_eq!(day["directives"][1]["from"], "2026-06-04", "{wide}");
        let narrow = format!(
            "avoid moisturiser on brows for 3 days\napply moisturiser {beside} brows daily"
        );
        let day = plan(&narrow, "", 1);
        assert_eq!(day["directives"][1]["from"], "2026-06-01", "{narrow}");
    }
}

/// What is off at one place for a shorter time is free there sooner: the last day says where it is off then.
#[test]
fn a_thing_is_free_at_last_where_it_is_off_at_last() {
    let rules = "no makeup on brows for 10 days\nno makeup on neck for 3 days";
    let day = plan(rules, "", 12);
    let makeup = thing(&day, "makeup");
    assert_eq!(makeup["free_from"], "2026-06-11");
    assert_eq!(makeup["off_only"], serde_json::json!(["on brows"]));
}

#[test]
fn a_class_is_named_whatever_the_kinds_of_its_members() {
    let day = plan("no moisturiser for 5 days", "", 1);
    assert_eq!(answer(&day, "moisturiser"), "avoid, settled");
    assert_eq!(thing(&day, "moisturiser")["kind"], "product");
}

#[test]
fn what_is_no_event_dates_nothing() {
    for (rule, part, applied) in [
        (
            "pat dry after showering",
            "after each showering",
            "pat dry after each showering",
        ),
        (
            "apply healing ointment after washing",
            "after each washing",
            "apply healing ointment after each washing",
        ),
        (
            "apply healing ointment from 2 weeks after the stitches",
            "stitches removed",
            "apply healing ointment from 2 weeks after stitches removed",
        ),
        (
            "take paracetamol at breakfast",
            "before each breakfast",
            "take paracetamol before each breakfast",
        ),
        (
            "avoid makeup for 2 days after washing",
            "event washing done",
            "event washing done\navoid makeup for 2 days after washing done",
        ),
        (
            "resume makeup after washing",
            "event washing done",
            "event washing done\nresume makeup from washing done",
        ),
        (
            "keep dry until showering",
            "event showering done",
            "event showering done\nkeep dry until showering done",
        ),
        (
            "visit \"check\" 2 days after washing",
            "event washing done",
            "event washing done\nvisit \"check\" 2 days after washing done",
        ),
        (
            "action well\ndefer until well if conditions includes active infection",
            "event well",
            "event well\ndefer until well if conditions includes active infection",
        ),
    ] {
        led(rule, "wrong-kind", part, applied);
    }
    // A name that is not known is no kind of a thing where a time stands.
    let unknown = help(
        "defer until well if conditions includes active infection",
        "unknown-name",
    );
    assert!(unknown.contains("`event well`"), "{unknown}");
    assert!(!unknown.contains("action"), "{unknown}");
    // What is left for minutes is so each time, and the routines of the file are printed.
    for rules in [
        "avoid touching for 30 minutes after the sunscreen",
        "steps \"evening\" { cleanse face then use moisturiser }\nuse hyaluronic acid serum after evening",
    ] {
        assert!(is_clean(rules), "{rules}: {:?}", found(rules));
    }
}

#[test]
fn a_tool_of_what_is_done_now_and_then_asks_how_often() {
    led(
        "use electric razor on neck",
        "tool-each-day",
        "allow shaving on neck using electric razor",
        "allow shaving on neck using electric razor",
    );
    let slip = found("use electrical razor on neck");
    assert_eq!(slip.len(), 1, "what is not known is one message: {slip:?}");
    led(
        "use razor on neck for 1 week",
        "tool-each-day",
        "use razor on neck daily for 1 week",
        "use razor on neck daily for 1 week",
    );
    for rule in [
        "use new razor on neck on day -1",
        "use razor on neck if coarse hair",
        "use clean pillowcase",
        "use washcloth on face",
    ] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
    }
}

#[test]
fn what_is_put_on_before_a_treatment_is_asked_about() {
    for part in ["before treatment", "for 24 hours"] {
        led(
            "avoid numbing cream",
            "put-on-before",
            &format!("avoid numbing cream {part}"),
            &format!("avoid numbing cream {part}"),
        );
    }
    let both = "avoid numbing cream\navoid lidocaine cream for 24 hours before";
    assert!(is_clean(both), "{:?}", found(both));
}

#[test]
fn what_is_kept_off_a_place_is_said_there() {
    for (rule, code, part, applied) in [
        (
            "do not get brows wet for 10 days",
            "unknown-name",
            "avoid getting wet on brows for 10 days",
            "avoid getting wet on brows for 10 days",
        ),
        (
            "do not get the dressing wet",
            "unknown-name",
            "keep dressing dry",
            "keep dressing dry",
        ),
        (
            "keep acids 1 cm away from brows for 10 days",
            "clause-shape",
            "avoid acids near brows",
            "avoid acids near brows for 10 days",
        ),
        (
            "wash face avoiding brows",
            "unknown-name",
            "avoid washing on brows",
            "wash face\navoid washing on brows",
        ),
        (
            "wash face around brows only",
            "unknown-name",
            "avoid washing on brows",
            "wash face around brows\navoid washing on brows",
        ),
        (
            "wash face but not brows",
            "clause-shape",
            "avoid washing on brows",
            "wash face\navoid washing on brows",
        ),
        (
            "apply moisturiser on face avoiding brows",
            "unknown-name",
            "avoid moisturiser on brows",
            "apply moisturiser on face\navoid moisturiser on brows",
        ),
    ] {
        led(rule, code, part, applied);
    }
}

#[test]
fn a_reason_stands_in_quotes_wherever_it_stands() {
    let written = "avoid retinoids for 10 days because \"they slow healing\"";
    for said in ["since", "as"] {
        let rule = format!("avoid retinoids for 10 days {said} they slow healing");
        led(
            &rule,
            "clause-shape",
            "because \"they slow healing\"",
            written,
        );
    }
    led(
        "avoid retinoids for 10 days because they slow healing",
        "unquoted-text",
        "because \"they slow healing\"",
        written,
    );
    let place = help(
        "avoid retinoids on brows since they slow healing",
        "unknown-name",
    );
    assert!(place.contains("because \"they slow healing\""), "{place}");
}

/// Each of several treatments has a treated area of its own: a line says of which it is.
#[test]
fn the_treated_area_of_several_treatments_says_whose_it_is() {
    let rules = "avoid touching on treated area for 5 days\nwash treated area daily\nexpect redness on treated area\n\
                 steps \"evening\" { cleanse treated area then use moisturiser }";
    let plan = of_both(rules, rules, 1);
    let places: Vec<&Value> = all(&plan, "directives", "place");
    assert!(
        places.contains(&&"on treated area (microneedling)".into()),
        "{places:?}"
    );
    assert!(
        places.contains(&&"on treated area (chemical peel)".into()),
        "{places:?}"
    );
    let written = all(&plan, "directives", "written");
    assert!(written.contains(&&serde_json::json!(["treated area (chemical peel)"])));
    let expected = all(&plan, "expectations", "place");
    assert_eq!(expected[1], "on treated area (chemical peel)");
    let step = &plan["steps"][0]["items"][0]["text"];
    assert_eq!(step, "cleanse treated area (microneedling)");
    // What names no area is said of both at once.
    let once = of_both("avoid sauna for 5 days", "avoid sauna for 5 days", 1);
    assert_eq!(once["directives"].as_array().map(Vec::len), Some(1));
}
