//! Where the cursor stands: the sentence before it, the word that is being typed, the blocks around it.

use super::{MOST_BYTES, MOST_SENTENCE_BYTES, Scope};
use crate::syntax::Typed;
use crate::syntax::tree::Kind;

/// How many words back a name may have started that is being typed.
const WORDS_BACK: usize = 6;

/// The place of the cursor.
#[derive(Debug, Clone)]
pub(super) struct Here {
    /// What opens the blocks around the sentence, each on its line.
    pub front: String,
    /// The sentence up to the cursor, on one line.
    pub sentence: String,
    /// What closes the blocks.
    pub back: String,
    /// Where in `sentence` the word starts that the cursor stands in or behind, and the words before
    /// it, the nearest first.
    pub starts: Vec<usize>,
    /// Whether the sentence starts behind a `}` on its line.
    pub behind_block: bool,
}

/// A block, by its opening.
#[derive(Debug, Clone, Copy)]
struct Block {
    /// Where the line starts that opens it.
    start: usize,
    /// Where its `{` stands.
    brace: usize,
    /// Whether it lists the members of a class.
    declares: bool,
    /// Whether it lists steps.
    steps: bool,
}

/// What a walk up to the cursor finds.
#[derive(Default)]
struct Walk {
    open: Vec<Block>,
    /// Where the sentence starts.
    start: usize,
    /// The block that was closed last, while nothing but blanks or its own sentence stands behind it.
    closed: Option<Block>,
    /// Whether a line end stands behind that.
    next_line: bool,
}

impl Here {
    /// The place of the cursor; none inside quotes and comments, and in texts that are too long.
    pub(super) fn at(text: &str, cursor: usize, scope: &Scope) -> Option<Self> {
        let before = up_to(text, cursor);
        if before.len() > MOST_BYTES {
            return None;
        }
        let typed = Typed::new(before, None);
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        let in_comment = typed
            .last_comment()
            .is_some_and(|comment| comment.start >= line);
        if in_comment || typed.ends_in_quotes() {
            return None;
        }
        let walk = Walk::over(typed.laid_out());
        let sentence = flat(before, typed.laid_out(), walk.start..before.len());
        let starts = starts(&sentence);
        let here = Self {
            front: walk.front(before, typed.laid_out(), scope),
            back: "\n}".repeat(walk.open.len()),
            behind_block: walk.closed.is_some() && !walk.next_line,
            sentence,
            starts,
        };
        (here.front.len() + here.sentence.len() <= MOST_SENTENCE_BYTES).then_some(here)
    }

    /// The sentence before its `start`.
    pub(super) fn stem(&self, start: usize) -> &str {
        self.sentence.get(..start).unwrap_or_default()
    }

    /// What has been typed from `start` on.
    pub(super) fn typed(&self, start: usize) -> &str {
        self.sentence.get(start..).unwrap_or_default()
    }

    /// Where the word starts that is being typed.
    pub(super) fn start(&self) -> usize {
        self.starts.first().copied().unwrap_or(self.sentence.len())
    }

    /// Whether that word is a number.
    pub(super) fn in_number(&self) -> bool {
        let typed = self.typed(self.start());
        typed.starts_with(|letter: char| letter.is_ascii_digit())
    }

    /// Whether nothing stands before that word.
    pub(super) fn is_first(&self) -> bool {
        self.stem(self.start()).trim().is_empty()
    }
}

