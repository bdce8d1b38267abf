//! What a variant does to the sentences of the protocols that it extends.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::reserved::VARYING;
use crate::syntax::tree::{Item, Name};

impl Lower<'_> {
    /// `replace sun: avoid direct sun for 3 days`; none where its sentence was refused.
    pub(super) fn replaced(&mut self, pair: Pair<'_, Rule>) -> Option<Item> {
        let mut parts = Cursor::into(pair);
        let mut label = Cursor::into(parts.presume(Rule::label));
        let name = label.presume(Rule::name);
        label.end();
        let label = self.name(&name);
        let sentence = parts.presume(Rule::sentence);
        parts.end();
        let span = self.span(&sentence);
        let mut sentence = self.sentence(sentence)?;
        if let Some(own) = sentence.label.take() {
            self.second_label(&label, &own);
        }
        sentence.label = Some(label);
        Some(Item::Replace(Box::new(Spanned::new(sentence, span))))
    }

    /// `drop sun because "the clinic treats in winter alone"`
    pub(super) fn dropped(&mut self, pair: Pair<'_, Rule>) -> Item {
        let mut parts = Cursor::into(pair);
        let label = self.name(&parts.presume(Rule::name));
        let because = parts.accept(Rule::because).map(|because| {
            let mut inner = Cursor::into(because);
            let text = self.string(&inner.presume(Rule::string));
            inner.end();
            text
        });
        parts.end();
        Item::Drop { label, because }
    }

    fn second_label(&mut self, label: &Name, own: &Name) {
        let (first, second) = (&label.text, &own.text);
        let behind = own.span.end as usize;
        let colon = self.raw(self.place(behind, self.text.len()));
        let rest = colon.trim_start().strip_prefix(':').unwrap_or(colon);
        let end = self.text.len() - rest.trim_start_matches([' ', '\t']).len();
        self.refuse(
            Diagnostic::new(
                Code::VariantShape,
                own.span,
                format!("the sentence that replaces `{first}` keeps that label"),
                format!("`{second}` would be a second one"),
            )
            .with_help("leave this label out")
            .with_fix(self.place(own.span.start as usize, end), ""),
        );
    }

    /// `when pregnant { replace sun: avoid heat }`: what is replaced keeps its own place.
    pub(super) fn variant_label(&mut self, label: &Name) {
        let word = label.text.split(' ').next().unwrap_or_default();
        let is_word = VARYING.contains(&word.to_lowercase().as_str());
        if !label.quoted && word != label.text && is_word {
            self.not_in_a_block(&word.to_lowercase(), label.span);
        }
    }

    /// `replace` or `drop` where only sentences can stand.
    pub(in crate::syntax) fn not_in_a_block(&mut self, word: &str, span: Span) {
        self.refuse(
            Diagnostic::new(
                Code::VariantShape,
                span,
                format!("`{word}` stands on a line of its own, outside of all blocks"),
                "it stands in a block, or behind a clause",
            )
            .with_help(
                "move it out: what it changes keeps the `when`s and sections that it stands in",
            ),
        );
    }
}
