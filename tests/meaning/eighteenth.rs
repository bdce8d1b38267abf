//! Words of plans that confused or said less than is known.

use serde_json::Value;

use aftercare_dsl::render::{self, HandoutOptions, TextOptions};

use super::{plan, thing};
use crate::support::{moment, plan as plan_of, plan_json, read};

const COURSE: &str = "sessions 3 every 4 weeks\n";

/// The line of a plan of which a rule starts so.
fn line<'p>(plan: &'p Value, sentence: &str) -> &'p Value {
    let lines = plan["directives"].as_array().expect("a list of lines");
    let said = |line: &&Value| {
        let rule = line["rule"]["sentence"].as_str().unwrap_or_default();
        rule.starts_with(sentence)
    };
    lines.iter().find(said).expect("a line of the rule")
}

/// The page and the handout of a patient treated on 1 June 2026, asked about a day, each on one line.
fn printed(rules: &str, day: &str) -> (String, String) {
    let rules = format!("import skin-care\naftercare for 2 weeks\n{rules}\n");
    let (protocol, patient) = read(&rules, "treated = 2026-06-01\n").expect("sound files");
    let plan = plan_of(&protocol, &patient, Some(moment(day))).expect("dates in range");
    let text = render::text(&plan, &TextOptions::default());
    let handout = render::handout(&plan, &HandoutOptions::default()).expect("a dated plan");
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    (words(&text), words(&handout.markdown()))
}

fn says(page: &str, part: &str) {
    assert!(page.contains(part), "{part:?} is not in: {page}");
}

/// What is off before the next session is taken out of a duty that is done then, whole things and parts that an attribute
/// narrows alike, and the plan says that it is so then alone.
#[test]
fn what_is_off_before_the_next_session_is_taken_out_of_a_duty_then() {
    let rules = format!(
        "{COURSE}use sunscreen for 5 days before and 7 days after because \"it burns\"\n\
         avoid sunscreen with mineral for 5 days before\n\
         use moisturiser for 5 days before and 7 days after\navoid day cream for 5 days before\n\
         use hat for 5 days before and 7 days after\navoid hat for 3 days before\n\
         use serums or makeup for 5 days before and 7 days after\navoid serums for 5 days before"
    );
    let after = plan(&rules, "", 3);
    let taken = |rule: &str| line(&after, rule)["next_session_except"].to_string();
    assert!(taken("use sunscreen").contains("\"mineral sunscreen\""));
    assert_eq!(taken("use moisturiser"), "[\"day cream\"]");
    assert!(taken("use serums or makeup").contains("\"serum\""));
    assert_eq!(
        line(&after, "use moisturiser")["except"],
        serde_json::json!([])
    );
    let hat = line(&after, "use hat");
    assert_eq!(
        hat["next_session_held_back_by"][0]["sentence"],
        "avoid hat for 3 days before"
    );
    assert_eq!(hat["next_session_windows"][0]["last_day"], "2026-06-25");
    let (text, handout) = printed(&rules, "2026-06-03");
    says(
        &text,
        "Why: it burns. test.rules:4 Before the next session not mineral sunscreen",
    );
    says(
        &text,
        "Before the next session held back while this holds: avoid hat for 3 days before",
    );
    says(&handout, "Before your next session, not day cream.");
    says(
        &handout,
        "But it is off for a time before your next session.",
    );
    // Once that alone is left, it is what is left out; what was left out after the treatment no more is.
    let rules = format!("{rules}\navoid night cream for 3 days after");
    let next = plan(&rules, "", 12);
    let moisturiser = line(&next, "use moisturiser");
    assert_eq!(moisturiser["except"], serde_json::json!(["day cream"]));
    assert!(moisturiser.get("next_session_except").is_none());
    let before = plan_json(
        &format!("import skin-care\naftercare for 2 weeks\n{rules}\n"),
        "treated = 2026-06-01\n",
        Some("2026-05-30"),
    );
    let moisturiser = line(&before, "use moisturiser");
    assert_eq!(
        moisturiser["except"],
        serde_json::json!(["day cream", "night cream"])
    );
    assert!(
        moisturiser.get("next_session_except").is_none(),
        "{moisturiser}"
    );
}

