//! Which days a calendar covers, against the plan's own windows, a day at a time.

use aftercare_dsl::plan::{Directive, Plan, State, Verb, Window};
use chrono::{Days, NaiveDate};

use super::{Event, PROTOCOL, events, issue, made, plan_of, plans};

/// Days enough for all that these plans say.
fn all_days(plan: &Plan) -> Vec<NaiveDate> {
    let treated = plan.treatments[0].treated.unwrap().date;
    let first = treated.checked_sub_days(Days::new(60)).unwrap();
    first.iter_days().take(600).collect()
}

/// Whether a window's days in the calendar are these: without an end to the calendar's, without a start its last one.
fn covers(window: &Window, day: NaiveDate, end: NaiveDate) -> bool {
    match (window.from, window.last_day) {
        (Some(from), Some(last)) => from <= day && day <= last,
        (Some(from), None) => from <= day && day <= end.max(from),
        (None, Some(only)) => day == only,
        (None, None) => false,
    }
}

/// The last day of a calendar but for maintenance and visits: where what has no end of its own stops.
fn end(all: &[Event]) -> NaiveDate {
    let counts =
        |one: &&Event| !one.title.starts_with("Maintenance") && !one.title.starts_with("Visit");
    let days = all.iter().filter(counts).map(|one| one.after);
    days.max().unwrap().pred_opt().unwrap()
}

fn shown(line: &Directive) -> Vec<&Window> {
    if line.verb == Verb::Allow || line.never_in_force {
        return Vec::new();
    }
    let windows = line.windows.iter().chain(&line.next_session_windows);
    windows
        .filter(|window| window.state != State::Waiting)
        .collect()
}

/// The events of one sentence: each says where its rule stands.
fn of<'e>(all: &'e [Event], line: &Directive) -> Vec<&'e Event> {
    let place = format!(
        "The clinic's reference: {}:{}",
        line.rule.location.file, line.rule.location.line
    );
    let at = |event: &&Event| {
        event
            .text
            .lines()
            .any(|said| said == format!("{place}.") || said.starts_with(&format!("{place},")))
    };
    all.iter().filter(at).collect()
}

#[test]
fn each_window_stands_on_its_days_and_on_no_other() {
    for (name, plan) in plans() {
        let all = events(&made(&plan, &issue(1)));
        let end = end(&all);
        for line in &plan.directives {
            // A sentence may come to several lines; its events are those of all of them.
            let same = plan.directives.iter().filter(|one| one.rule == line.rule);
            let windows: Vec<&Window> = same.flat_map(shown).collect();
            let own = of(&all, line);
            for day in all_days(&plan) {
                let stands = |window: &&&Window| covers(window, day, end);
                let expected = windows.iter().filter(stands).count();
                let found = own
                    .iter()
                    .filter(|one| one.first <= day && day < one.after)
                    .count();
                assert_eq!(found, expected, "{name}: {} on {day}", line.rule.sentence);
            }
        }
    }
}

#[test]
fn each_thing_is_no_longer_off_on_its_first_free_day() {
    for (name, plan) in plans() {
        let all = events(&made(&plan, &issue(1)));
        let free = |one: &&Event| one.title.starts_with("Free again: ");
        let found: Vec<NaiveDate> = all.iter().filter(free).map(|one| one.first).collect();
        let things = plan.things.iter().filter(|thing| !thing.ask_prescriber);
        let mut expected: Vec<NaiveDate> = things.filter_map(|thing| thing.free_from).collect();
        expected.sort_unstable();
        expected.dedup();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn what_is_to_be_booked_is_tentative_between_its_days() {
    let plan = plan_of(PROTOCOL, "treated = 2026-06-01\n", "2026-06-01");
    let all = events(&made(&plan, &issue(1)));
    let one = |title: &str| all.iter().find(|one| one.title.starts_with(title)).unwrap();
    let session = one("Next session");
    assert!(session.tentative);
    assert_eq!(session.first.to_string(), "2026-06-29");
    assert_eq!(
        session.after.to_string(),
        "2026-07-14",
        "6 weeks later is the last day"
    );
    let visit = one("Visit, to be booked: suture removal");
    assert!(visit.tentative);
    assert_eq!(visit.first.to_string(), "2026-06-08");
    assert_eq!(visit.after.to_string(), "2026-06-12");
}

#[test]
fn the_day_of_the_treatment_comes_first_and_says_what_has_no_day() {
    let plan = plan_of(PROTOCOL, "treated = 2026-06-01\n", "2026-06-01");
    let all = events(&made(&plan, &issue(1)));
    let first = &all[0];
    assert_eq!(first.first.to_string(), "2026-06-01");
    for said in [
        "WHEN TO CALL\n- Fever above 38 C. Call the clinic within 2 hours.",
        "Use moisturiser",
        "TELL THE CLINIC ABOUT\n- pregnant",
        "Do not count on the alarms",
        "This is calendar 1 of this plan.",
        "DRAFT:",
    ] {
        assert!(first.text.contains(said), "no `{said}` in {}", first.text);
    }
}

#[test]
fn how_sure_a_line_is_stands_in_its_title() {
    let plan = plan_of(PROTOCOL, "treated = 2026-06-01\n", "2026-06-01");
    let titles: Vec<String> = events(&made(&plan, &issue(1)))
        .into_iter()
        .map(|one| one.title)
        .collect();
    for title in [
        "Avoid: retinoids",
        "Better not: retinoids",
        "Avoid: makeup (not final)",
        "Avoid: exercise, only if swelling",
        "Avoid: scratching, until healed",
        "Evening routine",
    ] {
        assert!(
            titles.iter().any(|one| one == title),
            "no `{title}` in {titles:#?}"
        );
    }
    assert!(
        !titles.iter().any(|one| one.contains("moisturiser")),
        "it waits for an answer"
    );
}

#[test]
fn what_the_protocol_refuses_or_puts_off_has_no_calendar() {
    use aftercare_dsl::render::{NoCalendar, calendar};
    let rules = "import skin-care\navoid sauna for 3 days\ndefer if pregnant\nrefuse if smoker\nfact smoker: yes or no\n";
    for facts in [
        "pregnant = true\nsmoker = false",
        "pregnant = false\nsmoker = true",
    ] {
        let profile = format!("treated = 2026-06-01\n[facts]\n{facts}\n");
        let plan = plan_of(rules, &profile, "2026-06-01");
        assert_eq!(calendar(&plan, &issue(1)), Err(NoCalendar::Withheld));
    }
    let plan = plan_of(
        "import skin-care\navoid sauna for 3 days\n",
        "",
        "2026-06-01",
    );
    assert_eq!(calendar(&plan, &issue(1)), Err(NoCalendar::NoTreatmentDate));
}
