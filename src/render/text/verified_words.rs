//! The keys and values of a plan's JSON, as one says them of a plan that is checked again.

use chrono::{NaiveDate, NaiveTime};

use crate::render::{VerifyWord, clock_words, date_words};

/// What the keys of a line are called; several that say one thing in two ways have one name.
const KEYS: &[(&[&str], VerifyWord)] = &[
    (&["rules", "rule"], VerifyWord::KeyRules),
    (&["releases"], VerifyWord::KeyReleases),
    (&["nothing_after"], VerifyWord::KeyNothingAfter),
    (
        &["items", "written", "thing", "called"],
        VerifyWord::KeyItems,
    ),
    (&["covers"], VerifyWord::KeyCovers),
    (&["including"], VerifyWord::KeyIncluding),
    (&["from"], VerifyWord::KeyFrom),
    (
        &["last_day", "firm_until", "advised_until"],
        VerifyWord::KeyLastDay,
    ),
    (&["first_free_day"], VerifyWord::KeyFirstFree),
    (&["still_held"], VerifyWord::KeyStillHeld),
    (&["off_now"], VerifyWord::KeyOffNow),
    (&["open_until"], VerifyWord::KeyOpenUntil),
    (&["usually"], VerifyWord::KeyUsually),
    (&["frequency"], VerifyWord::KeyFrequency),
    (&["quantity"], VerifyWord::KeyQuantity),
    (&["limit"], VerifyWord::KeyLimit),
    (&["attributes"], VerifyWord::KeyAttributes),
    (&["place"], VerifyWord::KeyPlace),
    (&["using"], VerifyWord::KeyUsing),
    (&["not_using"], VerifyWord::KeyNotUsing),
    (
        &["not_using_because_of", "held_back_by"],
        VerifyWord::KeyHeldBack,
    ),
    (&["manner"], VerifyWord::KeyManner),
    (&["while"], VerifyWord::KeyWhile),
    (&["except"], VerifyWord::KeyExcept),
    (&["instead"], VerifyWord::KeyInstead),
    (&["if_unavoidable"], VerifyWord::KeyUnavoidable),
    (&["choice"], VerifyWord::KeyChoice),
    (&["phase"], VerifyWord::KeyPhase),
    (&["state"], VerifyWord::KeyState),
    (&["if"], VerifyWord::KeyIf),
    (&["unless"], VerifyWord::KeyUnless),
    (&["because"], VerifyWord::KeyBecause),
    (&["part_held_back_by"], VerifyWord::KeyPartHeldBack),
    (
        &["next_session_except", "next_session_held_back_by"],
        VerifyWord::KeyNextHeldBack,
    ),
    (&["choices_held_back"], VerifyWord::KeyChoicesHeldBack),
    (&["never_in_force"], VerifyWord::KeyNever),
    (&["clock_time_decides"], VerifyWord::KeyClock),
    (&["unless_prescribed"], VerifyWord::KeyPrescribed),
    (&["section"], VerifyWord::KeySection),
    (&["treatments"], VerifyWord::KeyTreatments),
    (&["verb", "word"], VerifyWord::KeyVerb),
    (&["answer"], VerifyWord::KeyAnswer),
    (&["by"], VerifyWord::KeyBy),
    (&["only", "off_only"], VerifyWord::KeyOnly),
    (&["otherwise"], VerifyWord::KeyOtherwise),
    (&["limits"], VerifyWord::KeyLimits),
    (&["free_from"], VerifyWord::KeyFreeFrom),
    (&["free_from_time"], VerifyWord::KeyFreeTime),
    (
        &["again_from", "next_session_windows"],
        VerifyWord::KeyAgain,
    ),
    (&["ask_prescriber", "of_allergy"], VerifyWord::KeyPrescriber),
    (&["classes"], VerifyWord::KeyClasses),
    (&["narrowed"], VerifyWord::KeyNarrowed),
    (&["mentioned"], VerifyWord::KeyMentioned),
    (&["to"], VerifyWord::KeyTo),
    (&["within"], VerifyWord::KeyWithin),
    (&["reported", "reported_items"], VerifyWord::KeyReported),
    (&["depends_on", "asks"], VerifyWord::KeyDependsOn),
    (&["stricter"], VerifyWord::KeyStricter),
    (&["details"], VerifyWord::KeyDetails),
    (
        &["window_text", "windows", "when", "after", "typical_days"],
        VerifyWord::KeyWindow,
    ),
    (&["title"], VerifyWord::KeyTitle),
    (&["text"], VerifyWord::KeyText),
    (&["answers", "answer_with"], VerifyWord::KeyAnswers),
    (&["decides"], VerifyWord::KeyDecides),
    (&["earliest"], VerifyWord::KeyEarliest),
    (&["latest"], VerifyWord::KeyLatest),
    (&["every"], VerifyWord::KeyEvery),
    (&["least"], VerifyWord::KeyLeast),
    (&["most"], VerifyWord::KeyMost),
    (&["next"], VerifyWord::KeyNext),
    (&["remaining"], VerifyWord::KeyRemaining),
    (&["concerns"], VerifyWord::KeyConcerns),
    (&["until"], VerifyWord::KeyUntil),
    (&["deferred_until"], VerifyWord::KeyDeferredUntil),
    (&["advised"], VerifyWord::KeyAdvised),
    (&["sources"], VerifyWord::KeySources),
    (&["fact"], VerifyWord::KeyFact),
    (&["ends"], VerifyWord::KeyEnds),
    (&["first"], VerifyWord::KeyFirst),
];

