//! Diagnostics as plain text: the same bytes for the same mistake.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::render::text::{columns, split_at_width};
use crate::render::{Word, escape, escape_lines};
use crate::source::{Source, Sources};
use crate::span::{SourceId, Span};

use super::snippet::Shown;
use super::{PRINTED, in_file_order};

/// The narrowest screen that is laid out; a narrower one is treated as this.
const NARROWEST: usize = 40;

/// Diagnostics in file order, an empty line between each two; the first [`PRINTED`], then a count.
#[must_use]
pub fn plain_all(diagnostics: &[Diagnostic], sources: &Sources, width: usize) -> String {
    let ordered = in_file_order(diagnostics);
    let mut lines = Lines::default();
    let mut parts: Vec<String> = ordered
        .iter()
        .take(PRINTED)
        .map(|diagnostic| one(diagnostic, sources, width, &mut lines))
        .collect();
    let more = ordered.len().saturating_sub(PRINTED);
    if more > 0 {
        let count = Word::MoreDiagnostics.with(&[("n", &more.to_string())]);
        parts.push(format!("{count}\n"));
    }
    parts.join("\n")
}

/// One diagnostic: its message, its place, the lines with marks under them, its help.
///
/// The marks are `^` under the place itself and `-` under the others. Text from files is escaped;
/// a line that does not fit is cut around its mark.
#[must_use]
pub fn plain(diagnostic: &Diagnostic, sources: &Sources, width: usize) -> String {
    one(diagnostic, sources, width, &mut Lines::default())
}

/// The lines that are shown, each laid out once, however many labels point into it.
type Lines<'a> = BTreeMap<(SourceId, u32), Shown<'a>>;

fn one<'a>(
    diagnostic: &Diagnostic,
    sources: &'a Sources,
    width: usize,
    shown: &mut Lines<'a>,
) -> String {
    let width = width.max(NARROWEST);
    let severity = match diagnostic.severity() {
        Severity::Error => Word::Error,
        Severity::Warning => Word::Warning,
    };
    let head = format!("{}[{}]: ", severity.text(), diagnostic.code.name());
    let mut out = wrapped(&head, 2, &diagnostic.message, width);
    let excerpts = excerpts(diagnostic, sources);
    let gutter = excerpts
        .iter()
        .flat_map(|excerpt| excerpt.lines.keys())
        .max()
        .map_or(1, |line| line.to_string().len());
    for (index, excerpt) in excerpts.iter().enumerate() {
        let arrow = if index == 0 { "-->" } else { ":::" };
        out.push_str(&place(gutter, arrow, excerpt));
        out.push_str(&excerpt.text(gutter, width, shown));
    }
    if let Some(help) = &diagnostic.help {
        let lead = format!("{} = {}: ", " ".repeat(gutter), Word::Help.text());
        out.push_str(&wrapped(&lead, gutter + 9, help, width));
    }
    if let Some(scenario) = &diagnostic.scenario {
        // Without an indent: an indented line would go on with what it is pasted behind.
        let _ = write!(
            out,
            "{} = {}\n{}",
            " ".repeat(gutter),
            Word::AsScenario.text(),
            escape_lines(scenario)
        );
    }
    out
}

/// The labels of one file, by line.
struct Excerpt<'d, 'a> {
    source: &'a Source,
    /// Where the first label starts.
    first: Span,
    lines: BTreeMap<u32, Vec<Marked<'d>>>,
}

/// A label and whether it is the place itself.
struct Marked<'a> {
    label: &'a Label,
    primary: bool,
}

/// The labels by file, the file of the mistake first.
fn excerpts<'d, 'a>(diagnostic: &'d Diagnostic, sources: &'a Sources) -> Vec<Excerpt<'d, 'a>> {
    let mut found: Vec<(SourceId, Excerpt<'d, 'a>)> = Vec::new();
    for (index, label) in diagnostic.labels.iter().enumerate() {
        let Some(source) = sources.get(label.span.source) else {
            continue;
        };
        let at = found.iter().position(|(id, _)| *id == label.span.source);
        if at.is_none() {
            let excerpt = Excerpt {
                source,
                first: label.span,
                lines: BTreeMap::new(),
            };
            found.push((label.span.source, excerpt));
        }
        let entry = match at {
            Some(at) => found.get_mut(at),
            None => found.last_mut(),
        };
        if let Some((_, excerpt)) = entry {
            let line = source.line_of(label.span.start);
            let primary = index == 0;
            let marks = excerpt.lines.entry(line).or_default();
            marks.push(Marked { label, primary });
        }
    }
    for marks in found
        .iter_mut()
        .flat_map(|(_, excerpt)| excerpt.lines.values_mut())
    {
        marks.sort_by_key(|mark| (mark.label.span.start, mark.label.span.end));
    }
    found.into_iter().map(|(_, excerpt)| excerpt).collect()
}

/// ` --> clinic.rules:3:7`
fn place(gutter: usize, arrow: &str, excerpt: &Excerpt<'_, '_>) -> String {
    let at = excerpt.source.position(excerpt.first.start);
    let name = escape(excerpt.source.name());
    format!(
        "{}{arrow} {name}:{}:{}\n",
        " ".repeat(gutter),
        at.line,
        at.column
    )
}

