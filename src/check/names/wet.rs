//! `do not get brows wet`, `wash face avoiding brows`: a deed and where it is not to be done, in one name.

use super::Role;
use super::deed::doing;
use super::reading::without_article;
use super::unknown::unknown;
use crate::check::checker::Checker;
use crate::diagnostic::Diagnostic;
use crate::syntax::tree::{Kind, Name, Verb};

/// Words for the treated area.
const HERE: &[&str] = &["area", "it", "site", "skin", "them", "treated area"];

impl Checker<'_> {
    /// `do not get brows wet`: what gets wet is washed there.
    pub(super) fn gets_wet(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let Role::Restrict(head) = role else {
            return None;
        };
        let lower = name.text.to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        let named = match words.as_slice() {
            [
                "get" | "getting" | "let" | "letting" | "make" | "making",
                named @ ..,
                "wet",
            ]
            | ["wet", named @ ..] => named,
            _ => return None,
        };
        let named = named.strip_suffix(&["get"]).unwrap_or(named);
        let what = named.join(" ");
        let what = without_article(&what);
        if what.is_empty() || name.quoted {
            return None;
        }
        let kept = format!("keep {what} dry");
        let text = if HERE.contains(&what) {
            "getting wet".to_owned()
        } else if self.is_a_place(what) {
            format!("getting wet on {what}")
        } else if self.read(&kept).is_some() {
            kept
        } else {
            return None;
        };
        let is_kept = text.starts_with("keep ");
        let whole = if is_kept {
            text
        } else if ["do not", "never"].contains(&head) {
            format!("avoid {text}")
        } else {
            format!("{head} {text}")
        };
        let written = self.with_the_rest(name, &whole);
        let diagnostic = unknown(name).with_help(format!("write `{written}`"));
        Some(match self.ban_before(name) {
            Some(ban) => diagnostic.with_fix(ban.to(name.span), whole),
            None => diagnostic,
        })
    }

    /// `wash face avoiding brows`, `wash face around brows only`: where something is not done has a sentence of its own.
    pub(super) fn done_but_not_there(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let before = self.precedes(name).unwrap_or_default();
        let (verb, on) = match role {
            Role::Duty(verb, _) => (verb, ""),
            Role::Place => {
                let line = before.trim_start();
                let (first, rest) = line.split_once(' ')?;
                let on = rest.trim_end().rsplit(' ').next().unwrap_or_default();
                (Verb::from_word(first)?, on)
            }
            _ => return None,
        };
        let thing = before.trim().strip_prefix(verb.word()).unwrap_or_default();
        let thing = thing.trim().strip_suffix(on).unwrap_or_default().trim();
        let (said, left) = if let Some((front, left)) = name.text.split_once(" avoiding ") {
            (front, without_article(left))
        } else {
            let only = name.text.strip_suffix(" only")?;
            let is_beside = ["around", "near"].contains(&on);
            is_beside.then_some((only, without_article(only)))?
        };
        if !self.is_a_place(left) {
            return None;
        }
        let deed = if verb.tends() {
            let mut forms = doing(verb.word()).into_iter();
            let is_done = |form: &String| {
                let id = self.vocabulary.find_thing(form);
                id.is_some_and(|id| self.vocabulary.thing(id).kind == Kind::Action)
            };
            forms.find(is_done).unwrap_or_else(|| "washing".to_owned())
        } else {
            let thing = if on.is_empty() { said } else { thing };
            thing.to_owned()
        };
        let kept = match (on, thing) {
            ("", _) => format!("{} {said}", verb.word()),
            (on, thing) => format!("{} {thing} {on} {said}", verb.word()),
        };
        Some(unknown(name).with_help(format!(
            "write `{kept}`, and where it is not done in a sentence of its own, `avoid {deed} on {left}`"
        )))
    }

    fn is_a_place(&self, text: &str) -> bool {
        let id = self.vocabulary.find_thing(text);
        id.is_some_and(|id| self.vocabulary.thing(id).kind == Kind::Place)
    }
}
