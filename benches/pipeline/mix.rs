//! The protocols and patients that are measured.

use aftercare_dsl::check::{Bundled, CheckOptions, Checked, Protocol, check};
use aftercare_dsl::profile::{self, Profile};
use aftercare_dsl::source::Sources;

/// `count` sentences of the kinds that protocols are made of, each with a number of its own, so that no two
/// say the same.
pub fn sentences(count: usize) -> String {
    let mut text = String::from("import skin-care\naftercare for 2 weeks\n");
    for index in 0..count {
        let number = index / 8 + 1;
        text.push_str(&match index % 8 {
            0 => format!(
                "avoid retinoids, alpha hydroxy acids and exfoliants for {number} days because \"they irritate\""
            ),
            1 => format!("use sunscreen with broad-spectrum, spf 30+ daily from day {number}"),
            2 => format!("avoid makeup for 24..{} hours", number + 24),
            3 => format!("avoid direct sun for at least {number} weeks"),
            4 => format!("when skin type in IV..VI {{ avoid sauna for {} days }}", number + 1),
            5 => format!("expect redness for 1..{} days", number + 1),
            6 => format!("avoid alcohol for 24 hours before and {number} days after if not pregnant"),
            _ => format!("report fever above 38 C to clinic within {number} hours"),
        });
        text.push('\n');
    }
    text
}

/// What checking a text finds.
pub fn found(text: &str) -> Checked {
    let mut sources = Sources::new();
    check(
        &mut sources,
        &Bundled,
        "bench.rules",
        text,
        &CheckOptions::default(),
    )
}

/// A protocol without errors.
pub fn checked(text: &str) -> Protocol {
    let protocol = found(text).protocol;
    protocol.expect("the benchmark's protocol checks clean")
}

/// A patient of a protocol.
pub fn patient(text: &str, protocol: &Protocol) -> Profile {
    let mut sources = Sources::new();
    let source = sources.add("patient.toml", text);
    profile::read(source, "patient.toml", text, &protocol.vocabulary).0
}
