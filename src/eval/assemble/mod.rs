//! The plan, put together from the lines.

mod before;
mod clashes;
mod directive;
mod limit;
pub mod members;
mod others;
pub mod provenance;
mod questions;
mod several;
pub mod span;
mod status;
mod still;
mod symptoms;
pub mod things;
mod treatment;
mod urgency;
mod warnings;

use std::collections::BTreeSet;

use super::anchor::BEDTIME;
use super::lines::Lines;
use super::prepared::Prepared;
use super::said::Said;
use super::scene::Scene;
use super::subject::{self, Subject};
use super::time::OutOfRange;
use super::timing::Times;
use crate::check::Rule;
use crate::plan::{FORMAT, Moment, NotCovered, Plan, SourceNote, Status, Warning};
use provenance::Hanging;

pub use limit::dose_words;
pub use span::{hull, windows};

/// A rule whose window leaves the years that a plan may reach.
pub type Failure<'a> = (&'a Rule, OutOfRange);

/// A protocol that is ready for its patients, and when everything of it holds for one of them.
pub type Timed<'a, 't> = (&'a Prepared<'a>, &'t Times);

/// The plan, of one treatment or of several.
///
/// # Errors
///
/// A date would leave the years 1900 to 2200: the rule whose window does.
pub fn plan<'a>(
    scene: &mut Scene<'a>,
    parts: &[Timed<'a, '_>],
    lines: &Lines<'_>,
    on: Option<Moment>,
) -> Result<Plan, Failure<'a>> {
    let own = subject::own(scene);
    let mut plan = empty(scene, on);
    let mut hanging: Vec<Hanging> = Vec::new();
    for (directive, hangs) in directive::directives(scene, lines, &own) {
        plan.directives.push(directive);
        hanging.push(hangs);
    }
    if parts.len() > 1 {
        several::name_areas(&scene.protocol.vocabulary, &mut plan.directives);
        several::once_each(&mut plan.directives);
    }
    for (of, (prepared, times)) in parts.iter().enumerate() {
        scene.enter(of);
        for said in &prepared.said {
            let failed = |out_of_range| (said.rule, out_of_range);
            sentence(scene, (times, lines), said, &mut plan, &mut hanging).map_err(failed)?;
        }
        let (treatment, hangs) = treatment::treatment(scene, &prepared.said)?;
        plan.treatments.push(treatment);
        hanging.extend(hangs);
        plan.loosened.extend(scene.protocol.lineage.loosened());
        plan.changes.extend(several::changes(scene));
    }
    if parts.len() > 1 {
        several::name_other_areas(&scene.protocol.vocabulary, &mut plan);
    }
    urgency::compare(&mut plan.red_flags);
    let around = several::around(scene, &plan, on);
    scene.enter(around);
    let (things, hangs) = things::things(scene, lines, &own);
    plan.things = things;
    let prescribed: Vec<_> = lines
        .iter()
        .map(|line| (line, directive::prescribed(scene, line)))
        .collect();
    plan.questions = questions::questions(scene, &hanging);
    let all: Vec<Hanging> = hanging.iter().cloned().chain(hangs).collect();
    plan.can_be_added = questions::can_be_added(scene, &prescribed, &all, &waits_for(&plan));
    plan.for_the_clinic = questions::for_the_clinic(scene, &prescribed, &all);
    plan.not_covered = not_covered(scene, parts, lines, &own);
    plan.warnings = warnings(scene, parts, on);
    plan.sources = sources(parts, &plan);
    plan.clashes = clashes::clashes(&scene.protocol.vocabulary, &plan);
    let (status, reasons) = status::status(scene, &plan);
    plan.status = status;
    plan.status_reasons = reasons;
    Ok(plan)
}

