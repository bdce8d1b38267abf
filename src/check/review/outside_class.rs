//! `garment loose hat` beside `avoid hat`: a declared thing in no class, called as a thing is that sentences are about.

use std::collections::BTreeSet;

use crate::check::checker::Checker;
use crate::check::files::LoadedFile;
use crate::check::names::how_bad;
use crate::check::protocol::Rule;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::tree::{Item, Kind, Member};
use crate::vocabulary::{ThingId, fold};

/// Words behind a place that are no other place.
const AREA: &[&str] = &[
    "area", "areas", "patch", "patches", "region", "site", "sites", "skin", "spot", "spots", "zone",
];

/// What takes the thing before it off, and is none.
const TAKING_OFF: &[&str] = &["remover", "removal", "cleanser", "wipe", "wipes"];

/// A known thing in the name of a declared one.
struct Held {
    text: String,
    /// Whether the name ends in it, so that it is one of these.
    ends: bool,
}

impl Checker<'_> {
    /// Warns of the protocol's own declarations that sentences on what they are called do not cover.
    pub(crate) fn outside_classes(&mut self, main: &LoadedFile, rules: &[Rule]) {
        let declares = |item: &Spanned<Item>| matches!(item.node, Item::Declaration(_));
        if main.is_vocabulary() || !main.file.items.iter().any(declares) {
            return;
        }
        let spoken = spoken_of(rules);
        for item in &main.file.items {
            let Item::Declaration(declaration) = &item.node else {
                continue;
            };
            let member = &declaration.member;
            // In quotes it is taken to be meant; of two names in a row a comma may be lost, which is told elsewhere.
            let is_told = || self.two_names(&member.name.text).is_some();
            if member.name.quoted || !member.parents.is_empty() || is_told() {
                continue;
            }
            let found = match declaration.kind.node {
                Kind::Symptom => self.with_its_measure(member),
                kind => self.outside_class(kind, member, &spoken),
            };
            if let Some(found) = found {
                self.report(found);
            }
        }
    }

    fn outside_class(
        &self,
        kind: Kind,
        member: &Member,
        spoken: &BTreeSet<ThingId>,
    ) -> Option<Diagnostic> {
        if !kind.is_thing() && kind != Kind::Place {
            return None;
        }
        let own = self.vocabulary.find_thing(&member.name.text)?;
        let is_housed = |class: &ThingId| !self.vocabulary.is_kind_class(*class);
        if self.vocabulary.thing(own).parents.iter().any(is_housed) {
            return None;
        }
        let name = &member.name.text;
        let Some(held) = self.spoken_of_in(name, own, kind, spoken) else {
            return self.place_of_a_sign(kind, member);
        };
        let Held { text, ends } = held;
        let diagnostic = outside(member, &text, "in no class");
        Some(if ends || kind == Kind::Place {
            let within = diagnostic.with_help(format!(
                "declare `{} {name} in {text}`, so that sentences on `{text}` cover it, or put quotes around a name of \
                 something else",
                kind.word()
            ));
            match behind_names(member) {
                Some(at) => within.with_fix(at, format!(" in {text}")),
                None => within,
            }
        } else {
            diagnostic.with_help(format!(
                "say behind `in` what it is one of, as in `{} {name} in {text}`, or put quotes around a name of something \
                 else",
                kind.word()
            ))
        })
    }

    /// The longest known name in a declared one that sentences are about, by itself or by a class; of two the one at the
    /// end, where the noun stands.
    fn spoken_of_in(
        &self,
        name: &str,
        own: ThingId,
        kind: Kind,
        spoken: &BTreeSet<ThingId>,
    ) -> Option<Held> {
        let words: Vec<&str> = name.split_whitespace().collect();
        let takes_off = words
            .last()
            .is_some_and(|last| TAKING_OFF.contains(&fold(last).as_str()));
        (1..words.len()).rev().find_map(|length| {
            let mut parts: Vec<&[&str]> = words.windows(length).collect();
            parts.reverse();
            parts.iter().enumerate().find_map(|(at, part)| {
                let text = part.join(" ");
                let id = self.vocabulary.find_thing(&text)?;
                let thing = self.vocabulary.thing(id);
                let is_known = !thing.local && !self.vocabulary.is_kind_class(id) && id != own;
                let fits = thing.kind.may_hold(kind) && !self.vocabulary.is_under(id, own);
                let ends = at == 0;
                (is_known && fits && (ends || !takes_off) && self.is_named_or_above(id, spoken))
                    .then_some(Held { text, ends })
            })
        })
    }

    /// Whether a sentence names a thing or a class above it.
    fn is_named_or_above(&self, id: ThingId, spoken: &BTreeSet<ThingId>) -> bool {
        let named = |one: &ThingId| !self.vocabulary.is_kind_class(*one) && spoken.contains(one);
        named(&id) || self.vocabulary.above(id).iter().any(named)
    }

    /// `place scars area`: where something is, and in no place that is known.
    fn place_of_a_sign(&self, kind: Kind, member: &Member) -> Option<Diagnostic> {
        let (front, last) = member.name.text.rsplit_once(' ')?;
        let of = self.vocabulary.find_thing(front)?;
        if kind != Kind::Place || !AREA.contains(&last.to_lowercase().as_str()) {
            return None;
        }
        let diagnostic = outside(member, "treated area", "in no place that is known");
        let of_kind = self.vocabulary.thing(of).kind.with_article();
        Some(
            diagnostic
                .with_help(format!(
                    "`{front}` is {of_kind}: say behind `in` where it is, as in `place {} in treated area`, or put quotes \
                     around the name of a place of its own",
                    member.name.text
                ))
                .with_fix(member.name.span, format!("\"{}\"", member.name.text)),
        )
    }

    /// `symptom severe pain`: so bad a pain that a patient tells of is `pain`, and `severe`.
    fn with_its_measure(&self, member: &Member) -> Option<Diagnostic> {
        let name = &member.name.text;
        let words: Vec<&str> = name.split_whitespace().collect();
        let (first, tail) = words.split_first()?;
        let (last, front) = words.split_last()?;
        let (word, sign) = match (how_bad(first), how_bad(last)) {
            (true, _) => (first, tail),
            (false, true) => (last, front),
            (false, false) => return None,
        };
        let sign = sign.join(" ");
        let known = self.vocabulary.find_thing(&sign)?;
        (self.vocabulary.thing(known).kind == Kind::Symptom).then(|| {
            Diagnostic::new(
                Code::OutsideClass,
                member.name.span,
                format!("`{name}` is a sign of its own here, and `{sign}` that is reported as `{word}` is none"),
                "another sign",
            )
            .with_help(format!(
                "leave the line out: `{word}` stands before any sign, as in `report {word} {sign}`"
            ))
        })
    }
}

/// The things and places that sentences are about.
fn spoken_of(rules: &[Rule]) -> BTreeSet<ThingId> {
    let things = rules.iter().flat_map(|rule| rule.head.things());
    let places = rules.iter().flat_map(|rule| rule.details.spots());
    let named = things.map(|thing| thing.thing);
    named.chain(places.map(|spot| spot.place)).collect()
}

fn outside(member: &Member, other: &str, label: &str) -> Diagnostic {
    Diagnostic::new(
        Code::OutsideClass,
        member.name.span,
        format!(
            "`{}` is a thing of its own, and sentences on `{other}` do not cover it",
            member.name.text
        ),
        label,
    )
}

/// Behind the name of a declaration that says nothing else.
fn behind_names(member: &Member) -> Option<Span> {
    let bare = member.aliases.is_empty() && member.attributes.is_empty();
    let bare = bare && member.members.is_empty() && member.description.is_none();
    bare.then(|| member.name.span.at_end())
}
