//! What a bundle says, against its plan.

use aftercare_dsl::plan::State;
use aftercare_dsl::render::{NoBundle, fhir};
use serde_json::Value;

use super::{
    Dated, all_kinds, both, details, expected, issue, list, made, patients, plans, resources,
};

/// An entry as JSON has it.
fn dated(detail: &Value) -> Dated {
    let period = &detail["scheduledPeriod"];
    let day = |key: &str| period[key].as_str().map(str::to_owned);
    Dated {
        kind: detail["kind"].as_str().unwrap().to_owned(),
        not: detail["doNotPerform"].as_bool(),
        first: day("start"),
        last: day("end"),
    }
}

#[test]
fn each_window_is_an_entry_of_its_own_from_its_first_to_its_last_day() {
    for made in plans() {
        let bundle = made.bundle();
        let found: Vec<Dated> = details(&bundle).into_iter().map(dated).collect();
        let expected = expected(&made.plan, &made.protocols);
        assert!(!expected.is_empty(), "{}", made.name);
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found, expected, "{}", made.name);
        }
        assert_eq!(found.len(), expected.len(), "{}", made.name);
    }
}

#[test]
fn nothing_is_ever_said_to_be_no_ban() {
    for made in plans() {
        let text = made.text(1);
        assert!(!text.contains("\"doNotPerform\": false"), "{}", made.name);
    }
}

#[test]
fn what_is_open_is_open_in_its_name_its_reason_and_its_description() {
    let mut seen = 0;
    for made in plans() {
        let bundle = made.bundle();
        let mut entries = details(&bundle).into_iter();
        for line in &made.plan.directives {
            if line.verb == aftercare_dsl::plan::Verb::Allow || line.never_in_force {
                continue;
            }
            for window in line.windows.iter().chain(&line.next_session_windows) {
                let entry = entries.next().unwrap();
                let [name, reason] = [&entry["code"]["text"], &entry["statusReason"]["text"]]
                    .map(|text| text.as_str().unwrap_or_default().to_owned());
                let description = entry["description"].as_str().unwrap();
                assert!(description.contains(&name), "{}: {name}", made.name);
                if window.state == State::Settled {
                    assert_eq!(reason, "", "{}: {name}", made.name);
                    continue;
                }
                seen += 1;
                let said = ["not final", "only if", "not yet", "not if"];
                assert!(said.iter().any(|said| name.contains(said)), "{name}");
                assert!(!reason.is_empty(), "{name}");
            }
            if line.windows.is_empty() && line.next_session_windows.is_empty() {
                entries.next().unwrap();
            }
        }
    }
    assert!(seen > 25, "{seen}");
}

/// "Not yet" of what is to be continued would read as though it were to be stopped, and so would a ban on a medicine
/// that may be prescribed.
#[test]
fn nothing_open_reads_as_though_a_medicine_were_to_be_stopped() {
    let rules = "import skin-care\nimport medicines\ncontinue aspirin if pregnant\n\
                 avoid ibuprofen for 3 days if pregnant\n";
    let bundle = made("one", rules, "treated = 2026-06-01\n", "2026-06-01").bundle();
    let details = details(&bundle);
    let texts = |start: &str| -> [String; 2] {
        let named = |detail: &&&Value| {
            let name = detail["code"]["text"].as_str().unwrap();
            name.to_lowercase().starts_with(start)
        };
        let found = details
            .iter()
            .find(named)
            .unwrap_or_else(|| panic!("{details:#?}"));
        [&found["code"]["text"], &found["statusReason"]["text"]]
            .map(|text| text.as_str().unwrap().to_owned())
    };
    let [name, reason] = texts("continue aspirin");
    assert!(name.contains("(not final)"), "{name}");
    assert!(
        reason.contains("Do not stop what you take or use already"),
        "{reason}"
    );
    let [name, reason] = texts("ibuprofen");
    assert!(name.contains("unless prescribed to you"), "{name}");
    assert!(
        reason.contains("If you take it already, do not stop it"),
        "{reason}"
    );
}

#[test]
fn an_end_that_nobody_knows_is_left_out_and_the_description_says_why() {
    let mut seen = 0;
    for made in plans() {
        let bundle = made.bundle();
        for detail in details(&bundle) {
            let period = &detail["scheduledPeriod"];
            if detail["kind"] == "Appointment" || !period.is_object() || !period["end"].is_null() {
                continue;
            }
            seen += 1;
            let text = detail["description"].as_str().unwrap();
            let why = [
                "which has no date yet.",
                "No end date is given: it goes on.",
            ];
            assert!(why.iter().any(|why| text.contains(why)), "{text}");
        }
        let plan = resources(&bundle, "CarePlan")[0];
        let open = details(&bundle).iter().any(|one| {
            let period = &one["scheduledPeriod"];
            period.is_object() && period["end"].is_null()
        });
        assert!(!open || plan["period"]["end"].is_null(), "{}", made.name);
    }
    assert!(seen > 5, "{seen}");
}

