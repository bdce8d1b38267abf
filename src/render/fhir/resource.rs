//! The few shapes of FHIR R4 (4.0.1) that are written: resources, and the types that they are made of.
//!
//! Each struct has the elements that are used and no others, under their names in R4. Texts are [`Said`]: nothing else
//! can be put into a string, so that no text reaches a file as it came from another one.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Serialize, Serializer};

/// A text as FHIR takes one: never empty, blanks evened out, and every character that would act instead of showing
/// itself written out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Said(String);

impl Said {
    /// The text; a dash where nothing is left of it.
    pub(super) fn new(text: &str) -> Self {
        let shown = crate::render::escape(text);
        let words: Vec<&str> = shown.split_whitespace().collect();
        let text = words.join(" ");
        Self(if text.is_empty() {
            "-".to_owned()
        } else {
            text
        })
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// A text that readers may take for Markdown (the `markdown` of FHIR): nothing in it is a sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Marked(String);

impl Marked {
    pub(super) fn new(text: &Said) -> Self {
        let mut out = String::with_capacity(text.0.len() + 8);
        for letter in text.0.chars() {
            if "\\`*_[]<>&|~#@$".contains(letter) {
                out.push('\\');
            }
            out.push(letter);
        }
        Self(out.replace("://", "\\://").replace("www.", "www\\."))
    }
}

/// A local day: a `date`, or a `dateTime` without a time, for which no zone need be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(pub(super) NaiveDate);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0.format("%Y-%m-%d"))
    }
}

/// A moment that is the same all over the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Instant(pub(super) DateTime<FixedOffset>);

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0.format("%Y-%m-%dT%H:%M:%S%:z"))
    }
}

/// A number as JSON writes it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(untagged)]
pub(super) enum Decimal {
    Whole(i64),
    Part(f64),
}

/// `CodeableConcept`, always without a code: no code system says what a protocol says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Concept {
    pub(super) text: Said,
}

impl Concept {
    pub(super) fn new(text: &str) -> Self {
        Self {
            text: Said::new(text),
        }
    }
}

/// `Identifier`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Identifier {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) system: Option<&'static str>,
    pub(super) value: String,
}

impl Identifier {
    /// A name that is a URI: `urn:uuid:...`
    pub(super) fn uri(value: String) -> Self {
        Self {
            system: Some("urn:ietf:rfc:3986"),
            value,
        }
    }
}

/// `Reference`: to an entry of the bundle, or by what is known of something that is not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct Reference {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reference: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) identifier: Option<Identifier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) display: Option<Said>,
}

impl Reference {
    /// To an entry of the bundle.
    pub(super) fn to(full_url: &str) -> Self {
        Self {
            reference: Some(full_url.to_owned()),
            ..Self::default()
        }
    }

    /// To what is not in the bundle, in words.
    pub(super) fn said(text: &str) -> Self {
        Self {
            display: Some(Said::new(text)),
            ..Self::default()
        }
    }
}

/// `Period`: both ends are in it; one that is not known is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct Period {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) start: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end: Option<Day>,
}

impl Period {
    /// None where neither end is known.
    pub(super) fn of(start: Option<NaiveDate>, end: Option<NaiveDate>) -> Option<Self> {
        (start.is_some() || end.is_some()).then(|| Self {
            start: start.map(Day),
            end: end.map(Day),
        })
    }
}

/// `Timing`; a protocol's has bounds that a plan's has not.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Timing<R = Repeat> {
    pub(super) repeat: R,
}

/// `Timing.repeat`
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Repeat {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) bounds_period: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) count: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) count_max: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) frequency: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) period: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) period_max: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) period_unit: Option<&'static str>,
}

/// `Annotation`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Annotation {
    pub(super) text: Marked,
}

/// `Narrative`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Narrative {
    pub(super) status: &'static str,
    pub(super) div: String,
}

/// `Bundle`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Bundle {
    pub(super) resource_type: &'static str,
    pub(super) identifier: Identifier,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) timestamp: Option<Instant>,
    pub(super) entry: Vec<Entry>,
}

/// `Bundle.entry`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Entry {
    pub(super) full_url: String,
    pub(super) resource: Resource,
}

/// What stands in a bundle.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "resourceType")]
pub(super) enum Resource {
    CarePlan(Box<CarePlan>),
    CommunicationRequest(Box<CommunicationRequest>),
    Questionnaire(Box<Questionnaire>),
    Provenance(Box<Provenance>),
}

