//! A protocol as a PlanDefinition: an action for each sentence, and what R4 cannot say.

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::check::{Head, Protocol};
use aftercare_dsl::render::{FhirDefinition, fhir_definition, is_hidden};
use serde_json::{Value, json};

use super::readers::{by_python, by_schema};
use super::safe::{attacks, strings, tags};
use super::{PROTOCOL, list, text_of};

pub(super) fn protocol(rules: &str) -> Protocol {
    crate::support::read(rules, "")
        .unwrap_or_else(|problem| panic!("{problem}"))
        .0
}

pub(super) fn value(exported: &FhirDefinition) -> Value {
    serde_json::from_str(&exported.text).unwrap()
}

/// A protocol in which every kind of sentence stands.
const KINDS: &str = "\
protocol \"Every kind\"
version \"3\"
treatment microneedling
effective 2026-01-01
review by 2027-11-01
source guide = \"The guide\" <https://guide.example/aftercare>
source book = \"A book\"
import skin-care
import medicines
aftercare for 2 weeks
sun: avoid direct sun for 14 days because \"it darkens\" [guide]
should avoid makeup for 3..5 days
avoid retinoids for at least 5 days, better 7 days
use sunscreen with broad-spectrum daily from day 2
use only gentle cleanser for 3 days
allow makeup but not foundation for 4 days
resume exercise from 3 days after treatment
limit alcohol to 1 drink per day for 3 days
avoid waxing for 5 days before treatment
avoid scratching until healed
avoid sauna for 72 hours if pregnant [guide, book]
steps \"Evening routine\" { use gentle cleanser, then use moisturiser } daily for 3 days
expect redness for 1..3 days
report fever above 38 C to clinic within 2 hours
sessions 3..6 every 4..6 weeks
maintenance every 6..12 months
visit \"suture removal\" 7..10 days after treatment
defer if pregnant
caution \"go gently\" if age over 70
ask prescriber \"how to plan it\" if taking blood thinners
prepare \"a bag\" by 1 week before treatment
note \"results build over months\"
";

pub(super) fn all_kinds() -> FhirDefinition {
    fhir_definition(&protocol(KINDS))
}

/// The bundled protocols, the examples and the sheets.
fn protocols() -> Vec<(String, Protocol)> {
    let mut all: Vec<(String, Protocol)> = ["microneedling", "botulinum-toxin"]
        .map(|name| (name.to_owned(), protocol(bundled(name).unwrap())))
        .into();
    for name in ["superficial-peel", "laser-hair-removal"] {
        let rules = text_of(&format!("examples/{name}.rules"));
        all.push((name.to_owned(), protocol(&rules)));
    }
    let sheets = crate::sheets::sheets();
    assert_eq!(sheets.len(), 50);
    all.extend(sheets.into_iter().map(|sheet| {
        let protocol = sheet.checked.protocol.unwrap();
        (protocol.file.clone(), protocol)
    }));
    all.push(("every kind".to_owned(), protocol(KINDS)));
    all.push(("a plan's kinds".to_owned(), protocol(PROTOCOL)));
    all
}

#[test]
fn the_validators_find_nothing_wrong() {
    let all = protocols();
    let texts: Vec<String> = all
        .iter()
        .map(|(_, one)| fhir_definition(one).text)
        .collect();
    for ((name, _), text) in all.iter().zip(&texts) {
        let wrong = super::codes::wrong(&serde_json::from_str(text).unwrap());
        assert_eq!(wrong, Vec::<String>::new(), "{name}");
    }
    if let Some(found) = by_schema("definitions", &texts) {
        for ((name, _), faults) in all.iter().zip(found) {
            assert_eq!(faults, Vec::<String>::new(), "{name}");
        }
    }
    if let Some(found) = by_python("definitions", &texts) {
        for ((name, _), read) in all.iter().zip(found) {
            assert_eq!(read.refused, Vec::<String>::new(), "{name}");
            assert_eq!(read.broken, Vec::<String>::new(), "{name}");
        }
    }
}

