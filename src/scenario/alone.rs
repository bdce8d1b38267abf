//! The lines of one sentence. Sentences that say the same are one line of a plan; what of it is a sentence's own is
//! told by the plan of a protocol that has this sentence alone.

use crate::check::{Lineage, Protocol, Rule};
use crate::eval::evaluate;
use crate::plan::{Line, Moment, lines};
use crate::profile::Profile;

/// The sentences of a protocol, one by one.
#[derive(Clone, Copy)]
pub(super) struct Alone<'p>(pub &'p Protocol);

impl Alone<'_> {
    /// The lines of the sentence at a place, of those of a plan of this patient on this day.
    pub(super) fn lines(self, at: usize, all: &[Line], profile: &Profile, on: Moment) -> Vec<Line> {
        let Some(rule) = self.0.rules.get(at) else {
            return Vec::new();
        };
        if self.shares_a_line(at, rule) {
            let plan = evaluate(&self.protocol_of(rule), profile, Some(on));
            return plan.as_ref().map_or_else(|_| Vec::new(), lines);
        }
        let here = |line: &&Line| line.rule.location == rule.location;
        all.iter().filter(here).cloned().collect()
    }

    fn shares_a_line(self, at: usize, rule: &Rule) -> bool {
        let mut others = self.0.rules.iter().enumerate();
        others.any(|(other, one)| other != at && one.says_the_same(rule))
    }

    fn protocol_of(self, rule: &Rule) -> Protocol {
        let whole = self.0;
        Protocol {
            title: whole.title.clone(),
            version: whole.version.clone(),
            treatment: whole.treatment.clone(),
            aftercare: whole.aftercare,
            effective: whole.effective,
            review_by: whole.review_by,
            approved: whole.approved.clone(),
            sources: whole.sources.clone(),
            accepted: Vec::new(),
            lineage: Lineage::default(),
            changes: Vec::new(),
            rules: vec![rule.clone()],
            vocabulary: whole.vocabulary.clone(),
            file: whole.file.clone(),
            fingerprint: whole.fingerprint.clone(),
        }
    }
}
