//! `next session not before 6 weeks`, `do not have your next treatment before 6 weeks`: how far apart sessions are at least.

use super::{Lead, behind, ends, lead, numbers, without_article, word};
use crate::syntax::tree::TimeUnit;

/// What is given again.
const SESSION: &[&str] = &["session", "treatment"];

/// What stands before the least time.
const LEAST: &[&str] = &[
    "not before ",
    "no earlier than ",
    "not earlier than ",
    "no sooner than ",
    "not sooner than ",
    "not until ",
    "not for at least ",
    "not for ",
    "after at least ",
    "at the earliest after ",
    "at least ",
];

/// The least time, `6 weeks`, and what follows it.
fn time(text: &str) -> Option<(String, &str)> {
    let text = text.strip_prefix("at least ").unwrap_or(text);
    let (count, rest) = numbers(text)?;
    let (unit, rest) = word(rest.trim_start());
    TimeUnit::from_word(unit)?;
    let rest = behind(
        rest,
        &[
            " later",
            " apart",
            " afterwards",
            " after this one",
            " after the last one",
        ],
    )
    .unwrap_or(rest);
    // `2 to 3 weeks`: the least of them is the first.
    let least = count.split("..").next().unwrap_or(&count);
    (ends(rest) && least == count).then(|| (format!("{count} {unit}"), rest))
}

/// How many there are, `2..4`, of `, 2 to 4 in all`; and what follows.
fn in_all(text: &str) -> (String, &str) {
    let counted = || {
        let bare = text.trim_start_matches([',', ' ']);
        let (count, rest) = numbers(bare)?;
        let all = [
            " in all",
            " in total",
            " sessions in all",
            " sessions in total",
            " sessions",
            " treatments",
        ];
        let rest = behind(rest, &all)?;
        ends(rest).then(|| (format!(" {count}"), rest))
    };
    counted().unwrap_or((String::new(), text))
}

fn course(sentence: &str, behind_word: &str) -> Option<Lead> {
    let (time, rest) = time(behind_word)?;
    let (count, rest) = in_all(rest);
    let text = format!("sessions{count} at least {time} apart");
    Some(lead(0..sentence.len() - rest.len(), text))
}

/// `next session not before 6 weeks`
pub(super) fn next_session(sentence: &str) -> Option<Lead> {
    let bare = without_article(sentence).strip_prefix("next ")?;
    let bare = behind(bare, SESSION)?.strip_prefix(' ')?;
    course(sentence, behind(bare, LEAST)?)
}

/// `do not have your next session before 6 weeks`
pub(super) fn next_not_before(sentence: &str) -> Option<Lead> {
    let bare = behind(
        sentence,
        &["do not ", "don't ", "don\u{2019}t ", "never ", "no "],
    )?;
    let bare = behind(bare, &["have ", "book ", "come for ", "get ", "plan "]).unwrap_or(bare);
    let bare = without_article(bare);
    let bare = behind(bare, &["next ", "another ", "further ", "second ", "new "])?;
    let bare = behind(bare, SESSION)?.strip_prefix(' ')?;
    let before = [
        "before ",
        "for ",
        "within ",
        "earlier than ",
        "sooner than ",
        "until after ",
    ];
    course(sentence, behind(bare, &before)?)
}

#[cfg(test)]
mod tests {
    use super::{next_not_before, next_session};

    #[test]
    fn the_next_session_is_so_far_from_the_last() {
        let found = next_session("next session not before 6 weeks, 2 to 4 in all");
        let text = found.map(|lead| lead.text);
        assert_eq!(
            text.as_deref(),
            Some("sessions 2..4 at least 6 weeks apart")
        );
        let found = next_not_before("do not have your next session before 6 weeks");
        let text = found.map(|lead| lead.text);
        assert_eq!(text.as_deref(), Some("sessions at least 6 weeks apart"));
        assert_eq!(next_session("next session in 6 weeks"), None);
        assert_eq!(next_not_before("no treatment for 6 weeks"), None);
    }
}
