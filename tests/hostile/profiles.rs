//! Profiles that nobody should write.

use aftercare_dsl::diagnostic::any_error;
use aftercare_dsl::eval::evaluate;
use aftercare_dsl::profile;
use aftercare_dsl::render::{self, TextOptions, is_hidden, plain_all};
use aftercare_dsl::source::Sources;

use super::{checked, many, watched};

/// Reads a profile in time and says whether it was without errors; a plan is made where it was.
fn planned(name: &'static str, text: String) -> bool {
    watched(move || {
        let (checked, _) =
            checked("import skin-care\navoid retinoids for 7 days\nrefuse if taking warfarin");
        let protocol = checked.protocol.expect("no errors");
        let mut sources = Sources::new();
        let source = sources.add(name, text.as_str());
        let (patient, mistakes) = profile::read(source, name, &text, &protocol.vocabulary);
        let shown = plain_all(&mistakes, &sources, 80);
        let raw = |letter: char| letter != '\n' && is_hidden(letter);
        assert!(!shown.contains(raw), "{shown:.400}");
        if any_error(&mistakes) {
            return false;
        }
        let plan = evaluate(&protocol, &patient, None).expect("every date is in range");
        let page = render::text(&plan, &TextOptions::default());
        assert!(!page.contains(raw) && !page.is_empty());
        true
    })
}

#[test]
fn a_hundred_thousand_medications() {
    let all = |one: fn(usize) -> String| {
        let each: Vec<String> = (0..many(100_000)).map(one).collect();
        each.join(", ")
    };
    let warfarin = all(|_| "\"warfarin\"".to_owned());
    planned("p.toml", format!("[facts]\nmedications = [{warfarin}]\n"));
    let unknown = all(|number| format!("\"drug {number}\""));
    assert!(!planned(
        "p.toml",
        format!("[facts]\nmedications = [{unknown}]\n")
    ));
    assert!(!planned(
        "p.json",
        format!("{{\"facts\": {{\"medications\": [{unknown}]}}}}")
    ));
    let products = all(|number| format!("{{ name = \"cream {number}\", class = \"makeup\" }}"));
    planned(
        "p.toml",
        format!("treated = 2026-06-01\nproducts = [{products}]\n"),
    );
}

#[test]
fn a_hundred_thousand_unknown_keys_and_sessions() {
    let keys = (0..many(100_000)).map(|number| format!("key{number} = 1\n"));
    assert!(!planned("p.toml", keys.collect()));
    let sessions = "2026-05-01, ".repeat(many(100_000));
    planned(
        "p.toml",
        format!("treated = 2026-06-01\nsessions = [{sessions}]\n"),
    );
    assert!(!planned(
        "p.toml",
        "treated = 2026-06-01\n".repeat(many(100_000))
    ));
}

#[test]
fn profiles_of_every_absurd_kind() {
    let (checked, _) = checked("import skin-care\nrefuse if pregnant");
    let nested = format!("x = {}{}", "[".repeat(100_000), "]".repeat(100_000));
    let json = format!("{{\"x\": {}", "[".repeat(100_000));
    for text in [
        nested.as_str(),
        json.as_str(),
        "treated = 2026-02-30",
        "treated = 9999-01-01",
        "treated = 99999999999999999999",
        "treated = \u{0}",
        "[facts]\npregnant = inf",
        "[facts]\n\"age\" = 1e400",
        "{\"treated\": 1e999}",
        "{",
    ] {
        let mut sources = Sources::new();
        let source = sources.add("hostile.toml", text);
        let (_, mistakes) = profile::read(source, "hostile.toml", text, &checked.vocabulary);
        assert!(!mistakes.is_empty(), "no error for {text:.60}");
        let shown = plain_all(&mistakes, &sources, 80);
        assert!(!shown.contains('\0'), "{shown:.200}");
    }
}
