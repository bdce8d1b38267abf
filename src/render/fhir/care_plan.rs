//! The plan itself: what holds when, and in notes what is no activity.

use chrono::NaiveDate;

use super::activity::{self, under};
use super::narrative::narrative;
use super::resource::{
    Activity, Annotation, CarePlan, Concept, Day, Detail, Identifier, Marked, Period, Reference,
    Said, Scheduled,
};
use super::{CARE_PLAN, Maker, course, message, origin};
use crate::render::text::{Parts, Which, sentence, stopped};
use crate::render::{FhirWord, Word};

/// What stands in notes, in the order in which it is read.
const NOTED: [Which; 16] = [
    Which::Before,
    Which::Clashes,
    Which::Prescribed,
    Which::Own,
    Which::FreeAgain,
    Which::Never,
    Which::Course,
    Which::Expectations,
    Which::Notes,
    Which::CanBeAdded,
    Which::ForTheClinic,
    Which::NotCovered,
    Which::Changes,
    Which::Loosened,
    Which::Warnings,
    Which::Sources,
];

impl Maker<'_> {
    /// The plan; `messages` are the entries of what the patient is to be told.
    pub(super) fn care_plan(self, messages: &[String], questions: Vec<Reference>) -> CarePlan {
        let plan = self.plan;
        let parts = Parts::new(plan);
        let mut details = activity::all(plan, &parts);
        details.extend(course::all(plan, self.protocols, &parts));
        let title = Said::new(&FhirWord::Title.with(&[("names", &self.names())]));
        let description = self.description(&parts);
        let notes = self.notes(&parts);
        let mut said = vec![(Said::new(Word::Warnings.text()), vec![description.clone()])];
        let flags = plan.red_flags.iter();
        let flags = flags
            .map(|flag| Said::new(&message::flag(&parts, flag)))
            .collect();
        said.push((Said::new(Word::WhenToCall.text()), flags));
        let entries = details.iter().map(|one| one.description.clone()).collect();
        said.push((title.clone(), entries));
        said.extend(notes.iter().cloned());
        let questions_said = plan.questions.iter();
        let questions_said = questions_said.map(|one| Said::new(&one.text)).collect();
        said.push((Said::new(Word::Questions.text()), questions_said));
        CarePlan {
            text: narrative(&title, &said),
            identifier: vec![Identifier::uri(self.urn(CARE_PLAN))],
            instantiates_canonical: self
                .protocols
                .iter()
                .map(|protocol| origin::canonical(protocol))
                .collect(),
            replaces: self.replaces().into_iter().collect(),
            status: self.status(),
            intent: "plan",
            category: vec![Concept::new(FhirWord::Aftercare.text())],
            title,
            description,
            subject: self.subject(),
            period: self.period(&details),
            created: Day(self.issue.day),
            supporting_info: questions,
            activity: activities(details, messages),
            note: notes.into_iter().flat_map(annotations).collect(),
        }
    }

    /// The issue before this one, by its name: it is in another bundle.
    fn replaces(self) -> Option<Reference> {
        let before = self.issue.number.checked_sub(1).filter(|one| *one > 0)?;
        let said = FhirWord::Earlier.with(&[("n", &before.to_string())]);
        Some(Reference {
            kind: Some("CarePlan"),
            identifier: Some(Identifier::uri(self.urn_of(before, CARE_PLAN))),
            ..Reference::said(&said)
        })
    }

    /// Whom to call now, how the plan stands, and what it is.
    fn description(self, parts: &Parts<'_>) -> Said {
        let mut text = Vec::new();
        for which in [Which::Contact, Which::Head] {
            let said = parts.part(which).into_iter();
            text.extend(said.flat_map(|part| part.items));
        }
        for why in &self.plan.status_reasons {
            let why = stopped(&sentence(why));
            if !text.iter().any(|said| said.contains(&why)) {
                text.push(why);
            }
        }
        let number = self.issue.number.to_string();
        text.push(FhirWord::Issue.with(&[("n", &number)]));
        if self.issue.number > 1 {
            let before = (self.issue.number - 1).to_string();
            text.push(FhirWord::Replaces.with(&[("n", &before)]));
        }
        text.push(FhirWord::Nobody.text().to_owned());
        text.push(Word::IntendedUse.text().to_owned());
        Said::new(&text.join(" "))
    }

    /// From the first treatment, or what comes before it, to the last day of all; without an end where anything has
    /// none.
    fn period(self, details: &[Detail]) -> Period {
        let treated = self.plan.treatments.iter();
        let treated = treated.filter_map(|one| one.treated.map(|when| when.date));
        let mut first: Option<NaiveDate> = treated.clone().min();
        let mut last: Option<NaiveDate> = treated.max();
        let mut open = false;
        for detail in details {
            let period = match &detail.scheduled {
                Some(Scheduled::Period(period)) => *period,
                Some(Scheduled::Timing(timing)) => match timing.repeat.bounds_period {
                    Some(period) => period,
                    None => {
                        open = true;
                        continue;
                    }
                },
                Some(Scheduled::Text(_)) | None => {
                    open = true;
                    continue;
                }
            };
            let start = period.start.map(|day| day.0);
            let end = period.end.map(|day| day.0);
            open |= end.is_none();
            first = first.into_iter().chain(start).chain(end).min();
            last = last.into_iter().chain(start).chain(end).max();
        }
        Period {
            start: first.map(Day),
            end: last.filter(|_| !open).map(Day),
        }
    }

    /// What is no activity, under its headings.
    fn notes(self, parts: &Parts<'_>) -> Vec<(Said, Vec<Said>)> {
        let mut all = Vec::new();
        let may = activity::permitted(self.plan, parts);
        let may = may.iter().map(|text| Said::new(text)).collect();
        all.push((Said::new(activity::permitted_heading()), may));
        for which in NOTED {
            for part in parts.part(which) {
                // A line of these refers to the others: by a source's number, by whose course it is.
                let items = match which {
                    Which::Course | Which::Sources => vec![part.items.join(" ")],
                    _ => part.items,
                };
                let items = items.iter().map(|text| Said::new(text)).collect();
                all.push((Said::new(&part.heading), items));
            }
        }
        all.retain(|(_, items): &(Said, Vec<Said>)| !items.is_empty());
        all
    }
}

/// The plan's own entries, then what the patient is to be told.
fn activities(details: Vec<Detail>, messages: &[String]) -> Vec<Activity> {
    let details = details.into_iter().map(Box::new).map(Activity::Detail);
    let messages = messages.iter().map(|url| Reference::to(url));
    details.chain(messages.map(Activity::Reference)).collect()
}

/// An item each, with its heading.
fn annotations((heading, items): (Said, Vec<Said>)) -> impl Iterator<Item = Annotation> {
    items.into_iter().map(move |item| {
        let text = under(heading.as_str(), item.as_str());
        Annotation {
            text: Marked::new(&Said::new(&text)),
        }
    })
}
