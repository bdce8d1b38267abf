//! The texts that a run reads: protocols, vocabularies and profiles, by name.

use std::sync::OnceLock;

use crate::span::{SourceId, Span};

/// One file's name and text.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: String,
    /// The byte at which each line starts; the first is 0. Nobody asks for a place in most vocabularies.
    line_starts: OnceLock<Vec<u32>>,
    /// How many characters stand before each [`BLOCK`] bytes; empty where each character is a byte. Found likewise once
    /// it is asked for.
    blocks: OnceLock<Vec<u32>>,
}

/// The most bytes whose characters are counted to find a column.
const BLOCK: usize = 1024;

/// A place as people count it: both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The character in the line, from 1.
    pub column: u32,
}

impl Source {
    /// A text, cut to nothing where its bytes cannot be counted.
    fn new(name: String, text: String) -> Self {
        let text = if u32::try_from(text.len()).is_ok() {
            text
        } else {
            String::new()
        };
        Self {
            name,
            text,
            line_starts: OnceLock::new(),
            blocks: OnceLock::new(),
        }
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let ends = self.text.match_indices('\n');
            let starts = ends.filter_map(|(at, _)| u32::try_from(at + 1).ok());
            std::iter::once(0).chain(starts).collect()
        })
    }

    fn blocks(&self) -> &[u32] {
        self.blocks.get_or_init(|| blocks(&self.text))
    }

    /// The name that messages show: a path as the user gave it, or a bundled name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line and column of a byte; a byte past the end is the end.
    #[must_use]
    pub fn position(&self, byte: u32) -> Position {
        let line = self.line_of(byte);
        let start = self.line_start(line);
        let before = match self.text.get(start as usize..byte as usize) {
            Some(_) => self.characters(byte) - self.characters(start),
            None => 0,
        };
        Position {
            line,
            column: before + 1,
        }
    }

    /// The line of a byte, from 1.
    pub(crate) fn line_of(&self, byte: u32) -> u32 {
        let line = self.line_starts().partition_point(|start| *start <= byte);
        u32::try_from(line).unwrap_or(u32::MAX)
    }

    /// The byte at which line `line` (from 1) starts.
    pub(crate) fn line_start(&self, line: u32) -> u32 {
        let index = line.checked_sub(1).map(|line| line as usize);
        index
            .and_then(|index| self.line_starts().get(index))
            .copied()
            .unwrap_or(0)
    }

    /// How many characters stand before a byte, which is the first of one.
    fn characters(&self, byte: u32) -> u32 {
        let block = byte as usize / BLOCK;
        let Some(before) = self.blocks().get(block) else {
            return byte;
        };
        let bytes = self.text.as_bytes().get(block * BLOCK..byte as usize);
        before + characters(bytes.unwrap_or_default())
    }

    /// The text of line `line` (from 1), without its end; empty where there is no such line.
    #[must_use]
    pub fn line(&self, line: u32) -> &str {
        let index = line.saturating_sub(1) as usize;
        let starts = self.line_starts();
        let start = starts.get(index).copied().unwrap_or(u32::MAX);
        let end = starts
            .get(index + 1)
            .copied()
            .unwrap_or(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.text
            .get(start as usize..end as usize)
            .unwrap_or_default()
            .trim_end_matches(['\n', '\r'])
    }
}

/// All the texts of a run.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    all: Vec<Source>,
}

impl Sources {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text under a name and says which file it is now.
    ///
    /// A text of 4 GiB or more is cut to nothing: the reader of files refuses it long before.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> SourceId {
        let id = SourceId(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
        self.all.push(Source::new(name.into(), text.into()));
        id
    }

    /// Puts another text in the place of one, whose spans then mean nothing any more, and says which file it
    /// is now: a new one where there was none.
    pub(crate) fn replace(
        &mut self,
        old: SourceId,
        name: impl Into<String>,
        text: impl Into<String>,
    ) -> SourceId {
        match self.all.get_mut(old.0 as usize) {
            Some(source) => {
                *source = Source::new(name.into(), text.into());
                old
            }
            None => self.add(name, text),
        }
    }

