//! What the texts may import.

use std::sync::{Arc, OnceLock};

use aftercare_dsl::check::{Bundled, CheckOptions, Found, Library, LoadError, check};
use aftercare_dsl::source::Sources;
use aftercare_dsl::vocabulary::Vocabulary;

/// A vocabulary that has something of everything, and is read fifty times faster than `skin-care`.
const WORDS: &str = include_str!("words.rules");

/// The bundled files, and `words`.
#[derive(Debug, Clone, Copy)]
pub struct Kit;

impl Library for Kit {
    fn find(&self, name: &str, importer: &str) -> Result<Option<Found>, LoadError> {
        if name == "words" {
            return Ok(Some(Found {
                name: name.to_owned(),
                text: WORDS.to_owned(),
            }));
        }
        Bundled.find(name, importer)
    }

    fn names(&self, importer: &str) -> Vec<String> {
        let mut names = Bundled.names(importer);
        names.push("words".to_owned());
        names
    }
}

/// The bundled vocabulary, read once.
pub fn skin_care() -> &'static Vocabulary {
    static READ: OnceLock<Arc<Vocabulary>> = OnceLock::new();
    READ.get_or_init(|| {
        let options = CheckOptions::default();
        let text = "import skin-care\n";
        check(&mut Sources::new(), &Bundled, "kit.rules", text, &options).vocabulary
    })
}
