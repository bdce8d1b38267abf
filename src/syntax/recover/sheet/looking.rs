//! `your face may feel tight and dry`, `the area may look bruised`: what is expected to be seen or felt.

use super::{Lead, behind, lead, without_article};
use crate::syntax::reserved::{RESERVED, STARTERS};
use crate::vocabulary::{VERBS, is_here, sign_of_state};

/// Words between what is seen and how it is.
const MAY: &[&str] = &[
    " may also ",
    " may still ",
    " may ",
    " might ",
    " can ",
    " could ",
    " will probably ",
    " will ",
];

/// Verbs behind those words.
const LOOK: &[&str] = &[
    "appear ", "be ", "become ", "feel ", "get ", "go ", "look ", "seem ", "turn ",
];

/// Verbs that say the same alone.
const LOOKS: &[&str] = &[" feels ", " looks ", " feel ", " look "];

/// What the skin does, and the sign that it is.
const DOES: &[(&str, &str)] = &[
    ("bleed", "bleeding"),
    ("blister", "blistering"),
    ("bruise", "bruising"),
    ("burn", "burning"),
    ("crust", "crusting"),
    ("flake", "flaking"),
    ("itch", "itching"),
    ("ooze", "oozing"),
    ("peel", "peeling"),
    ("scab", "scabbing"),
    ("sting", "stinging"),
    ("swell", "swelling"),
    ("tingle", "tingling"),
    ("weep", "weeping"),
];

/// The sign that a word for it is; none of other words.
fn sign_of(word: &str) -> Option<Option<&'static str>> {
    let does = DOES.iter().find(|(does, _)| *does == word);
    does.map(|(_, sign)| Some(*sign))
        .or_else(|| sign_of_state(word))
}

/// How much of it.
const DEGREES: &[&str] = &[
    "a bit ",
    "a little ",
    "fairly ",
    "mildly ",
    "quite ",
    "rather ",
    "slightly ",
    "very ",
];

/// Parts of the body that the language knows as places.
const PLACES: &[&str] = &[
    "ankle", "arm", "arms", "back", "cheek", "cheeks", "chest", "chin", "ear", "eye", "eyelid",
    "eyelids", "eyes", "face", "feet", "forehead", "hand", "hands", "leg", "legs", "lip", "lips",
    "neck", "nose", "scalp", "wound",
];

/// Other parts of the body.
const BODY: &[&str] = &[
    "ankles", "breast", "breasts", "calf", "calves", "ears", "foot", "hair", "knee", "nails",
    "nipples", "scar", "stomach", "thigh", "thighs", "throat", "tongue", "tummy", "wounds",
];

/// States that a bath or a drink may be in, too.
const OF_OTHERS: &[&str] = &["dry", "firm", "hard", "heavy", "sensitive", "warm"];

/// The signs of a sentence that says how a part of the body may be.
pub(super) fn may_look(sentence: &str) -> Option<Lead> {
    let first = sentence.split(' ').next()?;
    let is_head = STARTERS.contains(&first)
        || VERBS.iter().any(|row| row.word == first)
        || ["if", "we", "when", "call", "ring"].contains(&first);
    if is_head {
        return None;
    }
    let (of, states) = MAY
        .iter()
        .find_map(|may| {
            let (of, rest) = sentence.split_once(may)?;
            let states = behind(rest, LOOK).unwrap_or(rest);
            Some((of, states))
        })
        .or_else(|| LOOKS.iter().find_map(|looks| sentence.split_once(looks)))?;
    let of = without_article(of);
    let is_name = of.split(' ').count() <= 3
        && of.split(' ').all(|word| {
            RESERVED.binary_search(&word).is_err() && word.chars().all(char::is_alphabetic)
        });
    if !is_name {
        return None;
    }
    let (states, rest) = listed(states)?;
    let is_body = is_here(of) || PLACES.contains(&of) || BODY.contains(&of);
    let is_sign = |(_, state): &(&str, &str)| {
        let named = sign_of(state).flatten().is_some();
        named && !OF_OTHERS.contains(state)
    };
    let does = |(_, word): &(&str, &str)| DOES.iter().any(|(does, _)| does == word);
    // `the water can be warm` allows it, and expects nothing.
    if !is_body && (!states.each.iter().any(is_sign) || of != "it" && states.each.iter().any(does))
    {
        return None;
    }
    // `you may feel sore` has a message of its own.
    if of == "you" && states.each.len() == 1 {
        return None;
    }
    let signs = signs(of, &states)?;
    let signs = joined(&signs, states.is_any);
    let text = format!("expect {signs}");
    Some(lead(0..sentence.len() - rest.len(), text))
}

/// How something is: each word with its degree.
struct States<'t> {
    each: Vec<(&'t str, &'t str)>,
    is_any: bool,
}

