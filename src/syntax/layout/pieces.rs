//! Where a long text can be cut between two sentences.

use std::ops::Range;

use crate::syntax::layout::UNCLOSED;
use crate::syntax::reserved::STARTERS;

/// Cuts a text into pieces, each at least `length` bytes long but the last, which read one by one as the
/// whole does.
///
/// A cut stands outside all braces, before a line that starts as only a sentence does: so no block, no
/// `otherwise` and no clause on a line of its own is parted from what it belongs to.
pub fn pieces(laid_out: &str, length: usize) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut depth = 0;
    let (mut start, mut at) = (0, 0);
    for line in laid_out.split_inclusive('\n') {
        if at - start >= length && depth == 0 && starts_sentence(line) {
            pieces.push(start..at);
            start = at;
        }
        at += line.len();
        let Some(behind) = depth_behind(line, depth) else {
            break;
        };
        depth = behind;
    }
    pieces.push(start..laid_out.len());
    pieces
}

/// Cuts a text behind any line, into at most `most` pieces, each at least `least` bytes long but the last.
pub(super) fn lines(text: &str, most: usize, least: usize) -> Vec<Range<usize>> {
    let length = text.len().div_ceil(most.max(1)).max(least);
    let mut pieces = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let bytes = text.as_bytes().get(start + length..).unwrap_or_default();
        let line = bytes.iter().position(|byte| *byte == b'\n');
        let end = line.map_or(text.len(), |line| start + length + line + 1);
        pieces.push(start..end);
        start = end;
    }
    pieces
}

fn starts_sentence(line: &str) -> bool {
    let word = line.trim_start_matches(' ').split(' ').next();
    word.is_some_and(|word| STARTERS.contains(&word))
}

/// How many braces are open behind a line. None where the line holds a brace and something in angle
/// brackets: only the grammar knows whether that is an address, whose braces open nothing.
fn depth_behind(line: &str, mut depth: usize) -> Option<usize> {
    let bytes = line.as_bytes();
    if !bytes.contains(&b'{') && !bytes.contains(&b'}') {
        return Some(depth);
    }
    let mut quoted = None;
    for byte in bytes {
        match (quoted, byte) {
            (None, b'"' | &UNCLOSED) => quoted = Some(byte),
            (Some(mark), byte) if mark == byte => quoted = None,
            (None, b'{') => depth += 1,
            (None, b'}') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    (!bytes.contains(&b'<')).then_some(depth)
}

#[cfg(test)]
mod tests {
    use super::{lines, pieces};

    fn cut(text: &str) -> Vec<&str> {
        let pieces = pieces(text, 1);
        assert!(pieces.windows(2).all(|two| two[0].end == two[1].start));
        pieces.into_iter().map(|piece| &text[piece]).collect()
    }

    #[test]
    fn a_cut_stands_before_a_sentence_outside_all_braces() {
        let text =
            "import a\navoid a\nuse \"{\"\nwhen b\n{\navoid b }\notherwise { use c\n}\n  do d\n";
        let parted = [
            "import a\n",
            "avoid a\n",
            "use \"{\"\nwhen b\n{\navoid b }\notherwise { use c\n}\n",
            "  do d\n",
        ];
        assert_eq!(cut(text), parted);
    }

    #[test]
    fn nothing_is_cut_behind_braces_that_may_stand_in_an_address() {
        let text = "use a\nsource b = \"c\" <http://d/{>\nuse e\nuse f\n";
        assert_eq!(
            cut(text),
            ["use a\nsource b = \"c\" <http://d/{>\nuse e\nuse f\n"]
        );
        assert_eq!(cut("use a\nuse b if c < 2\nuse d\n").len(), 3);
    }

    #[test]
    fn pieces_are_as_long_as_is_wanted() {
        let text = "use a\n".repeat(100);
        assert_eq!(pieces(&text, 200), [0..204, 204..408, 408..600]);
        assert_eq!(pieces(&text, 500), [0..504, 504..600]);
        assert_eq!(pieces("", 1).len(), 1);
        assert_eq!(lines(&text, 3, 1), [0..204, 204..408, 408..600]);
        assert_eq!(lines("use a\nuse b", 9, 1), [0..6, 6..11]);
    }
}
