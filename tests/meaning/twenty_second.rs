//! Helps that led a nurse nowhere, or back to where she was: each of her sentences once, and the one that it leads to.

use super::helped::{found, help, is_clean, led};
use super::plan;

#[test]
fn a_day_of_a_row_is_asked_for_by_its_number() {
    for (rule, after, with) in [
        (
            "on first day apply healing ointment",
            "on day 1",
            "on day 0",
        ),
        (
            "On the first day, apply healing ointment",
            "on day 1",
            "on day 0",
        ),
        (
            "apply healing ointment on first day",
            "on day 1",
            "on day 0",
        ),
        (
            "apply healing ointment on the second day",
            "on day 2",
            "on day 1",
        ),
        (
            "on the third day, apply healing ointment",
            "on day 3",
            "on day 2",
        ),
        (
            "avoid makeup until the third day",
            "until day 3",
            "until day 2",
        ),
        (
            "avoid makeup on the first and second day",
            "on days 1..2",
            "on days 0..1",
        ),
    ] {
        let said = help(rule, "clause-shape");
        let both = format!("write `{after}` where the days are counted after it, and `{with}`");
        assert!(said.contains(&both), "{rule}: {said}");
        assert!(!said.contains("mean `no`"), "{rule}: {said}");
    }
    assert!(is_clean("on day 2, apply healing ointment"));
    let dated = "apply healing ointment on the second day after treatment";
    let applied = "apply healing ointment on day 2";
    led(dated, "clause-shape", "on day 2", applied);
    led(
        "avoid makeup on the first two days",
        "unknown-name",
        "for the first two days",
        "avoid makeup for the first two days",
    );
}

#[test]
fn a_night_of_a_row_belongs_to_the_day_on_which_it_starts() {
    for rule in [
        "on the first night, keep head raised",
        "the first night, keep head raised",
    ] {
        led(rule, "clause-shape", "tonight", "tonight, keep head raised");
    }
    let second = help("avoid alcohol on the second night", "unknown-name");
    assert!(second.contains("`on day 1`, or `on days 1..2`"), "{second}");
}

#[test]
fn a_place_in_front_stands_behind_what_is_done() {
    for rule in [
        "on face, apply healing ointment daily if redness",
        "on face apply healing ointment daily if redness",
    ] {
        let written = "apply healing ointment daily on face if redness";
        led(rule, "clause-order", written, written);
    }
}

#[test]
fn a_time_in_front_and_one_behind_make_one() {
    for (rule, window, applied) in [
        (
            "From day 2, apply healing ointment for 7 days",
            "from day 2 for 7 days",
            "from day 2 for 7 days, apply healing ointment",
        ),
        (
            "from 2 weeks after treatment, massage treated area for 3 months",
            "from 2 weeks after treatment for 3 months",
            "massage treated area from 2 weeks after treatment for 3 months",
        ),
        (
            "from day 2, apply healing ointment until healed",
            "from day 2 until healed",
            "apply healing ointment from day 2 until healed",
        ),
        (
            "once healed, massage treated area for 3 months",
            "from healed for 3 months",
            "massage treated area from healed for 3 months",
        ),
        (
            "on day 2, apply healing ointment for 3 days",
            "from day 2 for 3 days",
            "apply healing ointment from day 2 for 3 days",
        ),
    ] {
        led(rule, "clause-twice", window, applied);
    }
    // Days 2 to 8 are seven.
    let last = |day| {
        let plan = plan("apply healing ointment from day 2 for 7 days", "", day);
        let lines = plan["directives"].as_array().cloned().unwrap_or_default();
        lines.iter().any(|line| line["phase"] == "active")
    };
    assert!(last(3) && last(9) && !last(10));
}

#[test]
fn two_times_of_which_nobody_can_tell_are_asked_for() {
    let days = help(
        "for 7 days, apply healing ointment from day 2",
        "clause-twice",
    );
    for window in ["from day 2 for 7 days", "from day 2 until 7 days"] {
        assert!(days.contains(&format!("`{window}`")), "{days}");
        let applied = format!("apply healing ointment {window}");
        assert!(is_clean(&applied), "{applied}: {:?}", found(&applied));
    }
    let event = help("for 3 days, avoid makeup until healed", "clause-twice");
    for window in [
        "until healed, at least 3 days",
        "until healed, at most 3 days",
    ] {
        assert!(event.contains(&format!("`{window}`")), "{event}");
        assert!(is_clean(&format!("avoid makeup {window}")));
    }
}

#[test]
fn the_time_of_the_second_ban_is_that_of_the_first_too() {
    for (rule, time) in [
        (
            "no smoking and no alcohol for 3 days before and 3 days after",
            "for 3 days before and 3 days after",
        ),
        ("no smoking, no alcohol for 3 days", "for 3 days"),
        ("avoid makeup and do not shave for 3 days", "for 3 days"),
    ] {
        let said = help(rule, "two-sentences");
        let both = format!("if the first is for the same time, it says so, too: `{time}`");
        assert!(said.contains(&both), "{rule}: {said}");
    }
    let not = help(
        "do not wear makeup or use retinol for 3 days",
        "two-sentences",
    );
    assert!(not.contains("`for 3 days` behind both"), "{not}");
}

