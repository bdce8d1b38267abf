//! What stands above the sentences.

use serde::{Deserialize, Serialize};

use super::{Date, Duration, Name, Text};
use crate::span::Spanned;

/// One line of the header.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Header {
    /// `protocol "Microneedling aftercare"`
    Protocol(Text),
    /// `version "1.0"`
    Version(Text),
    /// `treatment microneedling`
    Treatment(Name),
    /// `aftercare for 2 weeks`
    Aftercare(Spanned<Duration>),
    /// `effective 2026-01-01`
    Effective(Spanned<Date>),
    /// `review by 2027-11-01`
    ReviewBy(Spanned<Date>),
    /// `status draft`
    Status(Status),
    /// `import skin-care`
    Import(Name),
    /// `extends microneedling`: the protocol that this one is a variant of
    Extends(Name),
    /// `source aad = "AAD, Chemical peels: FAQs" <https://www.aad.org/>`
    Source {
        /// What sentences call it.
        key: Name,
        /// Its title.
        title: Text,
        /// Its address, without the angle brackets.
        url: Option<Spanned<String>>,
    },
    /// `scenarios for microneedling`: the protocol that the scenarios of this file are about
    ScenariosFor(Name),
}

/// Whether a clinician has approved the text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Status {
    /// `status draft`
    Draft,
    /// `status approved by "the medical director" on 2026-10-30`
    Approved {
        /// Who.
        by: Text,
        /// When.
        on: Spanned<Date>,
    },
}
