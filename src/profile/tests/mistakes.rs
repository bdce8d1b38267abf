//! Every mistake of content: what is underlined, that no value is told, and that the fix works.

use super::support::{json, toml};
use super::table::{ONE_MISTAKE, SECRETS};

#[test]
fn each_mistake_is_told_once_at_its_place() {
    for (text, told) in ONE_MISTAKE {
        toml(text).failure(&[told]);
    }
}

#[test]
fn no_message_holds_a_patients_value() {
    for (text, _) in ONE_MISTAKE {
        let words = toml(text).words().replace("such as 2026-06-01", "");
        let words = words
            .replace("2026-03-30, 2026-05-01", "")
            .replace("2026-06-03", "");
        let words = words
            .replace("as 2026-02-14", "")
            .replace("`prescribed face`", "");
        for secret in SECRETS {
            assert!(!words.contains(secret), "`{secret}` of {text}: {words}");
        }
    }
}

#[test]
fn every_fix_leaves_a_clean_profile() {
    let mut fixes = 0;
    for (text, _) in ONE_MISTAKE {
        let outcome = toml(text);
        for found in &outcome.told {
            assert!(found.fixes.len() < 2);
            if !found.fixes.is_empty() {
                toml(&outcome.mended()).success();
                fixes += 1;
            }
        }
    }
    assert!(fixes >= 20, "{fixes}");
}

#[test]
fn json_mistakes_are_underlined_too() {
    for (text, told) in [
        (
            r#"{"facts": {"pregnnt": true}}"#,
            "profile-unknown-key: \"pregnnt\"",
        ),
        (
            r#"{"facts": {"age": 34, "age": 35}}"#,
            "profile-duplicate: \"age\"",
        ),
        (r#"{"facts": {"age": null}}"#, "profile-wrong-kind: null"),
        (
            r#"{"facts": {"sex": "femal"}}"#,
            "profile-unknown-value: \"femal\"",
        ),
        (r#"{"treated": "2026/6/1"}"#, "profile-date: \"2026/6/1\""),
        (
            r#"{"zone": "europe/london"}"#,
            "profile-unknown-zone: \"europe/london\"",
        ),
        (
            r#"{"zone": "a", "zone": "b"}"#,
            "profile-unknown-zone: \"a\"",
        ),
        ("[1]", "profile-wrong-kind: [1]"),
    ] {
        let outcome = json(text);
        assert_eq!(outcome.shown()[0], told, "{text}");
        if !outcome.told[0].fixes.is_empty() {
            json(&outcome.mended()).success();
        }
    }
}

#[test]
fn no_fix_guesses_between_values() {
    for text in [
        "facts.'skin type' = 'VII'",
        "facts.medications = ['asp']",
        "facts.medications = ['isotretinol']",
        "facts.concerns = 'wrinkels, acne'",
    ] {
        assert!(toml(text).told[0].fixes.is_empty(), "{text}");
    }
}

#[test]
fn fixes_are_written_as_the_file_is() {
    let mended = |text: &str| toml(text).mended();
    assert_eq!(mended("facts.pregnnt = true"), "facts.pregnant = true");
    assert_eq!(
        mended("facts.'skin tipe' = 'IV'"),
        "facts.\"skin type\" = 'IV'"
    );
    assert_eq!(mended("treated = '2026/6/1'"), "treated = 2026-06-01");
    assert_eq!(
        mended("facts.concerns = 'wrinkles'"),
        "facts.concerns = [\"wrinkles\"]"
    );
    assert_eq!(
        json(r#"{"treated": "2026/6/1"}"#).mended(),
        r#"{"treated": "2026-06-01"}"#
    );
}

#[test]
fn all_mistakes_of_a_file_are_told_in_its_order() {
    toml(
        "treated = 2026-13-01\nzone = 3\n[facts]\nage = -1\npregnnt = true\n[events]\nhealed = 'x'",
    )
    .failure(&[
        "profile-date: 2026-13-01",
        "profile-wrong-kind: 3",
        "profile-number: -1",
        "profile-unknown-key: pregnnt",
        "profile-date: 'x'",
    ]);
}

#[test]
fn a_second_place_is_shown_with_a_clash() {
    let outcome = toml("[facts]\n\"skin type\" = 'IV'\nSkin-Type = 'V'");
    let labels = &outcome.told[0].labels;
    assert_eq!(outcome.sources.text(labels[1].span), "\"skin type\"");
    assert_eq!(outcome.told[0].message, "`Skin-Type` is given twice");
    let outcome = toml("treated = 2026-06-01\nsessions = [2026-06-01]");
    assert_eq!(
        outcome
            .sources
            .position(outcome.told[0].labels[1].span)
            .line,
        1
    );
}

#[test]
fn a_key_is_shown_in_a_form_that_harms_no_log() {
    let outcome = json(&format!(
        r#"{{"facts": {{"a\u001b[31m\u202e`b{}": 1}}}}"#,
        "c".repeat(99)
    ));
    let message = &outcome.told[0].message;
    assert!(!message.contains(['\u{1b}', '\u{202e}']), "{message}");
    assert!(message.chars().count() < 100, "{message}");
}
