//! Protocols and patients, so made that they check clean and shrink well.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::model::*;

pub fn protocols() -> impl Strategy<Value = Protocol> {
    (
        option::weighted(0.7, 1..20_i64),
        vec(rule().boxed(), 1..5),
        option::weighted(0.15, (2..4_i64, 0..3_i64)),
    )
        .prop_map(|(aftercare, rules, course)| Protocol {
            aftercare,
            rules,
            course: course.map(|(least, more)| (least, least + more)),
        })
}

fn rule() -> impl Strategy<Value = Rule> {
    let rule = prop_oneof![
        6 => restriction().boxed(),
        3 => mention().boxed(),
        1 => only().boxed(),
        1 => resume().boxed(),
    ];
    (rule, narrow()).prop_map(|(mut rule, narrow)| {
        let things = match &rule.head {
            Head::Avoid(things) | Head::Duty(things, false, _) | Head::Limit(things) => things,
            Head::Allow(things, _) => things,
            Head::Duty(_, true, _) | Head::Resume(_) => return rule,
        };
        // What is used has a place.
        if things.iter().all(|named| kind_of(named.thing) == PRODUCTS) {
            rule.narrow = narrow;
        }
        rule
    })
}

fn narrow() -> impl Strategy<Value = Where> {
    let place = option::weighted(0.3, 0..PLACES.len());
    let using = option::weighted(0.2, 0..TOOLS.len());
    let asleep = proptest::bool::weighted(0.15);
    (place, using, asleep).prop_map(|(place, using, asleep)| Where {
        place,
        using,
        asleep,
    })
}

fn restriction() -> impl Strategy<Value = Rule> {
    (
        proptest::bool::weighted(0.2),
        things().boxed(),
        window().boxed(),
        excepted().boxed(),
        when().boxed(),
    )
        .prop_map(
            |(advised, things, window, except, (condition, unless))| Rule {
                advised,
                except: except_under(&things, except),
                head: Head::Avoid(things),
                window,
                condition,
                unless,
                narrow: Where::default(),
            },
        )
}

/// An exception must lie under what the sentence names.
fn except_under(things: &[Named], except: Option<Named>) -> Vec<Named> {
    let fits = |one: &Named| {
        things.iter().any(|named| {
            under(one.thing, named.thing) && one.thing != named.thing && named.attribute.is_none()
        })
    };
    except.into_iter().filter(fits).collect()
}

fn mention() -> impl Strategy<Value = Rule> {
    (
        0..3_u8,
        thing().boxed(),
        option::weighted(0.3, thing().boxed()),
        calendar_window().boxed(),
        excepted().boxed(),
        when().boxed(),
    )
        .prop_map(|(head, one, other, window, except, (condition, unless))| {
            let same_kind = |other: &Named| {
                kind_of(other.thing) == kind_of(one.thing)
                    && other.thing != one.thing
                    && one.attribute.is_none()
                    && other.attribute.is_none()
            };
            let things: Vec<Named> = [Some(one), other.filter(same_kind)]
                .into_iter()
                .flatten()
                .collect();
            let choice = things.len() > 1 && window == Window::Unsaid;
            let (head, except) = match head {
                0 => (
                    Head::Duty(things.clone(), false, choice),
                    except_under(&things, except),
                ),
                1 => (
                    Head::Allow(things.clone(), except_under(&things, except)),
                    Vec::new(),
                ),
                _ => (Head::Limit(things.clone()), except_under(&things, except)),
            };
            Rule {
                advised: false,
                head,
                window,
                except,
                condition,
                unless,
                narrow: Where::default(),
            }
        })
}

fn only() -> impl Strategy<Value = Rule> {
    (thing().boxed(), calendar_window().boxed(), when().boxed()).prop_map(
        |(named, window, (condition, unless))| Rule {
            advised: false,
            head: Head::Duty(vec![named], true, false),
            window,
            except: Vec::new(),
            condition,
            unless,
            narrow: Where::default(),
        },
    )
}

fn resume() -> impl Strategy<Value = Rule> {
    (thing().boxed(), point().boxed(), when().boxed()).prop_map(
        |(named, point, (condition, unless))| Rule {
            advised: false,
            head: Head::Resume(vec![named]),
            window: Window::From(point),
            except: Vec::new(),
            condition,
            unless,
            narrow: Where::default(),
        },
    )
}

fn things() -> impl Strategy<Value = Vec<Named>> {
    vec(thing().boxed(), 1..3).prop_map(|mut things| {
        // A narrowed thing stands alone: what follows it would be read as its attribute.
        if let Some(narrowed) = things
            .iter()
            .find(|named| named.attribute.is_some())
            .copied()
        {
            return vec![narrowed];
        }
        things
            .dedup_by(|one, other| under(one.thing, other.thing) || under(other.thing, one.thing));
        things
    })
}

