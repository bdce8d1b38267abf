//! Sheets that a nurse typed in, of a peel, laser hair removal and filler: ranges of answers, medicines that are prescribed,
//! and whom to call about what comes later.

use super::helped::{found, help, is_clean, led};
use super::plan;

#[test]
fn from_one_answer_to_another_is_a_range_and_never_a_reason() {
    for said in [
        "is IV to VI",
        "= IV to VI",
        "IV to VI",
        "is from IV to VI",
        "between IV and VI",
    ] {
        let rule = format!("use sunscreen if skin type {said}");
        led(
            &rule,
            "clause-shape",
            "in IV..VI",
            "use sunscreen if skin type in IV..VI",
        );
        assert!(!help(&rule, "clause-shape").contains("because"), "{rule}");
    }
    for (rule, part, applied) in [
        (
            "use sunscreen if skin types 4 to 6",
            "in IV..VI",
            "use sunscreen if skin types in IV..VI",
        ),
        (
            "if skin type is IV to VI, use sunscreen",
            "in IV..VI",
            "if skin type in IV..VI, use sunscreen",
        ),
        (
            "refuse if age is 12 to 17",
            "in 12..17",
            "refuse if age in 12..17",
        ),
        (
            "refuse if age 12 to 17",
            "in 12..17",
            "refuse if age in 12..17",
        ),
        (
            "use sunscreen if session is 2 to 3",
            "session is 2 or session is 3",
            "use sunscreen if session is 2 or session is 3",
        ),
    ] {
        led(rule, "clause-shape", part, applied);
    }
    let fact = "fact pain level: ordered none, mild, strong\n";
    led(
        &format!("{fact}use sunscreen if pain level is mild to strong"),
        "clause-shape",
        "in mild..strong",
        &format!("{fact}use sunscreen if pain level in mild..strong"),
    );
    // All of them are in it.
    let sun = "avoid direct sun for 14 days if skin type in IV..VI";
    for (skin, answer) in [("IV", "avoid"), ("V", "avoid"), ("VI", "avoid")] {
        let day = plan(sun, &format!("[facts]\n\"skin type\" = \"{skin}\"\n"), 3);
        assert_eq!(super::thing(&day, "direct sun")["answer"], answer, "{skin}");
    }
    // What goes somewhere else than to a second answer keeps its message.
    assert_eq!(found("use sunscreen to protect")[0].0, "clause-unfit");
}

#[test]
fn a_prescribed_medicine_that_is_not_to_be_stopped_goes_on() {
    let until = |said: &str| format!("continue {said} until doctor stops it if");
    for (rule, thing, asked) in [
        (
            "never stop a prescribed blood thinner without asking your doctor",
            "blood thinner",
            "prescribed",
        ),
        (
            "do not stop any prescribed blood thinners without asking your doctor",
            "blood thinners",
            "prescribed",
        ),
        (
            "never stop a blood thinner unless your doctor agrees",
            "blood thinner",
            "taking",
        ),
        (
            "do not stop your blood thinners without your doctor's advice",
            "blood thinners",
            "taking",
        ),
    ] {
        let written = format!("{} {asked} {thing}", until(thing));
        led(
            rule,
            "unknown-name",
            &written,
            &format!("event doctor stops it\n{written}"),
        );
        assert!(!help(rule, "unknown-name").contains("in quotes"), "{rule}");
    }
    let always = "continue blood thinner always if prescribed blood thinner";
    led(
        "never stop your prescribed blood thinner",
        "unknown-name",
        always,
        always,
    );
}

#[test]
fn what_somebody_calls_about_is_a_symptom() {
    for rule in [
        "call us if flu-like illness",
        "call us if flu-like illness or tooth infection",
        "if flu-like illness, call us",
        "call 999 if swelling of tongue and hives",
    ] {
        let said: Vec<String> = found(rule).into_iter().map(|(_, help)| help).collect();
        let said = said.join(" ");
        assert!(said.contains("`symptom "), "{rule}: {said}");
        assert!(!said.contains("`fact "), "{rule}: {said}");
    }
    let report = "symptom flu-like illness\nreport flu-like illness to clinic";
    assert!(is_clean(report));
    // Declared as a fact it is not only turned into what is told before.
    let fact = "fact flu-like illness: yes or no\n";
    for (rule, code) in [
        ("call us if flu-like illness", "unknown-head"),
        ("report flu-like illness to clinic", "wrong-kind"),
    ] {
        let said = help(&format!("{fact}{rule}"), code);
        assert!(said.contains("`symptom flu-like illness`"), "{said}");
    }
    // What a report asks of the patient may be known before.
    let said = help("report fever to clinic if smoker", "unknown-name");
    assert!(said.contains("`fact smoker: yes or no`"), "{said}");
    led(
        "call us if a lump is still there at 4 weeks",
        "unknown-head",
        "report lump lasting 4 weeks to clinic",
        "report lump lasting 4 weeks to clinic",
    );
}

