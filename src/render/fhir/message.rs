//! What the patient is to be told: each warning sign, and each day on which things come back.

use super::narrative::lines;
use super::resource::{
    CommunicationRequest, Concept, Day, Entry, Identifier, Payload, Reference, Resource, Said,
};
use super::{CARE_PLAN, Maker};
use crate::plan::RedFlag;
use crate::render::text::Parts;
use crate::render::{FhirWord, Word, all_of, calendar};

impl Maker<'_> {
    /// A request for each, in the order of the plan.
    pub(super) fn messages(self) -> Vec<Entry> {
        let parts = Parts::new(self.plan);
        let flags = self.plan.red_flags.iter().map(|flag| {
            let text = self::flag(&parts, flag);
            (FhirWord::WarningSign, vec![text], None)
        });
        let mut all: Vec<_> = flags.collect();
        let mut days = Vec::new();
        calendar::events::free_again(self.plan, &mut days);
        all.extend(days.into_iter().map(|event| {
            let text = std::iter::once(event.title).chain(event.text).collect();
            (FhirWord::Reminder, text, Some(Day(event.first)))
        }));
        let all = all.into_iter().enumerate();
        all.map(|(index, (category, text, day))| {
            let url = self.urn(&format!("message\n{index}"));
            let message = self.message(&url, category, &text, day);
            Entry {
                full_url: url,
                resource: Resource::CommunicationRequest(Box::new(message)),
            }
        })
        .collect()
    }

    fn message(
        self,
        url: &str,
        category: FhirWord,
        text: &[String],
        day: Option<Day>,
    ) -> CommunicationRequest {
        let said: Vec<Said> = text.iter().map(|line| Said::new(line)).collect();
        CommunicationRequest {
            text: lines(&Said::new(category.text()), &said),
            identifier: vec![Identifier::uri(url.to_owned())],
            based_on: vec![Reference::to(&self.urn(CARE_PLAN))],
            status: self.status(),
            category: vec![Concept::new(category.text())],
            subject: self.subject(),
            payload: said
                .into_iter()
                .map(|content_string| Payload { content_string })
                .collect(),
            occurrence_date_time: day,
            authored_on: Day(self.issue.day),
            recipient: vec![self.subject()],
        }
    }
}

/// A warning sign, and first of all that it is reported.
pub(super) fn flag(parts: &Parts<'_>, flag: &RedFlag) -> String {
    let said = parts.flag(flag);
    if !flag.reported {
        return said;
    }
    let reported = match flag.reported_items.is_empty() {
        true => &flag.written,
        false => &flag.reported_items,
    };
    let mut text = Word::Reported.with(&[("symptoms", &all_of(reported))]);
    if !flag.depends_on.is_empty() {
        // Whoever reads that it counts only if something nobody knows must not wait for that.
        let what = all_of(&flag.depends_on);
        text = format!("{text} {}", Word::CallAnyway.with(&[("what", &what)]));
    }
    format!("{text} {said}")
}
