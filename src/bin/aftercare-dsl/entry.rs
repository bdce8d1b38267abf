//! One thing or fact of a vocabulary, as a dictionary would put it.

use aftercare_dsl::render::escape;
use aftercare_dsl::source::Sources;
use aftercare_dsl::span::Span;
use aftercare_dsl::syntax::tree::Kind;
use aftercare_dsl::vocabulary::{FactId, Thing, ThingId, Vocabulary};

use crate::ask_words;
use crate::page;
use crate::tree::Tree;

/// How far in the values stand.
const INDENT: usize = 16;

/// The columns of what stands before them.
const LEAD: usize = INDENT - 2;

/// Lays out entries.
pub struct Entry<'a> {
    vocabulary: &'a Vocabulary,
    sources: &'a Sources,
    width: usize,
}

impl<'a> Entry<'a> {
    /// Of one vocabulary, on a page `width` columns wide.
    pub fn new(vocabulary: &'a Vocabulary, sources: &'a Sources, width: usize) -> Self {
        Self {
            vocabulary,
            sources,
            width,
        }
    }

    /// A thing, a class or a kind.
    pub fn thing(&self, id: ThingId) -> String {
        let thing = self.vocabulary.thing(id);
        let mut out = format!("{}\n", escape(&thing.name));
        let mut line = |lead: &str, text: &str| {
            if !text.is_empty() {
                let lead = format!("  {lead:<LEAD$}");
                out.push_str(&page::hanging(&lead, &escape(text), INDENT, self.width));
            }
        };
        if self.vocabulary.is_kind_class(id) {
            line("kind", "this is the class of all things of its kind");
        } else {
            line("kind", thing.kind.word());
        }
        line("means", thing.description.as_deref().unwrap_or_default());
        line("also called", &thing.aliases.join(", "));
        line("is among", &self.names(&self.vocabulary.above(id)));
        line("opposes", &self.names(&thing.opposes));
        line("has", &self.has(thing));
        line("can have", &self.can_have(id));
        line("said of", &self.names(&thing.of));
        if thing.kind == Kind::Attribute {
            line(
                "value",
                if thing.number {
                    "a number"
                } else {
                    "yes or no"
                },
            );
        }
        line(
            "declared",
            &thing.span.map_or_else(String::new, |span| self.place(span)),
        );
        let mut tree = Tree::new(self.vocabulary, self.width);
        tree.below(id, 2);
        let tree = tree.into_text();
        if !tree.is_empty() {
            out.push_str(&format!("  below it\n{tree}"));
        }
        out
    }

    /// A fact.
    pub fn fact(&self, id: FactId) -> String {
        let fact = self.vocabulary.fact(id);
        let mut out = format!("{}\n", escape(&fact.name));
        let mut line = |lead: &str, text: &str| {
            let lead = format!("  {lead:<LEAD$}");
            out.push_str(&page::hanging(&lead, &escape(text), INDENT, self.width));
        };
        line("kind", "a fact about the patient");
        if let Some(ask) = &fact.ask {
            line("question", ask);
        }
        line("answers", &ask_words::of_fact(fact, self.vocabulary));
        line("declared", &self.place(fact.span));
        out
    }

    fn names(&self, things: &[ThingId]) -> String {
        let names: Vec<&str> = things.iter().map(|id| self.vocabulary.name(*id)).collect();
        names.join(", ")
    }

    /// The attributes that it is known to have: `mineral, spf 30`.
    fn has(&self, thing: &Thing) -> String {
        let all: Vec<String> = thing
            .attributes
            .iter()
            .map(|(attribute, number)| {
                let of = self.vocabulary.thing(*attribute);
                match (of.number, number.as_thousandths()) {
                    (true, _) => format!("{} {number}", of.name),
                    (false, 0) => format!("not {}", of.name),
                    (false, _) => of.name.to_string(),
                }
            })
            .collect();
        all.join(", ")
    }

    /// The attributes that a sentence may ask of it.
    fn can_have(&self, id: ThingId) -> String {
        let attributes = self.vocabulary.things().filter(|(_, thing)| {
            let mut of = thing.of.iter();
            of.any(|class| self.vocabulary.is_under(id, *class))
        });
        let names: Vec<&str> = attributes.map(|(_, thing)| &*thing.name).collect();
        names.join(", ")
    }

    fn place(&self, span: Span) -> String {
        let name = self.sources.name(span);
        format!("{name}:{}", self.sources.position(span).line)
    }
}
