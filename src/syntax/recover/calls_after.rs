//! `call the clinic if bleeding after 15 minutes of pressure`, `if bleeding, call clinic or 111`: how long a sign has been
//! there, what has been done about it, and whom to call if the first cannot be reached.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::calls_of_several::each_by_itself;
use crate::syntax::recover::calls_said::{Call, call, call_of_some, of_hours};
use crate::syntax::recover::dated_sign::dated_last;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;
use crate::syntax::tree::TimeUnit;
use crate::vocabulary::without_getting;

/// Words before how long a sign has been there.
const AFTER: &[&str] = &[
    " for longer than ",
    " for more than ",
    " lasts over ",
    " lasts at least ",
    " last over ",
    " last at least ",
    " lasts longer than ",
    " lasts more than ",
    " last longer than ",
    " last more than ",
    " persists for ",
    " continues for ",
    " lasts for ",
    " last for ",
    " lasts ",
    " longer than ",
    " beyond ",
    " past ",
    " after ",
    " at ",
];

/// What a sign that is still there has not done, or goes on doing, before such a time.
const STILL: &[&str] = &[
    " does not settle",
    " does not stop",
    " has not settled",
    " has not stopped",
    " not stopped",
    " not stopping",
    " has not improved",
    " has not gone",
    " is no better",
    " is not better",
    " is still there",
    " is still present",
    " still there",
    " still present",
    " goes on",
    " continues",
    " persists",
    " that",
    " which",
];

/// What asks of the signs before it, by a word that stands for them.
const ASKED: &[&str] = &[" if it", " if they"];

/// A sign that has been there so long.
pub(super) struct Lasting {
    /// The signs, the last of them as the language writes it.
    pub(super) signs: String,
    /// The signs before that time.
    pub(super) bare: String,
    pub(super) time: String,
    /// Whether something was done about it for so long.
    pub(super) treated: bool,
    /// Whether words say that it is there still after that time.
    still: bool,
    /// Whether it cannot be meant that it counts from then on alone.
    pub(super) denied: bool,
}

