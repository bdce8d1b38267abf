//! What a plan must never get wrong, each as a small document: protocol, patient, what is read there.

#![allow(clippy::expect_used, reason = "a helper of tests fails as a test does")]

use aftercare_dsl::check::{Bundled, CheckOptions, check};
use aftercare_dsl::render::{TextOptions, text};
use aftercare_dsl::source::Sources;
use aftercare_dsl::{eval, profile};
use chrono::NaiveDate;

/// The plan in words, asked about a day of June 2026, on one line.
fn plan(protocol: &str, patient: &str, day: u32) -> String {
    let mut sources = Sources::new();
    let protocol = format!("import skin-care\n{protocol}\n");
    let options = CheckOptions::default();
    let checked = check(&mut sources, &Bundled, "test.rules", &protocol, &options);
    let protocol = checked.protocol.expect("the protocol checks clean");
    let source = sources.add("patient.toml", patient);
    let (profile, mistakes) = profile::read(source, "patient.toml", patient, &protocol.vocabulary);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    let on = NaiveDate::from_ymd_opt(2026, 6, day).map(aftercare_dsl::plan::Moment::day);
    let plan = eval::evaluate(&protocol, &profile, on).expect("a plan");
    let words = text(&plan, &TextOptions::default());
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn says(plan: &str, words: &str) {
    assert!(plan.contains(words), "{words:?} is not in: {plan}");
}

#[track_caller]
fn is_silent_about(plan: &str, words: &str) {
    assert!(!plan.contains(words), "{words:?} is in: {plan}");
}

#[test]
fn a_red_flag_stays_on_the_sheet_though_nothing_is_reported_today() {
    let plan = plan(
        "report redness to clinic immediately if redness spreading",
        "treated = 2026-06-01\nsymptoms = \"none\"",
        1,
    );
    says(&plan, "Redness. Call the clinic immediately.");
    says(&plan, "ONLY IF spreading redness.");
}

#[test]
fn a_red_flag_names_what_was_reported_and_nothing_else() {
    let plan = plan(
        "report pus, fever to clinic immediately",
        "treated = 2026-06-01\n[symptoms]\nfever = 2026-06-02",
        3,
    );
    says(&plan, "Reported: fever.");
    is_silent_about(&plan, "Reported: pus");
}

#[test]
fn a_reported_symptom_that_nothing_names_is_not_passed_over() {
    let plan = plan(
        "avoid makeup for 2 days",
        "treated = 2026-06-01\n[symptoms]\npus = 2026-06-02",
        3,
    );
    says(&plan, "CALL THE CLINIC");
    says(
        &plan,
        "pus: reported, and the protocol says nothing about it",
    );
    is_silent_about(&plan, "READY");
}

#[test]
fn what_is_dated_before_the_treatment_is_not_left_out_in_silence() {
    let plan = |dates: &str| {
        plan(
            "avoid makeup until healed\nreport fever to clinic",
            &format!("treated = 2026-06-01\n{dates}"),
            3,
        )
    };
    let early = plan("[events]\nhealed = 2026-05-20\n[symptoms]\nfever = 2026-05-30");
    says(
        &early,
        "Healed is dated Wed 20 May 2026, before this treatment",
    );
    says(
        &early,
        "Fever is dated Sat 30 May 2026, before this treatment",
    );
    let now = plan("[events]\nhealed = 2026-06-01\n[symptoms]\nfever = 2026-06-02");
    is_silent_about(&now, "before this treatment");
}

#[test]
fn a_medicine_that_may_be_prescribed_is_not_to_be_stopped() {
    let plan = plan(
        "avoid anticoagulants for 7 days",
        "treated = 2026-06-01\n[facts]\nmedications = [\"warfarin\"]",
        2,
    );
    says(&plan, "unless prescribed to you");
    says(&plan, "do not stop it: ask your prescriber first");
    is_silent_about(&plan, "Keep to it until that is known");
}

#[test]
fn a_prescribed_medicine_is_named_as_one_to_go_on_with() {
    let plan = plan(
        "avoid aspirin for 7 days",
        "treated = 2026-06-01\n[facts]\nmedications = [{ name = \"aspirin\", prescribed = true }]",
        2,
    );
    says(&plan, "Do not stop aspirin. Ask your prescriber.");
    says(&plan, "Ask the prescriber about aspirin");
    is_silent_about(&plan, "Avoid:");
}

#[test]
fn what_is_avoided_before_the_next_session_stands_among_the_days_lines() {
    let protocol = "sessions 3 every 4 weeks\navoid retinoids for 1 week before";
    let patient = "treated = 2026-06-01\nsessions = []";
    let plan = plan(protocol, patient, 24);
    says(&plan, "ON THIS DAY, Wed 24 Jun 2026 Avoid: - Retinoids.");
}

#[test]
fn what_is_avoided_before_the_next_session_is_so_after_earlier_ones_too() {
    let protocol = "sessions 4 every 4 weeks\navoid retinoids for 1 week before and 3 days after";
    let patient = "treated = 2026-06-01\nsessions = [2026-05-04]";
    let before = plan(protocol, patient, 24);
    says(&before, "ON THIS DAY, Wed 24 Jun 2026 Avoid: - Retinoids.");
    let between = plan(protocol, patient, 10);
    is_silent_about(&between, "Avoid: - Retinoids.");
}

#[test]
fn a_restriction_after_something_without_a_date_is_open() {
    let plan = plan(
        "avoid makeup for 1 week after waxing",
        "treated = 2026-06-01",
        2,
    );
    says(&plan, "NOT FINAL");
    is_silent_about(&plan, "READY");
}

/// With thresholds at 18 and at 65, an unknown age may lie below, at, between and above them.
#[test]
fn an_unknown_number_may_lie_beyond_every_threshold() {
    let plan = plan(
        "avoid sauna for 7 days if age over 65\navoid waxing for 7 days if age under 18",
        "treated = 2026-06-01",
        2,
    );
    says(&plan, "Sauna");
    says(&plan, "Waxing");
    says(&plan, "How old is the patient?");
}

/// LANGUAGE.md 3.6: `expect` is shown with its "if", and never open.
#[test]
fn what_to_expect_is_shown_with_its_if() {
    let state = |sentence: &str, facts: &str| {
        let patient = format!("treated = 2026-06-01\n{facts}");
        let protocol = format!("import skin-care\n{sentence}\n");
        let plan = crate::support::plan_json(&protocol, &patient, Some("2026-06-06"));
        plan.pointer("/expectations/0/state").cloned()
    };
    let says = |state: &str| Some(state.into());
    assert_eq!(state("expect redness for 3 days", ""), says("settled"));
    let pregnant = "expect redness for 3 days if pregnant";
    assert_eq!(state(pregnant, ""), says("conditional"));
    assert_eq!(state(pregnant, "[facts]\npregnant = true"), says("settled"));
    let healed = "expect redness for 10 days if healed";
    assert_eq!(state(healed, ""), says("conditional"));
    assert_eq!(
        state(healed, "[events]\nhealed = 2026-06-05"),
        says("settled")
    );
}

/// LANGUAGE.md 3.4, 3.5: a firm restriction holds a duty back, an advised one does not; things that fare
/// alike stay on one line.
#[test]
fn only_what_is_firm_holds_a_duty_back_and_only_for_what_it_covers() {
    let protocol = "avoid moisturiser for 2..4 days\n\
                    use moisturiser, sunscreen and healing ointment for 7 days";
    let firm = plan(protocol, "treated = 2026-06-01", 1);
    says(&firm, "Do: - Use sunscreen and healing ointment.");
    says(&firm, "Use moisturiser. From Wed 3 Jun 2026");
    says(&firm, "Held back while this holds: avoid moisturiser");
    let advised = plan(protocol, "treated = 2026-06-01", 3);
    says(&advised, "Do: - Use moisturiser.");
    says(&advised, "- Use sunscreen and healing ointment.");
}

/// LANGUAGE.md 3.6: unknown is never fine; which session this is, is not known until it is said.
#[test]
fn a_deferral_after_a_session_that_may_not_have_been_is_open() {
    for session in ["previous session", "first session"] {
        let protocol = format!("defer until 4 weeks after {session}");
        let open = plan(&protocol, "treated = 2026-06-01", 1);
        says(&open, "NOT FINAL");
        says(
            &open,
            "MAY NOT APPLY TO YOU: see question 1. It holds if this is not session 1.",
        );
        says(&open, "1. When were the earlier sessions of this course?");
        let first = plan(&protocol, "treated = 2026-06-01\nsessions = []", 1);
        says(&first, "READY");
        is_silent_about(&first, "Wait with the treatment");
        let early = plan(
            &protocol,
            "treated = 2026-06-01\nsessions = [2026-05-20]",
            1,
        );
        says(&early, "NOT YET");
        let late = plan(
            &protocol,
            "treated = 2026-06-01\nsessions = [2026-04-20]",
            1,
        );
        says(&late, "READY");
    }
}

/// LANGUAGE.md 3.1: days are calendar days, so that no clock time makes them more exact.
#[test]
fn a_clock_time_is_wanted_only_where_hours_count() {
    let added = |sentence: &str| {
        let protocol = format!("aftercare for 2 weeks\n{sentence}");
        let plan = plan(&protocol, "treated = 2026-06-01\nproducts = []", 1);
        plan.contains("clock time: the time of the treatment")
    };
    for days in [
        "use moisturiser",
        "use moisturiser for 7 days",
        "should use moisturiser for 1..2 days",
        "use moisturiser until day 5",
        "allow makeup for 3..4 days",
        "drink water until next morning",
        "use moisturiser today",
        "avoid makeup from healed for 12 hours",
        "avoid makeup until 12 hours after healed",
    ] {
        assert!(!added(days), "{days}");
    }
    for hours in [
        "avoid makeup for 24 hours",
        "avoid makeup for 24..48 hours",
        "use moisturiser from 12 hours",
        "use moisturiser from 12..24 hours",
        "avoid makeup until 12 hours after treatment",
        "avoid makeup from day 0 until 36 hours after treatment",
        "avoid makeup for at least 12 hours, better 24 hours",
    ] {
        assert!(added(hours), "{hours}");
    }
}

/// LANGUAGE.md 3.13: every line of a plan says why and on whose word, each step too.
#[test]
fn a_step_keeps_its_own_reason_and_sources() {
    let protocol = "source sheet = \"Our sheet\"\nsource book = \"A book\"\n\
        steps \"soothing\" {\n  use cool compress because \"cold calms\" [sheet]\n  \
        then use moisturiser [book]\n} for 3 days because \"it soothes\" [sheet]";
    let plan = plan(protocol, "treated = 2026-06-01", 1);
    says(
        &plan,
        "1. Use cool compress. Why: cold calms. [1] 2. Use moisturiser. [2]",
    );
    says(&plan, "Why: it soothes. [1]");
    says(&plan, "SOURCES [1] Our sheet [2] A book");
}

/// LANGUAGE.md 3.8: `until E, at most D` ends at the earlier: both are said while E has not happened.
#[test]
fn an_event_that_may_end_a_line_sooner_is_named_beside_its_last_day() {
    let open = plan(
        "avoid makeup until healed, at most 8 days\navoid hot tub until healed, at most 30 hours",
        "treated = 2026-06-01T10:30",
        2,
    );
    says(
        &open,
        "Until healed, at the latest until the end of Mon 8 Jun 2026;",
    );
    says(
        &open,
        "Until healed, at the latest until 16:30 on Tue 2 Jun 2026;",
    );
    let undated = plan("avoid makeup until healed, at most 8 days", "", 2);
    says(&undated, "until healed, at the latest day 7;");
}

/// LANGUAGE.md 3.5: a line says when its own rule ends, and no line names a free day of what another
/// line still restricts then.
#[test]
fn a_line_says_what_another_still_holds_on_its_first_free_day() {
    let protocol = "avoid retinoids for 7 days\navoid tretinoin for 14 days";
    let some = plan(protocol, "treated = 2026-06-01", 2);
    says(
        &some,
        "first free day Mon 8 Jun, but not of tretinoin (test.rules:3). test.rules:2",
    );
    says(
        &some,
        "Until the end of Sun 14 Jun 2026; first free day Mon 15 Jun. test.rules:3",
    );
    let protocol = "avoid retinol for 3 days\navoid retinoids for 7 days";
    let all = plan(protocol, "treated = 2026-06-01", 2);
    says(
        &all,
        "Until the end of Wed 3 Jun 2026; no free day follows: another line still holds it (test.rules:3).",
    );
    let kind = "avoid products except healing ointment for 12 hours\n\
        avoid active ingredients except retinol for 3 days\navoid makeup for 2 days";
    let kind = plan(kind, "treated = 2026-06-01T10:30", 1);
    says(
        &kind,
        "first whole free day Tue 2 Jun, but not of active ingredients except retinol \
         (test.rules:3) and makeup (test.rules:4).",
    );
}

/// Of two lines that never hold together, neither holds on after the other.
#[test]
fn a_line_that_never_holds_beside_another_is_not_named_by_it() {
    let protocol = "when skin type in IV..VI { avoid direct sun for 14 days } otherwise {\n\
        avoid direct sun for 7 days\n}";
    let plan = plan(protocol, "treated = 2026-06-01", 2);
    says(&plan, "first free day Mon 8 Jun. test.rules:3");
    is_silent_about(&plan, "another line");
}

/// LANGUAGE.md 3.5: a duty with a choice is held back only when every choice is.
#[test]
fn a_choice_is_held_back_while_all_of_it_is() {
    let choice = "use moisturiser or sunscreen for 7 days";
    let on_the_first_day = |avoided: &str| {
        let protocol = format!("avoid sauna today\n{choice}\navoid {avoided} for 2 days");
        plan(&protocol, "treated = 2026-06-01", 1)
    };
    let both = on_the_first_day("moisturiser and sunscreen");
    says(
        &both,
        "DO ON OTHER DAYS - Use moisturiser or sunscreen. From Wed 3 Jun 2026",
    );
    says(
        &both,
        "Held back while this holds: avoid moisturiser and sunscreen",
    );
    let one = on_the_first_day("moisturiser");
    says(&one, "Do: - Use moisturiser or sunscreen. Until the end of");
    says(
        &one,
        "But not moisturiser, because of: avoid moisturiser for 2",
    );
    is_silent_about(&one, "Held back");
    let part = on_the_first_day("sunscreen without mineral");
    says(&part, "Do: - Use moisturiser or sunscreen, except");
    says(
        &part,
        "What is left out for now is so because of: avoid sunscreen",
    );
    is_silent_about(&part, "Held back");
}

/// LANGUAGE.md 3.5: where only part of a thing is restricted the duty stands for the rest and names it.
#[test]
fn a_duty_stands_for_the_part_that_is_not_restricted() {
    let protocol = "use sunscreen for 7 days\navoid sunscreen without mineral for 3 days";
    let plan = plan(protocol, "treated = 2026-06-01", 1);
    says(&plan, "Do: - Use sunscreen, except");
    says(
        &plan,
        "sunscreen with no mineral. Until the end of Sun 7 Jun",
    );
}

#[test]
fn what_a_duty_leaves_out_holds_nothing_of_it_back() {
    let protocol = "avoid scrubs for 3 days\nuse exfoliants except scrubs for 7 days";
    let plan = plan(protocol, "treated = 2026-06-01", 1);
    says(
        &plan,
        "Do: - Use exfoliants, except scrubs. Until the end of Sun 7 Jun",
    );
    is_silent_about(&plan, "Held back");
}

#[test]
fn windows_in_hours_say_that_the_clock_time_is_not_known() {
    let vague = "The treatment's clock time is not known";
    let about = |window: &str| {
        let protocol = format!("avoid makeup {window}");
        plan(&protocol, "treated = 2026-06-01", 1)
    };
    for window in [
        "for 24 hours",
        "until 24 hours after treatment",
        "from 24 hours until day 4",
    ] {
        says(&about(window), vague);
    }
    is_silent_about(&about("until 2 days after treatment"), vague);
}

#[test]
fn no_number_of_a_patient_lies_below_zero() {
    let question = "QUESTIONS STILL OPEN";
    let about = |test: &str| {
        let protocol =
            format!("fact needle depth: mm\navoid sauna for 7 days if needle depth {test} 0 mm");
        plan(&protocol, "treated = 2026-06-01", 2)
    };
    says(&about("over"), question);
    is_silent_about(&about("at least"), question);
    says(&about("at least"), "Sauna");
}

#[test]
fn no_clause_is_lost_on_the_way_to_the_page() {
    let protocol = "aftercare for 2 weeks\n\
                    expect redness on face while outdoors for 3 days\n\
                    note \"results build slowly\" while outdoors\n\
                    prepare \"come without makeup\" for 1 day before";
    let plan = plan(protocol, "treated = 2026-06-01", 1);
    says(&plan, "Redness on face");
    assert_eq!(plan.matches("While outdoors").count(), 2, "{plan}");
    says(&plan, "For 1 day before");
}

#[test]
fn an_answer_line_pasted_unchanged_is_refused() {
    let mut sources = Sources::new();
    let text = "import skin-care\nrefuse if pregnant or age under 18 or skin type in IV..VI\n";
    let checked = check(
        &mut sources,
        &Bundled,
        "test.rules",
        text,
        &CheckOptions::default(),
    );
    let protocol = checked.protocol.expect("the protocol checks clean");
    let empty = profile::read(sources.add("p", ""), "p.toml", "", &protocol.vocabulary).0;
    let plan = eval::evaluate(&protocol, &empty, None).expect("a plan");
    assert_eq!(plan.questions.len(), 3);
    for question in &plan.questions {
        let pasted = format!("[facts]\n{}\n", question.answer_with);
        let source = sources.add("p", pasted.clone());
        let (_, mistakes) = profile::read(source, "p.toml", &pasted, &protocol.vocabulary);
        assert!(!mistakes.is_empty(), "{pasted}");
    }
}

#[test]
fn a_brand_is_named_with_what_is_in_it() {
    let plan = plan(
        "avoid retinoids for 7 days\navoid anticoagulants for 7 days",
        "treated = 2026-06-01\nproducts = [\"Differin\", { name = \"Mist\", class = \"toner\" }]\n\
         [facts]\nmedications = [\"Eliquis\"]",
        2,
    );
    says(&plan, "This covers your own Differin (adapalene gel).");
    says(&plan, "This covers your own Eliquis (apixaban).");
    says(&plan, "Is Eliquis (apixaban) prescribed to the patient?");
    says(&plan, "Eliquis (apixaban): avoid");
    says(&plan, "Mist: not covered");
    is_silent_about(&plan, "apixaban, ");
}

#[test]
fn bedtime_is_not_asked_for() {
    let plan = plan(
        "apply ice pack every hour until bedtime\navoid makeup until healed",
        "treated = 2026-06-01T10:30",
        1,
    );
    says(&plan, "healed: a line waits for it: add its date.");
    is_silent_about(&plan, "bedtime: a line waits");
}

/// LANGUAGE.md 3.5: a step is checked against the restrictions of its block's time, and of no other.
#[test]
fn a_step_is_held_back_by_what_restricts_it_in_its_time() {
    let held = |restriction: &str| {
        let steps = "steps \"Evening\" {\n  use cleanser\n  use retinol\n} from day 2 for 3 days";
        let plan = plan(
            &format!("{steps}\n{restriction}"),
            "treated = 2026-06-01",
            1,
        );
        plan.contains("2. Use retinol. Held back while this holds: avoid retinoids")
    };
    assert!(held("avoid retinoids for 7 days"));
    assert!(held("avoid retinoids on day 4"));
    assert!(!held("avoid retinoids for 2 days"));
    assert!(!held("avoid exfoliants for 7 days"));
}

/// LANGUAGE.md 3.9: what only a condition reads is spoken of, though nothing is said about it.
#[test]
fn a_thing_that_a_condition_reads_is_told_from_one_that_nothing_names() {
    let sentence = "avoid sauna for 2 days if taking warfarin";
    let (protocol, patient) = crate::support::read(
        &format!("import skin-care\n{sentence}\n"),
        "treated = 2026-06-01",
    )
    .expect("it checks clean");
    let case = eval::Case::new(&protocol, &patient);
    let plan = case.plan().expect("a plan");
    let mentioned = |name: &str| {
        let question = Sources::new().add("question", name);
        let asked = case.thing(question, name).expect("it is known");
        let reply = plan.ask(&case, &asked).expect("an answer");
        reply.answers.iter().any(|answer| answer.thing.mentioned)
    };
    assert!(mentioned("warfarin"));
    assert!(mentioned("sauna"));
    assert!(!mentioned("aspirin"));
}

#[test]
fn what_a_duty_is_done_with_is_held_against_restrictions_and_neither_allows_nor_bans() {
    let plan = plan(
        "avoid soap on face for 24 hours\n\
         gently wash face using mild soap or hands twice daily for 3 days",
        "treated = 2026-06-01T10:00",
        1,
    );
    says(
        &plan,
        "Wash face gently using mild soap or hands twice daily.",
    );
    says(&plan, "But not using");
    says(
        &plan,
        "because of: avoid soap on face for 24 hours (test.rules:2).",
    );
    is_silent_about(&plan, "Avoid hands");
}

#[test]
fn how_often_in_words_and_how_are_printed() {
    let plan = plan(
        "aftercare for 2 weeks\napply a thin layer of healing ointment at all times\n\
         take paracetamol as instructed by the label as often as needed",
        "treated = 2026-06-01T10:00",
        1,
    );
    says(
        &plan,
        "Apply healing ointment in a thin layer at all times.",
    );
    says(&plan, "Take paracetamol as directed by label as needed.");
}

/// LANGUAGE.md 3.8: what starts with an event that has no date yet waits for it, and never vanishes.
#[test]
fn what_waits_for_an_event_to_start_stays_on_the_sheet() {
    for (sentence, thing) in [
        ("use moisturiser from healed", "- Use moisturiser."),
        ("avoid sauna from healed for 3 days", "- Sauna."),
        ("allow makeup from healed", "- Makeup."),
    ] {
        let plan = plan(sentence, "treated = 2026-06-01", 2);
        says(&plan, thing);
        says(&plan.to_lowercase(), "from healed (no date yet)");
        says(&plan, "- healed: a line waits for it");
    }
}

/// docs/language.md: a length without a number never gives anything back.
#[test]
fn a_time_without_a_number_never_ends_by_itself() {
    let plan = plan(
        "avoid sauna for a few days\nexpect redness for several hours",
        "treated = 2026-06-01T10:00",
        30,
    );
    says(
        &plan,
        "Sauna. For a few days (this protocol does not say how long that is: ask the clinic).",
    );
    says(&plan, "sauna");
    is_silent_about(&plan, "free day Tue");
    is_silent_about(&plan, "have passed: a line waits");
}

#[test]
fn what_is_done_at_a_point_is_done_once_on_that_day() {
    let plan = plan(
        "aftercare for 2 weeks\ncleanse the face at 3 hours",
        "treated = 2026-06-01T10:00",
        1,
    );
    says(
        &plan,
        "Cleanse face once, at 3 hours after treatment. Until the end of Mon 1 Jun 2026.",
    );
    is_silent_about(&plan, "Tue 2 Jun");
}

#[test]
fn when_a_thing_mostly_comes_is_printed_and_computes_nothing() {
    let plan = plan(
        "expect swelling for 3 days, most on day 1\nexpect redness within 2 days",
        "treated = 2026-06-01T10:00",
        1,
    );
    says(&plan, "Most on day 1.");
    says(&plan, "Within 2 days.");
}
