//! The normal course and the red flags.

use super::provenance::{self, Hanging, Shown, rule_ref};
use super::{span, urgency};
use crate::check::{Atom, Condition, Deadline, Head, ThingRef, Who};
use crate::eval::diagram::Node;
use crate::eval::line::Held;
use crate::eval::reported;
use crate::eval::said::Said;
use crate::eval::scene::Scene;
use crate::eval::timing::{OnTheClock, Times};
use crate::eval::{residual, words, written};
use crate::plan::{Expectation, RedFlag, State, Strength, TypicalDays, Verb, Window};
use crate::profile::Profile;

/// When a sentence that is no directive holds; none where its condition is false.
pub fn shown<'t, 's: 't>(
    scene: &Scene<'s>,
    times: &'t Times,
    said: &Said<'_>,
) -> Option<OnTheClock<'t>> {
    times.get(scene.prepared, said.timing?)
}

/// The normal course.
pub fn expectation(
    scene: &mut Scene<'_>,
    times: &Times,
    said: &Said<'_>,
) -> Option<(Expectation, Hanging)> {
    let Head::Expect { symptoms, choice } = &said.rule.head else {
        return None;
    };
    let shown = shown(scene, times, said)?;
    let details = &said.rule.details;
    let held = of_one_strength(shown.held);
    let windows = span::windows(scene, Verb::Limit, &held, shown.fallen);
    let windows = without_made_up_times(scene, windows);
    let unknowns = provenance::unknowns(scene, shown.nodes);
    let asking = provenance::asking(scene, false);
    let rule = rule_ref(&said.clone());
    let expectation = Expectation {
        items: names(scene, symptoms),
        written: written::all(&scene.protocol.vocabulary, symptoms),
        choice: *choice,
        window_text: said.rule.window_text.clone(),
        last_day: span::hull(&windows).last_day,
        windows,
        place: details.place(),
        phase: span::phase(scene, shown.held, &[]),
        state: shown.state,
        asks: provenance::asks(scene, &unknowns, false),
        if_: residual::residual(&scene.truth, &mut scene.unknowns, &said.condition, asking),
        details: provenance::details(scene, said.rule, &[Shown::Window, Shown::Place]),
        typical_days: typical_days(scene, &details.typical_days),
        because: details.because.clone(),
        sources: details.sources.clone(),
        rule: rule.clone(),
    };
    let hanging = Hanging {
        rule,
        unknowns,
        before_treatment: false,
    };
    Some((expectation, hanging))
}

/// The dates of days from the treatment.
fn typical_days(scene: &Scene<'_>, days: &[(i32, i32)]) -> Vec<TypicalDays> {
    let date = |day: i32| {
        let days = chrono::TimeDelta::days(i64::from(day));
        scene.treatment.days.0.checked_add_signed(days)
    };
    let days = days.iter().filter(|_| scene.dated);
    let dates = days.filter_map(|(first, last)| {
        Some(TypicalDays {
            from: date(*first)?,
            last_day: date(*last)?,
        })
    });
    dates.collect()
}

/// Without the clock time at which something may end on the day of a treatment whose clock time is not known: it counts
/// from midnight, and would be over before anybody was treated.
fn without_made_up_times(scene: &Scene<'_>, mut windows: Vec<Window>) -> Vec<Window> {
    let of_treatment = |window: &&mut Window| window.to_day == Some(0);
    if scene.treatment.vague {
        for window in windows.iter_mut().filter(of_treatment) {
            window.until_time = None;
        }
    }
    windows
}

/// What is expected is neither firm nor advised: `for 1..3 days` is one window.
fn of_one_strength(held: &[Held]) -> Vec<Held> {
    held.iter()
        .map(|held| {
            let mut held = *held;
            held.strength = Strength::Firm;
            held
        })
        .collect()
}

fn names(scene: &Scene<'_>, symptoms: &[ThingRef]) -> Vec<String> {
    symptoms
        .iter()
        .map(|item| words::thing(&scene.protocol.vocabulary, item))
        .collect()
}

