//! What sheets call about, said in sentences: `your leg becomes red, hot or swollen`, `your lips or tongue swell`,
//! `you are worried`. Each sign of such a list by itself.

use super::growing::as_growing;
use super::measured_sign::measured;
use super::sign::{FURTHER, parts_of, without_getting};
use super::somebody::{done_by_somebody, of_somebody, of_the_patient};
use super::state::{SEVERAL, sign_of_state};
use super::staying::{cannot_be_stopped, still_there};

/// One sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SaidSign {
    /// A name, or what may be one: `pus`.
    Named(String),
    /// How something is: `calf` and `hot`.
    State { of: String, state: String },
    /// What something turns: `skin` and `grey`.
    Turning { of: String, state: String },
    /// What grows, or is severe, and how the language says so: `pain` and `pain worsening`.
    Growing { of: String, text: String },
    /// What has a measure, or lasts: `blister` and `above 3 cm`.
    Measured { of: String, how: String },
    /// What is still there: `bleeding` and `bleeding does not stop`.
    Staying { of: String, text: String },
}

impl SaidSign {
    /// What it is said of; none of a name.
    pub(crate) fn of(&self) -> Option<&str> {
        match self {
            Self::Named(_) => None,
            Self::State { of, .. }
            | Self::Turning { of, .. }
            | Self::Growing { of, .. }
            | Self::Measured { of, .. }
            | Self::Staying { of, .. } => Some(of),
        }
    }
}

/// The signs of a list.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct SaidSigns {
    /// Each of them.
    pub(crate) signs: Vec<SaidSign>,
    /// Whether `and` joins them, so that all may have to be there at once.
    pub(crate) together: bool,
    /// Whether no more is said than that one thing `is` somehow.
    pub(crate) is_plain: bool,
}

/// Verbs between what is seen and how it is.
const BEING: &[&str] = &[
    "appear", "appears", "are", "become", "becomes", "feel", "feels", "get", "gets", "is", "look",
    "looks", "seem", "seems",
];

/// Verbs of change.
const TURNING: &[&str] = &["go", "goes", "turn", "turns"];

/// Verbs that are a state of their own.
const SWELLING: &[&str] = &["swell", "swells"];

/// Words for how bad a sign is, behind it.
const HOW_BAD: &[&str] = &["severe", "spreading", "worsening"];

/// Words that name nothing by themselves.
pub(super) const PRONOUNS: &[&str] = &["it", "that", "these", "they", "this", "those"];

/// One part of a list, before the others are asked what it shares with them.
enum Part {
    Named {
        name: String,
        /// What it is said of, where the next part can be said of that, too.
        of: Option<String>,
        /// Whether it can be a thing alone, of which a later part says how it is.
        is_thing: bool,
    },
    Said(SaidSign, Verb),
}

impl Part {
    fn named(name: impl Into<String>) -> Self {
        Self::Named {
            name: name.into(),
            of: None,
            is_thing: false,
        }
    }

