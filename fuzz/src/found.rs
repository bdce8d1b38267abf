//! What holds of all diagnostics, whatever the text.

use aftercare_dsl::diagnostic::{Diagnostic, Fix};
use aftercare_dsl::render::{check_json, is_hidden, plain_all, reports};
use aftercare_dsl::source::Sources;
use aftercare_dsl::span::Span;
use miette::{MietteHandlerOpts, ReportHandler};

/// How many are drawn: each costs as much as reading a short text.
const DRAWN: usize = 3;

/// Asserts that each diagnostic points into its text, and that they can be shown in every form.
pub fn sound(diagnostics: &[Diagnostic], sources: &Sources) {
    for diagnostic in diagnostics {
        assert!(!diagnostic.message.is_empty(), "{diagnostic:?}");
        assert!(!diagnostic.labels.is_empty(), "{diagnostic:?}");
        for label in &diagnostic.labels {
            inside(label.span, sources, diagnostic);
        }
        for fix in &diagnostic.fixes {
            mends(fix, sources, diagnostic);
        }
    }
    safe(&plain_all(diagnostics, sources, 80));
    let array = check_json(diagnostics, sources);
    assert_eq!(array.as_array().map(Vec::len), Some(diagnostics.len()));
    for report in reports(diagnostics, sources).iter().take(DRAWN) {
        safe(&drawn(report));
    }
}

/// Asserts that nothing in a printed text acts on the reader's screen.
pub fn safe(shown: &str) {
    let raw = shown
        .chars()
        .find(|letter| *letter != '\n' && is_hidden(*letter));
    assert_eq!(raw, None, "{shown}");
}

/// Asserts that a place lies in its text and cuts no character.
fn inside(span: Span, sources: &Sources, diagnostic: &Diagnostic) {
    let text = sources.get(span.source).map(|source| source.text());
    let cut = text.and_then(|text| text.get(span.range()));
    assert!(cut.is_some(), "{span:?} of {diagnostic:?}");
}

/// Asserts that the edits of a fix lie in their texts and do not overlap.
fn mends(fix: &Fix, sources: &Sources, diagnostic: &Diagnostic) {
    assert!(!fix.edits.is_empty(), "{diagnostic:?}");
    let mut spans: Vec<Span> = fix.edits.iter().map(|edit| edit.span).collect();
    spans.sort_by_key(|span| (span.source, span.start, span.end));
    for span in &spans {
        inside(*span, sources, diagnostic);
    }
    for pair in spans.windows(2) {
        let [first, second] = pair else { continue };
        let apart = first.source != second.source || first.end <= second.start;
        assert!(apart, "{diagnostic:?}");
    }
}

/// A report as the program draws it on a terminal.
fn drawn(report: &aftercare_dsl::render::Report) -> String {
    struct Drawn<'a>(&'a aftercare_dsl::render::Report);
    impl std::fmt::Display for Drawn<'_> {
        fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            let options = MietteHandlerOpts::new().color(false).width(80);
            options.terminal_links(false).build().debug(self.0, out)
        }
    }
    Drawn(report).to_string()
}
