//! Windows, dates and the course.

use chrono::NaiveDate;

use crate::plan::{Directive, Phase, Verb, Window};
use crate::render::sample::{
    advised, avoid, clock, directive, full, june, relative, undated, window,
};

use super::{one, page, shows};

#[test]
fn a_day_window_ends_with_its_last_day_and_names_the_first_free_one() {
    let page = one(avoid(&["retinoids"], vec![window(1, 7)]));
    shows(&page, "ON THIS DAY, Thu 4 Jun 2026 Avoid: - Retinoids.");
    shows(
        &page,
        "Until the end of Sun 7 Jun 2026; first free day Mon 8 Jun.",
    );
    shows(&page, "microneedling.rules:12");
}

#[test]
fn an_hours_window_names_its_time_and_the_first_whole_free_day() {
    let hours = Window {
        until_time: Some(clock(10, 30)),
        ..window(1, 5)
    };
    let page = one(avoid(&["makeup"], vec![hours]));
    shows(
        &page,
        "Until 10:30 on Fri 5 Jun 2026; first whole free day Sat 6 Jun.",
    );
}

#[test]
fn hours_that_end_with_their_day_say_so() {
    let line = Directive {
        phase: Some(Phase::Upcoming),
        ..directive(
            Verb::Do,
            "apply",
            &["ice pack"],
            vec![Window {
                from_time: Some(clock(10, 30)),
                ..window(8, 8)
            }],
        )
    };
    shows(
        &one(line),
        "On Mon 8 Jun 2026, from 10:30 until the day ends.",
    );
}

#[test]
fn no_day_is_free_where_the_next_session_restricts_at_once() {
    let around = |next| {
        one(Directive {
            next_session_windows: vec![window(next, 60)],
            ..avoid(&["direct sun"], vec![window(1, 7)])
        })
    };
    for next in [1, 8] {
        shows(
            &around(next),
            "Until the end of Sun 7 Jun 2026; no free day follows: it holds again at once, before the next session.",
        );
    }
    shows(
        &around(9),
        "first free day Mon 8 Jun; again from Tue 9 Jun, before the next session.",
    );
    let duty = Directive {
        next_session_windows: vec![window(8, 60)],
        ..directive(Verb::Do, "wear", &["hat"], vec![window(1, 7)])
    };
    shows(
        &one(duty),
        "it holds again at once, before the next session.",
    );
}

#[test]
fn advised_days_read_better_not() {
    let page = one(avoid(&["heat"], vec![window(1, 5), advised(window(6, 9))]));
    shows(
        &page,
        "Until the end of Fri 5 Jun 2026; then better not until the end of Tue 9 Jun; first free day Wed 10 Jun.",
    );
    let page = one(avoid(&["heat"], vec![window(1, 3), advised(window(4, 9))]));
    shows(&page, "Better not: - Heat.");
    let page = one(avoid(
        &["heat"],
        vec![advised(window(-20, -7)), window(-6, 1)],
    ));
    shows(&page, "then avoid until the end of Mon 1 Jun");
}

#[test]
fn open_and_endless_windows_say_so() {
    let open = Window {
        last_day: None,
        to_day: None,
        ends_at: Some("healed".into()),
        ..window(1, 1)
    };
    let line = Directive {
        usually: Some("3..7 days".into()),
        ..avoid(&["swimming"], vec![open.clone()])
    };
    shows(
        &one(line),
        "Until healed (no date yet; usually 3 to 7 days).",
    );
    shows(
        &one(avoid(&["swimming"], vec![open.clone()])),
        "Until healed (no date yet).",
    );
    let least = Directive {
        window_text: Some("until healed, at least 5 days".into()),
        ..avoid(&["swimming"], vec![open.clone()])
    };
    shows(
        &one(least),
        "(no date yet; the protocol says: until healed, at least 5 days)",
    );
    let at_most = Window {
        last_day: Some(june(9)),
        ..open
    };
    shows(
        &one(avoid(&["swimming"], vec![at_most])),
        "Until healed, at the latest until the end of Tue 9 Jun 2026;",
    );
    let endless = Window {
        last_day: None,
        to_day: None,
        ..window(1, 1)
    };
    shows(
        &one(avoid(&["tanning beds"], vec![endless])),
        "- Tanning beds. No end date.",
    );
}

#[test]
fn a_minimum_is_never_given_back() {
    let line = Directive {
        releases: false,
        first_free_day: None,
        ..avoid(&["sun"], vec![window(1, 7)])
    };
    shows(
        &one(line),
        "Until the end of Sun 7 Jun 2026; after that the protocol does not say.",
    );
}

#[test]
fn gaps_between_windows_stay_visible() {
    let page = one(avoid(&["sun"], vec![window(1, 5), window(9, 10)]));
    shows(
        &page,
        "From Mon 1 Jun 2026 until the end of Fri 5 Jun; then from Tue 9 Jun until the end of Wed 10 Jun;",
    );
}

#[test]
fn an_upcoming_line_says_its_start() {
    let line = Directive {
        phase: Some(Phase::Upcoming),
        ..directive(Verb::Allow, "allow", &["makeup"], vec![window(8, 15)])
    };
    let page = one(line);
    shows(&page, "No line of this plan holds on this day.");
    shows(
        &page,
        "YOU MAY ON OTHER DAYS - Makeup. From Mon 8 Jun 2026 until the end of Mon 15 Jun.",
    );
}

#[test]
fn the_year_is_said_again_where_it_changes() {
    let mut long = window(1, 7);
    long.last_day = NaiveDate::from_ymd_opt(2026, 12, 31);
    let line = Directive {
        first_free_day: NaiveDate::from_ymd_opt(2027, 1, 1),
        ..avoid(&["sun"], vec![long])
    };
    shows(
        &one(line),
        "Until the end of Thu 31 Dec 2026; first free day Fri 1 Jan 2027.",
    );
}

#[test]
fn days_count_from_the_treatment_where_there_is_no_date() {
    let page = page(&undated());
    shows(
        &page,
        "No treatment date is given. Day 0 is the day of the treatment.",
    );
    shows(
        &page,
        "AVOID - Retinoids. For 7 days: day 0 to day 6; first free day: day 7.",
    );
    shows(
        &page,
        "- Waxing. From 5 days before the treatment until the treatment.",
    );
    shows(&page, "DO - Use sunscreen. From day 1, no end date.");
    assert!(!page.contains("ON THIS DAY"), "{page}");
    let both = Directive {
        phase: None,
        ..avoid(&["sun"], vec![relative(0, 0)])
    };
    shows(&one(both), "Day 0");
}

#[test]
fn a_window_before_the_treatment_ends_with_it() {
    let line = Directive {
        phase: Some(Phase::Upcoming),
        window_text: Some("for 5 days before".into()),
        releases: false,
        first_free_day: None,
        ..avoid(&["waxing"], vec![window(-4, 1)])
    };
    shows(
        &one(line),
        "- Waxing. From Wed 27 May 2026 until the treatment on Mon 1 Jun.",
    );
}

#[test]
fn the_course_names_its_dates_and_its_state() {
    let page = page(&full());
    shows(
        &page,
        "Sessions done: 2. - 3 to 6 sessions, every 4 to 6 weeks, for acne scars.",
    );
    shows(
        &page,
        "Next session: between Mon 29 Jun 2026 and Mon 13 Jul. It is too early for it now.",
    );
    shows(
        &page,
        "- After the course: a maintenance session every 6 to 12 months.",
    );
}