    /// What the next part can be said of, and by which verb.
    fn subject(&self) -> Option<(&str, Option<Verb>)> {
        match self {
            Self::Named { of, .. } => Some((of.as_deref()?, None)),
            Self::Said(sign, verb) => Some((sign.of()?, Some(*verb))),
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Verb {
    Is,
    Becomes,
    Turns,
    Swells,
    Grows,
    Measures,
    Stays,
}

/// Each sign of what a sheet calls about, where at least one is said in a sentence; `known` says what has a name. None of
/// other lists, and where more is said than that.
pub(crate) fn said_signs(asked: &str, known: impl Fn(&str) -> bool) -> Option<SaidSigns> {
    let (parts, together) = parts_of(asked.trim().trim_end_matches('.'))?;
    let mut of_patient = false;
    let mut is_mapped = false;
    let mut read = Vec::new();
    for part in &parts {
        of_patient |= part.starts_with("you ") || part.starts_with("you'");
        if let Some(name) = of_the_patient(part, of_patient) {
            is_mapped = true;
            read.push(Part::named(name));
        } else if let Some(sign) = cannot_be_stopped(part) {
            read.push(Part::Said(sign, Verb::Stays));
        } else if let Some(does) = done_by_somebody(part) {
            is_mapped = true;
            read.push(Part::named(does));
        } else {
            read.push(part_of(part, &read, of_patient, &known)?);
        }
    }
    let verbs: Vec<Verb> = read.iter().filter_map(verb_of).collect();
    if verbs.is_empty() && !is_mapped {
        return None;
    }
    let plain = matches!(verbs.first(), Some(Verb::Is | Verb::Measures));
    let is_plain = read.len() == 1 && plain;
    Some(SaidSigns {
        signs: with_shared_states(&read, known),
        together,
        is_plain,
    })
}

fn part_of(
    part: &str,
    before: &[Part],
    of_patient: bool,
    known: &impl Fn(&str) -> bool,
) -> Option<Part> {
    let bare = if of_patient {
        of_somebody(part)
    } else {
        without_getting(part)
    };
    if let Some((of, how)) = measured(bare) {
        return Some(Part::Said(SaidSign::Measured { of, how }, Verb::Measures));
    }
    let of = || before.last().and_then(Part::subject).map(|(of, _)| of);
    if let Some(sign) = still_there(bare, of) {
        return Some(Part::Said(sign, Verb::Stays));
    }
    let is_somebody = part.starts_with("you") && !part.starts_with("your ");
    let words: Vec<&str> = bare.split(' ').collect();
    // `skin turns white` is known, and `or grey` goes on with it.
    let turns = words.iter().skip(1).any(|word| TURNING.contains(word));
    if is_somebody || known(bare) && !has_state(bare) && !turns {
        return Some(Part::named(bare));
    }
    if let Some(sign) = grows(bare) {
        return Some(Part::Said(sign, Verb::Grows));
    }
    let before = before.last().and_then(Part::subject);
    let first = words.first().copied().unwrap_or_default();
    // `your leg is red or smells`: another verb.
    if let Some((of, _)) = before.filter(|_| does(first) && verb(first).is_none()) {
        return Some(match bare.strip_prefix("has ") {
            Some(sign) if known(sign) => Part::named(sign),
            _ => Part::Named {
                name: format!("{of} {bare}"),
                of: Some(of.to_owned()),
                is_thing: false,
            },
        });
    }
    if let Some(how_bad) = words.last().filter(|word| HOW_BAD.contains(word)) {
        return badly(words.get(..words.len() - 1)?, how_bad, before);
    }
    let (how, named) = words.split_at(usize::from(HOW_BAD.contains(&first)));
    if named.iter().any(|word| FURTHER.contains(word)) {
        return None;
    }
    // `severe pain` is a name.
    if !how.is_empty() {
        return Some(Part::named(bare));
    }
    // `feels hot`, behind `your leg is red`.
    if let (Some(verb), Some((of, _))) = (verb(first), before) {
        return said(of, words.get(1..)?, verb);
    }
    let at = words.iter().skip(1).position(|word| verb(word).is_some());
    if let Some(at) = at.map(|at| at + 1) {
        let of = words.get(..at)?.join(" ");
        let verb = verb(words.get(at)?)?;
        let plain = at <= 3 && !PRONOUNS.contains(&of.as_str());
        return said(&of, words.get(at + 1..)?, verb).filter(|_| plain);
    }
    match before {
        // Another sign may well follow a measure.
        Some((of, Some(Verb::Measures))) if sign_of_state(first).is_some() && words.len() == 1 => {
            said(of, &words, Verb::Is)
        }
        Some((of, Some(verb @ (Verb::Is | Verb::Becomes | Verb::Turns)))) if words.len() <= 3 => {
            said(of, &words, verb)
        }
        _ => Some(alone(bare, &words)),
    }
}

/// `swelling is severe`, and `severe` or `is worsening` behind what is said of the same sign.
fn badly(front: &[&str], how: &str, before: Option<(&str, Option<Verb>)>) -> Option<Part> {
    let (said, of) = match front.split_last() {
        None => (None, &[] as &[&str]),
        Some((last, of)) => (Some(verb(last)?), of),
    };
    let of = match (of, before) {
        ([], Some((of, verb))) if said.is_some() || verb.is_some() => of.to_owned(),
        ([], _) => return None,
        (of, _) => of.join(" "),
    };
    let plain = of.split(' ').count() <= 3 && !PRONOUNS.contains(&of.as_str());
    let plain = plain && of.split(' ').all(|word| !FURTHER.contains(&word));
    let text = format!("{of} {how}");
    plain.then_some(Part::Said(SaidSign::Growing { of, text }, Verb::Is))
}

/// `eyelid droops`, `lips`, `pus`: a name, as far as this part says.
fn alone(bare: &str, words: &[&str]) -> Part {
    let Some((last, of)) = words.split_last() else {
        return Part::named(bare);
    };
    let is_done = does(last) && !SEVERAL.contains(last);
    Part::Named {
        name: bare.to_owned(),
        of: (is_done && !of.is_empty()).then(|| of.join(" ")),
        is_thing: words.len() <= 2 && !is_done,
    }
}

/// `pain gets worse`, `the redness spreads`.
fn grows(bare: &str) -> Option<SaidSign> {
    let text = as_growing(bare)?;
    let (of, _) = text.rsplit_once(' ')?;
    let plain = of.split(' ').all(|word| !FURTHER.contains(&word)) && !PRONOUNS.contains(&of);
    plain.then(|| SaidSign::Growing {
        of: of.to_owned(),
        text: text.clone(),
    })
}

/// Whether a word is a verb of one thing: `smells`, and not `swollen`.
fn does(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss") && sign_of_state(word).is_none()
}

/// Whether the last word of a name says how something is: `swollen` is known, and is said of a part of the body.
fn has_state(name: &str) -> bool {
    !name.contains(' ') && sign_of_state(name).is_some()
}

fn verb(word: &str) -> Option<Verb> {
    if ["is", "are"].contains(&word) {
        Some(Verb::Is)
    } else if BEING.contains(&word) {
        Some(Verb::Becomes)
    } else if TURNING.contains(&word) {
        Some(Verb::Turns)
    } else {
        SWELLING.contains(&word).then_some(Verb::Swells)
    }
}

fn said(of: &str, state: &[&str], verb: Verb) -> Option<Part> {
    let of = of.to_owned();
    let state = state.join(" ");
    let sign = match verb {
        Verb::Swells if state.is_empty() || state == "up" => SaidSign::State {
            of,
            state: "swollen".to_owned(),
        },
        Verb::Swells | Verb::Grows | Verb::Measures | Verb::Stays => return None,
        _ if state.is_empty() || state.split(' ').count() > 3 => return None,
        Verb::Turns => SaidSign::Turning { of, state },
        Verb::Is | Verb::Becomes => SaidSign::State { of, state },
    };
    Some(Part::Said(sign, verb))
}

fn verb_of(part: &Part) -> Option<Verb> {
    match part {
        Part::Said(_, verb) => Some(*verb),
        Part::Named { .. } => None,
    }
}

/// `lips or tongue swell`: both do.
fn with_shared_states(read: &[Part], known: impl Fn(&str) -> bool) -> Vec<SaidSign> {
    let mut signs = Vec::new();
    for (at, part) in read.iter().enumerate() {
        let (name, is_thing) = match part {
            Part::Said(sign, _) => {
                signs.push(sign.clone());
                continue;
            }
            Part::Named { name, is_thing, .. } => (name, *is_thing),
        };
        let mut later = read.iter().skip(at + 1).filter_map(|part| match part {
            Part::Said(sign, _) => Some(sign),
            Part::Named { .. } => None,
        });
        let shares = is_thing && !known(name);
        let of = name.clone();
        signs.push(match later.next().filter(|_| shares) {
            Some(SaidSign::State { state, .. }) => SaidSign::State {
                of,
                state: state.clone(),
            },
            Some(SaidSign::Turning { state, .. }) => SaidSign::Turning {
                of,
                state: state.clone(),
            },
            _ => SaidSign::Named(of),
        });
    }
    signs
}

#[cfg(test)]
mod tests {
    use super::{SaidSign, said_signs};

    fn text(asked: &str) -> Option<String> {
        let known = |name: &str| {
            ["fever", "pus", "swollen", "red", "worries", "chest pain"].contains(&name)
        };
        let found = said_signs(asked, known)?;
        let signs = found.signs.iter().map(|sign| match sign {
            SaidSign::Named(name) => name.clone(),
            SaidSign::State { of, state } => format!("{state} {of}"),
            SaidSign::Turning { of, state } => format!("{of} turning {state}"),
            SaidSign::Growing { text, .. } => text.clone(),
            SaidSign::Measured { of, how } => format!("{of} {how}"),
            SaidSign::Staying { text, .. } => text.clone(),
        });
        let signs: Vec<String> = signs.collect();
        Some(signs.join(if found.together { " + " } else { " / " }))
    }

    #[test]
    fn each_sign_is_said_by_itself() {
        for (asked, signs) in [
            (
                "the calf is hot, swollen or tender",
                "hot calf / swollen calf / tender calf",
            ),
            (
                "your leg becomes red, hot or swollen",
                "red leg / hot leg / swollen leg",
            ),
            ("the skin becomes red and hot", "red skin + hot skin"),
            ("your leg is red or feels hot", "red leg / hot leg"),
            ("your leg is red or fever", "red leg / fever"),
            ("the wound is red or smells", "red wound / wound smells"),
            ("the wound is red or has pus", "red wound / pus"),
            (
                "the wound is red or starts to ooze",
                "red wound / wound starts to ooze",
            ),
            (
                "blister is larger than 3 cm, redness spreads, or calf hurts",
                "blister above 3 cm / redness spreading / calf hurts",
            ),
            (
                "lumps or blisters are larger than 3 cm or red",
                "lumps / blisters above 3 cm / red blisters",
            ),
            (
                "swelling is severe, painful or spreading",
                "swelling severe / painful swelling / swelling spreading",
            ),
            (
                "pain is worsening or severe swelling",
                "pain worsening / severe swelling",
            ),
            (
                "your tongue swells or you cannot breathe",
                "swollen tongue / difficulty breathing",
            ),
            (
                "your lips or tongue swell up",
                "swollen lips / swollen tongue",
            ),
            ("fever or your leg swells", "fever / swollen leg"),
            (
                "the skin turns white or grey",
                "skin turning white / skin turning grey",
            ),
            (
                "the redness spreads or the skin is hot",
                "redness spreading / hot skin",
            ),
            (
                "pain gets worse or the wound is red",
                "pain worsening / red wound",
            ),
            (
                "your eyelid droops or swells",
                "eyelid droops / swollen eyelid",
            ),
            ("you feel unwell or your leg swells", "unwell / swollen leg"),
            ("you are worried", "worries"),
            ("you have a fever or are worried", "fever / worries"),
            ("you cannot swallow or feel dizzy", "cannot swallow / dizzy"),
            (
                "you have pus or the skin turns white",
                "pus / skin turning white",
            ),
        ] {
            assert_eq!(text(asked).as_deref(), Some(signs), "{asked}");
        }
    }

    #[test]
    fn other_lists_are_left_alone() {
        for asked in [
            "fever or pus",
            "you are breathless or have chest pain",
            "it gets worse or fever",
            "it is hot",
            "the wound is not healed",
            "your leg is red and hot or swollen",
            "stitches go away",
        ] {
            assert_eq!(text(asked), None, "{asked}");
        }
    }
}
