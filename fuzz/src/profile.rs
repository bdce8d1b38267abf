//! A profile: TOML, JSON and one `--set`.

use aftercare_dsl::profile::{self, Profile};
use aftercare_dsl::source::Sources;

use super::{found, kit};

/// Reads a text as a whole profile and as one answer.
pub fn run(text: &str) {
    let vocabulary = kit::skin_care();
    for name in ["fuzz.toml", "fuzz.json"] {
        let mut sources = Sources::new();
        let source = sources.add(name, text);
        let (_, mistakes) = profile::read(source, name, text, vocabulary);
        found::sound(&mistakes, &sources);
    }
    let mut sources = Sources::new();
    let source = sources.add("--set", text);
    let mut patient = Profile::default();
    let mistakes = profile::set(&mut patient, source, text, vocabulary);
    found::sound(&mistakes, &sources);
    let [patient, untouched] = [patient, Profile::default()].map(|one| format!("{one:?}"));
    assert!(mistakes.is_empty() || patient == untouched, "{mistakes:?}");
}
