//! `avoid wearing makeup`, `avoid taking aspirin`: that a thing is used goes without saying.

use super::Role;
use super::deed::doing;
use super::reading::without_article;
use super::unknown::unknown;
use crate::check::checker::Checker;
use crate::diagnostic::Diagnostic;
use crate::syntax::tree::{Kind, Name, Things};

/// What one goes to: what is done there is named.
const GONE_TO: &[Kind] = &[Kind::Procedure, Kind::Activity, Kind::Situation];

/// What one does with things that are named without it, and with which kinds.
const USING: &[(&str, &[Kind])] = &[
    ("applying", &[Kind::Substance, Kind::Product, Kind::Tool]),
    ("consuming", &[Kind::Food, Kind::Drink]),
    ("drinking", &[Kind::Drink]),
    ("eating", &[Kind::Food]),
    (
        "having",
        &[Kind::Food, Kind::Drink, Kind::Procedure, Kind::Activity],
    ),
    ("taking", &[Kind::Medicine, Kind::Activity]),
    (
        "using",
        &[Kind::Substance, Kind::Product, Kind::Tool, Kind::Garment],
    ),
    ("attend", GONE_TO),
    ("attending", GONE_TO),
    ("get", &[Kind::Procedure]),
    ("getting", &[Kind::Procedure]),
    (
        "have",
        &[Kind::Food, Kind::Drink, Kind::Procedure, Kind::Activity],
    ),
    ("visit", GONE_TO),
    ("visiting", GONE_TO),
    ("wearing", &[Kind::Garment, Kind::Product, Kind::Tool]),
];

/// What one does with things that are named without it behind `do not`, as the grammar has it.
const VERBS: &[&str] = &["apply", "do", "drink", "eat", "take", "use", "wear"];

impl Checker<'_> {
    /// `do not smoke or drink alcohol for 3 days`: a ban has one list, and the verb of its later things goes without saying.
    pub(super) fn verb_in_list(
        &self,
        things: &Things,
        index: usize,
        role: Role,
    ) -> Option<Diagnostic> {
        let name = &things.things.get(index)?.node.name;
        let thing = self.behind_its_verb(name, role)?;
        let [first, .., last] = things.things.as_slice() else {
            return None;
        };
        let all = things.things.iter().map(|one| {
            let own = &one.node.name;
            let plain = one.span == own.span && !own.quoted;
            let text = self.behind_its_verb(own, role).map(str::to_owned);
            text.or_else(|| self.as_left(&own.text, role))
                .filter(|_| plain)
        });
        let ban = self.ban_before(&first.node.name);
        Some(match (all.collect::<Option<Vec<String>>>(), ban) {
            (Some(all), Some(ban)) => {
                let text = format!("avoid {}", crate::check::wording::list(&all, "and"));
                let written = self.with_the_rest(&last.node.name, &text);
                unknown(name)
                    .with_help(format!("write `{written}`, which is both"))
                    .with_fix(ban.to(last.span), text)
            }
            _ => unknown(name)
                .with_help(format!("write `{thing}`: what is left needs no verb"))
                .with_fix(name.span, thing),
        })
    }

    /// `alcohol` of `drink alcohol`
    fn behind_its_verb<'n>(&self, name: &'n Name, role: Role) -> Option<&'n str> {
        let (verb, thing) = name.text.split_once(' ')?;
        let thing = without_article(thing);
        let words: Vec<&str> = thing.split_whitespace().collect();
        let is_used = VERBS.contains(&verb.to_lowercase().as_str()) && !name.quoted;
        let known = is_used && self.read(&name.text).is_none();
        known.then(|| self.kind_in(&words, role)).flatten()?;
        Some(thing)
    }

    /// `smoking` of `smoke`: a thing, or a deed by its name.
    fn as_left(&self, text: &str, role: Role) -> Option<String> {
        let known = |text: &str| {
            let words: Vec<&str> = text.split_whitespace().collect();
            self.kind_in(&words, role).is_some()
        };
        let forms = match matches!(role, Role::Restrict("do not" | "never")) {
            true => doing(&text.to_lowercase()),
            false => Vec::new(),
        };
        let mut forms = forms.into_iter().chain([text.to_owned()]);
        forms.find(|form| known(form))
    }

    /// The thing alone, behind a word that forbids or allows it.
    pub(super) fn used(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let Role::Restrict(head) = role else {
            return None;
        };
        let (verb, thing) = name.text.split_once(' ')?;
        let verb = verb.to_lowercase();
        let (_, kinds) = USING.iter().find(|(word, _)| *word == verb)?;
        let thing = without_article(thing);
        let words: Vec<&str> = thing.split_whitespace().collect();
        let kind = self.kind_in(&words, Role::Restrict("avoid"))?;
        if !kinds.contains(&kind) {
            return None;
        }
        // `do not visit saunas`: a thing is no deed.
        Some(match self.ban_before(name) {
            Some(ban) if ["do not", "never"].contains(&head) => unknown(name)
                .with_help(format!("write `avoid {thing}`, which is the same"))
                .with_fix(ban.to(name.span), format!("avoid {thing}")),
            _ => unknown(name)
                .with_help(format!("write `{head} {thing}`, which is the same"))
                .with_fix(name.span, thing),
        })
    }
}