/// The text up to a byte, rounded down to the start of a character.
pub(super) fn up_to(text: &str, cursor: usize) -> &str {
    let mut end = cursor.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

impl Walk {
    fn over(laid: &str) -> Self {
        let mut walk = Self::default();
        let mut closer = None;
        for (at, byte) in laid.bytes().enumerate() {
            if let Some(end) = closer {
                if byte == end || byte == b'\n' {
                    closer = None;
                }
                if byte != b'\n' {
                    continue;
                }
            }
            match byte {
                b'"' => closer = Some(b'"'),
                b'<' => {
                    let rest = laid.as_bytes().get(at + 1..at + 5);
                    closer = (rest == Some(b"http")).then_some(b'>');
                }
                b'{' => walk.opens(laid, at),
                b'}' => walk.closes(at),
                b'\n' => walk.line_ends(laid, at),
                b',' if walk.open.last().is_some_and(|block| block.declares) => {
                    walk.start = at + 1;
                    walk.closed = None;
                }
                _ => {}
            }
        }
        walk
    }

    fn opens(&mut self, laid: &str, at: usize) {
        let opening = laid.get(self.start..at).unwrap_or_default();
        let first = opening.split_whitespace().next().unwrap_or_default();
        let inside = self.open.last().is_some_and(|block| block.declares);
        let declares = inside || Kind::ALL.iter().any(|kind| kind.word() == first);
        let steps = !declares
            && opening
                .split(['"', '\u{1}'])
                .next()
                .is_some_and(|words| words.split_whitespace().any(|word| word == "steps"));
        self.open.push(Block {
            start: self.start,
            brace: at,
            declares,
            steps,
        });
        self.start = at + 1;
        self.closed = None;
    }

    fn closes(&mut self, at: usize) {
        self.closed = self.open.pop();
        self.next_line = false;
        self.start = at + 1;
    }

    fn line_ends(&mut self, laid: &str, at: usize) {
        if self.open.last().is_some_and(|block| block.steps) {
            return;
        }
        let line = laid.get(self.start..at).unwrap_or_default();
        if !line.trim().is_empty() {
            self.closed = None;
        }
        self.next_line = true;
        self.start = at + 1;
    }

    /// What opens the blocks around the sentence, and the block before it where the sentence may go on
    /// with that.
    fn front(&self, text: &str, laid: &str, scope: &Scope) -> String {
        let mut front = String::new();
        for block in &self.open {
            front.push_str(&opening(text, laid, *block, scope));
            front.push('\n');
        }
        if let Some(block) = self.closed {
            let whole = format!("{}{}}}", opening(text, laid, block, scope), block.body());
            front.push_str(&whole);
            if self.next_line {
                front.push('\n');
            }
        }
        front
    }
}

impl Block {
    /// Something that can stand in it.
    fn body(self) -> &'static str {
        if self.steps { " use substances " } else { "" }
    }
}

/// A block's opening as it was written, or a plain one where that cannot be read.
fn opening(text: &str, laid: &str, block: Block, scope: &Scope) -> String {
    let written = flat(text, laid, block.start..block.brace + 1);
    let whole = format!("{written}{}}}", block.body());
    let reads = Typed::new(&whole, Some(scope.protected()))
        .items()
        .is_some();
    match (reads, block.declares, block.steps) {
        (true, _, _) => written,
        (false, true, _) => "substance x {".to_owned(),
        (false, _, true) => "steps \"x\" {".to_owned(),
        (false, false, false) => "section \"x\" {".to_owned(),
    }
}

/// A stretch of the text with its comments and joined line ends as blanks.
fn flat(text: &str, laid: &str, range: std::ops::Range<usize>) -> String {
    let plain = text.get(range.clone()).unwrap_or_default();
    let laid = laid.get(range).unwrap_or_default();
    if !plain.contains(['#', '\n', '\r', '\t']) || plain.len() != laid.len() {
        return plain.to_owned();
    }
    let letter = |(at, letter): (usize, char)| match laid.as_bytes().get(at) {
        Some(b' ') => ' ',
        Some(b'\n') => '\n',
        _ => letter,
    };
    plain.char_indices().map(letter).collect()
}

/// Where the last words of a sentence start, the last one first.
fn starts(sentence: &str) -> Vec<usize> {
    let ends_word = |letter: char| {
        letter.is_whitespace() || "()[]{}<>=!,:;\"\u{201c}\u{201d}\u{201e}".contains(letter)
    };
    let mut start = sentence
        .char_indices()
        .rev()
        .find(|(_, letter)| ends_word(*letter))
        .map_or(0, |(at, letter)| at + letter.len_utf8());
    if let Some(range) = sentence.get(start..).and_then(|word| word.rfind("..")) {
        start += range + 2;
    }
    let mut found = vec![start];
    while found.len() < WORDS_BACK
        && let Some(before) = sentence.get(..start)
        && let Some(words) = before.strip_suffix(' ')
        && !words.is_empty()
        && !words.ends_with(ends_word)
    {
        start = words.rfind(ends_word).map_or(0, |at| {
            at + words
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8)
        });
        found.push(start);
    }
    found
}
