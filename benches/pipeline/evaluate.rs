//! A checked protocol and a patient to a plan.

use std::hint::black_box;

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::eval;
use criterion::{BenchmarkId, Criterion, Throughput};

use crate::mix::{checked, patient, sentences};

const PATIENT: &str = include_str!("../../examples/patients/settled.toml");

pub fn evaluate(bench: &mut Criterion) {
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
