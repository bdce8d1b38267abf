//! A line says when its own rule ends; what another line restricts on its first free day, it names, but for lines of places
//! that have no skin in common with its own.

use aftercare_dsl::plan::{Directive, Plan, State, Verb};
use chrono::NaiveDate;

use super::compare::entry_name;
use super::days::{FIRST, LAST};
use super::evaluate::Verdict;
use super::model::{PLACES, THINGS, under};
use super::text::date;

/// What the lines of a plan name wrongly, or do not name.
pub fn differences(verdict: &Verdict, plan: &Plan) -> Vec<String> {
    let lines = plan.directives.iter();
    let lines = lines.filter(|line| line.verb == Verb::Avoid && line.state == State::Settled);
    lines
        .filter_map(|line| Some((line, line.first_free_day?)))
        .flat_map(|(line, free)| of_line(verdict, line, free))
        .collect()
}

fn of_line(verdict: &Verdict, line: &Directive, free: NaiveDate) -> Vec<String> {
    let day = (free - date(0)).num_days();
    if !(FIRST..=LAST).contains(&day) {
        return Vec::new();
    }
    let all = line.still_held.iter().any(|held| held.all);
    let held: Vec<&String> = line
        .still_held
        .iter()
        .flat_map(|held| &held.things)
        .collect();
    let mut told = Vec::new();
    let place = line.place.as_ref();
    let place = place.and_then(|place| PLACES.iter().position(|known| place.ends_with(known)));
    for (leaf, answers) in verdict.seen_from(place) {
        if !is_among(*leaf, &line.items) || is_among(*leaf, &line.except) {
            continue;
        }
        let restricted = ["avoid", "better not"].contains(&answers.on(day).answer);
        let named = all || is_among(*leaf, &held);
        if restricted != named {
            let (thing, sentence) = (THINGS[*leaf].0, &line.rule.sentence);
            told.push(format!(
                "{thing} is restricted on {free}: {restricted}; named by `{sentence}`: {named}"
            ));
        }
    }
    told
}

/// Whether a thing is, or is under, one of those that have these names, `acids except glycolic` too. What
/// an attribute narrows (`products except makeup with no mineral`) has no thing wholly under it, since of
/// none is it known whether it has it: makeup is not left out there.
fn is_among(leaf: usize, names: &[impl AsRef<str>]) -> bool {
    let mut names = names.iter().map(AsRef::as_ref);
    names.any(|name| match name.split_once(" except ") {
        Some((class, except)) => {
            let mut except = except.split(", ").flat_map(|names| names.split(" and "));
            is_under(leaf, class) && !except.any(|out| is_under(leaf, out))
        }
        None => is_under(leaf, name),
    })
}

fn is_under(leaf: usize, name: &str) -> bool {
    let mut classes = (0..THINGS.len()).filter(|class| under(leaf, *class));
    classes.any(|class| entry_name(class) == name)
}
