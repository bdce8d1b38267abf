//! A checked protocol and patients to windows and states, and to whole plans.

use std::hint::black_box;

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::check::Protocol;
use aftercare_dsl::eval::{self, Prepared};
use aftercare_dsl::profile::Profile;
use criterion::{BenchmarkId, Criterion, Throughput};

use crate::clinic;
use crate::mix::{checked, patient};

const SETTLED: &str = include_str!("../../examples/patients/settled.toml");
const SIZES: [usize; 3] = [20, 200, 2_000];

/// Windows and states, without answers about things, questions and reasons: what grows with the number
/// of patients. Each run takes the next of a clinic's patients; the throughput is in sentences.
pub fn windows_and_states(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("evaluate/windows and states");
    for count in SIZES {
        let protocol = checked(&clinic::protocol(count));
        let prepared = Prepared::new(&protocol);
        for (known, patients) in patients(&protocol) {
            let mut next = patients.iter().cycle();
            let mut schedule = prepared
                .schedule(&Profile::default(), None)
                .expect("every date is in range");
            group.throughput(Throughput::Elements(count as u64));
            group.bench_function(BenchmarkId::new(known, count), |bencher| {
                bencher.iter(|| {
                    let patient = next.next().expect("they go round");
                    schedule
                        .refill(black_box(patient), None)
                        .expect("every date is in range");
                    // Every sentence's state is looked at, as a caller would.
                    schedule
                        .iter()
                        .map(|line| line.state as usize)
                        .sum::<usize>()
                });
            });
        }
    }
    group.finish();
}

/// Patients in a second, under the bundled protocol.
pub fn patients_per_second(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("evaluate/patients");
    let protocol = checked(bundled("microneedling").unwrap_or_default());
    let prepared = Prepared::new(&protocol);
    let settled = patient(SETTLED, &protocol);
    let mut schedule = prepared
        .schedule(&settled, None)
        .expect("every date is in range");
    group.throughput(Throughput::Elements(1));
    group.bench_function("microneedling, windows and states", |bencher| {
        bencher.iter(|| schedule.refill(black_box(&settled), None));
    });
    group.bench_function("microneedling, whole plan", |bencher| {
        bencher.iter(|| prepared.plan(black_box(&settled), None));
    });
    group.finish();
}

/// Whole plans: windows and states, the answers about things, and reasons.
pub fn whole_plan(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("evaluate/whole plan");
    group.sample_size(20);
    let microneedling = checked(bundled("microneedling").unwrap_or_default());
    let settled = patient(SETTLED, &microneedling);
    group.bench_function("microneedling, made ready for one patient", |bencher| {
        bencher.iter(|| eval::evaluate(black_box(&microneedling), black_box(&settled), None));
    });
    for count in SIZES {
        let protocol = checked(&clinic::protocol(count));
        let prepared = Prepared::new(&protocol);
        for (known, patients) in patients(&protocol) {
            let mut next = patients.iter().cycle();
            group.throughput(Throughput::Elements(count as u64));
            group.bench_function(BenchmarkId::new(known, count), |bencher| {
                bencher.iter(|| {
                    let patient = next.next().expect("they go round");
                    prepared.plan(black_box(patient), None)
                });
            });
        }
    }
    group.finish();
}

/// Questions and why: the plan of a patient of whom nothing is known beside that of one of whom all is.
/// The difference is what is asked, what is left open in words, and what it hangs on.
pub fn questions_and_why(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("evaluate/questions and why");
    let microneedling = checked(bundled("microneedling").unwrap_or_default());
    let prepared = Prepared::new(&microneedling);
    let settled = patient(SETTLED, &microneedling);
    group.bench_function("microneedling, all is known", |bencher| {
        bencher.iter(|| prepared.plan(black_box(&settled), None));
    });
    let unknown = patient("treated = 2026-06-01", &microneedling);
    group.bench_function("microneedling, nothing is known", |bencher| {
        bencher.iter(|| prepared.plan(black_box(&unknown), None));
    });
    group.finish();
}

/// Making a protocol ready, once for all its patients.
pub fn make_ready(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("evaluate/make ready");
    for count in SIZES {
        let protocol = checked(&clinic::protocol(count));
        group.throughput(Throughput::Elements(count as u64));
        group.bench_function(BenchmarkId::from_parameter(count), |bencher| {
            bencher.iter(|| Prepared::new(black_box(&protocol)));
        });
    }
    group.finish();
}

/// Patients of whom everything is known, with and without a zone, and patients of whom much is not.
fn patients(protocol: &Protocol) -> [(&'static str, Vec<Profile>); 3] {
    let read = |texts: Vec<String>| -> Vec<Profile> {
        texts.iter().map(|text| patient(text, protocol)).collect()
    };
    [
        ("facts known", read(clinic::known_patients(false))),
        ("facts known, in a zone", read(clinic::known_patients(true))),
        ("facts missing", read(clinic::half_known_patients())),
    ]
}
