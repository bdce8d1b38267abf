//! A calendar given out again.

use std::collections::BTreeSet;

use aftercare_dsl::render::{Issue, Key};

use super::{Event, PROTOCOL, events, issue, made, plan_of, plans};

fn names(all: &[Event]) -> BTreeSet<&str> {
    all.iter().map(|one| one.uid.as_str()).collect()
}

#[test]
fn the_same_plan_and_issue_give_the_same_bytes() {
    for ((name, one), (_, other)) in plans().into_iter().zip(plans()) {
        assert_eq!(made(&one, &issue(1)), made(&other, &issue(1)), "{name}");
    }
}

#[test]
fn no_two_events_have_one_name() {
    for (name, plan) in plans() {
        let all = events(&made(&plan, &issue(1)));
        assert_eq!(names(&all).len(), all.len(), "{name}");
    }
}

#[test]
fn a_line_keeps_its_name_when_its_days_change() {
    let treated = "treated = 2026-06-01\n";
    let old = events(&made(&plan_of(PROTOCOL, treated, "2026-06-01"), &issue(1)));
    let longer = PROTOCOL
        .replace("for 14 days because", "for 21 days because")
        .replace("sauna for 72 hours", "sauna for 4 days");
    for (rules, treated) in [
        (longer.as_str(), treated),
        (PROTOCOL, "treated = 2026-07-15T09:00\n"),
    ] {
        let new = events(&made(&plan_of(rules, treated, "2026-07-15"), &issue(2)));
        for title in [
            "Avoid: direct sun",
            "Avoid: sauna",
            "Better not: retinoids",
            "Next session",
        ] {
            let of = |all: &[Event]| {
                let one = all.iter().find(|one| one.title.starts_with(title)).unwrap();
                one.uid.clone()
            };
            assert_eq!(of(&old), of(&new), "{title}");
        }
    }
}

#[test]
fn a_later_issue_says_what_it_replaces_and_counts_up() {
    let plan = plan_of(PROTOCOL, "treated = 2026-06-01\n", "2026-06-01");
    let second = made(&plan, &issue(2));
    assert!(
        events(&second)[0]
            .text
            .contains("It replaces calendar 1. Delete that calendar")
    );
    let sequences: BTreeSet<&str> = second
        .lines()
        .filter_map(|line| line.strip_prefix("SEQUENCE:"))
        .collect();
    assert_eq!(sequences, BTreeSet::from(["1"]));
}

#[test]
fn names_hang_on_the_key_so_that_nobody_can_guess_whose_they_are() {
    let plan = plan_of(PROTOCOL, "treated = 2026-06-01\n", "2026-06-01");
    let other = Issue {
        key: Key::new(b"the secret of another plan").unwrap(),
        ..issue(1)
    };
    let (one, other) = (
        events(&made(&plan, &issue(1))),
        events(&made(&plan, &other)),
    );
    assert!(names(&one).is_disjoint(&names(&other)));
}

#[test]
fn discreet_titles_and_alarms_say_nothing() {
    for (name, plan) in plans() {
        let discreet = Issue {
            discreet: true,
            ..issue(1)
        };
        let text = made(&plan, &discreet).replace("\r\n ", "");
        let shown = |line: &&str| {
            let is_title = ["SUMMARY:", "NAME:", "X-WR-CALNAME:"];
            is_title.iter().any(|start| line.starts_with(start))
        };
        let titles: BTreeSet<&str> = text.split("\r\n").filter(shown).collect();
        let known = [
            "NAME:Plan",
            "X-WR-CALNAME:Plan",
            "SUMMARY:Plan: open for details",
            "SUMMARY:To be booked: open for details",
        ];
        assert!(
            titles.iter().all(|title| known.contains(title)),
            "{name}: {titles:#?}"
        );
        for alarm in text.split("BEGIN:VALARM").skip(1) {
            let alarm = alarm.split("END:VALARM").next().unwrap();
            assert!(alarm.contains("open for details"), "{name}: {alarm}");
        }
    }
}

#[test]
fn alarms_stand_last_and_never_alone() {
    for (name, plan) in plans() {
        let text = made(&plan, &issue(1));
        for event in text
            .split("BEGIN:VEVENT")
            .skip(1)
            .filter(|one| one.contains("VALARM"))
        {
            let after = event.split("END:VALARM\r\n").nth(1).unwrap();
            assert!(after.starts_with("END:VEVENT"), "{name}: {event}");
            assert!(event.contains("SUMMARY:") && event.contains("DESCRIPTION:"));
        }
    }
}

/// What is past when a calendar is given out stays in it: an importer that has an earlier issue would keep what that said.
#[test]
fn what_is_past_stays_and_rings_no_more() {
    for (name, plan) in plans() {
        let first = events(&made(&plan, &issue(1)));
        let late = Issue {
            issued: "2026-06-04T10:30:00".parse().unwrap(),
            ..issue(2)
        };
        let later = events(&made(&plan, &late));
        assert_eq!(later.len(), first.len(), "{name}");
        let day = late.issued.date();
        for (event, before) in later.iter().zip(&first) {
            let same = (&event.uid, event.first, event.after, &event.title);
            let was = (&before.uid, before.first, before.after, &before.title);
            assert_eq!(same, was, "{name}");
            let alarms = if event.first > day { before.alarms } else { 0 };
            assert_eq!(event.alarms, alarms, "{name}: {event:?}");
        }
    }
    let (_, plan) = plans().into_iter().next().unwrap();
    let all = events(&made(&plan, &issue(1)));
    let early = all.iter().filter(|event| event.alarms > 0);
    assert!(
        early
            .clone()
            .any(|event| event.first <= "2026-06-04".parse().unwrap())
    );
}
