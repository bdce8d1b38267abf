//! `if pregnant, use petroleum jelly instead`: what these patients do is a sentence of its own, and of the other one they
//! are left out.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;

/// The word where it stands in a sentence, and what stands around it.
struct Alone<'t> {
    front: &'t str,
    behind: &'t str,
}

impl Lower<'_> {
    /// Offers the sentence without an `instead` that says nothing of the thing whose place is taken; whether one stands
    /// there.
    pub(super) fn instead_alone(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let Some(alone) = alone(self.laid(sentence)) else {
            return false;
        };
        let from = sentence.start as usize;
        let front = self.quote(self.place(from, from + alone.front.len()));
        let behind = self.quote(self.place(
            sentence.end as usize - alone.behind.len(),
            sentence.end as usize,
        ));
        let whole = format!("{front} {behind}");
        let whole = whole.trim().trim_end_matches('.');
        let (text, who) = condition_last(whole);
        let edits = vec![edit(sentence, text.as_str())];
        if !self.reads_with(line, &edits) {
            return false;
        }
        let word = from + alone.front.len();
        let word = self.trimmed(self.place(word, sentence.end as usize - alone.behind.len()));
        let others = match who {
            Some(who) => format!("; the sentence on what they do not use ends with `unless {who}`"),
            None => "; for some patients alone it ends with `if`, and the sentence on what they do not use with `unless`"
                .to_owned(),
        };
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                word,
                "`instead` does not say in the place of what: each sentence stands alone",
                "nothing is left here",
            )
            .with_help(format!("write `{text}`{others}"))
            .with_edits(edits),
        );
        true
    }
}

/// An `instead` in front of the deed, or behind all that is done.
fn alone(sentence: &str) -> Option<Alone<'_>> {
    const WORD: &str = "instead";
    if sentence.contains('"') {
        return None;
    }
    let at = match sentence.strip_prefix(WORD) {
        Some(_) => 0,
        None => sentence.find(" instead")? + 1,
    };
    let (front, rest) = (sentence.get(..at)?, sentence.get(at + WORD.len()..)?);
    let behind = rest.trim_start();
    let asks = ["if ", "unless ", "for ", "daily", "until "];
    let is_last =
        behind.is_empty() || behind == "." || asks.iter().any(|word| behind.starts_with(word));
    let is_lead = front.is_empty() || front.starts_with("if ") && front.trim_end().ends_with(',');
    (is_last || is_lead && rest.starts_with(' ')).then_some(Alone {
        front: front.trim_end(),
        behind,
    })
}

/// A sentence with the condition that stands before it put behind it, and the condition.
fn condition_last(whole: &str) -> (String, Option<String>) {
    let lead = whole.strip_prefix("if ");
    let parted = lead.and_then(|rest| rest.rsplit_once(", "));
    let clauses = [" if ", " unless ", " because ", " [", " instead ", "{"];
    if let Some((who, deed)) = parted
        && !clauses.iter().any(|word| deed.contains(word))
    {
        return (format!("{deed} if {who}"), Some(who.to_owned()));
    }
    let who = whole.split_once(" if ").map(|(_, who)| who);
    let who = who.filter(|who| !clauses.iter().any(|word| who.contains(word)));
    (whole.to_owned(), who.map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::{alone, condition_last};

    #[test]
    fn the_word_is_left_out_and_who_is_meant_stands_last() {
        for said in [
            "if allergic to neomycin, use vaseline instead",
            "if allergic to neomycin, instead use vaseline",
            "use vaseline instead if allergic to neomycin",
        ] {
            let found = alone(said).map(|alone| format!("{} {}", alone.front, alone.behind));
            let (text, who) = condition_last(found.as_deref().unwrap_or_default().trim());
            assert_eq!(text, "use vaseline if allergic to neomycin", "{said}");
            assert_eq!(who.as_deref(), Some("allergic to neomycin"), "{said}");
        }
        for said in [
            "avoid makeup, instead use powder",
            "use gauze instead of plaster",
            "avoid makeup because \"x\" instead",
        ] {
            assert!(alone(said).is_none(), "{said}");
        }
    }
}
