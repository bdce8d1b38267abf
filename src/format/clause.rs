//! One clause at a time, and the order in which they stand.

use super::condition::condition;
use super::frequency::frequency;
use super::name::{commas, name, text};
use super::quantity::quantity;
use super::things::things;
use super::time::{point, range};
use super::window::window;
use super::wrap::Chunk;
use crate::span::Spanned;
use crate::syntax::tree::{Clause, Name, Places, Things, Typical, TypicalTime};

/// A clause as its sentence has it.
pub(super) fn clause(clause: &Clause) -> Chunk {
    match clause {
        Clause::Places(all) => places(all),
        Clause::Quantity(much) => quantity(much),
        Clause::Frequency(often) => frequency(often).into(),
        Clause::Concerns(names) => concerns(names),
        Clause::Window(when) => window(when).into(),
        Clause::While(situation) => format!("while {}", name(situation)).into(),
        Clause::ExceptWhile(situations) => {
            let names: Vec<String> = situations.iter().map(name).collect();
            format!("except while {}", crate::check::wording::list(&names, "or")).into()
        }
        Clause::Using(list) => things(list).after("using "),
        Clause::Typical(all) => all.iter().map(typical).collect::<Vec<_>>().join(" ").into(),
        Clause::Manner(words) => words.join(" ").into(),
        Clause::By(manner) => format!("by {}", text(&manner.node)).into(),
        Clause::If(what) => Chunk::from(condition(&what.node)).after("if "),
        Clause::Unless(what) => Chunk::from(condition(&what.node)).after("unless "),
        Clause::IfUnavoidable { verb, things, own } => deed(
            &format!("if unavoidable, {} ", verb.node.word()),
            things,
            own,
        ),
        Clause::Except(list) => things(list).after("except "),
        Clause::Instead { verb, things, own } => {
            deed(&format!("instead {} ", verb.node.word()), things, own)
        }
        Clause::Because(reason) => format!("because {}", text(&reason.node)).into(),
        Clause::Sources(keys) => Chunk::from(commas(keys)).after("[").before("]"),
        Clause::Accept { codes, because } => {
            let codes: Vec<&str> = codes.iter().map(|code| code.node.as_str()).collect();
            let because = text(&because.node);
            format!("accept {} because {because}", codes.join(", ")).into()
        }
    }
}

/// `instead use serum every morning`
pub(super) fn deed(words: &str, list: &Things, own: &[Spanned<Clause>]) -> Chunk {
    let mut own: Vec<&Clause> = own.iter().map(|clause| &clause.node).collect();
    own.sort_by_key(|clause| rank(clause));
    let mut chunk = things(list).after(words);
    for one in own {
        let next = clause(one);
        if chunk.is_parted_from(&next) {
            chunk = chunk.before(",");
        }
        chunk.parts.extend(next.parts);
        chunk.comma = next.comma;
        chunk.takes = next.takes;
    }
    chunk
}

/// The clauses' order: an exception belongs to the things before it; how it is done follows; quantity, frequency and window
/// stand before a condition; why, on whose word
/// and what is accepted come last.
pub(super) fn rank(clause: &Clause) -> u8 {
    match clause {
        Clause::Except(_) => 0,
        Clause::Places(_) => 1,
        Clause::Manner(_) => 2,
        Clause::Using(_) => 3,
        Clause::Quantity(_) => 4,
        Clause::Frequency(_) => 5,
        Clause::Concerns(_) => 6,
        Clause::Window(_) => 7,
        Clause::Typical(_) => 7,
        Clause::While(_) | Clause::ExceptWhile(_) => 8,
        Clause::By(_) => 9,
        Clause::If(_) => 10,
        Clause::Unless(_) => 11,
        Clause::IfUnavoidable { .. } => 12,
        Clause::Instead { .. } => 13,
        Clause::Because(_) => 14,
        Clause::Sources(_) => 15,
        Clause::Accept { .. } => 16,
    }
}

/// `usually for 3 days`, `by day 4`
fn typical(one: &Typical) -> String {
    let word = one.word.word();
    match &one.when {
        TypicalTime::Window(when) => format!("{word} {}", window(when)),
        TypicalTime::Length { about, length } => {
            let about = if *about { "about " } else { "" };
            format!("{word} {about}{}", range(*length))
        }
        TypicalTime::Point(when) => format!("{word} {}", point(&when.node)),
    }
}

/// `for acne scars and wrinkles`
fn concerns(names: &[Name]) -> Chunk {
    let names: Vec<String> = names.iter().map(name).collect();
    let joined = match names.split_last() {
        Some((last, first)) if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => names.concat(),
    };
    format!("for {joined}").into()
}

/// `on lips, eyes or mouth`: a preposition stands where it is another than the one before it.
fn places(places: &Places) -> Chunk {
    let last = places.sites.len().saturating_sub(1);
    let mut before = None;
    let mut parts: Vec<String> = Vec::new();
    for (at, site) in places.sites.iter().enumerate() {
        let mut words = name(&site.name);
        if before.replace(site.preposition) != Some(site.preposition) {
            words.insert_str(0, &format!("{} ", site.preposition.word()));
        }
        match parts.last_mut().filter(|_| at == last) {
            Some(one) => one.push_str(&format!(" {} {words}", places.word.word())),
            None => parts.push(words + if at + 1 < last { "," } else { "" }),
        }
    }
    Chunk::from(parts)
}
