//! Character by character: case, blanks, quotes, dashes, comments, control characters.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::{SourceId, Span};
use crate::syntax::RESERVED;
use crate::syntax::layout::{UNCLOSED, controls, empty};
use crate::syntax::tree::{Place, TimeUnit};

/// What the pass over the characters gives.
pub(super) struct Masked {
    pub bytes: Vec<u8>,
    pub comments: Vec<Place>,
    pub joins: Vec<u32>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Where the pass stands.
enum State {
    Plain,
    Comment(usize),
    /// Inside quotes that opened at this byte of the output, with this character.
    Quoted(usize, char),
    Address,
}

pub(super) struct Masker<'t> {
    source: SourceId,
    pub(super) text: &'t str,
    state: State,
    pub(super) masked: Masked,
    /// The run of control characters that has not been noted yet.
    pub(super) controls: controls::Run,
}

/// Masks every character of `text` by as many bytes.
pub(super) fn mask(source: SourceId, text: &str) -> Masked {
    let mut masker = Masker {
        source,
        text,
        state: State::Plain,
        masked: Masked {
            bytes: Vec::with_capacity(text.len()),
            comments: Vec::new(),
            joins: Vec::new(),
            diagnostics: Vec::new(),
        },
        controls: None,
    };
    let mut at = 0;
    loop {
        at += masker.run(at);
        let Some(letter) = masker.rest(at).chars().next() else {
            break;
        };
        let control = controls::length(masker.rest(at));
        if control > 0 {
            masker.control(at, control);
            at += control;
            continue;
        }
        masker.one(at, letter);
        at += letter.len_utf8();
    }
    masker.line_end(text.len());
    masker.end_controls();
    masker.masked
}

