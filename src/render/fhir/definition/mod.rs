//! A protocol as a PlanDefinition of FHIR R4: an action for each sentence, and a list of what R4 cannot say.
//!
//! | in the protocol | in the PlanDefinition |
//! |---|---|
//! | title, version, treatment | `title`, `version`, `name`, the first action, from which times count |
//! | `status` | `status`, `approvalDate`; by whom in the narrative |
//! | `effective` | `effectivePeriod` |
//! | `review by` | the list: R4 has a day of the last review alone |
//! | sources | `relatedArtifact`, and `documentation` of each action that cites one |
//! | a sentence | an action: what it is and does as `title`, the sentence as `description`, all that it means as `textEquivalent`, its label as `prefix` |
//! | that a sentence bans something | a contained ActivityDefinition with `doNotPerform`, which the action is defined by: an action by itself cannot say it |
//! | that it must be, or may be | `requiredBehavior` |
//! | `if`, `unless`, `when`, `otherwise` | `condition`, in words |
//! | a time that counts from the treatment | `relatedAction` with its offset, and a timing with its bounds |
//! | the course, maintenance | a timing |
//! | `steps` | an action for each step |
//! | `because` | `reason` |
//!
//! What is left stands in words, and in the list with its reason.

mod action;
mod limits;
mod shapes;
mod timing;

use self::shapes::{Definition, RelatedArtifact};
use super::narrative::narrative;
use super::origin;
use super::resource::{Day, Identifier, Period, Said};
use crate::check::Protocol;
use crate::plan::Location;
use crate::render::FhirWord;
use crate::render::json::pretty;

/// A protocol as a PlanDefinition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FhirDefinition {
    /// The resource, as JSON.
    pub text: String,
    /// What R4 cannot say, in the order of the file; first what is so of all sentences.
    pub unsaid: Vec<Unsaid>,
}

/// What R4 cannot say of a protocol or of a sentence, which stands in words alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsaid {
    /// The sentence; none of the protocol as a whole.
    pub at: Option<Location>,
    /// What and why.
    pub text: String,
}

/// A protocol as a PlanDefinition of FHIR R4.
///
/// ```
/// use aftercare_dsl::check::{Bundled, CheckOptions, check};
/// use aftercare_dsl::render::fhir_definition;
/// use aftercare_dsl::source::Sources;
///
/// let rules = "import skin-care\navoid retinoids for 7 days if pregnant\n";
/// let options = CheckOptions::default();
/// let checked = check(&mut Sources::new(), &Bundled, "clinic.rules", rules, &options);
/// let protocol = checked.protocol.expect("no errors; `checked.diagnostics` holds them");
/// let exported = fhir_definition(&protocol);
/// let definition: serde_json::Value = serde_json::from_str(&exported.text).expect("JSON");
/// assert_eq!(definition["contained"][0]["doNotPerform"], true);
/// assert!(exported.unsaid.iter().any(|one| one.text.contains("condition")));
/// ```
#[must_use]
pub fn fhir_definition(protocol: &Protocol) -> FhirDefinition {
    let unsaid = limits::all(protocol);
    let mut text = pretty(&definition(protocol, &unsaid));
    text.push('\n');
    FhirDefinition { text, unsaid }
}

fn definition(protocol: &Protocol, unsaid: &[Unsaid]) -> Definition {
    let status = match protocol.approved {
        Some(_) => "active",
        None => "draft",
    };
    let title = Said::new(
        protocol
            .title
            .as_deref()
            .unwrap_or(protocol.treatment_name()),
    );
    let actions = action::all(protocol);
    let contained = action::bans(protocol, status);
    Definition {
        resource_type: "PlanDefinition",
        text: narrative(&title, &said(protocol, &actions, unsaid)),
        contained,
        url: origin::url(protocol),
        identifier: vec![Identifier::uri(origin::url(protocol))],
        version: origin::version(protocol),
        name: name(protocol.treatment_name()),
        title,
        status,
        approval_date: protocol.approved.as_ref().map(|one| Day(one.on)),
        effective_period: protocol
            .effective
            .and_then(|day| Period::of(Some(day), None)),
        related_artifact: protocol.sources.iter().map(artifact).collect(),
        action: actions,
    }
}

/// A source.
fn artifact(source: &crate::check::Source) -> RelatedArtifact {
    let web = |url: &&str| {
        let plain = |letter: char| !letter.is_whitespace() && !crate::render::is_hidden(letter);
        (url.starts_with("https://") || url.starts_with("http://")) && url.chars().all(plain)
    };
    RelatedArtifact {
        kind: "citation",
        label: Said::new(&source.key),
        display: Said::new(&source.title),
        url: source.url.as_deref().filter(web).map(str::to_owned),
    }
}

/// A name as programs take one: `Microneedling`, `ChemicalPeel`.
fn name(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    let name: String = words.map(capital).take(40).collect();
    let name: String = name.chars().take(200).collect();
    if name.starts_with(|first: char| first.is_ascii_uppercase()) {
        name
    } else {
        format!("Protocol{name}")
    }
}

/// What the narrative says: the header, each sentence, and what R4 cannot say.
fn said(
    protocol: &Protocol,
    actions: &[shapes::Action],
    unsaid: &[Unsaid],
) -> Vec<(Said, Vec<Said>)> {
    let approved = match &protocol.approved {
        Some(one) => FhirWord::Approved.with(&[("by", &one.by), ("day", &one.on.to_string())]),
        None => FhirWord::DraftProtocol.text().to_owned(),
    };
    let version = protocol.version.as_deref();
    let version = version.unwrap_or(FhirWord::NoVersion.text());
    let about = FhirWord::Protocol.with(&[
        ("name", protocol.treatment_name()),
        ("version", version),
        ("status", &approved),
        ("fingerprint", &protocol.fingerprint),
    ]);
    let sentences = actions.iter().map(|action| {
        Said::new(&format!(
            "{} {}",
            action.title.as_str(),
            action.text_equivalent.as_str()
        ))
    });
    let unsaid = unsaid.iter().map(|one| Said::new(&in_words(one)));
    let sources = protocol.sources.iter().map(|source| {
        let url = source.url.as_deref().unwrap_or_default();
        Said::new(&format!("{}: {} {url}", source.key, source.title))
    });
    vec![
        (
            Said::new(FhirWord::AboutProtocol.text()),
            vec![Said::new(&about)],
        ),
        (Said::new(FhirWord::Sentences.text()), sentences.collect()),
        (Said::new(FhirWord::Cannot.text()), unsaid.collect()),
        (
            Said::new(crate::render::Word::Sources.text()),
            sources.collect(),
        ),
    ]
}

/// `clinic.rules:12: its condition stands in words`
fn in_words(unsaid: &Unsaid) -> String {
    match &unsaid.at {
        Some(at) => format!("{}:{}: {}", at.file, at.line, unsaid.text),
        None => unsaid.text.clone(),
    }
}
