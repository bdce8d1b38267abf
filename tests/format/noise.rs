//! Other layouts and spellings of a canonical text, by a run of random numbers.

/// Random numbers that shrink to zeros.
pub struct Dice<'a> {
    throws: std::iter::Cycle<std::slice::Iter<'a, u8>>,
}

impl<'a> Dice<'a> {
    pub fn new(throws: &'a [u8]) -> Self {
        let throws = throws.iter().cycle();
        Self { throws }
    }

    /// Whether something happens that happens once in `n`.
    fn one_in(&mut self, n: u8) -> bool {
        self.throws.next().is_some_and(|throw| throw % n == n - 1)
    }
}

/// The text with comments and blank lines, and the comments' texts.
pub fn with_comments(text: &str, dice: &mut Dice<'_>) -> (String, Vec<String>) {
    let mut out = String::new();
    let mut comments = Vec::new();
    let mut comment = |out: &mut String, words: &str| {
        let text = format!("# {words} {}", comments.len());
        out.push_str(&text);
        comments.push(text);
    };
    let mut first = "{";
    for line in text.lines() {
        let goes_on = indent(line) > indent(first) && !first.ends_with('{');
        if !goes_on {
            if dice.one_in(5) {
                out.push_str("\n\n");
            }
            if dice.one_in(5) {
                comment(&mut out, "above \"it");
                out.push('\n');
            }
        }
        out.push_str(line);
        if dice.one_in(4) && !line.is_empty() {
            out.push_str(" \t");
            comment(&mut out, "behind { it");
        }
        out.push('\n');
        // The last line of a sentence may open a block.
        if !goes_on || line.ends_with('{') {
            first = line;
        }
    }
    if dice.one_in(3) {
        comment(&mut out, "at the end");
    }
    (out, comments)
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The text with other blanks, quotes, ranges and line ends, and everything further in.
pub fn respaced(text: &str, dice: &mut Dice<'_>) -> String {
    let mut out = String::new();
    if dice.one_in(2) {
        out.push('\u{feff}');
    }
    let step = if dice.one_in(2) { "   " } else { "\t" };
    for line in text.lines() {
        out.push_str(&line[..indent(line)].replace(' ', step));
        // Parts with odd numbers stand between quotes.
        let mut curly = false;
        for (at, part) in line.trim_start().split('"').enumerate() {
            match at % 2 {
                _ if at == 0 => {}
                1 => {
                    curly = dice.one_in(2) && !part.contains('\u{201c}');
                    out.push(if curly { '\u{201c}' } else { '"' });
                }
                _ => out.push(if curly { '\u{201d}' } else { '"' }),
            }
            if at % 2 == 1 {
                out.push_str(part);
            } else {
                out.push_str(&other_blanks(part, dice));
            }
        }
        out.push_str(if dice.one_in(2) { "\r\n" } else { "  \n" });
    }
    out
}

fn other_blanks(part: &str, dice: &mut Dice<'_>) -> String {
    let mut out = String::new();
    for (at, word) in part.split(' ').enumerate() {
        if at > 0 {
            out.push_str(match () {
                () if dice.one_in(4) => "   ",
                () if dice.one_in(4) => "\u{a0}",
                () if dice.one_in(4) => "\t",
                () => " ",
            });
        }
        out.push_str(&other_range(word, dice));
    }
    out
}

/// `4..6` as `4–6`, `4 .. 6` or `4...6`.
fn other_range(word: &str, dice: &mut Dice<'_>) -> String {
    let is_range = word.split_once("..").is_some_and(|(low, high)| {
        let digit = |c: char| c.is_ascii_digit();
        low.ends_with(digit) && high.starts_with(digit)
    });
    if !is_range || word.contains('<') {
        return word.to_owned();
    }
    let sign = match () {
        () if dice.one_in(3) => "\u{2013}",
        () if dice.one_in(3) => " .. ",
        () if dice.one_in(3) => "...",
        () => "..",
    };
    word.replace("..", sign)
}
