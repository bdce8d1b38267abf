//! What a plan of several treatments has beside their lines: what they say alike is said once.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::eval::scene::Scene;
use crate::plan::{Directive, Moment, Plan, PlanChange, RuleRef};
use crate::vocabulary::Vocabulary;

/// What the treated area is called: of several treatments each has its own.
fn names_of_the_area(vocabulary: &Vocabulary) -> Vec<String> {
    let area = vocabulary.find_thing("treated area");
    let names = area.map(|area| vocabulary.thing(area).names().map(str::to_owned).collect());
    names.unwrap_or_default()
}

/// Says of which treatment the treated area is, in the lines of several: before those that come to the same are joined.
pub fn name_areas(vocabulary: &Vocabulary, lines: &mut [Directive]) {
    let names = names_of_the_area(vocabulary);
    for line in lines {
        let treatment = line.rule.treatment.clone();
        let said = line.written.iter_mut().chain(&mut line.place);
        for text in said
            .chain(&mut line.if_unavoidable)
            .chain(&mut line.instead)
        {
            of_treatment(text, &names, treatment.as_deref());
        }
    }
}

/// The same in what else a plan has.
pub fn name_other_areas(vocabulary: &Vocabulary, plan: &mut Plan) {
    let names = names_of_the_area(vocabulary);
    for steps in &mut plan.steps {
        for step in &mut steps.items {
            of_treatment(&mut step.text, &names, steps.rule.treatment.as_deref());
        }
    }
    for line in &mut plan.expectations {
        let said = line.written.iter_mut().chain(&mut line.place);
        for text in said.chain(&mut line.details) {
            of_treatment(text, &names, line.rule.treatment.as_deref());
        }
    }
    for flag in &mut plan.red_flags {
        for text in flag.written.iter_mut().chain(&mut flag.details) {
            of_treatment(text, &names, flag.rule.treatment.as_deref());
        }
    }
}

/// `on treated area (chemical peel)`
fn of_treatment(text: &mut String, names: &[String], treatment: Option<&str>) {
    let Some(treatment) = treatment else {
        return;
    };
    let found = names.iter().find_map(|name| {
        let at = text.to_lowercase().find(name.as_str())?;
        let end = at + name.len();
        let is_whole = text
            .get(end..)?
            .chars()
            .next()
            .is_none_or(|next| !next.is_alphanumeric());
        is_whole.then_some(end)
    });
    if let Some(end) = found.filter(|end| text.is_char_boundary(*end)) {
        text.insert_str(end, &format!(" ({treatment})"));
    }
}

/// Joins lines of different treatments that come to the same, dates included: each then names all of them.
pub fn once_each(lines: &mut Vec<Directive>) {
    let mut kept: Vec<Directive> = Vec::with_capacity(lines.len());
    // By what tells most lines apart, the places of those that are kept, with what each comes to.
    let mut alike: BTreeMap<_, Vec<(usize, Directive)>> = BTreeMap::new();
    for line in lines.drain(..) {
        let key = (line.items.clone(), line.from, line.last_day);
        let near = alike.entry(key).or_default();
        let bare = comes_to(&line);
        let same = near.iter().find(|(at, other)| {
            let of_another = |kept: &Directive| {
                let mut of = line.treatments.iter();
                of.all(|of| !kept.treatments.contains(of))
            };
            *other == bare && kept.get(*at).is_some_and(of_another)
        });
        match same.and_then(|(at, _)| kept.get_mut(*at)) {
            Some(same) => join(same, line),
            None => {
                near.push((kept.len(), bare));
                kept.push(line);
            }
        }
    }
    *lines = kept;
}

/// A line without where it comes from and why, and without its place in the time of one treatment.
fn comes_to(line: &Directive) -> Directive {
    let windows = |windows: &[crate::plan::Window]| {
        let mut windows = windows.to_vec();
        for window in &mut windows {
            (window.from_day, window.to_day) = (None, None);
        }
        windows
    };
    Directive {
        because: None,
        sources: Vec::new(),
        facts: Vec::new(),
        section: None,
        treatments: Vec::new(),
        window_text: None,
        windows: windows(&line.windows),
        next_session_windows: windows(&line.next_session_windows),
        rule: RuleRef::default(),
        ..line.clone()
    }
}

fn join(line: &mut Directive, other: Directive) {
    line.treatments.extend(other.treatments);
    line.rule.also.push(other.rule.location);
    line.rule.also.extend(other.rule.also);
    if let (Some(one), Some(more)) = (&mut line.rule.treatment, other.rule.treatment) {
        *one = format!("{one} and {more}");
    }
    line.because = match (line.because.take(), other.because) {
        (Some(one), Some(more)) if one != more => Some(format!("{one}; {more}")),
        (one, more) => one.or(more),
    };
    for (known, more) in [
        (&mut line.sources, other.sources),
        (&mut line.facts, other.facts),
    ] {
        for one in more {
            if !known.contains(&one) {
                known.push(one);
            }
        }
    }
}

/// The treatment around which it is said when things are free: the last one that is not after the day asked, or else
/// the first.
pub fn around(scene: &mut Scene<'_>, plan: &Plan, on: Option<Moment>) -> usize {
    let mut days = Vec::new();
    for of in 0..plan.treatments.len() {
        scene.enter(of);
        days.push((scene.treatment.days.0, of));
    }
    days.sort_unstable();
    let done = |(day, _): &&(chrono::NaiveDate, usize)| on.is_some_and(|on| *day <= on.date);
    let last = days.iter().rfind(done).or(days.first());
    last.map_or(0, |(_, of)| *of)
}

/// The digest of all protocols: of one, its own.
pub fn fingerprint(scene: &mut Scene<'_>) -> String {
    let here = scene.of;
    let mut all = Vec::new();
    for of in 0..scene.treatments() {
        scene.enter(of);
        all.push(scene.protocol.fingerprint.clone());
    }
    scene.enter(here);
    if let [one] = &mut all[..] {
        return std::mem::take(one);
    }
    let digest = Sha256::digest(all.join(" "));
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What was changed of the protocol of a treatment for this plan; of several treatments, each says of which.
pub fn changes(scene: &Scene<'_>) -> Vec<PlanChange> {
    let mut changes = scene.protocol.changes.clone();
    if scene.treatments() > 1 {
        for change in &mut changes {
            change.by.treatment = Some(scene.protocol.treatment_name().to_owned());
        }
    }
    changes
}
