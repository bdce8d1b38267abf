//! `apply firm pressure to the wound with a clean cloth`, `do not go to the gym`: deeds in the words of sheets.

use super::{Lead, behind, ends, lead, without_article};

/// How one presses, and the manner.
const HOW: &[(&str, &str)] = &[
    ("firm and steady ", " firmly"),
    ("firm ", " firmly"),
    ("steady ", " firmly"),
    ("gentle ", " gently"),
    ("light ", " gently"),
    ("direct ", ""),
    ("some ", ""),
    ("", ""),
];

/// `apply firm pressure to the wound with a clean cloth`
pub(super) fn presses(sentence: &str) -> Option<Lead> {
    let rest = behind(sentence, &["apply ", "put ", "use ", "keep "])?;
    let (how, rest) = HOW.iter().find_map(|(word, how)| {
        let rest = rest.strip_prefix(word)?.strip_prefix("pressure")?;
        Some((*how, rest))
    })?;
    let is_known = how == " firmly"
        && !["to ", "onto ", "with "]
            .iter()
            .any(|word| rest.contains(word));
    if !ends(rest) || is_known {
        return None;
    }
    let (place, rest) = match behind(rest, &[" to ", " on ", " over ", " onto "]) {
        None => ("treated area", rest),
        Some(named) => {
            let named = without_article(named);
            let stops = [" with ", " using ", " for ", " if ", " until ", ",", "."];
            let end = stops.iter().filter_map(|stop| named.find(stop)).min();
            named.split_at_checked(end.unwrap_or(named.len()))?
        }
    };
    let place = if ["it", "area", "site"].contains(&place) {
        "treated area"
    } else {
        place
    };
    // `apply firm pressure` is known as it stands.
    let mut text = match how {
        " firmly" => format!("apply firm pressure on {place}"),
        how => format!("press on {place}{how}"),
    };
    let mut behind_it = rest;
    if let Some(tool) = behind(rest, &[" with ", " using "]) {
        let tool = without_article(tool);
        let stops = [" for ", " if ", " until ", ",", "."];
        let end = stops.iter().filter_map(|stop| tool.find(stop)).min();
        let (tool, rest) = tool.split_at_checked(end.unwrap_or(tool.len()))?;
        let quoted = tool.contains(' ');
        text = match quoted {
            true => format!("{text} using \"{tool}\""),
            false => format!("{text} using {tool}"),
        };
        behind_it = rest;
    }
    Some(lead(0..sentence.len() - behind_it.len(), text))
}

/// Where one goes, and what one has there.
const PLACES: &[&str] = &[
    "gym",
    "hot tub",
    "jacuzzi",
    "pool",
    "sauna",
    "saunas",
    "solarium",
    "steam room",
    "steam rooms",
    "sun",
    "sunbed",
    "swimming pool",
];

/// `do not go to the gym`: what is left, and not the going.
pub(super) fn goes_to(sentence: &str) -> Option<Lead> {
    const NOT: &[&str] = &[
        "do not ",
        "don't ",
        "don\u{2019}t ",
        "never ",
        "avoid ",
        "no ",
    ];
    const GOING: &[&str] = &[
        "go to ",
        "go in ",
        "go into ",
        "go on ",
        "go out in ",
        "get in ",
        "get into ",
        "going to ",
        "going in ",
        "going into ",
        "going on ",
        "going out in ",
        "sit in ",
        "sitting in ",
        "visits to ",
        "trips to ",
    ];
    let going = behind(behind(sentence, NOT)?, GOING)?;
    let named = without_article(going);
    let place = PLACES
        .iter()
        .filter(|place| named.strip_prefix(**place).is_some_and(ends))
        .max_by_key(|place| place.len())?;
    let end = sentence.len() - named.len() + place.len();
    Some(lead(0..end, format!("avoid {place}")))
}

/// `do not use the same towel twice`: no frequency, and part of what is not done.
pub(super) fn twice(sentence: &str) -> Option<Lead> {
    const NOT: &[&str] = &["do not ", "don't ", "don\u{2019}t ", "never "];
    let deed = behind(sentence, NOT)?;
    let at = deed.find(" twice")?;
    let rest = deed.get(at + " twice".len()..)?;
    let clauses = [" because", " if ", " for ", " until ", ",", "."];
    let whole = rest.is_empty() || clauses.iter().any(|word| rest.starts_with(word));
    let said = deed.get(..at)?;
    let start = sentence.len() - deed.len();
    let end = sentence.len() - rest.len();
    (whole && !said.contains([',', '"'])).then(|| lead(start..end, format!("\"{said} twice\"")))
}

