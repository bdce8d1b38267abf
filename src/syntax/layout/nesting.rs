//! Bounds the nesting of parentheses and braces before the grammar meets it.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::{SourceId, Span};
use crate::syntax::layout::{MAX_DEPTH, UNCLOSED};

/// The mistake of nesting deeper than [`MAX_DEPTH`], at the first bracket that does.
pub fn too_deep(source: SourceId, laid_out: &str) -> Option<Diagnostic> {
    let mut depth = 0_usize;
    let mut quoted = None;
    for (number, stretch) in laid_out.as_bytes().chunks(STRETCH).enumerate() {
        if quoted.is_none() && !holds_marks(stretch) {
            continue;
        }
        for (at, byte) in stretch.iter().enumerate() {
            match (quoted, byte) {
                (None, b'"' | &UNCLOSED) => quoted = Some(byte),
                (Some(open), byte) if open == byte => quoted = None,
                (Some(&UNCLOSED), b'\n') => quoted = None,
                (None, b'(' | b'{') => depth += 1,
                (None, b')' | b'}') => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > MAX_DEPTH {
                return Some(too_deep_at(source, number * STRETCH + at));
            }
        }
    }
    None
}

/// How many bytes are looked over at once.
const STRETCH: usize = 32;

/// Whether a quote or a bracket is among these bytes, all of which are looked at whatever they are,
/// several at once.
fn holds_marks(stretch: &[u8]) -> bool {
    let is_mark = |byte: u8| matches!(byte, b'"' | UNCLOSED | b'(' | b')' | b'{' | b'}');
    stretch.iter().fold(false, |any, byte| any | is_mark(*byte))
}

fn too_deep_at(source: SourceId, at: usize) -> Diagnostic {
    let start = u32::try_from(at).unwrap_or(u32::MAX);
    Diagnostic::new(
        Code::TooDeep,
        Span::new(source, start, start.saturating_add(1)),
        format!("brackets are nested more than {MAX_DEPTH} deep"),
        "this one is too deep",
    )
    .with_help("split the condition or the block into several")
}
