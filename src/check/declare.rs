//! Declarations to vocabulary: first every name, then what is above it, then what it is like.

use std::collections::BTreeSet;

use super::checker::Checker;
use super::files::LoadedFile;
use super::stock::Stock;
use crate::diagnostic::{Code, Diagnostic};
use crate::number::Number;
use crate::span::{Span, Spanned};
use crate::syntax::tree::{AttributeUse, Declaration, Item, Kind, Member, Name};
use crate::vocabulary::{Named, Thing, ThingId, Vocabulary, nearest};

/// The most things that may lie one in the other: more say nothing, and every look upwards takes longer.
pub const MAX_CLASSES_DEEP: usize = 64;

/// A declared thing whose classes and attributes are still to be found.
pub(crate) struct Pending<'f> {
    id: ThingId,
    member: &'f Member,
    declaration: &'f Declaration,
    /// Whether it is the declaration's own, not one in its braces.
    top: bool,
}

/// What a declaration says of its thing behind its names, with the places of the classes.
pub(crate) struct Said {
    /// The thing.
    pub id: ThingId,
    /// The classes after `in`.
    pub classes: Vec<(ThingId, Span)>,
    /// The things after `opposes`.
    pub opposes: Vec<ThingId>,
    /// Of an attribute: the classes that can have it.
    pub of: Vec<ThingId>,
    /// Of an attribute: that its value is a number.
    pub number: bool,
}

