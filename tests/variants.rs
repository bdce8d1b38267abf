//! Variants: what `extends`, `replace` and `drop` come to, and what of it is loosened.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers of tests fail as tests do"
)]

mod oracle;
mod table;

use std::collections::BTreeMap;

use aftercare_dsl::analysis::with_findings;
use aftercare_dsl::bundled::bundled;
use aftercare_dsl::check::{CheckOptions, Checked, Found, Library, LoadError, Protocol, check};
use aftercare_dsl::diagnostic::{Severity, any_error};
use aftercare_dsl::editor::{Role, Scope, complete, roles};
use aftercare_dsl::render::plain_all;
use aftercare_dsl::scenario::{self, Fate};
use aftercare_dsl::source::Sources;

/// The bundled files, and some beside.
pub struct Files(BTreeMap<String, String>);

impl Files {
    pub fn of(files: &[(&str, &str)]) -> Self {
        let files = files.iter();
        Self(
            files
                .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
                .collect(),
        )
    }
}

impl Library for Files {
    fn find(&self, name: &str, _: &str) -> Result<Option<Found>, LoadError> {
        let text = self.0.get(name).map(String::as_str).or(bundled(name));
        Ok(text.map(|text| Found {
            name: name.to_owned(),
            text: text.to_owned(),
        }))
    }

    fn names(&self, _: &str) -> Vec<String> {
        self.0.keys().cloned().collect()
    }
}

/// A protocol that extends others, or its errors as they are printed.
pub fn checked(files: &Files, text: &str) -> Result<Protocol, String> {
    let mut sources = Sources::new();
    let found = looked_at(files, &mut sources, text);
    let mut wrong = found.diagnostics;
    wrong.retain(|one| one.severity() == Severity::Error);
    found
        .protocol
        .ok_or_else(|| plain_all(&wrong, &sources, 100))
}

/// The errors of one that has some.
#[track_caller]
fn wrong(files: &Files, text: &str) -> String {
    match checked(files, text) {
        Ok(_) => panic!("nothing is wrong with\n{text}"),
        Err(found) => found,
    }
}

fn looked_at(files: &Files, sources: &mut Sources, text: &str) -> Checked {
    check(sources, files, "own", text, &CheckOptions::default())
}

/// The sentences of a protocol, each with its file and its sections, in order.
fn sentences(protocol: &Protocol) -> Vec<String> {
    let said = |rule: &aftercare_dsl::check::Rule| {
        let section: String = rule
            .section
            .iter()
            .map(|title| format!("[{title}] "))
            .collect();
        format!("{section}{}: {}", rule.location.file, rule.sentence)
    };
    protocol.rules.iter().map(said).collect()
}

const BASE: &str = "import skin-care\nprotocol \"Base\"\nversion \"3\"\ntreatment microneedling\n\
    aftercare for 2 weeks\nstatus approved by \"A\" on 2026-01-01\n\
    source guide = \"The guide\"\n\
    section \"Sun\" {\n  sun: avoid direct sun for 1 week\n\
    \x20 when pregnant {\n    heat: avoid sauna for 3 days # as long as the skin is warm\n  }\n}\n\
    makeup: avoid makeup for 24 hours\n";

#[test]
fn what_replaces_a_sentence_stands_where_it_stood() {
    let files = Files::of(&[("base", BASE)]);
    let own =
        "extends base\nreplace heat: avoid sauna for 5 days\nmore: avoid alcohol for 24 hours\n";
    let protocol = checked(&files, own).unwrap();
    assert_eq!(
        sentences(&protocol),
        [
            "[Sun] base: sun: avoid direct sun for 1 week",
            "[Sun] own: avoid sauna for 5 days",
            "base: makeup: avoid makeup for 24 hours",
            "own: more: avoid alcohol for 24 hours",
        ]
    );
    let heat = &protocol.rules[1];
    assert_eq!(heat.label.as_deref(), Some("heat"));
    assert!(!heat.condition.is_truth(), "it is for who is pregnant");
    let replaces = heat.replaces.as_ref().unwrap();
    assert_eq!(
        (replaces.location.file.as_str(), replaces.location.line),
        ("base", 11)
    );
    assert_eq!(replaces.sentence, "heat: avoid sauna for 3 days");
    assert!(!replaces.loosened);
}

#[test]
fn the_header_is_the_variants_own_but_for_treatment_aftercare_and_sources() {
    let files = Files::of(&[("base", BASE)]);
    let protocol = checked(&files, "extends base\nprotocol \"Own\"\n").unwrap();
    assert_eq!(protocol.title.as_deref(), Some("Own"));
    assert_eq!(protocol.treatment.as_deref(), Some("microneedling"));
    assert!(protocol.aftercare.is_some());
    assert!(protocol.version.is_none() && protocol.approved.is_none());
    // The base cites nothing, so that all of it is on the word of its one source.
    assert!(
        protocol
            .rules
            .iter()
            .all(|rule| rule.details.sources == ["guide"])
    );
    let own = "extends base\nsource sheet = \"Ours\"\nnote \"x\" [sheet]\nnote \"y\" [guide]\n";
    let protocol = checked(&files, own).unwrap();
    let cited: Vec<&[String]> = (protocol.rules.iter())
        .map(|rule| rule.details.sources.as_slice())
        .collect();
    assert_eq!(
        cited,
        [&["guide"], &["guide"], &["guide"], &["sheet"], &["guide"]]
    );
}