fn thing() -> impl Strategy<Value = Named> {
    (
        select((4..THINGS.len()).collect::<Vec<_>>()),
        option::weighted(0.15, attribute().boxed()),
    )
        .prop_map(|(thing, attribute)| {
            let fits = |attribute: &Attribute| match attribute {
                Attribute::Mineral(_) => under(thing, MAKEUP) || under(thing, SUNSCREEN),
                Attribute::Spf(_) => under(thing, SUNSCREEN),
            };
            Named {
                thing,
                attribute: attribute.filter(fits),
            }
        })
}

fn attribute() -> impl Strategy<Value = Attribute> {
    prop_oneof![
        any::<bool>().prop_map(Attribute::Mineral),
        select(vec![30, 50]).prop_map(Attribute::Spf),
    ]
}

fn excepted() -> impl Strategy<Value = Option<Named>> {
    option::weighted(0.3, thing().boxed())
}

fn window() -> impl Strategy<Value = Window> {
    prop_oneof![
        3 => Just(Window::Unsaid),
        5 => extent().boxed().prop_map(Window::For),
        1 => extent().boxed().prop_map(Window::Before),
        1 => (extent().boxed(), extent().boxed()).prop_map(|(before, after)| Window::Around(before, after)),
        1 => Just(Window::Today),
        1 => Just(Window::BeforeTreatment),
        1 => Just(Window::Always),
        3 => event_window().boxed(),
        4 => calendar_window().boxed(),
    ]
}

fn event_window() -> impl Strategy<Value = Window> {
    (0..2_usize, option::of(1..6_i64), option::of(6..20_i64))
        .prop_map(|(event, least, most)| Window::UntilEvent(event, least, most))
}

/// A window that suits duties and permissions, too.
fn calendar_window() -> impl Strategy<Value = Window> {
    prop_oneof![
        Just(Window::Unsaid),
        (-9..15_i64, 0..8_i64).prop_map(|(first, more)| Window::Days(first, first + more)),
        point().boxed().prop_map(Window::From),
        (-9..10_i64, 1..10_i64)
            .prop_map(|(from, more)| Window::FromUntil(Point::Day(from), Point::Day(from + more))),
        (0..40_i64, 1..60_i64).prop_map(|(from, more)| Window::FromUntil(
            Point::After(Length::Hours(from + 1)),
            Point::After(Length::Hours(from + more + 1))
        )),
        (0..2_usize, 1..20_i64)
            .prop_map(|(event, day)| Window::FromUntil(Point::Event(event), Point::Day(day))),
        (point().boxed(), extent().boxed())
            .prop_map(|(point, extent)| Window::FromFor(point, extent)),
        point().boxed().prop_map(Window::Until),
    ]
}

fn point() -> impl Strategy<Value = Point> {
    prop_oneof![
        4 => (1..15_i64).prop_map(Point::Day),
        2 => length().boxed().prop_map(Point::After),
        1 => (0..2_usize).prop_map(Point::Event),
        1 => (1..5_i64, 0..2_usize).prop_map(|(days, event)| Point::AfterEvent(days, event)),
        1 => Just(Point::Both),
        1 => (0..2_usize, length().boxed()).prop_map(|(event, length)| Point::NotBefore(event, length)),
    ]
}

fn length() -> impl Strategy<Value = Length> {
    prop_oneof![
        (1..15_i64).prop_map(Length::Days),
        select(vec![6, 12, 24, 36, 48, 72]).prop_map(Length::Hours),
    ]
}

fn extent() -> impl Strategy<Value = Extent> {
    let longer = |length: Length, more: i64| match length {
        Length::Hours(hours) => Length::Hours(hours + 6 * more),
        Length::Days(days) => Length::Days(days + more),
    };
    prop_oneof![
        4 => length().boxed().prop_map(Extent::Exactly),
        1 => length().boxed().prop_map(Extent::UpTo),
        2 => (length().boxed(), 1..8_i64)
            .prop_map(move |(firm, more)| Extent::Between(firm, longer(firm, more))),
        1 => length().boxed().prop_map(|least| Extent::AtLeast(least, None)),
        1 => (length().boxed(), 1..8_i64)
            .prop_map(move |(least, more)| Extent::AtLeast(least, Some(longer(least, more)))),
    ]
}

/// A condition, and whether it stands after `unless`.
fn when() -> impl Strategy<Value = (Option<Condition>, bool)> {
    (
        option::weighted(0.6, condition().boxed()),
        proptest::bool::weighted(0.25),
    )
}

pub fn condition() -> impl Strategy<Value = Condition> {
    let leaf = atom().boxed().prop_map(Condition::Atom);
    leaf.prop_recursive(2, 5, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|one| Condition::Not(Box::new(one))),
            vec(inner.clone(), 2..3).prop_map(Condition::All),
            vec(inner, 2..3).prop_map(Condition::Any),
        ]
    })
    .prop_map(tidy)
}

/// `not not X` is not a sentence that anybody writes.
fn tidy(condition: Condition) -> Condition {
    match condition {
        Condition::Not(inner) => match tidy(*inner) {
            Condition::Not(inner) => *inner,
            inner => Condition::Not(Box::new(inner)),
        },
        Condition::All(parts) => Condition::All(parts.into_iter().map(tidy).collect()),
        Condition::Any(parts) => Condition::Any(parts.into_iter().map(tidy).collect()),
        atom => atom,
    }
}

