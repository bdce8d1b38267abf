//! Duties and steps in words: `use mineral makeup with spf 30+`.

use super::clause::{count_word, frequency, per, places, quantity};
use super::list;
use super::time::{about_point, duration, duration_range, point, typical, window};
use crate::number::Number;
use crate::span::Spanned;
use crate::syntax::tree::{
    AttributeUse, AvoidWord, Cap, Clause, Deadline, Head, ListWord, Matter, Qualifier, Sentence,
    SessionCount, StepJoin, Thing, Things, Verb, Who,
};
use crate::vocabulary::{TIMES, Unit, in_manner};

/// `wear hat or visor`
fn duty(verb: Verb, things: &Things) -> String {
    format!("{} {}", verb.word(), things_text(things, true))
}

/// What is asked, told or prepared, in words: `about cold sores and aspirin`, `wear loose clothing`.
pub(crate) fn matter(before_things: &str, about: &Matter) -> String {
    match about {
        Matter::Text(text) => text.node.clone(),
        Matter::Things(list) => format!("{before_things}{}", things_text(list, false)),
        Matter::Deed {
            verb,
            things: list,
            own,
        } => deed(verb.node, list, own),
    }
}

/// `cover treated area using waterproof dressing`: a deed with its own clauses
pub(crate) fn deed(verb: Verb, things: &Things, own: &[Spanned<Clause>]) -> String {
    let mut text = duty(verb, things);
    for clause in own.iter().filter_map(|clause| clause_text(&clause.node)) {
        text.push(' ');
        text.push_str(&clause);
    }
    text
}

/// `clean hands and lukewarm water`
pub(crate) fn things(things: &Things) -> String {
    things_text(things, true)
}

fn things_text(things: &Things, duty: bool) -> String {
    let word = match things.word {
        ListWord::And => "and",
        ListWord::Or => "or",
    };
    let words: Vec<String> = things
        .things
        .iter()
        .map(|thing| thing_text(&thing.node, duty))
        .collect();
    let mut text = list(&words, word);
    if !things.including.is_empty() {
        let words: Vec<String> = things
            .including
            .iter()
            .map(|thing| thing_text(&thing.node, duty))
            .collect();
        text.push_str(", including ");
        text.push_str(&list(&words, "and"));
    }
    text
}

fn thing_text(thing: &Thing, duty: bool) -> String {
    let mut text = thing.name.text.clone();
    let (without, with): (Vec<_>, Vec<_>) = thing
        .attributes
        .iter()
        .map(|attribute| &attribute.node)
        .partition(|attribute| attribute.without);
    for (word, group) in [("with", with), ("without", without)] {
        if !group.is_empty() {
            let words: Vec<String> = group.iter().map(|one| attribute_text(one, duty)).collect();
            text.push_str(&format!(" {word} {}", list(&words, "and")));
        }
    }
    for qualifier in &thing.qualifiers {
        text.push(' ');
        text.push_str(&qualifier_text(&qualifier.node));
    }
    text
}

fn attribute_text(attribute: &AttributeUse, duty: bool) -> String {
    let value = attribute.value.map_or_else(String::new, |value| {
        let more = value.node.or_more || duty && attribute.reads_as_least();
        let more = if more { "+" } else { "" };
        format!(" {}{more}", value.node.number)
    });
    format!("{}{value}", attribute.name.text)
}

fn qualifier_text(qualifier: &Qualifier) -> String {
    match qualifier {
        Qualifier::Severe => "severe".to_owned(),
        Qualifier::Spreading => "spreading".to_owned(),
        Qualifier::Worsening => "worsening".to_owned(),
        Qualifier::Lasting(length) => format!("lasting {}", duration(*length)),
        Qualifier::Above {
            number,
            unit,
            or_equal,
        } => {
            let unit =
                Unit::from_word(&unit.text).map_or(unit.text.as_str(), |unit| unit.name(true));
            format!("{} {number} {unit}", above(*or_equal))
        }
        Qualifier::Despite(name) => format!("despite {}", name.text),
    }
}

/// What joins a step to the one before it: `after 30 to 45 minutes`, `if it persists`; `then` is
/// what steps do anyway.
pub(crate) fn step_join(join: &StepJoin) -> Option<String> {
    match join {
        StepJoin::Then => None,
        StepJoin::After(range) => Some(format!("after {}", duration_range(range))),
        StepJoin::IfItPersists => Some("if it persists".to_owned()),
    }
}

/// A step: its head, then how much, how often, where and how.
pub(crate) fn step(sentence: &Sentence) -> String {
    let should = if sentence.should { "should " } else { "" };
    let mut text = format!("{should}{}", head(&sentence.head.node));
    for clause in &sentence.clauses {
        if let Some(words) = clause_text(&clause.node) {
            text.push(' ');
            text.push_str(&words);
        }
    }
    text
}

