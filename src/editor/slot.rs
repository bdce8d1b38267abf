//! Which names may stand at the cursor: one of each kind is tried.

use std::collections::BTreeSet;

use super::here::Here;
use super::names::{Of, Offer};
use super::trial::{Read, Trial};
use super::{Scope, means};
use crate::check::{Reading, may_lie_in};
use crate::diagnostic::Code;
use crate::span::Span;
use crate::syntax::tree::{
    Declaration, FactType, Head, Header, Item, Kind, Member, Name, Statement, Things,
};
use crate::vocabulary::{FactId, FactKind, Named, ThingId, Vocabulary};

/// What may stand behind a name, so that the sentence reads.
const NAME_ENDS: &[&str] = &[
    "",
    " to a minimum",
    " within 6 months",
    " last taken",
    " from day 7",
    " and substances",
    ", x",
];

/// The names that may stand in one place.
#[derive(Debug, Default)]
pub(super) struct Slot {
    kinds: BTreeSet<Kind>,
    /// Only what lies under one of these.
    under: Option<Vec<ThingId>>,
    facts: Vec<FactId>,
    /// Attributes are tried one by one: each goes with things of its own.
    attributes: Vec<ThingId>,
    steps: bool,
    /// Values of facts, keys of sources and names of files, with what they mean.
    pub others: Vec<(String, String)>,
    /// What may stand behind such a name.
    pub ends: Vec<&'static str>,
}

