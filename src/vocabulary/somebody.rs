//! How somebody is who calls: `you are worried`, `you cannot swallow`.

use super::sign::{FURTHER, HAVING, without_getting};

/// How somebody is, and what the language calls about.
const OF_THE_PATIENT: &[(&str, &str)] = &[
    ("anxious", "worries"),
    ("any concerns", "worries"),
    ("can not breathe", "difficulty breathing"),
    ("can't breathe", "difficulty breathing"),
    ("cannot breathe", "difficulty breathing"),
    ("cannot breathe easily", "difficulty breathing"),
    ("cannot breathe properly", "difficulty breathing"),
    ("cannot breathe well", "difficulty breathing"),
    ("can\u{2019}t breathe", "difficulty breathing"),
    ("concerned", "worries"),
    ("concerns", "worries"),
    ("find it hard to breathe", "difficulty breathing"),
    ("have a concern", "worries"),
    ("have any concerns", "worries"),
    ("have concerns", "worries"),
    ("in any doubt", "questions"),
    ("in doubt", "questions"),
    ("not sure", "questions"),
    ("struggle to breathe", "difficulty breathing"),
    ("struggling to breathe", "difficulty breathing"),
    ("uncertain", "questions"),
    ("unsure", "questions"),
    ("worried", "worries"),
];

/// `worries` of `you are worried`, and of the second part of `you are unwell or worried`.
pub(super) fn of_the_patient(part: &str, of_patient: bool) -> Option<&'static str> {
    let said = [
        "you are ",
        "you're ",
        "you\u{2019}re ",
        "you feel ",
        "you ",
        "are ",
        "feel ",
    ]
    .iter()
    .find_map(|start| part.strip_prefix(start))
    .unwrap_or(part);
    let found = OF_THE_PATIENT.iter().find(|(state, _)| *state == said);
    found.filter(|_| of_patient).map(|(_, name)| *name)
}

/// `dizzy` of `feel dizzy`, behind what else somebody has.
pub(super) fn of_somebody(part: &str) -> &str {
    let rest = HAVING.iter().find_map(|word| part.strip_prefix(word));
    without_getting(rest.unwrap_or(part))
}

/// What somebody does who is not well.
const DOING: &[&str] = &[
    "bleed", "choke", "collapse", "cough", "faint", "itch", "pass out", "shiver", "vomit", "wheeze",
];

/// What somebody cannot do who is not well.
const CANNOT: &[&str] = &[
    "bend", "close", "drink", "eat", "feel", "lift", "move", "open", "pass", "pee", "see", "sleep",
    "speak", "stand", "swallow", "talk", "urinate", "wake", "walk",
];

/// `cannot swallow` of `you cannot swallow`, `faint` of `you faint`.
pub(super) fn done_by_somebody(part: &str) -> Option<&str> {
    let does = part.strip_prefix("you ")?;
    let cannot = ["can't ", "can\u{2019}t ", "cannot "];
    let what = cannot.iter().find_map(|word| does.strip_prefix(word));
    let is_sign = match what {
        Some(what) => {
            let first = what.split(' ').next().unwrap_or_default();
            CANNOT.contains(&first) && what.split(' ').count() <= 3
        }
        None => DOING.contains(&does),
    };
    let is_plain = !does.split(' ').any(|word| FURTHER.contains(&word));
    (is_sign && (is_plain || what.is_none())).then_some(does)
}

#[cfg(test)]
mod tests {
    use super::{OF_THE_PATIENT, done_by_somebody, of_somebody, of_the_patient};

    #[test]
    fn how_somebody_is_is_a_sign() {
        assert!(OF_THE_PATIENT.is_sorted());
        assert_eq!(of_the_patient("you are worried", true), Some("worries"));
        assert_eq!(of_the_patient("worried", false), None);
        assert_eq!(done_by_somebody("you faint"), Some("faint"));
        assert_eq!(
            done_by_somebody("you cannot swallow"),
            Some("cannot swallow")
        );
        assert_eq!(done_by_somebody("you cannot attend"), None);
        assert_eq!(done_by_somebody("you take aspirin"), None);
        assert_eq!(done_by_somebody("you have a fever"), None);
        assert_eq!(done_by_somebody("you think that it is infected"), None);
        assert_eq!(of_somebody("feel dizzy"), "dizzy");
    }
}
