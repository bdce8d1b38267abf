//! `go for a walk`, `take a 30 minute walk daily`: a deed that sheets name as a thing.

use super::{Lead, behind, lead, number, without_article, word};
use crate::syntax::tree::TimeUnit;

/// What one goes for, and the name of the deed.
const GONE_FOR: &[(&str, &str)] = &[
    ("walk", "walking"),
    ("walks", "walking"),
    ("stroll", "walking"),
    ("strolls", "walking"),
    ("run", "running"),
    ("runs", "running"),
    ("swim", "swimming"),
    ("swims", "swimming"),
];

/// What sheets start with.
const GOING: &[&str] = &["go for ", "go out for ", "go on ", "take ", "have "];

/// A length, `30 minutes`, of `30 minute` and `30-minute`, with a blank before it; and what follows it.
fn length(text: &str) -> Option<(String, &str)> {
    let (count, rest) = number(text)?;
    let (unit, rest) = word(rest.trim_start_matches([' ', '-']));
    TimeUnit::from_word(unit)?;
    let plural = if count == "1" || unit.ends_with('s') {
        ""
    } else {
        "s"
    };
    Some((format!(" {count} {unit}{plural}"), rest.trim_start()))
}

/// `go for a walk`: the deed, with how long.
pub(super) fn goes_for(sentence: &str) -> Option<Lead> {
    let rest = behind(sentence, GOING)?;
    let rest = without_article(rest);
    let (daily, rest) = match rest.strip_prefix("daily ") {
        Some(rest) => (" daily", rest),
        None => ("", rest),
    };
    let (time, rest) = length(rest).unwrap_or((String::new(), rest));
    let (said, rest) = word(rest);
    let (_, deed) = GONE_FOR.iter().find(|(known, _)| *known == said)?;
    let end = sentence.len() - rest.len();
    Some(lead(0..end, format!("do {deed}{time}{daily}")))
}

/// `30 minutes of walking a day`: the deed first.
pub(super) fn minutes_of(sentence: &str) -> Option<Lead> {
    let bare = behind(sentence, &["do ", "have ", "take "]).unwrap_or(sentence);
    let (time, rest) = length(bare)?;
    let (said, rest) = word(rest.strip_prefix("of ").unwrap_or(rest));
    let (_, deed) = GONE_FOR
        .iter()
        .find(|(known, deed)| *known == said || *deed == said)?;
    let end = sentence.len() - rest.len();
    Some(lead(0..end, format!("do {deed}{time}")))
}

#[cfg(test)]
mod tests {
    use super::{goes_for, minutes_of};

    #[test]
    fn a_walk_is_walking() {
        let text = |said| goes_for(said).map(|lead| lead.text);
        for (said, written) in [
            ("take a 30 minute walk daily", "do walking 30 minutes"),
            ("go for a walk", "do walking"),
            ("go for a 30-minute walk every day", "do walking 30 minutes"),
            ("take a daily walk", "do walking daily"),
        ] {
            assert_eq!(text(said).as_deref(), Some(written), "{said}");
        }
        assert_eq!(text("take a shower daily"), None);
        let of = minutes_of("30 minutes of walking a day").map(|lead| lead.text);
        assert_eq!(of.as_deref(), Some("do walking 30 minutes"));
    }
}
