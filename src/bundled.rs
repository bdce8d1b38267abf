//! The protocols and vocabularies that come with the program.

/// Every bundled file: the name that `import` and the command line take, and its text.
pub const BUNDLED: &[(&str, &str)] = &[
    (
        "microneedling",
        include_str!("../rules/microneedling.rules"),
    ),
    ("skin-care", include_str!("../rules/skin-care.rules")),
    ("actives", include_str!("../rules/actives.rules")),
    ("ingredients", include_str!("../rules/ingredients.rules")),
    ("medicines", include_str!("../rules/medicines.rules")),
];

/// The text of a bundled file.
#[must_use]
pub fn bundled(name: &str) -> Option<&'static str> {
    BUNDLED
        .iter()
        .find(|(bundled, _)| *bundled == name)
        .map(|(_, text)| *text)
}
