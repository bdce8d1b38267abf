//! What a printed plan says of a sentence: the author's own words, and what must be read first before what is to be
//! done.

use super::{all, answer, plan, text_of};

#[test]
fn what_is_expected_or_reported_stands_in_the_authors_words() {
    for (rule, said) in [
        (
            "expect brown staining for 6..12 months",
            "- Brown staining: until",
        ),
        ("expect severe brown staining", "- Severe brown staining:"),
        (
            "report brown staining to clinic",
            "- Brown staining. Call the clinic.",
        ),
        (
            "report brown staining lasting 2 days to clinic",
            "- Brown staining lasting 2 days. Call the clinic.",
        ),
        (
            "report increasing pain to clinic",
            "- Increasing pain. Call",
        ),
        (
            "avoid retinoids except Differin",
            "- Retinoids, except Differin (adapalene gel).",
        ),
    ] {
        let text = text_of(rule);
        assert!(text.contains(said), "{rule}: {text}");
    }
    let plan = plan("expect brown staining for 2 days", "", 1);
    assert_eq!(plan["expectations"][0]["items"][0], "darkening");
    assert_eq!(plan["expectations"][0]["written"][0], "brown staining");
}

#[test]
fn whether_a_warning_sign_counts_is_read_before_whom_to_call() {
    let text = text_of("report redness to clinic or 111 within 2 hours if fever");
    let said = "- Redness. ONLY IF fever. Call the clinic within 2 hours. If you cannot reach them, call 111.";
    assert!(text.contains(said), "{text}");
    let text = text_of("report redness to clinic if sensitive skin");
    let first = "- Redness. MAY NOT APPLY TO YOU: see question 1. It holds if sensitive skin.";
    assert!(text.contains(first), "{text}");
    assert!(
        text.contains("until that is known. Call the clinic."),
        "{text}"
    );
}

#[test]
fn how_something_is_done_has_one_word_before_it() {
    for (rule, said) in [
        (
            "use sunscreen by \"by the window\"",
            "Use sunscreen by the window.",
        ),
        ("wear hat by \"with a scarf\"", "Wear hat with a scarf."),
        (
            "apply moisturiser by \"in the daytime\"",
            "Apply moisturiser in the daytime.",
        ),
        (
            "apply moisturiser by \"patting\"",
            "Apply moisturiser by patting.",
        ),
        (
            "steps \"evening\" {\n  cleanse face by \"with both hands\"\n}",
            "Cleanse face with both hands.",
        ),
    ] {
        let text = text_of(rule);
        assert!(text.contains(said), "{rule}: {text}");
    }
}

#[test]
fn what_is_to_be_kept_dry_is_not_bathed_whatever_it_is() {
    for kept in [
        "wound",
        "stitches",
        "dressing",
        "bandage",
        "plaster",
        "the dressing",
    ] {
        let rule = format!("keep {kept} dry for 2 days");
        let on_it = plan(&rule, "", 2);
        for thing in ["washing", "soaking", "shower"] {
            assert_eq!(answer(&on_it, thing), "avoid, settled", "{rule}: {thing}");
        }
    }
    // What is to be clean must be washed.
    let clean = plan("keep clean and dry for 2 days", "", 2);
    assert_eq!(answer(&clean, "soaking"), "avoid, settled");
    let things = clean["things"].as_array().map(Vec::as_slice);
    let mut washed = things.unwrap_or_default().iter();
    assert!(
        washed.all(|one| one["thing"] != "shower" && one["thing"] != "washing"),
        "{clean}"
    );
}

#[test]
fn the_end_of_a_permission_says_that_nothing_more_is_said() {
    for (rule, said) in [
        (
            "allow showers for 5 days",
            "Showers. Until the end of Fri 5 Jun 2026; after that the protocol does not say.",
        ),
        (
            "allow work from day 3 until day 13",
            "Work. From Thu 4 Jun 2026 until the end of Sat 13 Jun; after that the protocol does not say.",
        ),
        (
            "limit alcohol to 1 drink per day for 5 days",
            "at most 1 drink per day. Until the end of Fri 5 Jun 2026; after that the protocol does not say.",
        ),
        (
            "allow showers today",
            "Allowed: showers: ended on Mon 1 Jun 2026; after that the protocol does not say.",
        ),
    ] {
        let text = text_of(rule);
        assert!(text.contains(said), "{rule}: {text}");
    }
    // Where something is said after that, or a ban gives it back, no line says the contrary.
    for rules in [
        "allow showers for 5 days\navoid showers from day 5 for 3 days",
        "allow lukewarm showers for 5 days\nallow showers from day 6",
        "avoid work until day 3\nallow work from day 3 until day 13",
        "allow showers for 5 days\navoid showers from healed for 2 days",
    ] {
        let plan = plan(rules, "", 2);
        let lines = plan["directives"].as_array().map(Vec::as_slice);
        let permitted = lines.unwrap_or_default().iter();
        let mut permitted = permitted.filter(|line| line["verb"] == "allow");
        assert!(
            permitted.all(|line| line["nothing_after"] == false),
            "{rules}"
        );
    }
    let plan = plan("use sunscreen for 3 days\navoid sauna for 3 days", "", 2);
    assert!(
        all(&plan, "directives", "nothing_after")
            .iter()
            .all(|one| *one == false)
    );
}

#[test]
fn the_end_of_a_ban_that_may_not_hold_frees_only_where_it_does() {
    for rule in [
        "avoid pools for 3 days if swelling",
        "avoid pools for 3 days if sensitive skin",
    ] {
        let text = text_of(rule);
        let said = "Until the end of Wed 3 Jun 2026; where it holds, first free day Thu 4 Jun.";
        assert!(text.contains(said), "{rule}: {text}");
    }
    let text = text_of("avoid pools for 3 days");
    assert!(text.contains("2026; first free day Thu 4 Jun."), "{text}");
}
