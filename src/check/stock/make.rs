//! The stock made from the texts: what a check of them finds, step by step.

use std::borrow::Cow;
use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::form::{
    FactForm, FactKindForm, NameForm, PlaceForm, ReadForm, SaidForm, Shelved, Stock, ThingForm,
};
use super::{FILES, digest};
use crate::bundled::{BUNDLED, PROTOCOLS, bundled};
use crate::check::Bundled;
use crate::check::checker::Checker;
use crate::check::declare::Said;
use crate::check::files::{self, LoadedFile};
use crate::source::Sources;
use crate::span::{SourceId, Span};
use crate::syntax::tree::{FactDeclaration, FactType, Header, Item, Kind, Name};
use crate::vocabulary::{Named, Thing, ThingId, Vocabulary};

/// The bytes of `rules/bundled.stock`, as the bundled texts make them.
pub(super) fn bytes() -> Vec<u8> {
    let mut sources = Sources::new();
    let main = sources.add("main", "import skin-care\n");
    let files = files::read(&mut sources, &Bundled, "main", main, None);
    assert!(files.diagnostics.is_empty(), "the vocabularies read well");
    let (_, files) = files.all.split_last().unwrap();
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, FILES, "in this order");

    let mut bytes = digest(BUNDLED).to_le_bytes().to_vec();
    bytes.extend(declared(&sources, files));
    bytes
}

/// What the files declare, a step at a time, as the checker does it.
fn declared(sources: &Sources, files: &[LoadedFile]) -> Vec<u8> {
    let places = Places(files.iter().map(|file| file.source).zip(0..).collect());
    let mut checker = Checker::new(sources, Cow::Owned(Vocabulary::new()));
    let pending = checker.claim(files);
    let named = checker.vocabulary.clone();
    let mut said = Vec::new();
    for one in &pending {
        let one = checker.say(one);
        said.push(places.said(&one));
        checker.said(one);
    }
    said.retain(|one| *one != says_nothing(one.thing));
    checker.house();
    checker.attributes(&pending);
    assert!(
        checker.diagnostics.is_empty(),
        "the vocabularies check well"
    );
    let protocols = protocols();
    let stock = Stock {
        files: files.iter().map(shelved).collect(),
        things: named
            .things()
            .filter(|(id, _)| !named.is_kind_class(*id))
            .map(|(_, thing)| places.thing(thing))
            .collect(),
        names: named
            .names()
            .map(|(name, named)| (name, number(named)))
            .collect(),
        said,
        attributes: attributes(&checker.vocabulary),
        spoken_of: numbers(checker.used_things.iter()),
        protocols: protocols
            .iter()
            .map(|(file, tree)| read(file, tree))
            .collect(),
    };
    postcard::to_allocvec(&stock).unwrap()
}

/// The bundled protocols, with the bytes of their trees.
fn protocols() -> Vec<(LoadedFile, Vec<u8>)> {
    let protocols = BUNDLED.iter().filter(|(name, _)| PROTOCOLS.contains(name));
    let read = protocols.map(|(name, text)| {
        let mut sources = Sources::new();
        let main = sources.add(*name, *text);
        let files = files::read(&mut sources, &Bundled, name, main, None);
        assert!(files.diagnostics.is_empty(), "{name} reads well");
        let file = files.all.into_iter().next_back().unwrap();
        let tree = postcard::to_allocvec(&file.file).unwrap();
        (file, tree)
    });
    read.collect()
}

fn read<'t>(file: &'t LoadedFile, tree: &'t [u8]) -> ReadForm<'t> {
    ReadForm {
        name: &file.name,
        protected: file.protected.iter().map(AsRef::as_ref).collect(),
        tree,
    }
}

/// The number of each file.
struct Places(BTreeMap<SourceId, u8>);

impl Places {
    fn place(&self, span: Span) -> PlaceForm {
        PlaceForm {
            file: self.0[&span.source],
            start: span.start,
            end: span.end,
        }
    }

