//! A patient in the words of a scenario: what [`Givens`](super::given::Givens) reads back.

use chrono::NaiveDate;

use super::read::EXAMPLE;
use crate::format;
use crate::profile::{Answered, History, Medication, Profile, Reported, Value};
use crate::vocabulary::{FactId, FactKind, ThingId, Vocabulary};

/// What is given of a patient, one by one, the treatment first; none where a scenario cannot give all of it.
pub(super) fn given(vocabulary: &Vocabulary, profile: &Profile) -> Option<Vec<String>> {
    let treated = profile.treated?;
    let at = treated.time.map_or(String::new(), |time| {
        format!(" at {}", time.format("%H:%M"))
    });
    let mut words = Words {
        vocabulary,
        treated: treated.date,
        given: vec![format!("treated {EXAMPLE}{at}")],
    };
    words.sessions(profile);
    for (fact, answered) in &profile.facts {
        words.fact(*fact, answered)?;
    }
    for (thing, prescribed) in &profile.prescribed {
        words.prescribed(*thing, prescribed)?;
    }
    for (thing, when) in &profile.history {
        words.history(*thing, when)?;
    }
    for (event, date) in &profile.events {
        let on = words.day(*date);
        words.say(*event, &format!(" on {on}"));
    }
    for (symptom, reported) in &profile.symptoms {
        words.symptom(*symptom, reported)?;
    }
    for symptom in &profile.symptoms_absent {
        let name = words.vocabulary.name(*symptom);
        words.given.push(format!("no {name}"));
    }
    let all = [
        (profile.symptoms_complete, "no symptoms"),
        (profile.history_complete, "no history"),
        (profile.course_finished, "course finished"),
    ];
    let all = all.iter().filter(|(so, _)| *so);
    words.given.extend(all.map(|(_, text)| (*text).to_owned()));
    profile.products.is_none().then_some(words.given)
}

struct Words<'a> {
    vocabulary: &'a Vocabulary,
    treated: NaiveDate,
    given: Vec<String>,
}

impl Words<'_> {
    /// A date by its distance from the treatment: `day -1`.
    fn day(&self, date: NaiveDate) -> String {
        format!("day {}", (date - self.treated).num_days())
    }

    fn say(&mut self, thing: ThingId, rest: &str) {
        let name = self.vocabulary.name(thing);
        self.given.push(format!("{name}{rest}"));
    }

    fn sessions(&mut self, profile: &Profile) {
        let Some(earlier) = &profile.sessions else {
            return;
        };
        if earlier.is_empty() {
            self.given.push("no earlier session".to_owned());
        }
        for date in earlier {
            let on = self.day(*date);
            self.given.push(format!("earlier session on {on}"));
        }
    }

    fn fact(&mut self, fact: FactId, answered: &Answered) -> Option<()> {
        let declared = self.vocabulary.fact(fact);
        let name = declared.name.as_str();
        let Answered::Known(value) = answered else {
            return None;
        };
        let option = |index: &usize| match &declared.kind {
            FactKind::Ordered(options) | FactKind::OneOf(options) | FactKind::AnyOf(options) => {
                options.get(*index)
            }
            _ => None,
        };
        match value {
            Value::Yes(true) => self.given.push(name.to_owned()),
            Value::Yes(false) => self.given.push(format!("not {name}")),
            Value::Number(number) => self.given.push(format!("{name} {number}")),
            Value::Index(index) => self.given.push(format!("{name} {}", option(index)?)),
            Value::Indexes(indexes) if indexes.is_empty() => self.given.push(format!("no {name}")),
            Value::Indexes(indexes) => {
                for index in indexes {
                    self.given.push(format!("{name} {}", option(index)?));
                }
            }
            Value::Things(list) if list.is_empty() => self.given.push(format!("no {name}")),
            Value::Things(list) => list.iter().for_each(|one| self.taken(one)),
        }
        Some(())
    }

    fn taken(&mut self, one: &Medication) {
        match one.last_taken {
            Some(date) => {
                let on = self.day(date);
                self.say(one.thing, &format!(" last taken {on}"));
            }
            None => self
                .given
                .push(format!("taking {}", self.vocabulary.name(one.thing))),
        }
        if let Some(prescribed) = one.prescribed {
            self.prescribed_or_not(one.thing, prescribed);
        }
    }

    fn prescribed(&mut self, thing: ThingId, answered: &Answered) -> Option<()> {
        let Answered::Known(Value::Yes(yes)) = answered else {
            return None;
        };
        self.prescribed_or_not(thing, *yes);
        Some(())
    }

    fn prescribed_or_not(&mut self, thing: ThingId, yes: bool) {
        let not = if yes { "" } else { "not " };
        let said = format!("{not}prescribed {}", self.vocabulary.name(thing));
        if !self.given.contains(&said) {
            self.given.push(said);
        }
    }

    fn history(&mut self, thing: ThingId, when: &History) -> Option<()> {
        let name = self.vocabulary.name(thing);
        match when {
            History::On(dates) => {
                let [date] = dates.as_slice() else {
                    return None;
                };
                let on = self.day(*date);
                self.given.push(format!("had {name} on {on}"));
            }
            History::Never => self.given.push(format!("never had {name}")),
            History::Unsure => return None,
        }
        Some(())
    }

    /// `fever 39 C lasting 2 days on day 0`, `severe pain on day 0`
    fn symptom(&mut self, symptom: ThingId, reported: &Reported) -> Option<()> {
        if reported.until.is_some() || reported.despite.len() > 1 {
            return None;
        }
        let said = [
            (reported.severe, "severe"),
            (reported.spreading, "spreading"),
            (reported.worsening, "worsening"),
        ];
        let mut how = String::new();
        for (word, yes) in said.iter().filter_map(|(yes, word)| Some((word, (*yes)?))) {
            how.push_str(if yes { " " } else { " not " });
            how.push_str(word);
        }
        if let Some((number, unit)) = &reported.value {
            how.push_str(&format!(" {number} {}", unit.name(true)));
        }
        if let Some(length) = reported.lasting {
            how.push_str(&format!(" lasting {}", format::duration(length)));
        }
        for tried in &reported.despite {
            how.push_str(&format!(" despite {tried}"));
        }
        let on = self.day(reported.since);
        self.say(symptom, &format!("{how} on {on}"));
        Some(())
    }
}
