//! Whether a sentence may be in the words of a sheet: one look at its words, so that the finders run on few of those that
//! read.

/// Of every lead that a sentence which reads can be given, a word without which it is none; in the order of the alphabet.
const TELLING: &[&str] = &[
    "advice",
    "aged",
    "allergy",
    "another",
    "anything",
    "appear",
    "appointment",
    "arrive",
    "avoided",
    "away",
    "become",
    "begin",
    "beginning",
    "beneath",
    "bring",
    "call",
    "cannot",
    "carry",
    "clear",
    "cloth",
    "come",
    "commencing",
    "contact",
    "continue",
    "delay",
    "dial",
    "disappear",
    "disappears",
    "down",
    "eat",
    "email",
    "emergencies",
    "emergency",
    "exceed",
    "fade",
    "fades",
    "feel",
    "feels",
    "flannel",
    "following",
    "further",
    "gauze",
    "get",
    "go",
    "goes",
    "going",
    "gone",
    "handkerchief",
    "have",
    "inform",
    "keep",
    "leave",
    "look",
    "looks",
    "max",
    "maximum",
    "message",
    "more",
    "most",
    "new",
    "next",
    "nothing",
    "noticeable",
    "notify",
    "off",
    "out",
    "peaking",
    "peaks",
    "phone",
    "pillow",
    "pillows",
    "please",
    "postpone",
    "prescribed",
    "prescribes",
    "prescription",
    "re-book",
    "re-schedule",
    "rearrange",
    "rebook",
    "repeat",
    "reschedule",
    "resolve",
    "resolves",
    "return",
    "ring",
    "run",
    "running",
    "runs",
    "second",
    "see",
    "seem",
    "settle",
    "settled",
    "settles",
    "start",
    "starting",
    "stop",
    "stopped",
    "stroll",
    "strolls",
    "swim",
    "swimming",
    "swims",
    "telephone",
    "tell",
    "tells",
    "temp",
    "temperature",
    "text",
    "these",
    "tissue",
    "tissues",
    "told",
    "towel",
    "towels",
    "treat",
    "turn",
    "unavoidable",
    "under",
    "underneath",
    "unsuitable",
    "up",
    "walk",
    "walking",
    "walks",
    "we",
    "within",
    "worse",
    "worst",
    "you",
    "younger",
    "your",
];

/// Words that tell behind another one alone: `the day`, and not `from day 2`.
const BEHIND: &[(&[&str], &[&str])] = &[
    (
        &["day", "days"],
        &["the", "till", "to", "treatment", "until"],
    ),
    (
        &["above", "below", "older", "over"],
        &["are", "be", "if", "is", "unless", "you're"],
    ),
    (&["to"], &["i", "ii", "iii", "iv", "v"]),
    (&["from"], &["age", "type", "types"]),
    (&["time"], &["a", "each", "every"]),
    (&["should"], &[""]),
    (&["be"], &["can", "could", "may", "might", "will"]),
    (&["complete", "entire", "full", "whole"], &["the", "your"]),
    (&["needed"], &["if", "when", "whenever"]),
    (&["necessary", "required"], &["as", "if", "when"]),
    (
        &["pressure"],
        &[
            "apply", "direct", "firm", "gentle", "keep", "light", "put", "some", "steady", "use",
        ],
    ),
    (
        &["in", "into", "to"],
        &["sit", "sitting", "trips", "visits"],
    ),
    (&["of"], &["course", "package", "series"]),
    (&["evening", "morning", "night"], &["previous", "the"]),
    (&["month", "week"], &["the"]),
    (&["course"], &["treatment"]),
    (
        &["around", "near", "on", "suitable", "recommended"],
        &["not"],
    ),
];

/// Words that tell behind any but these: `3 sessions`, and not `before treatment`.
const NOT_BEHIND: (&[&str], &[&str]) = (
    &["session", "sessions", "treatment", "treatments"],
    &["after", "before", "of"],
);

/// Of each first and last letter, a bit for each length of such a word: most words are told apart by it.
pub(super) type Shapes = [u32; SHAPES_OF_ALL];

/// How many pairs of a first and a last letter there are.
pub(super) const SHAPES_OF_ALL: usize = 26 * 26;

const SHAPES: Shapes = shapes_of(TELLING, [0; SHAPES_OF_ALL]);

/// The same of the words that tell behind another one.
const SHAPES_BEHIND: Shapes = {
    let mut shapes = shapes_of(NOT_BEHIND.0, [0; SHAPES_OF_ALL]);
    let mut at = 0;
    while at < BEHIND.len() {
        #[expect(
            clippy::indexing_slicing,
            reason = "worked out when the program is compiled"
        )]
        let (words, _) = BEHIND[at];
        shapes = shapes_of(words, shapes);
        at += 1;
    }
    shapes
};

