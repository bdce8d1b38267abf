//! A protocol read back, as plain data.

use chrono::NaiveDate;
use serde::Serialize;

use crate::check::{Approval, Lineage, Source};
use crate::plan::{Location, Moment, Verb, Window};

/// The name of the format that [`ReadBack`] serialises as.
pub const FORMAT: &str = "aftercare-read/1";

/// A protocol read back: what it means, sentence by sentence, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReadBack {
    /// Always [`FORMAT`].
    pub format: &'static str,
    /// What the lines of the header mean.
    pub header: Header,
    /// For whom the dates are.
    pub dates_for: DatesFor,
    /// The things and facts that the file itself declares, in its order.
    pub declared: Vec<Declared>,
    /// The rules, in the order of the file.
    pub rules: Vec<Reading>,
    /// Of a variant: what it and the protocols that it extends change.
    #[serde(skip_serializing_if = "Lineage::is_alone")]
    pub lineage: Lineage,
}

/// The header of a protocol.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Header {
    /// The file's name.
    pub file: String,
    /// `protocol "..."`
    pub title: Option<String>,
    /// `version "..."`
    pub version: Option<String>,
    /// `treatment ...`
    pub treatment: Option<String>,
    /// What `aftercare for D`, or that there is none, means, in a sentence.
    pub aftercare: String,
    /// `effective DATE`: for a treatment before it, the plan warns.
    pub effective: Option<NaiveDate>,
    /// `review by DATE`
    pub review_by: Option<NaiveDate>,
    /// Who approved it and when; none is a draft.
    pub approved: Option<Approval>,
    /// The sources that rules cite, with their addresses.
    pub sources: Vec<Source>,
}

/// For whom dates are worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "treated")]
pub enum DatesFor {
    /// An example, not a patient: a treatment at this moment.
    Example(Moment),
    /// A patient, treated at this moment.
    Patient(Moment),
    /// A patient without a date of treatment: there are days, and no dates.
    Undated,
}

/// Something that the file itself declares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Declared {
    /// The line, from 1.
    pub line: u32,
    /// What it means.
    pub means: String,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// Where it stands.
    pub location: Location,
    /// Its label.
    pub label: Option<String>,
    /// The titles of the sections around it, outermost first.
    pub section: Vec<String>,
    /// The sentence as written, on one line.
    pub written: String,
    /// Its window in the author's words: `for up to 24 hours`.
    pub window_text: Option<String>,
    /// What it means, in sentences; the first says whether it is a ban, a must or advice, and its
    /// condition. Two rules have the same ones, and the same grounds, exactly where they mean the same.
    pub means: Vec<String>,
    /// The author's reason, and the titles of the sources.
    pub grounds: Vec<String>,
    /// The classes that it names, and things that have other names, spelt out.
    pub covers: Vec<Class>,
    /// Its worked dates.
    pub dates: Vec<Dates>,
    /// Whether it holds for the patient; none without a patient, and where it has no condition.
    pub patient: Option<ForPatient>,
}

/// A thing or class, spelt out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Class {
    /// Its name.
    pub name: String,
    /// Its other names.
    pub also: Vec<String>,
    /// The things at the bottom under it, in the order of declaration; none of a single thing.
    pub members: Vec<Member>,
}

/// A thing of a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Its other names: synonyms and brands.
    pub also: Vec<String>,
}

/// Worked dates of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Dates {
    /// When it holds, whatever its condition.
    Holds {
        /// What it does then; none where it neither restricts nor allows nor asks for anything.
        verb: Option<Verb>,
        /// The stretches, firm and advised ones told apart.
        windows: Vec<Window>,
        /// Whether its end gives things back.
        releases: bool,
        /// The day after its last, where it gives things back.
        first_free_day: Option<NaiveDate>,
    },
    /// The session after this one.
    NextSession {
        /// Not before.
        earliest: NaiveDate,
        /// Not after; none where only the least is said.
        latest: Option<NaiveDate>,
    },
    /// The first maintenance session.
    Maintenance {
        /// Not before.
        earliest: NaiveDate,
        /// Not after; none where the course has no maximum.
        latest: Option<NaiveDate>,
    },
    /// A visit.
    Visit {
        /// Not before.
        earliest: NaiveDate,
        /// Not after; none where only the soonest is said.
        latest: Option<NaiveDate>,
    },
    /// The day on which a delay ends.
    DeferredUntil {
        /// The first day on which its range has passed.
        day: NaiveDate,
    },
    /// A visit hangs on something without a date.
    Waits {
        /// On what, in words.
        after: String,
    },
    /// A date would leave the years 1900 to 2200: for such a treatment there is no plan.
    OutOfRange,
}

/// Whether a rule holds for a patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ForPatient {
    /// The whole condition.
    pub condition: Comes,
    /// Each question in it, in the order of the rule.
    pub parts: Vec<Part>,
}

/// One question of a condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// In words.
    pub text: String,
    /// What it comes to.
    pub comes: Comes,
}

/// What a condition comes to for a patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Comes {
    /// True, whatever is still unknown.
    True,
    /// False, whatever is still unknown.
    False,
    /// True for a part of the time: an event or a symptom starts or ends it.
    PartOfTheTime,
    /// Not known.
    Unknown,
}
