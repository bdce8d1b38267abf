//! What every line prints besides its own words: its state, its reason, its sources, its rule.

use std::collections::BTreeMap;

use crate::plan::{
    BeforeTreatment, Candidate, Directive, Expectation, Maintenance, Note, Plan, RedFlag, RuleRef,
    State, Steps, TypicalDays, Visit,
};
use crate::render::dates::Dates;
use crate::render::{SeveralWord, Word, all_of};

use super::page::{Flow, Page};
use super::phrase::{sentence, spoken, stopped};
use super::style::Style;

/// How many places a line names before it only counts them.
const PLACES: usize = 4;

/// What a line of any kind rests on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Backing<'a> {
    pub(super) state: State,
    asks: &'a [String],
    facts: &'a [String],
    if_: Option<&'a str>,
    unless: Option<&'a str>,
    details: &'a [String],
    because: Option<&'a str>,
    sources: &'a [String],
    rule: &'a RuleRef,
    /// What to do with a provisional line until it is known.
    until_known: Word,
    /// What its reason is called.
    why: Word,
    /// The days that its details name.
    days: &'a [TypicalDays],
}

impl<'a> Backing<'a> {
    /// The same of a line whose details name these days.
    pub(super) fn on_days(self, days: &'a [TypicalDays]) -> Self {
        Self { days, ..self }
    }
}

impl Backing<'_> {
    /// The same of a line that other rules leave nothing of: their words stand beside its reason.
    pub(super) fn of_its_own(self) -> Self {
        Self {
            why: Word::OwnReason,
            ..self
        }
    }

    /// Whether there is more behind the line than its rule.
    fn is_argued(&self) -> bool {
        self.because.is_some()
            || !self.details.is_empty()
            || !self.sources.is_empty()
            || !self.facts.is_empty()
    }
}

macro_rules! backing {
    ($($line:ident: $facts:expr, $details:expr;)+) => {
        $(impl<'a> From<&'a $line> for Backing<'a> {
            fn from(line: &'a $line) -> Self {
                let facts: fn(&'a $line) -> &'a [String] = $facts;
                let details: fn(&'a $line) -> &'a [String] = $details;
                Self {
                    state: line.state,
                    asks: &line.asks,
                    facts: facts(line),
                    if_: line.if_.as_deref(),
                    unless: None,
                    details: details(line),
                    because: line.because.as_deref(),
                    sources: &line.sources,
                    rule: &line.rule,
                    until_known: Word::KeepUntilThen,
                    why: Word::Why,
                    days: &[],
                }
            }
        })+
    };
}

backing! {
    BeforeTreatment: |line| &line.facts, |line| &line.details;
    Expectation: |_| &[], |line| &line.details;
    RedFlag: |_| &[], |line| &line.details;
    Steps: |_| &[], |line| &line.details;
    Note: |_| &[], |line| &line.details;
    Visit: |_| &[], |line| &line.details;
    Candidate: |_| &[], |line| &line.details;
    Maintenance: |_| &[], |line| &line.details;
}

impl<'a> From<&'a Directive> for Backing<'a> {
    fn from(line: &'a Directive) -> Self {
        Self {
            state: line.state,
            asks: &line.asks,
            facts: &line.facts,
            if_: line.if_.as_deref(),
            unless: line.unless.as_deref(),
            details: &[],
            because: line.because.as_deref(),
            sources: &line.sources,
            rule: &line.rule,
            until_known: match line.word.as_str() {
                "continue" => Word::GoesOnUntilThen,
                _ if line.of_allergy => Word::AskAtOnceUntilThen,
                _ if line.unless_prescribed => Word::DoNotStopUntilThen,
                _ => Word::KeepUntilThen,
            },
            why: Word::Why,
            days: &[],
        }
    }
}

/// The plan and the numbers of its sources and questions.
#[derive(Debug)]
pub(super) struct Context<'a> {
    pub(super) plan: &'a Plan,
    sources: BTreeMap<&'a str, usize>,
    questions: BTreeMap<&'a str, usize>,
}

impl<'a> Context<'a> {
    /// Numbers a plan's sources and questions from 1.
    pub(super) fn new(plan: &'a Plan) -> Self {
        let sources = plan.sources.iter().map(|source| source.key.as_str());
        let questions = plan.questions.iter().map(|question| question.fact.as_str());
        Self {
            plan,
            sources: sources.zip(1..).collect(),
            questions: questions.zip(1..).collect(),
        }
    }

    /// Whether the treatment's day is known without its clock time.
    pub(super) fn by_day(&self) -> bool {
        let treatments = self.plan.treatments.iter();
        let mut treated = treatments.filter_map(|treatment| treatment.treated);
        treated.any(|moment| moment.time.is_none())
    }

