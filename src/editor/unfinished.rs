//! Whether a text wants more lines.

use super::Scope;
use crate::syntax::{MAX_BYTES, Typed};

/// Whether the text cannot end where it ends: a block is open, or its last line ends in a comma, `and`
/// or `or`, so that the next line would belong to it (LANGUAGE.md 2.1).
///
/// A blank line ends a sentence, but no block. A text above [`MAX_BYTES`] is never unfinished.
#[must_use]
pub fn is_unfinished(text: &str, scope: &Scope) -> bool {
    if text.len() > MAX_BYTES || text.trim().is_empty() {
        return false;
    }
    let typed = Typed::new(text, Some(scope.protected()));
    typed.wants_a_line() || typed.is_open()
}
