//! The vocabulary: things and facts.

use unicode_width::UnicodeWidthStr;

use super::name::{commas, name, text};
use super::quantity::unit_of;
use super::things::attributes;
use super::wrap::{Chunk, Comma, WIDTH};
use super::writer::Writer;
use crate::span::Span;
use crate::syntax::tree::{Declaration, FactDeclaration, FactType, Kind, Member, Name};

impl Writer<'_> {
    /// `substance retinoids aka "vitamin A creams" { tretinoin }`
    pub(super) fn declaration(&mut self, declaration: &Declaration, start: Span, next: u32) {
        let kind = format!("{} ", declaration.kind.node.word());
        let mut chunks = member_head(&declaration.member);
        if let Some(first) = chunks.first_mut() {
            *first = std::mem::take(first).after(&kind);
        }
        // Before `aka`, behind which `of` would belong to a name.
        let said = attribute_head(declaration);
        chunks.splice(1..1, said);
        if is_sentence(declaration) {
            chunks.push("{ }".into());
        }
        let end = end_of_head(&declaration.member);
        let end = declaration
            .of
            .iter()
            .map(|name| name.span)
            .fold(end, Span::to);
        self.member(&declaration.member, (start, end), chunks, next);
    }

    /// A thing and what is below it; its own words start and end in these places.
    fn member(
        &mut self,
        member: &Member,
        (start, end): (Span, Span),
        chunks: Vec<Chunk>,
        next: u32,
    ) {
        let head_end = end.end;
        if member.members.is_empty() {
            return self.whole((start.start, head_end), next, chunks, Comma::Parts);
        }
        let block = self.trivia.block(head_end);
        self.start(start.start, block.0);
        if !self.trivia.has_comment(block.1)
            && let Some(line) = in_one_line(&chunks, &member.members, self.page.indent())
        {
            self.page.line(line);
            return self.end(block.1.saturating_add(1), next);
        }
        let mut chunks = chunks;
        if let Some(last) = chunks.last_mut() {
            *last = std::mem::take(last).before(" {");
        }
        self.page.wrapped(chunks, Comma::Parts);
        let first = member.members.first().map(|first| first.name.span.start);
        self.block(block, first, |inside| {
            inside.members(&member.members, block.1)
        });
        self.page.line("}");
        self.end(block.1.saturating_add(1), next);
    }

    /// The members of a class: those that are a name and nothing else share lines.
    fn members(&mut self, members: &[Member], close: u32) {
        let mut at = 0;
        while let Some(member) = members.get(at) {
            let rest = members.get(at..).unwrap_or_default();
            let shared = self.shared(rest).max(1);
            let line = rest.get(..shared).unwrap_or_default();
            let next = members
                .get(at + shared)
                .map_or(close, |next| next.name.span.start);
            match line {
                [one] => {
                    let ends = (one.name.span, end_of_head(one));
                    self.member(one, ends, member_head(one), next);
                }
                several => {
                    let last = several
                        .last()
                        .map_or(member.name.span, |last| last.name.span);
                    let names: Vec<String> = several.iter().map(|one| name(&one.name)).collect();
                    self.start(member.name.span.start, last.end);
                    self.page.line(names.join(", "));
                    self.end(last.end, next);
                }
            }
            at += shared;
        }
    }

    /// How many of the first members share a line: plain ones with no comment or blank line between.
    fn shared(&self, members: &[Member]) -> usize {
        let mut width = self.page.indent();
        let mut shared = 0;
        let mut end = None;
        for member in members {
            let span = member.name.span;
            width += name(&member.name).width() + if end.is_some() { 2 } else { 0 };
            let parted = end.is_some_and(|end| self.trivia.parted(end, span.start));
            if !is_plain(member) || width > WIDTH || parted || starts_line(member, shared) {
                break;
            }
            end = Some(span.end);
            shared += 1;
        }
        shared
    }

    /// `fact skin type: ordered I, II, III ask "Which skin type?"`
    pub(super) fn fact(&mut self, fact: &FactDeclaration, span: Span, next: u32) {
        let lead = format!("fact {}: ", name(&fact.name));
        let mut chunks = vec![fact_type(&fact.kind.node).after(&lead)];
        let ask = fact.ask.as_ref();
        chunks.extend(ask.map(|ask| Chunk::from(format!("ask {}", text(&ask.node)))));
        self.whole((span.start, span.end), next, chunks, Comma::Joins);
    }
}

