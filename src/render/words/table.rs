//! How the table of words is written down.

macro_rules! words {
    ($($variant:ident = $text:literal,)+) => {
        /// What the program says in its own words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Word {
            $(#[doc = concat!("“", $text, "”")] $variant,)+
        }

        impl Word {
            /// All of them, in the order of the table.
            pub const ALL: &'static [Word] = &[$(Word::$variant,)+];

            /// The words, holes left open.
            #[must_use]
            pub fn text(self) -> &'static str {
                match self {
                    $(Word::$variant => $text,)+
                }
            }
        }
    };
}
