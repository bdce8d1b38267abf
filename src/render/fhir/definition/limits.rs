//! What R4 cannot say of a protocol, each sentence with its reasons.

use super::Unsaid;
use super::timing::when;
use crate::check::{Details, Head, Protocol, Rule};
use crate::render::text::stopped;
use crate::render::{FhirWord, all_of};

/// First what is so of the whole, then the sentences in the order of the file.
pub(super) fn all(protocol: &Protocol) -> Vec<Unsaid> {
    let whole = |text: String| Unsaid { at: None, text };
    let mut all: Vec<Unsaid> = [
        FhirWord::CannotNames,
        FhirWord::CannotTogether,
        FhirWord::CannotUnknown,
        FhirWord::CannotAgain,
        FhirWord::CannotDays,
    ]
    .map(|word| whole(word.text().to_owned()))
    .into();
    if let Some(day) = protocol.review_by {
        let day = day.to_string();
        all.push(whole(FhirWord::CannotReview.with(&[("day", &day)])));
    }
    for rule in &protocol.rules {
        let reasons = reasons(protocol, rule);
        if !reasons.is_empty() {
            all.push(Unsaid {
                at: Some(rule.location.clone()),
                text: stopped(&reasons.join("; ")),
            });
        }
    }
    all
}

fn reasons(protocol: &Protocol, rule: &Rule) -> Vec<String> {
    let mut words: Vec<FhirWord> = Vec::new();
    if crate::read::condition_words(protocol, rule).is_some() {
        words.push(FhirWord::CannotCondition);
    }
    words.extend(when(protocol, rule).unsaid);
    words.extend(of_head(&rule.head));
    words.dedup();
    let mut reasons: Vec<String> = words.iter().map(|word| word.text().to_owned()).collect();
    let beside = beside(rule);
    if !beside.is_empty() {
        reasons.push(FhirWord::CannotBeside.with(&[("what", &all_of(&beside))]));
    }
    if let Some(was) = rule.replaces.as_deref() {
        let place = format!("{}:{}", was.location.file, was.location.line);
        reasons.push(FhirWord::CannotReplaces.with(&[("place", &place)]));
    }
    reasons
}

fn of_head(head: &Head) -> Option<FhirWord> {
    Some(match head {
        Head::Avoid { .. } | Head::Duty { only: false, .. } | Head::Visit { .. } => return None,
        Head::Duty { only: true, .. } => FhirWord::CannotOnly,
        Head::Allow { but_not, .. } if but_not.is_empty() => FhirWord::CannotAllow,
        Head::Allow { .. } | Head::Resume { .. } => FhirWord::CannotBoth,
        Head::Limit { .. } => FhirWord::CannotLimit,
        Head::Expect { .. } | Head::Note(_) | Head::Caution(_) => FhirWord::CannotSaid,
        Head::AskPrescriber(_) | Head::AskClinic(_) | Head::TellClinic(_) | Head::Prepare(_) => {
            FhirWord::CannotBefore
        }
        Head::Report { .. } => FhirWord::CannotCall,
        Head::Steps { .. } => FhirWord::CannotSteps,
        Head::Sessions { .. } | Head::Maintenance { .. } => FhirWord::CannotCourse,
        Head::Refuse | Head::Defer { .. } => FhirWord::CannotWithhold,
    })
}

/// What a sentence says beside its head, its time and its condition, which R4's actions have no place for.
fn beside(rule: &Rule) -> Vec<&'static str> {
    let details: &Details = &rule.details;
    let expected = matches!(rule.head, Head::Expect { .. });
    let said: [(bool, FhirWord); 13] = [
        (details.places.is_some(), FhirWord::BesidePlace),
        (details.quantity.is_some(), FhirWord::BesideMuch),
        (details.frequency.is_some(), FhirWord::BesideOften),
        (!details.concerns.is_empty(), FhirWord::BesideConcerns),
        (
            expected && details.typical.is_some(),
            FhirWord::BesideUsually,
        ),
        (details.due.is_some(), FhirWord::BesideDue),
        (details.while_.is_some(), FhirWord::BesideWhile),
        (
            details.except_while.is_some() || !details.except.is_empty(),
            FhirWord::BesideExcept,
        ),
        (details.using.is_some(), FhirWord::BesideUsing),
        (
            details.manner.is_some() || details.by.is_some(),
            FhirWord::BesideHow,
        ),
        (
            details.if_unavoidable.is_some(),
            FhirWord::BesideUnavoidable,
        ),
        (details.instead.is_some(), FhirWord::BesideInstead),
        (
            details.during.is_some() && details.while_.is_none(),
            FhirWord::BesideWhile,
        ),
    ];
    said.into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, word)| word.text())
        .collect()
}
