//! How fast a protocol is parsed, checked and evaluated, and the program as a whole.
//!
//! Run with `cargo bench`. The figures stand in the README.

#![expect(
    clippy::expect_used,
    reason = "a benchmark that cannot start has nothing better to do"
)]

use std::collections::BTreeSet;
use std::hint::black_box;
use std::process::{Command, Stdio};

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::check::{Bundled, CheckOptions, Protocol, check};
use aftercare_dsl::profile::{self, Profile};
use aftercare_dsl::source::Sources;
use aftercare_dsl::{eval, syntax};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

const PATIENT: &str = include_str!("../examples/patients/settled.toml");

/// `count` sentences of the kinds that protocols are made of.
fn sentences(count: usize) -> String {
    let kinds = [
        "avoid retinoids, alpha hydroxy acids and exfoliants for 7 days because \"they irritate\"",
        "use sunscreen with broad-spectrum, spf 30+ daily from day 1",
        "avoid makeup for 24..48 hours",
        "avoid direct sun for at least 1 week",
        "when skin type in IV..VI { avoid sauna for 14 days }",
        "expect redness for 1..3 days",
        "avoid alcohol for 24 hours before and 2 days after if not pregnant",
        "report fever above 38 C to clinic within 2 hours",
    ];
    let mut text = String::from("import skin-care\naftercare for 2 weeks\n");
    for index in 0..count {
        // Different lengths keep the sentences apart: equal ones would be joined.
        let kind = kinds.get(index % kinds.len()).copied().unwrap_or_default();
        let days = index / kinds.len() + 7;
        text.push_str(&kind.replace("7 days", &format!("{days} days")));
        text.push('\n');
    }
    text
}

fn checked(text: &str) -> Protocol {
    let mut sources = Sources::new();
    check(
        &mut sources,
        &Bundled,
        "bench.rules",
        text,
        &CheckOptions::default(),
    )
    .protocol
    .expect("the benchmark's protocol checks clean")
}

fn patient(text: &str, protocol: &Protocol) -> Profile {
    let mut sources = Sources::new();
    let source = sources.add("patient.toml", text);
    profile::read(source, "patient.toml", text, &protocol.vocabulary).0
}

fn parse(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("parse");
    let text = sentences(10_000);
    let mut sources = Sources::new();
    let source = sources.add("bench.rules", text.clone());
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.sample_size(20);
    group.bench_function("10000 sentences", |bencher| {
        bencher.iter(|| syntax::parse(source, black_box(&text), &BTreeSet::new()));
    });
    group.finish();
}

fn check_whole(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("parse and check");
    let text = bundled("microneedling").unwrap_or_default();
    group.bench_function("microneedling and its vocabulary", |bencher| {
        bencher.iter(|| checked(black_box(text)));
    });
    group.finish();
}

fn evaluate(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("evaluate");
    let microneedling = checked(bundled("microneedling").unwrap_or_default());
    let settled = patient(PATIENT, &microneedling);
    group.bench_function("microneedling, settled patient", |bencher| {
        bencher.iter(|| eval::evaluate(black_box(&microneedling), black_box(&settled), None));
    });
    let unknown = patient("treated = 2026-06-01", &microneedling);
    group.bench_function("microneedling, nothing known", |bencher| {
        bencher.iter(|| eval::evaluate(black_box(&microneedling), black_box(&unknown), None));
    });
    group.sample_size(10);
    for count in [20, 200] {
        let protocol = checked(&sentences(count));
        let patient = patient(
            "treated = 2026-06-01\n[facts]\n\"skin type\" = \"IV\"",
            &protocol,
        );
        group.throughput(Throughput::Elements(count as u64));
        group.bench_with_input(
            BenchmarkId::new("sentences", count),
            &count,
            |bencher, _| {
                bencher.iter(|| eval::evaluate(black_box(&protocol), black_box(&patient), None));
            },
        );
    }
    group.finish();
}

fn process(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("whole process");
    group.sample_size(20);
    group.bench_function("eval microneedling", |bencher| {
        bencher.iter(|| {
            Command::new(env!("CARGO_BIN_EXE_aftercare-dsl"))
                .args(["eval", "microneedling", "--patient"])
                .arg(concat!(
                    env!("CARGO_MANIFEST_DIR"),
                    "/examples/patients/settled.toml"
                ))
                .args(["--on", "2026-06-01"])
                .stdout(Stdio::null())
                .status()
        });
    });
    group.finish();
}

criterion_group!(benches, parse, check_whole, evaluate, process);
criterion_main!(benches);
