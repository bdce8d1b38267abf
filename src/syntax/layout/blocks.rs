//! Where the blocks of a text stand.

/// The places of each `{` and of the `}` that closes it, in the order of the `{`. Braces inside
/// quotes and addresses open nothing, and one that nothing closes is left out.
pub fn blocks(laid_out: &str) -> Vec<(u32, u32)> {
    let mut found: Vec<(u32, u32)> = Vec::new();
    let mut open: Vec<u32> = Vec::new();
    let mut closer = None;
    for (at, letter) in (0_u32..).zip(laid_out.bytes()) {
        match (closer, letter) {
            (Some(end), _) if letter == end || (end == b'>' && letter == b'\n') => closer = None,
            (Some(_), _) => {}
            (None, b'"') => closer = Some(b'"'),
            (None, b'<') if starts_address(laid_out, at) => closer = Some(b'>'),
            (None, b'{') => open.push(at),
            (None, b'}') => found.extend(open.pop().map(|start| (start, at))),
            (None, _) => {}
        }
    }
    found.sort_unstable();
    found
}

fn starts_address(laid_out: &str, at: u32) -> bool {
    let rest = laid_out.as_bytes().get(at as usize + 1..);
    rest.and_then(|rest| rest.get(..4))
        .is_some_and(|start| start.eq_ignore_ascii_case(b"http"))
}

#[cfg(test)]
mod tests {
    use super::blocks;

    #[test]
    fn braces_in_quotes_and_addresses_open_nothing() {
        let text = "a { \"}\" { } <http://x/{> }\n } {";
        assert_eq!(blocks(text), [(2, 25), (8, 10)]);
    }
}
