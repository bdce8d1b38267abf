//! When a line holds, and what is said where no date is known.

use super::{is_silent_about, plan, says};

#[test]
fn what_is_avoided_before_the_next_session_stands_among_the_days_lines() {
    let protocol = "sessions 3 every 4 weeks\navoid retinoids for 1 week before";
    let patient = "treated = 2026-06-01\nsessions = []";
    let plan = plan(protocol, patient, 24);
    says(&plan, "ON THIS DAY, Wed 24 Jun 2026 Avoid: - Retinoids.");
}

#[test]
fn what_is_avoided_before_the_next_session_is_so_after_earlier_ones_too() {
    let protocol = "sessions 4 every 4 weeks\navoid retinoids for 1 week before and 3 days after";
    let patient = "treated = 2026-06-01\nsessions = [2026-05-04]";
    let before = plan(protocol, patient, 24);
    says(&before, "ON THIS DAY, Wed 24 Jun 2026 Avoid: - Retinoids.");
    let between = plan(protocol, patient, 10);
    is_silent_about(&between, "Avoid: - Retinoids.");
}

/// On a day before the next session nobody has to read when it ended around this one.
#[test]
fn what_is_over_around_this_session_is_told_of_the_next_one() {
    let protocol = "sessions 3 every 4 weeks\naction moisturise\n\
                    avoid retinoids for 1 week before and 1 week after\n\
                    moisturise for 2 days before and 1 week after";
    let patient = "treated = 2026-06-01\nsessions = []";
    let between = plan(protocol, patient, 10);
    says(
        &between,
        "Again from Mon 22 Jun 2026, before the next session.",
    );
    is_silent_about(&between, "Until the end of Sun 7 Jun");
    let before = plan(protocol, patient, 28);
    says(
        &before,
        "Retinoids. Again since Mon 22 Jun 2026, before the next session.",
    );
    says(
        &before,
        "Moisturise. Again since Sat 27 Jun 2026, before the next session.",
    );
    says(
        &before,
        "Restricted again since Mon 22 Jun 2026, before the next session: retinoids",
    );
    is_silent_about(&before, "Since Mon 8 Jun");
}

/// Whoever prepares the skin before one session does so before the next, in every format.
#[test]
fn steps_before_a_session_are_told_of_the_next_one() {
    let protocol = "sessions 3 every 4 weeks\naction moisturise\naction cleanse\n\
                    steps \"prep\" { cleanse then moisturise } for 2 days before";
    let patient = "treated = 2026-06-01\nsessions = []";
    let on_the_day = plan(protocol, patient, 1);
    says(
        &on_the_day,
        "Prep: until the end of Mon 1 Jun 2026; again from Sat 27 Jun",
    );
    let after = plan(protocol, patient, 3);
    says(
        &after,
        "Prep: again from Sat 27 Jun 2026, before the next session.",
    );
    let due = plan(protocol, patient, 28);
    says(
        &due,
        "Prep: again since Sat 27 Jun 2026, before the next session.",
    );
    let last = plan(
        protocol,
        "treated = 2026-06-01\nsessions = [2026-04-06, 2026-05-04]",
        3,
    );
    says(&last, "Prep: ended on Mon 1 Jun 2026.");
}

#[test]
fn a_restriction_after_something_without_a_date_is_open() {
    let plan = plan(
        "avoid makeup for 1 week after waxing",
        "treated = 2026-06-01",
        2,
    );
    says(&plan, "NOT FINAL");
    is_silent_about(&plan, "READY");
}

/// LANGUAGE.md 3.1: days are calendar days, so that no clock time makes them more exact.
#[test]
fn a_clock_time_is_wanted_only_where_hours_count() {
    let added = |sentence: &str| {
        let protocol = format!("aftercare for 2 weeks\n{sentence}");
        let plan = plan(&protocol, "treated = 2026-06-01\nproducts = []", 1);
        plan.contains("clock time: the time of the treatment")
    };
    for days in [
        "use moisturiser",
        "use moisturiser for 7 days",
        "should use moisturiser for 1..2 days",
        "use moisturiser until day 5",
        "allow makeup for 3..4 days",
        "drink water until next morning",
        "use moisturiser today",
        "avoid makeup from healed for 12 hours",
        "avoid makeup until 12 hours after healed",
    ] {
        assert!(!added(days), "{days}");
    }
    for hours in [
        "avoid makeup for 24 hours",
        "avoid makeup for 24..48 hours",
        "use moisturiser from 12 hours",
        "use moisturiser from 12..24 hours",
        "avoid makeup until 12 hours after treatment",
        "avoid makeup from day 0 until 36 hours after treatment",
        "avoid makeup for at least 12 hours, better 24 hours",
    ] {
        assert!(added(hours), "{hours}");
    }
}

