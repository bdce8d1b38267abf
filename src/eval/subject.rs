//! What a protocol is asked about: things at the bottom of the vocabulary, things that an attribute
//! narrows, and the patient's own products and medicines.

use super::diagram::Node;
use super::meant::{Entry, Meant};
use super::scene::Scene;
use super::unknown::Unknown;
use super::variety;
use crate::check::{AttributeTest, ThingRef};
use crate::number::Number;
use crate::profile::{Answered, Value};
use crate::syntax::tree::Kind;
use crate::vocabulary::{ThingId, Vocabulary, fold};

/// Something that can be asked about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// The thing, or the class that a product is known to be under; none for a product that nobody
    /// recognises. What tells most subjects apart stands first, since they are looked up often.
    pub thing: Option<ThingId>,
    /// The patient's own product, by its place in the profile.
    pub own: Option<usize>,
    /// Where the profile lists it as a medicine of the patient's.
    pub own_medicine: Option<Entry>,
    /// The attributes that it has by its name: `mineral sunscreen`.
    pub attributes: Vec<AttributeTest>,
    /// Its name.
    pub name: String,
    /// What the patient calls it and what it is, where the two differ: `Eliquis (apixaban)`.
    pub called: Option<String>,
}

/// How a named thing covers a subject.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Coverage {
    /// It does not.
    None,
    /// It covers a part: only what has an attribute, or only some below it.
    Part,
    /// It covers the patient's product or medicine if these are so.
    May(Vec<Unknown>),
    /// It covers all of it.
    Full,
}

impl Subject {
    /// A thing of the vocabulary.
    #[must_use]
    pub fn thing(vocabulary: &Vocabulary, thing: ThingId) -> Self {
        Self {
            name: vocabulary.name(thing).to_owned(),
            called: None,
            thing: Some(thing),
            attributes: Vec::new(),
            own: None,
            own_medicine: None,
        }
    }

    /// A thing as a sentence narrows it.
    #[must_use]
    pub fn named(vocabulary: &Vocabulary, item: &ThingRef) -> Self {
        Self {
            name: super::words::thing(vocabulary, item),
            attributes: item.attributes.clone(),
            ..Self::thing(vocabulary, item.thing)
        }
    }

    /// What it is called on a page for the patient.
    #[must_use]
    pub fn shown(&self) -> &str {
        self.called.as_deref().unwrap_or(&self.name)
    }

    /// Whether it is a medicine, which a restriction on it never applies to while prescribed.
    #[must_use]
    pub fn medicine(&self, vocabulary: &Vocabulary) -> Option<ThingId> {
        self.thing
            .filter(|thing| vocabulary.thing(*thing).kind == Kind::Medicine)
    }
}

/// How a thing that a sentence names covers a subject.
#[must_use]
pub fn coverage(scene: &Scene<'_>, item: &ThingRef, subject: &Subject) -> Coverage {
    let vocabulary = &scene.protocol.vocabulary;
    let Some(thing) = subject.thing else {
        return unrecognised(vocabulary, item, subject);
    };
    let mut open = Vec::new();
    if !vocabulary.is_under(thing, item.thing) {
        let product = subject.own.filter(|_| by_class(scene, subject));
        match (product, subject.own_medicine) {
            (Some(_), _) if variety::told(scene, subject, item.thing) => {}
            (Some(product), _) => {
                let varieties = variety::varieties(scene, product, subject);
                if !varieties.under(item.thing).any(|under| under) {
                    return Coverage::None;
                }
                open.push(Unknown::ProductIs(product, item.thing));
            }
            (None, Some(entry)) => match Meant::under(vocabulary, thing, item.thing) {
                Meant::All => {}
                Meant::Some(_) => open.push(Unknown::Member(entry.fact, entry.index)),
                Meant::None => return Coverage::None,
            },
            (None, None) if vocabulary.is_under(item.thing, thing) => return Coverage::Part,
            (None, None) => return Coverage::None,
        }
    }
    let mut part = false;
    for test in &item.attributes {
        match attribute(scene, subject, thing, test) {
            Some(true) => {}
            Some(false) => return Coverage::None,
            None => match subject.own {
                Some(product) => open.push(Unknown::product_has(product, test)),
                None => part = true,
            },
        }
    }
    if part {
        Coverage::Part
    } else if open.is_empty() {
        Coverage::Full
    } else {
        Coverage::May(open)
    }
}

