//! What the protocol declares and never speaks of, and declared names that run into each other.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::check::checker::Checker;
use crate::check::files::LoadedFile;
use crate::check::protocol::Rule;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::{File, Head, Item, Kind, Member, Name};
use crate::vocabulary::{FactId, Named, ThingId, fold};

/// The folded titles and labels of the steps of a file.
pub(crate) fn steps(file: &File) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    super::sentences(file, &mut |sentence| {
        if let Head::Steps { title, items } = &sentence.head.node {
            names.insert(fold(&title.node));
            let labels = items
                .iter()
                .filter_map(|item| item.sentence.node.label.as_ref());
            names.extend(labels.map(|label| fold(&label.text)));
        }
    });
    names
}

impl Checker<'_> {
    /// The titles and labels of steps, which points may name.
    pub(crate) fn name_steps(&mut self, file: &File) {
        self.steps = Cow::Owned(steps(file));
    }

    /// A file with one source in its header that cites none is that source's altogether: a sheet that was
    /// transcribed need not name itself behind each line (LANGUAGE.md, 3.13).
    pub(crate) fn on_its_only_source(&mut self, rules: &mut [Rule]) {
        let [(only, _)] = self.citable.as_slice() else {
            return;
        };
        if !self.cited.is_empty() {
            return;
        }
        for rule in rules {
            Arc::make_mut(&mut rule.details)
                .sources
                .push(only.key.clone());
        }
        self.cited.insert(only.key.clone());
    }

    /// Warns of sources, facts and things of the protocol's own file that nothing speaks of. A
    /// file without sentences is a vocabulary: others speak of it.
    pub(crate) fn unused(&mut self, main: &LoadedFile) {
        for item in &main.file.items {
            if let Item::Declaration(declaration) = &item.node {
                self.joined(&declaration.member, None);
            }
        }
        if main.is_vocabulary() {
            return;
        }
        let cited = self.cited.iter().map(|key| fold(key)).collect();
        let spoken_of = self.spoken_of();
        for item in &main.file.items {
            match &item.node {
                Item::Declaration(declaration) => {
                    self.unused_thing(&declaration.member.name, &spoken_of);
                }
                Item::Fact(fact) => self.unused_fact(&fact.name),
                Item::Header(crate::syntax::tree::Header::Source { key, .. }) => {
                    self.unused_source(key, &cited);
                }
                _ => {}
            }
        }
    }

    fn unused_source(&mut self, key: &Name, cited: &BTreeSet<String>) {
        if cited.contains(&fold(&key.text)) {
            return;
        }
        self.report(
            Diagnostic::new(
                Code::UnusedSource,
                key.span,
                format!("the source `{}` is never cited", key.text),
                "never cited",
            )
            .with_help(format!(
                "cite it behind what it says, `[{}]`, or leave the line out",
                key.text
            )),
        );
    }

    fn unused_fact(&mut self, name: &Name) {
        let Some(Named::Fact(fact)) = self.vocabulary.find(&name.text) else {
            return;
        };
        if !self.used_facts.contains(&fact) && self.is_own(fact, name) {
            self.never_spoken_of(name, "a condition can ask it");
        }
    }

    fn is_own(&self, fact: FactId, name: &Name) -> bool {
        self.vocabulary.fact(fact).span == name.span
    }

    fn unused_thing(&mut self, name: &Name, spoken_of: &BTreeSet<ThingId>) {
        let Some(Named::Thing(thing)) = self.vocabulary.find(&name.text) else {
            return;
        };
        let own = self.vocabulary.thing(thing).span == Some(name.span);
        if own && !spoken_of.contains(&thing) {
            self.never_spoken_of(name, "a sentence can name it");
        }
    }

    /// The things that are named, and those below and above them.
    fn spoken_of(&self) -> BTreeSet<ThingId> {
        let mut above = BTreeSet::new();
        let mut below = BTreeSet::new();
        let mut open: Vec<ThingId> = self.used_things.iter().copied().collect();
        while let Some(id) = open.pop() {
            if above.insert(id) {
                open.extend(&self.vocabulary.thing(id).parents);
            }
        }
        open.extend(&self.used_things);
        while let Some(id) = open.pop() {
            if below.insert(id) {
                open.extend(&self.vocabulary.thing(id).children);
            }
        }
        above.append(&mut below);
        above
    }

    fn never_spoken_of(&mut self, name: &Name, how: &str) {
        self.report(
            Diagnostic::new(
                Code::UnusedName,
                name.span,
                format!("`{}` is declared, and nothing speaks of it", name.text),
                "never used",
            )
            .with_help(format!("{how}; leave the line out if none does")),
        );
    }

    /// `product serum toner`: a lost comma between two names would make that one, too. In the braces of a class its own
    /// name is none that lost a comma: `radiofrequency { radiofrequency microneedling }`.
    fn joined(&mut self, member: &Member, class: Option<&str>) {
        let is_class = |name: &str| class.is_some_and(|class| fold(class) == fold(name));
        if !member.name.quoted
            && let Some((front, rest)) = self.two_names(&member.name.text)
            && !is_class(&front)
            && !is_class(&rest)
        {
            self.report(
                Diagnostic::new(
                    Code::JoinedNames,
                    member.name.span,
                    format!(
                        "`{}` is one name, and `{front}` and `{rest}` are names, too",
                        member.name.text
                    ),
                    "is a comma missing?",
                )
                .with_help("put a comma between them, or quotes around the whole name")
                .with_fix(member.name.span, format!("\"{}\"", member.name.text)),
            );
        }
        for below in &member.members {
            self.joined(below, Some(&member.name.text));
        }
    }

    /// The two known names that a name is made of.
    pub(super) fn two_names(&self, text: &str) -> Option<(String, String)> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let is_name = |part: &str| {
            self.vocabulary.find_thing(part).is_some_and(|id| {
                let kind = self.vocabulary.thing(id).kind;
                kind != Kind::Attribute && !self.vocabulary.is_kind_class(id)
            })
        };
        (1..words.len()).find_map(|at| {
            let (front, rest) = words.split_at_checked(at)?;
            let (front, rest) = (front.join(" "), rest.join(" "));
            (is_name(&front) && is_name(&rest)).then_some((front, rest))
        })
    }
}
