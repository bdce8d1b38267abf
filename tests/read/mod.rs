//! A protocol read back: no two meanings read alike, and it reads as its goldens.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers of tests fail as tests do"
)]

mod engine;
mod generate;
mod goldens;
mod meaning;
mod parts;
mod properties;
mod words;

use aftercare_dsl::check::{Bundled, CheckOptions, Protocol, Rule, check};
use aftercare_dsl::read::{ReadBack, read_back};
use aftercare_dsl::source::Sources;

/// A protocol, and itself read back with the dates of the example.
pub struct Read {
    pub protocol: Protocol,
    pub back: ReadBack,
}

/// Reads a protocol back; none where it does not check.
pub fn read(name: &str, text: &str) -> Option<Read> {
    let mut sources = Sources::new();
    let options = CheckOptions::default();
    let protocol = check(&mut sources, &Bundled, name, text, &options).protocol?;
    let back = read_back(&protocol, &sources, None).ok()?;
    Some(Read { protocol, back })
}

impl Read {
    /// Each rule with all that it says of its meaning.
    pub fn rules(&self) -> impl Iterator<Item = (&Rule, String)> {
        let back = self.back.rules.iter().map(|rule| {
            let says: Vec<&str> = rule
                .means
                .iter()
                .chain(&rule.grounds)
                .map(String::as_str)
                .collect();
            says.join(" ")
        });
        self.protocol.rules.iter().zip(back)
    }
}
