//! `call us if feaver or blisters burst`: the names of what somebody calls about, where not all of them are known.

use super::calling::is_symptoms;
use crate::check::checker::Checker;
use crate::check::names::without_article;
use crate::check::wording::list;
use crate::span::Span;
use crate::syntax::tree::{Clause, Kind, Sentence};
use crate::vocabulary::{each_without_getting, is_done_by_things};

impl Checker<'_> {
    /// The signs of `if you are dizzy or have a fever` as they stand in a report, where that says them otherwise.
    pub(super) fn bare_signs(&self, sentence: &Sentence) -> Option<Vec<String>> {
        let mut clauses = sentence.clauses.iter();
        let asked = clauses.find_map(|clause| match &clause.node {
            Clause::If(condition) if is_symptoms(&condition.node) => Some(condition.span),
            _ => None,
        })?;
        let bare = each_without_getting(&self.one_line(asked))?;
        let signs = bare.replace(" or ", ",");
        let signs = signs.split(',').map(|sign| sign.trim().to_owned());
        Some(signs.filter(|sign| !sign.is_empty()).collect())
    }

    /// Those of them that are not known, as they are declared.
    pub(super) fn unread_of(&self, sentence: &Sentence) -> Vec<String> {
        let signs = self.bare_signs(sentence).unwrap_or_default();
        let unread = signs.iter().filter(|sign| self.read(sign).is_none());
        unread.map(|sign| format!("`symptom {sign}`")).collect()
    }

    /// What to write for a call about names of which one is a slip of the pen, or says what a known sign does.
    pub(super) fn slips_of_call(
        &self,
        sentence: &Sentence,
        span: Span,
        who: &str,
    ) -> Option<String> {
        let mut clauses = sentence.clauses.iter();
        clauses
            .find(|clause| matches!(&clause.node, Clause::If(asked) if is_symptoms(&asked.node)))?;
        let asked = self.asked_of_call(sentence, span)?;
        let text = each_without_getting(&asked.text).unwrap_or_else(|| asked.text.clone());
        let text = text.replace(" or ", ",");
        let signs = text
            .split(',')
            .map(str::trim)
            .filter(|sign| !sign.is_empty());
        let (mut written, mut declared, mut slips) = (Vec::new(), Vec::new(), Vec::new());
        let mut is_told = false;
        for sign in signs {
            let bare = without_article(sign).to_owned();
            // `this happens`: which sign is meant is not said.
            if stands_for_one(sign) {
                return None;
            }
            if self.is_symptom(&bare) {
                written.push(bare);
                continue;
            }
            if self.read(&bare).is_some()
                || [" and ", "\"", " not "]
                    .iter()
                    .any(|word| sign.contains(word))
            {
                return None;
            }
            if let Some(near) = self.near_name(&bare, &|kind| kind == Kind::Symptom) {
                is_told = true;
                slips.push(format!("`{bare}` for `{near}`"));
                written.push(near);
                continue;
            }
            let of = bare
                .rsplit_once(' ')
                .filter(|(of, does)| is_done_by_things(does) && self.is_symptom(of));
            is_told |= of.is_some() || is_plain(&bare);
            declared.push(match of {
                Some((of, _)) => format!("`symptom {bare} in {of}`"),
                None => format!("`symptom {bare}`"),
            });
            written.push(bare);
        }
        let behind = asked.behind.as_str();
        let report = format!("report {} to {who} {behind}", list(&written, "or"));
        let declare = match declared.as_slice() {
            [] => String::new(),
            all => format!("declare {}, and ", list(all, "and")),
        };
        let taken = match slips.as_slice() {
            [] => String::new(),
            all => format!(": it takes {}", list(all, "and")),
        };
        is_told.then(|| format!("{declare}write `{}`{taken}", report.trim_end()))
    }
}

/// Whether words start with one that stands for a sign, and name none.
fn stands_for_one(sign: &str) -> bool {
    let (first, rest) = sign.split_once(' ').unwrap_or((sign, ""));
    match first {
        "it" | "that" | "them" | "they" => true,
        "this" | "these" | "those" => !rest.contains(' '),
        _ => false,
    }
}

/// Whether a name can be that of a sign that nobody has declared yet: `chills`.
fn is_plain(name: &str) -> bool {
    const OTHERS: &[&str] = &[
        "any",
        "anything",
        "else",
        "help",
        "it",
        "need",
        "needed",
        "necessary",
        "possible",
        "required",
        "something",
        "still",
        "that",
        "there",
        "these",
        "they",
        "this",
        "want",
        "you",
    ];
    let mut words = name.split(' ');
    words.clone().count() <= 2 && words.all(|word| !OTHERS.contains(&word))
}
