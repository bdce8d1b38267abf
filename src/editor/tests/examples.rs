//! What is offered, hinted and coloured in places that practitioners meet.

use super::super::{Role, Scope, complete, hint, is_unfinished, roles};
use super::clinic;

/// What is offered at the end of a text.
fn offers(text: &str) -> Vec<String> {
    let found = complete(text, text.len(), clinic());
    found.candidates.into_iter().map(|one| one.text).collect()
}

/// Fails unless every one of `wanted` is offered at the end of `text`, and none of `unwanted`.
#[track_caller]
fn offered(text: &str, wanted: &[&str], unwanted: &[&str]) {
    let found = offers(text);
    for word in wanted {
        assert!(
            found.iter().any(|one| one == word),
            "`{text}` lacks `{word}`: {found:?}"
        );
    }
    for word in unwanted {
        assert!(
            found.iter().all(|one| one != word),
            "`{text}` offers `{word}`: {found:?}"
        );
    }
}

#[test]
fn a_sentence_starts_with_what_to_do() {
    offered(
        "",
        &["avoid", "use", "wear", "report", "import", "if"],
        &["because", "retinoids", "otherwise"],
    );
    offered(
        "when pregnant {\n  ",
        &["avoid", "when"],
        &["import", "substance"],
    );
    offered(
        "when pregnant { avoid makeup } ",
        &["otherwise"],
        &["avoid", "import"],
    );
    offered("av", &["avoid"], &["use"]);
    // The bundled protocol has these lines, which stand once.
    offered("", &[], &["protocol", "version", "status"]);
}

#[test]
fn names_are_of_the_kinds_that_suit() {
    offered(
        "avoid ",
        &["makeup", "retinoids", "direct sun"],
        &["redness", "age", "healed", "for"],
    );
    offered("expect ", &["redness"], &["makeup"]);
    offered("wear ", &["hat"], &["retinoids"]);
    offered("avoid sun-scr", &["sunscreen"], &["retinoids"]);
    offered(
        "avoid makeup until ",
        &["healed", "day", "next morning"],
        &["retinoids", "age"],
    );
    offered(
        "defer if took ",
        &["blood thinners"],
        &["retinoids", "makeup", "because"],
    );
    offered(
        "use sunscreen with ",
        &["spf", "mineral"],
        &["wide brim", "for"],
    );
    offered("avoid makeup on ", &["treated area"], &["retinoids"]);
    offered("import ", &["skin-care"], &["use", "retinoids"]);
    offered(
        "substance new cream in ",
        &["retinoids"],
        &["redness", "use", "aspirin"],
    );
    offered("avoid makeup because \"x\" [", &["guide"], &["makeup"]);
}

#[test]
fn behind_an_attribute_stand_the_names_of_what_can_have_it() {
    offered("use gentle ", &["cleanser"], &["serum", "hat", "redness"]);
    offered("use hydrating ", &["serum", "moisturiser"], &["hat"]);
    offered(
        "avoid heat, instead use soothing ",
        &["moisturiser"],
        &["exfoliants"],
    );
    offered("wear light ", &["clothing"], &["retinoids", "serum"]);
    // Both at once are of the cleansers and toners.
    offered("use gentle hydrating ", &["cleanser", "toner"], &["serum"]);
    offered("use gentle ", &["hydrating"], &["light"]);
    offered(
        "steps \"x\" { use gentle cleanser then use hydrating ",
        &["serum"],
        &["light"],
    );
}

#[test]
fn a_half_typed_name_stays_by_all_its_names() {
    assert_eq!(offers("avoid DIFF"), ["Differin"]);
    offered("avoid alpha ", &["hydroxy acids"], &[]);
    offered("avoid alpha-hy", &["alpha hydroxy acids"], &[]);
    // A name that holds a reserved word is offered bare where it was declared in quotes.
    offered("use day", &["day cream"], &["\"day cream\""]);
    offered(
        "avoid retinoids, including ",
        &["tretinoin", "retinol"],
        &["makeup", "exfoliants"],
    );
}

