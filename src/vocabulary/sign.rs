//! A sign in the words of sheets, which say that somebody has it.

use super::measured_sign::measured;

/// Words of a measure, a time or a place of its own, and what is no state of a part of the body.
pub(super) const FURTHER: &[&str] = &[
    "above",
    "after",
    "and",
    "at",
    "away",
    "back",
    "because",
    "before",
    "below",
    "better",
    "bigger",
    "by",
    "down",
    "for",
    "from",
    "if",
    "in",
    "larger",
    "longer",
    "more",
    "near",
    "no",
    "not",
    "of",
    "off",
    "older",
    "on",
    "or",
    "out",
    "over",
    "severe",
    "smaller",
    "spreading",
    "still",
    "than",
    "that",
    "to",
    "true",
    "under",
    "unless",
    "until",
    "wider",
    "with",
    "within",
    "without",
    "worse",
    "worsening",
    "worst",
    "yes",
];

/// Verbs of having a sign, before the second one of a list.
pub(crate) const HAVING: &[&str] = &[
    "are ",
    "develop ",
    "experience ",
    "feel ",
    "get ",
    "have ",
    "notice ",
    "see ",
];

/// `cold sores` of `you get cold sores`
pub(crate) fn without_getting(text: &str) -> &str {
    const GETTING: &[&str] = &[
        "you get ",
        "you develop ",
        "you have ",
        "you notice ",
        "you experience ",
        "you see ",
        "you feel ",
        "you are ",
        "you're ",
        "you\u{2019}re ",
        "you suffer from ",
        "there is ",
        "there are ",
    ];
    let said = GETTING
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    let article = ["a ", "an ", "any ", "the ", "your "];
    article
        .iter()
        .find_map(|word| said.strip_prefix(word))
        .unwrap_or(said)
}

/// `short of breath or chest pain` of `you are short of breath or have chest pain`: each sign of a list in its own words.
/// None where nothing is left out.
pub(crate) fn each_without_getting(list: &str) -> Option<String> {
    const JOINTS: &[&str] = &[" or ", " and ", ", or ", ", and ", ", "];
    let mut text = String::new();
    let mut rest = list;
    let mut said = "";
    loop {
        let next = JOINTS
            .iter()
            .filter_map(|joint| Some((rest.find(joint)?, *joint)))
            .min_by_key(|(at, joint)| (*at, std::cmp::Reverse(joint.len())));
        let (sign, joint) = match next {
            Some((at, joint)) => (rest.get(..at)?, joint),
            None => (rest, ""),
        };
        let bare = without_getting(sign);
        // `you are dizzy or have a fever`: the second `you` is unsaid.
        let bare = match bare == sign && !text.is_empty() && said.starts_with("you") {
            true => HAVING
                .iter()
                .find_map(|word| sign.strip_prefix(word))
                .map_or(sign, |sign| without_getting(sign)),
            false => bare,
        };
        if text.is_empty() {
            said = sign;
        }
        text.push_str(bare);
        text.push_str(joint);
        if joint.is_empty() {
            break;
        }
        rest = rest.get(sign.len() + joint.len()..)?;
    }
    (text != list).then_some(text)
}

/// The parts of a list, and whether `and` joins them; none where both words do.
pub(super) fn parts_of(asked: &str) -> Option<(Vec<&str>, bool)> {
    let joined = |word: &str| asked.contains(word);
    if joined(" and ") && joined(" or ") {
        return None;
    }
    let together = joined(" and ");
    let joint = if together { " and " } else { " or " };
    let parts = asked.split(joint).flat_map(|part| part.split(','));
    let parts: Vec<&str> = parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let is_plain = |part: &&str| {
        let letters =
            |one: char| one.is_alphabetic() || matches!(one, ' ' | '-' | '\'' | '\u{2019}');
        (part.chars().all(letters) || measured(part).is_some()) && part.split(' ').count() <= 8
    };
    (!parts.is_empty() && parts.iter().all(is_plain)).then_some((parts, together))
}

#[cfg(test)]
mod tests {
    use super::each_without_getting;

    #[test]
    fn each_sign_of_a_list_stands_alone() {
        for (said, signs) in [
            (
                "you are breathless or have chest pain",
                "breathless or chest pain",
            ),
            ("you get a fever, pus or feel dizzy", "fever, pus or dizzy"),
            ("there is bleeding", "bleeding"),
        ] {
            assert_eq!(each_without_getting(said).as_deref(), Some(signs), "{said}");
        }
        assert_eq!(each_without_getting("have chest pain"), None);
        assert_eq!(each_without_getting("bleeding or pus"), None);
    }
}
