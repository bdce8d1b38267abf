//! `isotretinoin in the last 6 months`, `makeup under the eyes`: words before a time or a place that the language has not.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::rest::Stop;
use crate::syntax::reserved::RESERVED;

/// How many words a place has at most.
const MOST: usize = 3;

impl Lower<'_> {
    /// `if isotretinoin in the last 6 months`: what was taken or had is asked by a word of its own.
    pub(super) fn in_the_last(&mut self, rest: Span) -> bool {
        const LAST: &[&str] = &["in the last ", "in the past ", "in the previous "];
        let laid = self.laid(rest);
        let Some(word) = LAST.iter().find(|word| laid.starts_with(**word)) else {
            return false;
        };
        let length: Vec<&str> = laid
            .get(word.len()..)
            .unwrap_or_default()
            .split(' ')
            .take(2)
            .collect();
        let length = length.join(" ");
        let length = length.trim_end_matches([',', '.']);
        let said = self.place(rest.start as usize, rest.start as usize + word.len() - 1);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                said,
                "what was lately is asked by `took` and `had`",
                "what of it was lately?",
            )
            .with_help(format!(
                "for what the patient took write it as in `took isotretinoin within {length}`, for what was done or \
                 happened as in `had dermal filler within {length}`"
            )),
        );
        true
    }

    /// `makeup under the eyes`: what lies there has a name of its own.
    pub(super) fn under_place(&mut self, stop: Stop, word: Span) -> bool {
        if stop.in_condition {
            return false;
        }
        let behind = self.tail(stop.line, word.end as usize);
        let laid = self.laid(behind);
        // A place ends where a clause starts, and where it is said how the sign is there.
        const SAID: &[&str] = &["are", "is", "may", "will", "worse", "worst"];
        let mut end = 0;
        for word in laid.split(' ') {
            let bare = word.trim_end_matches([',', '.']);
            let stops = RESERVED.binary_search(&bare).is_ok() || SAID.contains(&bare);
            if stops && bare != "the" {
                break;
            }
            end += word.len() + 1;
            if bare.len() < word.len() {
                break;
            }
        }
        let place = laid.get(..end.min(laid.len())).unwrap_or_default();
        let place = place.trim_end_matches([' ', ',', '.']).to_owned();
        let bare = ["the ", "your ", "my "]
            .iter()
            .find_map(|article| place.strip_prefix(article))
            .unwrap_or(&place);
        if bare.split(' ').count() > MOST
            || bare.is_empty()
            || bare.starts_with(|letter: char| letter.is_ascii_digit())
        {
            return false;
        }
        let whole = self.place(word.start as usize, behind.start as usize + place.len());
        let named = match bare {
            "eye" | "eyes" => "under-eye area".to_owned(),
            "arm" | "arms" => "underarms".to_owned(),
            other => format!("\"under the {other}\""),
        };
        let text = format!("on {named}");
        self.leads_to(stop.line, whole, &text, |raw| {
            Diagnostic::new(
                Code::ClauseShape,
                whole,
                format!("`{raw}` is a place of its own, and a place stands behind `on`, `around`, `over` or `near`"),
                "where?",
            )
        })
    }
}