/// `CarePlan`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CarePlan {
    pub(super) text: Narrative,
    pub(super) identifier: Vec<Identifier>,
    pub(super) instantiates_canonical: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) replaces: Vec<Reference>,
    pub(super) status: &'static str,
    pub(super) intent: &'static str,
    pub(super) category: Vec<Concept>,
    pub(super) title: Said,
    pub(super) description: Said,
    pub(super) subject: Reference,
    pub(super) period: Period,
    pub(super) created: Day,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) supporting_info: Vec<Reference>,
    pub(super) activity: Vec<Activity>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) note: Vec<Annotation>,
}

/// `CarePlan.activity`: a detail or a reference, never both (cpl-3).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Activity {
    Detail(Box<Detail>),
    Reference(Reference),
}

/// `CarePlan.activity.detail`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Detail {
    pub(super) kind: &'static str,
    pub(super) code: Concept,
    pub(super) status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) status_reason: Option<Concept>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) do_not_perform: Option<bool>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub(super) scheduled: Option<Scheduled>,
    pub(super) description: Said,
}

/// `scheduled[x]`
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) enum Scheduled {
    #[serde(rename = "scheduledTiming")]
    Timing(Timing),
    #[serde(rename = "scheduledPeriod")]
    Period(Period),
    #[serde(rename = "scheduledString")]
    Text(Said),
}

/// `CommunicationRequest`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CommunicationRequest {
    pub(super) text: Narrative,
    pub(super) identifier: Vec<Identifier>,
    pub(super) based_on: Vec<Reference>,
    pub(super) status: &'static str,
    pub(super) category: Vec<Concept>,
    pub(super) subject: Reference,
    pub(super) payload: Vec<Payload>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) occurrence_date_time: Option<Day>,
    pub(super) authored_on: Day,
    pub(super) recipient: Vec<Reference>,
}

/// `CommunicationRequest.payload`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Payload {
    pub(super) content_string: Said,
}

/// `Questionnaire`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Questionnaire {
    pub(super) text: Narrative,
    pub(super) identifier: Vec<Identifier>,
    pub(super) title: Said,
    pub(super) status: &'static str,
    pub(super) subject_type: Vec<&'static str>,
    pub(super) date: Day,
    pub(super) item: Vec<Item>,
}

/// `Questionnaire.item`
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Item {
    pub(super) link_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) prefix: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<Said>,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) enable_when: Vec<EnableWhen>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) repeats: Option<bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) answer_option: Vec<AnswerOption>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) item: Vec<Item>,
}

/// `Questionnaire.item.enableWhen`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct EnableWhen {
    pub(super) question: String,
    pub(super) operator: &'static str,
    pub(super) answer_boolean: bool,
}

/// `Questionnaire.item.answerOption`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AnswerOption {
    pub(super) value_string: Said,
}

/// `Provenance`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Provenance {
    pub(super) text: Narrative,
    pub(super) target: Vec<Reference>,
    pub(super) occurred_date_time: Day,
    #[serde(flatten)]
    pub(super) recorded: Recorded,
    pub(super) agent: Vec<Agent>,
    pub(super) entity: Vec<Entity>,
}

/// `Provenance.recorded`, which must be there, or say in R4's own extension that it is not known.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) enum Recorded {
    #[serde(rename = "recorded")]
    At(Instant),
    #[serde(rename = "_recorded")]
    Unknown(Absent),
}

/// An element without a value, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Absent {
    extension: [AbsentReason; 1],
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct AbsentReason {
    url: &'static str,
    value_code: &'static str,
}

impl Absent {
    /// That nobody has said it.
    pub(super) fn unknown() -> Self {
        Self::because("unknown")
    }

    /// That there is none.
    pub(super) fn not_applicable() -> Self {
        Self::because("not-applicable")
    }

    fn because(value_code: &'static str) -> Self {
        Self {
            extension: [AbsentReason {
                url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
                value_code,
            }],
        }
    }
}

/// `Provenance.agent`
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Agent {
    #[serde(rename = "type")]
    pub(super) kind: Concept,
    pub(super) who: Reference,
}

/// `Provenance.entity`
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Entity {
    pub(super) role: &'static str,
    pub(super) what: Reference,
}
