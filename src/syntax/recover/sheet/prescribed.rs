//! `avoid aspirin unless your doctor prescribed it`, `unless it is for your heart`: whom a ban on a medicine never stops.

use super::{Lead, behind, lead};

/// How sheets begin to forbid something.
pub(super) const BANS: &[&str] = &[
    "avoid ",
    "do not ",
    "don't ",
    "don\u{2019}t ",
    "never ",
    "no ",
    "stop ",
];

/// Who prescribes, and small words that say nothing here.
const SMALL: &[&str] = &[
    "a",
    "already",
    "are",
    "been",
    "by",
    "clinician",
    "condition",
    "consultant",
    "continue",
    "doctor",
    "for",
    "gp",
    "has",
    "have",
    "is",
    "it",
    "keep",
    "my",
    "need",
    "nurse",
    "of",
    "on",
    "one",
    "our",
    "physician",
    "prescriber",
    "specifically",
    "surgeon",
    "take",
    "taking",
    "the",
    "them",
    "these",
    "they",
    "this",
    "to",
    "under",
    "use",
    "using",
    "was",
    "we",
    "were",
    "you",
    "your",
];

/// Words that say that it is prescribed.
const PRESCRIBED: &[&str] = &["prescribed", "prescribes", "prescription"];

/// Words that say so of what is taken on somebody's word.
const TOLD: &[&str] = &[
    "advised",
    "asked",
    "instructed",
    "said",
    "says",
    "tells",
    "told",
];

/// What it is taken for.
const REASONS: &[&str] = &["heart", "medical", "reason", "reasons", "stroke"];

/// `unless your doctor told you to take it`: the condition says what holds without it.
pub(super) fn prescribed(sentence: &str) -> Option<Lead> {
    const UNLESS: &str = " unless ";
    behind(sentence, BANS)?;
    let at = sentence.find(UNLESS)?;
    let rest = sentence.get(at + UNLESS.len()..)?;
    let ends = [" because ", " [", " accept "];
    let end = ends.iter().filter_map(|word| rest.find(word)).min();
    let said = rest.get(..end.unwrap_or(rest.len()))?;
    let words: Vec<&str> = said
        .split([' ', ',', '.'])
        .filter(|word| !word.is_empty())
        .map(|word| {
            let word = word.strip_suffix("'s").unwrap_or(word);
            word.strip_suffix("\u{2019}s").unwrap_or(word)
        })
        .collect();
    let front = sentence.get(..at)?;
    let is_named = |word: &str| front.split([' ', ',']).any(|other| other == word);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    // `prescribed aspirin` asks for that medicine, and who prescribed it has a message of its own.
    if words.first() == Some(&"prescribed") {
        return None;
    }
    let taken = words.iter().any(|word| {
        ["continue", "it", "keep", "take", "taking", "them", "use"].contains(word) || is_named(word)
    });
    let is_advice = words.contains(&"advice") && words.contains(&"on") || has(TOLD) && taken;
    let is_reason = has(REASONS) && words.contains(&"for");
    if !has(PRESCRIBED) && !is_advice && !is_reason {
        return None;
    }
    let plain = |word: &&str| {
        let lists = [SMALL, PRESCRIBED, TOLD, REASONS, &["advice"]];
        lists.iter().any(|list| list.contains(word)) || is_named(word)
    };
    if !words.iter().all(plain) {
        return None;
    }
    let mut found = lead(at + 1..at + UNLESS.len() + said.len(), "");
    found.is_sure = false;
    let word = if is_advice && !has(PRESCRIBED) {
        "; of anything else declare `event doctor agrees`, and write `unless doctor agrees`"
    } else {
        "; otherwise write `prescribed` and the medicine, as in `prescribed aspirin`"
    };
    found.more = Some(format!(
        "of medicines that are forbidden leave the condition out: a ban never applies to what the patient is \
         prescribed{word}"
    ));
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::prescribed;

    #[test]
    fn what_is_prescribed_is_said_in_many_words() {
        for said in [
            "doctor prescribed the aspirin",
            "your doctor told you to take it",
            "on your doctor's advice",
            "for your heart",
            "you take it for your heart",
            "aspirin is prescribed",
        ] {
            let rule = format!("avoid aspirin for 7 days unless {said}");
            assert!(prescribed(&rule).is_some(), "{said}");
        }
        for said in [
            "prescribed",
            "prescribed aspirin",
            "told by your doctor",
            "your doctor agrees",
            "pregnant or prescribed",
            "taking it",
            "prescribed warfarin",
        ] {
            let rule = format!("avoid aspirin for 7 days unless {said}");
            assert!(prescribed(&rule).is_none(), "{said}");
        }
        assert!(prescribed("use aspirin unless your doctor prescribed it").is_none());
    }
}
