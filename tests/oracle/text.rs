//! The oracle's protocol and patient as a practitioner and a clinic would write them.

use std::fmt::Write as _;

use super::model::*;
use chrono::{Days, NaiveDate};

/// The day of the treatment.
pub fn treated() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).expect("a date")
}

/// A day of the plan as a date.
pub fn date(day: i64) -> NaiveDate {
    let start = NaiveDate::from_ymd_opt(2025, 1, 1).expect("a date");
    let offset = (treated() - start).num_days() + day;
    start + Days::new(u64::try_from(offset).expect("a day after the start"))
}

impl Protocol {
    pub fn text(&self) -> String {
        let mut text = String::new();
        if let Some(days) = self.aftercare {
            let _ = writeln!(text, "aftercare for {days} days");
        }
        for (thing, (name, kind, parents)) in THINGS.iter().enumerate().skip(4) {
            let classes: Vec<&str> = parents
                .iter()
                .filter(|parent| **parent > 3)
                .map(|parent| THINGS[*parent].0)
                .collect();
            let above = match classes.is_empty() {
                true => String::new(),
                false => format!(" in {}", classes.join(", ")),
            };
            debug_assert!(THINGS[thing].2.iter().all(|parent| *parent != thing));
            let _ = writeln!(text, "{kind} {name}{above}");
        }
        text += "place mouth\nplace lips in mouth\nplace scalp\nsituation asleep\n";
        text += "tool cloths\ntool flannel in cloths\ntool mitts\n";
        text += "attribute mineral of makeup, sunscreen\nattribute spf number of sunscreen\n";
        let _ = writeln!(text, "symptom {}\nsymptom {}", SYMPTOMS[0], SYMPTOMS[1]);
        let _ = writeln!(text, "event {}\nevent {}", EVENTS[0], EVENTS[1]);
        text += "fact vegan: yes or no\nfact pierced: yes or no\nfact age: years\n";
        let _ = writeln!(text, "fact skin type: ordered {}", SKIN.join(", "));
        let _ = writeln!(text, "fact concerns: any of {}", CONCERNS.join(", "));
        text += "fact medications: any of medicine\n";
        if let Some((least, most)) = self.course {
            let _ = writeln!(text, "sessions 3..6 every {least}..{most} weeks");
        }
        for rule in &self.rules {
            let _ = writeln!(text, "{}", rule.text());
        }
        text
    }
}

impl Rule {
    fn text(&self) -> String {
        let mut text = String::new();
        if self.advised {
            text += "should ";
        }
        text += &self.head.text();
        if self.narrow != Where::default() {
            text = format!("{text} {}", self.narrow.text());
        }
        let window = self.window.text();
        if !window.is_empty() {
            text = format!("{text} {window}");
        }
        if !self.except.is_empty() {
            text = format!("{text} except {}", list(&self.except, "and"));
        }
        if let Some(condition) = &self.condition {
            let word = if self.unless { "unless" } else { "if" };
            text = format!("{text} {word} {}", condition.text(true));
        }
        text
    }
}

impl Where {
    /// `on lips using flannel while asleep`
    pub fn text(self) -> String {
        let place = self.place.map(|place| format!("on {}", PLACES[place]));
        let asleep = self.asleep.then(|| "while asleep".to_owned());
        let using = self.using.map(|tool| format!("using {}", TOOLS[tool]));
        let words: Vec<String> = place.into_iter().chain(using).chain(asleep).collect();
        words.join(" ")
    }
}

impl Head {
    fn text(&self) -> String {
        match self {
            Self::Avoid(things) => format!("avoid {}", list(things, "and")),
            Self::Duty(things, only, choice) => {
                let verb = match kind_of(things[0].thing) {
                    2 => "take",
                    3 => "do",
                    _ => "use",
                };
                let only = if *only { " only" } else { "" };
                let join = if *choice { "or" } else { "and" };
                format!("{verb}{only} {}", list(things, join))
            }
            Self::Allow(things, but_not) if but_not.is_empty() => {
                format!("allow {}", list(things, "and"))
            }
            Self::Allow(things, but_not) => format!(
                "allow {} but not {}",
                list(things, "and"),
                list(but_not, "and")
            ),
            Self::Resume(things) => format!("resume {}", list(things, "and")),
            Self::Limit(things) => format!("limit {} to 2 drops per day", list(things, "and")),
        }
    }
}

