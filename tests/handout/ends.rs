//! What a handout says of the end of a line: what comes after a permission, and for whom a day is free.

use super::{made, options, plan_of, words};

const TREATED: &str = "treated = 2026-06-01T10:30\n";

fn page(rules: &str, profile: &str, on: &str) -> String {
    words(&made(&plan_of(rules, profile, on), &options()).html())
}

#[test]
fn what_the_end_of_a_permission_leaves_unsaid_is_said() {
    const AFTER: &str = "After that the plan does not say. Ask us first.";
    let rules =
        "import skin-care\nallow showers for 5 days\nlimit alcohol to 1 drink per day for 5 days\n";
    let page = page(rules, TREATED, "2026-06-02");
    assert_eq!(page.matches(AFTER).count(), 2, "{page}");
    let over = self::page(rules, TREATED, "2026-06-20");
    assert!(over.contains(AFTER), "{over}");
    let said = format!(
        "{rules}avoid showers from day 5 for 3 days\navoid alcohol from day 5 for 3 days\n"
    );
    let page = self::page(&said, TREATED, "2026-06-02");
    assert_eq!(page.matches(AFTER).count(), 0, "{page}");
}

#[test]
fn the_first_free_day_of_a_line_that_may_be_for_nobody_says_for_whom_it_is() {
    let rules =
        "import skin-care\navoid makeup for 3 days if sensitive skin\navoid sauna for 3 days\n";
    let page = page(rules, TREATED, "2026-06-02");
    assert!(
        page.contains("Where this is for you, the first free day: Thu 4 June."),
        "{page}"
    );
    assert!(page.contains("First free day: Thu 4 June."), "{page}");
    let known = format!("{TREATED}[facts]\n\"sensitive skin\" = true\n");
    let page = self::page(rules, &known, "2026-06-02");
    assert!(!page.contains("Where this is for you"), "{page}");
}

/// Of what is normal from a day on, no end that nobody has given is told as one that never comes.
#[test]
fn what_is_expected_later_without_an_end_has_no_end_that_is_not_said() {
    let rules = "import skin-care\nexpect darkening from day 4\n";
    let page = page(rules, TREATED, "2026-06-02");
    assert!(
        page.contains("From Fri 5 June, how long is not said: ask us."),
        "{page}"
    );
    assert!(!page.contains("no end date"), "{page}");
}

#[test]
fn what_is_over_does_not_stand_in_front_of_what_is_left() {
    let rules = "import skin-care\navoid sun for 3..14 days\n";
    let page = page(rules, TREATED, "2026-06-06");
    assert!(page.contains("Sun 14 June"), "{page}");
    assert!(!page.contains("Wed 3 June"), "{page}");
}
