//! Old and new sentences, and what is told of them: which way, of what, on which days.

use super::{differing, told};

const ABOVE: &str = "import skin-care\naftercare for 2 weeks\nfact smoker: yes or no\n";

const TABLE: &[(&str, &str, &[&str])] = &[
    ("avoid makeup for 3 days", "avoid makeup for 3 days", &[]),
    ("avoid makeup for 3 days", "No   makeup, for 3 days", &[]),
    (
        "avoid makeup for 1 week",
        "a label: avoid makeup for 7 days",
        &[],
    ),
    (
        "avoid makeup for 3 days",
        "avoid makeup for 2 days",
        &["looser makeup 2..2"],
    ),
    (
        "avoid makeup for 2 days",
        "avoid makeup for 3 days",
        &["stricter makeup 2..2"],
    ),
    (
        "avoid makeup for 3 days",
        "note \"x\"",
        &["looser makeup 0..2", "stricter"],
    ),
    (
        "note \"x\"",
        "avoid makeup for 3 days",
        &["looser", "stricter makeup 0..2"],
    ),
    (
        "avoid makeup for 2..3 days",
        "avoid makeup for 3 days",
        &["stricter makeup 2..2"],
    ),
    (
        "avoid makeup for 3 days",
        "should avoid makeup for 3 days",
        &["looser makeup 0..2"],
    ),
    (
        "avoid makeup for at least 3 days",
        "avoid makeup for 3 days",
        &["looser makeup 3.."],
    ),
    (
        "avoid makeup for 3 days",
        "avoid makeup for at least 3 days",
        &["stricter makeup 3.."],
    ),
    (
        "avoid makeup for 14 days",
        "avoid makeup",
        &["stricter makeup 14.."],
    ),
    ("resume makeup from day 3", "avoid makeup for 3 days", &[]),
    (
        "avoid makeup on days 0..1",
        "avoid makeup on days 1..2",
        &["looser makeup 0..0", "stricter makeup 2..2"],
    ),
    (
        "avoid makeup until healed",
        "avoid makeup until healed, at least 3 days",
        &["stricter makeup 0..2"],
    ),
    (
        "avoid makeup for 5 days unless healed",
        "avoid makeup for 3 days unless healed",
        // Who heals on day 4 gets nothing back by the old one, and by the new one on day 3.
        &["looser makeup 3.."],
    ),
    (
        "note \"x\"\nallow makeup if healed",
        "note \"x\"",
        &["stricter makeup 0..13"],
    ),
    // Things.
    (
        "avoid makeup for 3 days",
        "avoid makeup except foundation for 3 days",
        &["looser foundation 0..2"],
    ),
    (
        "avoid foundation and lipstick for 3 days",
        "avoid lipstick and foundation for 3 days",
        &[],
    ),
    (
        "avoid makeup for 3 days",
        "avoid makeup on lips for 3 days",
        &["looser makeup 0..2"],
    ),
    (
        "avoid makeup on lips for 3 days",
        "avoid makeup for 3 days",
        &["stricter makeup 0..2"],
    ),
    (
        "limit alcohol to 2 drinks per day",
        "limit alcohol to 1 drink per day",
        &["stricter 0..13"],
    ),
    (
        "limit alcohol to 1 drink per day",
        "limit alcohol to 2 drinks per day",
        &["looser 0..13"],
    ),
    (
        "avoid alcohol",
        "limit alcohol to 1 drink per day",
        &["looser alcohol 0..13"],
    ),
    (
        "limit alcohol to 1 drink per day",
        "avoid alcohol",
        &["stricter alcohol 0..13"],
    ),
    // Permissions.
    (
        "note \"x\"",
        "note \"x\"\nallow makeup from day 2",
        &["looser makeup 2.."],
    ),
    (
        "note \"x\"\nallow makeup from day 2",
        "note \"x\"",
        &["stricter makeup 2.."],
    ),
    (
        "allow makeup from day 2",
        "use makeup from day 2",
        &["stricter 2.."],
    ),
    (
        "use makeup from day 2",
        "allow makeup from day 2",
        &["looser 2.."],
    ),
    // For whom.
    (
        "avoid makeup for 3 days if smoker",
        "avoid makeup for 3 days unless smoker",
        &["looser makeup 0..2", "stricter makeup 0..2"],
    ),
    (
        "avoid makeup for 3 days if smoker and age over 18",
        "avoid makeup for 3 days if age over 18 and smoker",
        &[],
    ),
    (
        "when smoker { avoid makeup for 3 days } otherwise { avoid makeup for 3 days }",
        "avoid makeup for 3 days",
        &[],
    ),
    // Duties.
    (
        "use sunscreen daily",
        "use sunscreen twice daily",
        &["different 0..13"],
    ),
    (
        "use sunscreen daily",
        "use sunscreen with spf 30+ daily",
        &["stricter 0..13"],
    ),
    (
        "use sunscreen with spf 30+ daily",
        "use sunscreen daily",
        &["looser 0..13"],
    ),
    (
        "use sunscreen daily",
        "use sunscreen daily\navoid sunscreen for 2 days",
        &["looser 0..1", "stricter sunscreen 0..1"],
    ),
    (
        "use cleanser or moisturiser",
        "use cleanser",
        &["stricter 0..13"],
    ),
    (
        "use cleanser and moisturiser",
        "use cleanser",
        &["looser moisturiser 0..13"],
    ),
    (
        "wear hat for 3 days",
        "should wear hat for 3 days",
        &["looser 0..2"],
    ),
    // Whether to treat, warning signs and what is told.
    (
        "refuse if age under 16",
        "refuse if age under 18",
        &["stricter"],
    ),
    (
        "refuse if age under 18",
        "refuse if age under 16",
        &["looser"],
    ),
    ("refuse if pregnant", "defer if pregnant", &["looser"]),
    // The same patients, and for longer, or for less long.
    (
        "defer until 6 months after isotretinoin last taken if took isotretinoin within 6 months",
        "defer until 7 months after isotretinoin last taken if took isotretinoin within 6 months",
        &["stricter"],
    ),
    (
        "defer until 7 months after isotretinoin last taken if took isotretinoin within 6 months",
        "defer until 6 months after isotretinoin last taken if took isotretinoin within 6 months",
        &["looser"],
    ),
    (
        "caution \"a\" if smoker",
        "caution \"b\" if smoker",
        &["different"],
    ),
    ("caution \"a\"\ncaution \"b\"", "caution \"b\"", &["looser"]),
    (
        "report fever to clinic",
        "report fever to clinic immediately",
        &["stricter"],
    ),
    (
        "report fever above 38 C to clinic",
        "report fever above 39 C to clinic",
        &["looser"],
    ),
    (
        "report fever to clinic",
        "report fever to \"the nurse\"",
        &["different"],
    ),
    (
        "report fever and pus to clinic",
        "report fever to clinic",
        &["looser pus"],
    ),
    (
        "expect redness for 3 days",
        "expect redness for 2 days",
        &["different 2..2"],
    ),
    ("note \"a\"", "note \"b\"", &["different"]),
    // The course.
    (
        "sessions 3 every 4 weeks",
        "sessions 3 every 6 weeks",
        &["stricter"],
    ),
    (
        "sessions 3 every 6 weeks",
        "sessions 3 every 4 weeks",
        &["looser"],
    ),
    (
        "sessions 3 every 4 weeks",
        "sessions 4 every 4 weeks",
        &["different"],
    ),
    // Beside.
    (
        "avoid sun exposure for 3 days",
        "avoid sun exposure for 3 days, if unavoidable, wear hat",
        &["looser 0..2"],
    ),
    (
        "avoid makeup for 3 days",
        "avoid makeup for 3 days, instead use mineral powder",
        &["different 0..2"],
    ),
];

#[test]
fn each_row_is_told_so() {
    let mut failures = Vec::new();
    for (old, new, wanted) in TABLE {
        let text = |rules: &str| format!("{ABOVE}{rules}\n");
        let found = differing(&text(old), &text(new));
        if told(&found) != *wanted {
            failures.push(format!(
                "{old} -> {new}\n  {:?}, found {:?}\n  {:?}",
                wanted,
                told(&found),
                found.undecided
            ));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}