#[test]
fn each_sentence_is_an_action_with_its_words_and_what_it_means() {
    for (name, protocol) in protocols() {
        let definition = value(&fhir_definition(&protocol));
        let actions = list(&definition["action"]);
        assert_eq!(actions[0]["id"], "treatment", "{name}");
        assert_eq!(actions.len(), protocol.rules.len() + 1, "{name}");
        let read =
            aftercare_dsl::read::read_back(&protocol, &aftercare_dsl::source::Sources::new(), None);
        let read = read.unwrap();
        for (action, reading) in actions[1..].iter().zip(&read.rules) {
            let written: Vec<&str> = reading.written.split_whitespace().collect();
            assert_eq!(action["description"], written.join(" "), "{name}");
            let means = reading.means.join(" ");
            let means: Vec<&str> = means.split_whitespace().collect();
            assert_eq!(action["textEquivalent"], means.join(" "), "{name}");
        }
    }
}

/// An action by itself is something to be done.
#[test]
fn each_ban_is_defined_as_what_must_not_be_done() {
    for (name, protocol) in protocols() {
        let definition = value(&fhir_definition(&protocol));
        let actions = list(&definition["action"]);
        let contained = list(&definition["contained"]);
        let mut referenced = Vec::new();
        for (action, rule) in actions[1..].iter().zip(&protocol.rules) {
            let own = action["definitionCanonical"].as_str();
            let mut part = list(&action["action"]).iter();
            let part = part.find_map(|part| part["definitionCanonical"].as_str());
            let found = match &rule.head {
                Head::Avoid { .. } => own,
                Head::Resume { .. } | Head::Duty { only: true, .. } => part,
                Head::Allow { but_not, .. } if !but_not.is_empty() => part,
                _ => {
                    assert_eq!((own, part), (None, None), "{name}: {}", rule.sentence);
                    continue;
                }
            };
            let id = found.unwrap_or_else(|| panic!("{name}: {}", rule.sentence));
            referenced.push(id.strip_prefix('#').unwrap().to_owned());
            let firm = if rule.advised { "could" } else { "must" };
            let banned = own.map_or_else(|| &action["action"][0], |_| action);
            assert_eq!(
                banned["requiredBehavior"], firm,
                "{name}: {}",
                rule.sentence
            );
            if matches!(rule.head, Head::Resume { .. } | Head::Allow { .. }) {
                assert_eq!(action["requiredBehavior"], Value::Null);
                assert_eq!(action["action"][1]["requiredBehavior"], "could");
            }
        }
        let ids: Vec<&str> = contained
            .iter()
            .map(|one| one["id"].as_str().unwrap())
            .collect();
        assert_eq!(ids, referenced, "{name}");
        assert!(contained.iter().all(|one| one["doNotPerform"] == true));
    }
}

/// It bans up to a time, and permits from then on.
#[test]
fn a_resume_is_two_parts_with_a_time_each() {
    let rules = "import skin-care\nresume exercise from 3 days after treatment\n";
    let definition = value(&fhir_definition(&protocol(rules)));
    let action = &definition["action"][1];
    assert_eq!(action["relatedAction"], Value::Null);
    let [ban, permission] = [&action["action"][0], &action["action"][1]];
    assert_eq!(ban["definitionCanonical"], "#ban-1");
    assert_eq!(ban["timingTiming"]["repeat"]["boundsDuration"]["value"], 3);
    assert_eq!(ban["relatedAction"][0]["offsetDuration"], Value::Null);
    assert_eq!(permission["relatedAction"][0]["offsetDuration"]["value"], 3);
    assert_eq!(permission["definitionCanonical"], Value::Null);
}

#[test]
fn a_condition_is_words_in_no_language() {
    let rules = "import skin-care\navoid sauna for 3 days if pregnant or age under 18\n";
    let definition = value(&fhir_definition(&protocol(rules)));
    let condition = &definition["action"][1]["condition"][0];
    assert_eq!(condition["kind"], "applicability");
    let words = "(pregnant is yes) or (age is under 18 years)";
    assert_eq!(condition["expression"]["expression"], words);
    assert_eq!(condition["expression"]["description"], words);
    assert_eq!(condition["expression"]["language"], Value::Null);
    let title = definition["action"][1]["title"].as_str().unwrap();
    assert!(
        title.starts_with("A ban, only if (pregnant is yes)"),
        "{title}"
    );
}

