//! One rule in sentences. They say all that has meaning, and nothing else: two rules of different
//! meaning never read alike, and two of the same meaning always do.

use super::clause::{beside, grounds, instead, known_findings, step_grounds};
use super::condition;
use super::head::{examples, has_time, nature, opposed, role, what};
use super::names::sentence;
use super::unknown::meanwhile;
use super::window::{Times, afterwards};
use crate::check::{Condition, Head, Protocol, Rule, ThingRef, Window};
use crate::eval::reading::{Role, for_concerns, implied, until_resumed};
use crate::plan::Replaces;
use crate::syntax::tree::Kind;
use crate::vocabulary::{ThingId, Vocabulary};

/// What a rule means.
pub(super) fn means(protocol: &Protocol, rule: &Rule) -> Vec<String> {
    let Rule {
        // Where it stands and how it is written.
        span: _,
        location: _,
        sentence: _,
        label: _,
        replaces: _,
        treatment: _,
        section: _,
        window_text: _,
        advised,
        head,
        window,
        condition,
        details,
    } = rule;
    let vocabulary = &protocol.vocabulary;
    let what = what(vocabulary, head, window, &beside(vocabulary, details));
    let mut all = vec![kind_of(vocabulary, head, *advised, condition)];
    all.push(sentence(&match when(protocol, rule) {
        Some(when) => format!("{when}: {what}"),
        None => what,
    }));
    all.extend(after(vocabulary, rule));
    all.extend(examples(vocabulary, head));
    all.extend(instead(head, details));
    all.extend(opposed(vocabulary, head));
    all.extend(also_asked(vocabulary, rule));
    all.extend(meanwhile(head, &hangs_on(protocol, rule)).map(str::to_owned));
    all.extend(medicines(vocabulary, rule).map(str::to_owned));
    all
}

/// `A ban, only if skin type is IV.`
fn kind_of(vocabulary: &Vocabulary, head: &Head, advised: bool, condition: &Condition) -> String {
    let nature = nature(head, advised);
    if condition.is_truth() {
        return sentence(nature);
    }
    let words = condition::words(vocabulary, condition);
    sentence(&format!("{nature}, only if {words}"))
}

/// The first two sentences of what a rule means; the second with or without its window.
pub(super) fn in_short(protocol: &Protocol, rule: &Rule, with_window: bool) -> (String, String) {
    let vocabulary = &protocol.vocabulary;
    let kind = kind_of(vocabulary, &rule.head, rule.advised, &rule.condition);
    let beside = beside(vocabulary, &rule.details);
    let what = what(vocabulary, &rule.head, &rule.window, &beside);
    let window = with_window.then(|| when(protocol, rule)).flatten();
    let what = match window {
        Some(window) => format!("{window}: {what}"),
        None => what,
    };
    (kind, sentence(&what))
}

/// Why, and on whose word.
pub(super) fn says_why(protocol: &Protocol, rule: &Rule) -> Vec<String> {
    let mut all = grounds(protocol, &rule.details);
    all.extend(step_grounds(protocol, &rule.head));
    all.extend(known_findings(protocol, rule));
    all.extend(rule.replaces.as_deref().map(in_place));
    all
}

/// What a variant's sentence stands in the place of.
fn in_place(replaces: &Replaces) -> String {
    let Replaces {
        sentence,
        location,
        loosened,
    } = replaces;
    let place = format!("{}:{}", location.file, location.line);
    let less = if *loosened { ", and asks less" } else { "" };
    let reason = sentence.find(" because \"");
    let said = reason
        .and_then(|end| sentence.get(..end))
        .unwrap_or(sentence);
    format!("It stands in the place of `{said}` ({place}){less}.")
}

/// All that a rule hangs on: its condition, what it is for, and what its point or its window asks.
fn hangs_on(protocol: &Protocol, rule: &Rule) -> Condition {
    let condition = for_concerns(protocol, rule);
    match implied(rule) {
        Some(implied) => condition.and(implied),
        None => condition,
    }
}

