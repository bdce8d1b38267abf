//! A plan as a handout: what it says against the plan, text that would act, its look by goldens, and the page as a browser
//! shows and prints it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers of tests fail as tests do"
)]

mod browser;
mod ends;
mod goldens;
mod safe;
mod says;
mod told;
mod whole;

use std::path::Path;

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::eval::evaluate_together;
use aftercare_dsl::plan::Plan;
use aftercare_dsl::render::{Handout, HandoutOptions, handout};

use crate::support::{moment, plan, read};

/// The example patients, each with the protocol that its comment names and the day asked about.
const PATIENTS: [(&str, &str, &str); 9] = [
    ("settled", "microneedling", "2026-06-01"),
    ("by-brand", "microneedling", "2026-06-15"),
    ("mid-course", "microneedling", "2026-06-10"),
    ("missing-facts", "microneedling", "2026-06-03"),
    ("red-flag", "microneedling", "2026-06-07"),
    ("deferred", "microneedling", "2026-06-10"),
    ("refused", "microneedling", "2026-06-08"),
    ("peel", "examples/superficial-peel.rules", "2026-06-22"),
    ("waxed", "examples/laser-hair-removal.rules", "2026-06-17"),
];

fn text_of(path: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    crate::annotated::text_of(&folder.join(path)).unwrap()
}

fn plan_of(protocol: &str, patient: &str, on: &str) -> Plan {
    let (protocol, patient) = read(protocol, patient).unwrap_or_else(|problem| panic!("{problem}"));
    plan(&protocol, &patient, Some(moment(on))).unwrap()
}

/// The plans of the example patients.
fn plans() -> Vec<(&'static str, Plan)> {
    let plans = PATIENTS.into_iter().map(|(patient, protocol, on)| {
        let rules = match bundled(protocol) {
            Some(text) => text.to_owned(),
            None => text_of(protocol),
        };
        let profile = text_of(&format!("examples/patients/{patient}.toml"));
        (patient, plan_of(&rules, &profile, on))
    });
    plans.collect()
}

/// Plans of two treatments: the example patient who had both, and one of whom nothing but the days is known.
fn of_two() -> [(&'static str, Plan); 2] {
    let both = ["microneedling", "botulinum-toxin"].map(|name| bundled(name).unwrap());
    let days = "[treatments.microneedling]\ntreated = 2026-06-01\n[treatments.\"botulinum toxin\"]\ntreated = 2026-05-25\n";
    let known = text_of("examples/patients/both-treatments.toml");
    [
        ("both-treatments", together(&both, &known, "2026-06-01")),
        ("both-unknown", together(&both, days, "2026-06-02")),
    ]
}

fn made(plan: &Plan, options: &HandoutOptions) -> Handout {
    handout(plan, options).unwrap()
}

/// With a name and a number to call.
fn options() -> HandoutOptions {
    HandoutOptions {
        clinic: Some("Rose Clinic".to_owned()),
        phone: Some("020 7946 0000".to_owned()),
        ..HandoutOptions::default()
    }
}

/// The words of an HTML page, without its styles and tags, blanks evened out.
fn words(html: &str) -> String {
    let body = html.split_once("</style>").map_or(html, |(_, body)| body);
    let mut out = String::new();
    let mut inside = false;
    for letter in body.chars() {
        match letter {
            '<' => inside = true,
            '>' => {
                inside = false;
                out.push(' ');
            }
            letter if !inside => out.push(letter),
            _ => {}
        }
    }
    let out = out
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
    let out = out.replace("&quot;", "\"").replace("&#39;", "'");
    let words: Vec<&str> = out.split_whitespace().collect();
    words
        .join(" ")
        .replace(" .", ".")
        .replace(" :", ":")
        .replace(" ,", ",")
        .replace("( ", "(")
        .replace(" )", ")")
        .replace(" ;", ";")
}

/// The plan of several protocols together.
fn together(texts: &[&str], patient: &str, on: &str) -> Plan {
    let (protocols, patient) = crate::support::read_together(texts, patient).unwrap();
    let protocols = (&protocols[0], &protocols[1..]);
    evaluate_together(protocols, &patient, Some(moment(on))).unwrap()
}