    fn said(&self, said: &Said) -> SaidForm {
        let classes = said.classes.iter();
        SaidForm {
            thing: said.id.0,
            classes: classes
                .map(|(class, span)| (class.0, self.place(*span)))
                .collect(),
            opposes: numbers(&said.opposes),
            of: numbers(&said.of),
            number: said.number,
        }
    }

    fn thing<'t>(&self, thing: &'t Thing) -> ThingForm<'t> {
        ThingForm {
            name: &thing.name,
            kind: kind(thing.kind),
            aliases: thing.aliases.iter().map(AsRef::as_ref).collect(),
            description: thing.description.as_deref(),
            parents: numbers(&thing.parents),
            children: numbers(&thing.children),
            place: self.place(thing.span.expect("it is declared")),
        }
    }
}

fn says_nothing(thing: u32) -> SaidForm {
    SaidForm {
        thing,
        classes: Vec::new(),
        opposes: Vec::new(),
        of: Vec::new(),
        number: false,
    }
}

fn kind(kind: Kind) -> u8 {
    let place = Kind::ALL.iter().position(|other| *other == kind);
    u8::try_from(place.expect("it has all kinds")).unwrap()
}

fn number(named: Named) -> u32 {
    match named {
        Named::Thing(id) => id.0,
        Named::Fact(_) => unreachable!("facts are declared after all things"),
    }
}

fn numbers<'i>(ids: impl IntoIterator<Item = &'i ThingId>) -> Vec<u32> {
    ids.into_iter().map(|id| id.0).collect()
}

fn attributes(vocabulary: &Vocabulary) -> Vec<(u32, u32, i64)> {
    let all = vocabulary.things().flat_map(|(id, thing)| {
        let values = thing.attributes.iter();
        values.map(move |(attribute, value)| (id.0, attribute.0, value.as_thousandths()))
    });
    all.collect()
}

/// A file's imports, facts and protected names; it holds declarations beside, and nothing else.
fn shelved(file: &LoadedFile) -> Shelved<'_> {
    let mut facts = Vec::new();
    for item in &file.file.items {
        match &item.node {
            Item::Fact(declared) => facts.push(fact(declared)),
            Item::Declaration(_) | Item::Header(Header::Import(_)) => {}
            other => panic!("a stock has no place for {other:?}"),
        }
    }
    let imported = file.file.items.iter();
    let imported = imported.filter_map(|item| match &item.node {
        Item::Header(Header::Import(name)) => Some(name_form(name)),
        _ => None,
    });
    let text = bundled(&file.name).unwrap_or_default();
    Shelved {
        name: &file.name,
        digest: Sha256::digest(text).into(),
        imports: imported.collect(),
        protected: file.protected.iter().map(AsRef::as_ref).collect(),
        facts,
    }
}

fn fact(fact: &FactDeclaration) -> FactForm<'_> {
    FactForm {
        name: name_form(&fact.name),
        kind: match &fact.kind.node {
            FactType::YesNo => FactKindForm::YesNo,
            FactType::Number { unit, within } => FactKindForm::Number {
                unit: unit.as_ref().map(name_form),
                within: *within,
            },
            FactType::Ordered(values) => FactKindForm::Ordered(name_forms(values)),
            FactType::OneOf(values) => FactKindForm::OneOf(name_forms(values)),
            FactType::AnyOf(values) => FactKindForm::AnyOf(name_forms(values)),
        },
        ask: fact.ask.as_ref().map(|ask| ask.node.as_str()),
    }
}

fn name_forms(names: &[Name]) -> Vec<NameForm<'_>> {
    names.iter().map(name_form).collect()
}

fn name_form(name: &Name) -> NameForm<'_> {
    NameForm {
        text: &name.text,
        quoted: name.quoted,
        start: name.span.start,
        end: name.span.end,
    }
}
