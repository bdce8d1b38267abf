//! Times.

use aftercare_dsl::number::Number;
use aftercare_dsl::syntax::tree::{
    Ago, Anchor, Duration, DurationRange, Extent, Point, SessionWord, TimeUnit, Typical,
    TypicalTime, TypicalWord, Vague, Window, WindowKind,
};
use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;

use super::{at, name};

fn unit() -> impl Strategy<Value = TimeUnit> {
    select(vec![
        TimeUnit::Minute,
        TimeUnit::Hour,
        TimeUnit::Day,
        TimeUnit::Week,
        TimeUnit::Month,
        TimeUnit::Year,
    ])
}

pub fn duration() -> impl Strategy<Value = Duration> {
    let half = Just(Duration {
        amount: Number::thousandths(1500),
        unit: TimeUnit::Hour,
    });
    prop_oneof![
        12 => (1_u32..13, unit()).prop_map(|(amount, unit)| Duration { amount: Number::whole(amount), unit }),
        1 => half,
    ]
}

pub fn range() -> BoxedStrategy<DurationRange> {
    let high = (duration(), 1_i64..9).prop_map(|(low, more)| {
        let amount = Number::thousandths(low.amount.as_thousandths() + more * 1000);
        (low, Some(Duration { amount, ..low }))
    });
    let mixed = Just((
        Duration {
            amount: Number::whole(24),
            unit: TimeUnit::Hour,
        },
        Some(Duration {
            amount: Number::whole(3),
            unit: TimeUnit::Day,
        }),
    ));
    prop_oneof![5 => duration().prop_map(|low| (low, None)), 4 => high, 1 => mixed]
        .prop_map(|(low, high)| DurationRange {
            low: at(low),
            high: high.map(at),
        })
        .boxed()
}

fn vague() -> impl Strategy<Value = Vague> {
    let days = |words: &str| (words.to_owned(), TimeUnit::Day);
    let hours = |words: &str| (words.to_owned(), TimeUnit::Hour);
    select(vec![
        days("a few days"),
        hours("several hours"),
        days("at least a couple of days"),
    ])
    .prop_map(|(words, unit)| Vague { words, unit })
}

pub fn extent() -> BoxedStrategy<Extent> {
    prop_oneof![8 => known_extent(), 1 => vague().prop_map(Extent::Vague)].boxed()
}

/// Before a treatment a length has a number.
fn known_extent() -> BoxedStrategy<Extent> {
    let at_least = (duration(), of(duration())).prop_map(|(minimum, better)| Extent::AtLeast {
        minimum: at(minimum),
        better: better.map(at),
    });
    prop_oneof![
        3 => range().prop_map(Extent::Range),
        1 => at_least,
        1 => duration().prop_map(|most| Extent::UpTo(at(most))),
    ]
    .boxed()
}

pub fn anchor() -> BoxedStrategy<Anchor> {
    let session = select(vec![
        SessionWord::Previous,
        SessionWord::This,
        SessionWord::Next,
        SessionWord::First,
        SessionWord::Final,
    ]);
    prop_oneof![
        Just(Anchor::Treatment),
        name().prop_map(Anchor::Named),
        name().prop_map(Anchor::LastTaken),
        session.prop_map(Anchor::Session),
        Just(Anchor::Bedtime),
    ]
    .boxed()
}

pub fn point() -> BoxedStrategy<Point> {
    let before =
        (range(), anchor()).prop_map(|(distance, anchor)| (Some(distance), Ago::Before, anchor));
    let after =
        (of(range()), anchor()).prop_map(|(distance, anchor)| (distance, Ago::After, anchor));
    let offset = prop_oneof![before, after].prop_map(|(distance, ago, anchor)| Point::Offset {
        distance,
        ago,
        anchor: at(anchor),
    });
    prop_oneof![
        2 => (-9_i32..40).prop_map(|day| Point::Day(at(day))),
        4 => offset,
        1 => Just(Point::NextMorning),
    ]
    .boxed()
}

