//! What an editor asks at each key, in a large clinic's protocol and the bundled vocabulary.

use std::hint::black_box;

use aftercare_dsl::check::{Bundled, CheckOptions, Library, check, protected};
use aftercare_dsl::editor::{Scope, complete, hint, is_unfinished, roles};
use aftercare_dsl::source::Sources;
use aftercare_dsl::syntax::parse;
use criterion::Criterion;

use crate::clinic;

/// Lines as they are typed; each is measured over all its letters.
const LINES: &[(&str, &str)] = &[
    (
        "restriction",
        "avoid retinoids, alpha hydroxy acids and exfoliants for 7 days because \"they irritate\"",
    ),
    (
        "condition",
        "defer until 6 months after isotretinoin last taken if took isotretinoin within 6 months",
    ),
    (
        "duty",
        "sun: use sunscreen with broad-spectrum, spf 30+ daily from day 1 if skin type in IV..VI",
    ),
];

/// Places where much may follow and nothing is typed of it.
const PLACES: &[(&str, &str)] = &[
    ("empty line", ""),
    ("thing", "avoid "),
    ("clause", "avoid retinoids "),
    ("question", "refuse if "),
    (
        "in blocks",
        "section \"Sun\" {\n  when skin type in IV..VI {\n    avoid direct sun for 7 days\n    avoid makeup ",
    ),
];

pub fn keystroke(bench: &mut Criterion) {
    let rules = clinic::protocol(1000);
    let scope = scope(&rules);
    let mut group = bench.benchmark_group("keystroke");
    for (name, line) in LINES {
        let mut ends = (1..=line.len())
            .filter(|end| line.is_char_boundary(*end))
            .cycle();
        group.bench_function(*name, |bencher| {
            bencher.iter(|| {
                let end = ends.next().unwrap_or_default();
                key(line.get(..end).unwrap_or_default(), &scope)
            });
        });
    }
    for (name, text) in PLACES {
        group.bench_function(*name, |bencher| {
            bencher.iter(|| key(black_box(text), &scope))
        });
    }
    group.finish();
    let mut group = bench.benchmark_group("scope");
    group.bench_function("of 1000 sentences", |bencher| {
        bencher.iter(|| self::scope(&rules))
    });
    group.finish();
}

/// All that an editor asks at one key.
fn key(text: &str, scope: &Scope) -> usize {
    let offers = complete(text, text.len(), scope).candidates.len();
    let words = roles(text, text.len(), scope).len();
    let hinted = hint(text, scope).is_some();
    offers + words + usize::from(hinted) + usize::from(is_unfinished(text, scope))
}

/// The scope inside a protocol, with the check that gives it.
fn scope(rules: &str) -> Scope {
    let mut sources = Sources::new();
    let source = sources.add("clinic.rules", rules);
    let names = protected(&mut sources, &Bundled, "clinic.rules", source);
    let file = parse(source, rules, &names).file;
    let options = CheckOptions::default();
    let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &options);
    let imports = Bundled.names("clinic.rules");
    Scope::new(checked.vocabulary, &file, &names, imports)
}
