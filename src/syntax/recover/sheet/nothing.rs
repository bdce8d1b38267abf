//! `eat nothing for 2 hours`, `do not put anything on the wound`, `lift nothing heavier than 5 kg`: a ban on all of a kind.

use super::{Lead, behind, ends, lead, number, without_article, word};
use crate::syntax::reserved::RESERVED;

/// Words that ban, before a deed with `anything`.
const BANNING: &[&str] = &["do not ", "don't ", "don\u{2019}t ", "never "];

/// What is said to do nothing, and all that it is done with.
const DEEDS: &[(&str, &str)] = &[
    ("eat or drink", "food and drinks"),
    ("eat and drink", "food and drinks"),
    ("drink or eat", "food and drinks"),
    ("have to eat or drink", "food and drinks"),
    ("eat", "food"),
    ("drink", "drinks"),
    ("apply", GOES_ON),
    ("put", GOES_ON),
    ("place", GOES_ON),
    ("use", GOES_ON),
    ("do", "activity"),
    ("wear", "clothing"),
];

/// All that goes on the skin.
const GOES_ON: &str = "products and substances";

/// Words before where something goes on.
const WHERE: &[&str] = &["on ", "onto ", "to ", "over ", "around ", "near "];

/// Verbs of what has a weight, and their deeds.
const LIFTING: &[(&str, &str)] = &[("lift", "lifting"), ("carry", "carrying")];

/// All that a sentence bans of a kind, as a ban.
pub(super) fn nothing(sentence: &str) -> Option<Lead> {
    let ban = behind(sentence, BANNING);
    let bare = ban.unwrap_or(sentence);
    let all = if ban.is_some() {
        " anything"
    } else {
        " nothing"
    };
    let at = bare.find(all)?;
    let (verb, rest) = (bare.get(..at)?, bare.get(at + all.len()..)?);
    if !ends(rest) || verb.is_empty() {
        return None;
    }
    let spaced = rest;
    let rest = rest.trim_start();
    if let Some(found) = heavy(sentence, verb, rest) {
        return Some(found);
    }
    let (_, things) = DEEDS.iter().find(|(deed, _)| *deed == verb)?;
    let upto = |rest: &str| 0..sentence.len() - rest.len();
    // `use nothing but gentle cleanser`
    if let Some(but) = behind(rest, &["but ", "except ", "other than ", "apart from "]) {
        let verb = if verb == "put" { "apply" } else { verb };
        return Some(lead(upto(but), format!("{verb} only ")));
    }
    if *things == GOES_ON
        && let Some(place) = behind(rest, WHERE)
    {
        let joint = word(rest).0;
        let joint = if ["to", "onto"].contains(&joint) {
            "on"
        } else {
            joint
        };
        let place = without_article(place);
        let length = place
            .split_inclusive(' ')
            .take_while(|word| {
                RESERVED
                    .binary_search(&word.trim_end_matches([' ', ',', '.']))
                    .is_err()
            })
            .map(str::len)
            .sum::<usize>();
        let named = place.get(..length)?.trim_end_matches([' ', ',', '.']);
        let follows = place.get(named.len()..)?;
        return Some(lead(
            upto(follows),
            format!("avoid {GOES_ON} {joint} {named}"),
        ));
    }
    // `do nothing strenuous`, `drink nothing hot`: of that kind alone.
    let (how, follows) = word(rest);
    let is_clause = how.is_empty() || RESERVED.binary_search(&how).is_ok();
    if is_clause {
        // `do nothing` bans nothing that has a name.
        return (verb != "do").then(|| lead(upto(spaced), format!("avoid {things}")));
    }
    if verb == "do" && !["strenuous", "vigorous"].contains(&how) {
        return None;
    }
    let named = how
        .chars()
        .all(|letter| letter.is_alphabetic() || letter == '-');
    let follows_clause = word(follows.trim_start()).0;
    let whole = follows.is_empty()
        || follows.starts_with([',', '.'])
        || RESERVED.binary_search(&follows_clause).is_ok();
    (named && whole && *things != GOES_ON)
        .then(|| lead(upto(follows), format!("avoid {how} {things}")))
}

/// `lift nothing heavier than 5 kg`: no clause says how heavy, and the name does.
fn heavy(sentence: &str, verb: &str, rest: &str) -> Option<Lead> {
    const OVER: &[&str] = &[
        "heavier than ",
        "more than ",
        "that weighs more than ",
        "weighing more than ",
        "over ",
        "above ",
    ];
    let (_, deed) = LIFTING.iter().find(|(lift, _)| *lift == verb)?;
    let (weight, unit) = match behind(rest, OVER) {
        Some(weight) => {
            let (weight, rest) = number(weight)?;
            let (unit, rest) = word(rest.trim_start());
            (Some((weight, unit)), rest)
        }
        None => (None, rest.strip_prefix("heavy")?),
    };
    let end = sentence.len() - unit.len();
    Some(match weight {
        Some((weight, unit)) => {
            let name = format!("\"{deed} over {weight} {unit}\"");
            let mut found = lead(0..end, format!("avoid {name}"));
            found.more = Some(format!(
                ", and declare it in its class, as in `activity {name} in heavy lifting`, so that rules on that cover it"
            ));
            found
        }
        None => lead(0..end, format!("avoid heavy {deed}")),
    })
}

#[cfg(test)]
mod tests {
    use super::nothing;

    #[test]
    fn nothing_is_a_ban_on_all_of_a_kind() {
        for (said, written) in [
            ("eat nothing for 2 hours", "avoid food for 2 hours"),
            ("do not eat or drink anything", "avoid food and drinks"),
            (
                "drink nothing hot for 24 hours",
                "avoid hot drinks for 24 hours",
            ),
            ("eat nothing except soup", "eat only soup"),
            (
                "put nothing on the wound for 24 hours",
                "avoid products and substances on wound for 24 hours",
            ),
            (
                "do not apply anything to your face",
                "avoid products and substances on face",
            ),
            (
                "do nothing strenuous for 2 days",
                "avoid strenuous activity for 2 days",
            ),
            ("do not wear anything tight", "avoid tight clothing"),
            (
                "lift nothing heavier than 5 kg for 2 weeks",
                "avoid \"lifting over 5 kg\" for 2 weeks",
            ),
            ("don't lift anything heavy", "avoid heavy lifting"),
        ] {
            let found = nothing(said).map(|lead| {
                let behind = said.get(lead.at.end..).unwrap_or_default();
                format!("{}{behind}", lead.text)
            });
            assert_eq!(found.as_deref(), Some(written), "{said}");
        }
        for said in [
            "do nothing",
            "expect nothing",
            "use nothing-but-cream",
            "do not do anything else that hurts",
            "avoid anything hot",
        ] {
            assert_eq!(nothing(said), None, "{said}");
        }
    }
}
