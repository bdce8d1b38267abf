//! Sheets that a nurse typed in: sentences that passed and meant something else, and helps that led to one.

use super::helped::{found, help, is_clean, led};
use super::{answer, plan, text_for, thing};

#[test]
fn what_is_not_among_what_is_left_is_allowed_in_a_sentence_of_its_own() {
    let rule = "avoid strenuous exercise for 48 hours except walking";
    let mended = "avoid strenuous exercise for 48 hours\nallow walking";
    led(rule, "except-outside", "allow walking", mended);
    assert!(!help(rule, "except-outside").contains("while walking"));
    let day = plan(mended, "", 1);
    assert_eq!(answer(&day, "walking"), "allowed, settled");
    assert_eq!(thing(&day, "strenuous exercise")["answer"], "avoid");
    led(
        "resume makeup from day 2 except sauna",
        "except-outside",
        "avoid sauna",
        "resume makeup from day 2\navoid sauna",
    );
    // What is done of a kind that is left stays in its clause.
    assert!(is_clean(
        "avoid strenuous exercise for 48 hours except running"
    ));
}

#[test]
fn a_series_of_sessions_is_a_course() {
    for (rule, course) in [
        (
            "a series of 3 sessions every 4..6 weeks",
            "sessions 3 every 4..6 weeks",
        ),
        (
            "a course of 3 sessions, 4 to 6 weeks apart",
            "sessions 3 every 4..6 weeks",
        ),
        ("course of 3 sessions", "sessions 3"),
        ("a package of 6 treatments", "sessions 6"),
        ("series of three", "sessions 3"),
    ] {
        led(rule, "unknown-head", course, course);
        assert!(!help(rule, "unknown-head").contains("declare"), "{rule}");
    }
    let course = plan("sessions 3 every 4..6 weeks", "", 1);
    let candidate = &course["treatments"][0]["sessions"]["candidates"][0];
    assert_eq!(candidate["most"], 3, "{course}");
    assert_eq!(candidate["every"], "4 to 6 weeks", "{course}");
}

#[test]
fn a_dressing_stays_on_in_one_sentence_and_dry_in_another() {
    let stays = "keep dressing on neck for 48 hours";
    let dry = "keep dressing dry on neck for 48 hours";
    for rule in [
        "keep dressing on neck in place and dry for 48 hours",
        "leave the dressing on your neck in place and dry for 48 hours",
    ] {
        led(rule, "clause-shape", stays, stays);
        led(rule, "clause-shape", dry, dry);
    }
    for (rule, written) in [
        ("keep dressing on neck in place", "keep dressing on neck"),
        ("keep dressing in place on neck", "keep dressing on neck"),
        ("keep dressing on neck dry", "keep dressing dry on neck"),
        ("keep dressing in place", "keep dressing"),
        ("keep dressing on", "keep dressing"),
    ] {
        led(rule, "clause-shape", written, written);
    }
    assert!(is_clean(&format!("{stays}\n{dry}")));
}

#[test]
fn what_is_done_in_the_morning_of_the_treatment_is_prepared() {
    let prepared = "prepare \"wash hair\" on day 0";
    for rule in [
        "wash hair in the morning of the treatment",
        "wash hair on the morning of treatment",
        "wash hair on the day of the treatment",
        "wash hair on the morning of your appointment",
        "on the morning of treatment, wash hair",
    ] {
        led(rule, "clause-shape", prepared, prepared);
    }
    led(
        "avoid makeup on the morning of treatment",
        "clause-shape",
        "on day 0",
        "avoid makeup on day 0",
    );
    let day = plan("avoid makeup on day 0", "", 1);
    assert_eq!(answer(&day, "makeup"), "avoid, settled");
    assert_eq!(
        found("expect redness on the day of the treatment")[0].0,
        "clause-shape"
    );
}

/// Whether a plan asks on a day to go on with something.
fn goes_on(plan: &serde_json::Value, item: &str) -> bool {
    let lines = plan["directives"].as_array().map(Vec::as_slice);
    let mut lines = lines.unwrap_or_default().iter();
    let names = |line: &serde_json::Value| {
        let mut items = line["items"].as_array().into_iter().flatten();
        items.any(|one| one == item)
    };
    lines.any(|line| line["word"] == "continue" && line["phase"] == "active" && names(line))
}

#[test]
fn a_medicine_that_goes_on_does_so_before_the_treatment() {
    let taken = "[facts]\nmedications = [{ name = \"warfarin\", prescribed = true }]\n";
    // Treated on the first, asked about the day before.
    let before = |rule: &str| {
        let rules = format!("import skin-care\naftercare for 2 weeks\n{rule}\n");
        let patient = format!("treated = 2026-06-01\n{taken}");
        crate::support::plan_json(&rules, &patient, Some("2026-05-31"))
    };
    for rule in [
        "continue blood thinners",
        "continue blood thinners if taking blood thinners",
        "event doctor stops it\ncontinue blood thinners until doctor stops it if taking blood thinners",
        "event doctor stops it\ncontinue blood thinners until doctor stops it and day 3",
    ] {
        let plan = before(rule);
        assert!(goes_on(&plan, "blood thinners"), "{rule}: {plan}");
        assert_eq!(answer(&plan, "warfarin"), "allowed, settled", "{rule}");
    }
    // A start that is written is the start, and what is used on the skin after a treatment starts with it.
    for rule in [
        "continue blood thinners from day 2",
        "continue blood thinners for 2 weeks",
        "continue blood thinners for a few days",
    ] {
        assert!(!goes_on(&before(rule), "blood thinners"), "{rule}");
    }
    assert!(!goes_on(&before("continue sunscreen daily"), "sunscreen"));
    assert!(!goes_on(&before("take warfarin"), "warfarin"));
    let stopped = "event doctor stops it\ncontinue warfarin until doctor stops it";
    let facts = format!("{taken}[events]\n\"doctor stops it\" = 2026-06-04\n");
    assert!(goes_on(&plan(stopped, &facts, 3), "warfarin"));
    assert!(!goes_on(&plan(stopped, &facts, 4), "warfarin"));
}

