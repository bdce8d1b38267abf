//! Where a name belongs in a profile, for names that stand somewhere else or nowhere.

use super::document::{KEYS, own_key};
use super::format::Format;
use super::mistake;
use super::reader::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Spanned;
use crate::syntax::tree::Kind;
use crate::vocabulary::{FactKind, Named, ThingId, fold, nearest};

/// The help where nothing is spelt nearly alike.
const LIST_HELP: &str = "`aftercare-dsl facts PROTOCOL` lists what a profile may say";

/// The parts of a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Home {
    /// The keys before the first table.
    Top,
    /// `[treatments.microneedling]`
    Treatment,
    /// `[facts]`
    Facts,
    /// `[history]`
    History,
    /// `[events]`
    Events,
    /// `[symptoms]`
    Symptoms,
    /// `products`
    Products,
    /// The fact that lists medicines.
    Medications,
}

impl Home {
    /// What a key here must be, after "no".
    fn wants(self) -> &'static str {
        match self {
            Self::Top => "key of a profile",
            Self::Treatment => "key of a treatment",
            Self::Facts => "fact of this protocol",
            Self::History => "procedure or event of this protocol",
            Self::Events => "event of this protocol",
            Self::Symptoms => "symptom of this protocol",
            Self::Products => "product of this protocol",
            Self::Medications => "medicine of this protocol",
        }
    }

    /// The key here that stands for all that is not listed.
    fn others(self) -> Option<&'static str> {
        matches!(self, Self::History | Self::Symptoms).then_some("others")
    }
}

