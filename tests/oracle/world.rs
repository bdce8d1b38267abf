//! Section 3.6: every way of filling in what is not known, and the truth of a condition under one.

use super::days::{DaySet, FIRST, LAST};
use super::model::*;

/// One way. A fact that does not apply has no value.
#[derive(Debug, Clone, Copy)]
pub struct World {
    vegan: Option<bool>,
    pierced: Option<bool>,
    /// Twice the age, so that there is one between any two whole numbers.
    age: Option<i64>,
    skin: Option<usize>,
    concerns: Option<u8>,
    taken: [Taken; 3],
    pub prescribed: [bool; 3],
    /// Of a symptom that is not reported: whether it is there; of any: whether it is severe.
    symptoms: [(bool, bool); 2],
    /// Of an event that has not happened: whether it holds all the same.
    events: [bool; 2],
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Taken {
    Never,
    Now,
    Ago(i64),
}

/// All ways, and into how many neighbours each way with respect to symptoms falls.
pub struct Worlds {
    pub all: Vec<World>,
    pub by_symptoms: usize,
}

const START: World = World {
    vegan: None,
    pierced: None,
    age: None,
    skin: None,
    concerns: None,
    taken: [Taken::Never; 3],
    prescribed: [false; 3],
    symptoms: [(false, false); 2],
    events: [false; 2],
};

impl Worlds {
    /// The ways that the atoms can tell apart, `prescribed` included where a medicine is restricted.
    /// None where they are too many to go through.
    pub fn of(patient: &Patient, atoms: &[Atom], medicines: bool) -> Option<Self> {
        let uses = |wanted: &dyn Fn(&Atom) -> bool| atoms.iter().any(wanted);
        let mut worlds = Self {
            all: vec![START],
            by_symptoms: 1,
        };
        if uses(&|atom| matches!(atom, Atom::Vegan | Atom::NotVegan)) {
            worlds.fill(patient.vegan, &[false, true], |world, yes| {
                world.vegan = yes
            });
        }
        if uses(&|atom| matches!(atom, Atom::Pierced)) {
            worlds.fill(patient.pierced, &[false, true], |world, yes| {
                world.pierced = yes
            });
        }
        let ages = ages(atoms);
        if !ages.is_empty() {
            let known = match patient.age {
                Answer::Known(age) => Answer::Known(2 * age),
                other => other,
            };
            worlds.fill(known, &ages, |world, age| world.age = age);
        }
        if uses(&|atom| matches!(atom, Atom::SkinIn(..) | Atom::SkinIsNot(_))) {
            worlds.fill(patient.skin, &[0, 1, 2, 3], |world, skin| world.skin = skin);
        }
        if uses(&|atom| matches!(atom, Atom::Concern(_) | Atom::Concerns(..))) {
            let sets: Vec<u8> = (0..8).collect();
            worlds.fill(patient.concerns, &sets, |world, set| world.concerns = set);
        }
        if uses(&|atom| matches!(atom, Atom::Taking(_) | Atom::Took(..))) {
            worlds.each(&taken(patient, atoms), |world, taken| world.taken = taken);
        }
        if medicines || uses(&|atom| matches!(atom, Atom::Prescribed(_))) {
            worlds.each(&prescribed(patient), |world, prescribed| {
                world.prescribed = prescribed
            });
        }
        for event in 0..2 {
            if uses(&|atom| *atom == Atom::Event(event)) && patient.events[event].is_none() {
                worlds.each(&[false, true], |world, yes| world.events[event] = yes);
            }
        }
        let before = worlds.all.len();
        for symptom in 0..2 {
            worlds.symptom(patient, symptom, atoms);
        }
        worlds.by_symptoms = worlds.all.len() / before;
        (worlds.all.len() <= 3000).then_some(worlds)
    }

    fn symptom(&mut self, patient: &Patient, symptom: usize, atoms: &[Atom]) {
        let there = atoms.contains(&Atom::Symptom(symptom, false));
        let severe = atoms.contains(&Atom::Symptom(symptom, true));
        match patient.symptoms[symptom] {
            Symptom::Unreported if severe => {
                let ways = [(false, false), (true, false), (true, true)];
                self.each(&ways, |world, way| world.symptoms[symptom] = way);
            }
            Symptom::Unreported if there => {
                let ways = [(false, false), (true, false)];
                self.each(&ways, |world, way| world.symptoms[symptom] = way);
            }
            Symptom::Reported { severe: None, .. } if severe => {
                let ways = [(true, false), (true, true)];
                self.each(&ways, |world, way| world.symptoms[symptom] = way);
            }
            _ => {}
        }
    }

