//! Things in the author's words: a plan says `supplied skincare` where the sheet does, and not the name
//! that the vocabulary has first.

use super::words;
use crate::check::ThingRef;
use crate::vocabulary::{Vocabulary, fold};

/// Things as a plan lists them: what a sentence names twice, under two names, once.
#[must_use]
pub fn distinct(items: &[ThingRef]) -> Vec<ThingRef> {
    let mut once: Vec<ThingRef> = Vec::with_capacity(items.len());
    for item in items {
        if !once.contains(item) {
            once.push(item.clone());
        }
    }
    once
}

/// What the author calls each of these things, in `all` that the sentence names: `tretinoin (Retin-A)`
/// where it has two names for one.
#[must_use]
pub fn written(vocabulary: &Vocabulary, once: &[ThingRef], all: &[ThingRef]) -> Vec<String> {
    let said = |item: &ThingRef| {
        let mut names: Vec<String> = Vec::new();
        for same in all.iter().filter(|other| *other == item) {
            let name = name(vocabulary, same);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        match names.as_slice() {
            [] => words::thing(vocabulary, item),
            [one] => with_meaning(vocabulary, item, one),
            [first, others @ ..] => format!("{first} ({})", others.join(", ")),
        }
    };
    once.iter().map(said).collect()
}

/// One thing in the author's words.
#[must_use]
pub fn one(vocabulary: &Vocabulary, item: &ThingRef) -> String {
    with_meaning(vocabulary, item, &name(vocabulary, item))
}

/// Each of some things in the author's words.
#[must_use]
pub fn all(vocabulary: &Vocabulary, items: &[ThingRef]) -> Vec<String> {
    items.iter().map(|item| one(vocabulary, item)).collect()
}

/// A thing as it is written, with what it must have.
fn name(vocabulary: &Vocabulary, item: &ThingRef) -> String {
    let Some(written) = &item.written else {
        return words::thing(vocabulary, item);
    };
    let behind = item.qualifiers.get(written.qualifiers..);
    let behind = behind.unwrap_or_default().iter();
    let name = behind.fold(written.name.to_string(), |name, qualifier| {
        words::qualified(&name, qualifier)
    });
    let behind = item.attributes.get(written.attributes..);
    words::with(vocabulary, &name, behind.unwrap_or_default())
}

/// A brand or a short form, and what it stands for: `Retin-A (tretinoin cream)`, `AHAs (alpha hydroxy
/// acids)`. A plain word says it by itself, and so does a name of which the other is a part.
fn with_meaning(vocabulary: &Vocabulary, item: &ThingRef, written: &str) -> String {
    let own = vocabulary.name(item.thing);
    let is_plain = item
        .written
        .as_ref()
        .is_none_or(|written| !written.name.chars().any(char::is_uppercase));
    let (said, meant) = (fold(written), fold(own));
    if is_plain || said.contains(&meant) || meant.contains(&said) {
        return written.to_owned();
    }
    format!("{written} ({own})")
}
