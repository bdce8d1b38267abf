//! `if sun exposure is unavoidable, wear a hat and apply sunscreen`: what to do then stands behind the ban, as one deed.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::reserved::RESERVED;
use crate::vocabulary::VERBS;

/// What a sentence of this kind says.
#[derive(Debug, PartialEq)]
struct Said<'t> {
    /// The ban before it, or what cannot be avoided.
    what: What<'t>,
    /// What is to be done then: each verb with what follows it.
    deeds: Vec<(&'t str, &'t str)>,
    /// Whether all of it stands as the language writes it.
    is_written: bool,
}

#[derive(Debug, PartialEq)]
enum What<'t> {
    Ban(&'t str),
    Thing(&'t str),
    Unsaid,
}

impl Lower<'_> {
    /// Offers the ban with what to do where it cannot be kept; whether a sentence says so in other words.
    pub(super) fn where_unavoidable(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let laid = self.laid(sentence);
        let asks = ["unavoidable", " avoided", "t avoid "];
        if !asks.iter().any(|word| laid.contains(word)) {
            return false;
        }
        let text = self.quote(sentence);
        let Some(said) = said_of(text.trim_end_matches('.')) else {
            return false;
        };
        if said.is_written && said.deeds.len() == 1 {
            return false;
        }
        let (ban, is_sure) = match said.what {
            What::Ban(ban) => (ban.to_owned(), true),
            What::Thing(thing) => (format!("avoid {thing}"), false),
            What::Unsaid => ("avoid direct sun".to_owned(), false),
        };
        let lines: Vec<String> = one_deed(&said.deeds)
            .map_or_else(|| each_deed(&said.deeds), |deed| vec![deed])
            .into_iter()
            .map(|deed| format!("{ban} if unavoidable, {deed}"))
            .collect();
        let indent = self.indentation(line);
        let edits = vec![edit(sentence, lines.join(&format!("\n{indent}")))];
        if !self.reads_with(line, &edits) {
            return false;
        }
        let written: Vec<String> = lines.iter().map(|line| format!("`{line}`")).collect();
        let written = written.join(" and, on a line of its own, ");
        let help = match said.what {
            What::Ban(_) => format!("write {written}"),
            What::Thing(thing) => format!(
                "it stands behind the ban, which has the time: write {written}; where `{thing}` is banned on another line, \
                 write it behind that one"
            ),
            What::Unsaid => format!("it stands behind the ban, on one line, as in {written}"),
        };
        self.diagnostics
            .retain(|one| !one.span().is_some_and(|span| sentence.contains(span)));
        let diagnostic = Diagnostic::new(
            Code::ClauseShape,
            sentence,
            format!(
                "`{}` says what to do where something cannot be avoided",
                self.excerpt(sentence)
            ),
            "a part of the ban, with one deed",
        )
        .with_help(help);
        self.refuse(if is_sure {
            diagnostic.with_edits(edits)
        } else {
            diagnostic
        });
        true
    }
}

/// What a sentence says that asks whether something can be avoided.
fn said_of(text: &str) -> Option<Said<'_>> {
    let text = text
        .strip_prefix("If ")
        .or_else(|| text.strip_prefix("if "))
        .map_or((text, false), |rest| (rest, true));
    let (ban, asked) = match text {
        (rest, true) => (None, rest),
        (text, false) => {
            let (ban, asked) = text
                .split_once(" if ")
                .or_else(|| text.split_once(" If "))?;
            (Some(ban), asked)
        }
    };
    let (asked, then) = asked.split_once(", ")?;
    let thing = unavoidable(asked)?;
    let deeds = deeds(then.strip_prefix("then ").unwrap_or(then))?;
    let (what, is_written) = match (ban, thing) {
        (Some(ban), _) => {
            let bare = ban.trim_end_matches(" or").trim_end_matches(" but");
            let bare = bare.trim_end_matches([',', ';', '.']);
            (
                What::Ban(bare),
                asked == "unavoidable" && !ban.ends_with([';', '.']),
            )
        }
        (None, Some(thing)) => (What::Thing(thing), false),
        (None, None) => (What::Unsaid, false),
    };
    let is_ban = |ban: &str| {
        ["avoid ", "no ", "never ", "do not ", "stop "]
            .iter()
            .any(|word| ban.to_lowercase().starts_with(word))
    };
    let reads = match what {
        What::Ban(ban) => is_ban(ban) && !ban.contains([';', '"']) && !ban.contains(" if "),
        What::Thing(_) | What::Unsaid => true,
    };
    reads.then_some(Said {
        what,
        deeds,
        is_written,
    })
}

