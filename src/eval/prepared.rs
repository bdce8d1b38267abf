//! A protocol made ready for many patients: all that does not depend on the patient, once.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::course;
use super::deferral::window_is_at;
use super::draft::{Draft, drafts};
use super::landmarks::Landmarks;
use super::quick::{Grounds, Relative, Simple};
use super::said::{Said, apart, said};
use super::window::Role;
use crate::check::{Atom, Condition, Head, Protocol, Rule, Window};
use crate::plan::Verb;
use crate::syntax::tree::SessionWord;
use crate::vocabulary::ThingId;

/// A protocol, ready for its patients.
///
/// Rules that say the same are joined, what a rule says is taken apart, and windows and conditions
/// that many sentences share are kept once, so that each is decided once for a patient.
#[derive(Debug)]
pub struct Prepared<'p> {
    pub(super) protocol: &'p Protocol,
    /// The sentences, each once.
    pub(super) said: Vec<Said<'p>>,
    /// The lines that patients' plans may have, in the order of the rules.
    pub(super) drafts: Vec<Placed<'p>>,
    /// What schedules tell of, in their order.
    pub(super) entries: Vec<Entry<'p>>,
    /// The different ways in which lines hold in time, in the order in which lines use them.
    pub(super) timings: Vec<Timing<'p>>,
    /// The different windows, in the order in which timings use them.
    pub(super) windows: Vec<Placing<'p>>,
    /// By window.
    pub(super) short: Vec<Short>,
    /// At most how many days lie between a session and the bounds of these.
    pub(super) reach: i32,
    /// Whether one of them hangs on the course's last session.
    pub(super) to_the_last: bool,
    /// The different conditions, likewise.
    pub(super) conditions: Vec<Deciding<'p>>,
    /// By condition, the short way through it.
    pub(super) simple: Vec<Simple>,
    /// The `sessions` sentences, with their concerns.
    pub(super) courses: Vec<(usize, Cow<'p, Condition>)>,
    pub(super) landmarks: Landmarks,
    /// The things and classes that lines and sentences name.
    pub(super) named: BTreeSet<ThingId>,
}

/// A line, and when it holds.
#[derive(Debug)]
pub(super) struct Placed<'p> {
    pub said: usize,
    pub timing: usize,
    pub draft: Draft<'p>,
}

/// A line, or what is no line and has a window all the same, as far as its window and state go.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'p> {
    pub rule: &'p Rule,
    pub timing: usize,
    /// Of a line.
    pub verb: Option<Verb>,
    pub hidden: bool,
}

/// When something holds: what has the same kind, window and condition holds at the same times.
#[derive(Debug)]
pub(super) struct Timing<'p> {
    pub manner: Manner,
    pub window: usize,
    pub condition: usize,
    /// Whether its window has a part before a session, for which the short way is known.
    pub before: bool,
    /// The rule that uses it first.
    pub rule: &'p Rule,
}

/// The short way through a window, where it has one.
#[derive(Debug)]
pub(super) struct Short {
    /// Around any session.
    pub window: Option<Relative>,
    /// What of it lies before a session that is not booked yet.
    pub before: Option<Relative>,
}

impl Short {
    /// What the short way waits for, where it waits for something.
    pub fn awaits(&self) -> Option<&str> {
        let awaited = self.window.as_ref()?.awaited.as_ref()?;
        Some(&awaited.name)
    }
}

/// How something holds in its window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Manner {
    /// A restriction, duty, permission or limit.
    Line(Verb),
    /// What is normal.
    Expected,
    /// What is shown, and asks for nothing: notes.
    Shown,
    /// Red flags.
    Report,
    /// Ordered steps.
    Steps,
}

impl Manner {
    /// Which way caution goes.
    pub fn role(self) -> Role {
        match self {
            Self::Line(Verb::Avoid | Verb::Limit) | Self::Shown | Self::Report => Role::Restriction,
            Self::Expected => Role::Expected,
            Self::Line(Verb::Do) | Self::Steps => Role::Duty,
            Self::Line(Verb::Allow) => Role::Permission,
        }
    }
}

/// A window to be put on the clock.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Placing<'p> {
    pub window: Cow<'p, Window>,
    pub role: Role,
    pub advised: bool,
}

