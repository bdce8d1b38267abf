//! `call us if blister is larger than 3 cm, redness spreads, or calf hurts`, `should any of these occur, call us`: a call
//! about a list of signs, in the sentence or elsewhere.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::calls_said::{Call, call, of_hours};
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::should_you::sign_said;
use crate::vocabulary::{SaidSign, names_a_sign, said_signs};

/// Words before a list that say that somebody has what stands in it.
const HAVING: &[&str] = &[
    "you are experiencing ",
    "you develop ",
    "you experience ",
    "you get ",
    "you have ",
    "you notice ",
    "you see ",
    "there are ",
    "there is ",
    "there be ",
];

/// How many of them are enough.
const ANY: &[&str] = &[
    "any of ",
    "any one of ",
    "one of ",
    "one or more of ",
    "some of ",
    "any ",
    "of ",
];

/// Words that stand for a list elsewhere.
const ELSEWHERE: &[&str] = &[
    "the following",
    "the above",
    "following",
    "these",
    "those",
    "them",
    "this",
    "that",
    "they",
    "it",
];

/// What is listed.
const LISTED: &[&str] = &[
    " signs or symptoms",
    " signs and symptoms",
    " warning signs",
    " symptoms",
    " problems",
    " changes",
    " things",
    " signs",
];

/// What comes of it, or is so.
const COMING: &[&str] = &[
    " appears",
    " appear",
    " applies",
    " apply",
    " are present",
    " arises",
    " arise",
    " be present",
    " develops",
    " develop",
    " happens",
    " happen",
    " is present",
    " occurs",
    " occur",
    " starts",
    " start",
];

/// A list that stands elsewhere, and whether its signs follow behind a colon.
#[derive(Debug, PartialEq)]
struct Elsewhere<'t> {
    said: &'t str,
    signs: Option<&'t str>,
}

impl Lower<'_> {
    /// Explains a call about signs that stand elsewhere, or behind a colon; whether it is one.
    pub(super) fn any_of_these(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let text = self.quote(sentence);
        let text = text.trim_end_matches('.');
        let Some((asked, whom)) = asked_and_whom(text) else {
            return false;
        };
        let Some(found) = elsewhere(&asked) else {
            return false;
        };
        // One sign that another sentence names is asked for by whom to call.
        let is_one = ["it", "that", "they", "this"].contains(&found.said);
        if is_one && found.signs.is_none() && self.first_word(sentence) != "should" {
            return false;
        }
        let report = found.signs.map(|signs| {
            let signs = listed_signs(signs, false).unwrap_or_else(|| in_a_row(signs));
            format!("report {signs} to {whom}")
        });
        let written = report.map(|report| (vec![edit(sentence, report.as_str())], report));
        let written = written.filter(|(edits, _)| self.reads_with(line, edits));
        if found.signs.is_some() && written.is_none() {
            return false;
        }
        self.diagnostics
            .retain(|one| !one.span().is_some_and(|span| sentence.contains(span)));
        let diagnostic = Diagnostic::new(
            Code::UnknownName,
            sentence,
            match found.said.strip_prefix("of ") {
                Some(said) => format!("`any of {said}` names no sign"),
                None => format!("`{}` names no sign", found.said),
            },
            "which signs?",
        );
        self.refuse(match written {
            Some((edits, report)) => diagnostic
                .with_help(format!("write `{report}`"))
                .with_edits(edits),
            None => diagnostic.with_help(format!(
                "each sentence stands alone, and no list above or below is read with it: name the signs, as in `report \
                 fever, pus or severe pain to {whom}`"
            )),
        });
        true
    }

    /// Offers the report of a list of signs of which one is measured, or still there; whether a call has such a list.
    pub(super) fn measured_list(&mut self, line: Span, sentence: Span, call: &Call) -> bool {
        let Some(signs) = listed_signs(&call.signs, true) else {
            return false;
        };
        let report = format!("report {signs} to {}", call.whom);
        let edits = vec![edit(sentence, report.as_str())];
        if !self.reads_with(line, &edits) {
            return false;
        }
        // That a measure is written otherwise is the same mistake.
        self.diagnostics
            .retain(|one| !one.span().is_some_and(|span| sentence.contains(span)));
        self.refuse(
            self.no_call_first(sentence, "warning signs")
                .with_help(format!(
                    "write `{report}`{}",
                    of_hours(&self.quote(sentence), &report)
                ))
                .with_edits(edits),
        );
        true
    }
}

