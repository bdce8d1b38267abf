//! `variants`, and what other commands say of a variant.

use aftercare_dsl::render::{PLAN_SCHEMA, READ_SCHEMA, VARIANTS_SCHEMA};

use super::{Folder, run};

const BASE: &str = "import skin-care\naftercare for 2 weeks\nsun: avoid direct sun for 7 days\n\
    spf: use sunscreen daily\n";

const OWN: &str = "extends base\nprotocol \"Own\"\n\
    replace sun: avoid direct sun for 3 days because \"it is winter\"\n\
    avoid sunscreen for 24 hours because \"cover up at first\"\n";

fn folder() -> Folder {
    Folder::new()
        .with("base.rules", BASE)
        .with("own.rules", OWN)
}

#[test]
fn what_is_changed_is_printed_with_its_reason_and_its_patient() {
    folder().run(&["variants", "own.rules"]).exits(0).prints(&[
        "own.rules, Own: a variant of base.rules.",
        "LOOSENED: sun: avoid direct sun for 7 days (base.rules:3) is replaced by:",
        "avoid direct sun for 3 days (own.rules:3).",
        "Why: it is winter",
        "Less holds for any patient, on day 3.",
        "LOOSENED: spf: use sunscreen daily (base.rules:4) gives way to avoid",
        "Why: cover up at first",
        "Added: avoid sunscreen for 24 hours own.rules:4",
        "base.rules: 2 sentences.",
    ]);
    run(&["variants", "microneedling"])
        .exits(0)
        .prints(&["This protocol extends no other one."]);
}

#[test]
fn the_json_is_valid_by_its_schema() {
    let folder = folder();
    let json = folder
        .run(&["variants", "own.rules", "--format", "json"])
        .json(VARIANTS_SCHEMA);
    let own = &json["layers"][1];
    assert_eq!(own["extends"][0], "base.rules");
    assert_eq!(own["changes"][0]["because"], "it is winter");
    assert_eq!(own["changes"][0]["loosened"]["day"], 3);
    assert_eq!(own["taken"][0]["from"]["label"], "spf");
    let plan = folder
        .run(&["eval", "own.rules", "--format", "json"])
        .json(PLAN_SCHEMA);
    assert_eq!(plan["loosened"][0]["kind"], "replaced");
    assert_eq!(plan["loosened"][1]["kind"], "taken");
    let replaces = &plan["directives"][0]["rule"]["replaces"];
    assert_eq!(
        (&replaces["line"], &replaces["loosened"]),
        (&3.into(), &true.into())
    );
    let read = folder
        .run(&["read", "own.rules", "--format", "json"])
        .json(READ_SCHEMA);
    assert_eq!(read["lineage"]["layers"][1]["file"], "own.rules");
}

#[test]
fn plans_and_what_is_read_back_say_what_is_loosened() {
    let folder = folder();
    folder
        .run(&[
            "eval",
            "own.rules",
            "--treated",
            "2026-06-01",
            "--on",
            "2026-06-02",
        ])
        .prints(&[
            "own.rules:3, in place of",
            "loosened",
            "LOOSER THAN THE PROTOCOL THAT THIS ONE EXTENDS",
        ]);
    folder.run(&["read", "own.rules"]).exits(0).prints(&[
        "It stands in the place of `sun: avoid direct sun",
        "asks less.",
        "WHAT IS CHANGED OF THE PROTOCOLS THAT IT EXTENDS",
    ]);
}

#[test]
fn every_other_command_takes_a_variant() {
    let folder = folder();
    for arguments in [
        ["check", "own.rules"],
        ["facts", "own.rules"],
        ["questions", "own.rules"],
    ] {
        folder.run(&arguments).exits(0);
    }
    folder.run(&["fmt", "--check", "own.rules"]).exits(0);
    folder
        .run(&["ask", "own.rules", "direct sun", "--treated", "2026-06-01"])
        .prints(&["own.rules:3"]);
    // Standard input sees bundled files alone.
    let typed = "extends microneedling\ndrop eyes because \"x\"\n";
    super::run_with(typed.as_bytes(), &["check", "-"]).exits(0);
    super::run_with(OWN.as_bytes(), &["check", "-"])
        .exits(1)
        .says(&["no protocol called `base`"]);
}

#[test]
fn a_protocol_that_is_bundled_and_beside_is_an_error() {
    let folder = folder()
        .with("microneedling.rules", BASE)
        .with("mine.rules", "extends microneedling\n");
    folder
        .run(&["check", "mine.rules"])
        .exits(1)
        .says(&["error[import-both]", "microneedling.rules"]);
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_are_refused() {
    let folder = Folder::new()
        .with("clinic/mine.rules", "extends linked\n")
        .with("base.rules", BASE);
    let link = folder.path.join("clinic/linked.rules");
    std::os::unix::fs::symlink(folder.path.join("base.rules"), link).unwrap();
    folder
        .run(&["check", "clinic/mine.rules"])
        .exits(1)
        .says(&["error[import-path]", "leads out of the folder"]);
}
