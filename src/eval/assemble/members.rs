//! A class answered by its members: once where they all have one answer. What no line tells apart has
//! one answer, so that only one of each such group is looked at, of whatever size.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::provenance::Hanging;
use super::things::{classes, narrowed, thing};
use crate::check::{AttributeTest, ThingRef};
use crate::eval::diagram::Node;
use crate::eval::lines::Lines;
use crate::eval::scene::Scene;
use crate::eval::subject::{Subject, can_be, members_of};
use crate::number::Number;
use crate::plan::ThingAnswer;
use crate::syntax::tree::Kind;
use crate::vocabulary::ThingId;

/// The answers about things of the vocabulary, each group of things that are alike answered once.
pub struct Members<'a> {
    lines: &'a Lines<'a>,
    /// The things and classes that lines or conditions name.
    named: BTreeSet<ThingId>,
    /// The attributes that lines ask for.
    tested: BTreeSet<ThingId>,
    groups: BTreeMap<Alike, Rc<Group>>,
    /// What the answers hang on.
    pub hanging: Vec<Hanging>,
}

/// What is answered about things that are alike, by one of them, and what that hangs on.
type Group = (ThingAnswer, Option<Hanging>);

/// All that the answer about a thing depends on: things of which it is equal have one answer.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Alike {
    kind: Kind,
    /// The attributes that a sentence narrows the thing by.
    narrowed: Vec<AttributeTest>,
    /// Of the classes that lines name, those that it is or lies under.
    named: Vec<ThingId>,
    /// The values of the attributes that lines ask for.
    values: Vec<Option<Number>>,
    /// Of a medicine: under which ways of filling in it is prescribed, is taken now, and was taken
    /// within each length of time that conditions ask about.
    medicine: Option<(Node, Vec<Node>)>,
}

impl<'a> Members<'a> {
    /// Nothing answered yet.
    #[must_use]
    pub fn new(scene: &Scene<'_>, lines: &'a Lines<'a>) -> Self {
        let items = || {
            lines
                .iter()
                .flat_map(|line| line.items.iter().chain(line.except))
        };
        let mut named: BTreeSet<ThingId> = items().map(|item| item.thing).collect();
        named.extend(&scene.prepared.landmarks.read);
        let tests = items().flat_map(|item| &item.attributes);
        Self {
            lines,
            named,
            tested: tests.map(|test| test.attribute).collect(),
            groups: BTreeMap::new(),
            hanging: Vec::new(),
        }
    }

    /// One answer for a thing or class whose members all have it, with one of them; otherwise the
    /// answers of what is right below it. Each thing stands once, in however many classes it lies.
    pub fn answer(
        &mut self,
        scene: &mut Scene<'_>,
        item: &ThingRef,
    ) -> Vec<(Subject, ThingAnswer)> {
        let mut answers = Vec::new();
        let mut told = BTreeSet::new();
        let mut open = vec![item.thing];
        while let Some(thing) = open.pop() {
            if !told.insert(thing) {
                continue;
            }
            let whole = self.of_one(scene, &of(item, thing), &mut answers);
            if !whole {
                let vocabulary = &scene.protocol.vocabulary;
                let children = vocabulary.thing(thing).children.iter().rev();
                open.extend(children.filter(|child| can_be(vocabulary, **child, item)));
            }
        }
        answers
    }

    /// Adds the answers about one thing or class; of a class whose members differ none: then it is
    /// false.
    fn of_one(
        &mut self,
        scene: &mut Scene<'_>,
        item: &ThingRef,
        answers: &mut Vec<(Subject, ThingAnswer)>,
    ) -> bool {
        let members = members_of(&scene.protocol.vocabulary, item);
        let itself = members.contains(&item.thing);
        let mut groups: Vec<(ThingRef, Rc<Group>)> = Vec::with_capacity(members.len());
        for member in members {
            let member = of(item, member);
            let group = self.group(scene, &member);
            groups.push((member, group));
        }
        if itself {
            let all = groups.iter();
            answers.extend(all.map(|(member, group)| self.full(scene, member, group)));
            return true;
        }
        let Some((first, group)) = groups.first() else {
            return true;
        };
        if !groups.iter().all(|(_, other)| agree(group, other)) {
            return false;
        }
        let (subject, answer) = self.full(scene, first, group);
        let vocabulary = &scene.protocol.vocabulary;
        let answer = ThingAnswer {
            thing: Subject::named(vocabulary, item).name,
            kind: vocabulary.thing(item.thing).kind.word().to_owned(),
            classes: classes(vocabulary, item.thing),
            narrowed: Vec::new(),
            ..answer
        };
        answers.push((subject, answer));
        true
    }