#[test]
fn the_nearest_wins_along_a_chain() {
    let files = Files::of(&[
        ("base", BASE),
        (
            "middle",
            "extends base\nreplace sun: avoid direct sun for 2 weeks\ndrop makeup because \"x\"\n",
        ),
    ]);
    let middle = checked(&files, "extends middle\n").unwrap();
    assert_eq!(sentences(&middle).len(), 2);
    let own =
        "extends middle\nreplace sun: avoid direct sun for 3 weeks\nmakeup: avoid makeup today\n";
    let protocol = checked(&files, own).unwrap();
    assert_eq!(
        sentences(&protocol),
        [
            "[Sun] own: avoid direct sun for 3 weeks",
            "[Sun] base: heat: avoid sauna for 3 days",
            "own: makeup: avoid makeup today",
        ]
    );
    // What it replaces is the nearest, too.
    let replaces = protocol.rules[0].replaces.as_ref().unwrap();
    assert_eq!(replaces.location.file, "middle");
    let layers: Vec<&str> = (protocol.lineage.layers.iter())
        .map(|layer| layer.file.as_str())
        .collect();
    assert_eq!(layers, ["base", "middle", "own"]);
}

#[test]
fn two_that_extend_one_and_agree_say_it_once() {
    let files = Files::of(&[
        ("base", BASE),
        ("one", "extends base\nnote \"one\"\n"),
        ("two", "extends base\nnote \"two\"\n"),
    ]);
    let protocol = checked(&files, "extends one\nextends two\nextends base\n").unwrap();
    assert_eq!(sentences(&protocol).len(), 5);
}

#[test]
fn a_variant_settles_what_two_differ_on() {
    let files = Files::of(&[
        ("base", BASE),
        (
            "one",
            "extends base\nreplace sun: avoid direct sun for 2 weeks\n",
        ),
        (
            "two",
            "extends base\nreplace sun: avoid direct sun for 3 weeks\n",
        ),
        ("apart", "import skin-care\nsun: avoid heat for 2 days\n"),
    ]);
    let both = "extends one\nextends two\n";
    let found = wrong(&files, both);
    assert!(
        found.contains("one:2") && found.contains("two:2"),
        "{found}"
    );
    let settled = checked(
        &files,
        &format!("{both}replace sun: avoid direct sun for 4 weeks\n"),
    )
    .unwrap();
    assert_eq!(
        sentences(&settled)[0],
        "[Sun] own: avoid direct sun for 4 weeks"
    );
    checked(&files, &format!("{both}drop sun because \"x\"\n")).unwrap();
    // Each has a sentence of its own in another place: nothing says where a new one would stand.
    let apart = "extends one\nextends apart\n";
    wrong(&files, apart);
    wrong(
        &files,
        &format!("{apart}replace sun: avoid direct sun for 4 weeks\n"),
    );
    let dropped = checked(&files, &format!("{apart}drop sun because \"x\"\n")).unwrap();
    assert_eq!(sentences(&dropped).len(), 2);
}

#[test]
fn words_may_be_added() {
    let files = Files::of(&[("base", BASE)]);
    let own = "extends base\nsubstance moon dust\nreplace makeup: avoid makeup and moon dust for 24 hours\n";
    checked(&files, own).unwrap();
}

/// What a dropped sentence alone named in quotes is still known while it is judged.
#[test]
fn a_quoted_name_of_what_is_dropped_is_judged() {
    let base = format!("{BASE}dust: avoid \"moon dust\" for 2 days\n");
    let files = Files::of(&[("base", &base)]);
    let found = wrong(&files, "extends base\ndrop dust\n");
    assert!(found.contains("on day 0"), "{found}");
}

#[test]
fn an_example_for_each_way_in_which_less_is_asked() {
    let files = Files::of(&[("base", BASE)]);
    let own = "extends base\nreplace sun: avoid direct sun for 3 days\n";
    let found = wrong(&files, own);
    assert!(found.contains("for any patient, on day 3"), "{found}");
    let own = "extends base\nreplace sun: avoid direct sun for 1 week if age over 18\n";
    let found = wrong(&files, own);
    assert!(found.contains("for a patient of 17, on day 0"), "{found}");
}