/// These shapes with those of these words; what starts or ends with no letter has none.
#[expect(
    clippy::indexing_slicing,
    reason = "worked out when the program is compiled"
)]
pub(super) const fn shapes_of(words: &[&str], mut shapes: Shapes) -> Shapes {
    let mut at = 0;
    while at < words.len() {
        let word = words[at].as_bytes();
        let (first, last) = (word[0], word[word.len() - 1]);
        if first.is_ascii_lowercase() && last.is_ascii_lowercase() {
            let ends = (first - b'a') as usize * 26 + (last - b'a') as usize;
            shapes[ends] |= 1 << word.len();
        }
        at += 1;
    }
    shapes
}

/// Whether one of them stands in a sentence.
pub(in crate::syntax) fn may_be_of_a_sheet(sentence: &str) -> bool {
    let mut before = "";
    sentence.split([' ', ',']).any(|word| {
        let word = word.trim_end_matches('.');
        let behind = std::mem::replace(&mut before, word);
        tells(word) || tells_behind(word, behind)
    })
}

fn tells(word: &str) -> bool {
    is_shaped(word, &SHAPES) && TELLING.binary_search(&word).is_ok()
}

/// Whether a word is as long as one of those with its first and last letter.
pub(super) fn is_shaped(word: &str, shapes: &Shapes) -> bool {
    let place = |letter: &u8| usize::from(letter.wrapping_sub(b'a'));
    let (first, last) = (word.as_bytes().first(), word.as_bytes().last());
    let (Some(first), Some(last)) = (first.map(place), last.map(place)) else {
        return false;
    };
    let shape = (first < 26 && last < 26).then(|| shapes.get(first * 26 + last));
    shape
        .flatten()
        .is_some_and(|shape| word.len() < 32 && shape >> word.len() & 1 == 1)
}

fn tells_behind(word: &str, before: &str) -> bool {
    if !is_shaped(word, &SHAPES_BEHIND) {
        return false;
    }
    let (words, but) = NOT_BEHIND;
    let mut told = BEHIND.iter();
    told.any(|(words, behind)| words.contains(&word) && behind.contains(&before))
        || words.contains(&word) && !but.contains(&before)
}

#[cfg(test)]
mod tests {
    use super::{TELLING, may_be_of_a_sheet};
    use crate::syntax::recover::sheet::{FINDERS, finders};

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
            "the area may look bruised",
            "use hydroquinone if skin type is iv to vi",
            "do not treat if you have been in the sun in the last 2 weeks",
            "isotretinoin must have been stopped for 6 months",
            "refuse if taking isotretinoin within 7 days before treatment",
            "come back for a review with the nurse on day 7",
            "second peel 6 to 8 weeks after the first",
            "next session not before 6 weeks",
            "do not have your next session before 6 weeks",
            "carry on with moisturiser",
            "keep dressing in place",
            "keep acids 1 cm away from brows",
            "go for a walk",
            "do 30 minutes of walking",
            "eat nothing for 2 hours",
            "apply pressure to wound",
            "do not go to the gym",
            "do not use the same towel twice",
            "keep the leg raised above heart level",
            "do not eat until numbness gone",
            "take 2 paracetamol if needed",
            "take paracetamol 500 mg to 1 g if needed",
            "take paracetamol if needed",
            "use a clean towel each time",
            "apply ice for 10 minutes at a time for 2 days",
            "apply ice 10 minutes on and 10 minutes off",
            "apply cold pack wrapped in a cloth",
            "apply sunscreen daily, not on the chin",
            "if you have a pacemaker tell us before",
            "wash hair on the morning of treatment",
            "use sunscreen from the day of treatment",
            "avoid retinol starting 7 days before",
            "wash hair the night before treatment",
            "avoid retinol the week before treatment",
            "use sunscreen starting the day before",
            "drink water on the day before treatment",
            "avoid aspirin for 7 days before and 14 days after each treatment",
            "tell clinic about allergy to latex before treatment",
            "refuse if allergy to latex",
            "avoid aspirin unless your doctor prescribed it",
            "avoid makeup on the day",
            "avoid makeup except in an emergency",
            "expect swelling under the chin",
            "report you have a temperature over 38",
            "refuse if over 65",
            "refuse if you are prone to keloids",
            "avoid smoking during the whole course",
            "avoid smoking until the last session",
            "sleep on two pillows",
            "avoid heat until swelling gone as it irritates",
        ];
        assert_eq!(found.len(), FINDERS.len());
        for ((_, finder), sentence) in FINDERS.iter().zip(found) {
            assert!(finder(sentence).is_some(), "{sentence}");
            assert!(
                finders(sentence).any(|one| std::ptr::fn_addr_eq(one, *finder)),
                "{sentence}"
            );
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