/// When to call.
pub fn red_flag(
    scene: &mut Scene<'_>,
    times: &Times,
    said: &Said<'_>,
) -> Option<(RedFlag, Hanging)> {
    let Head::Report {
        symptoms,
        to,
        otherwise,
        within,
    } = &said.rule.head
    else {
        return None;
    };
    // A red flag is never dropped because a symptom is absent today: it may come tomorrow.
    let whenever = whenever(scene, &said.condition);
    if whenever.0 == Node::FALSE {
        return None;
    }
    let shown = shown(scene, times, said);
    let nodes: &[Node] = shown.map_or(&[], |shown| shown.nodes);
    let details = &said.rule.details;
    let matched = matched(scene, symptoms);
    let unknowns = provenance::unknowns(scene, nodes);
    let state = match shown.map_or(State::Conditional, |shown| shown.state) {
        State::Settled if whenever.0 != Node::TRUE && matched.is_none() => State::Conditional,
        state => state,
    };
    let how_bad = how_bad(scene, nodes);
    let in_force = state != State::Conditional && !nodes.is_empty() || !how_bad.is_empty();
    let rule = rule_ref(said);
    let flag = RedFlag {
        items: names(scene, symptoms),
        written: written::all(&scene.protocol.vocabulary, symptoms),
        to: who(to),
        otherwise: otherwise.as_ref().map(who),
        within: within.map(soon),
        urgency: urgency::of(to, *within),
        reported: matched.is_some() && in_force,
        reported_items: matched
            .as_ref()
            .map(|matched| matched.reported.clone())
            .unwrap_or_default(),
        depends_on: matched
            .map(|matched| [matched.open, how_bad].concat())
            .unwrap_or_default(),
        window_text: said.rule.window_text.clone(),
        stricter: Vec::new(),
        state,
        asks: provenance::asks(scene, &unknowns, false),
        if_: whenever.1,
        details: provenance::details(scene, said.rule, &[Shown::Window]),
        because: details.because.clone(),
        sources: details.sources.clone(),
        rule: rule.clone(),
    };
    let hanging = Hanging {
        rule,
        unknowns,
        before_treatment: false,
    };
    Some((flag, hanging))
}

/// How bad what was reported is, as far as a condition hangs on that: what is not known counts (3.11), as it does where
/// the qualifier stands before the symptom.
fn how_bad(scene: &Scene<'_>, nodes: &[Node]) -> Vec<String> {
    let reported = |id| reported::under(&scene.truth, id).next().is_some();
    let open = nodes
        .iter()
        .flat_map(|node| scene.unknowns.how_bad(*node, reported));
    let vocabulary = &scene.protocol.vocabulary;
    open.map(|(id, how)| words::qualified(vocabulary.name(id), &how))
        .collect()
}

/// A condition while nothing is known of symptoms, and what is left of it in words.
fn whenever(scene: &mut Scene<'_>, condition: &Condition) -> (Node, Option<String>) {
    let asking = provenance::asking(scene, false);
    if !reads_symptoms(condition) {
        let node = scene.truth.node(&mut scene.unknowns, condition, asking);
        let left = residual::residual(&scene.truth, &mut scene.unknowns, condition, asking);
        return (node, left);
    }
    let profile = Profile {
        symptoms: std::collections::BTreeMap::new(),
        symptoms_absent: std::collections::BTreeSet::new(),
        symptoms_complete: false,
        ..scene.profile.clone()
    };
    let truth = scene.truth.of(&profile);
    let node = truth.node(&mut scene.unknowns, condition, asking);
    let left = residual::residual(&truth, &mut scene.unknowns, condition, asking);
    (node, left)
}

fn reads_symptoms(condition: &Condition) -> bool {
    let mut reads = false;
    condition.atoms(&mut |atom| reads |= matches!(atom, Atom::Symptom { .. }));
    reads
}

/// The reported symptoms that a red flag is about.
struct Matched {
    reported: Vec<String>,
    /// The qualifiers that the reports do not give: they count as met.
    open: Vec<String>,
}

/// Which reported symptoms are among these, as bad as they say, as far as is known.
fn matched(scene: &mut Scene<'_>, symptoms: &[ThingRef]) -> Option<Matched> {
    let mut reported_items = Vec::new();
    let mut surely = false;
    let mut open_all = Vec::new();
    for item in symptoms {
        let reports: Vec<_> = reported::under(&scene.truth, item.thing)
            .map(|(id, report)| (id, report.clone()))
            .collect();
        for (id, report) in reports {
            let name = scene.protocol.vocabulary.name(id).to_owned();
            let mut open = Vec::new();
            let mut met = true;
            for qualifier in &item.qualifiers {
                let today = scene.truth.today;
                let node = reported::qualified(&mut scene.unknowns, id, &report, qualifier, today);
                match node.truth() {
                    Some(true) => {}
                    Some(false) => met = false,
                    None => open.push(words::qualified(&name, qualifier)),
                }
            }
            // Nobody reports whether a symptom is slight: what is not known counts, and is asked.
            if !item.attributes.is_empty() {
                open.push(words::thing(&scene.protocol.vocabulary, item));
            }
            if met {
                surely |= open.is_empty();
                reported_items.push(name);
                open_all.extend(open);
            }
        }
    }
    (!reported_items.is_empty()).then(|| Matched {
        reported: reported_items,
        open: if surely { Vec::new() } else { open_all },
    })
}

/// How soon, in words.
fn soon(deadline: Deadline) -> String {
    match deadline {
        Deadline::Immediately => "immediately".to_owned(),
        Deadline::Within(length) => format!("within {}", words::duration(length)),
    }
}

/// Whom to call, in words.
pub fn who(who: &Who) -> String {
    match who {
        Who::Clinic => "the clinic".to_owned(),
        Who::Prescriber => "your prescriber".to_owned(),
        Who::Doctor => "a doctor".to_owned(),
        Who::EmergencyServices => "emergency services".to_owned(),
        Who::Named(name) => name.clone(),
    }
}
