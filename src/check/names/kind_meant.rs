//! `activity horse riding`, `tool curling tongs`: how a name that is not known is declared for where it stands.

use super::Role;
use super::around::is_done;
use super::reading::without_article;
use super::unknown::{is_doing, shortened};
use crate::check::checker::Checker;
use crate::syntax::tree::{Kind, Name};
use crate::vocabulary::fold;

/// What a name is that ends in such a word, in the singular.
const ENDS: &[(Kind, &[&str])] = &[
    (
        Kind::Tool,
        &[
            "bed",
            "blade",
            "brush",
            "clip",
            "clipper",
            "comb",
            "curler",
            "device",
            "dryer",
            "drier",
            "file",
            "gadget",
            "iron",
            "lamp",
            "loofah",
            "machine",
            "needle",
            "pillow",
            "pin",
            "razor",
            "roller",
            "scissor",
            "sponge",
            "stick",
            "stone",
            "straightener",
            "strip",
            "swab",
            "tong",
            "tool",
            "towel",
            "trimmer",
            "tweezer",
            "wand",
        ],
    ),
    (
        Kind::Garment,
        &[
            "bandana",
            "belt",
            "boot",
            "bra",
            "cap",
            "collar",
            "earring",
            "glove",
            "goggle",
            "hat",
            "headband",
            "heel",
            "helmet",
            "legging",
            "necklace",
            "scarf",
            "shoe",
            "snorkel",
            "sock",
            "stocking",
            "trouser",
            "underwear",
        ],
    ),
    (
        Kind::Food,
        &[
            "bean", "bread", "curry", "fish", "meat", "nut", "pepper", "salad", "sauce", "seed",
            "snack", "soup",
        ],
    ),
    (
        Kind::Product,
        &[
            "balm",
            "cream",
            "foam",
            "gel",
            "lotion",
            "mask",
            "milk",
            "mist",
            "oil",
            "powder",
            "serum",
            "shampoo",
            "soap",
            "spray",
            "toner",
            "toothpaste",
            "wipe",
        ],
    ),
    (Kind::Drink, &["beer", "coffee", "juice", "soda", "tea"]),
    (
        Kind::Medicine,
        &[
            "medication",
            "medicine",
            "painkiller",
            "pill",
            "remedy",
            "supplement",
            "tablet",
        ],
    ),
    (
        Kind::Procedure,
        &["injection", "peel", "surgery", "therapy", "treatment"],
    ),
    (
        Kind::Activity,
        &[
            "class",
            "dance",
            "expression",
            "fight",
            "flight",
            "game",
            "movement",
            "party",
            "position",
            "session",
            "shift",
            "sport",
            "training",
            "travel",
            "trip",
        ],
    ),
];

/// Endings of what is done to somebody: `cryotherapy`, `rhinoplasty`.
const DONE: &[&str] = &["ectomy", "oplasty", "oscopy", "otomy", "plasty", "therapy"];

/// What ends as a deed does, and is none.
const THINGS: &[&str] = &[
    "bedding",
    "clothing",
    "coating",
    "dressing",
    "earring",
    "icing",
    "lining",
    "padding",
    "piercing",
    "pudding",
    "ring",
    "seasoning",
    "spring",
    "stocking",
    "string",
    "stuffing",
    "swelling",
    "tubing",
    "wing",
];

