//! `should you notice pus, contact your GP`: an `if` in other words, and whom to call.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::calls::CALLING;
use crate::syntax::recover::reread::edit;
use crate::syntax::reserved::STARTERS;
use crate::vocabulary::{
    SaidSign, VERBS, each_without_getting, help_sought, is_done_by_things, names_a_sign,
    said_signs, soon_in, whom,
};

/// Whom sheets call, where no comma stands before that.
const WHOM: &[&str] = &[
    "clinic",
    "doctor",
    "emergency services",
    "gp",
    "me",
    "nurse",
    "prescriber",
    "surgeon",
    "surgery",
    "us",
];

/// What comes of a sign, behind it.
const COMING: &[&str] = &[
    " appear",
    " arise",
    " be present",
    " develop",
    " happen",
    " occur",
    " start",
];

impl Lower<'_> {
    /// Offers the report, or the `if`, that a sentence with `should you` is; whether it is one.
    pub(super) fn should_you(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let is_asked = self.first_word(sentence) == "should";
        if !is_asked && !self.laid(sentence).contains(" about ") {
            return false;
        }
        let text = self.quote(sentence);
        if !is_asked {
            let report = worried_about(text.trim_end_matches('.'));
            return report.is_some_and(|report| self.report_instead(sentence, line, &report));
        }
        let Some(asked) = asked_by(&text) else {
            return false;
        };
        let about = asked
            .strip_prefix("you be ")
            .or_else(|| asked.strip_prefix("you have "));
        let about = about.filter(|_| asked.contains(" about ")).and_then(|_| {
            let asked = asked.replacen("you be ", "you are ", 1);
            worried_about(&format!("if {asked}"))
        });
        let report = about.or_else(|| report_of(asked));
        let condition = asked.split_once(", ");
        let written = report.or_else(|| {
            let (signs, deed) = condition?;
            let signs = signs_said(signs)?;
            Some(format!("if {signs}, {}", deed.trim_start_matches("then ")))
        });
        let Some(written) = written else {
            return self.call_without_signs(sentence, asked)
                || self.done_if_so(line, sentence, asked);
        };
        let edits = vec![edit(sentence, written.as_str())];
        if !self.reads_with(line, &edits) {
            return false;
        }
        self.asks_whether(sentence, |found| {
            found
                .with_help(format!("write `{written}`"))
                .with_edits(edits)
        });
        true
    }

    /// `should your dressing come off, call us`: a report, whose sign the author is to name.
    fn call_without_signs(&mut self, sentence: Span, asked: &str) -> bool {
        let Some((_, to, soon)) = parted(asked) else {
            return false;
        };
        let report = format!("report fever to {to} {soon}");
        self.asks_whether(sentence, |found| {
            found.with_help(format!(
                "whom to call stands in a report, behind what to call about, as in `{}`",
                report.trim_end()
            ))
        });
        true
    }

    /// `should your dressing come off, cover the wound`: what comes later is declared.
    fn done_if_so(&mut self, line: Span, sentence: Span, asked: &str) -> bool {
        let parted = asked.split_once(", ");
        let Some((sign, deed)) = parted.and_then(|(signs, deed)| Some((does_so(signs)?, deed)))
        else {
            return false;
        };
        let written = format!(
            "if {}, {}",
            sign.trim_matches('"'),
            deed.trim_start_matches("then ")
        );
        if !self.reads_with(line, &[edit(sentence, written.as_str())]) {
            return false;
        }
        self.asks_whether(sentence, |found| {
            found.with_help(format!("declare `symptom {sign}`, and write `{written}`"))
        });
        true
    }

    /// Refuses a sentence that asks whether something comes. That `should` makes nothing of it milder is the same mistake.
    fn asks_whether(&mut self, sentence: Span, helped: impl FnOnce(Diagnostic) -> Diagnostic) {
        self.diagnostics
            .retain(|one| !one.span().is_some_and(|span| sentence.contains(span)));
        let found = Diagnostic::new(
            Code::UnknownHead,
            sentence,
            format!("`{}` asks whether something comes", self.excerpt(sentence)),
            "`should` makes a sentence advice",
        );
        self.refuse(helped(found));
    }

    /// Offers a report for a sentence that says whom to call, where it reads.
    fn report_instead(&mut self, sentence: Span, line: Span, report: &str) -> bool {
        let edits = vec![edit(sentence, report)];
        if !self.reads_with(line, &edits) {
            return false;
        }
        self.diagnostics
            .retain(|one| !one.span().is_some_and(|span| sentence.contains(span)));
        let help = format!("write `{report}`");
        self.refuse(
            self.no_call_first(sentence, "whom to call")
                .with_help(help)
                .with_edits(edits),
        );
        true
    }
}

