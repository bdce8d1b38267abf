//! Text to tree, and text to checked protocol, in sentences and in bytes a second.

use std::collections::BTreeSet;
use std::hint::black_box;

use aftercare_dsl::source::Sources;
use aftercare_dsl::syntax;
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput};

use crate::mix::{checked, found, sentences};

const COUNTS: [usize; 2] = [1_000, 10_000];

/// The tree alone.
pub fn parse(bench: &mut Criterion) {
    let mut sources = Sources::new();
    let source = sources.add("bench.rules", "");
    measure(bench, "parse", &|text| {
        syntax::parse(source, black_box(text), &BTreeSet::new())
    });
}

/// The tree, the vocabulary that it imports, and every name, unit and window in it.
pub fn parse_and_check(bench: &mut Criterion) {
    measure(bench, "parse and check", &|text| {
        let found = found(black_box(text));
        assert!(found.protocol.is_some());
        found
    });
}

/// The fifty real aftercare sheets, each with the vocabulary of its treatment.
#[expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a benchmark may fail by panicking, and reads the sheets"
)]
pub fn real_sheets(bench: &mut Criterion) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sheets");
    let files = std::fs::read_dir(folder).expect("the sheets are there");
    let paths = files.map(|file| file.expect("it can be listed").path());
    let mut sheets: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "rules"))
        .collect();
    sheets.sort();
    let texts: Vec<String> = sheets
        .iter()
        .map(|path| std::fs::read_to_string(path).expect("it can be read"))
        .collect();
    assert_eq!(texts.len(), 50);
    bench.bench_function("parse and check the fifty sheets", |bencher| {
        bencher.iter(|| {
            for text in &texts {
                black_box(checked(black_box(text)));
            }
        });
    });
}

/// What is made is dropped outside of the time that is measured.
fn measure<T>(bench: &mut Criterion, name: &str, work: &dyn Fn(&str) -> T) {
    let mut group = bench.benchmark_group(name);
    group.sample_size(20);
    for count in COUNTS {
        let text = sentences(count);
        group.throughput(Throughput::ElementsAndBytes {
            elements: count as u64,
            bytes: text.len() as u64,
        });
        group.bench_function(BenchmarkId::new("sentences", count), |bencher| {
            bencher.iter_batched(|| (), |()| work(&text), BatchSize::PerIteration);
        });
    }
    group.finish();
}