    /// The answer of a thing's group, which is found where it is the first of it.
    fn group(&mut self, scene: &mut Scene<'_>, item: &ThingRef) -> Rc<Group> {
        let alike = self.alike(scene, item);
        let group = match self.groups.get(&alike) {
            Some(group) => Rc::clone(group),
            None => {
                let subject = Subject::named(&scene.protocol.vocabulary, item);
                let group = Rc::new(thing(scene, self.lines, &subject));
                self.groups.insert(alike, Rc::clone(&group));
                group
            }
        };
        self.hanging.extend(group.1.clone());
        group
    }

    fn alike(&self, scene: &mut Scene<'_>, item: &ThingRef) -> Alike {
        let vocabulary = &scene.protocol.vocabulary;
        let kind = vocabulary.thing(item.thing).kind;
        // Itself, then what is above it, nearest first: what attributes come down by, too.
        let mut upwards = vec![item.thing];
        upwards.extend(vocabulary.above(item.thing));
        let values = self.tested.iter().map(|attribute| {
            let mut known = upwards.iter();
            known.find_map(|id| vocabulary.thing(*id).attributes.get(attribute).copied())
        });
        let values = values.collect();
        let mut named = upwards;
        named.retain(|class| self.named.contains(class));
        named.sort_unstable();
        Alike {
            kind,
            narrowed: item.attributes.clone(),
            named,
            values,
            medicine: (kind == Kind::Medicine).then(|| of_medicine(scene, item.thing)),
        }
    }

    /// The answer about a thing itself: its group's, with its own name.
    fn full(&self, scene: &Scene<'_>, item: &ThingRef, group: &Group) -> (Subject, ThingAnswer) {
        let vocabulary = &scene.protocol.vocabulary;
        let subject = Subject::named(vocabulary, item);
        let answer = ThingAnswer {
            thing: subject.name.clone(),
            classes: classes(vocabulary, item.thing),
            narrowed: narrowed(scene, self.lines, &subject),
            ..group.0.clone()
        };
        (subject, answer)
    }
}

/// Under which ways of filling in a medicine is prescribed, and those in which it is or was taken: what
/// conditions about a class ask of each of its members.
fn of_medicine(scene: &mut Scene<'_>, medicine: ThingId) -> (Node, Vec<Node>) {
    let (truth, unknowns) = (&scene.truth, &mut scene.unknowns);
    let within = truth.landmarks.lengths.iter().copied().map(Some);
    let taken = std::iter::once(None)
        .chain(within)
        .map(|within| truth.taken(unknowns, medicine, within))
        .collect();
    (truth.prescribed(unknowns, medicine), taken)
}

/// A thing, narrowed as a sentence narrows another.
fn of(item: &ThingRef, thing: ThingId) -> ThingRef {
    ThingRef {
        thing,
        written: None,
        ..item.clone()
    }
}

/// Whether two groups have one answer.
fn agree(one: &Rc<Group>, other: &Rc<Group>) -> bool {
    Rc::ptr_eq(one, other) || is_the_same(&one.0, &other.0)
}

/// Whether two members of a class have one answer, names aside.
fn is_the_same(one: &ThingAnswer, other: &ThingAnswer) -> bool {
    let ThingAnswer {
        thing: _,
        called: _,
        classes: _,
        narrowed: _,
        kind: _,
        own,
        answer,
        by,
        only,
        off_only,
        otherwise,
        state,
        if_,
        asks,
        limits,
        free_from,
        free_from_time,
        open_until,
        again_from,
        ask_prescriber,
        of_allergy,
        mentioned,
        rules,
    } = one;
    *own == other.own
        && *answer == other.answer
        && *by == other.by
        && *only == other.only
        && *off_only == other.off_only
        && *otherwise == other.otherwise
        && *state == other.state
        && *if_ == other.if_
        && *asks == other.asks
        && *limits == other.limits
        && *free_from == other.free_from
        && *free_from_time == other.free_from_time
        && *open_until == other.open_until
        && *again_from == other.again_from
        && *ask_prescriber == other.ask_prescriber
        && *of_allergy == other.of_allergy
        && *mentioned == other.mentioned
        && *rules == other.rules
}

