//! What a handout says against the plan: nothing is left out, nothing open reads as settled, no day is left to be counted.

use aftercare_dsl::plan::Plan;
use aftercare_dsl::render::{Audience, HandoutOptions};

use super::{made, options, plan_of, plans, together, words};

pub(super) const TREATED: &str = "treated = 2026-06-01T10:30\n";

fn page(rules: &str, profile: &str, on: &str) -> String {
    words(&made(&plan_of(rules, profile, on), &options()).html())
}

#[test]
fn the_last_day_and_the_first_free_day_are_said_in_words() {
    let page = page(
        "import skin-care\navoid retinoids for 7 days\n",
        TREATED,
        "2026-06-01",
    );
    assert!(
        page.contains("Until the end of Sun 7 June. First free day: Mon 8 June."),
        "{page}"
    );
}

#[test]
fn every_line_of_every_example_stands_in_both_formats() {
    for (name, plan) in plans() {
        let handout = made(&plan, &options());
        let (html, markdown) = (words(&handout.html()), handout.markdown());
        let withheld = plan.is_withheld();
        let lines = plan
            .directives
            .iter()
            .filter(|line| !withheld && !line.never_in_force);
        let directives = lines.flat_map(|line| &line.written);
        let notes = plan
            .notes
            .iter()
            .filter(|_| !withheld)
            .map(|note| &note.text);
        let normal = plan.expectations.iter().filter(|_| !withheld);
        let normal = normal.flat_map(|line| &line.written);
        let questions = plan.questions.iter().map(|question| &question.fact);
        let flags = plan.red_flags.iter().flat_map(|flag| &flag.written);
        for text in directives
            .chain(notes)
            .chain(normal)
            .chain(questions)
            .chain(flags)
        {
            let text = text
                .trim_end_matches('.')
                .to_lowercase()
                .replace("..", " to ");
            assert!(html.to_lowercase().contains(&text), "{name}: {text}");
            let plain = markdown.replace('\\', "").to_lowercase();
            assert!(plain.contains(&text), "{name}: {text}");
        }
        // Of what is over only the end is said.
        let past = Some(aftercare_dsl::plan::Phase::Past);
        let reasons = plan
            .directives
            .iter()
            .filter(|line| !withheld && !line.never_in_force && line.phase != past);
        for because in reasons.filter_map(|line| line.because.as_ref()) {
            assert!(
                html.contains(because.trim_end_matches('.')),
                "{name}: {because}"
            );
        }
    }
}

#[test]
fn warning_signs_are_always_there_and_the_number_stands_first() {
    for (name, plan) in plans() {
        let html = made(&plan, &options()).html();
        let at = |part: &str| {
            html.find(part)
                .unwrap_or_else(|| panic!("{name} has no {part}"))
        };
        assert!(at("020 7946 0000") < at("id=\"call\""), "{name}");
        assert!(at("href=\"tel:02079460000\"") < at("<h2 id="), "{name}");
        assert!(at("class=\"message\"") < at("020 7946 0000"), "{name}");
    }
    let none = page(
        "import skin-care\navoid sauna for 3 days\n",
        TREATED,
        "2026-06-01",
    );
    assert!(none.contains("This plan names no warning signs. Ask us which signs to call about."));
}

#[test]
fn a_reported_warning_sign_stands_above_all_else() {
    let plan = plans()
        .into_iter()
        .find(|(name, _)| *name == "red-flag")
        .unwrap()
        .1;
    let page = words(&made(&plan, &options()).html());
    let call = page.find("Call the clinic now.").unwrap();
    assert!(call < page.find("Draft").unwrap() && call < page.find("020 7946 0000").unwrap());
    let unnamed = "import skin-care\navoid sauna for 3 days\nreport fever to clinic\n";
    let profile = format!("{TREATED}[symptoms]\npus = 2026-06-02\n");
    let page = self::page(unnamed, &profile, "2026-06-02");
    assert!(
        page.contains("the plan says nothing about it: pus"),
        "{page}"
    );
}

#[test]
fn the_most_urgent_call_stands_first() {
    let rules = "import skin-care\nreport itching to clinic\nreport fever to clinic within 2 hours\nreport pus to clinic immediately\nreport chest pain to emergency services always\navoid sauna for 3 days\n";
    let page = page(rules, TREATED, "2026-06-01");
    let at = |sign: &str| page.find(sign).unwrap_or_else(|| panic!("{sign}: {page}"));
    assert!(
        page.contains("Call emergency services. Chest pain. "),
        "{page}"
    );
    assert!(at("Chest pain") < at("Pus") && at("Pus") < at("Fever") && at("Fever") < at("Itching"));
}

