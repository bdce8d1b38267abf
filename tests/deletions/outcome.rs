//! What becomes of a protocol that lost a word.

use std::path::Path;

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::check::{
    Bundled, CheckOptions, Checked, Found, Head, Library, LoadError, Protocol, Rule, check,
};
use aftercare_dsl::diagnostic::{Code, Severity};
use aftercare_dsl::source::Sources;

use super::cut::{Cut, Part};
use super::declared;
use super::table::Group;
use crate::annotated::text_of;

/// A protocol as it is.
pub struct Original {
    /// The file's name.
    pub name: String,
    /// Its text.
    pub text: String,
    /// What it says.
    protocol: Protocol,
}

/// What became of one deletion.
pub enum Outcome {
    /// The grammar refuses what is left.
    Grammar,
    /// It reads, and names or values in it are refused.
    Vocabulary,
    /// There is a warning.
    Warned,
    /// A bundled protocol that uses it is refused.
    InUse,
    /// It says the same.
    Same,
    /// It says the same, and cites a source less.
    Source,
    /// It says something else, and nothing is noticed.
    Silent(Silent),
}

/// A deletion that nothing notices.
pub struct Silent {
    /// What kind of loss it is.
    pub group: Group,
    /// What was deleted.
    pub word: String,
    /// The line that it was deleted from, as it was.
    pub line: String,
}

impl Original {
    /// Reads a protocol that checks without a word of complaint.
    pub fn read(path: &Path) -> Self {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = text_of(path).unwrap();
        let checked = checked(&name, &text);
        assert!(
            checked.diagnostics.is_empty(),
            "{name}: {:?}",
            checked.diagnostics
        );
        let protocol = checked.protocol.unwrap();
        Self {
            name,
            text,
            protocol,
        }
    }

    /// What becomes of it without a word.
    pub fn without(&self, cut: &Cut) -> Outcome {
        let mut text = self.text.clone();
        text.replace_range(cut.range.clone(), "");
        let checked = checked(&self.name, &text);
        let error = checked
            .diagnostics
            .iter()
            .find(|one| one.severity() == Severity::Error);
        if let Some(error) = error {
            return if error.code < Code::UnknownName {
                Outcome::Grammar
            } else {
                Outcome::Vocabulary
            };
        }
        if !checked.diagnostics.is_empty() {
            return Outcome::Warned;
        }
        let left = checked.protocol.unwrap();
        let differs = match cut.part {
            Part::Sentences => group(&self.protocol, &left, &cut.word),
            Part::Declarations => declared::group(&self.protocol, &left),
        };
        if differs.is_some() && self.is_refused_in_use(text) {
            return Outcome::InUse;
        }
        match differs {
            None if cites_others(&self.protocol, &left) => Outcome::Source,
            None => Outcome::Same,
            Some(group) => Outcome::Silent(Silent {
                group,
                word: cut.word.clone(),
                line: self.line(cut),
            }),
        }
    }

    /// Whether the bundled protocol that imports this vocabulary is refused or warned of with `text` in
    /// its place.
    fn is_refused_in_use(&self, text: String) -> bool {
        let name = self.name.trim_end_matches(".rules");
        if !self.protocol.rules.is_empty() {
            return false;
        }
        let user = bundled("microneedling").unwrap();
        let library = With { name, text };
        let options = CheckOptions::default();
        let checked = check(
            &mut Sources::new(),
            &library,
            "microneedling",
            user,
            &options,
        );
        !checked.diagnostics.is_empty()
    }

    fn line(&self, cut: &Cut) -> String {
        let (before, after) = self.text.split_at(cut.range.end);
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let end = after
            .find('\n')
            .map_or(self.text.len(), |at| cut.range.end + at);
        self.text[start..end].trim().to_owned()
    }
}

/// The bundled files, one of them with another text.
struct With<'n> {
    name: &'n str,
    text: String,
}

impl Library for With<'_> {
    fn find(&self, name: &str, importer: &str) -> Result<Option<Found>, LoadError> {
        if name != self.name {
            return Bundled.find(name, importer);
        }
        Ok(Some(Found {
            name: name.to_owned(),
            text: self.text.clone(),
        }))
    }

    fn names(&self, importer: &str) -> Vec<String> {
        Bundled.names(importer)
    }
}

fn checked(name: &str, text: &str) -> Checked {
    let options = CheckOptions::default();
    check(&mut Sources::new(), &Bundled, name, text, &options)
}

/// How two protocols differ in what they say, sources aside; none where they do not.
fn group(before: &Protocol, after: &Protocol, word: &str) -> Option<Group> {
    if before.rules.len() != after.rules.len() {
        return Some(Group::Sentence);
    }
    let mut pairs = before.rules.iter().zip(&after.rules);
    pairs.find_map(|(before, after)| {
        let differs = rule(before, after)?;
        Some(if word == "not" { Group::Not } else { differs })
    })
}

fn rule(before: &Rule, after: &Rule) -> Option<Group> {
    let (details, others) = (&before.details, &after.details);
    if before.condition != after.condition {
        Some(Group::Condition)
    } else if before.advised != after.advised {
        Some(Group::Should)
    } else if before.head != after.head {
        Some(head(&before.head, &after.head))
    } else if before.window != after.window {
        Some(Group::Window)
    } else if details.frequency != others.frequency {
        Some(Group::HowOften)
    } else {
        let mut others = (**others).clone();
        others.sources.clone_from(&details.sources);
        (**details != others).then_some(Group::Clause)
    }
}

fn head(before: &Head, after: &Head) -> Group {
    let (things, others): (Vec<_>, Vec<_>) = (before.things().collect(), after.things().collect());
    let names = things.iter().zip(&others);
    if things.len() != others.len() {
        Group::List
    } else if names.clone().any(|(one, other)| one.thing != other.thing) {
        Group::Name
    } else if names.clone().any(|(one, other)| one != other) {
        Group::Attribute
    } else {
        match before {
            Head::Report { .. } => Group::HowSoon,
            Head::Steps { .. } => Group::Step,
            Head::Avoid { .. } | Head::Duty { .. } | Head::Allow { .. } => Group::Example,
            _ => Group::Name,
        }
    }
}

/// Whether one rule at least cites other sources.
fn cites_others(before: &Protocol, after: &Protocol) -> bool {
    let sources = |protocol: &Protocol| -> Vec<Vec<String>> {
        let rules = protocol.rules.iter();
        rules.map(|rule| rule.details.sources.clone()).collect()
    };
    sources(before) != sources(after)
}
