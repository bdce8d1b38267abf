//! A whole profile: from the file's text to its keys.

use std::ops::Range;

use super::format::Format;
use super::model::Profile;
use super::nesting;
use super::reader::Reader;
use super::value::{Entry, Node, NodeKind};
use super::{json, mistake, toml};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{SourceId, Span};
use crate::vocabulary::{Vocabulary, fold};

/// The largest profile that is read, in bytes.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// The keys that a profile has, beside those in its tables.
pub(super) const KEYS: &[&str] = &[
    "treated",
    "zone",
    "sessions",
    "course_finished",
    "treatments",
    "products",
    "facts",
    "history",
    "events",
    "symptoms",
];

/// The key that a name is, whatever its case and signs: `course-finished`.
pub(super) fn own_key(name: &str) -> Option<&'static str> {
    let plain = |text: &str| fold(&text.replace('_', " "));
    let wanted = plain(name);
    KEYS.iter().copied().find(|key| plain(key) == wanted)
}

/// A text to parse, and where it stands in its file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'t> {
    source: SourceId,
    /// How many bytes of the file come before it.
    base: u32,
    /// The text.
    pub text: &'t str,
}

impl<'t> Text<'t> {
    /// `text` of `source`, without a byte order mark.
    pub(super) fn new(source: SourceId, text: &'t str) -> Self {
        match text.strip_prefix('\u{feff}') {
            Some(rest) => Self {
                source,
                base: 3,
                text: rest,
            },
            None => Self {
                source,
                base: 0,
                text,
            },
        }
    }

    /// Another text of the same length at the same place.
    pub(super) fn with<'o>(&self, text: &'o str) -> Text<'o> {
        Text {
            source: self.source,
            base: self.base,
            text,
        }
    }

    /// A range of the text as a place in the file, widened to whole characters.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let mut start = range.start.min(self.text.len());
        let mut end = range.end.clamp(start, self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        let byte = |at: usize| {
            u32::try_from(at)
                .unwrap_or(u32::MAX)
                .saturating_add(self.base)
        };
        Span::new(self.source, byte(start), byte(end))
    }

    /// A byte of the file as a byte of the text.
    pub(super) fn offset(&self, byte: u32) -> usize {
        byte.saturating_sub(self.base) as usize
    }

    /// Where the line of a byte of the text starts.
    pub(super) fn line_start(&self, at: usize) -> usize {
        let before = self.text.as_bytes().get(..at).unwrap_or_default();
        before
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |end| end + 1)
    }
}

/// Reads a profile: JSON where the name ends in `.json` or the text starts with `{`, TOML otherwise.
///
/// `text` is the whole file as `source` holds it. Every mistake is told, in the order of the file;
/// the profile holds what could be read beside them.
#[must_use]
pub fn read(
    source: SourceId,
    name: &str,
    text: &str,
    vocabulary: &Vocabulary,
) -> (Profile, Vec<Diagnostic>) {
    let text = Text::new(source, text);
    let json = name.to_lowercase().ends_with(".json") || text.text.trim_start().starts_with('{');
    let format = if json { Format::Json } else { Format::Toml };
    if let Some(found) = unreadable(&text, format) {
        return (Profile::default(), vec![found]);
    }
    let (entries, mut found, soft) = parse(&text, format);
    let mut reader = Reader::new(vocabulary, format, Profile::default());
    reader.document(&entries);
    let (profile, told) = reader.finish();
    found.extend(told);
    let places: std::collections::BTreeSet<Span> =
        found.iter().filter_map(Diagnostic::span).collect();
    found.extend(
        soft.into_iter()
            .filter(|one| one.span().is_some_and(|span| !places.contains(&span))),
    );
    found.sort_by_key(Diagnostic::span);
    (profile, found)
}

/// What keeps a text from being parsed at all.
fn unreadable(text: &Text<'_>, format: Format) -> Option<Diagnostic> {
    if text.text.len() > MAX_BYTES {
        return Some(
            Diagnostic::new(
                Code::ProfileTooLarge,
                text.span(0..0),
                "the profile is larger than 8 MiB",
                "too large",
            )
            .with_help("one profile holds one patient"),
        );
    }
    if let Some(at) = text.text.find('\0') {
        return Some(
            Diagnostic::new(
                Code::ProfileSyntax,
                text.span(at..at + 1),
                "the profile holds a NUL character",
                "no character of a text",
            )
            .with_help("save the profile as plain text in UTF-8"),
        );
    }
    nesting::too_deep(text.text, format).map(|at| {
        Diagnostic::new(
            Code::ProfileTooLarge,
            text.span(at..at + 1),
            "brackets or dotted keys are nested too deep",
            "one too many",
        )
        .with_help("no profile needs more than 4 levels: check the brackets before it")
    })
}

/// The keys of a text, its mistakes, and the mistakes of single values.
fn parse(text: &Text<'_>, format: Format) -> (Vec<Entry>, Vec<Diagnostic>, Vec<Diagnostic>) {
    if format == Format::Toml {
        let parsed = toml::parse(text);
        return (
            parsed.entries.unwrap_or_default(),
            parsed.mistakes,
            parsed.soft,
        );
    }
    match json::parse(text) {
        Err(found) => (Vec::new(), vec![found], Vec::new()),
        Ok(Node {
            kind: NodeKind::Table(entries),
            ..
        }) => (entries, Vec::new(), Vec::new()),
        Ok(other) => {
            let found = mistake::wrong_kind("the profile", &other, "a table")
                .with_help("a JSON profile starts with `{` and ends with `}`");
            (Vec::new(), vec![found], Vec::new())
        }
    }
}

impl Reader<'_> {
    /// All keys of a profile.
    pub(super) fn document(&mut self, entries: &[Entry]) {
        let mut seen = std::collections::BTreeMap::new();
        for entry in entries {
            let key = entry.key.node.as_str();
            if KEYS.contains(&key) && !self.once(&mut seen, key.to_owned(), &entry.key) {
                continue;
            }
            match key {
                "treatments" => self.treatments(&entry.value),
                "facts" => self.facts(&entry.value),
                "history" => self.history(&entry.value),
                "events" => self.events(&entry.value),
                "symptoms" => self.symptoms(&entry.value),
                _ if self.course(&entry.key, &entry.value) => {}
                _ => self.unknown_key(&entry.key, super::home::Home::Top),
            }
        }
    }
}
