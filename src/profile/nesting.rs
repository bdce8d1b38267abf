//! How deep the brackets of a file are nested, found without recursion before it is parsed.

use super::format::Format;

/// How deep brackets may be nested, and how many parts a dotted key may have; a profile needs four.
const MAX_NESTING: usize = 16;

/// The byte at which the text is nested too deep.
pub(super) fn too_deep(text: &str, format: Format) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut depth, mut dots) = (0, 0_usize, 0_usize);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'.' => dots += 1,
            b'=' | b',' | b'\n' => dots = 0,
            _ => {}
        }
        if depth > MAX_NESTING || dots > MAX_NESTING {
            return Some(at);
        }
        at = match format {
            Format::Toml => after_toml_token(bytes, at),
            Format::Json | Format::Set if *byte == b'"' => after_string(bytes, at, false),
            Format::Json | Format::Set => at + 1,
        };
    }
    None
}

/// The byte after the TOML token that starts at `at`.
fn after_toml_token(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let until = |stop: &dyn Fn(&u8) -> bool| {
        rest.iter()
            .position(stop)
            .map_or(bytes.len(), |found| at + found)
    };
    match rest.first() {
        Some(b'#') => until(&|byte| matches!(byte, b'\r' | b'\n')),
        Some(b'"') if rest.starts_with(br#"""""#) => after_long(bytes, at, br#"""""#),
        Some(b'\'') if rest.starts_with(b"'''") => after_long(bytes, at, b"'''"),
        Some(b'"') => after_string(bytes, at, true),
        Some(b'\'') => rest
            .iter()
            .skip(1)
            .position(|byte| matches!(byte, b'\'' | b'\n'))
            .map_or(bytes.len(), |found| {
                let end = at + 1 + found;
                end + usize::from(bytes.get(end) == Some(&b'\''))
            }),
        Some(b'.' | b'=' | b',' | b'[' | b']' | b'{' | b'}' | b' ' | b'\t' | b'\r' | b'\n') => {
            at + 1
        }
        _ => until(&|byte| b".=,[]{} \t#\r\n".contains(byte)).max(at + 1),
    }
}

/// The byte after a string in double quotes that starts at `at`; in TOML a line's end closes it, too.
fn after_string(bytes: &[u8], at: usize, line: bool) -> usize {
    let mut at = at + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at + 1,
            b'\n' if line => return at,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// The byte after a TOML string in three quotes that starts at `at`.
fn after_long(bytes: &[u8], at: usize, quotes: &[u8; 3]) -> usize {
    let mut at = at + 3;
    while at < bytes.len() {
        let rest = bytes.get(at..).unwrap_or_default();
        if rest.starts_with(quotes) {
            let more = rest.iter().skip(3).take(2);
            return at
                + 3
                + more
                    .take_while(|byte| Some(*byte) == quotes.first())
                    .count();
        }
        at += if rest.first() == Some(&b'\\') && quotes.first() == Some(&b'"') {
            2
        } else {
            1
        };
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::{Format, too_deep};

    #[test]
    fn brackets_in_strings_and_comments_do_not_count() {
        let many = "[".repeat(40);
        for text in [
            format!("a = \"{many}\""),
            format!("a = '{many}'"),
            format!("a = \"\"\"\n{many}\"\"\""),
            format!("a = '''\n{many}\n'''"),
            format!("# {many}"),
            format!("a = \"\\\"{many}\""),
        ] {
            assert_eq!(too_deep(&text, Format::Toml), None, "{text}");
        }
        assert_eq!(
            too_deep(&format!("{{\"a\": \"\\\"{many}\"}}"), Format::Json),
            None
        );
    }

    #[test]
    fn deep_nesting_is_found_where_it_starts() {
        assert_eq!(too_deep(&"[".repeat(40), Format::Json), Some(16));
        assert_eq!(too_deep(&"[".repeat(100_000), Format::Toml), Some(16));
        assert_eq!(
            too_deep(&format!("a = '\n{}", "{".repeat(40)), Format::Toml),
            Some(22)
        );
        assert_eq!(too_deep(&"a.".repeat(100_000), Format::Toml), Some(33));
        assert_eq!(too_deep("it's [[[\"", Format::Toml), None);
    }
}
