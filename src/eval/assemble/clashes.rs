//! Where the protocols of several treatments do not go together: one asks for what another restricts, in another dose, or
//! for another medicine of the same class.

use crate::plan::{Clash, Directive, Phase, Plan, RuleRef, Verb};
use crate::syntax::tree::Kind;
use crate::vocabulary::{ThingId, Vocabulary};

/// Classes of medicines whose members do different things.
const MIXED: &[&str] = &["supplements"];

/// Where a duty, a permission or a step of one treatment is held back by a restriction of another, unless both are over.
pub fn clashes(vocabulary: &Vocabulary, plan: &Plan) -> Vec<Clash> {
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
                class: None,
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
    clashes.extend(classes(vocabulary, plan));
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
    for (one, other) in of_two_treatments(plan) {
        let mut things = one.in_other_doses(other);
        things.retain(is_medicine);
        if !things.is_empty() {
            found.push(both_ask(things, (one, other)));
        }
    }
    for clash in &mut found {
        clash.doses = true;
    }
    found
}

/// Where two treatments ask for different medicines of one class: nobody may have meant them to be taken together.
fn classes(vocabulary: &Vocabulary, plan: &Plan) -> Vec<Clash> {
    let mut found: Vec<Clash> = Vec::new();
    for (one, other) in of_two_treatments(plan) {
        if !one.asks_beside(other) {
            continue;
        }
        for (mine, class, theirs) in alike(vocabulary, (one, other)) {
            let class = vocabulary.name(class).to_owned();
            let names = [mine, theirs].map(|thing| vocabulary.name(thing).to_owned());
            let of_class = |known: &&mut Clash| {
                known.class.as_ref() == Some(&class)
                    && known.asks == one.rule
                    && known.avoids == other.rule
            };
            match found.iter_mut().find(of_class) {
                Some(known) => known.things.extend(names),
                None => found.push(Clash {
                    class: Some(class),
                    ..both_ask(names.to_vec(), (one, other))
                }),
            }
        }
    }
    for clash in &mut found {
        let mut seen = std::collections::BTreeSet::new();
        clash.things.retain(|thing| seen.insert(thing.clone()));
    }
    found
}

/// The medicines of two lines of which neither line names the other's, with the nearest class of both.
fn alike(
    vocabulary: &Vocabulary,
    (one, other): (&Directive, &Directive),
) -> Vec<(ThingId, ThingId, ThingId)> {
    let medicines = |line: &Directive| -> Vec<ThingId> {
        let things = line.items.iter();
        let things = things.filter_map(|item| vocabulary.find_thing(item));
        things
            .filter(|thing| vocabulary.thing(*thing).kind == Kind::Medicine)
            .collect()
    };
    let (ones, others) = (medicines(one), medicines(other));
    let pairs = ones
        .iter()
        .flat_map(|mine| others.iter().map(move |theirs| (*mine, *theirs)));
    let pairs = pairs.filter(|(mine, theirs)| !others.contains(mine) && !ones.contains(theirs));
    pairs
        .filter_map(|(mine, theirs)| Some((mine, nearest_class(vocabulary, mine, theirs)?, theirs)))
        .collect()
}

/// The nearest class that two medicines are or lie under, and whose members do the same.
fn nearest_class(vocabulary: &Vocabulary, one: ThingId, other: ThingId) -> Option<ThingId> {
    let mixed = |class: ThingId| MIXED.contains(&vocabulary.name(class));
    let above = vocabulary.above(one);
    let mut classes = std::iter::once(one).chain(above);
    classes.find(|class| {
        !vocabulary.is_kind_class(*class) && !mixed(*class) && vocabulary.is_under(other, *class)
    })
}

/// Each two lines of different treatments that are not both over.
fn of_two_treatments(plan: &Plan) -> impl Iterator<Item = (&Directive, &Directive)> {
    let over = |line: &Directive| line.phase == Some(Phase::Past);
    let lines = plan.directives.iter().enumerate();
    let pairs = lines.flat_map(|(at, one)| {
        let others = plan.directives.iter().skip(at + 1);
        others.map(move |other| (one, other))
    });
    pairs.filter(move |(one, other)| {
        other.rule.treatment != one.rule.treatment && !(over(one) && over(other))
    })
}

/// Two lines that both ask for these things.
fn both_ask(things: Vec<String>, (one, other): (&Directive, &Directive)) -> Clash {
    Clash {
        things,
        asks: one.rule.clone(),
        allows: false,
        doses: false,
        class: None,
        avoids: other.rule.clone(),
        until: None,
    }
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
