//! `waxing of the legs`, `keep your legs out of the sun`, `while taking doxycycline`: names that sheets make of two.

use super::Role;
use super::unknown::unknown;
use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::RESERVED;
use crate::syntax::tree::{Kind, Name};
use crate::vocabulary::Named;

/// Words before a name that say nothing of it.
const ARTICLES: &[&str] = &["the", "your", "a", "an", "any", "both"];

/// What touches, where it is kept away from a part of the body.
const TOUCHING: &[&str] = &["hands", "hand", "fingers", "finger"];

impl Checker<'_> {
    /// A pronoun, the worst of a sign, or one name made of two.
    pub(super) fn said_of_places(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        self.gets_wet(name, role)
            .or_else(|| self.layer_of(name, role))
            .or_else(|| self.pronoun(name, role))
            .or_else(|| self.worst(name, role))
            .or_else(|| self.of_a_place(name, role))
            .or_else(|| self.kept_from(name, role))
            .or_else(|| self.while_taking(name, role))
            .or_else(|| self.after_taking(name, role))
    }

    /// Reports what puts another text in the place of a name and of what follows it: that has no message of its own.
    pub(super) fn report_with_rest(&mut self, diagnostic: Diagnostic, name: &Name) {
        self.excuse_inside(&diagnostic, name.span);
        self.report(diagnostic);
    }

    /// `waxing of the legs`: where something is done, or is, stands behind `on`.
    fn of_a_place(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let head = match role {
            Role::Restrict(head) | Role::Symptom(head) => head,
            Role::Duty(verb, _) => verb.word(),
            _ => return None,
        };
        let words: Vec<&str> = name.text.split_whitespace().collect();
        let at = words
            .iter()
            .position(|word| word.eq_ignore_ascii_case("of"))?;
        let (front, rest) = (words.get(..at)?, words.get(at + 1..)?);
        let place = self.place_said(rest)?;
        self.kind_in(front, role)?;
        let text = format!("{} on {place}", front.join(" "));
        let diagnostic = unknown(name);
        // A place holds for the whole sentence.
        Some(if self.stands_in_list(name)? {
            diagnostic.with_help(format!(
                "write it on a line of its own, `{head} {text}`: a place holds for all that its sentence names"
            ))
        } else {
            diagnostic
                .with_help(format!("write `{text}`"))
                .with_fix(name.span, text)
        })
    }

    /// `keep legs out of the sun`, `keep treated area away from water`: what is off, and where.
    fn kept_from(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let Role::Duty(verb, at) = role else {
            return None;
        };
        if verb.word() != "keep" {
            return None;
        }
        let words: Vec<&str> = name.text.split_whitespace().collect();
        let (place, thing, end) = match words.as_slice() {
            [place @ .., away] if ["away", "off"].contains(&away.to_lowercase().as_str()) => {
                let follows = self.follows(name)?;
                let behind = follows.strip_prefix(" from ")?;
                let thing: Vec<&str> = behind
                    .split([' ', ',', '.'])
                    .take_while(|word| RESERVED.binary_search(word).is_err() && !word.is_empty())
                    .collect();
                let length = " from ".len() + thing.join(" ").len();
                let end = name.span.end + u32::try_from(length).ok()?;
                (place, thing, end)
            }
            all => {
                let out_of = all.windows(2).position(|two| two == ["out", "of"]);
                let (at, joint) = match out_of {
                    Some(at) => (at, 2),
                    None => (all.iter().position(|word| *word == "off")?, 1),
                };
                (
                    all.get(..at)?,
                    all.get(at + joint..)?.to_vec(),
                    name.span.end,
                )
            }
        };
        let thing = without_articles(&thing);
        let text = if without_articles(place).is_empty() {
            self.kind_in(thing, Role::Restrict("avoid"))?;
            format!("avoid {}", thing.join(" "))
        } else if TOUCHING.contains(&without_articles(place).join(" ").as_str()) {
            format!("avoid touching on {}", self.place_said(thing)?)
        } else {
            let banned = Role::Restrict("avoid");
            match (self.place_said(place), self.place_said(thing)) {
                (Some(place), _) => {
                    self.kind_in(thing, banned)?;
                    format!("avoid {} on {place}", thing.join(" "))
                }
                // `keep pets away from the treated area`
                (None, Some(at)) => {
                    let kept = without_articles(place);
                    let known = self.kind_in(kept, banned).is_some();
                    let quote = if known { "" } else { "\"" };
                    format!("avoid {quote}{}{quote} on {at}", kept.join(" "))
                }
                (None, None) => return None,
            }
        };
        let whole = Span { end, ..at };
        let rest = self.follows(name).unwrap_or_default();
        let rest = rest
            .get((end - name.span.end) as usize..)
            .unwrap_or_default();
        let rest = rest.split('{').next().unwrap_or_default();
        let rest = rest.trim_end().trim_end_matches('.');
        Some(
            unknown(name)
                .with_help(format!("write `{text}{rest}`"))
                .with_fix(whole, text),
        )
    }

    /// The place that words name, its article aside.
    pub(super) fn place_said(&self, words: &[&str]) -> Option<String> {
        let words = without_articles(words);
        let text = words.join(" ");
        if is_area(&text) {
            return Some("treated area".to_owned());
        }
        (self.kind_in(words, Role::Place)? == Kind::Place).then_some(text)
    }

    /// `while taking doxycycline`: as a situation it would hold for everybody.
    fn while_taking(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        if role != Role::Situation {
            return None;
        }
        let lower = name.text.to_lowercase();
        let asked = ["you are ", "you're ", "still "]
            .iter()
            .find_map(|word| lower.strip_prefix(word))
            .unwrap_or(&lower);
        let thing = asked
            .strip_prefix("taking ")
            .or_else(|| asked.strip_prefix("on "))?;
        let words: Vec<&str> = thing.split_whitespace().collect();
        let words = without_articles(&words);
        let known = match self.read_words(words).map(|reading| reading.named) {
            Some(Named::Thing(id)) if self.vocabulary.thing(id).kind == Kind::Medicine => true,
            Some(_) => return None,
            None => false,
        };
        let text = format!("if taking {}", words.join(" "));
        let declare = if known {
            String::new()
        } else {
            format!("declare `medicine {}`, and ", words.join(" "))
        };
        let diagnostic = Diagnostic::new(
            Code::UnknownName,
            name.span,
            format!("`{}` is no situation of the day", name.text),
            "who takes it is asked",
        )
        .with_help(format!(
            "{declare}write `{text}` at the end of the sentence: a situation would be printed for everybody"
        ));
        let ends = self.follows(name)?;
        let ends = ends.is_empty() || ends.starts_with(" because ");
        let before = self.precedes(name)?.trim_end();
        let joint = ["while", "during", "whilst"]
            .iter()
            .find(|word| before.ends_with(**word));
        Some(match joint {
            Some(joint) if ends && known => {
                let back = u32::try_from(joint.len() + 1).ok()?;
                let start = name.span.start.checked_sub(back)?;
                diagnostic.with_fix(Span { start, ..name.span }, text)
            }
            _ => diagnostic,
        })
    }
}

