//! "Did you mean": the known word nearest to an unknown one.

/// The longest word that is compared, in letters: what is longer is no slip of the pen, and the time
/// grows with the product of both lengths.
const LONGEST: usize = 80;

/// The candidate nearest to `word`, if one is near: the distance counts edits and swapped
/// neighbours, and may be one in three letters, three at the most. Nothing is near a word of more than 80 letters.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_of(word, candidates, |_| true)
}

/// The nearest of those candidates that may be meant. Whether one may is asked of those alone that are near.
pub(crate) fn nearest_of<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    may_be_meant: impl Fn(&str) -> bool,
) -> Option<&'a str> {
    let word = word.to_lowercase();
    let letters = word.chars().take(LONGEST + 1).count();
    if letters > LONGEST {
        return None;
    }
    let bound = (letters / 3).clamp(1, 3);
    let of_word = letters_of(&word);
    candidates
        .into_iter()
        // The distance is never less than the difference of the lengths, nor than what one of the two has of
        // letters that the other lacks.
        .filter(|candidate| candidate.chars().count().abs_diff(letters) <= bound)
        .filter_map(|candidate| {
            let lower = candidate.to_lowercase();
            let far = apart(&of_word, &letters_of(&lower)) > bound;
            (!far).then(|| (strsim::osa_distance(&word, &lower), candidate))
        })
        .filter(|(distance, candidate)| {
            *distance <= bound && *distance < candidate.chars().count().max(2)
        })
        .filter(|(_, candidate)| words_are_near(&word, &candidate.to_lowercase()))
        .filter(|(_, candidate)| may_be_meant(candidate))
        .min_by_key(|(distance, candidate)| {
            // People seldom get the first letter wrong.
            let starts_apart = candidate.to_lowercase().chars().next() != word.chars().next();
            (*distance, starts_apart, candidate.len(), *candidate)
        })
        .map(|(_, candidate)| candidate)
}

/// Whether each word of the one is near the word of the other in its place: `pink skin` is as few letters from
/// `pale skin` as a slip of the pen, and another thing. Of names with other numbers of words nothing is said.
fn words_are_near(one: &str, other: &str) -> bool {
    if one.split_whitespace().count() != other.split_whitespace().count() {
        return true;
    }
    let mut pairs = one.split_whitespace().zip(other.split_whitespace());
    pairs.all(|(one, other)| {
        let bound = (one.chars().count() / 3).clamp(1, 3);
        strsim::osa_distance(one, other) <= bound
    })
}

/// How many letters a text has of each of 32 kinds; several letters may be of one kind.
fn letters_of(text: &str) -> [u8; 32] {
    let mut counts = [0_u8; 32];
    for letter in text.chars() {
        if let Some(count) = counts.get_mut(u32::from(letter) as usize % 32) {
            *count = count.saturating_add(1);
        }
    }
    counts
}

/// How many letters the one has that the other lacks, or the other way round: whichever is more.
fn apart(one: &[u8; 32], other: &[u8; 32]) -> usize {
    let (mut more, mut less) = (0, 0);
    for (one, other) in one.iter().zip(other) {
        more += usize::from(one.saturating_sub(*other));
        less += usize::from(other.saturating_sub(*one));
    }
    more.max(less)
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, apart, letters_of, nearest};

    #[test]
    fn letters_apart_are_never_more_than_the_distance() {
        let words = [
            "retinoids",
            "retionids",
            "retinol",
            "a",
            "soap",
            "soup",
            "crème brûlée",
        ];
        for one in words {
            for other in words {
                let distance = strsim::osa_distance(one, other);
                assert!(
                    apart(&letters_of(one), &letters_of(other)) <= distance,
                    "{one} {other}"
                );
            }
        }
        assert_eq!(apart(&letters_of("soap"), &letters_of("soup")), 1);
    }

    #[test]
    fn one_letter_in_three_may_be_wrong() {
        assert_eq!(
            nearest("retinods", ["exfoliants", "retinoids"]),
            Some("retinoids")
        );
        assert_eq!(nearest("soup", ["soap", "soaps"]), Some("soap"));
        assert_eq!(nearest("retinods", ["exfoliants", "makeup"]), None);
    }

    #[test]
    fn what_is_longer_than_any_name_is_near_nothing() {
        let name = "a".repeat(LONGEST);
        assert_eq!(
            nearest(&format!("{}b", &name[1..]), [name.as_str()]),
            Some(name.as_str())
        );
        assert_eq!(nearest(&format!("{name}b"), [name.as_str()]), None);
        assert_eq!(nearest(&"a".repeat(5_000_000), ["aaa"]), None);
    }
}
