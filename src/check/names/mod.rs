//! What a name in a sentence stands for.

mod amount;
mod around;
mod attribute;
mod beside;
mod deed;
mod directly;
mod during;
mod either;
mod gone;
mod kept;
mod kind_meant;
mod known_kinds;
mod last_time;
mod left_out;
mod list;
mod local;
mod longer_than;
mod meant;
mod namesake;
mod near;
mod no_sign;
mod other_head;
mod placed;
mod pronoun;
mod reading;
mod reason;
mod role;
mod second;
mod setting;
mod sheet_words;
mod sign_there;
mod spf;
mod times;
mod turned;
mod unknown;
mod upon_skin;
mod used;
mod wet;
mod worst;

pub(crate) use crate::vocabulary::as_growing;
pub(crate) use amount::in_an_amount;
pub(crate) use attribute::can_have;
pub(crate) use deed::doing;
pub(crate) use last_time::{PREVIOUS, is_session, without_last};
pub(crate) use reading::{Reading, how_bad, without_article};
pub(crate) use role::Role;
pub(crate) use second::in_declaration;
pub(crate) use spf::spf_behind;
pub(crate) use turned::turned;
pub(crate) use unknown::is_temperature;

use super::checker::Checker;
use super::protocol::{Qualifier, ThingRef, Written};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Spanned;
use crate::syntax::tree::{Kind, Name, Thing, Things};
use crate::vocabulary::{Named, ThingId, fold};