#[test]
fn conditions_offer_facts_their_comparisons_and_their_values() {
    offered(
        "refuse if ",
        &["pregnant", "skin type", "not", "taking"],
        &["retinoids"],
    );
    // Facts and events stand before it, more than are shown where nothing is typed.
    offered("refuse if f", &["fever"], &["face"]);
    offered(
        "refuse if skin type ",
        &["in", "="],
        &["includes", "because", "if"],
    );
    offered(
        "refuse if skin type in ",
        &["IV"],
        &["acne scars", "melasma"],
    );
    offered("refuse if skin type in IV..", &["VI"], &["I", "III"]);
    offered(
        "refuse if concerns includes ",
        &["melasma"],
        &["IV", "makeup"],
    );
    offered(
        "sessions 3..6 every 4 weeks for ",
        &["acne scars"],
        &["healed"],
    );
    offered(
        "refuse if pregnant ",
        &["because", "or", "and"],
        &["for", "daily", "includes"],
    );
}

#[test]
fn clauses_are_offered_that_are_not_there_yet() {
    offered(
        "avoid retinoids ",
        &["for", "until", "because", "if"],
        &["to", "immediately"],
    );
    offered(
        "avoid retinoids for 7 days ",
        &["because", "if"],
        &["for", "until", "today"],
    );
    offered(
        "avoid retinoids for 7 ",
        &["days", "weeks"],
        &["because", "day", "litres"],
    );
    offered(
        "report fever ",
        &["to", "immediately", "within"],
        &["a minimum"],
    );
    offered(
        "report fever to ",
        &["clinic", "emergency services"],
        &["a minimum", "makeup"],
    );
    offered("limit alcohol to 1 ", &["drink"], &["drinks"]);
}

#[test]
fn what_must_be_later_or_earlier_than_what_stands_before_is_offered() {
    offered("expect redness from day 5 until ", &["day"], &[]);
    offered("prepare \"x\" ", &["for"], &["to"]);
    offered("prepare \"x\" for 2..4 ", &["weeks"], &["litres"]);
    offered("avoid heat for at least 1 week, ", &["better"], &[]);
    offered(
        "avoid heat until healed, at least 10 days, ",
        &["at most"],
        &[],
    );
}

#[test]
fn what_one_head_alone_takes_is_offered() {
    offered("limit direct sun ", &["to"], &["from"]);
    offered("limit alcohol to ", &["a minimum"], &["clinic"]);
    offered("visit \"x\" 7 days after ", &["treatment"], &["makeup"]);
    offered(
        "avoid heat from 3 weeks before next session until ",
        &["treatment"],
        &[],
    );
    offered("refuse if pregnant ", &["="], &["in"]);
    offered("refuse if pregnant = ", &["no", "yes"], &["IV"]);
}

