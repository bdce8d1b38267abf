//! `shower but do not soak`: a verb that names no thing, and what is forbidden beside it.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::shapes::ALONE;

impl Lower<'_> {
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