impl Checker<'_> {
    /// All things of a list, in its role; those that fail are reported and left out.
    pub(crate) fn things(&mut self, things: &Things, role: Role) -> Vec<ThingRef> {
        if self.signs_there(things, role) {
            return Vec::new();
        }
        let mut found = Vec::with_capacity(things.things.len());
        for index in 0..things.things.len() {
            found.extend(self.list_thing(things, index, role));
        }
        if found.len() == things.things.len() {
            self.cut_short(things);
        }
        found
    }

    /// The examples after `including`, which must lie under what stands before them.
    pub(crate) fn including(
        &mut self,
        things: &Things,
        above: &[ThingRef],
        role: Role,
    ) -> Vec<ThingRef> {
        let mut found = Vec::new();
        for thing in &things.including {
            let Some(example) = self.thing(thing, role) else {
                continue;
            };
            let inside = above
                .iter()
                .any(|class| self.vocabulary.is_under(example.thing, class.thing));
            if !inside && !above.is_empty() {
                self.including_outside(&example, above);
            }
            found.push(example);
        }
        found
    }

    fn including_outside(&mut self, example: &ThingRef, above: &[ThingRef]) {
        let classes: Vec<&str> = above
            .iter()
            .map(|class| self.vocabulary.name(class.thing))
            .collect();
        let classes = super::wording::list(&classes, "or");
        let name = self.vocabulary.name(example.thing).to_owned();
        self.report(
            Diagnostic::new(
                Code::IncludingOutside,
                example.span,
                format!("`{name}` does not lie under `{classes}`"),
                "not an example of it",
            )
            .with_help(format!(
                "name `{name}` in the list itself, or declare it in that class"
            )),
        );
    }

    /// One thing outside a list that could have lost a comma.
    pub(crate) fn thing(&mut self, thing: &Spanned<Thing>, role: Role) -> Option<ThingRef> {
        let name = &thing.node.name;
        match self.read(&name.text) {
            Some(reading) => self.thing_ref(thing, reading, role),
            None => {
                self.unknown_name(name, role);
                None
            }
        }
    }

    /// A name that has been read, with what stands behind it, in its role.
    pub(crate) fn thing_ref(
        &mut self,
        thing: &Spanned<Thing>,
        reading: Reading,
        role: Role,
    ) -> Option<ThingRef> {
        let name = &thing.node.name;
        let Named::Thing(id) = reading.named else {
            self.fact_as_thing(name, reading.named, role);
            return None;
        };
        self.used_things.insert(id);
        if !self.fits(name, id, role) {
            return None;
        }
        self.either_of_two(name, role);
        let mut attributes = Vec::new();
        for attribute in reading.attributes {
            self.used_things.insert(attribute);
            attributes.extend(self.attribute_before(id, attribute, name));
        }
        let before = (attributes.len(), reading.qualifiers.len());
        for attribute in &thing.node.attributes {
            attributes.extend(self.attribute(id, attribute, role.is_duty()));
        }
        let mut qualifiers: Vec<Qualifier> = reading.qualifiers;
        for qualifier in &thing.node.qualifiers {
            if self.vocabulary.thing(id).kind == Kind::Symptom {
                qualifiers.extend(self.qualifier(qualifier));
            } else {
                self.qualified_thing(name, id, qualifier.span);
            }
        }
        Some(ThingRef {
            thing: id,
            attributes,
            qualifiers,
            written: self.written(&name.text, id, before),
            span: thing.span,
        })
    }

    /// A name as the author has it, where the vocabulary's first name is another.
    pub(crate) fn written(
        &self,
        name: &str,
        id: ThingId,
        (attributes, qualifiers): (usize, usize),
    ) -> Option<Written> {
        let other = name != self.vocabulary.name(id);
        other.then(|| Written {
            name: name.into(),
            attributes,
            qualifiers,
        })
    }

    fn fact_as_thing(&mut self, name: &Name, named: Named, role: Role) {
        if let Named::Fact(fact) = named {
            self.used_facts.insert(fact);
        }
        let asking = if self.is_left_out(name) {
            "unless"
        } else {
            "if"
        };
        self.report(
            Diagnostic::new(
                Code::WrongKind,
                name.span,
                format!("`{}` is a fact about the patient, not a thing", name.text),
                "a fact",
            )
            .with_help(match role {
                Role::Symptom("report") => format!(
                    "it is asked before the treatment, and is no sign that comes: leave it out here, and write `tell \
                     clinic \"if {}\"`{}",
                    name.text,
                    self.where_it_comes(&[&name.text], name.span)
                ),
                _ if fold(&name.text) == "sex" && self.read("sexual activity").is_some() => {
                    "what one does is `sexual activity`; `sex` is whether the patient is female or male".to_owned()
                }
                _ => format!(
                    "ask it in a condition: `{asking} {}`; what one does or uses has another name",
                    name.text
                ),
            }),
        );
    }

    fn qualified_thing(&mut self, name: &Name, id: ThingId, at: crate::span::Span) {
        let kind = self.vocabulary.thing(id).kind;
        let diagnostic = Diagnostic::new(
            Code::WrongKind,
            at,
            format!(
                "only a symptom can be so, and `{}` is {}",
                name.text,
                kind.with_article()
            ),
            "said of no symptom",
        );
        // `flights over 4 hours`: without it the sentence would be about every flight.
        let measured = at.start >= name.span.end && self.one_line(at).contains(' ');
        self.report(if measured {
            let whole = self.one_line(name.span.to(at)).replace('"', "'");
            diagnostic.with_help(format!(
                "make it a part of the name: declare `{} \"{whole}\" in {1}`, and write `\"{whole}\"`; without it this would \
                 be about every `{1}`",
                kind.word(),
                name.text
            ))
        } else {
            diagnostic
                .with_help("leave it out")
                .with_fix(name.span.at_end().to(at), "")
        });
    }

    /// The thing of one of these kinds that a plain name stands for.
    pub(crate) fn plain(&mut self, name: &Name, role: Role) -> Option<ThingId> {
        match self.read(&name.text) {
            Some(reading) => {
                let Named::Thing(id) = reading.named else {
                    self.fact_as_thing(name, reading.named, role);
                    return None;
                };
                self.used_things.insert(id);
                let sound = self.fits(name, id, role) && self.says_no_more(name, &reading, role);
                sound.then_some(id)
            }
            None => {
                self.unknown_name(name, role);
                None
            }
        }
    }
}
