//! No text makes an editor's questions panic or hang, and no answer lies outside the text.

use std::sync::LazyLock;

use aftercare_dsl::editor::{MOST_BYTES, Scope, complete, hint, is_unfinished, roles};
use proptest::prelude::*;

use super::scope;
use crate::support::config;

static SCOPE: LazyLock<Scope> = LazyLock::new(|| scope("import skin-care\n").0);

/// Asks everything about a text, and looks whether the answers are sound.
fn ask(text: &str, cursor: usize, scope: &Scope) {
    let found = complete(text, cursor, scope);
    assert!(found.start <= cursor.min(text.len()));
    assert!(text.is_char_boundary(found.start));
    let mut end = 0;
    for (range, _) in roles(text, cursor, scope) {
        assert!(
            text.get(range.clone()).is_some_and(|word| !word.is_empty()),
            "{range:?}"
        );
        assert!(end <= range.start, "{range:?}");
        end = range.end;
    }
    let _ = (hint(text, scope), is_unfinished(text, scope));
}

/// What is put together to texts.
fn bits() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "avoid ",
            "use ",
            "retinoids",
            "makeup",
            " for 7 days",
            " if ",
            "when ",
            "pregnant",
            " {",
            "}",
            "\n",
            "\n  ",
            "\"",
            "\u{201c}",
            "\u{201d}",
            ",",
            "(",
            ")",
            "[",
            "]",
            "#",
            "<http://",
            ">",
            "..",
            "\u{0}",
            "\u{202e}",
            "\u{200b}",
            "\u{feff}",
            "\r",
            "\t",
            "steps \"x\" {",
            " then ",
            "substance ",
            " in ",
            " aka ",
            "sun: ",
            "skin type in ",
            "IV",
            "\u{e9}",
            "\u{1f642}",
            "\u{130}",
            " and ",
            " or ",
            " with ",
            " until ",
            "otherwise",
            "day cream",
            "7",
            " ",
            "report fever to ",
            "fact x: ",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
        "[a-z]{1,6}",
    ]
}

#[test]
fn no_word_has_two_roles_behind_a_quote_that_nothing_closes() {
    ask("\"\n  avoid #", 11, &SCOPE);
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn any_text_can_be_asked_about(parts in prop::collection::vec(bits(), 0..12), cursor in 0..80_usize) {
        let text = parts.concat();
        ask(&text, cursor, &SCOPE);
        ask(&text, text.len(), &SCOPE);
    }
}

#[test]
fn large_and_deep_texts_are_answered_at_once() {
    let brackets = "(".repeat(10_000);
    let long = "a".repeat(1024 * 1024);
    for text in [
        format!("refuse if {brackets}"),
        format!("avoid {long}"),
        "{".repeat(10_000),
        format!("avoid {}", "makeup, ".repeat(400)),
        format!("avoid {}", "alpha ".repeat(600)),
        format!("when x {{\n{}", "avoid makeup\n".repeat(2000)),
        "substance a {\n".repeat(60),
    ] {
        ask(&text, text.len(), &SCOPE);
    }
    let silent = format!("{}avoid ", " ".repeat(MOST_BYTES));
    assert_eq!(complete(&silent, silent.len(), &SCOPE).candidates, []);
    assert_eq!(roles(&silent, silent.len(), &SCOPE), []);
}

#[test]
fn a_cursor_inside_a_character_is_rounded_down() {
    let (scope, _) = scope("symptom \u{e9}ruption\n");
    let found = complete("expect \u{e9}", 8, &scope);
    assert_eq!(
        (found.start, found.candidates[0].text.as_str()),
        (7, "\u{e9}ruption")
    );
}
