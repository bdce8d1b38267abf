//! A symptom that is both expected and a reason to call, which checking finds: who has it on which day, and what the
//! plan says then.

use super::shown::Shown;
use crate::check::{Head, Protocol, Rule, ThingRef, tell_apart};
use crate::diagnostic::{Code, Diagnostic};
use crate::eval::every::together;
use crate::span::Span;
use crate::vocabulary::ThingId;

/// A sentence that reports a symptom, one that expects it, and the symptom.
type Both<'p> = (&'p Rule, &'p Rule, (ThingId, ThingId));

/// Adds to each of these findings of a check the day and the scenario; what else it has stays where there is none.
pub(super) fn shown(shown: &mut Shown<'_>, all: &mut [Diagnostic]) {
    let protocol = shown.protocol;
    let (mut told, mut both) = (Vec::new(), Vec::new());
    for one in all {
        if let Some(sentences) = sentences(protocol, one) {
            told.push(one);
            both.push(sentences);
        }
    }
    if told.is_empty() {
        return;
    }
    let pairs: Vec<(&Rule, &Rule)> = both
        .iter()
        .map(|(report, rule, _)| (*report, *rule))
        .collect();
    let examples = together(protocol, &pairs);
    for ((one, (report, _, symptoms)), example) in told.into_iter().zip(both).zip(examples) {
        let Some(example) = example else { continue };
        let (reported, narrower) = symptoms;
        let mend = tell_apart(protocol.vocabulary.name(reported));
        one.help = Some(format!(
            "for {}, on day {}: {mend}",
            example.words, example.day
        ));
        one.scenario = shown.reported(report, (&example.patient, example.day), narrower);
    }
}

/// The sentences of a finding, with the symptom that is reported and the one that is under both.
fn sentences<'p>(protocol: &'p Protocol, one: &Diagnostic) -> Option<Both<'p>> {
    if one.code != Code::ExpectedAndReported {
        return None;
    }
    let mut labels = one.labels.iter().map(|label| label.span);
    let (reported, expected) = (labels.next()?, labels.next()?);
    let (report, symptom) = naming(protocol, reported, |head| {
        matches!(head, Head::Report { .. })
    })?;
    let (rule, normal) = naming(protocol, expected, |head| {
        matches!(head, Head::Expect { .. })
    })?;
    let under = protocol.vocabulary.is_under(normal.thing, symptom.thing);
    let narrower = if under { normal.thing } else { symptom.thing };
    Some((report, rule, (symptom.thing, narrower)))
}

/// The sentence of such a head that names a thing at a place.
fn naming(
    protocol: &Protocol,
    at: Span,
    is_one: impl Fn(&Head) -> bool,
) -> Option<(&Rule, &ThingRef)> {
    let mut rules = protocol.rules.iter().filter(|rule| is_one(&rule.head));
    rules.find_map(|rule| {
        let mut things = rule.head.things();
        Some((rule, things.find(|thing| thing.span == at)?))
    })
}
