//! The table of what became of all deletions.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::outcome::{Original, Outcome, Silent};

/// The most examples of a group that the document shows.
const EXAMPLES: usize = 3;

/// What a deletion that nothing notices took away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// `not`
    Not,
    /// `should`
    Should,
    /// A whole sentence.
    Sentence,
    /// A thing of a list.
    List,
    /// A word of a name.
    Name,
    /// An attribute.
    Attribute,
    /// An example after `including`.
    Example,
    /// A word of a step.
    Step,
    /// A value or a word of a condition.
    Condition,
    /// A word of a window.
    Window,
    /// How often.
    HowOften,
    /// How soon to call.
    HowSoon,
    /// A word of another clause.
    Clause,
    /// A word of the header.
    Header,
    /// The address of a source.
    Source,
    /// A fact's name.
    FactName,
    /// A fact's question.
    Question,
    /// A fact's value.
    FactValue,
    /// A whole thing.
    Thing,
    /// A thing that was a part of another's declaration.
    NewThing,
    /// A word of a thing's name.
    ThingName,
    /// A class that a thing is in.
    Class,
    /// Another name, or a word of one.
    Alias,
    /// How a person would say it.
    Description,
    /// An attribute, an opposite.
    Trait,
}

impl Group {
    /// What it is called, and why nothing can notice it.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Not => (
                "`not`",
                "the opposite is a sentence, too, and only its author knows which is meant",
            ),
            Self::Should => ("`should`", "without it a sentence is firm, as most are"),
            Self::Sentence => ("a sentence", "what is left says nothing of it"),
            Self::List => (
                "a thing of a list",
                "a list that is shorter by one is a list",
            ),
            Self::Name => (
                "a word of a name",
                "what is left is a name, of a wider class or of another thing",
            ),
            Self::Attribute => (
                "an attribute",
                "a thing may be named with fewer attributes: more things are then covered",
            ),
            Self::Example => (
                "an example after `including`",
                "examples change nothing about what is covered",
            ),
            Self::Step => (
                "a word of a step",
                "as in a sentence: what is left is a step",
            ),
            Self::Condition => (
                "a value or a word of a condition",
                "a list of values that is shorter by one is a list, and a wider condition one, too",
            ),
            Self::Window => ("a word of a window", "what is left is a window"),
            Self::HowOften => ("how often", "a duty need not say how often"),
            Self::HowSoon => ("how soon to call", "a report need not say how soon"),
            Self::Clause => ("a word of another clause", "what is left is a clause"),
            Self::Header => (
                "a word of a header line",
                "what is left is a title, a version or an order of files",
            ),
            Self::Source => ("the address of a source", "a book has none"),
            Self::FactName => ("a word of a fact's name", "what is left is a name"),
            Self::Question => ("a fact's question", "a fact need not say how it is asked"),
            Self::FactValue => (
                "a fact's value, a word of one or the comma between two",
                "what is left is a value: only who asks the patient knows them",
            ),
            Self::Thing => ("a thing", "a class that is shorter by one is a class"),
            Self::NewThing => (
                "a part of a declaration that becomes a thing of its own",
                "what is left is a name that nothing else has",
            ),
            Self::ThingName => (
                "a word of a declared name, or what parts two",
                "what is left is a name: a new thing may have any",
            ),
            Self::Class => (
                "a class that a thing is in",
                "a thing may be in fewer classes",
            ),
            Self::Alias => (
                "another name, a word of one or what parts two",
                "what is left is a name, or a name less",
            ),
            Self::Description => (
                "how a person says it",
                "an event is said by its name where nothing else is given",
            ),
            Self::Trait => (
                "a class that an attribute is of, an opposite or an attribute",
                "a list that is shorter by one is a list",
            ),
        }
    }
}

/// The counts, and what passed in silence.
#[derive(Default)]
pub struct Table {
    grammar: usize,
    vocabulary: usize,
    warned: usize,
    in_use: usize,
    same: usize,
    source: usize,
    silent: BTreeMap<Group, Vec<(String, Silent)>>,
}

