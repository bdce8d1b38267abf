//! Text from files that would be more than text: each is shown, none acts.

use aftercare_dsl::plan::Plan;
use aftercare_dsl::render::{HandoutOptions, Language, Texts, is_hidden};

use super::{made, options, plan_of};
use crate::attacks::ATTACKS;

const RULES: &str = "import skin-care\navoid retinoids for 3 days because \"plain\"\nreport fever to clinic\n\
                     expect redness for 2 days\nnote \"plain\"\nuse moisturiser daily if pregnant\n";
const TREATED: &str = "treated = 2026-06-01\n";

/// A plan, with a text in each place to which a file can bring one.
fn attacked(attack: &str) -> Plan {
    let mut plan = plan_of(RULES, TREATED, "2026-06-01");
    let text = || attack.to_owned();
    plan.sources.push(aftercare_dsl::plan::SourceNote {
        key: text(),
        title: text(),
        url: Some(format!("https://a.example/{attack}")),
    });
    crate::attacks::attack(&mut plan, attack);
    plan.sources.push(aftercare_dsl::plan::SourceNote {
        key: text(),
        title: text(),
        url: Some(format!("https://a.example/{attack}")),
    });
    plan
}

fn given(attack: &str) -> Vec<HandoutOptions> {
    let base = HandoutOptions {
        clinic: Some(attack.to_owned()),
        phone: Some(attack.to_owned()),
        ..options()
    };
    let staff = HandoutOptions {
        audience: aftercare_dsl::render::Audience::Clinic,
        ..base.clone()
    };
    let quoted = serde_json::to_string(attack).unwrap();
    let texts = format!("language = \"es\"\n[texts]\n\"fever\" = {quoted}\n");
    let spanish = HandoutOptions {
        language: Language::Spanish,
        texts: Some(Texts::read(&texts).unwrap()),
        ..base.clone()
    };
    vec![base, staff, spanish]
}

/// The tags of a page, in order, without what stands between them.
fn tags(html: &str) -> Vec<String> {
    let mut tags = Vec::new();
    for part in html.split('<').skip(1) {
        let name: String = part
            .chars()
            .take_while(|one| !matches!(one, ' ' | '>'))
            .collect();
        tags.push(name);
    }
    tags
}

#[test]
fn no_text_adds_a_tag_or_an_attribute() {
    for attack in ATTACKS {
        for (options, plain) in given(attack).iter().zip(given("plain words")) {
            let html = made(&attacked(attack), options).html();
            let plain = made(&attacked("plain words"), &plain).html();
            let known = tags(&plain);
            for tag in tags(&html) {
                // A number to call makes a link of itself, and a text that is missing is marked.
                let known = known.contains(&tag) || tag == "a" || tag == "/a";
                assert!(known, "{attack:?} adds <{tag}>");
            }
            assert!(
                !html.contains("<script") && !html.contains("<img"),
                "{attack:?}"
            );
            assert_eq!(html.matches("</style>").count(), 1, "{attack:?}");
            let attributes = |html: &str, name: &str| html.matches(&format!(" {name}=\"")).count();
            assert_eq!(attributes(&html, "onmouseover"), 0, "{attack:?}");
            assert!(!html.contains("href=\"javascript"), "{attack:?}");
            assert!(!html.contains(" onerror=alert(1)>"), "{attack:?}");
        }
    }
}

#[test]
fn no_text_hides_in_either_format() {
    for attack in ATTACKS {
        for options in given(attack) {
            let handout = made(&attacked(attack), &options);
            for text in [handout.html(), handout.markdown()] {
                let hidden = text.chars().find(|one| is_hidden(*one) && *one != '\n');
                assert_eq!(hidden, None, "{attack:?}");
            }
        }
    }
}

#[test]
fn no_text_is_a_sign_in_markdown() {
    let signs = |text: &str| {
        let lines = text.lines();
        let starts = |line: &&str| {
            let line = line.trim_start();
            line.starts_with(['#', '>', '|']) || line.starts_with("- ")
        };
        lines.filter(starts).count()
    };
    for attack in ATTACKS {
        for (options, plain) in given(attack).iter().zip(given("plain words")) {
            let text = made(&attacked(attack), options).markdown();
            let plain = made(&attacked("plain words"), &plain).markdown();
            assert_eq!(signs(&text), signs(&plain), "{attack:?}\n{text}");
            // What stands between `(<` and `>)` is an address, and what stands behind a backslash a letter.
            let mut shown = String::new();
            let parts = text.split("](<").enumerate();
            let text: String = parts
                .map(|(index, part)| match (index, part.split_once(">)")) {
                    (0, _) | (_, None) => part,
                    (_, Some((_, behind))) => behind,
                })
                .collect();
            let mut letters = text.chars();
            while let Some(letter) = letters.next() {
                match letter {
                    '\\' => {
                        letters.next();
                    }
                    other => shown.push(other),
                }
            }
            for sign in [
                "](https://evil",
                "![",
                "://evil",
                "www.evil",
                "@evil",
                "<script",
                "<img",
                "&lt;",
                "**bold**",
                "`code",
                "~~gone",
            ] {
                assert!(!shown.contains(sign), "{attack:?} leaves {sign}\n{text}");
            }
        }
    }
}

#[test]
fn what_is_written_from_right_to_left_stays_in_its_place() {
    let plan = plan_of(RULES, TREATED, "2026-06-01");
    let options = HandoutOptions {
        clinic: Some("عيادة الورد".to_owned()),
        ..options()
    };
    let handout = made(&plan, &options);
    assert!(handout.html().contains("<bdi>عيادة الورد</bdi>"));
    assert!(handout.markdown().contains("\u{2068}عيادة الورد\u{2069}"));
}

#[test]
fn a_whole_protocol_and_profile_of_attacks_is_harmless() {
    for attack in ATTACKS {
        let quoted = serde_json::to_string(attack).unwrap();
        let profile = format!(
            "treated = 2026-06-01\nproducts = [{{ name = {quoted}, class = \"retinoids\" }}]\n"
        );
        let plan = plan_of(RULES, &profile, "2026-06-01");
        let html = made(&plan, &options()).html();
        assert!(
            !html.contains("<script") && !html.contains("<img"),
            "{attack:?}"
        );
        let rules = format!("import skin-care\nx: avoid retinoids for 3 days because {attack:?}\n");
        // The language has no escapes: what it does not take in quotes cannot come from a protocol.
        if crate::support::read(&rules, "").is_err() {
            continue;
        }
        let html = made(&plan_of(&rules, TREATED, "2026-06-01"), &options()).html();
        assert!(
            !html.contains("<script") && !html.contains("<img"),
            "{attack:?}"
        );
    }
}
