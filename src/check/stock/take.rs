//! What is in stock, put into a check: trees where a reader asks for them, things and what
//! is said of them where the checker declares.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::form::{FactForm, FactKindForm, NameForm, PlaceForm, Shelved, Stock, ThingForm};
use crate::bundled::bundled;
use crate::check::checker::Checker;
use crate::check::declare::Said;
use crate::check::files::LoadedFile;
use crate::number::Number;
use crate::span::{SourceId, Span, Spanned};
use crate::syntax::tree::{Declaration, FactDeclaration, FactType, File, Item, Kind, Member, Name};
use crate::vocabulary::{Named, Thing, ThingId, Vocabulary, keys};

impl Shelved<'_> {
    /// What it imports.
    pub(crate) fn imports(&self, source: SourceId) -> Vec<Name> {
        self.imports.iter().map(|name| name.name(source)).collect()
    }

    /// The facts that it declares.
    pub(crate) fn facts(&self, source: SourceId) -> impl Iterator<Item = FactDeclaration> {
        self.facts.iter().map(move |fact| fact.declaration(source))
    }
}

impl Stock<'_> {
    /// The tree of a text, if it is a bundled protocol and the first file of a run: the places in it are.
    pub(crate) fn read(&self, source: SourceId, text: &str) -> Option<Read> {
        let mut protocols = self.protocols.iter();
        let kept = protocols
            .find(|kept| bundled(kept.name) == Some(text))
            .filter(|_| source == SourceId::default())?;
        let protected = kept.protected.iter();
        Some(Read {
            file: postcard::from_bytes(kept.tree).ok()?,
            protected: protected.map(|name| (*name).to_owned()).collect(),
        })
    }
}

/// A text that was read ahead of time.
pub(crate) struct Read {
    /// Its tree.
    pub file: File,
    /// The names that it was read with as protected: the quoted ones of it and its imports that hold a
    /// reserved word.
    pub protected: BTreeSet<String>,
}

impl Stock<'static> {
    /// Whether these files start with those in stock, and what follows leaves their attributes as they
    /// are: a declaration that grows one may take it from things that have it.
    pub(crate) fn fits(&self, files: &[LoadedFile]) -> bool {
        let Some((first, rest)) = files.split_at_checked(self.files.len()) else {
            return false;
        };
        let mut pairs = first.iter().zip(&self.files);
        pairs.all(|(loaded, shelved)| loaded.shelved.is_some_and(|one| one.name == shelved.name))
            && rest.iter().all(|file| self.leaves_attributes(file))
    }

    fn leaves_attributes(&self, file: &LoadedFile) -> bool {
        let mut items = file.file.items.iter();
        items.all(|item| match &item.node {
            Item::Declaration(Declaration { kind, member, .. }) => {
                kind.node != Kind::Attribute || !self.knows(member)
            }
            _ => true,
        })
    }

    /// Whether it has the name of a member, or of one below it.
    fn knows(&self, member: &Member) -> bool {
        let known = keys(&member.name.text).any(|key| {
            let found = self
                .names
                .binary_search_by(|(name, _)| (*name).cmp(key.as_str()));
            found.is_ok()
        });
        known || member.members.iter().any(|below| self.knows(below))
    }

    /// The things by their names, with what stands in braces.
    fn vocabulary(&self, files: &[LoadedFile]) -> Vocabulary {
        let things = self.things.iter().map(|thing| thing.thing(files));
        let names = self.names.iter();
        let names = names.map(|(name, id)| (*name, Named::Thing(ThingId(*id))));
        Vocabulary::of(things, names)
    }
}

impl Checker<'_> {
    /// Takes the names in stock, before any other is claimed.
    pub(crate) fn take_names(&mut self, stock: &Stock<'static>, files: &[LoadedFile]) {
        self.vocabulary = Cow::Owned(stock.vocabulary(files));
    }

    /// Takes what the declarations in stock say behind their names.
    pub(crate) fn take_said(&mut self, stock: &Stock<'static>, files: &[LoadedFile]) {
        self.used_things.extend(ids(&stock.spoken_of));
        for said in &stock.said {
            let classes = said.classes.iter();
            self.said(Said {
                id: ThingId(said.thing),
                classes: classes
                    .map(|(class, place)| (ThingId(*class), place.span(files)))
                    .collect(),
                opposes: ids(&said.opposes).collect(),
                of: ids(&said.of).collect(),
                number: said.number,
            });
        }
    }

    /// Takes the attributes in stock, once all classes are known.
    pub(crate) fn take_attributes(&mut self, stock: &Stock<'static>) {
        for (thing, attribute, value) in &stock.attributes {
            if let Some(thing) = self.vocabulary.to_mut().thing_mut(ThingId(*thing)) {
                let value = Number::thousandths(*value);
                thing.attributes.insert(ThingId(*attribute), value);
            }
        }
    }
}

fn ids(numbers: &[u32]) -> impl Iterator<Item = ThingId> {
    numbers.iter().copied().map(ThingId)
}

impl ThingForm<'static> {
    fn thing(&self, files: &[LoadedFile]) -> Thing {
        Thing {
            aliases: self.aliases.iter().copied().map(Cow::Borrowed).collect(),
            description: self.description.map(Cow::Borrowed),
            parents: ids(&self.parents).collect(),
            children: ids(&self.children).collect(),
            span: Some(self.place.span(files)),
            ..Thing::named(self.name, kind(self.kind))
        }
    }
}

/// The kind at a place of [`Kind::ALL`].
fn kind(place: u8) -> Kind {
    let kind = Kind::ALL.get(usize::from(place)).copied();
    kind.unwrap_or(Kind::Substance)
}

impl PlaceForm {
    fn span(self, files: &[LoadedFile]) -> Span {
        let file = files.get(usize::from(self.file));
        let source = file.map_or(SourceId(0), |file| file.source);
        Span::new(source, self.start, self.end)
    }
}

impl NameForm<'_> {
    fn name(&self, source: SourceId) -> Name {
        Name {
            text: self.text.to_owned(),
            quoted: self.quoted,
            span: Span::new(source, self.start, self.end),
        }
    }
}

impl FactForm<'_> {
    fn declaration(&self, source: SourceId) -> FactDeclaration {
        let name = self.name.name(source);
        let names = |names: &[NameForm<'_>]| names.iter().map(|name| name.name(source)).collect();
        let kind = match &self.kind {
            FactKindForm::YesNo => FactType::YesNo,
            FactKindForm::Number { unit, within } => FactType::Number {
                unit: unit.as_ref().map(|unit| unit.name(source)),
                within: *within,
            },
            FactKindForm::Ordered(values) => FactType::Ordered(names(values)),
            FactKindForm::OneOf(values) => FactType::OneOf(names(values)),
            FactKindForm::AnyOf(values) => FactType::AnyOf(names(values)),
        };
        FactDeclaration {
            kind: Spanned::new(kind, name.span),
            ask: self.ask.map(|ask| Spanned::new(ask.to_owned(), name.span)),
            name,
        }
    }
}
