//! What is said of rules that were taken: what they mean, with dates, and what they meet.

use std::ops::Range;

use super::Session;
use super::command::list;
use super::entries::Entry;
use super::made::RULES;
use super::reply::{Reply, Sheet};
use crate::check::{Head, Protocol, Rule, ThingRef};
use crate::diagnostic::{Diagnostic, Severity};
use crate::eval::{Case, Met};
use crate::plan::RuleRef;
use crate::read::{DatesFor, ReadBack, Reading, in_short, read_back_of};
use crate::render::{self, Style, all_of, escape};
use crate::span::Span;
use crate::vocabulary::Vocabulary;

/// The most sentences that are each explained; more are counted.
const EXPLAINED: usize = 3;

/// The most meetings with other sentences that are told of one.
const MEETINGS: usize = 3;

/// What is said of the rules in a region that was just taken.
pub(super) fn accepted(session: &Session, region: Range<usize>) -> Reply {
    let mut sheet = Sheet::new(session.width);
    match &session.made.checked.protocol {
        Some(protocol) => Said {
            session,
            protocol,
            region: region.clone(),
        }
        .say(&mut sheet),
        None => {
            sheet.say("Taken.");
        }
    }
    warnings(session, &region, &mut sheet);
    sheet.reply()
}

/// What is odd about the region, one line each.
fn warnings(session: &Session, region: &Range<usize>, sheet: &mut Sheet) {
    let about = |one: &&Diagnostic| {
        let mut spans = one.labels.iter().map(|label| label.span);
        one.severity() == Severity::Warning && spans.any(|span| inside(span, region))
    };
    for one in session.made.checked.diagnostics.iter().filter(about) {
        let mut text = one.message.clone();
        if let Some(help) = &one.help {
            text.push_str(&format!("; {help}"));
        }
        let code = format!("({})", one.code.name());
        sheet.pieces(
            "  ",
            4,
            &[
                (Style::Mark, "note:"),
                (Style::Plain, &text),
                (Style::Quiet, &code),
            ],
        );
    }
}

fn inside(span: Span, region: &Range<usize>) -> bool {
    span.source == RULES && span.start as usize >= region.start && span.end as usize <= region.end
}

struct Said<'s> {
    session: &'s Session,
    protocol: &'s Protocol,
    region: Range<usize>,
}