/// The question of its own that a delay's point asks, or what counts from the session before, unless
/// the author asks it, too.
fn also_asked(vocabulary: &Vocabulary, rule: &Rule) -> Option<String> {
    let implied = implied(rule)?;
    let asked = match &rule.condition {
        Condition::All(all) => all.contains(&implied),
        one => *one == implied,
    };
    if asked {
        return None;
    }
    let words = condition::words(vocabulary, &implied);
    Some(sentence(&format!("this must be so, too: {words}")))
}

/// The window of what the rule does first.
fn when(protocol: &Protocol, rule: &Rule) -> Option<String> {
    let times = Times {
        vocabulary: &protocol.vocabulary,
        aftercare: protocol.aftercare,
        role: role_of(&protocol.vocabulary, rule)?,
        soft: match rule.head {
            Head::Expect { .. } | Head::Note(_) => "at times",
            _ => "as advice only",
        },
    };
    if !has_time(&rule.head, &rule.window) {
        return None;
    }
    let resumed = match rule.head {
        Head::Resume { .. } => until_resumed(&rule.window),
        _ => None,
    };
    Some(times.phrase(resumed.as_ref().unwrap_or(&rule.window)))
}

/// What comes after a restriction; of a warning sign, that it has no end.
fn after(vocabulary: &Vocabulary, rule: &Rule) -> Option<String> {
    let (things, lead) = match &rule.head {
        Head::Avoid { things, .. } => (things.as_slice(), ""),
        Head::Allow { but_not, .. } if !but_not.is_empty() => (but_not.as_slice(), "Of the ban"),
        Head::Duty {
            only: true, things, ..
        } => (things.as_slice(), "Of all else"),
        Head::Report { .. } => {
            return Some(if rule.window == Window::Unsaid {
                "It counts whenever it is reported after the treatment.".to_owned()
            } else {
                "The patient is told so for that time; what is reported at another time after the treatment counts all \
                 the same."
                    .to_owned()
            });
        }
        _ => return None,
    };
    let medicines = things
        .iter()
        .all(|item| kind(vocabulary, item) == Kind::Medicine);
    let text = if medicines {
        afterwards(&Window::Unsaid)
    } else {
        afterwards(&rule.window)
    };
    Some(match text.strip_prefix("After") {
        Some(rest) if !lead.is_empty() => format!("{lead}: after{rest}"),
        _ if !lead.is_empty() => format!("{lead}: {text}"),
        _ => text,
    })
}

fn kind(vocabulary: &Vocabulary, item: &ThingRef) -> Kind {
    vocabulary.thing(item.thing).kind
}

/// That a prescribed medicine is never stopped, where the rule restricts medicines.
fn medicines(vocabulary: &Vocabulary, rule: &Rule) -> Option<&'static str> {
    let restricted: Vec<ThingId> = match &rule.head {
        Head::Duty {
            only: true, things, ..
        } => crate::eval::reading::kinds_of(vocabulary, things)
            .iter()
            .map(|item| item.thing)
            .collect(),
        head => head.restricted().iter().map(|item| item.thing).collect(),
    };
    let any = restricted
        .iter()
        .any(|thing| vocabulary.thing(*thing).kind == Kind::Medicine);
    any.then_some(
        "A medicine that is prescribed to the patient is never stopped by this: the plan says to \
         ask the prescriber.",
    )
}

/// What a rule does in its window.
fn role_of(vocabulary: &Vocabulary, rule: &Rule) -> Option<Role> {
    if rule.goes_on_before(vocabulary) {
        return Some(Role::GoingOn);
    }
    role(&rule.head)
}

/// The windows of a rule with what each of them does, for the dates: a `resume` has two.
pub(super) fn timed(vocabulary: &Vocabulary, rule: &Rule) -> Vec<(Role, Window)> {
    let Some(role) = role_of(vocabulary, rule) else {
        return Vec::new();
    };
    if !has_time(&rule.head, &rule.window) {
        return Vec::new();
    }
    match &rule.head {
        Head::Resume { .. } => until_resumed(&rule.window)
            .map(|until| (Role::Restriction, until))
            .into_iter()
            .chain([(Role::Permission, rule.window.clone())])
            .collect(),
        _ => vec![(role, rule.window.clone())],
    }
}
