//! What restrictions hold back, and what they leave.

use super::{is_silent_about, plan, says};

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
        plan.contains("2. Use retinol. What this forbids is left out of this step while it holds: avoid retinoids")
    };
    assert!(held("avoid retinoids for 7 days"));
    assert!(held("avoid retinoids on day 4"));
    assert!(!held("avoid retinoids for 2 days"));
    assert!(!held("avoid exfoliants for 7 days"));
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

/// A duty or a permission that a ban cut at its end says so once it is over; one that came to its own end does not.
#[test]
fn what_a_ban_cut_short_says_so_once_it_is_over() {
    let protocol = "allow makeup until day 10\navoid makeup on days 3..20\n\
                    use sunscreen for 10 days\navoid sunscreen on days 5..7\n\
                    use moisturiser for 10 days\navoid moisturiser from 30 hours until 60 hours\n\
                    use day cream until day 9\navoid day cream from 30 hours until 10 days";
    for (day, its_own) in [(12, true), (4, false)] {
        let over = plan(protocol, "treated = 2026-06-01T10:00", day);
        says(
            &over,
            "Allowed: makeup: ended on Wed 3 Jun 2026. test.rules:2 It ended then because of: avoid makeup on days 3..20 \
             (test.rules:3).",
        );
        // Of two bans the one that is still to run counts, once the other one is over.
        let moisturiser = if its_own {
            "avoid moisturiser from 30 hours until 60 hours (test.rules:7); "
        } else {
            ""
        };
        let day_cream = format!(
            "Use day cream: ended at 16:00 on Tue 2 Jun 2026. test.rules:8 It ended then because of: {moisturiser}avoid day cream \
             from 30 hours until 10 days"
        );
        says(&over, &day_cream);
        if its_own {
            says(
                &over,
                "Use sunscreen, except tinted sunscreen: ended on Wed 10 Jun 2026. test.rules:4 -",
            );
            says(
                &over,
                "Use moisturiser, except day cream: ended on Wed 10 Jun 2026. test.rules:6 -",
            );
        }
    }
}