#[test]
fn what_r4_cannot_say_is_listed_with_its_sentence_and_stands_in_the_resource() {
    let protocol = protocol(KINDS);
    let exported = fhir_definition(&protocol);
    let definition = value(&exported);
    let narrative = definition["text"]["div"].as_str().unwrap();
    let plain = narrative.replace("&#39;", "'").replace("&quot;", "\"");
    for one in &exported.unsaid {
        assert!(plain.contains(&one.text), "{}", one.text);
    }
    let of = |start: &str| {
        let rule = protocol.rules.iter().find(|rule| {
            let sentence = rule.sentence.as_str();
            sentence.starts_with(start)
        });
        let at = &rule.unwrap_or_else(|| panic!("{start}")).location;
        let said = exported
            .unsaid
            .iter()
            .find(|one| one.at.as_ref() == Some(at));
        said.map(|one| one.text.as_str()).unwrap_or_default()
    };
    for (start, said) in [
        ("sun:", ""),
        ("should avoid makeup", "advice alone between the two ends"),
        ("avoid retinoids", "its time is the least, and no end"),
        ("use sunscreen", "how often"),
        ("use only gentle cleanser", "all else of its kind is banned"),
        (
            "allow makeup but not",
            "one part of it permits and the other bans",
        ),
        (
            "resume exercise",
            "one part of it permits and the other bans",
        ),
        ("limit alcohol", "that some is allowed, and how much"),
        ("avoid scratching", "hangs on an event"),
        ("avoid sauna", "whether its condition is met"),
        ("steps", "what joins its steps"),
        ("expect", "asks for nothing"),
        ("report", "whom to call, how soon"),
        (
            "sessions",
            "counts from the day on which the one before was given",
        ),
        ("maintenance", "counts from the last session"),
        ("defer", "the treatment is not to be given"),
        ("note", "asks for nothing"),
        ("prepare", "by when"),
    ] {
        assert!(of(start).contains(said), "{start}: {}", of(start));
        assert_eq!(
            of(start).is_empty(),
            said.is_empty(),
            "{start}: {}",
            of(start)
        );
    }
    let whole: Vec<&str> = exported
        .unsaid
        .iter()
        .filter(|one| one.at.is_none())
        .map(|one| one.text.as_str())
        .collect();
    assert!(
        whole
            .iter()
            .any(|text| text.contains("reviewed by 2027-11-01"))
    );
    assert!(whole.iter().any(|text| text.contains("a ban wins")));
}

#[test]
fn the_header_and_the_sources_arrive() {
    let definition = value(&all_kinds());
    assert_eq!(definition["title"], "Every kind");
    assert_eq!(definition["version"], "3");
    assert_eq!(definition["name"], "Microneedling");
    assert_eq!(definition["status"], "draft");
    assert_eq!(
        definition["effectivePeriod"],
        json!({ "start": "2026-01-01" })
    );
    assert_eq!(
        definition["relatedArtifact"],
        json!([
            { "type": "citation", "label": "guide", "display": "The guide", "url": "https://guide.example/aftercare" },
            { "type": "citation", "label": "book", "display": "A book" },
        ])
    );
    let action = &definition["action"][1];
    assert_eq!(action["prefix"], "sun");
    assert_eq!(action["reason"][0]["text"], "it darkens");
    assert_eq!(action["documentation"][0]["label"], "guide");
    assert_eq!(action["requiredBehavior"], "must");
    assert_eq!(definition["action"][2]["requiredBehavior"], "could");
    let approved = "protocol \"A\"\nstatus approved by \"Dr Rose\" on 2026-01-05\nimport skin-care\navoid sauna for 3 days\n";
    let definition = value(&fhir_definition(&protocol(approved)));
    assert_eq!(definition["status"], "active");
    assert_eq!(definition["approvalDate"], "2026-01-05");
    let div = definition["text"]["div"].as_str().unwrap();
    assert!(div.contains("approved by Dr Rose on 2026-01-05"), "{div}");
}