impl Slot {
    /// The names that may follow the sentence's first `stem` bytes.
    pub(super) fn at(scope: &Scope, here: &Here, trial: &Trial<'_>, stem: usize) -> Self {
        let probe = "substance";
        let reads: Vec<(&'static str, Read)> = NAME_ENDS
            .iter()
            .filter_map(|end| Some((*end, trial.reads(stem, probe, end)?)))
            .collect();
        let Some((_, first)) = reads.first() else {
            return Self::default();
        };
        let place = Place::of(first);
        let mut slot = Self {
            ends: reads.iter().map(|(end, _)| *end).collect(),
            ..Self::default()
        };
        match place {
            Place::New => slot.ends.clear(),
            Place::Import => {
                let vocabularies = scope.imports().iter();
                slot.others = vocabularies
                    .map(|name| (name.clone(), "the names of this file".to_owned()))
                    .collect();
            }
            Place::Treatment => {
                slot.kinds.insert(Kind::Procedure);
            }
            Place::Class(kind) => {
                let fits = |class: &Kind| may_lie_in(scope.vocabulary(), class.word(), kind);
                slot.kinds = Kind::ALL.iter().copied().filter(fits).collect();
            }
            Place::Things => {
                slot.kinds = Kind::ALL
                    .iter()
                    .copied()
                    .filter(|kind| kind.is_thing())
                    .collect()
            }
            Place::Source => {
                let sources = scope.sources().iter();
                slot.others = sources
                    .map(|source| (source.key.clone(), source.title.clone()))
                    .collect();
            }
            Place::Sentence(classes) => slot.try_kinds(scope, here, trial, stem, &classes),
        }
        slot
    }

    fn try_kinds(
        &mut self,
        scope: &Scope,
        here: &Here,
        trial: &Trial<'_>,
        stem: usize,
        classes: &[String],
    ) {
        let vocabulary = scope.vocabulary();
        for (kind, example) in scope.names().examples() {
            match self.verdict(trial, stem, example) {
                Verdict::Fits => {
                    self.kinds.insert(*kind);
                }
                Verdict::Outside => {
                    self.kinds.insert(*kind);
                    let things = classes.iter().filter_map(|name| thing(vocabulary, name));
                    self.under = Some(things.collect());
                }
                Verdict::Unfit => {}
            }
        }
        let attributes = vocabulary
            .things()
            .filter(|(id, thing)| thing.kind == Kind::Attribute && !vocabulary.is_kind_class(*id));
        for (id, attribute) in attributes {
            let mut ends = with_attribute(vocabulary, id).into_iter();
            if ends.any(|end| trial.takes(stem, &bare_or_quoted(&attribute.name), &end)) {
                self.attributes.push(id);
            }
        }
        let mut tried: Vec<(std::mem::Discriminant<FactKind>, bool)> = Vec::new();
        for (id, fact) in vocabulary.facts() {
            let form = std::mem::discriminant(&fact.kind);
            let known = tried.iter().find(|(other, _)| *other == form);
            let fits = known.map_or_else(
                || trial.takes(stem, &bare_or_quoted(&fact.name), &asked(vocabulary, id)),
                |(_, fits)| *fits,
            );
            if known.is_none() {
                tried.push((form, fits));
            }
            if fits {
                self.facts.push(id);
            }
        }
        self.steps = scope.steps().iter().next().is_some_and(|step| {
            matches!(
                self.verdict(trial, stem, &bare_or_quoted(step)),
                Verdict::Fits
            )
        });
        self.others = values(scope, here, stem)
            .into_iter()
            .filter(|(value, other, _)| {
                let value = bare_or_quoted(value);
                let more = format!(", {}", bare_or_quoted(other));
                let range = format!("..{}", bare_or_quoted(other));
                ["", more.as_str(), range.as_str()]
                    .iter()
                    .any(|end| trial.takes(stem, &value, end))
            })
            .map(|(value, _, fact)| (value, format!("a value of {fact}")))
            .collect();
    }

    fn verdict(&self, trial: &Trial<'_>, stem: usize, name: &str) -> Verdict {
        let mut verdict = Verdict::Unfit;
        for end in &self.ends {
            let Some(read) = trial.reads(stem, name, end) else {
                continue;
            };
            let mut outside = false;
            let mut others = false;
            for mistake in trial.mistakes(&read) {
                outside |= mistake.code == Code::IncludingOutside;
                others |= mistake.code != Code::IncludingOutside;
            }
            match (outside, others) {
                (false, false) => return Verdict::Fits,
                (true, false) => verdict = Verdict::Outside,
                _ => {}
            }
        }
        verdict
    }

    /// Whether an offer may stand here, as far as its kind says.
    pub(super) fn takes(&self, vocabulary: &Vocabulary, offer: &Offer) -> bool {
        match offer.of {
            Of::Fact(id) => self.facts.contains(&id),
            Of::Step => self.steps,
            Of::Thing(id) => {
                let under = self.under.as_ref().is_none_or(|classes| {
                    classes.iter().any(|class| vocabulary.is_under(id, *class))
                });
                let fits = self.kinds.contains(&vocabulary.thing(id).kind);
                under && fits || self.attributes.contains(&id)
            }
        }
    }

    /// Whether no name at all may stand here.
    pub(super) fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// What may stand behind the name of an offer, to try it.
    pub(super) fn ends_of(&self, vocabulary: &Vocabulary, offer: &Offer) -> Vec<String> {
        match offer.of {
            Of::Fact(id) => vec![asked(vocabulary, id)],
            Of::Thing(id) if self.attributes.contains(&id) => with_attribute(vocabulary, id),
            _ => self.ends.iter().map(|end| (*end).to_owned()).collect(),
        }
    }
}

/// What the checker says to a name.
enum Verdict {
    Fits,
    /// It would, if it lay under what stands before it.
    Outside,
    Unfit,
}

/// What part of a text a name stands in.
enum Place {
    /// A name of the author's own.
    New,
    Import,
    Treatment,
    /// The class of a declared thing of this kind.
    Class(Kind),
    /// Whatever can be used or done.
    Things,
    Source,
    /// A sentence, whose head names these.
    Sentence(Vec<String>),
}

impl Place {
    fn of(read: &Read) -> Self {
        let word = read.word();
        let here = |name: &Name| name.span.range() == word;
        match read.items().last().map(|item| &item.node) {
            Some(Item::Header(Header::Import(_))) => Self::Import,
            Some(Item::Header(Header::Treatment(_))) => Self::Treatment,
            Some(Item::Header(_)) | None => Self::New,
            Some(Item::Declaration(declaration)) => Self::declared(declaration, &here),
            Some(Item::Fact(fact)) => match &fact.kind.node {
                FactType::AnyOf(names) if names.len() == 1 && !here(&fact.name) => Self::Things,
                _ => Self::New,
            },
            Some(Item::Statement(statement)) => Self::stated(statement, word.clone()),
        }
    }

    fn declared(declaration: &Declaration, here: &dyn Fn(&Name) -> bool) -> Self {
        let kind = declaration.kind.node;
        let member = last_member(&declaration.member);
        if member.parents.iter().any(here) {
            Self::Class(kind)
        } else if declaration.of.iter().chain(&member.opposes).any(here) {
            Self::Things
        } else if member.attributes.iter().any(|one| here(&one.node.name)) {
            Self::Class(Kind::Attribute)
        } else {
            Self::New
        }
    }

