//! A profile as TOML: what changed is written into the text that was there, and the rest of it, comments
//! included, stays.

mod values;

use std::fmt;

use toml_edit::{DocumentMut, Item, TableLike, Value};

use super::model::{Answered, Medication, Profile, Value as Known};
use super::read;
use crate::source::Sources;
use crate::vocabulary::{FactId, ThingId, Vocabulary, fold};
use values::Values;

/// Why a profile cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteError {
    /// The text that was there is no TOML that can be changed.
    NotToml,
    /// The text would not read back as the profile: nothing is to be written.
    ReadsOtherwise,
}

impl fmt::Display for WriteError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotToml => "the profile that is there is not TOML",
            Self::ReadsOtherwise => "the profile would not read back as it was answered",
        })
    }
}

impl std::error::Error for WriteError {}

/// `text` with all in which `new` differs from `old` written into it. `old` is what `text` reads as: a
/// profile of no text is [`Profile::default`]. The outcome reads back as `new`.
///
/// ```
/// use aftercare_dsl::check::{Bundled, CheckOptions, check};
/// use aftercare_dsl::profile::{self, Profile};
/// use aftercare_dsl::source::Sources;
///
/// let mut sources = Sources::new();
/// let rules = "import skin-care\navoid makeup for 7 days if pregnant\n";
/// let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &CheckOptions::default());
/// let vocabulary = checked.protocol.expect("no errors").vocabulary;
///
/// let text = "[facts]\nage = 34 # as of May\n";
/// let file = sources.add("jo.toml", text);
/// let (old, _) = profile::read(file, "jo.toml", text, &vocabulary);
/// let mut new = old.clone();
/// let answer = sources.add("answer", "pregnant = no");
/// let mistakes = profile::set(&mut new, answer, "pregnant = no", &vocabulary);
/// assert!(mistakes.is_empty());
/// let written = profile::write(text, &old, &new, &vocabulary).expect("it reads back");
/// assert_eq!(written, "[facts]\nage = 34 # as of May\npregnant = false\n");
/// ```
///
/// # Errors
///
/// `text` is not TOML, or the outcome would not read back as `new`.
pub fn write(
    text: &str,
    old: &Profile,
    new: &Profile,
    vocabulary: &Vocabulary,
) -> Result<String, WriteError> {
    let mark = text.starts_with('\u{feff}');
    let document: DocumentMut = text
        .trim_start_matches('\u{feff}')
        .parse()
        .map_err(|_| WriteError::NotToml)?;
    let mut writer = Writer {
        document,
        vocabulary,
        values: Values { vocabulary },
    };
    writer.top(old, new);
    writer.facts(old, new);
    writer.past(old, new);
    writer.symptoms(old, new);
    let mut written = writer.document.to_string();
    if mark {
        written.insert(0, '\u{feff}');
    }
    let mut sources = Sources::new();
    let source = sources.add("profile.toml", written.as_str());
    let (back, mistakes) = read(source, "profile.toml", &written, vocabulary);
    if mistakes.is_empty() && back == *new {
        Ok(written)
    } else {
        Err(WriteError::ReadsOtherwise)
    }
}

struct Writer<'v> {
    document: DocumentMut,
    vocabulary: &'v Vocabulary,
    values: Values<'v>,
}

/// What a key of a table stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Entry {
    Fact(FactId),
    Prescribed(ThingId),
    Thing(ThingId),
}