impl Masker<'_> {
    /// Masks the letters from byte `at` on that mean nothing where the pass stands, all at once; gives
    /// their number. Most of a text is of them.
    fn run(&mut self, at: usize) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        let length = match self.state {
            State::Plain => before(rest, |byte| matches!(byte, b'"' | b'#' | b'<')),
            State::Comment(_) => before(rest, |_| false),
            State::Quoted(..) => before(rest, |byte| byte == b'"'),
            State::Address => before(rest, |byte| matches!(byte, b'>' | b'"')),
        };
        let run = rest.get(..length).unwrap_or_default();
        match self.state {
            State::Plain => {
                let from = self.masked.bytes.len();
                self.masked.bytes.extend_from_slice(run);
                if let Some(copy) = self.masked.bytes.get_mut(from..) {
                    copy.make_ascii_lowercase();
                }
            }
            State::Comment(_) => self.blank(length),
            State::Quoted(..) | State::Address => self.masked.bytes.extend_from_slice(run),
        }
        length
    }

    fn one(&mut self, at: usize, letter: char) {
        let letter = match letter {
            '\r' if self.rest(at + 1).starts_with('\n') => ' ',
            '\r' => '\n',
            other => other,
        };
        if letter == '\n' {
            return self.new_line(at);
        }
        match self.state {
            State::Plain => self.plain(at, letter),
            State::Comment(_) => self.blank(letter.len_utf8()),
            State::Quoted(start, open) => self.quoted(letter, start, open),
            State::Address => {
                if letter == '>' {
                    self.state = State::Plain;
                }
                // A quote inside an address opens no text.
                self.copy(if letter == '"' { '\'' } else { letter });
            }
        }
    }

    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    pub(super) fn blank(&mut self, width: usize) {
        let end = self.masked.bytes.len() + width;
        self.masked.bytes.resize(end, b' ');
    }

    fn copy(&mut self, letter: char) {
        let mut buffer = [0; 4];
        let bytes = letter.encode_utf8(&mut buffer).as_bytes();
        self.masked.bytes.extend_from_slice(bytes);
    }

    /// `text`, filled up with blanks behind it to `width` bytes.
    fn put(&mut self, text: &str, width: usize) {
        self.masked.bytes.extend_from_slice(text.as_bytes());
        self.blank(width.saturating_sub(text.len()));
    }

    fn plain(&mut self, at: usize, letter: char) {
        let width = letter.len_utf8();
        match letter {
            '\t' => self.blank(1),
            '#' => {
                self.state = State::Comment(at);
                self.blank(1);
            }
            '<' if self.rest(at + 1).get(..4).is_some_and(is_http) => {
                self.state = State::Address;
                self.copy(letter);
            }
            '"' => self.open(letter),
            'A'..='Z' => self.masked.bytes.push(letter.to_ascii_lowercase() as u8),
            _ if letter.is_ascii() => self.masked.bytes.push(letter as u8),
            _ if is_quote(letter) => {
                self.blank(width - 1);
                self.open(letter);
            }
            _ if is_wide_blank(letter) => self.blank(width),
            _ if is_zero_width(letter) && !self.inside_word(at + width) => self.blank(width),
            '\u{2212}'
                if self
                    .rest(at + width)
                    .starts_with(|c: char| c.is_ascii_digit()) =>
            {
                self.minus(width);
            }
            '\u{2012}'..='\u{2015}' | '\u{2026}' if self.is_range(at + width) => {
                self.put("..", width);
            }
            _ => self.copy(letter),
        }
    }

    /// `4−6` is a range, `day −3` a day before.
    fn minus(&mut self, width: usize) {
        if self.masked.bytes.last().is_some_and(u8::is_ascii_digit) {
            self.put("..", width);
        } else {
            self.blank(width - 1);
            self.masked.bytes.push(b'-');
        }
    }

    fn open(&mut self, letter: char) {
        self.state = State::Quoted(self.masked.bytes.len(), letter);
        self.masked.bytes.push(b'"');
    }

    fn quoted(&mut self, letter: char, start: usize, open: char) {
        let closes = letter == '"' || (open != '"' && is_quote(letter));
        if closes {
            let end = self.masked.bytes.len();
            let inside = self.text.get(start + 1..end);
            if inside.is_some_and(empty::is_empty) {
                let span = self.span(start + 1 - open.len_utf8(), end + letter.len_utf8());
                self.masked.diagnostics.push(empty::text(span));
            }
            self.put("\"", letter.len_utf8());
            self.state = State::Plain;
        } else {
            self.copy(letter);
        }
    }

    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span::new(self.source, narrow(start), narrow(end))
    }

    fn new_line(&mut self, at: usize) {
        if matches!(self.state, State::Quoted(..)) && self.text_goes_on(at + 1) {
            self.masked
                .joins
                .push(u32::try_from(at).unwrap_or(u32::MAX));
            self.masked.bytes.push(b' ');
            return;
        }
        self.line_end(at);
        self.masked.bytes.push(b'\n');
    }

    /// Ends what ends with its line: a comment, an address, and a text whose quote nothing closes.
    fn line_end(&mut self, at: usize) {
        match std::mem::replace(&mut self.state, State::Plain) {
            State::Comment(start) => {
                let comment = self.text.get(start..at).unwrap_or_default();
                let end = start + comment.trim_end().len();
                let place = Place(self.span(start, end));
                self.masked.comments.push(place);
            }
            State::Quoted(open, letter) => self.unclosed(open, letter, at),
            State::Plain | State::Address => {}
        }
    }

    /// A text in quotes may go on over indented lines, as far as its quote is closed there.
    fn text_goes_on(&self, at: usize) -> bool {
        for line in self.rest(at).lines().take(20) {
            let quotes = line.chars().filter(|c| *c == '"' || is_quote(*c)).count();
            if line.trim().is_empty() || !line.starts_with([' ', '\t', '\u{a0}']) {
                return false;
            }
            if quotes > 0 {
                return quotes % 2 == 1;
            }
        }
        false
    }

    fn unclosed(&mut self, open: usize, letter: char, at: usize) {
        // The opening quote's own first byte: a curly one is masked by blanks and a quote.
        let start = open + 1 - letter.len_utf8();
        let line = self.text.get(start..at).unwrap_or_default().trim_end();
        let bare = line.trim_end_matches(['{', '}', '[', ']']).trim_end();
        let bare = match line.rfind('[') {
            Some(index) if line.ends_with(']') => line.get(..index).unwrap_or(bare).trim_end(),
            _ => bare,
        };
        let end = start + bare.len();
        if let Some(byte) = self.masked.bytes.get_mut(open) {
            *byte = UNCLOSED;
        }
        if bare.len() < line.len()
            && let Some(byte) = self.masked.bytes.get_mut(end)
            && *byte == b' '
        {
            *byte = UNCLOSED;
        }
        let first = self.span(start, start + letter.len_utf8());
        let behind = line.get(letter.len_utf8()..).unwrap_or_default();
        let diagnostic = match self.lost_opening(start, behind) {
            Some(text) => Diagnostic::new(
                Code::UnclosedQuote,
                first,
                "a text in quotes is not opened",
                "this quote closes nothing",
            )
            .with_help("open the quote at the start of the text")
            .with_fix(self.span(text, text), "\""),
            None => {
                let diagnostic = Diagnostic::new(
                    Code::UnclosedQuote,
                    first,
                    "a text in quotes is not closed on its line",
                    "this quote opens it",
                )
                .with_help("close the quote at the end of the text");
                if bare.len() > letter.len_utf8() {
                    diagnostic.with_fix(self.span(end, end), "\"")
                } else {
                    diagnostic
                }
            }
        };
        self.masked.diagnostics.push(diagnostic);
    }

    /// Where the text starts that a quote at `start` closes, if it does: nothing, sources or a clause
    /// stand behind it.
    fn lost_opening(&self, start: usize, behind: &str) -> Option<usize> {
        let next = behind.split_whitespace().next().unwrap_or_default();
        let clause = next.to_lowercase();
        let goes_on = next.is_empty()
            || next.starts_with('[')
            || behind.starts_with([' ', ',']) && RESERVED.contains(&clause.as_str());
        self.text_before(start).filter(|_| goes_on)
    }

    /// Where a text starts whose quote at `end` should have closed it: behind a word that takes one.
    fn text_before(&self, end: usize) -> Option<usize> {
        let text = self.text.get(..end)?;
        let line = text.rfind('\n').map_or(0, |at| at + 1);
        let lower = text.get(line..)?.to_ascii_lowercase();
        let found = TEXT_WORDS.iter().filter_map(|word| {
            let at = lower.rfind(&format!("{word} "))?;
            let is_word = lower.get(..at)?.ends_with([' ', ':']) || at == 0;
            is_word.then_some(line + at + word.len() + 1)
        });
        found.max().filter(|start| *start < end)
    }

    /// Whether a zero-width character that ends at byte `next` stands inside a word.
    fn inside_word(&self, next: usize) -> bool {
        self.masked
            .bytes
            .last()
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80)
            && self.rest(next).starts_with(char::is_alphanumeric)
    }

    /// Whether a dash that ends at byte `next` stands between the ends of a range: `4–6 weeks`,
    /// `24 hours – 3 days`, `IV–VI`.
    fn is_range(&self, next: usize) -> bool {
        let rest = self.rest(next);
        let line_start = self.masked.bytes.len().saturating_sub(40);
        let tail = self.masked.bytes.get(line_start..).unwrap_or_default();
        let before: Vec<u8> = tail
            .trim_ascii_end()
            .rsplit(|byte| !byte.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default()
            .to_vec();
        let word = String::from_utf8(before).unwrap_or_default();
        let roman = |word: &str| !word.is_empty() && word.chars().all(|c| "ivxIVX".contains(c));
        if rest.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
            word.ends_with(|c: char| c.is_ascii_digit())
                || (word != "day" && TimeUnit::from_word(&word).is_some())
        } else {
            let after = rest.split(|c: char| !c.is_alphanumeric()).next();
            roman(&word) && after.is_some_and(roman)
        }
    }
}

/// How many bytes stand before the first that is special or no plain character. A closure for each state,
/// since this is asked of every byte of a text.
fn before(bytes: &[u8], special: impl Fn(u8) -> bool) -> usize {
    let ends = |byte: &u8| !(b' '..=b'~').contains(byte) || special(*byte);
    bytes.iter().position(ends).unwrap_or(bytes.len())
}

/// The words that a text in quotes follows.
const TEXT_WORDS: &[&str] = &[
    "because",
    "by",
    "note",
    "caution",
    "prepare",
    "prescriber",
    "clinic",
    "section",
    "steps",
    "visit",
    "protocol",
    "version",
    "=",
];

fn is_http(start: &str) -> bool {
    start.eq_ignore_ascii_case("http")
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}')
}

fn is_wide_blank(letter: char) -> bool {
    matches!(
        letter,
        '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}'
                | '\u{2028}'
                | '\u{2029}'
                | '\u{202f}'
                | '\u{205f}'
                | '\u{3000}'
                | '\u{feff}'
    )
}

fn is_zero_width(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}
