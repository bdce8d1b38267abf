//! `bleeding does not stop`, `swelling won't go down`: a sign that is still there, in the words of sheets.

use super::said_signs::{PRONOUNS, SaidSign};

/// What denies that it goes, as sheets say it, and as it is written.
const DENYING: &[(&str, &str)] = &[
    ("are not", "are not"),
    ("aren't", "are not"),
    ("did not", "did not"),
    ("didn't", "did not"),
    ("do not", "do not"),
    ("does not", "does not"),
    ("doesn't", "does not"),
    ("don't", "do not"),
    ("has not", "has not"),
    ("hasn't", "has not"),
    ("have not", "have not"),
    ("haven't", "have not"),
    ("is not", "is not"),
    ("isn't", "is not"),
    ("will not", "will not"),
    ("won't", "will not"),
];

/// How a sign goes.
const GOING: &[&str] = &[
    "better",
    "clear",
    "cleared",
    "clearing",
    "close",
    "closing",
    "come",
    "disappear",
    "disappeared",
    "ease",
    "eased",
    "easing",
    "fade",
    "faded",
    "fading",
    "get",
    "getting",
    "go",
    "going",
    "gone",
    "heal",
    "healing",
    "improve",
    "improved",
    "improving",
    "reduce",
    "resolve",
    "resolved",
    "resolving",
    "respond",
    "responding",
    "settle",
    "settled",
    "settling",
    "slow",
    "stop",
    "stopped",
    "stopping",
    "subside",
    "subsided",
    "subsiding",
];

/// What may stand behind that and says no more.
const BEHIND: &[&str] = &[
    "away",
    "better",
    "bleeding",
    "down",
    "improving",
    "oozing",
    "swelling",
    "up",
    "weeping",
];

/// What was done about it all the same.
const DESPITE: &[&str] = &[" with ", " despite ", " in spite of ", " after applying "];

/// A sign that is still there.
#[derive(Debug, PartialEq, Eq)]
struct Staying<'t> {
    /// What it is said of; none where the sign before it is meant.
    of: Option<&'t str>,
    /// What it does not do: `does not stop`.
    said: String,
    /// What was done about it: `pressure`.
    despite: Option<&'t str>,
}

/// `bleeding does not stop`, and `does not stop` behind what is said of the same sign.
pub(super) fn still_there<'t>(
    part: &str,
    before: impl FnOnce() -> Option<&'t str>,
) -> Option<SaidSign> {
    let found = staying(part)?;
    let of = match found.of {
        Some(of) => of.to_owned(),
        None => before()?.to_owned(),
    };
    // Whoever does not do something has no sign.
    if PRONOUNS.contains(&of.as_str()) || of.starts_with("you") {
        return None;
    }
    Some(match found.despite {
        Some(done) if done.contains(' ') => SaidSign::Measured {
            of,
            how: format!("despite \"{done}\""),
        },
        Some(done) => SaidSign::Measured {
            of,
            how: format!("despite {done}"),
        },
        None => SaidSign::Staying {
            text: format!("{of} {}", found.said),
            of,
        },
    })
}

/// What of a part of a list says that a sign is still there.
fn staying(part: &str) -> Option<Staying<'_>> {
    let typed =
        |denying: &str| -> [String; 2] { [denying.to_owned(), denying.replace('\'', "\u{2019}")] };
    let found = DENYING.iter().find_map(|(denying, written)| {
        let forms = typed(denying);
        forms.iter().find_map(|denying| {
            let (of, rest) = match part.strip_prefix(&format!("{denying} ")) {
                Some(rest) => (None, rest),
                None => {
                    let (of, rest) = part.split_once(&format!(" {denying} "))?;
                    (Some(of), rest)
                }
            };
            Some((of, *written, rest))
        })
    });
    let (of, written, rest) = found?;
    let done = DESPITE.iter().find_map(|word| rest.split_once(word));
    let (goes, despite) = match done {
        Some((goes, done)) => (goes, Some(done)),
        None => (rest, None),
    };
    let mut words = goes.split(' ');
    let is_going = GOING.contains(&words.next()?) && words.all(|word| BEHIND.contains(&word));
    let of = of.map(|of| {
        let joints = [" that", " which"];
        joints
            .iter()
            .find_map(|joint| of.strip_suffix(joint))
            .unwrap_or(of)
    });
    let few = |words: &str, most: usize| words.split(' ').count() <= most;
    let plain = of.is_none_or(|of| few(of, 3)) && despite.is_none_or(|done| few(done, 4));
    (is_going && plain).then(|| Staying {
        of,
        said: format!("{written} {goes}"),
        despite,
    })
}

