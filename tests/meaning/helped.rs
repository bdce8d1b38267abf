//! Helps that turned a sentence or lost what it says: each wrong sentence once, with what its help must and must
//! not say, and what comes of the text that it offers.

use aftercare_dsl::check::{Bundled, CheckOptions, check};
use aftercare_dsl::source::Sources;

use super::{all, answer, plan};
use crate::support::plan_json;

/// Code and help of everything that is found in a text of these lines, the header's lines aside.
pub(super) fn found(rules: &str) -> Vec<(&'static str, String)> {
    let text = format!("import skin-care\naftercare for 2 weeks\n{rules}\n");
    let mut sources = Sources::new();
    let options = CheckOptions::default();
    let checked = check(&mut sources, &Bundled, "clinic.rules", &text, &options);
    let all = checked.diagnostics.into_iter();
    let own = all.filter(|one| one.code.name() != "missing-header");
    own.map(|one| (one.code.name(), one.help.unwrap_or_default()))
        .collect()
}

/// The only thing that is found in a text, whose code is known.
pub(super) fn help(rules: &str, code: &str) -> String {
    let found = found(rules);
    assert_eq!(found.len(), 1, "{rules}: {found:?}");
    assert_eq!(found[0].0, code, "{rules}: {found:?}");
    found[0].1.clone()
}

/// The one help of a sentence, whose text is clean once it is applied.
pub(super) fn led(rule: &str, code: &str, part: &str, applied: &str) {
    let said = help(rule, code);
    assert!(said.contains(&format!("`{part}`")), "{rule}: {said}");
    assert!(is_clean(applied), "{applied}: {:?}", found(applied));
}

/// Whether nothing is found.
pub(super) fn is_clean(rules: &str) -> bool {
    found(rules).is_empty()
}

#[test]
fn what_is_left_out_is_never_helped_to_what_the_sentence_is_limited_to() {
    let said = help("keep dry for 3 days except cleansing", "wrong-kind");
    assert!(said.contains("`except gentle cleansing`"), "{said}");
    assert!(said.contains("contrary"), "{said}");
    for (rule, meant) in [
        ("avoid baths for 3 days except healed", "`unless healed`"),
        (
            "avoid baths for 3 days except blisters",
            "`unless blisters`",
        ),
        (
            "avoid baths for 3 days except pregnant",
            "`unless pregnant`",
        ),
        ("allow makeup but not pregnant", "`unless pregnant`"),
        (
            "avoid makeup for 3 days except outdoors",
            "`except while outdoors`",
        ),
    ] {
        let said = help(rule, "wrong-kind");
        assert!(said.contains(meant), "{rule}: {said}");
        assert!(!said.contains("`if "), "{rule}: {said}");
    }
}

#[test]
fn what_an_action_opposes_can_be_left_out_of_it() {
    let rule = "keep dry for 3 days except gentle cleansing";
    assert!(is_clean(rule));
    let plan = plan(rule, "", 1);
    assert_eq!(answer(&plan, "rinse with cool water"), "avoid, settled");
    let things = plan["things"].as_array().map(Vec::as_slice);
    let cleansing = things.unwrap_or_default().iter();
    let mut cleansing = cleansing.filter(|one| one["thing"] == "gentle cleansing");
    assert!(cleansing.all(|one| one["answer"] != "avoid"), "{plan}");
    assert_eq!(
        found("keep dry for 3 days except makeup")[0].0,
        "except-outside"
    );
}

#[test]
fn what_is_done_to_a_symptom_is_no_symptom() {
    for rule in [
        "do not rub, pick or pull scabs",
        "do not pull off scabs",
        "avoid pulling scabs",
        "do not \"drain blisters\"",
        "avoid \"squeezing blisters\"",
    ] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
    }
    let said = help("use \"blister patches\" daily", "holds-known-name");
    assert!(!said.contains("symptom \""), "{said}");
    let said = help("report \"weeping blisters\" to clinic", "holds-known-name");
    assert!(
        said.contains("`symptom \"weeping blisters\" in blisters`"),
        "{said}"
    );
}

#[test]
fn a_deed_is_not_taken_for_another_that_ends_alike() {
    for deed in ["filing", "squatting", "kneeling"] {
        let said = help(&format!("avoid {deed} for 2 weeks"), "unknown-name");
        assert!(said.contains(&format!("`activity {deed}`")), "{said}");
        assert!(!said.contains("did you mean"), "{said}");
        let quoted = format!("avoid \"{deed}\" for 2 weeks");
        assert!(is_clean(&quoted), "{quoted}: {:?}", found(&quoted));
    }
    let said = help("avoid swiming for 2 weeks", "unknown-name");
    assert!(said.contains("did you mean `swimming`?"), "{said}");
    assert!(said.contains("`activity swiming`"), "{said}");
}

