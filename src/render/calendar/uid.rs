//! Names of events that stay from one issue to the next and identify nobody (RFC 7986, 5.3: a UID must not name a
//! user, a host or a domain).

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The secret of one plan, from which the names of its events are made: whoever has not got it can neither guess whose
/// plan a calendar is nor tell that two calendars are of one patient.
///
/// Each plan has one of its own, which stays as long as calendars of that plan are given out.
#[derive(Clone)]
pub struct Key(Vec<u8>);

impl Key {
    /// At least so many bytes, blanks at both ends aside.
    pub const LEAST: usize = 16;

    /// A key of these bytes, blanks at both ends aside; none where there are fewer than [`Self::LEAST`].
    #[must_use]
    pub fn new(bytes: &[u8]) -> Option<Self> {
        let bytes = bytes.trim_ascii();
        (bytes.len() >= Self::LEAST).then(|| Self(bytes.to_vec()))
    }

    /// The name of an item of the plan: the same for the same key and item, a UUID.
    pub(in crate::render) fn name(&self, item: &str) -> String {
        #[expect(
            clippy::expect_used,
            reason = "a key of HMAC may have any length (RFC 2104)"
        )]
        let mut code = Hmac::<Sha256>::new_from_slice(&self.0).expect("any length will do");
        code.update(item.as_bytes());
        let hash = code.finalize().into_bytes();
        as_uuid(&hash)
    }
}

/// The first bytes of a hash in the form of a UUID whose makers say how it is made (version 8, RFC 9562).
pub(in crate::render) fn as_uuid(hash: &[u8]) -> String {
    let mut bytes = [0_u8; 16];
    for (byte, from) in bytes.iter_mut().zip(hash) {
        *byte = *from;
    }
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    let parts = [
        part(0, 8),
        part(8, 12),
        part(12, 16),
        part(16, 20),
        part(20, 32),
    ];
    parts.join("-")
}

/// A secret is never printed.
impl std::fmt::Debug for Key {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Key(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Key {
        Key::new(text.as_bytes()).expect("long enough")
    }

    #[test]
    fn a_name_hangs_on_the_key_and_the_item_alone() {
        let one = key("0123456789abcdef");
        assert_eq!(one.name("sun"), key("0123456789abcdef\n").name("sun"));
        assert_ne!(one.name("sun"), one.name("heat"));
        assert_ne!(one.name("sun"), key("fedcba9876543210").name("sun"));
    }

    #[test]
    fn a_name_is_a_uuid_of_version_8() {
        for item in ["", "sun", "a\nb"] {
            let name = key("0123456789abcdef").name(item);
            let lengths: Vec<usize> = name.split('-').map(str::len).collect();
            assert_eq!(lengths, [8, 4, 4, 4, 12]);
            assert_eq!(name.as_bytes()[14], b'8');
            assert!(b"89ab".contains(&name.as_bytes()[19]), "{name}");
        }
    }

    /// From Python: `hmac.new(b"0123456789abcdef", b"sun", "sha256").hexdigest()`, its version and variant put in.
    #[test]
    fn a_name_is_made_of_the_hash_that_other_programs_make() {
        assert_eq!(
            key("0123456789abcdef").name("sun"),
            "eada04c2-5571-8963-ae34-30a81a0a0dc7"
        );
    }

    #[test]
    fn a_short_key_is_none_and_no_key_is_printed() {
        assert!(Key::new(b"fifteen letters").is_none());
        assert!(Key::new(b"  fifteen letters   \n").is_none());
        assert_eq!(format!("{:?}", key("0123456789abcdef")), "Key(..)");
    }
}
