//! A clause word with a slip in it: where a clause starts, behind another word of its clause, or
//! melted into the name before it.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::near::slips;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;

/// How many words on either side of the stop are looked into.
const MOST: usize = 8;

impl Lower<'_> {
    /// `makeup form day 2`, `makeup becuase "x"`, `unles healed`, `twice dayly`, `makeup for3 days`
    pub(super) fn slip(&mut self, stop: Stop, rest: Span) -> bool {
        for span in self.words_around(stop, rest) {
            let word = self.laid(span);
            for near in slips(word) {
                let edits = vec![edit(span, near.as_str())];
                if !self.reads_with(stop.line, &edits) {
                    continue;
                }
                let raw = self.quote(span);
                self.refuse(
                    Diagnostic::new(
                        Code::MisspeltWord,
                        span,
                        format!("`{raw}` is no word of the language"),
                        "misspelt?",
                    )
                    .with_help(format!("did you mean `{near}`?"))
                    .with_edits(edits),
                );
                return true;
            }
        }
        false
    }

    /// The words behind the stop, then those before it from the nearest on, the first one left out;
    /// words in quotes are no candidates.
    fn words_around(&self, stop: Stop, rest: Span) -> Vec<Span> {
        let mut before = Vec::new();
        let mut behind = Vec::new();
        let mut quoted = false;
        let mut at = stop.line.start as usize;
        for word in self.laid(stop.line).split(' ') {
            let bare = word.trim_end_matches([',', '.']);
            let is_text = quoted || word.contains('"');
            quoted ^= word.matches('"').count() % 2 == 1;
            if !is_text && at >= rest.start as usize {
                behind.push(self.place(at, at + bare.len()));
            } else if !is_text && at > stop.line.start as usize {
                before.push(self.place(at, at + bare.len()));
            }
            at += word.len() + 1;
        }
        behind.truncate(MOST);
        behind.extend(before.into_iter().rev().take(MOST));
        behind
    }
}