    /// An item that orders something: its text, its state in words, what it rests on.
    pub(super) fn item<'b>(&self, page: &mut Page, text: Flow, line: impl Into<Backing<'b>>) {
        let line = line.into();
        self.marked_item(page, text, self.mark(&line), &line);
    }

    /// An item that only says something.
    pub(super) fn said<'b>(&self, page: &mut Page, text: Flow, line: impl Into<Backing<'b>>) {
        let line = line.into();
        self.marked_item(page, text, self.said_mark(&line), &line);
    }

    fn marked_item(&self, page: &mut Page, text: Flow, mark: Flow, line: &Backing<'_>) {
        if mark.is_empty() && !line.is_argued() {
            page.item(text.join(self.ground(line)));
        } else {
            page.item(text);
            page.under(mark);
            page.under(self.ground(line));
        }
    }

    /// The last lines under an item: `text`, and behind or below it what the line rests on.
    pub(super) fn close<'b>(&self, page: &mut Page, text: Flow, line: impl Into<Backing<'b>>) {
        let line = line.into();
        if line.is_argued() {
            page.under(text);
            page.under(self.ground(&line));
        } else {
            page.under(text.join(self.ground(&line)));
        }
    }

    /// The mark of a line that is not settled; empty for one that is.
    pub(super) fn mark(&self, line: &Backing<'_>) -> Flow {
        let see = self.see(line.asks);
        let if_ = spoken(line.if_.unwrap_or_default());
        let holds = |word: Word| match line.if_ {
            Some(_) => word.with(&[("if", &if_)]),
            None => String::new(),
        };
        let marked = |known: Word, plain: Word| match see.as_str() {
            "" => plain.text().to_owned(),
            see => known.with(&[("see", see)]),
        };
        match line.state {
            State::Settled => Flow::new(),
            State::Conditional if line.if_.is_none() => Flow::new(),
            State::Conditional => Flow::new().add(
                Style::Mark,
                match line.unless {
                    Some(symptoms) => Word::NotIf.with(&[("if", &spoken(symptoms))]),
                    None => holds(Word::OnlyIf),
                },
            ),
            State::Provisional => Flow::new()
                .add(
                    Style::Mark,
                    marked(Word::MayNotApply, Word::MayNotApplyPlain),
                )
                .plain(holds(Word::HoldsIf))
                .plain(line.until_known.text()),
            // "Not yet" of what is to be continued would read as though it were to be stopped.
            State::Waiting if line.until_known == Word::GoesOnUntilThen => Flow::new()
                .add(
                    Style::Mark,
                    marked(Word::MayNotApply, Word::MayNotApplyPlain),
                )
                .plain(holds(Word::HoldsOnlyIf))
                .plain(line.until_known.text()),
            State::Waiting => Flow::new()
                .add(Style::Mark, marked(Word::NotYet, Word::NotYetPlain))
                .plain(holds(Word::HoldsOnlyIf)),
        }
    }

    /// The mark of something that is said and not ordered: only its "if" and its question.
    pub(super) fn said_mark(&self, line: &Backing<'_>) -> Flow {
        if line.state == State::Settled {
            return Flow::new();
        }
        let mut flow = Flow::new();
        if let Some(if_) = line.if_ {
            flow = flow.add(Style::Mark, Word::OnlyIf.with(&[("if", &spoken(if_))]));
        }
        match self.see(line.asks).as_str() {
            "" => flow,
            see => flow.add(Style::Mark, Word::Depends.with(&[("see", see)])),
        }
    }

    /// Why, on whose word, by which rule.
    pub(super) fn ground(&self, line: &Backing<'_>) -> Flow {
        let mut flow = Flow::new();
        if !line.details.is_empty() {
            let details = spoken(&line.details.join(", "));
            let dates = days(line.days);
            let details = match dates.as_str() {
                "" => details,
                dates => format!("{details} ({dates})"),
            };
            flow = flow.plain(stopped(&sentence(&details)));
        }
        let flow = self.because(flow, (line.why, line.because), line.sources);
        let place = place(line.rule, line.facts);
        flow.add(Style::Quiet, of_treatment(line.rule, place))
    }

    /// The text with the author's reason and the numbers of the sources behind it.
    pub(super) fn reason(&self, text: Flow, because: Option<&str>, sources: &[String]) -> Flow {
        self.because(text, (Word::Why, because), sources)
    }

    /// The same, the reason called by this word.
    fn because(&self, text: Flow, why: (Word, Option<&str>), sources: &[String]) -> Flow {
        let mut flow = text;
        if let (word, Some(because)) = why {
            let because = because.trim().trim_end_matches('.');
            flow = flow.plain(word.with(&[("because", because)]));
        }
        flow.plain(self.cite(sources))
    }

    /// `[1] [3]`; a key without a note stands as it is.
    pub(super) fn cite(&self, keys: &[String]) -> String {
        let cited: Vec<String> = keys
            .iter()
            .map(|key| match self.sources.get(key.as_str()) {
                Some(number) => format!("[{number}]"),
                None => format!("[{key}]"),
            })
            .collect();
        cited.join(" ")
    }

    /// `see questions 1 and 3`; facts that are no question are the clinic's to find out.
    pub(super) fn see(&self, asks: &[String]) -> String {
        let mut numbers: Vec<usize> = asks
            .iter()
            .filter_map(|ask| self.questions.get(ask.as_str()).copied())
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        let unasked: Vec<&str> = asks
            .iter()
            .map(String::as_str)
            .filter(|ask| !self.questions.contains_key(ask))
            .collect();
        let mut parts = Vec::new();
        if let Some(see) = see_numbers(&numbers) {
            parts.push(see);
        }
        if !unasked.is_empty() {
            parts.push(Word::ClinicFindsOut.with(&[("facts", &all_of(&unasked))]));
        }
        parts.join("; ")
    }

    /// The questions that decide one of these rules, as `see question 2`.
    pub(super) fn see_deciding(&self, rules: &[RuleRef]) -> Option<String> {
        let decides = |question: &&crate::plan::Question| {
            question
                .decides
                .iter()
                .any(|decided| rules.iter().any(|rule| rule.location == decided.location))
        };
        let numbers: Vec<usize> = self
            .plan
            .questions
            .iter()
            .filter(decides)
            .filter_map(|question| self.questions.get(question.fact.as_str()).copied())
            .collect();
        see_numbers(&numbers)
    }
}

