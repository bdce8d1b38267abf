//! What every item of a handout says besides its own words: how sure it is, why, and for staff on whose word.

use std::collections::BTreeMap;

use super::page::Item;
use super::sayer::Sayer;
use super::text::Text;
use super::when::Days;
use super::words::Say;
use super::{Audience, HandoutOptions};
use crate::plan::{
    BeforeTreatment, Candidate, Directive, Expectation, Maintenance, Note, Plan, RedFlag, RuleRef,
    State, Steps, Visit,
};
use crate::render::text::said_at;

/// What a line rests on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grounds<'a> {
    pub state: State,
    pub if_: Option<&'a str>,
    pub unless: Option<&'a str>,
    pub asks: &'a [String],
    pub facts: &'a [String],
    pub details: &'a [String],
    pub because: Option<&'a str>,
    pub sources: &'a [String],
    pub rule: &'a RuleRef,
    pub kind: Kind,
}

/// What to do with a line that is not settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Keep to it.
    Keep,
    /// Keep to it, but stop no medicine.
    Medicine,
    /// Keep to it, and ask at once about a medicine that one may be allergic to.
    Allergy,
    /// What is to be gone on with is not stopped.
    GoOn,
    /// Ask about it.
    Ask,
    /// It is only said.
    Said,
}

macro_rules! grounds {
    ($($line:ident, $kind:expr, $facts:expr;)+) => {
        $(impl<'a> From<&'a $line> for Grounds<'a> {
            fn from(line: &'a $line) -> Self {
                let facts: fn(&'a $line) -> &'a [String] = $facts;
                Self {
                    state: line.state,
                    if_: line.if_.as_deref(),
                    unless: None,
                    asks: &line.asks,
                    facts: facts(line),
                    details: &line.details,
                    because: line.because.as_deref(),
                    sources: &line.sources,
                    rule: &line.rule,
                    kind: $kind,
                }
            }
        })+
    };
}

grounds! {
    BeforeTreatment, Kind::Ask, |line| &line.facts;
    Expectation, Kind::Said, |_| &[];
    RedFlag, Kind::Keep, |_| &[];
    Steps, Kind::Keep, |_| &[];
    Note, Kind::Said, |_| &[];
    Visit, Kind::Ask, |_| &[];
    Candidate, Kind::Said, |_| &[];
    Maintenance, Kind::Said, |_| &[];
}

impl<'a> From<&'a Directive> for Grounds<'a> {
    fn from(line: &'a Directive) -> Self {
        Self {
            state: line.state,
            if_: line.if_.as_deref(),
            unless: line.unless.as_deref(),
            asks: &line.asks,
            facts: &line.facts,
            details: &[],
            because: line.because.as_deref(),
            sources: &line.sources,
            rule: &line.rule,
            kind: match line.word.as_str() {
                "continue" => Kind::GoOn,
                _ if line.of_allergy => Kind::Allergy,
                _ if line.unless_prescribed => Kind::Medicine,
                _ => Kind::Keep,
            },
        }
    }
}

/// A plan being told.
pub(super) struct Writing<'a> {
    pub plan: &'a Plan,
    pub options: &'a HandoutOptions,
    pub sayer: Sayer<'a>,
    pub days: Days,
    sources: BTreeMap<&'a str, usize>,
}

impl<'a> Writing<'a> {
    pub fn new(plan: &'a Plan, options: &'a HandoutOptions, sayer: Sayer<'a>, days: Days) -> Self {
        let sources = plan.sources.iter().map(|source| source.key.as_str());
        Self {
            plan,
            options,
            sayer,
            days,
            sources: sources.zip(1..).collect(),
        }
    }

    pub fn for_clinic(&self) -> bool {
        self.options.audience == Audience::Clinic
    }

