//! Which of the new sentences demand as much of something as an old one does, were all to hold always and for
//! everybody.

use std::sync::Arc;

use super::demand::{Both, Source};
use super::length::no_shorter;
use crate::check::{
    Anchor, Deadline, Details, Dose, FromEnd, Head, Point, Qualifier, Rule, ThingRef, Who, Window,
};
use crate::eval::draft::Draft;
use crate::eval::every::implied::{covered, details, is_fixed, without_grounds};
use crate::eval::narrow;
use crate::plan::Verb;
use crate::syntax::tree::{Kind, SessionWord};
use crate::vocabulary::Vocabulary;

/// A part of what a sentence demands.
#[derive(Debug, Clone)]
pub(in crate::eval::every) enum Part {
    /// A thing at the bottom of the vocabulary, restricted or limited.
    Thing(ThingRef),
    /// A duty: of several things one will do.
    Duty(Vec<ThingRef>),
    /// A symptom to report.
    Symptom(ThingRef),
    /// The sentence as a whole.
    Whole,
}

/// What demands as much.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub covers: Vec<Source>,
    /// Whether each new sentence that might could be compared.
    pub comparable: bool,
}

/// Whether a sentence demands as much as another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::eval::every) enum Much {
    /// At least as much.
    Yes,
    /// Less, or of something else.
    No,
    /// Nothing tells.
    Unknown,
}

/// What of the new sentences demands as much of a part as the old sentence `of` does in this line or as a whole.
pub(super) fn covers(new: &Both<'_, '_>, source: Source, of: usize, part: &Part) -> Found {
    let mut found = Found {
        covers: Vec::new(),
        comparable: true,
    };
    let Some(rule) = new.rules.get(of) else {
        return found;
    };
    let vocabulary = &new.prepared.protocol.vocabulary;
    let mut add = |other: Source, much: Much, times: Much| match (much, times) {
        (Much::Yes, Much::Yes) => found.covers.push(other),
        (Much::No, _) => {}
        _ => found.comparable = false,
    };
    match source {
        Source::Line(line) => {
            let Some(own) = new.prepared.drafts.get(line) else {
                return found;
            };
            for (at, other) in new.prepared.drafts.iter().enumerate() {
                let Some(by) = new.rules.get(other.said).filter(|_| other.said >= new.old) else {
                    continue;
                };
                let much = line_much(vocabulary, (rule, &own.draft), (by, &other.draft), part);
                let times = times(vocabulary, &own.draft.window, &other.draft.window);
                add(Source::Line(at), much, times);
            }
        }
        Source::Sentence(_) => {
            for (said, by) in new.rules.iter().enumerate().skip(new.old) {
                let much = much(vocabulary, rule, by, part);
                add(Source::Sentence(said), much, fixed_times(rule, by));
            }
        }
    }
    found
}

/// Whether where two windows fall can be compared: they are one, or hang on the treatment and on events alone.
fn times(vocabulary: &Vocabulary, one: &Window, other: &Window) -> Much {
    if one == other || is_placed(vocabulary, one) && is_placed(vocabulary, other) {
        Much::Yes
    } else {
        Much::Unknown
    }
}

/// The same of sentences that are no lines: no event is tried out on them.
fn fixed_times(rule: &Rule, by: &Rule) -> Much {
    let fixed = is_fixed(&rule.window) && is_fixed(&by.window);
    if fixed || rule.window == by.window || rule.head.is_before_treatment() {
        Much::Yes
    } else {
        Much::Unknown
    }
}

pub(in crate::eval::every) fn is_placed(vocabulary: &Vocabulary, window: &Window) -> bool {
    let placed = |point: &Point| is_point_placed(vocabulary, point);
    match window {
        Window::From { from, end } => {
            placed(from)
                && match end {
                    FromEnd::Until(until) => placed(until),
                    FromEnd::Open | FromEnd::For(_) => true,
                }
        }
        Window::Until { until, .. } => placed(until),
        Window::ForTheCourse | Window::BetweenSessions => false,
        _ => true,
    }
}

fn is_point_placed(vocabulary: &Vocabulary, point: &Point) -> bool {
    point.parts().iter().all(|part| match part {
        Point::Offset { anchor, .. } => match anchor {
            Anchor::Treatment | Anchor::Session(SessionWord::This) => true,
            Anchor::Event(event) => vocabulary.thing(*event).kind == Kind::Event,
            _ => false,
        },
        _ => true,
    })
}

