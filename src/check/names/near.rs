//! A known name that is spelt much like one that is not known, and when it is likely to be meant.

use super::Role;
use super::turned::turned;
use super::unknown::{is_doing, unknown};
use crate::check::checker::Checker;
use crate::check::protocol::Qualifier;
use crate::diagnostic::Diagnostic;
use crate::syntax::tree::{Kind, Name};
use crate::vocabulary::{Named, nearest, nearest_of};

impl Checker<'_> {
    /// A known name that is spelt much like it.
    pub(super) fn near_thing(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        // `severe or increasing discomfort`: the word is no slip; `lifting`: nor is what a known name holds.
        let is_spelt = Qualifier::from_word(&name.text).is_some()
            || !self.names_with(&name.text, role).is_empty();
        if is_spelt {
            return None;
        }
        if is_ordinary(&name.text) {
            return None;
        }
        let near = self.near_name(&name.text, &|kind| role.takes(kind))?;
        // `do not strain`: what one does is no thing that is two slips away.
        let parts: Vec<&str> = near.split_whitespace().collect();
        let is_deed = matches!(
            self.kind_in(&parts, role),
            Some(Kind::Activity | Kind::Action)
        );
        let slips = strsim::osa_distance(&near.to_lowercase(), &name.text.to_lowercase());
        if self.behind_do_not(name) && !is_deed && slips > 1 {
            return None;
        }
        let help = self.near_or_new(name, role, &near);
        Some(unknown(name).with_help(help).with_fix(name.span, near))
    }

    /// What is said of a near name: of what is two slips away and more, the name may be one of its own, too.
    pub(super) fn near_or_new(&self, name: &Name, role: Role, near: &str) -> String {
        let slips = strsim::osa_distance(&near.to_lowercase(), &name.text.to_lowercase());
        if slips < 2 && !is_doing(&name.text) {
            return format!("did you mean `{near}`?");
        }
        let declared = self.declaration(name, role);
        format!("did you mean `{near}`? another thing is declared, such as {declared}")
    }

    /// The known name nearest to a text, of wanted kinds, attributes and qualifiers in front kept.
    pub(crate) fn near_name(&self, text: &str, wanted: &dyn Fn(Kind) -> bool) -> Option<String> {
        let names = self.known_names(&|_, kind| wanted(kind));
        let words: Vec<&str> = text.split_whitespace().collect();
        let attributes = self.known_names(&|_, kind| kind == Kind::Attribute);
        let whole = nearest_of(text, names.iter().map(String::as_str), |near| {
            is_likely(text, near)
        });
        let whole = whole.map(str::to_owned);
        let with_attribute = (1..words.len()).find_map(|length| {
            let (front, rest) = words.split_at_checked(length)?;
            let (front, rest) = (front.join(" "), rest.join(" "));
            let attribute = nearest(&front, attributes.iter().map(String::as_str))?;
            let thing = nearest_of(&rest, names.iter().map(String::as_str), |near| {
                is_likely(&rest, near)
            })?;
            Some(format!("{attribute} {thing}"))
        });
        let slips =
            |near: &String| strsim::damerau_levenshtein(&near.to_lowercase(), &text.to_lowercase());
        let found = whole.into_iter().chain(with_attribute);
        found.filter(|near| !turned(text, near)).min_by_key(slips)
    }

    /// `pain sevre`: a symptom, and how bad it is.
    pub(super) fn near_qualifier(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let words: Vec<&str> = name.text.split_whitespace().collect();
        let (last, front) = words.split_last()?;
        let near = nearest(last, ["severe", "spreading", "worsening"])?;
        let Named::Thing(id) = self.read_words(front)?.named else {
            return None;
        };
        let kind = self.vocabulary.thing(id).kind;
        if kind != Kind::Symptom || !role.takes(kind) {
            return None;
        }
        let text = format!("{} {near}", front.join(" "));
        Some(
            unknown(name)
                .with_help(format!("did you mean `{text}`?"))
                .with_fix(name.span, text),
        )
    }
}

/// Whether somebody who writes the one may mean the other: what one does is meant by no other kind of name, and
/// its ending is the same in all of them, so that the rest of the word alone tells them apart: `kneeling` is no
/// `needling`, and `filing` no `ficin`.
pub(super) fn is_likely(text: &str, near: &str) -> bool {
    // What is longer is near to nothing, and is not looked through for each known name.
    if text.len() > LONGEST {
        return false;
    }
    let (text, near) = (text.to_lowercase(), near.to_lowercase());
    let words = text.split_whitespace();
    let mut pairs = words.clone().zip(near.split_whitespace());
    if words.clone().count() == near.split_whitespace().count()
        && pairs.any(|(word, near)| is_another_word(word, near))
    {
        return false;
    }
    if !text.contains("ing") || words.clone().count() != near.split_whitespace().count() {
        return true;
    }
    words.zip(near.split_whitespace()).all(|(word, near)| {
        let stem = word.strip_suffix("ing").filter(|_| word.len() > 5);
        match (stem, near.strip_suffix("ing")) {
            (None, _) => true,
            (Some(_), None) => strsim::osa_distance(word, near) <= 1,
            (Some(stem), Some(other)) => {
                let bound = (stem.chars().count().saturating_sub(1) / 3).clamp(1, 3);
                strsim::osa_distance(stem, other) <= bound
            }
        }
    })
}

