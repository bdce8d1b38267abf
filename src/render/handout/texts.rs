//! Translations of what a protocol says, made by whoever answers for the protocol.

use std::collections::BTreeMap;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::words::Language;

/// What a protocol says, in another language: each text as the handout has it in English, and what stands in its place.
///
/// A text that changes finds its translation no more, and is said in English and marked: a number that a protocol has
/// changed is never given in its old form.
///
/// ```
/// use aftercare_dsl::render::Texts;
///
/// let texts = "language = \"es\"\n[texts]\n\"retinoids\" = \"retinoides\"\n";
/// assert!(Texts::read(texts).is_ok());
/// assert!(Texts::read("language = \"en\"\n[texts]\n").is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts {
    language: Language,
    texts: BTreeMap<String, String>,
    digest: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    language: String,
    #[serde(default)]
    texts: BTreeMap<String, String>,
}

impl Texts {
    /// Reads a file of them (TOML): `language = "es"`, and under `[texts]` a line for each text.
    ///
    /// # Errors
    ///
    /// It is no such file; the message says what is wrong and in which line.
    pub fn read(text: &str) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| {
            let line = error.span().and_then(|span| text.get(..span.start));
            let line = line.map_or(1, |before| before.matches('\n').count() + 1);
            let message = error.message().lines().next().unwrap_or_default();
            format!("line {line}: {message}")
        })?;
        let language = match Language::of_tag(&file.language) {
            Some(Language::English) => {
                return Err("`language` is `en`, in which the protocol is written".to_owned());
            }
            Some(language) => language,
            None => {
                let others = Language::ALL
                    .into_iter()
                    .filter(|one| *one != Language::English);
                let tags: Vec<String> = others.map(|one| format!("`{}`", one.tag())).collect();
                return Err(format!("`language` is none of {}", tags.join(", ")));
            }
        };
        if let Some((text, _)) = file.texts.iter().find(|(_, other)| other.trim().is_empty()) {
            return Err(format!("`{text}` has an empty text in its place"));
        }
        let mut hash = Sha256::new();
        for (text, other) in &file.texts {
            // The lengths keep two pairs from being read as one.
            hash.update(format!("{} {} {text}{other}", text.len(), other.len()));
        }
        let digest = hash.finalize();
        let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let texts = file.texts.into_iter();
        let texts = texts.map(|(text, other)| (key(&text), other)).collect();
        Ok(Self {
            language,
            texts,
            digest,
        })
    }

    /// The language that they are in.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// A digest over all of them.
    pub(super) fn digest(&self) -> &str {
        &self.digest
    }

    /// What stands in the place of a text.
    pub(super) fn get(&self, text: &str) -> Option<&str> {
        self.texts.get(&key(text)).map(String::as_str)
    }
}

/// Texts are one whatever the capital at their start and the stop at their end.
fn key(text: &str) -> String {
    crate::render::text::sentence(text.trim().trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_whatever_its_capital_and_its_stop() {
        let texts =
            "language = \"es\"\n[texts]\n\"Fever\" = \"fiebre\"\n\"it heals.\" = \"cura\"\n";
        let texts = Texts::read(texts).unwrap();
        assert_eq!(texts.get("fever"), Some("fiebre"));
        assert_eq!(texts.get("it heals"), Some("cura"));
        assert_eq!(texts.get("pain"), None);
        assert_eq!(texts.language(), Language::Spanish);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let wrong = |text: &str| Texts::read(text).unwrap_err();
        assert!(wrong("language = \"es\"\n[texts]\na b = \"c\"\n").starts_with("line 3: "));
        assert!(wrong("language = \"xx\"\n").contains("`es`, `ar`"));
        assert!(wrong("language = \"en\"\n").contains("`en`"));
        assert!(wrong("language = \"es\"\n[texts]\n\"a\" = \" \"\n").contains("`a`"));
        assert!(wrong("language = \"es\"\ntext = 3\n").starts_with("line "));
    }

    #[test]
    fn the_digest_is_of_each_text_and_no_other() {
        let digest = |text: &str| Texts::read(text).unwrap().digest;
        let one = digest("language = \"es\"\n[texts]\n\"a\" = \"bc\"\n");
        assert_ne!(one, digest("language = \"es\"\n[texts]\n\"ab\" = \"c\"\n"));
        assert_eq!(one, digest("language = \"es\"\n\n[texts]\na = \"bc\"\n"));
    }
}
