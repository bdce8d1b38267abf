//! Files and blocks: what stands in them, in order.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::{Span, Spanned};
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::tree::{Item, Statement};

/// What stood before on the same level, to say where a line that cannot stand alone belongs.
#[derive(Default)]
pub(in crate::syntax) struct Before {
    /// The end of the last block.
    block_end: Option<u32>,
    /// The last sentence, where it is the last thing.
    pub(in crate::syntax) sentence: Option<Span>,
    /// Up to where a message has told of everything.
    told: u32,
}

impl Lower<'_> {
    /// A whole file, behind what was read before it.
    pub(in crate::syntax) fn file(&mut self, pair: Pair<'_, Rule>, items: &mut Vec<Spanned<Item>>) {
        let mut parts = Cursor::into(pair);
        let mut statements = Vec::new();
        let mut before = Before::default();
        while let Some(part) = parts.next() {
            let span = self.span(&part);
            match part.as_rule() {
                Rule::EOI => {}
                Rule::stray => {
                    let mut braces = vec![span];
                    while let Some(again) = parts.accept(Rule::stray) {
                        braces.push(self.span(&again));
                    }
                    self.stray(&braces);
                    before = Before::default();
                }
                Rule::declaration => {
                    let declaration = self.declaration(part);
                    items.push(Spanned::new(Item::Declaration(declaration), span));
                    before = Before::default();
                }
                Rule::fact => {
                    let fact = self.fact(part);
                    items.push(Spanned::new(Item::Fact(fact), span));
                    before = Before::default();
                }
                Rule::scenario => {
                    self.after_block(span, &mut before);
                    let scenario = Box::new(self.scenario(part));
                    items.push(Spanned::new(Item::Scenario(scenario), span));
                    before = after(span);
                }
                Rule::replaced => {
                    self.after_block(span, &mut before);
                    let replaced = self.replaced(part);
                    items.extend(replaced.map(|item| Spanned::new(item, span)));
                    let has_block = self.raw(span).trim_end().ends_with('}');
                    before.block_end = has_block.then_some(span.end);
                    before.sentence = Some(span);
                }
                Rule::dropped => {
                    self.after_block(span, &mut before);
                    items.push(Spanned::new(self.dropped(part), span));
                    before = Before::default();
                }
                Rule::sentence | Rule::section | Rule::when | Rule::junk => {
                    self.statement(part, &mut before, &mut statements);
                    items.extend(statements.drain(..).map(|statement| {
                        Spanned::new(Item::Statement(statement.node), statement.span)
                    }));
                }
                _ => {
                    let header = self.header(part);
                    items.extend(header.map(|header| Spanned::new(Item::Header(header), span)));
                    before = Before::default();
                }
            }
        }
    }

    /// One statement, or what junk holds of statements.
    fn statement(
        &mut self,
        pair: Pair<'_, Rule>,
        before: &mut Before,
        out: &mut Vec<Spanned<Statement>>,
    ) {
        let span = self.span(&pair);
        if span.start < before.told {
            return;
        }
        let rule = pair.as_rule();
        if rule != Rule::junk {
            self.after_block(span, before);
        }
        match rule {
            Rule::sentence => {
                let has_block = self.raw(span).trim_end().ends_with('}');
                let sentence = self.sentence(pair);
                out.extend(
                    sentence.map(|sentence| {
                        Spanned::new(Statement::Sentence(Box::new(sentence)), span)
                    }),
                );
                before.block_end = has_block.then_some(span.end);
                before.sentence = Some(span);
            }
            Rule::section => {
                let mut parts = Cursor::into(pair);
                let title = self.string(&parts.presume(Rule::string));
                let body = self.block(parts.presume(Rule::block));
                parts.end();
                out.push(Spanned::new(Statement::Section { title, body }, span));
                *before = after(span);
            }
            Rule::when => {
                let mut parts = Cursor::into(pair);
                let condition = self.condition(parts.presume(Rule::condition));
                let mut body = self.block(parts.presume(Rule::block));
                let otherwise = parts.accept(Rule::block).map(|block| self.block(block));
                parts.end();
                match condition {
                    Some(condition) => out.push(Spanned::new(
                        Statement::When {
                            condition,
                            body,
                            otherwise,
                        },
                        span,
                    )),
                    None => {
                        out.append(&mut body);
                        out.extend(otherwise.unwrap_or_default());
                    }
                }
                *before = after(span);
            }
            _ => self.junk(pair, before, out),
        }
    }

    /// A block's statements.
    pub(in crate::syntax) fn block(&mut self, pair: Pair<'_, Rule>) -> Vec<Spanned<Statement>> {
        let span = self.span(&pair);
        let (statements, closed) = self.open_block(pair);
        if !closed {
            self.unclosed(span);
        }
        statements
    }

    /// A block's statements, and whether its `}` stands there.
    fn open_block(&mut self, pair: Pair<'_, Rule>) -> (Vec<Spanned<Statement>>, bool) {
        let mut parts = Cursor::into(pair);
        let mut statements = Vec::with_capacity(1);
        let mut before = Before::default();
        let mut closed = false;
        while let Some(part) = parts.next() {
            if part.as_rule() == Rule::closed {
                closed = true;
            } else {
                self.statement(part, &mut before, &mut statements);
            }
        }
        (statements, closed)
    }

    /// A line that no rule reads, and the block behind it.
    fn junk(
        &mut self,
        pair: Pair<'_, Rule>,
        before: &mut Before,
        out: &mut Vec<Spanned<Statement>>,
    ) {
        let span = self.span(&pair);
        let mut parts = Cursor::into(pair);
        let alone = parts.peek() == Some(Rule::block);
        while let Some(part) = parts.next() {
            match part.as_rule() {
                Rule::block => {
                    let brace = self.span(&part);
                    let refused = self.diagnostics.len();
                    let (mut statements, closed) = self.open_block(part);
                    // Nothing has fallen into a block in which nothing stands: the message about its
                    // line is enough.
                    let is_empty = statements.is_empty() && refused == self.diagnostics.len();
                    if alone {
                        self.block_alone(brace, closed);
                    } else if !closed && !is_empty {
                        self.unclosed(brace);
                    }
                    out.append(&mut statements);
                    *before = after(span);
                }
                Rule::raw_block => *before = after(span),
                _ => {
                    let line = self.span(&part);
                    let opens = parts.peek() == Some(Rule::block);
                    if opens && let Some(told) = self.behind_steps(line, span.end) {
                        before.told = told;
                        return;
                    }
                    if !(opens && self.otherwise_when(line, span.end)) {
                        self.explain(line, before);
                    }
                    before.sentence = None;
                }
            }
        }
    }

    /// Refuses what follows a `}` on its line.
    fn after_block(&mut self, span: Span, before: &mut Before) {
        let Some(end) = before.block_end.take() else {
            return;
        };
        let gap = self.place(end as usize, span.start as usize);
        if self.raw(gap).contains(['\n', '\r']) {
            return;
        }
        let indent = self.indentation(gap);
        self.refuse(
            Diagnostic::new(
                Code::AfterBlock,
                span.at_start(),
                "what comes after a block starts on a new line",
                "it stands behind a `}`",
            )
            .with_help("start a new line here")
            .with_fix(gap, format!("\n{indent}")),
        );
    }

    /// A `{` without a `}`: `span` starts at the brace.
    pub(super) fn unclosed(&mut self, span: Span) {
        let brace = self.place(span.start as usize, span.start as usize + 1);
        let closing = self.closing();
        self.refuse(
            Diagnostic::new(
                Code::UnclosedBlock,
                brace,
                "a block is not closed",
                "this `{` has no `}`",
            )
            .with_help("close the block with `}` after its last line")
            .with_edits(vec![closing]),
        );
    }

    /// A `}` at the end of the text.
    fn closing(&self) -> Edit {
        let line = if self.text.ends_with('\n') {
            "}\n"
        } else {
            "\n}\n"
        };
        Edit {
            span: self.place(self.text.len(), self.text.len()),
            text: line.to_owned(),
        }
    }

    /// One `}` or several in a row that close nothing.
    fn stray(&mut self, braces: &[Span]) {
        let [first, ..] = braces else { return };
        let (message, help) = match braces.len() {
            1 => (
                "a `}` closes nothing".to_owned(),
                "delete it, or open the block with `{`",
            ),
            several => (
                format!("{several} `}}` in a row close nothing"),
                "delete them, or open the blocks with `{`",
            ),
        };
        let delete = braces.iter().map(|brace| Edit {
            span: self.with_blank_before(*brace),
            text: String::new(),
        });
        let edits = delete.collect();
        self.refuse(
            Diagnostic::new(Code::StrayBrace, *first, message, "no block is open here")
                .with_help(help)
                .with_edits(edits),
        );
    }

    fn block_alone(&mut self, span: Span, closed: bool) {
        let brace = self.place(span.start as usize, span.start as usize + 1);
        let mut edits = vec![Edit {
            span: brace.at_start(),
            text: "section \"...\" ".to_owned(),
        }];
        let mut message = "a block stands alone";
        let mut help = "write `section \"...\"` or `when ...` before it";
        if !closed {
            message = "a block stands alone and is not closed";
            help = "write `section \"...\"` or `when ...` before it, and `}` after its last line";
            edits.push(self.closing());
        }
        self.refuse(
            Diagnostic::new(Code::Syntax, brace, message, "nothing says what it is for")
                .with_help(help)
                .with_edits(edits),
        );
    }
}

fn after(span: Span) -> Before {
    Before {
        block_end: Some(span.end),
        sentence: None,
        told: 0,
    }
}
