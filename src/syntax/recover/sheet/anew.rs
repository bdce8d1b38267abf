//! `for 7 days before and 14 days after each treatment`, `the day before and on the day`, `tell clinic about an allergy to
//! latex`, `if allergy to latex`.

use super::{Lead, behind, found, lead, without_article};

/// What is treated again and again.
const SESSIONS: &[&str] = &["treatment", "session", "appointment", "visit", "procedure"];

/// What may stand behind the time of a sentence.
fn clause_follows(rest: &str) -> bool {
    let clauses = [" because", " if ", " unless ", " [", ",", "."];
    rest.is_empty() || clauses.iter().any(|word| rest.starts_with(word))
}

/// `for 1 week before and after each session`: a sentence holds anew around each.
pub(super) fn around_each(sentence: &str) -> Option<Lead> {
    let at = found(sentence, &[" after each ", " after every "])?;
    let front = sentence.get(..at.start)?;
    let word = front.get(front.find(" before and")? + " before and".len()..)?;
    // `14 days`, `about 2 weeks`, or nothing.
    if word.split(' ').count() > 4 || word.contains([',', '"']) {
        return None;
    }
    let rest = behind(sentence.get(at.end..)?, SESSIONS)?;
    let mut found = lead(at.start + 1..sentence.len() - rest.len(), "after");
    found.more = Some(": a sentence holds anew around each session".to_owned());
    clause_follows(rest).then_some(found)
}

/// `the day before`, `on the day before treatment and on the day`: days by their number.
pub(super) fn day_before_it(sentence: &str) -> Option<Lead> {
    const DAY: &[&str] = &[" on the day before", " the day before"];
    const ALSO: &[&str] = &[
        " and on the day",
        " and the day",
        " and on day",
        " and today",
    ];
    let at = found(sentence, DAY)?;
    let front = sentence.get(..at.start)?;
    let counts = [
        "from",
        "until",
        "starting",
        "beginning",
        "by",
        "since",
        "except",
        "on",
    ];
    if front
        .split(' ')
        .next_back()
        .is_some_and(|word| counts.contains(&word))
    {
        return None;
    }
    let rest = of_it(sentence.get(at.end..)?);
    let (days, rest) = match behind(rest, ALSO) {
        Some(rest) => (
            "on days -1..0",
            of_it(rest.strip_prefix(" itself").unwrap_or(rest)),
        ),
        None => ("on day -1", rest),
    };
    clause_follows(rest).then(|| lead(at.start + 1..sentence.len() - rest.len(), days))
}

/// What follows the words for the treatment, if they stand there.
fn of_it(text: &str) -> &str {
    let bare = text.strip_prefix(" of").unwrap_or(text);
    let Some(named) = bare.strip_prefix(' ') else {
        return text;
    };
    behind(without_article(named), SESSIONS).unwrap_or(text)
}

/// `tell clinic about an allergy to latex before treatment`: what is told stands in quotes.
pub(super) fn tells_about(sentence: &str) -> Option<Lead> {
    const TELLS: &[&str] = &["tell clinic about ", "tell the clinic about "];
    const BEFORE: &[&str] = &[
        " before treatment",
        " before the treatment",
        " before your treatment",
        " before your appointment",
        " before the appointment",
    ];
    let told = behind(sentence, TELLS)?;
    let ends = [" if ", " unless ", " because ", " by ", " ["];
    let end = ends.iter().filter_map(|word| told.find(word)).min();
    let (told, rest) = told.split_at_checked(end.unwrap_or(told.len()))?;
    let told = told.trim_end_matches(['.', ',', ' ']);
    let bare = BEFORE.iter().find_map(|word| told.strip_suffix(word));
    // What reads without quotes has a message of its own; so has `for up to 8 hours`.
    let is_cut = told.split_once(" to ").is_some_and(|(front, _)| {
        let word = front.rsplit(' ').next().unwrap_or_default();
        word != "up" && !word.starts_with(|first: char| first.is_ascii_digit())
    });
    let about = bare.unwrap_or(told);
    (is_cut && !about.is_empty() && !about.contains('"')).then(|| {
        lead(
            0..sentence.len() - rest.len(),
            format!("tell clinic \"about {about}\""),
        )
    })
}

/// `if you have an allergy to latex`: who is allergic to it.
pub(super) fn allergy_to(sentence: &str) -> Option<Lead> {
    const ALLERGY: &[&str] = &[
        "you have an allergy to ",
        "you have allergy to ",
        "there is an allergy to ",
        "an allergy to ",
        "known allergy to ",
        "any allergy to ",
        "allergy to ",
    ];
    let joints = [" if ", " unless ", " or ", " and "];
    joints.iter().find_map(|joint| {
        let at = sentence.find(joint)? + joint.len();
        let asked = sentence
            .find(" if ")
            .or_else(|| sentence.find(" unless "))?;
        let rest = behind(sentence.get(at..)?, ALLERGY)?;
        (asked < at && !rest.is_empty())
            .then(|| lead(at..sentence.len() - rest.len(), "allergic to "))
    })
}

#[cfg(test)]
mod tests {
    use super::{allergy_to, around_each, day_before_it, tells_about};

    #[test]
    fn each_session_has_its_days_before_and_after() {
        let said =
            "avoid aspirin for 7 days before and 14 days after each treatment unless pregnant";
        let lead = around_each(said).map(|lead| (said.get(lead.at), lead.text));
        assert_eq!(
            lead,
            Some((Some("after each treatment"), "after".to_owned()))
        );
        assert!(around_each("wash area before and after each cleansing").is_none());
        assert!(around_each("wash area after each session").is_none());
    }

    #[test]
    fn the_day_before_has_a_number() {
        for (said, text) in [
            ("drink water the day before and on the day", "on days -1..0"),
            ("drink water on the day before treatment", "on day -1"),
            (
                "drink water the day before and the day of your treatment",
                "on days -1..0",
            ),
        ] {
            assert_eq!(
                day_before_it(said).map(|lead| lead.text).as_deref(),
                Some(text),
                "{said}"
            );
        }
        for said in [
            "drink water from the day before",
            "avoid sun the day before each session",
        ] {
            assert!(day_before_it(said).is_none(), "{said}");
        }
    }

    #[test]
    fn an_allergy_is_told_or_asked_for() {
        let told = tells_about("tell clinic about allergy to numbing cream before treatment");
        let told = told.map(|lead| lead.text);
        assert_eq!(
            told.as_deref(),
            Some("tell clinic \"about allergy to numbing cream\"")
        );
        for reads in [
            "tell clinic about allergy at 9 months before treatment",
            "tell clinic about allergy for up to 8 hours before",
            "tell clinic about allergy for 7 to 9 days before treatment",
        ] {
            assert!(tells_about(reads).is_none(), "{reads}");
        }
        let asked = allergy_to("refuse if you have an allergy to latex").map(|lead| lead.text);
        assert_eq!(asked.as_deref(), Some("allergic to "));
        assert!(allergy_to("expect allergy to latex").is_none());
    }
}
