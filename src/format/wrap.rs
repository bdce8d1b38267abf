//! Breaking a sentence into lines.

use unicode_width::UnicodeWidthStr;

use crate::syntax::STARTERS;

/// The columns that a line may take; a text in quotes and an address are never broken for it.
pub(super) const WIDTH: usize = 100;

/// How much further in a block, and a line that goes on, stands.
pub(super) const STEP: usize = 2;

/// A head or a clause: it stays on one line where it can.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    /// Where it must be broken, it is broken between these.
    pub parts: Vec<String>,
    /// A comma ends it where something follows.
    pub comma: bool,
    /// What it would take for its own, were it to follow without a comma.
    pub takes: Takes,
}

/// What would be read as more of a chunk if it stood straight behind it: a comma parts the two.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Takes {
    /// Anything may follow.
    #[default]
    Nothing,
    /// `sunscreen with spf`, and then `2 drops`
    Number,
    /// `at most 1 litre`, and then `every 2 hours`
    Rate,
    /// `10 minutes`, and then `before bedtime`
    Bedtime,
    /// `at most 10 minutes`, and then either
    RateOrBedtime,
}

impl From<String> for Chunk {
    fn from(text: String) -> Self {
        vec![text].into()
    }
}

impl From<&str> for Chunk {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Vec<String>> for Chunk {
    fn from(parts: Vec<String>) -> Self {
        Self {
            parts,
            ..Self::default()
        }
    }
}

impl Chunk {
    /// With `text` before its first part.
    pub(super) fn after(mut self, text: &str) -> Self {
        match self.parts.first_mut() {
            Some(first) => first.insert_str(0, text),
            None => self.parts.push(text.to_owned()),
        }
        self
    }

    /// Whether a number starts it: `2 litres`, `at least 3 times a week`.
    fn is_number(&self) -> bool {
        let first = self.parts.first().map_or("", String::as_str);
        let first = first.strip_prefix("at least ").unwrap_or(first);
        first.starts_with(|letter: char| letter.is_ascii_digit())
    }

    /// Whether a comma must stand between this chunk and the next.
    pub(super) fn is_parted_from(&self, next: &Self) -> bool {
        let starts = |words: &str| {
            next.parts
                .first()
                .is_some_and(|part| part.starts_with(words))
        };
        self.comma
            || match self.takes {
                Takes::Nothing => false,
                Takes::Number => next.is_number(),
                Takes::Rate => starts("every "),
                Takes::Bedtime => starts("before bedtime"),
                Takes::RateOrBedtime => starts("every ") || starts("before bedtime"),
            }
    }

    /// With `text` behind its last part.
    pub(super) fn before(mut self, text: &str) -> Self {
        match self.parts.last_mut() {
            Some(last) => last.push_str(text),
            None => self.parts.push(text.to_owned()),
        }
        self
    }
}

/// What a line that ends in a comma does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comma {
    /// It goes on, whatever follows: in sentences.
    Joins,
    /// It parts two things: among the members of a class.
    Parts,
}

/// The chunks on one line, whatever its length.
pub(super) fn one_line(chunks: Vec<Chunk>) -> String {
    let chunks = with_commas(chunks);
    let parts: Vec<String> = chunks.into_iter().flat_map(|chunk| chunk.parts).collect();
    parts.join(" ")
}

/// The chunks on as few lines as hold them, the first of them `indent` columns in and the others
/// [`STEP`] more. A chunk goes to a new line as a whole before it is broken.
pub(super) fn wrap(chunks: Vec<Chunk>, indent: usize, comma: Comma) -> Vec<String> {
    let mut page = Wrapped {
        lines: vec![String::new()],
        indent,
        comma,
    };
    for chunk in with_commas(chunks) {
        let whole = chunk.parts.join(" ");
        if !page.has_room(&whole) && page.fits_alone(&whole) && page.may_break(&whole) {
            page.lines.push(String::new());
        }
        for part in &chunk.parts {
            if !page.has_room(part) && page.may_break(part) {
                page.lines.push(String::new());
            }
            page.push(part);
        }
    }
    page.lines
}

/// Puts the commas where a chunk wants one and another chunk follows.
fn with_commas(chunks: Vec<Chunk>) -> Vec<Chunk> {
    let mut out: Vec<Chunk> = Vec::with_capacity(chunks.len());
    for chunk in chunks {
        if let Some(before) = out.last_mut()
            && before.is_parted_from(&chunk)
        {
            *before = std::mem::take(before).before(",");
        }
        out.push(chunk);
    }
    out
}

struct Wrapped {
    lines: Vec<String>,
    indent: usize,
    comma: Comma,
}

impl Wrapped {
    fn line(&self) -> &str {
        self.lines.last().map_or("", String::as_str)
    }

    fn has_room(&self, text: &str) -> bool {
        let deeper = if self.lines.len() > 1 { STEP } else { 0 };
        let line = self.line().width();
        let blank = usize::from(line > 0);
        self.indent + deeper + line + blank + text.width() <= WIDTH
    }

    /// Whether a line that goes on could hold it.
    fn fits_alone(&self, text: &str) -> bool {
        self.indent + STEP + text.width() <= WIDTH
    }

    /// Whether `text` may start a line here: one that looks like a sentence of its own would be one.
    fn may_break(&self, text: &str) -> bool {
        let line = self.line();
        !line.is_empty()
            && (!looks_fresh(text) || (self.comma == Comma::Joins && line.ends_with(',')))
    }

    fn push(&mut self, text: &str) {
        if let Some(line) = self.lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(text);
        }
    }
}

/// Whether a line that starts so is a new sentence, however far in it stands.
fn looks_fresh(text: &str) -> bool {
    let lower = text.to_lowercase();
    let starts = |word: &&str| {
        let rest = lower.strip_prefix(*word);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    lower
        .split(' ')
        .next()
        .is_some_and(|word| word.ends_with(':'))
        || STARTERS.iter().any(starts)
        || ["section", "when", "whenever", "fact"].iter().any(starts)
}

#[cfg(test)]
mod tests {
    use super::{Chunk, Comma, wrap};

    fn long(word: &str) -> String {
        word.repeat(50 / word.len())
    }

    #[test]
    fn a_chunk_moves_before_it_breaks() {
        let (one, other) = (long("a"), long("b"));
        let lines = wrap(
            vec![
                "avoid x".into(),
                vec![one.clone(), other.clone()].into(),
                "[y]".into(),
            ],
            0,
            Comma::Joins,
        );
        assert_eq!(lines, [format!("avoid x {one}"), format!("{other} [y]")]);
    }

    #[test]
    fn no_line_starts_as_a_sentence_does() {
        let chunk = || {
            Chunk::from(vec![
                format!("in {},", long("a")),
                format!("use {}", long("b")),
            ])
        };
        assert_eq!(wrap(vec!["x".into(), chunk()], 0, Comma::Joins).len(), 2);
        assert_eq!(wrap(vec!["x".into(), chunk()], 0, Comma::Parts).len(), 1);
    }
}