    fn stated(statement: &Statement, word: std::ops::Range<usize>) -> Self {
        let mut open = vec![statement];
        let mut last = None;
        while let Some(statement) = open.pop() {
            match statement {
                Statement::Sentence(sentence) => last = Some(sentence),
                Statement::Section { body, .. } => open.extend(body.iter().map(|one| &one.node)),
                Statement::When {
                    body, otherwise, ..
                } => {
                    open.extend(otherwise.iter().flatten().map(|one| &one.node));
                    open.extend(body.iter().map(|one| &one.node));
                }
            }
        }
        let Some(sentence) = last else {
            return Self::Sentence(Vec::new());
        };
        let at = |span: Span| span.range() == word;
        let cited = sentence.clauses.iter().any(|clause| match &clause.node {
            crate::syntax::tree::Clause::Sources(keys) => keys.iter().any(|key| at(key.span)),
            _ => false,
        });
        let is_label = sentence.label.as_ref().is_some_and(|label| at(label.span));
        match (cited, is_label) {
            (true, _) => Self::Source,
            (_, true) => Self::New,
            _ => Self::Sentence(head_names(&sentence.head.node)),
        }
    }
}

/// The member that was written last.
fn last_member(member: &Member) -> &Member {
    let mut member = member;
    while let Some(last) = member.members.last() {
        member = last;
    }
    member
}

fn head_names(head: &Head) -> Vec<String> {
    let list = |things: &Things| -> Vec<String> {
        let names = things.things.iter();
        names.map(|thing| thing.node.name.text.clone()).collect()
    };
    match head {
        Head::Avoid { things, .. }
        | Head::Duty { things, .. }
        | Head::Allow { things, .. }
        | Head::Resume(things)
        | Head::Limit { things, .. }
        | Head::Expect(things)
        | Head::Report { things, .. } => list(things),
        _ => Vec::new(),
    }
}

fn thing(vocabulary: &Vocabulary, name: &str) -> Option<ThingId> {
    match Reading::of(vocabulary, name)?.named {
        Named::Thing(id) => Some(id),
        Named::Fact(_) => None,
    }
}

/// How a fact of this form is asked, behind its name.
fn asked(vocabulary: &Vocabulary, id: FactId) -> String {
    let first = |values: &[String]| bare_or_quoted(values.first().map_or("x", String::as_str));
    match &vocabulary.fact(id).kind {
        FactKind::YesNo => String::new(),
        FactKind::Number(unit) => format!(" at least 2 {}", unit.name(true)),
        FactKind::Ordered(values) | FactKind::OneOf(values) => format!(" = {}", first(values)),
        FactKind::AnyOf(values) => format!(" includes {}", first(values)),
        FactKind::Things(class) => {
            format!(" includes {}", bare_or_quoted(vocabulary.name(*class)))
        }
    }
}

/// What may stand behind an attribute: nothing, its number, or a thing that has it.
fn with_attribute(vocabulary: &Vocabulary, id: ThingId) -> Vec<String> {
    let attribute = vocabulary.thing(id);
    if attribute.number {
        return vec![" 30".to_owned()];
    }
    let thing = attribute.of.first().map(|class| vocabulary.name(*class));
    let before = thing.map(|name| format!(" {name}"));
    std::iter::once(String::new()).chain(before).collect()
}

/// The values of the facts that the sentence asks, each with another one and its fact.
fn values(scope: &Scope, here: &Here, stem: usize) -> Vec<(String, String, String)> {
    let sentence = here.stem(stem).to_lowercase();
    let course = ["sessions ", "maintenance "];
    let is_course = course.iter().any(|word| sentence.contains(word));
    let mut found = Vec::new();
    for (_, fact) in scope.vocabulary().facts() {
        let name = fact.name.to_lowercase();
        let asked = sentence.contains(&name) || is_course && name == "concerns";
        if !asked {
            continue;
        }
        let (FactKind::Ordered(values) | FactKind::OneOf(values) | FactKind::AnyOf(values)) =
            &fact.kind
        else {
            if fact.kind == FactKind::YesNo {
                found.push(("yes".to_owned(), "no".to_owned(), fact.name.clone()));
                found.push(("no".to_owned(), "yes".to_owned(), fact.name.clone()));
            }
            continue;
        };
        let last = values.last().cloned().unwrap_or_default();
        let first = values.first().cloned().unwrap_or_default();
        for value in values {
            let other = if *value == last { &first } else { &last };
            found.push((value.clone(), other.clone(), fact.name.clone()));
        }
    }
    found
}

/// A name as it stands in a sentence: in quotes where a bare one would end early.
pub(super) fn bare_or_quoted(name: &str) -> String {
    let plain = name.starts_with(char::is_alphabetic)
        && name
            .chars()
            .all(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '\'' | '/'));
    if plain && !crate::syntax::holds_reserved_word(name) {
        name.to_owned()
    } else {
        format!("\"{name}\"")
    }
}

/// What a name means, for whoever chooses.
pub(super) fn meaning(vocabulary: &Vocabulary, offer: &Offer) -> String {
    match offer.of {
        Of::Thing(id) => means::thing(vocabulary, id, &offer.text),
        Of::Fact(id) => means::fact(vocabulary, id),
        Of::Step => "a routine of this protocol".to_owned(),
    }
}
