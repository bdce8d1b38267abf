//! A name that nothing is called because it is more than a name: what its words were to say.

use super::unknown::{misspelt, unknown};
use super::{Role, can_have};
use crate::check::checker::Checker;
use crate::check::sentence::calling::{BEFORE, CALLS};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::{Kind, Name};
use crate::vocabulary::{FactKind, Named, nearest, without_getting};

/// Who is treated, in the words of those who write.
const PATIENTS: &[&str] = &[
    "anyone",
    "client",
    "clients",
    "individuals",
    "ladies",
    "mothers",
    "patient",
    "patients",
    "people",
    "person",
    "persons",
    "them",
    "those",
    "woman",
    "women",
];

/// What stands around such a word and asks nothing.
const AROUND: &[&str] = &["a", "all", "an", "any", "are", "is", "that", "the", "who"];

/// Words that leave something, before `treat`.
const LEAVING: &[&str] = &["do not", "don't", "don\u{2019}t", "never", "avoid", "no"];

impl Checker<'_> {
    /// `do not treat if pregnant`, `do not treat pregnant women`: whether to treat has a head of its own.
    pub(super) fn not_treating(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let mut words = name.text.split_whitespace();
        let first = words.next()?.to_lowercase();
        let rest: Vec<&str> = words.collect();
        let rest = rest.join(" ");
        let whom = self.patients(&[rest.as_str()]);
        let said = ["treat", "treating", "treatment"].contains(&first.as_str());
        let about_treating = said && (whom.is_some() || is_anybody(&rest));
        if !about_treating || !matches!(role, Role::Restrict(_)) {
            return None;
        }
        let diagnostic = Diagnostic::new(
            Code::UnknownHead,
            name.span,
            format!("`{}` is no thing to be left", name.text),
            "whether to treat is said by a word of its own",
        );
        let (line, at) = self.line_of(name.span)?;
        let before = line.get(..at)?.trim_end();
        let after = line.get(at + name.span.range().len()..)?.trim_start();
        let (heads, help) = self.whether_to_treat(before, after, whom);
        let diagnostic = diagnostic.with_help(help);
        let head = LEAVING.iter().find_map(|word| {
            let start = before.len().checked_sub(word.len())?;
            let found = before.get(start..)?;
            found.eq_ignore_ascii_case(word).then_some(start)
        });
        let Some(start) = head else {
            return Some(diagnostic);
        };
        let back = u32::try_from(at - start).unwrap_or(0);
        let start = name.span.start.saturating_sub(back);
        let whole = Span { start, ..name.span };
        let heads = heads.iter();
        Some(heads.fold(diagnostic, |diagnostic, head| {
            diagnostic.with_fix(whole, *head)
        }))
    }

    /// Whether a condition asks first for what passes: a sign, or a state of the skin.
    fn passes(&self, asked: &str) -> bool {
        const PASSING: &[&str] = &[
            "active cold sore",
            "active infection",
            "conditions includes active cold sore",
            "conditions includes active infection",
            "conditions includes open wound",
            "conditions includes sunburn",
            "conditions includes tanned skin",
            "had recent sun",
            "had unprotected sun exposure",
            "open wound",
            "sunburn",
            "sunburned",
            "sunburnt",
            "tanned",
            "tanned skin",
        ];
        let asked = without_getting(asked);
        let ends = [" or ", " and ", " within ", " because ", ","];
        let end = ends.iter().filter_map(|word| asked.find(word)).min();
        let first = asked.get(..end.unwrap_or(asked.len())).unwrap_or_default();
        let first = first.trim_end_matches('.');
        let is_sign = match self.read(first).map(|reading| reading.named) {
            Some(Named::Thing(id)) => self.vocabulary.thing(id).kind == Kind::Symptom,
            _ => false,
        };
        is_sign || PASSING.contains(&first)
    }

    /// What says whether to treat, as heads to write where one of them is sure, and as a help.
    fn whether_to_treat(
        &self,
        before: &str,
        after: &str,
        whom: Option<String>,
    ) -> (&'static [&'static str], String) {
        let begins = |word: &str| after.starts_with(word);
        let sentence = before.rsplit(": ").next().unwrap_or(before).trim_start();
        let in_lead = after.is_empty() && sentence.to_lowercase().starts_with("if ");
        let behind = || self.patients(&[after.strip_prefix("for ")?]);
        if let Some(whom) = whom.or_else(behind) {
            (&[], format!("write `refuse if {whom}`"))
        } else if begins("if ") || begins("unless ") || in_lead {
            if after
                .strip_prefix("if ")
                .is_some_and(|asked| self.passes(asked))
            {
                let help = format!(
                    "write `defer` where the treatment waits until it is over, `defer {after}`, and `refuse` where this \
                     patient is not treated"
                );
                return (&["defer", "refuse"], help);
            }
            let help = "write `refuse`, as in `refuse if pregnant`";
            (&["refuse"], help.to_owned())
        } else if begins("until ") {
            let help = "write `defer`, as in `defer until healed`";
            (&["defer"], help.to_owned())
        } else {
            let help = "write `refuse if pregnant` for whom not to treat, `defer until healed` for \
                        when to wait";
            (&[], help.to_owned())
        }
    }

    /// `sunscreen spf 50`, `spf50 sunscreen`, `sunscreen broad-spectrum`: an attribute that lost its `with`.
    pub(super) fn attribute_without_with(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let words = unglued(&name.text);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let text = (1..words.len()).find_map(|at| {
            let (front, back) = words.split_at_checked(at)?;
            self.having(front, back, role)
                .or_else(|| self.having(back, front, role))
        })?;
        let diagnostic = unknown(name).with_help(format!(
            "write `{text}`: an attribute stands behind its thing, after `with`"
        ));
        Some(if self.stands_in_list(name)? || name.quoted {
            diagnostic
        } else {
            diagnostic.with_fix(name.span, text)
        })
    }

    /// Whether a list goes on before a name or behind it, or attributes follow.
    pub(super) fn stands_in_list(&self, name: &Name) -> Option<bool> {
        let before = self.precedes(name)?;
        let joined = before.trim_end().ends_with([',', '"'])
            || [" and ", " or "].iter().any(|word| before.ends_with(word));
        let after = self.follows(name)?;
        let joins = [",", " and ", " or ", " with"];
        Some(joined || joins.iter().any(|word| after.starts_with(word)))
    }

    /// What stands before a name on its line.
    pub(crate) fn precedes(&self, name: &Name) -> Option<&str> {
        let (line, at) = self.line_of(name.span)?;
        line.get(..at)
    }

    /// What follows a name on its line.
    pub(crate) fn follows(&self, name: &Name) -> Option<&str> {
        let (line, at) = self.line_of(name.span)?;
        line.get(at + name.span.range().len()..)
    }

    /// What to write in the place of a name, with what stands behind it on its line, so that no help seems to leave that
    /// out; alone where that is long.
    pub(crate) fn with_the_rest(&self, name: &Name, text: &str) -> String {
        const LONGEST: usize = 60;
        let rest = self.follows(name).unwrap_or_default();
        let rest = rest.split(['#', '{', '}']).next().unwrap_or_default();
        let rest = rest.trim_end().trim_end_matches('.');
        // What has a message of its own is no part of what is offered.
        if rest.len() > LONGEST || rest.contains(" when ") {
            return text.to_owned();
        }
        format!("{text}{rest}")
    }

    /// `sunscreen with spf 50`, if the first words are such a thing and the second such an attribute.
    fn having(&self, thing: &[&str], attribute: &[&str], role: Role) -> Option<String> {
        let Named::Thing(id) = self.read_words(thing)?.named else {
            return None;
        };
        let (number, called) = match attribute.split_last()? {
            (last, front) if last.starts_with(|c: char| c.is_ascii_digit()) => (Some(*last), front),
            _ => (None, attribute),
        };
        let mark = self.vocabulary.find_thing(&called.join(" "))?;
        let marked = self.vocabulary.thing(mark);
        let fits = marked.kind == Kind::Attribute
            && marked.number == number.is_some()
            && role.takes(self.vocabulary.thing(id).kind)
            && can_have(&self.vocabulary, id, mark);
        fits.then(|| format!("{} with {}", thing.join(" "), attribute.join(" ")))
    }

    /// `after eech cleansing`: the slip stands before the name.
    pub(super) fn misspelt_each(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let words: Vec<&str> = name.text.split_whitespace().collect();
        let (first, rest) = words.split_first()?;
        let likely = self.read_words(rest).is_some()
            || first.to_lowercase().starts_with('e') && !rest.is_empty();
        if role != Role::Anchor || !likely {
            return None;
        }
        let span = self.word_spans(name)?.first().copied()?;
        let near = nearest(first, ["each", "every"])?;
        Some(misspelt(first, span, near))
    }

    /// `fever above 38 C and below 37 C`: only what is above a measure has a word.
    pub(super) fn below(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let is_below =
            ["below", "less than", "lower than"].contains(&name.text.to_lowercase().as_str());
        if !is_below || !matches!(role, Role::Symptom(_)) {
            return None;
        }
        let diagnostic = Diagnostic::new(
            Code::UnknownName,
            name.span,
            format!("`{}` measures no symptom", name.text),
            "a symptom is above a measure, and never below one",
        );
        Some(diagnostic.with_help(
            "declare a symptom of its own, such as `symptom low temperature`, and name that",
        ))
    }

    /// `healed severe`: a word that is said of symptoms alone.
    pub(crate) fn qualified_other(&self, name: &Name) -> Option<Diagnostic> {
        let words: Vec<&str> = name.text.split_whitespace().collect();
        let (last, front) = words.split_last()?;
        let is_quality =
            ["severe", "spreading", "worsening"].contains(&last.to_lowercase().as_str());
        let named = self.read_words(front)?.named;
        let what = match named {
            Named::Thing(id) => self.vocabulary.thing(id).kind.with_article(),
            Named::Fact(_) => "a fact",
        };
        if !is_quality {
            return None;
        }
        let front = front.join(" ");
        let diagnostic = Diagnostic::new(
            Code::WrongKind,
            name.span,
            format!("`{front}` is {what}, and `{last}` is said of a symptom"),
            format!("no symptom that could be {last}"),
        );
        let help = format!("name the symptom, as in `pain {last}`");
        let asked = match named {
            Named::Thing(id) => matches!(self.vocabulary.thing(id).kind, Kind::Event),
            Named::Fact(fact) => self.vocabulary.fact(fact).kind == FactKind::YesNo,
        };
        Some(if asked {
            diagnostic
                .with_help(format!("write `{front}` alone, or {help}"))
                .with_fix(name.span, front)
        } else {
            diagnostic.with_help(help)
        })
    }

    /// What asks whether a patient is one of these: `pregnant or breastfeeding` of `pregnant and
    /// breastfeeding women`. None where a name is no fact of yes and no.
    pub(crate) fn patients(&self, names: &[&str]) -> Option<String> {
        let asked = |name: &&str| {
            let words = name.split_whitespace();
            let kept = words.filter(|word| {
                let word = word.to_lowercase();
                !PATIENTS.contains(&word.as_str()) && !AROUND.contains(&word.as_str())
            });
            let text = kept.collect::<Vec<&str>>().join(" ");
            let fact = self.vocabulary.find_fact(&text)?;
            let is_asked = self.vocabulary.fact(fact).kind == FactKind::YesNo;
            is_asked.then_some(text)
        };
        let facts: Option<Vec<String>> = names.iter().map(asked).collect();
        facts
            .filter(|facts| !facts.is_empty())
            .map(|facts| facts.join(" or "))
    }

    /// Whether what stands at a place is asked by a sentence that says whom to call: whoever calls has seen a sign.
    pub(crate) fn is_called_about(&self, asked: Span) -> bool {
        let Some((line, at)) = self.line_of(asked) else {
            return false;
        };
        let sentence = line.get(..at).unwrap_or_default().trim_start();
        let sentence = sentence.rsplit(": ").next().unwrap_or_default();
        // `if bleeding, call us`
        let call = match sentence.strip_prefix("if ") {
            Some(_) => line.rsplit_once(", ").map_or("", |(_, call)| call),
            None => sentence,
        };
        let call = call.to_lowercase();
        let bare = BEFORE.iter().find_map(|word| call.strip_prefix(word));
        let first = bare.unwrap_or(&call).split([' ', ',']).next();
        first.is_some_and(|word| CALLS.contains(&word))
    }

    /// The line on which a span starts, and the byte of it at which the span does.
    fn line_of(&self, span: Span) -> Option<(&str, usize)> {
        let text = self.sources.get(span.source)?.text();
        let start = text
            .get(..span.start as usize)?
            .rfind('\n')
            .map_or(0, |end| end + 1);
        let end = text.get(span.end as usize..)?.find(['\n', '\r', '#', '}']);
        let end = end.map_or(text.len(), |end| span.end as usize + end);
        Some((
            text.get(start..end)?.trim_end(),
            span.start as usize - start,
        ))
    }
}