impl Lower<'_> {
    /// Offers the report of a call that names a time of its sign, or two to call; whether a line is one.
    pub(in crate::syntax) fn calls_after(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let laid = self.laid(sentence).to_owned();
        if let Some(found) = laid.strip_prefix("report ").and_then(lasting) {
            let stays = found.treated || found.still;
            return stays && self.report_after(line, sentence, &laid, &found);
        }
        let text = self.quote(sentence);
        let text = text.trim_end_matches('.');
        if let Some(report) = call_of_some(text) {
            return self.is_report(line, sentence, &report, None);
        }
        let Some(mut call) = call(text) else {
            return false;
        };
        if self.report_of(line, sentence, &call) {
            return true;
        }
        let Some(signs) = dated_last(&call.signs) else {
            return false;
        };
        call.signs = signs;
        let led = self.report_of(line, sentence, &call);
        // That the other sign was read as a time is the same mistake.
        let own = self.diagnostics.len().saturating_sub(1);
        let mut index = 0;
        self.diagnostics.retain(|one| {
            let inside = one.span().is_some_and(|span| sentence.contains(span));
            let is_kept = !led || !inside || index == own;
            index += 1;
            is_kept
        });
        led
    }

    /// Offers the report of a call, where its sign has a time or somebody else is called, too.
    fn report_of(&mut self, line: Span, sentence: Span, call: &Call) -> bool {
        if let Some(sign) = from_a_cause(&call.signs) {
            let report = format!("report \"{sign}\" to {}", call.whom);
            return self.is_report(line, sentence, &report, None);
        }
        if let Some((others, last)) = last_from_a_day(&call.signs) {
            let (signs, day) = last;
            let indent = self.indentation(line);
            let whom = &call.whom;
            let first = format!("report {others} to {whom}");
            let second = format!("report {signs} to {whom} from day {day}");
            return self.are_reports(line, sentence, &first, &second, &indent);
        }
        if let Some((signs, day)) = from_a_day(&call.signs) {
            let report = format!("report {signs} to {} from day {day}", call.whom);
            return self.is_report(line, sentence, &report, None);
        }
        let found = lasting(&call.signs);
        let denied = [" not ", "n't ", "n\u{2019}t "];
        let denied = denied.iter().any(|word| call.signs.contains(word));
        if (found.is_none() || denied) && self.measured_list(line, sentence, call) {
            return true;
        }
        if found.is_none() && !call.own || call.signs.contains(" and ") {
            return false;
        }
        let Some(found) = found else {
            let report = format!("report {} to {}", call.signs, call.whom);
            return self.is_report(line, sentence, &report, None);
        };
        if let Some(signs) = each_by_itself(&found.bare) {
            return self.last_of_several(line, sentence, &signs, &found, &call.whom);
        }
        let report = format!("report {} to {}", found.signs, call.whom);
        let later = format!("report {} to {} from {}", found.bare, call.whom, found.time);
        let later = (!found.treated && !found.denied).then_some(later);
        self.is_report(line, sentence, &report, later)
    }

    /// `expect redness for 4 weeks, call us if it lasts 6 weeks`: the call is a report of its own.
    pub(super) fn call_behind(&mut self, stop: Stop, rest: Span) -> bool {
        let bare = self.laid(rest).trim_start_matches([',', '.', ' ']).len();
        let said = self.trimmed(self.tail(rest, rest.end as usize - bare));
        let text = self.quote(said);
        let Some(call) = call(text.trim_end_matches('.')) else {
            return false;
        };
        let signs = lasting(&call.signs).map_or(call.signs, |found| found.signs);
        let start = self.after_labels(stop.line);
        let front = self.quote(self.trimmed(self.place(start, stop.end)));
        let signs = of_the_sign_before(&front, &signs).unwrap_or(signs);
        let report = format!("report {signs} to {}", call.whom);
        let indent = self.indentation(stop.line);
        let whole = self.place(stop.end, stop.line.end as usize);
        let edits = vec![edit(whole, format!("\n{indent}{report}"))];
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        let first = self.first_word(said).to_owned();
        self.refuse(
            Diagnostic::new(
                Code::TwoSentences,
                said,
                format!("`{first}` starts a second sentence"),
                "a warning sign",
            )
            .with_help(format!(
                "write `{report}` on a line of its own{}",
                of_hours(&text, &report)
            ))
            .with_edits(edits),
        );
        true
    }

    /// `report bleeding after 15 minutes of pressure`: what was done about the sign for so long.
    fn report_after(&mut self, line: Span, sentence: Span, text: &str, found: &Lasting) -> bool {
        let Some((front, _)) = text.split_once(&found.bare) else {
            return false;
        };
        let from = sentence.start as usize + front.len();
        let behind = text.get(front.len()..).unwrap_or_default();
        let ends = [" to ", " within ", " immediately", " because ", ","];
        let time = behind.find(&found.time).unwrap_or(0);
        let tail = behind.get(time..).unwrap_or_default();
        let end = ends.iter().filter_map(|word| tail.find(word)).min();
        let whole = self.place(from, from + time + end.unwrap_or(tail.len()));
        let ends_at = [" to ", " within ", " immediately", " because "];
        let cut = ends_at
            .iter()
            .filter_map(|word| found.signs.find(word))
            .min();
        let written = found.signs.get(..cut.unwrap_or(found.signs.len()));
        let written = written.unwrap_or_default().to_owned();
        self.leads_to(line, whole, &written, |raw| {
            Diagnostic::new(
                Code::ClauseShape,
                whole,
                format!("`{raw}` says how long a sign has been there in other words"),
                "it lasts, or is there despite something",
            )
        })
    }

    /// Refuses a call of two signs that count from different days with the two reports that it is.
    fn are_reports(
        &mut self,
        line: Span,
        sentence: Span,
        first: &str,
        second: &str,
        indent: &str,
    ) -> bool {
        let edits = vec![edit(sentence, format!("{first}\n{indent}{second}"))];
        if !self.reads_with(line, &edits) {
            return false;
        }
        let help = format!("write `{first}`, and `{second}` on a line of its own");
        self.refuse(
            self.no_call_first(sentence, "warning signs")
                .with_help(help)
                .with_edits(edits),
        );
        true
    }

    /// Refuses a call with the report that it is, where that reads.
    pub(super) fn is_report(
        &mut self,
        line: Span,
        sentence: Span,
        report: &str,
        later: Option<String>,
    ) -> bool {
        let edits = vec![edit(sentence, report)];
        if !self.reads_with(line, &edits) {
            return false;
        }
        let diagnostic = self.no_call_first(sentence, "a warning sign");
        let said = self.quote(sentence);
        let hours = format!("{}{}", that_long(&said, report), of_hours(&said, report));
        self.refuse(match later {
            None => diagnostic
                .with_help(format!("write `{report}`{hours}"))
                .with_edits(edits),
            Some(later) => diagnostic.with_help(format!(
                "write `{report}` where the sign has then been there so long, `{later}` where it does not count before{hours}"
            )),
        });
        true
    }
}

