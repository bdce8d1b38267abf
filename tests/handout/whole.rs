//! A handout as a page: headings in order, one file, the same bytes, and what it was made from.

use aftercare_dsl::plan::Plan;
use aftercare_dsl::render::{NoHandout, handout};

use super::says::TREATED;
use super::{made, options, plan_of, plans, words};

#[test]
fn headings_are_in_order_and_landmarks_there() {
    for (name, plan) in plans() {
        let html = made(&plan, &options()).html();
        assert_eq!(html.matches("<h1>").count(), 1, "{name}");
        let mut level = 0;
        for part in html.split("<h").skip(1) {
            let Some(next) = part.chars().next().and_then(|one| one.to_digit(10)) else {
                continue;
            };
            assert!(next <= level + 1, "{name}: h{next} behind h{level}");
            level = next;
        }
        for landmark in [
            "<header>",
            "<main>",
            "<footer>",
            "<html lang=\"en\" dir=\"ltr\">",
        ] {
            assert_eq!(html.matches(landmark).count(), 1, "{name}: {landmark}");
        }
    }
}

#[test]
fn a_page_is_one_file_that_asks_nothing_of_a_network() {
    for (name, plan) in plans() {
        let html = made(&plan, &options()).html();
        for part in ["<script", "<link", "src=", "@import", "<iframe", "url(http"] {
            assert!(!html.contains(part), "{name}: {part}");
        }
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    for ((_, one), (_, other)) in plans().into_iter().zip(plans()) {
        let (one, other) = (made(&one, &options()), made(&other, &options()));
        assert_eq!(one.html(), other.html());
        assert_eq!(one.markdown(), other.markdown());
    }
}

#[test]
fn without_a_treatment_date_the_reader_would_have_to_count() {
    let (protocol, patient) =
        crate::support::read("import skin-care\navoid sauna for 3 days\n", "").unwrap();
    let plan: Plan = crate::support::plan(&protocol, &patient, None).unwrap();
    assert_eq!(
        handout(&plan, &options()).unwrap_err(),
        NoHandout::NoTreatmentDate
    );
}

#[test]
fn the_receipt_names_protocol_version_fingerprint_and_engine() {
    let rules =
        "protocol \"Our aftercare\"\nversion \"2.1\"\nimport skin-care\navoid sauna for 3 days\n";
    let plan = plan_of(rules, TREATED, "2026-06-01");
    let page = words(&made(&plan, &options()).html());
    for part in [
        "Our rules: Our aftercare.",
        "Version 2.1.",
        &plan.fingerprint,
        &plan.engine,
        "Mon 1 June 2026",
        "Draft, not clinically approved.",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let approved = format!("status approved by \"Dr Rose\" on 2026-01-02\n{rules}");
    let page = words(&made(&plan_of(&approved, TREATED, "2026-06-01"), &options()).html());
    assert!(
        page.contains("Dr Rose") && !page.contains("Draft"),
        "{page}"
    );
}
