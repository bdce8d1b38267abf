//! `from the day of treatment`, `except in an emergency`, `under the chin`, `not on the chin`, `wrapped in a cloth`.

use super::{Lead, behind, ends, found, lead, without_article, word};
use crate::syntax::reserved::RESERVED;

/// `from the day of treatment`, `starting on the day of the procedure`: from the treatment.
pub(super) fn day_of_treatment(sentence: &str) -> Option<Lead> {
    const FROM: &[(&str, &str)] = &[
        (" starting on ", "from treatment"),
        (" starting from ", "from treatment"),
        (" starting ", "from treatment"),
        (" beginning on ", "from treatment"),
        (" beginning ", "from treatment"),
        (" from ", "from treatment"),
        (" until ", "before treatment"),
        (" on ", "today"),
    ];
    const DAY: &[&str] = &[
        "the day of the treatment",
        "the day of your treatment",
        "the day of treatment",
        "the day of the procedure",
        "the day of your procedure",
        "the treatment day",
        "treatment day",
        "the day itself",
    ];
    FROM.iter().find_map(|(from, text)| {
        let at = sentence.find(from)?;
        let rest = sentence.get(at + from.len()..)?;
        let is_start = *text == "from treatment" && *from != " from ";
        let rest = match behind(rest, DAY) {
            Some(rest) => rest,
            None if is_start => behind(
                rest,
                &[
                    "the day",
                    "treatment",
                    "today",
                    "straight away",
                    "immediately",
                ],
            )?,
            None => return None,
        };
        let unsaid = [" of", " after", " before"];
        let whole = ends(rest) && !unsaid.iter().any(|word| rest.starts_with(word));
        whole.then(|| lead(at + 1..sentence.len() - rest.len(), *text))
    })
}

/// `starting the day before treatment`: from when, before it.
pub(super) fn day_before(sentence: &str) -> Option<Lead> {
    // `from the day before` may count from another day.
    const STARTING: &[&str] = &[
        " starting ",
        " beginning ",
        " starting from ",
        " starting on ",
    ];
    const BEFORE: &[&str] = &[
        "the day before the treatment",
        "the day before your treatment",
        "the day before treatment",
        "the day before the procedure",
        "the day before your procedure",
        "the day before",
    ];
    STARTING.iter().find_map(|start| {
        let at = sentence.find(start)?;
        let rest = behind(sentence.get(at + start.len()..)?, BEFORE)?;
        let end = sentence.len() - rest.len();
        ends(rest).then(|| lead(at + 1..end, "from 1 day before treatment"))
    })
}

/// `on the day`: the treatment's own.
pub(super) fn on_the_day(sentence: &str) -> Option<Lead> {
    let at = found(sentence, &[" on the day"])?;
    let rest = sentence.get(at.end..)?;
    let clauses = [" because", " if ", " unless ", ",", "."];
    let whole = rest.is_empty() || clauses.iter().any(|word| rest.starts_with(word));
    whole.then(|| lead(at.start + 1..at.end, "today"))
}

/// `except in an emergency`: a situation.
pub(super) fn in_an_emergency(sentence: &str) -> Option<Lead> {
    const SAID: &[&str] = &[
        "except in an emergency",
        "except in emergencies",
        "except in emergency",
        "except for emergencies",
        "except for an emergency",
        "except emergencies",
        "except an emergency",
        "except emergency",
        "except if it is an emergency",
        "unless it is an emergency",
        "unless it's an emergency",
        "unless there is an emergency",
        "unless in an emergency",
        "unless an emergency",
        "unless emergency",
        "other than in an emergency",
        "only in an emergency",
    ];
    let at = found(sentence, SAID)?;
    let whole = ends(sentence.get(at.end..)?) && sentence.get(..at.start)?.ends_with(' ');
    // What is done only then is another sentence.
    let said = sentence.get(at.clone())?;
    (whole && !said.starts_with("only")).then(|| lead(at, "except during an emergency"))
}

/// Parts of the body that something lies under.
const OVER_SOMETHING: &[&str] = &[
    "breast", "breasts", "chin", "foot", "jaw", "jawline", "nails", "nose", "tongue",
];

/// `under the chin`: no place stands behind `under`, which compares numbers.
pub(super) fn under_a_place(sentence: &str) -> Option<Lead> {
    let at = found(sentence, &[" under ", " underneath ", " beneath "])?;
    let front = sentence.get(..at.start)?;
    let asks = [" if", " unless", " and", " or"];
    let rest = sentence.get(at.end..)?;
    let named = without_article(rest);
    let (place, rest) = word(named);
    let is_place = OVER_SOMETHING.contains(&place);
    if !is_place || asks.iter().any(|word| front.ends_with(word)) {
        return None;
    }
    let mut found = lead(
        at.start + 1..sentence.len() - rest.len(),
        format!("on {place}"),
    );
    found.more = Some(format!(
        ", which is all of it; for what lies under it alone write `on \"under the {place}\"`"
    ));
    Some(found)
}

