//! What is wrong with a text: one message, at one place, with a help that works when applied.
//!
//! Messages are lower case, end without a full stop and show the user's own words in backticks;
//! message, label and help each stand alone.

mod code;
mod pronoun;
mod table;

pub use code::Code;
pub use table::Severity;

use crate::span::Span;

/// One mistake, or one warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which kind of mistake; `aftercare-dsl explain CODE` tells more.
    pub code: Code,
    /// What is wrong.
    pub message: String,
    /// Where; the first is the place itself, others point at what it clashes with.
    pub labels: Vec<Label>,
    /// What to do about it.
    pub help: Option<String>,
    /// Texts that would mend it. One: the help has one right answer. Several: the author chooses.
    pub fixes: Vec<Fix>,
    /// A scenario that shows it, as text that passes: to be pasted behind the protocol.
    pub scenario: Option<Box<str>>,
}

/// A place and a word about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// The word about it.
    pub text: String,
}

/// Edits that, made together, mend one mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The edits; they do not overlap.
    pub edits: Vec<Edit>,
}

/// One replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What goes.
    pub span: Span,
    /// What comes.
    pub text: String,
}

impl Diagnostic {
    /// A mistake of kind `code` at `span`.
    pub fn new(
        code: Code,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> Self {
        Self {
            code,
            message: message.into(),
            labels: vec![Label {
                span,
                text: label.into(),
            }],
            help: None,
            fixes: Vec::new(),
            scenario: None,
        }
    }

    /// Points at a second place.
    #[must_use]
    pub fn with_label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label {
            span,
            text: text.into(),
        });
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Offers to replace `span` by `text`.
    #[must_use]
    pub fn with_fix(self, span: Span, text: impl Into<String>) -> Self {
        self.with_edits(vec![Edit {
            span,
            text: text.into(),
        }])
    }

    /// Offers several edits to be made together.
    #[must_use]
    pub fn with_edits(mut self, edits: Vec<Edit>) -> Self {
        self.fixes.push(Fix { edits });
        self
    }

    /// Whether this stops the protocol from being used, or only warns.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The place of the mistake.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.labels.first().map(|label| label.span)
    }
}

/// Whether any of these stops the protocol from being used.
#[must_use]
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity() == Severity::Error)
}

impl Fix {
    /// `text` with the edits that lie in `source` made.
    #[must_use]
    pub fn apply(&self, source: crate::span::SourceId, text: &str) -> String {
        let mut edits: Vec<&Edit> = self
            .edits
            .iter()
            .filter(|edit| edit.span.source == source)
            .collect();
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for edit in edits {
            let range = edit.span.range();
            out.push_str(text.get(at..range.start).unwrap_or_default());
            out.push_str(&edit.text);
            at = range.end;
        }
        out.push_str(text.get(at..).unwrap_or_default());
        out
    }
}
