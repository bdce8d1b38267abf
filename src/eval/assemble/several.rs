//! What a plan of several treatments has beside their lines: what they say alike is said once, and where one says
//! use and the other avoid, both are named.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::eval::scene::Scene;
use crate::plan::{Clash, Directive, Moment, Phase, Plan, PlanChange, RuleRef, Verb};

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

/// Where a duty, a permission or a step of one treatment is held back by a restriction of another, unless both are over.
pub fn clashes(plan: &Plan) -> Vec<Clash> {
    if plan.treatments.len() < 2 {
        return Vec::new();
    }
    let mut clashes: Vec<Clash> = Vec::new();
    let mut found = |things: &[String], (asks, phase): Asks<'_>, allows: bool, by: &[RuleRef]| {
        for avoids in by.iter().filter(|by| by.treatment != asks.treatment) {
            let until = until(plan, avoids);
            if phase == Some(Phase::Past) && is_over(plan, until) {
                continue;
            }
            let clash = Clash {
                things: things.to_vec(),
                asks: asks.clone(),
                allows,
                doses: false,
                avoids: avoids.clone(),
                until,
            };
            if !clashes.contains(&clash) {
                clashes.push(clash);
            }
        }
    };
    for line in &plan.directives {
        // A limit asks for nothing: a ban agrees with it.
        let allows = match line.verb {
            Verb::Do => false,
            Verb::Allow => true,
            Verb::Avoid | Verb::Limit => continue,
        };
        let rule = (&line.rule, line.phase);
        found(&line.items, rule, allows, &line.held_back_by);
        found(&parts(line), rule, allows, &line.part_held_back_by);
        found(&line.not_using, rule, allows, &line.not_using_because_of);
    }
    for steps in &plan.steps {
        for step in &steps.items {
            let text = std::slice::from_ref(&step.text);
            found(text, (&steps.rule, steps.phase), false, &step.held_back_by);
        }
    }
    clashes.extend(doses(plan));
    clashes
}

/// A rule that asks for something, and where the day asked stands to it.
type Asks<'p> = (&'p RuleRef, Option<Phase>);

fn is_over(plan: &Plan, last: Option<chrono::NaiveDate>) -> bool {
    let on = plan.on.map(|on| on.date);
    on.is_some_and(|on| last.is_some_and(|last| last < on))
}

/// Where two treatments ask for one medicine in different doses.
fn doses(plan: &Plan) -> Vec<Clash> {
    let is_medicine = |item: &String| {
        let mut things = plan.things.iter();
        things.any(|thing| thing.thing == *item && thing.kind == "medicine")
    };
    let mut found = Vec::new();
    for (at, one) in plan.directives.iter().enumerate() {
        let others = plan.directives.iter().skip(at + 1);
        for other in others.filter(|other| other.rule.treatment != one.rule.treatment) {
            let mut things = one.in_other_doses(other);
            things.retain(is_medicine);
            let over = [one, other].map(|line| line.phase == Some(Phase::Past));
            if over != [true, true] && !things.is_empty() {
                found.push(Clash {
                    things,
                    asks: one.rule.clone(),
                    allows: false,
                    doses: true,
                    avoids: other.rule.clone(),
                    until: None,
                });
            }
        }
    }
    found
}

/// What of a line's things is held back while the rest is not.
fn parts(line: &Directive) -> Vec<String> {
    if line.choices_held_back.is_empty() {
        line.except.clone()
    } else {
        line.choices_held_back.clone()
    }
}

/// The last day of the restriction that a rule comes to; none where it has no end, or several.
fn until(plan: &Plan, rule: &RuleRef) -> Option<chrono::NaiveDate> {
    // What keeps something dry restricts by a line that is not shown, for as long.
    let lines = plan.directives.iter();
    let mut of_rule = lines.filter(|line| line.rule.location == rule.location);
    let restricts = of_rule.clone().find(|line| line.verb == Verb::Avoid);
    restricts.or_else(|| of_rule.next())?.last_day
}
