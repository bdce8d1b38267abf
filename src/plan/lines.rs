//! The lines of a plan that are not directives.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Location, Phase, RuleRef, State, Step, Window};

/// `expect redness for 1..3 days`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Expectation {
    /// The symptoms.
    pub items: Vec<String>,
    /// The same in the author's words.
    pub written: Vec<String>,
    /// Whether they are written with `or`: any one of them is normal.
    pub choice: bool,
    /// The window in the author's words.
    pub window_text: Option<String>,
    /// When.
    pub windows: Vec<Window>,
    /// The last day, where it has one.
    pub last_day: Option<NaiveDate>,
    /// Where on the body.
    pub place: Option<String>,
    /// Where the asked day stands to it.
    pub phase: Option<Phase>,
    /// Settled, or conditional or waiting and shown with its "if".
    pub state: State,
    /// The facts that would settle it.
    pub asks: Vec<String>,
    /// What is left of the condition, in words.
    #[serde(rename = "if")]
    pub if_: Option<String>,
    /// What else the sentence says, in words: `on treated area`, `while outdoors`.
    pub details: Vec<String>,
    /// The days that those words name: `most on day 2`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub typical_days: Vec<TypicalDays>,
    /// The author's reason.
    pub because: Option<String>,
    /// The keys of the sources.
    pub sources: Vec<String>,
    /// The rule.
    pub rule: RuleRef,
}

/// Days that an expectation names: `most on days 2..3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TypicalDays {
    /// The first.
    pub from: NaiveDate,
    /// The last.
    pub last_day: NaiveDate,
}

/// `report fever above 38 C to clinic within 2 hours`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RedFlag {
    /// The symptoms, qualifiers included.
    pub items: Vec<String>,
    /// The same in the author's words.
    pub written: Vec<String>,
    /// Whom to call.
    pub to: String,
    /// Whom to call if that fails.
    pub otherwise: Option<String>,
    /// How soon, counted from noticing: `immediately`, `within 2 hours`.
    pub within: Option<String>,
    /// How urgent the call is, the most urgent first: emergency services, at once, within a time (in thousandths of a
    /// minute), without one. `to` and `within` have it in words.
    #[serde(skip)]
    pub urgency: (u8, i64),
    /// Whether the patient has reported it.
    pub reported: bool,
    /// The symptoms that the patient has reported, of those it names.
    pub reported_items: Vec<String>,
    /// Whether that hangs on a qualifier that the profile does not give.
    pub depends_on: Vec<String>,
    /// The window in the author's words.
    pub window_text: Option<String>,
    /// For which of its signs another red flag asks for a more urgent call.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stricter: Vec<StricterCall>,
    /// How sure it is.
    pub state: State,
    /// The facts that would settle it.
    pub asks: Vec<String>,
    /// What is left of the condition, in words.
    #[serde(rename = "if")]
    pub if_: Option<String>,
    /// What else the sentence says, in words: `on treated area`, `while outdoors`.
    pub details: Vec<String>,
    /// The author's reason.
    pub because: Option<String>,
    /// The keys of the sources.
    pub sources: Vec<String>,
    /// The rule.
    pub rule: RuleRef,
}

/// Where another red flag asks for a more urgent call for the same sign: that call counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StricterCall {
    /// The signs.
    pub signs: Vec<String>,
    /// Whom to call.
    pub to: String,
    /// How soon.
    pub within: Option<String>,
    /// The rule that asks for it.
    pub rule: RuleRef,
}

/// `steps "Evening routine" { ... }`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Steps {
    /// What they are for.
    pub title: String,
    /// The steps, in order.
    pub items: Vec<Step>,
    /// When.
    pub windows: Vec<Window>,
    /// Windows around the next session, where the steps are done there, too.
    pub next_session_windows: Vec<Window>,
    /// The window in the author's words.
    pub window_text: Option<String>,
    /// How often.
    pub frequency: Option<String>,
    /// Where the asked day stands to it.
    pub phase: Option<Phase>,
    /// How sure it is.
    pub state: State,
    /// The facts that would settle it.
    pub asks: Vec<String>,
    /// What is left of the condition, in words.
    #[serde(rename = "if")]
    pub if_: Option<String>,
    /// What else the sentence says, in words: `on treated area`, `while outdoors`.
    pub details: Vec<String>,
    /// The author's reason.
    pub because: Option<String>,
    /// The keys of the sources.
    pub sources: Vec<String>,
    /// The rule.
    pub rule: RuleRef,
}

/// `note "results build over months"`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// The text.
    pub text: String,
    /// The window in the author's words.
    pub window_text: Option<String>,
    /// How sure it is.
    pub state: State,
    /// The facts that would settle it.
    pub asks: Vec<String>,
    /// What is left of the condition, in words.
    #[serde(rename = "if")]
    pub if_: Option<String>,
    /// What else the sentence says, in words: `on treated area`, `while outdoors`.
    pub details: Vec<String>,
    /// The author's reason.
    pub because: Option<String>,
    /// The keys of the sources.
    pub sources: Vec<String>,
    /// The rule.
    pub rule: RuleRef,
}

/// `visit "suture removal" 7 days after treatment`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Visit {
    /// What for.
    pub title: String,
    /// When, in the author's words.
    pub when: String,
    /// Not before.
    pub earliest: Option<NaiveDate>,
    /// Not after.
    pub latest: Option<NaiveDate>,
    /// The event that it hangs on, while that has not happened.
    pub after: Option<String>,
    /// How sure it is.
    pub state: State,
    /// The facts that would settle it.
    pub asks: Vec<String>,
    /// What is left of the condition, in words.
    #[serde(rename = "if")]
    pub if_: Option<String>,
    /// What else the sentence says, in words: `on treated area`, `while outdoors`.
    pub details: Vec<String>,
    /// The author's reason.
    pub because: Option<String>,
    /// The keys of the sources.
    pub sources: Vec<String>,
    /// The rule.
    pub rule: RuleRef,
}

