//! Conditions under missing facts: each becomes a node over what the profile leaves open.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::diagram::Node;
use super::groups::{Recency, is_within};
use super::interval::Interval;
use super::landmarks::Landmarks;
use super::prepared::Deciding;
use super::reported;
use super::time::{Clock, Instant};
use super::unknown::{Unknown, Unknowns};
use crate::check::{Atom, Condition};
use crate::number::Number;
use crate::profile::{Answered, History, Profile, Value};
use crate::syntax::tree::Comparison;
use crate::vocabulary::{FactId, FactKind, Measure, ThingId, Vocabulary};

/// What conditions are decided against.
#[derive(Debug)]
pub struct Truth<'a> {
    /// The profile, as of the day asked.
    pub profile: &'a Profile,
    /// The vocabulary.
    pub vocabulary: &'a Vocabulary,
    /// The patient's clock.
    pub clock: Clock<'a>,
    /// The day that "within 6 months" counts back from: the treatment's.
    pub reference: NaiveDate,
    /// The treatment's day, where it is known: events and symptoms before it are not of it.
    pub treated: Option<NaiveDate>,
    /// The day that the plan is asked about.
    pub today: Option<NaiveDate>,
    /// What rules tell patients apart by.
    pub landmarks: &'a Landmarks,
    /// Whether every patient is asked about at once, those included to whom a fact does not apply: that is
    /// then one more value of it, the last.
    pub of_everybody: bool,
    recency: OnceCell<Recency>,
}

/// For which session, when, and in what kind of sentence a condition is asked.
#[derive(Debug, Clone, Copy)]
pub struct Asking {
    /// How many sessions after this one; negative before it.
    pub session: i64,
    /// The day of that session: events and symptoms before it are not of it.
    pub since: Option<NaiveDate>,
    /// When.
    pub at: Instant,
    /// Whether the sentence is about whether to treat: then the state of the patient at the
    /// treatment counts, events and symptoms of the days before included.
    pub before_treatment: bool,
}

impl<'a> Truth<'a> {
    /// A patient on a day, as a protocol asks about patients.
    #[must_use]
    pub fn new(
        profile: &'a Profile,
        vocabulary: &'a Vocabulary,
        landmarks: &'a Landmarks,
        clock: Clock<'a>,
        reference: NaiveDate,
        today: Option<NaiveDate>,
    ) -> Self {
        Self {
            profile,
            vocabulary,
            clock,
            reference,
            treated: profile.treated.map(|moment| moment.date),
            today,
            landmarks,
            of_everybody: false,
            recency: OnceCell::new(),
        }
    }

    /// The same, asked about every patient at once.
    #[must_use]
    pub fn of_everybody(self) -> Self {
        Self {
            of_everybody: true,
            ..self
        }
    }

    /// The same of another profile of the patient.
    #[must_use]
    pub fn of<'b>(&'b self, profile: &'b Profile) -> Truth<'b> {
        Truth {
            profile,
            recency: self.recency.clone(),
            ..*self
        }
    }

    /// How recently things were taken, counted back from the reference.
    pub fn recency(&self) -> &Recency {
        self.recency
            .get_or_init(|| Recency::of(&self.landmarks.lengths, self.reference))
    }

    /// The condition as a node, at one time.
    pub fn node(&self, unknowns: &mut Unknowns, condition: &Condition, asking: Asking) -> Node {
        match condition {
            Condition::Atom(atom) => self.atom(unknowns, atom, asking),
            Condition::Not(inner) => {
                let node = self.node(unknowns, inner, asking);
                unknowns.diagram.not(node)
            }
            Condition::All(all) => all.iter().fold(Node::TRUE, |so_far, one| {
                let node = self.node(unknowns, one, asking);
                unknowns.diagram.and(so_far, node)
            }),
            Condition::Any(any) => any.iter().fold(Node::FALSE, |so_far, one| {
                let node = self.node(unknowns, one, asking);
                unknowns.diagram.or(so_far, node)
            }),
        }
    }

    /// A condition as nodes over all of time, around a session: it changes where an event or a symptom that it
    /// reads begins or ends.
    pub fn over_time(
        &self,
        unknowns: &mut Unknowns,
        deciding: &Deciding<'_>,
        (session, since): (i64, Option<NaiveDate>),
        over_time: &mut Vec<(Interval, Node)>,
    ) {
        let condition = &deciding.condition;
        let node = |unknowns: &mut Unknowns, at| {
            let asking = Asking {
                session,
                since,
                at,
                before_treatment: false,
            };
            self.node(unknowns, condition, asking)
        };
        if !deciding.changes {
            over_time.push((Interval::ALWAYS, node(unknowns, Instant::NEVER_BEGAN)));
            return;
        }
        let mut changes: BTreeSet<Instant> = BTreeSet::new();
        condition.atoms(&mut |atom| changes.extend(self.changes(atom, since)));
        let mut start = Instant::NEVER_BEGAN;
        for end in changes.into_iter().chain([Instant::NEVER_ENDS]) {
            if let Some(interval) = Interval::new(start, end) {
                over_time.push((interval, node(unknowns, start)));
            }
            start = end;
        }
    }

