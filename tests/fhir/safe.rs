//! Text from files that would be more than text: each is shown, none acts.

use aftercare_dsl::render::is_hidden;
use serde_json::Value;

use super::readers::{by_python, by_schema};
use super::{Made, list, made};
use crate::attacks::ATTACKS;

/// What else would act in XHTML or JSON, or be no text there.
const OWN: [&str; 2] = ["  \t ", "b\u{fffe}\u{ffff}"];

pub(super) fn attacks() -> impl Iterator<Item = &'static str> {
    ATTACKS.into_iter().chain(OWN)
}

const RULES: &str = "import skin-care\navoid retinoids for 3 days\nuse moisturiser for 3 days\n\
                     report fever to clinic\navoid makeup for 2 days if pregnant\n";

/// A plan, with a text in each place to which a file can bring one.
fn attacked(attack: &str) -> Made {
    let mut made = made("attacked", RULES, "treated = 2026-06-01\n", "2026-06-01");
    let text = || attack.to_owned();
    made.plan.sources.push(aftercare_dsl::plan::SourceNote {
        key: text(),
        title: text(),
        url: Some(text()),
    });
    crate::attacks::attack(&mut made.plan, attack);
    let protocol = &mut made.protocols[0];
    protocol.title = Some(text());
    protocol.treatment = Some(text());
    protocol.version = Some(text());
    made
}

/// The narratives of a bundle.
fn narratives(bundle: &Value) -> Vec<String> {
    let entries = list(&bundle["entry"]).iter();
    let div = |entry: &Value| entry["resource"]["text"]["div"].as_str().map(str::to_owned);
    entries.map(|entry| div(entry).unwrap()).collect()
}

/// Reads XHTML as strictly as XML is: each tag closed in order, no attribute but the namespace, no sign on its own. Gives
/// the tags in order.
pub(super) fn tags(div: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut rest = div;
    while let Some(at) = rest.find(['<', '&', '>']) {
        let sign = &rest[at..];
        if let Some(named) = sign.strip_prefix('&') {
            let (name, _) = named.split_once(';').unwrap();
            assert!(
                ["amp", "lt", "gt", "quot", "#39"].contains(&name),
                "&{name};"
            );
            rest = &named[name.len()..];
            continue;
        }
        let inside = sign.strip_prefix('<').unwrap();
        let (tag, after) = inside.split_once('>').unwrap();
        let plain = tag.replace(" xmlns=\"http://www.w3.org/1999/xhtml\"", "");
        let name = plain.trim_start_matches('/');
        assert!(
            ["div", "h2", "h3", "p", "ul", "li"].contains(&name),
            "<{tag}>"
        );
        match plain.starts_with('/') {
            true => assert_eq!(open.pop().as_deref(), Some(name), "{div}"),
            false => open.push(name.to_owned()),
        }
        tags.push(plain);
        rest = after;
    }
    assert!(open.is_empty() && !div.is_empty(), "{div}");
    tags
}

#[test]
fn no_text_adds_a_tag_to_a_narrative() {
    let plain: Vec<Vec<String>> = narratives(&attacked("plain words").bundle())
        .iter()
        .map(|div| tags(div))
        .collect();
    assert!(plain.iter().map(Vec::len).sum::<usize>() > 40, "{plain:?}");
    for attack in attacks() {
        let found: Vec<Vec<String>> = narratives(&attacked(attack).bundle())
            .iter()
            .map(|div| tags(div))
            .collect();
        // What says nothing has no item; all else has the item that plain words have.
        if attack.trim().is_empty() {
            let count = |tags: &[Vec<String>]| tags.iter().map(Vec::len).sum::<usize>();
            assert!(count(&found) <= count(&plain), "{attack:?}");
            continue;
        }
        assert_eq!(found, plain, "{attack:?}");
    }
}

#[test]
fn no_text_hides_anywhere() {
    for attack in attacks() {
        let text = attacked(attack).text(1);
        let hidden = text.chars().find(|one| is_hidden(*one) && *one != '\n');
        assert_eq!(hidden, None, "{attack:?}");
        let bundle: Value = serde_json::from_str(&text).unwrap();
        for string in strings(&bundle) {
            assert!(!string.chars().any(is_hidden), "{attack:?}: {string:?}");
            assert!(!string.is_empty() && string.trim() == string, "{attack:?}");
        }
    }
}

/// All texts of a value.
pub(super) fn strings(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(all) => all.iter().flat_map(strings).collect(),
        Value::Object(map) => map.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

/// Notes may be shown as Markdown.
#[test]
fn no_text_is_a_sign_in_a_note() {
    for attack in attacks() {
        let bundle = attacked(attack).bundle();
        let notes = list(&bundle["entry"][0]["resource"]["note"]);
        assert!(notes.len() > 3, "{attack:?}");
        for note in notes {
            let note = note["text"].as_str().unwrap();
            assert!(note.starts_with(char::is_uppercase), "{note}");
            let mut shown = String::new();
            let mut letters = note.chars();
            while let Some(letter) = letters.next() {
                match letter {
                    // What stands behind a backslash is a letter.
                    '\\' => drop(letters.next()),
                    other => shown.push(other),
                }
            }
            for sign in [
                "<", ">", "[", "]", "*", "_", "`", "~", "|", "#", "://", "www.", "&", "\n", "@",
                "$",
            ] {
                assert!(!shown.contains(sign), "{attack:?} leaves {sign} in {note}");
            }
        }
    }
}

#[test]
fn no_text_changes_a_name_or_a_code() {
    let names = |made: &Made| -> Vec<String> {
        let bundle = made.bundle();
        let entries = list(&bundle["entry"]).iter();
        entries
            .map(|entry| format!("{}{}", entry["fullUrl"], entry["resource"]["identifier"]))
            .collect()
    };
    let plain = names(&attacked("plain words"));
    for attack in attacks() {
        let made = attacked(attack);
        assert_eq!(names(&made), plain, "{attack:?}");
        assert_eq!(super::codes::wrong(&made.bundle()), Vec::<String>::new());
    }
}

#[test]
fn validators_take_what_is_attacked() {
    let texts: Vec<String> = attacks().map(|attack| attacked(attack).text(1)).collect();
    if let Some(found) = by_schema("attacks", &texts) {
        for (attack, faults) in attacks().zip(found) {
            assert_eq!(faults, Vec::<String>::new(), "{attack:?}");
        }
    }
    if let Some(found) = by_python("attacks", &texts) {
        for (attack, read) in attacks().zip(found) {
            assert_eq!(read.refused, Vec::<String>::new(), "{attack:?}");
            assert_eq!(read.broken, Vec::<String>::new(), "{attack:?}");
        }
    }
}

#[test]
fn a_whole_protocol_and_profile_of_attacks_is_harmless() {
    for attack in attacks() {
        let quoted = serde_json::to_string(attack).unwrap();
        let profile = format!(
            "treated = 2026-06-01\nproducts = [{{ name = {quoted}, class = \"retinoids\" }}]\n"
        );
        let rules = format!("{RULES}note {attack:?}\n");
        // The language has no escapes: what it does not take in quotes cannot come from a protocol.
        let rules = match crate::support::read(&rules, "") {
            Ok(_) => rules,
            Err(_) => RULES.to_owned(),
        };
        if crate::support::read(RULES, &profile).is_err() {
            continue;
        }
        let bundle = made("one", &rules, &profile, "2026-06-01").bundle();
        for div in narratives(&bundle) {
            tags(&div);
        }
    }
}
