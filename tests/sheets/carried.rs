//! Which sentences carry which instruction: the ids behind them, and what in them is only quoted.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use aftercare_dsl::span::{Span, Spanned};
use aftercare_dsl::syntax::tree::{
    Clause, File, Head, Item, Matter, Name, Sentence, Statement, StepItem, Things,
};

/// What a sheet's sentences carry.
#[derive(Default)]
pub struct Carried {
    /// Each instruction by its id.
    pub instructions: BTreeMap<String, Instruction>,
    /// The things that sentences name.
    pub things: usize,
    /// Those of them that had to be quoted.
    pub quoted: usize,
}

/// How an instruction is carried.
#[derive(Default)]
pub struct Instruction {
    /// Whether a part of it stands in a text that the interpreter prints and does not understand.
    pub quoted: bool,
    /// Whether it stands in a sentence that is no `note`.
    pub in_sentence: bool,
    /// Why it is not carried wholly, as its lines say after `!`.
    pub reasons: Vec<String>,
}

/// A sentence, or a step of one.
struct Piece {
    lines: RangeInclusive<usize>,
    quoted: bool,
    note: bool,
}

/// The first line of a `when` or a section, and its last.
type Block = RangeInclusive<usize>;

impl Carried {
    pub fn of(text: &str, file: &File) -> Self {
        let mut walk = Walk {
            text,
            pieces: Vec::new(),
            blocks: Vec::new(),
            carried: Self::default(),
        };
        for item in &file.items {
            if let Item::Statement(statement) = &item.node {
                walk.statement(statement, item.span);
            }
        }
        for comment in &file.comments {
            let line = walk.line(comment.0.start);
            let marks = marks(&text[comment.0.range()]);
            for (id, reason) in marks {
                walk.mark(line, id, reason);
            }
        }
        walk.carried
    }
}

/// `# MN04-11, MN04-12 ! manner`: each id, and why it is not carried wholly.
fn marks(comment: &str) -> Vec<(&str, Option<&str>)> {
    let rest = comment.trim_start_matches('#').trim();
    let marks = rest.split(", ").map(|mark| match mark.split_once(" ! ") {
        Some((id, reason)) => (id, Some(reason)),
        None => (mark, None),
    });
    marks.filter(|(id, _)| is_id(id)).collect()
}

/// `MN04-12`
fn is_id(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
    bytes.len() == 7
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && digits(&bytes[2..4])
        && bytes[4] == b'-'
        && digits(&bytes[5..])
}

struct Walk<'t> {
    text: &'t str,
    pieces: Vec<Piece>,
    blocks: Vec<Block>,
    carried: Carried,
}

impl Walk<'_> {
    /// The number of the line that a byte stands in, from 1.
    fn line(&self, byte: u32) -> usize {
        self.text[..byte as usize].matches('\n').count() + 1
    }

    fn lines(&self, span: Span) -> RangeInclusive<usize> {
        let end = span.end.saturating_sub(1).max(span.start);
        self.line(span.start)..=self.line(end)
    }

    fn statement(&mut self, statement: &Statement, span: Span) {
        match statement {
            Statement::Sentence(sentence) => self.sentence(sentence, span),
            Statement::Section { body, .. } => self.block(span, body.iter()),
            Statement::When {
                body, otherwise, ..
            } => self.block(span, body.iter().chain(otherwise.iter().flatten())),
        }
    }

    fn block<'s>(&mut self, span: Span, body: impl Iterator<Item = &'s Spanned<Statement>>) {
        let lines = self.lines(span);
        self.blocks.push(lines);
        for inner in body {
            self.statement(&inner.node, inner.span);
        }
    }

    fn sentence(&mut self, sentence: &Sentence, span: Span) {
        self.head(&sentence.head.node);
        for clause in &sentence.clauses {
            self.clause(&clause.node);
        }
        let text = matches!(
            sentence.head.node,
            Head::Note(_)
                | Head::Prepare(Matter::Text(_))
                | Head::TellClinic(Matter::Text(_))
                | Head::AskClinic(Matter::Text(_))
                | Head::AskPrescriber(Matter::Text(_))
        );
        let by = sentence.clauses.iter();
        let by = by
            .clone()
            .any(|clause| matches!(clause.node, Clause::By(_)));
        let lines = self.lines(span);
        self.pieces.push(Piece {
            lines,
            quoted: text || by,
            note: matches!(sentence.head.node, Head::Note(_)),
        });
    }

    fn head(&mut self, head: &Head) {
        match head {
            Head::Avoid { things, .. }
            | Head::Duty { things, .. }
            | Head::Resume(things)
            | Head::Limit { things, .. }
            | Head::Expect(things)
            | Head::Report { things, .. } => self.things(things),
            Head::Allow { things, but_not } => {
                self.things(things);
                but_not.iter().for_each(|things| self.things(things));
            }
            Head::AskPrescriber(about)
            | Head::AskClinic(about)
            | Head::TellClinic(about)
            | Head::Prepare(about) => self.matter(about),
            Head::Action(name) => self.name(name),
            Head::Steps { items, .. } => items.iter().for_each(|item| self.step(item)),
            _ => {}
        }
    }

    fn matter(&mut self, about: &Matter) {
        match about {
            Matter::Text(_) => {}
            Matter::Things(things) | Matter::Deed { things, .. } => self.things(things),
        }
    }

    fn step(&mut self, item: &StepItem) {
        self.sentence(&item.sentence.node, item.sentence.span);
    }

    fn clause(&mut self, clause: &Clause) {
        match clause {
            Clause::Except(things)
            | Clause::Instead { things, .. }
            | Clause::IfUnavoidable { things, .. } => self.things(things),
            Clause::Places(places) => places.sites.iter().for_each(|site| self.name(&site.name)),
            Clause::While(name) => self.name(name),
            _ => {}
        }
    }

    fn things(&mut self, things: &Things) {
        for thing in things.things.iter().chain(&things.including) {
            self.name(&thing.node.name);
        }
    }

    fn name(&mut self, name: &Name) {
        self.carried.things += 1;
        self.carried.quoted += usize::from(name.quoted);
    }

    /// Gives an id what stands in its line: the smallest piece, all of a block that the line opens, or what
    /// follows a line of its own.
    fn mark(&mut self, line: usize, id: &str, reason: Option<&str>) {
        let here = |piece: &&Piece| piece.lines.contains(&line);
        let length = |piece: &&Piece| piece.lines.end() - piece.lines.start();
        let found: Vec<&Piece> = match self.pieces.iter().filter(here).min_by_key(length) {
            Some(piece) => vec![piece],
            None => match self.blocks.iter().find(|block| *block.start() == line) {
                Some(block) => {
                    let inside = |piece: &&Piece| block.contains(piece.lines.start());
                    self.pieces.iter().filter(inside).collect()
                }
                None => {
                    let after = |piece: &&Piece| *piece.lines.start() > line;
                    let start = |piece: &&Piece| *piece.lines.start();
                    let next = self.pieces.iter().filter(after).min_by_key(start);
                    next.into_iter().collect()
                }
            },
        };
        assert!(!found.is_empty(), "{id} stands behind nothing");
        let quoted = found.iter().any(|piece| piece.quoted);
        let in_sentence = found.iter().any(|piece| !piece.note);
        let all = &mut self.carried.instructions;
        let instruction = all.entry(id.to_owned()).or_default();
        instruction.quoted |= quoted;
        instruction.in_sentence |= in_sentence;
        instruction.reasons.extend(reason.map(str::to_owned));
    }
}
