//! Diagnostics for a machine.

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, Edit, Fix, Label, Severity};
use crate::source::Sources;

use super::in_file_order;

/// The JSON Schema (draft 2020-12) of what [`check_json`] gives.
pub const CHECK_SCHEMA: &str = include_str!("../../diagnostic/aftercare-check-1.schema.json");

/// All diagnostics as one array, in file order. Lines and columns count from 1, columns in
/// characters; `start` and `end` are bytes of the file, the end being the byte after the last.
#[must_use]
pub fn check_json(diagnostics: &[Diagnostic], sources: &Sources) -> Value {
    in_file_order(diagnostics)
        .into_iter()
        .map(|diagnostic| one(diagnostic, sources))
        .collect()
}

fn one(diagnostic: &Diagnostic, sources: &Sources) -> Value {
    let severity = match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let labels: Vec<Value> = diagnostic
        .labels
        .iter()
        .map(|one| label(one, sources))
        .collect();
    let fixes: Vec<Value> = diagnostic
        .fixes
        .iter()
        .map(|one| fix(one, sources))
        .collect();
    json!({
        "code": diagnostic.code.name(),
        "severity": severity,
        "message": diagnostic.message,
        "help": diagnostic.help,
        "file": diagnostic.span().map(|span| sources.name(span)),
        "labels": labels,
        "fixes": fixes,
        "scenario": diagnostic.scenario,
    })
}

fn label(label: &Label, sources: &Sources) -> Value {
    let start = sources.position(label.span);
    let end = sources.position(label.span.at_end());
    json!({
        "text": label.text,
        "file": sources.name(label.span),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "start": label.span.start,
        "end": label.span.end,
    })
}

fn fix(fix: &Fix, sources: &Sources) -> Value {
    let edits: Vec<Value> = fix.edits.iter().map(|one| edit(one, sources)).collect();
    json!({ "edits": edits })
}

fn edit(edit: &Edit, sources: &Sources) -> Value {
    json!({
        "file": sources.name(edit.span),
        "start": edit.span.start,
        "end": edit.span.end,
        "text": edit.text,
    })
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::span::Span;

    use super::*;

    fn example() -> Value {
        let mut sources = Sources::new();
        let id = sources.add("clinic.rules", "# é\navoid retinods\navoid x\n");
        let later = Diagnostic::new(Code::Syntax, Span::new(id, 26, 27), "no `x`", "here");
        let first = Diagnostic::new(Code::Syntax, Span::new(id, 11, 19), "no `retinods`", "here")
            .with_label(Span::new(id, 0, 4), "and there")
            .with_help("did you mean `retinoids`?")
            .with_fix(Span::new(id, 11, 19), "retinoids");
        check_json(&[later, first], &sources)
    }

    #[test]
    fn positions_count_from_one_in_characters() {
        let value = example();
        assert_eq!(value[0]["message"], "no `retinods`");
        assert_eq!(value[0]["file"], "clinic.rules");
        assert_eq!(
            value[0]["labels"][0],
            json!({"text": "here", "file": "clinic.rules", "line": 2, "column": 7,
                   "end_line": 2, "end_column": 15, "start": 11, "end": 19})
        );
        assert_eq!(value[0]["labels"][1]["end_column"], 4);
        assert_eq!(value[0]["fixes"][0]["edits"][0]["text"], "retinoids");
        assert_eq!(value[1]["labels"][0]["line"], 3);
    }

    #[test]
    fn the_array_is_valid_by_its_schema() {
        let schema = serde_json::from_str(CHECK_SCHEMA).unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        let faults: Vec<String> = validator
            .iter_errors(&example())
            .map(|error| error.to_string())
            .collect();
        assert_eq!(faults, Vec::<String>::new());
        assert!(!validator.is_valid(&json!([{"code": "syntax"}])));
    }
}
