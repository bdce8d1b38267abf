//! The tests of the library and the program, in one binary.

mod analysis;
mod annotated;
mod attacks;
mod calendar;
#[cfg(feature = "cli")]
mod cli;
mod content;
mod dates;
mod deletions;
mod diff;
mod docs;
mod editor;
mod examples;
mod explain;
mod fhir;
mod forgiven;
mod format;
mod goldens;
mod handout;
mod hostile;
mod language;
mod meaning;
mod oracle;
mod plan;
mod profiles;
mod read;
#[cfg(feature = "cli")]
mod replay;
mod scenarios;
mod session;
mod sheets;
mod support;
#[cfg(all(unix, feature = "cli"))]
mod terminal;
mod variants;
mod wrong;
