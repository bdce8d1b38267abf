//! The protocols and vocabularies that come with the program.

/// Every bundled file: the name that `import` and the command line take, and its text. The vocabulary of
/// a treatment is read where it is imported, and costs nothing elsewhere.
pub const BUNDLED: &[(&str, &str)] = &[
    (
        "microneedling",
        include_str!("../rules/microneedling.rules"),
    ),
    (
        "botulinum-toxin",
        include_str!("../rules/botulinum-toxin.rules"),
    ),
    ("skin-care", include_str!("../rules/skin-care.rules")),
    ("actives", include_str!("../rules/actives.rules")),
    ("ingredients", include_str!("../rules/ingredients.rules")),
    ("medicines", include_str!("../rules/medicines.rules")),
    (
        "microneedling-words",
        include_str!("../rules/microneedling-words.rules"),
    ),
    (
        "radiofrequency-words",
        include_str!("../rules/radiofrequency-words.rules"),
    ),
    ("peel-words", include_str!("../rules/peel-words.rules")),
    (
        "dermaplaning-words",
        include_str!("../rules/dermaplaning-words.rules"),
    ),
    ("laser-words", include_str!("../rules/laser-words.rules")),
    ("light-words", include_str!("../rules/light-words.rules")),
    (
        "hair-removal-words",
        include_str!("../rules/hair-removal-words.rules"),
    ),
    (
        "tattoo-removal-words",
        include_str!("../rules/tattoo-removal-words.rules"),
    ),
    (
        "pigment-words",
        include_str!("../rules/pigment-words.rules"),
    ),
    (
        "botulinum-words",
        include_str!("../rules/botulinum-words.rules"),
    ),
    ("filler-words", include_str!("../rules/filler-words.rules")),
    ("prp-words", include_str!("../rules/prp-words.rules")),
    ("wound-words", include_str!("../rules/wound-words.rules")),
];

/// Those of them that hold sentences, so that nothing can import them.
pub const PROTOCOLS: &[&str] = &["microneedling", "botulinum-toxin"];

/// The scenarios of the bundled protocols, by the name that the command line takes: nothing can import them.
pub const SCENARIOS: &[(&str, &str)] = &[
    (
        "microneedling-scenarios",
        include_str!("../rules/microneedling-scenarios.rules"),
    ),
    (
        "botulinum-toxin-scenarios",
        include_str!("../rules/botulinum-toxin-scenarios.rules"),
    ),
];

/// The text of a bundled file, one of scenarios included.
#[must_use]
pub fn bundled_text(name: &str) -> Option<&'static str> {
    let of_scenarios = || SCENARIOS.iter().find(|(bundled, _)| *bundled == name);
    bundled(name).or_else(|| of_scenarios().map(|(_, text)| *text))
}

/// The text of a bundled protocol or vocabulary.
#[must_use]
pub fn bundled(name: &str) -> Option<&'static str> {
    BUNDLED
        .iter()
        .find(|(bundled, _)| *bundled == name)
        .map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::{BUNDLED, PROTOCOLS};
    use crate::check::{Bundled, CheckOptions, check};
    use crate::source::Sources;

    #[test]
    fn the_protocols_are_what_holds_sentences() {
        for (name, text) in BUNDLED {
            let mut sources = Sources::new();
            let checked = check(&mut sources, &Bundled, name, text, &CheckOptions::default());
            let rules = checked.protocol.map_or(0, |protocol| protocol.rules.len());
            assert_eq!(PROTOCOLS.contains(name), rules > 0, "{name}");
        }
    }
}
