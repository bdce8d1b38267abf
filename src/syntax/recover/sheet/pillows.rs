//! `sleep with head raised on 2 pillows for the first 3 nights`: with how many is the manner.

use super::{Lead, ends, lead, word};
use crate::syntax::lower::number_word;
use crate::syntax::recover::in_evenings;

/// What joins two numbers, or stands before one.
const BESIDE: &[&str] = &["at", "least", "to", "or", "extra", "about", "more"];

/// `on 2 or 3 pillows`
pub(super) fn on_pillows(sentence: &str) -> Option<Lead> {
    let mut places = sentence.match_indices(" on ");
    let (at, behind) = places.find_map(|(at, on)| {
        let said = sentence.get(at + on.len()..)?;
        Some((at, pillows(said)?))
    })?;
    let start = at + " on ".len();
    let manner = sentence.get(start..sentence.len() - behind.len())?;
    // Nobody sleeps on several pillows but for the head to be higher.
    let (from, text) = match sentence.get(..at)? {
        "sleep" => (0, format!("sleep with head raised by \"{manner}\"")),
        _ => (at + 1, format!("by \"{manner}\"")),
    };
    let lead = lead(from..sentence.len() - behind.len(), text);
    let Some(nights) = nights(behind) else {
        return Some(lead);
    };
    let more = format!(
        "write `{}` in its place; and of `{nights}`, {}",
        lead.text,
        in_evenings(nights)
    );
    Some(Lead {
        more: Some(more),
        is_sure: false,
        ..lead
    })
}

/// What follows `2 pillows`, of a text that starts with so many.
fn pillows(said: &str) -> Option<&str> {
    let mut rest = said;
    let mut counted = false;
    loop {
        let (next, behind) = word(rest);
        if matches!(next, "pillow" | "pillows") {
            return (counted && ends(behind)).then_some(behind);
        }
        let counts =
            number_word(next).is_some() || next.starts_with(|one: char| one.is_ascii_digit());
        counted |= counts;
        rest = behind
            .strip_prefix(' ')
            .filter(|_| counts || BESIDE.contains(&next))?;
    }
}

/// `3 nights`, where they are counted.
fn nights(text: &str) -> Option<&str> {
    let end = text.find(" nights")?;
    let start = text.get(..end)?.rfind(' ').map_or(0, |at| at + 1);
    let count = text.get(start..end)?;
    let counts =
        number_word(count).is_some() || count.starts_with(|one: char| one.is_ascii_digit());
    counts.then(|| text.get(start..end + " nights".len()))?
}

#[cfg(test)]
mod tests {
    use super::on_pillows;

    #[test]
    fn with_how_many_one_sleeps_is_the_manner() {
        let text = |said| on_pillows(said).map(|lead| lead.text);
        for (said, written) in [
            (
                "sleep on 2 pillows",
                "sleep with head raised by \"2 pillows\"",
            ),
            (
                "sleep with head raised on two pillows for a week",
                "by \"two pillows\"",
            ),
            (
                "keep head raised on 2 or 3 pillows",
                "by \"2 or 3 pillows\"",
            ),
            (
                "sleep on at least 2 pillows",
                "sleep with head raised by \"at least 2 pillows\"",
            ),
        ] {
            assert_eq!(text(said).as_deref(), Some(written), "{said}");
        }
        for said in [
            "sleep on pillows",
            "sleep on days 2 to 3",
            "lie on side with 2 pillows",
        ] {
            assert_eq!(text(said), None, "{said}");
        }
        let found = on_pillows("sleep on 2 pillows for the first 3 nights");
        let more = found.and_then(|lead| lead.more).unwrap_or_default();
        for part in [
            "`sleep with head raised by \"2 pillows\"`",
            "`3 nights`",
            "`3 days`",
            "`4 days`",
        ] {
            assert!(more.contains(part), "{more}");
        }
    }
}
