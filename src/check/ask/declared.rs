//! `if blister bursts`, `if wet`: how a question that nothing asks is declared.

use crate::check::checker::Checker;
use crate::check::names::{in_declaration, without_article};
use crate::syntax::tree::{Kind, Name};
use crate::vocabulary::{Named, Unit, without_getting};

/// What stands between a fact and the value that it is compared with.
const COMPARISONS: &[&str] = &[
    "at least",
    "at most",
    "greater than",
    "younger than",
    "higher than",
    "fewer than",
    "lower than",
    "older than",
    "less than",
    "more than",
    "over",
    "under",
    "above",
    "below",
    "in",
    ">=",
    "<=",
    "!=",
    "=",
    ">",
    "<",
];

/// Heads about whether to treat, and what is asked before: symptoms are asked there, too.
const BEFORE: &[&str] = &["refuse", "defer", "tell", "ask", "caution", "prepare"];

impl Checker<'_> {
    /// What to declare. What may come later is a symptom: a fact is asked at the first visit, and a plan waits for
    /// its answer.
    pub(super) fn declared_question(&self, name: &Name) -> String {
        let text = without_article(&name.text);
        match self.kind_compared(name).as_deref() {
            Some("") => {
                return format!(
                    "declare it: `fact {text}: number`, or with the unit that it has, as in `fact {text}: mm`"
                );
            }
            Some(kind) => return format!("declare it, such as `fact {text}: {kind}`"),
            None => {}
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        let symptom = (1..words.len()).rev().find_map(|at| {
            let (front, _) = words.split_at_checked(at)?;
            let Named::Thing(id) = self.read_words(front)?.named else {
                return None;
            };
            let thing = self.vocabulary.thing(id);
            (thing.kind == Kind::Symptom).then(|| self.vocabulary.name(id))
        });
        let before = self.precedes(name).unwrap_or_default().trim_start();
        let asked = BEFORE.iter().any(|head| before.starts_with(head));
        let bare = without_getting(text);
        // What somebody is or has may be so before; what is called about otherwise has come.
        if !asked && self.is_called_about(name.span) && bare == without_article(text) {
            let below = symptom.map_or(String::new(), |symptom| format!(" in {symptom}"));
            return format!(
                "declare it, such as `symptom {}{below}`",
                in_declaration(text)
            );
        }
        if bare != text && !asked {
            return format!(
                "declare `symptom {bare}` of what may come after the treatment, `fact {bare}: yes or no` of what is known \
                 before it, and write `{bare}`"
            );
        }
        match symptom {
            Some(symptom) if !asked => format!("declare it, such as `symptom {text} in {symptom}`"),
            None if !asked => format!(
                "declare it, such as `fact {text}: yes or no` for what is known before the treatment, `symptom {text}` for \
                 what may come after it"
            ),
            _ => format!("declare it, such as `fact {text}: yes or no`"),
        }
    }

    /// The kind of a fact by what follows it: a number's unit, or the value that it has; empty of a number whose unit
    /// is not told.
    fn kind_compared(&self, name: &Name) -> Option<String> {
        let after = self.follows(name)?.trim_start();
        let after = after.strip_prefix("is ").unwrap_or(after).trim_start();
        let compared = COMPARISONS
            .iter()
            .find_map(|sign| Some((sign, after.strip_prefix(sign)?)))
            .filter(|(sign, value)| {
                !sign.ends_with(char::is_alphabetic) || value.starts_with(char::is_whitespace)
            });
        // `is 7 or higher` has no sign before its number.
        let counts = after.starts_with(|first: char| first.is_ascii_digit());
        let value = match compared {
            Some((_, value)) => value,
            None => counts.then_some(after)?,
        };
        let (value, last) = match value
            .split_once("..")
            .filter(|(value, _)| !value.trim().contains(' '))
        {
            Some((value, last)) => (value, word_of(last)),
            None => (value, None),
        };
        let unit =
            value.trim_start_matches(|part: char| part.is_ascii_digit() || " .".contains(part));
        if value
            .trim_start()
            .starts_with(|first: char| first.is_ascii_digit())
        {
            let unit = word_of(unit).and_then(Unit::from_word);
            let unknown = if name.text.to_lowercase().contains("age") {
                "years"
            } else {
                ""
            };
            return Some(unit.map_or(unknown, |unit| unit.name(true)).to_owned());
        }
        let value = word_of(value)?;
        Some(match last {
            Some(last) => format!("ordered {value}, {last}"),
            None => format!("one of {value}, other"),
        })
    }
}

/// The first word of a text.
fn word_of(text: &str) -> Option<&str> {
    let word = text.split_whitespace().next()?;
    let word = word.trim_end_matches(|part: char| !part.is_alphanumeric() && part != '%');
    (!word.is_empty()).then_some(word)
}
