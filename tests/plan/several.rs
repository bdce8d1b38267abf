//! Several treatments in one plan: what one protocol gives back, asks for or ends, against what another holds.

use aftercare_dsl::eval::evaluate_together;
use aftercare_dsl::plan::{Answer, Moment, Plan};
use aftercare_dsl::render::{TextOptions, text};
use chrono::NaiveDate;

use super::{is_silent_about, says};
use crate::support::read_together;

const BOTH: &str =
    "[treatments.microneedling]\ntreated = 2026-06-01\n[treatments.waxing]\ntreated = 2026-05-25\n";

/// The plan of microneedling on 1 June and waxing a week before, asked about a day of June 2026.
fn plan(microneedling: &str, waxing: &str, more: &str, day: u32) -> Plan {
    let of = |name: &str, rules: &str| {
        format!("treatment {name}\naftercare for 2 weeks\nimport skin-care\n{rules}\n")
    };
    let texts = [of("microneedling", microneedling), of("waxing", waxing)];
    let texts = [&*texts[0], &*texts[1]];
    let (protocols, patient) = read_together(&texts, &format!("{BOTH}{more}")).expect("they read");
    let on = NaiveDate::from_ymd_opt(2026, 6, day).map(Moment::day);
    let protocols = protocols.split_first().expect("two");
    evaluate_together(protocols, &patient, on).expect("a plan")
}

