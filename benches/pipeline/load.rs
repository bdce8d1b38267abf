//! A bundled protocol with the vocabulary that it imports, from their texts.

use std::hint::black_box;

use aftercare_dsl::bundled::bundled;
use criterion::Criterion;

use crate::mix::checked;

pub fn load(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("load");
    let text = bundled("microneedling").unwrap_or_default();
    group.bench_function("microneedling and its vocabulary", |bencher| {
        bencher.iter(|| checked(black_box(text)));
    });
    group.finish();
}
