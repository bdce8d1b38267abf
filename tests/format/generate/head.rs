//! Heads, each with the clauses that go with it alone.

use aftercare_dsl::number::Number;
use aftercare_dsl::syntax::tree::{
    AvoidWord, Bound, Cap, Clause, Deadline, Extent, FrequencyKind, Head, Lead, Matter, Point,
    QuantityKind, Sentence, SessionCount, StepItem, StepJoin, Text, TimeUnit, Times, Typical,
    TypicalTime, TypicalWord, Who, Window, WindowKind,
};
use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;

use super::{at, bare, clause, condition, number, text, things, time, unit};

/// A sentence of any head.
pub fn sentence() -> BoxedStrategy<Sentence> {
    prop_oneof![8 => plain(true), 1 => steps(), 2 => course(), 2 => about_treating()].boxed()
}

/// A head with a list, a text or an action's name. Without `windows` it can be a step.
fn plain(windows: bool) -> BoxedStrategy<Sentence> {
    let doing = (doing(), weighted(0.3, clause::quantity()));
    let other = other().prop_map(|head| (head, None));
    let window = if windows {
        weighted(0.5, clause::window()).boxed()
    } else {
        Just(None).boxed()
    };
    let own = (weighted(0.3, clause::frequency()), window);
    let typical = weighted(0.3, time::typical());
    (prop_oneof![doing, other], own, clause::anywhere(), typical)
        .prop_map(
            |((head, quantity), (frequency, window), clauses, typical)| {
                let is_report = matches!(head, Head::Report { .. });
                let window = window
                    .filter(|window| !is_once(&head, window))
                    .filter(|window| !is_report || !in_minutes(window));
                let until = window.as_ref().is_some_and(ends);
                let typical = typical
                    .filter(|_| matches!(head, Head::Expect(_)))
                    .and_then(|all| typical_behind(until, all));
                let quantity = quantity.filter(|much| !is_cap(much, frequency.as_ref()));
                let own = [quantity, frequency, window, typical];
                (head, own.into_iter().flatten().chain(clauses).collect())
            },
        )
        .prop_flat_map(around)
        .boxed()
}

/// `at most 10 ml once every 4 years`, which is read as the cap `at most 10 ml per 4 years`.
fn is_cap(much: &Clause, often: Option<&Clause>) -> bool {
    let (Clause::Quantity(much), Some(Clause::Frequency(often))) = (much, often) else {
        return false;
    };
    let once = Some(Times::Exactly(1));
    let times = match &often.kind {
        Some(FrequencyKind::Times { times, .. }) => Some(*times),
        _ => None,
    };
    let most = matches!(
        &much.kind,
        QuantityKind::Amount { bound: Some(Bound::AtMost), high: None, unit, .. }
            if TimeUnit::from_word(&unit.text).is_none()
    );
    most && times == once && often.daytimes.is_empty()
}

/// `remove dressing from 2 days`, which is read as `at 2 days`.
fn is_once(head: &Head, window: &Clause) -> bool {
    let removes = matches!(head, Head::Duty { verb, .. } if verb.node.word() == "remove");
    let Clause::Window(window) = window else {
        return false;
    };
    removes && matches!(window.kind, WindowKind::From { .. })
}

fn ends(window: &Clause) -> bool {
    matches!(
        window,
        Clause::Window(Window {
            kind: WindowKind::Until { .. },
            ..
        })
    )
}

/// `for 20 minutes`, which says of a warning sign how long it lasts.
fn in_minutes(window: &Clause) -> bool {
    let Clause::Window(Window {
        kind: WindowKind::For(length),
        ..
    }) = window
    else {
        return false;
    };
    let length = match length {
        Extent::Range(range) => range.low.node,
        Extent::AtLeast { minimum, .. } => minimum.node,
        Extent::UpTo(most) => most.node,
        Extent::Vague(_) => return false,
    };
    length.unit == TimeUnit::Minute
}

