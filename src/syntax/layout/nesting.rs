//! Bounds the nesting of parentheses and braces before the grammar meets it.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::{SourceId, Span};
use crate::syntax::layout::{MAX_DEPTH, UNCLOSED};

/// The mistake of nesting deeper than [`MAX_DEPTH`], at the first bracket that does.
pub fn too_deep(source: SourceId, laid_out: &str) -> Option<Diagnostic> {
    let mut depth = 0_usize;
    let mut quoted = None;
    for (at, byte) in laid_out.bytes().enumerate() {
        if !matches!(byte, b'"' | UNCLOSED | b'\n' | b'(' | b')' | b'{' | b'}') {
            continue;
        }
        match (quoted, byte) {
            (None, b'"' | UNCLOSED) => quoted = Some(byte),
            (Some(open), byte) if open == byte => quoted = None,
            (Some(UNCLOSED), b'\n') => quoted = None,
            (None, b'(' | b'{') => depth += 1,
            (None, b')' | b'}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            let start = u32::try_from(at).unwrap_or(u32::MAX);
            return Some(
                Diagnostic::new(
                    Code::TooDeep,
                    Span::new(source, start, start.saturating_add(1)),
                    format!("brackets are nested more than {MAX_DEPTH} deep"),
                    "this one is too deep",
                )
                .with_help("split the condition or the block into several"),
            );
        }
    }
    None
}
