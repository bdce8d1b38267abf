//! A way of filling in what is not known, as a patient.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::check::Qualifier;
use crate::eval::conditions::{Told, a_patient, described, in_region};
use crate::eval::truth::Truth;
use crate::eval::unknown::{Unknown, Way};
use crate::profile::{Answered, History, Medication, Profile, Reported, Value};
use crate::vocabulary::{FactId, FactKind, ThingId};

/// A patient, and the same in words.
pub struct Example {
    /// What is known.
    pub profile: Profile,
    /// What of it the finding hangs on.
    pub told: Vec<Told>,
}

impl Example {
    /// The patient of a way of filling in, on top of a profile; none where no profile can say it.
    pub fn of(truth: &Truth<'_>, profile: &Profile, way: &Way) -> Option<Self> {
        let mut example = Self {
            profile: profile.clone(),
            told: Vec::new(),
        };
        for (unknown, value) in &way.named {
            example.fill(truth, unknown, *value)?;
            example.told.extend(described(truth, unknown, *value));
        }
        for (event, date) in &profile.events {
            let name = truth.vocabulary.name(*event);
            let day = (*date - truth.reference).num_days();
            example.told.push(Told::Is(format!("{name} on day {day}")));
        }
        Some(example)
    }

    fn fill(&mut self, truth: &Truth<'_>, unknown: &Unknown, value: usize) -> Option<()> {
        let yes = value == 1;
        match unknown {
            Unknown::Fact(fact) if value >= truth.values_of(*fact) => {
                self.profile.facts.insert(*fact, Answered::DoesNotApply);
            }
            Unknown::Fact(fact) => {
                let known = self::value(truth, *fact, value)?;
                self.profile.facts.insert(*fact, Answered::Known(known));
            }
            Unknown::Value(fact, index) => self.includes(*fact, *index, yes),
            Unknown::Group(fact, group) => self.taken(truth, *fact, *group, value)?,
            Unknown::GroupPrescribed(fact, group) => {
                let member = member(truth, *fact, *group)?;
                self.prescribe(member, yes);
            }
            Unknown::Prescribed(thing) => self.prescribe(*thing, yes),
            Unknown::Symptom(symptom) => {
                if yes {
                    self.report(truth, *symptom);
                } else {
                    self.profile.symptoms_absent.insert(*symptom);
                }
            }
            Unknown::Qualifier(symptom, qualifier) => {
                self.qualify(truth, *symptom, qualifier, yes)?;
            }
            // That an event never happens no profile says: it has not happened yet.
            Unknown::Event(_) if yes => return None,
            Unknown::Event(_) => {}
            Unknown::History(thing) => self.had(truth, *thing, yes)?,
            Unknown::Session => self.profile.sessions = Some(earlier(truth, value)?),
            Unknown::Member(..)
            | Unknown::ProductIs(..)
            | Unknown::ProductMember(_)
            | Unknown::ProductHas(..)
            | Unknown::TooLarge => return None,
        }
        Some(())
    }

    /// That a fact includes a value, or not.
    fn includes(&mut self, fact: FactId, index: usize, yes: bool) {
        let known = self.profile.facts.entry(fact);
        let known = known.or_insert(Answered::Known(Value::Indexes(BTreeSet::new())));
        if let (true, Answered::Known(Value::Indexes(indexes))) = (yes, known) {
            indexes.insert(index);
        }
    }

    /// Something that was the day before, or never.
    fn had(&mut self, truth: &Truth<'_>, thing: ThingId, yes: bool) -> Option<()> {
        let before = truth.reference.checked_sub_days(Days::new(1))?;
        let known = if yes {
            History::On(vec![before])
        } else {
            History::Never
        };
        self.profile.history.insert(thing, known);
        Some(())
    }

    /// Something of a group of medicines, taken as recently as a value says.
    fn taken(&mut self, truth: &Truth<'_>, fact: FactId, group: usize, value: usize) -> Option<()> {
        let thing = member(truth, fact, group)?;
        let known = self.profile.facts.entry(fact);
        let known = known.or_insert(Answered::Known(Value::Things(Vec::new())));
        let Answered::Known(Value::Things(list)) = known else {
            return None;
        };
        if value > 0 {
            list.push(Medication {
                name: truth.vocabulary.name(thing).to_owned(),
                thing,
                last_taken: truth.recency().last_taken(value),
                prescribed: None,
            });
        }
        Some(())
    }

    fn prescribe(&mut self, thing: ThingId, yes: bool) {
        let known = Answered::Known(Value::Yes(yes));
        self.profile.prescribed.insert(thing, known);
    }

    fn report(&mut self, truth: &Truth<'_>, symptom: ThingId) -> &mut Reported {
        let report = self.profile.symptoms.entry(symptom);
        report.or_insert(Reported::noticed(truth.reference))
    }

    fn qualify(
        &mut self,
        truth: &Truth<'_>,
        symptom: ThingId,
        qualifier: &Qualifier,
        yes: bool,
    ) -> Option<()> {
        let report = self.report(truth, symptom);
        match qualifier {
            Qualifier::Severe => report.severe = Some(yes),
            Qualifier::Spreading => report.spreading = Some(yes),
            Qualifier::Worsening => report.worsening = Some(yes),
            Qualifier::Lasting(length) if yes => report.lasting = Some(*length),
            Qualifier::Despite(what) if yes => {
                report.despite.insert(crate::vocabulary::fold(what));
            }
            _ => return None,
        }
        Some(())
    }
}

/// Whether a way of filling in hangs on what was too large to be decided.
pub fn is_undecided(way: &Way) -> bool {
    let mut unknowns = way.named.iter();
    unknowns.any(|(unknown, _)| *unknown == Unknown::TooLarge)
}

/// The patient of a way of filling in, in words.
pub fn in_words(truth: &Truth<'_>, way: &Way) -> String {
    let known = way.named.iter();
    let told = known.filter_map(|(unknown, value)| described(truth, unknown, *value));
    a_patient(&told.collect::<Vec<Told>>())
}

/// So many earlier sessions, four weeks apart.
fn earlier(truth: &Truth<'_>, count: usize) -> Option<Vec<NaiveDate>> {
    let back = |sessions: usize| {
        let days = u64::try_from(sessions * 28).ok()?;
        truth.reference.checked_sub_days(Days::new(days))
    };
    (1..=count).rev().map(back).collect()
}

/// One of a group of things that no rule tells apart.
fn member(truth: &Truth<'_>, fact: FactId, group: usize) -> Option<ThingId> {
    let groups = truth.landmarks.groups.get(&fact)?;
    groups.members.get(group)?.first().copied()
}

/// The value of a fact that stands for a region, a word or a yes.
fn value(truth: &Truth<'_>, fact: FactId, value: usize) -> Option<Value> {
    Some(match &truth.vocabulary.fact(fact).kind {
        FactKind::YesNo => Value::Yes(value == 1),
        FactKind::Number(measure) => {
            let thresholds = truth.landmarks.thresholds_of(fact);
            Value::Number(in_region(thresholds, *measure, value)?)
        }
        FactKind::Ordered(_) | FactKind::OneOf(_) => Value::Index(value),
        FactKind::AnyOf(_) | FactKind::Things(_) => return None,
    })
}
