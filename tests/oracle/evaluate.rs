//! The oracle: what is known on a day, the worlds, the lines, and the answer for every thing.

use super::answer::{Answers, about};
use super::days::{DAY, NEVER};
use super::elsewhere::Elsewhere;
use super::line::{Line, Reading, Subject};
use super::model::*;
use super::patient::product_name;
use super::window::{Session, Which};
use super::world::Worlds;

/// What the oracle says, as known on one day.
pub struct Verdict {
    pub leaves: Vec<(usize, Answers)>,
    /// The same without the lines of places that have no skin in common with the mouth, and with the scalp; none where no
    /// line is of the one beside one of the other.
    apart: Option<[Vec<(usize, Answers)>; 2]>,
    /// Of the same things, in their order, what the answers say of other places and situations.
    pub elsewhere: Vec<Elsewhere>,
    /// The products of the patient, and the classes that the list of medicines names, by their names.
    pub own: Vec<(String, Answers)>,
}

impl Verdict {
    /// What is so of each thing as a line of this place sees it: what is off where nothing of that place is, is none of
    /// its matters.
    pub fn seen_from(&self, place: Option<usize>) -> &[(usize, Answers)] {
        match (&self.apart, place) {
            (Some([mouth, scalp]), Some(place)) => [mouth, scalp][usize::from(is_scalp(place))],
            _ => &self.leaves,
        }
    }
}

/// The mouth and the lips lie apart from it.
fn is_scalp(place: usize) -> bool {
    PLACES[place] == "scalp"
}

/// What holds for a patient, or none where there are too many worlds to go through.
pub fn evaluate(protocol: &Protocol, patient: &Patient, on: i64) -> Option<Verdict> {
    let patient = patient.as_of(on);
    let atoms = protocol.atoms();
    let worlds = Worlds::of(&patient, &atoms, protocol.restricts_medicines())?;
    let reading = Reading {
        protocol,
        patient: &patient,
        worlds: &worlds,
        sessions: sessions(protocol, &patient, on),
    };
    let by_leaf = |is_seen: &dyn Fn(&Line) -> bool| {
        let lines_of = |leaf| {
            let mut lines = reading.lines(leaf);
            lines.retain(is_seen);
            lines
        };
        let lines = lines_of(None);
        let leaves = leaves().map(|leaf| {
            let of_medicine = MEDICINES.contains(&leaf).then(|| lines_of(Some(leaf)));
            let lines = of_medicine.as_ref().unwrap_or(&lines);
            (leaf, Answers::of(&[Subject::plain(leaf)], lines, &worlds))
        });
        leaves.collect::<Vec<_>>()
    };
    let lines = reading.lines(None);
    let leaves = by_leaf(&|_| true);
    let side = |line: &Line| line.narrow.place.map(is_scalp);
    let is_on = |scalp| lines.iter().any(|line| side(line) == Some(scalp));
    let apart = (is_on(false) && is_on(true))
        .then(|| [false, true].map(|scalp| by_leaf(&|line| side(line) != Some(!scalp))));
    let elsewhere = super::model::leaves()
        .map(|leaf| Elsewhere::of(&about(&Subject::plain(leaf), &lines), &worlds))
        .collect();
    let products = (0_u8..).zip(&patient.products).map(|(index, product)| {
        let answers = Answers::of(&Subject::of_product(product), &lines, &worlds);
        (product_name(index), answers)
    });
    // A class on the list is one of its members, and which is not known.
    let classes = patient.medications.iter().flatten().filter_map(|entry| {
        let below = MEDICINES.iter().filter(|at| under(**at, entry.thing));
        let members: Vec<Subject> = below.map(|at| Subject::plain(*at)).collect();
        let class = !MEDICINES.contains(&entry.thing);
        class.then(|| {
            let answers = Answers::of(&members, &lines, &worlds);
            (THINGS[entry.thing].0.to_owned(), answers)
        })
    });
    let own = products.chain(classes).collect();
    Some(Verdict {
        leaves,
        apart,
        elsewhere,
        own,
    })
}

/// The sessions that sentences hold around: earlier ones, this one, and the next if there is a course.
fn sessions(protocol: &Protocol, patient: &Patient, on: i64) -> Vec<Session> {
    let mut sessions = Vec::new();
    let mut number = 0;
    for day in &patient.sessions {
        number += 1;
        sessions.push(Session {
            number,
            days: (*day, *day),
            instants: (day * DAY, (day + 1) * DAY),
            which: Which::Earlier,
        });
    }
    number += 1;
    sessions.push(Session {
        number,
        days: (0, 0),
        instants: patient.time.map_or((0, DAY), |time| (time, time)),
        which: Which::This,
    });
    if let Some((least, most)) = protocol.course {
        // Nobody knows when a session is that is overdue.
        let overdue = protocol.is_overdue(on);
        let latest = if overdue { NEVER / DAY } else { 7 * most };
        sessions.push(Session {
            number: number + 1,
            days: (7 * least, latest),
            instants: (7 * least * DAY, (latest + 1) * DAY),
            which: Which::Next,
        });
    }
    sessions
}

impl Protocol {
    /// Whether the latest day of the next session is over.
    pub fn is_overdue(&self, on: i64) -> bool {
        self.course.is_some_and(|(_, most)| on > 7 * most)
    }

    fn restricts_medicines(&self) -> bool {
        let medicine = |named: &Named| under(named.thing, 2);
        self.rules.iter().any(|rule| match &rule.head {
            Head::Avoid(things) | Head::Resume(things) => things.iter().any(medicine),
            Head::Duty(things, only, _) => *only && things.iter().any(medicine),
            Head::Allow(_, but_not) => but_not.iter().any(medicine),
            _ => false,
        })
    }
}