#[test]
fn a_plan_follows_the_definition_that_is_exported() {
    for made in super::patients() {
        let bundle = made.bundle();
        let plan = super::resources(&bundle, "CarePlan")[0];
        let named = list(&plan["instantiatesCanonical"]).to_vec();
        for (name, protocol) in named.iter().zip(&made.protocols) {
            let definition = value(&fhir_definition(protocol));
            let url = definition["url"].as_str().unwrap();
            let version = definition["version"].as_str().unwrap();
            assert_eq!(name, &format!("{url}|{version}"), "{}", made.name);
        }
    }
}

#[test]
fn the_same_protocol_gives_the_same_bytes_and_another_another_name() {
    assert_eq!(all_kinds(), all_kinds());
    let other = fhir_definition(&protocol(&KINDS.replace("14 days", "13 days")));
    assert_ne!(value(&other)["url"], value(&all_kinds())["url"]);
}

/// A protocol with a text in each place of it that is text.
fn attacked(attack: &str) -> Protocol {
    let mut protocol = protocol(KINDS);
    let text = || attack.to_owned();
    protocol.title = Some(text());
    protocol.treatment = Some(text());
    protocol.version = Some(text());
    protocol.file = text();
    for source in &mut protocol.sources {
        source.title = text();
        source.url = Some(format!("https://a.example/{attack}"));
    }
    for rule in &mut protocol.rules {
        rule.sentence = text();
        rule.label = Some(text());
        rule.location.file = text();
        let mut details = (*rule.details).clone();
        details.because = Some(text());
        details.instead = Some(text());
        details.by = Some(text());
        rule.details = std::sync::Arc::new(details);
        match &mut rule.head {
            Head::Note(note) | Head::Caution(note) => *note = text(),
            Head::Steps { title, items } => {
                *title = text();
                for item in items {
                    item.text = text();
                    item.join = Some(text());
                }
            }
            Head::Visit { title, .. } => *title = text(),
            _ => {}
        }
    }
    protocol
}

#[test]
fn no_text_of_a_protocol_acts() {
    let plain = value(&fhir_definition(&attacked("plain words")));
    let plain = tags(plain["text"]["div"].as_str().unwrap());
    let texts: Vec<String> = attacks()
        .map(|attack| fhir_definition(&attacked(attack)).text)
        .collect();
    for (attack, text) in attacks().zip(&texts) {
        let definition: Value = serde_json::from_str(text).unwrap();
        let div = definition["text"]["div"].as_str().unwrap();
        assert_eq!(tags(div), plain, "{attack:?}");
        for string in strings(&definition) {
            assert!(!string.chars().any(is_hidden), "{attack:?}: {string:?}");
            assert!(!string.is_empty(), "{attack:?}");
        }
        let name = definition["name"].as_str().unwrap();
        let plain = |letter: char| letter.is_ascii_alphanumeric();
        assert!(
            name.chars().all(plain) && name.starts_with(char::is_uppercase),
            "{name}"
        );
        for artifact in list(&definition["relatedArtifact"]) {
            let Some(url) = artifact["url"].as_str() else {
                continue;
            };
            assert!(url.starts_with("https://a.example/"), "{url}");
            assert!(!url.contains(char::is_whitespace), "{url}");
        }
        assert_eq!(super::codes::wrong(&definition), Vec::<String>::new());
    }
    if let Some(found) = by_schema("attacked-definitions", &texts) {
        for (attack, faults) in attacks().zip(found) {
            assert_eq!(faults, Vec::<String>::new(), "{attack:?}");
        }
    }
    if let Some(found) = by_python("attacked-definitions", &texts) {
        for (attack, read) in attacks().zip(found) {
            assert_eq!(read.refused, Vec::<String>::new(), "{attack:?}");
            assert_eq!(read.broken, Vec::<String>::new(), "{attack:?}");
        }
    }
}