impl Checker<'_> {
    /// `activity kneeling`: how a name that is not known is declared for where it stands.
    pub(super) fn declaration(&self, name: &Name, role: Role) -> String {
        let text = without_article(&name.text);
        let local = role.local_kind().map(|(kind, _)| kind);
        let event = (role == Role::Anchor).then_some(Kind::Event);
        let kind = local
            .or(event)
            .or_else(|| Kind::ALL.iter().copied().find(|kind| role.takes(*kind)));
        let kind = match role {
            Role::Restrict(_) => self.kind_meant(name, text, role).or(kind),
            _ => kind,
        };
        let kind = kind.unwrap_or(Kind::Substance);
        let had = had(text).filter(|_| self.behind_do_not(name));
        let text = shortened(had.unwrap_or(text));
        // `place "scars area"`: of a sign's name alone nobody could tell where it is.
        let in_quotes = kind == Kind::Place
            && text
                .rsplit_once(' ')
                .is_some_and(|(front, _)| self.read(front).is_some());
        if in_quotes {
            return format!("`{} \"{text}\"`", kind.word());
        }
        format!("`{} {text}`", kind.word())
    }

    /// `chewing hard foods`: what one does to something is none of it.
    pub(super) fn done_upon(&self, name: &Name, role: Role) -> Option<String> {
        const DOING: &[&str] = &[
            "bending", "carrying", "chewing", "closing", "drinking", "eating", "holding",
            "lifting", "moving", "opening", "pressing", "pulling", "pushing", "raising", "rubbing",
            "touching", "turning",
        ];
        let (first, upon) = name.text.split_once(' ')?;
        let is_deed = DOING.contains(&first.to_lowercase().as_str()) && !name.quoted;
        (is_deed && matches!(role, Role::Restrict("avoid" | "no" | "stop")) && !upon.is_empty())
            .then(|| {
                format!(
                    "declare what one does, `activity {}`",
                    shortened(&name.text)
                )
            })
    }

    /// What a thing that is left, allowed or limited is, by its words; none where they do not tell.
    fn kind_meant(&self, name: &Name, text: &str, role: Role) -> Option<Kind> {
        if let Some(had) = had(text).filter(|_| self.behind_do_not(name)) {
            return kind_by_end(had).or(Some(Kind::Procedure));
        }
        let bare = without_times(text);
        let is_held = bare.len() < text.len();
        let text = bare;
        let last = text.rsplit(' ').next().unwrap_or_default();
        let last = last.rsplit('-').next().unwrap_or_default().to_lowercase();
        // What one does is no substance: `lifting`, `horse riding`.
        if self.behind_do_not(name) {
            return Some(Kind::Activity);
        }
        if let Some(kind) = kind_by_end(&last) {
            return Some(kind);
        }
        let rides = last.len() > 5 && last.ends_with("ing") && !is_a_thing(&last);
        if is_doing(text) || rides || self.ends_in_a_deed(text) {
            return Some(Kind::Activity);
        }
        let known = self.kind_by_last_word(text, role);
        known.or_else(|| is_held.then_some(Kind::Procedure))
    }

    /// `procedure` of `steroid injections`: what all known things are that are called so at the end.
    fn kind_by_last_word(&self, text: &str, role: Role) -> Option<Kind> {
        let alike = self.sharing_last_word(text, role);
        let mut kinds = alike.iter().map(|name| {
            let words: Vec<&str> = name.trim_matches('`').split_whitespace().collect();
            self.kind_in(&words, role)
        });
        if is_done(text.split_whitespace().last().unwrap_or_default()) {
            return Some(Kind::Procedure);
        }
        let first = kinds.next()??;
        kinds.all(|kind| kind == Some(first)).then_some(first)
    }
}

/// What a name is by its last word.
fn kind_by_end(last: &str) -> Option<Kind> {
    if DONE.iter().any(|end| last.ends_with(end)) {
        return Some(Kind::Procedure);
    }
    let one = fold(last);
    let found = ENDS
        .iter()
        .find(|(_, words)| words.iter().any(|word| fold(word) == one));
    found.map(|(kind, _)| *kind)
}

/// `LED` of `have LED`: what one has is done to somebody.
fn had(text: &str) -> Option<&str> {
    let verbs = ["have ", "get ", "undergo ", "receive "];
    let thing = verbs.iter().find_map(|verb| text.strip_prefix(verb))?;
    Some(without_article(thing)).filter(|thing| !thing.is_empty())
}

/// `physiotherapy` of `physiotherapy sessions`.
fn without_times(text: &str) -> &str {
    const TIMES: &[&str] = &[" sessions", " session", " appointments", " appointment"];
    let front = TIMES.iter().find_map(|word| text.strip_suffix(word));
    front.unwrap_or(text)
}

fn is_a_thing(last: &str) -> bool {
    let one = last.strip_suffix('s').unwrap_or(last);
    THINGS.contains(&one)
}

#[cfg(test)]
mod tests {
    use super::{is_a_thing, kind_by_end};
    use crate::syntax::tree::Kind;

    #[test]
    fn the_last_word_says_what_a_thing_is() {
        for (word, kind) in [
            ("tongs", Kind::Tool),
            ("brushes", Kind::Tool),
            ("helmets", Kind::Garment),
            ("juice", Kind::Drink),
            ("remedies", Kind::Medicine),
            ("cryotherapy", Kind::Procedure),
            ("classes", Kind::Activity),
        ] {
            assert_eq!(kind_by_end(word), Some(kind), "{word}");
        }
        assert_eq!(kind_by_end("riding"), None);
        assert!(is_a_thing("dressings") && !is_a_thing("riding"));
    }
}
