//! An old sentence and what stands in its place: whether that asks less.

use super::{Files, checked};

const ABOVE: &str = "import skin-care\naftercare for 2 weeks\nfact smoker: yes or no\n";

/// Old, new, and the first day on which less is asked of somebody; none where it never is.
const TABLE: &[(&str, &str, Option<i64>)] = &[
    // Times.
    ("avoid makeup for 3 days", "avoid makeup for 4 days", None),
    (
        "avoid makeup for 3 days",
        "avoid makeup for 2 days",
        Some(2),
    ),
    (
        "avoid makeup for 3 days",
        "avoid makeup for 2..3 days",
        Some(2),
    ),
    (
        "avoid makeup for 2..3 days",
        "avoid makeup for 3 days",
        None,
    ),
    (
        "avoid makeup for 3 days",
        "should avoid makeup for 3 days",
        Some(0),
    ),
    ("avoid makeup for 24 hours", "avoid makeup for 2 days", None),
    (
        "avoid makeup for 2 days",
        "avoid makeup for 24 hours",
        Some(1),
    ),
    ("avoid makeup", "avoid makeup for 14 days", None),
    ("avoid makeup", "avoid makeup for 13 days", Some(13)),
    (
        "avoid makeup for 5 days before and 3 days after",
        "avoid makeup for 3 days",
        Some(-5),
    ),
    ("avoid makeup on days 2..4", "avoid makeup for 5 days", None),
    (
        "avoid makeup until healed",
        "avoid makeup until healed, at least 3 days",
        None,
    ),
    (
        "avoid makeup until healed, at least 3 days",
        "avoid makeup until healed",
        Some(0),
    ),
    (
        "avoid makeup from healed for 2 days",
        "avoid makeup from healed for 3 days",
        None,
    ),
    ("resume makeup from day 3", "avoid makeup for 3 days", None),
    (
        "resume makeup from day 3",
        "resume makeup from day 2",
        Some(2),
    ),
    // At whatever time and on whatever date the treatment is.
    ("avoid makeup for 2 days", "avoid makeup for 48 hours", None),
    (
        "avoid makeup for 2 days",
        "avoid makeup for 40 hours",
        Some(1),
    ),
    ("avoid makeup today", "avoid makeup for 14 hours", Some(0)),
    (
        "avoid makeup for 38 hours",
        "avoid makeup for 2 days",
        Some(2),
    ),
    ("avoid makeup for 24 hours", "avoid makeup for 2 days", None),
    (
        "avoid makeup for 30 days",
        "avoid makeup for 1 month",
        Some(28),
    ),
    ("avoid makeup for 1 month", "avoid makeup for 31 days", None),
    (
        "avoid makeup for 1 month",
        "avoid makeup for 30 days",
        Some(30),
    ),
    // Things.
    (
        "avoid products except healing ointment",
        "avoid products except healing ointment and makeup",
        Some(0),
    ),
    (
        "avoid products except makeup",
        "avoid products except foundation",
        None,
    ),
    (
        "avoid retinoids for 3 days",
        "avoid tretinoin cream for 3 days",
        Some(0),
    ),
    (
        "avoid tretinoin cream for 3 days",
        "avoid retinoids for 3 days",
        None,
    ),
    (
        "avoid makeup for 3 days",
        "avoid makeup except foundation for 3 days",
        Some(0),
    ),
    (
        "avoid makeup except foundation for 3 days",
        "avoid makeup for 3 days",
        None,
    ),
    (
        "avoid makeup for 3 days",
        "avoid makeup on lips for 3 days",
        Some(0),
    ),
    (
        "avoid makeup on lips for 3 days",
        "avoid makeup for 3 days",
        None,
    ),
    (
        "limit alcohol to 1 drink per day for 3 days",
        "avoid alcohol for 3 days",
        None,
    ),
    (
        "avoid alcohol for 3 days",
        "limit alcohol to 1 drink per day for 3 days",
        Some(0),
    ),
    (
        "limit alcohol to 2 drinks per day",
        "limit alcohol to 1 drink per day",
        None,
    ),
    (
        "limit alcohol to 1 drink per day",
        "limit alcohol to 2 drinks per day",
        Some(0),
    ),
    // For whom.
    (
        "avoid makeup for 3 days if smoker",
        "avoid makeup for 3 days",
        None,
    ),
    (
        "avoid makeup for 3 days",
        "avoid makeup for 3 days unless smoker",
        Some(0),
    ),
    ("refuse if age under 16", "refuse if age under 18", None),
    ("refuse if age under 18", "refuse if age under 16", Some(0)),
    ("defer if pregnant", "refuse if pregnant", None),
    // The same patients, and for less long.
    (
        "defer until 7 months after isotretinoin last taken if took isotretinoin within 6 months",
        "defer until 6 months after isotretinoin last taken if took isotretinoin within 6 months",
        Some(0),
    ),
    (
        "defer until 6 months after isotretinoin last taken if took isotretinoin within 6 months",
        "defer until 7 months after isotretinoin last taken if took isotretinoin within 6 months",
        None,
    ),
    ("refuse if pregnant", "defer if pregnant", Some(0)),
    (
        "defer until 3 months after isotretinoin last taken",
        "defer until 6 months after isotretinoin last taken",
        None,
    ),
    (
        "defer until 6 months after isotretinoin last taken",
        "defer until 3 months after isotretinoin last taken",
        Some(0),
    ),
    (
        "defer until 6 months after dermal filler",
        "defer until 3 months after dermal filler",
        Some(0),
    ),
    (
        "defer until 3 months after dermal filler",
        "defer until 6 months after dermal filler",
        None,
    ),
    (
        "refuse if had dermal filler within 2 weeks",
        "refuse if had dermal filler within 3 weeks",
        None,
    ),
    (
        "refuse if had dermal filler within 3 weeks",
        "refuse if had dermal filler within 2 weeks",
        Some(0),
    ),
    // Duties.
    (
        "use sunscreen daily",
        "use sunscreen with spf 30+ daily",
        None,
    ),
    (
        "use sunscreen with spf 30+ daily",
        "use sunscreen daily",
        Some(0),
    ),
    ("use cleanser or moisturiser", "use cleanser", None),
    ("use cleanser", "use cleanser or moisturiser", Some(0)),
    ("wear hat while outdoors", "wear hat", None),
    ("wear hat for 3 days", "should wear hat for 3 days", Some(0)),
    (
        "use cleanser and moisturiser",
        "use moisturiser and cleanser",
        None,
    ),
    ("use cleanser and moisturiser", "use cleanser", Some(0)),
    // Warning signs.
    (
        "report fever above 39 C to clinic",
        "report fever above 38 C to clinic",
        None,
    ),
    (
        "report fever above 38 C to clinic",
        "report fever above 39 C to clinic",
        Some(0),
    ),
    (
        "report fever to clinic within 2 hours",
        "report fever to clinic immediately",
        None,
    ),
    (
        "report fever to clinic immediately",
        "report fever to clinic within 2 hours",
        Some(0),
    ),
    (
        "report fever to clinic",
        "report fever to emergency services",
        None,
    ),
    (
        "report fever and pus to clinic",
        "report fever to clinic",
        Some(0),
    ),
    // What nobody need fear to lose.
    (
        "expect redness for 3 days",
        "expect redness for 2 days",
        None,
    ),
    ("allow makeup from day 2", "allow makeup from day 5", None),
    // Words cannot be compared.
    (
        "caution \"a\" if smoker",
        "caution \"b\" if smoker",
        Some(0),
    ),
    ("note \"a\"", "note \"b\"", Some(0)),
    ("note \"a\"", "note \"a\"", None),
];

#[test]
fn each_row_is_judged_so() {
    let mut failures = Vec::new();
    for (old, new, day) in TABLE {
        let base = format!("{ABOVE}line: {old}\n");
        let files = Files::of(&[("base", &base)]);
        let own = format!("extends base\nreplace line: {new} because \"x\"\n");
        let protocol = match checked(&files, &own) {
            Ok(protocol) => protocol,
            Err(found) => {
                failures.push(format!("{old} -> {new}\n{found}"));
                continue;
            }
        };
        let found: Vec<i64> = protocol
            .lineage
            .loosened()
            .iter()
            .map(|one| one.day)
            .collect();
        if found.first() != day.as_ref() {
            let all = protocol.lineage.loosened();
            failures.push(format!("{old} -> {new}: {day:?}, found {all:?}"));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}
