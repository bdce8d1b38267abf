//! Sheets that a nurse typed in: declarations of two words, slips inside of lists, signs that do not go, and times before.

use super::helped::{found, help, is_clean, led};
use super::{answer, plan};

#[test]
fn a_declared_thing_that_is_called_as_a_banned_one_is_is_asked_about() {
    let ban = "avoid hat\ngarment loose hat\nwear loose hat daily";
    let said = help(ban, "outside-class");
    assert!(said.contains("`garment loose hat in hat`"), "{said}");
    // What the warning is for: the ban does not cover it.
    let worn = plan(ban, "", 1);
    assert_eq!(answer(&worn, "loose hat"), "allowed, settled");
    let held = "avoid hat\ngarment loose hat in hat\nwear loose hat daily";
    assert_eq!(answer(&plan(held, "", 1), "loose hat"), "avoid, settled");
    for meant in [
        "avoid hat\ngarment \"loose hat\"\nwear loose hat daily",
        "avoid sauna\ngarment loose hat\nwear loose hat daily",
        "avoid mascara\nproduct mascara dissolving remover\nuse mascara dissolving remover daily",
    ] {
        assert!(is_clean(meant), "{meant}: {:?}", found(meant));
    }
    for (named, class) in [
        (
            "avoid retinol\nproduct retinol night serum\nuse retinol night serum daily",
            "`product retinol night serum in retinol`",
        ),
        (
            "avoid makeup on chin\nplace chin tip\nuse healing ointment on chin tip daily",
            "`place chin tip in chin`",
        ),
    ] {
        let said = help(named, "outside-class");
        assert!(said.contains(class), "{named}: {said}");
    }
}

#[test]
fn a_place_of_a_sign_is_in_no_place() {
    let rule = "place scars area\navoid touching on scars area for 2 days";
    let said = help(rule, "outside-class");
    assert!(
        said.contains("`place scars area in treated area`"),
        "{said}"
    );
    for mended in [
        "place scars area in treated area\navoid touching on scars area for 2 days",
        "place \"scars area\"\navoid touching on scars area for 2 days",
    ] {
        assert!(is_clean(mended), "{mended}: {:?}", found(mended));
    }
    let unknown = help("avoid touching on scars area for 2 days", "unknown-name");
    assert!(unknown.contains("`place \"scars area\"`"), "{unknown}");
    led(
        "avoid touching on chin area for 2 days",
        "unknown-name",
        "chin",
        "avoid touching on chin for 2 days",
    );
}

#[test]
fn so_bad_a_sign_is_no_sign_of_its_own() {
    let rule = "symptom severe pain\nreport severe pain";
    let said = help(rule, "outside-class");
    assert!(said.contains("`report severe pain`"), "{said}");
    let reported = "[symptoms]\npain = { since = 2026-06-02, severe = true }\n";
    let contact = |rules| plan(rules, reported, 3)["status"].clone();
    assert_eq!(contact("report severe pain"), "contact");
    assert_ne!(contact(rule), "contact");
}

#[test]
fn slips_in_a_list_of_conditions_are_mended_with_the_whole() {
    for head in ["refuse if", "avoid makeup if"] {
        let rule = format!("{head} bleeding disorder, pregnnt or eczma");
        let whole = "pregnant or conditions includes any of bleeding disorder, eczema";
        led(&rule, "unknown-name", whole, &format!("{head} {whole}"));
        let said = help(&rule, "unknown-name");
        assert!(said.contains("`pregnnt` for `pregnant`"), "{said}");
        assert!(said.contains("`eczma` for `eczema`"), "{said}");
    }
    let block = "when bleeding disorder, pregnnt or eczma { avoid makeup }";
    assert!(help(block, "unknown-name").contains("any of bleeding disorder, eczema`"));
    led(
        "refuse if eczma",
        "unknown-name",
        "conditions includes eczema",
        "refuse if conditions includes eczema",
    );
    // Each of those that are asked alone has its own.
    let each = found("avoid makeup if swelling, rednes or blistrs");
    let helps: Vec<&str> = each.iter().map(|(_, help)| help.as_str()).collect();
    assert_eq!(
        helps,
        ["did you mean `redness`?", "did you mean `blisters`?"]
    );
}

