//! Joins the lines of one sentence: it goes on over lines indented more than its first, or after a
//! line that ends in a comma, `and` or `or`. A blank line ends it, and so does a comment's line, which
//! is blank by now.

use crate::syntax::layout::UNCLOSED;
use crate::syntax::reserved::{DECLARING, STARTERS};

/// The sentence that the next line may go on with.
#[derive(Default)]
struct Open<'t> {
    /// The indentation of its first line; none where no sentence is open.
    base: Option<usize>,
    /// Its last line wants more: it ends in a comma, `and` or `or`.
    wants_more: bool,
    /// Its last line ends in a word that a verb follows: `instead`, `then`.
    wants_verb: bool,
    /// Its first word: it may be one that declares things.
    first: &'t [u8],
    /// It stands among the members of a class.
    among_members: bool,
}

impl Open<'_> {
    /// Whether it declares a thing, so that a comma at the end of a line parts and does not join.
    fn declares(&self) -> bool {
        self.among_members || DECLARING.iter().any(|word| self.first == word.as_bytes())
    }
}

/// Notes the places of the line ends inside sentences. `masked` is `text` as the pass over its characters
/// left it.
pub(super) fn join(text: &str, masked: &str, joins: &mut Vec<u32>) {
    let mut open = Open::default();
    let mut blocks: Vec<bool> = Vec::new();
    let mut start = 0;
    for line in masked.split('\n') {
        let goes_on = read_line(text, start, line.as_bytes(), &mut open, &mut blocks);
        if goes_on && let Some(before) = start.checked_sub(1) {
            joins.push(u32::try_from(before).unwrap_or(u32::MAX));
        }
        start += line.len() + 1;
    }
}

/// Whether this line goes on with the open sentence; and what is open after it.
fn read_line<'t>(
    text: &str,
    start: usize,
    line: &'t [u8],
    open: &mut Open<'t>,
    blocks: &mut Vec<bool>,
) -> bool {
    let words = line.trim_ascii();
    if words.is_empty() {
        *open = Open::default();
        return false;
    }
    let indent = indentation(text.get(start..).unwrap_or_default());
    let deeper = open.base.is_some_and(|base| indent > base);
    let goes_on = !words.starts_with(b"}")
        && (open.wants_more || (deeper && (open.wants_verb || !is_fresh(words))));
    if !goes_on {
        open.base = Some(indent);
        open.first = first_word(words);
        open.among_members = blocks.last().copied().unwrap_or(false);
    }
    let change = braces(words, open, blocks);
    if change != 0 || words.ends_with(b"{") || words.ends_with(b"}") {
        open.base = None;
    }
    let in_members = blocks.last().copied().unwrap_or(false);
    open.wants_more = (words.ends_with(b",") && !in_members)
        || (!words.ends_with(b"}") && ends_with_any(words, &["and", "or"]));
    open.wants_verb = ends_with_any(words, &["instead", "then", "only", "should"]);
    goes_on
}

/// How far the first word stands from the margin; a tab counts as four.
fn indentation(line: &str) -> usize {
    line.chars()
        .take_while(|letter| letter.is_whitespace() && *letter != '\n')
        .map(|letter| if letter == '\t' { 4 } else { 1 })
        .sum()
}

/// The word before the line's first blank; none where it has no blank.
fn first_word(line: &[u8]) -> &[u8] {
    let end = line.iter().position(|byte| *byte == b' ');
    end.and_then(|end| line.get(..end)).unwrap_or_default()
}

/// Whether a line starts as only a new sentence does, however it is indented.
fn is_fresh(words: &[u8]) -> bool {
    let labelled = words
        .split(|byte| *byte == b' ')
        .next()
        .is_some_and(|word| word.ends_with(b":"));
    labelled
        || starts_with_any(words, STARTERS)
        || starts_with_any(words, &["section", "when", "whenever", "fact"])
}

fn starts_with_any(line: &[u8], words: &[&str]) -> bool {
    words.iter().any(|word| {
        line.strip_prefix(word.as_bytes())
            .is_some_and(|rest| rest.starts_with(b" "))
    })
}

fn ends_with_any(line: &[u8], words: &[&str]) -> bool {
    let last = line.last();
    let near = |word: &&&str| word.as_bytes().last() == last;
    words.iter().filter(near).any(|word| {
        line.strip_suffix(word.as_bytes())
            .is_some_and(|rest| rest.ends_with(b" ") || rest.ends_with(b",") || rest.is_empty())
    })
}

/// How many more braces the line opens than it closes; keeps the stack of what each block holds.
fn braces(line: &[u8], open: &Open<'_>, blocks: &mut Vec<bool>) -> isize {
    let mut change = 0;
    // All bytes are looked at whatever they are, several at once.
    let is_brace = |any, byte: &u8| any | matches!(byte, b'{' | b'}');
    if !line.iter().fold(false, is_brace) {
        return change;
    }
    let declares = open.declares();
    let mut quoted = None;
    for byte in line {
        match (quoted, *byte) {
            (None, b'"' | UNCLOSED) => quoted = Some(*byte),
            (Some(open), byte) if open == byte => quoted = None,
            (None, b'{') => {
                change += 1;
                blocks.push(declares);
            }
            (None, b'}') => {
                change -= 1;
                blocks.pop();
            }
            _ => {}
        }
    }
    change
}