/// `refuse`, `defer`, `caution`, `ask prescriber`, `tell clinic`, `prepare`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BeforeTreatment {
    /// Which.
    pub verb: BeforeVerb,
    /// Its text, where it has one.
    pub text: Option<String>,
    /// Until when a deferral lasts, in the author's words.
    pub until: Option<String>,
    /// The first day on which a deferral has ended.
    pub deferred_until: Option<NaiveDate>,
    /// Whether it is advised only (`should`).
    pub advised: bool,
    /// How sure it is.
    pub state: State,
    /// The facts that would settle it.
    pub asks: Vec<String>,
    /// The facts that did, with their values.
    pub facts: Vec<String>,
    /// What is left of the condition, in words.
    #[serde(rename = "if")]
    pub if_: Option<String>,
    /// What else the sentence says, in words: `on treated area`, `while outdoors`.
    pub details: Vec<String>,
    /// The author's reason.
    pub because: Option<String>,
    /// The keys of the sources.
    pub sources: Vec<String>,
    /// The rule.
    pub rule: RuleRef,
}

/// The heads about whether and how to treat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BeforeVerb {
    /// `refuse`
    Refuse,
    /// `defer`
    Defer,
    /// `caution "..."`
    Caution,
    /// `ask prescriber "..."`
    AskPrescriber,
    /// `ask clinic "..."`
    AskClinic,
    /// `tell clinic "..."`
    TellClinic,
    /// `prepare "..."`
    Prepare,
}

/// What to ask the patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The fact: a declared one, a symptom, or `prescribed aspirin`.
    pub fact: String,
    /// How to ask it.
    pub text: String,
    /// What can be answered, in words: `yes or no`, `I, II, III, IV, V or VI`, `a number of years`.
    pub answers: String,
    /// A line for the profile that answers it.
    pub answer_with: String,
    /// The lines that hang on it.
    pub decides: Vec<RuleRef>,
}

/// What the profile may add.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CanBeAdded {
    /// What: `healed`, `clock time`, `class of Gran's balm`.
    pub what: String,
    /// Why it would help.
    pub text: String,
}

/// What the clinic has to find out or do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClinicLine {
    /// In words.
    pub text: String,
    /// The rule behind it, where there is one.
    pub rule: Option<RuleRef>,
}

/// What the protocol says nothing about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotCovered {
    /// The thing, product or medicine.
    pub thing: String,
    /// Why nothing is said.
    pub text: String,
    /// Whether it is a symptom that the patient has reported.
    pub reported: bool,
}

/// Where the protocols of several treatments disagree: one asks for or permits what the other restricts. The
/// restriction wins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clash {
    /// What they disagree on.
    pub things: Vec<String>,
    /// The rule that asks for it or permits it.
    pub asks: RuleRef,
    /// Whether it permits, and asks for nothing.
    pub allows: bool,
    /// Whether the other rule asks for it, too, in another amount or at other times: then nothing wins.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub doses: bool,
    /// The class of medicines of which both rules ask for one, each for another: then nothing wins either.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// The rule that restricts it; of two doses, or of two medicines of one class, the other one.
    pub avoids: RuleRef,
    /// The last day of that; none where it has no end yet.
    pub until: Option<NaiveDate>,
}

impl Clash {
    /// Whether the other rule restricts what the one asks for or permits, so that it wins.
    #[must_use]
    pub fn is_won(&self) -> bool {
        !self.doses && self.class.is_none()
    }
}

/// What was changed of a protocol for this plan alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanChange {
    /// The line that says so.
    pub by: RuleRef,
    /// The sentence that stood there; none where one is added.
    pub was: Option<RuleRef>,
    /// The sentence that holds now; none where one is dropped.
    pub now: Option<String>,
    /// Why.
    pub because: Option<String>,
    /// Whether less holds now, for some patient on some day.
    pub loosened: bool,
}

/// What the reader must know about the plan itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// Which kind: `draft`, `no_zone`, `clock_time_unknown`, `before_effective`,
    /// `before_treatment`, `review_overdue`.
    pub code: String,
    /// In words.
    pub text: String,
    /// Where it comes from.
    pub location: Option<Location>,
}

/// A source that lines cite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceNote {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: Option<String>,
}

/// Where a variant asks less than the protocol that it extends, for some patient on some day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Loosening {
    /// How.
    pub kind: LooseningKind,
    /// The sentence that asked more.
    pub was: RuleRef,
    /// The line that says otherwise; none where several sentences do together.
    pub by: Option<RuleRef>,
    /// The sentence that holds now; none where one is dropped.
    pub now: Option<String>,
    /// Why it may, in its author's words.
    pub because: Option<String>,
    /// A patient of whom it is so, in words.
    pub patient: String,
    /// A day on which it is so, counted from the treatment on day 0.
    pub day: i64,
    /// Whether that was decided. What is not counts as looser.
    pub decided: bool,
}

/// How a variant asks less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LooseningKind {
    /// Another sentence stands in the place.
    Replaced,
    /// The sentence has fallen.
    Dropped,
    /// The sentence stands, and one that is added takes from it.
    Taken,
}