#[test]
fn medicines_of_a_list_are_all_taken() {
    for (rule, written) in [
        (
            "refuse if taking warfarin, aspirin or isotretinoin",
            "taking any of warfarin, aspirin, isotretinoin",
        ),
        (
            "refuse if taking warfarin or asprin",
            "taking any of warfarin, aspirin",
        ),
        (
            "refuse if pregnant, taking warfarin or aspirin",
            "pregnant or taking any of warfarin, aspirin",
        ),
    ] {
        led(
            rule,
            "unknown-name",
            written,
            &format!("refuse if {written}"),
        );
    }
    assert!(is_clean("refuse if taking warfarin or pregnant"));
}

#[test]
fn any_of_several_values_in_other_words() {
    let listed = "any of eczema, psoriasis, rosacea";
    for rule in [
        "refuse if conditions includes one of eczema, psoriasis or rosacea",
        "refuse if conditions includes any one of eczema, psoriasis, rosacea",
        "refuse if conditions includes one of eczema, psoriasis, or rosacea",
    ] {
        let mended = format!("refuse if conditions includes {listed}");
        led(rule, "joined-values", listed, &mended);
    }
    led(
        "refuse if conditions includes either eczema or psoriasis",
        "joined-values",
        "includes any of eczema, psoriasis",
        "refuse if conditions includes any of eczema, psoriasis",
    );
    led(
        "refuse if conditions includes any of eczema, psoriasis or rosacea",
        "unknown-name",
        &format!("conditions includes {listed}"),
        &format!("refuse if conditions includes {listed}"),
    );
}

#[test]
fn a_sign_that_does_not_go_is_called_about() {
    for (rule, report) in [
        (
            "call us if bleeding does not stop",
            "report \"bleeding does not stop\" to clinic",
        ),
        (
            "if the bleeding won't stop, call 999 immediately",
            "report \"bleeding will not stop\" to 999 immediately",
        ),
        (
            "call us if the swelling doesn't go down",
            "report \"swelling does not go down\" to clinic",
        ),
        (
            "call us if fever or bleeding does not stop",
            "report fever or \"bleeding does not stop\" to clinic",
        ),
        (
            "call us if bleeding does not stop with firm pressure",
            "report bleeding despite \"firm pressure\" to clinic",
        ),
        (
            "call us if you cannot stop the bleeding",
            "report \"bleeding does not stop\" to clinic",
        ),
        ("call us if you are not sure", "report questions to clinic"),
    ] {
        led(rule, "unknown-head", report, report);
    }
    let both = help("call if bleeding is heavy or does not stop", "unknown-head");
    assert!(
        both.contains("`report \"heavy bleeding\" or \"bleeding does not stop\" to clinic`"),
        "{both}"
    );
    let heavy = help("call us if bleeding is heavy", "unknown-head");
    assert!(
        heavy.contains("`symptom heavy bleeding in bleeding`"),
        "{heavy}"
    );
    let declared = "symptom heavy bleeding in bleeding\nreport heavy bleeding to clinic";
    assert!(is_clean(declared));
    for (rule, declared) in [
        (
            "if bleeding does not stop, apply pressure",
            "`symptom \"bleeding does not stop\"`",
        ),
        (
            "apply pressure if bleeding does not stop",
            "`symptom \"bleeding does not stop\"`",
        ),
    ] {
        let said = help(rule, "clause-shape");
        assert!(said.contains(declared), "{rule}: {said}");
    }
    assert!(is_clean(
        "symptom \"bleeding does not stop\"\nif \"bleeding does not stop\", apply cool compress"
    ));
}

