//! Where.

use pest::iterators::Pair;

use crate::span::Spanned;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::lower::things::Join;
use crate::syntax::tree::{ListWord, Places, Preposition, Site};

impl Lower<'_> {
    /// `on lips, eyes or mouth`, `on nose and around eyes`: a preposition holds until the next. `on or near lips` is
    /// on them or near them.
    pub(super) fn places(&mut self, pair: Pair<'_, Rule>) -> Places {
        let mut prepositions = vec![Preposition::On];
        let mut between = None;
        let mut sites = Vec::new();
        let mut joins = Vec::new();
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::preposition => {
                    let words = part.as_str().split_whitespace();
                    prepositions = words.filter_map(of_word).collect();
                    between = self.between(&part);
                }
                Rule::join => joins.push(self.join(&part)),
                _ => {
                    let name = self.name(&part);
                    joins.extend(between);
                    sites.extend(prepositions.iter().map(|preposition| {
                        let site = Site {
                            preposition: *preposition,
                            name: name.clone(),
                        };
                        Spanned::new(site, name.span)
                    }));
                }
            }
        }
        Places {
            word: self.list_word(&joins, &sites),
            sites: sites.into_iter().map(|site| site.node).collect(),
        }
    }

    /// What joins the two prepositions of `on or near`.
    fn between(&self, pair: &Pair<'_, Rule>) -> Option<Join> {
        let (text, start) = (pair.as_str(), self.span(pair).start as usize);
        let (at, word, list) = [(" or ", ListWord::Or), (" and ", ListWord::And)]
            .into_iter()
            .find_map(|(word, list)| Some((text.find(word)?, word, list)))?;
        Some(Join {
            span: self.place(start + at, start + at + word.len()),
            comma: false,
            word: Some(list),
        })
    }
}

fn of_word(word: &str) -> Option<Preposition> {
    match word {
        "on" => Some(Preposition::On),
        "around" => Some(Preposition::Around),
        "near" => Some(Preposition::Near),
        "over" => Some(Preposition::Over),
        _ => None,
    }
}
