//! Why a thing is not allowed, and why lines that one would expect do not hold.

use serde::Serialize;

use crate::plan::{Phase, RuleRef, State, Verb, Window};

/// Everything that stands between a thing and "allowed".
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WhyNot {
    /// Whether it is allowed, so that there is nothing to explain.
    pub allowed: bool,
    /// The sentences that name the thing or a class above it, and what each comes to.
    pub lines: Vec<Line>,
    /// Of a thing that no sentence names: the sentences about its members and its kin.
    pub kin: Vec<Kin>,
}

/// A sentence, and what it comes to for the thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The sentence and its place.
    pub rule: RuleRef,
    /// What kind of line; none where nothing of it holds for this patient.
    pub verb: Option<Verb>,
    /// What it names of the thing: the thing itself or a class.
    pub names: Vec<String>,
    /// Where the asked day stands to it.
    pub phase: Option<Phase>,
    /// How sure it is.
    pub state: Option<State>,
    /// When it holds.
    pub windows: Vec<Window>,
    /// What keeps it from holding for the thing; none where it holds.
    pub apart: Option<Apart>,
    /// Of a class that is asked about: the members that its `except` leaves out, where it leaves others.
    pub leaves_out: Vec<String>,
    /// The facts behind that, with their values.
    pub facts: Vec<String>,
    /// What would have to be so, in words.
    #[serde(rename = "if")]
    pub if_: Option<String>,
}

/// What keeps a sentence from holding for a thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "what", content = "names")]
pub enum Apart {
    /// Its condition is false, through the facts of the line.
    Condition,
    /// Its `except` takes the thing out, by one of these names.
    Except(Vec<String>),
    /// It names only a part of the thing: what has an attribute, or these members.
    Part(Vec<String>),
    /// Its window is over.
    Over,
    /// Its window has not begun.
    NotYet,
    /// It is cut by restrictions: the sentences.
    HeldBack(Vec<String>),
    /// It waits for a symptom.
    Symptom,
    /// It waits for an answer.
    Waiting,
    /// It is a step of these steps, which say how and allow nothing by themselves.
    Step(Vec<String>),
    /// The medicine is prescribed, and a restriction never stops one that is.
    Prescribed,
}

/// A sentence about something near a thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kin {
    /// The sentence and its place.
    pub rule: RuleRef,
    /// What it names: a member of the thing, or another member of its class.
    pub names: Vec<String>,
    /// The class that holds both; none for a member of the thing itself.
    pub class: Option<String>,
}
