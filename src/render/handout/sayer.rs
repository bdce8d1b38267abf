//! What a handout says: the catalogue's messages, what files say in the handout's language, lists, lengths and dates.

use std::cell::RefCell;
use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::text::Text;
use super::texts::Texts;
use super::words::{Arg, Catalogue, Language, Say};
use crate::plan::{Directive, Moment, Verb};
use crate::render::text::{phrase_of, spoken, with_verb};
use crate::render::{all_of, any_of, clock_words};

/// Says things in one language, and remembers what it could not.
pub(super) struct Sayer<'a> {
    catalogue: Catalogue,
    texts: Option<&'a Texts>,
    /// The year that goes without saying.
    year: i32,
    /// What files say and nobody has translated.
    missing: RefCell<BTreeSet<String>>,
}

impl<'a> Sayer<'a> {
    pub fn new(language: Language, texts: Option<&'a Texts>, year: i32) -> Self {
        Self {
            catalogue: Catalogue::new(language),
            texts,
            year,
            missing: RefCell::default(),
        }
    }

    /// The texts of files that stay English, and the messages that do.
    pub fn missing(&self) -> (Vec<String>, Vec<&'static str>) {
        let texts = self.missing.borrow().iter().cloned().collect();
        (texts, self.catalogue.missing())
    }

    fn is_english(&self) -> bool {
        self.catalogue.language() == Language::English
    }

    /// A message without holes.
    pub fn say(&self, message: Say) -> Text {
        self.catalogue.say(message)
    }

