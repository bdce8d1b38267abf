//! Hand-made plans for the tests of what prints.

mod lines;
mod plans;

use chrono::{NaiveDate, NaiveTime};

use crate::plan::{
    ClockTime, Directive, Location, Phase, Plan, RuleRef, State, Status, Strength, Verb, Window,
};

pub use lines::{before, contact, expectation, fever, note, question, questions, sources, thing};
pub use plans::{full, undated};

/// A day of June 2026; `0` and less are days of May.
pub fn june(day: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).unwrap() + chrono::Duration::days(day - 1)
}

/// A clock time.
pub fn clock(hour: u32, minute: u32) -> ClockTime {
    ClockTime(NaiveTime::from_hms_opt(hour, minute, 0).unwrap())
}

/// A place in the sample protocol.
pub fn location(line: u32) -> Location {
    Location {
        file: "microneedling.rules".into(),
        line,
        column: 1,
    }
}

/// A rule of the sample protocol.
pub fn rule(line: u32) -> RuleRef {
    RuleRef {
        label: None,
        sentence: format!("sentence of line {line}"),
        location: location(line),
        also: Vec::new(),
        treatment: None,
        replaces: None,
    }
}

/// A list of texts.
pub fn texts(items: &[&str]) -> Vec<String> {
    items.iter().map(ToString::to_string).collect()
}

/// A firm window between two days of June, from the treatment on the 1st.
pub fn window(from: i64, last: i64) -> Window {
    Window {
        from: Some(june(from)),
        from_time: None,
        last_day: Some(june(last)),
        until_time: None,
        strength: Strength::Firm,
        state: State::Settled,
        from_day: Some(from - 1),
        to_day: Some(last - 1),
        starts_at: None,
        ends_at: None,
    }
}

/// The same without dates, in days from the treatment.
pub fn relative(from: i64, last: i64) -> Window {
    Window {
        from: None,
        last_day: None,
        from_day: Some(from),
        to_day: Some(last),
        ..window(1, 1)
    }
}

/// The advised form of a window.
pub fn advised(window: Window) -> Window {
    Window {
        strength: Strength::Advised,
        ..window
    }
}

/// An active, settled line.
pub fn directive(verb: Verb, word: &str, items: &[&str], windows: Vec<Window>) -> Directive {
    let last_day = windows.last().and_then(|window| window.last_day);
    let releases = verb == Verb::Avoid && last_day.is_some();
    Directive {
        verb,
        word: word.into(),
        items: texts(items),
        written: texts(items),
        including: Vec::new(),
        covers: Vec::new(),
        from: windows.first().and_then(|window| window.from),
        last_day,
        first_free_day: last_day.filter(|_| releases).and_then(|day| day.succ_opt()),
        still_held: Vec::new(),
        off_now: Vec::new(),
        windows,
        next_session_windows: Vec::new(),
        firm_until: last_day,
        advised_until: None,
        open_until: None,
        usually: None,
        releases,
        nothing_after: false,
        window_text: None,
        frequency: None,
        quantity: None,
        limit: None,
        attributes: Vec::new(),
        place: None,
        using: None,
        not_using: Vec::new(),
        not_using_because_of: Vec::new(),
        manner: None,
        by: None,
        while_: None,
        except: Vec::new(),
        instead: None,
        if_unavoidable: None,
        choice: false,
        phase: Some(Phase::Active),
        state: State::Settled,
        asks: Vec::new(),
        facts: Vec::new(),
        if_: None,
        unless: None,
        because: None,
        sources: Vec::new(),
        rule: rule(12),
        held_back_by: Vec::new(),
        choices_held_back: Vec::new(),
        part_held_back_by: Vec::new(),
        next_session_except: Vec::new(),
        next_session_held_back_by: Vec::new(),
        never_in_force: false,
        clock_time_decides: false,
        unless_prescribed: false,
        of_allergy: false,
        section: None,
        treatments: vec![0],
    }
}

/// A restriction on retinoids.
pub fn avoid(items: &[&str], windows: Vec<Window>) -> Directive {
    directive(Verb::Avoid, "avoid", items, windows)
}

/// A plan with nothing in it.
pub fn empty() -> Plan {
    Plan {
        format: crate::plan::FORMAT,
        engine: "aftercare-dsl 0.1.0".into(),
        fingerprint: "0".repeat(64),
        on: None,
        status: Status::Proceed,
        status_reasons: texts(&["nothing is open"]),
        treatments: Vec::new(),
        directives: Vec::new(),
        things: Vec::new(),
        expectations: Vec::new(),
        red_flags: Vec::new(),
        steps: Vec::new(),
        notes: Vec::new(),
        visits: Vec::new(),
        before_treatment: Vec::new(),
        questions: Vec::new(),
        can_be_added: Vec::new(),
        for_the_clinic: Vec::new(),
        not_covered: Vec::new(),
        changes: Vec::new(),
        clashes: Vec::new(),
        loosened: Vec::new(),
        warnings: Vec::new(),
        sources: Vec::new(),
    }
}
