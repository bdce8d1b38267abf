//! Products and medicines: a name that the vocabulary knows, or a name and a class.

use super::format::Format;
use super::home::Home;
use super::mistake;
use super::reader::Reader;
use super::value::{Entry, Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::tree::Kind;
use crate::vocabulary::{Named, ThingId, nearest};

/// What a list holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wanted<'w> {
    /// Products and substances.
    Products,
    /// The things below one.
    Under {
        /// The one.
        root: ThingId,
        /// The fact that lists them.
        fact: &'w str,
    },
}

/// A name and the class beside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Naming<'n> {
    /// The name.
    pub name: &'n str,
    /// Where it stands.
    pub span: Span,
    /// The class's name.
    pub class: Option<&'n Node>,
}

/// What a name and a class stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// The thing.
    pub thing: ThingId,
    /// Whether only the class says so.
    pub by_class: bool,
}

impl Kind {
    /// What a thing of this kind is called where it stands in a list that does not take it.
    fn as_an_entry(self) -> &'static str {
        match self {
            Self::Medicine => "a medicine, which acts on the whole body",
            Self::Product | Self::Substance => "used on the skin",
            kind => kind.with_article(),
        }
    }
}

impl<'w> Wanted<'w> {
    /// The name of the list.
    pub(super) fn list(self) -> &'w str {
        match self {
            Self::Products => "products",
            Self::Under { fact, .. } => fact,
        }
    }
}

