//! Running text on a page.

/// `text` in lines of at most `width` columns, each `indent` columns in. What comes from a file is
/// to be escaped before.
pub fn wrapped(text: &str, indent: usize, width: usize) -> String {
    hanging(&" ".repeat(indent), text, indent, width)
}

/// The same, with `lead` in the first line instead of the indent.
pub fn hanging(lead: &str, text: &str, indent: usize, width: usize) -> String {
    let margin = " ".repeat(indent);
    let mut out = String::new();
    let mut line = lead.to_owned();
    let mut empty = true;
    for word in text.split_whitespace() {
        if !empty && line.chars().count() + 1 + word.chars().count() > width {
            out.push_str(line.trim_end());
            out.push('\n');
            line.clone_from(&margin);
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    out.push_str(line.trim_end());
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::{hanging, wrapped};

    #[test]
    fn lines_are_broken_at_blanks() {
        assert_eq!(wrapped("one two three", 2, 9), "  one two\n  three\n");
        assert_eq!(
            hanging("a: ", "one two three", 3, 10),
            "a: one two\n   three\n"
        );
        assert_eq!(wrapped("", 2, 9), "\n");
    }
}
