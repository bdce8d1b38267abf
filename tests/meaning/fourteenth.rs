//! Sentences that passed and meant something else, or were helped to it, when a nurse typed whole sheets: what is offered
//! now, and what comes of it.

use super::helped::{found, help, is_clean, led};
use super::{all, plan, text_for, text_of, thing};

#[test]
fn what_is_done_instead_is_for_those_who_are_left_out() {
    for (rule, second) in [
        (
            "use moisturiser for 5 days unless pregnant instead use petroleum jelly",
            "use petroleum jelly for 5 days if pregnant",
        ),
        (
            "use moisturiser on lips unless pregnant or breastfeeding, instead use petroleum jelly daily",
            "use petroleum jelly daily on lips if pregnant or breastfeeding",
        ),
        (
            "use moisturiser for 5 days instead use petroleum jelly if pregnant",
            "use petroleum jelly for 5 days if pregnant",
        ),
        (
            "use moisturiser for 5 days if age over 65 unless pregnant or breastfeeding instead use petroleum jelly",
            "use petroleum jelly for 5 days if (age over 65) and (pregnant or breastfeeding)",
        ),
    ] {
        led(rule, "clause-order", second, second);
        let said = help(rule, "clause-order");
        assert!(said.contains("end with `unless pregnant"), "{said}");
    }
    // What takes the place of what is left is for those who leave it.
    for rule in [
        "avoid makeup for 2 days unless healed, instead use mineral powder",
        "avoid sun if pregnant, instead use hat",
    ] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
    }
}

#[test]
fn instead_alone_is_a_sentence_on_those_who_are_left_out() {
    for rule in [
        "if pregnant, use petroleum jelly instead",
        "if pregnant, instead use petroleum jelly",
        "use petroleum jelly instead if pregnant",
    ] {
        let applied = "use petroleum jelly if pregnant";
        led(rule, "clause-shape", applied, applied);
        assert!(help(rule, "clause-shape").contains("`unless pregnant`"));
    }
    let applied = "use petroleum jelly";
    led(
        "use petroleum jelly instead",
        "clause-shape",
        applied,
        applied,
    );
}

#[test]
fn a_duty_of_weeks_before_each_session_does_not_count_from_the_treatment() {
    for rule in [
        "use sunscreen with spf 30+ for 4 weeks before each session",
        "use sunscreen daily for 4 weeks before each treatment",
        "avoid sunscreen for 4 weeks before each session",
    ] {
        led(
            rule,
            "clause-unfit",
            "for 4 weeks before",
            "use sunscreen daily for 4 weeks before",
        );
    }
    // How often something is done stays so.
    for rule in [
        "apply moisturiser for 10 minutes before each session",
        "use moisturiser before each session",
    ] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
    }
}

#[test]
fn what_comes_later_settles_nothing_before_the_treatment() {
    let history = "conditions includes cold sore history";
    led(
        "take valaciclovir 2 g for 1 day before if cold sores",
        "reported-later",
        history,
        &format!("take valaciclovir 2 g for 1 day before if {history}"),
    );
    let said = help(
        "use moisturiser daily for 2 days before if redness",
        "reported-later",
    );
    assert!(
        said.contains("`fact \"prone to redness\": yes or no`"),
        "{said}"
    );
    assert!(is_clean(
        "fact \"prone to redness\": yes or no\nuse moisturiser daily for 2 days before if prone to redness"
    ));
    for rule in [
        "apply cool compress if swelling",
        "use moisturiser daily for 2 days before if sensitive skin or redness",
        "use moisturiser daily for 2 days before unless redness",
    ] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
    }
}

#[test]
fn nobody_goes_on_with_what_they_are_allergic_to() {
    let rules = "fact \"allergic to aciclovir\": yes or no\n\
                 avoid valaciclovir if allergic to aciclovir\n\
                 avoid aspirin if pregnant";
    let facts = "[facts]\n\"allergic to aciclovir\" = true\npregnant = true\n";
    let of_allergy = |patient: &str, name: &str| {
        let plan = plan(rules, patient, 2);
        let directive = all(&plan, "directives", "of_allergy");
        (
            directive.iter().any(|one| one.as_bool() == Some(true)),
            thing(&plan, name)["of_allergy"] == true,
        )
    };
    assert_eq!(of_allergy(facts, "valaciclovir"), (true, true));
    assert_eq!(of_allergy(facts, "aspirin"), (true, false));
    let prescribed =
        format!("{facts}medications = [{{ name = \"valaciclovir\", prescribed = true }}]\n");
    assert!(of_allergy(&prescribed, "valaciclovir").1);
    let page = text_for(rules, &format!("2026-06-01\n{facts}"));
    let (allergy, other) = page.split_once("Aspirin").unwrap_or_default();
    assert!(
        allergy.contains("If you take it already, ask your prescriber at once."),
        "{page}"
    );
    assert!(!allergy.contains("do not stop it"), "{page}");
    assert!(other.contains("do not stop it"), "{page}");
    let page = text_for(rules, &format!("2026-06-01\n{prescribed}"));
    assert!(
        page.contains("Ask your prescriber about valaciclovir at once"),
        "{page}"
    );
    assert!(!page.contains("Do not stop valaciclovir"), "{page}");
}