#[test]
fn of_several_treatments_each_line_says_which_it_is_for_and_clashes_show_both() {
    let one =
        "protocol \"One\"\ntreatment microneedling\nimport skin-care\navoid sunscreen for 3 days\n";
    let other =
        "protocol \"Other\"\ntreatment waxing\nimport skin-care\nuse sunscreen daily for 5 days\n";
    let both = "[treatments.microneedling]\ntreated = 2026-06-01\n[treatments.waxing]\ntreated = 2026-06-01\n";
    let plan = together(&[one, other], both, "2026-06-01");
    let page = words(&made(&plan, &options()).html());
    for part in [
        "One and Other",
        "Microneedling: Mon 1 June 2026.",
        "Sunscreen. For microneedling.",
        "Where your treatments differ",
        "Avoid wins where both hold.",
        "Waxing says: use sunscreen daily for 5 days.",
        "Microneedling says: avoid sunscreen for 3 days.",
        "That ends with Wed 3 June.",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[test]
fn what_is_withheld_says_so_and_gives_no_days() {
    for (name, said) in [
        (
            "refused",
            "No treatment for now: our rules say not to treat.",
        ),
        ("deferred", "Not yet: our rules say to wait."),
        ("waxed", "Wait until Wed 1 July 2026 or later."),
    ] {
        let plan = plans()
            .into_iter()
            .find(|(other, _)| *other == name)
            .unwrap()
            .1;
        let html = made(&plan, &options()).html();
        let page = words(&html);
        assert!(page.contains(said), "{name}: {page}");
        assert!(page.contains("When to call"), "{name}");
        assert!(
            !html.contains("<svg") && !page.contains("free day"),
            "{name}: {page}"
        );
        assert!(!page.contains("Your next visits"), "{name}");
    }
}

#[test]
fn what_is_open_reads_as_open() {
    let rules = "import skin-care\navoid sauna for 3 days if pregnant\nuse sunscreen for 3 days if breastfeeding\n";
    let page = page(rules, TREATED, "2026-06-01");
    assert!(page.contains("This plan is not final."), "{page}");
    assert!(
        page.contains("Sauna. Not final: it is for you if pregnant. Keep to it until we know."),
        "{page}"
    );
    assert!(
        page.contains("Use sunscreen. Not yet: only if breastfeeding. We do not know that yet."),
        "{page}"
    );
    assert!(page.contains("What we still need to know"), "{page}");
    let settled = self::page(
        "import skin-care\navoid sauna for 3 days\n",
        TREATED,
        "2026-06-01",
    );
    assert!(!settled.contains("not final"), "{settled}");
}

#[test]
fn a_medicine_that_may_be_prescribed_is_never_told_to_be_stopped() {
    let rules = "import skin-care\navoid aspirin for 7 days\n";
    let profile = format!("{TREATED}[facts]\nmedications = [\"aspirin\"]\n");
    let page = page(rules, &profile, "2026-06-01");
    assert!(
        page.contains("Do you take it now? Then do not stop it. Ask us first."),
        "{page}"
    );
    let profile =
        format!("{TREATED}[facts]\nmedications = [{{ name = \"aspirin\", prescribed = true }}]\n");
    let page = self::page(rules, &profile, "2026-06-01");
    assert!(
        page.contains("Do not stop aspirin. Ask your prescriber."),
        "{page}"
    );
}

#[test]
fn what_a_symptom_decides_is_read_before_what_to_do() {
    let rules = "import skin-care\navoid alcohol for 3 days\navoid sauna for 3 days if swelling\nreport redness to clinic if redness spreading\n";
    let page = page(rules, TREATED, "2026-06-01");
    assert!(page.contains("Only if swelling: sauna."), "{page}");
    assert!(page.contains("Avoid, but only if it happens"), "{page}");
    assert!(
        page.contains("Call the clinic. Spreading redness."),
        "{page}"
    );
}

#[test]
fn an_end_that_nobody_knows_has_no_day() {
    let page = page(
        "import skin-care\navoid scratching until healed\n",
        TREATED,
        "2026-06-01",
    );
    assert!(
        page.contains("Until healed (no date yet: ask us)."),
        "{page}"
    );
    assert!(page.contains("No date yet"), "{page}");
    assert!(!page.contains("First free day"), "{page}");
}

#[test]
fn what_gives_nothing_back_is_not_called_free() {
    let rules = "import skin-care\navoid direct sun for at least 1 week\n";
    let page = self::page(rules, TREATED, "2026-06-01");
    assert!(
        page.contains("After that the plan does not say. Ask us first."),
        "{page}"
    );
    let both = format!("{rules}avoid direct sun for 14 days\n");
    let page = self::page(&both, TREATED, "2026-06-01");
    assert!(
        page.contains("Even then not free before Mon 15 June."),
        "{page}"
    );
    assert!(!page.contains("After that the plan does not say"), "{page}");
}

#[test]
fn what_other_lines_hold_has_no_day_that_is_too_soon() {
    // Retinoids are off again before a next session that is not booked, so that nobody knows their free day.
    let rules = "import skin-care\nsessions 3 every 1..4 weeks\navoid retinoids for 7 days before\navoid retinoids and exfoliants for 7 days\n";
    let page = page(rules, TREATED, "2026-06-01");
    assert!(!page.contains("not before Tue 2 June"), "{page}");
    let rules = "import skin-care\navoid sauna for 10 days\navoid sauna and swimming for 3 days\n";
    let page = self::page(rules, TREATED, "2026-06-01");
    assert!(
        page.contains("But sauna: not before Thu 11 June."),
        "{page}"
    );
    for (name, plan) in plans() {
        for line in &plan.directives {
            let Some(last) = line
                .windows
                .iter()
                .filter_map(|window| window.last_day)
                .max()
            else {
                continue;
            };
            // Wherever the page says until when something is held, it is later than the line itself.
            let one = Plan {
                directives: vec![line.clone()],
                ..plan.clone()
            };
            let page = words(&made(&one, &options()).html());
            for day in page.split("not before ").skip(1) {
                let day: Vec<&str> = day.split([' ', '.']).collect();
                let days = [1, 2].map(|index| day[index]).join(" ");
                let said = chrono::NaiveDate::parse_from_str(&format!("{days} 2026"), "%d %B %Y");
                assert!(said.is_ok_and(|said| said > last), "{name}: {days}");
            }
        }
    }
}

#[test]
fn what_the_plan_does_not_know_is_to_be_asked_about() {
    let profile = format!("{TREATED}products = [\"Vaseline\"]\n");
    let page = page(
        "import skin-care\navoid sauna for 3 days\n",
        &profile,
        "2026-06-01",
    );
    assert!(page.contains("Ask us about these"), "{page}");
    assert!(page.contains("The plan does not say."), "{page}");
}

#[test]
fn no_more_than_seven_items_stand_under_a_heading() {
    let things = [
        "sauna",
        "swimming",
        "exercise",
        "waxing",
        "alcohol",
        "makeup",
        "retinoids",
        "direct sun",
        "self-tan",
    ];
    let mut rules = String::from("import skin-care\n");
    for thing in things {
        rules.push_str(&format!("avoid {thing} for 3 days\n"));
        rules.push_str(&format!("note \"about {thing}\"\n"));
    }
    let plan = plan_of(&rules, TREATED, "2026-06-01");
    let html = made(&plan, &options()).html();
    for part in html
        .split(['\n'])
        .collect::<Vec<_>>()
        .join("\n")
        .split("<h")
        .skip(1)
    {
        let items = part
            .split("id=\"sources\"")
            .next()
            .unwrap()
            .matches("<li>")
            .count();
        assert!(items <= 7, "{items}: {part}");
    }
    let rows: Vec<&str> = html.split("<th scope=\"row\">").skip(1).collect();
    assert!(
        rows.iter()
            .all(|row| row.split("</th>").next().unwrap().matches("<p>").count() <= 7)
    );
    assert!(html.contains("Good to know (more)"));
    for thing in things {
        assert!(words(&html).contains(&format!("About {thing}")), "{thing}");
    }
}

#[test]
fn staff_read_what_a_patient_does_not() {
    for (name, plan) in plans() {
        let staff = HandoutOptions {
            audience: Audience::Clinic,
            ..options()
        };
        let page = words(&made(&plan, &staff).html());
        let facts = plan.before_treatment.iter().flat_map(|line| &line.facts);
        for text in facts.chain(plan.for_the_clinic.iter().map(|line| &line.text)) {
            assert!(
                page.to_lowercase()
                    .contains(&text.trim_end_matches('.').to_lowercase()),
                "{name}: {text}"
            );
        }
        for line in plan.directives.iter().filter(|_| !plan.is_withheld()) {
            let sentence = line
                .rule
                .sentence
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            assert!(page.contains(&sentence), "{name}: {sentence}");
        }
        for question in &plan.questions {
            assert!(
                page.contains(question.answers.trim_end_matches('.')),
                "{name}"
            );
        }
        assert!(page.contains("This copy is for staff."), "{name}");
        // Lines cite sources by their numbers.
        let html = made(&plan, &staff).html();
        let (_, sources) = html.split_once("<section id=\"sources\"").unwrap();
        let list = sources.split("</section>").next().unwrap();
        assert!(list.contains("<ol>"), "{name}");
        assert_eq!(list.matches("<li>").count(), plan.sources.len(), "{name}");
        let patient = words(&made(&plan, &options()).html());
        assert!(!patient.contains("test.rules:"), "{name}");
    }
}
