//! `take the bandage off after 24 hours`, `do not take out the earrings`: what is taken off is removed, and no medicine.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::reserved::RESERVED;

/// Words before a deed that is not to be done.
const BANNING: &[&str] = &["do not ", "don't ", "don\u{2019}t ", "never "];

/// A deed of sheets: its verb, the words that stand behind its thing or right behind the verb, and the verb of the language.
const DEEDS: &[(&str, &[&str], &str)] = &[
    ("take ", &["off", "out"], "remove"),
    ("leave ", &["in"], "keep"),
    ("keep ", &["in"], "keep"),
];

/// Words before a thing that say nothing of it.
const ARTICLES: &[&str] = &["the", "your", "any", "all"];

/// Words that name nothing: what is meant by them is asked elsewhere.
const PRONOUNS: &[&str] = &["it", "that", "them", "these", "this", "those"];

/// How many words a thing has at most here.
const MOST: usize = 4;

impl Lower<'_> {
    /// Leads a line that takes something off, or out, to its verb; whether it is one.
    pub(in crate::syntax) fn takes_off(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let Some(Said {
            length,
            thing,
            verb,
            banned,
        }) = taken_off(self.laid(sentence))
        else {
            return false;
        };
        if banned && verb == "keep" {
            return false;
        }
        let start = sentence.start as usize;
        let said = self.place(start, start + length);
        let write = format!("{} {thing}", if banned { "keep" } else { verb });
        let behind = self.quote(self.place(start + length, sentence.end as usize));
        let whole = format!("{write} {}", behind.trim().trim_end_matches('.'));
        let whole = whole.trim_end();
        let edits = vec![edit(said, write.as_str())];
        if !self.reads_with(line, &edits) {
            return !banned && self.taken_off_to(said, &thing, behind.trim());
        }
        let raw = self.quote(said);
        let help = if banned {
            format!(
                "what is not to end goes on: write `{whole}`; `avoid {thing}` would be the contrary"
            )
        } else {
            format!("write `{whole}`")
        };
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                said,
                if verb == "keep" {
                    format!("`{raw}` is said in other words")
                } else {
                    format!("`{raw}` starts with `take`, which is for medicines")
                },
                if verb == "keep" {
                    "one word more than is wanted"
                } else {
                    "taken off, not taken"
                },
            )
            .with_help(help)
            .with_edits(edits),
        );
        true
    }

    /// `take the stocking off to shower`: in which situation what is worn is not; whether it says so.
    fn taken_off_to(&mut self, said: Span, thing: &str, behind: &str) -> bool {
        const TO: &[(&str, &str)] = &[
            ("to bathe", "bathing"),
            ("to eat", "eating"),
            ("to exercise", "exercising"),
            ("to shower", "showering"),
            ("to sleep", "sleeping"),
            ("to wash", "washing"),
            ("for showering", "showering"),
            ("for sleeping", "sleeping"),
            ("in the shower", "showering"),
        ];
        let Some((words, deed)) = TO.iter().find(|(words, _)| behind.starts_with(words)) else {
            return false;
        };
        let raw = self.quote(said);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                said,
                format!("`{raw} {words}` says in which situation something is not worn"),
                "said where it is worn",
            )
            .with_help(format!(
                "say it of the wearing: `wear {thing} except while {deed}`"
            )),
        );
        true
    }
}

/// What the start of a sentence says.
#[derive(Debug, PartialEq)]
struct Said {
    /// How long its words are.
    length: usize,
    /// What is taken off, or left in.
    thing: String,
    /// The verb of the language.
    verb: &'static str,
    /// Whether it is not to be done.
    banned: bool,
}

fn taken_off(sentence: &str) -> Option<Said> {
    let ban = BANNING.iter().find(|ban| sentence.starts_with(**ban));
    let front = ban.map_or(0, |ban| ban.len());
    let bare = sentence.get(front..)?;
    let (start, particles, verb) = DEEDS.iter().find(|(verb, ..)| bare.starts_with(verb))?;
    let words: Vec<&str> = bare.get(start.len()..)?.split(' ').take(MOST + 3).collect();
    let is_particle = |word: &&str| particles.contains(&word.trim_end_matches([',', '.']));
    let at = words.iter().position(is_particle)?;
    // `take out the earrings`: the thing ends where a clause starts.
    let (thing, whole) = if at == 0 {
        let rest = words.get(1..)?;
        let article = rest.iter().take_while(|word| ARTICLES.contains(word));
        let article = article.count();
        let named = rest.get(article..)?;
        let end = named.iter().position(|word| is_clause(word));
        let end = end.unwrap_or(named.len());
        (named.get(..end)?, 1 + article + end)
    } else {
        let article = usize::from(words.first().is_some_and(|word| ARTICLES.contains(word)));
        (words.get(article..at)?, at + 1)
    };
    let is_named = |word: &&str| {
        let letters = word.chars().all(|one| one.is_alphabetic() || one == '-');
        !word.is_empty() && letters && !is_clause(word) && !PRONOUNS.contains(word)
    };
    let goes_on = words
        .get(at + 1)
        .is_some_and(|next| at > 0 && is_named(next));
    if goes_on || !thing.iter().all(is_named) || thing.is_empty() || thing.len() > MOST {
        return None;
    }
    let length: usize = words.iter().take(whole).map(|word| word.len() + 1).sum();
    let last = words.get(whole - 1)?;
    let sign = last.len() - last.trim_end_matches([',', '.']).len();
    Some(Said {
        length: front + start.len() + length - 1 - sign,
        thing: thing.join(" "),
        verb,
        banned: ban.is_some(),
    })
}

/// Whether a word starts a clause, or joins things.
fn is_clause(word: &str) -> bool {
    RESERVED.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::taken_off;

    #[test]
    fn what_is_taken_off_stands_before_the_particle_or_behind_it() {
        for (sentence, said, thing) in [
            (
                "take the bandage off after 24 hours",
                "take the bandage off",
                "bandage",
            ),
            (
                "take off the bandage after 24 hours",
                "take off the bandage",
                "bandage",
            ),
            (
                "take out your earrings at bedtime",
                "take out your earrings",
                "earrings",
            ),
            (
                "take contact lenses out",
                "take contact lenses out",
                "contact lenses",
            ),
            (
                "leave the earrings in for 6 weeks",
                "leave the earrings in",
                "earrings",
            ),
        ] {
            let found = taken_off(sentence).map(|found| (found.length, found.thing, found.verb));
            let verb = if sentence.starts_with("take") {
                "remove"
            } else {
                "keep"
            };
            assert_eq!(
                found,
                Some((said.len(), thing.to_owned(), verb)),
                "{sentence}"
            );
        }
        let banned = taken_off("do not take the jewellery out for 8 weeks");
        let banned = banned
            .filter(|found| found.banned)
            .map(|found| found.length);
        assert_eq!(banned, Some("do not take the jewellery out".len()));
        for sentence in [
            "take paracetamol for pain",
            "take aspirin, and wash it off",
            "take 1 tablet off",
            "take off",
            "take it off",
            "keep off the sun",
            "keep treated area in shade",
        ] {
            assert_eq!(taken_off(sentence), None, "{sentence}");
        }
    }
}