#[test]
fn the_names_of_entries_read_as_they_are_meant() {
    let bundle = all_kinds().bundle();
    let names: Vec<&str> = details(&bundle)
        .iter()
        .map(|detail| detail["code"]["text"].as_str().unwrap())
        .collect();
    for name in [
        "direct sun (to be avoided)",
        "retinoids (to be avoided)",
        "retinoids (better not)",
        "scratching (to be avoided)",
        "Keep to a limit: alcohol: at most 1 drink per day",
        "Use broad-spectrum sunscreen daily",
        "makeup (to be avoided; not final)",
        "Use moisturiser (not yet: only if pregnant)",
        "exercise (to be avoided; only if swelling)",
        "Evening routine",
        "Course of treatments: 3 to 6",
        "Next session: to be booked (the course may also end without it)",
        "Maintenance session: to be booked",
        "Maintenance sessions after the course",
        "Visit, to be booked: suture removal",
    ] {
        assert!(names.contains(&name), "no `{name}` in {names:#?}");
    }
    // A permission is no activity, and stands in a note.
    assert!(
        !names.iter().any(|name| name.contains("lukewarm")),
        "{names:#?}"
    );
    let notes = list(&resources(&bundle, "CarePlan")[0]["note"]);
    let may = notes.iter().find(|note| {
        let text = note["text"].as_str().unwrap();
        text.starts_with("YOU MAY: Allowed: lukewarm water.")
    });
    let text = may.unwrap()["text"].as_str().unwrap();
    assert!(
        text.contains("NOT YET") && text.contains("only if pregnant"),
        "{text}"
    );
}

#[test]
fn what_is_over_has_no_known_status_and_nothing_is_said_to_be_done() {
    for made in plans() {
        let on = made.plan.on.unwrap().date.to_string();
        for detail in details(&made.bundle()) {
            let last = detail["scheduledPeriod"]["end"].as_str().unwrap_or("9999");
            let expected = if last < on.as_str() {
                "unknown"
            } else {
                "not-started"
            };
            assert_eq!(detail["status"], expected, "{}: {detail}", made.name);
        }
    }
}

#[test]
fn each_warning_sign_and_each_day_of_release_is_a_message() {
    for made in plans() {
        let bundle = made.bundle();
        let messages = resources(&bundle, "CommunicationRequest");
        let of = |category: &str| {
            let is = |one: &&&Value| one["category"][0]["text"] == category;
            messages.iter().filter(is).copied().collect::<Vec<_>>()
        };
        let signs = of("Warning sign");
        assert_eq!(signs.len(), made.plan.red_flags.len(), "{}", made.name);
        for (sign, flag) in signs.iter().zip(&made.plan.red_flags) {
            let text = sign["payload"][0]["contentString"].as_str().unwrap();
            let place = format!("{}:{}", flag.rule.location.file, flag.rule.location.line);
            assert!(text.contains(&place), "{}: {text}", made.name);
            assert_eq!(text.starts_with("Reported: "), flag.reported, "{text}");
        }
        let things = made
            .plan
            .things
            .iter()
            .filter(|thing| !thing.ask_prescriber);
        let mut days: Vec<_> = things.filter_map(|thing| thing.free_from).collect();
        days.sort_unstable();
        days.dedup();
        let days: Vec<String> = days.iter().map(ToString::to_string).collect();
        let reminders = of("Reminder: comes back");
        let found: Vec<&str> = reminders
            .iter()
            .map(|one| one["occurrenceDateTime"].as_str().unwrap())
            .collect();
        assert_eq!(found, days, "{}", made.name);
    }
}

#[test]
fn each_question_is_an_item_that_takes_what_answers_it() {
    for made in plans() {
        let bundle = made.bundle();
        let forms = resources(&bundle, "Questionnaire");
        assert_eq!(
            forms.is_empty(),
            made.plan.questions.is_empty(),
            "{}",
            made.name
        );
        let Some(form) = forms.first() else { continue };
        let items = list(&form["item"]);
        assert_eq!(items.len(), made.plan.questions.len(), "{}", made.name);
        for (item, question) in items.iter().zip(&made.plan.questions) {
            assert_eq!(item["linkId"], question.fact.as_str());
            let text = item["text"].as_str().unwrap();
            assert!(text.contains(&question.text), "{text}");
            let kind = item["type"].as_str().unwrap();
            let expected = match question.answers.as_str() {
                "yes or no" => "boolean",
                "the day it began, or that there is none" => "boolean",
                "the dates of the earlier sessions, or none" => "boolean",
                answers if answers.starts_with("a number") => "decimal",
                answers if answers.starts_with("a list of names") => "string",
                _ => "choice",
            };
            assert_eq!(kind, expected, "{}", question.answers);
            if kind == "choice" {
                for option in list(&item["answerOption"]) {
                    let value = option["valueString"].as_str().unwrap();
                    assert!(question.answers.contains(value), "{value}");
                }
            }
        }
    }
}

