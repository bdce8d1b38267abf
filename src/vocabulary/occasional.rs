//! Tools of what is done now and then: to use one is no duty of every day.

/// A tool, and what is done with it.
#[derive(Debug)]
pub struct Occasional {
    /// The tool, or the class of such tools.
    pub tool: &'static str,
    /// The deed, as a sentence allows it.
    pub deed: &'static str,
}

/// All of them, by names of the vocabulary.
pub const OCCASIONAL: &[Occasional] = &[
    Occasional {
        tool: "razor",
        deed: "shaving",
    },
    Occasional {
        tool: "hair dryer",
        deed: "hair drying",
    },
];