/// The dates of days that are named, one after the other.
fn days(all: &[TypicalDays]) -> String {
    let mut dates = Dates::default();
    let days = all.iter().map(|days| {
        let from = dates.say(days.from);
        if days.from == days.last_day {
            return from;
        }
        let last = dates.say(days.last_day);
        Word::DayToDay.with(&[("from", &from), ("to", &last)])
    });
    let days: Vec<String> = days.collect();
    days.join("; ")
}

/// `see questions 1 and 3`; none where there is no number.
fn see_numbers(numbers: &[usize]) -> Option<String> {
    let word = match numbers {
        [] => return None,
        [_] => Word::SeeQuestion,
        _ => Word::SeeQuestions,
    };
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    Some(word.with(&[("n", &all_of(&numbers).replace(' ', "\u{a0}"))]))
}

/// `microneedling.rules:12`
pub(in crate::render) fn at(rule: &RuleRef) -> String {
    let place = format!("{}:{}", rule.location.file, rule.location.line);
    let Some(replaces) = &rule.replaces else {
        return place;
    };
    let was = format!("{}:{}", replaces.location.file, replaces.location.line);
    let word = if replaces.loosened {
        Word::InPlaceOfLoosened
    } else {
        Word::InPlaceOf
    };
    word.with(&[("place", &place), ("was", &was)])
}

/// The same with the treatment, where there are several: `Microneedling: microneedling.rules:12`
pub(in crate::render) fn at_of_treatment(rule: &RuleRef) -> String {
    of_treatment(rule, at(rule))
}

/// Words about a rule, behind the name of its treatment where there are several.
pub(in crate::render) fn of_treatment(rule: &RuleRef, words: String) -> String {
    let Some(treatment) = &rule.treatment else {
        return words;
    };
    let of = [("treatment", sentence(treatment)), ("line", words)];
    let of = of.each_ref().map(|(key, text)| (*key, text.as_str()));
    SeveralWord::OfTreatment.with(&of)
}

/// Places of rules, the first few named and the others counted.
pub(in crate::render) fn at_all<'r>(rules: impl IntoIterator<Item = &'r RuleRef>) -> String {
    let mut places: Vec<String> = Vec::new();
    for place in rules.into_iter().map(at) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let more = places.len().saturating_sub(PLACES);
    places.truncate(PLACES);
    if more > 0 {
        places.push(Word::AndMore.with(&[("n", &more.to_string())]));
    }
    places.join(", ")
}

/// Where a rule stands, where else the same is said, and which facts settled it.
fn place(rule: &RuleRef, facts: &[String]) -> String {
    let mut parts = vec![at(rule)];
    if !rule.also.is_empty() {
        let also: Vec<String> = rule
            .also
            .iter()
            .map(|location| format!("{}:{}", location.file, location.line))
            .collect();
        parts.push(Word::AlsoAt.with(&[("places", &all_of(&also))]));
    }
    if !facts.is_empty() {
        parts.push(Word::SettledBy.with(&[("facts", &all_of(facts))]));
    }
    parts.join("; ")
}