/// The warnings of each treatment; of several, each says of which.
fn warnings(scene: &mut Scene<'_>, parts: &[Timed<'_, '_>], on: Option<Moment>) -> Vec<Warning> {
    let mut all: Vec<Warning> = Vec::new();
    for (of, (prepared, _)) in parts.iter().enumerate() {
        scene.enter(of);
        let found = warnings::warnings(scene, on, by_the_hour(scene, &prepared.said));
        let name = (parts.len() > 1).then(|| scene.protocol.treatment_name().to_owned());
        for mut warning in found {
            // What is of the patient's clock is said once.
            let of_all = warning.code == "no_zone";
            if let Some(name) = name.as_ref().filter(|_| !of_all) {
                warning.text = format!("{name}: {}", warning.text);
            }
            if !all.contains(&warning) {
                all.push(warning);
            }
        }
    }
    all
}

fn empty(scene: &mut Scene<'_>, on: Option<Moment>) -> Plan {
    Plan {
        format: FORMAT,
        engine: concat!("aftercare-dsl ", env!("CARGO_PKG_VERSION")).to_owned(),
        fingerprint: several::fingerprint(scene),
        on: on.filter(|_| scene.dated),
        status: Status::Proceed,
        status_reasons: Vec::new(),
        treatments: Vec::new(),
        directives: Vec::new(),
        things: Vec::new(),
        expectations: Vec::new(),
        red_flags: Vec::new(),
        steps: Vec::new(),
        notes: Vec::new(),
        visits: Vec::new(),
        before_treatment: Vec::new(),
        questions: Vec::new(),
        can_be_added: Vec::new(),
        for_the_clinic: Vec::new(),
        not_covered: Vec::new(),
        changes: Vec::new(),
        clashes: Vec::new(),
        loosened: Vec::new(),
        warnings: Vec::new(),
        sources: Vec::new(),
    }
}

/// Adds what a sentence that is no directive comes to.
fn sentence(
    scene: &mut Scene<'_>,
    (times, lines): (&Times, &Lines<'_>),
    said: &Said<'_>,
    plan: &mut Plan,
    hanging: &mut Vec<Hanging>,
) -> Result<(), OutOfRange> {
    if let Some((line, hangs)) = symptoms::expectation(scene, times, said) {
        plan.expectations.push(line);
        hanging.push(hangs);
    }
    if let Some((line, hangs)) = symptoms::red_flag(scene, times, said) {
        plan.red_flags.push(line);
        hanging.push(hangs);
    }
    if let Some((line, hangs)) = others::steps(scene, (times, lines), said) {
        plan.steps.push(line);
        hanging.push(hangs);
    }
    if let Some((line, hangs)) = others::note(scene, times, said) {
        plan.notes.push(line);
        hanging.push(hangs);
    }
    if let Some((line, hangs)) = others::visit(scene, said)? {
        plan.visits.push(line);
        hanging.push(hangs);
    }
    if let Some((line, hangs)) = before::before(scene, said)? {
        plan.before_treatment.push(line);
        hanging.push(hangs);
    }
    Ok(())
}

/// The events and other points that windows wait for and that can be given a date: bedtime and the
/// steps of a list have none.
fn waits_for(plan: &Plan) -> BTreeSet<String> {
    let directives = plan.directives.iter().flat_map(|directive| {
        directive.open_until.iter().chain(
            directive
                .windows
                .iter()
                .filter_map(|window| window.starts_at.as_ref()),
        )
    });
    let steps = plan.steps.iter().flat_map(|steps| &steps.windows);
    let shown = plan.expectations.iter().flat_map(|line| &line.windows);
    // The end of what waits to start hangs on its start.
    let windows = steps
        .chain(shown)
        .filter_map(|window| window.starts_at.as_ref().or(window.ends_at.as_ref()));
    let undated =
        |name: &str| name == BEDTIME || plan.steps.iter().any(|steps| steps.title == name);
    directives
        .chain(windows)
        .map(|point| event_of(point))
        .filter(|name| !undated(name))
        .map(str::to_owned)
        .collect()
}

/// The event that a point in time counts from: `stitches removed` of `2 days after stitches removed`, a day that nobody
/// would have to give.
fn event_of(point: &str) -> &str {
    let counts = point.starts_with(|first: char| first.is_ascii_digit());
    let behind = [" after ", " before "].map(|word| point.split_once(word));
    let event = behind.into_iter().flatten().next().filter(|_| counts);
    event.map_or(point, |(_, event)| event)
}

/// The patient's own things, and reported symptoms, that no line says anything about.
fn not_covered(
    scene: &mut Scene<'_>,
    parts: &[Timed<'_, '_>],
    lines: &Lines<'_>,
    own: &[Subject],
) -> Vec<NotCovered> {
    let mut open = Vec::new();
    for subject in own {
        let verdicts = lines.about(scene, subject);
        let silent = verdicts.lines().is_empty() && !verdicts.restricted_if_not_prescribed;
        if silent && !things::is_read(scene, subject) {
            open.push(NotCovered {
                thing: subject.shown().to_owned(),
                text: "the protocol says nothing about it; ask the clinic".to_owned(),
                reported: false,
            });
        }
    }
    for symptom in unnamed_symptoms(scene, parts) {
        open.push(NotCovered {
            thing: symptom,
            text: "reported, and the protocol says nothing about it; call the clinic".to_owned(),
            reported: true,
        });
    }
    open
}

/// The reported symptoms of this treatment that no sentence names.
fn unnamed_symptoms(scene: &mut Scene<'_>, parts: &[Timed<'_, '_>]) -> Vec<String> {
    let mut first = scene.truth.treated;
    for of in 0..parts.len() {
        scene.enter(of);
        first = first.min(scene.truth.treated);
    }
    let vocabulary = &scene.protocol.vocabulary;
    let mut named: BTreeSet<crate::vocabulary::ThingId> = BTreeSet::new();
    for said in parts.iter().flat_map(|(prepared, _)| &prepared.said) {
        named.extend(said.rule.head.things().map(|item| item.thing));
        said.condition.atoms(&mut |atom| {
            if let crate::check::Atom::Symptom { symptom, .. } = atom {
                named.insert(*symptom);
            }
        });
    }
    let reports = scene
        .profile
        .symptoms
        .iter()
        .filter(|(_, report)| first.is_none_or(|treated| report.since >= treated));
    reports
        .filter(|(id, _)| !named.iter().any(|named| vocabulary.is_under(**id, *named)))
        .map(|(id, _)| vocabulary.name(*id).to_owned())
        .collect()
}

/// Whether a rule counts by the clock.
fn by_the_hour(scene: &Scene<'_>, said: &[Said<'_>]) -> bool {
    let aftercare = scene.protocol.aftercare;
    let mut windows = said.iter().map(|said| &said.rule.window);
    windows.any(|window| window.is_by_the_hour(aftercare))
}

