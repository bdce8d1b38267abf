//! `on face, apply balm twice daily`: where a sentence holds stands behind what is done.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::near::is_start;
use crate::syntax::recover::reread::edit;

/// Words before a place.
const WHERE: &[&str] = &["on ", "around ", "near ", "over "];

/// The clauses before which a place stands.
const BEHIND: &[&str] = &[" if ", " unless ", " because ", " ["];

impl Lower<'_> {
    /// Offers a place that stands in front of its sentence behind it; whether a line has one.
    pub(super) fn place_first(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let laid = self.laid(sentence);
        if !WHERE.iter().any(|word| laid.starts_with(word)) {
            return false;
        }
        let Some((place, rest)) = parted(laid) else {
            return false;
        };
        let from = sentence.start as usize;
        let place = self.quote(self.place(from, from + place.len()));
        let place = uncapitalised(&place);
        let behind = self.place(from + laid.len() - rest.len(), sentence.end as usize);
        let deed = self.quote(behind);
        let deed = deed.trim_end_matches('.');
        let end = BEHIND.iter().filter_map(|word| deed.find(word)).min();
        let (front, clauses) = deed.split_at(end.unwrap_or(deed.len()));
        let text = format!("{front} {place}{clauses}");
        let edits = vec![edit(sentence, text.as_str())];
        if !self.reads_with(line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::ClauseOrder,
                self.place(from, from + place.len()),
                format!("`{place}` stands before what is done there"),
                "a place stands behind it",
            )
            .with_help(format!("write `{text}`"))
            .with_edits(edits),
        );
        true
    }
}

/// A text that starts no sentence any more.
fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

/// The place in front of a sentence, and the sentence.
fn parted(text: &str) -> Option<(&str, &str)> {
    if let Some((place, rest)) = text.split_once(", ") {
        let first = rest.split(' ').next()?;
        return is_start(first).then_some((place, rest));
    }
    let mut starts = text.match_indices(' ').skip(1).map(|(at, _)| at);
    let at = starts.find(|at| {
        let behind = text.get(at + 1..).unwrap_or_default();
        is_start(behind.split(' ').next().unwrap_or_default())
    })?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::parted;

    #[test]
    fn a_place_ends_before_what_is_done() {
        let face = Some(("on face", "apply balm twice daily"));
        assert_eq!(parted("on face, apply balm twice daily"), face);
        assert_eq!(parted("on face apply balm twice daily"), face);
        assert_eq!(parted("on face and neck"), None);
    }
}
