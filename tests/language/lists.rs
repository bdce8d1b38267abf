//! The lists of the page, from the program's own tables.

use std::sync::Arc;

use aftercare_dsl::bundled::{BUNDLED, PROTOCOLS};
use aftercare_dsl::check::{Bundled, CheckOptions, check};
use aftercare_dsl::source::Sources;
use aftercare_dsl::syntax::tree::Kind;
use aftercare_dsl::syntax::{RESERVED, RESERVED_THERE};
use aftercare_dsl::vocabulary::{FactKind, TIME_UNITS, UNITS, VERBS, Vocabulary};

/// Each list, by its mark.
pub fn all() -> Vec<(&'static str, String)> {
    let vocabulary = skin_care();
    vec![
        ("verbs", verbs()),
        ("units", units()),
        ("reserved", reserved()),
        ("events", events(&vocabulary)),
        ("facts", facts(&vocabulary)),
        ("vocabularies", vocabularies()),
    ]
}

fn skin_care() -> Arc<Vocabulary> {
    let mut sources = Sources::new();
    let options = CheckOptions::default();
    let text = "import skin-care\nnote \"nothing\"\n";
    let checked = check(&mut sources, &Bundled, "words.rules", text, &options);
    checked.protocol.unwrap().vocabulary
}

fn code<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

fn verbs() -> String {
    let mut table = "| Verb | Suits |\n|---|---|\n".to_owned();
    for row in VERBS {
        let kinds: Vec<&str> = row.kinds.iter().map(|kind| kind.word()).collect();
        table += &format!("| `{}` | {} |\n", row.word, kinds.join(", "));
    }
    table
}

fn units() -> String {
    let mut table = "| Unit | Also written |\n|---|---|\n".to_owned();
    for (_, words) in TIME_UNITS {
        let [first, others @ ..] = *words else {
            continue;
        };
        table += &format!("| `{first}` | {} |\n", code(others.iter().copied()));
    }
    for row in UNITS {
        let plural = (row.plural != row.name).then_some(row.plural);
        let others = code(plural.into_iter().chain(row.aliases.iter().copied()));
        let others = if others.is_empty() {
            String::new()
        } else {
            format!("{others} ")
        };
        table += &format!("| `{}` | {others}|\n", row.name);
    }
    table
}

fn reserved() -> String {
    let there = code(RESERVED_THERE.iter().copied());
    let all = code(RESERVED.iter().copied());
    wrapped(&format!(
        "{all}; in declarations and conditions also {there}."
    ))
}

fn events(vocabulary: &Vocabulary) -> String {
    let events = vocabulary
        .things()
        .filter(|(id, thing)| thing.kind == Kind::Event && !vocabulary.is_kind_class(*id));
    let names: Vec<&str> = events.map(|(_, thing)| &*thing.name).collect();
    wrapped(&format!("{}.", code(names)))
}

fn facts(vocabulary: &Vocabulary) -> String {
    let mut table = "| Ask | Answers |\n|---|---|\n".to_owned();
    for (_, fact) in vocabulary.facts() {
        let answers = match &fact.kind {
            FactKind::YesNo => "yes or no".to_owned(),
            FactKind::Number(measure) => measure.answers(),
            FactKind::Ordered(values) => format!("one of {}, in this order", values.join(", ")),
            FactKind::OneOf(values) => format!("one of {}", values.join(", ")),
            FactKind::AnyOf(values) => format!("any of {}", values.join(", ")),
            FactKind::Things(class) => format!("any {}", vocabulary.name(*class)),
        };
        table += &format!("| `{}` | {answers} |\n", fact.name);
    }
    table
}

/// Each bundled vocabulary with the first sentence of its first comment.
fn vocabularies() -> String {
    let mut table = "| Name | Holds |\n|---|---|\n".to_owned();
    for (name, text) in BUNDLED.iter().filter(|(name, _)| !PROTOCOLS.contains(name)) {
        let what = text.lines().next().unwrap().trim_start_matches(['#', ' ']);
        let what = what.split_once(": ").map_or(what, |(what, _)| what);
        let what = what.split_once(". ").map_or(what, |(what, _)| what);
        table += &format!("| `{name}` | {} |\n", what.trim_end_matches('.'));
    }
    table
}

/// In lines of at most 140 columns, broken at blanks outside code.
fn wrapped(text: &str) -> String {
    let mut lines: Vec<String> = vec![String::new()];
    for part in text.split_inclusive(", ") {
        let line = lines.last_mut().unwrap();
        if line.len() + part.trim_end().len() > 130 {
            line.truncate(line.trim_end().len());
            lines.push(part.to_owned());
        } else {
            line.push_str(part);
        }
    }
    format!("{}\n", lines.join("\n"))
}
