//! A sentence as an action.

use super::artifact;
use super::shapes::{Action, Ban, Condition, Expression};
use super::timing::{TREATMENT, resumed, when};
use crate::check::{Head, Protocol, Rule, Source};
use crate::render::FhirWord;
use crate::render::fhir::resource::Timing;
use crate::render::fhir::resource::{Absent, Concept, Said};

/// The treatment, from which times count, and the sentences in the order of the file.
pub(super) fn all(protocol: &Protocol) -> Vec<Action> {
    let name = protocol.treatment_name();
    let about = FhirWord::TreatmentAbout.text();
    let treatment = plain(
        TREATMENT.to_owned(),
        &FhirWord::TreatmentTitle.with(&[("name", name)]),
        about,
    );
    let rules = protocol.rules.iter().enumerate();
    std::iter::once(treatment)
        .chain(rules.map(|(index, rule)| of(protocol, rule, index)))
        .collect()
}

/// What the sentences ban, each as a definition of its own.
pub(super) fn bans(protocol: &Protocol, status: &'static str) -> Vec<Ban> {
    let rules = protocol.rules.iter().enumerate();
    rules
        .filter(|(_, rule)| is_ban(&rule.head))
        .map(|(index, rule)| Ban {
            resource_type: "ActivityDefinition",
            id: ban(index),
            title: title(protocol, rule),
            status,
            kind: "ServiceRequest",
            do_not_perform: true,
        })
        .collect()
}

fn ban(index: usize) -> String {
    format!("ban-{}", index + 1)
}

/// Whether a sentence takes something away, beside a limit, which leaves some of it.
fn is_ban(head: &Head) -> bool {
    head.restricts() && !matches!(head, Head::Limit { .. })
}

fn plain(id: String, title: &str, text: &str) -> Action {
    Action {
        id,
        prefix: None,
        title: Said::new(title),
        description: None,
        text_equivalent: Said::new(text),
        reason: Vec::new(),
        documentation: Vec::new(),
        condition: Vec::new(),
        related_action: Vec::new(),
        timing_timing: None,
        grouping_behavior: None,
        required_behavior: None,
        definition_canonical: None,
        action: Vec::new(),
    }
}

/// `A ban, only if skin type is IV: do not use retinoids.`
fn title(protocol: &Protocol, rule: &Rule) -> Said {
    let (kind, what) = crate::read::in_short(protocol, rule, false);
    Said::new(&format!("{}: {what}", kind.trim_end_matches('.')))
}

fn of(protocol: &Protocol, rule: &Rule, index: usize) -> Action {
    let id = format!("sentence-{}", index + 1);
    let means = crate::read::means(protocol, rule).join(" ");
    let when = when(protocol, rule);
    let title = title(protocol, rule);
    let mut action = Action {
        prefix: rule.label.as_deref().map(Said::new),
        description: Some(Said::new(&rule.sentence)),
        reason: reason(rule.details.because.as_deref()),
        documentation: cited(protocol, &rule.details.sources),
        condition: condition(protocol, rule),
        related_action: when.starts.into_iter().collect(),
        timing_timing: when.repeat.map(|repeat| Timing { repeat }),
        required_behavior: required(rule),
        ..plain(id.clone(), title.as_str(), &means)
    };
    if is_ban(&rule.head) {
        let definition = format!("#{}", ban(index));
        if matches!(rule.head, Head::Avoid { .. }) {
            action.definition_canonical = Some(definition);
        } else {
            action.action = parts(rule, &action, definition);
            // Of two parts, one of which bans, neither is as the whole.
            if !matches!(rule.head, Head::Duty { .. }) {
                action.required_behavior = None;
            }
            if matches!(rule.head, Head::Resume { .. }) {
                action.related_action = Vec::new();
                action.timing_timing = None;
            }
        }
    }
    if let Head::Steps { items, .. } = &rule.head {
        action.grouping_behavior = Some("logical-group");
        action.action = steps(protocol, items, &id);
    }
    action
}

/// The parts of a sentence that bans one thing and asks for or permits another.
fn parts(rule: &Rule, whole: &Action, definition: String) -> Vec<Action> {
    let part = |which: &str, word: FhirWord, required| Action {
        required_behavior: Some(required),
        ..plain(
            format!("{}-{which}", whole.id),
            &word.with(&[("title", whole.title.as_str())]),
            whole.text_equivalent.as_str(),
        )
    };
    let firm = if rule.advised { "could" } else { "must" };
    let mut ban = part("ban", FhirWord::BanTitle, firm);
    ban.definition_canonical = Some(definition);
    let mut permission = part("permission", FhirWord::PermissionTitle, "could");
    match &rule.head {
        Head::Duty { .. } => vec![ban],
        Head::Resume { .. } => {
            let before = resumed(rule);
            ban.related_action = before.starts.into_iter().collect();
            ban.timing_timing = before.repeat.map(|repeat| Timing { repeat });
            permission.related_action.clone_from(&whole.related_action);
            permission.timing_timing.clone_from(&whole.timing_timing);
            vec![ban, permission]
        }
        _ => vec![ban, permission],
    }
}

fn steps(protocol: &Protocol, items: &[crate::check::Step], id: &str) -> Vec<Action> {
    let items = items.iter().zip(1_usize..);
    items
        .map(|(step, number)| {
            let text = match &step.join {
                Some(join) => format!("{join}: {}", step.text),
                None => step.text.clone(),
            };
            Action {
                prefix: Some(Said::new(&number.to_string())),
                reason: reason(step.because.as_deref()),
                documentation: cited(protocol, &step.sources),
                ..plain(format!("{id}-step-{number}"), &step.text, &text)
            }
        })
        .collect()
}

fn reason(because: Option<&str>) -> Vec<Concept> {
    because.map(Concept::new).into_iter().collect()
}

/// The sources that it cites.
fn cited(protocol: &Protocol, keys: &[String]) -> Vec<super::RelatedArtifact> {
    let source = |key: &String| -> Option<&Source> {
        protocol.sources.iter().find(|source| source.key == *key)
    };
    keys.iter().filter_map(source).map(artifact).collect()
}

/// Its condition in words. Nothing is worked out of them, and nobody may take them for FHIRPath.
fn condition(protocol: &Protocol, rule: &Rule) -> Vec<Condition> {
    let Some(words) = crate::read::condition_words(protocol, rule) else {
        return Vec::new();
    };
    let words = Said::new(&words);
    vec![Condition {
        kind: "applicability",
        expression: Expression {
            description: words.clone(),
            language: Absent::not_applicable(),
            expression: words,
        },
    }]
}

/// Whether it must be kept, or is only advised or permitted; nothing of what asks for nothing.
fn required(rule: &Rule) -> Option<&'static str> {
    match rule.head {
        Head::Allow { .. } => Some("could"),
        Head::Avoid { .. }
        | Head::Duty { .. }
        | Head::Resume { .. }
        | Head::Limit { .. }
        | Head::Steps { .. } => Some(if rule.advised { "could" } else { "must" }),
        _ => None,
    }
}
