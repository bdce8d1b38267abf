//! The clauses beside window and condition. A new clause must be given words here: the patterns name
//! every field.

use super::head::concerns;
use super::names::{list, plain_or_quoted, quoted, sentence, things};
use crate::check::{Details, Head, Places, Protocol, Rule, Using};
use crate::vocabulary::Vocabulary;

/// The clauses that belong right to what is done: ` on treated area, amount: 10 minutes, daily`
pub(super) fn beside(vocabulary: &Vocabulary, details: &Details) -> String {
    let Details {
        places,
        during: _,
        outside,
        except_while,
        quantity,
        // Counted from quantity and frequency.
        dose: _,
        frequency,
        concerns: named,
        typical,
        // The same days.
        typical_days: _,
        while_,
        using,
        manner,
        by,
        except,
        // These stand in sentences of their own.
        if_unavoidable: _,
        instead: _,
        because: _,
        sources: _,
        due,
    } = details;
    let mut text = String::new();
    text.extend(places.iter().map(|places| format!(" {}", at(places))));
    if !except.is_empty() {
        let except = things(vocabulary, except, "and");
        text.push_str(&format!(" except {except} (which this leaves alone)"));
    }
    if let Some(manner) = manner {
        text.push_str(&format!(", {manner}"));
    }
    if let Some(using) = using {
        text.push_str(&format!(", {}", with_help(vocabulary, using)));
    }
    if let Some(quantity) = quantity {
        text.push_str(&format!(", {quantity}"));
    }
    if let Some(frequency) = frequency {
        text.push_str(&format!(", {frequency}"));
    }
    if !named.is_empty() {
        text.push_str(&format!(", for {}", concerns(named)));
    }
    if let Some(typical) = typical {
        let computes = if due.is_some() {
            ""
        } else {
            " (which computes nothing)"
        };
        text.push_str(&format!(", {typical}{computes}"));
    }
    if let Some(situation) = while_ {
        text.push_str(&format!(", while {}", plain_or_quoted(situation)));
    }
    if let Some(situation) = except_while {
        let situation = match outside.as_slice() {
            [_, _, ..] => situation.clone(),
            _ => plain_or_quoted(situation),
        };
        text.push_str(&format!(
            ", except while {situation} (of which this says nothing)"
        ));
    }
    if let Some(manner) = by {
        text.push_str(&format!(", by {}", quoted(manner)));
    }
    text
}

/// `on lips or around eyes`
fn at(places: &Places) -> String {
    let spots = places.spots.iter();
    let spots = spots.map(|spot| format!("{} {}", spot.word, plain_or_quoted(&spot.name)));
    let word = if places.choice { "or" } else { "and" };
    list(&spots.collect::<Vec<String>>(), word)
}

/// `with the help of wash cloth or sponge`
fn with_help(vocabulary: &Vocabulary, using: &Using) -> String {
    let word = if using.choice { "or" } else { "and" };
    let all = things(vocabulary, &using.things, word);
    if using.including.is_empty() {
        return format!("with the help of {all}");
    }
    let examples = things(vocabulary, &using.including, "and");
    format!("with the help of {all} (such as {examples})")
}

/// The clauses with sentences of their own: what to do instead, and what to do where it cannot be
/// avoided.
pub(super) fn instead(head: &Head, details: &Details) -> Vec<String> {
    let mut all = Vec::new();
    if details.frequency.is_none() && wants_frequency(head) {
        all.push("How often is not said.".to_owned());
    }
    if let Some(instead) = &details.instead {
        all.push(sentence(&format!("instead, {instead}")));
    }
    if let Some(unavoidable) = &details.if_unavoidable {
        all.push(sentence(&format!(
            "where it cannot be avoided, {unavoidable}"
        )));
    }
    all
}

/// Whether a reader would ask how often.
fn wants_frequency(head: &Head) -> bool {
    matches!(head, Head::Duty { verb: Some(_), .. } | Head::Steps { .. })
}

/// The author's reason, and the titles of the sources.
pub(super) fn grounds(protocol: &Protocol, details: &Details) -> Vec<String> {
    let mut all = Vec::new();
    if let Some(because) = &details.because {
        all.push(format!("Why: {}.", quoted(because)));
    }
    if !details.sources.is_empty() {
        all.push(format!(
            "On the word of {}.",
            titles(protocol, &details.sources)
        ));
    }
    all
}

/// What `check` finds in a rule and its author accepts.
pub(super) fn known_findings<'p>(
    protocol: &'p Protocol,
    rule: &'p Rule,
) -> impl Iterator<Item = String> + 'p {
    let accepted = protocol.accepted.iter();
    let own = accepted.filter(|by| by.sentence == rule.span);
    own.map(|by| {
        let (code, because) = (by.code.name(), quoted(&by.because));
        format!("The author knows of the finding `{code}` here: {because}.")
    })
}

/// On whose word single steps stand, by their numbers.
pub(super) fn step_grounds(protocol: &Protocol, head: &Head) -> Vec<String> {
    let Head::Steps { items, .. } = head else {
        return Vec::new();
    };
    let numbered = (1..).zip(items);
    let cited = numbered.filter(|(_, step)| !step.sources.is_empty());
    cited
        .map(|(number, step)| {
            let titles = titles(protocol, &step.sources);
            format!("Step {number} on the word of {titles}.")
        })
        .collect()
}

fn titles(protocol: &Protocol, keys: &[String]) -> String {
    let titles: Vec<String> = keys.iter().map(|key| source(protocol, key)).collect();
    list(&titles, "and")
}

/// The title of a source, with its key where another has the same.
fn source(protocol: &Protocol, key: &str) -> String {
    let Some(source) = protocol.sources.iter().find(|source| source.key == key) else {
        return key.to_owned();
    };
    let titled = protocol
        .sources
        .iter()
        .filter(|other| other.title == source.title);
    if titled.count() > 1 {
        format!("{} ({key})", quoted(&source.title))
    } else {
        quoted(&source.title)
    }
}