#[test]
fn what_a_sign_does_is_one_of_them() {
    let declared = "`symptom blisters burst in blisters`";
    let written = "`report blisters burst to clinic`";
    for rule in [
        "call us if blisters burst",
        "if your blisters burst, call us",
        "if these blisters burst, call us",
    ] {
        let said = help(rule, "unknown-head");
        assert!(
            said.contains(declared) && said.contains(written),
            "{rule}: {said}"
        );
    }
    for rule in [
        "report these blisters burst",
        "if these blisters burst, apply healing ointment",
    ] {
        assert!(help(rule, "unknown-name").contains(declared), "{rule}");
    }
    led(
        "report this redness",
        "unknown-name",
        "redness",
        "report redness",
    );
    assert!(is_clean(
        "symptom blisters burst in blisters\nreport blisters burst to clinic"
    ));
    // A slip of the pen is no new sign.
    led(
        "if you have feaver or pus, call us immediately",
        "unknown-head",
        "report fever or pus to clinic immediately",
        "report fever or pus to clinic immediately",
    );
    let several = help("call us if feaver, chils or puss", "unknown-head");
    assert!(
        several.contains("`report fever, chils or pus to clinic`"),
        "{several}"
    );
    assert!(several.contains("`symptom chils`"), "{several}");
    let mixed = help("report pregnant or worried", "wrong-kind");
    assert!(mixed.contains("tell clinic"), "{mixed}");
}

#[test]
fn a_ban_that_starts_before_the_treatment_holds_for_so_long_before_it() {
    for (rule, time) in [
        (
            "avoid retinol starting 7 days before",
            "for 7 days before treatment",
        ),
        (
            "avoid retinol starting 7 days before treatment",
            "for 7 days before treatment",
        ),
        (
            "stop retinol starting a week before",
            "for 1 week before treatment",
        ),
        (
            "avoid retinol in the week before treatment",
            "for 1 week before treatment",
        ),
        (
            "avoid retinol 7 days prior to treatment",
            "for 7 days before treatment",
        ),
        (
            "avoid alcohol within 24 hours before treatment",
            "for 24 hours before treatment",
        ),
        (
            "avoid alcohol for 24 hours before your appointment",
            "for 24 hours before treatment",
        ),
        (
            "no alcohol from the night before",
            "for 1 day before treatment",
        ),
        (
            "avoid retinol starting 7 days before and continue for 3 days after",
            "for 7 days before and 3 days after",
        ),
    ] {
        let thing = if rule.contains("alcohol") {
            "alcohol"
        } else {
            "retinol"
        };
        led(rule, "clause-shape", time, &format!("avoid {thing} {time}"));
    }
    for (rule, time) in [
        ("wash hair the night before treatment", "on day -1"),
        (
            "use sunscreen daily starting 2 weeks before treatment",
            "from 2 weeks before treatment",
        ),
    ] {
        let said = help(rule, "clause-shape");
        assert!(said.contains(&format!("`{time}`")), "{rule}: {said}");
    }
    for reads in [
        "avoid retinol for 7 days before",
        "avoid retinol for 7 days before and 3 days after treatment",
        "avoid retinol for at least 1 week before treatment",
    ] {
        assert!(is_clean(reads), "{reads}: {:?}", found(reads));
    }
}

#[test]
fn what_is_left_is_declared_as_what_it_is() {
    for (rule, declared) in [
        ("avoid blow drying", "`activity blow drying`"),
        ("avoid bungee jumping", "`activity bungee jumping`"),
        ("avoid curling tongs", "`tool curling tongs`"),
        ("avoid support bras", "`garment support bras`"),
        (
            "avoid physiotherapy sessions",
            "`procedure physiotherapy sessions`",
        ),
        ("avoid soy sauce", "`food soy sauce`"),
    ] {
        let said = help(rule, "unknown-name");
        assert!(said.contains(declared), "{rule}: {said}");
        let mended = format!("{}\n{rule}", declared.trim_matches('`'));
        assert!(is_clean(&mended), "{mended}: {:?}", found(&mended));
    }
    led(
        "avoid massage sessions",
        "unknown-name",
        "massage",
        "avoid massage",
    );
}

