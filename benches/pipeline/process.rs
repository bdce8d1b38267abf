//! The program as a user starts it: how long it takes. The most memory that it holds is what GNU time
//! says, in kilobytes: `/usr/bin/time -f %M target/release/aftercare-dsl eval microneedling`.

use std::process::{Command, Stdio};

use criterion::Criterion;

pub fn process(bench: &mut Criterion) {
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
    let key = std::env::temp_dir().join(format!("aftercare-bench-{}.key", std::process::id()));
    let key = key.to_string_lossy().into_owned();
    let formats = [
        (
            "as a calendar",
            vec!["--format", "ics", "--issued", "2026-06-01", "--key", &key],
        ),
        (
            "as a handout",
            vec!["--format", "html", "--phone", "020 7946 0000"],
        ),
        (
            "as FHIR",
            vec!["--format", "fhir", "--issued", "2026-06-01", "--key", &key],
        ),
    ];
    for (name, format) in formats {
        group.bench_function(format!("eval microneedling, {name}"), |bencher| {
            bencher.iter(|| {
                Command::new(env!("CARGO_BIN_EXE_aftercare-dsl"))
                    .args(["eval", "microneedling", "--patient"])
                    .arg(concat!(
                        env!("CARGO_MANIFEST_DIR"),
                        "/examples/patients/settled.toml"
                    ))
                    .args(&format)
                    .stdout(Stdio::null())
                    .stderr(Stdio::null())
                    .status()
            });
        });
    }
    let _ = std::fs::remove_file(key);
    // With a script of no lines, up to where the first prompt would stand.
    group.bench_function("repl, to the first prompt", |bencher| {
        bencher.iter(|| {
            Command::new(env!("CARGO_BIN_EXE_aftercare-dsl"))
                .args(["repl", "microneedling"])
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .status()
        });
    });
    group.finish();
}
