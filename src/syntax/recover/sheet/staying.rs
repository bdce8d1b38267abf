//! `keep dressing on neck in place and dry`: that a dressing stays on, and how it is to be, are two sentences.

use super::{Lead, behind, ends, lead, word};
use crate::syntax::reserved::RESERVED;

/// The last words of what stays on the skin.
const DRESSINGS: &[&str] = &[
    "bandage",
    "bandages",
    "dressing",
    "dressings",
    "gauze",
    "patch",
    "plaster",
    "plasters",
    "steri-strips",
    "strips",
    "tape",
];

/// How sheets say that it stays where it is.
const STAYS: &[&str] = &[
    "in place",
    "in its place",
    "in situ",
    "intact",
    "undisturbed",
    "on",
];

/// What is said of a dressing.
#[derive(Debug, Default)]
struct Said<'t> {
    stays: bool,
    is_dry: bool,
    is_clean: bool,
    place: Option<&'t str>,
}

pub(super) fn dressing_stays(sentence: &str) -> Option<Lead> {
    let is_left = sentence.starts_with("leave ");
    let about = behind(sentence, &["keep ", "leave "])?;
    let about = behind(about, &["the ", "your ", "any "]).unwrap_or(about);
    let (thing, tail) = dressing(about)?;
    let (said, rest) = said_of(tail, is_left);
    let more = [
        said.stays.then_some(""),
        said.is_clean.then_some(" clean"),
        said.is_dry.then_some(" dry"),
    ];
    let place = match said.place {
        Some(place) => format!(" on {place}"),
        None => String::new(),
    };
    let whole = more.into_iter().flatten();
    let whole: Vec<String> = whole
        .map(|how| format!("keep {thing}{how}{place}"))
        .collect();
    let end = sentence.len() - rest.len();
    match whole.as_slice() {
        [] => None,
        // That it stays `on` is told with what stands behind `on`.
        _ if said.place.is_none() && bare_on(tail) => None,
        [only] => {
            let bare = sentence.get(..end)?.replace(" the ", " ");
            (bare.replace(" your ", " ") != *only && ends(rest)).then(|| lead(0..end, only))
        }
        // How it is to be alone is told where no place stands.
        _ if !said.stays && said.place.is_none() || !ends(rest) => None,
        _ => {
            let rest = rest.trim_start_matches([',', ' ']).trim_end_matches('.');
            let each = whole
                .iter()
                .map(|one| format!("`{}`", format!("{one} {rest}").trim_end()));
            let each: Vec<String> = each.collect();
            let mut found = lead(0..end, "");
            found.is_sure = false;
            found.more = Some(format!(
                "write each on a line of its own: {}",
                each.join(" and ")
            ));
            Some(found)
        }
    }
}

/// `keep dressing on for 2 days`
fn bare_on(tail: &str) -> bool {
    let rest = tail.strip_prefix(" on");
    rest.is_some_and(ends)
}

/// `pressure dressing` at the start of a text, and what follows.
fn dressing(text: &str) -> Option<(&str, &str)> {
    let mut end = 0;
    for one in text.split(' ').take(3) {
        let bare = one.trim_end_matches([',', '.']);
        if RESERVED.binary_search(&bare).is_ok() {
            return None;
        }
        end += bare.len();
        if DRESSINGS.contains(&bare) {
            return text.split_at_checked(end);
        }
        end += 1;
    }
    None
}

/// What is said of it, and the clauses that follow.
fn said_of(tail: &str, is_left: bool) -> (Said<'_>, &str) {
    let mut said = Said::default();
    let mut rest = tail;
    let mut is_joined = is_left;
    loop {
        let bare = rest.trim_start_matches([',', ' ']);
        let joined = bare.strip_prefix("and ");
        let bare = joined.unwrap_or(bare);
        is_joined |= joined.is_some();
        let next = if let Some((place, next)) = place(bare).filter(|_| said.place.is_none()) {
            said.place = Some(place);
            next
        } else if let Some(next) = whole_words(bare, STAYS) {
            said.stays = true;
            next
        } else if let Some(next) = whole_words(bare, &["dry"]) {
            said.is_dry = true;
            next
        } else if let Some(next) = whole_words(bare, &["clean"]) {
            said.is_clean = true;
            next
        } else {
            break;
        };
        rest = next;
    }
    // `keep dressing on neck and dry` says both, `keep dressing on neck dry` one.
    let only_how = (said.is_dry || said.is_clean) && !(said.place.is_some() && is_joined);
    let is_clean_and_dry = said.is_clean && said.is_dry && !is_left;
    said.stays |= is_left || said.place.is_some() && !only_how && !is_clean_and_dry;
    (said, rest)
}