fn words(plan: &Plan) -> String {
    let words = text(plan, &TextOptions::default());
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The answer about a thing, and the June day on which it is free.
fn answer(plan: &Plan, thing: &str) -> (Answer, Option<String>) {
    let mut things = plan.things.iter();
    let found = things
        .find(|one| one.thing == thing)
        .expect("it is answered");
    (found.answer, found.free_from.map(|day| day.to_string()))
}

/// LANGUAGE.md 3.4, 3.5: a minimum gives nothing back. In one protocol a later sentence of the same author may; of two
/// treatments the end of the one's rule says nothing about the other's.
#[test]
fn the_end_of_one_treatments_rule_gives_nothing_back_that_another_has_not() {
    let least = "avoid direct sun for at least 1 week";
    let advice = "should avoid sun exposure for 2 weeks";
    let on = |day| plan(least, advice, "", day);
    assert_eq!(answer(&on(7), "direct sun"), (Answer::Avoid, None));
    for day in [8, 9, 20] {
        assert_eq!(answer(&on(day), "direct sun"), (Answer::NotCovered, None));
        let indirect = (Answer::Allowed, Some("2026-06-08".to_owned()));
        assert_eq!(answer(&on(day), "indirect sun"), indirect);
    }
    says(
        &words(&on(2)),
        "first free day Mon 8 Jun, but not of direct sun (1.rules:4)",
    );
    let back = plan(
        &format!("{least}\navoid direct sun for 10 days"),
        advice,
        "",
        2,
    );
    let day = Some("2026-06-11".to_owned());
    assert_eq!(answer(&back, "direct sun"), (Answer::Avoid, day));
    // A sentence that allows it speaks for itself.
    let allowed = plan(
        least,
        &format!("{advice}\nallow direct sun from day 14"),
        "",
        9,
    );
    assert_eq!(answer(&allowed, "direct sun").0, Answer::Allowed);
}

/// A rule for the time before a treatment, or one without a window, is told apart: the first is over with the treatment.
#[test]
fn what_was_off_before_a_treatment_alone_is_not_kept_by_it() {
    let back = Some("2026-06-04".to_owned());
    let before = plan(
        "avoid retinoids for 5 days before",
        "avoid retinoids for 10 days",
        "",
        5,
    );
    assert_eq!(answer(&before, "retinoids"), (Answer::Allowed, back));
    let windowless = plan("avoid retinoids", "avoid retinoids for 10 days", "", 20);
    assert_eq!(answer(&windowless, "retinoids"), (Answer::NotCovered, None));
    let conditional = plan(
        "avoid retinoids for at least 5 days if pregnant",
        "avoid retinoids for 2 weeks",
        "[facts]\npregnant = false\n",
        9,
    );
    assert_eq!(answer(&conditional, "retinoids").0, Answer::Allowed);
}

#[test]
fn what_is_over_for_one_treatment_names_what_the_other_holds() {
    let plan = |day| {
        words(&plan(
            "avoid makeup for 4 days\navoid strenuous exercise for 4 days",
            "avoid makeup for 2 days\navoid exercise for 2 days\navoid alcohol for 2 days",
            "",
            day,
        ))
    };
    let today = plan(2);
    says(
        &today,
        "Avoid makeup: ended on Tue 26 May 2026; but it is still off (Microneedling: 1.rules:4). Waxing: 2.rules:4",
    );
    says(
        &today,
        "Avoid exercise: ended on Tue 26 May 2026; but still off:",
    );
    says(
        &today,
        "Avoid alcohol: ended on Tue 26 May 2026. Waxing: 2.rules:6",
    );
    is_silent_about(&plan(6), "still off");
}

/// Of one protocol, too: what is over in part is not over.
#[test]
fn a_ban_that_ends_part_by_part_says_what_is_not_over() {
    let rules = "avoid swimming for 4 days\navoid pools for 6 days";
    let on = |day| super::plan(rules, "treated = 2026-06-01", day);
    says(
        &on(6),
        "Avoid swimming: ended on Thu 4 Jun 2026; but still off: pool (test.rules:3).",
    );
    is_silent_about(&on(8), "still off");
    let least = super::plan(
        "avoid direct sun for at least 3 days",
        "treated = 2026-06-01",
        8,
    );
    says(
        &least,
        "Avoid direct sun: ended on Wed 3 Jun 2026; after that the protocol does not say.",
    );
}

/// LANGUAGE.md 3.11: whichever protocol asks for it, the more urgent call counts, and both are named.
#[test]
fn one_sign_with_two_urgencies_has_the_more_urgent_call() {
    let flags = plan(
        "report fever or pus to clinic within 24 hours",
        "report fever to emergency services immediately",
        "[symptoms]\nfever = 2026-06-02\n",
        2,
    );
    let page = words(&flags);
    let at = |part: &str| page.find(part).unwrap_or_else(|| panic!("{part}: {page}"));
    assert!(at("CALL EMERGENCY SERVICES NOW") < at("CALL THE CLINIC NOW"));
    says(
        &page,
        "Call the clinic within 24 hours. For fever a stricter rule holds (Waxing: 2.rules:4): Call emergency services immediately.",
    );
    assert_eq!(flags.red_flags[0].stricter[0].signs, ["fever"]);
    assert!(flags.red_flags[1].stricter.is_empty());
    for (one, other, told) in [
        (
            "report spreading redness to clinic",
            "report redness to clinic within 2 days",
            true,
        ),
        (
            "report redness to clinic",
            "report spreading redness to clinic within 2 days",
            false,
        ),
        (
            "report fever to clinic within 2 days",
            "report fever to clinic within 36 hours",
            true,
        ),
        (
            "report fever to clinic within 24 hours",
            "report fever to clinic within 1.5 hours",
            true,
        ),
        (
            "report fever to clinic within 1 month",
            "report fever to clinic within 2 weeks",
            true,
        ),
        (
            "report fever to clinic within 2 hours",
            "report fever to clinic within 120 minutes",
            false,
        ),
        (
            "report fever to clinic",
            "report pus to emergency services",
            false,
        ),
    ] {
        let plan = plan(one, other, "", 2);
        assert_eq!(
            !plan.red_flags[0].stricter.is_empty(),
            told,
            "{one}; {other}"
        );
        assert!(plan.red_flags[1].stricter.is_empty(), "{one}; {other}");
    }
}