/// What cannot be avoided, if that is said; none where something else is asked.
fn unavoidable(asked: &str) -> Option<Option<&str>> {
    const AVOIDING: &[&str] = &[
        "you cannot avoid ",
        "you can't avoid ",
        "you can\u{2019}t avoid ",
    ];
    const CANNOT: &[&str] = &[
        " is unavoidable",
        " are unavoidable",
        " cannot be avoided",
        " can't be avoided",
        " can\u{2019}t be avoided",
    ];
    const PRONOUNS: &[&str] = &["this", "it", "that", "exposure", "they", "these"];
    if asked == "unavoidable" {
        return Some(None);
    }
    let thing = AVOIDING
        .iter()
        .find_map(|word| asked.strip_prefix(word))
        .or_else(|| CANNOT.iter().find_map(|word| asked.strip_suffix(word)))?;
    let thing = ["the ", "your ", "any ", "some "]
        .iter()
        .find_map(|word| thing.strip_prefix(word))
        .unwrap_or(thing);
    let plain = thing
        .split(' ')
        .all(|word| RESERVED.binary_search(&word).is_err());
    let named = plain && !PRONOUNS.contains(&thing);
    (plain && !thing.is_empty()).then(|| named.then_some(thing))
}

/// Each deed: its verb, and what follows it.
fn deeds(then: &str) -> Option<Vec<(&str, &str)>> {
    let is_verb = |word: &str| VERBS.iter().any(|row| row.word == word);
    let mut deeds = Vec::new();
    let mut rest = then;
    loop {
        let (verb, behind) = rest.split_once(' ')?;
        if !is_verb(verb) {
            return None;
        }
        let next = behind.match_indices(" and ").find(|(at, joint)| {
            let after = behind.get(at + joint.len()..).unwrap_or_default();
            after.split_once(' ').is_some_and(|(word, _)| is_verb(word))
        });
        let Some((at, joint)) = next else {
            deeds.push((verb, behind));
            return Some(deeds);
        };
        deeds.push((verb, behind.get(..at)?.trim_end_matches(',')));
        rest = behind.get(at + joint.len()..)?;
    }
}

/// All of them as one: `use hat and sunscreen`; none where they are not done alike, or one says more than its things.
fn one_deed(deeds: &[(&str, &str)]) -> Option<String> {
    if let [(verb, things)] = deeds {
        return Some(format!("{verb} {things}"));
    }
    let (first, _) = deeds.first()?;
    let is_same = deeds.iter().all(|(verb, _)| verb == first);
    let alike = deeds
        .iter()
        .all(|(verb, _)| ["apply", "use", "wear"].contains(verb));
    let verb = if is_same { first } else { &"use" };
    let mut things = Vec::new();
    for thing in deeds.iter().flat_map(|(_, things)| things.split(" and ")) {
        for thing in thing.split(',') {
            let thing = thing.trim();
            let article = ["the ", "your ", "a ", "an "];
            let bare = article.iter().find_map(|word| thing.strip_prefix(word));
            let bare = bare.unwrap_or(thing);
            let plain = |word: &str| RESERVED.binary_search(&word).is_err() && !word.contains('"');
            if bare.is_empty() || !bare.split(' ').all(plain) {
                return None;
            }
            things.push(bare);
        }
    }
    let (last, others) = things.split_last()?;
    (alike || is_same).then(|| format!("{verb} {} and {last}", others.join(", ")))
}

/// Each by itself, as it stands.
fn each_deed(deeds: &[(&str, &str)]) -> Vec<String> {
    let each = deeds
        .iter()
        .map(|(verb, behind)| format!("{verb} {behind}"));
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::{What, each_deed, one_deed, said_of};

    #[test]
    fn both_deeds_are_kept() {
        let deed = |text| said_of(text).and_then(|said| one_deed(&said.deeds));
        for text in [
            "if unavoidable, wear a hat and apply sunscreen",
            "avoid direct sun; if unavoidable, wear a hat and use sunscreen",
        ] {
            let found = Some("use hat and sunscreen".to_owned());
            assert_eq!(deed(text), found, "{text}");
        }
        let text = "avoid sun if unavoidable, wear a hat and apply sunscreen every 2 hours";
        assert_eq!(deed(text), None);
        let each = said_of(text).map(|said| each_deed(&said.deeds));
        let both = ["wear a hat", "apply sunscreen every 2 hours"].map(str::to_owned);
        assert_eq!(each, Some(both.to_vec()));
    }

    #[test]
    fn what_cannot_be_avoided_is_what_is_banned() {
        let what = |text| said_of(text).map(|said| said.what);
        for text in [
            "if you cannot avoid the sun, wear a hat",
            "if sun is unavoidable, wear a hat",
            "if sun cannot be avoided, wear a hat",
        ] {
            assert_eq!(what(text), Some(What::Thing("sun")), "{text}");
        }
        assert_eq!(
            what("if this is unavoidable, wear a hat"),
            Some(What::Unsaid)
        );
        assert_eq!(what("if pregnant, wear a hat"), None);
        assert_eq!(what("use a hat if unavoidable, use sunscreen"), None);
    }
}