#[test]
fn two_ways_to_the_same_help_are_one_whom() {
    for (rule, both) in [
        ("go to A&E or call 999 if severe pain", "\"A&E or 999\""),
        ("call 999 or go to A&E if severe pain", "\"999 or A&E\""),
        (
            "call 999 or go to the nearest A&E immediately if severe pain",
            "\"999 or A&E\"",
        ),
    ] {
        let report = format!("report severe pain to {both} immediately");
        led(rule, "unknown-head", &report, &report);
        assert!(!help(rule, "unknown-head").contains("otherwise"), "{rule}");
    }
    // Who is called first may not answer.
    let clinic = "report severe pain to clinic otherwise emergency services";
    led(
        "call us or go to A&E if severe pain",
        "unknown-head",
        clinic,
        clinic,
    );
}

#[test]
fn at_which_hours_somebody_answers_is_said_to_be_left_out() {
    let report = "report severe pain to 555-0199 immediately";
    let rule = "call us at once on 555-0199, any time, day or night, if severe pain";
    led(rule, "unknown-head", report, report);
    let said = help(rule, "unknown-head");
    assert!(
        said.contains("at which hours somebody answers is left out"),
        "{said}"
    );
    let without = help("call us at once on 555-0199 if severe pain", "unknown-head");
    assert!(!without.contains("hours"), "{without}");
}

#[test]
fn whom_to_turn_to_where_nobody_answers_is_no_sign() {
    for rule in [
        "go to A&E if no answer within 15 minutes",
        "if we do not answer within 15 minutes go to A&E",
        "if you cannot get through, go to A&E",
    ] {
        let said = help(rule, "clause-shape");
        assert!(said.contains("`otherwise \"A&E\"`"), "{rule}: {said}");
        assert!(!said.contains("declare"), "{rule}: {said}");
    }
    let report = "report severe pain to clinic otherwise \"A&E\"";
    for rule in [
        "call us if severe pain, go to A&E if no answer within 15 minutes",
        "call us if severe pain; if we do not answer within 15 minutes, go to A&E",
    ] {
        led(rule, "clause-shape", report, report);
        let said = help(rule, "clause-shape");
        assert!(said.contains("`within 15 minutes`"), "{said}");
    }
}

#[test]
fn what_hands_do_to_loose_skin_goes_by_its_names() {
    for (rule, written) in [
        (
            "do not pick, peel or scrub the loose skin",
            "avoid picking, peeling off skin and scrubbing",
        ),
        (
            "do not pick or peel loose skin",
            "avoid picking and peeling off skin",
        ),
        ("never peel the loose skin", "avoid peeling off skin"),
    ] {
        led(rule, "unknown-name", written, written);
    }
    let said = help("avoid picking, peeling and scrubbing", "wrong-kind");
    assert!(said.contains("`peeling off skin`"), "{said}");
}

#[test]
fn an_opened_block_and_a_dash_are_ranges_too() {
    led(
        "when skin type is IV to VI {\n  use sunscreen\n}",
        "clause-shape",
        "in IV..VI",
        "when skin type in IV..VI {\n  use sunscreen\n}",
    );
    led(
        "use sunscreen if skin type IV-VI",
        "unknown-name",
        "skin type in IV..VI",
        "use sunscreen if skin type in IV..VI",
    );
}

#[test]
fn names_that_sheets_use_are_known_or_led_to() {
    for rule in [
        "avoid hard exercise for 48 hours",
        "avoid perfumed products for 48 hours",
        "avoid epilating for 2 weeks",
        "avoid dental cleaning for 2 weeks",
        "avoid makeup until the skin has stopped peeling",
        "avoid makeup until skin stops peeling",
        "expect bruises",
    ] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
    }
    let day = plan("avoid hard exercise for 48 hours", "", 1);
    assert_eq!(super::thing(&day, "strenuous exercise")["answer"], "avoid");
    let words = "import hair-removal-words\n";
    assert!(is_clean(&format!("{words}avoid tight jeans for 2 days")));
    let sex = help("avoid sex for 48 hours", "wrong-kind");
    assert!(sex.contains("`sexual activity`"), "{sex}");
    let sunscreen = "apply sunscreen with spf 50+ every 2 hours";
    led(
        "reapply SPF 50 every 2 hours",
        "unknown-head",
        sunscreen,
        sunscreen,
    );
}

