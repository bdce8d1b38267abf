//! What the end of a restriction gives back, and what other lines hold all the same.

use chrono::NaiveDate;

use crate::plan::{RuleRef, StillHeld, Window};
use crate::render::dates::Dates;
use crate::render::{SeveralWord, Word, all_of};

use super::context::{at_all, at_of_treatment};
use super::when::glued;

/// How many things that another line holds are named before the others are counted.
const NAMES: usize = 6;

/// What the end of a restriction gives back.
#[derive(Debug, Clone, Copy)]
pub(super) struct Release<'a> {
    /// The windows, in order.
    pub(super) windows: &'a [Window],
    /// The first free day, where there is one.
    pub(super) first_free_day: Option<NaiveDate>,
    /// Whether its end gives the things back.
    pub(super) releases: bool,
}

impl Release<'_> {
    /// The first free day, or that there is none.
    pub(super) fn say(&self, treated: Option<NaiveDate>, dates: &mut Dates) -> Option<String> {
        let last = self.windows.last()?;
        if let Some(day) = self.first_free_day {
            let word = match last.until_time {
                Some(_) => Word::FirstWholeFree,
                None => Word::FirstFree,
            };
            return Some(word.with(&[("day", &dates.say(day))]));
        }
        let ends = match (last.last_day, last.to_day) {
            (Some(day), _) => treated.is_none_or(|treated| day > treated),
            (None, Some(day)) if self.releases && day >= 0 => {
                let free = Word::RelativeDay.with(&[("n", &(day + 1).to_string())]);
                return Some(Word::FirstFreeRelative.with(&[("day", &glued(&free))]));
            }
            (None, Some(day)) => day > 0,
            (None, None) => false,
        };
        (ends && !self.releases).then(|| Word::NotSaidAfter.text().to_owned())
    }
}

/// The first free day, and what other lines hold on that day all the same: of what is held whole, no
/// free day is named.
pub(super) fn with_still_held(free: Option<String>, still_held: &[StillHeld]) -> Option<String> {
    let Some(first) = still_held.first() else {
        return free;
    };
    let held = |word: Word, held: &StillHeld| {
        let things = few(&held.things);
        word.with(&[("things", &things), ("places", &at_all(&held.rules))])
    };
    if first.all {
        let rules = still_held.iter().flat_map(|held| &held.rules);
        return Some(Word::StillHeldWhole.with(&[("places", &at_all(rules))]));
    }
    let held = still_held.iter().map(|one| held(Word::StillHeld, one));
    let held: Vec<String> = held.collect();
    Some(Word::FreeBut.with(&[("free", &free?), ("held", &all_of(&held))]))
}

/// When a restriction ended, and what other lines restrict of its things all the same: that it is over must not read as
/// though they were free.
pub(super) fn over(when: String, off_now: &[StillHeld]) -> String {
    match off_now {
        [] => when,
        [first, ..] if first.all => {
            let places = places(off_now.iter().flat_map(|held| &held.rules));
            SeveralWord::OverAll.with(&[("when", &when), ("places", &places)])
        }
        held => {
            let held = held.iter().map(|held| {
                let holes = [
                    ("things", &*few(&held.things)),
                    ("places", &*places(&held.rules)),
                ];
                Word::StillHeld.with(&holes)
            });
            let held: Vec<String> = held.collect();
            SeveralWord::OverBut.with(&[("when", &when), ("held", &all_of(&held))])
        }
    }
}

/// Places of rules, each with its treatment where there are several.
pub(super) fn places<'r>(rules: impl IntoIterator<Item = &'r RuleRef>) -> String {
    let mut places: Vec<String> = Vec::new();
    for place in rules.into_iter().map(at_of_treatment) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.join(", ")
}

/// Some names, and how many more there are.
fn few(names: &[String]) -> String {
    let more = names.len().saturating_sub(NAMES);
    if more < 2 {
        return all_of(names);
    }
    let mut said: Vec<String> = names.iter().take(NAMES).cloned().collect();
    said.push(Word::AndMore.with(&[("n", &more.to_string())]));
    said.join(", ")
}
