//! What comes of what was typed.

use crate::diagnostic::Diagnostic;
use crate::render::{self, Line, Style};
use crate::source::Sources;

/// What comes of what was typed.
#[derive(Debug, Clone, Default)]
pub struct Reply {
    /// What to show, laid out for the session's width; every text in it is escaped.
    pub lines: Vec<Line>,
    /// What is wrong, to be drawn as `check` draws it.
    pub found: Option<Found>,
    /// What the editor is to hold next, for mending or changing.
    pub editor: Option<String>,
    /// Texts that would mend it, the likeliest first: one key away.
    pub fixes: Vec<String>,
    /// Whether it was refused or could not be done.
    pub failed: bool,
    /// Whether that is because a file could not be read or written.
    pub is_file: bool,
    /// What was typed, parted, where a command stood behind something else: what stood before it, and the
    /// command.
    pub parted: Option<(String, String)>,
    /// What to do next.
    pub then: Then,
    /// A part of what was typed, and what would mend it.
    pub(super) mended: Option<(String, String)>,
    /// What would be done if the same were typed again at once.
    pub(super) confirming: Option<String>,
}

/// Mistakes, and the texts that they are in.
#[derive(Debug, Clone)]
pub struct Found {
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts.
    pub sources: Sources,
}

/// What whoever drives the session is to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Then {
    /// Go on.
    #[default]
    GoOn,
    /// Leave.
    Quit,
}

impl Reply {
    /// Nothing to say.
    pub(super) fn nothing() -> Self {
        Self::default()
    }

    /// These lines.
    pub(super) fn lines(lines: Vec<Line>) -> Self {
        Self {
            lines,
            ..Self::default()
        }
    }

    /// Mistakes.
    pub(super) fn wrong(diagnostics: Vec<Diagnostic>, sources: Sources) -> Self {
        Self {
            found: Some(Found {
                diagnostics,
                sources,
            }),
            failed: true,
            ..Self::default()
        }
    }

    /// The lines without colours, and the mistakes in plain letters.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = render::paint(&self.lines, false);
        if let Some(found) = &self.found {
            text.push_str(&render::plain_all(&found.diagnostics, &found.sources, 80));
            text.push('\n');
        }
        text
    }
}

/// A page of a reply.
pub(super) struct Sheet {
    page: render::Page,
}

impl Sheet {
    /// Nothing on it yet.
    pub(super) fn new(width: usize) -> Self {
        Self {
            page: render::Page::new(width),
        }
    }

    /// A paragraph.
    pub(super) fn say(&mut self, text: impl Into<String>) -> &mut Self {
        self.styled(Style::Plain, text)
    }

    /// A paragraph in a style.
    pub(super) fn styled(&mut self, style: Style, text: impl Into<String>) -> &mut Self {
        self.page
            .paragraph(render::Flow::new().add(style, text.into()));
        self
    }

    /// `lead` and a text that goes on `hang` columns in.
    pub(super) fn item(&mut self, lead: &str, hang: usize, text: impl Into<String>) -> &mut Self {
        self.page
            .put(lead, hang, render::Flow::new().plain(text.into()));
        self
    }

    /// The same in pieces.
    pub(super) fn pieces(
        &mut self,
        lead: &str,
        hang: usize,
        pieces: &[(Style, &str)],
    ) -> &mut Self {
        let flow = pieces
            .iter()
            .fold(render::Flow::new(), |flow, (style, text)| {
                flow.add(*style, *text)
            });
        self.page.put(lead, hang, flow);
        self
    }

    /// A line that is laid out already, columns and all.
    pub(super) fn row(&mut self, pieces: &[(Style, String)]) -> &mut Self {
        self.page.row(pieces);
        self
    }

    /// An empty line.
    pub(super) fn blank(&mut self) -> &mut Self {
        self.page.blank();
        self
    }

    /// The reply.
    pub(super) fn reply(self) -> Reply {
        Reply::lines(self.page.into_lines())
    }

    /// The reply to what could not be done.
    pub(super) fn refusal(self) -> Reply {
        Reply {
            failed: true,
            ..self.reply()
        }
    }
}

/// One paragraph.
pub(super) fn say(width: usize, text: impl Into<String>) -> Reply {
    let mut sheet = Sheet::new(width);
    sheet.say(text);
    sheet.reply()
}

/// What could not be done, and what to do about it.
pub(super) fn refuse(width: usize, message: impl AsRef<str>, help: Option<&str>) -> Reply {
    let mut sheet = Sheet::new(width);
    sheet.pieces(
        "",
        2,
        &[(Style::Alert, "error:"), (Style::Plain, message.as_ref())],
    );
    if let Some(help) = help {
        sheet.pieces("", 2, &[(Style::Strong, "help:"), (Style::Plain, help)]);
    }
    sheet.refusal()
}
