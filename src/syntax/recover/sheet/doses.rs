//! `500 mg to 1 g`, `1 or 2 tablets`, `2 paracetamol`: doses in the words of sheets.

use super::{Lead, lead, number, word};
use crate::syntax::reserved::RESERVED;
use crate::syntax::tree::TimeUnit;
use crate::vocabulary::Unit;

/// Units of one measure, the larger first, and how many of the second are one of the first.
const LARGER: &[(&str, &str, u32)] = &[("g", "mg", 1000), ("l", "ml", 1000), ("litre", "ml", 1000)];

/// `500 mg to 1 g`: a range has one unit. `1 or 2 tablets`: two numbers that follow each other are a range.
pub(super) fn of_two(sentence: &str) -> Option<Lead> {
    let starts = sentence.match_indices(|letter: char| letter.is_ascii_digit());
    let mut starts = starts.filter(|(at, _)| *at > 0 && sentence[..*at].ends_with(' '));
    starts.find_map(|(at, _)| {
        let rest = sentence.get(at..)?;
        let (low, after) = number(rest)?;
        let (unit, after) = match after
            .strip_prefix(' ')
            .map_or((after, 0), |after| (after, 1))
        {
            (after, _) if Unit::from_word(word(after).0).is_some() => {
                let (unit, after) = word(after);
                (Some(unit), after)
            }
            _ => (None, after),
        };
        let (joint, after) = [" to ", " or ", " - ", " \u{2013} "]
            .iter()
            .find_map(|joint| Some((*joint, after.strip_prefix(joint)?)))?;
        let (high, after) = number(after)?;
        let (of, after) = word(after.trim_start());
        // `1 or 2 days` is a time.
        Unit::from_word(of).filter(|_| TimeUnit::from_word(of).is_none())?;
        let end = sentence.len() - after.len();
        let (least, most): (u32, u32) = (low.parse().ok()?, high.parse().ok()?);
        match unit {
            None if joint == " or " && most == least.checked_add(1)? => {
                Some(lead(at..end, format!("{low}..{high} {of}")))
            }
            None => None,
            Some(unit) if unit.trim_end_matches('s') == of.trim_end_matches('s') => {
                let is_range = joint != " or " || most == least.checked_add(1)?;
                is_range.then(|| lead(at..end, format!("{low}..{high} {of}")))
            }
            Some(unit) => {
                let row = LARGER.iter().find(|(large, small, _)| {
                    *large == of.trim_end_matches('s') && *small == unit
                })?;
                let most = most.checked_mul(row.2)?;
                // `take 500 mg to 1 g paracetamol`: of what stands behind `of`.
                let of_it = match at == "take ".len() && is_thing(after) {
                    true => " of",
                    false => "",
                };
                (joint != " or " && least < most)
                    .then(|| lead(at..end, format!("{low}..{most} {unit}{of_it}")))
            }
        }
    })
}

/// Whether a thing follows, and no clause.
fn is_thing(after: &str) -> bool {
    let next = after.strip_prefix(' ').map(|behind| word(behind).0);
    next.is_some_and(|next| {
        next.starts_with(|letter: char| letter.is_alphabetic())
            && next != "of"
            && RESERVED.binary_search(&next).is_err()
    })
}

/// `take 2 paracetamol every 6 hours`: two of what, and in tablets.
pub(super) fn so_many(sentence: &str) -> Option<Lead> {
    let rest = sentence.strip_prefix("take ")?;
    let (count, after) = number(rest)?;
    let (count, after) = match after
        .strip_prefix(" or ")
        .or_else(|| after.strip_prefix(" to "))
        .or_else(|| after.strip_prefix('-'))
        .and_then(number)
    {
        Some((most, after)) => (format!("{count}..{most}"), after),
        None => (count.to_owned(), after),
    };
    let after = after.strip_prefix(' ')?;
    let (thing, rest) = word(after);
    let named = thing.len() > 4 && thing.chars().all(char::is_alphabetic);
    if !named || Unit::from_word(thing).is_some() || rest.starts_with(" tablet") {
        return None;
    }
    let unit = if count == "1" { "tablet" } else { "tablets" };
    let mut end = sentence.len() - rest.len();
    let mut text = format!("take {thing} {count} {unit}");
    // `maximum 8 in 24 hours` counts the same.
    if let Some((front, most)) = capped(rest) {
        end = sentence.len() - rest.len() + front.len() + most.len();
        text = format!("{text}{front}{most} tablets");
    }
    if let Some(needed) = super::as_needed::if_needed(&text) {
        text.replace_range(needed.at, &needed.text);
    }
    let mut found = lead(0..end, text);
    found.more = Some(format!(", with {unit} or whatever it is counted in"));
    Some(found)
}

/// Up to the words of a cap, and the cap's number, of one without a unit.
fn capped(rest: &str) -> Option<(&str, &str)> {
    const MOST: &[&str] = &["maximum ", "max ", "at most ", "up to ", "no more than "];
    let at = MOST
        .iter()
        .find_map(|word| Some(rest.find(word)? + word.len()))?;
    let (front, cap) = rest.split_at_checked(at)?;
    let (most, behind) = number(cap)?;
    let per = [" in ", " per ", " a day", " daily", " each day"];
    per.iter()
        .any(|per| behind.starts_with(per))
        .then_some((front, most))
}

#[cfg(test)]
mod tests {
    use super::{of_two, so_many};
    use crate::syntax::recover::sheet::Lead;

    fn written(found: Option<Lead>, said: &str) -> Option<String> {
        found.map(|lead| {
            let (front, behind) = (said.get(..lead.at.start), said.get(lead.at.end..));
            format!(
                "{}{}{}",
                front.unwrap_or_default(),
                lead.text,
                behind.unwrap_or_default()
            )
        })
    }

    #[test]
    fn a_range_of_doses_has_one_unit() {
        for (said, text) in [
            (
                "take paracetamol 500 mg to 1 g every 6 hours",
                "take paracetamol 500..1000 mg every 6 hours",
            ),
            (
                "take 1 or 2 tablets of paracetamol",
                "take 1..2 tablets of paracetamol",
            ),
            (
                "drink 500 ml to 1 litre of water",
                "drink 500..1000 ml of water",
            ),
            ("take 1 tablet or 2 tablets of x", "take 1..2 tablets of x"),
            (
                "take 500 mg to 1 g paracetamol every 6 hours",
                "take 500..1000 mg of paracetamol every 6 hours",
            ),
        ] {
            assert_eq!(written(of_two(said), said).as_deref(), Some(text), "{said}");
        }
        for said in [
            "take 2 or 4 tablets of paracetamol",
            "sessions 3 to 6",
            "take paracetamol 500 mg or 1 g",
            "avoid heat for 1 or 2 days",
        ] {
            assert_eq!(of_two(said), None, "{said}");
        }
    }

    #[test]
    fn so_many_of_a_medicine_are_tablets() {
        for (said, text) in [
            (
                "take 2 paracetamol every 6 hours",
                "take paracetamol 2 tablets every 6 hours",
            ),
            (
                "take 1 or 2 paracetamol if needed, maximum 8 in 24 hours",
                "take paracetamol 1..2 tablets as needed, maximum 8 tablets in 24 hours",
            ),
        ] {
            assert_eq!(
                written(so_many(said), said).as_deref(),
                Some(text),
                "{said}"
            );
        }
        for said in [
            "take 2 tablets of paracetamol",
            "take 500 mg paracetamol",
            "take 2 days off",
        ] {
            assert_eq!(so_many(said), None, "{said}");
        }
    }
}
