//! No text makes the parser panic, hang or disagree with itself.

use super::{clean, read};
use crate::diagnostic::{Code, Fix};
use crate::syntax::{MAX_BYTES, MAX_DEPTH};

pub(super) const LANGUAGE: &str = include_str!("language.rules");

/// What is put into lines.
const BITS: &[&str] = &[
    "{",
    "}",
    "(",
    ")",
    "\"",
    "\u{201c}",
    "\u{201d}",
    ",",
    "..",
    " for ",
    " if ",
    "\n",
    "\n  ",
    "\u{a0}",
    "\u{2013}",
    "#",
    "\u{0}",
    "é",
    "7",
    " and ",
    " or ",
    "[",
    "]",
    "<",
    ":",
    " with ",
    " steps \"x\" { ",
    "section \"y\" {",
    " then ",
    "not ",
    "\u{200b}",
    "\r",
    "\t",
];

/// A small generator of numbers: the same ones each time.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides.max(1)
    }
}

/// Up to so many of the `lines`, with bits put into them.
pub(super) fn mangled(lines: &[&str], most: usize, dice: &mut Dice) -> String {
    let mut text: Vec<char> = Vec::new();
    for _ in 0..dice.roll(most) + 1 {
        let line = lines[dice.roll(lines.len())];
        text.extend(line.chars());
        text.push('\n');
    }
    for _ in 0..=dice.roll(4) {
        let at = dice.roll(text.len());
        let until = (at + dice.roll(6)).min(text.len());
        let bit: Vec<char> = BITS[dice.roll(BITS.len())].chars().collect();
        text.splice(at..until, bit);
    }
    text.into_iter().collect()
}

#[test]
fn mangled_lines_never_panic_and_their_places_are_sound() {
    let lines: Vec<&str> = LANGUAGE.lines().collect();
    let mut dice = Dice(7);
    for _ in 0..1500 {
        let text = mangled(&lines, 3, &mut dice);
        for diagnostic in read(&text).diagnostics {
            let edits = diagnostic.fixes.iter().flat_map(|fix: &Fix| &fix.edits);
            let spans = edits.map(|edit| edit.span);
            for span in spans.chain(diagnostic.labels.iter().map(|label| label.span)) {
                assert!(
                    text.get(span.range()).is_some(),
                    "{text:?}: {span:?} of {}",
                    diagnostic.message
                );
            }
        }
    }
}

#[test]
fn nesting_is_bounded() {
    for (open, inner, close) in [
        ("(", "a", ")"),
        ("section \"x\" {\n", "avoid a\n", "}\n"),
        ("when a {", " avoid a ", "}"),
        ("b { ", "c", " }"),
    ] {
        let nest = |depth: usize| {
            let body = format!("{}{inner}{}", open.repeat(depth), close.repeat(depth));
            match open {
                "(" => format!("avoid a if {body}"),
                "b { " => format!("substance {body}"),
                _ => body,
            }
        };
        clean(&nest(50));
        clean(&nest(MAX_DEPTH));
        for depth in [MAX_DEPTH + 1, 100_000] {
            let codes: Vec<Code> = read(&nest(depth))
                .diagnostics
                .iter()
                .map(|found| found.code)
                .collect();
            assert_eq!(codes, [Code::TooDeep], "{open}");
        }
    }
    for open in ["(", "{", "avoid a if (", "if not (", "steps \"x\" {"] {
        assert!(!read(&open.repeat(60)).diagnostics.is_empty());
    }
}

#[test]
fn size_is_bounded() {
    let codes = |text: &str| {
        let found = read(text).diagnostics;
        found.iter().map(|found| found.code).collect::<Vec<_>>()
    };
    assert_eq!(codes(&"a".repeat(MAX_BYTES + 1)), [Code::TooLarge]);
    for text in [
        "x(\n".repeat(5_000),
        "avoid ".repeat(20_000),
        "avoid a, ".repeat(20_000),
        format!("avoid {} (x)", "a ".repeat(50_000)),
        format!("avoid a if {}b (", "a and ".repeat(20_000)),
        "\"".repeat(50_001),
        "\u{0}".repeat(50_000),
        format!("avoid a for {} days", "9".repeat(100_000)),
        "avoid heat\n  and ".repeat(5_000),
    ] {
        assert!(!read(&text).diagnostics.is_empty());
    }
}

#[test]
fn an_address_with_a_quote_hides_no_brackets() {
    let nested = format!(
        "avoid sun if {}fever{}",
        "(".repeat(100_000),
        ")".repeat(100_000)
    );
    let parsed = read(&format!("source a = \"A\" <http://a.org/\">\n{nested}\n"));
    let codes: Vec<Code> = parsed.diagnostics.iter().map(|one| one.code).collect();
    assert_eq!(codes, [Code::TooDeep]);
}