impl Checker<'_> {
    /// Takes the declarations of all files into the vocabulary. Those of the first files may be in
    /// stock: then they are taken from there, each step of them before the same step of the others.
    pub(crate) fn declare(&mut self, files: &[LoadedFile], stock: Option<&Stock<'static>>) {
        if let Some(stock) = stock {
            self.take_names(stock, files);
        }
        let pending = self.claim(files);
        if let Some(stock) = stock {
            self.take_said(stock, files);
        }
        for one in &pending {
            let said = self.say(one);
            self.said(said);
        }
        self.house();
        self.rests(files);
        if let Some(stock) = stock {
            self.take_attributes(stock);
        }
        self.attributes(&pending);
    }

    /// Claims the names of all files.
    pub(crate) fn claim<'f>(&mut self, files: &'f [LoadedFile]) -> Vec<Pending<'f>> {
        let mut pending = Vec::new();
        for item in files.iter().flat_map(|file| &file.file.items) {
            if let Item::Declaration(declaration) = &item.node {
                self.names(declaration, &declaration.member, None, &mut pending);
            }
        }
        pending
    }

    /// Puts what lies in no class under its kind.
    pub(crate) fn house(&mut self) {
        let homeless: Vec<(ThingId, Kind)> = self
            .vocabulary
            .things()
            .filter(|(id, thing)| thing.parents.is_empty() && !self.vocabulary.is_kind_class(*id))
            .map(|(id, thing)| (id, thing.kind))
            .collect();
        for (id, kind) in homeless {
            self.vocabulary
                .to_mut()
                .put_under(id, Vocabulary::kind_class(kind));
        }
    }

    /// Finds what things are declared to be `with`.
    pub(crate) fn attributes(&mut self, pending: &[Pending<'_>]) {
        for one in pending {
            for attribute in &one.member.attributes {
                self.declared_attribute(one.id, attribute);
            }
        }
    }

    /// Claims the names of a member and of all below it.
    fn names<'f>(
        &mut self,
        declaration: &'f Declaration,
        member: &'f Member,
        class: Option<ThingId>,
        pending: &mut Vec<Pending<'f>>,
    ) {
        let kind = declaration.kind.node;
        self.described(kind, member);
        self.ends_in_comparing(&member.name);
        self.declared_pronoun(&member.name);
        let id = match self.vocabulary.find(&member.name.text) {
            None => Some(self.new_thing(kind, member)),
            Some(Named::Thing(id)) if self.grows(id, kind, member, class) => Some(id),
            Some(owner) => {
                self.taken(&member.name, owner);
                None
            }
        };
        if let Some(id) = id {
            if let Some(class) = class {
                self.put_under(id, class, member.name.span);
            }
            for alias in &member.aliases {
                self.alias(id, alias);
            }
            pending.push(Pending {
                id,
                member,
                declaration,
                top: class.is_none(),
            });
        }
        for below in &member.members {
            self.names(declaration, below, id, pending);
        }
    }

    fn new_thing(&mut self, kind: Kind, member: &Member) -> ThingId {
        let (id, _) = self.vocabulary.to_mut().add(Thing {
            description: member
                .description
                .as_ref()
                .map(|text| text.node.clone().into()),
            span: Some(member.name.span),
            ..Thing::named(member.name.text.clone(), kind)
        });
        id
    }

    /// Whether naming a known thing again adds to it: members, classes or other names.
    fn grows(&self, id: ThingId, kind: Kind, member: &Member, class: Option<ThingId>) -> bool {
        let known = self.vocabulary.thing(id);
        let new_class = class.is_some_and(|class| !known.parents.contains(&class));
        let new_alias = member
            .aliases
            .iter()
            .any(|alias| self.vocabulary.find(&alias.text).is_none());
        let adds =
            !member.members.is_empty() || !member.parents.is_empty() || new_class || new_alias;
        known.kind == kind && !self.vocabulary.is_kind_class(id) && (adds || self.together)
    }

    fn alias(&mut self, id: ThingId, alias: &Name) {
        match self
            .vocabulary
            .to_mut()
            .claim(&alias.text, Named::Thing(id))
        {
            Some(owner) => self.taken(alias, owner),
            None => {
                if let Some(thing) = self.vocabulary.to_mut().thing_mut(id)
                    && !thing.aliases.iter().any(|known| *known == alias.text)
                {
                    thing.aliases.push(alias.text.clone().into());
                }
            }
        }
    }

    /// A name that has an owner already.
    pub(crate) fn taken(&mut self, name: &Name, owner: Named) {
        let (owner_name, what, span) = match owner {
            Named::Thing(id) => {
                let thing = self.vocabulary.thing(id);
                (&*thing.name, thing.kind.with_article(), thing.span)
            }
            Named::Fact(id) => {
                let fact = self.vocabulary.fact(id);
                (fact.name.as_str(), "a fact", Some(fact.span))
            }
        };
        let message = if crate::vocabulary::fold(owner_name) == crate::vocabulary::fold(&name.text)
        {
            format!("`{}` is declared already, as {what}", name.text)
        } else {
            format!(
                "`{}` is another name for `{owner_name}` already, {what}",
                name.text
            )
        };
        let mut diagnostic =
            Diagnostic::new(Code::DuplicateName, name.span, message, "declared again").with_help(
                "leave one of the two out: whatever its case, hyphens or plural, it is one name",
            );
        if let Some(span) = span {
            diagnostic = diagnostic.with_label(span, "declared here");
        }
        self.report(diagnostic);
    }

    /// Puts a thing under a class, unless kinds or a circle forbid it.
    fn put_under(&mut self, id: ThingId, class: ThingId, at: Span) {
        let (below, above) = (self.vocabulary.thing(id), self.vocabulary.thing(class));
        if !above.kind.may_hold(below.kind) {
            let message = format!(
                "`{}` is {} and cannot lie in `{}`, {}",
                below.name,
                below.kind.with_article(),
                above.name,
                above.kind.with_article()
            );
            self.report(
                Diagnostic::new(Code::WrongClass, at, message, "of another kind").with_help(
                    "only substances and products mix; all other classes hold their own kind",
                ),
            );
        } else if self.vocabulary.is_under(class, id) {
            let message = if class == id {
                format!("`{}` lies in itself", below.name)
            } else {
                format!("`{}` and `{}` lie in each other", below.name, above.name)
            };
            self.report(
                Diagnostic::new(Code::ClassCycle, at, message, "closes a circle")
                    .with_help("leave one of the two out: a class lies above its members"),
            );
        } else if self.is_too_deep(id, class) {
            self.classes_too_deep(id, at);
        } else {
            self.vocabulary.to_mut().put_under(id, class);
        }
    }

    /// Whether more than [`MAX_CLASSES_DEEP`] things would lie one in the other.
    fn is_too_deep(&self, id: ThingId, class: ThingId) -> bool {
        let vocabulary = &self.vocabulary;
        let above = levels(class, |id| vocabulary.thing(id).parents.as_slice());
        let below = levels(id, |id| vocabulary.thing(id).children.as_slice());
        above + below > MAX_CLASSES_DEEP
    }

    /// Says so once: of a tower of classes each further storey is too high.
    fn classes_too_deep(&mut self, id: ThingId, at: Span) {
        if self.diagnostics.iter().any(|one| one.code == Code::TooDeep) {
            return;
        }
        let name = self.vocabulary.name(id).to_owned();
        self.report(
            Diagnostic::new(
                Code::TooDeep,
                at,
                format!("classes lie more than {MAX_CLASSES_DEEP} deep in each other, at `{name}`"),
                "one class too many",
            )
            .with_help("leave out the classes in between that no sentence names"),
        );
    }

    /// Finds the classes after `in`, the things after `opposes` and the classes of an attribute.
    pub(crate) fn say(&mut self, one: &Pending<'_>) -> Said {
        let kind = one.declaration.kind.node;
        let classes = one.member.parents.iter();
        let opposes = one.member.opposes.iter();
        let of = one.declaration.of.iter().filter(|_| one.top);
        Said {
            id: one.id,
            classes: classes
                .filter_map(|name| Some((self.declared(name, kind)?, name.span)))
                .collect(),
            opposes: opposes
                .filter_map(|name| self.declared(name, kind))
                .collect(),
            of: of
                .filter_map(|name| self.declared(name, Kind::Product))
                .collect(),
            number: one.declaration.number && kind == Kind::Attribute,
        }
    }

    /// Takes what a declaration says into the vocabulary.
    pub(crate) fn said(&mut self, said: Said) {
        for (class, at) in said.classes {
            self.put_under(said.id, class, at);
        }
        if let Some(thing) = self.vocabulary.to_mut().thing_mut(said.id) {
            thing.opposes.extend(said.opposes);
            thing.of.extend(said.of);
            thing.number |= said.number;
        }
    }

    /// The thing that a declaration refers to.
    fn declared(&mut self, name: &Name, kind: Kind) -> Option<ThingId> {
        match self.vocabulary.find(&name.text) {
            Some(Named::Thing(id)) => {
                // An attribute of all products speaks of none of them.
                if !self.vocabulary.is_kind_class(id) {
                    self.used_things.insert(id);
                }
                return Some(id);
            }
            Some(Named::Fact(_)) => {
                self.error(
                    Code::WrongKind,
                    name.span,
                    format!("`{}` is a fact, and no thing can lie in it", name.text),
                    "a fact",
                );
                return None;
            }
            None => {}
        }
        if self.is_excused(&name.text) {
            return None;
        }
        let diagnostic = Diagnostic::new(
            Code::UnknownName,
            name.span,
            format!("nothing called `{}` is declared", name.text),
            "not declared",
        );
        let names = self.known_names(&|_, other| other.may_hold(kind) || kind.may_hold(other));
        let diagnostic = match nearest(&name.text, names.iter().map(String::as_str)) {
            Some(near) => diagnostic
                .with_help(format!("did you mean `{near}`?"))
                .with_fix(name.span, near),
            None => {
                diagnostic.with_help(format!("declare it, too: `{} {}`", kind.word(), name.text))
            }
        };
        self.report(diagnostic);
        None
    }

    /// `with mineral, spf 50` in a declaration.
    fn declared_attribute(&mut self, id: ThingId, attribute: &Spanned<AttributeUse>) {
        let Some(test) = self.attribute(id, attribute, false) else {
            return;
        };
        let value = match test.value {
            Some(value) => value.number,
            None => Number::whole(u32::from(!test.without)),
        };
        if let Some(thing) = self.vocabulary.to_mut().thing_mut(id) {
            thing.attributes.insert(test.attribute, value);
        }
    }
}

/// How many things lie one above the other from one thing on, itself counted, in the direction of `next`;
/// counted no further than one past [`MAX_CLASSES_DEEP`].
fn levels<'v>(id: ThingId, next: impl Fn(ThingId) -> &'v [ThingId]) -> usize {
    let mut level = BTreeSet::from([id]);
    let mut count = 0;
    while !level.is_empty() && count <= MAX_CLASSES_DEEP {
        count += 1;
        level = level.into_iter().flat_map(&next).copied().collect();
    }
    count
}

impl Kind {
    /// `a substance`, `an action`
    #[must_use]
    pub fn with_article(self) -> &'static str {
        match self {
            Self::Substance => "a substance",
            Self::Product => "a product",
            Self::Medicine => "a medicine",
            Self::Procedure => "a procedure",
            Self::Activity => "an activity",
            Self::Action => "an action",
            Self::Food => "a food",
            Self::Drink => "a drink",
            Self::Garment => "a garment",
            Self::Tool => "a tool",
            Self::Symptom => "a symptom",
            Self::Event => "an event",
            Self::Place => "a place",
            Self::Situation => "a situation",
            Self::Attribute => "an attribute",
        }
    }
}