#[test]
fn who_took_or_did_something_lately_is_not_treated() {
    let refuse = "refuse if took isotretinoin within 6 months";
    for rule in [
        "isotretinoin must have been stopped for 6 months",
        "isotretinoin must be stopped 6 months before treatment",
        "you must not have taken isotretinoin for 6 months",
    ] {
        led(rule, "clause-shape", refuse, refuse);
        assert!(
            help(rule, "clause-shape")
                .contains("`defer until 6 months after isotretinoin last taken if took")
        );
    }
    let stop = "stop isotretinoin 6 months before treatment";
    led(
        stop,
        "clause-shape",
        "for 6 months before",
        "stop isotretinoin for 6 months before",
    );
    assert!(help(stop, "clause-shape").contains(&format!("`{refuse}`")));
    let defer = "defer if had recent sun within 2 weeks";
    led(
        "do not treat if you have been in the sun in the last 2 weeks",
        "clause-shape",
        defer,
        defer,
    );
    let lately = help("refuse if had sun exposure within 2 weeks", "wrong-kind");
    assert!(lately.contains("`recent sun`"), "{lately}");
}

#[test]
fn what_passes_is_deferred_for() {
    for asked in ["cold sores", "conditions includes sunburn"] {
        let rule = format!("do not treat if {asked}");
        let defer = format!("defer if {asked}");
        led(&rule, "unknown-head", &defer, &defer);
        assert!(help(&rule, "unknown-head").contains("`refuse`"));
    }
    let said = help("do not treat if pregnant", "unknown-head");
    assert!(!said.contains("defer"), "{said}");
}

#[test]
fn what_is_booked_keeps_its_title_and_how_far_apart() {
    for (rule, written) in [
        (
            "come back for a review at 2 weeks",
            "visit \"review\" 2 weeks after treatment",
        ),
        (
            "come back for a review with the nurse on day 7",
            "visit \"review with the nurse\" 7 days after treatment",
        ),
        (
            "second peel 6 to 8 weeks after the first",
            "sessions 2 every 6..8 weeks",
        ),
    ] {
        led(rule, "clause-shape", written, written);
    }
}

#[test]
fn what_is_lost_in_passing_is_kept_or_said() {
    let chin = help("allow makeup on chin after 24 hours", "nothing-before");
    assert!(
        chin.contains("`resume makeup on chin from 24 hours"),
        "{chin}"
    );
    for rule in [
        "call us if redness lasts longer than 3 days",
        "call us if redness lasts over 3 days",
        "call us if redness lasts more than 3 days",
    ] {
        let report = "report redness lasting 3 days to clinic";
        led(rule, "unknown-head", report, report);
        let said = help(rule, "unknown-head");
        assert!(said.contains("that long or longer"), "{rule}: {said}");
    }
    let needed = "apply cool compress as needed if stinging";
    led(
        "apply cool compress if needed for stinging",
        "clause-shape",
        "as needed if",
        needed,
    );
    let choice = help("use arnica tablets or arnica cream", "wrong-verb");
    assert!(
        choice.contains("`allow arnica tablets or arnica cream`"),
        "{choice}"
    );
    led(
        "use cool compress 10 minutes every hour on the first evening",
        "unknown-name",
        "in the evening on day 0",
        "use cool compress 10 minutes every hour in the evening on day 0",
    );
    led(
        "use cool compress on the first evening",
        "unknown-name",
        "every evening on day 0",
        "use cool compress every evening on day 0",
    );
    led(
        "avoid alcohol on the first evening",
        "unknown-name",
        "tonight",
        "avoid alcohol tonight",
    );
}

#[test]
fn a_course_of_tablets_that_ends_so_long_after_has_its_last_day() {
    let said = help(
        "take oral antibiotics from 2 days before treatment until 5 days after treatment",
        "last-dose",
    );
    assert!(said.contains("`on days -2..5`"), "{said}");
    let with = plan("take oral antibiotics on days -2..5", "", 6);
    let lines = with["directives"].as_array().expect("lines");
    assert!(lines.iter().any(|line| line["phase"] == "active"), "{with}");
    // What is left off ends where sheets mean it to.
    assert!(is_clean("avoid makeup until 5 days after treatment"));
}