/// `keep your leg raised above heart level`: no clause says above what, and the manner does.
pub(super) fn raised(sentence: &str) -> Option<Lead> {
    const PLACES: &[&str] = &[
        "ankle",
        "ankles",
        "area",
        "arm",
        "arms",
        "feet",
        "foot",
        "hand",
        "hands",
        "it",
        "knee",
        "knees",
        "leg",
        "legs",
        "limb",
        "treated area",
    ];
    const ABOVE: &[&str] = &[
        " above heart level",
        " above the heart",
        " above your heart",
        " above the level of your heart",
        " above the level of the heart",
        " higher than your heart",
    ];
    let bare = behind(sentence, &["keep ", "elevate ", "raise "])?;
    let is_kept = sentence.starts_with("keep ");
    let named = without_article(bare);
    let place = PLACES
        .iter()
        .filter(|place| named.strip_prefix(**place).is_some_and(ends))
        .max_by_key(|place| place.len())?;
    let rest = named.get(place.len()..)?;
    let up = behind(rest, &[" elevated", " raised", " up"]);
    let rest = match (up, is_kept) {
        (Some(rest), true) => rest,
        (None, false) => rest,
        (None, true) => rest,
        _ => return None,
    };
    // What is raised without it may be a declared deed.
    let above = ABOVE
        .iter()
        .filter(|above| rest.strip_prefix(**above).is_some_and(ends))
        .max_by_key(|above| above.len())?;
    let rest = rest.get(above.len()..)?;
    let on = match *place {
        "area" | "it" | "limb" | "treated area" => String::new(),
        place => format!(" on {place}"),
    };
    let text = format!("elevate the area{on} by \"above the heart\"");
    Some(lead(0..sentence.len() - rest.len(), text))
}

/// What somebody who is numb, or is to be, leaves.
const EATING: &[(&str, &str)] = &[
    ("eat or drink", "food and drinks"),
    ("eat and drink", "food and drinks"),
    ("drink or eat", "food and drinks"),
    ("eat or chew", "food and chewing gum"),
    ("eat", "food"),
    ("drink", "drinks"),
];

/// `do not eat or drink until the numbness has gone`: what is left, and not the deed.
pub(super) fn eats(sentence: &str) -> Option<Lead> {
    let deed = behind(sentence, &["do not ", "don't ", "don\u{2019}t ", "never "])?;
    let (said, left) = EATING
        .iter()
        .find(|(said, _)| deed.strip_prefix(said).is_some_and(ends))?;
    let rest = deed.get(said.len()..)?;
    let clauses = [
        " for ", " until ", " after ", " before ", " from ", " because", " if ", " unless ",
        " while ", ".",
    ];
    let whole = rest.is_empty() || clauses.iter().any(|clause| rest.starts_with(clause));
    whole.then(|| lead(0..sentence.len() - rest.len(), format!("avoid {left}")))
}

#[cfg(test)]
mod tests {
    use super::{eats, goes_to, presses, raised, twice};

    #[test]
    fn pressure_is_pressing() {
        let text = |said: &str| {
            presses(said).map(|lead| {
                format!(
                    "{}{}",
                    lead.text,
                    said.get(lead.at.end..).unwrap_or_default()
                )
            })
        };
        for (said, written) in [
            (
                "apply firm pressure to the wound with a clean cloth for 15 minutes if bleeding",
                "apply firm pressure on wound using \"clean cloth\" for 15 minutes if bleeding",
            ),
            (
                "apply pressure for 10 minutes",
                "press on treated area for 10 minutes",
            ),
            (
                "apply gentle pressure with gauze",
                "press on treated area gently using gauze",
            ),
        ] {
            assert_eq!(text(said).as_deref(), Some(written), "{said}");
        }
        assert_eq!(text("apply firm pressure on wound using gauze"), None);
        assert_eq!(text("apply pressure-sensitive tape"), None);
    }

    #[test]
    fn what_is_raised_says_above_what_as_a_manner() {
        let text = |said: &str| raised(said).map(|lead| lead.text);
        for (said, written) in [
            (
                "keep the leg raised above the level of your heart for 2 days",
                "elevate the area on leg by \"above the heart\"",
            ),
            (
                "elevate your arm above your heart for 2 days",
                "elevate the area on arm by \"above the heart\"",
            ),
            (
                "keep your hand above your heart",
                "elevate the area on hand by \"above the heart\"",
            ),
        ] {
            assert_eq!(text(said).as_deref(), Some(written), "{said}");
        }
        for said in [
            "raise the leg while resting",
            "keep leg dry",
            "keep the head raised",
            "raise concerns",
        ] {
            assert_eq!(text(said), None, "{said}");
        }
    }

    #[test]
    fn who_does_not_eat_leaves_food() {
        let text = |said: &str| eats(said).map(|lead| lead.text);
        let both = text("do not eat or drink until numbness gone");
        assert_eq!(both.as_deref(), Some("avoid food and drinks"));
        assert_eq!(text("do not eat").as_deref(), Some("avoid food"));
        assert_eq!(text("do not eat spicy food"), None);
        assert_eq!(text("do not drink alcohol"), None);
    }

    #[test]
    fn what_is_not_done_twice_is_a_deed() {
        let text = |said: &str| twice(said).map(|lead| lead.text);
        let deed = text("do not use the same towel twice for 3 days");
        assert_eq!(deed.as_deref(), Some("\"use the same towel twice\""));
        assert_eq!(text("do not wash twice a day"), None);
        assert_eq!(text("apply ointment twice"), None);
    }

    #[test]
    fn where_one_does_not_go_is_left() {
        let text = |said: &str| goes_to(said).map(|lead| lead.text);
        assert_eq!(
            text("do not go to the gym for 2 days").as_deref(),
            Some("avoid gym")
        );
        assert_eq!(
            text("don't get in the hot tub").as_deref(),
            Some("avoid hot tub")
        );
        assert_eq!(text("do not go to bed with makeup on"), None);
        assert_eq!(text("do not go to the gymnast"), None);
    }
}
