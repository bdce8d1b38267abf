//! Input that means harm: it gets a message, and never a panic or an hour.

use proptest::prelude::*;

use super::support::{file, json, toml};
use crate::profile::MAX_BYTES;

#[test]
fn deep_nesting_is_refused_before_it_is_parsed() {
    for deep in [
        "[".repeat(100_000),
        format!("products = {}", "[".repeat(100_000)),
        format!("products = {}", "{a=".repeat(100_000)),
        "a.".repeat(100_000),
        format!("[{}]", "a.".repeat(100_000)),
    ] {
        assert_eq!(toml(&deep).told[0].code.name(), "profile-too-large");
    }
    for deep in ["[".repeat(100_000), "{\"a\":".repeat(100_000)] {
        assert_eq!(json(&deep).told[0].code.name(), "profile-too-large");
    }
}

#[test]
fn nesting_that_hides_behind_quotes_is_bounded_too() {
    for quote in ["\"", "'", "\"\"\"", "'''", "#", "x'", "\\\""] {
        for deep in ["[", "{a=", "a.", "[a."] {
            let text = format!(
                "a = {quote}\n{}\n{quote}{}",
                deep.repeat(5_000),
                deep.repeat(5_000)
            );
            let _ = toml(&text);
            let _ = json(&text);
        }
    }
}

#[test]
fn size_and_nul_are_refused() {
    toml(&"#".repeat(MAX_BYTES + 1)).failure(&["profile-too-large: "]);
    toml("zone = 'a\0b'").failure(&["profile-syntax: \0"]);
    json("{\"zone\": \"\0\"}").failure(&["profile-syntax: \0"]);
}

#[test]
fn many_entries_take_no_time() {
    let listed = |entry: &dyn Fn(usize) -> String| {
        let all: Vec<String> = (0..100_000).map(entry).collect();
        all.join(",\n")
    };
    let same = listed(&|_| "\"aspirin\"".to_owned());
    let outcome = toml(&format!("facts.medications = [{same}]"));
    assert_eq!(outcome.told.len(), 99_999);
    let unknown = listed(&|at| format!("\"asprin{at}\""));
    let outcome = json(&format!("{{\"facts\": {{\"medications\": [{unknown}]}}}}"));
    assert_eq!(outcome.told.len(), 100_000);
    let classed = listed(&|at| format!("{{ name = \"m{at}\", class = \"anticoagulants\" }}"));
    toml(&format!("facts.medications = [{classed}]")).success();
    let keys: Vec<String> = (0..20_000).map(|at| format!("k{at} = 1")).collect();
    assert_eq!(
        toml(&format!("[facts]\n{}", keys.join("\n"))).told.len(),
        20_000
    );
}

#[test]
fn torn_lines_take_no_time() {
    let torn = "a b c\n".repeat(40_000);
    assert_eq!(toml(&torn).told.len(), 40_000);
    let bare = format!("facts.concerns = [{}]", "x, ".repeat(60_000));
    assert_eq!(toml(&bare).told.len(), 60_000);
    let twice = "[facts]\nage = 3\n".repeat(10_000);
    assert!(!toml(&twice).told.is_empty());
    for junk in [
        "} ", "= ", "\" ", "' ", "[ ] ", "a\\ ", ", ", "a.b = {", "\u{201c}",
    ] {
        let _ = toml(&format!("a = 1 {}", junk.repeat(60_000)));
        let _ = toml(&junk.repeat(60_000));
    }
    let long = format!("facts.medications = ['{}']", "x".repeat(1_000_000));
    assert_eq!(toml(&long).told.len(), 1);
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let text = String::from_utf8_lossy(&bytes);
        for name in ["a.toml", "a.json"] {
            let outcome = file(name, &text);
            for found in &outcome.told {
                for label in &found.labels {
                    prop_assert!(text.get(label.span.range()).is_some());
                }
            }
        }
    }

    #[test]
    fn pieces_of_profiles_never_panic(
        pieces in proptest::collection::vec(
            prop::sample::select(vec![
                "treated", "facts", "age", "[facts]", "=", " ", "\n", "\"", "'", "\"\"\"", "[", "]", "{", "}",
                ",", ".", ":", "2026-06-01", "T10:30", "Z", "-3", "1e9", "\"unsure\"", "name", "\"aspirin\"",
                "\u{e9}", "\u{1f9b4}", "\u{201c}", "\\", "#", "//", "null", "symptoms", "fever", "medications",
                "products", "\u{feff}", "\r", "\t", "skin type", "yes", "inf", "0x", "[[", "]]",
            ]),
            0..40,
        ),
    ) {
        let text = pieces.concat();
        for name in ["a.toml", "a.json"] {
            let outcome = file(name, &text);
            for found in &outcome.told {
                for label in &found.labels {
                    prop_assert!(text.get(label.span.range()).is_some());
                }
                for fix in &found.fixes {
                    let _mended = fix.apply(label_source(found), &text);
                }
            }
        }
    }

    #[test]
    fn settings_never_panic(text in "[a-z =,.'\"0-9\u{e9}\u{1f9b4}-]{0,60}") {
        let vocabulary = super::support::vocabulary();
        let mut profile = crate::profile::Profile::default();
        for found in crate::profile::set(&mut profile, crate::span::SourceId(0), &text, &vocabulary) {
            for label in &found.labels {
                prop_assert!(text.get(label.span.range()).is_some());
            }
        }
    }
}

fn label_source(found: &crate::diagnostic::Diagnostic) -> crate::span::SourceId {
    found.labels[0].span.source
}
