//! The name of a thing that somebody asks about, read as the language reads the things of a sentence.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::checker::Checker;
use super::names::{Reading, Role};
use super::protocol::ThingRef;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Sources;
use crate::span::{SourceId, Span, Spanned};
use crate::syntax;
use crate::syntax::tree::{Head, Item, Kind, Name, Statement, Thing};
use crate::vocabulary::{Named, Vocabulary};

/// What makes a sentence of a name, so that the grammar reads it.
const LEAD: &str = "avoid ";

/// The longest text that can be a name, in bytes.
const LONGEST: usize = 1000;

/// Reads the name of one thing: a member, a class, a synonym, a kind, or a thing that attributes
/// narrow (`sunscreen with spf 50`, `mineral sunscreen`), as LANGUAGE.md 2.4 has it in `THING`.
///
/// `text` is what `source` holds. What a plan prints (`sunscreen with spf 30 or more`) is read, too.
///
/// # Errors
///
/// Nothing is called so, it is nothing that a patient can use or do, or there is more than a name: a
/// diagnostic at the words of `text`, with what was probably meant.
pub fn thing_asked(
    vocabulary: &Vocabulary,
    source: SourceId,
    text: &str,
) -> Result<ThingRef, Diagnostic> {
    let as_written = text
        .replace(" or more", "+")
        .replace(" with no ", " without ")
        .replace(" and no ", " and without ");
    if as_written != text
        && let Ok(found) = Asked::new(source, &as_written).read(vocabulary)
    {
        return Ok(found);
    }
    Asked::new(source, text).read(vocabulary)
}

/// A name as a sentence in texts of its own.
struct Asked<'t> {
    /// Where the name stands for whoever asked.
    home: SourceId,
    text: &'t str,
    sources: Sources,
    /// Where it stands here.
    source: SourceId,
}

impl<'t> Asked<'t> {
    fn new(home: SourceId, text: &'t str) -> Self {
        let mut sources = Sources::new();
        let source = sources.add("question", format!("{LEAD}{text}\n"));
        Self {
            home,
            text,
            sources,
            source,
        }
    }

    fn read(&self, vocabulary: &Vocabulary) -> Result<ThingRef, Diagnostic> {
        let thing = self.thing(vocabulary)?;
        let mut checker = Checker::new(&self.sources, Cow::Borrowed(vocabulary));
        let role = Role::Restrict("ask");
        let found = match checker.read(&thing.node.name.text) {
            Some(reading) => {
                self.can_be_asked(vocabulary, &thing.node.name, &reading)?;
                checker.thing_ref(&thing, reading, role)
            }
            None => {
                checker.unknown_name(&thing.node.name, role);
                None
            }
        };
        match (found, checker.diagnostics.pop()) {
            (Some(found), None) => Ok(found),
            (_, Some(mistake)) if mistake.code == Code::UnknownName => Err(self.unknown(mistake)),
            (_, Some(mistake)) => Err(self.at_home(mistake)),
            (None, None) => Err(self.no_thing()),
        }
    }

    /// The one thing that the text names, by the grammar.
    fn thing(&self, vocabulary: &Vocabulary) -> Result<Spanned<Thing>, Diagnostic> {
        if self.text.len() > LONGEST {
            return Err(self.no_thing());
        }
        let sentence = format!("{LEAD}{}\n", self.text);
        // A name with a clause word stands in no text without one: most questions need none of them.
        let names = match syntax::holds_reserved_word(self.text) {
            true => protected(vocabulary),
            false => BTreeSet::new(),
        };
        let parsed = syntax::parse(self.source, &sentence, &names);
        let [item] = parsed.file.items.as_slice() else {
            return Err(self.no_thing());
        };
        let Item::Statement(Statement::Sentence(sentence)) = &item.node else {
            return Err(self.no_thing());
        };
        if let Some(clause) = sentence.clauses.first() {
            return Err(self.clause(clause.span));
        }
        match &sentence.head.node {
            Head::Avoid { things, .. } => match things.things.as_slice() {
                [thing] if things.including.is_empty() && parsed.diagnostics.is_empty() => {
                    Ok(thing.clone())
                }
                [_, _, ..] => Err(self.several()),
                _ => Err(self.no_thing()),
            },
            _ => Err(self.no_thing()),
        }
    }

