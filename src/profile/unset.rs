//! Forgetting one answer.

use super::document::KEYS;
use super::model::Profile;
use crate::vocabulary::{ThingId, Vocabulary, fold};

/// `profile` without what it says about `name`: a fact, `prescribed aspirin`, an event, a symptom, a
/// procedure, or one of its own keys (`treated`, `products`). None where it says nothing about it.
#[must_use]
pub fn unset(profile: &Profile, name: &str, vocabulary: &Vocabulary) -> Option<Profile> {
    let mut new = profile.clone();
    if let Some(fact) = vocabulary.find_fact(name) {
        new.facts.remove(&fact);
    } else if key(&mut new, name) {
        // `products` is a key before it is the class of all products.
    } else if let Some(thing) = prescribed(name, vocabulary) {
        new.prescribed.remove(&thing);
    } else if let Some(thing) = vocabulary.find_thing(name) {
        new.history.remove(&thing);
        new.events.remove(&thing);
        new.symptoms.remove(&thing);
        new.symptoms_absent.remove(&thing);
    }
    (new != *profile).then_some(new)
}

/// The text of a profile, TOML, without the line that `name` stands for, whatever the protocol: for what fits
/// it no longer. None where there is no such line, or the text is no TOML.
#[must_use]
pub fn without(text: &str, name: &str) -> Option<String> {
    let mut document: toml_edit::DocumentMut = text.parse().ok()?;
    let same = |key: &str| fold(key) == fold(name);
    let top = document.as_table_mut();
    let tables = ["facts", "events", "symptoms", "history"];
    for place in tables.map(Some).into_iter().chain([None]) {
        let table: Option<&mut dyn toml_edit::TableLike> = match place {
            Some(table) => top
                .get_mut(table)
                .and_then(toml_edit::Item::as_table_like_mut),
            None => Some(&mut *top),
        };
        let Some(table) = table else { continue };
        let key = table
            .iter()
            .map(|(key, _)| key.to_owned())
            .find(|key| same(key));
        if let Some(key) = key {
            table.remove(&key);
            return Some(document.to_string());
        }
    }
    None
}

/// The medicine of `prescribed aspirin`.
fn prescribed(name: &str, vocabulary: &Vocabulary) -> Option<ThingId> {
    let (word, rest) = name.trim().split_once(char::is_whitespace)?;
    (fold(word) == "prescribed")
        .then(|| vocabulary.find_thing(rest))
        .flatten()
}

/// Takes one of the profile's own keys away, if that is what `name` is.
fn key(profile: &mut Profile, name: &str) -> bool {
    let folded = |name: &str| fold(&name.replace('_', " "));
    let name = folded(name);
    let Some(key) = KEYS.iter().find(|key| folded(key) == name) else {
        return false;
    };
    match *key {
        "treated" => profile.treated = None,
        "zone" => profile.zone = None,
        "sessions" => profile.sessions = None,
        "course_finished" => profile.course_finished = false,
        "treatments" => profile.treatments.clear(),
        "products" => profile.products = None,
        "facts" => {
            profile.facts.clear();
            profile.prescribed.clear();
        }
        "history" => {
            profile.history.clear();
            profile.history_complete = false;
        }
        "events" => profile.events.clear(),
        "symptoms" => {
            profile.symptoms.clear();
            profile.symptoms_absent.clear();
            profile.symptoms_complete = false;
        }
        _ => return false,
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{KEYS, unset, without};
    use crate::check::{Bundled, CheckOptions, check};
    use crate::profile::{Profile, set};
    use crate::source::Sources;

    #[test]
    fn what_was_set_can_be_forgotten() {
        let mut sources = Sources::new();
        let rules = "import skin-care\navoid makeup for 2 days if pregnant\n";
        let options = CheckOptions::default();
        let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &options);
        let vocabulary = &checked.vocabulary;
        for key in KEYS {
            assert!(super::key(&mut Profile::default(), key), "{key}");
        }
        for (setting, name) in [
            ("pregnant = yes", "Pregnant"),
            ("medications = aspirin", "medications"),
            ("prescribed aspirin = yes", "prescribed aspirin"),
            ("healed = 2026-06-03", "healed"),
            ("fever = no", "fever"),
            ("treated = 2026-06-01", "treated"),
            ("products = Differin", "products"),
            ("course_finished = yes", "course finished"),
            ("history = none", "history"),
            ("symptoms = none", "symptoms"),
            ("zone = Europe/London", "zone"),
            ("sessions = 2026-05-01", "sessions"),
        ] {
            let mut profile = Profile::default();
            let source = sources.add("test", setting);
            assert_eq!(
                set(&mut profile, source, setting, vocabulary),
                [],
                "{setting}"
            );
            assert_ne!(profile, Profile::default(), "{setting}");
            let left = unset(&profile, name, vocabulary);
            assert_eq!(left, Some(Profile::default()), "{name}");
        }
        let text = "treated = 2026-06-01\n[facts]\n\"lens wearer\" = true\nage = 3\n";
        let left = "treated = 2026-06-01\n[facts]\nage = 3\n";
        assert_eq!(without(text, "Lens-wearer").as_deref(), Some(left));
        assert_eq!(without(text, "smoker"), None);
        assert_eq!(unset(&Profile::default(), "pregnant", vocabulary), None);
        assert_eq!(unset(&Profile::default(), "nothing so", vocabulary), None);
    }
}