fn atom() -> impl Strategy<Value = Atom> {
    let medicine = || select(vec![18_usize, 19, 20, 21]);
    prop_oneof![
        2 => Just(Atom::Vegan),
        1 => Just(Atom::NotVegan),
        1 => Just(Atom::Pierced),
        1 => age().prop_map(Atom::AgeUnder),
        1 => age().prop_map(Atom::AgeOver),
        1 => age().prop_map(Atom::AgeIs),
        1 => age().prop_map(Atom::AgeIsNot),
        1 => (0..4_usize, 0..4_usize).prop_map(|(one, other)| Atom::SkinIn(one.min(other), one.max(other))),
        1 => (0..4_usize).prop_map(Atom::SkinIsNot),
        1 => (0..3_usize).prop_map(Atom::Concern),
        1 => (0..2_usize).prop_map(|one| Atom::Concerns(one, one + 1)),
        1 => medicine().prop_map(Atom::Taking),
        1 => (medicine(), 5..30_i64).prop_map(|(thing, days)| Atom::Took(thing, days)),
        1 => medicine().prop_map(Atom::Prescribed),
        3 => (0..2_usize, any::<bool>()).prop_map(|(symptom, severe)| Atom::Symptom(symptom, severe)),
        2 => (0..2_usize).prop_map(Atom::Event),
        1 => (1..4_i64).prop_map(Atom::Session),
    ]
}

fn age() -> impl Strategy<Value = i64> {
    select(vec![17, 18, 19, 30])
}

pub fn patients() -> impl Strategy<Value = Patient> {
    let facts = (
        answer(any::<bool>().boxed()),
        answer(any::<bool>().boxed()),
        answer((15..35_i64).boxed()),
        answer((0..4_usize).boxed()),
        answer((0..8_u8).boxed()),
        option::of(medications().boxed()),
    );
    let course = (
        option::of(0..1440_i64),
        [symptom().boxed(), symptom().boxed()],
        [option::of(0..25_i64), option::of(-5..25_i64)],
        prop_oneof![4 => Just(Vec::new()), 1 => vec(-40..-1_i64, 1..3)],
        vec(product().boxed(), 0..3),
    );
    (facts.boxed(), course.boxed()).prop_map(
        |(facts, (time, symptoms, events, mut sessions, products))| {
            sessions.sort_unstable();
            sessions.dedup();
            let (vegan, pierced, age, skin, concerns, medications) = facts;
            Patient {
                time,
                vegan,
                pierced,
                age,
                skin,
                concerns,
                medications,
                symptoms,
                events,
                sessions,
                products,
            }
        },
    )
}

fn answer<T: std::fmt::Debug + Clone + 'static>(
    known: BoxedStrategy<T>,
) -> impl Strategy<Value = Answer<T>> {
    prop_oneof![
        4 => Just(Answer::NotAsked),
        1 => Just(Answer::Unsure),
        1 => Just(Answer::DoesNotApply),
        4 => known.prop_map(Answer::Known),
    ]
}

fn medications() -> impl Strategy<Value = Vec<Medication>> {
    let one = (
        select(vec![18_usize, 19, 20, 21]),
        option::of(1..40_i64),
        option::of(any::<bool>()),
    );
    vec(one, 0..3).prop_map(|list| {
        let mut medications: Vec<Medication> = Vec::new();
        for (thing, last_taken, prescribed) in list {
            // What overlaps with an earlier entry would say two things of one medicine.
            let apart =
                |other: &Medication| !under(thing, other.thing) && !under(other.thing, thing);
            if medications.iter().all(apart) {
                let prescribed = prescribed.filter(|yes| thing != 18 || !yes);
                medications.push(Medication {
                    thing,
                    last_taken,
                    prescribed,
                });
            }
        }
        medications
    })
}

fn symptom() -> impl Strategy<Value = Symptom> {
    let reported = (0..20_i64, option::of(0..6_i64), option::of(any::<bool>()));
    prop_oneof![
        3 => Just(Symptom::Unreported),
        1 => Just(Symptom::Absent),
        2 => reported.prop_map(|(since, more, severe)| Symptom::Reported {
            since,
            until: more.map(|more| since + more),
            severe,
        }),
    ]
}

fn product() -> impl Strategy<Value = Product> {
    let class = option::weighted(0.8, select((4..18_usize).collect::<Vec<_>>()));
    (
        class,
        option::of(any::<bool>()),
        option::of(select(vec![15, 30, 50])),
    )
        .prop_map(|(class, mineral, spf)| {
            let cosmetic =
                class.is_some_and(|class| under(class, MAKEUP) || under(class, SUNSCREEN));
            let sunscreen = class.is_some_and(|class| under(class, SUNSCREEN));
            Product {
                class,
                mineral: mineral.filter(|_| cosmetic),
                spf: spf.filter(|_| sunscreen),
            }
        })
}
