//! `keep acids 1 cm away from brows`: how far something is kept off a place.

use super::{Lead, behind, lead, number, without_article, word};
use crate::syntax::reserved::RESERVED;

/// What such a distance is told in.
const UNITS: &[&str] = &[
    "centimetres",
    "centimetre",
    "centimeters",
    "centimeter",
    "cm",
    "millimetres",
    "millimetre",
    "millimeters",
    "millimeter",
    "mm",
    "inches",
    "inch",
    "finger widths",
    "finger width",
];

/// What joins it to the place.
const JOINTS: &[&str] = &[
    " away from ",
    " off ",
    " from ",
    " clear of ",
    " around ",
    " outside ",
];

/// What is kept so far off a place, as a ban near it.
pub(super) fn kept_apart(sentence: &str) -> Option<Lead> {
    let rest = behind(sentence, &["keep ", "stay ", "leave "])?;
    let at = rest.find(|letter: char| letter.is_ascii_digit())?;
    let (thing, measured) = rest.split_at(at);
    let about = [" at least", " about", " a good", " "];
    let thing = thing.trim_end();
    let thing = about
        .iter()
        .find_map(|word| thing.strip_suffix(word))
        .unwrap_or(thing);
    let (count, behind_count) = number(measured)?;
    let unit = behind_count.trim_start();
    let spelt = UNITS.iter().find(|word| unit.starts_with(**word))?;
    let behind_unit = unit.get(spelt.len()..)?;
    let place = without_article(behind(behind_unit, JOINTS)?);
    let mut end = 0;
    for one in place.split(' ') {
        let (bare, _) = word(one);
        if RESERVED.binary_search(&bare).is_ok() || bare.is_empty() {
            break;
        }
        end += bare.len() + usize::from(end > 0);
        if bare.len() < one.len() {
            break;
        }
    }
    let name = place.get(..end).filter(|name| !name.is_empty())?;
    if thing.is_empty() {
        return None;
    }
    let rest = place.get(end..)?;
    let text = format!("avoid {} near {name}", without_article(thing));
    let mut found = lead(0..sentence.len() - rest.len(), text);
    found.more = Some(format!(
        ": it is off on {name}, too; how far has no clause, and stands in a reason, as in `because \"{count} {spelt} around \
         it stay free\"`"
    ));
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::kept_apart;

    #[test]
    fn what_is_kept_so_far_off_a_place_is_off_near_it() {
        for (said, written, rest) in [
            (
                "keep acids 1 cm away from brows",
                "avoid acids near brows",
                "",
            ),
            (
                "keep the retinoids at least 2cm from the eyes for 10 days",
                "avoid retinoids near eyes",
                " for 10 days",
            ),
            (
                "keep acids about 5 mm off brows, daily",
                "avoid acids near brows",
                ", daily",
            ),
        ] {
            let found = kept_apart(said).map(|lead| (lead.text, said.get(lead.at.end..)));
            assert_eq!(found, Some((written.to_owned(), Some(rest))), "{said}");
        }
        for said in [
            "keep dry 2 days",
            "keep acids away from brows",
            "use 1 cm of gel on brows",
        ] {
            assert_eq!(kept_apart(said), None, "{said}");
        }
    }
}