/// LANGUAGE.md 3.8: `until E, at most D` ends at the earlier: both are said while E has not happened.
#[test]
fn an_event_that_may_end_a_line_sooner_is_named_beside_its_last_day() {
    let open = plan(
        "avoid makeup until healed, at most 8 days\navoid hot tub until healed, at most 30 hours",
        "treated = 2026-06-01T10:30",
        2,
    );
    says(
        &open,
        "Until healed, at the latest until the end of Mon 8 Jun 2026;",
    );
    says(
        &open,
        "Until healed, at the latest until 16:30 on Tue 2 Jun 2026;",
    );
    let undated = plan("avoid makeup until healed, at most 8 days", "", 2);
    says(&undated, "until healed, at the latest day 7;");
}

#[test]
fn windows_in_hours_say_that_the_clock_time_is_not_known() {
    let vague = "The treatment's clock time is not known";
    let about = |window: &str| {
        let protocol = format!("avoid makeup {window}");
        plan(&protocol, "treated = 2026-06-01", 1)
    };
    for window in [
        "for 24 hours",
        "until 24 hours after treatment",
        "from 24 hours until day 4",
    ] {
        says(&about(window), vague);
    }
    is_silent_about(&about("until 2 days after treatment"), vague);
}

#[test]
fn bedtime_is_not_asked_for() {
    let plan = plan(
        "apply ice pack every hour until bedtime\navoid makeup until healed",
        "treated = 2026-06-01T10:30",
        1,
    );
    says(&plan, "healed: a line waits for it: add its date.");
    is_silent_about(&plan, "bedtime: a line waits");
}

/// LANGUAGE.md 3.8: what starts with an event that has no date yet waits for it, and never vanishes.
#[test]
fn what_waits_for_an_event_to_start_stays_on_the_sheet() {
    for (sentence, thing) in [
        ("use moisturiser from healed", "- Use moisturiser."),
        ("avoid sauna from healed for 3 days", "- Sauna."),
        ("allow makeup from healed", "- Makeup."),
    ] {
        let plan = plan(sentence, "treated = 2026-06-01", 2);
        says(&plan, thing);
        says(&plan.to_lowercase(), "from healed (no date yet)");
        says(&plan, "- healed: a line waits for it");
    }
}

/// docs/language.md: a length without a number never gives anything back.
#[test]
fn a_time_without_a_number_never_ends_by_itself() {
    let plan = plan(
        "avoid sauna for a few days\nexpect redness for several hours",
        "treated = 2026-06-01T10:00",
        30,
    );
    says(
        &plan,
        "Sauna. For a few days (this protocol does not say how long that is: ask the clinic).",
    );
    says(&plan, "sauna");
    is_silent_about(&plan, "free day Tue");
    is_silent_about(&plan, "have passed: a line waits");
}

#[test]
fn what_is_done_at_a_point_is_done_once_on_that_day() {
    let plan = plan(
        "aftercare for 2 weeks\ncleanse the face at 3 hours",
        "treated = 2026-06-01T10:00",
        1,
    );
    says(
        &plan,
        "Cleanse face once, at 3 hours after treatment. Until the end of Mon 1 Jun 2026.",
    );
    is_silent_about(&plan, "Tue 2 Jun");
}

#[test]
fn when_a_thing_mostly_comes_is_printed_and_computes_nothing() {
    let plan = plan(
        "expect swelling for 3 days, most on day 1\nexpect redness within 2 days",
        "treated = 2026-06-01T10:00",
        1,
    );
    says(&plan, "Most on day 1 (Tue 2 Jun 2026).");
    says(&plan, "Within 2 days.");
}