/// What a call asks for, and whom it calls with how soon: of `should it happen, call us` and `report these to doctor`, too.
fn asked_and_whom(text: &str) -> Option<(String, String)> {
    if let Some(signs) = text.strip_prefix("report ") {
        let (signs, list) = match signs.split_once(':') {
            Some((signs, list)) => (signs, format!(":{list}")),
            None => (signs, String::new()),
        };
        let (signs, whom) = signs.split_once(" to ").unwrap_or((signs, "clinic"));
        return Some((format!("{signs}{list}"), whom.trim().to_owned()));
    }
    let asked = text
        .strip_prefix("should ")
        .or_else(|| text.strip_prefix("Should "));
    let found = match asked {
        Some(asked) => call(&format!("if {asked}"))?,
        None => match text.split_once(':') {
            // The signs of a list have commas of their own.
            Some((front, list)) => {
                let mut found = call(front.trim())?;
                found.signs = format!("{}:{list}", found.signs);
                found
            }
            None => call(text)?,
        },
    };
    Some((found.signs, found.whom))
}

/// What a call asks for, where that stands elsewhere.
fn elsewhere(asked: &str) -> Option<Elsewhere<'_>> {
    let strip = |text: &'_ str, words: &[&str]| -> usize {
        let found = words.iter().find(|word| text.starts_with(**word));
        found.map_or(0, |word| word.len())
    };
    let (asked, signs) = match asked.split_once(':') {
        Some((asked, signs)) => (asked.trim(), Some(signs.trim())),
        None => (asked.trim(), None),
    };
    if signs.is_some_and(|signs| !signs.is_empty())
        && HAVING.iter().any(|word| word.trim_end() == asked)
    {
        return Some(Elsewhere { said: asked, signs });
    }
    let bare = asked.get(strip(asked, HAVING)..)?;
    let of = bare.get(strip(bare, ANY)..)?;
    let word = strip(of, ELSEWHERE);
    let listed = of.get(word..)?;
    let comes = listed.get(strip(listed, LISTED)..)?;
    let rest = comes.get(strip(comes, COMING)..)?;
    let is_any = of.len() < bare.len();
    let is_told = is_any || comes.len() < listed.len() || rest.len() < comes.len();
    let is_told = is_told || signs.is_some();
    let is_list = word > 0 && is_told;
    let said = bare.get(..bare.len() - comes.len())?;
    let dated = [" after ", " before ", " during ", " from ", " within "];
    let ends =
        rest.is_empty() || signs.is_none() && dated.iter().any(|word| rest.starts_with(word));
    (is_list && ends && signs != Some("")).then_some(Elsewhere { said, signs })
}

/// Each sign of a list as a report takes it, joined by `or`; `measured`: of a list of several of which one has a measure,
/// or of what is still there, alone.
pub(super) fn listed_signs(asked: &str, measured: bool) -> Option<String> {
    let said = said_signs(asked, names_a_sign)?;
    let is_denied =
        asked.contains(" not ") || asked.contains("n't ") || asked.contains("n\u{2019}t ");
    let is_measured = |sign: &SaidSign| matches!(sign, SaidSign::Measured { .. });
    // What is denied and was understood is a sign that does not go, or how somebody is.
    let has_measure = is_denied || said.signs.len() > 1 && said.signs.iter().any(is_measured);
    if said.together || measured && !has_measure {
        return None;
    }
    let each: Vec<String> = said.signs.iter().map(quoted_where_several).collect();
    Some(crate::check::wording::list(&each, "or"))
}

