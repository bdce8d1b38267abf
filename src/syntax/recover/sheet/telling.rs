//! Whether a sentence may be in the words of a sheet: one look at its words, so that the finders run on few of those that
//! read.

/// Of every lead that a sentence which reads can be given, a word without which it is none; in the order of the alphabet.
const TELLING: &[&str] = &[
    "above",
    "aged",
    "another",
    "arrive",
    "away",
    "begin",
    "beginning",
    "below",
    "beneath",
    "bring",
    "carry",
    "clear",
    "cloth",
    "come",
    "continue",
    "day",
    "disappear",
    "disappears",
    "down",
    "eat",
    "emergencies",
    "emergency",
    "exceed",
    "fade",
    "fades",
    "flannel",
    "further",
    "gauze",
    "get",
    "go",
    "goes",
    "gone",
    "handkerchief",
    "have",
    "keep",
    "leave",
    "max",
    "maximum",
    "more",
    "most",
    "new",
    "next",
    "not",
    "noticeable",
    "off",
    "older",
    "out",
    "over",
    "peaking",
    "peaks",
    "please",
    "repeat",
    "resolve",
    "resolves",
    "return",
    "run",
    "running",
    "runs",
    "second",
    "session",
    "sessions",
    "settle",
    "settled",
    "settles",
    "start",
    "starting",
    "stroll",
    "strolls",
    "swim",
    "swimming",
    "swims",
    "temp",
    "temperature",
    "tissue",
    "tissues",
    "towel",
    "towels",
    "treatment",
    "treatments",
    "under",
    "underneath",
    "unsuitable",
    "up",
    "walk",
    "walking",
    "walks",
    "we",
    "worse",
    "worst",
    "you",
    "younger",
    "your",
];

/// Whether one of them stands in a sentence.
pub(in crate::syntax) fn may_be_of_a_sheet(sentence: &str) -> bool {
    let mut words = sentence.split([' ', ',']);
    words.any(|word| TELLING.binary_search(&word.trim_end_matches('.')).is_ok())
        || sentence.contains("until days ")
}

#[cfg(test)]
mod tests {
    use super::{TELLING, may_be_of_a_sheet};
    use crate::syntax::recover::sheet::FINDERS;

    #[test]
    fn the_words_are_in_their_order() {
        assert!(TELLING.is_sorted());
    }

    /// Each finder's own tests are of sentences that it finds: here one of each, in the order of the finders.
    #[test]
    fn what_a_finder_finds_holds_such_a_word() {
        let found = [
            "swelling will be gone by 2 weeks",
            "expect swelling, worst on day 2 to 3",
            "next session not before 6 weeks",
            "do not have your next session before 6 weeks",
            "carry on with moisturiser",
            "go for a walk",
            "do 30 minutes of walking",
            "apply cold pack wrapped in a cloth",
            "apply sunscreen daily, not on the chin",
            "use sunscreen from the day of treatment",
            "avoid makeup on the day",
            "avoid makeup except in an emergency",
            "expect swelling under the chin",
            "report you have a temperature over 38",
            "refuse if over 65",
        ];
        assert_eq!(found.len(), FINDERS.len());
        for (finder, sentence) in FINDERS.iter().zip(found) {
            assert!(finder(sentence).is_some(), "{sentence}");
            assert!(may_be_of_a_sheet(sentence), "{sentence}");
        }
        for sentence in [
            "avoid retinoids for 7 days because \"x\"",
            "use sunscreen daily",
        ] {
            assert!(!may_be_of_a_sheet(sentence), "{sentence}");
        }
    }
}
