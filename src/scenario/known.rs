//! What one thing that is given says, as a key of a profile and its value.

use chrono::NaiveDate;

use super::mistake;
use crate::diagnostic::Diagnostic;
use crate::number::Number;
use crate::span::{Span, Spanned};
use crate::syntax::tree::Kind;
use crate::vocabulary::{FactId, FactKind, ThingId, Vocabulary, nearest};

/// A key and a value, as a profile takes them.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub key: Spanned<String>,
    pub value: Spanned<String>,
    /// Whether a profile may have several values for this key.
    pub several: bool,
}

/// The words of one thing that is given, and its day.
pub(super) struct Words<'a> {
    pub vocabulary: &'a Vocabulary,
    pub all: &'a Spanned<String>,
    /// On which day it was.
    pub on: Option<NaiveDate>,
    /// Whether that day is one on which something was last taken.
    pub last_taken: bool,
    /// The fact that the item before gave a value of a list to.
    pub list: Option<&'a Spanned<String>>,
}

type Found = Result<Vec<Entry>, Box<Diagnostic>>;

impl Words<'_> {
    /// The entries that the words stand for.
    pub(super) fn entries(&self) -> Found {
        let text = self.all.node.as_str();
        let rest = |word: &str| self.behind(text, word);
        if let Some(what) = rest("not prescribed ") {
            return Ok(vec![self.prescribed(&what, "no")]);
        }
        if let Some(what) = rest("not ") {
            return self.absent(&what, true);
        }
        if let Some(what) = rest("no ") {
            return self.absent(&what, false);
        }
        if let Some(what) = rest("never had ") {
            return Ok(vec![self.plain(what, "never")]);
        }
        if let Some(what) = rest("prescribed ") {
            return Ok(vec![self.prescribed(&what, "yes")]);
        }
        if let Some(what) = rest("taking ").or_else(|| rest("took ")) {
            return self.taking(what);
        }
        if let Some(what) = rest("had ") {
            return self.past(what);
        }
        if let Some(what) = rest("product ") {
            return Ok(vec![self.listed("products", what)]);
        }
        if text == "course finished" {
            let key = self.value("course_finished");
            return Ok(vec![self.plain(key, "yes")]);
        }
        if let Some(zone) = rest("zone ") {
            return Ok(vec![Entry {
                key: self.value("zone"),
                value: zone,
                several: false,
            }]);
        }
        if matches!(text, "session" | "earlier session") {
            return self.session();
        }
        self.named()
    }

    /// What stands behind these words, at its place.
    fn behind(&self, text: &str, words: &str) -> Option<Spanned<String>> {
        let start = text.get(..words.len())?;
        let rest = text.get(words.len()..)?;
        (start.eq_ignore_ascii_case(words) && !rest.is_empty())
            .then(|| self.part(words.len(), text.len()))
    }

    /// A part of the words, at its place where the text has the same blanks.
    fn part(&self, start: usize, end: usize) -> Spanned<String> {
        let all = self.all;
        let text = all.node.get(start..end).unwrap_or_default();
        let as_written = (all.span.end - all.span.start) as usize == all.node.len();
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let span = if as_written {
            Span::new(
                all.span.source,
                all.span.start + narrow(start),
                all.span.start + narrow(end),
            )
        } else {
            all.span
        };
        Spanned::new(text.trim().trim_matches('"').to_owned(), span)
    }

    fn value(&self, text: impl Into<String>) -> Spanned<String> {
        Spanned::new(text.into(), self.all.span)
    }

    /// A key that is named here, with a value that is not.
    fn plain(&self, key: Spanned<String>, value: &str) -> Entry {
        Entry {
            key,
            value: self.value(value),
            several: false,
        }
    }

    /// One of a list, the key of which is not named here.
    fn listed(&self, key: &str, value: Spanned<String>) -> Entry {
        Entry {
            key: self.value(key),
            value,
            several: true,
        }
    }

    fn prescribed(&self, what: &Spanned<String>, yes: &str) -> Entry {
        let key = Spanned::new(format!("prescribed {}", what.node), what.span);
        self.plain(key, yes)
    }

    /// `not pregnant`, `no fever`, `no symptoms`, `no medications`
    fn absent(&self, what: &Spanned<String>, not: bool) -> Found {
        let vocabulary = self.vocabulary;
        if !not && matches!(what.node.as_str(), "earlier session" | "earlier sessions") {
            return Ok(vec![self.plain(self.value("sessions"), "none")]);
        }
        if !not && ["symptoms", "history", "products", "sessions"].contains(&what.node.as_str()) {
            return Ok(vec![self.plain(what.clone(), "none")]);
        }
        if let Some(fact) = vocabulary.find_fact(&what.node) {
            let value = match vocabulary.fact(fact).kind {
                FactKind::YesNo => Some("no"),
                FactKind::AnyOf(_) | FactKind::Things(_) => Some("none"),
                FactKind::Number(_) | FactKind::Ordered(_) | FactKind::OneOf(_) => None,
            };
            return value
                .map(|value| vec![self.plain(what.clone(), value)])
                .ok_or_else(|| Box::new(self.needs_value(fact, what)));
        }
        match self.kind(&what.node) {
            Some(Kind::Symptom) => Ok(vec![self.plain(what.clone(), "no")]),
            Some(Kind::Procedure) => Ok(vec![self.plain(what.clone(), "never")]),
            Some(Kind::Event) => Err(Box::new(mistake::given(
                what.span,
                format!(
                    "`{}` has not happened as long as no day is given for it",
                    what.node
                ),
                "it needs no `not`",
                "leave it out: what is not given has not happened yet",
            ))),
            _ => Err(Box::new(self.unknown())),
        }
    }

    /// `taking warfarin`, `taking prescribed aspirin`, `isotretinoin last taken 2026-01-31`
    fn taking(&self, what: Spanned<String>) -> Found {
        let text = what.node.clone();
        let prescribed = text.strip_prefix("prescribed ");
        let at = prescribed.map_or(0, |_| "prescribed ".len());
        let name = Spanned::new(text.get(at..).unwrap_or_default().to_owned(), {
            let mut span = what.span;
            span.start += u32::try_from(at).unwrap_or(0);
            span
        });
        let thing = self.vocabulary.find_thing(&name.node);
        let is_medicine = |id: &ThingId| self.vocabulary.thing(*id).kind == Kind::Medicine;
        let Some(thing) = thing.filter(is_medicine) else {
            return Err(Box::new(self.unknown_thing(&name, &[Kind::Medicine])));
        };
        let Some(fact) = self.list_of(thing) else {
            return Err(Box::new(mistake::given(
                name.span,
                format!("no fact asks whether the patient takes `{}`", name.node),
                "asked by nothing",
                "declare `fact medications: any of medicine`, or import skin-care",
            )));
        };
        let value = match self.on {
            Some(on) => Spanned::new(format!("{} last taken {on}", name.node), name.span),
            None => name.clone(),
        };
        let mut entries = vec![self.listed(&self.vocabulary.fact(fact).name, value)];
        entries.extend(prescribed.map(|_| self.prescribed(&name, "yes")));
        Ok(entries)
    }

    /// The fact that lists things above this one.
    fn list_of(&self, thing: ThingId) -> Option<FactId> {
        let mut facts = self.vocabulary.facts();
        let found = facts.find(|(_, fact)| match fact.kind {
            FactKind::Things(class) => {
                let is_medicine = self.vocabulary.thing(class).kind == Kind::Medicine;
                is_medicine && self.vocabulary.is_under(thing, class)
            }
            _ => false,
        });
        found.map(|(id, _)| id)
    }

    /// `had dermal filler on 2026-02-14`
    fn past(&self, what: Spanned<String>) -> Found {
        match self.on {
            Some(on) => Ok(vec![Entry {
                key: what,
                value: self.value(on.to_string()),
                several: false,
            }]),
            None => Err(Box::new(self.needs_day(&what))),
        }
    }

    /// `earlier session on day -30`
    fn session(&self) -> Found {
        match self.on {
            Some(on) => Ok(vec![self.listed("sessions", self.value(on.to_string()))]),
            None => Err(Box::new(self.needs_day(self.all))),
        }
    }

    /// What starts with the name of a fact, an event, a symptom, a procedure or a medicine.
    fn named(&self) -> Found {
        let text = self.all.node.as_str();
        let ends: Vec<usize> = text
            .match_indices(' ')
            .map(|(at, _)| at)
            .chain([text.len()])
            .collect();
        for end in ends.iter().rev() {
            let name = self.part(0, *end);
            let rest = self.part(*end, text.len());
            if let Some(fact) = self.vocabulary.find_fact(&name.node) {
                return self.fact(fact, name, &rest.node);
            }
            if let Some(found) = self.thing(&name, &rest.node) {
                return found;
            }
        }
        // `severe pain`: how bad it is stands in front as well.
        for start in ends.iter().rev().filter_map(|end| end.checked_add(1)) {
            let name = self.part(start.min(text.len()), text.len());
            if self.kind(&name.node) == Some(Kind::Symptom) {
                let how = self.part(0, start.saturating_sub(1));
                return self.symptom(&name, &how.node);
            }
        }
        match self.list {
            Some(list) if self.on.is_none() => Ok(vec![Entry {
                key: list.clone(),
                value: self.part(0, text.len()),
                several: true,
            }]),
            _ => Err(Box::new(self.unknown())),
        }
    }

    fn kind(&self, name: &str) -> Option<Kind> {
        let thing = self.vocabulary.find_thing(name)?;
        Some(self.vocabulary.thing(thing).kind)
    }

    /// `skin type V`, `pregnant`, `age is 34`, `conditions includes eczema`
    fn fact(&self, fact: FactId, name: Spanned<String>, rest: &str) -> Found {
        let kind = &self.vocabulary.fact(fact).kind;
        let mut value = rest;
        for word in ["includes ", "is ", "= ", "of "] {
            value = value.strip_prefix(word).unwrap_or(value);
        }
        let several = matches!(kind, FactKind::AnyOf(_) | FactKind::Things(_));
        if value.is_empty() {
            return match kind {
                FactKind::YesNo => Ok(vec![self.plain(name, "yes")]),
                _ => Err(Box::new(self.needs_value(fact, &name))),
            };
        }
        let start = self.all.node.len() - value.len();
        Ok(vec![Entry {
            key: name,
            value: self.part(start, self.all.node.len()),
            several,
        }])
    }

    /// `healed on day 5`, `fever 38.5 C on day 2`, `isotretinoin last taken 2026-01-31`
    fn thing(&self, name: &Spanned<String>, rest: &str) -> Option<Found> {
        let kind = self.kind(&name.node)?;
        Some(match (kind, self.on) {
            (Kind::Symptom, _) => self.symptom(name, rest),
            _ if !rest.is_empty() => return None,
            (Kind::Medicine | Kind::Substance | Kind::Product, Some(_)) if self.last_taken => {
                self.taking(name.clone())
            }
            (Kind::Event | Kind::Procedure, Some(on)) => {
                Ok(vec![self.plain(name.clone(), &on.to_string())])
            }
            (Kind::Event | Kind::Procedure, None) => Err(Box::new(self.needs_day(name))),
            (Kind::Medicine, None) => Err(Box::new(
                mistake::given(
                    name.span,
                    format!("what of `{}` is known is not said", name.node),
                    "a medicine",
                    "write `taking` before it",
                )
                .with_fix(name.span, format!("taking {}", name.node)),
            )),
            _ => return None,
        })
    }

    /// A symptom that was noticed, with how bad it is in words.
    fn symptom(&self, name: &Spanned<String>, how: &str) -> Found {
        let Some(on) = self.on else {
            return Err(Box::new(self.needs_day(name)));
        };
        let how = how.replace("above ", "").replace(" and ", ", ");
        let mut value = on.to_string();
        for part in qualities(&how) {
            value.push_str(", ");
            value.push_str(&part);
        }
        Ok(vec![Entry {
            key: name.clone(),
            value: Spanned::new(value, self.all.span),
            several: false,
        }])
    }

    fn needs_day(&self, name: &Spanned<String>) -> Diagnostic {
        mistake::given(
            name.span,
            format!("on which day `{}` was is not said", name.node),
            "without a day",
            &format!("write the day behind it, as in `{} on day 2`", name.node),
        )
    }

    fn needs_value(&self, fact: FactId, name: &Spanned<String>) -> Diagnostic {
        let declared = self.vocabulary.fact(fact);
        let example = match &declared.kind {
            FactKind::Number(measure) if measure.can_be(Number::whole(30)) => "30",
            FactKind::Number(_) => "...",
            FactKind::Ordered(options) | FactKind::OneOf(options) | FactKind::AnyOf(options) => {
                options.first().map_or("...", String::as_str)
            }
            FactKind::YesNo | FactKind::Things(_) => "none",
        };
        mistake::given(
            name.span,
            format!("`{}` is given without a value", declared.name),
            "no value behind it",
            &format!("write it as in `{} {example}`", declared.name),
        )
    }

    fn unknown_thing(&self, name: &Spanned<String>, kinds: &[Kind]) -> Diagnostic {
        let names = self.vocabulary.things().filter(|(id, thing)| {
            kinds.contains(&thing.kind) && !self.vocabulary.is_kind_class(*id)
        });
        let near = nearest(&name.node, names.flat_map(|(_, thing)| thing.names()));
        let found = mistake::given(
            name.span,
            format!("`{}` is no medicine that is known here", name.node),
            "not a known medicine",
            "write the name of a medicine that the vocabulary has",
        );
        match near {
            Some(near) => mistake::did_you_mean(found, name.span, near),
            None => found,
        }
    }

    /// That the words are nothing that is known of a patient, with what they may have been meant to be.
    fn unknown(&self) -> Diagnostic {
        let text = self.all.node.as_str();
        let found = mistake::given(
            self.all.span,
            format!("`{text}` is nothing that is known of a patient"),
            "no fact, event, symptom or medicine",
            "write a fact with its value (`skin type V`), `taking warfarin`, or what happened when \
             (`healed on day 5`); `aftercare-dsl facts PROTOCOL` lists the facts",
        );
        let facts = self.vocabulary.facts().map(|(_, fact)| fact.name.as_str());
        let things = self.vocabulary.things().filter(|(id, thing)| {
            matches!(thing.kind, Kind::Event | Kind::Symptom) && !self.vocabulary.is_kind_class(*id)
        });
        let names: Vec<&str> = facts
            .chain(things.flat_map(|(_, thing)| thing.names()))
            .collect();
        let mut ends = text
            .match_indices(' ')
            .map(|(at, _)| at)
            .chain([text.len()]);
        let near = ends.find_map(|end| {
            let part = self.part(0, end);
            let near = nearest(&part.node, names.iter().copied())?;
            Some((part.span, near))
        });
        match near {
            Some((span, near)) => mistake::did_you_mean(found, span, near),
            None => found,
        }
    }
}

/// `severe spreading`, `38.5 C, lasting 20 minutes`: each by itself.
fn qualities(how: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in how.split(", ") {
        let mut not = false;
        let mut own: Vec<&str> = Vec::new();
        for word in part.split(' ').filter(|word| !word.is_empty()) {
            match word {
                "not" => not = true,
                "severe" | "spreading" | "worsening" => {
                    let not = if std::mem::take(&mut not) { "not " } else { "" };
                    parts.push(format!("{not}{word}"));
                }
                other => own.push(other),
            }
        }
        if !own.is_empty() {
            parts.push(own.join(" "));
        }
    }
    parts
}