#[test]
fn what_is_normal_for_hours_is_not_said_for_longer_than_is_sure() {
    let rules = "symptom \"white lips\"\n\
                 expect white lips for 10 minutes\n\
                 expect redness for 24 hours\n\
                 expect swelling for 2 days\n\
                 avoid makeup for 24 hours";
    let ends = |patient: &str, day| {
        let plan = plan(rules, patient, day);
        let days = all(&plan, "expectations", "last_day");
        let days = days
            .iter()
            .filter_map(|day| day.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let phases = all(&plan, "expectations", "phase");
        let phases = phases
            .iter()
            .filter_map(|one| one.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        (days, phases)
    };
    // Nobody knows since when: on the next day nothing of hours is normal any more.
    let (days, phases) = ends("", 2);
    assert_eq!(days, "2026-06-01 2026-06-01 2026-06-02");
    assert_eq!(phases, "past past active");
    assert_eq!(ends("", 1).1, "active active active");
    // A ban of hours holds for as long as it may.
    let banned = plan(rules, "", 2);
    assert_eq!(super::answer(&banned, "makeup"), "avoid, settled");
    let page = text_of("symptom \"white lips\"\nexpect white lips from 1 hour until 30 hours");
    assert!(page.contains("(the protocol says: from 1 hour"), "{page}");
}

#[test]
fn whoever_is_prone_to_something_is_known_before() {
    let history = "conditions includes cold sore history";
    for who in [
        "you get cold sores",
        "you suffer from cold sores",
        "you are prone to cold sores",
    ] {
        let applied = format!("take valaciclovir for 1 day before if {history}");
        let rule = format!("take valaciclovir for 1 day before if {who}");
        led(&rule, "clause-shape", history, &applied);
        let rule = format!("if {who}, take valaciclovir for 1 day before");
        led(&rule, "clause-shape", history, &applied);
    }
}

#[test]
fn what_is_put_off_is_treated_later() {
    for (rule, applied) in [
        (
            "if pregnant, we put off the next session",
            "defer if pregnant",
        ),
        ("postpone if pregnant", "defer if pregnant"),
        (
            "put off the treatment if you are pregnant",
            "defer if pregnant",
        ),
        ("defer treatment if pregnant", "defer if pregnant"),
        ("reschedule if you have a cold sore", "defer if cold sore"),
        ("do not treat if pregnant", "refuse if pregnant"),
        ("if pregnant, we do not treat you", "refuse if pregnant"),
    ] {
        led(rule, "unknown-head", applied, applied);
    }
    let said = help("rebook 2 weeks after it has healed", "unknown-head");
    let whom = "defer until 2 weeks after healed if conditions includes active cold sore";
    assert!(said.contains(&format!("`{whom}`")), "{said}");
    assert!(is_clean(whom));
    for rule in ["defer if conditions includes HIV", "if pregnant, defer"] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
    }
}

#[test]
fn the_whole_course_is_the_course_and_the_last_session_the_final_one() {
    for (rule, part, applied) in [
        (
            "avoid smoking during the whole course",
            "for the course",
            "avoid smoking for the course",
        ),
        (
            "avoid smoking throughout your entire course of treatments",
            "for the course",
            "avoid smoking for the course",
        ),
        (
            "use sunscreen daily until the last session",
            "until final session",
            "use sunscreen daily until final session",
        ),
    ] {
        led(rule, "clause-shape", part, applied);
    }
    // The course of a medicine is another one.
    let rule = "take oral antibiotics for the whole course";
    assert!(
        found(rule)
            .iter()
            .all(|one| !one.1.contains("for the course")),
        "{:?}",
        found(rule)
    );
}

#[test]
fn what_is_done_before_a_session_is_done_before_the_next_one_too() {
    let rules = "sessions 3..6 every 4..6 weeks\n\
                 cover treated area for 1 week before and 4 days after\n\
                 use moisturiser daily for 1 week before\n\
                 limit alcohol to 1 drink per day for 2 days before\n\
                 avoid retinoids for 1 week before\n\
                 use retinoids daily for 2 weeks before";
    let next = |plan: &serde_json::Value, word: &str| {
        let mut lines = plan["directives"].as_array().expect("directives").iter();
        let line = lines
            .find(|line| line["word"] == word)
            .expect("a line")
            .clone();
        let window = &line["next_session_windows"][0];
        (
            format!("{} {}", window["from"], window["last_day"]).replace('"', ""),
            line["phase"].as_str().unwrap_or_default().to_owned(),
        )
    };
    // The next session lies between 29 June and 13 July.
    let between = plan(rules, "", 10);
    let weeks = "2026-06-22 2026-07-13".to_owned();
    assert_eq!(
        next(&between, "cover"),
        (weeks.clone(), "upcoming".to_owned())
    );
    assert_eq!(next(&between, "limit").0, "2026-06-27 2026-07-13");
    let before = plan(rules, "", 24);
    assert_eq!(next(&before, "cover"), (weeks, "active".to_owned()));
    // A ban of that time holds back what is asked for then.
    let lines = before["directives"].as_array().expect("directives").iter();
    let retinoids = lines.filter(|line| line["items"][0] == "retinoids" && line["verb"] == "do");
    for line in retinoids {
        let window = &line["next_session_windows"][0];
        assert_eq!(window["from"], "2026-06-15");
        assert_eq!(window["last_day"], "2026-06-21");
        assert_eq!(line["phase"], "past");
    }
    assert_eq!(super::answer(&before, "moisturiser"), "allowed, settled");
    assert_eq!(super::answer(&before, "retinoids"), "avoid, settled");
    assert_eq!(
        super::answer(&between, "moisturiser"),
        "not covered, settled"
    );
}

#[test]
fn what_holds_after_a_medicine_is_asked_for_how_long() {
    let said = help("do not drive after taking benadryl", "unknown-name");
    assert!(
        said.contains("`for 8 hours after taking benadryl`"),
        "{said}"
    );
    let event = "event taking benadryl";
    assert!(said.contains(&format!("`{event}`")), "{said}");
    let rules = format!("{event}\ndo not drive for 8 hours after taking benadryl");
    assert!(is_clean(&rules), "{:?}", found(&rules));
    let said = help(
        "do not drive for 8 hours after taking benadryl",
        "unknown-name",
    );
    assert!(
        said.contains(&format!("`{event}`")) && !said.contains("how long"),
        "{said}"
    );
    // Before it is taken nothing is said, and the rule that waits is named.
    let plan = plan(&rules, "", 2);
    let driving = thing(&plan, "driving");
    assert_eq!(driving["answer"], "not covered");
    assert_eq!(driving["mentioned"], true);
    assert_eq!(driving["rules"][0]["line"], 4, "{driving}");
}

#[test]
fn a_sign_said_of_places_by_an_adjective_stands_before_them() {
    for (rule, applied) in [
        (
            "expect numb lips and cheeks for 2 to 4 hours",
            "expect numbness on lips and cheeks for 2..4 hours",
        ),
        (
            "expect numb lips, cheeks and chin for 2 hours",
            "expect numbness on lips, cheeks and chin for 2 hours",
        ),
        (
            "expect red and swollen cheeks for 2 days",
            "expect redness and swelling on cheeks for 2 days",
        ),
        ("expect numb lips", "expect numbness on lips"),
    ] {
        let part = applied
            .trim_start_matches("expect ")
            .split(" for ")
            .next()
            .expect("words");
        led(rule, "unknown-name", part, applied);
    }
    // What has a name of its own keeps it, and a place would hold for every sign of its sentence.
    assert!(
        is_clean("expect swollen lips"),
        "{:?}",
        found("expect swollen lips")
    );
    let all = found("expect fever and numb lips");
    assert!(all.iter().all(|one| !one.1.contains("on lips")), "{all:?}");
}

#[test]
fn what_puts_a_treatment_off_puts_off_the_next_session() {
    let rules = "sessions 3..6 every 4..6 weeks\ndefer if pregnant";
    let pregnant = text_for(rules, "2026-06-01\n[facts]\npregnant = true");
    assert!(pregnant.contains("It is put off, too"), "{pregnant}");
    let other = text_for(rules, "2026-06-01\n[facts]\npregnant = false");
    assert!(!other.contains("put off"), "{other}");
}

#[test]
fn a_window_on_both_sides_names_the_treatment() {
    for (rule, window) in [
        (
            "use moisturiser from 2 days before until treatment",
            "from 2 days before treatment until treatment",
        ),
        (
            "avoid retinoids from 7 days before until 7 days after because \"they irritate\"",
            "from 7 days before treatment until 7 days after treatment",
        ),
        (
            "avoid retinoids from 7 days before to 7 days after",
            "from 7 days before treatment until 7 days after treatment",
        ),
        (
            "avoid retinoids from 7 days before the treatment until 7 days after",
            "from 7 days before treatment until 7 days after treatment",
        ),
        (
            "avoid retinoids from 5 days before until day 7",
            "from 5 days before treatment until day 7",
        ),
        ("use moisturiser from 2 days before", "for 2 days before"),
    ] {
        let said = help(rule, "clause-shape");
        assert!(
            said.contains(&format!("write `{window}`")),
            "{rule}: {said}"
        );
        let thing = rule.split(" from ").next().expect("it starts with a deed");
        assert!(is_clean(&format!("{thing} {window}")), "{window}");
    }
}
