//! What an editor is told while a protocol is typed, held against protocols that are there already.

#![expect(clippy::expect_used, reason = "a test may fail by panicking")]

mod follows;
mod hints;
mod hostile;

use std::sync::Arc;

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::check::{Bundled, CheckOptions, Checked, Library, check, protected};
use aftercare_dsl::editor::Scope;
use aftercare_dsl::source::Sources;
use aftercare_dsl::syntax::parse;

use crate::support::cases;

/// Protocols with sentences of all kinds.
const PROTOCOLS: &[&str] = &[
    include_str!("../../examples/laser-hair-removal.rules"),
    include_str!("../../examples/superficial-peel.rules"),
    include_str!("forms.rules"),
];

/// A protocol: where its sentences stand, and their texts, each on one line.
struct Sheet {
    rules: &'static str,
    scope: Scope,
    sentences: Vec<String>,
}

impl Sheet {
    /// The lines above the first sentence.
    fn declarations(&self) -> &'static str {
        let starts = ["\nsection ", "\nsun: "].iter();
        let end = starts.filter_map(|start| self.rules.find(start)).min();
        self.rules
            .get(..end.unwrap_or_default())
            .unwrap_or_default()
    }
}

/// The bundled protocol and the others.
fn sheets() -> Vec<Sheet> {
    let bundled = bundled("microneedling").expect("it is bundled");
    let all = std::iter::once(&bundled).chain(PROTOCOLS);
    all.map(|rules| sheet(rules)).collect()
}

fn sheet(rules: &'static str) -> Sheet {
    let (scope, checked) = scope(rules);
    let protocol = checked.protocol.expect("the protocol has no errors");
    let sentences = protocol.rules.iter().map(|rule| rule.sentence.clone());
    Sheet {
        rules,
        scope,
        sentences: sentences.collect(),
    }
}

/// The scope inside a protocol, and what a check of it finds.
fn scope(rules: &str) -> (Scope, Checked) {
    let mut sources = Sources::new();
    let source = sources.add("test.rules", rules);
    let names = protected(&mut sources, &Bundled, "test.rules", source);
    let file = parse(source, rules, &names).file;
    let options = CheckOptions::default();
    let checked = check(&mut sources, &Bundled, "test.rules", rules, &options);
    let vocabulary = Arc::clone(&checked.vocabulary);
    let scope = Scope::new(vocabulary, &file, &names, Bundled.names("test.rules"));
    (scope, checked)
}

/// A share of some cases: all of them where all tests are run, a thirtieth otherwise, evenly spread.
fn share<T>(all: Vec<T>) -> impl Iterator<Item = T> {
    let share = match cases(1000) as usize {
        all @ 1000 => all,
        few => few / 3,
    };
    let taken = move |(at, _): &(usize, T)| (at * share) % 1000 < share;
    all.into_iter()
        .enumerate()
        .filter(taken)
        .map(|(_, one)| one)
}

/// Where the words of a sentence start that stand outside its quotes.
fn word_starts(sentence: &str) -> Vec<usize> {
    let (mut quoted, mut starts, mut before) = (false, Vec::new(), ' ');
    for (at, letter) in sentence.char_indices() {
        let starts_word = matches!(before, ' ' | '(' | '[') && !matches!(letter, ' ' | '(' | '"');
        if starts_word && !quoted {
            starts.push(at);
        }
        quoted ^= letter == '"';
        before = letter;
    }
    starts
}