#[test]
fn one_end_of_a_time_is_no_event() {
    for rule in [
        "visit \"top-up\" at most 4 weeks after treatment",
        "visit \"top-up\" no later than 4 weeks after treatment",
        "event least\nvisit \"top-up\" at least",
    ] {
        let all = found(rule);
        let errors = all.iter().filter(|one| one.0 == "head-shape");
        assert_eq!(errors.count(), 1, "{rule}: {all:?}");
        assert!(
            all.iter().all(|one| !one.1.contains("event least")),
            "{all:?}"
        );
    }
    let said = help(
        "visit \"top-up\" at most 4 weeks after treatment",
        "head-shape",
    );
    assert!(said.contains("6..8 weeks after treatment"), "{said}");
    assert!(is_clean("visit \"top-up\" 6..8 weeks after treatment"));
}

#[test]
fn signs_that_must_come_together_are_one_sign() {
    let said = help(
        "report redness and swelling or fever to clinic",
        "mixed-and-or",
    );
    assert!(said.contains("in quotes"), "{said}");
    let said = help(
        "avoid makeup and sauna or swimming for 2 days",
        "mixed-and-or",
    );
    assert!(!said.contains("in quotes"), "{said}");
}

#[test]
fn how_a_deed_is_done_stands_behind_it_and_narrows_no_ban() {
    let said = help("allow gentle walking", "wrong-attribute");
    assert!(said.contains("`walking gently`"), "{said}");
    assert!(is_clean("allow walking gently"));
    let said = help("avoid gentle walking", "wrong-attribute");
    assert!(!said.contains("gently"), "{said}");
}

#[test]
fn what_holds_with_a_symptom_or_after_an_event_is_asked_for() {
    let said = help("avoid swimming while blisters", "wrong-kind");
    assert!(said.contains("`if blisters`"), "{said}");
    assert!(is_clean("avoid swimming if blisters"));
    let said = help("avoid swimming while healed", "wrong-kind");
    assert!(said.contains("`if healed`"), "{said}");
    for rule in [
        "avoid swimming while the blister is open",
        "avoid swimming while there are blisters",
        "avoid swimming while pain persists",
    ] {
        let said = help(rule, "unknown-name");
        assert!(said.contains("behind `if`"), "{rule}: {said}");
    }
    let said = help("avoid swimming while the door is open", "unknown-name");
    assert!(!said.contains("behind `if`"), "{said}");
}

#[test]
fn the_end_of_what_not_everybody_has_ends_nothing_for_the_others() {
    let said = help("avoid swimming until blister closed", "unknown-name");
    assert!(said.contains("`event blister closed`"), "{said}");
    assert!(said.contains("`if blister` at the end"), "{said}");
    let asked = help(
        "avoid swimming until blister closed if blister",
        "unknown-name",
    );
    assert!(!asked.contains("at the end"), "{asked}");
    let event = "event blister closed";
    let rule = "avoid swimming until blister closed if blister";
    assert!(is_clean(&format!("{event}\n{rule}")));
    let rules = format!("{event}\n{rule}\navoid makeup for 3 days");
    let free = plan(&rules, "symptoms = \"none\"", 1);
    let things = free["things"].as_array().map(Vec::as_slice);
    let mut things = things.unwrap_or_default().iter();
    assert!(things.all(|one| one["thing"] != "swimming"), "{free}");
    let held = plan(&rules, "[symptoms]\nblisters = 2026-06-01", 1);
    assert_eq!(answer(&held, "swimming"), "avoid, settled");
}

#[test]
fn a_second_sentence_is_asked_whether_it_has_the_time_of_the_first() {
    let said = help("cover for 3 days, change plaster daily", "missing-things");
    assert!(said.contains("`change plaster daily for 3 days`"), "{said}");
    assert!(is_clean(
        "cover treated area for 3 days\nchange plaster daily for 3 days"
    ));
    for (rule, time) in [
        (
            "cover wound for 3 days, change plaster daily",
            Some("`for 3 days`"),
        ),
        (
            "avoid makeup until healed and no swimming if outdoors",
            Some("`until healed`"),
        ),
        // What is left has another time than what is done.
        ("avoid makeup until healed and use sunscreen daily", None),
        ("avoid makeup for 3 days, use sunscreen for 2 weeks", None),
        ("avoid makeup, use sunscreen daily", None),
    ] {
        let said = help(rule, "two-sentences");
        let asks = said.contains("for the same time");
        assert_eq!(asks, time.is_some(), "{rule}: {said}");
        assert!(said.contains(time.unwrap_or_default()), "{rule}: {said}");
    }
}

