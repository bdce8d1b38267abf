//! Attributes and qualifiers: what narrows a thing or a symptom.

use pest::iterators::Pair;

use crate::span::Spanned;
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::tree::{AttributeUse, AttributeValue, Qualifier};

impl Lower<'_> {
    /// `with broad-spectrum, spf 30+ and without fragrance`
    pub(super) fn attributes(&mut self, pair: Pair<'_, Rule>) -> Vec<Spanned<AttributeUse>> {
        let mut parts = Cursor::into(pair);
        let mut uses = Vec::new();
        let mut without = false;
        while let Some(part) = parts.next() {
            match part.as_rule() {
                Rule::polarity => without = part.as_str() == "without",
                Rule::and_also => {}
                _ => {
                    let span = self.span(&part);
                    if let Some(used) = self.attribute(part, without) {
                        uses.push(Spanned::new(used, span));
                    }
                }
            }
        }
        uses
    }

    fn attribute(&mut self, pair: Pair<'_, Rule>, without: bool) -> Option<AttributeUse> {
        let mut parts = Cursor::into(pair);
        let name = self.name(&parts.presume(Rule::aname));
        let value = match parts.accept(Rule::level) {
            Some(level) => {
                let span = self.span(&level);
                let mut inner = Cursor::into(level);
                let at_least = inner.took(Rule::at_least_word);
                let number = self.number(&inner.presume(Rule::number))?;
                let or_more = inner.took(Rule::or_more) || at_least;
                inner.end();
                Some(Spanned::new(AttributeValue { number, or_more }, span))
            }
            None => None,
        };
        parts.end();
        Some(AttributeUse {
            without,
            name,
            value,
        })
    }

    /// `above 38 C`, `lasting 2 days`, `despite pressure`
    pub(super) fn qualifier(&mut self, pair: Pair<'_, Rule>) -> Option<Spanned<Qualifier>> {
        let span = self.span(&pair);
        let mut parts = Cursor::into(pair);
        let part = parts.any();
        parts.end();
        let rule = part.as_rule();
        let mut parts = Cursor::into(part);
        let qualifier = match rule {
            Rule::lasting if parts.peek() == Some(Rule::beyond) => {
                self.beyond_lasting(parts.presume(Rule::beyond));
                return None;
            }
            Rule::lasting => Qualifier::Lasting(self.single(parts.presume(Rule::drange))?.node),
            Rule::despite => Qualifier::Despite(self.name(&parts.presume(Rule::cname))),
            rule => Qualifier::Above {
                number: self.number(&parts.presume(Rule::number))?,
                unit: self.name(&parts.presume(Rule::unit)),
                or_equal: rule == Rule::reaching,
            },
        };
        parts.end();
        Some(Spanned::new(qualifier, span))
    }
}
