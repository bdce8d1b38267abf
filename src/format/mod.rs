//! The one canonical layout of a protocol's text (LANGUAGE.md, 2.1).
//!
//! [`format()`] reads a text, writes its tree in the canonical form and reads that again: a result whose
//! meaning is not the text's own is never given. Comments stay, in their order; a run of blank lines
//! becomes one. [`print()`] writes a tree that has no text.
//!
//! What the canonical form is:
//! - two columns further in for each block and for each line that goes on; 100 columns, broken before a
//!   clause, else behind a comma or before `and` and `or`; texts in quotes and addresses are never broken;
//! - each block on lines of its own, except a class whose members are names alone and fit on its line;
//! - one spelling: `4..6 weeks`, `twice daily`, `for 7 days`, straight quotes, units and verbs as their
//!   tables have them, `avoid` for `no` and `stop`, `do not` for `never`;
//! - label, lead, `should`, head; then exception, place, quantity, frequency, concern, window, situation,
//!   manner, `if`, `unless`, what to do instead, reason, sources;
//! - comments behind neighbouring lines stand below one another.
//!
//! ```
//! use std::collections::BTreeSet;
//!
//! use aftercare_dsl::format::format;
//! use aftercare_dsl::source::Sources;
//!
//! let text = "No makeup, for 24–48 hrs # or longer\n\n\n\nuse serum 2 times a day";
//! let source = Sources::new().add("clinic.rules", text);
//! assert_eq!(
//!     format(source, text, &BTreeSet::new()).expect("the text has no errors"),
//!     "avoid makeup for 24..48 hours  # or longer\n\nuse serum twice daily\n",
//! );
//! ```

mod clause;
mod condition;
mod declaration;
mod file;
mod frequency;
mod head;
mod header;
mod name;
mod page;
mod quantity;
mod same;
mod scenario;
mod sentence;
mod things;
mod time;
mod trivia;
mod window;
mod wrap;
mod writer;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub use same::same_meaning;
pub(crate) use scenario::expected;
pub(crate) use time::duration;

use crate::diagnostic::{Code, Diagnostic, any_error};
use crate::source::Sources;
use crate::span::{SourceId, Span, Spanned};
use crate::syntax::tree::{File, Item};
use crate::syntax::{MAX_BYTES, parse};
use trivia::Trivia;
use writer::Writer;

/// Why a text has no canonical form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unformatted {
    /// The text cannot be read; warnings are among them. A text that cannot be checked, because a name
    /// is unknown, can still be read.
    Mistakes(Vec<Diagnostic>),
    /// The canonical form would mean something else, or lose a comment: a bug of this library, and the
    /// text is to be left as it is.
    Changed,
}

/// The canonical form of `text`, which is `source`.
///
/// `protected`: as for [`parse`]; [`check::protected`](crate::check::protected) finds them. The result ends
/// in a line end, has no other line ends than `\n` and no byte order mark; a text without content gives an
/// empty one. The same text gives the same result, and formatting the result changes nothing.
///
/// # Errors
/// The text has errors, or its canonical form is larger than [`MAX_BYTES`].
pub fn format(
    source: SourceId,
    text: &str,
    protected: &BTreeSet<String>,
) -> Result<String, Unformatted> {
    let parsed = parse(source, text, protected);
    if any_error(&parsed.diagnostics) {
        return Err(Unformatted::Mistakes(parsed.diagnostics));
    }
    let file = parsed.file;
    let mut writer = Writer::new(Trivia::new(source, text, &file.comments));
    writer.file(&file.items, u32::try_from(text.len()).unwrap_or(u32::MAX));
    let formatted = writer.page.finish();
    if formatted.len() > MAX_BYTES {
        return Err(Unformatted::Mistakes(vec![too_large(source)]));
    }
    let again = Sources::new().add("", formatted.clone());
    let reread = parse(again, &formatted, protected);
    let same = !any_error(&reread.diagnostics)
        && same_meaning(&file.items, &reread.file.items)
        && comments(text, &file) == comments(&formatted, &reread.file);
    if same {
        Ok(formatted)
    } else {
        Err(Unformatted::Changed)
    }
}

/// A tree's canonical text, with a blank line between header, vocabulary, facts and sentences, and
/// around sections.
///
/// A tree that [`parse`] gave reads back as the same. It holds no comments.
#[must_use]
pub fn print(items: &[Spanned<Item>]) -> String {
    let mut writer = Writer::new(Trivia::default());
    let mut before = None;
    for item in items {
        let group = group(&item.node);
        if before.is_some_and(|before| before != group || group == Group::Block) {
            writer.page.blank();
        }
        before = Some(group);
        writer.item(item, 0);
    }
    writer.page.finish()
}

/// What a tree's printed text keeps together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Header,
    Vocabulary,
    Facts,
    Sentences,
    Block,
}

fn group(item: &Item) -> Group {
    use crate::syntax::tree::Statement;
    match item {
        Item::Header(_) => Group::Header,
        Item::Declaration(_) => Group::Vocabulary,
        Item::Fact(_) => Group::Facts,
        Item::Statement(Statement::Sentence(_)) | Item::Replace(_) | Item::Drop { .. } => {
            Group::Sentences
        }
        Item::Statement(Statement::Section { .. } | Statement::When { .. }) | Item::Scenario(_) => {
            Group::Block
        }
    }
}

fn comments<'t>(text: &'t str, file: &File) -> Vec<&'t str> {
    let places = file.comments.iter();
    places
        .filter_map(|place| text.get(place.0.range()))
        .collect()
}

fn too_large(source: SourceId) -> Diagnostic {
    Diagnostic::new(
        Code::TooLarge,
        Span::new(source, 0, 0),
        "the file would be too large once it is formatted",
        "more than 8 MiB with its indentation",
    )
    .with_help("split it into several files")
}
