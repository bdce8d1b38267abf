//! A sentence that loses a word or a comma must not quietly become another valid sentence. Each word
//! and each comma of every bundled protocol, vocabulary and example is deleted once, and the rest checked
//! again: what is neither refused nor warned of, and means something else, must be of a group that
//! `tests/deletions/README.md` lists with its reason, and of sentences all of it together must stay rare.
//!
//! `AFTERCARE_TESTS=full` deletes all of them, and with `AFTERCARE_BLESS=1` writes the table anew.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers of tests fail as tests do"
)]

mod cut;
mod declared;
mod outcome;
mod table;

use std::path::{Path, PathBuf};

use cut::{Cut, Part, cuts};
use outcome::{Original, Outcome};
use table::Table;

use crate::annotated::text_of;
use crate::support::cases;

/// What is demanded of a part's deletions.
struct Demand {
    /// Where its table stands in the document.
    mark: &'static str,
    /// Of how many deletions one is tried. A quick run tries a tenth of these.
    step: usize,
    /// The most of all that may pass in silence with another meaning, in percent.
    most: f64,
    /// The same for a quick run, whose few deletions stray.
    most_of_few: f64,
}

#[test]
fn no_lost_word_changes_a_meaning_in_silence_but_those_listed() {
    let demand = Demand {
        mark: "sentences",
        step: 1,
        most: 4.0,
        most_of_few: 8.0,
    };
    hold(Part::Sentences, &protocols(), &demand);
}

#[test]
fn what_a_declaration_loses_is_listed_too() {
    let demand = Demand {
        mark: "declarations",
        // A vocabulary is the same kind of text throughout, and long.
        step: 10,
        most: 60.0,
        most_of_few: 80.0,
    };
    hold(Part::Declarations, &files(), &demand);
}

/// Deletes from a part of some files and holds what comes of it to the demand and to the document.
fn hold(part: Part, paths: &[PathBuf], demand: &Demand) {
    let originals: Vec<Original> = paths.iter().map(|path| Original::read(path)).collect();
    let all: Vec<(&Original, Cut)> = originals
        .iter()
        .flat_map(|original| cuts(&original.text, part).map(move |cut| (original, cut)))
        .collect();
    let is_whole = cases(10) == 10;
    let step = demand.step * if is_whole { 1 } else { 10 };
    let sampled: Vec<&(&Original, Cut)> = all.iter().step_by(step).collect();
    let mut table = Table::default();
    for (original, outcome) in outcomes(&sampled) {
        table.add(original, outcome);
    }
    assert!(table.deletions() > 50, "too few deletions");
    let most = if is_whole {
        demand.most
    } else {
        demand.most_of_few
    };
    assert!(table.silent_share() < most, "{}", table.all_silent());
    let path = document();
    if is_whole && std::env::var_os("AFTERCARE_BLESS").is_some() {
        std::fs::write(&path, table.document(&text_of(&path).unwrap(), demand.mark)).unwrap();
    }
    let published = text_of(&path).unwrap();
    let unlisted = table.unlisted(&published);
    assert!(
        unlisted.is_empty(),
        "not listed: {unlisted:?}\n{}",
        table.all_silent()
    );
    if is_whole {
        let now = table.document(&published, demand.mark);
        assert_eq!(published, now, "bless the table");
    }
}

fn document() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/deletions/README.md")
}

/// The bundled and the example protocols and vocabularies.
fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<PathBuf> = ["rules", "examples"]
        .iter()
        .flat_map(|folder| root.join(folder).read_dir().unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "rules"))
        .collect();
    paths.sort();
    paths
}

/// The same, vocabularies left out.
fn protocols() -> Vec<PathBuf> {
    let mut paths = files();
    let says_something = |path: &PathBuf| {
        let text = text_of(path).unwrap();
        cuts(&text, Part::Sentences).next().is_some()
    };
    paths.retain(says_something);
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
