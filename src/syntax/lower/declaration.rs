//! The vocabulary: things and facts.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::Spanned;
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::tree::{Declaration, FactDeclaration, FactType, Kind, Member, Name};

impl Lower<'_> {
    /// `substance retinoids aka "vitamin A creams" { tretinoin }`
    pub(super) fn declaration(&mut self, pair: Pair<'_, Rule>) -> Declaration {
        let mut parts = Cursor::into(pair);
        let word = parts.any();
        let kind = Spanned::new(kind(word.as_str()), self.span(&word));
        let mut declaration = Declaration {
            kind,
            member: Member {
                name: Name {
                    text: String::new(),
                    quoted: false,
                    span: kind.span,
                },
                aliases: Vec::new(),
                description: None,
                parents: Vec::new(),
                attributes: Vec::new(),
                opposes: Vec::new(),
                members: Vec::new(),
            },
            number: false,
            of: Vec::new(),
        };
        if let Some(head) = parts.accept(Rule::attribute_head) {
            self.attribute_head(head, &mut declaration);
        } else {
            declaration.member = self.member_parts(&mut parts, false);
        }
        parts.end();
        declaration
    }

    fn attribute_head(&mut self, pair: Pair<'_, Rule>, declaration: &mut Declaration) {
        let mut parts = Cursor::into(pair);
        declaration.member.name = self.name(&parts.presume(Rule::aname));
        while let Some(part) = parts.next() {
            match part.as_rule() {
                Rule::aka => declaration.member.aliases = self.aliases(part),
                Rule::numeric => declaration.number = true,
                _ => declaration.of = self.names(part),
            }
        }
    }

    /// A head and the block behind it.
    fn member_parts(&mut self, parts: &mut Cursor<'_>, listed: bool) -> Member {
        let mut member = self.member_head(parts.any(), listed);
        if let Some(block) = parts.next() {
            member.members = self.members(block);
        }
        member
    }

    /// What stands before a block; `listed` with others inside one.
    fn member_head(&mut self, pair: Pair<'_, Rule>, listed: bool) -> Member {
        let mut parts = Cursor::into(pair);
        let mut member = Member {
            name: self.name(&parts.any()),
            aliases: Vec::new(),
            description: None,
            parents: Vec::new(),
            attributes: Vec::new(),
            opposes: Vec::new(),
            members: Vec::new(),
        };
        while let Some(part) = parts.next() {
            match part.as_rule() {
                Rule::aka => member.aliases.extend(self.aliases(part)),
                Rule::string => {
                    if !listed || !self.refuse_after_comma(&member.name, &part) {
                        member.description = Some(self.string(&part));
                    }
                }
                Rule::parents => member.parents.extend(self.names(part)),
                Rule::having => {
                    let mut having = Cursor::into(part);
                    let uses = self.attributes(having.presume(Rule::attributes));
                    having.end();
                    member.attributes.extend(uses);
                }
                _ => member.opposes.extend(self.names(part)),
            }
        }
        member
    }

    /// `a, "b c"`: to a reader the next thing of the list. Whether it is refused.
    fn refuse_after_comma(&mut self, before: &Name, text: &Pair<'_, Rule>) -> bool {
        let start = self.span(text).start as usize;
        let lead = self.laid_out.get(..start).unwrap_or_default();
        if !lead.trim_end_matches(' ').ends_with(',') {
            return false;
        }
        let span = self.span(text);
        let written = self.quote(span);
        let diagnostic = Diagnostic::new(
            Code::TextAfterComma,
            span,
            format!(
                "`{written}` could be the next thing or describe `{}`",
                before.text
            ),
            "the next thing, or about the one before?",
        )
        .with_help(format!(
            "put the next thing on its own line; write a further name of `{}` behind `aka`",
            before.text
        ));
        self.refuse(diagnostic);
        true
    }

    fn members(&mut self, block: Pair<'_, Rule>) -> Vec<Member> {
        let open = self.span(&block);
        let mut parts = Cursor::into(block);
        let mut members = Vec::new();
        let mut closed = false;
        while let Some(part) = parts.next() {
            match part.as_rule() {
                Rule::closed => closed = true,
                Rule::member_junk => self.explain_member(&part),
                _ => members.push(self.member_parts(&mut Cursor::into(part), true)),
            }
        }
        if !closed {
            self.unclosed(open);
        }
        members
    }

    fn names(&self, pair: Pair<'_, Rule>) -> Vec<Name> {
        pair.into_inner().map(|name| self.name(&name)).collect()
    }

    fn aliases(&mut self, pair: Pair<'_, Rule>) -> Vec<Name> {
        let mut aliases = Vec::new();
        let mut bare: Vec<Name> = Vec::new();
        for alias in pair.into_inner() {
            let name = self.name(&alias);
            if alias.as_rule() == Rule::bare_alias {
                bare.push(name.clone());
            }
            aliases.push(name);
        }
        if let Some(first) = bare.first() {
            let quoted = bare.iter().map(|name| Edit {
                span: name.span,
                text: format!("\"{}\"", name.text),
            });
            let diagnostic = Diagnostic::new(
                Code::UnquotedAlias,
                first.span,
                format!("`{}` could be a further name or the next thing", first.text),
                "not in quotes",
            )
            .with_help("put a further name in quotes; put the next thing on its own line")
            .with_edits(quoted.collect());
            self.refuse(diagnostic);
        }
        aliases
    }

    /// `fact skin type: ordered I, II, III ask "Which skin type?"`
    pub(super) fn fact(&mut self, pair: Pair<'_, Rule>) -> FactDeclaration {
        let mut parts = Cursor::into(pair);
        let name = self.name(&parts.presume(Rule::dname));
        let values = parts.any();
        let span = self.span(&values);
        let kind = match values.as_rule() {
            Rule::measured => self.measured(values),
            Rule::yes_no => FactType::YesNo,
            Rule::ordered => FactType::Ordered(self.names(values)),
            Rule::one_of => FactType::OneOf(self.names(values)),
            _ => FactType::AnyOf(self.names(values)),
        };
        let ask = parts
            .accept(Rule::string)
            .map(|question| self.string(&question));
        parts.end();
        FactDeclaration {
            name,
            kind: Spanned::new(kind, span),
            ask,
        }
    }

    /// `mm`, `number 0..10`, `0.5..3 mm`
    fn measured(&mut self, pair: Pair<'_, Rule>) -> FactType {
        let span = self.span(&pair);
        let mut parts = Cursor::into(pair);
        parts.took(Rule::plain_number);
        let mut ends = Vec::new();
        while let Some(number) = parts.accept(Rule::number) {
            ends.push(self.number(&number));
            parts.took(Rule::op);
        }
        let unit = parts.next().map(|unit| self.name(&unit));
        parts.end();
        let within = match ends.as_slice() {
            [Some(least), Some(most)] if least < most => Some((*least, *most)),
            [Some(_), Some(_)] => {
                self.reversed(span);
                None
            }
            _ => None,
        };
        FactType::Number { unit, within }
    }
}

/// The kind that a declaring word names.
fn kind(word: &str) -> Kind {
    match word {
        "substance" => Kind::Substance,
        "product" => Kind::Product,
        "medicine" => Kind::Medicine,
        "procedure" => Kind::Procedure,
        "activity" => Kind::Activity,
        "action" => Kind::Action,
        "food" => Kind::Food,
        "drink" => Kind::Drink,
        "garment" => Kind::Garment,
        "tool" => Kind::Tool,
        "symptom" => Kind::Symptom,
        "event" => Kind::Event,
        "place" => Kind::Place,
        "situation" => Kind::Situation,
        _ => Kind::Attribute,
    }
}
