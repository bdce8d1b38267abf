//! Where sentences meet (README.md): a restriction at a place or in a situation says so in the answer, and
//! what the answer is elsewhere.

use std::collections::BTreeSet;

use super::days::DaySet;
use super::line::Line;
use super::model::*;
use super::world::Worlds;

/// A line about a thing, on which days.
#[derive(Debug, Clone)]
struct About {
    narrow: Where,
    /// Whether it restricts.
    restricts: bool,
    /// Firm in some world.
    firm: DaySet,
    /// Firm or advised in some world.
    any: DaySet,
    /// Whichever world it is.
    everywhere: DaySet,
}

/// All lines about a thing.
#[derive(Debug, Clone)]
pub struct Elsewhere {
    lines: Vec<About>,
}

/// Where alone an answer holds, and what it is elsewhere.
pub type Told = (BTreeSet<String>, Option<&'static str>);

impl Elsewhere {
    pub fn of(lines: &[&Line], worlds: &Worlds) -> Self {
        let lines = lines.iter().map(|line| About::of(line, worlds)).collect();
        Self { lines }
    }

    /// What a restrictive answer on a day says of other places and situations; nothing where some sentence
    /// behind it holds wherever and whatever.
    pub fn on(&self, day: i64, answer: &str) -> Told {
        let strong = |line: &&About| match answer {
            "avoid" => line.firm.has(day),
            _ => line.any.has(day),
        };
        let restricting = self.lines.iter().filter(|line| line.restricts);
        let behind: Vec<Where> = restricting.filter(strong).map(|line| line.narrow).collect();
        if behind.iter().any(|narrow| *narrow == Where::default()) {
            return (BTreeSet::new(), None);
        }
        let mut permissions = self.lines.iter().filter(|line| !line.restricts);
        let allowed = permissions.any(|line| {
            line.everywhere.has(day) && !behind.iter().any(|narrow| narrow.reaches(line.narrow))
        });
        let only = behind.iter().map(|narrow| narrow.text()).collect();
        (only, Some(if allowed { "allowed" } else { "not covered" }))
    }
}

impl About {
    fn of(line: &Line, worlds: &Worlds) -> Self {
        let mut about = Self {
            narrow: line.narrow,
            restricts: line.restricts,
            firm: DaySet::NONE,
            any: DaySet::NONE,
            everywhere: DaySet::ALL,
        };
        for world in 0..worlds.all.len() {
            let mut here = DaySet::NONE;
            for around in &line.around {
                let held = around.holds[world].without(around.conditional);
                about.firm = about.firm.or(around.firm.and(held));
                here = here.or(around.days().and(held));
            }
            about.any = about.any.or(here);
            about.everywhere = about.everywhere.and(here);
        }
        about
    }
}

impl Where {
    /// Whether what holds here holds wherever, with whatever and while what another sentence says does.
    fn reaches(self, other: Self) -> bool {
        let at = match (self.place, other.place) {
            (None, _) => true,
            (Some(_), None) => false,
            // The lips are part of the mouth.
            (Some(wide), Some(narrow)) => {
                wide == narrow || (PLACES[wide], PLACES[narrow]) == ("mouth", "lips")
            }
        };
        let with = match (self.using, other.using) {
            (None, _) => true,
            (Some(_), None) => false,
            // A flannel is a cloth.
            (Some(wide), Some(narrow)) => {
                wide == narrow || (TOOLS[wide], TOOLS[narrow]) == ("cloths", "flannel")
            }
        };
        at && with && (!self.asleep || other.asleep)
    }
}