/// Whether a line demands as much of a part as another line does.
fn line_much(
    vocabulary: &Vocabulary,
    (rule, own): (&Rule, &Draft<'_>),
    (by, other): (&Rule, &Draft<'_>),
    part: &Part,
) -> Much {
    match part {
        Part::Thing(thing) => thing_much(vocabulary, (rule, own), (by, other), thing),
        Part::Duty(things) => duty_much(vocabulary, (rule, own), (by, other), things),
        Part::Symptom(_) | Part::Whole => Much::No,
    }
}

pub(in crate::eval::every) fn thing_much(
    vocabulary: &Vocabulary,
    (rule, own): (&Rule, &Draft<'_>),
    (by, other): (&Rule, &Draft<'_>),
    thing: &ThingRef,
) -> Much {
    let named = covered(vocabulary, thing, &other.items);
    // What lies under a class is left out of it, too: a kind is no list of its members.
    let left_out = other.except.iter().any(|out| {
        let meets = vocabulary.is_under(thing.thing, out.thing)
            || vocabulary.is_under(out.thing, thing.thing);
        meets && !covered(vocabulary, out, &own.except)
    });
    let shown = own.hidden || !other.hidden;
    if !named || left_out || !shown || !matches!(other.verb, Verb::Avoid | Verb::Limit) {
        return Much::No;
    }
    // What a step restricts, and what is beside a duty or a permission, has the details of that.
    let whole = |rule: &Rule| matches!(rule.head, Head::Avoid { .. } | Head::Resume { .. });
    let reached = !narrow::reached(vocabulary, &by.details, &rule.details).contains(&false)
        && narrow::leaves_out_no_more(vocabulary, &by.details, &rule.details);
    let as_said = if whole(rule) && whole(by) {
        details(vocabulary, &only(rule, thing), &whole_of(by))
    } else {
        reached && by.details.if_unavoidable.is_none()
    };
    match (own.verb, other.verb) {
        (Verb::Avoid, Verb::Avoid) if as_said => Much::Yes,
        (Verb::Avoid, Verb::Avoid) if reached => Much::Unknown,
        (Verb::Limit, Verb::Avoid) if reached && by.details.if_unavoidable.is_none() => Much::Yes,
        (Verb::Limit, Verb::Limit) if reached => limit_much(rule, by),
        _ => Much::No,
    }
}

/// A sentence, as far as it is about one of its things.
fn only(rule: &Rule, thing: &ThingRef) -> Rule {
    Rule {
        head: Head::Avoid {
            things: vec![thing.clone()],
            including: Vec::new(),
        },
        ..rule.clone()
    }
}

/// A sentence without what it leaves out.
fn whole_of(rule: &Rule) -> Rule {
    Rule {
        details: Arc::new(Details {
            except: Vec::new(),
            ..rule.details.as_ref().clone()
        }),
        ..rule.clone()
    }
}

fn limit_much(rule: &Rule, by: &Rule) -> Much {
    let (Head::Limit { cap: own, .. }, Head::Limit { cap: other, .. }) = (&rule.head, &by.head)
    else {
        return Much::No;
    };
    match (own, other) {
        (own, other) if own == other => Much::Yes,
        (Some(own), Some(other)) => cap_much(own, other),
        _ => Much::Unknown,
    }
}

fn cap_much(own: &Dose, other: &Dose) -> Much {
    if own.unit != other.unit || own.per != other.per {
        Much::Unknown
    } else if other.number <= own.number {
        Much::Yes
    } else {
        Much::No
    }
}

/// A duty is done by one of what another asks for: by something of a class, or by each of its choices.
pub(in crate::eval::every) fn duty_much(
    vocabulary: &Vocabulary,
    (rule, own): (&Rule, &Draft<'_>),
    (by, other): (&Rule, &Draft<'_>),
    things: &[ThingRef],
) -> Much {
    let does = |item: &ThingRef| covered(vocabulary, item, things);
    let done = if other.choice {
        other.items.iter().all(does)
    } else {
        other.items.iter().any(does)
    };
    if other.verb != Verb::Do || !done {
        return Much::No;
    }
    let (Head::Duty { verb, .. }, Head::Duty { verb: others, .. }) = (&rule.head, &by.head) else {
        return Much::No;
    };
    let left_out = other.except.iter().all(|out| own.except.contains(out));
    // What is done always is done in each situation, too.
    let always = by.details.during.is_none() && by.details.outside.is_empty();
    let plain = |rule: &Rule| {
        let details = without_grounds(&rule.details);
        Details {
            except: Vec::new(),
            while_: details.while_.filter(|_| !always),
            during: details.during.filter(|_| !always),
            except_while: details.except_while.filter(|_| !always),
            outside: if always { Vec::new() } else { details.outside },
            ..details
        }
    };
    if verb == others && left_out && plain(rule) == plain(by) {
        Much::Yes
    } else {
        Much::Unknown
    }
}

/// Whether a sentence that is no line demands as much as another.
pub(in crate::eval::every) fn much(
    vocabulary: &Vocabulary,
    rule: &Rule,
    by: &Rule,
    part: &Part,
) -> Much {
    let beside = || without_grounds(&rule.details) == without_grounds(&by.details);
    match (&rule.head, &by.head) {
        (Head::Report { .. }, Head::Report { .. }) => report_much(vocabulary, rule, by, part),
        (Head::Refuse | Head::Defer { .. }, Head::Refuse) => Much::Yes,
        (Head::Defer { until, .. }, Head::Defer { until: other, .. }) => {
            defer_much(until.as_ref(), other.as_ref())
        }
        (own, other) if std::mem::discriminant(own) == std::mem::discriminant(other) => {
            if own == other && beside() {
                Much::Yes
            } else {
                Much::Unknown
            }
        }
        _ => Much::No,
    }
}

/// A deferral until a point that counts from what was taken or had lasts as long as its length says: a longer one from
/// the same does at least as long, a shorter one does not, for whomever it holds.
fn defer_much(own: Option<&Point>, other: Option<&Point>) -> Much {
    let implied = |point: Option<&Point>| {
        let mut parts = point.into_iter().flat_map(Point::parts);
        parts.all(|part| {
            matches!(
                part,
                Point::Offset {
                    before: false,
                    anchor: Anchor::LastTaken(_) | Anchor::Procedure(_),
                    ..
                }
            )
        })
    };
    let (Some(mine), Some(theirs)) = (own, other) else {
        return if other.is_none() {
            Much::Yes
        } else {
            Much::Unknown
        };
    };
    if mine == theirs {
        return Much::Yes;
    }
    if !implied(own) || !implied(other) {
        return Much::Unknown;
    }
    let lasts = |part: &Point| theirs.parts().iter().any(|by| lasts_as_long(part, by));
    if mine.parts().iter().all(lasts) {
        Much::Yes
    } else {
        Much::No
    }
}

/// Whether a point that counts from the same as another comes no sooner.
fn lasts_as_long(own: &Point, other: &Point) -> bool {
    let (
        Point::Offset {
            distance: mine,
            anchor,
            ..
        },
        Point::Offset {
            distance: theirs,
            anchor: from,
            ..
        },
    ) = (own, other)
    else {
        return false;
    };
    let no_sooner = match (mine, theirs) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some((near, far)), Some((by_near, by_far))) => {
            no_shorter(*by_near, *near)
                && no_shorter(by_far.unwrap_or(*by_near), far.unwrap_or(*near))
        }
    };
    anchor == from && no_sooner
}

fn report_much(vocabulary: &Vocabulary, rule: &Rule, by: &Rule, part: &Part) -> Much {
    let (
        Part::Symptom(symptom),
        Head::Report {
            to,
            otherwise,
            within,
            ..
        },
        Head::Report {
            symptoms,
            to: other,
            otherwise: second,
            within: soon,
        },
    ) = (part, &rule.head, &by.head)
    else {
        return Much::No;
    };
    // A warning sign under its class is named for the patient, who may not know that it is one.
    let mut about = symptoms.iter().filter(|one| one.thing == symptom.thing);
    let named = about.any(|one| {
        one.qualifiers
            .iter()
            .all(|test| is_wide(test, &symptom.qualifiers))
    });
    if !named || vocabulary.thing(symptom.thing).kind != Kind::Symptom {
        return Much::No;
    }
    let whom = to == other || *other == Who::EmergencyServices;
    let second = otherwise.is_none() || otherwise == second;
    let soon = match (within, soon) {
        (None, _) | (_, Some(Deadline::Immediately)) => true,
        (Some(Deadline::Within(own)), Some(Deadline::Within(other))) => no_shorter(*own, *other),
        _ => false,
    };
    let beside = without_grounds(&rule.details) == without_grounds(&by.details);
    match (whom && second && beside, soon) {
        (true, true) => Much::Yes,
        (true, false) => Much::No,
        (false, _) => Much::Unknown,
    }
}

/// Whether a test of how bad a symptom must be lets through all that one of these does.
fn is_wide(test: &Qualifier, of: &[Qualifier]) -> bool {
    of.iter().any(|own| match (own, test) {
        (Qualifier::Lasting(own), Qualifier::Lasting(test)) => no_shorter(*own, *test),
        (
            Qualifier::Above {
                number: own,
                unit: of,
                or_equal: at,
            },
            Qualifier::Above {
                number,
                unit,
                or_equal,
            },
        ) => of == unit && (number < own || number == own && (*or_equal || !at)),
        (own, test) => own == test,
    })
}
