//! Sentences as restrictions on, and mentions of, things around each session, world by world.

use super::days::{DAY, DaySet, NEVER};
use super::model::*;
use super::window::{Clock, Role, Session, Spans, Which};
use super::world::{World, Worlds};

/// What one sentence does to things: it restricts them or it names them.
pub struct Line {
    /// Whether it restricts; a cap is a mention.
    pub restricts: bool,
    pub narrow: Where,
    pub things: Vec<Named>,
    pub except: Vec<Named>,
    pub around: Vec<Around>,
}

/// A line around one session.
pub struct Around {
    pub session: Session,
    pub spans: Spans,
    pub firm: DaySet,
    pub advised: DaySet,
    /// The days on which its condition holds, for each world.
    pub holds: Vec<DaySet>,
    /// The days on which the condition hangs on symptoms alone, and it waits for one.
    pub conditional: DaySet,
    /// The days on which it hangs on symptoms alone and does not wait for one.
    pub standing: DaySet,
}

/// What a line is read with.
pub struct Reading<'a> {
    pub protocol: &'a Protocol,
    pub patient: &'a Patient,
    pub worlds: &'a Worlds,
    pub sessions: Vec<Session>,
}

impl Protocol {
    /// The rules, those that say the same but for their condition joined by `or`.
    pub fn joined(&self) -> Vec<(Rule, Option<Condition>)> {
        let mut joined: Vec<(Rule, Option<Condition>)> = Vec::new();
        for rule in &self.rules {
            let condition = rule.holds_if();
            let same = joined.iter_mut().find(|(other, _)| {
                other.head == rule.head
                    && other.advised == rule.advised
                    && other.window == rule.window
                    && other.except == rule.except
                    && other.narrow == rule.narrow
            });
            match same {
                None => joined.push((rule.clone(), condition)),
                Some((_, other)) => {
                    *other = match (other.take(), condition) {
                        (Some(one), Some(two)) => Some(Condition::Any(vec![one, two])),
                        _ => None,
                    };
                }
            }
        }
        joined
    }
}

impl Condition {
    /// What mentions a medicine if some medicine of a class is prescribed, or is or was taken, mentions it
    /// where it is itself.
    fn of_member(self, medicine: usize) -> Self {
        let each = |all: Vec<Self>| all.into_iter().map(|one| one.of_member(medicine)).collect();
        match self {
            Self::Atom(Atom::Prescribed(class)) if under(medicine, class) => {
                Self::Atom(Atom::Prescribed(medicine))
            }
            Self::Atom(Atom::Taking(class)) if under(medicine, class) => {
                Self::Atom(Atom::Taking(medicine))
            }
            Self::Atom(Atom::Took(class, days)) if under(medicine, class) => {
                Self::Atom(Atom::Took(medicine, days))
            }
            Self::All(all) => Self::All(each(all)),
            Self::Any(all) => Self::Any(each(all)),
            other => other,
        }
    }
}

impl Rule {
    fn holds_if(&self) -> Option<Condition> {
        let condition = self.condition.clone()?;
        Some(match (self.unless, condition) {
            // `unless not prescribed thinners` is `if prescribed thinners`.
            (true, Condition::Not(inner)) => *inner,
            (true, condition) => Condition::Not(Box::new(condition)),
            (false, condition) => condition,
        })
    }
}

