//! `numb lips and cheeks`, `red and swollen cheeks`: a sign said of places by an adjective. The language names the sign, and
//! where it is behind `on`.

use super::Role;
use crate::check::checker::Checker;
use crate::check::wording::list;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::{Kind, Things};
use crate::vocabulary::Named;

impl Checker<'_> {
    /// Reports a list of signs that is said so; whether it is.
    pub(super) fn signs_there(&mut self, things: &Things, role: Role) -> bool {
        let Role::Symptom(_) = role else {
            return false;
        };
        let all = &things.things;
        // One word is no adjective with its place.
        if let [one] = all.as_slice()
            && !one.node.name.text.contains(' ')
        {
            return false;
        }
        let plain = all.iter().all(|thing| {
            let (name, one) = (&thing.node.name, &thing.node);
            !name.quoted && one.attributes.is_empty() && one.qualifiers.is_empty()
        });
        let (Some(first), Some(last)) = (all.first(), all.last()) else {
            return false;
        };
        if self.quiet || !plain || !things.including.is_empty() {
            return false;
        }
        let texts: Vec<&str> = all
            .iter()
            .map(|thing| thing.node.name.text.as_str())
            .collect();
        let Some((at, signs, named)) = self.said_of_places_by_adjectives(&texts) else {
            return false;
        };
        let (first, last, this) = (first.span, last.span, all.get(at).map(|thing| thing.span));
        let Some(this) = this else { return false };
        // The places behind the first, with the blank or comma before them.
        let others = self.one_line(this.to(last));
        let others = others.get(self.one_line(this).len()..).unwrap_or_default();
        let text = format!("{} on {named}{others}", list(&signs, "and"));
        let whole = first.to(last);
        let raw = self.one_line(whole);
        self.report(
            Diagnostic::new(
                Code::UnknownName,
                whole,
                format!("`{raw}` says a sign and where it is in one"),
                "the sign first, and then the place",
            )
            .with_help(format!("write `{text}`"))
            .with_fix(whole, text),
        );
        true
    }

    /// Which name holds an adjective and a place, the signs up to it, and that place: those before it are adjectives, and
    /// those behind it places.
    fn said_of_places_by_adjectives(&self, texts: &[&str]) -> Option<(usize, Vec<String>, String)> {
        // The last of them is a place, or holds one.
        if texts.last().is_none_or(|last| self.names_sign(last)) {
            return None;
        }
        let mut signs = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            let behind = texts.get(at + 1..)?;
            let are_places = behind.iter().all(|text| self.names_place(text));
            let is_known = self.names_sign(text) || text.split(' ').count() == 1;
            if are_places
                && (!is_known || !behind.is_empty())
                && let Some((sign, place)) = self.adjective_and_place(text)
            {
                signs.push(sign);
                return Some((at, signs, place));
            }
            // `fever and numb lips`: a place would hold for both.
            if text.contains(' ') {
                return None;
            }
            let sign = self.noun_of(text)?;
            if is_noun(text, &sign) {
                return None;
            }
            signs.push(sign);
        }
        None
    }

    /// `numbness` and `lips` of `numb lips`.
    fn adjective_and_place(&self, text: &str) -> Option<(String, String)> {
        let (adjective, place) = text.split_once(' ')?;
        let sign = self.noun_of(adjective)?;
        (!is_noun(adjective, &sign) && self.names_place(place)).then(|| (sign, place.to_owned()))
    }

    /// `numbness` of `numb`, `swelling` of `swollen`: the sign that the vocabulary has for an adjective.
    fn noun_of(&self, adjective: &str) -> Option<String> {
        let word = adjective.to_lowercase();
        let stem = |end: &str| word.strip_suffix(end).map(str::to_owned);
        let forms = [
            Some(format!("{word}ness")),
            stem("y").map(|stem| format!("{stem}iness")),
            stem("y").map(|stem| format!("{stem}ing")),
            stem("ed").map(|stem| format!("{stem}ing")),
        ];
        if let Some(known) = forms
            .into_iter()
            .flatten()
            .find(|form| self.names_sign(form))
        {
            return Some(known);
        }
        match self.read(&word)?.named {
            Named::Thing(id) if self.names_sign(&word) => Some(self.vocabulary.name(id).to_owned()),
            _ => None,
        }
    }

    fn names_sign(&self, text: &str) -> bool {
        let words: Vec<&str> = text.split_whitespace().collect();
        self.kind_in(&words, Role::Symptom("expect")) == Some(Kind::Symptom)
    }

    fn names_place(&self, text: &str) -> bool {
        let words: Vec<&str> = text.split_whitespace().collect();
        self.place_said(&words).is_some()
    }
}

/// Whether a word is the sign's own name, and no adjective of it: `swelling`.
fn is_noun(word: &str, sign: &str) -> bool {
    word.eq_ignore_ascii_case(sign)
}
