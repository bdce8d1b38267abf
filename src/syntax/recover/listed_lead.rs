//! `if conditions includes any of eczema, rosacea, pat dry`: a list in front of a sentence takes what follows its commas.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::calls::CALLING;
use crate::syntax::recover::near::is_start;
use crate::syntax::recover::reread::edit;

/// Words of a condition about what is known of the patient, which is no situation and no event.
const ASKING: &[&str] = &[
    " = ",
    " >= ",
    " <= ",
    " includes ",
    " include ",
    " at least ",
    " at most ",
    " in ",
    " is ",
    " over ",
    " under ",
    " within ",
];

impl Lower<'_> {
    /// Explains a sentence whose deed stands behind a list in front of it, or behind `when`; whether it is one.
    pub(super) fn listed_lead(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let laid = self.laid(sentence);
        let words = ["if ", "when ", "whenever "];
        let Some(word) = words.iter().find(|word| laid.starts_with(**word)) else {
            return false;
        };
        let text = self.quote(sentence);
        let text = text
            .get(word.len()..)
            .unwrap_or_default()
            .trim_end_matches('.');
        if text.contains('{') {
            return false;
        }
        let is_when = *word != "if ";
        let asks = |condition: &str| ASKING.iter().any(|word| condition.contains(word));
        let commas = text.match_indices(", ").map(|(at, _)| at);
        let parted = commas.filter_map(|at| Some((text.get(..at)?, text.get(at + 2..)?)));
        let parted: Vec<(&str, &str)> = parted
            .filter(|(asked, _)| asks(asked) && !asked.contains('"'))
            .collect();
        let first = |deed: &str| deed.split(' ').next().unwrap_or_default().to_lowercase();
        let sure = parted.iter().find(|(_, deed)| is_start(&first(deed)));
        let Some((asked, deed)) = sure.or(parted.last()).copied() else {
            return is_when && self.when_alone(sentence, text);
        };
        let tells = ["tell clinic ", "tell the clinic "]
            .iter()
            .any(|word| deed.starts_with(word));
        let calls = CALLING.contains(&first(deed).as_str()) && !tells;
        if deed.contains(" if ") || calls {
            return false;
        }
        // Where the comma ends the condition as it should, a sentence with `if` stays in its order.
        let behind = format!("{deed} if {asked}");
        let front = format!("if {asked}, {deed}");
        let reads = |text: &str| self.reads(&text.to_ascii_lowercase());
        let written = if is_when && reads(&front) {
            front
        } else {
            behind
        };
        let is_written = reads(&written);
        if !is_written && !reads(&format!("avoid heat if {asked}")) {
            return false;
        }
        let whole = edit(sentence, written.as_str());
        let raw = self.excerpt(sentence);
        let diagnostic = Diagnostic::new(
            Code::ClauseAlone,
            self.first_of(sentence),
            if is_when {
                format!("`{raw}` opens no block")
            } else {
                format!("`{deed}` is read as one more of what is listed before it")
            },
            if is_when {
                "one sentence says `if`"
            } else {
                "the list of what is asked has no end"
            },
        );
        self.refuse(if !is_written {
            diagnostic.with_help(format!(
                "write first what is to be done, and `if {asked}` behind it"
            ))
        } else if sure.is_some() {
            let help = format!("write `{written}`");
            diagnostic.with_help(help).with_edits(vec![whole])
        } else {
            diagnostic.with_help(format!(
                "where `{deed}` is what to do, write `{written}`; where it is one more of the list, say what to do"
            ))
        });
        true
    }

    /// `when pregnant, avoid retinoids`: one sentence has no block.
    fn when_alone(&mut self, sentence: Span, text: &str) -> bool {
        let Some((asked, deed)) = text.split_once(", ") else {
            return false;
        };
        let first = deed.split(' ').next().unwrap_or_default().to_lowercase();
        let written = format!("if {asked}, {deed}");
        if !is_start(&first) || !self.reads(&written.to_ascii_lowercase()) {
            return false;
        }
        let raw = self.excerpt(sentence);
        self.refuse(
            Diagnostic::new(
                Code::HeadShape,
                self.first_of(sentence),
                format!("`{raw}` opens no block"),
                "a block stands behind `when`",
            )
            .with_help(format!(
                "one sentence says `if`: write `{written}`; of a situation it says `while`, of what happens `from`"
            )),
        );
        true
    }
}
