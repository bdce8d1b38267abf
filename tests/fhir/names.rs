//! Names: unique, resolved, the same each time, and of nobody.

use std::collections::BTreeSet;

use aftercare_dsl::render::{Key, fhir};
use serde_json::Value;

use super::{Made, all_kinds, both, issue, list, plans, resources};

/// All values under a key, wherever it stands.
fn under<'v>(value: &'v Value, key: &str, out: &mut Vec<&'v Value>) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| under(one, key, out)),
        Value::Object(map) => {
            for (name, inner) in map {
                if name == key {
                    out.push(inner);
                }
                under(inner, key, out);
            }
        }
        _ => {}
    }
}

fn found<'v>(value: &'v Value, key: &str) -> Vec<&'v Value> {
    let mut out = Vec::new();
    under(value, key, &mut out);
    out
}

#[test]
fn each_entry_has_a_name_and_each_reference_leads_to_one() {
    for made in plans() {
        let bundle = made.bundle();
        let urls: Vec<&str> = list(&bundle["entry"])
            .iter()
            .map(|entry| entry["fullUrl"].as_str().unwrap())
            .collect();
        let unique: BTreeSet<&str> = urls.iter().copied().collect();
        assert_eq!(unique.len(), urls.len(), "{}", made.name);
        assert!(urls.iter().all(|url| url.starts_with("urn:uuid:")));
        let mut references = 0;
        for reference in found(&bundle, "reference") {
            // An activity's reference is an object that holds one.
            let Some(url) = reference.as_str() else {
                continue;
            };
            assert!(unique.contains(url), "{}: {url}", made.name);
            references += 1;
        }
        assert!(references >= urls.len() - 1, "{}", made.name);
    }
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    for made in [all_kinds(), both()] {
        assert_eq!(made.text(1), made.text(1));
        assert!(made.text(1).ends_with("}\n"));
    }
}

fn names(text: &str) -> BTreeSet<String> {
    let parts = text.split("urn:uuid:").skip(1);
    parts.map(|part| part[..36].to_owned()).collect()
}

#[test]
fn a_later_issue_has_names_of_its_own_and_replaces_the_earlier_one() {
    let made = all_kinds();
    let of = |number: u32| -> Value { serde_json::from_str(&made.text(number)).unwrap() };
    let (first, second) = (of(1), of(2));
    let plan = |bundle: &Value| resources(bundle, "CarePlan")[0].clone();
    assert_eq!(plan(&first)["replaces"], Value::Null);
    assert_eq!(
        plan(&second)["replaces"][0]["identifier"],
        plan(&first)["identifier"][0]
    );
    let description = plan(&second)["description"].to_string();
    assert!(
        description.contains("It replaces issue 1."),
        "{description}"
    );
    let subject = plan(&first)["subject"]["identifier"]["value"].clone();
    assert_eq!(plan(&second)["subject"]["identifier"]["value"], subject);
    let urls = |bundle: &Value| -> BTreeSet<String> {
        let entries = list(&bundle["entry"]).iter();
        entries.map(|entry| entry["fullUrl"].to_string()).collect()
    };
    assert!(urls(&first).is_disjoint(&urls(&second)));
}

/// Names hang on the secret and on the place in the bundle alone: not on what is known of the patient.
#[test]
fn names_say_nothing_about_the_patient() {
    let of = |patient: &str| super::made("one", super::PROTOCOL, patient, "2026-06-01");
    let plain = of("treated = 2026-06-01\n");
    let other = of("treated = 2026-05-30\n[facts]\npregnant = false\n");
    let own = |made: &Made| -> Vec<String> {
        let bundle = made.bundle();
        let mut all: Vec<String> = Vec::new();
        for kind in ["CarePlan", "Provenance"] {
            let identifier = &resources(&bundle, kind)[0]["identifier"][0]["value"];
            all.push(identifier.to_string());
        }
        all.push(bundle["identifier"]["value"].to_string());
        all
    };
    assert_eq!(own(&plain), own(&other));
    let text = plain.text(1);
    let mut secret = issue(1);
    secret.key = Key::new(b"the secret of another plan").unwrap();
    let again = fhir(&plain.plan, &[&plain.protocols[0]], &secret).unwrap();
    let protocol = names(&text).intersection(&names(&again)).count();
    assert_eq!(protocol, 1, "the protocol's own name is no secret");
}

#[test]
fn a_plan_names_each_of_its_protocols_with_the_version() {
    let made = both();
    let bundle = made.bundle();
    let named = list(&resources(&bundle, "CarePlan")[0]["instantiatesCanonical"]).to_vec();
    assert_eq!(named.len(), 2);
    for (name, protocol) in named.iter().zip(&made.protocols) {
        let (url, version) = name.as_str().unwrap().split_once('|').unwrap();
        assert!(url.starts_with("urn:uuid:"));
        assert_eq!(version, protocol.version.as_deref().unwrap());
    }
    let unversioned = super::made(
        "one",
        "import skin-care\navoid sauna for 3 days\n",
        "treated = 2026-06-01\n",
        "2026-06-01",
    );
    let bundle = unversioned.bundle();
    let name = resources(&bundle, "CarePlan")[0]["instantiatesCanonical"][0].clone();
    let fingerprint = &unversioned.protocols[0].fingerprint;
    assert!(name.as_str().unwrap().ends_with(&format!("|{fingerprint}")));
}
