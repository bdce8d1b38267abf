//! Lines as the plan's directives.

use std::collections::BTreeSet;

use super::limit::limit;
use super::provenance::{self, Hanging, rule_ref};
use super::span;
use super::still;
use crate::check::{Condition, Head, ThingRef};
use crate::eval::diagram::Node;
use crate::eval::hold::{self, Left};
use crate::eval::line::{Held, Line, state};
use crate::eval::lines::Lines;
use crate::eval::scene::Scene;
use crate::eval::subject::{Subject, covers, subjects_of};
use crate::eval::unknown::Unknown;
use crate::eval::unless::unless;
use crate::eval::{residual, words, written};
use crate::plan::{Directive, Phase, State, Verb};
use crate::syntax::tree::Kind;

/// The directives of a plan, and what each hangs on.
pub fn directives(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    own: &[Subject],
) -> Vec<(Directive, Hanging)> {
    let mut directives = Vec::new();
    for line in lines.iter().filter(|line| !line.hidden) {
        scene.enter(line.treatment);
        let prescribed = prescribed(scene, line);
        if prescribed.all {
            continue;
        }
        for left in hold::left(scene, lines, line) {
            directives.push(directive(scene, lines, line, left, &prescribed, own));
        }
    }
    directives
}

/// How the medicines under a restriction are prescribed.
#[derive(Debug, Clone, Default)]
pub struct Prescribed {
    /// The names of those that are.
    pub names: Vec<String>,
    /// Whether nothing else is under it.
    pub all: bool,
    /// What it hangs on whether others are.
    pub open: Vec<Node>,
}

/// How the medicines under a restriction are prescribed.
pub fn prescribed(scene: &mut Scene<'_>, line: &Line<'_>) -> Prescribed {
    let mut found = Prescribed::default();
    if !line.restricts() {
        return found;
    }
    let mut others = false;
    for item in line.items {
        if scene.protocol.vocabulary.thing(item.thing).kind != Kind::Medicine {
            others = true;
            continue;
        }
        for subject in subjects_of(&scene.protocol.vocabulary, item) {
            let Some(thing) = subject.thing else { continue };
            match scene.truth.prescribed(&mut scene.unknowns, thing) {
                Node::TRUE => {
                    if !found.names.contains(&subject.name) {
                        found.names.push(subject.name);
                    }
                }
                Node::FALSE => others = true,
                node => {
                    others = true;
                    if !found.open.contains(&node) {
                        found.open.push(node);
                    }
                }
            }
        }
    }
    found.all = !others && !found.names.is_empty();
    found
}

/// What a line says as it is written, then when it holds, what holds it back and what it hangs on.
fn directive(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    line: &Line<'_>,
    left: Left,
    prescribed: &Prescribed,
    own: &[Subject],
) -> (Directive, Hanging) {
    let shown = without_prescribed(scene, &left.items, prescribed);
    let mut directive = as_written(scene, line, &shown);
    directive.limit = limit(scene, lines, line);
    directive.covers = covered(scene, lines, (line, &left), own);
    directive
        .covers
        .retain(|name| !prescribed.names.contains(name));
    directive.except = exceptions(scene, line, &left, prescribed);
    if shown.len() < left.items.len() {
        let (all, shown) = (names(scene, &left.items), names(scene, &shown));
        let is_left_out = |name: &String| all.contains(name) && !shown.contains(name);
        directive.except.retain(|name| !is_left_out(name));
    }
    in_time(scene, lines, line, &left, &mut directive);
    let unknowns = left_open(scene, (line, &left), prescribed, &mut directive);
    cut_by_others(scene, lines, line, left, &mut directive);
    let hanging = Hanging {
        rule: directive.rule.clone(),
        unknowns,
        before_treatment: false,
    };
    (directive, hanging)
}

/// What a line names without the medicines that the patient is prescribed: `aspirin, except aspirin` would say both. Of a
/// class they are left out behind `except`.
fn without_prescribed(
    scene: &Scene<'_>,
    items: &[ThingRef],
    prescribed: &Prescribed,
) -> Vec<ThingRef> {
    let is_prescribed = |item: &&ThingRef| {
        let name = words::thing(&scene.protocol.vocabulary, item);
        prescribed.names.contains(&name)
    };
    let rest = items.iter().filter(|item| !is_prescribed(item));
    let rest: Vec<ThingRef> = rest.cloned().collect();
    if rest.is_empty() {
        return items.to_vec();
    }
    rest
}