/// The report of `call us if you are worried about the scar`: `about` would be no sign, but how long. Whoever is to call
/// about any worry calls about that one, too.
fn worried_about(text: &str) -> Option<String> {
    const STATES: &[(&str, &str)] = &[
        ("you are worried about ", "worries"),
        ("you are concerned about ", "worries"),
        ("you are anxious about ", "worries"),
        ("you are unsure about ", "questions"),
        ("you are not sure about ", "questions"),
        ("you have any questions about ", "questions"),
        ("you have questions about ", "questions"),
        ("you have any concerns about ", "worries"),
        ("you have concerns about ", "worries"),
    ];
    let lower = text.to_lowercase();
    let at_start = lower.starts_with("if ") && lower.contains(", ");
    let (asked, calling) = if at_start {
        text.get("if ".len()..)?.rsplit_once(", ")?
    } else {
        let (calling, asked) = text.split_once(" if ")?;
        (asked, calling)
    };
    let (to, soon) = call(calling, true)?;
    let (about, sign) = STATES
        .iter()
        .find_map(|(state, sign)| Some((asked.strip_prefix(state)?, sign)))?;
    let plain = |one: char| one.is_alphabetic() || one == ' ';
    if !about.chars().all(plain) || about.contains(" or ") || about.contains(" and ") {
        return None;
    }
    Some(
        format!("report {sign} to {to} {soon}")
            .trim_end()
            .to_owned(),
    )
}

/// What a sentence asks that starts with `should`: none of an advice, `should avoid makeup`.
fn asked_by(text: &str) -> Option<&str> {
    let asked = text.split_at_checked("should ".len())?.1;
    let asked = asked.trim_end_matches('.');
    let first = asked.split(' ').next()?.to_lowercase();
    let is_head = STARTERS.contains(&first.as_str()) || VERBS.iter().any(|row| row.word == first);
    let pronouns = [
        "any of", "it ", "one of", "that ", "these ", "they ", "this ", "those ",
    ];
    let unsaid = pronouns.iter().any(|word| asked.starts_with(word));
    (!is_head && !unsaid && !asked.contains('"')).then_some(asked)
}

/// The report of `you notice pus contact your GP`.
fn report_of(asked: &str) -> Option<String> {
    let (signs, to, soon) = parted(asked)?;
    let signs = signs.trim_end_matches([',', ';', ' ']);
    let signs = signs.trim_end_matches(" then").trim_end_matches(',');
    let signs = signs_said(signs).or_else(|| does_so(signs))?;
    Some(
        format!("report {signs} to {to} {soon}")
            .trim_end()
            .to_owned(),
    )
}

/// `"dressing comes off"` of `your dressing come off`: what something does, in the words of a statement.
fn does_so(asked: &str) -> Option<String> {
    let named = ["your ", "the ", "a ", "an ", "any "];
    let named = named.iter().find_map(|word| asked.strip_prefix(word))?;
    let plain = |one: char| one.is_alphabetic() || one == ' ';
    let words: Vec<&str> = named.split(' ').collect();
    let at = words
        .iter()
        .skip(1)
        .position(|word| is_done_by_things(word))?
        + 1;
    let joined = ["or", "and", "not"].iter().any(|word| words.contains(word));
    if at > 3 || words.len() > 6 || joined || !named.chars().all(plain) {
        return None;
    }
    // Stitches that come out are an event, and no sign.
    if words.first()?.starts_with("stitch") || words.first()?.starts_with("suture") {
        return None;
    }
    let is_one = !words.get(at - 1)?.ends_with('s');
    let said = words.iter().enumerate().map(|(place, word)| match *word {
        word if place == at && is_one => format!("{word}s"),
        word => word.to_owned(),
    });
    let said: Vec<String> = said.collect();
    Some(format!("\"{}\"", said.join(" ")))
}

/// What is asked, whom it calls, and how soon.
fn parted(asked: &str) -> Option<(&str, String, &'static str)> {
    let mut words = asked.match_indices(' ').map(|(at, _)| at);
    words.find_map(|at| {
        let signs = asked.get(..at)?;
        let (to, soon) = call(asked.get(at + 1..)?, signs.ends_with([',', ';']))?;
        Some((signs, to, soon))
    })
}