/// What the values are called that the format has names for.
const VALUES: [(&str, VerifyWord); 9] = [
    ("better_not", VerifyWord::BetterNot),
    ("not_covered", VerifyWord::NotAnswered),
    ("past", VerifyWord::Past),
    ("active", VerifyWord::Active),
    ("upcoming", VerifyWord::Upcoming),
    ("waiting", VerifyWord::Waiting),
    ("provisional", VerifyWord::Provisional),
    ("conditional", VerifyWord::Conditional),
    ("settled", VerifyWord::Settled),
];

/// A key of a line as one says it.
pub(super) fn key_words(key: &str) -> String {
    let known = KEYS.iter().find(|(keys, _)| keys.contains(&key));
    known.map_or_else(|| key.replace('_', " "), |(_, word)| word.text().to_owned())
}

/// A value as one says it: a date with its weekday, and no name that only programs know.
pub(super) fn value_words(value: &str) -> String {
    if let Some((_, word)) = VALUES.iter().find(|(name, _)| *name == value) {
        return word.text().to_owned();
    }
    if let Ok(day) = value.parse::<NaiveDate>() {
        return date_words(day);
    }
    let moment = value.split_once('T').and_then(|(day, time)| {
        let day = day.parse::<NaiveDate>().ok()?;
        let time = NaiveTime::parse_from_str(time, "%H:%M").ok()?;
        let holes = [("time", clock_words(time)), ("day", date_words(day))];
        let holes = holes.each_ref().map(|(key, text)| (*key, text.as_str()));
        Some(VerifyWord::AtTime.with(&holes))
    });
    moment.unwrap_or_else(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_said_as_people_say_them() {
        for (value, said) in [
            ("2026-06-05", "Fri 5 Jun 2026"),
            ("2026-06-05T10:30", "10:30 on Fri 5 Jun 2026"),
            ("better_not", "better not"),
            ("past", "over"),
            ("daily", "daily"),
            ("2026-06-05 or so", "2026-06-05 or so"),
        ] {
            assert_eq!(value_words(value), said);
        }
        assert_eq!(key_words("first_free_day"), "first free day");
        assert_eq!(key_words("releases"), "given back at its end");
    }

    /// Every key of a line of the format has words of its own.
    #[test]
    fn no_key_of_a_line_is_said_as_its_name() {
        let schema: serde_json::Value = serde_json::from_str(crate::render::PLAN_SCHEMA).unwrap();
        let lines = [
            "directive",
            "thing",
            "expectation",
            "red_flag",
            "steps",
            "note",
            "visit",
            "before_treatment",
            "question",
            "candidate",
            "maintenance",
        ];
        for line in lines {
            let keys = schema["$defs"][line]["properties"].as_object();
            for key in keys.unwrap_or_else(|| panic!("no {line}")).keys() {
                let known = KEYS.iter().any(|(keys, _)| keys.contains(&key.as_str()));
                let beside = ["facts", "kind", "own", "next_session_windows"];
                assert!(known || beside.contains(&key.as_str()), "{line}: {key}");
            }
        }
    }
}
