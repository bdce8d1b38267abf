//! One line of the plan: a restriction, a duty, a permission or a limit.

use chrono::{NaiveDate, NaiveTime};
use serde::{Serialize, Serializer};

/// One sentence of the protocol, as it holds for this patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Directive {
    /// What kind of line.
    pub verb: Verb,
    /// The protocol's own verb of a duty (`use`, `wear`), `avoid`, `allow`, `limit` otherwise.
    pub word: String,
    /// The things, as the protocol names them, attributes included.
    pub items: Vec<String>,
    /// The same in the author's words, a brand or a short form with what it stands for:
    /// `Retin-A (tretinoin cream)`.
    pub written: Vec<String>,
    /// The examples that the author gave after `including`.
    pub including: Vec<String>,
    /// The patient's own products and medicines under it.
    pub covers: Vec<String>,
    /// When, in order; windows of different strength are told apart.
    pub windows: Vec<Window>,
    /// Windows around the next session, where the line holds there, too.
    pub next_session_windows: Vec<Window>,
    /// The first day of the windows.
    pub from: Option<NaiveDate>,
    /// The last day of the windows, of either strength; none where there is no end or no date.
    pub last_day: Option<NaiveDate>,
    /// The day after this line's own last window; none where it never releases, and where the line holds again on
    /// that day, before the next session. `still_held` says what is not free on that day all the same; `things`
    /// of the plan say when each thing is.
    pub first_free_day: Option<NaiveDate>,
    /// What other lines restrict on the day after this line's own last window.
    pub still_held: Vec<StillHeld>,
    /// Of a restriction whose time is past: what other lines restrict of its things on the day asked about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub off_now: Vec<StillHeld>,
    /// The last firm day.
    pub firm_until: Option<NaiveDate>,
    /// The last advised day.
    pub advised_until: Option<NaiveDate>,
    /// The event that ends it, while that has not happened: alone where only the event does, and beside
    /// a `last_day` where the line lasts `at most` until then, whichever comes first.
    pub open_until: Option<String>,
    /// The author's range for when that event usually comes.
    pub usually: Option<String>,
    /// Whether its end gives the things back.
    pub releases: bool,
    /// Of a permission or a limit that ends: whether no other line says anything about its things after that.
    pub nothing_after: bool,
    /// The window in the author's words: `for 7 days`, `until healed`.
    pub window_text: Option<String>,
    /// How often.
    pub frequency: Option<String>,
    /// How much, or how long at a time.
    pub quantity: Option<String>,
    /// The cap of a limit, or `a minimum`.
    pub limit: Option<Limit>,
    /// What the things must have (`broad-spectrum`, `spf 30+`).
    pub attributes: Vec<String>,
    /// Where on the body.
    pub place: Option<String>,
    /// With what it is done, in the author's words.
    pub using: Option<String>,
    /// What of that another line restricts at that time.
    pub not_using: Vec<String>,
    /// The rules that restrict it.
    pub not_using_because_of: Vec<RuleRef>,
    /// In what manner, in words of the language.
    pub manner: Option<String>,
    /// In what manner, in the author's words.
    pub by: Option<String>,
    /// In what situation.
    #[serde(rename = "while")]
    pub while_: Option<String>,
    /// What the sentence leaves out, and, of a duty, what a restriction takes from it.
    pub except: Vec<String>,
    /// What to do instead.
    pub instead: Option<String>,
    /// What to do if it is unavoidable.
    pub if_unavoidable: Option<String>,
    /// Whether the items are a choice.
    pub choice: bool,
    /// Where the asked day stands to the windows.
    pub phase: Option<Phase>,
    /// How sure it is.
    pub state: State,
    /// The facts that would settle it.
    pub asks: Vec<String>,
    /// The facts that did, with their values.
    pub facts: Vec<String>,
    /// What is left of the condition, in words.
    #[serde(rename = "if")]
    pub if_: Option<String>,
    /// Of a line that holds until a symptom is there, that symptom: `severe pain`. Such a line waits for nothing.
    pub unless: Option<String>,
    /// The author's reason.
    pub because: Option<String>,
    /// The keys of the sources.
    pub sources: Vec<String>,
    /// The rule that says so.
    pub rule: RuleRef,
    /// The rules that cut the windows of this duty or permission.
    pub held_back_by: Vec<RuleRef>,
    /// Of a choice, the items that are restricted for a time while others are free.
    pub choices_held_back: Vec<String>,
    /// The rules that restrict those, or a part that `except` names, while the rest stands.
    pub part_held_back_by: Vec<RuleRef>,
    /// What other lines restrict of it before the next session, and not around this one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub next_session_except: Vec<String>,
    /// The rules that do, or that cut it then.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub next_session_held_back_by: Vec<RuleRef>,
    /// Whether holding back left nothing of it.
    pub never_in_force: bool,
    /// Whether it hangs on the clock time of the treatment, which is not known, if holding back leaves anything
    /// of it.
    pub clock_time_decides: bool,
    /// Whether a medicine in it is only meant where it is not prescribed: then the line reads
    /// "unless prescribed to you".
    pub unless_prescribed: bool,
    /// Whether it is left for an allergy: then who takes such a medicine asks at once, and is not told to go on with it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub of_allergy: bool,
    /// The section that it stands in.
    pub section: Option<String>,
    /// The treatments that it comes from, as indexes into the plan's.
    pub treatments: Vec<usize>,
}

