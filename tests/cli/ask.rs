//! `ask`: what a plan answers about a thing, and about a label.

use super::{Folder, run, run_with};
use aftercare_dsl::render::{ANSWER_SCHEMA, INGREDIENTS_SCHEMA};

const RULES: &str = "\
import skin-care
aftercare for 2 weeks
source sheet = \"Our sheet\"
avoid retinoids for 7 days because \"they irritate\" [sheet]
avoid makeup except mineral makeup for 24..48 hours
when skin type in IV..VI { avoid direct sun for 14 days }
avoid tanning bed for 4 weeks
avoid aspirin for 7 days
use moisturiser twice daily
avoid scrubs for 3 days if pregnant
";

const PATIENT: &str = "\
treated = 2026-06-01T10:30:00
[facts]
\"skin type\" = \"II\"
medications = [{ name = \"aspirin\", prescribed = true }]
";

fn clinic() -> Folder {
    Folder::new()
        .with("clinic.rules", RULES)
        .with("jo.toml", PATIENT)
}

/// Asks about a thing on the day after the treatment.
fn ask(thing: &str, more: &[&str]) -> super::Ran {
    let base = [
        "ask",
        "clinic.rules",
        thing,
        "--patient",
        "jo.toml",
        "--on",
        "2026-06-02",
    ];
    clinic().run(&[&base[..], more].concat())
}

#[test]
fn a_brand_is_answered_as_what_it_is_with_end_reason_and_source() {
    ask("Differin", &[]).exits(0).prints(&[
        "Differin is adapalene",
        "On Tue 2 Jun 2026, day 1;",
        "AVOID: adapalene",
        "Until the end of Sun 7 Jun 2026; first free day Mon 8 Jun.",
        "Why: avoid retinoids for 7 days because \"they irritate\" [sheet]\n",
        "clinic.rules:4; Our sheet",
    ]);
}

#[test]
fn a_class_is_answered_by_its_members() {
    ask("sun exposure", &[]).exits(0).prints(&[
        "AVOID: tanning bed",
        "NOT COVERED: the rest of sun exposure",
    ]);
}

#[test]
fn hours_are_told_by_the_clock() {
    let asked = |on: &str, shown: &str| {
        let base = [
            "ask",
            "clinic.rules",
            "lipstick",
            "--patient",
            "jo.toml",
            "--on",
            on,
        ];
        clinic().run(&base).exits(0).prints(&[shown]);
    };
    asked(
        "2026-06-01",
        "Until 10:30 on Tue 2 Jun 2026; then better not until 10:30 on Wed 3 Jun;",
    );
    asked("2026-06-02T10:29", "AVOID: lipstick");
    asked("2026-06-02T10:30", "BETTER NOT: lipstick");
    asked(
        "2026-06-03T10:30",
        "ALLOWED: lipstick (its restriction is over)",
    );
}

#[test]
fn what_hangs_on_an_answer_is_open() {
    ask("scrubs", &[]).exits(3).prints(&[
        "AVOID: scrubs",
        "THIS HANGS ON pregnant. Keep to it",
        "open: pregnant",
    ]);
}

#[test]
fn a_prescribed_medicine_is_not_to_be_stopped() {
    ask("aspirin", &["--why-not"]).exits(0).prints(&[
        "NOT COVERED, ASK THE PRESCRIBER:",
        "Do not stop aspirin. Ask your prescriber.",
        "It stops no medicine that is prescribed",
    ]);
}

#[test]
fn what_no_sentence_names_is_never_fine() {
    let ran = clinic().run(&["ask", "clinic.rules", "vitamin C serum", "--why-not"]);
    ran.exits(0)
        .prints(&[
            "NOT COVERED:",
            "That does not make it fine",
            "No sentence of this protocol names",
        ])
        .prints(&[
            "Sentences about other active ingredients:",
            "clinic.rules:4",
        ])
        .never_says(&["ALLOWED"]);
}

#[test]
fn without_a_patient_days_are_counted_from_the_treatment() {
    clinic()
        .run(&["ask", "clinic.rules", "retinol"])
        .exits(0)
        .prints(&[
            "No treatment date is given",
            "Until the end of day 6; first free day day 7.",
        ]);
}

#[test]
fn why_not_names_the_steps_that_use_a_thing() {
    let rules = "import skin-care\nsteps \"soothing\" {\n  use cool compress\n} for 3 days\n";
    let ask = ["ask", "clinic.rules", "cool compress"];
    let folder = Folder::new().with("clinic.rules", rules);
    folder.run(&[&ask[..], &["--why-not"]].concat()).prints(&[
        "NOT COVERED:",
        "It is a step of soothing, which says how and allows nothing by itself.",
    ]);
    folder
        .run(&ask)
        .never_says(&["does not apply to this patient"]);
}

#[test]
fn why_not_names_the_false_condition_and_the_fact() {
    ask("direct sun", &["--why-not"]).exits(0).prints(&[
        "avoid direct sun for 14 days clinic.rules:6",
        "it wants skin type is IV, V or VI; known:",
        "skin type: II.",
    ]);
    ask("mineral powder", &["--why-not"])
        .exits(0)
        .prints(&["Its `except` leaves out mineral makeup."]);
    ask("makeup", &["--why-not"])
        .exits(0)
        .prints(&["It leaves out mineral powder."]);
    let over = [
        "ask",
        "clinic.rules",
        "retinol",
        "--treated",
        "2026-06-01",
        "--on",
        "2026-06-20",
    ];
    clinic()
        .run(&[&over[..], &["--why-not"]].concat())
        .exits(0)
        .prints(&[
            "ALLOWED: retinol",
            "Its time is over: ended on Sun 7 Jun 2026.",
        ]);
}

#[test]
fn until_says_the_end_and_no_more() {
    let ran = ask("retinol", &["--until"]).exits(0);
    assert_eq!(
        ran.out,
        "retinol: avoid, until the end of Sun 7 Jun 2026; first free day Mon 8 Jun.\n"
    );
}

#[test]
fn what_if_shows_the_difference_and_stores_nothing() {
    let folder = clinic();
    let base = [
        "ask",
        "clinic.rules",
        "direct sun",
        "--patient",
        "jo.toml",
        "--on",
        "2026-06-02",
    ];
    folder
        .run(
            &[
                &base[..],
                &["--what-if", "skin type = V", "--what-if", "pregnant = no"],
            ]
            .concat(),
        )
        .exits(0)
        .prints(&[
            "WHAT IF skin type = V and pregnant = no",
            "direct sun: now not covered on this day; ask the clinic; then avoid",
            "Added: avoid direct sun for 14 days clinic.rules:6",
            "Gone: avoid scrubs for 3 days",
            "Asked no longer: pregnant.",
            "Nothing is stored.",
        ]);
    assert_eq!(folder.text("jo.toml"), PATIENT);
    folder
        .run(&[&base[..], &["--what-if", "skin type = VII"]].concat())
        .exits(1)
        .says(&["--what-if:1:13"]);
}

#[test]
fn what_is_no_name_of_a_thing_is_refused() {
    for (thing, code, help) in [
        ("retinoll", "unknown-name", "did you mean `retinol`?"),
        (
            "moon cheese",
            "unknown-name",
            "`aftercare-dsl vocabulary` shows",
        ),
        ("makeup for 3 days", "asked-thing", "leave it out"),
        ("makeup, retinol", "asked-thing", "ask about each of them"),
        ("fever", "asked-thing", "when to call"),
        ("skin type", "asked-thing", "`--set`"),
        ("mineral", "asked-thing", "mineral sunscreen"),
        ("retinol with spf 30", "wrong-attribute", "attribute of"),
        ("", "asked-thing", "write a name"),
        ("   ", "asked-thing", "write a name"),
        ("avoid retinol\nuse makeup", "asked-thing", "write a name"),
        ("\"", "asked-thing", "write a name"),
        ("{", "asked-thing", "write a name"),
        ("\u{1b}[2J", "asked-thing", "write a name"),
    ] {
        let ran = ask(thing, &[]).exits(1);
        assert!(ran.out.is_empty(), "{thing}");
        ran.says(&[&format!("error[{code}]"), help])
            .never_says(&["\u{1b}"]);
    }
    let long = "retinol ".repeat(10_000);
    ask(&long, &[]).exits(1).says(&["asked-thing"]);
}

#[test]
fn an_attribute_narrows_a_thing() {
    let folder = Folder::new().with(
        "a.rules",
        "import skin-care\naftercare for 2 weeks\navoid sunscreen with spf 30\nuse mineral sunscreen from day 1\n",
    );
    let says = |thing: &str, shown: &str| {
        let day = ["--treated", "2026-06-01", "--on", "2026-06-03"];
        let ran = folder.run(&[&["ask", "a.rules", thing][..], &day].concat());
        ran.exits(0).prints(&[shown]);
    };
    says(
        "sunscreen with spf 30",
        "AVOID: mineral sunscreen with spf 30",
    );
    says("sunscreen with spf 50", "NOT COVERED:");
    says("MINERAL Sunscreens", "ALLOWED: mineral sunscreen");
}

#[test]
fn the_patients_own_product_is_asked_about_by_its_name() {
    let folder = clinic().with(
        "gran.toml",
        "treated = 2026-06-01\nproducts = [{ name = \"Gran's balm\", unrecognised = true }]\n",
    );
    folder
        .run(&[
            "ask",
            "clinic.rules",
            "gran's BALM",
            "--patient",
            "gran.toml",
            "--on",
            "2026-06-02",
        ])
        .exits(3)
        .prints(&["AVOID: your own Gran's balm", "THIS HANGS ON"]);
}

#[test]
fn a_label_is_answered_name_by_name_and_what_is_unknown_is_said() {
    let label = "Ingredients: Aqua (and) RETINOL 0,3%, Moonstone Extract*, 1,2-Hexanediol, \
                 Encapsulated Retinol. May contain: +/- Salicylic Acid.";
    let base = [
        "ask",
        "clinic.rules",
        "--patient",
        "jo.toml",
        "--on",
        "2026-06-02",
    ];
    let ran = clinic().run(&[&base[..], &["--ingredients", label]].concat());
    let ran = ran.exits(3).prints(&[
        "TO AVOID\n  - retinol (on the label: RETINOL 0,3%). Until the end of Sun 7 Jun 2026;",
        "NOT KNOWN\nThe vocabulary has no such name. That does not make it fine.\n",
        "  - Moonstone Extract",
        "Did you mean retinol?",
        "salicylic acid. The label says: may contain.",
    ]);
    let (avoid, unknown) = (ran.out.find("TO AVOID"), ran.out.find("NOT KNOWN"));
    assert!(avoid < unknown);
    let base = [
        "ask",
        "clinic.rules",
        "--treated",
        "2026-06-01",
        "--on",
        "2026-06-02",
    ];
    clinic()
        .with_input(
            b"Retinol\r\nSalicylic Acid\r\n",
            &[&base[..], &["--ingredients", "-"]].concat(),
        )
        .exits(0)
        .prints(&["  - retinol. Until", "  - salicylic acid."]);
}

#[test]
fn one_name_in_three_languages_is_one_name() {
    let label = "Aqua / Water / Eau, Parfum / Fragrance";
    let ran = run(&["ask", "microneedling", "--ingredients", label]).exits(0);
    assert!(!ran.out.contains("NOT KNOWN"), "{}", ran.out);
    ran.prints(&["aqua (on the label: Aqua / Water / Eau)"]);
}

#[test]
fn hostile_labels_are_refused_or_read() {
    let base = ["ask", "microneedling", "--ingredients", "-"];
    run_with(b"\xff\xfe", &base).exits(1).says(&["not UTF-8"]);
    run_with(&b"a,".repeat(40_000), &base)
        .exits(1)
        .says(&["64 KiB"]);
    run_with(b"", &base)
        .exits(0)
        .prints(&["There is no name in this list."]);
    run_with("\u{1b}[2J, \u{202e}Retinol, ((((".as_bytes(), &base)
        .exits(3)
        .never_says(&["\u{1b}", "\u{202e}"]);
    run_with(&b"((,".repeat(20_000), &base).exits(0);
    run(&["ask", "-", "--ingredients", "-"])
        .exits(2)
        .says(&["standard input is one of them"]);
}

#[test]
fn json_is_valid_by_its_schema() {
    for more in [
        &[][..],
        &["--why-not"],
        &["--until"],
        &["--what-if", "skin type = V"],
    ] {
        for thing in ["sun exposure", "aspirin", "scrubs"] {
            let reply = ask(thing, &[more, &["--format", "json"]].concat()).json(ANSWER_SCHEMA);
            assert_eq!(reply["format"], "aftercare-answer/1");
            let undated = ["ask", "clinic.rules", thing, "--format", "json"];
            clinic()
                .run(&[&undated[..], more].concat())
                .json(ANSWER_SCHEMA);
        }
    }
    let list = ["--ingredients", "Moonstone, Retinol", "--format", "json"];
    let list = clinic().run(&[&["ask", "clinic.rules"][..], &list].concat());
    let list = list.json(INGREDIENTS_SCHEMA);
    assert_eq!(
        list["ingredients"][1]["found"][0]["answers"][0]["answer"],
        "avoid"
    );
    assert_eq!(list["ingredients"][0]["unknown"][0], "Moonstone");
}

#[test]
fn a_thing_or_a_list_is_wanted_and_not_both() {
    run(&["ask", "microneedling"]).exits(2);
    run(&["ask", "microneedling", "retinol", "--ingredients", "Aqua"]).exits(2);
    run(&["ask", "microneedling", "retinol", "--until", "--why-not"]).exits(2);
}

/// A ban that hangs on a symptom is not in force while nobody has it: the answer is not "allowed, only if" she has it.
#[test]
fn what_a_symptom_would_forbid_is_never_allowed_only_with_it() {
    let rules = "import skin-care\naftercare for 2 weeks\n\
                 do not drive for 2..3 days\ndo not drive if blurred vision\n";
    let folder = Folder::new().with("test.rules", rules);
    let arguments = [
        "test.rules",
        "--treated",
        "2026-06-01",
        "--on",
        "2026-06-05",
    ];
    folder
        .run(&[&["ask", "test.rules", "driving"], &arguments[1..]].concat())
        .prints(&["ALLOWED: driving", "ANOTHER ANSWER IF blurred vision."])
        .never_says(&["ONLY IF"]);
    folder
        .run(&[&["eval"], &arguments[..]].concat())
        .prints(&["driving. May be another day:"])
        .never_says(&["May come sooner"]);
}

#[test]
fn a_prescribed_medicine_is_answered_by_the_line_that_lets_it_go_on() {
    let rules = "import skin-care\naftercare for 2 weeks\ncontinue blood thinners if taking blood thinners\n\
                 avoid aspirin for 24 hours before\n";
    let patient = "treated = 2026-06-10\n[facts]\n\
                   medications = [{ name = \"aspirin\", prescribed = true }]\n";
    let clinic = Folder::new()
        .with("clinic.rules", rules)
        .with("jo.toml", patient);
    let asked = ["ask", "clinic.rules", "aspirin", "--patient", "jo.toml"];
    let before = clinic.run(&[&asked[..], &["--on", "2026-06-09"]].concat());
    before.exits(0).prints(&[
        "NOT COVERED, ASK THE PRESCRIBER: your own aspirin",
        "Why: continue blood thinners if taking blood thinners\n",
        "clinic.rules:3",
    ]);
}
