//! `unless told by doctor`, `if your doctor agrees`: somebody's word that a sentence waits for.

/// Who speaks, in the words of sheets, and how the help calls them.
const WHO: &[(&str, &str)] = &[
    ("aesthetician", "clinic"),
    ("clinic", "clinic"),
    ("clinician", "clinic"),
    ("consultant", "doctor"),
    ("dermatologist", "doctor"),
    ("doctor", "doctor"),
    ("gp", "doctor"),
    ("nurse", "clinic"),
    ("pharmacist", "pharmacist"),
    ("physician", "doctor"),
    ("practitioner", "clinic"),
    ("prescriber", "prescriber"),
    ("surgeon", "surgeon"),
    ("therapist", "clinic"),
    ("us", "clinic"),
    ("we", "clinic"),
];

/// What they do.
const WORD: &[&str] = &[
    "advised",
    "advises",
    "advise",
    "agreed",
    "agrees",
    "agree",
    "allowed",
    "allows",
    "allow",
    "approved",
    "approves",
    "approve",
    "cleared",
    "clears",
    "confirmed",
    "confirms",
    "directed",
    "instructed",
    "instructs",
    "okays",
    "permits",
    "permitted",
    "recommended",
    "recommends",
    "said",
    "says",
    "say",
    "tell",
    "tells",
    "told",
];

/// What stands between and says nothing.
const BETWEEN: &[&str] = &[
    "a",
    "been",
    "by",
    "do",
    "has",
    "have",
    "is",
    "it",
    "it's",
    "ok",
    "otherwise",
    "our",
    "so",
    "that",
    "the",
    "this",
    "to",
    "was",
    "you",
    "your",
    "specifically",
    "explicitly",
    "first",
];

/// The verbs of what is to go on.
const GOING_ON: &[&str] = &["continue", "keep", "take"];

/// Who must have spoken, if a condition asks for nothing else.
pub(crate) fn who_says_so(words: &str) -> Option<&'static str> {
    let lower = words.to_lowercase();
    let mut who = None;
    let mut spoken = false;
    for word in lower.split_whitespace() {
        if let Some((_, name)) = WHO.iter().find(|(said, _)| *said == word) {
            who = Some(*name);
        } else if WORD.contains(&word) {
            spoken = true;
        } else if !BETWEEN.contains(&word) {
            return None;
        }
    }
    spoken.then(|| who.unwrap_or("clinic"))
}

/// What to write in place of the word of `who`, of a sentence that reads `before` up to the condition and goes
/// on with `joint`, `if` or `unless`.
pub(crate) fn how_to_wait(who: &str, before: &str, joint: &str) -> String {
    let before = before.trim().trim_end_matches(',');
    let before = before.strip_suffix(" only").unwrap_or(before);
    let sentence = before.rsplit(": ").next().unwrap_or(before);
    let verb = sentence
        .split(' ')
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let goes_on = sentence
        .strip_prefix("do not stop ")
        .map(|rest| format!("continue {rest}"))
        .or_else(|| {
            GOING_ON
                .contains(&verb.as_str())
                .then(|| sentence.to_owned())
        });
    match goes_on {
        Some(goes_on) if joint == "unless" && !goes_on.contains(" until ") => format!(
            "what is to go on waits for no answer: declare `event {who} stops it`, and write `{goes_on} until \
             {who} stops it`"
        ),
        _ if verb == "resume" && joint == "if" && before.contains(" from ") => format!(
            "declare `event {who} agrees`, and write `{before} and {who} agrees`: until both are so, it stays off"
        ),
        _ => format!(
            "declare that it has happened, `event {who} agrees`, and write `{joint} {who} agrees`"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{how_to_wait, who_says_so};

    #[test]
    fn somebodys_word_is_told_from_other_questions() {
        assert_eq!(who_says_so("told by your doctor"), Some("doctor"));
        assert_eq!(who_says_so("we told you to"), Some("clinic"));
        assert_eq!(who_says_so("told otherwise"), Some("clinic"));
        assert_eq!(who_says_so("your GP has approved it"), Some("doctor"));
        assert_eq!(who_says_so("doctor"), None);
        assert_eq!(who_says_so("told that pregnant"), None);
        assert_eq!(who_says_so("pregnant"), None);
    }

    #[test]
    fn what_goes_on_never_waits() {
        let help = how_to_wait("doctor", "continue warfarin", "unless");
        assert!(
            help.contains("`continue warfarin until doctor stops it`"),
            "{help}"
        );
        let help = how_to_wait("doctor", "do not stop warfarin", "unless");
        assert!(
            help.contains("`continue warfarin until doctor stops it`"),
            "{help}"
        );
        let help = how_to_wait("doctor", "resume hydroquinone from 4 weeks only", "if");
        assert!(
            help.contains("`resume hydroquinone from 4 weeks and doctor agrees`"),
            "{help}"
        );
    }
}
