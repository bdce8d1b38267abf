//! What sentences become, and what checks clean.

use super::{Bundled, CheckOptions, Checked, Condition, Head, Rule, Window, check};
use crate::diagnostic::{Severity, any_error};
use crate::source::Sources;

fn checked(text: &str) -> Checked {
    check(
        &mut Sources::new(),
        &Bundled,
        "test.rules",
        text,
        &CheckOptions::default(),
    )
}

/// The rule that one sentence becomes, beside the bundled vocabulary.
fn rule(sentence: &str) -> Rule {
    let text = format!("import skin-care\naftercare for 2 weeks\n{sentence}\n");
    let checked = checked(&text);
    let problems: Vec<_> = checked.diagnostics.iter().map(|one| &one.message).collect();
    let protocol = checked
        .protocol
        .unwrap_or_else(|| panic!("{sentence}: {problems:?}"));
    let mut rules = protocol.rules.into_iter();
    rules
        .next()
        .unwrap_or_else(|| panic!("{sentence}: no rule"))
}

#[test]
fn bundled_files_check_without_a_word() {
    for (name, text) in crate::bundled::BUNDLED {
        let messages: Vec<String> = checked(text)
            .diagnostics
            .into_iter()
            .map(|one| one.message)
            .collect();
        assert!(messages.is_empty(), "{name}: {messages:?}");
    }
}

#[test]
fn promised_lines_check_clean() {
    for line in [
        "avoid retinoids for 7 days",
        "sessions 3..6 every 4..6 weeks",
        "avoid retinoids, alpha hydroxy acids, beta hydroxy acids and exfoliants for 7 days because \"they irritate healing skin\"",
        "avoid direct sun for at least 1 week",
        "avoid makeup for 24..48 hours",
        "use sunscreen with broad-spectrum, spf 30+ daily from day 1",
        "maintenance every 6..12 months",
        "when skin type in IV..VI { avoid direct sun for 14 days }",
        "avoid retinoids for 5 days before and 7 days after",
    ] {
        rule(line);
    }
}

#[test]
fn windows_read_as_people_say_them() {
    for (written, words) in [
        ("avoid makeup for 5..7 days", "for 5 to 7 days"),
        ("avoid makeup for about 1 week", "for about 1 week"),
        (
            "avoid makeup for at least 24 hours, better 48 hours",
            "for at least 24 hours, better 48 hours",
        ),
        (
            "avoid makeup until healed, at least 3 days",
            "until healed, at least 3 days",
        ),
        ("avoid makeup on days 2..4", "on days 2 to 4"),
        (
            "avoid makeup for up to 3 months before",
            "for up to 3 months before",
        ),
        (
            "allow makeup from 24..48 hours",
            "from 24 to 48 hours after treatment",
        ),
        ("avoid makeup tonight", "tonight"),
        (
            "use serum from healed for 2 weeks",
            "from healed for 2 weeks",
        ),
    ] {
        assert_eq!(
            rule(written).window_text.as_deref(),
            Some(words),
            "{written}"
        );
    }
}

#[test]
fn quantities_and_frequencies_read_as_people_say_them() {
    for (written, quantity, frequency) in [
        ("use serum twice daily", None, Some("twice daily")),
        (
            "use serum 2..3 times a week",
            None,
            Some("2 to 3 times a week"),
        ),
        (
            "use serum every morning and evening",
            None,
            Some("every morning and evening"),
        ),
        (
            "apply cool compress for 10..15 minutes every 2 hours",
            Some("10 to 15 minutes"),
            Some("every 2 hours"),
        ),
        (
            "drink water 2 litres daily",
            Some("2 litres"),
            Some("daily"),
        ),
        (
            "apply cool compress 10 minutes on, 10 minutes off as needed",
            Some("10 minutes on, 10 minutes off"),
            Some("as needed"),
        ),
    ] {
        let details = rule(written).details;
        assert_eq!(details.quantity.as_deref(), quantity, "{written}");
        assert_eq!(details.frequency.as_deref(), frequency, "{written}");
    }
}