    fn changes(&self, atom: &Atom, since: Option<NaiveDate>) -> Vec<Instant> {
        match atom {
            Atom::Event(event) => self
                .event_since(*event, since)
                .map(|date| self.clock.start_of(date))
                .into_iter()
                .collect(),
            Atom::Symptom { symptom, .. } => reported::since(self, *symptom, since)
                .flat_map(|(_, report)| {
                    [
                        Some(self.clock.start_of(report.since)),
                        report.until.map(|date| self.clock.end_of(date)),
                    ]
                })
                .flatten()
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The first day that an event is true, if it is not of an earlier session than that day's.
    #[must_use]
    pub fn event_since(&self, event: ThingId, since: Option<NaiveDate>) -> Option<NaiveDate> {
        self.profile
            .events
            .get(&event)
            .copied()
            .filter(|date| since.is_none_or(|since| *date >= since))
    }

    fn atom(&self, unknowns: &mut Unknowns, atom: &Atom, asking: Asking) -> Node {
        match atom {
            Atom::Yes(fact) => self.yes_or_no(unknowns, *fact, 1),
            Atom::No(fact) => self.yes_or_no(unknowns, *fact, 0),
            Atom::Number {
                fact,
                comparison,
                number,
            } => self.number(unknowns, *fact, *comparison, *number),
            Atom::OneOf { fact, values } => {
                let count = match &self.vocabulary.fact(*fact).kind {
                    FactKind::Ordered(all) | FactKind::OneOf(all) => all.len(),
                    _ => 0,
                };
                self.one_value(
                    unknowns,
                    *fact,
                    count,
                    |value| match value {
                        Value::Index(index) => Some(*index),
                        _ => None,
                    },
                    |value| values.contains(&value),
                )
            }
            Atom::Includes { fact, value } => self.includes(unknowns, *fact, *value),
            Atom::Taking(thing) => self.taken(unknowns, *thing, None),
            Atom::Took { thing, within } => self.taken(unknowns, *thing, Some(*within)),
            Atom::Prescribed(thing) => self.prescribed(unknowns, *thing),
            Atom::IncludesThing { fact, thing } => self.listed(unknowns, *fact, *thing, None),
            Atom::Had { thing, within } => self.had(unknowns, *thing, *within),
            Atom::Symptom { symptom, qualifier } => {
                reported::node(self, unknowns, *symptom, qualifier.as_ref(), asking)
            }
            Atom::Event(event) => self.event(unknowns, *event, asking),
            Atom::Session(number) => self.session(unknowns, *number, asking.session),
        }
    }

    fn yes_or_no(&self, unknowns: &mut Unknowns, fact: FactId, wanted: usize) -> Node {
        self.one_value(
            unknowns,
            fact,
            2,
            |value| match value {
                Value::Yes(yes) => Some(usize::from(*yes)),
                _ => None,
            },
            |value| value == wanted,
        )
    }

    fn one_value(
        &self,
        unknowns: &mut Unknowns,
        fact: FactId,
        values: usize,
        index: impl Fn(&Value) -> Option<usize>,
        holds: impl Fn(usize) -> bool,
    ) -> Node {
        match self.profile.facts.get(&fact) {
            Some(Answered::Known(value)) => Node::of(index(value).is_some_and(holds)),
            Some(Answered::DoesNotApply) => Node::FALSE,
            Some(Answered::Unsure) | None => self.one_of(unknowns, fact, values, holds),
        }
    }

    /// A number is known up to the regions between, and at, the numbers that rules name.
    fn number(
        &self,
        unknowns: &mut Unknowns,
        fact: FactId,
        comparison: Comparison,
        number: Number,
    ) -> Node {
        match self.profile.facts.get(&fact) {
            Some(Answered::Known(Value::Number(known))) => {
                Node::of(compare(comparison, known.cmp(&number)))
            }
            Some(Answered::Known(_) | Answered::DoesNotApply) => Node::FALSE,
            Some(Answered::Unsure) | None => {
                let thresholds = self.landmarks.thresholds_of(fact);
                let measure = measure_of(self.vocabulary, fact);
                let (values, holds) = regions(thresholds, measure, comparison, number);
                self.one_of(unknowns, fact, values, holds)
            }
        }
    }

    /// The condition that a fact has one of the values for which `holds` is true; it may not apply, too.
    fn one_of(
        &self,
        unknowns: &mut Unknowns,
        fact: FactId,
        values: usize,
        holds: impl Fn(usize) -> bool,
    ) -> Node {
        let more = usize::from(self.of_everybody);
        unknowns.is(Unknown::Fact(fact), values + more, |value| {
            value < values && holds(value)
        })
    }

    /// How many values a fact with one value has, where it applies.
    #[must_use]
    pub fn values_of(&self, fact: FactId) -> usize {
        match &self.vocabulary.fact(fact).kind {
            FactKind::YesNo => 2,
            FactKind::Ordered(all) | FactKind::OneOf(all) => all.len(),
            FactKind::Number(measure) => {
                let thresholds = self.landmarks.thresholds_of(fact);
                regions(thresholds, *measure, Comparison::Equal, Number::whole(0)).0
            }
            FactKind::AnyOf(_) | FactKind::Things(_) => 0,
        }
    }

    fn includes(&self, unknowns: &mut Unknowns, fact: FactId, value: usize) -> Node {
        match self.profile.facts.get(&fact) {
            Some(Answered::Known(Value::Indexes(known))) => Node::of(known.contains(&value)),
            Some(Answered::Known(_) | Answered::DoesNotApply) => Node::FALSE,
            Some(Answered::Unsure) | None => unknowns.yes(Unknown::Value(fact, value)),
        }
    }

    /// Whether a procedure or event of the past was within a length of time before the treatment.
    fn had(
        &self,
        unknowns: &mut Unknowns,
        thing: ThingId,
        within: crate::syntax::tree::Duration,
    ) -> Node {
        let mut open = false;
        let below = if self.vocabulary.thing(thing).children.is_empty() {
            BTreeSet::new()
        } else {
            self.vocabulary.leaves(thing)
        };
        for leaf in below.into_iter().chain([thing]) {
            let dates: &[NaiveDate] = match self.profile.history.get(&leaf) {
                Some(History::On(dates)) => dates,
                Some(History::Never) => &[],
                Some(History::Unsure) => {
                    open = true;
                    &[]
                }
                None => {
                    open |= !self.profile.history_complete
                        && !self.profile.events.contains_key(&leaf)
                        && !matches!(
                            self.profile.history.get(&thing),
                            Some(History::On(_) | History::Never)
                        );
                    &[]
                }
            };
            let event = self.profile.events.get(&leaf);
            if dates
                .iter()
                .chain(event)
                .any(|date| *date <= self.reference && is_within(*date, within, self.reference))
            {
                return Node::TRUE;
            }
        }
        if !open {
            return Node::FALSE;
        }
        unknowns.yes(Unknown::History(thing))
    }

    fn event(&self, unknowns: &mut Unknowns, event: ThingId, asking: Asking) -> Node {
        let date = if asking.before_treatment {
            self.profile.events.get(&event).copied().filter(|date| {
                self.treated.is_none_or(|treated| *date <= treated)
                    && self
                        .profile
                        .sessions
                        .as_ref()
                        .and_then(|sessions| sessions.last())
                        .is_none_or(|previous| date >= previous)
            })
        } else {
            self.event_since(event, asking.since)
        };
        match date {
            Some(_) if asking.before_treatment => Node::TRUE,
            Some(date) => Node::of(asking.at >= self.clock.start_of(date)),
            None => unknowns.yes(Unknown::Event(event)),
        }
    }

    fn session(&self, unknowns: &mut Unknowns, number: u32, offset: i64) -> Node {
        let wanted = i64::from(number) - offset;
        match &self.profile.sessions {
            Some(earlier) => {
                let this = i64::try_from(earlier.len()).map_or(i64::MAX, |done| done + 1);
                Node::of(this == wanted)
            }
            // Values 0.. are sessions 1.. up to one past the bound, which stands for all above it.
            None => {
                let values = self.landmarks.session_bound as usize + 1;
                unknowns.is(Unknown::Session, values, |value| {
                    i64::try_from(value).is_ok_and(|value| value + 1 == wanted)
                })
            }
        }
    }
}

/// The regions between, and at, the numbers that rules compare a fact with: how many there are, and in
/// which of them a comparison holds.
pub fn regions(
    thresholds: &[Number],
    measure: Measure,
    comparison: Comparison,
    number: Number,
) -> (usize, impl Fn(usize) -> bool + use<>) {
    // Region 2i + 1 is the threshold i itself, 2i what lies below it. Nothing lies below the least that there is,
    // nor above the most.
    let place = thresholds.partition_point(|other| *other < number) * 2 + 1;
    let least = usize::from(thresholds.first() == Some(&measure.least()));
    let last = thresholds.last();
    let most = usize::from(last.is_some() && last == measure.most().as_ref());
    let holds = move |region: usize| compare(comparison, (region + least).cmp(&place));
    (thresholds.len() * 2 + 1 - least - most, holds)
}

/// What a fact's numbers can be; any of what is no number.
pub fn measure_of(vocabulary: &Vocabulary, fact: FactId) -> Measure {
    match vocabulary.fact(fact).kind {
        FactKind::Number(measure) => measure,
        _ => Measure {
            unit: None,
            within: None,
        },
    }
}

/// Whether a comparison holds between two values in this order.
#[must_use]
pub fn compare(comparison: Comparison, order: std::cmp::Ordering) -> bool {
    match comparison {
        Comparison::Equal => order.is_eq(),
        Comparison::NotEqual => order.is_ne(),
        Comparison::Less => order.is_lt(),
        Comparison::AtMost => order.is_le(),
        Comparison::Greater => order.is_gt(),
        Comparison::AtLeast => order.is_ge(),
    }
}
