//! A plan checked again: whether what was given out still holds, which lines changed and why.
//!
//! A plan that was written as JSON is its own receipt: it names the engine, the protocol's fingerprint, the day asked
//! about, the treatment and the facts that decided its lines. [`verify`] compares it with the plan that the same question
//! has now. Where a sentence stands in its file is no part of what a plan says: a line that only moved still holds.

mod changed;
mod matched;
mod unanswered;

use serde::Serialize;
use serde_json::Value;

use crate::plan::{FORMAT, Plan};

/// The name of the format that [`Verified`] serialises as.
pub const VERIFY_FORMAT: &str = "aftercare-verify/1";

/// What is not a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAPlan {
    /// It is no JSON.
    NoJson,
    /// It is no object whose `format` is that of a plan.
    OtherFormat,
    /// It has the format's name and not its form: the key that is missing or of another kind.
    Form(&'static str),
}

/// A plan that was given out.
#[derive(Debug, Clone)]
pub struct Receipt(Value);

/// Whether a plan still holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verified {
    /// Always [`VERIFY_FORMAT`].
    pub format: &'static str,
    /// Whether nothing that the plan says has changed.
    pub holds: bool,
    /// The engine, where it is another one.
    pub engine: Option<WasIs>,
    /// The protocol's fingerprint, where it is another one. A plan may still hold: not each change of a protocol is one of
    /// this plan.
    pub fingerprint: Option<WasIs>,
    /// The protocol's title, where it is another one: then it is not the protocol that the plan was made from.
    pub protocol: Option<WasIs>,
    /// When the patient was, or was to be, treated, where that is another day or time: the dates that count from it move with it.
    pub treated: Option<WasIs>,
    /// The plan's status, where it is another one.
    pub status: Option<WasIs>,
    /// The facts that were known when the plan was made and are asked now: names alone, no answer.
    pub unanswered: Vec<String>,
    /// The lines that changed, in the order of the new plan; those that are gone last.
    pub changes: Vec<LineChange>,
}

/// What something was, and what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WasIs {
    /// As it was given out; none where it was not there.
    pub was: Option<String>,
    /// As it is now; none where it is not there any more.
    pub is: Option<String>,
}

/// One line of a plan that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineChange {
    /// The list of the plan that it stands in: `directives`, `things`.
    pub list: String,
    /// What it is: a sentence, a thing, a question.
    pub line: String,
    /// Whether it is new, gone or says something else.
    pub kind: ChangeKind,
    /// What it says otherwise, by the plan's keys: `last_day`.
    pub keys: Vec<KeyChange>,
    /// Why, in words; none where nothing of the line itself tells: another line, or the engine.
    pub why: Vec<String>,
}

/// How a line changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It was not there.
    New,
    /// It is not there any more.
    Gone,
    /// It says something else.
    Changed,
}

/// A key of a line whose value changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeyChange {
    /// The key.
    pub key: String,
    /// Its values, in words.
    #[serde(flatten)]
    pub values: WasIs,
}

impl Receipt {
    /// Reads a plan that `eval --format json` wrote.
    ///
    /// # Errors
    ///
    /// It is none.
    pub fn read(text: &str) -> Result<Self, NotAPlan> {
        let value: Value = serde_json::from_str(text).map_err(|_| NotAPlan::NoJson)?;
        if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
            return Err(NotAPlan::OtherFormat);
        }
        for key in ["engine", "fingerprint", "status"] {
            if !value.get(key).is_some_and(Value::is_string) {
                return Err(NotAPlan::Form(key));
            }
        }
        for key in matched::LISTS.iter().chain(&["treatments"]) {
            let list = value.get(*key);
            let rows = |rows: &Vec<Value>| rows.iter().all(Value::is_object);
            if !list.and_then(Value::as_array).is_some_and(rows) {
                return Err(NotAPlan::Form(key));
            }
        }
        Ok(Self(value))
    }

    /// The day, and the time, that the plan was asked about.
    #[must_use]
    pub fn on(&self) -> Option<&str> {
        self.0.get("on")?.as_str()
    }

    /// When the patient was, or was to be, treated: `2026-06-01`, or of several treatments
    /// `microneedling=2026-06-01` of each.
    #[must_use]
    pub fn treated(&self) -> Vec<String> {
        let treatments = self.0.get("treatments").and_then(Value::as_array);
        let treatments = treatments.map(Vec::as_slice).unwrap_or_default();
        let text = |one: &Value, key| Some(one.get(key)?.as_str()?.to_owned());
        let dates = treatments.iter().filter_map(|one| {
            let date = text(one, "treated")?;
            if treatments.len() < 2 {
                return Some(date);
            }
            let name = text(one, "name").or_else(|| text(one, "protocol"))?;
            Some(format!("{name}={date}"))
        });
        dates.collect()
    }
}

/// Compares a plan that was given out with the one of today.
///
/// ```
/// use aftercare_dsl::check::{Bundled, CheckOptions, check};
/// use aftercare_dsl::eval::evaluate;
/// use aftercare_dsl::profile::Profile;
/// use aftercare_dsl::receipt::{Receipt, verify};
/// use aftercare_dsl::render;
/// use aftercare_dsl::source::Sources;
///
/// let plan = |rules: &str| {
///     let options = CheckOptions::default();
///     let checked = check(&mut Sources::new(), &Bundled, "clinic.rules", rules, &options);
///     let protocol = checked.protocol.expect("no errors; `checked.diagnostics` holds them");
///     evaluate(&protocol, &Profile::default(), None).expect("relative days are in range")
/// };
/// let given = render::json(&plan("import skin-care\nactives: avoid retinoids for 5 days\n"));
/// let receipt = Receipt::read(&given).expect("a plan as JSON");
///
/// let same = plan("import skin-care\n\nactives: avoid retinoids for 5 days\n");
/// assert!(verify(&receipt, &same).holds, "a blank line changes nothing");
/// let longer = plan("import skin-care\nactives: avoid retinoids for 7 days\n");
/// assert!(!verify(&receipt, &longer).holds);
/// ```
#[must_use]
pub fn verify(receipt: &Receipt, plan: &Plan) -> Verified {
    // Plain data with text keys: it always serialises.
    let new = serde_json::to_value(plan).unwrap_or_default();
    let old = &receipt.0;
    let differs = |key: &str| {
        let (was, is) = (old.get(key), new.get(key));
        let words = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
        (was != is).then(|| WasIs {
            was: words(was),
            is: words(is),
        })
    };
    let of_treatment = |key: &str| {
        let of = |plan: &Value| changed::of_treatment(plan, key);
        changed::differing(&of(old), &of(&new))
    };
    let changes = changed::changes(old, &new);
    let status = differs("status");
    let treated = of_treatment("treated");
    Verified {
        format: VERIFY_FORMAT,
        holds: changes.is_empty() && status.is_none() && treated.is_none(),
        engine: differs("engine"),
        fingerprint: differs("fingerprint"),
        protocol: of_treatment("protocol"),
        treated,
        status,
        unanswered: unanswered::facts(old, &new),
        changes,
    }
}