impl Directive {
    /// The rules that cut it, or restrict a part or a choice of it.
    pub fn all_held_back_by(&self) -> impl Iterator<Item = &RuleRef> {
        self.held_back_by.iter().chain(&self.part_held_back_by)
    }

    /// The things that both lines ask for on some day, in other amounts or at other times.
    #[must_use]
    pub fn in_other_doses(&self, other: &Self) -> Vec<String> {
        let dose = |line: &Self| (line.quantity.clone(), line.frequency.clone());
        let said = |line: &Self| line.quantity.is_some() || line.frequency.is_some();
        let differs = said(self) && said(other) && dose(self) != dose(other);
        if !differs || !self.asks_beside(other) {
            return Vec::new();
        }
        let shared = self.items.iter().filter(|item| other.items.contains(item));
        shared.cloned().collect()
    }

    /// Whether both lines ask for something on some day.
    #[must_use]
    pub(crate) fn asks_beside(&self, other: &Self) -> bool {
        let asks = |line: &Self| line.verb == Verb::Do && !line.never_in_force;
        asks(self) && asks(other) && self.meets(other)
    }

    /// Whether two lines have a day in common; what has no date may.
    fn meets(&self, other: &Self) -> bool {
        let meet = |one: &Window, two: &Window| {
            let starts = |first: &Window, last: &Window| match (first.from, last.last_day) {
                (Some(from), Some(last)) => from <= last,
                _ => true,
            };
            starts(one, two) && starts(two, one)
        };
        let mut own = self.windows.iter();
        own.any(|one| other.windows.iter().any(|two| meet(one, two)))
    }

    /// Whether its windows around this session are over on a day, and those before the next one are not.
    #[must_use]
    pub fn only_next_is_left_on(&self, on: NaiveDate) -> bool {
        only_next_is_left_on(&self.windows, &self.next_session_windows, on)
    }

    /// The windows that matter on a day: those before the next session, once those around this one are over.
    pub(crate) fn windows_on(&self, on: NaiveDate) -> &[Window] {
        if self.only_next_is_left_on(on) {
            &self.next_session_windows
        } else {
            &self.windows
        }
    }

    /// Whether the protocol says nothing of its things once its last window is over: a restriction that gave nothing
    /// back, or a permission or a limit of which no other line speaks.
    #[must_use]
    pub fn says_nothing_after(&self) -> bool {
        let last = self.windows.last();
        let ends = last
            .is_some_and(|last| last.last_day.is_some() && last.to_day.is_some_and(|day| day > 0));
        let gives_back = self.releases || !self.off_now.is_empty();
        self.nothing_after || self.verb == Verb::Avoid && !gives_back && ends
    }
}

/// The kinds of line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verb {
    /// `avoid`, and the restriction in `resume X from P`, `use only X`, `allow X but not Y`
    Avoid,
    /// `limit`
    Limit,
    /// `use`, `wear`, `keep` and the other verbs, and actions
    Do,
    /// `allow`, and the permission in `resume`
    Allow,
}

/// One stretch of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Window {
    /// The first day; none where it has no start or there is no treatment date.
    pub from: Option<NaiveDate>,
    /// The clock time at which it starts on that day; none where it starts with the day or the time
    /// is not known.
    pub from_time: Option<ClockTime>,
    /// The last day; none where it has no end or there is no treatment date.
    pub last_day: Option<NaiveDate>,
    /// The clock time at which it ends on that day; none where it ends with the day or the time is
    /// not known.
    pub until_time: Option<ClockTime>,
    /// Firm or advised.
    pub strength: Strength,
    /// How sure it is; windows of one line differ where an event or a symptom changes its condition.
    pub state: State,
    /// The first day, counted from the treatment on day 0.
    pub from_day: Option<i64>,
    /// The last day, counted likewise.
    pub to_day: Option<i64>,
    /// The event, or other point without a date, that starts it.
    pub starts_at: Option<String>,
    /// The event, or other point without a date, that ends it; beside a `last_day`, whichever comes
    /// first; beside a `starts_at`, when it ends counted from that: `1 week after that`.
    pub ends_at: Option<String>,
}