fn list(things: &[Named], join: &str) -> String {
    let names: Vec<String> = things.iter().map(|named| named.text()).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {join} {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

impl Named {
    fn text(&self) -> String {
        let name = THINGS[self.thing].0;
        match self.attribute {
            None => name.to_owned(),
            Some(Attribute::Mineral(true)) => format!("{name} with mineral"),
            Some(Attribute::Mineral(false)) => format!("{name} without mineral"),
            Some(Attribute::Spf(least)) => format!("{name} with spf {least}+"),
        }
    }
}

impl Length {
    fn text(self) -> String {
        match self {
            Self::Hours(1) => "1 hour".to_owned(),
            Self::Hours(hours) => format!("{hours} hours"),
            Self::Days(1) => "1 day".to_owned(),
            Self::Days(days) => format!("{days} days"),
        }
    }
}

impl Extent {
    fn text(self) -> String {
        match self {
            Self::Exactly(length) => length.text(),
            Self::UpTo(length) => format!("up to {}", length.text()),
            Self::Between(one, other) => format!("{}..{}", one.text(), other.text()),
            Self::AtLeast(least, None) => format!("at least {}", least.text()),
            Self::AtLeast(least, Some(better)) => {
                format!("at least {}, better {}", least.text(), better.text())
            }
        }
    }
}

impl Point {
    fn text(self) -> String {
        match self {
            Self::Day(day) => format!("day {day}"),
            Self::After(length) => format!("{} after treatment", length.text()),
            Self::Event(event) => EVENTS[event].to_owned(),
            Self::AfterEvent(1, event) => format!("1 day after {}", EVENTS[event]),
            Self::AfterEvent(days, event) => format!("{days} days after {}", EVENTS[event]),
            Self::Both => format!("{} and {}", EVENTS[0], EVENTS[1]),
            Self::NotBefore(event, length) => format!("{} and {}", EVENTS[event], length.text()),
        }
    }
}

impl Window {
    fn text(self) -> String {
        match self {
            Self::Unsaid => String::new(),
            Self::For(extent) => format!("for {}", extent.text()),
            Self::Before(extent) => format!("for {} before", extent.text()),
            Self::Around(before, after) => {
                format!("for {} before and {} after", before.text(), after.text())
            }
            Self::Days(one, other) if one == other => format!("on day {one}"),
            Self::Days(first, last) => format!("on days {first}..{last}"),
            Self::From(Point::NotBefore(event, length)) => {
                format!("from {}, at least {}", EVENTS[event], length.text())
            }
            Self::From(point) => format!("from {}", point.text()),
            Self::FromUntil(from, until) => {
                format!("from {} until {}", from.text(), until.text())
            }
            Self::FromFor(from, extent) => format!("from {} for {}", from.text(), extent.text()),
            Self::Until(point) => format!("until {}", point.text()),
            Self::UntilEvent(event, least, most) => {
                let mut text = format!("until {}", EVENTS[event]);
                if let Some(days) = least {
                    text += &format!(", at least {}", Length::Days(days).text());
                }
                if let Some(days) = most {
                    text += &format!(", at most {}", Length::Days(days).text());
                }
                text
            }
            Self::Today => "today".to_owned(),
            Self::BeforeTreatment => "before treatment".to_owned(),
            Self::Always => "always".to_owned(),
        }
    }
}

impl Condition {
    fn text(&self, top: bool) -> String {
        let (parts, join) = match self {
            Self::Atom(Atom::Concern(_) | Atom::Concerns(..)) if !top => {
                return format!("({})", self.text(true));
            }
            Self::Atom(atom) => return atom.text(),
            Self::Not(inner) if top => return format!("not {}", inner.text(false)),
            Self::Not(inner) => return format!("(not {})", inner.text(false)),
            Self::All(parts) => (parts, " and "),
            Self::Any(parts) => (parts, " or "),
        };
        let parts: Vec<String> = parts.iter().map(|part| part.text(false)).collect();
        let joined = parts.join(join);
        if top { joined } else { format!("({joined})") }
    }
}

impl Atom {
    fn text(self) -> String {
        match self {
            Self::Vegan => "vegan".to_owned(),
            Self::NotVegan => "vegan = no".to_owned(),
            Self::Pierced => "pierced".to_owned(),
            Self::AgeUnder(age) => format!("age under {age}"),
            Self::AgeOver(age) => format!("age over {age}"),
            Self::AgeIs(age) => format!("age = {age}"),
            Self::AgeIsNot(age) => format!("age != {age}"),
            Self::SkinIn(low, high) if low == high => format!("skin type = {}", SKIN[low]),
            Self::SkinIn(low, high) => format!("skin type in {}..{}", SKIN[low], SKIN[high]),
            Self::SkinIsNot(value) => format!("skin type != {}", SKIN[value]),
            Self::Concern(value) => format!("concerns includes {}", CONCERNS[value]),
            Self::Concerns(one, other) => {
                let (one, other) = (CONCERNS[one], CONCERNS[other]);
                format!("concerns includes all of {one}, {other}")
            }
            Self::Taking(thing) => format!("taking {}", THINGS[thing].0),
            Self::Took(thing, days) => {
                format!(
                    "took {} within {}",
                    THINGS[thing].0,
                    Length::Days(days).text()
                )
            }
            Self::Prescribed(thing) => format!("prescribed {}", THINGS[thing].0),
            Self::Symptom(symptom, false) => SYMPTOMS[symptom].to_owned(),
            Self::Symptom(symptom, true) => format!("{} severe", SYMPTOMS[symptom]),
            Self::Event(event) => EVENTS[event].to_owned(),
            Self::Session(number) => format!("session is {number}"),
        }
    }
}
