//! How long a window lasts: exactly, at least, at most, or nobody knows.

use pest::iterators::Pair;

use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::lower::name::single_blanks;
use crate::syntax::tree::{DurationRange, Extent, TimeUnit, Vague};

impl Lower<'_> {
    /// `5..7 days`, `at least 24 hours, better 48 hours`, `up to 3 months`
    pub(super) fn extent(&mut self, pair: Pair<'_, Rule>) -> Option<Extent> {
        let mut parts = Cursor::into(pair);
        let part = parts.any();
        parts.end();
        match part.as_rule() {
            Rule::drange => self.range(part).map(Extent::Range),
            Rule::vague_extent => Some(vague_extent("", part.as_str())),
            Rule::beyond => {
                self.beyond_window(part);
                None
            }
            Rule::minimal => {
                let mut parts = Cursor::into(part);
                if let Some(vague) = parts.accept(Rule::vague_extent) {
                    parts.end();
                    return Some(vague_extent("at least ", vague.as_str()));
                }
                let range = self.range(parts.presume(Rule::drange));
                let better = parts.accept(Rule::better).map(|better| {
                    let mut parts = Cursor::into(better);
                    self.single(parts.presume(Rule::drange))
                });
                parts.end();
                let DurationRange { low, high } = range?;
                let better = match better {
                    Some(better) => Some(better?),
                    None => high,
                };
                let minimum = low;
                Some(Extent::AtLeast { minimum, better })
            }
            _ => {
                let mut parts = Cursor::into(part);
                self.single(parts.presume(Rule::drange)).map(Extent::UpTo)
            }
        }
    }
}

/// `few days` after `the first` is `a few days`.
pub(super) fn vague_extent(before: &str, words: &str) -> Extent {
    let words = single_blanks(words);
    let words = words.replace("you can", "possible");
    let article = if words.starts_with("few ") || words.starts_with("couple ") {
        "a "
    } else {
        ""
    };
    let unit = words.rsplit(' ').next().and_then(TimeUnit::from_word);
    Extent::Vague(Vague {
        words: format!("{before}{article}{words}"),
        unit: unit.unwrap_or(TimeUnit::Day),
    })
}
