//! Sentences that were read as something else, which could hurt somebody.

use serde_json::json;

use super::{all, answer, plan, text_of};

#[test]
fn a_strength_on_a_duty_is_that_strength_and_a_sun_factor_the_least() {
    let of = |rule: &str| all(&plan(rule, "", 1), "directives", "attributes")[0].clone();
    let strength = of("use hydrocortisone cream with strength 0.5 daily");
    assert_eq!(strength, json!(["strength 0.5"]));
    let factor = of("use sunscreen with spf 30 daily");
    assert_eq!(factor, json!(["spf 30 or more"]));
    let more = of("use hydrocortisone cream with strength at least 0.5 daily");
    assert_eq!(more, json!(["strength 0.5 or more"]));
}

#[test]
fn a_ban_without_a_number_names_nobody_but_the_clinic_as_its_end() {
    let rules = "avoid makeup for a few days\navoid sauna from healed for a few weeks";
    let text = text_of(rules);
    for said in [
        "For a few days (this protocol does not say how long that is: ask the clinic).",
        "No end is known, only \"for a few days\"; ask the clinic before using or doing it again: makeup.",
        "until the clinic says that a few weeks are over.",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("have passed"), "{text}");
    for day in [1, 20] {
        assert_eq!(answer(&plan(rules, "", day), "makeup"), "avoid, settled");
    }
}

#[test]
fn the_distance_from_bedtime_keeps_its_bound() {
    let of = |rule: &str| all(&plan(rule, "", 1), "directives", "frequency")[0].clone();
    let least = of("apply healing ointment at least 1 hour before bedtime");
    assert_eq!(least, json!("at least 1 hour before bedtime"));
    let most = of("apply healing ointment daily, up to 2 hours before bedtime");
    assert_eq!(most, json!("daily, at most 2 hours before bedtime"));
    let plan = plan(
        "apply healing ointment at least 1 hour before bedtime",
        "",
        1,
    );
    assert_eq!(all(&plan, "directives", "quantity"), [&json!(null)]);
}

#[test]
fn around_the_eyes_is_around_them_and_eyes_are_part_of_their_area() {
    let around = plan("apply healing ointment around the eyes daily", "", 1);
    assert_eq!(all(&around, "directives", "place"), [&json!("around eyes")]);
    let held = plan(
        "apply healing ointment on the eyes daily\navoid healing ointment on eye area for 3 days",
        "",
        1,
    );
    let held_back = held["directives"][0]["held_back_by"].as_array();
    assert_eq!(held_back.map(Vec::len), Some(1), "{held}");
}

#[test]
fn what_is_expected_at_least_so_long_says_so() {
    let text = text_of("expect hair loss for at least 2 years\nexpect redness mostly for 3 days");
    assert!(
        text.contains("(the protocol says: for at least 2 years)"),
        "{text}"
    );
    let undated = plan_without_aftercare("expect swelling mostly for up to 3 days");
    assert!(
        undated.contains("Swelling: how long is not said."),
        "{undated}"
    );
    assert!(!undated.contains("no end date"), "{undated}");
}

fn plan_without_aftercare(rule: &str) -> String {
    use aftercare_dsl::render::{self, TextOptions};
    let rules = format!("import skin-care\n{rule}\n");
    let (protocol, patient) =
        crate::support::read(&rules, "treated = 2026-06-01\n").expect("sound files");
    let on = Some(crate::support::moment("2026-06-02"));
    let on = crate::support::plan(&protocol, &patient, on).expect("dates in range");
    let page = render::text(&on, &TextOptions::default());
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_stops_at_a_symptom_waits_for_none() {
    let rule = "massage lips daily unless severe pain or bleeding";
    let plan = plan(rule, "", 1);
    let directive = &plan["directives"][0];
    assert_eq!(directive["unless"], "severe pain or bleeding");
    assert_eq!(directive["if"], "not (severe pain or bleeding)");
    let text = text_of(rule);
    assert!(
        text.contains("Do: - Massage lips daily. NOT IF severe pain or bleeding."),
        "{text}"
    );
    assert!(!text.contains("Only if it happens"), "{text}");
    let waits = text_of("massage lips daily if itching");
    assert!(
        waits.contains("Only if it happens: - Massage lips daily."),
        "{waits}"
    );
}

#[test]
fn what_is_taken_off_is_taken_off_on_that_day() {
    for rule in [
        "remove dressing after 2 days",
        "remove dressing from 2 days",
        "after 2 days, remove dressing",
        "remove dressing at 2 days",
    ] {
        let plan = plan(rule, "", 3);
        let directive = &plan["directives"][0];
        assert_eq!(directive["from"], "2026-06-03", "{rule}");
        assert_eq!(directive["last_day"], "2026-06-03", "{rule}");
    }
    let range = plan("remove dressing from 5..7 days", "", 6);
    assert_eq!(range["directives"][0]["from"], "2026-06-06");
    assert_eq!(range["directives"][0]["last_day"], "2026-06-08");
    for rule in [
        "remove dressing daily from 2 days",
        "remove dressing from 2 days if itching",
        "remove dressing from 2 days until healed",
        "use moisturiser from 2 days",
    ] {
        let plan = plan(rule, "", 3);
        assert_eq!(plan["directives"][0]["last_day"], json!(null), "{rule}");
    }
}

#[test]
fn what_the_clock_time_decides_is_open_and_never_out_of_force() {
    let rules = "avoid makeup for 4 hours\nuse lipstick today";
    let open = plan(rules, "", 1);
    let line = &open["directives"][1];
    assert_eq!(line["never_in_force"], false);
    assert_eq!(line["clock_time_decides"], true);
    assert_eq!(line["state"], "waiting");
    assert_eq!(open["status"], "unsettled");
    let text = text_of(rules);
    assert!(!text.contains("NEVER IN FORCE"), "{text}");
    let never = plan("avoid makeup for 4 days\nuse lipstick today", "", 1);
    assert_eq!(never["directives"][1]["never_in_force"], true);
    assert_eq!(never["directives"][1]["clock_time_decides"], false);
}

#[test]
fn words_before_a_name_stay_before_it() {
    let text = text_of("expect mild slight redness for 2 days");
    assert!(text.contains("Mild slight redness:"), "{text}");
}

#[test]
fn a_fever_of_so_much_or_more_is_reported_at_that_number() {
    let at = |rule: &str, degrees: &str| {
        let patient = format!("[symptoms]\nfever = {{ since = 2026-06-01, {degrees} }}");
        plan(rule, &patient, 1)["status"].clone()
    };
    for rule in [
        "report fever at least 101 F to clinic",
        "report fever of 101 F or more to clinic",
        "report fever 101 F or higher to clinic",
    ] {
        assert_eq!(at(rule, "value = \"101 F\""), json!("contact"), "{rule}");
    }
    assert_eq!(
        at("report fever above 101 F to clinic", "value = \"101 F\""),
        json!("proceed")
    );
    let text = text_of("report fever of 101 F or more to clinic");
    assert!(
        text.contains("Fever of 101 F or more. Call the clinic."),
        "{text}"
    );
}

#[test]
fn up_to_so_many_in_a_day_is_a_cap_of_the_day() {
    let of = |rule: &str| all(&plan(rule, "", 1), "directives", "quantity")[0].clone();
    let said = of("take paracetamol up to 8 tablets in 24 hours if pain");
    assert_eq!(
        said,
        of("take paracetamol at most 8 tablets in 24 hours if pain")
    );
    assert_eq!(
        said,
        of("take paracetamol up to 8 tablets per 24 hours if pain")
    );
    assert_ne!(said, json!(null));
}