#[test]
fn nothing_is_offered_in_quotes_comments_and_numbers() {
    for text in [
        "note \"avoid ",
        "# avoid ",
        "avoid makeup # av",
        "avoid makeup for 7",
        "source x = \"a",
    ] {
        assert_eq!(offers(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn what_is_offered_says_what_it_means() {
    let means = |text: &str, word: &str| {
        let found = complete(text, text.len(), clinic()).candidates;
        let one = found.into_iter().find(|one| one.text == word);
        one.map(|one| one.means).unwrap_or_default()
    };
    assert_eq!(
        means("avoid retinoi", "retinoids"),
        "covers prescribed retinoids, cosmetic retinoids, retinoid towelette"
    );
    assert!(means("avoid Diff", "Differin").starts_with("another name for adapalene gel"));
    assert_eq!(
        means("defer if pregn", "pregnant"),
        "yes or no: Is the patient pregnant?"
    );
    assert_eq!(
        means("avoid makeup bec", "because"),
        "the reason, in quotes"
    );
}

#[test]
fn the_likeliest_end_is_hinted() {
    for (text, wanted) in [
        ("avoid retinoids", Some(" for 7 days")),
        ("avoid retinoids ", Some("for 7 days")),
        ("avoid retinoids for", Some(" 7 days")),
        ("avoid retinoids for 7", Some(" days")),
        ("report fever", Some(" to clinic immediately")),
        ("sun: report fever to clinic", Some(" immediately")),
        ("avoid diff", Some("erin")),
        ("sessions 3..6", Some(" every 4..6 weeks")),
        ("refuse if skin type", Some(" in IV..VI")),
        ("avoid makeup until", Some(" healed")),
        ("avoid retinoids for 7 days", None),
        ("avoid retinods", None),
        ("note \"avoid", None),
        ("", None),
    ] {
        assert_eq!(hint(text, clinic()).as_deref(), wanted, "{text}");
    }
}

#[test]
fn words_have_their_roles() {
    let text = "sun: use sunscreen with spf 30+ for 7 days if skin type in IV..VI [guide] # ok";
    let found: Vec<(&str, Role)> = roles(text, text.len(), clinic())
        .into_iter()
        .map(|(range, role)| (&text[range], role))
        .collect();
    assert_eq!(
        found,
        [
            ("sun", Role::Label),
            ("use", Role::Head),
            ("sunscreen", Role::Thing),
            ("with", Role::Keyword),
            ("spf", Role::Thing),
            ("30", Role::Number),
            ("+", Role::Number),
            ("for", Role::Keyword),
            ("7", Role::Number),
            ("days", Role::Number),
            ("if", Role::Keyword),
            ("skin type", Role::Fact),
            ("in", Role::Keyword),
            ("IV", Role::Value),
            ("VI", Role::Value),
            ("guide", Role::Source),
            ("# ok", Role::Comment),
        ]
    );
}

#[test]
fn an_unknown_name_is_marked_once_the_cursor_has_left_it() {
    let unknown = |text: &str, cursor: usize| {
        let found = roles(text, cursor, clinic());
        found.iter().any(|(_, role)| *role == Role::Unknown)
    };
    assert!(!unknown("avoid retinods", 14));
    assert!(unknown("avoid retinods ", 15));
    assert!(unknown("avoid retinods for 7 days", 25));
    // These two words may still become the name of a class.
    assert!(!unknown("avoid alpha ", 12));
    // What the text itself declares is known in it.
    assert!(!unknown(
        "substance new thing\navoid new thing for 7 days",
        45
    ));
}

#[test]
fn a_line_that_cannot_be_read_is_a_mistake_once_the_cursor_has_left_it() {
    let text = "avoid makeup zzz: yyy\navoid makeup";
    let mistake = |cursor: usize| {
        let found = roles(text, cursor, clinic());
        found.iter().any(|(_, role)| *role == Role::Mistake)
    };
    assert!(!mistake(21));
    assert!(mistake(text.len()));
}

#[test]
fn open_blocks_and_joined_lines_want_more() {
    let scope = Scope::empty(Vec::new());
    for (text, wanted) in [
        ("when pregnant {", true),
        ("section \"x\" {\n  avoid makeup\n", true),
        ("when pregnant {\n\n", true),
        ("substance acids {", true),
        ("avoid makeup,", true),
        ("avoid makeup and", true),
        ("avoid makeup, # not all", true),
        ("refuse if pregnant or\n", true),
        ("avoid makeup,\n\n", false),
        ("avoid makeup", false),
        ("avoid", false),
        ("when pregnant { avoid makeup }", false),
        ("note \"avoid,", false),
        ("", false),
    ] {
        assert_eq!(is_unfinished(text, &scope), wanted, "{text}");
    }
}

#[test]
fn a_scenario_is_completed_line_by_line() {
    let open = "scenario \"x\" {\n  ";
    offered(
        open,
        &["given", "then", "on day"],
        &["avoid", "use", "when"],
    );
    let given = format!("{open}given ");
    offered(
        &given,
        &["age", "pregnant", "healed", "redness", "treated"],
        &["avoid", "makeup"],
    );
    offered(&format!("{given}skin type "), &["IV"], &["avoid", "age"]);
    offered(
        &format!("{given}taking "),
        &["warfarin"],
        &["makeup", "age"],
    );
    let then = format!("{open}on day 3 then ");
    let outcomes = [
        "avoid",
        "allowed",
        "better not",
        "not covered",
        "refused",
        "asks",
        "says",
    ];
    offered(&then, &outcomes, &["use", "report", "given"]);
    offered(
        &format!("{then}avoid "),
        &["makeup", "direct sun"],
        &["redness"],
    );
    offered(&format!("{then}asks "), &["age", "skin type"], &["makeup"]);
    offered(&format!("{then}says "), &["sun", "actives"], &["retinoids"]);
    assert!(is_unfinished(open, clinic()));
    assert!(is_unfinished("scenario \"x\" {\n  given age 34,", clinic()));
    assert!(!is_unfinished(
        "scenario \"x\" {\n  then refused\n}\n",
        clinic()
    ));
}