/// `apply sunscreen daily, not on the chin`: where a duty does not hold is a sentence of its own.
pub(super) fn not_there(sentence: &str) -> Option<Lead> {
    const DOING: &[&str] = &["apply ", "use ", "wear ", "put ", "do ", "massage "];
    const NOT: &[&str] = &[
        ", but not on ",
        ", not on ",
        " but not on ",
        " not on ",
        ", but not around ",
        ", not around ",
        ", but not near ",
        ", not near ",
    ];
    let thing = behind(sentence, DOING)?;
    let at = found(sentence, NOT)?;
    let rest = sentence.get(at.end..)?;
    let joint = sentence.get(at.clone())?.trim().rsplit(' ').next()?;
    let place = without_article(rest);
    let (place, follows) = word(place);
    let whole = follows.trim_end_matches('.').is_empty() || follows.starts_with([',', ' ']);
    let thing: Vec<&str> = without_article(thing)
        .split([' ', ','])
        .take_while(|word| RESERVED.binary_search(word).is_err() && !word.is_empty())
        .collect();
    if !whole || place.is_empty() || thing.is_empty() {
        return None;
    }
    let blank = at.start + sentence.get(at.clone())?.find(' ')? + 1;
    let mut found = lead(blank..sentence.len() - follows.len(), "");
    found.is_sure = false;
    found.more = Some(format!(
        "leave it out; where it is not to be done is forbidden on a line of its own: write `avoid {} {joint} {place}`, with \
         the same time",
        thing.join(" ")
    ));
    Some(found)
}

/// What sheets wrap a thing in.
pub(super) const AROUND: &[&str] = &[
    "cloth",
    "flannel",
    "gauze",
    "handkerchief",
    "tissue",
    "tissues",
    "towel",
    "towels",
];

/// `apply cold pack wrapped in a cloth`: with something around it.
pub(super) fn wrapped_in(sentence: &str) -> Option<Lead> {
    let verb = ["apply ", "use ", "hold ", "put ", "place "]
        .iter()
        .find(|verb| sentence.starts_with(**verb))?;
    let at = found(
        sentence,
        &[
            " wrapped in ",
            " wrapped with ",
            " covered with ",
            " covered in ",
            " in a ",
            " in the ",
        ],
    )?;
    let thing = without_article(sentence.get(verb.len()..at.start)?);
    let words: Vec<&str> = sentence.get(at.end..)?.split(' ').take(4).collect();
    let around = words
        .iter()
        .position(|word| AROUND.contains(&word.trim_end_matches([',', '.'])))?;
    let between = words.get(..around)?;
    let plain = |word: &&str| {
        RESERVED.binary_search(word).is_err() && word.chars().all(char::is_alphabetic)
    };
    let length: usize = between.iter().map(|word| word.len() + 1).sum();
    let last = words.get(around)?.trim_end_matches([',', '.']);
    let is_name = thing.split(' ').all(|word| plain(&word)) && thing.split(' ').count() <= 3;
    let verb = if *verb == "use " { verb } else { "apply " };
    (is_name && between.iter().all(plain)).then(|| {
        lead(
            0..at.end + length + last.len(),
            format!("{verb}wrapped {thing}"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::{
        day_of_treatment, in_an_emergency, not_there, on_the_day, under_a_place, wrapped_in,
    };

    #[test]
    fn the_day_of_the_treatment_is_the_treatment() {
        let text = |said| day_of_treatment(said).map(|lead| lead.text);
        for said in [
            "do walking daily from the day of treatment",
            "do walking daily starting on the day of treatment",
            "do walking daily starting on the day",
        ] {
            assert_eq!(text(said).as_deref(), Some("from treatment"), "{said}");
        }
        assert_eq!(text("do walking from the day of surgery"), None);
        assert_eq!(text("do walking from the day after treatment"), None);
        assert_eq!(text("avoid starting medicines"), None);
        assert!(on_the_day("avoid exercise on the day").is_some());
        assert_eq!(on_the_day("avoid exercise on the day after"), None);
    }

    #[test]
    fn where_and_how_have_their_words() {
        let wrapped = wrapped_in("apply a cold pack wrapped in a thin cloth for 10 minutes");
        let wrapped = wrapped.map(|lead| (lead.at.end, lead.text));
        let end = "apply a cold pack wrapped in a thin cloth".len();
        assert_eq!(wrapped, Some((end, "apply wrapped cold pack".to_owned())));
        assert_eq!(wrapped_in("apply serum in the morning"), None);
        let under = under_a_place("expect swelling under the chin").map(|lead| lead.text);
        assert_eq!(under.as_deref(), Some("on chin"));
        assert_eq!(under_a_place("avoid makeup if age under 18"), None);
        let not = not_there("apply sunscreen daily, not on the chin").and_then(|lead| lead.more);
        assert!(not.is_some_and(|more| more.contains("`avoid sunscreen on chin`")));
        assert!(in_an_emergency("no dentist for 2 weeks, except in an emergency").is_some());
        assert_eq!(in_an_emergency("use it only in an emergency"), None);
    }
}