/// A product that nobody recognises may be any product, and is one.
fn unrecognised(vocabulary: &Vocabulary, item: &ThingRef, subject: &Subject) -> Coverage {
    let kind = vocabulary.thing(item.thing).kind;
    let Some(product) = subject.own else {
        return Coverage::None;
    };
    if !matches!(kind, Kind::Product | Kind::Substance) {
        return Coverage::None;
    }
    let mut open = Vec::new();
    if item.thing != Vocabulary::kind_class(Kind::Product) {
        open.push(Unknown::ProductIs(product, item.thing));
    }
    let tests = item.attributes.iter();
    open.extend(tests.map(|test| Unknown::product_has(product, test)));
    if open.is_empty() {
        Coverage::Full
    } else {
        Coverage::May(open)
    }
}

/// Whether the profile names only the product's class.
#[must_use]
pub fn by_class(scene: &Scene<'_>, subject: &Subject) -> bool {
    let products = scene.profile.products.as_deref().unwrap_or_default();
    subject
        .own
        .and_then(|index| products.get(index))
        .is_some_and(|product| product.by_class)
}

/// Whether a subject has what a test asks; none where that is not known.
fn attribute(
    scene: &Scene<'_>,
    subject: &Subject,
    thing: ThingId,
    test: &AttributeTest,
) -> Option<bool> {
    if let Some(own) = subject
        .attributes
        .iter()
        .find(|own| own.attribute == test.attribute && implied(own, test).is_some())
    {
        return implied(own, test);
    }
    let products = scene.profile.products.as_deref().unwrap_or_default();
    let own = subject
        .own
        .and_then(|index| products.get(index))
        .and_then(|product| product.attributes.get(&test.attribute).copied());
    let value = own.or_else(|| scene.protocol.vocabulary.attribute(thing, test.attribute))?;
    Some(meets(value, test))
}

/// Whether a known value meets a test.
fn meets(value: Number, test: &AttributeTest) -> bool {
    let has = match test.value {
        None => value != Number::whole(0),
        Some(wanted) if wanted.or_more => value >= wanted.number,
        Some(wanted) => value == wanted.number,
    };
    has != test.without
}

/// Whether having one thing by name settles a test on the same attribute.
fn implied(own: &AttributeTest, test: &AttributeTest) -> Option<bool> {
    match (own.value, test.value) {
        (None, None) => Some(own.without == test.without),
        (Some(has), Some(wanted)) if !own.without => {
            let at_least = has.number >= wanted.number;
            let met = match (has.or_more, wanted.or_more) {
                (_, true) => at_least.then_some(true).or((!has.or_more).then_some(false)),
                (false, false) => Some(has.number == wanted.number),
                (true, false) => (has.number > wanted.number).then_some(false),
            };
            met.map(|met| met != test.without)
        }
        _ => None,
    }
}

/// The condition that one of these items covers a subject, exceptions aside. A part does not count.
pub fn covers(
    scene: &mut Scene<'_>,
    items: &[ThingRef],
    except: &[ThingRef],
    subject: &Subject,
) -> Node {
    let within = any_covers(scene, items, subject);
    if within == Node::FALSE || except.is_empty() {
        return within;
    }
    let left_out = any_covers(scene, except, subject);
    let kept = scene.unknowns.diagram.not(left_out);
    scene.unknowns.diagram.and(within, kept)
}

fn any_covers(scene: &mut Scene<'_>, items: &[ThingRef], subject: &Subject) -> Node {
    let mut any = Node::FALSE;
    for item in items {
        let node = match coverage(scene, item, subject) {
            Coverage::Full => Node::TRUE,
            Coverage::None | Coverage::Part => Node::FALSE,
            Coverage::May(open) => open.into_iter().fold(Node::TRUE, |so_far, unknown| {
                let yes = may_be(scene, unknown, item.thing, subject);
                scene.unknowns.diagram.and(so_far, yes)
            }),
        };
        any = scene.unknowns.diagram.or(any, node);
    }
    any
}