/// The states at the start of a text, and what follows them.
fn listed(text: &str) -> Option<(States<'_>, &str)> {
    const JOINTS: &[&str] = &[", and ", ", or ", " and ", " or ", ", "];
    let mut states = States {
        each: Vec::new(),
        is_any: false,
    };
    let mut rest = text;
    loop {
        let start = behind(
            rest,
            &[
                "feel ",
                "look ",
                "may feel ",
                "may look ",
                "may be ",
                "may ",
            ],
        )
        .unwrap_or(rest);
        let degree = DEGREES.iter().find(|degree| start.starts_with(**degree));
        let (degree, start) = match degree {
            Some(degree) => start.split_at(degree.len()),
            None => ("", start),
        };
        let end = start.find([' ', ',', '.']).unwrap_or(start.len());
        let (state, after) = start.split_at(end);
        sign_of(state)?;
        states.each.push((degree.trim(), state));
        rest = after;
        let next = JOINTS
            .iter()
            .find_map(|joint| Some((*joint, rest.strip_prefix(joint)?)));
        // What follows may be the next clause, as in `, usually for 2 days`.
        match next.filter(|(joint, next)| *joint != ", " || starts_with_a_state(next)) {
            Some((joint, next)) => {
                states.is_any |= joint.contains("or");
                rest = next;
            }
            None => break,
        }
    }
    let word = rest
        .trim_start_matches([',', ' ', '.'])
        .split([' ', ','])
        .next();
    let word = word.unwrap_or_default();
    let follows = word.is_empty()
        || RESERVED.binary_search(&word).is_ok()
        || ["for", "most", "up"].contains(&word);
    let unsaid = ["not", "if", "unless", "but", "and", "or"].contains(&word);
    (follows && !unsaid).then_some((states, rest.trim_end_matches('.')))
}

fn starts_with_a_state(text: &str) -> bool {
    let text = behind(text, DEGREES).unwrap_or(text);
    let end = text.find([' ', ',', '.']).unwrap_or(text.len());
    text.get(..end).is_some_and(|word| sign_of(word).is_some())
}

/// The signs of a place: in its own words where it, or how it is there, has no name.
fn signs(of: &str, states: &States<'_>) -> Option<Vec<String>> {
    let is_it = ["it", "they", "this", "you"].contains(&of);
    let own = |(degree, state): &(&str, &str)| {
        let words = format!("{degree} {state} {of}");
        format!("\"{}\"", words.trim_start())
    };
    let named = |(degree, state): &(&str, &str)| {
        let sign = sign_of(state)?.filter(|_| degree.is_empty())?;
        Some(sign.to_owned())
    };
    let each = states.each.iter();
    if is_it {
        return each.map(named).collect();
    }
    if is_here(of) {
        return Some(
            each.map(|one| named(one).unwrap_or_else(|| own(one)))
                .collect(),
        );
    }
    // A place behind the last sign would be said of each: all of them have to be named without it.
    let place = match of {
        of if PLACES.contains(&of) => format!(" on {of}"),
        of if BODY.contains(&of) && of != "scar" => format!(" on \"the {of}\""),
        _ => return Some(each.map(own).collect()),
    };
    let Some(mut signs) = states.each.iter().map(named).collect::<Option<Vec<_>>>() else {
        return Some(each.map(own).collect());
    };
    signs.last_mut()?.push_str(&place);
    Some(signs)
}

fn joined(signs: &[String], is_any: bool) -> String {
    let joint = if is_any { "or" } else { "and" };
    match signs.split_last() {
        Some((last, others)) if !others.is_empty() => {
            format!("{} {joint} {last}", others.join(", "))
        }
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::may_look;

    #[test]
    fn how_a_part_of_the_body_may_be_is_expected() {
        let text = |said: &str| {
            may_look(said).map(|lead| {
                format!(
                    "{}{}",
                    lead.text,
                    said.get(lead.at.end..).unwrap_or_default()
                )
            })
        };
        for (said, written) in [
            (
                "your face may feel tight and dry for 3 days",
                "expect tightness and dryness on face for 3 days",
            ),
            (
                "your skin will be red, hot and swollen for up to 2 days",
                "expect redness, \"hot skin\" and swelling for up to 2 days",
            ),
            ("the area may look bruised", "expect bruising"),
            (
                "your lips may be sore or slightly swollen",
                "expect \"sore lips\" or \"slightly swollen lips\"",
            ),
            (
                "it may feel tight until day 3",
                "expect tightness until day 3",
            ),
            ("your scalp feels tender", "expect tenderness on scalp"),
        ] {
            assert_eq!(text(said).as_deref(), Some(written), "{said}");
        }
        for said in [
            "the dressing may be removed after 2 days",
            "your skin may look red if you scratch",
            "your skin will not look red",
            "it may feel hot",
            "the water can be warm",
            "drinks may be cold",
            "you may feel sore",
            "you may swim",
            "the cream may sting",
            "avoid makeup that may be red",
        ] {
            assert_eq!(text(said), None, "{said}");
        }
    }
}
