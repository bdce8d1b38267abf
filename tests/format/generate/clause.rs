//! Clauses.

use aftercare_dsl::span::Spanned;
use aftercare_dsl::syntax::tree::{
    Bound, Clause, Daytime, Duration, Frequency, FrequencyKind, ListWord, Moment, Most, Places,
    Preposition, Quantity, QuantityKind, Site, Text, Times, Verb,
};
use aftercare_dsl::vocabulary::{MANNERS, OFTEN, VERBS};
use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::{at, condition, name, names, number, text, things, time, unit};

pub fn verb() -> impl Strategy<Value = Verb> {
    let words: Vec<&str> = VERBS.iter().map(|row| row.word).collect();
    select(words).prop_map(|word| Verb::from_word(word).unwrap())
}

/// The codes of findings.
fn codes() -> impl Strategy<Value = Vec<Text>> {
    let one = select(vec!["held-back", "never-applies", "expected-and-reported"]);
    vec(one.prop_map(|code| at(code.to_owned())), 1..3)
}

/// The clauses that fit every head, each at most once, in any order.
pub fn anywhere() -> impl Strategy<Value = Vec<Clause>> {
    let maybe = |clause: BoxedStrategy<Clause>| weighted(0.15, clause);
    let words = [
        places().boxed(),
        name().prop_map(Clause::While).boxed(),
        things().prop_map(Clause::Using).boxed(),
        manner().boxed(),
        text().prop_map(Clause::By).boxed(),
        text().prop_map(Clause::Because).boxed(),
        (codes(), text())
            .prop_map(|(codes, because)| Clause::Accept { codes, because })
            .boxed(),
        names(4).prop_map(Clause::Sources).boxed(),
    ];
    let conditions = [
        condition::condition().prop_map(Clause::If).boxed(),
        condition::condition().prop_map(Clause::Unless).boxed(),
    ];
    let lists = [
        things().prop_map(Clause::Except).boxed(),
        (verb(), things(), own())
            .prop_map(|(verb, things, own)| Clause::Instead {
                verb: at(verb),
                things,
                own,
            })
            .boxed(),
        (verb(), things(), own())
            .prop_map(|(verb, things, own)| Clause::IfUnavoidable {
                verb: at(verb),
                things,
                own,
            })
            .boxed(),
    ];
    let all: Vec<_> = words
        .into_iter()
        .chain(conditions)
        .chain(lists)
        .map(maybe)
        .collect();
    all.prop_map(|clauses| without_instead_of_others(clauses.into_iter().flatten().collect()))
        .prop_shuffle()
}

/// Behind what is done but for some patients no `instead` can stand: it would be for the others.
fn without_instead_of_others(mut clauses: Vec<Clause>) -> Vec<Clause> {
    let is_exception = |clause: &Clause| matches!(clause, Clause::Unless(_));
    if clauses.iter().any(is_exception) {
        clauses.retain(|clause| !matches!(clause, Clause::Instead { .. }));
    }
    clauses
}

/// What a deed inside a sentence has for itself, each at most once, in any order.
fn own() -> BoxedStrategy<Vec<Spanned<Clause>>> {
    let clauses = [
        places().boxed(),
        things().prop_map(Clause::Using).boxed(),
        manner().boxed(),
        text().prop_map(Clause::By).boxed(),
        quantity(),
        frequency(),
    ];
    let all: Vec<_> = clauses
        .into_iter()
        .map(|clause| weighted(0.1, clause))
        .collect();
    all.prop_map(|clauses| clauses.into_iter().flatten().map(at).collect::<Vec<_>>())
        .prop_shuffle()
        .boxed()
}

/// One or more of the words of the language, and what follows `in` and `as directed by`.
fn manner() -> impl Strategy<Value = Clause> {
    let more = [
        "in a thin layer",
        "in a layer",
        "in a very thin layer",
        "very gently",
        "in a pea-sized amount",
        "as directed",
        "as directed by label",
    ];
    let words: Vec<&str> = MANNERS.iter().copied().chain(more).collect();
    subsequence(words, 1..=3)
        .prop_map(|words| Clause::Manner(words.into_iter().map(str::to_owned).collect()))
}

fn places() -> impl Strategy<Value = Clause> {
    let words = select(vec![
        Preposition::On,
        Preposition::Around,
        Preposition::Over,
        Preposition::Near,
    ]);
    let site = (words, name()).prop_map(|(preposition, name)| Site { preposition, name });
    let word = select(vec![ListWord::And, ListWord::Or]);
    let sites = prop_oneof![2 => vec(site.clone(), 1), 1 => vec(site, 2..4)];
    (word, sites).prop_map(|(word, sites)| Clause::Places(Places { word, sites }))
}

/// How much, of what is done.
pub fn quantity() -> BoxedStrategy<Clause> {
    let time_unit = select(vec!["minutes", "hour", "hrs"]).prop_map(super::bare);
    let units = prop_oneof![unit(), time_unit];
    // Below a day: `24 hours` is a window, and wants `for`.
    let amount = (bound(), 1_u32..12, of(0_u32..12), units).prop_map(|(bound, low, more, unit)| {
        let whole = aftercare_dsl::number::Number::whole;
        QuantityKind::Amount {
            bound,
            low: whole(low),
            high: more.map(|more| whole(low + more)),
            unit,
        }
    });
    let on_off = (time::duration(), time::duration());
    let on_off = on_off.prop_map(|(on, off)| QuantityKind::OnOff { on, off });
    let at_most = (number(), of(unit()), time::duration());
    let at_most =
        at_most.prop_map(|(number, unit, per)| QuantityKind::AtMost { number, unit, per });
    prop_oneof![amount, on_off, at_most]
        .prop_map(|kind| Clause::Quantity(Quantity { kind }))
        .boxed()
}

