//! The bundled vocabulary `skin-care` with all that it imports, read and named ahead of time, and the
//! bundled protocols, read.
//!
//! Nearly every protocol imports it, and reading its thousand lines took most of a run. So what the
//! checker makes of them is kept in `rules/bundled.stock`: the names, what is above each thing, the
//! attributes and facts, with their places; and the trees of the bundled protocols beside. `form` says
//! in which shape; `take` puts it into a check exactly where reading the texts would have come out. A
//! test makes the file anew from the texts and compares. Where it is not of these very texts, or where
//! a protocol loads other files first, the texts are read as any others.

mod form;
#[cfg(test)]
mod make;
mod take;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

pub(crate) use form::{Shelved, Stock};
pub(crate) use take::Read;

use crate::bundled::{BUNDLED, bundled};

/// The files whose words are in stock, imports before their importers.
pub(in crate::check) const FILES: [&str; 4] = ["actives", "ingredients", "medicines", "skin-care"];

/// The digest of the texts, then what they come to.
const BYTES: &[u8] = include_bytes!("../../../rules/bundled.stock");

/// Whether the stock is of the texts that are bundled: found out by the compiler.
const CURRENT: bool = match BYTES.first_chunk() {
    Some(made_of) => u64::from_le_bytes(*made_of) == digest(BUNDLED),
    None => false,
};

/// What is in stock; none where it is not of these texts.
pub(crate) fn stock() -> Option<&'static Stock<'static>> {
    static STOCK: LazyLock<Option<Stock<'static>>> = LazyLock::new(|| {
        let (_, bytes) = BYTES.split_first_chunk::<8>().filter(|_| CURRENT)?;
        postcard::from_bytes(bytes).ok()
    });
    STOCK.as_ref()
}

impl Stock<'_> {
    /// What is in stock of a file, if it is one of the bundled, unchanged.
    pub(crate) fn shelved(&self, name: &str, text: &str) -> Option<&Shelved<'_>> {
        let shelved = self.files.iter().find(|file| file.name == name)?;
        (bundled(name) == Some(text)).then_some(shelved)
    }
}

/// A digest of names and texts (FNV-1a, 64 bits): it tells one edit of ours from another, and holds
/// against nobody.
const fn digest(files: &[(&str, &str)]) -> u64 {
    let mut digest = 0xcbf2_9ce4_8422_2325;
    let mut rest = files;
    while let [(name, text), more @ ..] = rest {
        digest = digest_on(digest_on(digest, name.as_bytes()), text.as_bytes());
        rest = more;
    }
    digest
}

/// Goes on with a digest over more bytes, and their end.
const fn digest_on(so_far: u64, bytes: &[u8]) -> u64 {
    const PRIME: u64 = 0x0100_0000_01b3;
    let mut digest = so_far;
    let mut rest = bytes;
    while let [byte, more @ ..] = rest {
        digest = (digest ^ *byte as u64).wrapping_mul(PRIME);
        rest = more;
    }
    // No text holds this byte: it is none of UTF-8.
    (digest ^ 0xff).wrapping_mul(PRIME)
}
