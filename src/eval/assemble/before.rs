//! Whether and how to treat: refusals, deferrals, cautions, things to ask, tell and prepare.

use chrono::NaiveDate;

use super::provenance::{self, Hanging, Shown, rule_ref};
use crate::check::{Condition, Head, Point, Window};
use crate::eval::anchor::{Anchors, Spot};
use crate::eval::deferral;
use crate::eval::diagram::Node;
use crate::eval::said::Said;
use crate::eval::scene::Scene;
use crate::eval::time::OutOfRange;
use crate::eval::{residual, words};
use crate::plan::{BeforeTreatment, BeforeVerb, InWords, State};

/// A line about whether to treat; none where its condition is false.
pub fn before(
    scene: &mut Scene<'_>,
    said: &Said<'_>,
) -> Result<Option<(BeforeTreatment, Hanging)>, OutOfRange> {
    let Some((verb, text)) = verb(&said.rule.head) else {
        return Ok(None);
    };
    let condition = condition(said);
    let asking = provenance::asking(scene, true);
    let node = scene.truth.node(&mut scene.unknowns, &condition, asking);
    if node == Node::FALSE {
        return Ok(None);
    }
    let details = &said.rule.details;
    let unknowns = provenance::unknowns(scene, &[node]);
    let Some((until, deferred_until)) = deferral_end(scene, &said.rule.head)? else {
        return Ok(None);
    };
    if let (Some(end), Some(treated)) = (deferred_until, scene.profile.treated)
        && end <= treated.date
    {
        return Ok(None);
    }
    let rule = rule_ref(said);
    let line = BeforeTreatment {
        verb,
        text,
        until,
        deferred_until,
        advised: said.rule.advised,
        state: state(verb, node),
        asks: provenance::asks(scene, &unknowns, true),
        facts: provenance::facts(scene, &condition),
        if_: residual::residual(&scene.truth, &mut scene.unknowns, &condition, asking),
        details: dated_details(scene, said)?,
        because: details.because.clone(),
        sources: details.sources.clone(),
        rule: rule.clone(),
    };
    let hanging = Hanging {
        rule,
        unknowns,
        before_treatment: true,
    };
    Ok(Some((line, hanging)))
}

/// What else the sentence says, its days with their dates: `on day -7, Mon 25 May 2026`.
fn dated_details(scene: &Scene<'_>, said: &Said<'_>) -> Result<Vec<String>, OutOfRange> {
    let mut details = provenance::details(scene, said.rule, &[Shown::Advice]);
    if let Some((by, date)) = due(scene, said)?
        && let Some(said) = details.iter_mut().find(|said| **said == by)
    {
        *said = format!("{by}, {date}");
    }
    let Window::Days { first, last } = said.rule.window else {
        return Ok(details);
    };
    let day = |day: i32| {
        let days = chrono::TimeDelta::days(i64::from(day));
        let date = scene.treatment.days.0.checked_add_signed(days);
        date.filter(|_| scene.dated).map(|date| date.in_words())
    };
    let dates = match (day(first), day(last)) {
        (Some(first), Some(last)) if first == last => Some(first),
        (Some(first), Some(last)) => Some(format!("{first} to {last}")),
        _ => None,
    };
    let window = said.rule.window_text.as_ref();
    if let (Some(dates), Some(words)) = (dates, window)
        && let Some(said) = details.iter_mut().find(|said| *said == words)
    {
        *said = format!("{words}, {dates}");
    }
    Ok(details)
}

/// By when something is to be done, and that day's date.
fn due(scene: &Scene<'_>, said: &Said<'_>) -> Result<Option<(String, String)>, OutOfRange> {
    let details = &said.rule.details;
    let (Some(point), Some(text)) = (&details.due, &details.typical) else {
        return Ok(None);
    };
    if !scene.dated {
        return Ok(None);
    }
    Ok(match scene.anchors.end_spots(point)?.near {
        Spot::At { earliest, .. } if scene.clock.time_in_day(earliest).is_none() => {
            let day = scene.clock.first_day(earliest);
            Some((text.clone(), day.in_words()))
        }
        _ => None,
    })
}

/// A sentence's condition, and that the point that it defers to is still to come.
fn condition(said: &Said<'_>) -> Condition {
    match deferral::of_deferral(said.rule) {
        Some(implied) => said.condition.as_ref().clone().and(implied),
        None => said.condition.as_ref().clone(),
    }
}

fn state(verb: BeforeVerb, node: Node) -> State {
    match (node, verb) {
        (Node::TRUE, _) => State::Settled,
        (_, BeforeVerb::Prepare) => State::Waiting,
        _ => State::Provisional,
    }
}

fn verb(head: &Head) -> Option<(BeforeVerb, Option<String>)> {
    Some(match head {
        Head::Refuse => (BeforeVerb::Refuse, None),
        Head::Defer { .. } => (BeforeVerb::Defer, None),
        Head::Caution(text) => (BeforeVerb::Caution, Some(text.clone())),
        Head::AskPrescriber(text) => (BeforeVerb::AskPrescriber, Some(text.clone())),
        Head::AskClinic(text) => (BeforeVerb::AskClinic, Some(text.clone())),
        Head::TellClinic(text) => (BeforeVerb::TellClinic, Some(text.clone())),
        Head::Prepare(text) => (BeforeVerb::Prepare, Some(text.clone())),
        _ => return None,
    })
}

/// Until when a line lasts: in words, and the first day on which it has ended.
type End = (Option<String>, Option<NaiveDate>);

/// Until when a deferral lasts; none where it puts nothing off: the first session has none before it
/// to wait after.
fn deferral_end(scene: &Scene<'_>, head: &Head) -> Result<Option<End>, OutOfRange> {
    let Head::Defer {
        until: Some(until),
        until_text,
    } = head
    else {
        return Ok(Some((None, None)));
    };
    // An event of the days before the treatment counts here, one of an earlier session does not.
    let anchors = Anchors {
        treated: scene.anchors.previous,
        ..scene.anchors
    };
    let day = match anchors.end_spots(until)?.farthest() {
        Spot::At { latest, .. } if dated(scene, until) => {
            // The point is over once its last possible instant is: by the hour, on that day.
            let day = scene.clock.first_day(latest);
            let whole = scene.clock.time_in_day(latest).is_none();
            if whole { Some(day) } else { day.succ_opt() }
        }
        Spot::Void => return Ok(None),
        Spot::At { .. } | Spot::Open(_) => None,
    };
    let text = until_text
        .clone()
        .unwrap_or_else(|| words::point(&scene.protocol.vocabulary, until));
    Ok(Some((Some(text), day)))
}

/// Whether a point has a date without the treatment's: a deferral cannot wait for what it defers.
fn dated(scene: &Scene<'_>, point: &Point) -> bool {
    match point {
        Point::Offset { anchor, .. } => !matches!(
            anchor,
            crate::check::Anchor::Treatment
                | crate::check::Anchor::Session(crate::syntax::tree::SessionWord::This)
        ),
        Point::Day(_) | Point::NextMorning => scene.dated,
        Point::Latest(points) => points.iter().all(|one| dated(scene, one)),
    }
}