impl Reader<'_> {
    /// Whether a thing may stand in a list.
    fn fits(&self, thing: ThingId, wanted: Wanted<'_>) -> bool {
        match wanted {
            Wanted::Products => matches!(
                self.vocabulary.thing(thing).kind,
                Kind::Product | Kind::Substance
            ),
            Wanted::Under { root, .. } => self.vocabulary.is_under(thing, root),
        }
    }

    /// Whether a list is this part of a profile.
    fn is_home(&self, home: Home, wanted: Wanted<'_>) -> bool {
        match wanted {
            Wanted::Products => home == Home::Products,
            Wanted::Under { root, .. } => {
                home == Home::Medications && self.vocabulary.thing(root).kind == Kind::Medicine
            }
        }
    }

    /// Whether a name stands for something that may stand in a list.
    pub(super) fn may_list(&self, name: &str, wanted: Wanted<'_>) -> bool {
        let thing = self.vocabulary.find_thing(name);
        thing.is_some_and(|thing| self.fits(thing, wanted))
    }

    /// The thing that a text names, if it fits; a message if it is something else. None, in silence,
    /// where the vocabulary lacks it.
    fn known(&mut self, text: &str, span: Span, wanted: Wanted<'_>) -> Result<Option<ThingId>, ()> {
        let named = match self.vocabulary.find(text) {
            None => return Ok(None),
            Some(Named::Thing(id)) if self.fits(id, wanted) => return Ok(Some(id)),
            Some(named) => named,
        };
        let label = match named {
            Named::Fact(_) => "the name of a fact",
            Named::Thing(id) => self.vocabulary.thing(id).kind.as_an_entry(),
        };
        let elsewhere = self.home(text).filter(|home| !self.is_home(*home, wanted));
        let help = match elsewhere {
            Some(home) => format!("put it {}", self.directions(home)),
            None => format!("leave it out of `{}`", wanted.list()),
        };
        let message = format!(
            "an entry of {} belongs elsewhere",
            mistake::ticked(wanted.list())
        );
        let found = Diagnostic::new(Code::ProfileWrongPlace, span, message, label);
        self.tell(found.with_help(help));
        Err(())
    }

    /// What a name and a class stand for. An unknown name without a class is a mistake where it is
    /// `required`, and none otherwise.
    pub(super) fn naming(
        &mut self,
        naming: Naming<'_>,
        wanted: Wanted<'_>,
        required: bool,
    ) -> Option<Found> {
        let own = if naming.class.is_some() && self.is_only_a_word(naming.name) {
            None
        } else {
            self.known(naming.name, naming.span, wanted).ok()?
        };
        let Some(class) = naming.class else {
            if own.is_none() && required {
                self.unknown_name(naming.name, naming.span, wanted, true);
            }
            return own.map(|thing| Found {
                thing,
                by_class: false,
            });
        };
        let text = self.text("class", class)?;
        let Some(above) = self.known(text, class.span, wanted).ok()? else {
            self.unknown_name(text, class.span, wanted, false);
            return None;
        };
        match own {
            Some(own) if self.vocabulary.is_under(own, above) => Some(Found {
                thing: own,
                by_class: false,
            }),
            Some(own) if !self.vocabulary.is_under(above, own) => {
                let found = Diagnostic::new(
                    Code::ProfileContradiction,
                    class.span,
                    format!(
                        "an entry of {} has a class that its name does not lie under",
                        mistake::ticked(wanted.list())
                    ),
                    "another class than the name's",
                )
                .with_label(naming.span, "known by this name")
                .with_help("leave the class out: the vocabulary knows the name");
                self.tell(found);
                None
            }
            _ => Some(Found {
                thing: above,
                by_class: true,
            }),
        }
    }

    /// Whether a name means nothing that a list could hold: a lotion may well be called Calm, whatever
    /// event has this name.
    fn is_only_a_word(&self, name: &str) -> bool {
        match self.vocabulary.find(name) {
            Some(Named::Thing(id)) => !matches!(
                self.vocabulary.thing(id).kind,
                Kind::Medicine | Kind::Product | Kind::Substance
            ),
            Some(Named::Fact(_)) => true,
            None => false,
        }
    }

    /// Tells that the vocabulary lacks a name.
    fn unknown_name(&mut self, text: &str, span: Span, wanted: Wanted<'_>, own: bool) {
        let vocabulary = self.vocabulary;
        let candidates: Vec<&str> = vocabulary
            .things()
            .filter(|(id, _)| self.compares(text) && self.fits(*id, wanted))
            .flat_map(|(_, thing)| thing.names())
            .collect();
        let what = if own { "an entry" } else { "a class" };
        let found = Diagnostic::new(
            Code::ProfileUnknownName,
            span,
            format!(
                "{what} of {} is not in the vocabulary",
                mistake::ticked(wanted.list())
            ),
            "not in the vocabulary",
        );
        let found = match self.near_value(text, candidates) {
            Some(near) => found
                .with_help("use the name that is spelt nearly alike")
                .with_fix(span, self.format.text(near)),
            None if !own => found.with_help("`aftercare-dsl vocabulary` lists the classes"),
            None => found.with_help(match wanted {
                Wanted::Products => {
                    "say what it is: { name = \"...\", class = \"...\" }, or { name = \"...\", unrecognised = true }"
                }
                Wanted::Under { .. } if self.format == Format::Set => {
                    "name what the vocabulary has, or the class that it belongs to"
                }
                Wanted::Under { .. } => {
                    "use a name that `aftercare-dsl vocabulary` shows, or say what it belongs to, as in \
                     { name = \"lower leg\", class = \"legs\" }"
                }
            }),
        };
        self.tell(found);
    }

    /// The name of an entry that is a text or a table, and the table's keys.
    pub(super) fn entry<'n>(
        &mut self,
        list: &str,
        node: &'n Node,
    ) -> Option<(Naming<'n>, &'n [Entry])> {
        let entries = match &node.kind {
            NodeKind::Text(name) => {
                let naming = Naming {
                    name,
                    span: node.span,
                    class: None,
                };
                return Some((naming, &[]));
            }
            NodeKind::Table(entries) => entries,
            _ => {
                const HELP: &str = "write \"NAME\" or { name = \"NAME\" }";
                self.wrong_kind(list, node, "a list of names and tables", HELP);
                return None;
            }
        };
        let named = |key: &str| entries.iter().find(|entry| entry.key.node == key);
        let Some(name) = named("name") else {
            if let Some(key) = misspelt(entries, &["name"]) {
                self.unknown_part(key, list, &["name"]);
                return None;
            }
            let what = format!("an entry of {}", mistake::ticked(list));
            let found = mistake::missing(&what, node.span, "name", "{ name = \"...\" }");
            self.tell(found);
            return None;
        };
        let naming = Naming {
            name: self.text("name", &name.value)?,
            span: name.value.span,
            class: named("class").map(|class| &class.value),
        };
        Some((naming, entries))
    }

    /// Tells that an entry has no such key.
    pub(super) fn unknown_part(&mut self, key: &Spanned<String>, list: &str, parts: &[&str]) {
        let found = Diagnostic::new(
            Code::ProfileUnknownKey,
            key.span,
            format!(
                "{} is no key of {}",
                mistake::ticked(&key.node),
                mistake::ticked(list)
            ),
            "unknown",
        );
        let found = match self.near(&key.node, parts.iter().copied()) {
            Some(near) => found
                .with_help(format!("did you mean `{near}`?"))
                .with_fix(key.span, self.format.key(near)),
            None => found.with_help(format!("the keys are {}", parts.join(", "))),
        };
        self.tell(found);
    }
}

/// A key that misspells one of `parts`, as it is told where the keys are read.
pub(super) fn misspelt<'n>(entries: &'n [Entry], parts: &[&str]) -> Option<&'n Spanned<String>> {
    let near = |key: &str| !parts.contains(&key) && nearest(key, parts.iter().copied()).is_some();
    let keys = entries.iter().map(|entry| &entry.key);
    keys.into_iter().find(|key| near(&key.node))
}