/// `bleeding does not stop` of `you cannot stop the bleeding`.
pub(super) fn cannot_be_stopped(part: &str) -> Option<SaidSign> {
    const CANNOT: &[&str] = &[
        "you can't stop ",
        "you can\u{2019}t stop ",
        "you cannot stop ",
        "you are unable to stop ",
        "you are not able to stop ",
    ];
    let sign = CANNOT.iter().find_map(|start| part.strip_prefix(start))?;
    let sign = sign.strip_prefix("the ").unwrap_or(sign);
    (!sign.is_empty() && !sign.contains(' ')).then(|| SaidSign::Staying {
        of: sign.to_owned(),
        text: format!("{sign} does not stop"),
    })
}

#[cfg(test)]
mod tests {
    use super::{SaidSign, Staying, cannot_be_stopped, staying};
    use crate::vocabulary::said_signs;

    #[test]
    fn a_sign_that_does_not_go_stays() {
        let found = |part| staying(part).map(|one| (one.of, one.said, one.despite));
        let said = |of, said: &str| Some((of, said.to_owned(), None));
        assert_eq!(
            found("bleeding does not stop"),
            said(Some("bleeding"), "does not stop")
        );
        assert_eq!(
            found("bleeding won\u{2019}t stop"),
            said(Some("bleeding"), "will not stop")
        );
        assert_eq!(
            found("pain that has not gone away"),
            said(Some("pain"), "has not gone away")
        );
        assert_eq!(
            found("is not getting better"),
            said(None, "is not getting better")
        );
        assert_eq!(
            staying("bleeding does not stop with firm pressure"),
            Some(Staying {
                of: Some("bleeding"),
                said: "does not stop".to_owned(),
                despite: Some("firm pressure"),
            })
        );
        for part in [
            "you do not feel well",
            "wound is not clean",
            "skin does not turn red",
            "bleeding does not stop after 10 minutes",
            "pain",
        ] {
            assert_eq!(staying(part), None, "{part}");
        }
        assert_eq!(cannot_be_stopped("you cannot stop smoking today"), None);
    }

    #[test]
    fn each_of_a_list_stays_by_itself() {
        let signs = |asked| {
            let found = said_signs(asked, |name| name == "fever").map(|found| found.signs);
            let signs = found
                .unwrap_or_default()
                .into_iter()
                .map(|sign| match sign {
                    SaidSign::Named(name) => name,
                    SaidSign::State { of, state } => format!("{state} {of}"),
                    SaidSign::Measured { of, how } => format!("{of} {how}"),
                    SaidSign::Staying { text, .. } => text,
                    other => format!("{other:?}"),
                });
            signs.collect::<Vec<String>>().join(" / ")
        };
        for (asked, found) in [
            (
                "bleeding is heavy or does not stop",
                "heavy bleeding / bleeding does not stop",
            ),
            (
                "fever or bleeding won't stop",
                "fever / bleeding will not stop",
            ),
            (
                "bleeding does not stop with pressure",
                "bleeding despite pressure",
            ),
            ("you cannot stop the bleeding", "bleeding does not stop"),
        ] {
            assert_eq!(signs(asked), found, "{asked}");
        }
    }
}
