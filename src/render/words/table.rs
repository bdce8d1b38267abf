//! How a table of words is written down.

macro_rules! words {
    ($(#[$about:meta])* $name:ident: $($variant:ident = $text:literal,)+) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = concat!("“", $text, "”")] $variant,)+
        }

        impl $name {
            /// All of them, in the order of the table.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The words, holes left open.
            #[must_use]
            pub fn text(self) -> &'static str {
                match self {
                    $($name::$variant => $text,)+
                }
            }

            /// The words with their holes filled, by the holes' names. A hole that nothing fills stays open.
            #[must_use]
            pub fn with(self, fillings: &[(&str, &str)]) -> String {
                $crate::render::words::filled(self.text(), fillings)
            }
        }
    };
}