    /// A message with its holes filled.
    pub fn with(&self, message: Say, holes: &[(&str, &Text)]) -> Text {
        let holes: Vec<(&str, Arg<'_>)> = (holes.iter())
            .map(|(hole, text)| (*hole, Arg::from(*text)))
            .collect();
        self.catalogue.with(message, &holes)
    }

    /// A message with a number.
    pub fn count(&self, message: Say, number: u32) -> Text {
        self.catalogue.with(message, &[("n", number.into())])
    }

    /// A name, which no language changes.
    pub fn name(&self, name: &str) -> Text {
        Text::theirs(name)
    }

    /// What a file says, in the handout's language where somebody has translated it.
    pub fn theirs(&self, text: &str) -> Text {
        let text = spoken(text.trim());
        match self.translated(&text) {
            Some(theirs) => theirs,
            None => self.untranslated(text),
        }
    }

    /// The same where it is translated.
    fn translated(&self, text: &str) -> Option<Text> {
        if self.is_english() {
            return Some(Text::theirs(text));
        }
        self.texts?.get(text).map(Text::theirs)
    }

    /// What the plan says of the patient. Where nobody has translated it, it is marked, but stands in no list of what is
    /// missing: that would tell elsewhere what the patient answered.
    pub fn of_patient(&self, text: &str) -> Text {
        let text = spoken(text.trim());
        self.translated(&text)
            .unwrap_or_else(|| Text::untranslated(Text::theirs(&text)))
    }

    fn untranslated(&self, text: String) -> Text {
        let english = Text::untranslated(Text::theirs(&text));
        self.missing.borrow_mut().insert(text);
        english
    }

    /// Things or symptoms: as a whole where that is translated, else each for itself.
    pub fn things(&self, items: &[String], choice: bool) -> Text {
        let whole = spoken(&if choice { any_of(items) } else { all_of(items) });
        if let Some(theirs) = self.translated(&whole) {
            return theirs;
        }
        let items: Vec<Text> = items.iter().map(|item| self.theirs(item)).collect();
        self.list(&items, choice)
    }

    /// Words in a list.
    pub fn list(&self, items: &[Text], choice: bool) -> Text {
        let joint = if choice { Say::ListOr } else { Say::ListAnd };
        let Some((last, front)) = items.split_last() else {
            return Text::default();
        };
        let mut front = front.iter();
        let Some(first) = front.next() else {
            return last.clone();
        };
        let joined = front.fold(first.clone(), |front, last| {
            self.with(Say::ListComma, &[("front", &front), ("last", last)])
        });
        self.with(joint, &[("front", &joined), ("last", last)])
    }

    /// What a line is about, without its time.
    pub fn phrase(&self, line: &Directive) -> Text {
        let whole = phrase_of(line);
        self.whole_or_things(line, whole)
    }

    /// The same with its verb, for where no heading says it.
    pub fn with_verb(&self, line: &Directive) -> Text {
        match line.verb {
            Verb::Avoid => {
                let things = self.phrase(line);
                self.with(Say::AvoidThings, &[("things", &things)])
            }
            Verb::Allow => {
                let things = self.phrase(line);
                self.with(Say::MayThings, &[("things", &things)])
            }
            Verb::Do | Verb::Limit => {
                let whole = with_verb(line);
                self.whole_or_things(line, whole)
            }
        }
    }

    fn whole_or_things(&self, line: &Directive, whole: String) -> Text {
        let items = &line.written;
        let bare = |list: String| spoken(&list) == whole;
        let is_list = bare(all_of(items)) || bare(any_of(items));
        match self.translated(&whole) {
            Some(theirs) => theirs,
            None if is_list => self.things(items, line.choice),
            None => self.untranslated(whole),
        }
    }

    /// Whom to call.
    pub fn who(&self, name: &str) -> Text {
        let digits = |letter: char| letter.is_ascii_digit() || "+()- ".contains(letter);
        match name {
            "clinic" | "the clinic" => self.say(Say::WhoClinic),
            "prescriber" | "the prescriber" | "your prescriber" => self.say(Say::WhoPrescriber),
            "emergency services" => self.say(Say::WhoEmergency),
            number if number.chars().all(digits) => self.name(number),
            other => self.theirs(other),
        }
    }

    /// How soon to call.
    pub fn within(&self, words: &str) -> Text {
        if words == "immediately" {
            return self.say(Say::WithinNow);
        }
        match words.strip_prefix("within ") {
            Some(length) => self.with(Say::WithinLength, &[("length", &self.length(length))]),
            None => self.theirs(words),
        }
    }

    /// A length of time: `2 hours`, `4..6 weeks`.
    pub fn length(&self, words: &str) -> Text {
        let words = spoken(words.trim());
        if let Some(theirs) = self.translated(&words) {
            return theirs;
        }
        self.counted(&words)
            .unwrap_or_else(|| self.untranslated(words))
    }

    fn counted(&self, words: &str) -> Option<Text> {
        let mut parts = words.split(' ');
        let first: u32 = parts.next()?.parse().ok()?;
        let (last, unit) = match parts.next()? {
            "to" => (Some(parts.next()?.parse::<u32>().ok()?), parts.next()?),
            unit => (None, unit),
        };
        if parts.next().is_some() {
            return None;
        }
        let (one, range) = match unit.trim_end_matches('s') {
            "minute" => (Say::Minutes, Say::MinutesRange),
            "hour" => (Say::Hours, Say::HoursRange),
            "day" => (Say::Days, Say::DaysRange),
            "week" => (Say::Weeks, Say::WeeksRange),
            "month" => (Say::Months, Say::MonthsRange),
            "year" => (Say::Years, Say::YearsRange),
            _ => return None,
        };
        Some(match last {
            None => self.count(one, first),
            Some(last) => {
                let (from, to) = (Text::figure(first), Text::figure(last));
                self.with(range, &[("from", &from), ("to", &to)])
            }
        })
    }

    /// A day: `Monday 1 June`, with its year where that is not the treatment's.
    pub fn day(&self, date: NaiveDate) -> Text {
        self.dated(date, date.year() != self.year)
    }

    /// A day with its year.
    pub fn day_and_year(&self, date: NaiveDate) -> Text {
        self.dated(date, true)
    }

    fn dated(&self, date: NaiveDate, with_year: bool) -> Text {
        let name = |names: &[Say], index: u32| {
            let name = names.get(usize::try_from(index).unwrap_or_default());
            name.map_or_else(Text::default, |name| self.say(*name))
        };
        let weekday = name(&Say::WEEKDAYS, date.weekday().num_days_from_monday());
        let month = name(&Say::MONTHS, date.month0());
        let (day, year) = (Text::figure(date.day()), Text::figure(date.year()));
        let mut holes = vec![("weekday", &weekday), ("day", &day), ("month", &month)];
        if with_year {
            holes.push(("year", &year));
            return self.with(Say::DateYear, &holes);
        }
        self.with(Say::Date, &holes)
    }

    /// A day with its year, and its time where that is known.
    pub fn moment(&self, moment: Moment) -> Text {
        let day = self.day_and_year(moment.date);
        match moment.time {
            None => day,
            Some(time) => {
                let time = Text::figure(clock_words(time));
                self.with(Say::DateTime, &[("day", &day), ("time", &time)])
            }
        }
    }
}