    /// Whether a name stands for something that a patient can use or do.
    fn can_be_asked(
        &self,
        vocabulary: &Vocabulary,
        name: &Name,
        reading: &Reading,
    ) -> Result<(), Diagnostic> {
        let (what, help) = match reading.named {
            Named::Fact(_) => (
                "a fact about the patient",
                "give it with `--set`, and ask about something that a patient can use or do",
            ),
            Named::Thing(id) => match vocabulary.thing(id).kind {
                kind if kind.is_thing() => return Ok(()),
                Kind::Symptom => (
                    "a symptom",
                    "`aftercare-dsl eval` shows what is normal and when to call",
                ),
                Kind::Attribute => (
                    "an attribute",
                    "name what has it, such as `mineral sunscreen` or `sunscreen with spf 50`",
                ),
                kind => (
                    kind.with_article(),
                    "ask about something that a patient can use or do",
                ),
            },
        };
        let mistake = Diagnostic::new(
            Code::AskedThing,
            name.span,
            format!("`{}` is {what}: nothing allows or forbids it", name.text),
            what,
        );
        Err(self.at_home(mistake.with_help(help)))
    }

    /// A name that nothing has: what was meant, or where to look.
    fn unknown(&self, mut mistake: Diagnostic) -> Diagnostic {
        mistake.fixes.truncate(1);
        let near = mistake.fixes.first().and_then(|fix| fix.edits.first());
        let help = match near {
            Some(edit) => format!("did you mean `{}`?", edit.text),
            None => "`aftercare-dsl vocabulary` shows what can be named".to_owned(),
        };
        self.at_home(mistake.with_help(help))
    }

    fn clause(&self, clause: Span) -> Diagnostic {
        self.at_home(
            Diagnostic::new(
                Code::AskedThing,
                clause,
                "a question names a thing and nothing else",
                "no part of a name",
            )
            .with_help("leave it out; `--on` says which day is meant")
            .with_fix(clause, ""),
        )
    }

    fn several(&self) -> Diagnostic {
        Diagnostic::new(
            Code::AskedThing,
            self.whole(),
            "a question is about one thing, and this names several",
            "more than one thing",
        )
        .with_help("ask about each of them, or about the class that holds them")
    }

    fn no_thing(&self) -> Diagnostic {
        Diagnostic::new(
            Code::AskedThing,
            self.whole(),
            "this is not the name of one thing",
            "no name",
        )
        .with_help("write a name such as `retinol`, `mineral sunscreen` or `sunscreen with spf 50`")
    }

    /// All of the text, for whoever asked.
    fn whole(&self) -> Span {
        let end = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        Span::new(self.home, 0, end)
    }

    /// A mistake at the place that it has for whoever asked.
    fn at_home(&self, mut mistake: Diagnostic) -> Diagnostic {
        let lead = u32::try_from(LEAD.len()).unwrap_or(0);
        let whole = self.whole();
        let moved = |span: Span| {
            let place = |at: u32| at.saturating_sub(lead).min(whole.end);
            Span::new(self.home, place(span.start), place(span.end))
        };
        for label in &mut mistake.labels {
            label.span = moved(label.span);
        }
        for edit in mistake.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
            edit.span = moved(edit.span);
        }
        mistake
    }
}

/// The names that hold a clause word, and stand bare because they are declared.
fn protected(vocabulary: &Vocabulary) -> BTreeSet<String> {
    vocabulary
        .things()
        .flat_map(|(_, thing)| std::iter::once(&thing.name).chain(&thing.aliases))
        .filter(|name| syntax::holds_reserved_word(name))
        .map(|name| {
            let spaced = name.to_lowercase().replace('-', " ");
            spaced.split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect()
}