    /// From now on shows of a patient's profile, or of one answer, the keys and no value: messages end up in logs, and
    /// show the line that they are about. Every letter and digit behind the first `=` or `:` of a line, and of a line
    /// without, becomes a sign that takes its place, so that spans still point where they did.
    pub fn hide_values(&mut self, id: SourceId) {
        if let Some(source) = self.all.get_mut(id.0 as usize) {
            let lines = source.text.split_inclusive('\n');
            let hidden: String = lines.map(without_value).collect();
            *source = Source::new(std::mem::take(&mut source.name), hidden);
        }
    }

    /// The file behind an id that this collection gave out.
    #[must_use]
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.all.get(id.0 as usize)
    }

    /// The text at a span; empty where the span is not of these files.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        self.get(span.source)
            .and_then(|source| source.text.get(span.range()))
            .unwrap_or_default()
    }

    /// The line and column where a span starts.
    #[must_use]
    pub fn position(&self, span: Span) -> Position {
        self.get(span.source)
            .map_or(Position { line: 1, column: 1 }, |source| {
                source.position(span.start)
            })
    }

    /// The name of the file that a span is in.
    #[must_use]
    pub fn name(&self, span: Span) -> &str {
        self.get(span.source).map_or("", Source::name)
    }
}

/// A line of a profile with its key and nothing of its value.
fn without_value(line: &str) -> String {
    let header = |line: &str| {
        let name = line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'));
        name.is_some_and(|name| name.chars().all(|letter| letter.is_ascii_lowercase()))
    };
    let key = match line.find(['=', ':']) {
        _ if header(line.trim()) => line.len(),
        Some(sign) => sign,
        None => 0,
    };
    let (key, value) = line.split_at(key);
    let hidden = value.chars().map(|letter| match letter {
        _ if !letter.is_alphanumeric() => letter,
        _ => match letter.len_utf8() {
            1 => '*',
            2 => '\u{b7}',
            3 => '\u{2022}',
            _ => '\u{10101}',
        },
    });
    key.chars().chain(hidden).collect()
}

/// How many characters start in these bytes.
fn characters(bytes: &[u8]) -> u32 {
    let starts = bytes.iter().filter(|byte| (**byte & 0xc0) != 0x80);
    u32::try_from(starts.count()).unwrap_or(u32::MAX)
}

/// How many characters stand before each block of `text`; nothing where each character is a byte.
fn blocks(text: &str) -> Vec<u32> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut before = 0;
    let mut blocks = vec![before];
    for block in text.as_bytes().chunks(BLOCK) {
        before += characters(block);
        blocks.push(before);
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Position, Sources};

    #[test]
    fn the_values_of_a_profile_are_hidden_and_nothing_moves() {
        let text = "treated = 2026-06-01\n[facts]\n\"skin type\" = \"IV\"\n# of J\u{f6}, \u{4e2d}\n\u{1f4a}x: y\n";
        let mut sources = Sources::new();
        let id = sources.add("jo.toml", text);
        let before: Vec<Position> = starts(text)
            .map(|at| sources.get(id).unwrap().position(at))
            .collect();
        sources.hide_values(id);
        let hidden = sources.get(id).unwrap();
        assert_eq!(
            hidden.text(),
            "treated = ****-**-**\n[facts]\n\"skin type\" = \"**\"\n# ** *\u{b7}, \u{2022}\n\u{1f4a}x: *\n"
        );
        let after: Vec<Position> = starts(hidden.text())
            .map(|at| hidden.position(at))
            .collect();
        assert_eq!(before, after);
    }

    fn starts(text: &str) -> impl Iterator<Item = u32> {
        text.char_indices()
            .map(|(at, _)| u32::try_from(at).unwrap())
    }

    #[test]
    fn columns_count_characters_however_long_the_line() {
        let line = "caf\u{e9} ".repeat(BLOCK);
        let text = format!("# {line}\n{line}");
        let mut sources = Sources::new();
        let id = sources.add("long.rules", text.clone());
        let source = sources.get(id).unwrap();
        let (mut at, mut expected) = (0, Position { line: 1, column: 1 });
        for letter in text.chars() {
            assert_eq!(source.position(at), expected, "byte {at}");
            at += u32::try_from(letter.len_utf8()).unwrap();
            expected.column += 1;
            if letter == '\n' {
                expected = Position { line: 2, column: 1 };
            }
        }
        assert_eq!(source.position(at), expected);
    }
}
