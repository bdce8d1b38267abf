//! `refuse if allergic to latex`, `expect hair to fall out`: what `to` is no call in.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;

impl Lower<'_> {
    /// Refuses `to latex` behind `allergic`, and offers the fact that asks for it; whether it stands there.
    pub(in crate::syntax) fn allergic(&mut self, to: Span) -> bool {
        let word = "allergic";
        let before = self.laid_out.get(..to.start as usize).unwrap_or_default();
        let before = before.trim_end();
        if !before.ends_with(&format!(" {word}")) {
            return false;
        }
        let said = self.place(before.len() - word.len(), to.end as usize);
        let raw = self.quote(said);
        let named = self.quote(to);
        let named = named.strip_prefix("to ").unwrap_or(&named);
        let text = format!("allergies includes {named}");
        self.refuse(
            Diagnostic::new(
                Code::UnknownName,
                said,
                format!("`{raw}` is asked by a fact"),
                "no question of the language",
            )
            .with_help(format!(
                "write `{text}`; what that list lacks you declare, such as `fact \"{raw}\": yes or no`, and the sentence \
                 reads as it stands"
            ))
            .with_fix(said, text),
        );
        true
    }

    /// Refuses `expect hair to fall out`, where the whole is what comes; whether it stands there.
    pub(in crate::syntax) fn comes_to(&mut self, to: Span) -> bool {
        let before = self.laid_out.get(..to.start as usize).unwrap_or_default();
        let line = before.rfind(['\n', '{', '}']).map_or(0, |at| at + 1);
        let Some(at) = before.get(line..).and_then(|line| line.find("expect ")) else {
            return false;
        };
        let start = line + at + "expect ".len();
        let whole = self.trimmed(self.place(start, to.end as usize));
        let raw = self.quote(whole);
        if raw.contains(['"', ',']) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::UnknownName,
                whole,
                format!("`{raw}` is one symptom, and `to` ends a bare name"),
                "what comes",
            )
            .with_help(format!(
                "name what comes as the vocabulary does (`aftercare-dsl vocabulary symptom` shows it), or in quotes: \
                 `expect \"{raw}\"`"
            ))
            .with_fix(whole, format!("\"{raw}\"")),
        );
        true
    }
}