/// The sources that lines cite, in the order of first use.
fn sources(parts: &[Timed<'_, '_>], plan: &Plan) -> Vec<SourceNote> {
    let cited = plan
        .before_treatment
        .iter()
        .map(|line| &line.sources)
        .chain(plan.directives.iter().map(|line| &line.sources))
        .chain(plan.expectations.iter().map(|line| &line.sources))
        .chain(plan.red_flags.iter().map(|line| &line.sources))
        .chain(plan.steps.iter().flat_map(|line| {
            let items = line.items.iter().map(|step| &step.sources);
            std::iter::once(&line.sources).chain(items)
        }))
        .chain(plan.visits.iter().map(|line| &line.sources))
        .chain(plan.notes.iter().map(|line| &line.sources))
        .chain(plan.treatments.iter().flat_map(|treatment| {
            let sessions = treatment.sessions.iter();
            let candidates = sessions.flat_map(|sessions| &sessions.candidates);
            let maintenance = treatment.maintenance.iter().map(|line| &line.sources);
            candidates.map(|line| &line.sources).chain(maintenance)
        }))
        .flatten();
    let mut notes: Vec<SourceNote> = Vec::new();
    for key in cited {
        if notes.iter().any(|note| note.key == *key) {
            continue;
        }
        let mut known = parts
            .iter()
            .flat_map(|(prepared, _)| &prepared.protocol.sources);
        if let Some(source) = known.find(|source| source.key == *key) {
            notes.push(SourceNote {
                key: source.key.clone(),
                title: source.title.clone(),
                url: source.url.clone(),
            });
        }
    }
    notes
}