/// Words of everyday that no sheet misspells, each a letter or two from the name of something else: `wind` is no `wine`.
const ORDINARY: &[&str] = &[
    "air",
    "ash",
    "bread",
    "breeze",
    "bright light",
    "clay",
    "cloth",
    "cloud",
    "coal",
    "cold",
    "damp",
    "dark",
    "dirt",
    "dust",
    "fire",
    "flour",
    "fog",
    "frost",
    "fumes",
    "gas",
    "glass",
    "grass",
    "hail",
    "ink",
    "leaf",
    "light",
    "mist",
    "mud",
    "noise",
    "paint",
    "paper",
    "pine",
    "plant",
    "pollen",
    "rain",
    "rope",
    "rust",
    "salt",
    "sand",
    "silk",
    "sleep",
    "smog",
    "smoke",
    "snow",
    "soil",
    "stone",
    "storm",
    "stress",
    "sweat",
    "tears",
    "water",
    "wax",
    "wind",
    "wood",
    "wool",
];

/// Whether a text is one of them.
fn is_ordinary(text: &str) -> bool {
    ORDINARY
        .binary_search(&text.to_lowercase().as_str())
        .is_ok()
}

/// The longest text that may be near to a name, in bytes: 80 letters of four bytes each.
const LONGEST: usize = 320;

/// Letters that are taken for each other: neighbours on a keyboard, and those that sound alike.
const MIXED_UP: &[&str] = &[
    "aeiouy", "ckqsxz", "bpvw", "fvgw", "dt", "mn", "gj", "qwa", "was", "wers", "erdf", "rtfg",
    "tygh", "yuhj", "uijk", "iokl", "opl", "asz", "sdzx", "dfxc", "fgcv", "ghvb", "hjbn", "jknm",
    "klm",
];

/// Whether a short word is another one in a single letter, which is no slip of a pen or a key: `calf` is no `calm`. Nor
/// is a longer one that differs in its first letter: `feeling` is no `peeling`.
fn is_another_word(word: &str, near: &str) -> bool {
    const SHORT: usize = 6;
    if word.len() != near.len() {
        return false;
    }
    let mut apart = word.chars().zip(near.chars()).enumerate();
    let Some((at, (one, other))) = apart.find(|(_, (one, other))| one != other) else {
        return false;
    };
    if apart.any(|(_, (one, other))| one != other) {
        return false;
    }
    let mixed_up = MIXED_UP
        .iter()
        .any(|letters| letters.contains(one) && letters.contains(other));
    !mixed_up && (at == 0 || word.len() <= SHORT)
}

#[cfg(test)]
mod tests {
    use super::{ORDINARY, is_likely, is_ordinary};

    #[test]
    fn a_word_of_everyday_is_no_slip() {
        assert!(ORDINARY.is_sorted());
        assert!(is_ordinary("Wind") && !is_ordinary("wund"));
    }

    #[test]
    fn one_other_letter_may_make_another_word() {
        for (word, near) in [
            ("calf", "calm"),
            ("sunburn-like feeling", "sunburn-like peeling"),
            ("clean foot", "clean boot"),
        ] {
            assert!(!is_likely(word, near), "{word} {near}");
        }
        for (word, near) in [
            ("soup", "soap"),
            ("maleup", "makeup"),
            ("rednexs", "redness"),
            ("calm", "calm"),
        ] {
            assert!(is_likely(word, near), "{word} {near}");
        }
    }

    #[test]
    fn what_one_does_is_told_apart_by_what_stands_before_its_ending() {
        for (word, near) in [
            ("filing", "ficin"),
            ("kneeling", "needling"),
            ("kneeling", "peeling"),
            ("squatting", "squinting"),
            ("pulling scabs", "peeling scabs"),
        ] {
            assert!(!is_likely(word, near), "{word} {near}");
        }
        for (word, near) in [
            ("swiming", "swimming"),
            ("excercising", "exercising"),
            ("microneedeling", "microneedling"),
            ("makup", "makeup"),
            ("pickin scabs", "picking scabs"),
        ] {
            assert!(is_likely(word, near), "{word} {near}");
        }
    }
}
