//! Random sequences of lines and commands.

use std::collections::BTreeMap;

use aftercare_dsl::session::Session;
use aftercare_dsl::session::testing::Memory;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use crate::support::config;

/// Lines as they may be typed: right and wrong ones, and halves.
const LINES: &[&str] = &[
    "import skin-care",
    "avoid retinoids for 7 days",
    "avoid retinoids for 5 days # shorter",
    "avoid makeup for 24..48 hours because \"it clogs\"",
    "use moisturiser twice daily for 2 weeks",
    "when skin type in IV..VI { avoid direct sun for 14 days }",
    "when pregnant {\n  avoid heat for 3 days\n} otherwise {\n  allow heat from day 1\n}",
    "otherwise { avoid sauna for 2 days }",
    "report fever to clinic immediately",
    "fact smoker: yes or no",
    "substance clays { green clay aka argile }",
    "aftercare for 2 weeks",
    "version \"2\"",
    "sun: avoid direct sun for 7 days",
    "# a comment",
    "  unless healed",
    "avoid retinoidz for 7 days",
    "avoid",
    "}",
    "when pregnant {",
    "avoid makeup,",
    "note \"open",
    ":undo",
    ":redo",
    ":list",
    ":remove 1",
    ":remove 2",
    ":remove 3.1",
    ":edit 2",
    ":edit 3",
    "",
    ":changes",
    ":new",
    ":new",
    ":load clinic.rules",
    ":load microneedling",
    ":save",
    ":save own.rules",
    ":patient jo.toml",
    ":save patient jo.toml",
    ":set skin type = V",
    ":set pregnant = no",
    ":set smoker = yes",
    ":unset skin type",
    ":treated 2026-06-01",
    ":treated 2026-02-30",
    ":on day 3",
    ":next",
    ":back",
    ":today",
    ":plan",
    ":calendar",
    ":course",
    ":questions",
    ":interview",
    "unsure",
    "back",
    "stop",
    "V",
    "no",
    "can retinol on day 3?",
    ":why retinol",
    ":why not sauna",
    ":until makeup",
    ":what if skin type = II",
    ":read",
    ":check",
    ":vocabulary retinoids",
    ":help",
    ":e",
    ":xyzzy",
    "avoid retinoidz for 7 days:list",
    "avoid retinoidz for 7 days :check",
    "when pregnant {\n:list",
    "when pregnant {\n  avoid heatt\n  avoid sauna",
    ":treated Friday",
    ":treated 3/4/2026",
    ":on 5 June",
    ":set fever = yesterday",
    ":calendar June",
];

fn rules(session: &Session) -> Vec<String> {
    let lines = session.text().lines();
    lines
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a line may take something out of the rules, or put others in their place.
fn replaces(line: &str) -> bool {
    [":undo", ":redo", ":remove", ":new", ":load", ":save"]
        .iter()
        .any(|command| line.starts_with(command))
}

#[test]
fn no_sequence_panics_or_loses_a_rule_and_undo_leads_back_to_nothing() {
    // One sequence holds 40 lines: so many make the 50,000 of the full run.
    let lines = proptest::collection::vec(proptest::sample::select(LINES), 40);
    let run = TestRunner::new(config(1_250)).run(&lines, |lines| {
        let mut world = super::world();
        let mut session = Session::new(&world);
        for line in lines {
            let (before, editing) = (rules(&session), session.is_editing());
            let open = session.is_unfinished(line);
            prop_assert!(open || !session.is_mistaken(line, &world), "{}", line);
            session.enter(line, &mut world);
            let after = rules(&session);
            if !replaces(line) && !editing {
                let lost = before.iter().find(|rule| !after.contains(rule));
                prop_assert_eq!(lost, None, "lost by `{}`", line);
            }
        }
        reloads(&mut session, &mut world)?;
        while session
            .enter(":undo", &mut world)
            .text()
            .starts_with("Undone")
        {}
        prop_assert_eq!(session.text(), "");
        prop_assert_eq!(session.patient_text(), "");
        Ok(())
    });
    run.unwrap_or_else(|failure| panic!("{failure}"));
}

/// What `:save` writes loads to an equal session.
fn reloads(session: &mut Session, world: &mut Memory) -> Result<(), TestCaseError> {
    if session.is_asking() {
        session.enter("stop", world);
    }
    session.set_confirms(false);
    let saved = session.enter(":save reload.rules", world);
    if saved.failed {
        return Err(TestCaseError::fail(saved.text()));
    }
    session.enter(":save patient reload.toml", world);
    let mut other = Session::new(world);
    for line in [":load reload.rules", ":patient reload.toml"] {
        let reply = other.enter(line, world);
        if reply.failed && session.enter(":facts", world).failed {
            // A profile that fits the rules no longer is told about in both.
            return Ok(());
        }
        prop_assert!(!reply.failed, "{}", reply.text());
    }
    for one in [&mut *session, &mut other] {
        one.enter(":on 2026-06-10", world);
    }
    let pages: BTreeMap<&str, (String, String)> = [":list", ":read", ":plan", ":facts"]
        .into_iter()
        .map(|page| {
            let one = session.enter(page, world).text();
            (page, (one, other.enter(page, world).text()))
        })
        .collect();
    prop_assert_eq!(session.text(), other.text());
    for (page, (one, other)) in pages {
        prop_assert_eq!(one, other, "{}", page);
    }
    Ok(())
}
