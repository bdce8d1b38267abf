//! A patient in the names of both protocols, as one of them knows her: what it has no name for is left out.

use std::collections::BTreeMap;

use super::names::Names;
use crate::profile::{Answered, History, Medication, Profile, Value};
use crate::vocabulary::{FactId, ThingId};

/// The patient as a protocol with these names knows her.
pub(super) fn of(names: &Names, patient: &Profile) -> Profile {
    let thing = |id: &ThingId| back(&names.things, *id);
    fn things<V: Clone>(
        of: &BTreeMap<ThingId, V>,
        thing: impl Fn(&ThingId) -> Option<ThingId>,
    ) -> BTreeMap<ThingId, V> {
        let known = of.iter();
        known
            .filter_map(|(id, value)| Some((thing(id)?, value.clone())))
            .collect()
    }
    let facts = patient.facts.iter().filter_map(|(id, answered)| {
        let fact = fact(names, *id)?;
        Some((fact, self::answered(names, fact, answered)?))
    });
    let history: BTreeMap<ThingId, History> = things(&patient.history, thing);
    Profile {
        facts: facts.collect(),
        prescribed: things(&patient.prescribed, thing),
        history,
        events: things(&patient.events, thing),
        symptoms: things(&patient.symptoms, thing),
        symptoms_absent: patient.symptoms_absent.iter().filter_map(thing).collect(),
        ..patient.clone()
    }
}

/// What a thing of both is in one of them.
pub(super) fn back(things: &[ThingId], id: ThingId) -> Option<ThingId> {
    let at = things.iter().position(|known| *known == id)?;
    Some(ThingId(u32::try_from(at).ok()?))
}

fn fact(names: &Names, id: FactId) -> Option<FactId> {
    let at = names.facts.iter().position(|known| *known == id)?;
    Some(FactId(u32::try_from(at).ok()?))
}

fn answered(names: &Names, fact: FactId, answered: &Answered) -> Option<Answered> {
    let Answered::Known(value) = answered else {
        return Some(answered.clone());
    };
    let values = names.values.get(&fact);
    let index = |value: usize| match values {
        Some(values) => values.iter().position(|known| *known == value),
        None => Some(value),
    };
    Some(Answered::Known(match value {
        Value::Index(value) => Value::Index(index(*value)?),
        Value::Indexes(values) => {
            Value::Indexes(values.iter().filter_map(|value| index(*value)).collect())
        }
        Value::Things(list) => {
            let known = list.iter().filter_map(|one| {
                Some(Medication {
                    thing: back(&names.things, one.thing)?,
                    ..one.clone()
                })
            });
            Value::Things(known.collect())
        }
        other => other.clone(),
    }))
}