/// Whom words call, and how soon: none of words that call nobody.
fn call(words: &str, is_behind_comma: bool) -> Option<(String, &'static str)> {
    let words = words
        .trim_start_matches("then ")
        .trim_start_matches("please ");
    let (rest, soon) = match soon_in(words) {
        Some((at, length, clause)) => {
            let rest = format!("{}{}", words.get(..at)?, words.get(at + length..)?);
            (rest, clause)
        }
        None => (words.to_owned(), ""),
    };
    let (rest, soon) = match rest.split_once("immediately") {
        Some((before, after)) => (format!("{before}{after}"), "immediately"),
        None => (rest, soon),
    };
    if let Some(help) = help_sought(rest.trim()) {
        let soon = if help.urgent && soon.is_empty() {
            "immediately"
        } else {
            soon
        };
        return Some((help.whom, soon));
    }
    let (first, rest) = rest.trim().split_once(' ')?;
    if !CALLING.contains(&first.to_lowercase().as_str()) {
        return None;
    }
    let named: Vec<&str> = rest.split_whitespace().collect();
    let bare = match named.as_slice() {
        ["the" | "your" | "our", rest @ ..] => rest.join(" ").to_lowercase(),
        all => all.join(" ").to_lowercase(),
    };
    let is_number = !bare.is_empty() && bare.chars().all(|one| one.is_ascii_digit());
    let is_called = is_number || WHOM.contains(&bare.as_str());
    let is_short = named.len() <= 4 && !rest.contains([',', '"']);
    (is_called || is_behind_comma && is_short).then(|| match bare.as_str() {
        "me" => ("clinic".to_owned(), soon),
        _ => (whom(&named), soon),
    })
}

/// The signs of `you notice pus`, as a report takes them.
fn signs_said(asked: &str) -> Option<String> {
    let comes = COMING.iter().find_map(|word| asked.strip_suffix(word));
    let there = asked.strip_prefix("there be ");
    let asked = comes.or(there).unwrap_or(asked);
    let asked = asked.replacen("you be ", "you are ", 1);
    let Some(said) = said_signs(&asked, names_a_sign) else {
        let bare = each_without_getting(&asked);
        // Whoever does something has no sign, and neither has what something does.
        let has = asked.starts_with("you ") && bare.is_some();
        let is_named = comes.or(there).is_some() || has;
        let bare = bare.unwrap_or(asked);
        return (is_named && !bare.starts_with("you ") && !bare.contains(" not ")).then_some(bare);
    };
    let each: Vec<String> = said.signs.iter().map(sign_said).collect();
    let joint = if said.together { " and " } else { " or " };
    match each.split_last() {
        Some((last, [])) => Some(last.clone()),
        Some((last, others)) => Some(format!("{}{joint}{last}", others.join(", "))),
        None => None,
    }
}

/// A sign as a report takes it, where nobody knows yet which have a name.
pub(super) fn sign_said(sign: &SaidSign) -> String {
    match sign {
        SaidSign::Named(name) => name.clone(),
        SaidSign::State { of, state } => format!("\"{state} {of}\""),
        SaidSign::Turning { of, state } => format!("\"{of} turning {state}\""),
        SaidSign::Growing { text, .. } => text.clone(),
        SaidSign::Measured { of, how } => format!("{of} {how}"),
        SaidSign::Staying { text, .. } => format!("\"{text}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::{asked_by, report_of, signs_said, worried_about};

    #[test]
    fn whom_to_call_should_something_come_is_a_report() {
        for (said, report) in [
            (
                "should you notice pus contact your GP",
                "report pus to \"GP\"",
            ),
            (
                "should you develop a fever, call us straight away",
                "report fever to clinic immediately",
            ),
            (
                "should bleeding occur, seek urgent medical help",
                "report bleeding to doctor immediately",
            ),
            (
                "should you get a fever or see pus, then call 999",
                "report fever or pus to 999",
            ),
            (
                "should your dressing come off, call us",
                "report \"dressing comes off\" to clinic",
            ),
            (
                "should the drains fall out, call us",
                "report \"drains fall out\" to clinic",
            ),
            (
                "should you get a fever or your leg swell, call us",
                "report fever or \"swollen leg\" to clinic",
            ),
            (
                "should your leg become red or hot, call us",
                "report \"red leg\" or \"hot leg\" to clinic",
            ),
        ] {
            assert_eq!(
                asked_by(said).and_then(report_of).as_deref(),
                Some(report),
                "{said}"
            );
        }
        assert_eq!(asked_by("should avoid makeup"), None);
        assert_eq!(asked_by("should any of these occur, call us"), None);
        assert_eq!(report_of("bleeding occur, press on the wound"), None);
        for said in [
            "you miss a dose",
            "your dressing come off",
            "you take aspirin",
        ] {
            assert_eq!(signs_said(said), None, "{said}");
        }
        assert_eq!(signs_said("you be worried").as_deref(), Some("worries"));
    }

    #[test]
    fn what_somebody_worries_about_is_called_about() {
        for (said, report) in [
            (
                "call us if you are worried about anything",
                "report worries to clinic",
            ),
            (
                "if you are unsure about the cream, ring the clinic",
                "report questions to clinic",
            ),
        ] {
            assert_eq!(worried_about(said).as_deref(), Some(report), "{said}");
        }
        assert_eq!(
            worried_about("avoid makeup if you are worried about it"),
            None
        );
    }
}