#[test]
fn increasing_is_worsening() {
    let worsening = rule("report worsening pain to clinic").head;
    for written in [
        "report increasing pain to clinic",
        "report pain increasing to clinic",
    ] {
        assert_eq!(rule(written).head, worsening, "{written}");
    }
}

#[test]
fn a_hyphen_in_a_name_is_a_blank_or_nothing() {
    let plain = rule("avoid makeup, spray tan and sunscreen for 2 days").head;
    let hyphened = rule("avoid make-up, spray-tan and sun-screen for 2 days").head;
    assert_eq!(hyphened, plain);
}

#[test]
fn a_length_of_application_is_no_window() {
    assert_eq!(
        rule("apply cool compress for 10 minutes").window,
        Window::Unsaid
    );
    assert_ne!(rule("avoid washing for 10 minutes").window, Window::Unsaid);
    assert_ne!(
        rule("apply cool compress for 2 hours").window,
        Window::Unsaid
    );
}

#[test]
fn an_action_is_found_by_its_own_words() {
    let Head::Duty { verb, things, .. } = rule("keep dry for 2 days").head else {
        panic!("a duty");
    };
    assert_eq!((verb, things.len()), (None, 1));
}

#[test]
fn spf_on_a_duty_means_or_more() {
    for (written, or_more) in [
        ("use sunscreen with spf 30 daily", true),
        ("avoid sunscreen with spf 30 today", false),
    ] {
        let rule = rule(written);
        let value = rule.head.named().first().and_then(|thing| {
            thing
                .attributes
                .first()
                .and_then(|attribute| attribute.value)
        });
        assert_eq!(value.map(|value| value.or_more), Some(or_more), "{written}");
    }
}

#[test]
fn a_bare_qualifier_speaks_of_the_sentence_itself() {
    let one = rule("report pain and swelling to clinic if severe").condition;
    let other = rule("note \"x\" if pain severe or swelling severe").condition;
    assert_eq!(one, other);
}

#[test]
fn whens_and_clauses_join() {
    let inside = rule("when pregnant { avoid makeup today unless healed }").condition;
    assert!(
        matches!(inside, Condition::All(ref all) if all.len() == 2),
        "{inside:?}"
    );
    let text = "import skin-care\naftercare for 1 week\nwhen pregnant { avoid makeup } otherwise { use makeup }\n";
    let rules = checked(text).protocol.unwrap().rules;
    assert_eq!(rules[0].condition.clone().negate(), rules[1].condition);
}

#[test]
fn a_sentence_is_kept_on_one_line_without_comments() {
    let rule = rule("avoid makeup   # not even lipstick\n    for 7 days");
    assert_eq!(rule.sentence, "avoid makeup for 7 days");
    assert_eq!((rule.location.line, rule.location.column), (3, 1));
}

#[test]
fn quoted_names_with_reserved_words_may_stand_bare() {
    rule("avoid day cream for 2 days");
    rule("product \"once-a-day mask\"\nuse once-a-day mask today");
}

#[test]
fn order_does_not_matter_for_new_quoted_names() {
    let kinds = |text: &str| {
        let vocabulary = checked(text).vocabulary;
        let id = vocabulary.find_thing("blue goo").unwrap();
        vocabulary.thing(id).kind
    };
    let (one, other) = (
        "avoid \"blue goo\" today\n",
        "wear \"blue goo\" from day 2\n",
    );
    assert_eq!(
        kinds(&format!("{one}{other}")),
        kinds(&format!("{other}{one}"))
    );
}

#[test]
fn the_fingerprint_follows_the_imports() {
    let print = |text: &str| checked(text).protocol.unwrap().fingerprint;
    let own = print("note \"a\"\n");
    assert_eq!(own.len(), 64);
    assert_ne!(own, print("import skin-care\nnote \"a\"\n"));
    assert_eq!(own, print("note \"a\"\n"));
}