fn fact_type(kind: &FactType) -> Chunk {
    match kind {
        FactType::YesNo => "yes or no".into(),
        FactType::Number { unit, within } => {
            let ends = within.map(|(least, most)| format!("{least}..{most}"));
            let unit = unit.as_ref().map(|unit| unit_of(unit, true));
            let plain = unit.is_none().then(|| "number".to_owned());
            let parts: Vec<String> = [plain, ends, unit].into_iter().flatten().collect();
            parts.join(" ").into()
        }
        FactType::Ordered(values) => Chunk::from(commas(values)).after("ordered "),
        FactType::OneOf(values) => Chunk::from(commas(values)).after("one of "),
        FactType::AnyOf(values) => Chunk::from(commas(values)).after("any of "),
    }
}

/// `number of sunscreen`
fn attribute_head(declaration: &Declaration) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    if declaration.number {
        chunks.push("number".into());
    }
    if !declaration.of.is_empty() {
        chunks.push(Chunk::from(commas(&declaration.of)).after("of "));
    }
    chunks
}

/// A name and what is said about it: description, other names, classes, attributes, opposites.
fn member_head(member: &Member) -> Vec<Chunk> {
    let mut chunks = vec![Chunk::from(name(&member.name))];
    let description = member.description.as_ref();
    chunks.extend(description.map(|words| Chunk::from(text(&words.node))));
    chunks.extend(aliases(&member.aliases));
    if !member.parents.is_empty() {
        chunks.push(Chunk::from(commas(&member.parents)).after("in "));
    }
    if !member.attributes.is_empty() {
        chunks.push(attributes(&member.attributes).into());
    }
    if !member.opposes.is_empty() {
        chunks.push(
            Chunk::from(commas(&member.opposes))
                .after("(opposes ")
                .before(")"),
        );
    }
    chunks
}

/// `aka Retin-A, "all-trans retinoic acid"`: only the first after an `aka` can stand without quotes.
fn aliases(aliases: &[Name]) -> Vec<Chunk> {
    let runs = aliases.chunk_by(|_, next| next.quoted);
    runs.map(|run| Chunk::from(commas(run)).after("aka "))
        .collect()
}

/// Whether a member is a name and nothing else.
fn is_plain(member: &Member) -> bool {
    member_head(member).len() == 1 && member.members.is_empty()
}

/// Whether a member cannot follow others on their line: behind a comma, a text in quotes describes the
/// thing before it.
fn starts_line(member: &Member, before: usize) -> bool {
    before > 0 && member.name.quoted
}

/// `medicine anticoagulants { warfarin, apixaban }`, where all members are plain and it fits.
fn in_one_line(head: &[Chunk], members: &[Member], indent: usize) -> Option<String> {
    let alone = |(at, member)| !is_plain(member) || starts_line(member, at);
    if members.iter().enumerate().any(alone) {
        return None;
    }
    let names: Vec<String> = members.iter().map(|member| name(&member.name)).collect();
    let parts: Vec<String> = head.iter().flat_map(|chunk| chunk.parts.clone()).collect();
    let line = format!("{} {{ {} }}", parts.join(" "), names.join(", "));
    (indent + line.width() <= WIDTH).then_some(line)
}

/// `drink water` is what to do; with braces it declares a drink.
fn is_sentence(declaration: &Declaration) -> bool {
    declaration.kind.node == Kind::Drink && is_plain(&declaration.member)
}

/// The last place of a member's own words.
fn end_of_head(member: &Member) -> Span {
    let names = [&member.aliases, &member.parents, &member.opposes];
    let ends = names.into_iter().flatten().map(|name| name.span);
    let attributes = member.attributes.iter().map(|used| used.span);
    let description = member.description.iter().map(|words| words.span);
    ends.chain(attributes)
        .chain(description)
        .fold(member.name.span, Span::to)
}
