//! What a protocol is called among the world's protocols.

use sha2::{Digest, Sha256};

use crate::check::Protocol;
use crate::render::calendar::as_uuid;

/// The canonical address of a protocol. It is made of the protocol's fingerprint: two protocols that have one title and
/// one version and say different things would else be taken for one.
pub(super) fn url(protocol: &Protocol) -> String {
    let hash = Sha256::digest(format!("aftercare-dsl protocol\n{}", protocol.fingerprint));
    format!("urn:uuid:{}", as_uuid(&hash))
}

/// Its version: its own, and its fingerprint where it names none.
pub(super) fn version(protocol: &Protocol) -> String {
    let version = protocol.version.as_deref().map(str::trim);
    let version = version.filter(|version| !version.is_empty());
    // What stands behind the `|` of a canonical address may have no blank and no second `|`.
    let plain = |letter: char| match letter {
        _ if letter.is_whitespace() || letter == '|' || crate::render::is_hidden(letter) => '-',
        _ => letter,
    };
    let version = version.unwrap_or(&protocol.fingerprint);
    version.chars().map(plain).collect()
}

/// Both, as a plan names the protocol that it follows.
pub(super) fn canonical(protocol: &Protocol) -> String {
    format!("{}|{}", url(protocol), version(protocol))
}
