//! What scenarios have tried of a protocol, and which changes of it they would not notice: what is missing first, then
//! the text with its marks. Figures and marks come of the same goals.

use std::collections::BTreeMap;

use super::page::{Flow, Page};
use super::style::{Line, Style};
use crate::scenario::{Coverage, Covered, Fate, Goal, Mutant};
use crate::source::{Source, Sources};
use crate::span::{SourceId, Span};

/// What scenarios have tried: the figures, the sentences of which something is missing, and the text.
#[must_use]
pub fn coverage_lines(coverage: &Coverage<'_>, sources: &Sources, width: usize) -> Vec<Line> {
    let mut page = Page::new(width);
    let (met, all) = coverage.figures();
    page.heading(format!(
        "TRIED BY SCENARIOS: {met} of {all} ({}%)",
        share(met, all)
    ));
    let missing = |one: &&Covered<'_>| one.missing().next().is_some();
    let open: Vec<&Covered<'_>> = coverage.sentences.iter().filter(missing).collect();
    if !open.is_empty() {
        page.heading("NOT TRIED YET");
        for covered in open {
            let rule = covered.rule;
            let place = format!("{}:{}", rule.location.file, rule.location.line);
            page.item(Flow::from(rule.sentence.clone()).add(Style::Quiet, place));
            let goals: Vec<String> = covered.missing().map(goal_words).collect();
            page.under(Flow::new().add(Style::Mark, format!("Not tried: {}.", goals.join("; "))));
        }
    }
    text(coverage, sources, &mut page);
    page.into_lines()
}

/// The text, a mark before each sentence's lines: `+` all of it is tried, `~` a part, `-` nothing. Of a variant the
/// text of each of its files.
fn text(coverage: &Coverage<'_>, sources: &Sources, page: &mut Page) {
    let mut marks: BTreeMap<SourceId, BTreeMap<u32, u8>> = BTreeMap::new();
    let mut files = Vec::new();
    for covered in &coverage.sentences {
        let span = covered.rule.span;
        let Some(source) = sources.get(span.source) else {
            continue;
        };
        if !files.contains(&span.source) {
            files.push(span.source);
        }
        let mark = mark(covered);
        let of_file = marks.entry(span.source).or_default();
        for line in source.position(span.start).line..=source.position(span.end).line {
            let shown = of_file.entry(line).or_insert(mark);
            // Of two sentences on a line the worse is shown.
            *shown = (*shown).max(mark);
        }
    }
    if files.is_empty() {
        return;
    }
    page.heading("THE TEXT: + tried, ~ tried in part, - not tried");
    for file in &files {
        if let (Some(source), Some(marks)) = (sources.get(*file), marks.get(file)) {
            if files.len() > 1 {
                page.row(&[(Style::Strong, source.name().to_owned())]);
            }
            marked(source, marks, page);
        }
    }
}

/// The lines of a text from the first to the last that has a mark.
fn marked(source: &Source, marks: &BTreeMap<u32, u8>, page: &mut Page) {
    let first = marks.keys().next().copied().unwrap_or(0);
    let last = marks.keys().last().copied().unwrap_or(0);
    let lines = (1..).zip(source.text().lines());
    for (number, line) in lines.filter(|(number, _)| (first..=last).contains(number)) {
        let (sign, style) = match marks.get(&number) {
            None => (' ', Style::Quiet),
            Some(0) => ('+', Style::Plain),
            Some(1) => ('~', Style::Mark),
            Some(_) => ('-', Style::Alert),
        };
        page.row(&[(style, format!("{sign} {number:>4} | {line}"))]);
    }
}

/// How much of a sentence is not tried: nothing, a part, all.
fn mark(covered: &Covered<'_>) -> u8 {
    match covered.missing().count() {
        0 => 0,
        open if open < covered.goals.len() => 1,
        _ => 2,
    }
}

/// What a goal asks for, in words.
#[must_use]
pub fn goal_words(goal: Goal) -> String {
    match goal {
        Goal::Applied => "that it holds".to_owned(),
        Goal::Blocked => "that its condition is not so".to_owned(),
        Goal::Day { bound, inside } => {
            let day = match (bound.end, inside) {
                (true, true) => "its last day",
                (true, false) => "the day after its last day",
                (false, true) => "its first day",
                (false, false) => "the day before its first day",
            };
            match bound.stretch {
                0 => day.to_owned(),
                stretch => format!("{day}, of its time {}", stretch + 1),
            }
        }
    }
}

/// Which changes scenarios would not notice: how many, and where.
#[must_use]
pub fn mutant_lines(mutants: &[Mutant], sources: &Sources, width: usize) -> Vec<Line> {
    let mut page = Page::new(width);
    let counted = |mutant: &&Mutant| mutant.fate != Fate::Refused;
    let all = mutants.iter().filter(counted).count();
    let survived = |mutant: &&Mutant| mutant.fate == Fate::Survived;
    let open: Vec<&Mutant> = mutants.iter().filter(survived).collect();
    let untried: Vec<&Mutant> = (mutants.iter())
        .filter(|mutant| mutant.fate == Fate::Untried)
        .collect();
    let noticed = all - open.len() - untried.len();
    page.heading(format!(
        "CHANGES THAT A SCENARIO NOTICES: {noticed} of {all} ({}%)",
        share(noticed, all)
    ));
    if !open.is_empty() {
        page.heading("NOTICED BY NO SCENARIO");
    }
    for mutant in open {
        let span = mutant.change.span;
        let place = place(span, sources);
        let what = if mutant.change.now.is_empty() {
            format!("without `{}`", mutant.change.was)
        } else {
            format!(
                "`{}` in place of `{}`",
                mutant.change.now, mutant.change.was
            )
        };
        let line = sources.get(span.source).map(|source| {
            let line = source.position(span.start).line;
            source.line(line).trim().to_owned()
        });
        page.item(Flow::from(what).add(Style::Quiet, place));
        page.under(Flow::from(line.unwrap_or_default()));
    }
    if let Some(first) = untried.first() {
        let place = place(first.change.span, sources);
        page.heading(format!("NOT TRIED: {}", untried.len()));
        page.item(Flow::from(format!(
            "All changes from `{}` in {place} on. So many changes by so many scenarios are too many: \
             whether a scenario notices them is not known.",
            first.change.was
        )));
    }
    page.into_lines()
}

fn place(span: Span, sources: &Sources) -> String {
    format!("{}:{}", sources.name(span), sources.position(span).line)
}

/// Of a whole, in percent, never rounded up to all of it.
fn share(part: usize, all: usize) -> usize {
    (part * 100).checked_div(all).unwrap_or(100)
}