#[test]
fn each_sign_of_a_call_stays_where_the_last_has_a_time() {
    let rule = "call us if the redness spreads, there is pus or the pain gets worse after 3 days";
    let said = help(rule, "unknown-head");
    for report in [
        "report redness spreading, pus or pain worsening lasting 3 days to clinic",
        "report redness spreading or pus to clinic",
        "report pain worsening to clinic from 3 days",
    ] {
        assert!(said.contains(&format!("`{report}`")), "{said}");
        let late = found(report);
        assert!(
            late.iter().all(|(code, _)| *code == "starts-late"),
            "{report}: {late:?}"
        );
    }
    let thread = "call us if a thread is poking out or you have increasing pain, fever or asymmetry that does not settle after 2 weeks";
    let report = "`report \"thread is poking out\", pain worsening, fever or asymmetry lasting 2 weeks to clinic`";
    assert!(help(thread, "unknown-head").contains(report));
}

#[test]
fn no_help_leaves_out_when_or_for_whom() {
    led(
        "keep makeup off your face until next morning",
        "unknown-name",
        "avoid makeup on face until next morning",
        "avoid makeup on face until next morning",
    );
    let again = help("come back in 3 weeks if fever", "unknown-head");
    assert!(
        again.contains("`visit \"come back\" 3 weeks after treatment if fever`"),
        "{again}"
    );
    led(
        "your review appointment is 4 weeks after treatment",
        "unknown-head",
        "visit \"review appointment\" 4 weeks after treatment",
        "visit \"review appointment\" 4 weeks after treatment",
    );
    // What is so later is not asked before the treatment.
    let still = help(
        "visit \"review\" 3 weeks after treatment if the wart is still there",
        "unknown-name",
    );
    assert!(
        still.contains("`symptom \"wart still there\"`") && !still.contains("warts"),
        "{still}"
    );
    let cover = found("if blisters, you can cover it with a plaster");
    assert!(
        cover
            .iter()
            .all(|(_, help)| !help.contains("it with a plaster")),
        "{cover:?}"
    );
    let washed = help(
        "keep dressing dry for 24 hours, then wash gently daily",
        "two-sentences",
    );
    assert!(
        washed.contains("`wash gently daily from 24 hours`"),
        "{washed}"
    );
}

#[test]
fn what_it_is_done_with_and_counted_from_in_the_words_of_sheets() {
    let with = found("wash face gently with lukewarm water from the next day");
    assert!(
        with.iter()
            .any(|(_, help)| help == "write `using lukewarm water`"),
        "{with:?}"
    );
    led(
        "take paracetamol 1 g every 6 hours if needed for pain",
        "clause-shape",
        "as needed if pain",
        "take paracetamol 1 g every 6 hours as needed if pain",
    );
    led(
        "apply petroleum jelly daily until the scab has fallen off",
        "unknown-name",
        "scab gone",
        "apply petroleum jelly daily until scab gone",
    );
    let before = help(
        "avoid aspirin for 7 days before your thread lift",
        "unknown-name",
    );
    assert!(before.contains("`before treatment`"), "{before}");
    let spf = help("use broad spectrum SPF 50 every morning", "unknown-name");
    assert!(
        spf.contains("`sunscreen with broad-spectrum, spf 50+`"),
        "{spf}"
    );
    let had = help("do not have LED for 2 weeks", "unknown-name");
    assert!(had.contains("`procedure LED`"), "{had}");
    let deed = help("avoid chewing hard foods", "unknown-name");
    assert!(deed.contains("`activity chewing hard foods`"), "{deed}");
}
