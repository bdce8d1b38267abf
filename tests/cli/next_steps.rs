//! Steps before a session, as they are told of the next one, in each format that a patient or the clinic keeps.

use super::Folder;

const PROTOCOL: &str = "import skin-care\ntreatment \"skin peel\"\nsessions 3 every 4 weeks\naction cleanse\n\
    steps \"skin prep\" { cleanse then use moisturiser } for 2 days before\n";

fn told(format: &str, more: &[&str]) -> String {
    let folder = Folder::new()
        .with("peel.rules", PROTOCOL)
        .with("jo.toml", "treated = 2026-06-01\nsessions = []\n");
    let mut all = vec!["eval", "peel.rules", "--patient", "jo.toml", "--on"];
    all.extend(["2026-06-01", "--format", format]);
    all.extend(more);
    folder.run(&all).out
}

#[test]
fn each_format_tells_the_steps_before_the_next_session() {
    let handout = told("markdown", &[]);
    assert!(
        handout.contains("Again from Sat 27 June, before your next session."),
        "{handout}"
    );

    let key = ["--issued", "2026-06-01", "--issue", "1", "--key", "key"];
    let calendar = told("ics", &key);
    let event = calendar
        .split("BEGIN:VEVENT")
        .find(|event| event.contains("20260627") && event.contains("kin prep"))
        .unwrap_or_else(|| panic!("no event on that day: {calendar}"));
    assert!(event.contains("STATUS:TENTATIVE"), "{event}");

    let bundle: serde_json::Value =
        serde_json::from_str(&told("fhir", &key)).expect("the bundle is JSON");
    let text = bundle.to_string();
    assert!(text.contains("\"start\":\"2026-06-27\""), "{text}");
}
