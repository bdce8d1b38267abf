//! What a rule asks for: the nature of the sentence, and what is to be done, left or expected. A new
//! head must be given words here: every `match` names them all.

use super::names::{list, name, plain_or_quoted, quoted, thing, things};
use super::point::at;
use crate::check::{Deadline, Head, Step, ThingRef, Who, Window};
use crate::eval::reading::{Role, dose_words, duration, durations, kinds_of};
use crate::syntax::tree::Kind;
use crate::vocabulary::Vocabulary;

/// `A ban`, `Advice, not a ban`
pub(super) fn nature(head: &Head, advised: bool) -> &'static str {
    let of = |firm, advice| if advised { advice } else { firm };
    match head {
        Head::Avoid { .. } => of("A ban", "Advice, not a ban"),
        Head::Duty { .. } => of("A must", "Advice, not a must"),
        Head::Allow { .. } => of("A permission", "A permission, as advice only"),
        Head::Resume { .. } => of(
            "A ban and then a permission",
            "Advice, not a ban, and then a permission",
        ),
        Head::Limit { .. } => of("A limit", "A limit, as advice only"),
        Head::Expect { .. } => of("What is normal", "What is normal, as advice only"),
        Head::Report { .. } => of("A warning sign", "A warning sign, as advice only"),
        Head::Steps { .. } => of("A must, step by step", "Advice, not a must, step by step"),
        Head::Sessions { .. } => of("The course", "The course, as advice only"),
        Head::Maintenance { .. } => of("After the course", "After the course, as advice only"),
        Head::Visit { .. } => of("A visit", "A visit, as advice only"),
        Head::Refuse => of("A refusal", "A refusal, as advice only"),
        Head::Defer { .. } => of("A delay", "A delay, as advice only"),
        Head::Caution(_) => of("A caution", "A caution, as advice only"),
        Head::AskPrescriber(_) => of(
            "A question for the prescriber",
            "A question for the prescriber, as advice only",
        ),
        Head::AskClinic(_) => of(
            "A question for the clinic",
            "A question for the clinic, as advice only",
        ),
        Head::TellClinic(_) => of("Something to tell", "Something to tell, as advice only"),
        Head::Prepare(_) => of("A preparation", "A preparation, as advice only"),
        Head::Note(_) => of("A note", "A note, as advice only"),
    }
}

/// How the engine moves the window's ends; none where the head has no window.
pub(super) fn role(head: &Head) -> Option<Role> {
    match head {
        Head::Avoid { .. }
        | Head::Resume { .. }
        | Head::Limit { .. }
        | Head::Report { .. }
        | Head::Note(_) => Some(Role::Restriction),
        Head::Expect { .. } => Some(Role::Expected),
        Head::Duty { .. } | Head::Steps { .. } | Head::Prepare(_) => Some(Role::Duty),
        Head::Allow { .. } => Some(Role::Permission),
        Head::Sessions { .. }
        | Head::Maintenance { .. }
        | Head::Visit { .. }
        | Head::Refuse
        | Head::Defer { .. }
        | Head::Caution(_)
        | Head::AskPrescriber(_)
        | Head::AskClinic(_)
        | Head::TellClinic(_) => None,
    }
}

/// Whether the rule has a time. One that is not written means the aftercare, but not of what is said
/// before the treatment; a note is there to be read and a warning sign counts at any time.
pub(super) fn has_time(head: &Head, window: &Window) -> bool {
    let unsaid = *window == Window::Unsaid;
    match head {
        Head::Report { .. } | Head::Prepare(_) | Head::Note(_) => !unsaid,
        other => role(other).is_some(),
    }
}

/// What is to be done, left or expected; `with` are the clauses that belong right to it.
pub(super) fn what(vocabulary: &Vocabulary, head: &Head, window: &Window, with: &str) -> String {
    let and = |items: &[ThingRef]| things(vocabulary, items, "and");
    match head {
        Head::Avoid { things: items, .. } => {
            format!("{}{with}", leave(vocabulary, items))
        }
        Head::Duty { .. } => duty(vocabulary, head, with),
        Head::Allow {
            things: items,
            but_not,
            ..
        } => {
            let allowed = format!("allowed: {}{with}", and(items));
            if but_not.is_empty() {
                allowed
            } else {
                let banned = things(vocabulary, but_not, "or");
                format!("{allowed}; but not {banned}, which is banned for as long")
            }
        }
        Head::Resume { things: items, .. } => {
            let from = match window {
                Window::From { from, .. } => at(vocabulary, from),
                _ => "then".to_owned(),
            };
            format!(
                "{}{with}; from {from} on this is allowed again, without an end",
                leave(vocabulary, items)
            )
        }
        Head::Limit {
            things: items, cap, ..
        } => {
            let cap = cap.as_ref().map_or_else(
                || "to a minimum (no number is given)".to_owned(),
                |cap| format!("to {}", dose_words(cap)),
            );
            format!("keep {}{with} {cap}", and(items))
        }
        Head::Expect { symptoms, choice } => {
            let last = if *choice { "or" } else { "and" };
            let symptoms = things(vocabulary, symptoms, last);
            format!("expect {symptoms}{with}, which is normal")
        }
        Head::Report { .. } => report(vocabulary, head, with),
        Head::Steps { title, items } => {
            format!("{}{with}: {}", quoted(title), steps(vocabulary, items))
        }
        other => other_head(vocabulary, other, with),
    }
}

