//! The two ways in which a file takes another one in: `import` its words, `extends` it as a protocol.

use super::files::DEPTH;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;

/// How one file takes in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Link {
    /// `import skin-care`
    Import,
    /// `extends microneedling`
    Extends,
}

impl Link {
    /// What several files do.
    pub fn word(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Extends => "extend",
        }
    }

    /// What one file does.
    pub fn does(self) -> &'static str {
        match self {
            Self::Import => "imports",
            Self::Extends => "extends",
        }
    }

    /// That one file more would be too many.
    pub fn too_deep(self, span: Span) -> Diagnostic {
        let (message, label, help) = match self {
            Self::Import => (
                format!("imports go more than {DEPTH} files deep here"),
                "one import too deep",
                "import the vocabularies side by side in the protocol itself",
            ),
            Self::Extends => (
                format!("protocols extend one another more than {DEPTH} files deep here"),
                "one protocol too deep",
                "extend a protocol further up, and say here what those between change",
            ),
        };
        Diagnostic::new(Code::ImportDepth, span, message, label).with_help(help)
    }

    /// A mistake that is said of imports, said of this.
    pub fn said(self, mut diagnostic: Diagnostic) -> Diagnostic {
        if self == Self::Extends {
            diagnostic.message = of_extends(&diagnostic.message);
            diagnostic.help = diagnostic.help.as_deref().map(of_extends);
        }
        diagnostic
    }
}

/// What is said of an import, said of a protocol that is extended.
fn of_extends(text: &str) -> String {
    text.replace("no vocabulary called", "no protocol called")
        .replace(
            "an import is a bare name",
            "a protocol that is extended is a bare name",
        )
        .replace("write `import ", "write `extends ")
}
