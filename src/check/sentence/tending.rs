//! `keep brows dry`, `pat wound dry`: the language has the deed first, and where it is done behind `on`.

use crate::check::checker::Checker;
use crate::check::names::Role;
use crate::check::wording::list;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::tree::{Kind, Name, Things, Verb};
use crate::vocabulary::Named;

/// How a thing is to be kept.
pub(super) const STATES: &[&str] = &[
    "clean",
    "cool",
    "covered",
    "dry",
    "hydrated",
    "moist",
    "moisturised",
    "uncovered",
];

/// What is kept so is covered.
const COVERED: &str = "keep covered";

/// Words before those that add nothing to a duty.
const WHOLLY: &[&str] = &["completely", "entirely", "fully", "totally", "very"];

/// What makes a thing dry.
const DRYING: &[&str] = &["blot", "dab", "pat"];

/// Words for the place of the treatment that name none.
pub(super) const HERE: &[&str] = &["area", "it", "site", "skin", "them"];

/// What is to be kept, how, and what stays on.
#[derive(Default)]
struct Kept {
    things: Vec<String>,
    states: Vec<String>,
    on: Vec<String>,
}

impl Checker<'_> {
    /// Reports `keep brows dry` and `keep eyebrows clean and dry` with the deeds and their places; whether the
    /// list is of that kind.
    pub(super) fn kept_so(&mut self, verb: Spanned<Verb>, things: &Things) -> bool {
        let (Some(first), Some(last)) = (things.things.first(), things.things.last()) else {
            return false;
        };
        if verb.node.word() != "keep" || self.quiet {
            return false;
        }
        let role = Role::Duty(verb.node, verb.span);
        let mut kept = Kept::default();
        for thing in &things.things {
            self.keep(&mut kept, &thing.node.name, role);
        }
        let Some(state) = kept.states.first() else {
            return false;
        };
        let behind = last.node.name.span.at_end().to(last.span.at_end());
        let using = self.sources.text(behind).trim();
        let using = using
            .strip_prefix("with ")
            .map(|with| format!(" using {with}"));
        let diagnostic = Diagnostic::new(
            Code::HeadShape,
            first.span.to(last.span),
            format!("`keep` takes what is kept, and `{state}` says how it is to be"),
            "the deed and the place are said apart",
        );
        let at = verb.span.to(last.span);
        let diagnostic = match self.kept_apart(&kept, &using.unwrap_or_default()) {
            Ok(sentences) => self.with_sentences(diagnostic, &last.node.name, at, &sentences),
            Err(help) => diagnostic.with_help(help),
        };
        self.report(diagnostic);
        true
    }

    /// Adds what a name of the list says.
    fn keep(&self, kept: &mut Kept, name: &Name, role: Role) {
        let lower = name.text.to_lowercase();
        let mut words: Vec<&str> = lower.split_whitespace().collect();
        if self.is_taken(&words, role) && !name.quoted {
            kept.things.push(name.text.clone());
            return;
        }
        if let Some(state) = words.last().filter(|word| STATES.contains(word)) {
            kept.states.push((*state).to_owned());
            words.pop();
        }
        while words.last().is_some_and(|word| WHOLLY.contains(word)) {
            words.pop();
        }
        let stays = words.last() == Some(&"on");
        if stays {
            words.pop();
        }
        let thing = place_of(&words);
        if stays {
            kept.on.push(thing);
        } else if !thing.is_empty() {
            kept.things.push(thing);
        }
    }

    /// The sentences that say so, or what is to be declared first.
    fn kept_apart(&self, kept: &Kept, using: &str) -> Result<Vec<String>, String> {
        let joined = format!("keep {}", kept.states.join(" and "));
        let deeds = if self.is_of(&joined, Kind::Action) {
            vec![joined]
        } else {
            kept.states
                .iter()
                .map(|state| format!("keep {state}"))
                .collect()
        };
        let listed = list(&kept.things, "and");
        let mut sentences: Vec<String> = kept
            .on
            .iter()
            .map(|thing| format!("keep {thing}"))
            .collect();
        let no_place = |thing: &&String| !self.is_of(thing, Kind::Place);
        if let Some(thing) = kept.things.iter().find(no_place) {
            if self.vocabulary.find_thing(thing).is_none() {
                let deeds = deeds.join(" and ");
                return Err(format!(
                    "declare `place {thing}`, and write `{deeds} on {listed}`"
                ));
            }
            // `keep dressing dry`: what is no place is kept so by a deed of its own.
            let own = kept
                .states
                .iter()
                .map(|state| format!("keep {thing} {state}"));
            let own: Vec<String> = own.collect();
            sentences.extend(own.iter().cloned());
            return self.with_deeds(&own, sentences);
        }
        let place = if kept.things.is_empty() {
            String::new()
        } else {
            format!(" on {listed}")
        };
        sentences.extend(deeds.iter().map(|deed| match deed.as_str() {
            // What is covered is covered with something: a verb says so.
            COVERED if !self.is_of(COVERED, Kind::Action) || !using.is_empty() => {
                let area = if listed.is_empty() {
                    "treated area"
                } else {
                    listed.as_str()
                };
                format!("cover {area}{using}")
            }
            deed => format!("{deed}{place}{using}"),
        }));
        let deeds: Vec<String> = deeds
            .into_iter()
            .filter(|deed| sentences.iter().any(|text| text.starts_with(deed.as_str())))
            .collect();
        self.with_deeds(&deeds, sentences)
    }

    /// The sentences, where their deeds are known; or what to declare before them.
    fn with_deeds(&self, deeds: &[String], sentences: Vec<String>) -> Result<Vec<String>, String> {
        let unknown = deeds.iter().filter(|deed| !self.is_of(deed, Kind::Action));
        let unknown = unknown.map(|deed| {
            let opposed = if deed.ends_with(" dry") {
                " (opposes washing, soaking, shower)"
            } else {
                ""
            };
            format!("`action {deed}{opposed}`")
        });
        let unknown: Vec<String> = unknown.collect();
        if unknown.is_empty() {
            return Ok(sentences);
        }
        let quoted: Vec<String> = sentences.iter().map(|text| format!("`{text}`")).collect();
        Err(format!(
            "declare {}, and write {}, each on its own line",
            list(&unknown, "and"),
            list(&quoted, "and")
        ))
    }

    /// The help of these sentences; and its fix, where what stands around the wrong one can stand around each.
    fn with_sentences(
        &self,
        diagnostic: Diagnostic,
        last: &Name,
        at: Span,
        sentences: &[String],
    ) -> Diagnostic {
        let quoted: Vec<String> = sentences.iter().map(|text| format!("`{text}`")).collect();
        let written = list(&quoted, "and");
        if let [text] = sentences {
            return diagnostic
                .with_help(format!("write {written}"))
                .with_fix(at, text.clone());
        }
        let diagnostic = diagnostic.with_help(format!("write a sentence for each: {written}"));
        let rest = self.follows(last).unwrap_or_default();
        let indent = self.indent_before(at);
        match indent {
            Some(indent) if !rest.contains(['{', '}', '"']) && !rest.ends_with(',') => {
                let apart = format!("{rest}\n{indent}");
                diagnostic.with_fix(at, sentences.join(&apart))
            }
            _ => diagnostic,
        }
    }

    /// The blanks before a sentence that starts its line.
    fn indent_before(&self, at: Span) -> Option<String> {
        let text = self.sources.get(at.source)?.text();
        let line = text.get(..at.start as usize)?.rsplit('\n').next()?;
        line.trim().is_empty().then(|| line.to_owned())
    }

    /// `pat wound dry`: what is done, and where.
    pub(super) fn done_where(&self, diagnostic: &Diagnostic, name: &Name) -> Option<Diagnostic> {
        let lower = name.text.to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        let [first, middle @ .., "dry"] = words.as_slice() else {
            return None;
        };
        let deed = format!("{first} dry");
        if middle.is_empty() || !DRYING.contains(first) || !self.is_of(&deed, Kind::Action) {
            return None;
        }
        let place = place_of(middle);
        let text = format!("{deed} on {place}");
        Some(if self.is_of(&place, Kind::Place) {
            diagnostic
                .clone()
                .with_help(format!("write `{text}`"))
                .with_fix(name.span, text)
        } else {
            diagnostic
                .clone()
                .with_help(format!("declare `place {place}`, and write `{text}`"))
        })
    }

    /// `pat dry with clean towel`: the longest action that it starts with, and the words behind that.
    pub(super) fn action_before(&self, name: &Name) -> Option<(String, String)> {
        let words: Vec<&str> = name.text.split_whitespace().collect();
        (1..words.len()).rev().find_map(|at| {
            let (front, rest) = words.split_at_checked(at)?;
            let Named::Thing(id) = self.read_words(front)?.named else {
                return None;
            };
            let is_action = self.vocabulary.thing(id).kind == Kind::Action;
            is_action.then(|| (front.join(" "), rest.join(" ")))
        })
    }

    /// `with gauze`: what something is done with.
    pub(super) fn done_with(&self, how: &str) -> Option<String> {
        let with = how.strip_prefix("with ")?;
        let words: Vec<&str> = with.split_whitespace().collect();
        self.is_taken(&words, Role::Using).then(|| with.to_owned())
    }

    /// Whether words name what can stand there.
    fn is_taken(&self, words: &[&str], role: Role) -> bool {
        match self.read_words(words).map(|reading| reading.named) {
            Some(Named::Thing(id)) => role.takes(self.vocabulary.thing(id).kind),
            _ => false,
        }
    }

    fn is_of(&self, text: &str, kind: Kind) -> bool {
        let thing = self.vocabulary.find_thing(text);
        thing.is_some_and(|thing| self.vocabulary.thing(thing).kind == kind)
    }
}

/// The place that these words name, as it stands behind `on`.
fn place_of(words: &[&str]) -> String {
    let words = match words {
        ["the" | "your" | "my", rest @ ..] => rest,
        words => words,
    };
    match words {
        [word] if HERE.contains(word) => "treated area".to_owned(),
        words => words.join(" "),
    }
}