/// One of these words at the start of a text, and what follows.
fn whole_words<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    let mut found = words.iter().filter_map(|word| text.strip_prefix(word));
    found.find(|rest| ends(rest))
}

/// `neck` of `on your neck in place`, and what follows.
fn place(text: &str) -> Option<(&str, &str)> {
    const NO_PLACE: &[&str] = &["clean", "dry", "in", "intact", "undisturbed"];
    let named = text.strip_prefix("on ")?;
    let named = behind(named, &["the ", "your "]).unwrap_or(named);
    let mut rest = named;
    loop {
        let bare = rest.trim_start_matches(' ');
        let (one, next) = word(bare);
        let is_name = !one.is_empty() && one.chars().all(|letter| letter.is_alphabetic());
        if !is_name || NO_PLACE.contains(&one) || RESERVED.binary_search(&one).is_ok() {
            break;
        }
        rest = next;
        if rest.starts_with([',', '.']) {
            break;
        }
    }
    let end = named.len() - rest.len();
    (end > 0)
        .then(|| named.split_at_checked(end))
        .flatten()
        .map(|(place, rest)| (place.trim_end(), rest))
}

#[cfg(test)]
mod tests {
    use super::dressing_stays;

    #[test]
    fn a_dressing_stays_and_is_kept_dry() {
        let both = "write each on a line of its own: `keep dressing on neck for 48 hours` and \
                    `keep dressing dry on neck for 48 hours`";
        for sentence in [
            "keep dressing on neck in place and dry for 48 hours",
            "keep the dressing in place and dry on your neck for 48 hours",
            "leave the dressing on your neck in place and dry, for 48 hours",
            "keep dressing on neck and dry for 48 hours",
            "keep dressing dry and in place on neck for 48 hours",
        ] {
            let more = dressing_stays(sentence).and_then(|lead| lead.more);
            assert_eq!(more.as_deref(), Some(both), "{sentence}");
        }
        let clean = dressing_stays("keep dressing clean and dry on neck");
        let clean = clean.and_then(|lead| lead.more).unwrap_or_default();
        assert!(clean.contains("`keep dressing clean on neck` and `keep dressing dry on neck`"));
        assert!(!clean.contains("`keep dressing on neck`"), "{clean}");
    }

    #[test]
    fn one_thing_said_of_it_is_one_sentence() {
        for (sentence, written) in [
            ("keep dressing on neck in place", "keep dressing on neck"),
            (
                "keep dressing in place on neck for 2 days",
                "keep dressing on neck",
            ),
            ("keep dressing on neck dry", "keep dressing dry on neck"),
            (
                "keep pressure dressing undisturbed",
                "keep pressure dressing",
            ),
            (
                "leave dressing on neck until healed",
                "keep dressing on neck",
            ),
            ("leave plaster in place", "keep plaster"),
        ] {
            let text = dressing_stays(sentence).map(|lead| lead.text);
            assert_eq!(text.as_deref(), Some(written), "{sentence}");
        }
        for sentence in [
            "keep dressing on neck",
            "keep the dressing on your neck",
            "keep dressing dry",
            "keep dressing on",
            "keep dressing on and dry for 48 hours",
            "keep dressing clean and dry",
            "keep dressing dry on neck",
            "keep dressing on neck and chin",
            "keep dry on neck",
            "leave the clinic with a dressing",
        ] {
            assert_eq!(dressing_stays(sentence), None, "{sentence}");
        }
    }
}