/// The heads about the course and about whether to treat.
fn other_head(vocabulary: &Vocabulary, head: &Head, with: &str) -> String {
    let said = |lead: &str, text: &str| format!("{lead}: {}{with}", quoted(text));
    match head {
        Head::Sessions {
            least,
            most,
            usually,
            every,
            at_least,
        } => super::course::sessions((*least, *most), *usually, (*every, *at_least), with),
        Head::Maintenance { every } => format!(
            "after the final session, a maintenance session every {}{with}",
            durations(every.0, every.1)
        ),
        Head::Visit {
            title,
            about,
            at_least,
            point,
            ..
        } => format!(
            "book a visit, {}, at this time{}: {}{with}",
            quoted(title),
            match (about, at_least) {
                (true, _) => ", or about then",
                (_, true) => " or later, and not before",
                _ => "",
            },
            at(vocabulary, point)
        ),
        Head::Refuse => format!("do not treat at all{with}"),
        Head::Defer { until: None, .. } => {
            format!("put the treatment off for as long as that is so{with}")
        }
        Head::Defer {
            until: Some(until), ..
        } => format!(
            "put the treatment off until {}{with}",
            at(vocabulary, until)
        ),
        Head::Caution(text) => said("whoever treats takes care", text),
        Head::AskPrescriber(text) => said("before the treatment, the prescriber is asked", text),
        Head::AskClinic(text) => said("before the treatment, the patient asks the clinic", text),
        Head::TellClinic(text) => said("before the treatment, the patient tells the clinic", text),
        Head::Prepare(text) => said("before the treatment, the patient prepares", text),
        Head::Note(text) => said("to be read as it stands", text),
        Head::Avoid { .. }
        | Head::Duty { .. }
        | Head::Allow { .. }
        | Head::Resume { .. }
        | Head::Limit { .. }
        | Head::Expect { .. }
        | Head::Report { .. }
        | Head::Steps { .. } => String::new(),
    }
}

/// `do not use A, B or C`: with the verb that suits them all, where there is one.
fn leave(vocabulary: &Vocabulary, items: &[ThingRef]) -> String {
    let mut verbs: Vec<&str> = items
        .iter()
        .map(|item| match vocabulary.thing(item.thing).kind {
            Kind::Substance | Kind::Product | Kind::Tool => "do not use",
            Kind::Medicine => "do not take",
            Kind::Food => "do not eat",
            Kind::Drink => "do not drink",
            Kind::Garment => "do not wear",
            Kind::Action if is_order(vocabulary.name(item.thing)) => "do not",
            Kind::Action
            | Kind::Procedure
            | Kind::Activity
            | Kind::Symptom
            | Kind::Event
            | Kind::Place
            | Kind::Situation
            | Kind::Attribute => "avoid",
        })
        .collect();
    verbs.dedup();
    let (verb, last) = match verbs.as_slice() {
        ["avoid"] => ("avoid", "and"),
        [only] => (*only, "or"),
        _ => ("avoid", "and"),
    };
    format!("{verb} {}", things(vocabulary, items, last))
}

/// Whether an action's name is an order, `keep dry`, and not a deed, `picking`, `rough handling`.
fn is_order(name: &str) -> bool {
    let is_deed = |word: &&str| {
        let stem = word.strip_suffix("ing").unwrap_or_default();
        let of_the_day = matches!(*word, "morning" | "evening");
        stem.contains(['a', 'e', 'i', 'o', 'u', 'y']) && !of_the_day
    };
    let name = name.to_lowercase();
    let mut words = name.split(|letter: char| !letter.is_alphabetic());
    let (first, last) = (words.next(), words.next_back());
    !first.iter().chain(&last).any(is_deed)
}

fn duty(vocabulary: &Vocabulary, head: &Head, with: &str) -> String {
    let Head::Duty {
        verb,
        only,
        things: items,
        choice,
        ..
    } = head
    else {
        return String::new();
    };
    let Some(verb) = verb else {
        return format!("do this: {}{with}", things(vocabulary, items, "and"));
    };
    let alone = if *only { "only " } else { "" };
    let (last, count) = match (*choice, items.len()) {
        (true, _) => ("or", " (one of them is enough)"),
        (false, ..=1) => ("and", ""),
        (false, _) => ("and", " (all of them)"),
    };
    let else_ = if *only {
        let kinds: Vec<String> = kinds_of(vocabulary, items)
            .iter()
            .map(|kind| format!("other {}", plural(vocabulary.thing(kind.thing).kind)))
            .collect();
        format!(", and no {}", list(&kinds, "and no"))
    } else {
        String::new()
    };
    let named = things(vocabulary, items, last);
    format!("{} {alone}{named}{count}{else_}{with}", verb.word())
}