/// When something mostly comes, once for each word.
pub fn typical() -> impl Strategy<Value = Vec<Typical>> {
    let time = || {
        let length = (any::<bool>(), range())
            .prop_map(|(about, length)| TypicalTime::Length { about, length });
        prop_oneof![
            length,
            days().prop_map(|kind| TypicalTime::Window(Window { about: false, kind }))
        ]
    };
    let usually = time().prop_map(|when| Typical {
        word: TypicalWord::Usually,
        when,
    });
    let mostly = time().prop_map(|when| Typical {
        word: TypicalWord::Mostly,
        when,
    });
    let by = (1_i32..40).prop_map(|day| Typical {
        word: TypicalWord::By,
        when: TypicalTime::Point(at(Point::Day(at(day)))),
    });
    let within = duration().prop_map(|length| Typical {
        word: TypicalWord::Within,
        when: TypicalTime::Length {
            about: false,
            length: DurationRange {
                low: at(length),
                high: None,
            },
        },
    });
    (of(usually), of(mostly), of(by), within).prop_map(|(usually, mostly, by, within)| {
        usually
            .into_iter()
            .chain(mostly)
            .chain(by)
            .chain([within])
            .collect()
    })
}

pub fn window() -> BoxedStrategy<Window> {
    let exact = |kind| Window { about: false, kind };
    let lengths = (any::<bool>(), lengths()).prop_map(|(about, kind)| Window { about, kind });
    let words = select(vec![
        WindowKind::Today,
        WindowKind::Tonight,
        WindowKind::ForTheCourse,
        WindowKind::BetweenSessions,
        WindowKind::BeforeTreatment,
        WindowKind::Always,
    ]);
    prop_oneof![
        4 => lengths,
        1 => days().prop_map(exact),
        2 => starting().prop_map(exact),
        2 => until().prop_map(exact),
        1 => words.prop_map(exact),
        1 => once().prop_map(move |when| exact(WindowKind::At(Box::new(at(when))))),
    ]
    .boxed()
}

/// The windows that can be `about` a length.
fn lengths() -> BoxedStrategy<WindowKind> {
    let back = (range(), anchor()).prop_filter(
        "a window before the treatment is another form",
        |(_, anchor)| *anchor != Anchor::Treatment,
    );
    let back = back.prop_map(|(distance, anchor)| WindowKind::From {
        from: Box::new(at(Point::Offset {
            distance: Some(distance),
            ago: Ago::Before,
            anchor: at(anchor.clone()),
        })),
        at_least: None,
        until: Some(Box::new(at(Point::Offset {
            distance: None,
            ago: Ago::After,
            anchor: at(anchor),
        }))),
        length: None,
    });
    let from = (point(), extent()).prop_map(|(from, length)| WindowKind::From {
        from: Box::new(at(from)),
        at_least: None,
        until: None,
        length: Some(Box::new(length)),
    });
    prop_oneof![
        3 => extent().prop_map(WindowKind::For),
        1 => known_extent().prop_map(WindowKind::ForBefore),
        1 => (known_extent(), known_extent()).prop_map(|(before, after)| WindowKind::ForAround { before: Box::new(before), after: Box::new(after) }),
        1 => back,
        1 => from,
    ].boxed()
}

fn days() -> impl Strategy<Value = WindowKind> {
    (-9_i32..40, of(0_i32..9)).prop_map(|(first, more)| WindowKind::OnDays {
        first: at(first),
        last: more.map(|more| at(first + more)),
    })
}

fn starting() -> BoxedStrategy<WindowKind> {
    // Minutes behind a start are the length of one application.
    let least = duration().prop_filter("minutes", |length| length.unit != TimeUnit::Minute);
    (points(), weighted(0.2, least), weighted(0.6, points()))
        .prop_map(|(from, at_least, until)| WindowKind::From {
            from: Box::new(at(from)),
            at_least: at_least.map(at),
            until: until.map(|until| Box::new(at(until))),
            length: None,
        })
        .boxed()
}

/// A point that comes once: `at bedtime` is how often.
fn once() -> impl Strategy<Value = Point> {
    point().prop_filter("bedtime comes each day", |point| {
        let Point::Offset {
            distance: None,
            anchor,
            ..
        } = point
        else {
            return true;
        };
        anchor.node != Anchor::Bedtime
    })
}

/// A point, or the later of some.
fn points() -> BoxedStrategy<Point> {
    let several = vec(point().prop_map(at), 2..4).prop_map(Point::Latest);
    prop_oneof![4 => point(), 1 => several].boxed()
}

fn until() -> BoxedStrategy<WindowKind> {
    (points(), of(duration()), of(duration()), of(range()))
        .prop_map(|(until, at_least, at_most, usually)| WindowKind::Until {
            until: Box::new(at(until)),
            at_least: at_least.map(at),
            at_most: at_most.map(at),
            usually: usually.map(Box::new),
        })
        .boxed()
}