/// A condition to be decided.
#[derive(Debug)]
pub(super) struct Deciding<'p> {
    pub condition: Cow<'p, Condition>,
    /// Whether it reads an event or a symptom, and may change over time.
    pub changes: bool,
    /// Whether it reads which session it is, and may differ around other sessions.
    pub by_session: bool,
}

impl<'p> Deciding<'p> {
    pub fn of(condition: Cow<'p, Condition>) -> Self {
        let (mut changes, mut by_session) = (false, false);
        condition.atoms(&mut |atom| {
            changes |= matches!(atom, Atom::Event(_) | Atom::Symptom { .. });
            by_session |= matches!(atom, Atom::Session(_));
        });
        Self {
            condition,
            changes,
            by_session,
        }
    }
}

impl<'p> Prepared<'p> {
    /// Makes a protocol ready.
    #[must_use]
    pub fn new(protocol: &'p Protocol) -> Self {
        let landmarks = Landmarks::of(&protocol.vocabulary, &protocol.rules);
        Self::of(protocol, said(&protocol.rules), landmarks)
    }

    /// Makes protocols of one vocabulary ready for patients who had all of their treatments: what the rules of one
    /// tell patients apart by, those of the others do, too.
    #[must_use]
    pub(super) fn together(first: &'p Protocol, others: &'p [Protocol]) -> (Self, Vec<Self>) {
        let rules = std::iter::once(first).chain(others);
        let rules: Vec<Rule> = rules.flat_map(|one| &one.rules).cloned().collect();
        let landmarks = Landmarks::of(&first.vocabulary, &rules);
        let ready = |one: &'p Protocol| Self::of(one, said(&one.rules), landmarks.clone());
        let mut one = ready(first);
        let mut others: Vec<Self> = others.iter().map(ready).collect();
        for other in &mut others {
            one.named.extend(&other.named);
        }
        for other in &mut others {
            other.named.clone_from(&one.named);
        }
        (one, others)
    }

    /// Makes a protocol ready, each of its rules by itself: those that say the same are not joined.
    #[must_use]
    pub(super) fn apart(protocol: &'p Protocol) -> Self {
        let landmarks = Landmarks::of(&protocol.vocabulary, &protocol.rules);
        Self::of(protocol, apart(&protocol.rules), landmarks)
    }

    fn of(protocol: &'p Protocol, said: Vec<Said<'p>>, landmarks: Landmarks) -> Self {
        let mut prepared = Self {
            protocol,
            said,
            drafts: Vec::new(),
            entries: Vec::new(),
            timings: Vec::new(),
            windows: Vec::new(),
            short: Vec::new(),
            reach: 0,
            to_the_last: false,
            conditions: Vec::new(),
            simple: Vec::new(),
            courses: Vec::new(),
            landmarks,
            named: BTreeSet::new(),
        };
        let mut known = Known::default();
        for index in 0..prepared.said.len() {
            prepared.sentence(&mut known, index);
        }
        for index in 0..prepared.said.len() {
            prepared.shown(&mut known, index);
        }
        prepared.entries = prepared.entries();
        prepared.shorten();
        prepared.named = prepared.named();
        prepared
    }