#[test]
fn the_verb_of_a_later_thing_of_a_ban_goes_without_saying() {
    let both = "avoid smoking and alcohol for 3 days";
    for rule in [
        "do not smoke or drink alcohol for 3 days",
        "do not smoke and drink alcohol for 3 days",
    ] {
        led(rule, "unknown-name", both, both);
    }
    led(
        "do not eat spicy food or drink alcohol for 3 days",
        "unknown-name",
        "alcohol",
        "do not eat spicy food or alcohol for 3 days",
    );
}

#[test]
fn what_is_taken_up_again_keeps_its_place_and_its_end() {
    for (rule, until, always) in [
        (
            "resume makeup on face from day 3 unless sore",
            "avoid makeup on face until day 3",
            "avoid makeup on face always if sore",
        ),
        (
            "resume makeup from healed, at least 3 days unless sore",
            "avoid makeup until healed, at least 3 days",
            "avoid makeup always if sore",
        ),
        (
            "resume makeup except mascara from day 3 if healed",
            "avoid makeup except mascara until day 3",
            "avoid makeup except mascara always unless healed",
        ),
    ] {
        let said = help(rule, "resumed-if");
        let both = format!("`{until}` and `{always}`");
        assert!(said.contains(&both), "{rule}: {said}");
        let applied = format!("{until}\n{always}");
        assert!(is_clean(&applied), "{applied}: {:?}", found(&applied));
    }
}

#[test]
fn a_deed_upon_a_sign_is_one_of_its_own() {
    for (rule, declared) in [
        ("do not rub scabs", "action \"rubbing scabs\" in rubbing"),
        ("avoid rubbing scabs", "action \"rubbing scabs\" in rubbing"),
        (
            "do not massage the scar",
            "action \"massaging the scar\" in massaging",
        ),
        (
            "do not rub off the crusts",
            "action rubbing off the crusts in rubbing",
        ),
    ] {
        let applied = format!("{declared}\n{rule}");
        led(rule, "unknown-name", declared, &applied);
    }
    let scar = help("massage the scar twice daily", "wrong-kind");
    assert!(
        scar.contains("`massage treated area twice daily`") && scar.contains("`if scar`"),
        "{scar}"
    );
}

#[test]
fn stitches_on_a_place_are_taken_out_at_an_appointment() {
    for (rule, visit) in [
        (
            "The stitches on the neck are taken out after 7 days",
            "visit \"stitches on neck taken out\" 7 days after treatment",
        ),
        (
            "stitches on face are removed on day 5",
            "visit \"stitches on face removed\" 5 days after treatment",
        ),
    ] {
        led(rule, "unknown-head", visit, visit);
    }
}

#[test]
fn what_is_done_about_a_sign_and_what_then_are_steps() {
    let steps = "steps \"if bleeding\" { press for 10 minutes then if it persists report bleeding to \"A&E\" immediately } \
                 if bleeding";
    let rule = "if bleeding, press for 10 minutes, then go to A&E if it does not stop";
    led(rule, "two-sentences", steps, steps);
    let rule = "call clinic if bleeding: press for 10 minutes, then go to A&E if it does not stop";
    let said = help(rule, "two-sentences");
    let report = "report bleeding to clinic";
    for text in [report, steps] {
        assert!(said.contains(&format!("`{text}`")), "{said}");
    }
    assert!(is_clean(&format!("{report}\n{steps}")));
}

#[test]
fn a_call_keeps_each_sign_and_whom_to_call() {
    for (rule, code, report) in [
        (
            "call clinic if wound is hot, smells or opens",
            "unknown-head",
            "report \"hot wound\", \"wound smells\" or \"wound opens\" to clinic",
        ),
        (
            "go to the emergency department if bleeding does not stop",
            "unknown-head",
            "report \"bleeding does not stop\" to emergency services immediately",
        ),
        (
            "out of hours, call 111 if bleeding",
            "clause-shape",
            "report bleeding to clinic otherwise 111",
        ),
        (
            "call clinic the same day if fever",
            "how-soon",
            "report fever to clinic within 24 hours",
        ),
        (
            "call 020 7946 0123 if fever",
            "unknown-head",
            "report fever to \"020 7946 0123\"",
        ),
    ] {
        led(rule, code, report, report);
    }
    let then = help("outside opening hours call 111", "clause-shape");
    assert!(
        then.contains("`report fever to clinic otherwise 111`"),
        "{then}"
    );
    for rule in [
        "call if fever after 3 days, or pus",
        "call if fever after 3 days or pus",
    ] {
        let said = help(rule, "unknown-head");
        for report in [
            "report pus or fever lasting 3 days to clinic",
            "report pus to clinic",
            "report fever to clinic from 3 days",
        ] {
            assert!(said.contains(&format!("`{report}`")), "{rule}: {said}");
        }
    }
}

