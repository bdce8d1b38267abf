//! A rules language for aftercare protocols, and its interpreter: a clinic's protocol and one
//! patient's facts in, a dated plan out.
//!
//! A text goes through the modules in the order in which they stand here. [`syntax`] reads it into a
//! tree and never fails: what cannot be read becomes a [`diagnostic`], and the rest is kept. [`check`]
//! takes the declarations of the file and of what it imports into a [`vocabulary`], finds out what every
//! name means and whether every unit, window and condition is sound, and gives a protocol; of a variant with all
//! that it takes from the protocols that it extends. [`editor`]
//! says of a text that is being typed which words may come next, and what each word is. [`profile`]
//! reads what is known about a patient, with the place of every value. [`eval`] puts the protocol on
//! the patient's calendar and decides, under every way of filling in what is not known, what holds;
//! [`analysis`] asks that of every patient at once, and [`scenario`] of the patients that an author writes down, with
//! what the plan is to say of each. The [`plan`] says it as plain data: what, from when, until when, why, on whose word, and what is open.
//! [`read`] reads a protocol back to its author, with dates, and [`receipt`] says of a plan that was given out whether it still holds. [`render`] prints plans, read-backs and
//! diagnostics, as text and as JSON. [`session`] is a sitting at a protocol: rules are written one after
//! another, and a patient is asked about.
//!
//! Nothing here reads a file, a clock or the environment: texts and dates are arguments. The same
//! arguments give the same bytes: also where a long text is read and checked on several threads, which
//! needs none to start.
//!
//! ```
//! use aftercare_dsl::check::{Bundled, CheckOptions, check};
//! use aftercare_dsl::source::Sources;
//! use aftercare_dsl::{eval, profile};
//!
//! let mut sources = Sources::new();
//! let rules = "import skin-care\navoid retinoids for 7 days\n";
//! let options = CheckOptions::default();
//! let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &options);
//! let protocol = checked.protocol.expect("the protocol has no errors");
//!
//! let facts = "treated = 2026-06-01\n";
//! let file = sources.add("patient.toml", facts);
//! let (patient, mistakes) = profile::read(file, "patient.toml", facts, &protocol.vocabulary);
//! assert!(mistakes.is_empty());
//!
//! let plan = eval::evaluate(&protocol, &patient, None).expect("every date is in range");
//! let free = plan.directives[0].first_free_day.map(|day| day.to_string());
//! assert_eq!(free.as_deref(), Some("2026-06-08"));
//! ```

// What pest's parser allocates with where it does not probe the stack.
extern crate alloc;

// What everything stands on: texts, places in them, exact numbers, mistakes, threads.
pub mod source;

pub mod span;

pub mod number;

pub mod diagnostic;

mod side_by_side;

// A protocol: text to tree, what may be named, tree to checked protocol.
pub mod syntax;

pub mod vocabulary;

pub mod check;

pub mod bundled;

// The one layout of a protocol's text.
pub mod format;

// A protocol that is being typed.
pub mod editor;

// A patient, and the plan.
pub mod profile;

pub mod eval;

pub mod analysis;

pub mod scenario;

pub mod interview;

pub mod plan;

pub mod reply;

// A protocol to its author, and everything to print.
pub mod read;

pub mod receipt;

pub mod render;

// A sitting at a protocol, for a REPL or an editor.
pub mod session;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../CONTRIBUTING.md")]
struct Contributing;