    fn fill<T: Copy>(
        &mut self,
        answer: Answer<T>,
        ways: &[T],
        set: impl Fn(&mut World, Option<T>),
    ) {
        match answer {
            Answer::Known(value) => self.each(&[Some(value)], set),
            Answer::DoesNotApply => self.each(&[None], set),
            Answer::NotAsked | Answer::Unsure => {
                let ways: Vec<Option<T>> = ways.iter().copied().map(Some).collect();
                self.each(&ways, set);
            }
        }
    }

    fn each<T: Copy>(&mut self, ways: &[T], set: impl Fn(&mut World, T)) {
        let mut all = Vec::with_capacity(self.all.len() * ways.len());
        for world in &self.all {
            for way in ways {
                let mut world = *world;
                set(&mut world, *way);
                all.push(world);
            }
        }
        self.all = all;
    }
}

/// The doubled ages at and around every threshold.
fn ages(atoms: &[Atom]) -> Vec<i64> {
    let mut ages: Vec<i64> = atoms
        .iter()
        .filter_map(|atom| match atom {
            Atom::AgeUnder(age) | Atom::AgeOver(age) | Atom::AgeIs(age) | Atom::AgeIsNot(age) => {
                Some(2 * age)
            }
            _ => None,
        })
        .flat_map(|age| [age - 1, age, age + 1])
        .filter(|age| *age >= 0)
        .collect();
    ages.sort_unstable();
    ages.dedup();
    ages
}

/// What each medicine's last taking may be.
fn taken(patient: &Patient, atoms: &[Atom]) -> Vec<[Taken; 3]> {
    let Some(list) = &patient.medications else {
        let mut ways = vec![Taken::Never, Taken::Now];
        for atom in atoms {
            if let Atom::Took(_, days) = atom {
                ways.extend([Taken::Ago(days - 1), Taken::Ago(*days)]);
            }
        }
        let mut all = Vec::new();
        for one in &ways {
            for two in &ways {
                all.extend(ways.iter().map(|three| [*one, *two, *three]));
            }
        }
        return all;
    };
    let mut all = vec![[Taken::Never; 3]];
    for entry in list {
        let when = entry.last_taken.map_or(Taken::Now, Taken::Ago);
        let below: Vec<usize> = (0..3)
            .filter(|at| under(MEDICINES[*at], entry.thing))
            .collect();
        let mut more = Vec::new();
        for way in &all {
            // Some member of what is listed, and which is not known.
            for chosen in 1_u32..1 << below.len() {
                let mut way = *way;
                for (bit, at) in below.iter().enumerate() {
                    if chosen >> bit & 1 == 1 {
                        way[*at] = when;
                    }
                }
                more.push(way);
            }
        }
        all = more;
    }
    all
}

/// Whether each medicine is prescribed: not if the patient does not list it, unknown where not said.
fn prescribed(patient: &Patient) -> Vec<[bool; 3]> {
    let ways = |at: usize| -> Vec<bool> {
        let Some(list) = &patient.medications else {
            return vec![false, true];
        };
        let mut entries = list
            .iter()
            .filter(|entry| under(MEDICINES[at], entry.thing));
        match entries.next() {
            None => vec![false],
            Some(Medication {
                thing,
                prescribed: Some(yes),
                ..
            }) if *thing == MEDICINES[at] => {
                vec![*yes]
            }
            // What is not prescribed is the member that is meant; the others are not listed.
            Some(Medication {
                prescribed: Some(false),
                ..
            }) => vec![false],
            Some(_) => vec![false, true],
        }
    };
    let mut all = Vec::new();
    for one in ways(0) {
        for two in ways(1) {
            all.extend(ways(2).into_iter().map(|three| [one, two, three]));
        }
    }
    all
}

impl World {
    /// The days on which a condition holds around the session with this number, on the given first day.
    pub fn days(
        &self,
        condition: &Condition,
        patient: &Patient,
        number: i64,
        first: i64,
    ) -> DaySet {
        match condition {
            Condition::Atom(atom) => self.atom(*atom, patient, number, first),
            Condition::Not(inner) => self.days(inner, patient, number, first).not(),
            Condition::All(parts) => parts.iter().fold(DaySet::ALL, |days, part| {
                days.and(self.days(part, patient, number, first))
            }),
            Condition::Any(parts) => parts.iter().fold(DaySet::NONE, |days, part| {
                days.or(self.days(part, patient, number, first))
            }),
        }
    }

