//! A session with a protocol of a thousand sentences: what a key costs, and a sentence that is taken.

use std::hint::black_box;
use std::time::{Duration, Instant};

use aftercare_dsl::session::Session;
use aftercare_dsl::session::testing::Memory;
use criterion::Criterion;

use crate::clinic;

/// What is typed.
const TYPED: &str =
    "avoid retinoids and exfoliants for 7 days because \"they irritate healing skin\"";

/// A session with a thousand sentences and the bundled vocabulary.
fn loaded() -> (Session, Memory) {
    let mut world = Memory::default();
    let rules = format!(
        "import skin-care\n{}",
        clinic::protocol(1000).replace("import skin-care\n", "")
    );
    world.files.insert("clinic.rules".to_owned(), rules);
    let mut session = Session::new(&world);
    let reply = session.enter(":load clinic.rules", &mut world);
    assert!(!reply.failed, "{}", reply.text());
    session.enter(":treated 2026-06-01", &mut world);
    (session, world)
}

/// How long a line takes, so many times; taking it back is not counted.
#[expect(clippy::disallowed_methods, reason = "what is measured is the time")]
fn timed(session: &mut Session, world: &mut Memory, typed: &str, times: u64) -> Duration {
    let mut taken = Duration::ZERO;
    for _ in 0..times {
        let start = Instant::now();
        let reply = black_box(session.enter(typed, world));
        taken += start.elapsed();
        assert!(!reply.failed, "{}", reply.text());
        session.enter(":undo", world);
    }
    taken
}

pub fn session(bench: &mut Criterion) {
    let (mut session, mut world) = loaded();
    let mut group = bench.benchmark_group("session of 1,000 sentences");
    group.sample_size(20);
    group.bench_function("all keys of a sentence, each", |bencher| {
        let mut ends = TYPED.char_indices().map(|(at, _)| at).cycle();
        bencher.iter(|| {
            let end = ends.next().unwrap_or(0);
            let typed = TYPED.get(..end).unwrap_or_default();
            black_box(session.roles(typed, end));
            black_box(session.hint(typed));
            black_box(session.complete(typed, end, &world));
            black_box(session.is_unfinished(typed))
        });
    });
    group.bench_function("a sentence taken, and taken back", |bencher| {
        bencher.iter(|| {
            let reply = session.enter(TYPED, &mut world);
            assert!(!reply.failed, "{}", reply.text());
            session.enter(":undo", &mut world)
        });
    });
    // The limit of issue 4: 20 ms.
    group.bench_function("a sentence taken", |bencher| {
        bencher.iter_custom(|times| timed(&mut session, &mut world, TYPED, times));
    });
    group.bench_function("an answer about the patient", |bencher| {
        bencher.iter_custom(|times| timed(&mut session, &mut world, ":set age = 34", times));
    });
    group.finish();
}
