//! What a plan says, line by line, whatever list of it a line stands in: for `says`, and for coverage.

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;
use serde_json::Value;

use super::{Moment, Plan, RuleRef, State, Strength, Window};

/// One line of a plan.
#[derive(Debug, Clone)]
pub struct Line {
    /// The sentence behind it.
    pub rule: RuleRef,
    /// How sure it is.
    pub state: State,
    /// When it holds; none where it is not about days: a caution, a note, a red flag, the course.
    pub stretches: Option<Vec<Stretch>>,
    /// Whether other sentences hold back a part of it, or all.
    pub held_back: bool,
    /// What it says, in words, one text for each part.
    pub words: Vec<String>,
}

/// When a line holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The first day; none where no day is known.
    pub first: Option<NaiveDate>,
    /// The clock time from which on it holds on that day, where hours count.
    pub from: Option<NaiveTime>,
    /// The last day; none where it does not end, or ends with an event.
    pub last: Option<NaiveDate>,
    /// The clock time up to which it holds on that day, where hours count.
    pub until: Option<NaiveTime>,
    /// Firm or advised.
    pub strength: Strength,
    /// How sure it is then.
    pub state: State,
}

/// The keys whose texts are no meaning of the line itself: where it stands, on whose word, why.
const BESIDE: &[&str] = &[
    "rule",
    "because",
    "sources",
    "facts",
    "asks",
    "if",
    "state",
    "phase",
    "windows",
    "next_session_windows",
    "held_back_by",
    "part_held_back_by",
    "next_session_except",
    "next_session_held_back_by",
    "not_using_because_of",
    "still_held",
    "off_now",
    "section",
    "reported_items",
    "depends_on",
];

/// All lines of a plan.
#[must_use]
pub fn lines(plan: &Plan) -> Vec<Line> {
    let mut all = Vec::new();
    for one in &plan.directives {
        let held_back = one.never_in_force || one.all_held_back_by().next().is_some();
        let windows = if one.never_in_force {
            &[]
        } else {
            one.windows.as_slice()
        };
        all.push(line(&one.rule, one.state, Some(windows), one).held_back(held_back));
    }
    for one in &plan.expectations {
        all.push(line(&one.rule, one.state, Some(&one.windows), one));
    }
    for one in &plan.steps {
        all.push(line(&one.rule, one.state, Some(&one.windows), one));
    }
    for one in &plan.red_flags {
        all.push(line(&one.rule, one.state, None, one));
    }
    for one in &plan.notes {
        all.push(line(&one.rule, one.state, None, one));
    }
    for one in &plan.visits {
        all.push(line(&one.rule, one.state, None, one));
    }
    for one in &plan.before_treatment {
        all.push(line(&one.rule, one.state, None, one));
    }
    for treatment in &plan.treatments {
        for one in treatment
            .sessions
            .iter()
            .flat_map(|course| &course.candidates)
        {
            let mut line = line(&one.rule, one.state, None, one);
            line.words.push(match one.most {
                Some(most) => format!("{} to {most} sessions", one.least),
                None => format!("at least {} sessions", one.least),
            });
            all.push(line);
        }
        for one in &treatment.maintenance {
            all.push(line(&one.rule, one.state, None, one));
        }
    }
    all
}

fn line(rule: &RuleRef, state: State, windows: Option<&[Window]>, of: &impl Serialize) -> Line {
    let mut words = Vec::new();
    // Plain data: it always serialises.
    let value = serde_json::to_value(of).unwrap_or_default();
    texts(&value, &mut words);
    Line {
        rule: rule.clone(),
        state,
        stretches: windows.map(|windows| windows.iter().map(stretch).collect()),
        held_back: false,
        words,
    }
}

fn stretch(window: &Window) -> Stretch {
    Stretch {
        first: window.from,
        from: window.from_time.map(|time| time.0),
        last: window.last_day,
        until: window.until_time.map(|time| time.0),
        strength: window.strength,
        state: window.state,
    }
}

/// The texts of a value, those beside its meaning left out.
fn texts(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::String(text) => out.push(text.clone()),
        Value::Array(all) => all.iter().for_each(|one| texts(one, out)),
        Value::Object(keys) => {
            for (key, value) in keys {
                if !BESIDE.contains(&key.as_str()) {
                    texts(value, out);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

impl Line {
    fn held_back(self, held_back: bool) -> Self {
        Self { held_back, ..self }
    }

    /// How sure the line is on a day, or at a time; none where it does not hold then.
    #[must_use]
    pub fn state_on(&self, on: Moment) -> Option<State> {
        let Some(stretches) = &self.stretches else {
            return Some(self.state);
        };
        let mut holding = stretches.iter().filter(|one| one.holds_at(on));
        holding.next().map(|one| one.state)
    }

    /// Whether one of its texts has these words, one after another, whatever their case.
    #[must_use]
    pub fn has_words(&self, words: &str) -> bool {
        let wanted = tokens(words);
        let has = |text: &String| {
            let text = tokens(text);
            text.windows(wanted.len().max(1)).any(|part| part == wanted)
        };
        wanted.is_empty() || self.words.iter().any(has)
    }
}

impl Stretch {
    /// Whether a time lies in it; of a day without a time, whether some part of it does.
    #[must_use]
    pub fn holds_at(&self, on: Moment) -> bool {
        let day = on.date;
        let in_days = self.first.is_some_and(|first| first <= day)
            && self.last.is_none_or(|last| day <= last);
        let Some(time) = on.time else {
            return in_days;
        };
        let early = self.first == Some(day) && self.from.is_some_and(|from| time < from);
        let late = self.last == Some(day) && self.until.is_some_and(|until| until <= time);
        in_days && !early && !late
    }
}

fn tokens(text: &str) -> Vec<String> {
    text.split(|letter: char| letter.is_whitespace() || ",;()".contains(letter))
        .map(|word| word.trim_end_matches('.').to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}