fn plural(kind: Kind) -> String {
    match kind {
        Kind::Activity => "activities".to_owned(),
        other => format!("{}s", other.word()),
    }
}

fn report(vocabulary: &Vocabulary, head: &Head, with: &str) -> String {
    let Head::Report {
        symptoms,
        to,
        otherwise,
        within,
    } = head
    else {
        return String::new();
    };
    let soon = match within {
        None => "(how soon is not said)".to_owned(),
        Some(Deadline::Immediately) => "immediately".to_owned(),
        Some(Deadline::Within(length)) => format!("within {} of noticing", duration(*length)),
    };
    let other = otherwise.as_ref().map_or_else(String::new, |other| {
        format!(", and where they cannot be reached, call {}", who(other))
    });
    format!(
        "call {} {soon} if there is {}{with}{other}",
        who(to),
        things(vocabulary, symptoms, "or")
    )
}

fn who(who: &Who) -> String {
    match who {
        Who::Clinic => "the clinic".to_owned(),
        Who::Prescriber => "the prescriber".to_owned(),
        Who::Doctor => "a doctor".to_owned(),
        Who::EmergencyServices => "emergency services".to_owned(),
        Who::Named(name) => quoted(name),
    }
}

/// `1. "use gentle cleanser"; 2. then "use serum"`
fn steps(vocabulary: &Vocabulary, items: &[Step]) -> String {
    let words: Vec<String> = (1..)
        .zip(items)
        .map(|(number, step)| {
            let Step {
                join,
                text,
                things: _,
                own: _,
                condition,
                because,
                sources: _,
            } = step;
            let then = match (number, join) {
                (1, None) => String::new(),
                (_, None) => "then ".to_owned(),
                (_, Some(join)) => format!("then {join} "),
            };
            let only_if = if condition.is_truth() {
                String::new()
            } else {
                format!(
                    ", only if {}",
                    super::condition::words(vocabulary, condition)
                )
            };
            let why = because.as_ref().map_or_else(String::new, |because| {
                format!(" (why: {})", quoted(because))
            });
            format!("{number}. {then}{}{only_if}{why}", quoted(text))
        })
        .collect();
    words.join("; ")
}

/// The examples that a head names, in words; nothing where there are none.
pub(super) fn examples(vocabulary: &Vocabulary, head: &Head) -> Option<String> {
    let including: &[ThingRef] = match head {
        Head::Avoid { including, .. }
        | Head::Duty { including, .. }
        | Head::Allow { including, .. }
        | Head::Resume { including, .. }
        | Head::Limit { including, .. } => including,
        Head::Expect { .. }
        | Head::Report { .. }
        | Head::Steps { .. }
        | Head::Sessions { .. }
        | Head::Maintenance { .. }
        | Head::Visit { .. }
        | Head::Refuse
        | Head::Defer { .. }
        | Head::Caution(_)
        | Head::AskPrescriber(_)
        | Head::AskClinic(_)
        | Head::TellClinic(_)
        | Head::Prepare(_)
        | Head::Note(_) => &[],
    };
    if including.is_empty() {
        return None;
    }
    let named: Vec<String> = including
        .iter()
        .map(|item| thing(vocabulary, item))
        .collect();
    Some(format!(
        "For example {}; the examples add nothing.",
        list(&named, "and")
    ))
}

/// `for acne scars and wrinkles`
pub(super) fn concerns(concerns: &[String]) -> String {
    let names: Vec<String> = concerns.iter().map(|name| plain_or_quoted(name)).collect();
    list(&names, "and")
}

/// What an action rules out for as long, because it is declared to oppose it.
pub(super) fn opposed(vocabulary: &Vocabulary, head: &Head) -> Option<String> {
    let Head::Duty { things: items, .. } = head else {
        return None;
    };
    let against: Vec<String> = crate::eval::reading::opposed(vocabulary, items)
        .iter()
        .map(|item| name(vocabulary, item.thing))
        .collect();
    (!against.is_empty()).then(|| {
        format!(
            "For as long it also bans {}, which it opposes; from when they are allowed again, only another sentence says.",
            list(&against, "and")
        )
    })
}

#[cfg(test)]
mod tests {
    use super::is_order;

    #[test]
    fn a_deed_is_avoided_and_an_order_is_not_followed() {
        for order in [
            "keep dry",
            "sleep with head raised",
            "bring pets",
            "shower in the evening",
        ] {
            assert!(is_order(order), "{order}");
        }
        for deed in [
            "picking",
            "rough handling",
            "washing hair",
            "moving treated muscles",
        ] {
            assert!(!is_order(deed), "{deed}");
        }
    }
}