impl Said<'_> {
    fn say(&self, sheet: &mut Sheet) {
        let new = |rule: &Rule| inside(rule.span, &self.region);
        let patient = self.session.patient_or_nobody();
        let read = read_back_of(
            self.protocol,
            &self.session.made.sources,
            Some(&patient),
            &new,
        );
        let Ok(read) = read else {
            sheet.say("Taken. For this patient its dates leave the years 1900 to 2200.");
            return;
        };
        let rules: Vec<&Rule> = self
            .protocol
            .rules
            .iter()
            .filter(|rule| new(rule))
            .collect();
        match rules.as_slice() {
            [] => self.declared(&read, sheet),
            few if few.len() <= EXPLAINED => {
                let mut met = self.met(few).into_iter();
                for (rule, reading) in few.iter().zip(&read.rules) {
                    self.rule(rule, reading, &read, sheet);
                    self.meets(rule, &met.next().unwrap_or_default(), sheet);
                }
            }
            many => {
                let numbers = self.numbers();
                sheet.say(format!(
                    "Taken: {} sentences, {numbers}. `:read` reads them back.",
                    many.len()
                ));
            }
        }
    }

    /// `3 to 14`
    fn numbers(&self) -> String {
        let mut new = self
            .session
            .made
            .entries
            .iter()
            .filter(|entry| inside(entry.span, &self.region));
        let first = new.next().map(|entry| entry.number.to_string());
        let last = new.next_back().map(|entry| entry.number.to_string());
        match (first, last) {
            (Some(first), Some(last)) => format!("{first} to {last}"),
            (Some(first), None) => first,
            _ => String::new(),
        }
    }

    /// The number of the entry that a rule is.
    fn number(&self, rule: &Rule) -> String {
        let mut entries = self.session.made.entries.iter().rev();
        let entry =
            entries.find(|entry| entry.span.contains(rule.span) || rule.span.contains(entry.span));
        entry.map_or_else(String::new, |entry| entry.number.to_string())
    }

    /// A sentence with the number that `:list` gives it.
    fn shown(&self, sentence: &str, line: u32) -> String {
        let session = self.session;
        let mut entries = session.made.entries.iter();
        let said =
            |entry: &&Entry| entry.number.line() == line && list::line(session, entry) == sentence;
        let entry = entries.find(said).or_else(|| session.entry_at(line));
        let number = entry.map_or_else(String::new, |entry| format!("{} ", entry.number));
        format!("{number}`{}`", escape(sentence))
    }

    /// Header lines and declarations.
    fn declared(&self, read: &ReadBack, sheet: &mut Sheet) {
        let source = self.session.made.sources.get(RULES);
        let line = |byte: usize| {
            let byte = u32::try_from(byte).unwrap_or(u32::MAX);
            source.map_or(0, |source| source.position(byte).line)
        };
        let lines = line(self.region.start)..=line(self.region.end);
        let declared: Vec<&str> = read
            .declared
            .iter()
            .filter(|one| lines.contains(&one.line))
            .map(|one| one.means.as_str())
            .collect();
        let numbers = self.numbers();
        match declared.as_slice() {
            [] if numbers.is_empty() => sheet.say("Taken."),
            [] => sheet.say(format!("Taken, as {numbers}.")),
            few if few.len() <= EXPLAINED => {
                for one in few {
                    let lead = format!("{numbers}  ");
                    sheet.item(&lead, 4, *one);
                }
                sheet
            }
            many => sheet.say(format!("Taken: {} names, as {numbers}.", many.len())),
        };
    }

    /// What a rule means, with its dates; then what its classes cover.
    fn rule(&self, rule: &Rule, reading: &Reading, read: &ReadBack, sheet: &mut Sheet) {
        let dates: Vec<String> = render::dates_of(read, reading);
        let dated = !dates.is_empty() && !matches!(read.dates_for, DatesFor::Undated);
        let (nature, what) = in_short(self.protocol, rule, !dated);
        let lead = format!("{}  ", self.number(rule));
        let dates = if dated {
            dates.join(" ")
        } else {
            String::new()
        };
        sheet.pieces(
            &lead,
            4,
            &[
                (Style::Strong, &nature),
                (Style::Plain, &what),
                (Style::Plain, &dates),
            ],
        );
        for class in reading
            .covers
            .iter()
            .filter(|class| !class.members.is_empty())
        {
            sheet.item("    ", 4, render::class_in_short(class));
        }
    }

    /// What each of some rules meets; nothing where a date leaves the years of plans.
    fn met(&self, rules: &[&Rule]) -> Vec<Met> {
        let patient = self.session.patient_or_nobody();
        let case = Case::new(self.protocol, &patient);
        case.met(rules).unwrap_or_default()
    }

    /// Which sentences hold it back, which it holds back, and which are about the same things.
    fn meets(&self, rule: &Rule, met: &Met, sheet: &mut Sheet) {
        let mut told: Vec<String> = Vec::new();
        let mut tell = |told: &mut Vec<String>, lead: &str, others: Vec<String>| {
            if !others.is_empty() {
                let shown: Vec<&String> = others.iter().take(MEETINGS).collect();
                let more = others.len().saturating_sub(MEETINGS);
                let more = if more > 0 {
                    format!(", and {more} more")
                } else {
                    String::new()
                };
                let text = format!("{lead} {}{more}.", all_of(&shown));
                sheet.pieces("    ", 4, &[(Style::Mark, &text)]);
                told.extend(others);
            }
        };
        let shown = |others: &[RuleRef]| {
            let others = others.iter();
            unique(others.map(|one| self.shown(&one.sentence, one.location.line)))
        };
        tell(
            &mut told,
            "Held back, where both hold, by",
            shown(&met.held_back_by),
        );
        tell(
            &mut told,
            "Where both hold, it holds back",
            shown(&met.holds_back),
        );
        let vocabulary = &self.protocol.vocabulary;
        let alike = self.protocol.rules.iter().filter(|other| {
            other.span != rule.span
                && verb(&other.head) == verb(&rule.head)
                && meet(vocabulary, rule, other)
        });
        let alike = unique(alike.map(|other| self.shown(&other.sentence, other.location.line)));
        let alike = alike
            .into_iter()
            .filter(|one| !told.contains(one))
            .collect();
        tell(&mut Vec::new(), "About the same things:", alike);
    }
}

fn unique(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for one in all {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

/// What sort of sentence it is, to tell which are alike.
fn verb(head: &Head) -> std::mem::Discriminant<Head> {
    std::mem::discriminant(head)
}

/// Whether two rules name things of which one lies under the other.
fn meet(vocabulary: &Vocabulary, one: &Rule, other: &Rule) -> bool {
    let under = |one: &ThingRef, other: &ThingRef| {
        vocabulary.is_under(one.thing, other.thing) || vocabulary.is_under(other.thing, one.thing)
    };
    let mut things = one.head.things();
    things.any(|one| other.head.things().any(|other| under(one, other)))
}