/// `fever, pus` as `fever or pus`; a list that is joined stays as it is.
fn in_a_row(signs: &str) -> String {
    let signs = signs.replace("; ", ", ");
    if signs.contains(" or ") || signs.contains(" and ") {
        return signs;
    }
    let each: Vec<String> = signs
        .split(',')
        .map(|sign| sign.trim().to_owned())
        .collect();
    crate::check::wording::list(&each, "or")
}

/// A sign whose name has several words may be a known one, and is it in quotes, too.
pub(super) fn quoted_where_several(sign: &SaidSign) -> String {
    let how_bad = ["severe ", "spreading ", "worsening "];
    match sign {
        SaidSign::Named(name) if !how_bad.iter().any(|word| name.starts_with(word)) => quoted(name),
        SaidSign::Measured { of, how } => format!("{} {how}", quoted(of)),
        other => sign_said(other),
    }
}

fn quoted(name: &str) -> String {
    if name.contains(' ') {
        format!("\"{name}\"")
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{asked_and_whom, elsewhere, listed_signs};

    #[test]
    fn a_list_of_signs_keeps_each_of_them() {
        let list = |asked| listed_signs(asked, true);
        assert_eq!(
            list("blister is larger than 3 cm, redness spreads, or calf hurts").as_deref(),
            Some("blister above 3 cm, redness spreading or \"calf hurts\"")
        );
        assert_eq!(
            list("you have a fever over 38 C or severe pain").as_deref(),
            Some("fever above 38 C or severe pain")
        );
        assert_eq!(
            list("swelling lasts longer than 3 days, chest pain, fever or pus").as_deref(),
            Some("swelling lasting 3 days, \"chest pain\", fever or pus")
        );
        assert_eq!(
            list("blister is larger than 3 cm or red").as_deref(),
            Some("blister above 3 cm or \"red blister\"")
        );
        assert_eq!(
            list("a wound has not closed in 2 weeks").as_deref(),
            Some("\"wound not closed\" lasting 2 weeks")
        );
        assert_eq!(
            list("bleeding is heavy or does not stop").as_deref(),
            Some("\"heavy bleeding\" or \"bleeding does not stop\"")
        );
        assert_eq!(list("you are not sure").as_deref(), Some("questions"));
        for other in [
            "redness spreads or calf hurts",
            "blister is larger than 3 cm",
            "blister is larger than 3 cm and red",
        ] {
            assert_eq!(list(other), None, "{other}");
        }
    }

    #[test]
    fn signs_that_stand_elsewhere_are_found() {
        for (text, said, signs) in [
            ("should any of these occur, call us", "of these", None),
            ("call us if any of the above happens", "of the above", None),
            (
                "if you notice any of these signs, call us",
                "of these signs",
                None,
            ),
            (
                "call us if any of these occur after day 2",
                "of these",
                None,
            ),
            (
                "report the following: fever, pus",
                "the following",
                Some("fever, pus"),
            ),
            ("should this happen, call us", "this", None),
            ("report these symptoms to doctor", "these symptoms", None),
            (
                "call us if you have any of these: fever, pus or bleeding",
                "of these",
                Some("fever, pus or bleeding"),
            ),
            (
                "call us if you notice: fever or pus",
                "you notice",
                Some("fever or pus"),
            ),
        ] {
            let (asked, _) = asked_and_whom(text).unwrap_or_default();
            let found = elsewhere(&asked).map(|found| (found.said, found.signs));
            assert_eq!(found, Some((said, signs)), "{text}");
        }
        for text in [
            "call us if it lasts",
            "call us if these blisters burst",
            "call us if bleeding",
            "report fever to clinic",
        ] {
            let (asked, _) = asked_and_whom(text).unwrap_or_default();
            assert_eq!(elsewhere(&asked), None, "{text}");
        }
    }
}
