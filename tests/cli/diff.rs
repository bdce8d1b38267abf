//! `diff`: what two protocols come to differently.

use aftercare_dsl::render::DIFF_SCHEMA;

use super::{Folder, run};

const OLD: &str = "import skin-care\naftercare for 2 weeks\nversion \"1\"\n\
    actives: avoid retinoids for 7 days because \"they irritate\"\n\
    makeup: avoid makeup for 24 hours\n\
    spf: use sunscreen daily\n\
    avoid direct sun for 7 days if skin type in IV..VI\n\
    red: expect redness for 3 days\n";

const NEW: &str = "import skin-care\naftercare for 2 weeks\nversion \"2\"\n\
    avoid direct sun for 7 days if skin type in III..VI\n\
    makeup: avoid makeup for 24 hours\n\
    spf: use sunscreen daily\n\
    actives: avoid retinoids for 5 days because \"they irritate\"\n\
    red: expect redness for 2 days\n";

const ANN: &str = "treated = 2026-06-01\n[facts]\n\"skin type\" = \"III\"\n";
const BEN: &str = "treated = 2026-07-01\n[facts]\n\"skin type\" = \"I\"\n";
const NOBODY: &str = "";

fn folder() -> Folder {
    Folder::new()
        .with("old.rules", OLD)
        .with("new.rules", NEW)
        .with("ann.toml", ANN)
        .with("ben.toml", BEN)
        .with("nobody.toml", NOBODY)
}

const PAGE: &str = "\
new.rules (version 2), against old.rules (version 1):

LOOSER: 1
  - retinoids
    Was: actives: avoid retinoids for 7 days old.rules:4
    Now: actives: avoid retinoids for 5 days new.rules:7
    For example, for any patient, on day 5: tretinoin cream: avoid; now allowed.
    It differs on days 5 to 6.

STRICTER: 1
  - direct sun
    Was: avoid direct sun for 7 days if skin type in IV..VI old.rules:7
    Now: avoid direct sun for 7 days if skin type in III..VI new.rules:4
    For example, for a patient with skin type III, on day 0: sunbathing: not
    covered; now avoid.
    It differs on days 0 to 6.

DIFFERENT: 1
  - what is normal: changed
    Was: red: expect redness for 3 days old.rules:8
    Now: red: expect redness for 2 days new.rules:8
    For example, for any patient, on day 2: said; now not said.
    It differs on day 2.

UNCHANGED: 2 sentences of the old protocol.
";

#[test]
fn what_is_looser_stands_first_with_both_lines_and_an_example() {
    let ran = folder().run(&["diff", "old.rules", "new.rules"]).exits(6);
    assert_eq!(ran.out, PAGE);
}

#[test]
fn patients_are_told_their_dates() {
    let patients = ["--patients", "ann.toml", "ben.toml", "nobody.toml"];
    let arguments = [&["diff", "old.rules", "new.rules"][..], &patients].concat();
    folder().run(&arguments).exits(6).prints(&[
        "WHO IS AFFECTED",
        "ann.toml:",
        "LOOSER: retinoids; from Sat 6 Jun 2026 (day 5) to Sun 7 Jun 2026 (day 6).",
        "STRICTER: direct sun; from Mon 1 Jun 2026 (day 0) to Sun 7 Jun 2026 (day 6).",
        "ben.toml:",
        "LOOSER: retinoids; from Mon 6 Jul 2026 (day 5) to Tue 7 Jul 2026 (day 6).",
        "nobody.toml:",
        "LOOSER: retinoids; from day 5 to day 6.",
    ]);
}

