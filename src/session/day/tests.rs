use chrono::NaiveDate;

use super::{Around, read};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Around a treatment on Monday 1 June 2026, on Wednesday 3 June.
fn around(past: bool) -> Around {
    Around {
        treated: Some(date("2026-06-01")),
        today: date("2026-06-03"),
        past,
    }
}

#[test]
fn days_are_read_as_they_are_written() {
    for (typed, day) in [
        ("day 5", "2026-06-06"),
        ("day -2", "2026-05-30"),
        ("today", "2026-06-03"),
        ("Tomorrow", "2026-06-04"),
        ("yesterday", "2026-06-02"),
        ("2026-06-05", "2026-06-05"),
        ("2026-06-05T10:30", "2026-06-05T10:30"),
        ("2026-06-05 10:30", "2026-06-05T10:30"),
        ("5 June 2026", "2026-06-05"),
        ("5th of June, 2026", "2026-06-05"),
        ("June 5, 2026", "2026-06-05"),
        ("Jun 5", "2026-06-05"),
        ("5 Jun.", "2026-06-05"),
        ("Fri 5 Jun 2026", "2026-06-05"),
        ("Fri 5 Jun 2026 at 9:30", "2026-06-05T09:30"),
        ("today at 14:30", "2026-06-03T14:30"),
        ("1 Feb", "2026-02-01"),
        ("30 Sept", "2026-09-30"),
        ("Friday", "2026-06-05"),
        ("wed", "2026-06-03"),
        ("Tues", "2026-06-09"),
    ] {
        let read = read(typed, around(false)).map(|moment| moment.to_string());
        assert_eq!(read.as_deref(), Ok(day), "{typed}");
    }
}

#[test]
fn a_weekday_that_has_been_is_the_last_one() {
    for (typed, day) in [
        ("Friday", "2026-05-29"),
        ("Wednesday", "2026-06-03"),
        ("mon", "2026-06-01"),
    ] {
        let read = read(typed, around(true)).map(|moment| moment.to_string());
        assert_eq!(read.as_deref(), Ok(day), "{typed}");
    }
}

#[test]
fn a_weekday_to_come_lies_behind_a_treatment_to_come() {
    let around = Around {
        treated: Some(date("2026-07-01")),
        ..around(false)
    };
    let read = read("Friday", around).map(|moment| moment.to_string());
    assert_eq!(read.as_deref(), Ok("2026-07-03"));
}

#[test]
fn what_may_be_two_days_is_refused_with_both() {
    for (typed, help) in [
        ("03/04/2026", "write `3 April 2026` or `4 March 2026`"),
        ("3.4.2026", "write `3 April 2026` or `4 March 2026`"),
        ("3/4", "write `3 April 2026` or `4 March 2026`"),
        ("23/11/2026", "name the month: `23 November 2026`"),
        ("11-23-2026", "name the month: `23 November 2026`"),
        ("23 Nov", "write `23 November 2025` or `23 November 2026`"),
        ("next Friday", "write `5 June 2026` or `12 June 2026`"),
        ("last Wednesday", "write `27 May 2026` or `20 May 2026`"),
        ("Thursday 5 June", "is it `5 June 2026`?"),
        ("5 June 26", "write it in full: `5 June 2026`"),
    ] {
        let refused = read(typed, around(false)).unwrap_err();
        assert_eq!(refused.help, help, "{typed}");
    }
}

#[test]
fn a_year_that_neither_the_treatment_nor_today_decides_is_asked_for() {
    let around = Around {
        treated: Some(date("2025-06-01")),
        ..around(false)
    };
    let refused = read("5 June", around).unwrap_err();
    assert_eq!(refused.help, "write `5 June 2025` or `5 June 2026`");
}

#[test]
fn the_help_of_a_refusal_can_be_typed() {
    for typed in [
        "03/04/2026",
        "3/4",
        "23/11/2026",
        "23 Nov",
        "next Friday",
        "last Friday",
        "Thursday 5 June",
        "5 June 26",
        "30 Feb",
        "29 Feb",
        "99/99/2026",
        "5 June 2026 at noon",
        "5 June 3000",
        "2026-02-30",
        "day x",
        "soon",
        "1/2/3/4",
        "June",
        "",
    ] {
        let refused = read(typed, around(false)).unwrap_err();
        let offered = refused.help.split('`').skip(1).step_by(2);
        for offer in offered.filter(|offer| !offer.starts_with(':')) {
            assert!(read(offer, around(false)).is_ok(), "{typed}: {offer}");
        }
    }
}

#[test]
fn days_from_the_treatment_want_its_date() {
    let around = Around {
        treated: None,
        ..around(false)
    };
    assert!(read("day 5", around).unwrap_err().help.contains(":treated"));
}
