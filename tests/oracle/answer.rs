//! Section 3.5: the answer for a thing on a day, over all worlds.

use super::days::{DAY, DaySet, FIRST, LAST, NEVER};
use super::line::{Line, Subject};
use super::model::MEDICINES;
use super::window::Which;
use super::world::Worlds;

/// What the lines say of one thing, day by day.
#[derive(Debug, Clone, Copy)]
pub struct Answers {
    firm_somewhere: DaySet,
    firm_everywhere: DaySet,
    advised_somewhere: DaySet,
    restricted_everywhere: DaySet,
    /// Restricted in some world, the next session aside.
    restricted_here: DaySet,
    /// The same around the next session alone.
    restricted_next: DaySet,
    allowed_somewhere: DaySet,
    allowed_everywhere: DaySet,
    named_somewhere: DaySet,
    named_everywhere: DaySet,
    /// Inside a restriction that hangs on symptoms alone.
    conditional: DaySet,
    /// Inside a restriction that stands until a symptom is reported.
    standing: DaySet,
    /// Inside a duty, permission or cap that does.
    named_conditionally: DaySet,
    /// Whether any line is about it.
    pub mentioned: bool,
    /// Whether it is prescribed in every world.
    prescribed: bool,
    /// Whether a restriction on it holds at some time in some world.
    restricted: bool,
    /// Whether an earlier session restricts it, too: which run of days is the one around this
    /// treatment is then a matter of reading.
    pub reached: bool,
    /// Whether it may be several things.
    pub vague: bool,
}

/// The lines about a thing.
pub fn about<'l>(subject: &Subject, lines: &'l [Line]) -> Vec<&'l Line> {
    lines.iter().filter(|line| line.covers(subject)).collect()
}

/// The answer of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayAnswer {
    pub answer: &'static str,
    pub states: Vec<&'static str>,
    /// The reasons that fit: both where some worlds have the one and some the other.
    pub by: Vec<&'static str>,
}

impl Answers {
    pub fn of(subjects: &[Subject], lines: &[Line], worlds: &Worlds) -> Self {
        let mut answers = Self {
            firm_somewhere: DaySet::NONE,
            firm_everywhere: DaySet::ALL,
            advised_somewhere: DaySet::NONE,
            restricted_everywhere: DaySet::ALL,
            restricted_here: DaySet::NONE,
            restricted_next: DaySet::NONE,
            allowed_somewhere: DaySet::NONE,
            allowed_everywhere: DaySet::ALL,
            named_somewhere: DaySet::NONE,
            named_everywhere: DaySet::ALL,
            conditional: DaySet::NONE,
            standing: DaySet::NONE,
            named_conditionally: DaySet::NONE,
            mentioned: false,
            reached: false,
            vague: subjects.len() > 1,
            prescribed: true,
            restricted: lines
                .iter()
                .filter(|line| line.restricts && line.ever_holds())
                .any(|line| subjects.iter().any(|subject| line.covers(subject))),
        };
        for subject in subjects {
            let about = about(subject, lines);
            answers.mentioned |= about.iter().any(|line| line.ever_holds());
            for line in &about {
                let set = match line.restricts {
                    true => &mut answers.conditional,
                    false => &mut answers.named_conditionally,
                };
                for around in &line.around {
                    *set = set.or(around.days().and(around.conditional));
                    if line.restricts {
                        let standing = around.days().and(around.standing);
                        answers.standing = answers.standing.or(standing);
                    }
                }
            }
            for world in 0..worlds.all.len() {
                let medicine = MEDICINES.iter().position(|thing| *thing == subject.thing);
                let prescribed = medicine.is_some_and(|at| worlds.all[world].prescribed[at]);
                let gives_back = medicine.is_none();
                answers.add(&about, world, prescribed, gives_back);
            }
        }
        answers
    }