#[test]
fn warnings_do_not_stop_a_protocol() {
    let checked = checked("avoid \"blue goo\"\n");
    assert!(!any_error(&checked.diagnostics));
    assert!(checked.protocol.is_some());
    assert!(
        checked
            .diagnostics
            .iter()
            .all(|one| one.severity() == Severity::Warning)
    );
}

#[test]
fn vocabularies_grow_by_naming_a_class_again() {
    let text = "import skin-care\nsubstance retinoids { granactive }\nsubstance our actives { tretinoin, granactive }\navoid our actives today\n";
    let checked = checked(text);
    assert!(checked.protocol.is_some(), "{:?}", checked.diagnostics);
    let vocabulary = checked.vocabulary;
    let find = |name| vocabulary.find_thing(name).unwrap();
    for class in ["retinoids", "our actives"] {
        for member in ["granactive", "tretinoin"] {
            assert!(
                vocabulary.is_under(find(member), find(class)),
                "{member} in {class}"
            );
        }
    }
}

#[test]
fn a_forgotten_import_is_looked_for_once_however_the_file_ends() {
    // What is added at the end of this text stands inside its block.
    let found = checked("event healed\nwhen healed {\navoid something today");
    let errors = found.diagnostics.iter();
    let errors = errors.filter(|one| one.severity() == Severity::Error);
    let codes: Vec<&str> = errors.map(|one| one.code.name()).collect();
    assert_eq!(codes, ["unclosed-block", "unknown-name"]);
}

#[test]
fn no_help_turns_a_sentence_round() {
    for text in [
        "keep washcloths away",
        "keep direct sun off",
        "use away makeup",
    ] {
        let found = checked(&format!("import skin-care\n{text}\n"));
        assert!(any_error(&found.diagnostics), "{text}");
        let mut helps = found.diagnostics.iter().filter_map(|one| one.help.as_ref());
        assert!(helps.all(|help| !help.starts_with("write ")), "{text}");
    }
}

/// LANGUAGE.md 3.9: two courses for one patient are an error with an example patient.
#[test]
fn the_example_of_a_patient_under_two_courses_is_one() {
    let example = |condition: &str| {
        let text = format!(
            "import skin-care\nsessions 3 every 4 weeks if {condition}\n\
             sessions 4 every 6 weeks unless pregnant\n"
        );
        let found = checked(&text).diagnostics;
        let helps: Vec<_> = found.into_iter().filter_map(|one| one.help).collect();
        helps.into_iter().find(|help| help.contains("both are for"))
    };
    for (condition, patient) in [
        ("session is 1", "a patient, at session 1, not pregnant"),
        ("session is 2", "a patient, at session 2, not pregnant"),
        ("age under 18", "a patient of 17, not pregnant"),
        ("fever", "a patient with fever, not pregnant"),
    ] {
        let help = example(condition).unwrap_or_default();
        assert!(help.contains(patient), "{condition}: {help}");
    }
}

/// A quote with nothing behind it is one mistake: the name in it is not looked for.
#[test]
fn an_empty_quote_is_one_mistake() {
    for (line, message) in [
        ("avoid \"", "a text in quotes is not closed on its line"),
        ("\"", "a text in quotes is not closed on its line"),
        (
            "avoid \"\" for 2 days",
            "there is nothing between these quotes",
        ),
        (
            "avoid heat except \" \" for 2 days",
            "there is nothing between these quotes",
        ),
    ] {
        let errors: Vec<String> = checked(&format!("import skin-care\n{line}\n"))
            .diagnostics
            .into_iter()
            .filter(|one| one.severity() == Severity::Error)
            .map(|one| one.message)
            .collect();
        assert_eq!(errors, [message], "{line}");
    }
}
