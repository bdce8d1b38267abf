//! `export`: a protocol for other systems.

use serde_json::Value;

use super::{Folder, run};

const RULES: &str = "import skin-care\navoid sauna for 3 days if pregnant\nlimit alcohol to 1 drink per day for 2 days\n";

#[test]
fn a_protocol_is_written_and_what_is_not_said_is_listed() {
    let folder = Folder::new().with("clinic.rules", RULES);
    let ran = folder
        .run(&["export", "clinic.rules", "--format", "fhir"])
        .exits(0);
    let definition: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(definition["resourceType"], "PlanDefinition");
    assert_eq!(definition["action"].as_array().unwrap().len(), 3);
    assert!(
        ran.err
            .contains("clinic.rules:2: whether its condition is met"),
        "{}",
        ran.err
    );
    assert!(
        ran.err
            .contains("clinic.rules:3: that some is allowed, and how much"),
        "{}",
        ran.err
    );
    ran.says(&[
        "note: FHIR R4 has no way to say this, first of all sentences and then of 2 sentences",
    ]);
    let again = folder.run(&["export", "clinic.rules"]).exits(0);
    assert_eq!(
        again.out,
        folder
            .run(&["export", "clinic.rules", "-o", "-"])
            .exits(0)
            .out
    );
}

#[test]
fn a_definition_is_written_whole_or_not_at_all() {
    let folder = Folder::new()
        .with("clinic.rules", RULES)
        .with("wrong.rules", "import skin-care\navoid sauna for\n")
        .with("names.rules", "medicine \"Zq7\"\n")
        .with("clinic.json", "old");
    for rules in ["wrong.rules", "names.rules"] {
        folder.run(&["export", rules, "-o", "clinic.json"]).exits(1);
    }
    assert_eq!(folder.text("clinic.json"), "old");
    folder
        .run(&["export", "clinic.rules", "-o", "clinic.rules"])
        .exits(2)
        .says(&["the result would be written over the file that it is made from"]);
    let whole = folder.run(&["export", "clinic.rules"]).exits(0).out;
    let written = folder
        .run(&["export", "clinic.rules", "-o", "clinic.json"])
        .exits(0);
    assert_eq!(written.out, "");
    assert_eq!(folder.text("clinic.json"), whole);
    folder
        .run(&["export", "clinic.rules", "-o", "nowhere/clinic.json"])
        .exits(5);
}

/// Whether alone or of several treatments, a plan names the protocols that it follows as they are exported.
#[test]
fn the_bundled_protocols_are_exported_as_plans_name_them() {
    let canonical = |name: &str| {
        let exported = run(&["export", name]).exits(0);
        let definition: Value = serde_json::from_str(&exported.out).unwrap();
        let [url, version] = ["url", "version"].map(|key| definition[key].as_str().unwrap());
        format!("{url}|{version}")
    };
    let folder = Folder::new();
    let patient = super::root().join("examples/patients/both-treatments.toml");
    let issued = [
        "--format",
        "fhir",
        "--issued",
        "2026-06-01",
        "--key",
        "k.key",
        "--patient",
        patient.to_str().unwrap(),
    ];
    for names in [
        &["botulinum-toxin"][..],
        &["microneedling", "botulinum-toxin"],
    ] {
        let plan = folder.run(&[&["eval"], names, &issued].concat());
        let bundle: Value = serde_json::from_str(&plan.out).unwrap();
        let named = &bundle["entry"][0]["resource"]["instantiatesCanonical"];
        let expected: Vec<String> = names.iter().map(|name| canonical(name)).collect();
        assert_eq!(*named, serde_json::json!(expected));
    }
}