/// What the sentence says of these items, and nothing of this patient.
fn as_written(scene: &Scene<'_>, line: &Line<'_>, items: &[ThingRef]) -> Directive {
    let rule = line.said.rule;
    let details = &rule.details;
    let vocabulary = &scene.protocol.vocabulary;
    let once = written::distinct(items);
    Directive {
        verb: line.verb,
        word: word(line),
        items: names(scene, &once),
        written: written::written(vocabulary, &once, items),
        including: written::all(vocabulary, line.including),
        covers: Vec::new(),
        phase: None,
        from: None,
        last_day: None,
        first_free_day: None,
        still_held: Vec::new(),
        off_now: Vec::new(),
        firm_until: None,
        advised_until: None,
        windows: Vec::new(),
        next_session_windows: Vec::new(),
        open_until: line.fallen.open_until.map(str::to_owned),
        usually: usually(line),
        releases: false,
        nothing_after: false,
        window_text: rule.window_text.clone(),
        frequency: details.frequency.clone(),
        quantity: details.quantity.clone(),
        limit: None,
        attributes: attributes(scene, items),
        place: details.place(),
        using: details.using.as_ref().map(|using| using.text.clone()),
        not_using: Vec::new(),
        not_using_because_of: Vec::new(),
        manner: details.manner.clone(),
        by: details.by.clone(),
        while_: details.while_.clone(),
        except: Vec::new(),
        instead: details.instead.clone(),
        if_unavoidable: details.if_unavoidable.clone(),
        choice: line.choice,
        state: line.state,
        asks: Vec::new(),
        facts: provenance::facts(scene, &line.said.condition),
        if_: None,
        unless: None,
        because: because(line),
        sources: details.sources.clone(),
        held_back_by: Vec::new(),
        choices_held_back: Vec::new(),
        part_held_back_by: Vec::new(),
        next_session_except: Vec::new(),
        next_session_held_back_by: Vec::new(),
        never_in_force: false,
        clock_time_decides: false,
        unless_prescribed: false,
        of_allergy: false,
        section: rule.section.last().cloned(),
        treatments: vec![line.treatment],
        rule: rule_ref(line.said),
    }
}

/// The author's reason: in `allow X but not Y because "..."` it is that of the permission.
fn because(line: &Line<'_>) -> Option<String> {
    let rule = line.said.rule;
    let of_the_other = line.restricts() && matches!(rule.head, Head::Allow { .. });
    rule.details.because.clone().filter(|_| !of_the_other)
}

/// When what is left of the line holds, and what its end gives back.
fn in_time(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    line: &Line<'_>,
    left: &Left,
    directive: &mut Directive,
) {
    directive.windows = span::windows(scene, line.verb, &left.held, line.fallen);
    let next = span::next_windows(scene, line.verb, &left.next, line.fallen);
    directive.next_session_windows = next;
    let hull = span::hull(&directive.windows);
    directive.releases = line.verb == Verb::Avoid
        && left.held.iter().any(|held| held.releases)
        && !all_medicines(scene, &left.items);
    let nothing = left.held.is_empty()
        && left.next.is_empty()
        && line.fallen.starts_at.is_none()
        && !line.restricts();
    directive.clock_time_decides = nothing && clock_time_decides(scene, lines, line, left);
    directive.never_in_force = nothing && !directive.clock_time_decides;
    if !directive.never_in_force {
        let held = if nothing { line.held } else { &left.held };
        directive.phase = span::phase(scene, held, &left.next);
    }
    if directive.releases {
        let after = hull.last_day.and_then(|day| day.succ_opt());
        let again = &directive.next_session_windows;
        directive.first_free_day =
            after.filter(|day| !again.iter().any(|window| window.holds_on(*day)));
        directive.still_held = still::still_held(scene, lines, line);
    }
    directive.off_now = still::off_now(scene, lines, line, directive.phase);
    directive.nothing_after = still::nothing_after(scene, lines, line, left);
    (directive.from, directive.last_day) = (hull.from, hull.last_day);
    (directive.firm_until, directive.advised_until) = (hull.firm_until, hull.advised_until);
}

/// Whether a line of which nothing is left may have something left once the clock time of the treatment is
/// known: bans by the hour are counted at their longest until then (3.2).
fn clock_time_decides(scene: &Scene<'_>, lines: &[Line<'_>], line: &Line<'_>, left: &Left) -> bool {
    let aftercare = scene.protocol.aftercare;
    let mut cutting = left
        .held_back_by
        .iter()
        .filter_map(|index| lines.get(*index));
    let by_the_hour = |line: &Line<'_>| line.said.rule.window.is_by_the_hour(aftercare);
    scene.treatment.vague
        && (by_the_hour(line) && !left.held_back_by.is_empty() || cutting.any(by_the_hour))
}

/// What other lines take from it.
fn cut_by_others(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    line: &Line<'_>,
    left: Left,
    directive: &mut Directive,
) {
    let not_used = hold::not_used(scene, lines, line, &left);
    directive.not_using_because_of = held_back_by(lines, &not_used.by);
    directive.not_using = not_used.parts;
    directive.held_back_by = held_back_by(lines, &left.held_back_by);
    directive.part_held_back_by = held_back_by(lines, &left.part_held_back_by);
    directive.choices_held_back = left.restricted_choices;
    directive.next_session_held_back_by = held_back_by(lines, &left.next_held_back_by);
    directive.next_session_except = left.next_parts;
}