#[test]
fn what_a_deed_is_done_to_is_no_time() {
    for (rule, quoted) in [
        (
            "do not pick or pull at the stitches",
            "do not \"pick or pull at the stitches\"",
        ),
        (
            "do not massage or pick at the lumps",
            "do not \"massage or pick at the lumps\"",
        ),
        ("never pick at scabs", "never \"pick at scabs\""),
    ] {
        let said = help(rule, "window-not-here");
        assert!(said.contains(&format!("`{quoted}`")), "{rule}: {said}");
        assert!(!said.contains("from 3 hours"), "{rule}: {said}");
        assert!(is_clean(quoted), "{quoted}: {:?}", found(quoted));
    }
    let said = help("do not pick at the lips", "window-not-here");
    assert!(said.contains("`on lips`"), "{said}");
    assert!(is_clean("do not pick on lips"));
    let said = help("do not exercise at 3 hours", "window-not-here");
    assert!(said.contains("from when"), "{said}");
}

#[test]
fn what_is_to_stop_if_the_doctor_agrees_never_goes_on() {
    for rule in [
        "stop fish oil and aspirin for 10 days before treatment if your doctor agrees",
        "stop warfarin for 3 days if your doctor agrees",
        "avoid aspirin for 2 days if your doctor agrees",
    ] {
        let all = found(rule);
        assert_eq!(all.len(), 1, "{rule}: {all:?}");
        assert!(!all[0].1.contains("continue"), "{rule}: {all:?}");
        assert!(!all[0].1.contains("stops it"), "{rule}: {all:?}");
    }
    // What happens before the treatment is asked: the ban holds until it is answered.
    let asked = "fact doctor agrees: yes or no\nstop fish oil for 10 days before treatment if doctor agrees";
    assert!(is_clean(asked), "{:?}", found(asked));
    let asked = format!("import skin-care\naftercare for 2 weeks\n{asked}\n");
    let asked = plan_json(&asked, "treated = 2026-06-01", Some("2026-05-29"));
    assert_eq!(answer(&asked, "fish oil"), "avoid, provisional");
    let event =
        "event doctor agrees\nstop warfarin for 3 days if doctor agrees and taking warfarin";
    let agreed = plan(event, "events.\"doctor agrees\" = 2026-06-01", 1);
    assert!(!all(&agreed, "directives", "head").is_empty(), "{agreed:#}");
}

#[test]
fn before_a_procedure_is_before_this_treatment() {
    for (rule, meant) in [
        (
            "avoid alcohol for 24 hours before surgery",
            "for 24 hours before treatment",
        ),
        (
            "avoid alcohol for 24 hours before the procedure",
            "for 24 hours before treatment",
        ),
        (
            "use moisturiser daily for 3 days before microneedling",
            "for 3 days before treatment",
        ),
        ("avoid makeup until surgery", "before treatment"),
        (
            "avoid makeup for 2 days after the procedure",
            "for 2 days after treatment",
        ),
    ] {
        let said = help(rule, "wrong-kind");
        assert!(said.contains(&format!("`{meant}`")), "{rule}: {said}");
        let thing = rule.split(' ').nth(1).unwrap_or_default();
        let head = if rule.starts_with("use") {
            "use"
        } else {
            "avoid"
        };
        let mended = format!("{head} {thing} {meant}");
        assert!(is_clean(&mended), "{mended}: {:?}", found(&mended));
    }
    let off = "import skin-care\navoid alcohol for 24 hours before treatment\n";
    let off = plan_json(off, "treated = 2026-06-01", Some("2026-05-31"));
    assert_eq!(answer(&off, "alcohol"), "avoid, settled");
    // Nobody can tell what a file without its treatment is about: there, too, it counts from the last one, and that is
    // asked.
    let none = "avoid retinoids for 2 weeks after waxing";
    assert!(help(none, "which-treatment").contains("`treatment waxing`"));
    // Another procedure was done on some day, and what is left after it counts from that day.
    let other = "treatment microneedling\navoid retinoids for 2 weeks after laser";
    assert!(is_clean(other), "{:?}", found(other));
    let own = "treatment microneedling\navoid retinoids for 2 weeks after microneedling";
    assert!(help(own, "wrong-kind").contains("after treatment"));
    let class = "treatment eyelid surgery\navoid retinoids for 2 weeks after surgery";
    assert!(help(class, "wrong-kind").contains("after treatment"));
}