pub fn frequency() -> BoxedStrategy<Clause> {
    let beside = || prop_oneof![3 => Just(Vec::new()), 1 => daytimes(true)];
    let needed = prop_oneof![
        3 => (rhythm(), beside()).prop_map(|(kind, day)| (Some(kind), day, false)),
        1 => (rhythm(), beside()).prop_map(|(kind, day)| (Some(kind), day, true)),
        1 => any::<bool>().prop_flat_map(|needed| daytimes(false).prop_map(move |day| (None, day, needed))),
        1 => Just((None, Vec::new(), true)),
    ];
    let beside = (
        weighted(0.2, (1_u32..12, per())),
        weighted(0.2, time::duration()),
    );
    let whole = (needed, beside).prop_map(|((kind, daytimes, as_needed), (most, apart))| {
        let every = matches!(kind, Some(FrequencyKind::Every(_)));
        Frequency {
            most: most.and_then(|(number, per)| most_beside(kind.as_ref()?, number, per)),
            apart: apart.filter(|_| !every),
            kind,
            daytimes,
            as_needed,
        }
    });
    whole.prop_map(Clause::Frequency).boxed()
}

/// A cap beside a rhythm that does not say how often in that time. Two of them could stand in either order.
fn most_beside(kind: &FrequencyKind, number: u32, per: Duration) -> Option<Most> {
    let counts = matches!(kind, FrequencyKind::Times { times, per: own } if *own == per || matches!(times, Times::AtMost(_)));
    let number = aftercare_dsl::number::Number::whole(number);
    (!counts).then_some(Most {
        number,
        unit: None,
        per,
    })
}

/// Beside a rhythm any; alone the first is one that is said with `at`.
fn daytimes(beside: bool) -> impl Strategy<Value = Vec<Daytime>> {
    let at = vec![Moment::Midday, Moment::Night, Moment::Bedtime];
    let first = match beside {
        true => moments(),
        false => at,
    };
    let before = || {
        let plain = of(time::range()).prop_map(Daytime::BeforeBedtime);
        let bounds = select(vec![Bound::AtLeast, Bound::AtMost]);
        let bounded = (bounds, time::range())
            .prop_map(|(bound, length)| Daytime::BoundedBeforeBedtime(bound, length));
        prop_oneof![3 => plain, 1 => bounded]
    };
    let first = prop_oneof![3 => select(first).prop_map(Daytime::At), 1 => before()];
    let more = prop_oneof![3 => select(moments()).prop_map(Daytime::At), 1 => before()];
    (first, vec(more, 0..3)).prop_map(|(first, more)| [vec![first], more].concat())
}

fn moments() -> Vec<Moment> {
    vec![
        Moment::Morning,
        Moment::Midday,
        Moment::Evening,
        Moment::Night,
        Moment::Bedtime,
    ]
}

fn bound() -> impl Strategy<Value = Option<Bound>> {
    weighted(0.3, select(vec![Bound::AtLeast, Bound::AtMost]))
}

fn rhythm() -> BoxedStrategy<FrequencyKind> {
    let times = prop_oneof![
        3 => (1_u32..4).prop_map(Times::Exactly),
        1 => (1_u32..4, 0_u32..4).prop_map(|(low, more)| Times::Between(low, low + more)),
        1 => (1_u32..4, of(0_u32..4)).prop_map(|(low, more)| Times::AtLeast(low, more.map(|more| low + more))),
        1 => (1_u32..4).prop_map(Times::AtMost),
    ];
    prop_oneof![
        3 => (times, per()).prop_map(|(times, per)| FrequencyKind::Times { times, per }),
        1 => time::range().prop_map(FrequencyKind::Every),
        1 => subsequence(moments(), 1..=4).prop_map(FrequencyKind::EveryMoment),
        1 => name().prop_map(FrequencyKind::AfterEach),
        1 => name().prop_map(FrequencyKind::BeforeEach),
        1 => often().prop_map(|words| FrequencyKind::Words(words.to_owned())),
    ]
    .boxed()
}

fn often() -> impl Strategy<Value = &'static str> {
    let more = [
        "several times a day",
        "a few times a week",
        "several times an hour",
    ];
    select(OFTEN.iter().copied().chain(more).collect::<Vec<_>>())
}

/// Mostly one of a unit, as people write it.
fn per() -> impl Strategy<Value = Duration> {
    let one = |length: Duration| Duration {
        amount: aftercare_dsl::number::Number::whole(1),
        ..length
    };
    prop_oneof![3 => time::duration().prop_map(one), 1 => time::duration()]
}

pub fn window() -> BoxedStrategy<Clause> {
    time::window().prop_map(Clause::Window).boxed()
}

pub fn concerns() -> impl Strategy<Value = Clause> {
    vec(name(), 1..4).prop_map(Clause::Concerns)
}
