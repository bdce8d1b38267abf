//! Diagnostics for miette's handlers. Only its protocol is used here; the handler, its theme and
//! its terminal are the binary's.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::render::{Word, escape, escape_lines, is_hidden};
use crate::source::Sources;
use crate::span::SourceId;

use super::{PRINTED, in_file_order};

/// What stands for each hidden character of a file, one for one, so that columns stay.
const PLACEHOLDER: char = '\u{fffd}';

/// One diagnostic with the text of its file, for a handler of miette.
#[derive(Debug)]
pub struct Report {
    message: String,
    code: Option<&'static str>,
    severity: miette::Severity,
    help: Option<String>,
    labels: Vec<LabeledSpan>,
    source: Option<Named>,
    /// The labels that lie in other files.
    elsewhere: Vec<Report>,
}

/// A file's name and its text as it is shown. Unlike miette's own it counts columns in characters.
#[derive(Debug)]
struct Named {
    name: String,
    text: Arc<String>,
}

impl SourceCode for Named {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        context_lines_before: usize,
        context_lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let text = self.text.as_str();
        let bytes = text.read_span(span, context_lines_before, context_lines_after)?;
        let start = bytes.span().offset();
        let before = text.get(start.saturating_sub(bytes.column())..start);
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            bytes.data(),
            *bytes.span(),
            bytes.line(),
            before.unwrap_or_default().chars().count(),
            bytes.line_count(),
        )))
    }
}

/// The first [`PRINTED`] diagnostics, in file order. Each file's text is held once.
#[must_use]
pub fn reports(diagnostics: &[Diagnostic], sources: &Sources) -> Vec<Report> {
    let mut shown = Files {
        sources,
        texts: BTreeMap::new(),
    };
    in_file_order(diagnostics)
        .into_iter()
        .take(PRINTED)
        .map(|diagnostic| shown.report(diagnostic))
        .collect()
}

impl Report {
    /// One diagnostic.
    #[must_use]
    pub fn new(diagnostic: &Diagnostic, sources: &Sources) -> Self {
        let texts = BTreeMap::new();
        Files { sources, texts }.report(diagnostic)
    }
}

/// The files that reports show.
struct Files<'a> {
    sources: &'a Sources,
    texts: BTreeMap<SourceId, Visible>,
}

/// A file's text with its hidden characters replaced.
struct Visible {
    text: Arc<String>,
    /// The byte behind each replaced character, in the file and in this text.
    replaced: Vec<(usize, usize)>,
}

impl Files<'_> {
    fn report(&mut self, diagnostic: &Diagnostic) -> Report {
        let here = diagnostic.span().map(|span| span.source);
        let mut by_file: BTreeMap<SourceId, Vec<&Label>> = BTreeMap::new();
        for label in &diagnostic.labels {
            by_file.entry(label.span.source).or_default().push(label);
        }
        let mine = here.and_then(|id| by_file.remove(&id)).unwrap_or_default();
        let elsewhere = by_file
            .into_iter()
            .map(|(id, labels)| self.elsewhere(id, &labels))
            .collect();
        Report {
            message: escape(&diagnostic.message).into_owned(),
            code: Some(diagnostic.code.name()),
            severity: match diagnostic.severity() {
                Severity::Error => miette::Severity::Error,
                Severity::Warning => miette::Severity::Warning,
            },
            help: help(diagnostic),
            labels: self.labels(&mine, true),
            source: here.and_then(|id| self.named(id)),
            elsewhere,
        }
    }

    /// What a diagnostic points at in another file than its own.
    fn elsewhere(&mut self, id: SourceId, labels: &[&Label]) -> Report {
        let message = labels.first().map(|label| escape(&label.text).into_owned());
        Report {
            message: message.unwrap_or_default(),
            code: None,
            severity: miette::Severity::Advice,
            help: None,
            labels: self.labels(labels, false),
            source: self.named(id),
            elsewhere: Vec::new(),
        }
    }

    fn labels(&mut self, labels: &[&Label], first_is_primary: bool) -> Vec<LabeledSpan> {
        labels
            .iter()
            .enumerate()
            .map(|(index, label)| {
                let text = escape(&label.text).into_owned();
                let text = (!text.is_empty()).then_some(text);
                let span = self.moved(label);
                if index == 0 && first_is_primary {
                    LabeledSpan::new_primary_with_span(text, span)
                } else {
                    LabeledSpan::new_with_span(text, span)
                }
            })
            .collect()
    }

    /// The bytes of a label in the text as it is shown.
    fn moved(&mut self, label: &Label) -> std::ops::Range<usize> {
        let range = label.span.range();
        match self.visible(label.span.source) {
            Some(visible) => visible.at(range.start)..visible.at(range.end),
            None => 0..0,
        }
    }

    fn named(&mut self, id: SourceId) -> Option<Named> {
        let name = escape(self.sources.get(id)?.name()).into_owned();
        let text = Arc::clone(&self.visible(id)?.text);
        Some(Named { name, text })
    }

    fn visible(&mut self, id: SourceId) -> Option<&Visible> {
        let source = self.sources.get(id)?;
        let visible = self.texts.entry(id);
        Some(visible.or_insert_with(|| Visible::new(source.text())))
    }
}

