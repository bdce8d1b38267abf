//! Files that are no TOML or no JSON.

use super::support::{file, json, toml};

#[test]
fn a_value_without_quotes_is_read_as_it_was_meant() {
    for (text, told, mended) in [
        (
            "facts.pregnant = yes\n",
            "yes",
            "facts.pregnant = \"yes\"\n",
        ),
        ("facts.pregnant = True\n", "True", "facts.pregnant = true\n"),
        (
            "facts.\"skin type\" = IV\n",
            "IV",
            "facts.\"skin type\" = \"IV\"\n",
        ),
        (
            "facts.age = 34 years",
            "34 years",
            "facts.age = \"34 years\"",
        ),
        (
            "facts.sex = \u{201c}female\u{201d}",
            "\u{201c}female\u{201d}",
            "facts.sex = \"female\"",
        ),
        (
            "facts.sex = \"female\nzone = 'UTC'",
            "\"female",
            "facts.sex = \"female\"\nzone = 'UTC'",
        ),
        (
            "facts.concerns = [wrinkles]",
            "wrinkles",
            "facts.concerns = [\"wrinkles\"]",
        ),
        ("facts.age = 034", "034", "facts.age = \"034\""),
    ] {
        let outcome = toml(text);
        outcome.failure(&[&format!("profile-syntax: {told}")]);
        assert_eq!(outcome.mended(), mended);
        toml(mended).success();
    }
}

#[test]
fn a_value_that_is_wrong_anyway_is_told_once() {
    toml("facts.\"skin type\" = pale").failure(&["profile-unknown-value: pale"]);
    toml("treated = 1/6/2026").failure(&["profile-date: 1/6/2026"]);
    toml("treated = 2026-6-1").failure(&["profile-date: 2026-6-1"]);
    assert_eq!(toml("treated = 2026-6-1").mended(), "treated = 2026-06-01");
    toml("facts.age = .5.").failure(&["profile-number: .5."]);
}

#[test]
fn a_key_without_quotes_gets_them() {
    let outcome = toml("[facts]\nskin type = \"IV\"\nage = 340");
    outcome.failure(&["profile-syntax: skin type", "profile-number: 340"]);
    let outcome = toml("[facts]\n\u{201c}skin type\u{201d} = \"IV\"\n");
    outcome.failure(&["profile-syntax: \u{201c}skin type\u{201d}"]);
    assert_eq!(outcome.mended(), "[facts]\n\"skin type\" = \"IV\"\n");
    toml(&outcome.mended()).success();
}

#[test]
fn torn_toml_is_told_at_its_place() {
    toml("a line of words\n").failure(&["profile-syntax: "]);
    toml("zone = 'UTC'\nfacts.age =\n").failure(&["profile-syntax: "]);
    toml("sessions = [2026-03-30\nzone = 3\n").failure(&["profile-syntax: "]);
    toml("products = [{ name = 'x' class = 'y' }]").failure(&["profile-syntax: "]);
    toml("zone = 'UTC' 'x'\nfacts.age = -1").failure(&["profile-syntax: ", "profile-number: -1"]);
    let outcome = toml("zone = 'UTC'\n\n[facts]\nage 34\n");
    outcome.failure(&["profile-syntax: "]);
    assert_eq!(
        outcome
            .sources
            .position(outcome.told[0].span().unwrap())
            .line,
        4
    );
}

#[test]
fn a_key_given_twice_is_told_with_the_first() {
    let outcome = toml("[facts]\nage = 3\nage = 4\n");
    outcome.failure(&["profile-duplicate: age"]);
    let first = outcome.told[0].labels[1].span;
    assert_eq!(outcome.sources.position(first).line, 2);
    toml("[facts]\nage = 3\n[facts]\nsex = 'male'").failure(&["profile-duplicate: facts"]);
    toml("facts = 3\n[facts]\nage = 3").failure(&["profile-duplicate: facts"]);
}

#[test]
fn json_is_strict() {
    for (text, told) in [
        ("", "profile-syntax: "),
        ("{\"zone\": \"UTC\",}", "profile-syntax: ,"),
        (
            "{\"zone\": \"UTC\" // London\n}",
            "profile-syntax: // London",
        ),
        (
            "{\"sessions\": [\"2026-01-01\" \"2026-01-02\"]}",
            "profile-syntax: ",
        ),
        ("{\"zone\" \"UTC\"}", "profile-syntax: \"UTC\""),
        ("{zone: \"UTC\"}", "profile-syntax: zone"),
        ("{'zone': \"UTC\"}", "profile-syntax: '"),
        ("{\"zone\": UTC}", "profile-syntax: UTC"),
        ("{} {}", "profile-syntax: {"),
        ("{\"zone\": \"UTC\"", "profile-syntax: {\"zone\": \"UTC\""),
        ("{\"facts\": {\"age\": .5}}", "profile-syntax: ."),
        ("{\"facts\": {\"age\": NaN}}", "profile-syntax: NaN"),
    ] {
        let outcome = json(text);
        outcome.failure(&[told]);
        if !outcome.told[0].fixes.is_empty() {
            json(&outcome.mended()).success();
        }
    }
}

#[test]
fn a_byte_order_mark_moves_nothing() {
    toml("\u{feff}facts.age = -1").failure(&["profile-number: -1"]);
    json("\u{feff}{\"facts\": {\"age\": -1}}").failure(&["profile-number: -1"]);
    file("-", "\u{feff}{\"zone\": 3}").failure(&["profile-wrong-kind: 3"]);
    let outcome = toml("\u{feff}facts.pregnant = yes");
    toml(&outcome.mended()).success();
}

#[test]
fn places_are_right_behind_wide_characters() {
    toml("# \u{1f9b4}\u{e9}\nfacts.'\u{e9}\u{1f9b4}' = 1")
        .failure(&["profile-unknown-key: '\u{e9}\u{1f9b4}'"]);
    json("{\"\u{1f9b4}\": 1, \"zone\": 3}").failure(&[
        "profile-unknown-key: \"\u{1f9b4}\"",
        "profile-wrong-kind: 3",
    ]);
}