impl Reading<'_> {
    /// What sentences do to things; to one medicine, where it is one.
    pub fn lines(&self, medicine: Option<usize>) -> Vec<Line> {
        let mut lines = Vec::new();
        for (rule, of_all) in self.protocol.joined() {
            for (role, restricts, window, things, except) in effects(&rule) {
                let condition = match medicine {
                    Some(medicine) if !restricts => of_all
                        .clone()
                        .map(|condition| condition.of_member(medicine)),
                    _ => of_all.clone(),
                };
                let around = self
                    .sessions
                    .iter()
                    .filter(|session| match session.which {
                        Which::Earlier => role == Role::Restriction,
                        Which::This => true,
                        Which::Next => role != Role::Permission,
                    })
                    .map(|session| {
                        let means = (role, restricts, rule.advised);
                        self.around(*session, means, window, condition.as_ref())
                    })
                    .collect();
                lines.push(Line {
                    restricts,
                    narrow: rule.narrow,
                    things,
                    except,
                    around,
                });
            }
        }
        lines
    }

    fn around(
        &self,
        session: Session,
        (role, restricts, advised): (Role, bool, bool),
        window: Window,
        condition: Option<&Condition>,
    ) -> Around {
        let clock = Clock {
            session,
            role,
            aftercare: self.protocol.aftercare,
            events: &self.patient.events,
        };
        let spans = match (session.which, window) {
            // Of a session to come only what holds before it is told.
            (Which::Next, Window::Before(before) | Window::Around(before, _)) => {
                clock.spans(Window::Before(before))
            }
            (Which::Next, Window::Days(first, _)) if first < 0 => clock.up_to_the_session(window),
            (Which::Next, Window::FromUntil(Point::Day(first), _)) if first < 0 => {
                clock.up_to_the_session(window)
            }
            // `always` is no window around a session, and counts once.
            (Which::Next, _) | (Which::Earlier, Window::Always) => Spans::default(),
            _ => clock.spans(window),
        };
        let touched = |span: Option<(i64, i64)>| {
            span.map_or(DaySet::NONE, |(start, end)| DaySet::touched(start, end))
        };
        let mut firm = touched(spans.firm);
        let mut soft = touched(spans.advised[0]).or(touched(spans.advised[1]));
        if advised {
            (firm, soft) = (DaySet::NONE, firm.or(soft));
        }
        let holds: Vec<DaySet> = match condition {
            None => vec![DaySet::ALL; self.worlds.all.len()],
            Some(condition) => self.holds(condition, session),
        };
        let hangs = only_symptoms(&holds, self.worlds.by_symptoms);
        // The first way has no symptom. A restriction that holds then stands until one is reported.
        let standing = match holds.first() {
            Some(without) if restricts => hangs.and(*without),
            _ => DaySet::NONE,
        };
        Around {
            session,
            spans,
            firm,
            advised: soft,
            conditional: hangs.without(standing),
            standing,
            holds,
        }
    }

    fn holds(&self, condition: &Condition, session: Session) -> Vec<DaySet> {
        let days =
            |world: &World| world.days(condition, self.patient, session.number, session.days.0);
        self.worlds.all.iter().map(days).collect()
    }
}

/// A window of a rule and what it does to which things, exceptions last.
type Effect = (Role, bool, Window, Vec<Named>, Vec<Named>);

fn effects(rule: &Rule) -> Vec<Effect> {
    let (window, except) = (rule.window, rule.except.clone());
    match &rule.head {
        Head::Avoid(things) => {
            vec![(Role::Restriction, true, window, things.clone(), except)]
        }
        Head::Duty(things, only, _) => {
            let mut effects = vec![(Role::Duty, false, window, things.clone(), except)];
            if *only {
                let kinds = things.iter().map(|named| Named {
                    thing: kind_of(named.thing),
                    attribute: None,
                });
                effects.push((
                    Role::Restriction,
                    true,
                    window,
                    kinds.collect(),
                    things.clone(),
                ));
            }
            effects
        }
        Head::Allow(things, but_not) => {
            let beside = [except, but_not.clone()].concat();
            let mut effects = vec![(Role::Permission, false, window, things.clone(), beside)];
            if !but_not.is_empty() {
                effects.push((Role::Restriction, true, window, but_not.clone(), Vec::new()));
            }
            effects
        }
        Head::Resume(things) => {
            let until = match window {
                Window::From(point) => Window::Until(point),
                other => other,
            };
            vec![
                (
                    Role::Restriction,
                    true,
                    until,
                    things.clone(),
                    except.clone(),
                ),
                (Role::Permission, false, window, things.clone(), except),
            ]
        }
        Head::Limit(things) => {
            vec![(Role::Restriction, false, window, things.clone(), except)]
        }
    }
}