/// The list of what is free names the place of what is said of a place, on every day.
#[test]
fn what_is_said_of_a_place_names_it_on_every_day() {
    let rules = "avoid makeup on brows for 7 days\navoid washing on brows for 2 days\navoid sauna for 3 days\n\
                 avoid massaging for 3 days\navoid massaging on lips for 5 days";
    for (day, word) in [
        ("2026-05-30", "From"),
        ("2026-06-03", "From"),
        ("2026-06-12", "Since"),
    ] {
        let (text, _) = printed(rules, day);
        says(&text, &format!("{word} Mon 8 Jun 2026: makeup on brows."));
        says(&text, "Wed 3 Jun 2026: washing on brows.");
        says(&text, "Thu 4 Jun 2026: sauna");
        assert!(!text.contains("massaging on lips, "), "{text}");
    }
    let before = plan_json(
        &format!("import skin-care\naftercare for 2 weeks\n{rules}\n"),
        "treated = 2026-06-01\n",
        Some("2026-05-30"),
    );
    assert_eq!(
        thing(&before, "washing")["off_only"],
        serde_json::json!(["on brows"])
    );
    assert!(thing(&before, "massaging").get("off_only").is_none());
}

/// `most on day 2` has its date, whose day counts from its own treatment.
#[test]
fn when_something_mostly_comes_has_its_date() {
    let rules = "expect swelling for 3 days, most on day 2\nexpect redness for 7 days, usually on days 3..4\n\
                 expect flaking for 7 days, usually for 3 days, by day 4\nexpect itching for 7 days, usually for 3 days";
    let (text, handout) = printed(rules, "2026-06-02");
    says(&text, "Most on day 2 (Wed 3 Jun 2026).");
    says(
        &text,
        "Usually on days 3 to 4 (Thu 4 Jun 2026 to Fri 5 Jun).",
    );
    says(&text, "Usually for 3 days, by day 4 (Fri 5 Jun 2026).");
    says(&text, "Usually for 3 days. test.rules");
    says(&handout, "Most on day 2 (Wed 3 June).");
    says(
        &handout,
        "Usually on days 3 to 4 (Thu 4 June to Fri 5 June).",
    );
    let dated = plan(rules, "", 2);
    assert_eq!(
        dated["expectations"][0]["typical_days"][0]["from"],
        "2026-06-03"
    );
    assert!(dated["expectations"][3].get("typical_days").is_none());
}

/// Nobody has said that what is normal from a day on is so for ever.
#[test]
fn a_sign_whose_end_is_not_said_has_no_end_date_either() {
    let rules = "expect redness from treatment\nexpect flaking from day 3\nexpect scars always";
    let (text, handout) = printed(rules, "2026-06-02");
    says(&text, "Redness: how long is not said.");
    says(&text, "Flaking: from Thu 4 Jun 2026; how long is not said.");
    says(&handout, "**Redness.** How long is not said: ask us.");
    assert!(!text.contains("Redness: no end date"), "{text}");
}

/// What is over waits for nothing: it only says what it hung on.
#[test]
fn what_is_over_waits_for_no_answer() {
    let rules = "use sunscreen for 2 days if pregnant\navoid sauna for 2 days if pregnant";
    let (text, _) = printed(rules, "2026-06-10");
    let over = text.split("OVER").nth(1).expect("what is over").to_owned();
    let over = over
        .split("QUESTIONS")
        .next()
        .expect("up to the questions")
        .to_owned();
    says(&over, "Use sunscreen: ended on Tue 2 Jun 2026.");
    says(&over, "ONLY IF");
    for order in ["NOT YET", "MAY NOT APPLY", "Keep to it"] {
        assert!(!over.contains(order), "{over}");
    }
}
