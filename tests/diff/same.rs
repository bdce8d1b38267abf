//! What changes nothing: another layout, another order, new labels. And what is looser one way is stricter the other.

use std::collections::BTreeSet;

use aftercare_dsl::analysis::{Diff, Turn, diff};
use aftercare_dsl::bundled::bundled;
use aftercare_dsl::format::format;
use aftercare_dsl::source::Sources;

use super::{differing, protocol, told};
use crate::sheets::sheets;
use crate::support::cases;

/// The text of the bundled protocol.
fn microneedling() -> &'static str {
    bundled("microneedling").unwrap()
}

#[track_caller]
fn is_unchanged(old: &str, new: &str) {
    let found = differing(old, new);
    assert_eq!(told(&found), [""; 0], "{:#?}", found.changes);
    assert!(found.unchanged.all);
    assert_eq!(found.unchanged.sentences, protocol(old).rules.len());
}

#[test]
fn a_protocol_against_itself_is_unchanged() {
    is_unchanged(microneedling(), microneedling());
}

#[test]
fn another_layout_is_unchanged() {
    let loose = microneedling()
        .replace(" for 7 days", "   for 7  days")
        .replace("..", " to ");
    let source = Sources::new().add("loose.rules", loose.as_str());
    let text = format(source, &loose, &BTreeSet::new()).unwrap();
    assert_ne!(loose, text);
    is_unchanged(&loose, &text);
}

#[test]
fn new_labels_are_unchanged() {
    let relabelled: String = microneedling()
        .lines()
        .map(|line| match line.trim_start().split_once(": ") {
            Some((label, rest))
                if label
                    .chars()
                    .all(|one| one.is_ascii_lowercase() || one == '-') =>
            {
                let indent = &line[..line.len() - line.trim_start().len()];
                format!("{indent}new {label}: {rest}\n")
            }
            _ => format!("{line}\n"),
        })
        .collect();
    assert_ne!(relabelled, microneedling());
    is_unchanged(microneedling(), &relabelled);
}

#[test]
fn another_order_is_unchanged() {
    let sheet = sheets().into_iter().next().unwrap();
    let mut rules = sheet.checked.protocol.unwrap();
    let old = rules.clone();
    rules.rules.reverse();
    assert!(diff(&old, &rules).unchanged.all);
}

/// Sheets of different clinics differ in much; what is looser of the one is stricter of the other.
#[test]
fn the_other_way_round_it_is_the_other_way_round() {
    let sheets: Vec<_> = sheets()
        .into_iter()
        .filter_map(|one| one.checked.protocol)
        .collect();
    for pair in sheets.windows(2).take(cases(50) as usize) {
        let (there, back) = (diff(&pair[0], &pair[1]), diff(&pair[1], &pair[0]));
        assert!(!there.changes.is_empty());
        let file = &pair[0].file;
        assert_eq!(turned(&there, false), turned(&back, true), "{file}");
        assert_eq!(undecided(&there, false), undecided(&back, true), "{file}");
    }
}

/// A place that only one of them knows is no example: the other one could not be asked about it.
#[test]
fn an_example_is_one_that_both_have_a_name_for() {
    let named = |rules: &str| format!("import skin-care\nplace lip border in lips\n{rules}\n");
    let unnamed = "import skin-care\nuse lip balm for 3 days if area treated includes lips or area treated includes scalp\n";
    for (old, new, way) in [
        (named("note \"x\""), unnamed.to_owned(), "stricter"),
        (unnamed.to_owned(), named("note \"x\""), "looser"),
    ] {
        let found = differing(&old, &new);
        let duty = found.changes.iter().find(|one| one.about == "a duty");
        let example = duty.and_then(|one| one.example.as_ref());
        let patient = example.map(|one| one.patient.as_str());
        assert_eq!(
            patient,
            Some("a patient with scalp among area treated"),
            "{way} {found:#?}"
        );
    }
}

/// What an action opposes may be a class that holds others in each: the deed is the same, what it rules out is not.
#[test]
fn what_an_action_opposes_is_told_and_the_action_is_not() {
    let above = "import skin-care\naftercare for 2 weeks\nactivity \"hopping about\" {\n  \"rope skipping\"\n";
    let below = "}\naction \"stay still\" (opposes \"hopping about\")\nstay still for 3 days\n";
    let few = format!("{above}{below}");
    let more = format!("{above}  \"trampolining\"\n{below}");
    assert_eq!(
        told(&differing(&few, &more)),
        ["stricter trampolining 0..2"]
    );
    assert_eq!(told(&differing(&more, &few)), ["looser trampolining 0..2"]);
}

/// Which way things and sentences turn, each with its days; turned round where that is asked.
fn turned(diff: &Diff, round: bool) -> BTreeSet<String> {
    let lines = diff.changes.iter().map(|one| {
        let turn = match (one.turn, round) {
            (Turn::Different, _) => "different",
            (Turn::Looser, false) | (Turn::Stricter, true) => "looser",
            (Turn::Looser, true) | (Turn::Stricter, false) => "stricter",
        };
        let (mut old, mut new) = (&one.old, &one.new);
        if round {
            std::mem::swap(&mut old, &mut new);
        }
        let of = |rules: &[aftercare_dsl::plan::RuleRef]| -> Vec<u32> {
            rules.iter().map(|rule| rule.location.line).collect()
        };
        format!(
            "{turn} {:?} {:?} {:?} {:?}",
            one.things,
            of(old),
            of(new),
            one.days
        )
    });
    lines.collect()
}

/// What is not decided, by the lines of its sentences; turned round where that is asked.
fn undecided(diff: &Diff, round: bool) -> Vec<String> {
    let lines = diff.undecided.iter().map(|one| {
        let (mut old, mut new) = (&one.old, &one.new);
        if round {
            std::mem::swap(&mut old, &mut new);
        }
        let of = |rules: &[aftercare_dsl::plan::RuleRef]| -> Vec<u32> {
            rules.iter().map(|rule| rule.location.line).collect()
        };
        format!("{:?} {:?} {}", of(old), of(new), one.why)
    });
    let mut lines: Vec<String> = lines.collect();
    lines.sort();
    lines
}