#[test]
fn things_and_doses_are_written_whole() {
    for (rule, code, written, applied) in [
        (
            "no heavy lifting over 5 kg for 2 weeks",
            "missing-unit",
            "no \"lifting over 5 kg\" for 2 weeks",
            "activity \"lifting over 5 kg\" in heavy lifting\nno \"lifting over 5 kg\" for 2 weeks",
        ),
        (
            "do not get brows wet for 7 days",
            "unknown-name",
            "avoid getting wet on brows for 7 days",
            "avoid getting wet on brows for 7 days",
        ),
        (
            "avoid getting the area wet for 7 days",
            "unknown-name",
            "avoid getting wet for 7 days",
            "avoid getting wet for 7 days",
        ),
        (
            "cold pack wrapped in cloth for 10 minutes",
            "unknown-head",
            "apply cold pack with wrapped in cloth for 10 minutes",
            "apply cold pack with wrapped in cloth for 10 minutes",
        ),
        (
            "take 500 mg to 1 g paracetamol every 6 hours",
            "clause-shape",
            "500..1000 mg of",
            "take 500..1000 mg of paracetamol every 6 hours",
        ),
        (
            "no brisk walking for 3 days",
            "unknown-name",
            "activity brisk walking in walking",
            "activity brisk walking in walking\nno brisk walking for 3 days",
        ),
        (
            "defer if no result of the mole test",
            "unknown-name",
            "not result of the mole test",
            "fact result of the mole test: yes or no\ndefer if not result of the mole test",
        ),
        (
            "apply thin layer of healing ointment daily",
            "unknown-name",
            "apply a thin layer of healing ointment daily",
            "apply a thin layer of healing ointment daily",
        ),
        (
            "thin layer of healing ointment daily",
            "unknown-head",
            "apply a thin layer of healing ointment daily",
            "apply a thin layer of healing ointment daily",
        ),
    ] {
        led(rule, code, written, applied);
    }
    // A gel of the hair is named beside those that treat the skin.
    let gel = help("no gel for 5 days", "unknown-name");
    assert!(gel.contains("`hair gel`"), "{gel}");
}

#[test]
fn what_it_is_for_stands_behind_what_is_done() {
    let needed = "use cool compress as needed if stinging";
    for rule in [
        "as needed for stinging, use cool compress",
        "as needed for stinging use cool compress",
    ] {
        led(rule, "clause-order", needed, needed);
    }
    led(
        "use cool compress as needed for stinging",
        "concerns-not-here",
        "as needed if stinging",
        needed,
    );
    for rule in [
        "if lump after 2 weeks, massage gently",
        "if you have a lump after 2 weeks, massage gently",
    ] {
        let said = help(rule, "clause-order");
        assert!(said.contains("gently from 2 weeks if lump`"), "{said}");
    }
    for rule in ["expect bumps for 3 days", "report bumps to clinic"] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
    }
}

#[test]
fn how_somebody_lies_is_no_tool() {
    for (rule, written) in [
        (
            "sleep on your back with your head raised",
            "sleep on your back by \"with your head raised\"",
        ),
        (
            "lie down with your legs raised",
            "lie down by \"with your legs raised\"",
        ),
    ] {
        led(rule, "unknown-head", written, written);
        assert!(!help(rule, "unknown-head").contains("using"), "{rule}");
    }
}

#[test]
fn whether_to_treat_is_asked_apart_from_what_is_left() {
    let said = help("no LED treatment if you take isotretinoin", "unknown-head");
    let refuse = "refuse if taking isotretinoin";
    let avoid = "avoid LED treatment if taking isotretinoin";
    for text in [refuse, "procedure LED treatment", avoid] {
        assert!(said.contains(&format!("`{text}`")), "{said}");
    }
    assert!(is_clean(refuse));
    assert!(is_clean(&format!("procedure LED treatment\n{avoid}")));
    let took = "refuse if took isotretinoin within 7 days";
    for rule in [
        "refuse if taking isotretinoin within 7 days before treatment",
        "refuse if taking isotretinoin within 7 days",
        "refuse if you are taking isotretinoin within 7 days",
        "refuse if taken isotretinoin within 7 days before treatment",
    ] {
        led(
            rule,
            "clause-shape",
            "took isotretinoin within 7 days",
            took,
        );
    }
    led(
        "refuse if took isotretinoin within 7 days before treatment",
        "clause-shape",
        "took isotretinoin within 7 days",
        took,
    );
}

#[test]
fn a_word_of_everyday_is_no_slip_of_another() {
    assert!(is_clean("avoid wind for 3 days"));
    for word in ["sand", "rain", "dust"] {
        let said = help(&format!("avoid {word} for 3 days"), "unknown-name");
        assert!(!said.contains("did you mean"), "{word}: {said}");
    }
}

#[test]
fn a_course_of_tablets_from_the_treatment_has_its_last_day() {
    let said = help(
        "take oral antibiotics until 5 days after treatment",
        "last-dose",
    );
    assert!(
        said.contains("`on days 0..5`") && said.contains("`on days 0..4`"),
        "{said}"
    );
    assert!(is_clean("take oral antibiotics on days 0..5"));
}