/// Behind `until healed`, `usually 5..7 days` belongs to the window, which has its own in the tree.
fn typical_behind(until: bool, mut all: Vec<Typical>) -> Option<Clause> {
    let is_length = |when: &TypicalTime| matches!(when, TypicalTime::Length { about: false, .. });
    all.retain(|one| !until || one.word != TypicalWord::Usually || !is_length(&one.when));
    (!all.is_empty()).then_some(Clause::Typical(all))
}

/// The heads that take a quantity.
fn doing() -> BoxedStrategy<Head> {
    let amount = || (number(), unit()).prop_map(|(number, unit)| (number, Some(unit)));
    let times = (1..9_u32, of(Just(bare("times"))));
    let times = times.prop_map(|(count, word)| (Number::whole(count), word));
    let each = amount().prop_map(|amount| (amount, None));
    let cap = (
        prop_oneof![2 => amount(), 1 => times],
        time::duration().prop_map(Some),
    );
    let cap = prop_oneof![3 => cap, 1 => each];
    let cap = cap.prop_map(|((number, unit), per)| at(Cap { number, unit, per }));
    prop_oneof![
        4 => (clause::verb(), any::<bool>(), things())
            .prop_map(|(verb, only, things)| Head::Duty { verb: at(verb), only, things }),
        1 => select(vec!["sleep with head raised", "rest"]).prop_map(|text| Head::Action(bare(text))),
        1 => things().prop_map(Head::Resume),
        1 => (things(), of(cap)).prop_map(|(things, cap)| Head::Limit { things, cap }),
    ].boxed()
}

fn other() -> BoxedStrategy<Head> {
    let words = select(vec![
        AvoidWord::Avoid,
        AvoidWord::No,
        AvoidWord::DoNot,
        AvoidWord::Never,
        AvoidWord::Stop,
    ]);
    let texts: Vec<fn(_) -> Head> = vec![Head::Caution, Head::Note];
    let matters: Vec<fn(_) -> Head> = vec![Head::AskPrescriber, Head::AskClinic, Head::TellClinic];
    prop_oneof![
        3 => (words, things()).prop_map(|(word, things)| Head::Avoid { word, things }),
        1 => (things(), of(things())).prop_map(|(things, but_not)| Head::Allow { things, but_not }),
        1 => things().prop_map(Head::Expect),
        2 => report(),
        1 => (select(texts), text()).prop_map(|(head, text)| head(text)),
        2 => (select(matters), matter()).prop_map(|(head, about)| head(about)),
        1 => matter().prop_map(|about| Head::Prepare(in_quotes(about))),
        1 => (text(), any::<bool>(), any::<bool>(), time::point()).prop_map(visit),
    ]
    .boxed()
}

/// `at least` stands before one length of time alone.
fn visit((title, about, least, point): (Text, bool, bool, Point)) -> Head {
    let one_length = matches!(
        &point,
        Point::Offset { distance: Some(distance), .. } if distance.high.is_none()
    );
    Head::Visit {
        title,
        about,
        at_least: least && one_length && !about,
        point: at(point),
    }
}

fn matter() -> BoxedStrategy<Matter> {
    prop_oneof![
        text().prop_map(Matter::Text),
        things().prop_map(Matter::Things),
    ]
    .boxed()
}

/// What starts with a quote behind `prepare` is a text.
fn in_quotes(about: Matter) -> Matter {
    match about {
        Matter::Things(list) if list.things[0].node.name.quoted => {
            Matter::Text(at(list.things[0].node.name.text.clone()))
        }
        about => about,
    }
}

fn report() -> BoxedStrategy<Head> {
    let within = prop_oneof![
        Just(Deadline::Immediately),
        time::duration().prop_map(Deadline::Within),
    ];
    (things(), of(who()), of(who()), of(within))
        .prop_map(|(things, to, otherwise, within)| Head::Report {
            things,
            to: to.map(at),
            otherwise: otherwise.map(at),
            within: within.map(at),
        })
        .boxed()
}

fn who() -> impl Strategy<Value = Who> {
    prop_oneof![
        Just(Who::Clinic),
        Just(Who::Prescriber),
        Just(Who::Doctor),
        Just(Who::EmergencyServices),
        text().prop_map(Who::Named),
    ]
}