    fn atom(&self, atom: Atom, patient: &Patient, number: i64, first: i64) -> DaySet {
        let always = |yes: bool| if yes { DaySet::ALL } else { DaySet::NONE };
        match atom {
            Atom::Symptom(symptom, severe) => self.symptom(symptom, severe, patient),
            Atom::Event(event) => match patient.events[event] {
                Some(day) if day < first => DaySet::NONE,
                Some(day) => DaySet::between(day, LAST),
                None => always(self.events[event]),
            },
            Atom::Session(wanted) => always(wanted == number),
            _ => always(self.fact(atom)),
        }
    }

    fn fact(&self, atom: Atom) -> bool {
        match atom {
            Atom::Vegan => self.vegan == Some(true),
            Atom::NotVegan => self.vegan == Some(false),
            Atom::Pierced => self.pierced == Some(true),
            Atom::AgeUnder(age) => self.age.is_some_and(|own| own < 2 * age),
            Atom::AgeOver(age) => self.age.is_some_and(|own| own > 2 * age),
            Atom::AgeIs(age) => self.age == Some(2 * age),
            Atom::AgeIsNot(age) => self.age.is_some_and(|own| own != 2 * age),
            Atom::SkinIn(low, high) => self.skin.is_some_and(|own| (low..=high).contains(&own)),
            Atom::SkinIsNot(value) => self.skin.is_some_and(|own| own != value),
            Atom::Concern(value) => self.concerns.is_some_and(|bits| bits >> value & 1 == 1),
            Atom::Concerns(one, other) => {
                let wanted = 1_u8 << one | 1 << other;
                self.concerns.is_some_and(|bits| bits & wanted == wanted)
            }
            Atom::Taking(thing) => self.any_taken(thing, |taken| taken == Taken::Now),
            Atom::Took(thing, days) => self.any_taken(thing, |taken| match taken {
                Taken::Never => false,
                Taken::Now => true,
                Taken::Ago(ago) => ago < days,
            }),
            Atom::Prescribed(thing) => {
                (0..3).any(|at| self.prescribed[at] && under(MEDICINES[at], thing))
            }
            Atom::Symptom(..) | Atom::Event(_) | Atom::Session(_) => false,
        }
    }

    fn any_taken(&self, thing: usize, wanted: impl Fn(Taken) -> bool) -> bool {
        (0..3).any(|at| under(MEDICINES[at], thing) && wanted(self.taken[at]))
    }

    fn symptom(&self, symptom: usize, severe: bool, patient: &Patient) -> DaySet {
        let way = self.symptoms[symptom];
        match patient.symptoms[symptom] {
            Symptom::Absent => DaySet::NONE,
            Symptom::Unreported if way.0 && (way.1 || !severe) => DaySet::ALL,
            Symptom::Unreported => DaySet::NONE,
            Symptom::Reported { severe: known, .. } if severe && !known.unwrap_or(way.1) => {
                DaySet::NONE
            }
            Symptom::Reported { since, until, .. } => {
                DaySet::between(since.max(FIRST), until.unwrap_or(LAST))
            }
        }
    }
}

impl Condition {
    pub fn atoms(&self, found: &mut Vec<Atom>) {
        match self {
            Self::Atom(atom) => found.push(*atom),
            Self::Not(inner) => inner.atoms(found),
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.atoms(found);
                }
            }
        }
    }
}

impl Patient {
    /// What is known of the patient on a day, without what is dated before the treatment, which is not
    /// of it.
    pub fn as_of(&self, on: i64) -> Self {
        let mut known = self.without_what_is_later(on);
        for event in &mut known.events {
            *event = event.filter(|day| *day >= 0);
        }
        known
    }

    /// What is known on a day: what is dated later has not happened yet, and an end that is dated later
    /// is not known.
    pub fn without_what_is_later(&self, on: i64) -> Self {
        let mut known = self.clone();
        for event in &mut known.events {
            *event = event.filter(|day| *day <= on);
        }
        for symptom in &mut known.symptoms {
            if let Symptom::Reported {
                since,
                until,
                severe,
            } = *symptom
            {
                *symptom = if since > on {
                    Symptom::Unreported
                } else {
                    Symptom::Reported {
                        since,
                        until: until.filter(|until| *until <= on),
                        severe,
                    }
                };
            }
        }
        known
    }
}
