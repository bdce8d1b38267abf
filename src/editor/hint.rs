//! How a sentence probably ends.

use super::Scope;
use super::complete::{CandidateKind, complete_up_to};
use super::here::Here;
use super::trial::Trial;

/// How many candidates are tried to finish a word.
const TRIED: usize = 4;

/// Ends of sentences that start with a word, the likelier first.
const ENDS: &[(&[&str], &[&str])] = &[
    (
        &["avoid", "no", "do not", "never", "stop"],
        &[" for 7 days"],
    ),
    (
        &[
            "use",
            "apply",
            "take",
            "drink",
            "eat",
            "cleanse",
            "wash",
            "moisturise",
        ],
        &[" daily"],
    ),
    (&["wear", "keep", "do", "continue"], &[" for 7 days"]),
    (&["expect"], &[" for up to 7 days"]),
    (&["report"], &[" to clinic immediately", " immediately"]),
    (&["allow", "resume"], &[" from day 7"]),
    (&["limit"], &[" to a minimum", " for 7 days"]),
    (
        &["sessions"],
        &[" 3..6 every 4..6 weeks", " every 4..6 weeks"],
    ),
    (&["maintenance"], &[" every 6..12 months"]),
    (&["refuse", "defer"], &[" if pregnant"]),
    (&["status"], &[" draft"]),
    (&["aftercare"], &[" for 2 weeks"]),
    (&["import"], &[" skin-care"]),
];

/// What follows a sentence's last word, the likelier first.
const FOLLOWING: &[(&[&str], &[&str])] = &[
    (&["for"], &[" 7 days", " 2 weeks"]),
    (&["until"], &[" healed", " day 7"]),
    (&["from", "after"], &[" day 1", " healed"]),
    (&["every"], &[" 4..6 weeks", " 2 hours", " morning"]),
    (&["within"], &[" 2 hours", " 6 months"]),
    (&["least", "about"], &[" 1 week"]),
    (&["most"], &[" 2 weeks", " 8 per day"]),
    (&["on"], &[" day 3", " treated area"]),
    (&["days"], &[" 2..4"]),
    (&["day"], &[" 3"]),
    (&["to"], &[" clinic immediately", " a minimum"]),
    (&["emergency"], &[" services immediately"]),
    (&["if", "unless", "not"], &[" pregnant"]),
    (&["twice", "once"], &[" daily"]),
    (&["times"], &[" a day"]),
    (&["as"], &[" needed"]),
    (&["while"], &[" outdoors"]),
    (&["before"], &[" treatment"]),
    (&["between"], &[" sessions"]),
    (&["last"], &[" taken"]),
    (&["and"], &[" 7 days after"]),
    (&["spf"], &[" 30+"]),
];

/// Ends that finish what is open, where the last word does not tell.
const OPEN_ENDS: &[&str] = &[
    " days",
    " 4..6 weeks",
    " in IV..VI",
    " drink per day",
    " last taken",
];

/// The likeliest end of the text, to be shown behind it: the text with it reads, and nothing is wrong
/// with it in this scope. None where there is no likely one.
///
/// ```
/// use aftercare_dsl::editor::{Scope, hint};
///
/// let scope = Scope::empty(Vec::new());
/// assert_eq!(hint("avoid substances", &scope).as_deref(), Some(" for 7 days"));
/// assert_eq!(hint("note \"Sleep well", &scope), None);
/// ```
#[must_use]
pub fn hint(text: &str, scope: &Scope) -> Option<String> {
    let here = Here::at(text, text.len(), scope)?;
    if here.sentence.trim().is_empty() {
        return None;
    }
    let trial = Trial::new(scope, &here);
    let all = here.sentence.len();
    let whole = trial.is_whole(all, "");
    let blank = here.sentence.ends_with(' ');
    let ends = of_sentence(&here.sentence).iter();
    let open = after_word(&here.sentence).iter().chain(OPEN_ENDS);
    let ends = ends.chain(open.filter(|_| !whole));
    let end = ends
        .map(|end| if blank { end.trim_start() } else { end })
        .find(|end| trial.is_whole(all, end));
    match end {
        Some(end) => Some(end.to_owned()),
        None if whole || blank => None,
        None => rest_of_word(text, scope, &here, &trial),
    }
}

/// The ends of a sentence by its first word.
fn of_sentence(sentence: &str) -> &'static [&'static str] {
    let body = match sentence.split_once(": ") {
        Some((label, body)) if !label.contains(['"', ',']) => body,
        _ => sentence,
    };
    let body = body.trim_start().to_lowercase();
    let body = body.strip_prefix("should ").unwrap_or(&body);
    let starts = |word: &&str| {
        body.strip_prefix(*word)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let row = ENDS.iter().find(|(words, _)| words.iter().any(starts));
    row.map_or(&[], |(_, ends)| ends)
}

/// What follows the last word of a text.
fn after_word(text: &str) -> &'static [&'static str] {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let last = last.to_lowercase();
    let row = FOLLOWING
        .iter()
        .find(|(words, _)| words.contains(&last.as_str()));
    row.map_or(&[], |(_, ends)| ends)
}

/// The rest of a word that is half typed, with what finishes the sentence.
fn rest_of_word(text: &str, scope: &Scope, here: &Here, trial: &Trial<'_>) -> Option<String> {
    let typed = here.typed(here.start());
    if typed.is_empty() {
        return None;
    }
    let found = complete_up_to(text, text.len(), scope, TRIED);
    let names = found.candidates.iter();
    let unique = found.more == 0
        && names
            .filter(|one| one.kind != CandidateKind::Keyword)
            .count()
            <= 1;
    found.candidates.iter().take(TRIED).find_map(|candidate| {
        let keyword = candidate.kind == CandidateKind::Keyword;
        let rest = candidate.text.get(typed.len()..)?;
        let same = candidate.text.get(..typed.len())?;
        if !(keyword || unique) || !same.eq_ignore_ascii_case(typed) {
            return None;
        }
        let ends = std::iter::once("")
            .chain(after_word(&candidate.text).iter().copied())
            .chain(of_sentence(&here.sentence).iter().copied());
        let mut whole = ends.map(|end| format!("{rest}{end}"));
        whole.find(|more| trial.is_whole(here.sentence.len(), more))
    })
}
