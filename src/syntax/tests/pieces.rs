//! A long text is read in pieces, and nobody can tell.

use std::collections::BTreeSet;

use super::robust::{Dice, LANGUAGE, mangled};
use crate::bundled::BUNDLED;
use crate::syntax::{MAX_MISTAKES, Reading, layout};

/// The tree and the mistakes of a text that is read in pieces, with every place.
fn read(text: &str, least: usize) -> (String, usize) {
    let reading = Reading::new(super::id(), text);
    let laid_out = reading.laid_out.as_ref().unwrap();
    let read = reading.in_pieces(laid_out, least);
    (format!("{read:?}"), read.1.len())
}

#[track_caller]
fn reads_alike(text: &str) {
    let whole = read(text, usize::MAX).0;
    for least in [1, text.len() / 3] {
        assert!(read(text, least).0 == whole, "{least}: {text}");
    }
}

#[test]
fn every_text_reads_in_pieces_as_it_does_whole() {
    let bundled = BUNDLED.iter().map(|(_, text)| *text);
    bundled.chain([LANGUAGE]).for_each(reads_alike);
}

#[test]
fn mangled_texts_do_as_well() {
    let sentences =
        LANGUAGE
            .lines()
            .chain(["use gauze", "avoid sauna", "for 7 days", "otherwise {"]);
    let lines: Vec<&str> = sentences.collect();
    let mut dice = Dice(11);
    for _ in 0..200 {
        reads_alike(&mangled(&lines, 12, &mut dice));
    }
}

#[test]
fn as_many_mistakes_are_looked_into_in_pieces_as_in_one() {
    let wrong = "use gauze for 3 dyas\navoid sauna fro 7 days\n".repeat(MAX_MISTAKES / 2 + 100);
    let parted = read(&wrong, 1);
    assert_eq!(parted.1, MAX_MISTAKES);
    assert!(parted == read(&wrong, usize::MAX));
}

#[test]
fn names_are_protected_in_each_piece() {
    let page = "use day cream\nnote \"day cream\"\navoid day cream because \"it stings\nuse tinted day-cream,\n  day cream\n";
    let names = BTreeSet::from(["day cream".to_owned()]);
    let protected = |text: &str| {
        let mut laid_out = layout::lay_out(super::id(), text);
        assert!(laid_out.protect(&names));
        laid_out.text
    };
    let one = protected(page);
    assert_eq!(one.matches("x________").count(), 4, "{one}");
    let pages = 300 * 1024 / page.len();
    assert!(protected(&page.repeat(pages)) == one.repeat(pages));
}