impl Table {
    /// Counts one deletion.
    pub fn add(&mut self, original: &Original, outcome: Outcome) {
        match outcome {
            Outcome::Grammar => self.grammar += 1,
            Outcome::Vocabulary => self.vocabulary += 1,
            Outcome::Warned => self.warned += 1,
            Outcome::InUse => self.in_use += 1,
            Outcome::Same => self.same += 1,
            Outcome::Source => self.source += 1,
            Outcome::Silent(silent) => {
                let of_group = self.silent.entry(silent.group).or_default();
                of_group.push((original.name.clone(), silent));
            }
        }
    }

    /// How many there were.
    pub fn deletions(&self) -> usize {
        let noticed = self.grammar + self.vocabulary + self.warned + self.in_use;
        noticed + self.same + self.source + self.silent()
    }

    fn silent(&self) -> usize {
        self.silent.values().map(Vec::len).sum()
    }

    /// How many of all deletions change the meaning unnoticed, in percent.
    pub fn silent_share(&self) -> f64 {
        self.share(self.silent())
    }

    #[expect(clippy::cast_precision_loss, reason = "a few thousand deletions")]
    fn share(&self, count: usize) -> f64 {
        100.0 * count as f64 / self.deletions() as f64
    }

    /// All that passed in silence, a line each.
    pub fn all_silent(&self) -> String {
        let mut text = format!("{}\n", self.markdown());
        for (file, silent) in self.silent.values().flatten() {
            let Silent { group, word, line } = silent;
            let _ = writeln!(text, "{file}: {}: `{word}` in `{line}`", group.words().0);
        }
        text
    }

    /// The groups in which this table has something and which the document does not list.
    pub fn unlisted(&self, document: &str) -> Vec<&'static str> {
        let groups = self.silent.keys().map(|group| group.words().0);
        groups
            .filter(|name| !document.contains(&format!("| {name} |")))
            .collect()
    }

    /// The document with this table in the place of the one behind `mark`.
    pub fn document(&self, old: &str, mark: &str) -> String {
        let (start, end) = (
            format!("<!-- {mark} -->\n"),
            format!("<!-- end of {mark} -->\n"),
        );
        let before = old.split_once(&start).map_or(old, |(before, _)| before);
        let after = old.split_once(&end).map_or("", |(_, after)| after);
        format!("{before}{start}\n{}\n{end}{after}", self.markdown())
    }

    fn markdown(&self) -> String {
        let mut text = String::from("| What becomes of it | Deletions | Share |\n|---|---|---|\n");
        for (name, count) in [
            ("refused by the grammar", self.grammar),
            ("refused by the vocabulary and the checks", self.vocabulary),
            ("warned of", self.warned),
            (
                "refused or warned of in a protocol that uses it",
                self.in_use,
            ),
            ("says the same", self.same),
            ("says the same, and cites a source less", self.source),
            ("says something else, unnoticed", self.silent()),
            ("all", self.deletions()),
        ] {
            if count > 0 {
                let _ = writeln!(text, "| {name} | {count} | {:.1}% |", self.share(count));
            }
        }
        text.push_str("\n| Lost unnoticed | Deletions | Why | Examples |\n|---|---|---|---|\n");
        for (group, silent) in &self.silent {
            let (name, why) = group.words();
            let examples: Vec<String> = silent.iter().map(|(_, one)| one.example()).collect();
            let mut shown: Vec<String> = Vec::new();
            for example in examples {
                if shown.len() < EXAMPLES && !shown.contains(&example) {
                    shown.push(example);
                }
            }
            let _ = writeln!(
                text,
                "| {name} | {} | {why} | {} |",
                silent.len(),
                shown.join("; ")
            );
        }
        text
    }
}

impl Silent {
    /// The word and the start of its line.
    fn example(&self) -> String {
        let words: Vec<&str> = self.line.split(' ').collect();
        let at = words
            .iter()
            .position(|word| *word == self.word)
            .unwrap_or(0);
        let from = at.saturating_sub(3);
        let near = words.get(from..words.len().min(at + 3)).unwrap_or_default();
        format!("`{}` in `{}`", self.word, near.join(" "))
    }
}