impl Checker<'_> {
    /// `do not drive after taking benadryl`: nobody has said for how long, and a ban without an end gives nothing back.
    fn after_taking(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let lower = name.text.to_lowercase();
        let takes = ["taking ", "you take ", "you have taken ", "having taken "];
        let thing = takes.iter().find_map(|word| lower.strip_prefix(word))?;
        let before = self.precedes(name)?.trim_end();
        let front = ["after", "from", "once"]
            .iter()
            .find_map(|word| before.strip_suffix(word))?;
        if role != Role::Anchor {
            return None;
        }
        let words: Vec<&str> = thing.split_whitespace().collect();
        let thing = without_articles(&words).join(" ");
        let declare = format!("declare `event taking {thing}`");
        // `for 8 hours after taking benadryl` says it.
        let last: Vec<&str> = front.split_whitespace().rev().take(2).collect();
        let is_dated = last.len() == 2
            && last
                .get(1)
                .is_some_and(|count| count.starts_with(|letter: char| letter.is_ascii_digit()));
        let diagnostic = unknown(name);
        Some(if is_dated {
            diagnostic.with_help(format!(
                "{declare}, whose time is given once it has been taken, and write `taking {thing}`"
            ))
        } else {
            diagnostic.with_help(format!(
                "say for how long, by the number that the clinic means, as in `for 8 hours after taking {thing}`, and \
                 {declare}: without it this would never end"
            ))
        })
    }
}

/// Words without the articles before them.
fn without_articles<'w, 't>(words: &'w [&'t str]) -> &'w [&'t str] {
    let skipped = words
        .iter()
        .take_while(|word| ARTICLES.contains(&word.to_lowercase().as_str()))
        .count();
    words.get(skipped..).unwrap_or_default()
}

/// What sheets call the treated area.
const AREA: &[&str] = &[
    "area",
    "same area",
    "site",
    "skin",
    "spot",
    "that area",
    "this area",
];

/// Whether sheets call the treated area so.
pub(super) fn is_area(text: &str) -> bool {
    AREA.contains(&text.to_lowercase().as_str())
}
