//! `do not pick, peel or scrub the loose skin`: what hands do to skin that comes off by itself, each by its own name.

use super::Role;
use super::deed::doing;
use crate::check::checker::Checker;
use crate::check::wording::list;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::{Kind, Name, Things};

/// What such skin is called, before `skin`.
const LOOSE: &[&str] = &[
    "dead", "dry", "flaking", "flaky", "loose", "old", "peeling", "shedding",
];

/// What takes it off before its time. To wash it is another thing, and is not to be forbidden everywhere.
const TEARING: &[&str] = &[
    "peel", "pick", "pull", "rub", "scratch", "scrub", "squeeze", "tear", "tug",
];

/// Words before it that say nothing.
const SMALL: &[&str] = &["any", "at", "away", "off", "the", "your"];

impl Checker<'_> {
    /// Offers the deeds of such a list by their names; whether the name at a place of it has its message, which the last
    /// of them gets.
    pub(super) fn deeds_upon_skin(&mut self, things: &Things, index: usize, role: Role) -> bool {
        let Role::Restrict("do not" | "never") = role else {
            return false;
        };
        let names: Vec<&Name> = things.things.iter().map(|one| &one.node.name).collect();
        let (Some(first), Some((last, earlier))) = (names.first(), names.split_last()) else {
            return false;
        };
        let bare = |name: &&Name| !name.quoted && !name.text.contains(' ');
        let Some(verb) = upon_loose_skin(last).filter(|_| earlier.iter().all(bare)) else {
            return false;
        };
        let verbs = earlier.iter().map(|name| name.text.to_lowercase());
        let deeds: Option<Vec<String>> = verbs
            .chain([verb])
            .map(|verb| self.deed_to_skin(&verb))
            .collect();
        let Some(deeds) = deeds else {
            return false;
        };
        // The earlier ones may be known, and the last is not.
        let is_known =
            self.read(&last.text).is_some() || self.bare_deed(&last.text, role).is_some();
        if is_known {
            return false;
        }
        if index + 1 == names.len() {
            let text = format!("avoid {}", list(&deeds, "and"));
            let span = first.span.to(last.span);
            let said = self.one_line(span);
            let diagnostic = Diagnostic::new(
                Code::UnknownName,
                span,
                format!("nothing called `{said}` is known here"),
                "what hands do to skin",
            )
            .with_help(format!("write `{text}`"));
            self.report(match self.ban_before(first) {
                Some(ban) => diagnostic.with_fix(ban.to(span), text),
                None => diagnostic,
            });
        }
        true
    }

    /// `picking`, `peeling off skin`: the deed that a bare verb says of skin.
    fn deed_to_skin(&self, verb: &str) -> Option<String> {
        if !TEARING.contains(&verb) {
            return None;
        }
        doing(verb).into_iter().find_map(|form| {
            let names = [
                form.clone(),
                format!("{form} off skin"),
                format!("{form} off the skin"),
            ];
            names.into_iter().find(|name| {
                let thing = self.vocabulary.find_thing(name);
                let kind = thing.map(|id| self.vocabulary.thing(id).kind);
                matches!(kind, Some(Kind::Action | Kind::Activity))
            })
        })
    }
}

/// `peel` of `peel the loose skin`
fn upon_loose_skin(name: &Name) -> Option<String> {
    let lower = name.text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let (verb, upon) = words.split_first()?;
    let (skin, before) = upon.split_last()?;
    let said = |word: &&str| LOOSE.contains(word) || SMALL.contains(word);
    let is_loose = before.iter().any(|word| LOOSE.contains(word));
    let whole = *skin == "skin" && is_loose && before.iter().all(said) && !name.quoted;
    whole.then(|| (*verb).to_owned())
}