#[test]
fn a_ban_before_the_treatment_is_held_against_what_goes_on_until_an_event() {
    let ban = "avoid alcohol, aspirin and ibuprofen for 24 hours before";
    for goes_on in [
        "continue blood thinners if taking blood thinners",
        "event doctor stops it\ncontinue blood thinners until doctor stops it if taking blood thinners",
    ] {
        let said = help(&format!("{goes_on}\n{ban}"), "goes-on-and-left");
        assert!(
            said.contains("`continue blood thinners except aspirin`"),
            "{said}"
        );
    }
    let mended =
        "event doctor stops it\ncontinue blood thinners except aspirin until doctor stops it";
    assert!(is_clean(&format!("{mended}\n{ban}")));
}

#[test]
fn a_prescribed_medicine_is_no_exception_to_itself() {
    let rules = "avoid alcohol, aspirin and ibuprofen for 24 hours\ncontinue blood thinners if taking blood thinners";
    let patient =
        "2026-06-01\n[facts]\nmedications = [{ name = \"aspirin\", prescribed = true }]\n";
    let page = text_for(rules, patient);
    assert!(page.contains("Alcohol and ibuprofen."), "{page}");
    assert!(!page.contains("except aspirin"), "{page}");
    assert!(page.contains("Do not stop aspirin."), "{page}");
    let reply = crate::support::plan_json(
        &format!("import skin-care\naftercare for 2 weeks\n{rules}\n"),
        &format!("treated = {patient}"),
        Some("2026-06-01"),
    );
    assert_eq!(
        thing(&reply, "aspirin")["ask_prescriber"],
        serde_json::Value::Bool(true)
    );
    // Of a class it is left out.
    let page = text_for("avoid blood thinners for 24 hours", patient);
    assert!(page.contains("except aspirin"), "{page}");
}

#[test]
fn signs_behind_the_time_of_another_are_a_sentence_of_their_own() {
    let rule = "report worsening pain from day 3, pus or fever to doctor";
    let first = "report worsening pain from day 3 to doctor";
    let second = "report pus or fever to doctor";
    led(rule, "two-sentences", second, second);
    assert!(help(rule, "two-sentences").contains(&format!("`{first}`")));
    // That it is dropped is said, and what keeps it.
    let late = help(first, "starts-late");
    assert!(late.contains("a sign on any day"), "{late}");
    assert!(is_clean(&format!("{first}\nexpect pain on days 0..2")));
    led(
        "expect redness for 2 days, swelling and bruising",
        "two-sentences",
        "expect swelling and bruising",
        "expect redness for 2 days\nexpect swelling and bruising",
    );
}

#[test]
fn how_hot_something_is_used_is_no_place() {
    let help_on = |rule: &str, at: usize| found(rule)[at].1.clone();
    let hot = help_on("avoid blow-drying on hot for 3 days", 1);
    assert!(
        !hot.contains("place hot") && hot.contains("`\"blow-drying on hot\"`"),
        "{hot}"
    );
    for rule in [
        "avoid blow-drying for 3 days",
        "avoid blow drying for 3 days",
    ] {
        let said = help(rule, "unknown-name");
        assert!(said.contains("`hair drying`"), "{rule}: {said}");
    }
    led(
        "wash treated area on cool",
        "unknown-name",
        "by \"on cool\"",
        "wash treated area by \"on cool\"",
    );
}

#[test]
fn what_sheets_say_in_passing_leads_to_its_head() {
    let colour = "\"30 to 50% darker colour\"";
    led(
        "expect 30 to 50% darker colour",
        "missing-things",
        colour,
        &format!("expect {colour}"),
    );
    let told = "tell clinic \"if you have a pacemaker\"";
    led(
        "if you have a pacemaker tell us before",
        "clause-shape",
        told,
        told,
    );
    led(
        "brows may be washed normally",
        "unknown-head",
        "allow washing on brows",
        "allow washing on brows",
    );
    let stitches = help("stitches will be removed after 7 days", "unknown-head");
    assert!(stitches.contains("`change stitches`"), "{stitches}");
    for (rule, whom) in [
        (
            "report fever to doctor, out of hours go to A&E",
            "otherwise \"A&E\"",
        ),
        (
            "report fever to doctor, out of hours to 999",
            "otherwise 999",
        ),
    ] {
        let applied = format!("report fever to doctor {whom}");
        led(rule, "clause-shape", whom, &applied);
    }
    let steps = "steps \"it bleeds\" {\n  apply firm pressure 10 minutes\n  then call clinic\n} if bleeding";
    let said = help(steps, "unknown-head");
    assert!(
        said.contains("`then if it persists report bleeding to clinic`"),
        "{said}"
    );
}
