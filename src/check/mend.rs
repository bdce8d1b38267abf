//! Mends what has one right answer: makes the fixes that diagnostics offer, and looks again.

use std::collections::{BTreeMap, BTreeSet};

use super::load::Library;
use super::run::{CheckOptions, check};
use crate::diagnostic::{Code, Diagnostic, Fix, Severity};
use crate::source::Sources;
use crate::span::{SourceId, Span};

/// The most times that a text is checked.
const CHECKS: usize = 200;

/// `text` with every fix made that has one right answer, again and again until none is left.
///
/// A fix is made where it is the only one of its diagnostic, lies in this text (never in an import), and
/// - takes no word away without putting one in its place: what the author said is not deleted unasked;
/// - takes no number away: of `6..12 months` both may have been meant;
/// - fills in nothing that the author is to write (`"..."`);
/// - puts no other name for one that is unknown: a name that is nearly another may be another medicine;
/// - leaves no new error.
///
/// The same text gives the same result. What is left is what [`check`] says about it.
#[must_use]
pub fn mend(library: &dyn Library, name: &str, text: &str, options: &CheckOptions) -> String {
    let look = |text: String| Look::at(library, name, text, options);
    let mut current = look(text.to_owned());
    let mut refused = BTreeSet::new();
    let mut batch = current.fixes(&refused);
    for _ in 0..CHECKS {
        if batch.is_empty() {
            break;
        }
        let next = look(current.with(&batch));
        if next.is_better_than(&current) {
            current = next;
            batch = current.fixes(&refused);
        } else if let [(key, _)] = batch.as_slice() {
            refused.insert(key.clone());
            batch = current.fixes(&refused);
        } else {
            batch.truncate(batch.len() / 2);
        }
    }
    current.text
}

/// What tells one mistake from another, wherever it stands: its code, its message and what is near it on its line.
type Key = (Code, String, String);

/// A text and what is wrong with it.
struct Look {
    text: String,
    sources: Sources,
    diagnostics: Vec<Diagnostic>,
}

impl Look {
    fn at(library: &dyn Library, name: &str, text: String, options: &CheckOptions) -> Self {
        let mut sources = Sources::new();
        let diagnostics = check(&mut sources, library, name, &text, options).diagnostics;
        Self {
            text,
            sources,
            diagnostics,
        }
    }

    /// The fixes to make together: none touches another.
    fn fixes(&self, refused: &BTreeSet<Key>) -> Vec<(Key, Fix)> {
        let mut taken: Vec<Span> = Vec::new();
        let mut fixes = Vec::new();
        for diagnostic in &self.diagnostics {
            let [fix] = diagnostic.fixes.as_slice() else {
                continue;
            };
            let key = self.key(diagnostic);
            let free = |span: Span| taken.iter().all(|other| is_apart(span, *other));
            let spans = || fix.edits.iter().map(|edit| edit.span);
            if self.is_sure(diagnostic.code, fix) && spans().all(free) && !refused.contains(&key) {
                taken.extend(spans());
                fixes.push((key, fix.clone()));
            }
        }
        fixes
    }

    /// Whether a fix may be made without asking.
    fn is_sure(&self, code: Code, fix: &Fix) -> bool {
        let guesses = matches!(
            code,
            Code::UnknownName
                | Code::UnknownValue
                | Code::UnknownAttribute
                | Code::UnknownSource
                | Code::UnknownImport
                | Code::NearName
        );
        let here = fix.edits.iter().all(|edit| edit.span.source == MAIN);
        let gone = || fix.edits.iter().map(|edit| self.sources.text(edit.span));
        let come = || fix.edits.iter().map(|edit| edit.text.as_str());
        let only_takes =
            gone().map(words).sum::<usize>() > 0 && come().map(words).sum::<usize>() == 0;
        let keeps_numbers =
            gone().map(numbers).sum::<usize>() <= come().map(numbers).sum::<usize>();
        !guesses && here && !only_takes && keeps_numbers && !come().any(|text| text.contains("..."))
    }

    /// The text with these fixes made.
    fn with(&self, fixes: &[(Key, Fix)]) -> String {
        let edits = fixes.iter().flat_map(|(_, fix)| fix.edits.clone());
        let all = Fix {
            edits: edits.collect(),
        };
        all.apply(MAIN, &self.text)
    }

    /// Whether no error is new, and fewer are left; where they are as many, fewer warnings.
    fn is_better_than(&self, before: &Self) -> bool {
        let (now, then) = (self.errors(), before.errors());
        let is_new =
            |(key, count): (&(Code, &str), &usize)| *count > then.get(key).copied().unwrap_or(0);
        let size = |errors: &BTreeMap<_, usize>, look: &Self| {
            (errors.values().sum::<usize>(), look.diagnostics.len())
        };
        !now.iter().any(is_new) && size(&now, self) < size(&then, before)
    }

    /// The errors, and how often each is there.
    fn errors(&self) -> BTreeMap<(Code, &str), usize> {
        let mut counts = BTreeMap::new();
        let errors = self.diagnostics.iter();
        for error in errors.filter(|one| one.severity() == Severity::Error) {
            *counts
                .entry((error.code, error.message.as_str()))
                .or_insert(0) += 1;
        }
        counts
    }

    fn key(&self, diagnostic: &Diagnostic) -> Key {
        let line = diagnostic.span().and_then(|span| {
            let source = self.sources.get(span.source)?;
            let number = source.line_of(span.start);
            let at = span.start.saturating_sub(source.line_start(number));
            Some(near(source.line(number), at as usize).to_owned())
        });
        let message = diagnostic.message.clone();
        (diagnostic.code, message, line.unwrap_or_default())
    }
}

/// The text itself: [`check`] adds it to the sources before its imports.
const MAIN: SourceId = SourceId(0);

/// The text around a place on its line, which may be all of a large file.
fn near(line: &str, at: usize) -> &str {
    const MOST: usize = 200;
    let start = (at.saturating_sub(MOST)..=at).find(|byte| line.is_char_boundary(*byte));
    let start = start.unwrap_or(0);
    let end = line.len().min(at + MOST);
    let end = (start..=end)
        .rev()
        .find(|byte| line.is_char_boundary(*byte));
    line.get(start..end.unwrap_or(start)).unwrap_or_default()
}

/// Whether two spans neither overlap nor touch.
fn is_apart(one: Span, other: Span) -> bool {
    one.source != other.source || one.end < other.start || other.end < one.start
}

/// How many words and numbers a text has.
fn words(text: &str) -> usize {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).count()
}

/// How many numbers in digits a text has: two in `6..12`, one in `1,000` and in `1.5`.
fn numbers(text: &str) -> usize {
    let parts = text.split("..").flat_map(|end| {
        end.split(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ','))
    });
    let has_digit = |part: &&str| part.contains(|letter: char| letter.is_ascii_digit());
    parts.filter(has_digit).count()
}
