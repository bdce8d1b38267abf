//! Lines of a variant that start with `replace` or `drop` and go on otherwise than such a line does.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::{Before, Lower};
use crate::syntax::recover::reread::edit;

/// As many words as a label may have for a missing colon to be put behind them.
const WORDS: usize = 4;

impl Lower<'_> {
    /// Explains a line that starts with `replace` or `drop`.
    pub(super) fn variant_shape(&mut self, word: &str, at: Span, line: Span) {
        let rule = if word == "drop" {
            Rule::dropped
        } else {
            Rule::replaced
        };
        // At the top of a file such a line reads, so that this one stands in a block.
        let reads = self.reread(rule, line);
        if reads.is_some_and(|(_, end)| end == line.end as usize) {
            return self.not_in_a_block(word, at);
        }
        match self.behind_label(at, line) {
            Some(sentence) if word == "replace" => {
                if sentence.start == sentence.end {
                    return self.label_alone(line);
                }
                self.explain_line(sentence, &Before::default(), false);
            }
            _ => self.no_variant(word, at, line),
        }
    }

    /// What stands behind the label and the colon.
    fn behind_label(&self, word: Span, line: Span) -> Option<Span> {
        let name = self.tail(line, word.end as usize);
        let (_, end) = self.reread(Rule::name, name)?;
        let rest = self.tail(line, end);
        self.laid(rest)
            .starts_with(':')
            .then(|| self.tail(line, rest.start as usize + 1))
    }

    fn no_variant(&mut self, word: &str, at: Span, line: Span) {
        let (wants, example) = if word == "drop" {
            (
                "the label of a sentence, and behind it only a reason",
                "drop sun because \"...\"",
            )
        } else {
            (
                "the label of a sentence, a colon, and the sentence that is to stand there",
                "replace sun: avoid direct sun for 3 days because \"...\"",
            )
        };
        let rest = self.tail(line, at.end as usize);
        let alone = rest.start == rest.end;
        let diagnostic = Diagnostic::new(
            Code::VariantShape,
            if alone { at } else { rest },
            format!("`{word}` wants {wants}"),
            if alone {
                "it stands alone"
            } else {
                "this is otherwise"
            },
        )
        .with_help(format!("write it as in `{example}`"));
        let diagnostic = if word == "replace" {
            self.with_colon(diagnostic, rest, line)
        } else {
            diagnostic
        };
        self.refuse(diagnostic);
    }

    /// `replace sun avoid heat`: the colon that lets the line read.
    fn with_colon(&self, diagnostic: Diagnostic, rest: Span, line: Span) -> Diagnostic {
        let text = self.laid(rest);
        let ends = text.match_indices(' ').map(|(at, _)| at).take(WORDS);
        for end in ends {
            let at = rest.start as usize + end;
            let colon = vec![edit(self.place(at, at), ":")];
            if self.reads_with(line, &colon) {
                let label = self.quote(self.place(rest.start as usize, at));
                return diagnostic
                    .with_help(format!("put a colon behind `{label}`"))
                    .with_edits(colon);
            }
        }
        diagnostic
    }
}
