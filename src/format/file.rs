//! Files and blocks: what stands in them, in order.

use super::clause::clause;
use super::condition::condition;
use super::header::header;
use super::name::{name, text};
use super::wrap::{Chunk, Comma};
use super::writer::Writer;
use crate::span::{Span, Spanned};
use crate::syntax::tree::{Clause, Condition, Item, Name, Statement, Text};

impl Writer<'_> {
    /// A whole file that ends at `end`.
    pub(super) fn file(&mut self, items: &[Spanned<Item>], end: u32) {
        for (at, item) in items.iter().enumerate() {
            let next = items.get(at + 1).map_or(end, |next| next.span.start);
            self.item(item, next);
        }
        // What is left are comments behind the last item.
        self.comments(end);
    }

    /// One item that ends before `next`.
    pub(super) fn item(&mut self, item: &Spanned<Item>, next: u32) {
        let span = item.span;
        match &item.node {
            Item::Header(line) => {
                self.start(span.start, span.end);
                self.page.line(header(line));
                self.end(span.end, next);
            }
            Item::Declaration(declaration) => self.declaration(declaration, span, next),
            Item::Fact(fact) => self.fact(fact, span, next),
            Item::Statement(statement) => self.statement(statement, span, next),
            Item::Scenario(scenario) => self.scenario(scenario, span, next),
            Item::Replace(sentence) => self.sentence(&sentence.node, "replace ", span, next),
            Item::Drop { label, because } => self.dropped(label, because.as_ref(), span, next),
        }
    }

    /// `drop sun because "..."`
    fn dropped(&mut self, label: &Name, because: Option<&Text>, span: Span, next: u32) {
        let mut chunks = vec![Chunk::from(format!("drop {}", name(label)))];
        let because = because.map(|because| Clause::Because(because.clone()));
        chunks.extend(because.map(|because| clause(&because)));
        self.whole((span.start, span.end), next, chunks, Comma::Joins);
    }

    fn statement(&mut self, statement: &Statement, span: Span, next: u32) {
        match statement {
            Statement::Sentence(sentence) => self.sentence(sentence, "", span, next),
            Statement::Section { title, body } => {
                let block = self.trivia.block(title.span.end);
                self.start(span.start, block.0);
                self.page.line(format!("section {} {{", text(&title.node)));
                self.body(body, block);
                self.page.line("}");
                self.end(span.end, next);
            }
            Statement::When {
                condition,
                body,
                otherwise,
            } => {
                self.when(condition, body, span.start);
                if let Some(otherwise) = otherwise {
                    self.page.line("} otherwise {");
                    let block = self.trivia.block(self.trivia.at());
                    self.body(otherwise, block);
                }
                self.page.line("}");
                self.end(span.end, next);
            }
        }
    }

    /// `when skin type in IV..VI {` and what holds then.
    fn when(&mut self, asked: &Spanned<Condition>, body: &[Spanned<Statement>], start: u32) {
        let block = self.trivia.block(asked.span.end);
        self.start(start, block.0);
        let line = Chunk::from(condition(&asked.node))
            .after("when ")
            .before(" {");
        self.page.wrapped(vec![line], Comma::Joins);
        self.body(body, block);
    }

    fn body(&mut self, statements: &[Spanned<Statement>], block: (u32, u32)) {
        let first = statements.first().map(|first| first.span.start);
        self.block(block, first, |inside| {
            for (at, statement) in statements.iter().enumerate() {
                let next = statements.get(at + 1);
                let next = next.map_or(block.1, |next| next.span.start);
                inside.statement(&statement.node, statement.span, next);
            }
        });
    }
}