/// The condition that a product or medicine of the patient's is, or has, what an unknown about a thing
/// says. What it is, is one unknown for all classes.
fn may_be(scene: &mut Scene<'_>, unknown: Unknown, thing: ThingId, subject: &Subject) -> Node {
    if let (Unknown::Member(..), Some(entry), Some(listed)) =
        (&unknown, subject.own_medicine, subject.thing)
    {
        let meant = Meant::under(&scene.protocol.vocabulary, listed, thing);
        return meant.node(&mut scene.unknowns, entry);
    }
    let Unknown::ProductIs(product, class) = unknown else {
        return scene.unknowns.yes(unknown);
    };
    // It may be any member, or one that the vocabulary does not list of any class below.
    let varieties = variety::varieties(scene, product, subject);
    let under: Vec<bool> = varieties.under(class).collect();
    scene
        .unknowns
        .is(Unknown::ProductMember(product), under.len(), |value| {
            under.get(value).copied().unwrap_or(false)
        })
}

/// The things that an item is answered by: those at the bottom below it; the class of a kind only by
/// itself.
#[must_use]
pub fn members_of(vocabulary: &Vocabulary, item: &ThingRef) -> Vec<ThingId> {
    // Medicines are told apart even then: one that is prescribed says nothing about the others.
    let medicines = Vocabulary::kind_class(Kind::Medicine);
    if vocabulary.is_kind_class(item.thing) && item.thing != medicines {
        return vec![item.thing];
    }
    let leaves = vocabulary.leaves(item.thing).into_iter();
    leaves
        .filter(|leaf| *leaf == item.thing || can_be(vocabulary, *leaf, item))
        .collect()
}

/// Whether a member of an item's class can have what the item asks for: a harsh cleanser is no gentle one.
#[must_use]
pub fn can_be(vocabulary: &Vocabulary, member: ThingId, item: &ThingRef) -> bool {
    item.attributes.iter().all(|test| {
        let known = vocabulary.attribute(member, test.attribute);
        known.is_none_or(|value| meets(value, test))
    })
}

/// The subjects that an item is answered by, each with the item's attributes.
#[must_use]
pub fn subjects_of(vocabulary: &Vocabulary, item: &ThingRef) -> Vec<Subject> {
    members_of(vocabulary, item)
        .into_iter()
        .map(|leaf| {
            let item = ThingRef {
                thing: leaf,
                written: None,
                ..item.clone()
            };
            Subject::named(vocabulary, &item)
        })
        .collect()
}

/// The patient's own products and medicines.
#[must_use]
pub fn own(scene: &Scene<'_>) -> Vec<Subject> {
    let vocabulary = &scene.protocol.vocabulary;
    let products = scene.profile.products.as_deref().unwrap_or_default();
    let products = products.iter().enumerate().map(|(index, product)| Subject {
        name: product.name.clone(),
        called: product
            .thing
            .filter(|_| !product.by_class)
            .and_then(|thing| called(vocabulary, &product.name, thing)),
        thing: product.thing,
        attributes: Vec::new(),
        own: Some(index),
        own_medicine: None,
    });
    let lists = scene.profile.facts.iter();
    let lists = lists.filter_map(|(fact, answer)| match answer {
        Answered::Known(Value::Things(listed)) => Some((*fact, listed)),
        _ => None,
    });
    let medicines = lists.flat_map(|(fact, listed)| {
        let entries = listed.iter().enumerate();
        entries
            .filter(|(_, entry)| vocabulary.thing(entry.thing).kind == Kind::Medicine)
            .map(move |(index, entry)| Subject {
                own_medicine: Some(Entry { fact, index }),
                called: called(vocabulary, &entry.name, entry.thing),
                ..Subject::thing(vocabulary, entry.thing)
            })
    });
    products.chain(medicines).collect()
}

/// `Eliquis (apixaban)`: a name as the patient gives it, and what it stands for; none where it says
/// that itself.
#[must_use]
pub fn called(vocabulary: &Vocabulary, given: &str, thing: ThingId) -> Option<String> {
    let name = vocabulary.name(thing);
    (!fold(given).contains(&fold(name))).then(|| format!("{given} ({name})"))
}

/// What to call a medicine in a question to the patient: as the profile lists it, where it does.
#[must_use]
pub fn called_medicine(scene: &Scene<'_>, thing: ThingId) -> String {
    let vocabulary = &scene.protocol.vocabulary;
    let listed = own(scene).into_iter();
    let mut listed = listed.filter(|own| own.own_medicine.is_some() && own.thing == Some(thing));
    let called = listed.find_map(|own| own.called);
    called.unwrap_or_else(|| vocabulary.name(thing).to_owned())
}
