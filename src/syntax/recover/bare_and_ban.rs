//! `shower but do not soak`: a verb that names no thing, and what is forbidden beside it.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::shapes::ALONE;
use crate::syntax::reserved::RESERVED;

impl Lower<'_> {
    /// What a verb that names no thing is written as, where a sentence starts with one: `shower after 24 hours`.
    pub(super) fn bare_verb(&self, line: Span) -> Option<String> {
        let start = self.after_labels(line);
        let at = self.trimmed(self.place(start, line.end as usize));
        let word = self.first_word(at);
        let next = self.first_word(self.tail(at, at.start as usize + word.len()));
        let bare = ALONE.contains(&word) && RESERVED.binary_search(&next).is_ok();
        bare.then(|| match word {
            "shower" => "`allow showers` or `take showers`".to_owned(),
            word => format!("`{word} treated area`"),
        })
    }

    /// Offers the two sentences; whether the line is of that kind.
    pub(super) fn bare_and_ban(&mut self, word: &str, span: Span, rest: Span) -> bool {
        const BANS: &[&str] = &["do not ", "don't ", "never ", "avoid "];
        let laid = self.laid(rest).trim_start_matches([',', ' ']);
        let ban = ["but ", "and "]
            .iter()
            .find_map(|joint| laid.strip_prefix(joint));
        let Some(ban) = ban.filter(|ban| BANS.iter().any(|word| ban.starts_with(word))) else {
            return false;
        };
        if !ALONE.contains(&word) {
            return false;
        }
        let second = self.place(rest.end as usize - ban.len(), rest.end as usize);
        let ban = self.quote(second);
        let help = if word == "shower" {
            format!(
                "write `allow showers` where that may be, `take showers` where it is to be, and `{ban}` on a line of \
                 its own"
            )
        } else {
            format!("write `{word} treated area`, and `{ban}` on a line of its own")
        };
        self.refuse(
            Diagnostic::new(
                Code::TwoSentences,
                self.first_of(second),
                format!(
                    "`{}` starts a second sentence",
                    self.quote(self.first_of(second))
                ),
                format!("`{}` ends before it, and says of nothing", self.quote(span)),
            )
            .with_help(help),
        );
        true
    }
}
