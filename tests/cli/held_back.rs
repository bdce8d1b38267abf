//! What is added to one plan against a ban: it holds nothing back from the ban, and every format says so.

use super::several::folder;
use super::{Folder, Ran};

/// The plan of the day of the treatment with a sentence added to it.
fn given(folder: &Folder, with: &str, format: &[&str]) -> Ran {
    let plan = [
        "eval",
        "one.rules",
        "--treated",
        "2026-06-01",
        "--on",
        "2026-06-01",
        "--with",
        with,
    ];
    folder.run(&[&plan[..], format].concat())
}

#[test]
fn what_is_added_against_a_ban_is_led_to_replace() {
    let folder = Folder::new()
        .with(
            "one.rules",
            "import skin-care\ntreatment microneedling\nheat: avoid sauna for 48 hours\navoid pools for 3 days\n",
        )
        .with("jo.toml", "treated = 2026-06-01\n");
    let with = |sentence: &str| {
        let eval = [
            "eval",
            "one.rules",
            "--patient",
            "jo.toml",
            "--on",
            "2026-06-01",
        ];
        folder.run(&[&eval[..], &["--with", sentence]].concat())
    };
    with("allow sauna because \"she asked\"").says(&["holds it back", "replace heat: avoid"]);
    with("allow pools because \"she asked\"").says(&["give that sentence a label"]);
    let free = with("allow makeup because \"she asked\"");
    assert!(!free.err.contains("holds it back"), "{}", free.err);
}

/// What is added takes nothing out of a ban: the plan says so with the change, which is not told as though less held.
#[test]
fn a_permission_that_a_ban_holds_back_is_told_as_held_back() {
    let folder = folder().with(
        "one.rules",
        "import skin-care\ntreatment one\nheat: avoid heat exposure for 3 days because \"swelling\"\neasy: allow walking for 3 days\n",
    );
    let given = |with: &str, format: &[&str]| given(&folder, with, format);
    let whole = given("allow sauna for 2 days because \"she asked\"", &[]).prints(&[
        "Added: allow sauna for 2 days",
        "IT DOES NOT HOLD: a ban holds it back (one.rules:3).",
    ]);
    assert!(!whole.out.contains("LESS HOLDS"), "{}", whole.out);
    let part = given("allow sauna for 5 days because \"she asked\"", &[]);
    part.prints(&["A ban holds it back in part or for a time", "(one.rules:3)"]);
    let other = given("allow swimming for 2 days because \"she asked\"", &[]);
    assert!(!other.out.contains("holds it back"), "{}", other.out);
    given(
        "allow sauna for 2 days because \"she asked\"",
        &["--format", "markdown"],
    )
    .prints(&["But another rule holds it back: what is off stays off."]);
}

/// Its own reason is no reason of the ban that holds it back: it stands before that, and is called its own.
#[test]
fn what_is_held_back_keeps_its_own_reason() {
    let folder = folder().with(
        "one.rules",
        "import skin-care\ntreatment one\nheat: avoid heat exposure for 3 days because \"swelling\"\n",
    );
    let given = |with: &str, format: &[&str]| given(&folder, with, format);
    let whole = given("allow sauna for 2 days because \"she asked\"", &[]).prints(&[
        "Does not hold: allowed: sauna.\n    Its own reason: she asked. --with:1\n    Nothing is left of it, because of: heat:",
        "IT DOES NOT HOLD: a ban holds it back (one.rules:3). --with:1",
    ]);
    assert!(!whole.out.contains("Why: she asked"), "{}", whole.out);
    let part = given("allow sauna for 5 days because \"she asked\"", &[]);
    part.prints(&["Why: she asked. --with:1\n    Held back while this holds: heat:"]);
    let handout = given(
        "allow sauna for 2 days because \"she asked\"",
        &["--format", "markdown"],
    );
    assert_eq!(
        handout.out.matches("she asked").count(),
        1,
        "{}",
        handout.out
    );
}

/// What `check` would warn of in a file is told of what is added to one plan, too.
#[test]
fn what_check_warns_of_is_told_of_what_is_added() {
    let folder = folder()
        .with(
            "one.rules",
            "import skin-care\ntreatment one\naftercare for 2 weeks\nreview: visit \"review\" 2 weeks after treatment\n\
             visit \"stitches\" 1 week after treatment\nreport swelling to clinic\navoid makeup for 6 hours\n",
        )
        .with(
            "own.rules",
            "extends one\nvisit \"Review\" 3 weeks after treatment because \"late\"\n",
        );
    let with = |sentence: &str| given(&folder, sentence, &[]);
    with("visit \"review\" 3 weeks after treatment because \"late\"").says(&[
        "warning[visit-twice]",
        "--with:1:1",
        "write `replace review: visit",
    ]);
    with("visit \"stitches\" 2 weeks after treatment because \"late\"")
        .says(&["warning[visit-twice]", "LABEL: visit"]);
    with("expect swelling for 3 days because \"usual\"")
        .says(&["warning[expected-and-reported]", "--with:1:8"]);
    with("report swelling to clinic because \"x\"")
        .says(&["this sentence stands twice", "--with:1:1"]);
    // What is stricter makes a sentence of the protocol needless: it is added for that.
    for fine in [
        "avoid makeup for 2 days because \"x\"",
        "visit \"call\" 3 weeks after treatment because \"late\"",
        "replace review: visit \"review\" 3 weeks after treatment because \"late\"",
    ] {
        let fine = with(fine);
        assert!(!fine.err.contains("warning["), "{}", fine.err);
    }
    folder
        .run(&["check", "own.rules"])
        .says(&["warning[visit-twice]", "write `replace review: visit"]);
}