/// Whether windows around this session are over on a day, and those before the next one are not.
pub(crate) fn only_next_is_left_on(windows: &[Window], next: &[Window], on: NaiveDate) -> bool {
    let over = |window: &Window| window.is_over_on(on);
    !windows.is_empty() && windows.iter().all(over) && next.iter().any(|window| !over(window))
}

/// Windows without those at their beginning that are over on a day; all of them where none would be left.
pub(crate) fn left_on(windows: &[Window], on: Option<NaiveDate>) -> &[Window] {
    let over = |window: &Window| on.is_some_and(|on| window.is_over_on(on));
    let first = windows.iter().position(|window| !over(window));
    first
        .and_then(|first| windows.get(first..))
        .unwrap_or(windows)
}

impl Window {
    /// Whether some part of a day lies in it.
    pub(crate) fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.is_some_and(|from| from <= day) && self.last_day.is_none_or(|last| day <= last)
    }

    /// Whether its last day is over on a day.
    fn is_over_on(&self, on: NaiveDate) -> bool {
        self.starts_at.is_none() && self.last_day.is_some_and(|last| last < on)
    }

    /// Whether it holds from the end of another window on.
    pub(crate) fn goes_on_from(&self, other: &Self) -> bool {
        let end = match (other.last_day, other.until_time) {
            (Some(day), Some(time)) => Some((day, Some(time))),
            (Some(day), None) => day.succ_opt().map(|next| (next, None)),
            (None, _) => None,
        };
        end.is_some_and(|(day, time)| {
            let started = self.from.is_some_and(|from| {
                let starts_by = self.from_time.is_none_or(|from| Some(from) <= time);
                from < day || from == day && starts_by
            });
            let ended = self.last_day.is_some_and(|last| {
                let before = self.until_time.is_some_and(|until| Some(until) <= time);
                last < day || last == day && before
            });
            started && !ended
        })
    }
}

/// Firm or advised. An advised restriction answers "better not".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// It must be kept.
    Firm,
    /// It is better kept.
    Advised,
}

/// Where the asked day stands to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Before its first window, or between two.
    Upcoming,
    /// In one.
    Active,
    /// After its last.
    Past,
}

/// How sure a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It holds, whatever is unknown.
    Settled,
    /// It holds once a symptom is there; not in force until then.
    Conditional,
    /// A restriction or warning that holds until an answer shows that it does not.
    Provisional,
    /// A duty or permission that does not hold until an answer shows that it does.
    Waiting,
}

/// How much of a thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Limit {
    /// In words: `at most 1 drink per day`, `to a minimum`.
    pub text: String,
    /// Whether a tighter cap of the same unit on the same thing overrides it.
    pub overridden: bool,
}

/// What other lines restrict on the day after the end of one, or, of several treatments, another one's rule has not given
/// back by then (3.5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StillHeld {
    /// The things and classes, of those that the ended line restricted.
    pub things: Vec<String>,
    /// Whether nothing that the ended line restricted is free then.
    pub all: bool,
    /// The rules that do.
    pub rules: Vec<RuleRef>,
}

/// A rule and where it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct RuleRef {
    /// Its label, where it has one.
    pub label: Option<String>,
    /// The sentence as it stands there, on one line.
    pub sentence: String,
    /// Where.
    #[serde(flatten)]
    pub location: Location,
    /// Where the same is said again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Location>,
    /// In a plan of several treatments: of which of them it is, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub treatment: Option<String>,
    /// Of a variant's sentence: the one in whose place it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaces: Option<Replaces>,
}

/// A sentence of another protocol that a variant's stands in the place of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Replaces {
    /// The sentence as it stands there, on one line.
    pub sentence: String,
    /// Where.
    #[serde(flatten)]
    pub location: Location,
    /// Whether less holds now, for some patient on some day.
    pub loosened: bool,
}

/// A place in a file, line and column from 1, the column in characters.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Location {
    /// The file's name.
    pub file: String,
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

/// A clock time, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClockTime(pub NaiveTime);

impl std::fmt::Display for ClockTime {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}", self.0.format("%H:%M"))
    }
}

impl Serialize for ClockTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// One step of [`Steps`](super::Steps).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What to do, in words.
    pub text: String,
    /// What stands before it: `after 30 to 45 minutes`, `if it persists`.
    pub join: Option<String>,
    /// How sure it is.
    pub state: State,
    /// What is left of its own condition, in words.
    #[serde(rename = "if")]
    pub if_: Option<String>,
    /// The author's reason for it.
    pub because: Option<String>,
    /// The keys of its own sources.
    pub sources: Vec<String>,
    /// The rules that restrict what the step uses, while the steps hold.
    pub held_back_by: Vec<RuleRef>,
}
