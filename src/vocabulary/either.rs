//! Short names of sheets that may be either of two things, or much more than was meant.

/// One such name.
#[derive(Debug, Clone, Copy)]
pub struct Either {
    /// The short name.
    pub name: &'static str,
    /// What may be meant, each in a name that nobody takes for the other.
    pub clear: [&'static str; 2],
    /// Whether only what permits it asks: as a ban, it is read as the wider of the two.
    pub permitted: bool,
}

/// All of them.
pub const EITHERS: &[Either] = &[
    Either {
        name: "arnica",
        clear: ["arnica gel", "arnica tablets"],
        permitted: false,
    },
    Either {
        name: "gym",
        clear: ["gym workout", "strenuous exercise"],
        permitted: true,
    },
];

impl Either {
    /// The one whose short name this is.
    #[must_use]
    pub fn of(name: &str) -> Option<&'static Self> {
        EITHERS
            .iter()
            .find(|one| one.name.eq_ignore_ascii_case(name))
    }
}
