//! How a part of the body is, in the words of sheets: `swollen`, `tight`, and the sign that it is.

/// Words for how it is, and the name of the sign; none where it has no name of its own. In the order of the alphabet.
const STATES: &[(&str, &str)] = &[
    ("bleeding", "bleeding"),
    ("blistered", "blistering"),
    ("blotchy", ""),
    ("blue", ""),
    ("bruised", "bruising"),
    ("bumpy", ""),
    ("chapped", ""),
    ("cold", ""),
    ("cool", ""),
    ("cracked", ""),
    ("crusted", "crusting"),
    ("crusty", "crusting"),
    ("dark", ""),
    ("darker", ""),
    ("discoloured", ""),
    ("dry", "dryness"),
    ("dusky", ""),
    ("firm", "firmness"),
    ("flaky", "flaking"),
    ("flushed", ""),
    ("gray", ""),
    ("grey", ""),
    ("hard", "hardness"),
    ("heavy", "heaviness"),
    ("hot", ""),
    ("infected", "infection"),
    ("inflamed", "inflammation"),
    ("irritated", "irritation"),
    ("itchy", "itching"),
    ("lumpy", ""),
    ("mottled", ""),
    ("numb", "numbness"),
    ("painful", "pain"),
    ("pale", ""),
    ("peeling", "peeling"),
    ("pink", "pinkness"),
    ("puffy", "puffiness"),
    ("purple", ""),
    ("raised", ""),
    ("raw", ""),
    ("red", "redness"),
    ("rough", ""),
    ("scabbed", "scabbing"),
    ("scaly", "scaling"),
    ("sensitive", "sensitivity"),
    ("shiny", ""),
    ("smelly", ""),
    ("sore", "soreness"),
    ("sticky", ""),
    ("stiff", ""),
    ("sunburned", "sunburn"),
    ("sunburnt", "sunburn"),
    ("swollen", "swelling"),
    ("tender", "tenderness"),
    ("tight", "tightness"),
    ("tingly", "tingling"),
    ("uncomfortable", "discomfort"),
    ("warm", "warmth"),
    ("weepy", "weeping"),
    ("white", ""),
    ("yellow", ""),
];

/// Names of the treated area that say no other place.
const HERE: &[&str] = &[
    "area",
    "site",
    "skin",
    "treated area",
    "treated site",
    "treated skin",
    "treatment area",
    "treatment site",
];

/// The sign that such a word is, where it has a name; none for words that say no state.
pub(crate) fn sign_of_state(word: &str) -> Option<Option<&'static str>> {
    let at = STATES
        .binary_search_by_key(&word, |(state, _)| *state)
        .ok()?;
    let (_, sign) = STATES.get(at)?;
    Some((!sign.is_empty()).then_some(*sign))
}

/// Parts of the body that sheets say a sign of, in the singular.
const PARTS: &[&str] = &[
    "ankle", "arm", "breast", "brow", "calf", "calves", "cheek", "chin", "ear", "eye", "eyelid",
    "face", "feet", "finger", "foot", "forehead", "hand", "head", "knee", "leg", "lip", "mouth",
    "nail", "neck", "nipple", "nose", "scalp", "scar", "thigh", "throat", "toe", "tongue", "wound",
];

/// Whether a word can be the name of a sign where nobody knows yet which words are: no state, and nothing that has one.
pub(crate) fn names_a_sign(word: &str) -> bool {
    let part = word.strip_suffix('s').unwrap_or(word);
    let is_part = PARTS.contains(&part) || PARTS.contains(&word) || is_here(word);
    !word.contains(' ') && sign_of_state(word).is_none() && !is_part
}

/// Names of several things, which are no verbs: `lips`, and not `droops`.
pub(super) const SEVERAL: &[&str] = &[
    "ankles", "arms", "breasts", "brows", "cheeks", "ears", "eyelids", "eyes", "fingers", "hands",
    "knees", "legs", "lips", "nails", "nipples", "thighs", "toes",
];

/// What a thing does that is a sign: a dressing comes off.
const DOING: &[&str] = &[
    "become", "break", "burst", "come", "fall", "get", "leak", "open", "peel", "pop", "rupture",
    "slip", "smell", "split", "stick", "tear",
];

/// Whether a word is what a thing does that is a sign: `come`, `comes`.
pub(crate) fn is_done_by_things(word: &str) -> bool {
    let bare = word.strip_suffix('s').unwrap_or(word);
    DOING.contains(&bare) || DOING.contains(&word)
}

/// Whether words name the treated area.
pub(crate) fn is_here(words: &str) -> bool {
    HERE.contains(&words)
}

#[cfg(test)]
mod tests {
    use super::{HERE, PARTS, STATES, is_done_by_things, names_a_sign, sign_of_state};

    #[test]
    fn the_words_are_in_their_order() {
        assert!(STATES.is_sorted_by_key(|(state, _)| *state));
        assert!(HERE.is_sorted());
        assert!(PARTS.is_sorted());
        assert!(is_done_by_things("come") && is_done_by_things("gets"));
        assert!(!is_done_by_things("dressing"));
        assert_eq!(sign_of_state("swollen"), Some(Some("swelling")));
        assert_eq!(sign_of_state("hot"), Some(None));
        assert_eq!(sign_of_state("removed"), None);
        assert!(names_a_sign("fever"));
        assert!(!names_a_sign("lips") && !names_a_sign("red") && !names_a_sign("chest pain"));
    }
}
