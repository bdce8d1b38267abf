//! `expect hair to fall out`: what `to` is no call in.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;

impl Lower<'_> {
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
        // `peeling from day 3 until day 7 to 10` says when, and in quotes that would be part of the name.
        let says_when = raw.contains(|letter: char| letter.is_ascii_digit());
        if raw.contains(['"', ',']) || says_when {
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