fn head(head: &Head) -> String {
    match head {
        Head::Avoid { word, things } => {
            let word = match word {
                AvoidWord::Avoid => "avoid",
                AvoidWord::No => "no",
                AvoidWord::DoNot => "do not",
                AvoidWord::Never => "never",
                AvoidWord::Stop => "stop",
            };
            format!("{word} {}", things_text(things, false))
        }
        Head::Duty { verb, only, things } => {
            let only = if *only { "only " } else { "" };
            format!("{} {only}{}", verb.node.word(), things_text(things, true))
        }
        Head::Action(name) => name.text.clone(),
        Head::Allow { things, but_not } => {
            let but = but_not.as_ref().map_or_else(String::new, |things| {
                format!(" but not {}", things_text(things, false))
            });
            format!("allow {}{but}", things_text(things, false))
        }
        Head::Resume(things) => format!("resume {}", things_text(things, false)),
        Head::Limit { things, cap } => {
            format!("limit {} to {}", things_text(things, false), cap_text(cap))
        }
        Head::Expect(things) => format!("expect {}", things_text(things, false)),
        Head::Report {
            things,
            to,
            otherwise,
            within,
        } => {
            let mut text = format!("report {}", things_text(things, false));
            if let Some(to) = to {
                text.push_str(&format!(" to {}", who(&to.node)));
            }
            if let Some(other) = otherwise {
                text.push_str(&format!(" otherwise {}", who(&other.node)));
            }
            if let Some(within) = within {
                text.push_str(&format!(" {}", deadline(&within.node)));
            }
            text
        }
        Head::AskPrescriber(about) => format!("ask your prescriber {}", matter("about ", about)),
        Head::AskClinic(about) => format!("ask the clinic {}", matter("about ", about)),
        Head::TellClinic(about) => format!("tell the clinic {}", matter("about ", about)),
        Head::Caution(text) => format!("take care: {}", text.node),
        Head::Prepare(about) => format!("prepare: {}", matter("", about)),
        Head::Note(text) | Head::Steps { title: text, .. } => text.node.clone(),
        other => other_head(other),
    }
}

/// The heads about the course and about whether to treat, which hardly anybody makes a step of.
fn other_head(head: &Head) -> String {
    match head {
        Head::Visit {
            title,
            about,
            at_least,
            point: at,
        } => {
            let when = about_point(*about, *at_least, &at.node);
            format!("{}: {when}", title.node)
        }
        Head::Sessions {
            count,
            every,
            at_least,
        } => {
            let count = session_count(*count);
            let every = every.as_ref().map_or_else(String::new, |every| {
                let apart = duration_range(every);
                if *at_least {
                    format!(" at least {apart} apart")
                } else {
                    format!(" every {apart}")
                }
            });
            format!("sessions{count}{every}")
        }
        Head::Maintenance { every } => format!("maintenance every {}", duration_range(every)),
        Head::Refuse => "do not treat".to_owned(),
        Head::Defer { until: None } => "wait with the treatment".to_owned(),
        Head::Defer { until: Some(until) } => {
            format!("wait with the treatment until {}", point(&until.node))
        }
        _ => String::new(),
    }
}

fn session_count(count: SessionCount) -> String {
    match count {
        SessionCount::Exactly(number) => format!(" {}", number.node),
        SessionCount::Between(least, most) => format!(" {} to {}", least.node, most.node),
        SessionCount::AtLeast(least) => format!(" at least {}", least.node),
        SessionCount::UpTo(most) => format!(" up to {}", most.node),
        SessionCount::Usually(number, None) => format!(" usually {}", number.node),
        SessionCount::Usually(low, Some(high)) => format!(" usually {} to {}", low.node, high.node),
        SessionCount::Open => String::new(),
    }
}

fn cap_text(cap: &Option<Spanned<Cap>>) -> String {
    let Some(Spanned { node: cap, .. }) = cap else {
        return "a minimum".to_owned();
    };
    let word = cap.unit.as_ref().map_or(TIMES, |unit| unit.text.as_str());
    let plural = cap.number != Number::whole(1);
    let most = match (cap.number.as_whole(), Unit::from_word(word)) {
        (Some(count), None) if word == TIMES => count_word(count),
        (_, unit) => format!(
            "{} {}",
            cap.number,
            unit.map_or(word, |unit| unit.name(plural))
        ),
    };
    match cap.per {
        Some(length) => format!("{most} {}", per(length)),
        None => format!("{most} at a time"),
    }
}

fn who(who: &Who) -> &str {
    match who {
        Who::Clinic => "the clinic",
        Who::Prescriber => "the prescriber",
        Who::Doctor => "a doctor",
        Who::EmergencyServices => "emergency services",
        Who::Named(name) => &name.node,
    }
}

fn deadline(deadline: &Deadline) -> String {
    match deadline {
        Deadline::Immediately => "immediately".to_owned(),
        Deadline::Within(length) => format!("within {}", duration(*length)),
    }
}

/// The clauses that belong to what is done; conditions and reasons are kept elsewhere.
fn clause_text(clause: &Clause) -> Option<String> {
    match clause {
        Clause::Places(all) => Some(places(all)),
        Clause::Quantity(amount) => Some(quantity(amount)),
        Clause::Frequency(often) => Some(frequency(often)),
        Clause::Window(when) => Some(window(when)),
        Clause::While(name) => Some(format!("while {}", name.text)),
        Clause::ExceptWhile(names) => {
            let names: Vec<&str> = names.iter().map(|name| name.text.as_str()).collect();
            Some(format!("except while {}", list(&names, "or")))
        }
        Clause::Using(list) => Some(format!("using {}", things(list))),
        Clause::Typical(all) => Some(typical(all)),
        Clause::Manner(words) => Some(list(words, "and")),
        Clause::By(text) => Some(in_manner(&text.node)),
        Clause::Except(things) => Some(format!("except {}", things_text(things, false))),
        Clause::Instead { verb, things, own } => {
            Some(format!("instead {}", deed(verb.node, things, own)))
        }
        Clause::IfUnavoidable { verb, things, own } => {
            Some(format!("if unavoidable, {}", deed(verb.node, things, own)))
        }
        Clause::Concerns(_)
        | Clause::If(_)
        | Clause::Unless(_)
        | Clause::Because(_)
        | Clause::Accept { .. }
        | Clause::Sources(_) => None,
    }
}

/// `above 38 C`, `at least 38 C`
fn above(or_equal: bool) -> &'static str {
    if or_equal { "at least" } else { "above" }
}