    /// What schedules tell of: lines in the order of the rules, then what is no line.
    fn entries(&self) -> Vec<Entry<'p>> {
        let line = |placed: &Placed<'p>| {
            Some(Entry {
                rule: self.said.get(placed.said)?.rule,
                timing: placed.timing,
                verb: Some(placed.draft.verb),
                hidden: placed.draft.hidden,
            })
        };
        let shown = |said: &Said<'p>| {
            Some(Entry {
                rule: said.rule,
                timing: said.timing?,
                verb: None,
                hidden: false,
            })
        };
        let lines = self.drafts.iter().filter_map(line);
        lines.chain(self.said.iter().filter_map(shown)).collect()
    }

    fn named(&self) -> BTreeSet<ThingId> {
        let drafts = self.drafts.iter().map(|placed| &placed.draft);
        let of_lines = drafts.flat_map(|draft| draft.items.iter().chain(draft.except.iter()));
        let heads = self.said.iter().map(|said| &said.rule.head);
        let of_sentences = heads.flat_map(|head| head.things().chain(head.restricted()));
        let all = of_lines.chain(of_sentences);
        all.map(|item| item.thing).collect()
    }

    /// Finds the short way through windows and conditions.
    fn shorten(&mut self) {
        let vocabulary = &self.protocol.vocabulary;
        let aftercare = self.protocol.aftercare;
        let short = |placing: &Placing<'_>| {
            let (window, advised) = (&placing.window, placing.advised);
            Short {
                window: Relative::of(vocabulary, window, placing.role, advised, aftercare),
                before: Relative::before(vocabulary, window, advised),
            }
        };
        self.short = self.windows.iter().map(short).collect();
        let mut windows = self.windows.iter().map(|placing| &*placing.window);
        self.to_the_last = windows.any(|window| {
            matches!(window, Window::ForTheCourse | Window::BetweenSessions)
                || window_is_at(window, SessionWord::Final)
        });
        for timing in &mut self.timings {
            let placing = self.windows.get(timing.window);
            timing.before = placing.is_some_and(|placing| placing.window.starts_before());
        }
        let all = self.short.iter();
        let relative = all.flat_map(|short| short.window.iter().chain(&short.before));
        self.reach = relative.map(|window| window.reach).max().unwrap_or(0);
        let grounds = Grounds {
            vocabulary,
            landmarks: &self.landmarks,
        };
        let conditions = self.conditions.iter();
        self.simple = conditions
            .map(|deciding| Simple::of(grounds, &deciding.condition))
            .collect();
    }

    fn sentence(&mut self, known: &mut Known<'p>, index: usize) {
        let Some(said) = self.said.get(index) else {
            return;
        };
        let (rule, condition) = (said.rule, said.condition.clone());
        if matches!(rule.head, Head::Sessions { .. }) {
            let concerns = if said.also.is_empty() {
                Cow::Owned(course::for_concerns(self.protocol, rule))
            } else {
                condition.clone()
            };
            self.courses.push((index, concerns));
        }
        for draft in drafts(&self.protocol.vocabulary, rule) {
            let manner = Manner::Line(draft.verb);
            let timing = self.timing(known, rule, manner, draft.window.clone(), condition.clone());
            self.drafts.push(Placed {
                said: index,
                timing,
                draft,
            });
        }
    }

    /// What is no line and has a window all the same.
    fn shown(&mut self, known: &mut Known<'p>, index: usize) {
        let Some(said) = self.said.get(index) else {
            return;
        };
        let manner = match &said.rule.head {
            Head::Expect { .. } => Manner::Expected,
            Head::Note(_) => Manner::Shown,
            Head::Report { .. } => Manner::Report,
            Head::Steps { .. } => Manner::Steps,
            _ => return,
        };
        let (rule, condition) = (said.rule, said.condition.clone());
        let window = Cow::Borrowed(&rule.window);
        let timing = self.timing(known, rule, manner, window, condition);
        if let Some(said) = self.said.get_mut(index) {
            said.timing = Some(timing);
        }
    }

    fn timing(
        &mut self,
        known: &mut Known<'p>,
        rule: &'p Rule,
        manner: Manner,
        window: Cow<'p, Window>,
        condition: Cow<'p, Condition>,
    ) -> usize {
        let placing = Placing {
            window,
            role: match manner {
                Manner::Line(Verb::Do) if rule.goes_on_before(&self.protocol.vocabulary) => {
                    Role::GoingOn
                }
                _ => manner.role(),
            },
            advised: rule.advised,
        };
        let window = match known.windows.get(&placing) {
            Some(window) => *window,
            None => {
                self.windows.push(placing.clone());
                known.windows.insert(placing, self.windows.len() - 1);
                self.windows.len() - 1
            }
        };
        let condition = match known.conditions.get(&condition) {
            Some(condition) => *condition,
            None => {
                self.conditions.push(Deciding::of(condition.clone()));
                let index = self.conditions.len() - 1;
                known.conditions.insert(condition, index);
                index
            }
        };
        let key = (manner, window, condition);
        *known.timings.entry(key).or_insert_with(|| {
            self.timings.push(Timing {
                manner,
                window,
                condition,
                before: false,
                rule,
            });
            self.timings.len() - 1
        })
    }
}

/// What is kept already, by what it is.
#[derive(Default)]
struct Known<'p> {
    windows: BTreeMap<Placing<'p>, usize>,
    conditions: BTreeMap<Cow<'p, Condition>, usize>,
    timings: BTreeMap<(Manner, usize, usize), usize>,
}
