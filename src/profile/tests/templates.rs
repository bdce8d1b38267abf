//! The profile to fill in.

use super::support::{id, toml, vocabulary};
use crate::profile::template;
use crate::vocabulary::FactId;

fn printed() -> String {
    let all = vocabulary();
    let facts: Vec<FactId> = all.facts().map(|(id, _)| id).collect();
    let things = ["aspirin", "dermal filler", "healed", "fever"].map(id);
    template(&all, &facts, &things)
}

#[test]
fn as_printed_it_says_nothing() {
    let outcome = toml(&printed());
    let profile = outcome.success();
    assert!(profile.facts.is_empty() && profile.treated.is_none() && profile.symptoms.is_empty());
}

#[test]
fn every_line_is_explained() {
    let text = printed();
    for part in [
        "\n# How old is the patient?\n# a number of years\n# age =\n",
        "\n# one of \"I\", \"II\", \"III\", \"IV\", \"V\", \"VI\"\n# \"skin type\" =\n",
        "\n# \"prescribed aspirin\" =\n",
        "\n# healed =\n",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn filled_in_it_reads_clean() {
    let mut text = printed();
    for (key, value) in [
        ("treated", "2026-06-01"),
        ("zone", "\"Europe/London\""),
        ("sessions", "[2026-03-30, 2026-05-01]"),
        ("course_finished", "false"),
        ("products", "[\"Differin\"]"),
        ("age", "34"),
        ("\"needle depth\"", "0.5"),
        ("pregnant", "\"unsure\""),
        ("\"skin type\"", "\"IV\""),
        ("sex", "\"male\""),
        ("concerns", "[]"),
        ("medications", "[\"aspirin\"]"),
        ("\"area treated\"", "[\"face\"]"),
        ("\"prescribed aspirin\"", "true"),
        ("\"dermal filler\"", "\"never\""),
        ("healed", "2026-06-06"),
        ("fever", "2026-06-03"),
        ("others", "\"none\""),
    ] {
        let line = format!("\n# {key} =\n");
        assert!(text.contains(&line), "{key}");
        text = text.replace(&line, &format!("\n{key} = {value}\n"));
    }
    let outcome = toml(&text);
    assert_eq!(outcome.success().facts.len(), 8);
}

#[test]
fn a_line_without_its_answer_is_told() {
    let text = printed().replace("\n# age =\n", "\nage =\n");
    let outcome = toml(&text);
    outcome.failure(&["profile-syntax: "]);
    assert_eq!(outcome.told[0].message, "`age` has no value");
}
