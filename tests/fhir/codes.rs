//! Codes against R4's required value sets, which no validator of these knows all of.

use serde_json::Value;

use super::{list, plans};

/// Where a code stands, and the codes of the value set that R4 requires there (4.0.1).
const CODES: [(&str, &str, &str); 25] = [
    (
        "Bundle",
        "type",
        "document message transaction transaction-response batch batch-response history searchset collection",
    ),
    (
        "CarePlan",
        "status",
        "draft active on-hold revoked completed entered-in-error unknown",
    ),
    ("CarePlan", "intent", "proposal plan order option"),
    (
        "CarePlan",
        "activity.detail.kind",
        "Appointment CommunicationRequest DeviceRequest MedicationRequest NutritionOrder Task ServiceRequest VisionPrescription",
    ),
    (
        "CarePlan",
        "activity.detail.status",
        "not-started scheduled in-progress on-hold completed cancelled stopped unknown entered-in-error",
    ),
    (
        "CarePlan",
        "activity.detail.scheduledTiming.repeat.periodUnit",
        "s min h d wk mo a",
    ),
    (
        "CommunicationRequest",
        "status",
        "draft active on-hold revoked completed entered-in-error unknown",
    ),
    ("Questionnaire", "status", "draft active retired unknown"),
    ("Questionnaire", "subjectType", "Patient"),
    ("Questionnaire", "item.type", ITEM_TYPES),
    ("Questionnaire", "item.item.type", ITEM_TYPES),
    (
        "Questionnaire",
        "item.item.enableWhen.operator",
        "exists = != > < >= <=",
    ),
    (
        "Provenance",
        "entity.role",
        "derivation revision quotation source removal",
    ),
    ("PlanDefinition", "status", "draft active retired unknown"),
    ("PlanDefinition", "relatedArtifact.type", ARTIFACT_TYPES),
    (
        "PlanDefinition",
        "action.documentation.type",
        ARTIFACT_TYPES,
    ),
    (
        "PlanDefinition",
        "action.condition.kind",
        "applicability start stop",
    ),
    (
        "PlanDefinition",
        "action.participant.type",
        "patient practitioner related-person device",
    ),
    (
        "PlanDefinition",
        "action.timingTiming.repeat.periodUnit",
        "s min h d wk mo a",
    ),
    (
        "PlanDefinition",
        "action.requiredBehavior",
        "must could must-unless-documented",
    ),
    (
        "PlanDefinition",
        "action.groupingBehavior",
        "visual-group logical-group sentence-group",
    ),
    (
        "PlanDefinition",
        "action.relatedAction.relationship",
        "before-start before before-end concurrent-with-start concurrent concurrent-with-end after-start after after-end",
    ),
    (
        "PlanDefinition",
        "contained.status",
        "draft active retired unknown",
    ),
    (
        "PlanDefinition",
        "contained.kind",
        "Appointment AppointmentResponse CarePlan Claim CommunicationRequest Contract DeviceRequest EnrollmentRequest ImmunizationRecommendation MedicationRequest NutritionOrder ServiceRequest SupplyRequest Task VisionPrescription",
    ),
    ("", "text.status", "generated extensions additional empty"),
];

const ITEM_TYPES: &str = "group display question boolean decimal integer date dateTime time string text url choice open-choice attachment reference quantity";

const ARTIFACT_TYPES: &str = "documentation justification citation predecessor successor derived-from depends-on composed-of";

/// The values at a path of keys, through all lists on the way.
fn at<'v>(value: &'v Value, path: &[&str], out: &mut Vec<&'v Value>) {
    match (value, path) {
        (Value::Array(all), _) => all.iter().for_each(|one| at(one, path, out)),
        (_, []) => out.push(value),
        (_, [key, rest @ ..]) => {
            if let Some(inner) = value.get(key) {
                at(inner, rest, out);
            }
        }
    }
}

/// The codes of a resource, and of those in it, that R4 does not have there.
pub(super) fn wrong(resource: &Value) -> Vec<String> {
    let kind = resource["resourceType"].as_str().unwrap_or_default();
    let mut wrong = Vec::new();
    for (of, path, codes) in CODES {
        if of != kind && !of.is_empty() {
            continue;
        }
        let keys: Vec<&str> = path.split('.').collect();
        let mut found = Vec::new();
        at(resource, &keys, &mut found);
        for code in found {
            let known = |code: &str| codes.split(' ').any(|one| one == code);
            if !code.as_str().is_some_and(known) {
                wrong.push(format!("{kind}.{path} is {code}"));
            }
        }
    }
    let entries = list(&resource["entry"]).iter();
    wrong.extend(entries.flat_map(|entry| self::wrong(&entry["resource"])));
    wrong
}

#[test]
fn every_code_is_one_of_r4s() {
    for made in plans() {
        assert_eq!(wrong(&made.bundle()), Vec::<String>::new(), "{}", made.name);
    }
}
