//! What an editor needs of a text that is being typed: which words may come next, how it probably
//! ends, what each word is, and whether it is finished. No terminal and no session.
//!
//! The way is to try: a word is offered where the grammar and the checker's own rules read the text
//! with it and with some end behind it, so that nothing here can say other than a check would. What a
//! protocol has beside the text is looked at once, when its [`Scope`] is made, and never at a key.
//!
//! ```
//! use aftercare_dsl::check::{Bundled, CheckOptions, Library, check, protected};
//! use aftercare_dsl::editor::{Role, Scope, complete, hint, is_unfinished, roles};
//! use aftercare_dsl::source::Sources;
//! use aftercare_dsl::syntax::parse;
//!
//! let (mut sources, rules) = (Sources::new(), "import skin-care\n");
//! let source = sources.add("clinic.rules", rules);
//! let names = protected(&mut sources, &Bundled, "clinic.rules", source);
//! let file = parse(source, rules, &names).file;
//! let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &CheckOptions::default());
//! let imports = Bundled.names("clinic.rules");
//! let scope = Scope::new(checked.vocabulary, &file, &names, imports);
//!
//! let found = complete("avoid diff", 10, &scope);
//! assert_eq!((found.start, found.candidates[0].text.as_str()), (6, "Differin"));
//! assert_eq!(hint("avoid retinoids", &scope).as_deref(), Some(" for 7 days"));
//! assert_eq!(roles("avoid retinoids", 15, &scope)[1], (6..15, Role::Thing));
//! assert!(is_unfinished("when pregnant {", &scope));
//! ```

mod asked;
mod complete;
mod here;
mod hint;
mod means;
mod names;
mod place;
mod roles;
mod scope;
mod slot;
mod trial;
mod unfinished;
mod words;

#[cfg(test)]
mod tests;

pub use complete::{Candidate, CandidateKind, Completions, MOST_OFFERED, complete, complete_up_to};
pub use hint::hint;
pub use roles::{Role, roles};
pub use scope::Scope;
pub use unfinished::is_unfinished;

/// The largest text that is looked at at each key, in bytes: for a longer one nothing is offered,
/// hinted or coloured. Whether it is finished is said all the same, up to
/// [`syntax::MAX_BYTES`](crate::syntax::MAX_BYTES).
pub const MOST_BYTES: usize = 32 * 1024;

/// The longest sentence, with what opens the blocks around it, in which words are offered, in bytes.
pub const MOST_SENTENCE_BYTES: usize = 4 * 1024;
