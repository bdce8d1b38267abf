//! `steroids` where `oral steroids` and `topical steroids` are known: a new thing of that name would cover none of them.

use super::Role;
use super::reading::without_article;
use super::second::in_declaration;
use crate::check::checker::Checker;
use crate::check::wording::list;
use crate::syntax::tree::{Kind, Name};
use crate::vocabulary::{ThingId, fold};

/// The most kinds that a help names.
const MOST: usize = 6;

impl Checker<'_> {
    /// What to write where a name is the last part of known ones: those first, and a class that holds them.
    pub(super) fn of_known_kinds(&self, name: &Name, role: Role) -> Option<String> {
        let text = without_article(&name.text);
        let wanted = format!(" {}", fold(text));
        let is_kind_of = |name: &str| fold(name).ends_with(&wanted);
        let things = self.vocabulary.things();
        let alike: Vec<ThingId> = things
            .filter(|(_, thing)| role.takes(thing.kind) && !thing.local)
            .filter(|(_, thing)| thing.kind != Kind::Place && thing.kind != Kind::Attribute)
            .filter(|(_, thing)| thing.names().any(is_kind_of))
            .map(|(id, _)| id)
            .collect();
        let is_under = |id: &ThingId| {
            alike
                .iter()
                .any(|other| other != id && self.vocabulary.is_under(*id, *other))
        };
        let mut tops: Vec<ThingId> = alike.clone();
        tops.retain(|id| !is_under(id));
        // What time counts from is no kind of a thing.
        let is_time = role == Role::Anchor;
        if tops.is_empty() || tops.len() > MOST || text.contains(' ') || is_time {
            return None;
        }
        let called = |id: &ThingId| {
            let thing = self.vocabulary.thing(*id);
            let mut names = thing.names();
            names.find(|name| is_kind_of(name)).unwrap_or(&thing.name)
        };
        let names: Vec<&str> = tops.iter().map(called).collect();
        let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        let asked = match role {
            Role::Medicine(word) => {
                let any = if names.len() > 1 { "any of " } else { "" };
                format!(", as in `{word} {any}{}`", names.join(", "))
            }
            Role::Restrict(head) => format!(", as in `{head} {}`", list(&names, "and")),
            _ => String::new(),
        };
        let first = self.vocabulary.thing(*tops.first()?).kind;
        let is_one_kind = tops
            .iter()
            .all(|id| self.vocabulary.thing(*id).kind == first);
        let held: Vec<String> = names.iter().map(|name| in_declaration(name)).collect();
        let (are, them) = if names.len() > 1 {
            ("are", "them")
        } else {
            ("is", "it")
        };
        let covers = if is_one_kind {
            format!(
                "covers {them} only if it holds {them}: `{} {text} {{ {} }}`",
                first.word(),
                held.join(", ")
            )
        } else {
            "covers none of them".to_owned()
        };
        Some(format!(
            "{} {are} known{asked}; a new name {covers}",
            list(&quoted, "and")
        ))
    }
}