/// Whether a text says no more than that somebody is treated.
fn is_anybody(text: &str) -> bool {
    text.to_lowercase()
        .split_whitespace()
        .all(|word| PATIENTS.contains(&word) || AROUND.contains(&word))
}

/// The words of a name, with a blank between letters and the number at their end: `spf50`.
fn unglued(text: &str) -> Vec<String> {
    let part = |word: &str| {
        let digits = word.trim_end_matches('+');
        let letters = digits.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let number = word.get(letters.len()..).unwrap_or_default();
        let parts = if letters.is_empty() || number.is_empty() || number.starts_with('+') {
            vec![word]
        } else {
            vec![letters, number]
        };
        parts
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<String>>()
    };
    text.split_whitespace().flat_map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_anybody, unglued};

    #[test]
    fn a_number_is_parted_from_its_attribute() {
        assert_eq!(unglued("sunscreen spf50+"), ["sunscreen", "spf", "50+"]);
        assert_eq!(unglued("sunscreen spf 50"), ["sunscreen", "spf", "50"]);
        assert_eq!(unglued("vitamin b"), ["vitamin", "b"]);
    }

    #[test]
    fn anybody_is_nobody_in_particular() {
        assert!(is_anybody("") && is_anybody("the patient"));
        assert!(!is_anybody("pregnant women"));
    }
}