impl Writer<'_> {
    /// The keys of the top.
    fn top(&mut self, old: &Profile, new: &Profile) {
        if old.treated != new.treated {
            self.set_top("treated", new.treated.map(Values::moment));
        }
        if old.zone != new.zone {
            self.set_top("zone", new.zone.map(|zone| zone.name().into()));
        }
        if old.sessions != new.sessions {
            let dates = new.sessions.as_deref().map(Values::dates);
            self.set_top("sessions", dates);
        }
        if old.course_finished != new.course_finished {
            self.set_top("course_finished", Some(new.course_finished.into()));
        }
        if old.products != new.products {
            let products = new.products.as_deref();
            let products = products.map(|products| self.values.products(products));
            self.set_top("products", products);
        }
    }

    fn set_top(&mut self, key: &str, value: Option<Value>) {
        set(self.document.as_table_mut(), key, value);
    }

    fn facts(&mut self, old: &Profile, new: &Profile) {
        let changed = |id: &FactId| match (old.facts.get(id), new.facts.get(id)) {
            (Some(one), Some(other)) => *one != *other,
            (None, None) => false,
            _ => true,
        };
        let all = old.facts.keys().chain(new.facts.keys());
        let mut changed: Vec<FactId> = all.copied().filter(changed).collect();
        changed.sort_unstable();
        changed.dedup();
        for id in changed {
            let answer = new.facts.get(&id);
            if let (Some(before), Some(after)) = (listed(old.facts.get(&id)), listed(answer))
                && alike(before, after)
                && !self.says_prescribed(id)
            {
                // Only what stands beside the list has changed.
                continue;
            }
            let value = answer.map(|answer| self.values.answer(id, answer, &new.prescribed));
            let name = self.vocabulary.fact(id).name.clone();
            self.put("facts", Entry::Fact(id), &name, value);
            if listed(answer).is_some() {
                self.prescriptions(new, |thing| {
                    listed(answer).is_some_and(|list| list.iter().any(|one| one.thing == thing))
                });
            }
        }
        let all = old.prescribed.keys().chain(new.prescribed.keys());
        let moved: Vec<ThingId> = all
            .copied()
            .filter(|thing| old.prescribed.get(thing) != new.prescribed.get(thing))
            .collect();
        self.prescriptions(new, |thing| moved.contains(&thing));
        for gone in moved
            .iter()
            .filter(|thing| !new.prescribed.contains_key(thing))
        {
            self.put("facts", Entry::Prescribed(*gone), "", None);
        }
    }

    /// Writes whether things are prescribed, for those that are wanted.
    fn prescriptions(&mut self, new: &Profile, wanted: impl Fn(ThingId) -> bool) {
        for (thing, answer) in &new.prescribed {
            if wanted(*thing) {
                let name = format!("prescribed {}", self.vocabulary.name(*thing));
                let value = Values::yes_no(answer);
                self.put("facts", Entry::Prescribed(*thing), &name, Some(value));
            }
        }
    }

    /// Whether an entry of a list says itself whether it is prescribed.
    fn says_prescribed(&self, id: FactId) -> bool {
        let facts = self.document.get("facts").and_then(Item::as_table_like);
        let list = facts.and_then(|facts| {
            let mut entries = facts.iter();
            entries.find(|(key, _)| self.vocabulary.find_fact(key) == Some(id))
        });
        let entries = list.and_then(|(_, item)| item.as_array());
        entries.is_some_and(|entries| {
            let mut tables = entries.iter().filter_map(Value::as_inline_table);
            tables.any(|table| table.contains_key("prescribed"))
        })
    }

    fn past(&mut self, old: &Profile, new: &Profile) {
        for (thing, history) in &new.history {
            if old.history.get(thing) != Some(history) {
                let value = Values::history(history);
                self.put_thing("history", *thing, Some(value));
            }
        }
        for gone in old
            .history
            .keys()
            .filter(|thing| !new.history.contains_key(thing))
        {
            self.put_thing("history", *gone, None);
        }
        if old.history_complete != new.history_complete {
            self.others("history", new.history_complete);
        }
        for (event, date) in &new.events {
            if old.events.get(event) != Some(date) {
                self.put_thing("events", *event, Some(Values::date(*date)));
            }
        }
        for gone in old
            .events
            .keys()
            .filter(|event| !new.events.contains_key(event))
        {
            self.put_thing("events", *gone, None);
        }
    }

    fn symptoms(&mut self, old: &Profile, new: &Profile) {
        for (symptom, report) in &new.symptoms {
            if old.symptoms.get(symptom) != Some(report) {
                let value = Values::reported(report);
                self.put_thing("symptoms", *symptom, Some(value));
            }
        }
        for absent in new.symptoms_absent.difference(&old.symptoms_absent) {
            self.put_thing("symptoms", *absent, Some(false.into()));
        }
        let known = |symptom: &&ThingId| {
            !new.symptoms.contains_key(symptom) && !new.symptoms_absent.contains(symptom)
        };
        let before = old.symptoms.keys().chain(&old.symptoms_absent);
        let gone: Vec<ThingId> = before.filter(known).copied().collect();
        for symptom in gone {
            self.put_thing("symptoms", symptom, None);
        }
        if old.symptoms_complete != new.symptoms_complete {
            self.others("symptoms", new.symptoms_complete);
        }
    }

    fn put_thing(&mut self, table: &str, thing: ThingId, value: Option<Value>) {
        let name = self.vocabulary.name(thing).to_owned();
        self.put(table, Entry::Thing(thing), &name, value);
    }

    /// `others = "none"`
    fn others(&mut self, table: &str, none: bool) {
        let value = none.then(|| "none".into());
        if let Some(table) = self.table(table, value.is_some()) {
            set(table, "others", value);
        }
    }

    /// Puts a value under a key that stands for something, however it is spelt there; takes it away
    /// where there is no value.
    fn put(&mut self, table: &str, entry: Entry, name: &str, value: Option<Value>) {
        let vocabulary = self.vocabulary;
        let Some(table) = self.table(table, value.is_some()) else {
            return;
        };
        let stands_for = |key: &str| match entry {
            Entry::Fact(id) => vocabulary.find_fact(key) == Some(id),
            Entry::Thing(id) => vocabulary.find_thing(key) == Some(id),
            Entry::Prescribed(id) => {
                let (word, rest) = key.split_once([' ', '-']).unwrap_or_default();
                fold(word) == "prescribed" && vocabulary.find_thing(rest) == Some(id)
            }
        };
        let written = table.iter().map(|(key, _)| key.to_owned());
        let written: Vec<String> = written.filter(|key| stands_for(key)).collect();
        let key = written.first().map_or(name, String::as_str);
        set(table, key, value);
    }

    /// A table; made where it is not there and `wanted`. A text such as `"none"` in its place becomes
    /// `others = "none"`.
    fn table(&mut self, name: &str, wanted: bool) -> Option<&mut dyn TableLike> {
        let item = self.document.get(name);
        if item.is_none_or(|item| !item.is_table_like()) {
            if !wanted && item.is_none() {
                return None;
            }
            let mut table = toml_edit::Table::new();
            if item.is_some() {
                table.insert("others", Item::Value("none".into()));
                self.document.remove(name);
            }
            self.document.insert(name, Item::Table(table));
        }
        let table = self.document.get_mut(name)?;
        table.as_table_like_mut()
    }
}

/// What a fact over things lists.
fn listed(answer: Option<&Answered>) -> Option<&[Medication]> {
    match answer {
        Some(Answered::Known(Known::Things(listed))) => Some(listed),
        _ => None,
    }
}

/// Whether two lists differ in nothing but prescriptions.
fn alike(one: &[Medication], other: &[Medication]) -> bool {
    let known = |list: &[Medication]| -> Vec<(ThingId, Option<chrono::NaiveDate>)> {
        list.iter().map(|one| (one.thing, one.last_taken)).collect()
    };
    known(one) == known(other)
}

/// Sets a key, with the comments around its old value kept; takes it away where there is no value.
fn set(table: &mut dyn TableLike, key: &str, value: Option<Value>) {
    let Some(mut value) = value else {
        table.remove(key);
        return;
    };
    match table.get_mut(key) {
        Some(old) => {
            if let Some(decor) = old.as_value().map(|old| old.decor().clone()) {
                *value.decor_mut() = decor;
            }
            *old = Item::Value(value);
        }
        None => {
            table.insert(key, Item::Value(value));
        }
    }
}