#[test]
fn the_json_is_valid_by_its_schema() {
    let arguments = ["diff", "old.rules", "new.rules", "--format", "json"];
    let patients = ["--patients", "ann.toml", "ben.toml"];
    let json = folder()
        .run(&[&arguments[..], &patients].concat())
        .exits(6)
        .json(DIFF_SCHEMA);
    assert_eq!(json["format"], "aftercare-diff/1");
    let first = &json["changes"][0];
    assert_eq!(
        (&first["turn"], &first["things"][0]),
        (&"looser".into(), &"retinoids".into())
    );
    assert_eq!(first["old"][0]["line"], 4);
    assert_eq!(first["days"][0]["first"], 5);
    assert_eq!(first["example"]["old"], "avoid");
    let ben = &json["patients"][1]["changes"];
    assert_eq!(ben[0]["days"][0]["first_date"], "2026-07-06");
    assert!(
        ben.as_array()
            .is_some_and(|all| all.iter().all(|one| one["turn"] != "stricter"))
    );
    folder().run(&arguments).json(DIFF_SCHEMA);
}

#[test]
fn what_is_no_looser_ends_well() {
    let folder = folder();
    folder
        .run(&["diff", "old.rules", "old.rules"])
        .exits(0)
        .prints(&["UNCHANGED: all 5 sentences: both come to the same for every patient on every"]);
    let stricter = folder.with("more.rules", format!("{OLD}avoid sauna for 3 days\n"));
    stricter
        .run(&["diff", "old.rules", "more.rules"])
        .exits(0)
        .prints(&["STRICTER: 1", "sauna"]);
    stricter
        .run(&["diff", "more.rules", "old.rules"])
        .exits(6)
        .prints(&["LOOSER: 1"]);
}

#[test]
fn what_is_wrong_is_told_and_ends_otherwise() {
    let folder = folder()
        .with("wrong.rules", "avoid retinoidz\n")
        .with("wrong.toml", "[facts]\n\"skin tipe\" = \"III\"\n")
        .with("own.rules", format!("fact smoker: yes or no\n{NEW}"))
        .with("smoker.toml", "[facts]\nsmoker = true\n");
    folder
        .run(&["diff", "wrong.rules", "new.rules"])
        .exits(1)
        .says(&["unknown-name"]);
    folder.run(&["diff", "old.rules", "none.rules"]).exits(5);
    folder.run(&["diff", "old.rules"]).exits(2);
    folder
        .run(&["diff", "-", "-"])
        .exits(2)
        .says(&["once only"]);
    let with = |patient| ["diff", "old.rules", "own.rules", "--patients", patient];
    folder
        .run(&with("wrong.toml"))
        .exits(1)
        .says(&["skin tipe"]);
    folder.run(&with("none.toml")).exits(5);
    folder
        .run(&with("smoker.toml"))
        .exits(6)
        .says(&["as a profile for old.rules, smoker.toml has 1 mistake"])
        .never_says(&["smoker = true"]);
}

#[test]
fn what_is_not_decided_is_never_clean() {
    let old = "fact tone: ordered light, dark\navoid \"x\" for 3 days if tone = dark\n";
    let new = "fact tone: mm\navoid \"x\" for 3 days if tone over 2 mm\n";
    let folder = Folder::new().with("old.rules", old).with("new.rules", new);
    folder
        .run(&["diff", "old.rules", "new.rules"])
        .exits(6)
        .prints(&[
            "NOT DECIDED: 2",
            "What these hang on cannot be compared for every patient.",
            "The fact `tone` has values of another kind in each.",
            "UNCHANGED: 0 sentences of the old protocol.",
        ]);
    // A fact that no sentence reads changes nothing.
    let unread = |fact: &str| format!("{fact}\navoid \"x\" for 3 days\n");
    let folder = folder
        .with("unread.rules", unread("fact tone: mm"))
        .with("other.rules", unread("fact tone: yes or no"));
    folder
        .run(&["diff", "unread.rules", "other.rules"])
        .exits(0);
}

#[test]
fn standard_input_is_one_of_them() {
    super::run_with(OLD.as_bytes(), &["diff", "-", "microneedling"]).exits(6);
    run(&["diff", "microneedling", "microneedling"]).exits(0);
}
