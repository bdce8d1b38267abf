//! The shapes of a PlanDefinition that are written.

use crate::render::fhir::resource::Timing;
use serde::Serialize;

use crate::render::fhir::resource::{
    Absent, Concept, Day, Decimal, Identifier, Narrative, Period, Said,
};

/// `PlanDefinition`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Definition {
    pub(super) resource_type: &'static str,
    pub(super) text: Narrative,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) contained: Vec<Ban>,
    pub(super) url: String,
    pub(super) identifier: Vec<Identifier>,
    pub(super) version: String,
    pub(super) name: String,
    pub(super) title: Said,
    pub(super) status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) approval_date: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) effective_period: Option<Period>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) related_artifact: Vec<RelatedArtifact>,
    pub(super) action: Vec<Action>,
}

/// `ActivityDefinition`: what a sentence bans.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Ban {
    pub(super) resource_type: &'static str,
    pub(super) id: String,
    pub(super) title: Said,
    pub(super) status: &'static str,
    pub(super) kind: &'static str,
    pub(super) do_not_perform: bool,
}

/// `RelatedArtifact`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct RelatedArtifact {
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) label: Said,
    pub(super) display: Said,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
}

/// `PlanDefinition.action`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Action {
    pub(super) id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) prefix: Option<Said>,
    pub(super) title: Said,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<Said>,
    pub(super) text_equivalent: Said,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) reason: Vec<Concept>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) documentation: Vec<RelatedArtifact>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) condition: Vec<Condition>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) related_action: Vec<RelatedAction>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) timing_timing: Option<Timing<Repeat>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) grouping_behavior: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) required_behavior: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) definition_canonical: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) action: Vec<Action>,
}

/// `PlanDefinition.action.condition`
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Condition {
    pub(super) kind: &'static str,
    pub(super) expression: Expression,
}

/// `Expression`: words. R4 must have its language, and words are in none: in its place stands why, in R4's own extension.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Expression {
    pub(super) description: Said,
    #[serde(rename = "_language")]
    pub(super) language: Absent,
    pub(super) expression: Said,
}

/// `PlanDefinition.action.relatedAction`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RelatedAction {
    pub(super) action_id: String,
    pub(super) relationship: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) offset_duration: Option<Length>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) offset_range: Option<Span>,
}

/// A length of time: `Duration`, and the `Quantity` of a `Range`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(super) struct Length {
    pub(super) value: Decimal,
    pub(super) unit: &'static str,
    pub(super) system: &'static str,
    pub(super) code: &'static str,
}

/// `Range`
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(super) struct Span {
    pub(super) low: Length,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) high: Option<Length>,
}

/// `Timing.repeat`, with the bounds that a protocol has.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Repeat {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) bounds_duration: Option<Length>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) bounds_range: Option<Span>,
    #[serde(flatten)]
    pub(super) often: crate::render::fhir::resource::Repeat,
}