    fn add(&mut self, lines: &[&Line], world: usize, prescribed: bool, gives_back: bool) {
        let (mut firm, mut advised, mut named) = (DaySet::NONE, DaySet::NONE, DaySet::NONE);
        // The latest end of a restriction, and whether one that gives back ends there.
        let (mut end, mut releases) = (-NEVER, false);
        for line in lines {
            for around in &line.around {
                let held = around.holds[world].without(around.conditional);
                self.reached |= around.session.which == Which::Earlier;
                if !line.restricts {
                    named = named.or(around.days().and(held));
                    continue;
                }
                firm = firm.or(around.firm.and(held));
                advised = advised.or(around.advised.and(held));
                if around.session.which == Which::Next {
                    self.restricted_next = self.restricted_next.or(around.days().and(held));
                    continue;
                }
                if !prescribed {
                    self.restricted_here = self.restricted_here.or(around.days().and(held));
                }
                // What ended as this treatment's day began did not end after the treatment (3.5).
                let of_this = |(own_end, _): &(i64, bool)| {
                    around.session.which != Which::Earlier || *own_end > 0
                };
                if let Some((own_end, own_releases)) = around.ends(world).filter(of_this) {
                    if own_end > end {
                        (end, releases) = (own_end, false);
                    }
                    releases |= own_end == end && own_releases;
                }
            }
        }
        if prescribed {
            if lines
                .iter()
                .any(|line| line.restricts && line.still_holds())
            {
                named = DaySet::NONE;
            }
            (firm, advised, releases) = (DaySet::NONE, DaySet::NONE, false);
        }
        self.prescribed &= prescribed;
        let mut allowed = named;
        if releases && gives_back && end >= 0 {
            let first = (end + DAY - 1).div_euclid(DAY);
            allowed = allowed.or(DaySet::between(first, LAST));
        }
        let restricted = firm.or(advised);
        allowed = allowed.without(restricted);
        self.firm_somewhere = self.firm_somewhere.or(firm);
        self.firm_everywhere = self.firm_everywhere.and(firm);
        self.advised_somewhere = self.advised_somewhere.or(advised);
        self.restricted_everywhere = self.restricted_everywhere.and(restricted);
        self.allowed_somewhere = self.allowed_somewhere.or(allowed);
        self.allowed_everywhere = self.allowed_everywhere.and(allowed);
        self.named_somewhere = self.named_somewhere.or(named);
        self.named_everywhere = self.named_everywhere.and(named);
    }

    pub fn on(&self, day: i64) -> DayAnswer {
        // Where something else is open besides, either word will do.
        let settled = |yes: bool| match yes {
            true => vec!["settled"],
            false if self.standing.has(day) => vec!["provisional", "conditional"],
            false => vec!["provisional"],
        };
        let answer = |answer, states, by| DayAnswer { answer, states, by };
        // A restriction never applies to what is prescribed.
        let conditional = self.conditional.has(day) && !self.prescribed;
        let unrestricted = if conditional {
            "conditional"
        } else {
            "settled"
        };
        if self.firm_somewhere.has(day) {
            return answer("avoid", settled(self.firm_everywhere.has(day)), Vec::new());
        }
        if self.advised_somewhere.has(day) {
            return answer(
                "better not",
                settled(self.restricted_everywhere.has(day)),
                Vec::new(),
            );
        }
        if self.allowed_everywhere.has(day) {
            let mut by = vec!["sentence", "release"];
            by.retain(|by| match *by {
                "sentence" => self.named_somewhere.has(day),
                _ => !self.named_everywhere.has(day),
            });
            return answer("allowed", vec![unrestricted], by);
        }
        let named = self.named_conditionally.has(day) && !(self.prescribed && self.restricted);
        let conditional = conditional || named;
        let unrestricted = if conditional {
            "conditional"
        } else {
            "settled"
        };
        let states = match (self.allowed_somewhere.has(day), conditional) {
            // Where both words fit, either will do.
            (_, true) => vec!["waiting", "conditional"],
            // Given back where no symptom ended it before.
            (true, false) if !self.standing.is_empty() => vec!["waiting", "conditional"],
            (true, false) => vec!["waiting"],
            (false, false) => vec![unrestricted],
        };
        answer("not covered", states, Vec::new())
    }

    fn restricted(&self, day: i64) -> bool {
        self.firm_somewhere.has(day) || self.advised_somewhere.has(day)
    }

    /// The first free day after the run of restriction around the treatment, and the first day
    /// restricted again after it; the second is open where there is no run, or the next session's
    /// restriction starts before its end.
    pub fn free(&self) -> (Option<i64>, Option<Option<i64>>) {
        let here = |day: &i64| self.restricted_here.has(*day);
        let Some(first) = (0..=LAST).find(here) else {
            return (None, None);
        };
        let Some(free) = (first..=LAST).find(|day| !here(day)) else {
            return (None, Some(None));
        };
        let joined = (first..free).any(|day| self.restricted_next.has(day));
        let again = (free..=LAST).find(|day| self.restricted(*day));
        let allowed = self.on(free).answer == "allowed";
        (allowed.then_some(free), (!joined).then_some(again))
    }

    /// Whether the prescriber is to be asked; either will do of what is prescribed and never restricted.
    pub fn ask_prescriber(&self) -> Option<bool> {
        (!self.prescribed || self.restricted && !self.reached).then_some(self.prescribed)
    }

    /// The days with the same answer, for a report.
    pub fn runs(&self) -> String {
        let mut runs: Vec<(i64, DayAnswer)> = Vec::new();
        for day in FIRST..=LAST {
            let answer = self.on(day);
            if runs.last().is_none_or(|(_, last)| *last != answer) {
                runs.push((day, answer));
            }
        }
        let runs = runs.iter().map(|(day, one)| {
            format!(
                "from {day} {} {} {}",
                one.answer,
                one.states.join("/"),
                one.by.join("/")
            )
        });
        runs.collect::<Vec<_>>().join("; ")
    }
}