/// What to know of a report that counts from so long on, where a sheet says `longer than`.
fn that_long(said: &str, report: &str) -> &'static str {
    const LONGER: &[&str] = &[
        "longer than ",
        "more than ",
        " lasts over ",
        " last over ",
        " beyond ",
        " past ",
    ];
    let is_longer = LONGER.iter().any(|word| said.contains(word));
    if is_longer && report.contains(" lasting ") {
        ", where `lasting` means that long or longer"
    } else {
        ""
    }
}

/// `redness lasting 6 weeks` of `it lasting 6 weeks` behind `expect redness for 4 weeks`.
fn of_the_sign_before(front: &str, signs: &str) -> Option<String> {
    let named = front
        .strip_prefix("expect ")
        .or_else(|| front.strip_prefix("report "))?;
    let ends = [" for ", " on ", " from ", " until ", " after ", " while "];
    let end = ends.iter().filter_map(|word| named.find(word)).min();
    let named = named.get(..end.unwrap_or(named.len()))?;
    let is_one = [",", " and ", " or ", "\""]
        .iter()
        .all(|joint| !named.contains(joint));
    let said = signs
        .strip_prefix("it ")
        .or_else(|| signs.strip_prefix("they "))?;
    is_one.then(|| format!("{named} {said}"))
}

/// `you get itching from the numbing cream`: the one sign with what it comes from, which is no time.
fn from_a_cause(signs: &str) -> Option<&str> {
    let sign = without_getting(signs);
    let (bare, cause) = sign.split_once(" from ")?;
    let named = cause.starts_with(|letter: char| letter.is_alphabetic())
        && !["day ", "treatment", "the treatment"]
            .iter()
            .any(|day| cause.starts_with(day));
    let several = [" or ", " and ", ", ", " for ", " until ", "\""];
    let one = several.iter().all(|joint| !sign.contains(joint));
    (named && one && !bare.is_empty()).then_some(sign)
}

/// `pain after day 3`: a warning sign counts from the earlier of the two days that can be meant.
pub(super) fn from_a_day(signs: &str) -> Option<(&str, u32)> {
    let joints = [" after day ", " from day ", " past day ", " beyond day "];
    let (signs, day) = joints.iter().find_map(|joint| signs.split_once(joint))?;
    Some((signs, day.parse().ok()?))
}

/// `fever or pain after day 3`: the time is that of the last sign, and the others count at once.
fn last_from_a_day(signs: &str) -> Option<(&str, (&str, u32))> {
    let joint = [", or ", " or ", ", "]
        .iter()
        .filter_map(|joint| Some((signs.rfind(joint)?, joint.len())))
        .max()?;
    let (others, last) = (signs.get(..joint.0)?, signs.get(joint.0 + joint.1..)?);
    let others = others.trim_end_matches(',');
    (from_a_day(others).is_none()).then_some((others, from_a_day(last)?))
}