impl<'a> Excerpt<'_, 'a> {
    /// The lines with their marks, between two empty gutters.
    fn text(&self, gutter: usize, width: usize, shown: &mut Lines<'a>) -> String {
        let empty = format!("{} |\n", " ".repeat(gutter));
        let mut out = empty.clone();
        let mut before: Option<u32> = None;
        for (line, marks) in &self.lines {
            if before.is_some_and(|before| before + 1 < *line) {
                out.push_str("...\n");
            }
            before = Some(*line);
            let source = self.source;
            let shown = shown
                .entry((self.first.source, *line))
                .or_insert_with(|| Shown::new(source.line(*line)));
            self.line(&mut out, *line, marks, shown, (gutter, width));
        }
        out.push_str(&empty);
        out
    }

    /// One line, and under it a row for each mark.
    fn line(
        &self,
        out: &mut String,
        line: u32,
        marks: &[Marked<'_>],
        shown: &Shown<'_>,
        size: (usize, usize),
    ) {
        let (gutter, width) = size;
        let room = width.saturating_sub(gutter + 3);
        let spans: Vec<(usize, usize)> = marks
            .iter()
            .map(|mark| self.columns_of(shown, line, mark.label.span))
            .collect();
        let focus = marks.iter().position(|mark| mark.primary).unwrap_or(0);
        let (from, to) = spans.get(focus).copied().unwrap_or((0, 0));
        let window = shown.window(from, to, room);
        out.push_str(format!("{line:>gutter$} | {}", window.text).trim_end());
        out.push('\n');
        for (mark, (from, to)) in marks.iter().zip(spans) {
            let (start, length) = window.mark(from, to);
            let sign = if mark.primary { "^" } else { "-" };
            let carets = format!("{}{}", " ".repeat(start), sign.repeat(length));
            for row in label_rows(&carets, start, &self.label_text(line, mark.label), room) {
                out.push_str(format!("{} | {row}", " ".repeat(gutter)).trim_end());
                out.push('\n');
            }
        }
    }

    /// A label's words; one that goes on over several lines says how far.
    fn label_text(&self, line: u32, label: &Label) -> String {
        let text = escape(&label.text);
        let end = label.span.end.max(label.span.start + 1) - 1;
        let last = self.source.line_of(end);
        if last > line {
            let upto = Word::UpToLine.with(&[("line", &last.to_string())]);
            format!("{text} {upto}").trim_start().to_owned()
        } else {
            text.into_owned()
        }
    }

    /// The screen columns of a span on the line on which it starts.
    fn columns_of(&self, shown: &Shown<'_>, line: u32, span: Span) -> (usize, usize) {
        let length = self.source.line(line).len();
        let first = self.source.line_start(line);
        let start = match self.source.text().get(first as usize..span.start as usize) {
            Some(before) => before.len().min(length),
            None => 0,
        };
        let end = (start + (span.end.saturating_sub(span.start)) as usize).min(length);
        (shown.column(start), shown.column(end))
    }
}

/// The marks with the label behind them where it fits, below them where not.
fn label_rows(carets: &str, start: usize, label: &str, room: usize) -> Vec<String> {
    if carets.len() + 1 + columns(label) <= room {
        return vec![format!("{carets} {label}")];
    }
    let indent = start.min(room / 2);
    let mut rows = vec![carets.to_owned()];
    let pad = " ".repeat(indent);
    rows.extend(
        wrap(label, room - indent, room - indent)
            .into_iter()
            .map(|row| format!("{pad}{row}")),
    );
    rows
}

/// `text` behind `lead`, its further lines `hang` columns in; escaped.
fn wrapped(lead: &str, hang: usize, text: &str, width: usize) -> String {
    // The author of a message may part it into lines.
    let mut out = String::new();
    let mut lead = lead.to_owned();
    for paragraph in text.split('\n') {
        let first = width.saturating_sub(columns(&lead));
        let rows = wrap(&escape(paragraph), first, width - hang);
        for (index, row) in rows.iter().enumerate() {
            let before = if index == 0 {
                lead.clone()
            } else {
                " ".repeat(hang)
            };
            out.push_str(format!("{before}{row}").trim_end());
            out.push('\n');
        }
        lead = " ".repeat(hang);
    }
    out
}

/// Breaks text at blanks into rows of at most `first` and then `width` columns; words that do not
/// fit are cut. Blanks inside a row stay as they are.
fn wrap(text: &str, first: usize, width: usize) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    let mut row = String::new();
    let mut room = first.max(1);
    for word in text.split_inclusive(' ') {
        let mut rest = word;
        if columns(&row) + columns(word.trim_end()) > room && !row.is_empty() {
            rows.push(std::mem::take(&mut row));
            room = width.max(1);
        }
        // Only as far as the row goes: a word may be megabytes long.
        while !split_at_width(rest.trim_end(), room).1.is_empty() {
            let (head, tail) = split_at_width(rest, room);
            rows.push(head.to_owned());
            rest = tail;
            room = width.max(1);
        }
        row.push_str(rest);
    }
    rows.push(row);
    rows.into_iter()
        .map(|row| row.trim_end().to_owned())
        .collect()
}

#[cfg(test)]
#[path = "plain_tests.rs"]
mod tests;
