//! `from 7 days before until 7 days after`: a window whose ends do not name the treatment.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;

/// What may stand behind a window.
const BEHIND: &[&str] = &[" because ", " if ", " unless ", " while ", " using "];

impl Lower<'_> {
    /// The same window with its ends named, where the clause word at `word` is one of them.
    pub(super) fn ends_unnamed(&mut self, stop: Stop, word: Span) -> bool {
        let Some((window, written)) = self.with_treatment(stop, word) else {
            return false;
        };
        let edits = vec![edit(window, written.clone())];
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        let said = self.quote(window);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                window,
                format!("`{said}` does not name the treatment"),
                "before and after what stands in a window",
            )
            .with_help(format!("write `{written}`"))
            .with_edits(edits),
        );
        true
    }

    fn with_treatment(&self, stop: Stop, word: Span) -> Option<(Span, String)> {
        let start = self.after_labels(stop.line);
        let front = self.laid_out.get(start..word.start as usize)?;
        let from = start + front.rfind(" from ")? + 1;
        let text = self
            .laid(self.place(from, stop.line.end as usize))
            .trim_end_matches(['.', ' ']);
        let ends = BEHIND.iter().filter_map(|behind| text.find(behind));
        let said = text.get(..ends.min().unwrap_or(text.len()))?;
        let length = said.strip_prefix("from ")?;
        if !length.starts_with(|first: char| first.is_ascii_digit()) {
            return None;
        }
        let written = match length.strip_suffix(" before") {
            Some(length) => format!("for {length} before"),
            None => {
                let mut written = said.to_owned();
                for until in ["until", "till", "to"] {
                    for before in ["before", "before treatment", "before the treatment"] {
                        let unnamed = format!(" {before} {until} ");
                        written = written.replace(&unnamed, " before treatment until ");
                    }
                }
                if written.ends_with(" after") {
                    written.push_str(" treatment");
                }
                written
            }
        };
        let window = self.place(from, from + said.len());
        (written != said).then_some((window, written))
    }
}
