//! `during the whole course of treatment`, `until the last session`: as long as the course lasts.

use super::{Lead, ends, found, lead};

/// What stands before the course.
const DURING: &[&str] = &[
    " all through ",
    " during ",
    " for ",
    " over ",
    " throughout ",
];

/// How sheets say all of it, where the language says `the course`.
const ALL: &[&str] = &["whole ", "entire ", "full ", "complete ", ""];

/// What the course is of.
const OF: &[&str] = &[
    " of treatments",
    " of treatment",
    " of sessions",
    " of your treatments",
    " of your treatment",
    " of your sessions",
    "",
];

/// Words of a medicine that is taken for so long.
const MEDICINE: &[&str] = &[
    "take",
    "taking",
    "continue",
    "finish",
    "complete",
    "antibiotics",
    "tablets",
];

/// `throughout your entire course of treatments`
pub(super) fn whole_course(sentence: &str) -> Option<Lead> {
    let mut said = DURING.iter().filter_map(|word| {
        let at = sentence.find(word)?;
        let rest = sentence.get(at + word.len()..)?;
        let rest = rest
            .strip_prefix("the ")
            .or_else(|| rest.strip_prefix("your "))?;
        let all = ALL.iter().find(|all| rest.starts_with(**all))?;
        let rest = rest.strip_prefix(all)?;
        let treatment = rest.strip_prefix("treatment ").unwrap_or(rest);
        let behind = treatment.strip_prefix("course")?;
        let of = OF.iter().find(|of| behind.starts_with(**of))?;
        let behind = behind.strip_prefix(of)?;
        let is_more = !all.is_empty() || !of.is_empty() || treatment.len() < rest.len();
        // That of a medicine is another one.
        let of_medicine = of.is_empty() && sentence.split(' ').any(|word| MEDICINE.contains(&word));
        (is_more && !of_medicine && ends(behind))
            .then(|| lead(at + 1..sentence.len() - behind.len(), "for the course"))
    });
    said.next()
}

/// `until the last session`
pub(super) fn last_session(sentence: &str) -> Option<Lead> {
    let at = found(
        sentence,
        &[
            " until the last ",
            " until your last ",
            " until the final ",
            " until your final ",
            " until after the last ",
            " until after your last ",
            " till the last ",
            " till your last ",
        ],
    )?;
    let rest = sentence.get(at.end..)?;
    let behind = ["treatment session", "session", "treatment", "appointment"]
        .iter()
        .find_map(|word| rest.strip_prefix(word))?;
    let over = [" is over", " is done", " is finished", " has been done"];
    let behind = over
        .iter()
        .find_map(|word| behind.strip_prefix(word))
        .unwrap_or(behind);
    ends(behind).then(|| {
        lead(
            at.start + 1..sentence.len() - behind.len(),
            "until final session",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::{last_session, whole_course};

    #[test]
    fn the_whole_course_is_the_course() {
        for said in [
            "avoid smoking during the whole course",
            "avoid smoking throughout your entire course of treatment",
            "avoid smoking for the full course of treatments if pregnant",
            "avoid smoking during your treatment course",
        ] {
            let found = whole_course(said).map(|lead| (lead.at.start, lead.text));
            assert_eq!(found, Some((14, "for the course".to_owned())), "{said}");
        }
        assert_eq!(whole_course("avoid smoking for the course"), None);
        // That of a medicine is another one.
        assert_eq!(whole_course("take antibiotics for the whole course"), None);
        let found = last_session("avoid smoking until your last session if pregnant");
        assert_eq!(found, Some(super::lead(14..37, "until final session")));
        assert_eq!(last_session("avoid smoking until the last day"), None);
    }
}
