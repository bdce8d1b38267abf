//! Names that sheets use of two things, of which the vocabulary gives the bare name to one.

/// One such name.
#[derive(Debug, Clone, Copy)]
pub struct Namesake {
    /// The bare name, which is that of something to drink.
    pub drink: &'static str,
    /// Its name that nobody takes for the other.
    pub clear: &'static str,
    /// The other: something that goes on the skin.
    pub on_skin: &'static str,
    /// What a protocol speaks of in which the bare name may be either.
    pub beside: &'static [&'static str],
}

/// All of them.
pub const NAMESAKES: &[Namesake] = &[Namesake {
    drink: "alcohol",
    clear: "alcoholic drinks",
    on_skin: "rubbing alcohol",
    beside: &["antiseptics", "wound", "piercing"],
}];

impl Namesake {
    /// The one whose bare name this is.
    #[must_use]
    pub fn of(name: &str) -> Option<&'static Self> {
        NAMESAKES
            .iter()
            .find(|one| one.drink.eq_ignore_ascii_case(name))
    }
}