/// How sure it is, what of its condition is left open, and what that hangs on.
fn left_open(
    scene: &mut Scene<'_>,
    (line, left): (&Line<'_>, &Left),
    prescribed: &Prescribed,
    directive: &mut Directive,
) -> BTreeSet<Unknown> {
    let sure: Vec<Held>;
    let mut held = left.held.as_slice();
    if held.is_empty() {
        // Of what is taken away whole it only matters whether there was something to take.
        let all = line.held.iter().copied();
        sure = all.filter(|held| held.node == Node::TRUE).collect();
        held = if sure.is_empty() { line.held } else { &sure };
    }
    let mut nodes = line.left_hanging_on(held);
    let line_state = if held == line.held || nodes == line.hangs_on() {
        line.state
    } else {
        state(scene, line.verb, nodes.iter().copied())
    };
    directive.state = with_prescribed(scene, (line, line_state), prescribed);
    nodes.extend(&prescribed.open);
    let unknowns = provenance::unknowns(scene, &nodes);
    let left = if held.is_empty() {
        let asking = provenance::asking(scene, false);
        residual::left(
            &scene.truth,
            &mut scene.unknowns,
            &line.said.condition,
            asking,
        )
    } else {
        provenance::left(scene, line.said, held)
    };
    let say = |condition: Condition| words::condition(&scene.protocol.vocabulary, &condition);
    directive.unless = left.as_ref().and_then(unless).map(say);
    directive.if_ = left.map(say);
    directive.asks = provenance::asks(scene, &unknowns, false);
    if directive.clock_time_decides
        && directive.state == State::Settled
        && directive.phase != Some(Phase::Past)
    {
        directive.state = State::Waiting;
    }
    directive.unless_prescribed = !prescribed.open.is_empty();
    directive.of_allergy = directive.unless_prescribed && line.is_of_allergy(scene);
    unknowns
}

/// A restriction on a medicine that may be prescribed is provisional until that is known.
fn with_prescribed(
    scene: &Scene<'_>,
    (line, alone): (&Line<'_>, State),
    prescribed: &Prescribed,
) -> State {
    if alone == State::Settled && !prescribed.open.is_empty() {
        state(scene, line.verb, prescribed.open.iter().copied())
    } else {
        alone
    }
}

/// The end of a restriction on a medicine gives nothing back.
fn all_medicines(scene: &Scene<'_>, items: &[ThingRef]) -> bool {
    items
        .iter()
        .all(|item| scene.protocol.vocabulary.thing(item.thing).kind == Kind::Medicine)
}

fn names(scene: &Scene<'_>, items: &[ThingRef]) -> Vec<String> {
    items
        .iter()
        .map(|item| words::thing(&scene.protocol.vocabulary, item))
        .collect()
}

fn attributes(scene: &Scene<'_>, items: &[ThingRef]) -> Vec<String> {
    items
        .iter()
        .flat_map(|item| &item.attributes)
        .map(|test| words::attribute(&scene.protocol.vocabulary, test))
        .collect()
}

fn word(line: &Line<'_>) -> String {
    match (&line.said.rule.head, line.verb) {
        (
            Head::Duty {
                verb: Some(verb), ..
            },
            Verb::Do,
        ) => verb.word(),
        (_, Verb::Do) => "",
        (_, Verb::Avoid) => "avoid",
        (_, Verb::Allow) => "allow",
        (_, Verb::Limit) => "limit",
    }
    .to_owned()
}

fn usually(line: &Line<'_>) -> Option<String> {
    match &line.said.rule.window {
        crate::check::Window::Until { usually, .. } => usually.clone(),
        _ => None,
    }
}

fn covered(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    (line, left): (&Line<'_>, &Left),
    own: &[Subject],
) -> Vec<String> {
    let mut covered = Vec::new();
    for subject in own {
        let node = covers(scene, &left.items, line.except, subject);
        let counts = if line.restricts() {
            node != Node::FALSE
        } else {
            node == Node::TRUE && !hold::is_restricted(scene, lines, (line, left), subject)
        };
        if counts && !covered.iter().any(|name| name == subject.shown()) {
            covered.push(subject.shown().to_owned());
        }
    }
    covered
}

fn exceptions(
    scene: &Scene<'_>,
    line: &Line<'_>,
    left: &Left,
    prescribed: &Prescribed,
) -> Vec<String> {
    let known = names(scene, line.except);
    let mut except = written::all(&scene.protocol.vocabulary, line.except);
    for name in left.restricted_parts.iter().chain(&prescribed.names) {
        if !known.contains(name) && !except.contains(name) {
            except.push(name.clone());
        }
    }
    let situation = line.said.rule.details.except_while.iter();
    except.extend(situation.map(|name| format!("while {name}")));
    except
}

fn held_back_by(lines: &[Line<'_>], by: &BTreeSet<usize>) -> Vec<crate::plan::RuleRef> {
    by.iter()
        .filter_map(|index| lines.get(*index))
        .map(|line| rule_ref(line.said))
        .collect()
}
