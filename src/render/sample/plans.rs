//! Whole plans.

use crate::plan::{
    Answer, AnswerBy, BeforeTreatment, BeforeVerb, CanBeAdded, Candidate, Clash, ClinicLine,
    Directive, Expectation, Limit, Loosening, LooseningKind, Maintenance, Moment, Next, NextState,
    NotCovered, Note, Phase, Plan, PlanChange, Remaining, Replaces, RuleRef, Sessions, Spread,
    State, Status, Step, Steps, ThingAnswer, Treatment, Verb, Visit, Warning, Window,
};

use super::{
    advised, avoid, before, clock, directive, empty, expectation, fever, june, location, note,
    questions, relative, rule, sources, texts, thing, window,
};

/// A plan on the fourth day, with at least one of everything and open questions.
pub fn full() -> Plan {
    Plan {
        on: Some(Moment::day(june(4))),
        status: Status::Unsettled,
        status_reasons: texts(&["2 lines hang on answers that are not known"]),
        treatments: vec![treatment()],
        directives: [restrictions(), duties(), other_days()].concat(),
        things: things(),
        expectations: expectations(),
        red_flags: vec![fever()],
        steps: vec![steps()],
        notes: vec![Note {
            state: State::Conditional,
            if_: Some("swelling".into()),
            ..note("results build over 3 months")
        }],
        visits: vec![visit()],
        before_treatment: before_treatment(),
        questions: questions(),
        can_be_added: vec![CanBeAdded {
            what: "healed".into(),
            text: "2 lines end on the day on which the skin has healed".into(),
        }],
        for_the_clinic: vec![ClinicLine {
            text: "ask the prescriber about isotretinoin".into(),
            rule: Some(rule(33)),
        }],
        not_covered: vec![NotCovered {
            thing: "Gran's balm".into(),
            text: "the vocabulary does not know it".into(),
            reported: false,
        }],
        changes: vec![PlanChange {
            by: rule(4),
            was: Some(rule(12)),
            now: Some("sentence of line 4".into()),
            because: Some("hot weather".into()),
            loosened: true,
        }],
        clashes: vec![Clash {
            things: texts(&["cold packs"]),
            asks: RuleRef {
                treatment: Some("botulinum toxin".into()),
                ..rule(14)
            },
            allows: false,
            doses: false,
            class: None,
            avoids: rule(15),
            until: None,
        }],
        loosened: vec![Loosening {
            kind: LooseningKind::Replaced,
            was: rule(12),
            by: Some(RuleRef {
                replaces: Some(Replaces {
                    sentence: "sentence of line 12".into(),
                    location: location(12),
                    loosened: true,
                }),
                ..rule(3)
            }),
            now: Some("sentence of line 3".into()),
            because: Some("the clinic treats in winter".into()),
            patient: "a patient with skin type II".into(),
            day: 3,
            decided: true,
        }],
        warnings: vec![Warning {
            code: "draft".into(),
            text: "no clinician has approved this protocol yet".into(),
            location: Some(location(7)),
        }],
        sources: sources(),
        ..empty()
    }
}

fn restrictions() -> Vec<Directive> {
    vec![
        Directive {
            covers: texts(&["Differin"]),
            because: Some("they irritate healing skin".into()),
            sources: texts(&["guide", "aad"]),
            window_text: Some("for 7 days".into()),
            next_session_windows: vec![window(26, 29)],
            ..avoid(
                &["retinoids", "alpha hydroxy acids", "exfoliants"],
                vec![window(1, 7)],
            )
        },
        Directive {
            state: State::Provisional,
            asks: texts(&["skin type"]),
            if_: Some("skin type in IV..VI".into()),
            instead: Some("use mineral sunscreen".into()),
            rule: rule(14),
            ..avoid(&["direct sun"], vec![window(1, 14)])
        },
        Directive {
            rule: rule(15),
            ..avoid(&["heat"], vec![advised(window(3, 8))])
        },
        Directive {
            limit: Some(Limit {
                text: "at most 1 drink per day".into(),
                overridden: false,
            }),
            rule: rule(16),
            ..directive(Verb::Limit, "limit", &["alcohol"], vec![window(1, 7)])
        },
    ]
}

