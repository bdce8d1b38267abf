//! Section 3.4 on the page: what of a duty is advice is said so, and no phrase is broken.

use super::text_of;

fn says(rules: &str, words: &str) {
    let page = text_of(rules);
    assert!(page.contains(words), "{words:?} is not in: {page}");
}

#[test]
fn the_advised_part_of_a_duty_is_told_apart() {
    says(
        "keep clean for 2..4 days",
        "Keep clean. Until the end of Tue 2 Jun 2026; then, as advice only, until the end of Thu 4 Jun.",
    );
    says(
        "should use sunscreen daily for 1 week",
        "Use sunscreen daily. As advice only, until the end of Sun 7 Jun 2026.",
    );
    says(
        "use moisturiser from 1..3 days",
        "As advice only, until the end of Wed 3 Jun 2026; then firmly, no end date.",
    );
    says(
        "should steps \"wash\" { wash face } for 3 days",
        "Wash: as advice only, until the end of Wed 3 Jun 2026.",
    );
}

#[test]
fn what_is_better_not_without_an_end_is_said_in_a_sentence() {
    says(
        "should avoid sauna always",
        "Sauna. Always: better not, no end date.",
    );
}

#[test]
fn a_symptom_named_twice_is_listed_once() {
    says(
        "report pus, fever or pus to clinic",
        "Pus or fever. Call the clinic.",
    );
    says("report pus or discharge to clinic", "Pus. Call the clinic.");
}

/// A harsh cleanser is none that can be gentle: `avoid gentle cleanser` says nothing of it.
#[test]
fn members_that_cannot_have_an_attribute_are_not_listed() {
    let rules = "\
product soaps {
  mild soap
  rough soap
}
product sand soap in soaps without gentle
avoid soaps with gentle for 3 days
avoid gentle mild soap for 5 days";
    let page = text_of(rules);
    assert!(page.contains("gentle rough soap"), "{page}");
    assert!(!page.contains("gentle sand soap"), "{page}");
}