impl Visible {
    /// `text` with a placeholder for each hidden character but tabs and line ends.
    fn new(text: &str) -> Self {
        let mut out = String::with_capacity(text.len());
        let mut replaced = Vec::new();
        let mut rest = text.char_indices().peekable();
        while let Some((at, character)) = rest.next() {
            let keeps = match character {
                '\n' | '\t' => true,
                '\r' => rest.peek().is_some_and(|(_, next)| *next == '\n'),
                other => !is_hidden(other),
            };
            if keeps {
                out.push(character);
            } else {
                out.push(PLACEHOLDER);
                replaced.push((at + character.len_utf8(), out.len()));
            }
        }
        Self {
            text: Arc::new(out),
            replaced,
        }
    }

    /// Where a byte of the file stands in this text; past the end, the end.
    fn at(&self, byte: usize) -> usize {
        let next = self.replaced.partition_point(|(behind, _)| *behind <= byte);
        let last = next.checked_sub(1).and_then(|last| self.replaced.get(last));
        let moved = last.map_or(byte, |(behind, here)| byte - behind + here);
        moved.min(self.text.len())
    }
}

/// What to do, and the scenario that shows why.
fn help(diagnostic: &Diagnostic) -> Option<String> {
    let help = diagnostic.help.as_deref().map(escape_lines);
    match &diagnostic.scenario {
        None => help,
        Some(scenario) => {
            let scenario = escape_lines(scenario.trim_end());
            let help = help.unwrap_or_default();
            Some(format!("{help}\n{}\n{scenario}", Word::AsScenario.text()))
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Report {}

impl miette::Diagnostic for Report {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.code
            .map(|code| Box::new(code) as Box<dyn fmt::Display>)
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(self.severity)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let help = self.help.as_ref()?;
        Some(Box::new(help))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|source| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn miette::Diagnostic> + 'a>> {
        if self.elsewhere.is_empty() {
            return None;
        }
        let reports = self.elsewhere.iter();
        Some(Box::new(
            reports.map(|report| report as &dyn miette::Diagnostic),
        ))
    }
}

#[cfg(test)]
mod tests {
    use miette::Diagnostic as _;

    use crate::diagnostic::Code;
    use crate::span::Span;

    use super::*;

    /// The text under a report's labels, as a handler reads it.
    fn underlined(report: &Report) -> Vec<String> {
        let source = report.source_code().unwrap();
        report
            .labels()
            .unwrap()
            .map(|label| {
                let contents = source.read_span(label.inner(), 0, 0).unwrap();
                String::from_utf8(contents.data().to_vec()).unwrap()
            })
            .collect()
    }

    #[test]
    fn labels_stay_on_their_text_behind_hidden_characters() {
        let mut sources = Sources::new();
        let text = "avoid \u{1b}[31m\u{9b}\u{202e}x\r\nuse y\rz\r\n";
        let id = sources.add("a\u{1b}.rules", text);
        let at = |part: &str| {
            let start = text.find(part).unwrap();
            Span::new(id, start as u32, (start + part.len()) as u32)
        };
        let diagnostic = Diagnostic::new(Code::Syntax, at("x"), "no \u{7}", "here")
            .with_label(at("y"), "there")
            .with_help("a\nb\u{1b}");
        let report = Report::new(&diagnostic, &sources);
        assert_eq!(underlined(&report), ["x", "y"]);
        assert_eq!(report.to_string(), "no \\u{7}");
        assert_eq!(report.help().unwrap().to_string(), "a\nb\\u{1b}");
        let shown = report.source.as_ref().unwrap();
        assert_eq!(shown.name, "a\\u{1b}.rules");
        assert_eq!(shown.text.chars().count(), text.chars().count());
        assert_eq!(
            shown.text.as_str(),
            "avoid \u{fffd}[31m\u{fffd}\u{fffd}x\r\nuse y\u{fffd}z\r\n"
        );
    }

    #[test]
    fn columns_count_characters() {
        let mut sources = Sources::new();
        let id = sources.add("a", "use x\n\u{1b}é皮 bad\n");
        let diagnostic = Diagnostic::new(Code::Syntax, Span::new(id, 13, 16), "m", "here");
        let report = Report::new(&diagnostic, &sources);
        let label = report.labels().unwrap().next().unwrap();
        let source = report.source_code().unwrap();
        let contents = source.read_span(label.inner(), 0, 0).unwrap();
        assert_eq!((contents.line(), contents.column()), (1, 4));
        assert_eq!(contents.name(), Some("a"));
    }

    #[test]
    fn labels_in_other_files_are_related() {
        let mut sources = Sources::new();
        let one = sources.add("one", "avoid a\n");
        let two = sources.add("two", "substance a\n");
        let diagnostic = Diagnostic::new(Code::Syntax, Span::new(one, 6, 7), "clash", "this")
            .with_label(Span::new(two, 10, 11), "declared here");
        let all = reports(&[diagnostic], &sources);
        let related: Vec<String> = all[0].related().unwrap().map(|r| r.to_string()).collect();
        assert_eq!(underlined(&all[0]), ["a"]);
        assert_eq!(related, ["declared here"]);
    }
}
