//! The example patients' handouts as they are written: `tests/handout/goldens/`.
//!
//! `AFTERCARE_BLESS=1 cargo test handout::goldens` writes them anew: read what changed.

use std::path::Path;

use aftercare_dsl::render::{Audience, HandoutOptions, Language, Texts};

use crate::support::without_fingerprints;

use super::{made, of_two, options, plan_of, plans, text_of};

/// Checks or writes a golden.
fn holds(name: &str, text: &str, wrong: &mut Vec<String>) {
    let text = without_fingerprints(text);
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/handout/goldens")
        .join(name);
    if std::env::var_os("AFTERCARE_BLESS").is_some() {
        std::fs::write(&path, &text).unwrap();
    } else if crate::annotated::text_of(&path).as_deref() != Some(text.as_str()) {
        wrong.push(name.to_owned());
    }
}

#[test]
fn handouts_of_the_example_patients_are_as_their_goldens() {
    let mut wrong = Vec::new();
    for (name, plan) in plans() {
        let handout = made(&plan, &options());
        holds(&format!("{name}.html"), &handout.html(), &mut wrong);
        holds(&format!("{name}.md"), &handout.markdown(), &mut wrong);
        if name == "missing-facts" {
            let staff = HandoutOptions {
                audience: Audience::Clinic,
                ..options()
            };
            let staff = made(&plan, &staff);
            holds("missing-facts.clinic.md", &staff.markdown(), &mut wrong);
        }
        if name == "settled" {
            let arabic = HandoutOptions {
                language: Language::Arabic,
                ..options()
            };
            let arabic = made(&plan, &arabic);
            holds("settled.ar.html", &arabic.html(), &mut wrong);
        }
    }
    for (name, plan) in of_two() {
        let page = made(&plan, &options());
        holds(&format!("{name}.md"), &page.markdown(), &mut wrong);
    }
    let small = plan_of(
        &text_of("tests/handout/small.rules"),
        "treated = 2026-06-01T10:30\n",
        "2026-06-01",
    );
    let spanish = HandoutOptions {
        language: Language::Spanish,
        texts: Some(Texts::read(&text_of("tests/handout/small.es.toml")).unwrap()),
        ..options()
    };
    let spanish = made(&small, &spanish);
    assert_eq!(spanish.missing_messages(), 0);
    assert_eq!(spanish.missing_texts(), Vec::<String>::new());
    holds("small.es.html", &spanish.html(), &mut wrong);
    holds("small.es.md", &spanish.markdown(), &mut wrong);
    assert!(wrong.is_empty(), "other than their goldens: {wrong:?}");
}
