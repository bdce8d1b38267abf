//! A directive as one says it, without its windows.

use crate::plan::{Directive, Verb};
use crate::render::{Word, all_of, any_of};
use crate::vocabulary::says_how;

/// Words that start a place in the language, so that none has to be put before it.
const PLACED: [&str; 4] = ["on ", "around ", "over ", "near "];

/// What the line is about: the things of a restriction, a permission or a limit, the whole of a
/// duty.
pub(in crate::render) fn of_directive(line: &Directive) -> String {
    let things = things(line);
    match (line.verb, &line.limit) {
        (Verb::Do, _) => duty(line, things),
        (_, Some(limit)) => Word::LimitTo.with(&[("things", &things), ("limit", &limit.text)]),
        _ => things,
    }
}

/// The line with its verb, for where no group says it.
pub(in crate::render) fn with_verb(line: &Directive) -> String {
    let phrase = of_directive(line);
    match line.verb {
        Verb::Avoid => Word::VerbAvoid.with(&[("things", &phrase)]),
        Verb::Allow => Word::VerbAllow.with(&[("things", &phrase)]),
        Verb::Do | Verb::Limit => phrase,
    }
}

/// A duty's verb before its things, unless they hold it: an action is its own verb.
fn duty(line: &Directive, things: String) -> String {
    let word = line.word.as_str();
    if word.is_empty() || things == word || things.starts_with(&format!("{word} ")) {
        return things;
    }
    Word::VerbDo.with(&[("word", word), ("things", &things)])
}

/// Whether an amount is so much in a length of time, rather than at one time.
fn is_of_a_time(amount: &str) -> bool {
    let lengths = ["hour", "day", "week", "month", "year"];
    lengths.iter().any(|length| {
        let before = amount.strip_suffix(length).unwrap_or_default();
        before.ends_with(" a ") || before.ends_with(" an ")
    })
}

/// The things and the clauses that narrow them.
fn things(line: &Directive) -> String {
    let mut parts = Vec::new();
    let mut what = if line.choice {
        any_of(&line.written)
    } else {
        all_of(&line.written)
    };
    if let Some(place_) = &line.place {
        what = format!("{what} {}", place(place_));
    }
    if let Some(manner) = &line.manner {
        what = format!("{what} {manner}");
    }
    if let Some(things) = &line.using {
        what = format!("{what} {}", Word::Using.with(&[("things", things)]));
    }
    match (&line.quantity, &line.frequency) {
        // `at most 8 tablets a day every 4 hours` reads as 8 of them each time.
        (Some(cap), Some(often)) if is_of_a_time(cap) => {
            what = format!("{what} {often}, {cap}");
            parts.push(what);
        }
        (quantity, often) => {
            if let Some(quantity) = quantity {
                what = format!("{what}, {quantity}");
            }
            parts.push(what);
            parts.extend(often.clone());
        }
    }
    parts.extend(line.by.as_deref().map(|by| match says_how(by) {
        true => by.to_owned(),
        false => Word::By.with(&[("what", by)]),
    }));
    parts.extend(
        line.while_
            .as_deref()
            .map(|what| after(what, "while ", Word::While)),
    );
    let mut phrase = spoken(&parts.join(" "));
    let mut add = |text: String| {
        phrase.push_str(", ");
        phrase.push_str(&text);
    };
    if !line.including.is_empty() {
        add(Word::Including.with(&[("things", &all_of(&line.including))]));
    }
    if !line.except.is_empty() {
        add(Word::ExceptFor.with(&[("things", &all_of(&line.except))]));
    }
    if line.unless_prescribed {
        add(Word::UnlessPrescribed.text().to_owned());
    }
    phrase
}

/// `on the treated area`, whether or not the plan wrote its `on`.
pub(in crate::render) fn place(place: &str) -> String {
    if PLACED.iter().any(|word| place.starts_with(word)) {
        place.to_owned()
    } else {
        Word::OnPlace.with(&[("place", place)])
    }
}

/// `text` behind its clause word, once.
fn after(text: &str, clause: &str, word: Word) -> String {
    if text.starts_with(clause) {
        text.to_owned()
    } else {
        word.with(&[("what", text)])
    }
}

/// The first letter as a capital, unless the word has its own way (`pH`, `iPLEDGE`).
pub(in crate::render) fn sentence(text: &str) -> String {
    let mut rest = text.chars();
    match rest.next() {
        Some(first) if !rest.clone().next().is_some_and(char::is_uppercase) => {
            first.to_uppercase().chain(rest).collect()
        }
        _ => text.to_owned(),
    }
}

/// The text with a full stop, unless it ends in a mark of its own.
pub(in crate::render) fn stopped(text: &str) -> String {
    let text = text.trim_end();
    if text.is_empty() || text.ends_with(['.', '!', '?', ':']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// The language's ranges as one says them: `3..7 days` is `3 to 7 days`. Other dots stay.
pub(in crate::render) fn spoken(text: &str) -> String {
    let mut parts = text.split("..").peekable();
    let mut out = String::new();
    while let Some(part) = parts.next() {
        out.push_str(part);
        let Some(next) = parts.peek() else {
            break;
        };
        let range =
            part.ends_with(char::is_alphanumeric) && next.starts_with(char::is_alphanumeric);
        out.push_str(if range { " to " } else { ".." });
    }
    out
}
