//! Sentences: label, lead, head and clauses.

use unicode_width::UnicodeWidthStr;

use super::clause::{clause, rank};
use super::head::head;
use super::name::name;
use super::time::range;
use super::wrap::{Chunk, Comma, WIDTH, one_line};
use super::writer::Writer;
use crate::span::{Span, Spanned};
use crate::syntax::tree::{
    Clause, FrequencyKind, Head, Lead, QuantityKind, Sentence, StepItem, StepJoin, Text, TimeUnit,
    WindowKind,
};

impl Writer<'_> {
    /// A sentence that ends before `next`, where `before` stands in front of it (`then `).
    pub(super) fn sentence(&mut self, sentence: &Sentence, before: &str, span: Span, next: u32) {
        let mut chunks = opening(sentence);
        if let Some(first) = chunks.first_mut() {
            *first = std::mem::take(first).after(before);
        }
        if let Head::Steps { title, items } = &sentence.head.node {
            return self.steps(sentence, (title, items), chunks, span, next);
        }
        add_clauses(&mut chunks, sentence);
        self.whole((span.start, span.end), next, chunks, Comma::Joins);
    }

    /// `steps "Evening routine" {`, the steps, and `}` with the clauses behind it.
    fn steps(
        &mut self,
        sentence: &Sentence,
        (title, items): (&Text, &[StepItem]),
        chunks: Vec<Chunk>,
        span: Span,
        next: u32,
    ) {
        let block = self.trivia.block(title.span.end);
        self.start(span.start, block.0);
        self.page.line(format!("{} {{", one_line(chunks)));
        let first = items.first().map(|item| start_of(item).start);
        self.block(block, first, |inside| inside.step_items(items, block.1));
        let mut tail = vec![Chunk::from("}")];
        add_clauses(&mut tail, sentence);
        // After the `}` no indentation joins lines.
        self.page.line(one_line(tail));
        self.end(span.end, next);
    }

    fn step_items(&mut self, items: &[StepItem], close: u32) {
        for (at, item) in items.iter().enumerate() {
            let sentence = &item.sentence;
            let next = items.get(at + 1).map_or(close, |next| start_of(next).start);
            let span = start_of(item).to(sentence.span);
            self.sentence(&sentence.node, &joined(item), span, next);
        }
    }
}

fn start_of(item: &StepItem) -> Span {
    item.join
        .as_ref()
        .map_or(item.sentence.span, |join| join.span)
}

/// `then `, `then after 30..45 minutes `, `then if it persists `
fn joined(item: &StepItem) -> String {
    match item.join.as_ref().map(|join| &join.node) {
        None => String::new(),
        Some(StepJoin::Then) if persists(&item.sentence) => String::new(),
        Some(StepJoin::Then) => "then ".to_owned(),
        Some(StepJoin::After(length)) => format!("then after {} ", range(*length)),
        Some(StepJoin::IfItPersists) => "then if it persists ".to_owned(),
    }
}

/// Whether a step's own condition reads as the join does; a new line is a `then`, too.
fn persists(sentence: &Spanned<Sentence>) -> bool {
    one_line(opening(&sentence.node)).starts_with("if it persists")
}

/// All before the clauses: `label: if swelling, should apply cold compress`
fn opening(sentence: &Sentence) -> Vec<Chunk> {
    let label = sentence
        .label
        .as_ref()
        .map(|label| format!("{}: ", name(label)));
    let label = label.unwrap_or_default();
    let should = if sentence.should { "should " } else { "" };
    let mut chunks = head(&sentence.head.node);
    if let Some(first) = chunks.first_mut() {
        *first = std::mem::take(first).after(should);
    }
    if let Some(lead) = leading(sentence) {
        chunks.insert(0, clause(&lead.node).before(","));
    }
    if let Some(first) = chunks.first_mut() {
        *first = std::mem::take(first).after(&label);
    }
    chunks
}

/// The clause in front of the sentence.
fn leading(sentence: &Sentence) -> Option<&Spanned<Clause>> {
    let lead = sentence.lead?;
    sentence.clauses.iter().find(|clause| match lead {
        Lead::Window => matches!(clause.node, Clause::Window(_)),
        Lead::If => matches!(clause.node, Clause::If(_)),
    })
}

/// The clauses in their order, without the one in front.
fn add_clauses(chunks: &mut Vec<Chunk>, sentence: &Sentence) {
    let lead = leading(sentence).map(|lead| &lead.node);
    let mut clauses: Vec<&Clause> = sentence
        .clauses
        .iter()
        .map(|clause| &clause.node)
        .filter(|clause| lead != Some(*clause))
        .collect();
    // Behind `except` of a ban, with what something is done could be said of what is left out.
    let leaves_out = matches!(sentence.head.node, Head::Avoid { .. })
        && clauses
            .iter()
            .any(|clause| matches!(clause, Clause::Except(_)));
    clauses.sort_by_key(|clause| match clause {
        Clause::Using(_) if leaves_out => (0, 0),
        other => (rank(other), 1),
    });
    let mut after_reason = false;
    let mut after_length = false;
    for one in clauses {
        match (one, chunks.last_mut()) {
            // Without a comma `10 minutes before each cleansing` may be when it is done.
            (_, Some(length)) if after_length && is_before(one) => length.comma = true,
            (Clause::Instead { .. }, Some(before)) => before.comma = true,
            // A reason and its sources stand on one line where they can; a short list stays whole.
            (Clause::Sources(_), Some(before)) if after_reason => {
                let sources = clause(one).parts;
                let joined = sources.join(" ");
                if joined.width() > WIDTH - 20 {
                    before.parts.extend(sources);
                } else {
                    before.parts.push(joined);
                }
                continue;
            }
            _ => {}
        }
        after_reason = matches!(one, Clause::Because(_));
        after_length = is_bare_time(one);
        chunks.push(clause(one));
    }
}

/// `10 minutes`: how long something takes each time.
fn is_bare_time(clause: &Clause) -> bool {
    let Clause::Quantity(quantity) = clause else {
        return false;
    };
    match &quantity.kind {
        QuantityKind::Amount {
            bound: None, unit, ..
        } => TimeUnit::from_word(&unit.text).is_some(),
        _ => false,
    }
}

/// `before treatment`, `before each cleansing`
fn is_before(clause: &Clause) -> bool {
    match clause {
        Clause::Window(window) => matches!(window.kind, WindowKind::BeforeTreatment),
        Clause::Frequency(often) => matches!(often.kind, Some(FrequencyKind::BeforeEach(_))),
        _ => false,
    }
}