    /// An item with all that it rests on. A condition that only a symptom is left of stands before it, so that it is
    /// read first.
    pub fn item<'b>(&self, lead: &Text, line: impl Into<Grounds<'b>>) -> Item {
        let line = line.into();
        let title = self.conditional(lead, &line).sentence().stopped();
        let mut item = self.item_of(title, line.rule);
        item.marks = self.marks(&line);
        if !line.details.is_empty() {
            let details = self.sayer.theirs(&line.details.join(", "));
            item.body.push(details.sentence().stopped());
        }
        item.body
            .extend(line.because.map(|because| self.why(because)));
        if self.for_clinic() {
            item.staff.extend(self.staff(&line));
        }
        item
    }

    /// An item with the treatment that it is of, of several: its treated area needs not say it again.
    pub fn item_of(&self, title: Text, rule: &RuleRef) -> Item {
        let mut item = Item::new(own_area(title, rule));
        item.of = self.of_treatment(rule);
        item
    }

    /// Of several treatments the one that a line is of.
    fn of_treatment(&self, rule: &RuleRef) -> Option<Text> {
        let name = self.sayer.theirs(rule.treatment.as_deref()?);
        Some(self.sayer.with(Say::ForTreatment, &[("treatment", &name)]))
    }

    /// The days to which a line's words are said: of several treatments, those of its own.
    pub fn days_of(&self, line: &Directive) -> Days {
        let mut treatments = line.treatments.iter();
        let own = treatments.find_map(|of| self.plan.treatments.get(*of)?.treated);
        Days {
            treated: own.unwrap_or(self.days.treated),
            on: self.days.on,
        }
    }

    pub fn why(&self, because: &str) -> Text {
        let because = self.sayer.theirs(because).unstopped();
        self.sayer.with(Say::Why, &[("because", &because)])
    }

    /// The words behind the symptom without which they do not hold.
    fn conditional(&self, lead: &Text, line: &Grounds<'_>) -> Text {
        match (line.state, line.if_, line.unless) {
            // `spreading redness` says by itself what `redness if redness spreading` does.
            (State::Conditional, Some(if_), None) if says(if_, lead) => self.sayer.theirs(if_),
            (State::Conditional, Some(if_), None) => {
                let if_ = self.sayer.theirs(if_);
                let holes = [("if", &if_), ("what", lead)];
                self.sayer.with(Say::OnlyIfLead, &holes)
            }
            _ => lead.clone(),
        }
    }

    /// How sure a line is, where it is not settled.
    pub fn marks(&self, line: &Grounds<'_>) -> Vec<Text> {
        let sayer = &self.sayer;
        let if_ = line.if_.map(|if_| sayer.theirs(if_).unstopped());
        let one_of = |with: Say, without: Say| match &if_ {
            Some(if_) => sayer.with(with, &[("if", if_)]),
            None => sayer.say(without),
        };
        match (line.state, line.kind) {
            (State::Settled, _) => Vec::new(),
            (State::Conditional, _) => {
                let unless = line.unless.map(|symptom| sayer.theirs(symptom));
                let mark = unless.map(|unless| sayer.with(Say::NotIf, &[("if", &unless)]));
                mark.into_iter().collect()
            }
            (_, Kind::Said) => vec![one_of(Say::OnlyIf, Say::Depends), sayer.say(Say::Depends)]
                .into_iter()
                .take(if if_.is_some() { 2 } else { 1 })
                .collect(),
            (State::Provisional, Kind::Medicine | Kind::Allergy) => vec![
                one_of(Say::MaybeIf, Say::Maybe),
                sayer.say(match line.kind {
                    Kind::Allergy => Say::MaybeAllergy,
                    _ => Say::MaybeMedicine,
                }),
            ],
            (State::Provisional, Kind::Ask) => vec![one_of(Say::MaybeWarnIf, Say::MaybeWarn)],
            (State::Waiting, Kind::GoOn) => vec![
                one_of(Say::MaybeWarnIf, Say::MaybeWarn),
                sayer.say(Say::MaybeGoOn),
            ],
            (State::Provisional, _) => vec![one_of(Say::MaybeIf, Say::Maybe)],
            (State::Waiting, _) => vec![one_of(Say::WaitingIf, Say::Waiting)],
        }
    }

    /// For staff: the rule and where it stands, the sources' numbers, the facts that settled it, and those that would.
    fn staff(&self, line: &Grounds<'_>) -> Vec<Text> {
        let sayer = &self.sayer;
        let mut staff = vec![self.rule(line.rule)];
        let cited = line
            .sources
            .iter()
            .map(|key| match self.sources.get(key.as_str()) {
                Some(number) => format!("[{number}]"),
                None => format!("[{key}]"),
            });
        let cited: Vec<String> = cited.collect();
        if !cited.is_empty() {
            staff.push(sayer.name(&cited.join(" ")));
        }
        for (message, facts) in [(Say::ClinicKnown, line.facts), (Say::ClinicAsks, line.asks)] {
            if !facts.is_empty() {
                let facts = sayer.name(&facts.join("; "));
                staff.push(sayer.with(message, &[("facts", &facts)]));
            }
        }
        staff
    }

    /// A sentence of a protocol, and where it stands.
    pub fn rule(&self, rule: &RuleRef) -> Text {
        let place = self.sayer.name(&said_at(rule));
        let sentence = self.sayer.name(&rule.sentence);
        let holes = [("place", &place), ("sentence", &sentence)];
        self.sayer.with(Say::ClinicRule, &holes)
    }
}

/// Whether a condition is the line's own symptom, told more closely: `spreading redness`, `swelling lasting 3 days`.
fn says(if_: &str, lead: &Text) -> bool {
    let lead = lead.bare();
    let before = if_.strip_suffix(&lead);
    let behind = if_.strip_prefix(&lead);
    let told = before.is_some_and(|more| more.ends_with(' '))
        || behind.is_some_and(|more| more.starts_with(" lasting ") || more.starts_with(" above "));
    told && [" and ", " or ", ",", "("]
        .iter()
        .all(|word| !if_.contains(word))
}

/// Words of a line without the treatment behind its treated area, for where that stands beside them.
pub(super) fn own_area(words: Text, rule: &RuleRef) -> Text {
    match rule.treatment.as_deref() {
        Some(treatment) => words.without(&format!(" ({treatment})")),
        None => words,
    }
}
