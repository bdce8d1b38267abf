//! A sentence that loses a word or a comma must not quietly become another valid sentence. Each word
//! and each comma of every bundled protocol and example is deleted once, and the rest checked again:
//! what is neither refused nor warned of, and means something else, must be of a group that
//! `tests/deletions/README.md` lists with its reason, and all of it together must stay rare.
//!
//! `AFTERCARE_TESTS=full` deletes all of them, and with `AFTERCARE_BLESS=1` writes the table anew.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the helpers of tests fail as tests do"
)]

mod cut;
mod outcome;
mod table;

use std::path::{Path, PathBuf};

use cut::{Cut, cuts};
use outcome::{Original, Outcome};
use table::Table;

use crate::annotated::text_of;
use crate::support::cases;

/// The most of all deletions that may pass in silence with another meaning, in percent.
const MOST: f64 = 4.0;

#[test]
fn no_lost_word_changes_a_meaning_in_silence_but_those_listed() {
    let originals: Vec<Original> = protocols()
        .iter()
        .map(|path| Original::read(path))
        .collect();
    let all: Vec<(&Original, Cut)> = originals
        .iter()
        .flat_map(|original| cuts(&original.text).map(move |cut| (original, cut)))
        .collect();
    let step = usize::try_from(10 / cases(10)).unwrap();
    let sampled: Vec<&(&Original, Cut)> = all.iter().step_by(step).collect();
    let mut table = Table::default();
    for (original, outcome) in outcomes(&sampled) {
        table.add(original, outcome);
    }
    assert!(table.deletions() > 100, "too few deletions");
    // The limit is on all deletions. A tenth of them strays by half as much again and more.
    let most = if step == 1 { MOST } else { 2.0 * MOST };
    assert!(table.silent_share() < most, "{}", table.all_silent());
    let path = document();
    if step == 1 && std::env::var_os("AFTERCARE_BLESS").is_some() {
        std::fs::write(&path, table.document(&text_of(&path).unwrap())).unwrap();
    }
    let published = text_of(&path).unwrap();
    let unlisted = table.unlisted(&published);
    assert!(
        unlisted.is_empty(),
        "not listed: {unlisted:?}\n{}",
        table.all_silent()
    );
    if step == 1 {
        assert_eq!(published, table.document(&published), "bless the table");
    }
}

fn document() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/deletions/README.md")
}

/// The bundled and the example protocols, vocabularies left out.
fn protocols() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<PathBuf> = ["rules", "examples"]
        .iter()
        .flat_map(|folder| root.join(folder).read_dir().unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "rules"))
        .collect();
    paths.sort();
    paths.retain(|path| cuts(&text_of(path).unwrap()).next().is_some());
    paths
}

/// What becomes of each deletion, on two threads.
fn outcomes<'a>(cuts: &[&'a (&'a Original, Cut)]) -> Vec<(&'a Original, Outcome)> {
    let run = |part: &[&'a (&'a Original, Cut)]| -> Vec<(&'a Original, Outcome)> {
        let one = |(original, cut): &'a (&'a Original, Cut)| (*original, original.without(cut));
        part.iter().map(|cut| one(cut)).collect()
    };
    let (front, back) = cuts.split_at(cuts.len() / 2);
    std::thread::scope(|scope| {
        let front = scope.spawn(move || run(front));
        let back = run(back);
        let mut all = front.join().unwrap();
        all.extend(back);
        all
    })
}