/// The days on which a condition varies, and with the symptoms alone.
fn only_symptoms(holds: &[DaySet], by_symptoms: usize) -> DaySet {
    let varies = |sets: &[DaySet]| {
        let any = sets.iter().fold(DaySet::NONE, |any, set| any.or(*set));
        let all = sets.iter().fold(DaySet::ALL, |all, set| all.and(*set));
        any.without(all)
    };
    let mut with_others = DaySet::NONE;
    for way in 0..by_symptoms {
        let same_symptoms: Vec<DaySet> = holds
            .iter()
            .skip(way)
            .step_by(by_symptoms)
            .copied()
            .collect();
        with_others = with_others.or(varies(&same_symptoms));
    }
    varies(holds).without(with_others)
}

impl Line {
    pub fn covers(&self, subject: &Subject) -> bool {
        self.things.iter().any(|named| subject.is(named))
            && !self.except.iter().any(|named| subject.is(named))
    }
}

impl Line {
    /// Whether it holds on some day in some world.
    pub fn ever_holds(&self) -> bool {
        let holds = |around: &Around| {
            let days = around.days();
            around.holds.iter().any(|held| !days.and(*held).is_empty())
        };
        self.around.iter().any(holds)
    }

    /// Whether it holds around this session or the next, or around an earlier one until this treatment: what ended
    /// before restricts nothing of it.
    pub fn still_holds(&self) -> bool {
        let holds = |around: &Around| {
            let days = around.days();
            let mut held = around.holds.iter().flat_map(|held| days.and(*held).days());
            held.any(|day| around.session.which != Which::Earlier || day >= 0)
        };
        self.around.iter().any(holds)
    }
}

impl Around {
    pub fn days(&self) -> DaySet {
        self.firm.or(self.advised)
    }

    /// Where it ends in a world, and whether that gives the things back; none where it never holds.
    pub fn ends(&self, world: usize) -> Option<(i64, bool)> {
        let days = self.days();
        let held = days.and(self.holds[world]).without(self.conditional);
        let last = held.days().next_back()?;
        let own_last = days.days().next_back()?;
        if last < own_last {
            return Some(((last + 1) * DAY, false));
        }
        let after = self.spans.end >= self.session.instants.0 && self.spans.end < NEVER;
        Some((self.spans.end, self.spans.releases && after))
    }
}

/// A thing of the vocabulary, or a product of the patient's under one way of filling in what it is.
#[derive(Debug, Clone, Copy)]
pub struct Subject {
    pub thing: usize,
    pub mineral: Option<bool>,
    pub spf: Option<i64>,
}

impl Subject {
    pub fn plain(thing: usize) -> Self {
        Self {
            thing,
            mineral: None,
            spf: None,
        }
    }

    fn is(&self, named: &Named) -> bool {
        under(self.thing, named.thing)
            && match named.attribute {
                None => true,
                Some(Attribute::Mineral(yes)) => self.mineral == Some(yes),
                Some(Attribute::Spf(least)) => self.spf.is_some_and(|spf| spf >= least),
            }
    }

    /// Every way of filling in what a product is.
    pub fn of_product(product: &Product) -> Vec<Self> {
        let class = product.class.unwrap_or(PRODUCTS);
        let mut subjects = Vec::new();
        // A member that the vocabulary lists, or one of an inner class that it does not.
        for thing in (0..THINGS.len()).filter(|thing| under(*thing, class)) {
            let cosmetic = under(thing, MAKEUP) || under(thing, SUNSCREEN);
            let minerals = match product.mineral {
                Some(mineral) => vec![Some(mineral)],
                None if cosmetic => vec![Some(false), Some(true)],
                None => vec![None],
            };
            let spfs = match product.spf {
                Some(spf) => vec![Some(spf)],
                None if under(thing, SUNSCREEN) => vec![Some(0), Some(30), Some(50)],
                None => vec![None],
            };
            for mineral in minerals {
                subjects.extend(spfs.iter().map(|spf| Self {
                    thing,
                    mineral,
                    spf: *spf,
                }));
            }
        }
        subjects
    }
}