/// The signs of a call with the time that the last of them has been there.
pub(super) fn lasting(signs: &str) -> Option<Lasting> {
    let (at, word) = AFTER
        .iter()
        .find_map(|word| Some((signs.rfind(word)?, *word)))?;
    let (bare, behind) = (signs.get(..at)?, signs.get(at + word.len()..)?);
    let mut words = behind.split(' ');
    let (number, unit) = (words.next()?, words.next()?.trim_end_matches(','));
    let counts = number.starts_with(|letter: char| letter.is_ascii_digit());
    TimeUnit::from_word(unit).filter(|_| counts)?;
    let time = format!("{number} {unit}");
    let rest = behind.get(time.len()..).unwrap_or_default();
    let mut sign = bare;
    let mut still = false;
    let of_them = ASKED.iter().find_map(|word| sign.strip_suffix(word));
    sign = of_them.unwrap_or(sign);
    while let Some(front) = STILL.iter().find_map(|word| sign.strip_suffix(word)) {
        still = true;
        sign = front;
    }
    // `pain at 4 weeks` may come then.
    if word == " at " && !still {
        return None;
    }
    let done = rest.strip_prefix(" of ");
    let rest = [" or more", " or longer"]
        .iter()
        .find_map(|more| rest.strip_prefix(more))
        .unwrap_or(rest);
    if done.is_none() && !rest.is_empty() {
        return None;
    }
    let written = match done {
        Some(done) => {
            let ends = [" to ", " within ", " immediately", " because "];
            let end = ends.iter().filter_map(|word| done.find(word)).min();
            let done = done.get(..end.unwrap_or(done.len()))?;
            format!("{sign} despite \"{time} of {done}\"")
        }
        // Each of them is asked for.
        None if of_them.is_some() => {
            let each = sign.split(" and ").flat_map(|part| part.split(" or "));
            let each = each.flat_map(|part| part.split(", "));
            let each: Vec<String> = each.map(|sign| format!("{sign} lasting {time}")).collect();
            crate::check::wording::list(&each, "or")
        }
        None => format!("{sign} lasting {time}"),
    };
    Some(Lasting {
        signs: written,
        bare: sign.to_owned(),
        time,
        treated: done.is_some(),
        still: still && word == " after " || of_them.is_some(),
        denied: still || word != " after ",
    })
}

#[cfg(test)]
mod tests {
    use super::{from_a_cause, from_a_day, last_from_a_day, lasting};

    #[test]
    fn what_a_sign_comes_from_is_no_time() {
        let sign = from_a_cause("you get itching from the numbing cream");
        assert_eq!(sign, Some("itching from the numbing cream"));
        assert_eq!(from_a_cause("bleeding from day 2"), None);
        assert_eq!(from_a_cause("bleeding from 2 hours"), None);
        assert_eq!(from_a_day("pain after day 3"), Some(("pain", 3)));
        assert_eq!(from_a_day("pain after day 3 and fever"), None);
    }

    #[test]
    fn the_time_of_the_last_sign_is_not_that_of_the_others() {
        let found = last_from_a_day("fever or pain after day 3");
        assert_eq!(found, Some(("fever", ("pain", 3))));
        assert_eq!(last_from_a_day("pain after day 3"), None);
    }

    #[test]
    fn a_sign_that_stays_keeps_its_time() {
        let signs = |text| lasting(text).map(|found| found.signs).unwrap_or_default();
        assert_eq!(
            signs("bleeding after 15 minutes"),
            "bleeding lasting 15 minutes"
        );
        assert_eq!(
            signs("bleeding does not stop after 10 minutes of firm pressure"),
            "bleeding despite \"10 minutes of firm pressure\""
        );
        assert_eq!(signs("bleeding after filler"), "");
    }
}
