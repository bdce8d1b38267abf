//! What would be different in a file, line by line.

use aftercare_dsl::render::escape;
use similar::{DiffOp, TextDiff};

/// The lines that change, with three lines around them, as `diff -u` shows them.
pub fn unified(name: &str, old: &str, new: &str) -> String {
    let name = escape(name);
    let diff = TextDiff::from_lines(old, new);
    let text = diff
        .unified_diff()
        .header(&name, &format!("{name} (formatted)"))
        .to_string();
    let lines = text.lines().map(|line| format!("{}\n", escape(line)));
    lines.collect()
}

/// Each place that changes, with its line: `clinic.rules:3`, the lines before and those after.
pub fn places(name: &str, old: &str, new: &str) -> String {
    let old_lines: Vec<&str> = old.lines().collect();
    let new_lines: Vec<&str> = new.lines().collect();
    let diff = TextDiff::from_slices(&old_lines, &new_lines);
    let changed = diff
        .ops()
        .iter()
        .filter(|op| !matches!(op, DiffOp::Equal { .. }));
    let mut out = String::new();
    for op in changed {
        let line = op.old_range().start + 1;
        out.push_str(&format!("{}:{line}\n", escape(name)));
        for (sign, lines, range) in [
            ("-", &old_lines, op.old_range()),
            ("+", &new_lines, op.new_range()),
        ] {
            for line in lines.get(range).unwrap_or_default() {
                out.push_str(&format!("  {sign} {}\n", escape(line)));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn a_place_is_told_by_its_line() {
        let shown = places("a", "one\ntwo\nthree\n", "one\n2\nthree\nfour\n");
        assert_eq!(shown, "a:2\n  - two\n  + 2\na:4\n  + four\n");
    }
}
