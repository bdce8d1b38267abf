//! `call us if your calf is swollen, hot and painful`: signs of one part of the body, joined by one `is`.

use crate::check::checker::Checker;
use crate::check::names::without_article;
use crate::check::protocol::Qualifier;
use crate::check::wording::list;
use crate::span::Span;
use crate::syntax::tree::Sentence;

impl Checker<'_> {
    /// What to write for a call about several signs of one place: `and` between them means together, and a list behind
    /// `report` that any one is enough.
    pub(super) fn joint_signs(&self, sentence: &Sentence, span: Span, who: &str) -> Option<String> {
        let asked = self.asked_behind(sentence, span)?;
        let (place, states) = parted(&asked)?;
        let plain = |text: &str| is_plain(text, 2);
        let together = states.contains(" and ");
        if together && states.contains(" or ") || !plain(place) {
            return None;
        }
        let states = states.replace(" and ", ", ").replace(" or ", ", ");
        let states = states.trim_end_matches('.').split(',').map(str::trim);
        let states: Vec<&str> = states.filter(|state| !state.is_empty()).collect();
        if states.len() < 2 || !states.iter().all(|state| plain(state)) {
            return None;
        }
        let signs = states.iter().map(|state| format!("{state} {place}"));
        let signs: Vec<String> = signs.collect();
        let unknown = signs.iter().filter(|sign| self.read(sign).is_none());
        let unknown: Vec<String> = unknown.map(|sign| format!("`symptom {sign}`")).collect();
        let declare = if unknown.is_empty() {
            String::new()
        } else {
            format!("declare {}; ", list(&unknown, "and"))
        };
        let any = format!("`report {} to {who}`", list(&signs, "or"));
        let (first, others) = signs.split_first()?;
        let others = others.join(" and ");
        Some(if together {
            format!(
                "{declare}where all must be there at once write `report {first} to {who} if {others}`; where one is enough, \
                 {any}"
            )
        } else {
            format!("{declare}write {any}")
        })
    }

    /// What stands behind the `if` of a sentence that starts with whom to call.
    fn asked_behind(&self, sentence: &Sentence, span: Span) -> Option<String> {
        let head = sentence.head.span;
        if head.start != span.start {
            return None;
        }
        let asked = self.one_line(head.at_end().to(span.at_end()));
        let asked = asked.trim().strip_prefix("if ")?.trim_end_matches('.');
        Some(asked.to_owned())
    }

    /// `call us if drain fluid is suddenly bright red`: a report of the whole sign. What it is called without its state would
    /// be there in everybody.
    pub(super) fn sign_in_its_state(
        &self,
        sentence: &Sentence,
        span: Span,
        who: &str,
    ) -> Option<String> {
        let asked = self.asked_behind(sentence, span)?;
        let (place, state) = parted(&asked)?;
        let joined = [" and ", " or "].iter().any(|word| state.contains(word));
        let known = self.vocabulary.find_fact(place).is_some();
        let last = state.rsplit(' ').next().unwrap_or_default();
        let said = ["yes", "no", "true", "false"].contains(&last);
        if Qualifier::from_word(state).is_some() && self.read(place).is_some() {
            return Some(format!("report {place} {state} to {who}"));
        }
        if joined || known || said || !is_plain(place, 3) || !is_plain(state, 4) {
            return None;
        }
        Some(format!("report \"{}\" to {who}", without_article(&asked)))
    }
}

/// What a sign is of, and its state.
fn parted(asked: &str) -> Option<(&str, &str)> {
    let (place, state) = [" is ", " are "]
        .iter()
        .find_map(|word| asked.split_once(word))?;
    Some((without_article(place), state))
}

/// Whether a text is no more than so many words.
fn is_plain(text: &str, most: usize) -> bool {
    let letters = text
        .chars()
        .all(|letter| letter.is_alphabetic() || letter == ' ');
    !text.is_empty() && letters && text.split(' ').count() <= most
}