#[test]
fn a_symptom_and_earlier_sessions_are_asked_with_their_days() {
    let mut seen = [0, 0];
    let rules = "import skin-care\navoid sauna for 3 days\ndefer if swelling\n";
    let symptom = made("a symptom", rules, "treated = 2026-06-01\n", "2026-06-01");
    for made in plans().into_iter().chain([symptom]) {
        let bundle = made.bundle();
        for form in resources(&bundle, "Questionnaire") {
            for item in list(&form["item"])
                .iter()
                .filter(|item| item["item"].is_array())
            {
                let days = &item["item"][0];
                assert_eq!(days["type"], "date");
                assert_eq!(days["enableWhen"][0]["question"], item["linkId"]);
                assert_eq!(days["enableWhen"][0]["answerBoolean"], true);
                let sessions = item["linkId"]
                    .as_str()
                    .unwrap()
                    .starts_with("session number");
                assert_eq!(days["repeats"] == true, sessions);
                seen[usize::from(sessions)] += 1;
            }
        }
    }
    assert!(seen.iter().all(|seen| *seen > 0), "{seen:?}");
}

#[test]
fn drafts_are_drafts_until_each_protocol_is_approved() {
    let status = |made: &super::Made| {
        let bundle = made.bundle();
        let plan = resources(&bundle, "CarePlan")[0]["status"].clone();
        for message in resources(&bundle, "CommunicationRequest") {
            assert_eq!(message["status"], plan);
        }
        plan
    };
    assert_eq!(status(&all_kinds()), "draft");
    let approved = format!(
        "{}status approved by \"Dr Rose\" on 2026-01-05\n",
        "protocol \"Clinic aftercare\"\nversion \"2.1\"\n"
    );
    let rules = format!("{approved}import skin-care\navoid sauna for 3 days\n");
    let made = made("one", &rules, "treated = 2026-06-01\n", "2026-06-01");
    assert_eq!(status(&made), "active");
    assert_eq!(status(&both()), "draft");
}

#[test]
fn what_is_refused_put_off_or_undated_has_no_bundle() {
    let rules = "import skin-care\navoid sauna for 3 days\ndefer if pregnant\nrefuse if smoker\nfact smoker: yes or no\n";
    let why = |profile: &str| {
        let made = made("one", rules, profile, "2026-06-01");
        fhir(&made.plan, &[&made.protocols[0]], &issue(1)).unwrap_err()
    };
    for facts in [
        "pregnant = true\nsmoker = false",
        "pregnant = false\nsmoker = true",
    ] {
        let profile = format!("treated = 2026-06-01\n[facts]\n{facts}\n");
        assert_eq!(why(&profile), NoBundle::Withheld);
    }
    assert_eq!(
        why("[facts]\npregnant = false\nsmoker = false\n"),
        NoBundle::NoTreatmentDate
    );
}

#[test]
fn the_provenance_says_what_the_plan_is_made_of() {
    for made in patients() {
        let bundle = made.bundle();
        let provenance = resources(&bundle, "Provenance")[0];
        let text = provenance["entity"].to_string();
        let mut said = vec![made.plan.fingerprint.clone()];
        said.extend(made.protocols.iter().map(|one| one.fingerprint.clone()));
        said.extend(made.plan.facts_used().iter().map(|fact| {
            let fact: Vec<&str> = fact.split_whitespace().collect();
            format!("Fact used: {}", fact.join(" "))
        }));
        let treated = made.plan.treatments.iter().filter_map(|one| one.treated);
        said.extend(treated.map(|when| format!("treated {when}")));
        for said in said {
            assert!(text.contains(&said), "{}: no `{said}` in {text}", made.name);
        }
        assert_eq!(
            provenance["agent"][0]["who"]["display"],
            made.plan.engine.as_str()
        );
        assert_eq!(provenance["recorded"], "2026-06-03T10:30:00+01:00");
        let entries = list(&bundle["entry"]).len();
        assert_eq!(
            list(&provenance["target"]).len(),
            entries - 1,
            "all but itself"
        );
    }
}

#[test]
fn a_moment_without_a_zone_is_left_unknown() {
    let made = all_kinds();
    let mut issue = issue(1);
    issue.at = None;
    let text = fhir(&made.plan, &[&made.protocols[0]], &issue).unwrap();
    let bundle: Value = serde_json::from_str(&text).unwrap();
    let provenance = resources(&bundle, "Provenance")[0];
    assert_eq!(provenance["recorded"], Value::Null);
    assert_eq!(
        provenance["_recorded"]["extension"][0]["valueCode"],
        "unknown"
    );
    assert_eq!(provenance["occurredDateTime"], "2026-06-03");
    assert_eq!(bundle["timestamp"], Value::Null);
    assert!(
        !text.contains('Z') || !text.contains("T00:00:00Z"),
        "no zone is made up"
    );
}

#[test]
fn a_course_that_may_wait_longer_has_no_exact_interval() {
    let rules = "import skin-care\nsessions 3..6 at least 8 weeks apart\nvisit \"check\" at least 4 weeks after treatment\n";
    let made = super::made(
        "apart",
        rules,
        "treated = 2026-06-01\nsessions = []\n",
        "2026-06-02",
    );
    let text = made.bundle().to_string();
    assert!(text.contains("\"countMax\":6"), "{text}");
    assert!(!text.contains("\"period\":8"), "{text}");
    assert!(
        text.contains("2026-07-27") && text.contains("2026-06-29"),
        "{text}"
    );
}