fn duties() -> Vec<Directive> {
    vec![
        Directive {
            attributes: texts(&["broad-spectrum", "spf 30+"]),
            frequency: Some("every 2 hours".into()),
            while_: Some("outdoors".into()),
            held_back_by: vec![rule(9)],
            rule: rule(17),
            ..directive(
                Verb::Do,
                "use",
                &["sunscreen with broad-spectrum, spf 30+"],
                vec![window(2, 15)],
            )
        },
        Directive {
            state: State::Waiting,
            asks: texts(&["pregnant", "allergies"]),
            if_: Some("not pregnant".into()),
            quantity: Some("2 litres".into()),
            choice: true,
            rule: rule(18),
            ..directive(
                Verb::Do,
                "drink",
                &["water", "herbal tea"],
                vec![window(1, 15)],
            )
        },
        Directive {
            state: State::Conditional,
            if_: Some("itching".into()),
            rule: rule(19),
            ..directive(Verb::Do, "use", &["cold compress"], vec![window(1, 15)])
        },
    ]
}

fn other_days() -> Vec<Directive> {
    vec![
        Directive {
            phase: Some(Phase::Past),
            rule: rule(20),
            ..avoid(
                &["makeup"],
                vec![Window {
                    until_time: Some(clock(10, 30)),
                    ..window(1, 2)
                }],
            )
        },
        Directive {
            phase: Some(Phase::Upcoming),
            rule: rule(21),
            ..directive(
                Verb::Allow,
                "allow",
                &["vitamin C serum"],
                vec![window(8, 15)],
            )
        },
        Directive {
            never_in_force: true,
            phase: None,
            held_back_by: vec![rule(12)],
            rule: rule(22),
            ..directive(Verb::Do, "use", &["tretinoin"], Vec::new())
        },
    ]
}

fn things() -> Vec<ThingAnswer> {
    let free = |name: &str, day: i64| ThingAnswer {
        free_from: Some(june(day)),
        ..thing(name, Answer::Avoid)
    };
    vec![
        ThingAnswer {
            own: true,
            again_from: Some(june(26)),
            ..free("Differin", 8)
        },
        ThingAnswer {
            again_from: Some(june(26)),
            ..free("tretinoin", 8)
        },
        ThingAnswer {
            state: State::Provisional,
            rules: vec![rule(30)],
            ..free("direct sun", 15)
        },
        ThingAnswer {
            answer: Answer::Allowed,
            by: Some(AnswerBy::Release),
            free_from_time: Some(Moment {
                date: june(2),
                time: Some(clock(10, 30).0),
            }),
            ..free("foundation", 3)
        },
        ThingAnswer {
            open_until: Some("healed".into()),
            ..thing("swimming", Answer::Avoid)
        },
        ThingAnswer {
            own: true,
            kind: "medicine".into(),
            ask_prescriber: true,
            ..thing("aspirin", Answer::NotCovered)
        },
        ThingAnswer {
            own: true,
            ..thing("Gran's balm", Answer::NotCovered)
        },
    ]
}

fn steps() -> Steps {
    let step = |text: &str, join: Option<&str>| Step {
        text: text.into(),
        join: join.map(Into::into),
        state: State::Settled,
        if_: None,
        because: None,
        sources: Vec::new(),
        held_back_by: Vec::new(),
    };
    Steps {
        title: "evening routine".into(),
        items: vec![
            step("cleanse with a gentle cleanser", None),
            step("use moisturiser", Some("after 5..10 minutes")),
        ],
        windows: vec![window(2, 15)],
        next_session_windows: Vec::new(),
        window_text: None,
        frequency: Some("every evening".into()),
        phase: Some(Phase::Active),
        state: State::Settled,
        asks: Vec::new(),
        if_: None,
        details: Vec::new(),
        because: None,
        sources: texts(&["guide"]),
        rule: rule(60),
    }
}

