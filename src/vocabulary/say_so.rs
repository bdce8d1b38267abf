//! `unless told by doctor`, `if your doctor agrees`, `without asking your doctor`: somebody's word that a sentence waits
//! for.

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

/// How somebody is asked for it.
const ASKED: &[&str] = &[
    "advice",
    "agreement",
    "approval",
    "asking",
    "calling",
    "checking",
    "consent",
    "consulting",
    "contacting",
    "discussing",
    "guidance",
    "informing",
    "instruction",
    "instructions",
    "permission",
    "seeing",
    "speaking",
    "talking",
    "telling",
];

/// What stands between those.
const ASKED_BETWEEN: &[&str] = &[
    "first", "from", "his", "her", "it", "medical", "of", "prior", "their", "this", "with",
];

/// The verbs of what is to go on.
const GOING_ON: &[&str] = &["continue", "keep", "take"];

/// How sheets say that something goes on.
const CARRYING_ON: &[&str] = &[
    "carry on taking ",
    "carry on using ",
    "carry on with ",
    "do not stop ",
    "keep on taking ",
    "keep taking ",
    "stay on ",
];

/// Who must have spoken, if a condition asks for nothing else.
pub(crate) fn who_says_so(words: &str) -> Option<&'static str> {
    let (who, spoken) = who_in(words, WORD, &[])?;
    spoken.then(|| who.unwrap_or("clinic"))
}

/// Who must be asked, if the words behind `without` or `before` say no more.
pub(crate) fn who_is_asked(words: &str) -> Option<&'static str> {
    let (who, asked) = who_in(words, ASKED, ASKED_BETWEEN)?;
    asked.then(|| who.unwrap_or("doctor"))
}

/// Whom these words name, and whether one of `said` is among them; none where they say anything else.
fn who_in(words: &str, said: &[&str], between: &[&str]) -> Option<(Option<&'static str>, bool)> {
    let lower = words.to_lowercase();
    let mut who = None;
    let mut spoken = false;
    for word in lower.split_whitespace() {
        let word = word.trim_end_matches(['.', ',']);
        let word = word
            .strip_suffix("'s")
            .or_else(|| word.strip_suffix("\u{2019}s"))
            .unwrap_or(word);
        if let Some((_, name)) = WHO.iter().find(|(named, _)| *named == word) {
            who = Some(*name);
        } else if said.contains(&word) {
            spoken = true;
        } else if !BETWEEN.contains(&word) && !between.contains(&word) {
            return None;
        }
    }
    Some((who, spoken))
}

/// What to write in place of the word of `who`, of a sentence that reads `before` up to the condition and goes
/// on with `joint`, `if` or `unless`.
pub(crate) fn how_to_wait(who: &str, before: &str, joint: &str) -> String {
    let before = before.trim().trim_end_matches(',');
    let narrowed = before.strip_suffix(" only");
    let before = narrowed.unwrap_or(before);
    let sentence = before.rsplit(": ").next().unwrap_or(before);
    let verb = sentence
        .split(' ')
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let goes_on = CARRYING_ON
        .iter()
        .find_map(|words| sentence.strip_prefix(words))
        .map(|rest| format!("continue {}", rest.strip_prefix("your ").unwrap_or(rest)))
        .or_else(|| {
            GOING_ON
                .contains(&verb.as_str())
                .then(|| sentence.to_owned())
        });
    match goes_on {
        Some(goes_on) if joint == "unless" && !goes_on.contains(" until ") => {
            let whom = match goes_on.strip_prefix("continue ") {
                Some(thing) => {
                    format!(", with `if taking {thing}` behind it where only some take it")
                }
                None => String::new(),
            };
            format!(
                "what is to go on waits for no answer: declare `event {who} stops it`, and write `{goes_on} until \
                 {who} stops it`{whom}"
            )
        }
        // What happens before the treatment makes no condition on an event true, and the answer to a question does.
        _ if joint == "if"
            && ["avoid", "stop"].contains(&verb.as_str())
            && sentence.contains(" before") =>
        {
            let asked = sentence.replace('"', "'");
            format!(
                "have it asked, `ask prescriber \"whether to {asked}\"`; or declare `fact {who} agrees: yes or no`, and \
                 write `if {who} agrees`: until it is answered it is left"
            )
        }
        _ if joint == "if" && verb == "stop" => format!(
            "declare that it has happened, `event {who} agrees`, and write `{before} if {who} agrees`; to have it asked \
             write `ask prescriber \"whether to {}\"`",
            sentence.replace('"', "'")
        ),
        _ if verb == "resume" && joint == "if" && before.contains(" from ") => format!(
            "declare `event {who} agrees`, and write `{before} and {who} agrees`: until both are so, it stays off"
        ),
        _ if narrowed.is_some() => format!(
            "declare that it has happened, `event {who} agrees`, and write `{before} {joint} {who} agrees`, without `only`"
        ),
        _ => format!(
            "declare that it has happened, `event {who} agrees`, and write `{joint} {who} agrees`"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{how_to_wait, who_is_asked, who_says_so};

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
    fn whoever_is_to_be_asked_is_told_from_an_attribute() {
        assert_eq!(who_is_asked("asking your doctor"), Some("doctor"));
        assert_eq!(who_is_asked("first checking with us"), Some("clinic"));
        assert_eq!(
            who_is_asked("your prescriber's approval"),
            Some("prescriber")
        );
        assert_eq!(who_is_asked("medical advice"), Some("doctor"));
        assert_eq!(who_is_asked("fragrance"), None);
        assert_eq!(who_is_asked("your doctor"), None);
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