/// The clinic's own protocol in `examples` checks clean with all that is asked of any.
#[test]
fn the_example_is_clean_and_loosens_what_it_says() {
    let text = include_str!("../examples/clinic-microneedling.rules");
    let mut sources = Sources::new();
    let found = looked_at(&Files::of(&[]), &mut sources, text);
    let all = with_findings(&found);
    assert!(
        !any_error(&all) && all.is_empty(),
        "{}",
        plain_all(&all, &sources, 80)
    );
    let loosened = found.protocol.unwrap().lineage.loosened();
    let labels: Vec<&str> = (loosened.iter())
        .filter_map(|one| one.was.label.as_deref())
        .collect();
    assert_eq!(labels, ["restart-range", "exercise"]);
}

/// No number of what the clinic itself says can be another one without a scenario that fails.
#[test]
fn the_example_tries_each_number_that_it_changes() {
    let text = include_str!("../examples/clinic-microneedling.rules");
    let files = Files::of(&[]);
    let options = CheckOptions::default();
    let suite = scenario::suite(&mut Sources::new(), &files, "clinic.rules", text, &options);
    let changes = scenario::changes(&suite);
    assert_eq!(changes.len(), 8);
    for mutant in scenario::mutants(&[suite], &files, changes) {
        assert_ne!(mutant.fate, Fate::Survived, "{:?}", mutant.change);
    }
}

#[test]
fn an_editor_offers_the_labels_of_what_is_extended() {
    let files = Files::of(&[("base", BASE)]);
    let found = looked_at(
        &files,
        &mut Sources::new(),
        "extends base\nown: note \"x\"\n",
    );
    let vocabulary = found.vocabulary.clone();
    let imports = files.names("own");
    let scope = Scope::new(vocabulary, found.whole(), &found.protected, imports);
    for line in ["drop ", "drop he", "replace he"] {
        let offered = complete(line, line.len(), &scope).candidates;
        let texts: Vec<&str> = offered.iter().map(|one| one.text.as_str()).collect();
        assert!(texts.contains(&"heat"), "{line}: {texts:?}");
    }
    let offered = complete("extends b", 9, &scope).candidates;
    assert!(offered.iter().any(|one| one.text == "base"), "{offered:?}");
    let line = "replace heat: avoid sauna for 5 days";
    let roles: Vec<Role> = roles(line, line.len(), &scope)
        .iter()
        .map(|one| one.1)
        .collect();
    assert_eq!(
        roles[..4],
        [Role::Head, Role::Label, Role::Head, Role::Thing]
    );
    assert!(
        complete("replace heat: avoid sau", 23, &scope)
            .candidates
            .iter()
            .any(|one| one.text == "sauna")
    );
}

/// A restriction that is added holds back a duty that is taken over, or permits what is advised against.
#[test]
fn what_is_new_is_blamed_and_its_patient_told() {
    let base = format!("{BASE}spf: use sunscreen daily\nsoon: should avoid sunscreen for 4 days\n");
    let files = Files::of(&[("base", &base)]);
    let found = wrong(
        &files,
        "extends base\navoid sunscreen for 2 days unless pregnant\n",
    );
    assert!(found.contains("--> own:2:1"), "{found}");
    assert!(
        found.contains("for a patient, not pregnant, on day 0"),
        "{found}"
    );
    // Nothing new holds it back, but for longer.
    let base = format!("{BASE}spf: use sunscreen for 4 weeks\nbare: avoid sunscreen\n");
    let files = Files::of(&[("base", &base)]);
    let found = wrong(&files, "extends base\naftercare for 3 weeks\n");
    assert!(found.contains("aftercare lasts longer"), "{found}");
}

#[test]
fn what_is_added_may_take_from_what_stands() {
    let base = format!(
        "{BASE}spf: use sunscreen daily\nboth: use cleanser and moisturiser daily\n\
         soon: avoid heat for 2..4 days\n"
    );
    let files = Files::of(&[("base", &base)]);
    for (added, from, day) in [
        ("avoid sunscreen for 3 days if pregnant", "spf", 0),
        ("avoid moisturiser on days 4..5", "both", 4),
        ("allow heat from day 3", "soon", 3),
        ("avoid sunscreen for 2 days unless pregnant", "spf", 0),
        ("aftercare for 3 weeks\navoid sunscreen", "spf", 0),
    ] {
        let own = format!("extends base\n{added} because \"x\"\n");
        let protocol = checked(&files, &own).unwrap();
        let loosened = protocol.lineage.loosened();
        let told: Vec<_> = loosened
            .iter()
            .map(|one| (one.was.label.as_deref(), one.day))
            .collect();
        assert_eq!(told, [(Some(from), day)], "{added}");
        wrong(&files, &format!("extends base\n{added}\n"));
    }
    for added in [
        "avoid mineral sunscreen for 3 days",
        "allow heat from day 5",
        "should avoid sunscreen for 3 days",
    ] {
        let own = format!("extends base\n{added}\n");
        assert!(
            checked(&files, &own).unwrap().lineage.loosened().is_empty(),
            "{added}"
        );
    }
}