fn visit() -> Visit {
    Visit {
        title: "check of the skin".into(),
        when: "7 days after treatment".into(),
        earliest: Some(june(8)),
        latest: Some(june(8)),
        after: None,
        state: State::Settled,
        asks: Vec::new(),
        if_: None,
        details: Vec::new(),
        because: None,
        sources: Vec::new(),
        rule: rule(65),
    }
}

fn before_treatment() -> Vec<BeforeTreatment> {
    vec![
        BeforeTreatment {
            facts: texts(&["isotretinoin last taken on 10 Jan 2026"]),
            ..before(BeforeVerb::Caution, Some("keep the needle depth low"))
        },
        BeforeTreatment {
            state: State::Provisional,
            asks: texts(&["pregnant"]),
            if_: Some("pregnant".into()),
            because: Some("there are no data on safety in pregnancy".into()),
            ..before(BeforeVerb::Refuse, None)
        },
    ]
}

fn treatment() -> Treatment {
    let remaining = Remaining {
        at_least: 1,
        at_most: Some(4),
    };
    let next = Next {
        earliest: Some(june(29)),
        latest: Some(june(43)),
        earliest_day: Some(28),
        latest_day: Some(42),
        state: Some(NextState::Early),
        optional: false,
    };
    let ends = Spread {
        earliest: Some(june(29)),
        latest: Some(june(169)),
    };
    Treatment {
        protocol: Some("Microneedling aftercare".into()),
        name: Some("microneedling".into()),
        version: Some("1.0".into()),
        status: "draft".into(),
        treated: Some(Moment {
            date: june(1),
            time: Some(clock(10, 30).0),
        }),
        session: 2,
        session_known: true,
        file: Some(location(1)),
        sessions: Some(Sessions {
            done: 2,
            done_known: true,
            finished: false,
            remaining: Some(remaining),
            next: Some(next),
            ends: Some(ends),
            book_not_before: Some(june(29)),
            candidates: vec![candidate(remaining, next, ends)],
        }),
        maintenance: vec![Maintenance {
            every: "6 to 12 months".into(),
            first: None,
            concerns: Vec::new(),
            state: State::Settled,
            asks: Vec::new(),
            if_: None,
            details: Vec::new(),
            because: None,
            sources: Vec::new(),
            rule: rule(81),
        }],
    }
}

fn candidate(remaining: Remaining, next: Next, ends: Spread) -> Candidate {
    Candidate {
        concerns: texts(&["acne scars"]),
        least: 3,
        most: Some(6),
        usually: None,
        every: Some("4 to 6 weeks".into()),
        remaining,
        next: Some(next),
        ends: Some(ends),
        state: State::Settled,
        asks: Vec::new(),
        if_: None,
        details: Vec::new(),
        because: None,
        sources: texts(&["guide"]),
        rule: rule(80),
    }
}

/// A plan without a treatment date.
pub fn undated() -> Plan {
    let plain = |mut line: Directive| {
        line.phase = None;
        line.first_free_day = None;
        line
    };
    Plan {
        treatments: vec![Treatment {
            treated: None,
            sessions: None,
            maintenance: Vec::new(),
            session: 1,
            ..treatment()
        }],
        directives: vec![
            plain(Directive {
                window_text: Some("for 7 days".into()),
                releases: true,
                ..avoid(&["retinoids"], vec![relative(0, 6)])
            }),
            plain(avoid(&["waxing"], vec![relative(-5, 0)])),
            plain(directive(
                Verb::Do,
                "use",
                &["sunscreen"],
                vec![Window {
                    to_day: None,
                    ..relative(1, 1)
                }],
            )),
        ],
        ..empty()
    }
}

fn expectations() -> Vec<Expectation> {
    vec![
        Expectation {
            place: Some("treated area".into()),
            sources: texts(&["aad"]),
            ..expectation("redness", vec![window(1, 4)])
        },
        Expectation {
            phase: Some(Phase::Past),
            ..expectation("pinpoint bleeding", vec![window(1, 1)])
        },
    ]
}