fn course() -> BoxedStrategy<Sentence> {
    let count = (1_u32..9, 0_u32..9, 0_u8..6).prop_map(|(number, more, how)| match how {
        0 => SessionCount::Exactly(at(number)),
        1 => SessionCount::Between(at(number), at(number + more)),
        2 => SessionCount::AtLeast(at(number)),
        3 => SessionCount::UpTo(at(number)),
        4 => SessionCount::Usually(at(number), (more > 0).then(|| at(number + more))),
        _ => SessionCount::Open,
    });
    // How many, how far apart, or both: one of them is said.
    let sessions = (count, of(time::range()), time::range(), any::<bool>());
    let sessions = sessions.prop_map(|(count, every, apart, least)| {
        let every = match count {
            SessionCount::Open => Some(every.unwrap_or(apart)),
            _ => every,
        };
        let one_length = every.is_some_and(|every| every.high.is_none());
        Head::Sessions {
            count,
            every,
            at_least: least && one_length,
        }
    });
    let maintenance = time::range().prop_map(|every| Head::Maintenance { every });
    let own = (
        weighted(0.5, clause::concerns()),
        weighted(0.3, clause::window()),
    );
    (prop_oneof![sessions, maintenance], own, clause::anywhere())
        .prop_map(|(head, (concerns, window), clauses)| {
            let own = concerns.into_iter().chain(window);
            (head, own.chain(clauses).collect())
        })
        .prop_flat_map(around)
        .boxed()
}

/// `refuse` and `defer`, whose `until` is their own.
fn about_treating() -> BoxedStrategy<Sentence> {
    let until = time::point().prop_map(at);
    let defer = of(until).prop_map(|until| Head::Defer { until });
    (prop_oneof![Just(Head::Refuse), defer], clause::anywhere())
        .prop_flat_map(around)
        .boxed()
}

fn steps() -> BoxedStrategy<Sentence> {
    let join = prop_oneof![
        3 => Just(StepJoin::Then),
        1 => time::range().prop_map(StepJoin::After),
        1 => Just(StepJoin::IfItPersists),
    ];
    let item = (join, plain(false));
    (text(), vec(item, 1..4), clause::anywhere())
        .prop_map(|(title, items, clauses)| {
            let items = items
                .into_iter()
                .enumerate()
                .map(|(index, (join, sentence))| StepItem {
                    join: (index > 0).then(|| at(join)),
                    sentence: at(sentence),
                });
            let items = items.collect();
            (Head::Steps { title, items }, clauses)
        })
        .prop_flat_map(around)
        .boxed()
}

/// Label, lead and `should` around a head and its clauses.
fn around((head, clauses): (Head, Vec<Clause>)) -> BoxedStrategy<Sentence> {
    let label = weighted(
        0.3,
        select(vec!["sun", "no-shaving", "care 2"]).prop_map(bare),
    );
    let lead = weighted(0.2, condition::leading());
    (label, lead, any::<bool>(), any::<bool>())
        .prop_map(move |(label, lead, should, in_front)| {
            let (lead, clauses) = led(lead, in_front, &head, clauses.clone());
            Sentence {
                lead,
                label,
                should,
                head: at(head.clone()),
                clauses: clauses.into_iter().map(at).collect(),
            }
        })
        .boxed()
}

/// Puts a condition or the window in front.
fn led(
    condition: Option<aftercare_dsl::span::Spanned<aftercare_dsl::syntax::tree::Condition>>,
    window: bool,
    head: &Head,
    mut clauses: Vec<Clause>,
) -> (Option<Lead>, Vec<Clause>) {
    if let Some(condition) = condition {
        clauses.retain(|clause| !matches!(clause, Clause::If(_)));
        clauses.push(Clause::If(condition));
        return (Some(Lead::If), clauses);
    }
    let has_window = clauses
        .iter()
        .any(|clause| matches!(clause, Clause::Window(_)));
    let lead =
        (window && has_window && !matches!(head, Head::Defer { .. })).then_some(Lead::Window);
    (lead, clauses)
}