impl Reader<'_> {
    /// The part of a profile that a name belongs to.
    pub(super) fn home(&self, name: &str) -> Option<Home> {
        if KEYS.contains(&name) {
            return Some(Home::Top);
        }
        match self.vocabulary.find(name)? {
            Named::Fact(_) => Some(Home::Facts),
            Named::Thing(id) if self.vocabulary.is_kind_class(id) => None,
            Named::Thing(id) => match self.vocabulary.thing(id).kind {
                Kind::Event => Some(Home::Events),
                Kind::Symptom => Some(Home::Symptoms),
                Kind::Procedure => Some(Home::History),
                Kind::Medicine => Some(Home::Medications),
                Kind::Product | Kind::Substance => Some(Home::Products),
                _ => None,
            },
        }
    }

    /// Tells that a key does not belong `here`, and where it does.
    pub(super) fn unknown_key(&mut self, key: &Spanned<String>, here: Home) {
        let ticked = mistake::ticked(&key.node);
        // `course-finished` is the key and not the event `course finished`.
        let misspelt = here == Home::Top && own_key(&key.node).is_some();
        if self.format != Format::Set
            && !misspelt
            && let Some(home) = self.home(&key.node).filter(|home| *home != here)
        {
            let found = Diagnostic::new(
                Code::ProfileWrongPlace,
                key.span,
                format!("{ticked} does not belong here"),
                format!("no {}", here.wants()),
            )
            .with_help(format!("put it {}", self.directions(home)));
            self.tell(found);
            return;
        }
        let found = Diagnostic::new(
            Code::ProfileUnknownKey,
            key.span,
            format!("{ticked} is no {}", here.wants()),
            "unknown",
        );
        let found = self.with_near_key(found, key, here);
        self.tell(found);
    }

    fn with_near_key(
        &mut self,
        found: Diagnostic,
        key: &Spanned<String>,
        here: Home,
    ) -> Diagnostic {
        if !self.compares(&key.node) {
            return found.with_help(LIST_HELP);
        }
        if let Some(near) = self.near_prescribed(&key.node, here) {
            return found
                .with_help(format!("did you mean `{near}`?"))
                .with_fix(key.span, self.format.key(&near));
        }
        let vocabulary = self.vocabulary;
        let declared = vocabulary.facts().map(|(_, fact)| fact.name.as_str());
        let things = vocabulary
            .things()
            .filter(|(id, thing)| !vocabulary.is_kind_class(*id) && in_a_table(thing.kind))
            .flat_map(|(_, thing)| thing.names());
        // A table's name is nothing that can be set.
        let keys = KEYS
            .iter()
            .filter(|key| self.format != Format::Set || !["facts", "events"].contains(key));
        let mut candidates: Vec<&str> = keys.copied().chain(declared).chain(things).collect();
        // A name of this very table is nearer than an equally near one of another.
        candidates.sort_by_key(|name| self.home(name) != Some(here));
        let own: Vec<&str> = candidates
            .iter()
            .copied()
            .filter(|name| self.belongs(name, here))
            .chain(here.others())
            .collect();
        if let Some(near) = self.near(&key.node, own) {
            return found
                .with_help(format!("did you mean `{near}`?"))
                .with_fix(key.span, self.format.key(near));
        }
        if let Some(near) = self.near(&key.node, candidates)
            && let Some(home) = self.home(near)
        {
            return found.with_help(format!(
                "did you mean `{near}`, which stands {}?",
                self.directions(home)
            ));
        }
        found.with_help(LIST_HELP)
    }

    /// `prescribed ibuprofen` for a fact that misspells one of the two words.
    fn near_prescribed(&mut self, key: &str, here: Home) -> Option<String> {
        let (word, name) = key.trim().split_once(char::is_whitespace)?;
        if here != Home::Facts || nearest(word, ["prescribed"]).is_none() {
            return None;
        }
        let vocabulary = self.vocabulary;
        if let Some(thing) = vocabulary.find_thing(name) {
            let may_be = may_be_prescribed(vocabulary.thing(thing).kind);
            return may_be.then(|| format!("prescribed {}", name.trim()));
        }
        let things = vocabulary
            .things()
            .filter(|(id, thing)| !vocabulary.is_kind_class(*id) && may_be_prescribed(thing.kind))
            .flat_map(|(_, thing)| thing.names());
        let near = self.near(name, things)?;
        Some(format!("prescribed {near}"))
    }

    /// Whether a name may stand `here`.
    fn belongs(&self, name: &str, here: Home) -> bool {
        let home = self.home(name);
        self.format == Format::Set
            || home == Some(here)
            || (here == Home::History && home == Some(Home::Events))
    }

    /// Where to put something.
    pub(super) fn directions(&self, home: Home) -> String {
        match home {
            Home::Top => "at the top of the profile, before the first table".to_owned(),
            Home::Treatment => "in the table of its treatment".to_owned(),
            Home::Facts => "under `facts`".to_owned(),
            Home::History => "under `history`".to_owned(),
            Home::Events => "under `events`".to_owned(),
            Home::Symptoms => "under `symptoms`".to_owned(),
            Home::Products => "in the list `products`".to_owned(),
            Home::Medications => match self.medications() {
                Some(name) => format!("in the list `{name}` under `facts`"),
                None => "nowhere: this protocol asks for no medicines".to_owned(),
            },
        }
    }

    /// The name of the fact that lists medicines.
    fn medications(&self) -> Option<&str> {
        self.vocabulary
            .facts()
            .find(|(_, fact)| match fact.kind {
                FactKind::Things(root) => self.vocabulary.thing(root).kind == Kind::Medicine,
                _ => false,
            })
            .map(|(_, fact)| fact.name.as_str())
    }

    /// The thing of `prescribed aspirin`.
    pub(super) fn prescribed_thing(&self, key: &str) -> Option<ThingId> {
        let (word, name) = key.trim().split_once(char::is_whitespace)?;
        let thing = self.vocabulary.find_thing(name)?;
        let may_be = may_be_prescribed(self.vocabulary.thing(thing).kind);
        (fold(word) == "prescribed" && may_be).then_some(thing)
    }
}

/// Whether things of a kind may be prescribed.
fn may_be_prescribed(kind: Kind) -> bool {
    matches!(kind, Kind::Medicine | Kind::Substance | Kind::Product)
}

/// Whether things of a kind are keys of one of a profile's tables.
fn in_a_table(kind: Kind) -> bool {
    matches!(kind, Kind::Event | Kind::Symptom | Kind::Procedure)
}
