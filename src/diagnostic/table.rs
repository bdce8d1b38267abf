//! How a table of codes becomes their type, names, weights and explanations.

/// How much a diagnostic weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The text cannot be used as it stands.
    Error,
    /// The text can be used, and likely says something other than what was meant.
    Warning,
}

/// Makes the type `Code` of a table: for each code its explanation, its name and its weight.
macro_rules! codes {
    ({ $($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident;)+ }) => {
        /// The kinds of mistakes and warnings. Each one's text is what `explain` prints.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Code {
            /// All of them, in the order of the table.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)+];

            /// The name that messages show and `explain` takes.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Code::$variant => $name,)+
                }
            }

            /// The code with this name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.name() == name)
            }

            /// Error or warning.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self {
                    $(Code::$variant => Severity::$severity,)+
                }
            }

            /// What it means: a paragraph, then a wrong line and its right form.
            #[must_use]
            pub fn explanation(self) -> &'static str {
                match self {
                    $(Code::$variant => concat!($($doc, "\n",)+),)+
                }
            }
        }
    };
}

pub(super) use codes;
