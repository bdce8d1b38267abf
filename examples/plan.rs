//! A protocol and a patient in, a plan out: the whole library in one function.
//!
//! Run it with `cargo run --example plan`.

use std::process::ExitCode;

use aftercare_dsl::check::{Bundled, CheckOptions, check};
use aftercare_dsl::render::{TextOptions, plain_all, text};
use aftercare_dsl::source::Sources;
use aftercare_dsl::{eval, profile};

const PROTOCOL: &str = r#"
import skin-care
aftercare for 2 weeks

avoid retinoids for 7 days because "they irritate healing skin"
use sunscreen with spf 30+ daily from day 1
when skin type in IV..VI { avoid direct sun for 14 days }
"#;

const PATIENT: &str = r#"
treated = 2026-06-01
products = ["Differin"]
"#;

fn main() -> ExitCode {
    let mut sources = Sources::new();
    let options = CheckOptions::default();
    let checked = check(&mut sources, &Bundled, "clinic.rules", PROTOCOL, &options);
    let Some(protocol) = checked.protocol else {
        eprint!("{}", plain_all(&checked.diagnostics, &sources, 80));
        return ExitCode::FAILURE;
    };
    let source = sources.add("patient.toml", PATIENT);
    let (patient, mistakes) = profile::read(source, "patient.toml", PATIENT, &protocol.vocabulary);
    if !mistakes.is_empty() {
        eprint!("{}", plain_all(&mistakes, &sources, 80));
        return ExitCode::FAILURE;
    }
    match eval::evaluate(&protocol, &patient, None) {
        Ok(plan) => {
            print!("{}", text(&plan, &TextOptions::default()));
            ExitCode::SUCCESS
        }
        Err(diagnostic) => {
            eprint!("{}", plain_all(&[diagnostic], &sources, 80));
            ExitCode::FAILURE
        }
    }
}
