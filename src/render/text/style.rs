//! Pieces of text and what they are, for whoever colours them.

/// What a piece of text is. It says nothing that the words do not say, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// Running text.
    Plain,
    /// The plan's title and the things of a line.
    Strong,
    /// The heading of a section.
    Heading,
    /// A red flag, a refusal.
    Alert,
    /// A mark on a line that is not settled, a draft.
    Mark,
    /// Where a line comes from.
    Quiet,
}

impl Style {
    /// The terminal's code that starts the style; empty for running text.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Style::Plain => "",
            Style::Strong => "\u{1b}[1m",
            Style::Heading => "\u{1b}[1;36m",
            Style::Alert => "\u{1b}[1;31m",
            Style::Mark => "\u{1b}[1;33m",
            Style::Quiet => "\u{1b}[2m",
        }
    }
}

/// A piece of text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub style: Style,
    /// The text, escaped and without a line end.
    pub text: String,
}

/// One line of text.
pub type Line = Vec<Piece>;

/// Lines as one text, each with a line end; with the terminal's codes where `colour` is set.
#[must_use]
pub fn paint(lines: &[Line], colour: bool) -> String {
    let mut out = String::new();
    for line in lines {
        for piece in line {
            let code = if colour { piece.style.code() } else { "" };
            out.push_str(code);
            out.push_str(&piece.text);
            if !code.is_empty() {
                out.push_str("\u{1b}[0m");
            }
        }
        out.push('\n');
    }
    out
}
