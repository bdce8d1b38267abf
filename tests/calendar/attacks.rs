//! Text from files that would be more than text: each is shown, none acts.

use super::{events, issue, made, plan_of};

/// Text, and what of it may not stand in the calendar as it is.
const ATTACKS: [(&str, &str); 8] = [
    ("a\\r\\nBEGIN:VEVENT\\r\\nUID:evil", "\nUID:evil"),
    ("a\\nATTACH:https://evil.example/x", "\nATTACH"),
    ("a\\u202ereversed", "\u{202e}"),
    ("a\\u001b[2Jb", "\u{1b}"),
    ("a\\u2028b", "\u{2028}"),
    ("a\\u0085b", "\u{85}"),
    ("<script>alert(1)</script>; b, c", "</script>; b"),
    ("\\\\n not a line end", ":n not a line end"),
];

fn unquoted(text: &str) -> String {
    serde_json::from_str(&format!("\"{text}\"")).unwrap()
}

#[test]
fn a_patients_own_words_never_act() {
    for (attack, never) in ATTACKS {
        let profile = format!(
            "treated = 2026-06-01\nproducts = [{{ name = \"{attack}\", class = \"retinoids\" }}]\n"
        );
        let plan = plan_of(
            "import skin-care\navoid retinoids for 3 days\n",
            &profile,
            "2026-06-01",
        );
        holds(&plan, &unquoted(attack), never);
    }
}

#[test]
fn a_protocols_words_never_act() {
    for (attack, never) in ATTACKS {
        let text = unquoted(attack);
        // The language has no escapes: what it does not take in quotes cannot come from a protocol.
        let rules = format!("import skin-care\navoid retinoids for 3 days because \"{text}\"\n");
        if text.contains(['\r', '\n']) || crate::support::read(&rules, "").is_err() {
            continue;
        }
        let plan = plan_of(&rules, "treated = 2026-06-01\n", "2026-06-01");
        holds(&plan, &text, never);
    }
}

#[track_caller]
fn holds(plan: &aftercare_dsl::plan::Plan, attack: &str, never: &str) {
    let text = made(plan, &issue(1));
    let plain = made(
        &plan_of(
            "import skin-care\navoid retinoids for 3 days\n",
            "treated = 2026-06-01\n",
            "2026-06-01",
        ),
        &issue(1),
    );
    assert!(events(&text).len() >= events(&plain).len(), "{attack}");
    assert!(
        !text.replace("\r\n ", "").contains(never),
        "{attack:?}: {text}"
    );
    assert_eq!(
        text.matches("BEGIN:VEVENT\r\n").count(),
        events(&text).len(),
        "{attack:?}"
    );
    assert!(!text.contains("UID:evil\r\n"), "{text}");
}
