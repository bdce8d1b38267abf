//! What `check` says of a sentence that asks for what another forbids all that time, and where it keeps silent.

use aftercare_dsl::check::{Bundled, CheckOptions, check};
use aftercare_dsl::diagnostic::Code;
use aftercare_dsl::source::Sources;

/// How often it is said of these rules.
fn count(rules: &str) -> usize {
    let text = format!("import skin-care\naftercare for 2 weeks\n{rules}\n");
    let checked = check(
        &mut Sources::new(),
        &Bundled,
        "test.rules",
        &text,
        &CheckOptions::default(),
    );
    assert!(
        checked.protocol.is_some(),
        "{rules}: {:?}",
        checked.diagnostics
    );
    let codes = checked.diagnostics.iter().map(|one| one.code);
    codes.filter(|code| *code == Code::AtOdds).count()
}

#[test]
fn what_is_banned_all_that_time_cannot_be_used_for_it() {
    let ban = "avoid cleansers for 3 days";
    let with = |how: &str| count(&format!("{ban}\n{how}"));
    assert_eq!(with("wash face using gentle cleanser for 2 days"), 1);
    assert_eq!(
        with("wash face using gentle cleanser for 3 days if pregnant"),
        1
    );
    assert_eq!(with("wash face using gentle cleanser"), 0);
    assert_eq!(
        with("wash face using gentle cleanser or hands for 2 days"),
        0
    );
    assert_eq!(with("wash face using gentle cleanser on days 4..5"), 0);
    assert_eq!(with("avoid touching using gentle cleanser for 2 days"), 0);
    assert_eq!(
        count("avoid cleansers for 3 days if pregnant\nwash face using gentle cleanser for 2 days"),
        0
    );
    assert_eq!(
        count("should avoid cleansers for 3 days\nwash face using gentle cleanser for 2 days"),
        0
    );
    assert_eq!(
        count("avoid cleansers on lips for 3 days\nwash face using gentle cleanser for 2 days"),
        0
    );
}

#[test]
fn use_only_forbids_what_else_it_could_be_done_with() {
    let only = "use only healing ointment for 3 days";
    let with = |what: &str| count(&format!("{only}\n{what}"));
    assert_eq!(with("wash face using gentle cleanser for 2 days"), 1);
    assert_eq!(with("wash face using gentle cleanser"), 0);
    assert_eq!(with("wash face using healing ointment for 2 days"), 0);
    assert_eq!(with("wash face using hands for 2 days"), 0);
}
