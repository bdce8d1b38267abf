//! The names of a scope, in the order in which they are offered, and by their beginnings.

use std::cmp::Reverse;

use crate::syntax::tree::Kind;
use crate::vocabulary::{FactId, ThingId, Vocabulary};

/// One name that may be offered.
#[derive(Debug, Clone)]
pub(super) struct Offer {
    /// As it was declared.
    pub text: String,
    /// What it names.
    pub of: Of,
    /// Whether its owner has another name before this one.
    pub alias: bool,
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// A class or a thing.
    Thing(ThingId),
    /// A fact.
    Fact(FactId),
    /// A routine, by its title.
    Step,
}

/// All names of a scope.
#[derive(Debug, Clone)]
pub(super) struct Names {
    /// The likelier first.
    offers: Vec<Offer>,
    /// Their keys, sorted, each with its place in `offers`.
    keys: Vec<(String, usize)>,
    /// A declared thing of each kind, to try in the place of all of them.
    examples: Vec<(Kind, String)>,
}

impl Names {
    /// The names of `vocabulary`, and the titles of routines.
    pub(super) fn new(vocabulary: &Vocabulary, routines: Vec<String>) -> Self {
        let mut offers = Vec::new();
        for (id, thing) in vocabulary.things() {
            offers.extend(thing.names().enumerate().map(|(place, name)| Offer {
                text: name.to_owned(),
                of: Of::Thing(id),
                alias: place > 0,
            }));
        }
        offers.extend(vocabulary.facts().map(|(id, fact)| Offer {
            text: fact.name.clone(),
            of: Of::Fact(id),
            alias: false,
        }));
        offers.extend(routines.into_iter().map(|text| Offer {
            text,
            of: Of::Step,
            alias: false,
        }));
        let often: Vec<_> = OFTEN
            .iter()
            .map(|name| vocabulary.find_thing(name))
            .collect();
        offers.sort_by_cached_key(|offer| likelihood(vocabulary, &often, offer));
        let mut keys: Vec<(String, usize)> = offers
            .iter()
            .enumerate()
            .map(|(place, offer)| (key(&offer.text), place))
            .collect();
        keys.sort_unstable();
        Self {
            examples: examples(vocabulary, |_| true),
            offers,
            keys,
        }
    }

    /// All, the likelier first.
    pub(super) fn all(&self) -> &[Offer] {
        &self.offers
    }

    /// Those that start with a text, whatever its case and hyphens, the likelier first. A hyphen is a blank
    /// where a name has one there, and else nothing.
    pub(super) fn starting_with(&self, typed: &str) -> Vec<&Offer> {
        let mut places = self.places(&key(typed));
        if places.is_empty() && typed.contains('-') {
            places = self.places(&key(&typed.replace('-', "")));
        }
        places
            .into_iter()
            .filter_map(|place| self.offers.get(place))
            .collect()
    }

    /// Where those stand whose keys start with a text, the likelier first.
    fn places(&self, wanted: &str) -> Vec<usize> {
        let from = self.keys.partition_point(|(key, _)| key.as_str() < wanted);
        let found = self.keys.get(from..).unwrap_or_default();
        let mut places: Vec<usize> = found
            .iter()
            .take_while(|(key, _)| key.starts_with(wanted))
            .map(|(_, place)| *place)
            .collect();
        places.sort_unstable();
        places
    }

    /// A thing of each kind that has one.
    pub(super) fn examples(&self) -> &[(Kind, String)] {
        &self.examples
    }
}

/// A name as beginnings are compared: letter for letter in lower case, hyphens as blanks.
pub(super) fn key(name: &str) -> String {
    name.chars().map(key_letter).collect()
}

fn key_letter(letter: char) -> char {
    match letter {
        '-' | '\u{2010}' | '\u{2011}' => ' ',
        blank if blank.is_whitespace() => ' ',
        other => {
            let mut lower = other.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(one), None) => one,
                _ => other,
            }
        }
    }
}

/// What care sheets speak of most, in the order of how often the 705 instructions of our corpus do.
pub(super) const OFTEN: &[&str] = &[
    "treated area",
    "makeup",
    "direct sun",
    "retinoids",
    "sunscreen",
    "moisturiser",
    "cleanser",
    "exfoliants",
    "alpha hydroxy acids",
    "beta hydroxy acids",
    "heat",
    "strenuous exercise",
    "sauna",
    "alcohol",
    "water",
    "tanning beds",
    "swimming",
    "hot tub",
    "healing ointment",
    "serum",
    "hyaluronic acid",
    "NSAIDs",
    "blood thinners",
    "hair removal",
    "touching",
    "sweating",
    "hat",
    "cold compress",
    "redness",
    "swelling",
    "pain",
    "bruising",
    "itching",
    "flaking",
    "bleeding",
    "fever",
    "pus",
    "tightness",
];

/// Less is likelier: first names before others, what is asked or waited for before what is used, what is
/// often said before what is not, large classes before small ones, a kind's own class last.
fn likelihood(
    vocabulary: &Vocabulary,
    often: &[Option<ThingId>],
    offer: &Offer,
) -> (bool, u8, usize, Reverse<usize>) {
    let (group, size) = match offer.of {
        Of::Fact(_) => (0, 0),
        Of::Step => (2, 0),
        Of::Thing(id) if vocabulary.is_kind_class(id) => (9, 0),
        Of::Thing(id) => {
            let thing = vocabulary.thing(id);
            let group = match thing.kind {
                Kind::Event => 1,
                Kind::Place => 2,
                Kind::Attribute => 6,
                Kind::Symptom => 3,
                _ if thing.local => 4,
                _ => 5,
            };
            (group, thing.children.len())
        }
    };
    let place = match offer.of {
        Of::Thing(id) => often.iter().position(|one| *one == Some(id)),
        Of::Fact(_) | Of::Step => None,
    };
    (
        offer.alias,
        group,
        place.unwrap_or(usize::MAX),
        Reverse(size),
    )
}

/// A declared thing of each kind, to try in the place of all of them; the kind's own class where none fits.
pub(super) fn examples(
    vocabulary: &Vocabulary,
    fits: impl Fn(ThingId) -> bool,
) -> Vec<(Kind, String)> {
    let mut found: Vec<(Kind, String)> = Vec::new();
    for kind in Kind::ALL {
        let plain = vocabulary.things().find(|(id, thing)| {
            let bare = thing.name.bytes().all(|byte| byte.is_ascii_lowercase());
            let apart = thing.kind == *kind && !vocabulary.is_kind_class(*id) && !thing.local;
            apart && bare && !crate::syntax::holds_reserved_word(&thing.name) && fits(*id)
        });
        let name = plain.map_or_else(
            || kind.word().to_owned(),
            |(_, thing)| thing.name.to_string(),
        );
        found.push((*kind, name));
    }
    found
}
