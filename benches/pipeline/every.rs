//! What holds for every patient at once, of protocols whose every sentence has a nested condition.

use std::hint::black_box;

use aftercare_dsl::analysis;
use criterion::{BenchmarkId, Criterion, Throughput};

use crate::clinic;
use crate::mix::checked;

const SIZES: [usize; 3] = [500, 5_000, 20_000];

/// All findings of a protocol that is checked already.
pub fn analysis(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("analysis");
    group.sample_size(10);
    for count in SIZES {
        let protocol = checked(&clinic::nested(count));
        group.throughput(Throughput::Elements(count as u64));
        group.bench_function(BenchmarkId::new("sentences", count), |bencher| {
            bencher.iter(|| analysis::findings(black_box(&protocol)));
        });
    }
    group.finish();
}