#[cfg(test)]
mod tests {
    use super::{Members, of, thing};
    use crate::bundled::bundled;
    use crate::check::{Bundled, CheckOptions, Protocol, ThingRef, check};
    use crate::eval::Case;
    use crate::eval::subject::{Subject, members_of};
    use crate::profile::{self, Profile};
    use crate::source::Sources;
    use crate::span::{SourceId, Span};
    use crate::vocabulary::Vocabulary;

    const TELLING_APART: &str = "import skin-care\naftercare for 2 weeks\n\
        avoid sunscreen with tinted for 3 days\n\
        use mineral sunscreen with spf 30+ daily\n\
        avoid retinoids except adapalene for 5..7 days\n\
        avoid blood thinners for 7 days unless prescribed warfarin\n\
        avoid medicine for 24 hours\n\
        caution \"ask\" if taking photosensitisers\n\
        allow makeup but not foundation from day 3\n\
        limit alcohol to 1 drink per day\n";

    const PATIENTS: [&str; 3] = [
        "",
        "treated = 2026-06-01T10:30:00\nzone = \"Europe/London\"\n[facts]\nmedications = []\n",
        "treated = 2026-06-01\n\
         [facts]\nmedications = [\"Eliquis\", \"blood thinners\"]\n\
         \"prescribed aspirin\" = \"unsure\"\n\"prescribed warfarin\" = \"yes\"\n",
    ];

    fn protocol(text: &str) -> Protocol {
        let (sources, options) = (&mut Sources::new(), CheckOptions::default());
        let checked = check(sources, &Bundled, "test.rules", text, &options);
        checked
            .protocol
            .unwrap_or_else(|| panic!("{:?}", checked.diagnostics))
    }

    fn patient(text: &str, vocabulary: &Vocabulary) -> Profile {
        let file = Sources::new().add("patient.toml", text);
        let (patient, mistakes) = profile::read(file, "patient.toml", text, vocabulary);
        assert!(mistakes.is_empty(), "{mistakes:?}");
        patient
    }

    /// All things, and those that lines narrow, by their members.
    fn items(protocol: &Protocol) -> Vec<ThingRef> {
        let vocabulary = &protocol.vocabulary;
        let plain = vocabulary.things().map(|(thing, _)| ThingRef {
            thing,
            attributes: Vec::new(),
            qualifiers: Vec::new(),
            written: None,
            span: Span::new(SourceId(0), 0, 0),
        });
        let heads = protocol.rules.iter().flat_map(|rule| rule.head.things());
        let narrowed = heads.filter(|item| !item.attributes.is_empty());
        let narrowed = narrowed.flat_map(|item| {
            let members = members_of(vocabulary, item).into_iter();
            members.map(|member| of(item, member))
        });
        plain.chain(narrowed).collect()
    }

    #[test]
    fn a_group_has_the_answer_of_each_of_its_things() {
        for text in [TELLING_APART, bundled("microneedling").unwrap()] {
            let protocol = protocol(text);
            for patient in PATIENTS.map(|text| self::patient(text, &protocol.vocabulary)) {
                let case = Case::new(&protocol, &patient);
                let found = case.on_stage(|scene, lines| {
                    let mut members = Members::new(scene, lines);
                    for item in items(&protocol) {
                        let group = members.group(scene, &item);
                        let (subject, shared) = members.full(scene, &item, &group);
                        let (alone, hanging) = thing(scene, lines, &subject);
                        assert_eq!(shared, alone);
                        let unknowns = hanging.map(|hanging| hanging.unknowns);
                        let of_group = group.1.as_ref().map(|hanging| hanging.unknowns.clone());
                        assert_eq!(of_group, unknowns, "{}", shared.thing);
                        assert_eq!(subject, Subject::named(&protocol.vocabulary, &item));
                    }
                    members.groups.len()
                });
                let groups = found.unwrap();
                assert!(groups > 5 && groups * 4 < protocol.vocabulary.things().count());
            }
        }
    }
}
