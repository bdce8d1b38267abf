//! Where.

use pest::iterators::Pair;

use crate::span::Spanned;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::tree::{Places, Preposition, Site};

impl Lower<'_> {
    /// `on lips, eyes or mouth`, `on nose and around eyes`: a preposition holds until the next.
    pub(super) fn places(&mut self, pair: Pair<'_, Rule>) -> Places {
        let mut preposition = Preposition::On;
        let mut sites = Vec::new();
        let mut joins = Vec::new();
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::preposition => preposition = of_word(part.as_str()),
                Rule::join => joins.push(self.join(&part)),
                _ => {
                    let name = self.name(&part);
                    let span = name.span;
                    sites.push(Spanned::new(Site { preposition, name }, span));
                }
            }
        }
        Places {
            word: self.list_word(&joins, &sites),
            sites: sites.into_iter().map(|site| site.node).collect(),
        }
    }
}

fn of_word(word: &str) -> Preposition {
    match word {
        "around" => Preposition::Around,
        "near" => Preposition::Near,
        "over" => Preposition::Over,
        _ => Preposition::On,
    }
}
