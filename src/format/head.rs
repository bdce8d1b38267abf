//! Heads: what a sentence is about.

use super::clause::deed;
use super::frequency::every;
use super::name::{name, text};
use super::quantity::cap;
use super::things::things;
use super::time::{duration, point, range};
use super::wrap::Chunk;
use crate::syntax::tree::{
    Ago, Anchor, AvoidWord, Cap, Deadline, Head, Matter, Name, Point, SessionCount, Things, Who,
};

/// A head as chunks. Of `steps`, only what stands before the block.
pub(super) fn head(head: &Head) -> Vec<Chunk> {
    let chunk = match head {
        Head::Avoid { word, things: list } => {
            things(list).after(&format!("{} ", avoid_word(*word, list)))
        }
        Head::Duty {
            verb,
            only,
            things: list,
        } => {
            let only = if *only { "only " } else { "" };
            things(list).after(&format!("{} {only}", verb.node.word()))
        }
        Head::Action(what) => name(what).into(),
        Head::Allow {
            things: list,
            but_not,
        } => return allow(list, but_not.as_ref()),
        Head::Resume(list) => things(list).after("resume "),
        Head::Limit { things: list, cap } => limit(list, cap.as_ref().map(|cap| &cap.node)),
        Head::Expect(list) => things(list).after("expect "),
        Head::Report {
            things: list,
            to,
            otherwise,
            within,
        } => {
            let calling = [to, otherwise].map(|who| who.as_ref().map(|who| &who.node));
            return report(list, calling, within.as_ref().map(|within| &within.node));
        }
        Head::Steps { title, .. } => format!("steps {}", text(&title.node)).into(),
        Head::Sessions {
            count,
            every: apart,
            at_least,
        } => {
            let count = sessions(*count);
            let apart = apart.map_or_else(String::new, |apart| {
                if *at_least {
                    format!(" at least {} apart", range(apart))
                } else {
                    format!(" {}", every(apart))
                }
            });
            format!("sessions{count}{apart}").into()
        }
        Head::Maintenance { every: apart } => format!("maintenance {}", every(*apart)).into(),
        Head::Visit {
            title,
            about,
            at_least,
            point: when,
        } => {
            let least = if *at_least { "at least " } else { "" };
            let when = at(&when.node, *about);
            format!("visit {} {least}{when}", text(&title.node)).into()
        }
        Head::Refuse => "refuse".into(),
        Head::Defer { until: None } => "defer".into(),
        Head::Defer { until: Some(until) } => format!("defer until {}", point(&until.node)).into(),
        Head::Caution(words) => format!("caution {}", text(&words.node)).into(),
        Head::AskPrescriber(about) => matter("ask prescriber ", "about ", about),
        Head::AskClinic(about) => matter("ask clinic ", "about ", about),
        Head::TellClinic(about) => matter("tell clinic ", "about ", about),
        Head::Prepare(about) => matter("prepare ", "", about),
        Head::Note(words) => format!("note {}", text(&words.node)).into(),
    };
    vec![chunk]
}

/// `on day 7`, `about 6 weeks after treatment`
fn at(when: &Point, about: bool) -> String {
    let when = visit(when);
    if about {
        format!("about {}", when.strip_prefix("on ").unwrap_or(&when))
    } else {
        when
    }
}

/// `avoid` before a thing. `do not scratch` names what one does and cannot be read aloud as
/// `avoid scratch`, so that it stays; but `do not use X` is `avoid X` to the grammar.
fn avoid_word(word: AvoidWord, list: &Things) -> &'static str {
    match word {
        AvoidWord::Avoid | AvoidWord::No | AvoidWord::Stop => "avoid",
        AvoidWord::DoNot | AvoidWord::Never if starts_with_verb(list) => "avoid",
        AvoidWord::DoNot | AvoidWord::Never => "do not",
    }
}

/// Whether the first thing's first word would be taken for the verb in `do not use X`.
fn starts_with_verb(list: &Things) -> bool {
    let first = list.things.first().map(|thing| &thing.node.name);
    first.is_some_and(|Name { text, quoted, .. }| {
        let word = text.split(' ').next().unwrap_or_default().to_lowercase();
        !quoted && ["apply", "do", "drink", "eat", "take", "use", "wear"].contains(&word.as_str())
    })
}

/// `report fever to clinic otherwise emergency services within 2 hours`
fn report(list: &Things, to: [Option<&Who>; 2], within: Option<&Deadline>) -> Vec<Chunk> {
    let [to, otherwise] = to.map(|to| to.map(who));
    let calling = [
        to.map(|to| format!("to {to}")),
        otherwise.map(|to| format!("otherwise {to}")),
        within.map(deadline),
    ];
    let calling = calling.into_iter().flatten().map(Chunk::from);
    std::iter::once(things(list).after("report "))
        .chain(calling)
        .collect()
}

/// `allow mineral makeup but not foundation`
fn allow(list: &Things, but_not: Option<&Things>) -> Vec<Chunk> {
    let mut chunks = vec![things(list).after("allow ")];
    chunks.extend(but_not.map(|list| things(list).after("but not ")));
    chunks
}

/// `about cold sores`, `wear loose clothing`
fn matter(word: &str, before_things: &str, about: &Matter) -> Chunk {
    match about {
        Matter::Text(words) => format!("{word}{}", text(&words.node)).into(),
        Matter::Things(list) => things(list).after(&format!("{word}{before_things}")),
        Matter::Deed {
            verb,
            things: list,
            own,
        } => deed(&format!("{word}{} ", verb.node.word()), list, own),
    }
}

/// `limit alcohol to 1 drink per day`: no comma can stand before this `to`.
/// How many sessions, with the blank before it.
fn sessions(count: SessionCount) -> String {
    match count {
        SessionCount::Exactly(number) => format!(" {}", number.node),
        SessionCount::Between(least, most) => format!(" {}..{}", least.node, most.node),
        SessionCount::AtLeast(least) => format!(" at least {}", least.node),
        SessionCount::UpTo(most) => format!(" up to {}", most.node),
        SessionCount::Usually(number, None) => format!(" usually {}", number.node),
        SessionCount::Usually(low, Some(high)) => format!(" usually {}..{}", low.node, high.node),
        SessionCount::Open => String::new(),
    }
}

fn limit(list: &Things, most: Option<&Cap>) -> Chunk {
    let most = most.map_or_else(|| "a minimum".to_owned(), cap);
    let mut chunk = things(list).after("limit ").before(&format!(" to {most}"));
    chunk.comma = false;
    chunk
}

fn who(who: &Who) -> String {
    match who {
        Who::Clinic => "clinic".to_owned(),
        Who::Prescriber => "prescriber".to_owned(),
        Who::Doctor => "doctor".to_owned(),
        Who::EmergencyServices => "emergency services".to_owned(),
        Who::Named(words) => text(&words.node),
    }
}

fn deadline(deadline: &Deadline) -> String {
    match deadline {
        Deadline::Immediately => "immediately".to_owned(),
        Deadline::Within(length) => format!("within {}", duration(*length)),
    }
}

/// `on day 7`, `7 days after treatment`
fn visit(when: &Point) -> String {
    match when {
        Point::Day(_) => format!("on {}", point(when)),
        Point::Offset {
            distance: Some(distance),
            ago: Ago::After,
            anchor,
        } if anchor.node == Anchor::Treatment => format!("{} after treatment", range(*distance)),
        Point::Offset { .. } | Point::NextMorning | Point::Latest(_) => point(when),
    }
}
